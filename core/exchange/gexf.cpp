#include "core/exchange/networkxml.h"

#include "core/base/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>

// GEXF, the format of Gephi. Versions 1.1 to 1.3 differ in the names of their namespaces and in where time stands; the elements are read by
// their local names. Coordinates run upwards there and downwards here.

namespace entente::exchange {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::exchange", text);
}

QString number(double value)
{
    return QString::number(value, 'f', 2);
}

void writeColumns(QXmlStreamWriter &xml, QLatin1StringView owner, const std::vector<NetworkColumn> &columns)
{
    if (columns.empty())
        return;
    xml.writeStartElement("attributes"_L1);
    xml.writeAttribute("class"_L1, owner);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        xml.writeEmptyElement("attribute"_L1);
        xml.writeAttribute("id"_L1, QString::number(i));
        xml.writeAttribute("title"_L1, writable(columns[i].name));
        const auto type = columns[i].type;
        xml.writeAttribute("type"_L1, type == NetworkColumn::Type::Text ? "string"_L1 : type == NetworkColumn::Type::Real ? "double"_L1 : "long"_L1);
    }
    xml.writeEndElement();
}

template<typename Item>
void writeValues(QXmlStreamWriter &xml, const Item &item, const QHash<QString, QString> &ids)
{
    bool any = false;
    for (const NetworkAttribute &attribute : item.attributes) {
        const QString value = writable(model::textOf(attribute.value));
        if (value.isEmpty())
            continue;
        if (!any)
            xml.writeStartElement("attvalues"_L1);
        any = true;
        xml.writeEmptyElement("attvalue"_L1);
        xml.writeAttribute("for"_L1, ids.value(attribute.name));
        xml.writeAttribute("value"_L1, value);
    }
    if (any)
        xml.writeEndElement();
}

template<typename Item>
void writeSpan(QXmlStreamWriter &xml, const Item &item)
{
    if (!item.start.isEmpty())
        xml.writeAttribute("start"_L1, item.start);
    if (!item.end.isEmpty())
        xml.writeAttribute("end"_L1, item.end);
}

QHash<QString, QString> idsOf(const std::vector<NetworkColumn> &columns)
{
    QHash<QString, QString> ids;
    for (std::size_t i = 0; i < columns.size(); ++i)
        ids.insert(columns[i].name, QString::number(i));
    return ids;
}

class GexfReader
{
public:
    explicit GexfReader(const QString &text) : m_xml(text) {}

    Result<NetworkFile> read()
    {
        while (!m_xml.atEnd()) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::StartElement:
                if (++m_depth > limits::depth)
                    return refusal(tr("The file has elements inside each other more than %1 deep; it is damaged, or made to do harm.").arg(limits::depth));
                if (auto result = begin(); !result)
                    return result.error();
                break;
            case QXmlStreamReader::EndElement:
                --m_depth;
                if (auto result = end(); !result)
                    return result.error();
                break;
            case QXmlStreamReader::EntityReference:
                return refusal(tr("The file refers to the entity “%1”, which nobody declares.").arg(m_xml.name().toString().left(40)));
            case QXmlStreamReader::Characters:
                if (m_wantsText && m_text.size() < limits::text)
                    m_text += m_xml.text();
                break;
            default:
                break;
            }
        }
        if (m_xml.hasError())
            return notWellFormed(m_xml);
        if (!m_isGexf)
            return refusal(tr("The file is no GEXF: its first element is another one."));
        return m_found.finish();
    }

private:
    QString of(QLatin1StringView name) const { return m_xml.attributes().value(name).toString(); }

    Result<void> begin()
    {
        const QStringView name = m_xml.name();
        m_wantsText = false;
        m_text.clear();
        if (m_depth == 1) {
            m_isGexf = name == "gexf"_L1;
            return m_isGexf ? Result<void>() : refusal(tr("The file is no GEXF: its first element is “%1”.").arg(name.toString().left(40)));
        }
        if (name == "creator"_L1 || name == "description"_L1 || name == "default"_L1) {
            m_wantsText = true;
        } else if (name == "graph"_L1) {
            ++m_found.graphs;
            m_directed = of("defaultedgetype"_L1) != "undirected"_L1;
        } else if (name == "attributes"_L1) {
            m_ofEdges = of("class"_L1) == "edge"_L1;
        } else if (name == "attribute"_L1) {
            m_column = of("id"_L1);
            auto &columns = m_ofEdges ? m_edgeColumns : m_nodeColumns;
            if (qsizetype(columns.size()) >= limits::keys)
                return refusal(tr("The file has more than %1 kinds of attributes; load a part of it.").arg(limits::keys));
            const QString title = simplified(cleanText(of("title"_L1))).left(200);
            columns.insert_or_assign(m_column, Column{title.isEmpty() ? m_column.left(200) : title, {}});
        } else if (name == "node"_L1) {
            return beginNode();
        } else if (name == "edge"_L1) {
            return beginEdge();
        } else if (name == "attvalue"_L1) {
            const QString id = m_xml.attributes().hasAttribute("for"_L1) ? of("for"_L1) : of("id"_L1);
            const auto &columns = m_found.line() ? m_edgeColumns : m_nodeColumns;
            const auto column = columns.find(id);
            return m_found.attribute(column == columns.end() ? id.left(200) : column->second.title, of("value"_L1));
        } else if (name == "spell"_L1) {
            span();
        } else if (NetworkNode *node = m_found.line() ? nullptr : m_found.node()) {
            look(*node, name);
        }
        return {};
    }

    Result<void> beginNode()
    {
        if (auto result = m_found.beginNode(of("id"_L1)); !result)
            return result;
        m_found.node()->label = m_found.cut(of("label"_L1));
        if (m_xml.attributes().hasAttribute("pid"_L1))
            ++m_found.nestedNodes;
        span();
        return {};
    }

    Result<void> beginEdge()
    {
        if (auto result = m_found.beginLine(of("source"_L1), of("target"_L1)); !result)
            return result;
        NetworkLine &line = *m_found.line();
        line.id = of("id"_L1).left(400);
        line.label = m_found.cut(of("label"_L1));
        const QString type = of("type"_L1);
        // Some programs write what a line means where its direction belongs.
        const bool isDirection = type == "directed"_L1 || type == "undirected"_L1 || type == "mutual"_L1;
        line.directed = isDirection ? type == "directed"_L1 : m_directed;
        bool isNumber = false;
        const double weight = of("weight"_L1).toDouble(&isNumber);
        if (isNumber && std::isfinite(weight))
            line.weight = weight;
        m_kind = isDirection || type.isEmpty() ? of("kind"_L1) : type;
        span();
        return {};
    }

    void span()
    {
        const QString from = of("start"_L1).isEmpty() ? of("startopen"_L1) : of("start"_L1);
        const QString to = of("end"_L1).isEmpty() ? of("endopen"_L1) : of("end"_L1);
        if (NetworkLine *line = m_found.line())
            m_found.span(line->start, line->end, from, to);
        else if (NetworkNode *node = m_found.node())
            m_found.span(node->start, node->end, from, to);
    }

    void look(NetworkNode &node, QStringView name)
    {
        if (name == "position"_L1) {
            bool across = false;
            bool up = false;
            const QPointF place(of("x"_L1).toDouble(&across), -of("y"_L1).toDouble(&up));
            if (across && up && std::isfinite(place.x()) && std::isfinite(place.y()))
                node.place = place;
        } else if (name == "shape"_L1) {
            node.shape = of("value"_L1).left(40);
        }
    }

    Result<void> end()
    {
        const QStringView name = m_xml.name();
        if (name == "creator"_L1) {
            m_found.file().creator = m_found.cut(m_text);
        } else if (name == "description"_L1) {
            m_found.file().description = m_found.cut(m_text);
        } else if (name == "default"_L1) {
            auto &columns = m_ofEdges ? m_edgeColumns : m_nodeColumns;
            if (const auto column = columns.find(m_column); column != columns.end())
                column->second.usual = m_text;
        } else if (name == "node"_L1) {
            if (auto result = takeDefaults(m_nodeColumns); !result)
                return result;
            m_found.endNode();
        } else if (name == "edge"_L1) {
            if (m_found.line() && m_found.line()->attribute("type"_L1).isEmpty() && !m_kind.isEmpty()) {
                if (auto result = m_found.attribute(u"type"_s, m_kind); !result)
                    return result;
            }
            if (auto result = takeDefaults(m_edgeColumns); !result)
                return result;
            m_found.endLine();
        }
        m_wantsText = false;
        return {};
    }

    struct Column
    {
        QString title;
        QString usual; ///< Of whatever does not say otherwise.
    };

    Result<void> takeDefaults(const std::map<QString, Column> &columns)
    {
        for (const auto &[id, column] : columns) {
            const NetworkLine *line = m_found.line();
            const NetworkNode *node = m_found.node();
            if (column.usual.isEmpty() || (!line && !node))
                continue;
            if (attributeOf(line ? line->attributes : node->attributes, column.title).isEmpty()) {
                if (auto result = m_found.attribute(column.title, column.usual); !result)
                    return result;
            }
        }
        return {};
    }

    QXmlStreamReader m_xml;
    NetworkCollector m_found;
    std::map<QString, Column> m_nodeColumns;
    std::map<QString, Column> m_edgeColumns;
    QString m_column;
    QString m_kind;
    QString m_text;
    bool m_wantsText = false;
    bool m_ofEdges = false;
    bool m_directed = true;
    bool m_isGexf = false;
    int m_depth = 0;
};

} // namespace

QByteArray toGexf(const NetworkFile &network)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(1);
    xml.writeStartDocument();
    xml.writeDefaultNamespace(u"http://gexf.net/1.3"_s);
    xml.writeNamespace(u"http://gexf.net/1.3/viz"_s, u"viz"_s);
    xml.writeStartElement("gexf"_L1);
    xml.writeAttribute("version"_L1, "1.3"_L1);
    xml.writeStartElement("meta"_L1);
    xml.writeTextElement("creator"_L1, writable(network.creator));
    xml.writeTextElement("description"_L1, writable(network.description));
    xml.writeEndElement();

    const auto isDated = [](const auto &item) { return !item.start.isEmpty() || !item.end.isEmpty(); };
    const bool dynamic = std::ranges::any_of(network.nodes, isDated) || std::ranges::any_of(network.lines, isDated);
    xml.writeStartElement("graph"_L1);
    xml.writeAttribute("mode"_L1, dynamic ? "dynamic"_L1 : "static"_L1);
    xml.writeAttribute("defaultedgetype"_L1, "directed"_L1);
    if (dynamic) {
        xml.writeAttribute("timeformat"_L1, "date"_L1);
        xml.writeAttribute("timerepresentation"_L1, "interval"_L1);
    }
    const auto nodeColumns = columnsOf(network.nodes);
    const auto lineColumns = columnsOf(network.lines);
    writeColumns(xml, "node"_L1, nodeColumns);
    writeColumns(xml, "edge"_L1, lineColumns);

    const QString viz = u"http://gexf.net/1.3/viz"_s;
    xml.writeStartElement("nodes"_L1);
    xml.writeAttribute("count"_L1, QString::number(network.nodes.size()));
    const auto nodeIds = idsOf(nodeColumns);
    for (const NetworkNode &node : network.nodes) {
        xml.writeStartElement("node"_L1);
        xml.writeAttribute("id"_L1, writable(node.id));
        xml.writeAttribute("label"_L1, writable(node.label));
        writeSpan(xml, node);
        writeValues(xml, node, nodeIds);
        if (node.colour) {
            xml.writeEmptyElement(viz, "color"_L1);
            xml.writeAttribute("r"_L1, QString::number(*node.colour >> 16 & 0xFF));
            xml.writeAttribute("g"_L1, QString::number(*node.colour >> 8 & 0xFF));
            xml.writeAttribute("b"_L1, QString::number(*node.colour & 0xFF));
        }
        if (node.place) {
            xml.writeEmptyElement(viz, "position"_L1);
            xml.writeAttribute("x"_L1, number(node.place->x()));
            xml.writeAttribute("y"_L1, number(-node.place->y()));
            xml.writeAttribute("z"_L1, "0"_L1);
        }
        if (!node.shape.isEmpty()) {
            xml.writeEmptyElement(viz, "shape"_L1);
            xml.writeAttribute("value"_L1, writable(node.shape));
        }
        xml.writeEndElement();
    }
    xml.writeEndElement();

    xml.writeStartElement("edges"_L1);
    xml.writeAttribute("count"_L1, QString::number(network.lines.size()));
    const auto lineIds = idsOf(lineColumns);
    for (const NetworkLine &line : network.lines) {
        xml.writeStartElement("edge"_L1);
        xml.writeAttribute("id"_L1, writable(line.id));
        xml.writeAttribute("source"_L1, writable(line.source));
        xml.writeAttribute("target"_L1, writable(line.target));
        if (!line.directed)
            xml.writeAttribute("type"_L1, "undirected"_L1);
        // Lines of several types between the same two nodes stay apart by their kind.
        xml.writeAttribute("kind"_L1, writable(line.label));
        xml.writeAttribute("label"_L1, writable(line.label));
        xml.writeAttribute("weight"_L1, QString::number(line.weight));
        writeSpan(xml, line);
        writeValues(xml, line, lineIds);
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

Result<NetworkFile> readGexf(const QByteArray &bytes)
{
    auto text = xmlText(bytes);
    if (!text)
        return text.error();
    return GexfReader(*text).read();
}

} // namespace entente::exchange
