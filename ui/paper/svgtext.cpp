#include "ui/paper/svgtext.h"

#include "ui/paint/fonts.h"
#include "ui/paper/text.h"

#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <cmath>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

/// A text element that may go on in the next one.
struct Run
{
    QXmlStreamAttributes attributes;
    QString text;
    double end = 0; ///< Where the next run would begin.

    QString value(QLatin1StringView name) const { return attributes.value(name).toString(); }
};

double endOf(const QXmlStreamAttributes &attributes, const QString &text, double x)
{
    const double size = attributes.value("font-size"_L1).toDouble();
    return x + paperMetrics(drawingFont(size, attributes.value("font-weight"_L1).toInt() >= 600)).horizontalAdvance(text);
}

bool isContinuedBy(const Run &run, const QXmlStreamAttributes &next)
{
    for (const auto name : {"y"_L1, "fill"_L1, "fill-opacity"_L1, "font-size"_L1, "font-weight"_L1, "font-style"_L1, "transform"_L1}) {
        if (run.attributes.value(name) != next.value(name))
            return false;
    }
    return std::abs(next.value("x"_L1).toDouble() - run.end) < 0.75;
}

QXmlStreamAttributes mended(const QXmlStreamAttributes &attributes)
{
    QXmlStreamAttributes result;
    for (const QXmlStreamAttribute &attribute : attributes) {
        const QString name = attribute.qualifiedName().toString();
        if (name == u"font-family"_s)
            result.append(name, u"'Noto Sans', NanumGothic, sans-serif"_s);
        else if (name == u"font-size"_s) // Qt paints fonts in whole px and spaces the words by that.
            result.append(name, QString::number(std::max(1, qRound(attribute.value().toDouble()))));
        else
            result.append(name, attribute.value().toString());
    }
    return result;
}

} // namespace

Result<QByteArray> joinedSvgText(const QByteArray &svg)
{
    QByteArray bytes;
    QXmlStreamReader reader(svg);
    QXmlStreamWriter writer(&bytes);
    std::optional<Run> run;
    const auto flush = [&] {
        if (!run)
            return;
        writer.writeStartElement(u"text"_s);
        writer.writeAttributes(mended(run->attributes));
        writer.writeCharacters(run->text);
        writer.writeEndElement();
        writer.writeCharacters(u"\n"_s);
        run.reset();
    };
    // The namespace is declared by hand, once: the reader leaves prefixes as they stand.
    reader.setNamespaceProcessing(false);
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartDocument:
            writer.writeStartDocument();
            break;
        case QXmlStreamReader::StartElement:
            if (reader.name() == "text"_L1) {
                const QXmlStreamAttributes attributes = reader.attributes();
                const QString text = reader.readElementText(QXmlStreamReader::IncludeChildElements);
                if (!run || !isContinuedBy(*run, attributes)) {
                    flush();
                    run = Run{attributes, {}, attributes.value("x"_L1).toDouble()};
                }
                run->text += text;
                run->end = endOf(attributes, text, attributes.value("x"_L1).toDouble());
                break;
            }
            flush();
            writer.writeStartElement(reader.qualifiedName().toString());
            writer.writeAttributes(mended(reader.attributes()));
            break;
        case QXmlStreamReader::EndElement:
            flush();
            writer.writeEndElement();
            break;
        case QXmlStreamReader::Characters:
            if (run && reader.isWhitespace())
                break;
            flush();
            writer.writeCharacters(reader.text().toString());
            break;
        case QXmlStreamReader::EndDocument:
            writer.writeEndDocument();
            break;
        default:
            break;
        }
    }
    if (reader.hasError())
        return writeError(QStringLiteral("The SVG could not be made."), reader.errorString());
    return bytes;
}

} // namespace entente::ui
