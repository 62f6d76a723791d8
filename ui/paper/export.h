#pragma once

#include "core/base/result.h"
#include "core/base/vocabulary.h"
#include "ui/paper/page.h"

namespace entente::ui {

/// Writes a drawing to a `.pdf`, `.svg` or `.png` file, whole, with legend, title block and marking.
///
/// PDF has as many pages as the paper needs. SVG and PNG have no pages: they are one sheet, as large as the paper or, where names would become
/// too small on it, as large as they need; a poster is one picture of the joined sheets. Where anything fails, `path` is what it was before.
/// The same drawing and setup give the same bytes with the same Qt; the PDF's creation date is `setup.drawn`.
/// @param notes what a user should know of the result, one sentence each.
Result<void> exportDrawing(const Drawing &drawing, const PageSetup &setup, const QString &path, QStringList *notes = nullptr);

/// The bytes of a PDF with these pages.
Result<QByteArray> renderPdf(const PageSource &pages);

/// The bytes of such a file, by suffix.
Result<QByteArray> renderDrawing(const Drawing &drawing, const PageSetup &setup, const QString &suffix, QStringList *notes = nullptr);

} // namespace entente::ui
