#pragma once

#include "core/base/result.h"
#include "core/base/vocabulary.h"
#include "ui/paper/page.h"

class QPrinter;
class QPrintPreviewDialog;
class QWidget;

namespace entente::ui {

/// The setup with the paper that the printer has in it.
PageSetup forPrinter(const QPrinter &printer, PageSetup setup);

/// Puts the pages of a drawing on a printer that is set up for it, those of its page range only.
Result<void> paintPages(QPrinter &printer, const Drawing &drawing, const PageSetup &setup);

/// The same for pages of any kind.
Result<void> paintPages(QPrinter &printer, const PageSource &pages);

/// Shows the dialog and says whether the user printed. The window gives the real one, tests answer in its place.
using PreviewCall = std::function<bool(QPrintPreviewDialog &)>;
bool showPreview(QPrintPreviewDialog &dialog);

/// The print dialog with its preview, over the same pages as the files. True: printed; false: the user thought better of it.
Result<bool> printDrawing(const Drawing &drawing, const PageSetup &setup, QWidget *parent, const PreviewCall &show = showPreview);

/// The same for pages that are made anew for each paper.
using PagesFor = std::function<std::unique_ptr<PageSource>(const PageSetup &)>;
Result<bool> printPages(const QString &title, const PagesFor &pagesFor, const PageSetup &setup, QWidget *parent, const PreviewCall &show = showPreview);

} // namespace entente::ui
