#include "ui/paper/printing.h"

#include <QImage>
#include <QPainter>
#include <QPrintPreviewDialog>
#include <QPrinter>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(entente::ui::Printing)
};

constexpr int pictureDpi = 300;

void setUp(QPrinter &printer, const PageSetup &setup)
{
    printer.setFullPage(true);
    printer.setPageLayout(QPageLayout(setup.paper, setup.orientation, QMarginsF(), QPageLayout::Millimeter));
    printer.setCreator(u"Entente"_s);
    // Our pages count in px of 96 dpi; vector printers keep fractions of them.
    printer.setResolution(96);
}

/// Some systems only know their printers' own resolutions: there a page is sent as a picture, so that fonts keep their sizes.
void paintAsPicture(QPainter &painter, const PageSource &pages, int page, double dpi)
{
    QImage image((pages.size() * pictureDpi / 96).toSize(), QImage::Format_RGB32);
    image.setDotsPerMeterX(3780);
    image.setDotsPerMeterY(3780);
    image.fill(Qt::white);
    QPainter picture(&image);
    picture.scale(pictureDpi / 96.0, pictureDpi / 96.0);
    pages.paint(picture, page);
    picture.end();
    painter.drawImage(QRectF(QPointF(), pages.size() * dpi / 96), image);
}

} // namespace

PageSetup forPrinter(const QPrinter &printer, PageSetup setup)
{
    const QPageLayout layout = printer.pageLayout();
    setup.paper = layout.pageSize();
    setup.orientation = layout.orientation();
    if (printer.colorMode() == QPrinter::GrayScale)
        setup.mono = true;
    return setup;
}

Result<void> paintPages(QPrinter &printer, const Drawing &drawing, const PageSetup &setup)
{
    return paintPages(printer, Pages(drawing, setup));
}

Result<void> paintPages(QPrinter &printer, const PageSource &pages)
{
    printer.setFullPage(true);
    printer.setDocName(pages.title());
    QPainter painter;
    if (!painter.begin(&printer))
        return writeError(Words::tr("The printer %1 does not answer. Check that it is on, or choose another.").arg(printer.printerName()));
    const bool isRange = printer.printRange() == QPrinter::PageRange && printer.fromPage() > 0;
    const int first = isRange ? std::min(printer.fromPage(), pages.count()) : 1;
    const int last = isRange ? std::clamp(printer.toPage(), first, pages.count()) : pages.count();
    const double dpi = printer.logicalDpiY();
    for (int page = first; page <= last; ++page) {
        if (page > first && !printer.newPage())
            return writeError(Words::tr("The printer took no page after page %1.").arg(page - 1));
        if (qRound(dpi) == 96)
            pages.paint(painter, page - 1);
        else
            paintAsPicture(painter, pages, page - 1, dpi);
    }
    if (!painter.end())
        return writeError(Words::tr("The printer did not take the last page."));
    return {};
}

bool showPreview(QPrintPreviewDialog &dialog)
{
    return dialog.exec() == QDialog::Accepted;
}

Result<bool> printDrawing(const Drawing &drawing, const PageSetup &setup, QWidget *parent, const PreviewCall &show)
{
    return printPages(drawing.facts().title, [&](const PageSetup &paper) { return std::make_unique<Pages>(drawing, paper); }, setup, parent, show);
}

Result<bool> printPages(const QString &title, const PagesFor &pagesFor, const PageSetup &setup, QWidget *parent, const PreviewCall &show)
{
    QPrinter printer;
    setUp(printer, setup);
    Result<void> result;
    QPrintPreviewDialog dialog(&printer, parent);
    dialog.setWindowTitle(Words::tr("Print %1").arg(title));
    // The preview and the print itself both ask here for the pages, on the paper that the user chose meanwhile.
    QObject::connect(&dialog, &QPrintPreviewDialog::paintRequested, &dialog,
                     [&](QPrinter *target) { result = paintPages(*target, *pagesFor(forPrinter(*target, setup))); });
    const bool isPrinted = show(dialog);
    if (!result)
        return result.error();
    return isPrinted;
}

} // namespace entente::ui
