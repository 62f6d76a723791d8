#include "ui/paper/export.h"

#include "core/base/file.h"
#include "ui/paper/svgtext.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QImageWriter>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(entente::ui::Export)
};

QByteArray xmp(const PageSource &pages)
{
    const auto escaped = [](const QString &text) { return text.toHtmlEscaped(); };
    const QString one = u"<rdf:Alt><rdf:li xml:lang=\"x-default\">%1</rdf:li></rdf:Alt>"_s;
    const QString date = pages.setup().drawn.toOffsetFromUtc(pages.setup().drawn.offsetFromUtc()).toString(Qt::ISODate);
    QString xml = u"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                  "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                  "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
                  "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">"_s;
    xml += u"<dc:format>application/pdf</dc:format>"_s;
    xml += u"<dc:title>"_s + one.arg(escaped(pages.title())) + u"</dc:title>"_s;
    const QString author = pages.setup().author.isEmpty() ? u"Entente"_s : pages.setup().author;
    xml += u"<dc:creator><rdf:Seq><rdf:li>"_s + escaped(author) + u"</rdf:li></rdf:Seq></dc:creator>"_s;
    xml += u"<dc:description>"_s + one.arg(escaped(pages.description())) + u"</dc:description>"_s;
    xml += u"<dc:rights>"_s + one.arg(escaped(pages.setup().marking)) + u"</dc:rights>"_s;
    xml += u"<pdf:Keywords>"_s + escaped(pages.setup().marking) + u"</pdf:Keywords>"_s;
    xml += u"<xmp:CreatorTool>Entente</xmp:CreatorTool>"_s;
    if (pages.setup().drawn.isValid())
        xml += u"<xmp:CreateDate>"_s + date + u"</xmp:CreateDate>"_s;
    xml += u"</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>"_s;
    return xml.toUtf8();
}

/// Qt asks the clock for the creation date. The one of the drawing takes its place, byte for byte, so that all offsets stay.
void setCreationDate(QByteArray &pdf, const QDateTime &drawn)
{
    const QByteArray key = "/CreationDate (D:"_ba;
    const qsizetype start = pdf.indexOf(key);
    const qsizetype end = start < 0 ? -1 : pdf.indexOf(')', start);
    if (end < 0 || !drawn.isValid())
        return;
    const qsizetype length = end - start;
    QByteArray entry = key + drawn.toString(u"yyyyMMddHHmmss"_s).toLatin1();
    if (entry.size() > length)
        return;
    entry += ')';
    // White space after the string means nothing in a PDF.
    pdf.replace(start, length + 1, entry.leftJustified(length + 1, ' '));
}

Result<QByteArray> renderSvg(const Drawing &drawing, const PageSetup &setup, QStringList &notes)
{
    const Pages pages(drawing, setup, Pages::Sheets::One);
    notes = pages.notes();
    QByteArray bytes;
    for (int page = 0; page < 1; ++page) {
        QBuffer buffer(&bytes);
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        generator.setResolution(96);
        generator.setSize(pages.size().toSize());
        generator.setViewBox(QRectF(QPointF(), pages.size()));
        generator.setTitle(pages.title());
        generator.setDescription(setup.author.isEmpty() ? pages.description() : Words::tr("Author of the map: %1. %2").arg(setup.author, pages.description()));
        QPainter painter;
        if (!painter.begin(&generator))
            return writeError(Words::tr("The SVG could not be made."));
        pages.paint(painter, page);
        if (!painter.end())
            return writeError(Words::tr("The SVG could not be finished."));
    }
    return joinedSvgText(bytes);
}

Result<QByteArray> renderPng(const Drawing &drawing, const PageSetup &setup, QStringList &notes)
{
    const Pages pages(drawing, setup, Pages::Sheets::One);
    notes = pages.notes();
    const QSizeF size = pages.size();
    // 300 dpi; very large sheets get what 100 million dots allow.
    constexpr double mostDots = 100e6;
    const double dpi = std::floor(std::min(300.0, 96 * std::sqrt(mostDots / (size.width() * size.height()))));
    const double scale = dpi / 96;
    if (dpi < 300)
        notes.append(Words::tr("The sheet is large: the picture has %1 dots an inch instead of 300. A PDF has no such limit.").arg(dpi));
    QImage image((size * scale).toSize(), QImage::Format_RGB32);
    if (image.isNull())
        return writeError(Words::tr("There is not enough memory for a picture of this size. Choose a smaller paper, or PDF."));
    image.setDotsPerMeterX(3780); // while painting, so that fonts have their sizes
    image.setDotsPerMeterY(3780);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(scale, scale);
    pages.paint(painter, 0);
    painter.end();
    const int dotsPerMeter = qRound(dpi / 0.0254);
    image.setDotsPerMeterX(dotsPerMeter);
    image.setDotsPerMeterY(dotsPerMeter);

    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    writer.setText(u"Title"_s, pages.title());
    if (!setup.author.isEmpty())
        writer.setText(u"Author"_s, setup.author);
    writer.setText(u"Software"_s, u"Entente"_s);
    writer.setText(u"Description"_s, pages.description());
    writer.setText(u"Marking"_s, pages.setup().marking);
    if (!writer.write(image))
        return writeError(Words::tr("The picture could not be made."), writer.errorString());
    return bytes;
}

} // namespace

Result<QByteArray> renderPdf(const PageSource &pages)
{
    const PageSetup &setup = pages.setup();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    // Coordinates in a PDF are real numbers; at 96 dpi fonts have the sizes they have on the screen.
    writer.setResolution(96);
    writer.setTitle(pages.title() + (isPublicMarking(setup.marking) ? QString() : u" – "_s + pages.setup().marking));
    writer.setCreator(u"Entente"_s);
    writer.setDocumentXmpMetadata(xmp(pages));
    const QSizeF points = pages.size() * 0.75;
    writer.setPageLayout(QPageLayout(QPageSize(points, QPageSize::Point, {}, QPageSize::ExactMatch), QPageLayout::Portrait, QMarginsF()));
    QPainter painter;
    if (!painter.begin(&writer))
        return writeError(Words::tr("The PDF could not be made."));
    for (int page = 0; page < pages.count(); ++page) {
        if (page > 0 && !writer.newPage())
            return writeError(Words::tr("Page %1 of the PDF could not be made.").arg(page + 1));
        pages.paint(painter, page);
    }
    if (!painter.end())
        return writeError(Words::tr("The PDF could not be finished."));
    buffer.close();
    setCreationDate(bytes, setup.drawn);
    return bytes;
}

Result<QByteArray> renderDrawing(const Drawing &drawing, const PageSetup &setup, const QString &suffix, QStringList *notes)
{
    QStringList said;
    QStringList &all = notes ? *notes : said;
    const QString kind = suffix.toLower();
    if (kind == u"pdf") {
        const Pages pages(drawing, setup);
        all = pages.notes();
        return renderPdf(pages);
    }
    if (kind == u"svg")
        return renderSvg(drawing, setup, all);
    if (kind == u"png")
        return renderPng(drawing, setup, all);
    return callError(suffix.isEmpty() ? Words::tr("Give the file a name that ends in .pdf, .svg or .png.")
                                      : Words::tr("A drawing cannot be written as .%1; choose .pdf, .svg or .png.").arg(suffix));
}

Result<void> exportDrawing(const Drawing &drawing, const PageSetup &setup, const QString &path, QStringList *notes)
{
    const auto bytes = renderDrawing(drawing, setup, QFileInfo(path).suffix(), notes);
    if (!bytes)
        return bytes.error();
    return replaceFile(path, *bytes);
}

} // namespace entente::ui
