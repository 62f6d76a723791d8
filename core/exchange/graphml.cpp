#include "core/exchange/networkxml.h"

#include "core/base/text.h"

#include <QCoreApplication>

#include <cmath>
#include <map>

// GraphML with plain attributes. Identifiers of nodes are NMTOKENs by its schema, so nodes are numbered and carry their own key as an attribute.
// yEd keeps labels and places in elements of its own inside a data element; those are read, not written.

namespace entente::exchange {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::exchange", text);
}

void writeKey(QXmlStreamWriter &xml, const QString &id, QLatin1StringView owner, const QString &name, QLatin1StringView type)
{
    xml.writeEmptyElement("key"_L1);
    xml.writeAttribute("id"_L1, id);
    xml.writeAttribute("for"_L1, owner);
    xml.writeAttribute("attr.name"_L1, writable(name));
    xml.writeAttribute("attr.type"_L1, type);
}

/// Keys of these columns: `n0`, `n1` … for nodes, `e0` … for lines.
QHash<QString, QString> writeKeys(QXmlStreamWriter &xml, QLatin1StringView owner, const std::vector<NetworkColumn> &columns)
{
    QHash<QString, QString> keys;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const QString key = owner.left(1) + u'-' + QString::number(i);
        const auto type = columns[i].type;
        writeKey(xml, key, owner, columns[i].name,
                 type == NetworkColumn::Type::Text ? "string"_L1 : type == NetworkColumn::Type::Real ? "double"_L1 : "long"_L1);
        keys.insert(columns[i].name, key);
    }
    return keys;
}

void writeData(QXmlStreamWriter &xml, const QString &key, const QString &value)
{
    if (value.isEmpty())
        return;
    xml.writeStartElement("data"_L1);
    xml.writeAttribute("key"_L1, key);
    xml.writeCharacters(writable(value));
    xml.writeEndElement();
}

template<typename Item>
void writeValues(QXmlStreamWriter &xml, const Item &item, const QHash<QString, QString> &keys)
{
    for (const NetworkAttribute &attribute : item.attributes)
        writeData(xml, keys.value(attribute.name), model::textOf(attribute.value));
}

class GraphmlReader
{
public:
    explicit GraphmlReader(const QString &text) : m_xml(text) {}

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
                if (auto result = end(); !result)
                    return result.error();
                --m_depth;
                break;
            case QXmlStreamReader::EntityReference:
                return refusal(tr("The file refers to the entity “%1”, which nobody declares.").arg(m_xml.name().toString().left(40)));
            case QXmlStreamReader::Characters:
                if (m_textDepth == m_depth && m_text.size() <= limits::text)
                    m_text += m_xml.text();
                break;
            default:
                break;
            }
        }
        if (m_xml.hasError())
            return notWellFormed(m_xml);
        if (!m_isGraphml)
            return refusal(tr("The file is no GraphML: its first element is another one."));
        auto network = m_found.finish();
        if (network) {
            for (NetworkNode &node : network->nodes)
                complete(node);
            for (NetworkLine &line : network->lines) {
                line.start = line.attribute("start"_L1).left(40);
                line.end = line.attribute("end"_L1).left(40);
                if (line.label.isEmpty())
                    line.label = line.attribute("label"_L1);
                bool isNumber = false;
                const double weight = line.attribute("weight"_L1).toDouble(&isNumber);
                if (isNumber && std::isfinite(weight))
                    line.weight = weight;
            }
        }
        return network;
    }

private:
    struct Key
    {
        QString name;
        QString usual; ///< Of whatever does not say otherwise.
        bool ofNodes = true;
        bool ofLines = true;
    };

    QString of(QLatin1StringView name) const { return m_xml.attributes().value(name).toString(); }

    /// The characters directly inside the element that begins here.
    void wantText()
    {
        m_text.clear();
        m_textDepth = m_depth;
    }

    Result<void> begin()
    {
        const QStringView name = m_xml.name();
        if (m_depth == 1) {
            m_isGraphml = name == "graphml"_L1;
            return m_isGraphml ? Result<void>() : refusal(tr("The file is no GraphML: its first element is “%1”.").arg(name.toString().left(40)));
        }
        if (m_hyperedge > 0)
            return {};
        if (m_dataDepth > 0)
            return beginInData(name);
        if (name == "key"_L1) {
            if (qsizetype(m_keys.size()) >= limits::keys)
                return refusal(tr("The file has more than %1 kinds of attributes; load a part of it.").arg(limits::keys));
            m_key = of("id"_L1);
            const QString owner = of("for"_L1);
            const QString title = simplified(cleanText(of("attr.name"_L1))).left(200);
            m_keys.insert_or_assign(m_key, Key{title.isEmpty() && !m_xml.attributes().hasAttribute("yfiles.type"_L1) ? m_key.left(200) : title, {},
                                               owner.isEmpty() || owner == "node"_L1 || owner == "all"_L1,
                                               owner.isEmpty() || owner == "edge"_L1 || owner == "all"_L1});
        } else if (name == "default"_L1 || (name == "desc"_L1 && !m_found.node())) {
            wantText();
        } else if (name == "graph"_L1) {
            ++m_found.graphs;
            m_directed = of("edgedefault"_L1) != "undirected"_L1;
        } else if (name == "node"_L1) {
            return m_found.beginNode(of("id"_L1));
        } else if (name == "edge"_L1) {
            if (auto result = m_found.beginLine(of("source"_L1), of("target"_L1)); !result)
                return result;
            m_found.line()->id = of("id"_L1).left(400);
            const QString directed = of("directed"_L1);
            m_found.line()->directed = directed.isEmpty() ? m_directed : directed == "true"_L1 || directed == "1"_L1;
        } else if (name == "data"_L1) {
            m_key = of("key"_L1);
            m_dataDepth = m_depth;
            wantText();
        } else if (name == "port"_L1) {
            ++m_found.ports;
        } else if (name == "hyperedge"_L1) {
            ++m_found.hyperedges;
            m_hyperedge = m_depth;
        }
        return {};
    }

    /// Inside a data element stands text, or what yEd draws.
    Result<void> beginInData(QStringView name)
    {
        if (name == "NodeLabel"_L1 || name == "EdgeLabel"_L1)
            wantText();
        NetworkNode *node = m_found.line() ? nullptr : m_found.node();
        if (node && name == "Geometry"_L1) {
            bool across = false;
            bool down = false;
            QPointF place(of("x"_L1).toDouble(&across), of("y"_L1).toDouble(&down));
            place += QPointF(of("width"_L1).toDouble(), of("height"_L1).toDouble()) / 2;
            if (across && down && std::isfinite(place.x()) && std::isfinite(place.y()))
                node->place = place;
        }
        return {};
    }

    Result<void> end()
    {
        const QStringView name = m_xml.name();
        if (m_hyperedge > 0) {
            if (m_depth == m_hyperedge)
                m_hyperedge = 0;
            return {};
        }
        if (m_dataDepth > 0) {
            const bool wanted = m_textDepth == m_depth;
            if (wanted && m_depth > m_dataDepth)
                takeLabel();
            Result<void> result;
            if (m_depth == m_dataDepth) {
                if (wanted)
                    result = takeData();
                m_dataDepth = 0;
            }
            if (wanted)
                m_textDepth = 0;
            return result;
        }
        if (name == "default"_L1 && m_textDepth == m_depth) {
            if (const auto key = m_keys.find(m_key); key != m_keys.end())
                key->second.usual = m_text.trimmed();
        } else if (name == "desc"_L1 && m_textDepth == m_depth) {
            if (m_found.file().description.isEmpty())
                m_found.file().description = m_found.cut(m_text);
        } else if (name == "node"_L1 || name == "edge"_L1) {
            if (auto result = takeDefaults(); !result)
                return result;
            if (name == "node"_L1)
                m_found.endNode();
            else
                m_found.endLine();
        }
        if (m_textDepth == m_depth)
            m_textDepth = 0;
        return {};
    }

    void takeLabel()
    {
        QString *label = m_found.line() ? &m_found.line()->label : m_found.node() ? &m_found.node()->label : nullptr;
        if (label && label->isEmpty())
            *label = simplified(m_found.cut(m_text));
    }

    Result<void> takeData()
    {
        const auto key = m_keys.find(m_key);
        if (key != m_keys.end() && key->second.name.isEmpty())
            return {}; // The place of yEd's own elements.
        return m_found.attribute(key == m_keys.end() ? m_key.left(200) : key->second.name, m_text);
    }

    Result<void> takeDefaults()
    {
        const NetworkLine *line = m_found.line();
        const NetworkNode *node = m_found.node();
        if (!line && !node)
            return {};
        for (const auto &[id, key] : m_keys) {
            if (key.usual.isEmpty() || key.name.isEmpty() || !(line ? key.ofLines : key.ofNodes))
                continue;
            if (!attributeOf(line ? line->attributes : node->attributes, key.name).isEmpty())
                continue;
            if (auto result = m_found.attribute(key.name, key.usual); !result)
                return result;
        }
        return {};
    }

    /// Programs say label and place as attributes; each has its own names for them.
    static void complete(NetworkNode &node)
    {
        for (const auto name : {"label"_L1, "viewlabel"_L1, "shared name"_L1, "name"_L1}) {
            if (node.label.isEmpty())
                node.label = simplified(node.attribute(name));
        }
        node.start = node.attribute("start"_L1).left(40);
        node.end = node.attribute("end"_L1).left(40);
        if (node.place)
            return;
        bool across = false;
        bool down = false;
        const QPointF place(node.attribute("x"_L1).toDouble(&across), node.attribute("y"_L1).toDouble(&down));
        if (across && down && std::isfinite(place.x()) && std::isfinite(place.y()))
            node.place = place;
    }

    QXmlStreamReader m_xml;
    NetworkCollector m_found;
    std::map<QString, Key> m_keys;
    QString m_key;
    QString m_text;
    int m_textDepth = 0; ///< Of the element whose characters are collected.
    int m_dataDepth = 0;
    int m_hyperedge = 0;
    int m_depth = 0;
    bool m_directed = true;
    bool m_isGraphml = false;
};

} // namespace

QByteArray toGraphml(const NetworkFile &network)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(1);
    xml.writeStartDocument();
    xml.writeDefaultNamespace(u"http://graphml.graphdrawing.org/xmlns"_s);
    xml.writeNamespace(u"http://www.w3.org/2001/XMLSchema-instance"_s, u"xsi"_s);
    xml.writeStartElement("graphml"_L1);
    xml.writeAttribute(u"http://www.w3.org/2001/XMLSchema-instance"_s, u"schemaLocation"_s,
                       u"http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd"_s);
    xml.writeTextElement("desc"_L1, writable(network.description));
    writeKey(xml, u"label"_s, "node"_L1, u"label"_s, "string"_L1);
    for (const auto &name : {u"x"_s, u"y"_s})
        writeKey(xml, name, "node"_L1, name, "double"_L1);
    for (const auto &name : {u"r"_s, u"g"_s, u"b"_s})
        writeKey(xml, name, "node"_L1, name, "int"_L1);
    for (const auto &name : {u"start"_s, u"end"_s})
        writeKey(xml, name, "all"_L1, name, "string"_L1);
    writeKey(xml, u"line-label"_s, "edge"_L1, u"label"_s, "string"_L1);
    writeKey(xml, u"weight"_s, "edge"_L1, u"weight"_s, "double"_L1);
    const auto nodeKeys = writeKeys(xml, "node"_L1, columnsOf(network.nodes));
    const auto lineKeys = writeKeys(xml, "edge"_L1, columnsOf(network.lines));

    xml.writeStartElement("graph"_L1);
    xml.writeAttribute("id"_L1, "map"_L1);
    xml.writeAttribute("edgedefault"_L1, "directed"_L1);
    QHash<QString, QString> ids;
    for (const NetworkNode &node : network.nodes) {
        const QString id = u'n' + QString::number(ids.size());
        ids.insert(node.id, id);
        xml.writeStartElement("node"_L1);
        xml.writeAttribute("id"_L1, id);
        writeData(xml, u"label"_s, node.label);
        if (node.place) {
            writeData(xml, u"x"_s, QString::number(node.place->x(), 'f', 2));
            writeData(xml, u"y"_s, QString::number(node.place->y(), 'f', 2));
        }
        if (node.colour) {
            writeData(xml, u"r"_s, QString::number(*node.colour >> 16 & 0xFF));
            writeData(xml, u"g"_s, QString::number(*node.colour >> 8 & 0xFF));
            writeData(xml, u"b"_s, QString::number(*node.colour & 0xFF));
        }
        writeData(xml, u"start"_s, node.start);
        writeData(xml, u"end"_s, node.end);
        writeValues(xml, node, nodeKeys);
        xml.writeEndElement();
    }
    int number = 0;
    for (const NetworkLine &line : network.lines) {
        if (!ids.contains(line.source) || !ids.contains(line.target))
            continue;
        xml.writeStartElement("edge"_L1);
        xml.writeAttribute("id"_L1, u'e' + QString::number(number++));
        xml.writeAttribute("source"_L1, ids.value(line.source));
        xml.writeAttribute("target"_L1, ids.value(line.target));
        if (!line.directed)
            xml.writeAttribute("directed"_L1, "false"_L1);
        writeData(xml, u"line-label"_s, line.label);
        writeData(xml, u"weight"_s, QString::number(line.weight));
        writeData(xml, u"start"_s, line.start);
        writeData(xml, u"end"_s, line.end);
        writeValues(xml, line, lineKeys);
        xml.writeEndElement();
    }
    xml.writeEndDocument();
    return bytes;
}

Result<NetworkFile> readGraphml(const QByteArray &bytes)
{
    auto text = xmlText(bytes);
    if (!text)
        return text.error();
    return GraphmlReader(*text).read();
}

} // namespace entente::exchange
