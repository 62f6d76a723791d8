#include "core/exchange/networkxml.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

namespace entente::exchange {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::exchange", text);
}

Result<QString> decoded(const QByteArray &bytes)
{
    auto encoding = QStringConverter::encodingForData(bytes, u'<').value_or(QStringConverter::Utf8);
    if (encoding == QStringConverter::Utf8) {
        // Only the declaration at the very beginning counts.
        static const QRegularExpression declared(uR"(^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([A-Za-z0-9._:-]+)["'])"_s);
        const QString name = declared.match(QString::fromLatin1(bytes.left(400))).captured(1).toLower();
        if (name == "iso-8859-1"_L1 || name == "latin1"_L1 || name == "windows-1252"_L1)
            encoding = QStringConverter::Latin1;
        else if (!name.isEmpty() && name != "utf-8"_L1 && name != "utf8"_L1 && name != "us-ascii"_L1 && name != "ascii"_L1)
            return refusal(tr("The file is written in “%1”; save it as UTF-8 and load it again.").arg(name.left(40)));
    }
    QStringDecoder decoder(encoding);
    QString text = decoder.decode(bytes);
    if (decoder.hasError())
        return refusal(tr("The file is not written in the characters that it announces; save it as UTF-8 and load it again."));
    return text;
}

/// Tags are looked at before the parser is let in: Qt before 6.5.2 goes out of bounds on a name of many thousand characters (CVE-2023-37369),
/// and compares every attribute of an element with every other.
Result<void> checkTags(QStringView text)
{
    qsizetype run = 0;
    int attributes = 0;
    bool inTag = false;
    QChar quote;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (!inTag) {
            if (c != u'<')
                continue;
            const QStringView rest = text.mid(i, 9);
            const QStringView close = rest.startsWith("<!--"_L1)        ? QStringView(u"-->")
                                      : rest.startsWith("<![CDATA["_L1) ? QStringView(u"]]>")
                                                                        : QStringView();
            if (!close.isEmpty()) {
                const qsizetype end = text.indexOf(close, i);
                if (end < 0)
                    return {}; // The parser says what is wrong.
                i = end + close.size() - 1;
                continue;
            }
            inTag = true;
            run = 0;
            attributes = 0;
        } else if (!quote.isNull()) {
            if (c == quote)
                quote = QChar();
        } else if (c == u'"' || c == u'\'') {
            quote = c;
            run = 0;
            if (++attributes > limits::attributes)
                return refusal(tr("The file has an element with more than %1 attributes; it is damaged, or made to do harm.").arg(limits::attributes));
        } else if (c == u'>') {
            inTag = false;
        } else if (c.isSpace() || c == u'=' || c == u'/') {
            run = 0;
        } else if (++run > limits::name) {
            return refusal(tr("The file has a name of more than %1 characters in its markup; it is damaged, or made to do harm.").arg(limits::name));
        }
    }
    return {};
}

} // namespace

QString attributeOf(const std::vector<NetworkAttribute> &attributes, QAnyStringView name)
{
    for (const NetworkAttribute &attribute : attributes) {
        if (QAnyStringView::compare(attribute.name, name, Qt::CaseInsensitive) == 0)
            return model::textOf(attribute.value);
    }
    return {};
}

QString NetworkNode::attribute(QAnyStringView name) const
{
    return attributeOf(attributes, name);
}

QString NetworkLine::attribute(QAnyStringView name) const
{
    return attributeOf(attributes, name);
}

Result<QString> xmlText(const QByteArray &bytes)
{
    if (bytes.size() > limits::bytes)
        return refusal(tr("The file has more than %1 MB; load a part of it.").arg(limits::bytes / 1024 / 1024));
    if (bytes.startsWith("\x1f\x8b") || bytes.startsWith("PK\x03\x04"))
        return refusal(tr("The file is packed; unpack it and load what is inside."));
    if (bytes.trimmed().isEmpty())
        return refusal(tr("The file is empty."));
    auto text = decoded(bytes);
    if (!text)
        return text.error();
    const qsizetype type = text->indexOf("<!DOCTYPE"_L1);
    const bool hasSubset = type >= 0 && text->indexOf(u'[', type) >= 0 && text->indexOf(u'[', type) < text->indexOf(u'>', type);
    if (hasSubset || text->contains("<!ENTITY"_L1))
        return refusal(tr("The file declares entities of its own, which a network never needs; save it again without a document type."));
    if (auto checked = checkTags(*text); !checked)
        return checked.error();
    return text;
}

QString writable(const QString &text)
{
    QString clean = cleanText(text);
    for (qsizetype i = 0; i < clean.size(); ++i) {
        const QChar c = clean[i];
        if (c.isHighSurrogate() && i + 1 < clean.size() && clean[i + 1].isLowSurrogate()) {
            ++i;
            continue;
        }
        if (c == u'\f')
            clean[i] = u' ';
        else if (c.isSurrogate() || c.unicode() == 0xFFFE || c.unicode() == 0xFFFF)
            clean[i] = QChar(QChar::ReplacementCharacter);
    }
    return clean;
}

Error notWellFormed(const QXmlStreamReader &reader)
{
    return refusal(tr("The file breaks off or is not well formed in line %1.").arg(reader.lineNumber()), reader.errorString());
}

Result<void> NetworkCollector::beginNode(const QString &id)
{
    if (id.isEmpty())
        return refusal(tr("A node of the file has no identifier, so no line can find it; save the file again with the program that made it."));
    if (m_places.contains(id))
        return refusal(tr("Two nodes of the file have the identifier “%1”; give each its own and load it again.").arg(id.left(60)));
    if (m_file.nodes.size() >= limits::nodes)
        return refusal(tr("The file has more than %1 nodes; load a part of it.").arg(limits::nodes));
    if (!m_openNodes.empty())
        ++nestedNodes;
    m_places.insert(id, m_file.nodes.size());
    m_openNodes.push_back(m_file.nodes.size());
    m_file.nodes.push_back({});
    m_file.nodes.back().id = id;
    return {};
}

Result<void> NetworkCollector::beginLine(const QString &source, const QString &target)
{
    if (m_file.lines.size() >= limits::lines)
        return refusal(tr("The file has more than %1 lines between nodes; load a part of it.").arg(limits::lines));
    NetworkLine line;
    line.source = source;
    line.target = target;
    m_file.lines.push_back(std::move(line));
    m_lineOpen = true;
    return {};
}

void NetworkCollector::endNode()
{
    if (!m_openNodes.empty())
        m_openNodes.pop_back();
}

QString NetworkCollector::cut(const QString &text)
{
    QString clean = cleanText(text).trimmed();
    if (clean.size() <= limits::text)
        return clean;
    ++m_cut;
    clean.truncate(limits::text);
    if (clean.back().isHighSurrogate())
        clean.chop(1);
    return clean;
}

Result<void> NetworkCollector::attribute(const QString &name, const QString &value)
{
    const QString clean = cut(value);
    if (name.isEmpty() || clean.isEmpty())
        return {};
    NetworkNode *ofNode = node();
    NetworkLine *ofLine = line();
    if (!ofNode && !ofLine)
        return {};
    auto &attributes = ofLine ? ofLine->attributes : ofNode->attributes;
    const auto known = std::ranges::find(attributes, name, &NetworkAttribute::name);
    if (known != attributes.end()) {
        known->value = model::encode(clean);
        return {};
    }
    if (qsizetype(attributes.size()) >= limits::each)
        return refusal(tr("A node or line of the file has more than %1 attributes; load a part of it.").arg(limits::each));
    if (++m_values > limits::values)
        return refusal(tr("The file has more than %1 attributes; load a part of it.").arg(limits::values));
    attributes.push_back({name, model::encode(clean)});
    return {};
}

void NetworkCollector::span(QString &start, QString &end, const QString &from, const QString &to)
{
    // ISO dates and plain years are in order as texts are; anything else is kept as the first one found.
    if (!from.isEmpty() && (start.isEmpty() || from < start))
        start = from.left(40);
    if (!to.isEmpty() && (end.isEmpty() || to > end))
        end = to.left(40);
}

Result<NetworkFile> NetworkCollector::finish()
{
    const auto before = m_file.lines.size();
    std::erase_if(m_file.lines, [&](const NetworkLine &line) { return !m_places.contains(line.source) || !m_places.contains(line.target); });
    const auto dangling = before - m_file.lines.size();
    QStringList &remarks = m_file.remarks;
    const auto say = [&](auto count, const char *one, const char *many) {
        if (count > 0)
            remarks += count == 1 ? tr(one) : tr(many).arg(count);
    };
    say(dangling, QT_TRANSLATE_NOOP("entente::exchange", "One line ends at a node that the file does not have; it is left out."),
        QT_TRANSLATE_NOOP("entente::exchange", "%1 lines end at nodes that the file does not have; they are left out."));
    say(graphs - 1 - nestedNodes > 0 && nestedNodes == 0 ? graphs - 1 : 0, QT_TRANSLATE_NOOP("entente::exchange", "The file holds a second network; both are taken together."),
        QT_TRANSLATE_NOOP("entente::exchange", "The file holds %1 further networks; all are taken together."));
    say(nestedNodes, QT_TRANSLATE_NOOP("entente::exchange", "One node stands inside another; it is taken, what it stands in is not kept."),
        QT_TRANSLATE_NOOP("entente::exchange", "%1 nodes stand inside others; they are taken, what stands in what is not kept."));
    say(ports, QT_TRANSLATE_NOOP("entente::exchange", "One port of a node is not kept; its lines end at the node."),
        QT_TRANSLATE_NOOP("entente::exchange", "%1 ports of nodes are not kept; their lines end at the nodes."));
    say(hyperedges, QT_TRANSLATE_NOOP("entente::exchange", "One line between more than two nodes (a hyperedge) is left out."),
        QT_TRANSLATE_NOOP("entente::exchange", "%1 lines between more than two nodes (hyperedges) are left out."));
    if (m_cut > 0) {
        remarks += m_cut == 1 ? tr("One text of more than %1 characters is cut off.").arg(limits::text)
                              : tr("%1 texts of more than %2 characters are cut off.").arg(m_cut).arg(limits::text);
    }
    return std::move(m_file);
}

Result<NetworkFile> readNetwork(const QByteArray &bytes)
{
    auto text = xmlText(bytes);
    if (!text)
        return text.error();
    QXmlStreamReader reader(*text);
    if (!reader.readNextStartElement())
        return reader.hasError() ? notWellFormed(reader) : refusal(tr("The file holds no network."));
    if (reader.name() == "gexf"_L1)
        return readGexf(bytes);
    if (reader.name() == "graphml"_L1)
        return readGraphml(bytes);
    return refusal(tr("The file begins with “%1”; a network in GEXF or GraphML is wanted.").arg(reader.name().toString().left(40)));
}

} // namespace entente::exchange
