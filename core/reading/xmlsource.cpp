#include "core/reading/xmlsource.h"

#include "core/reading/package.h"

#include <QCoreApplication>

namespace entente::reading {

using namespace Qt::StringLiterals;

bool hasMonstrousTag(const QByteArray &bytes, bool page)
{
    const qsizetype size = bytes.size();
    // Bytes of value 0 are passed over, so that UTF-16 is seen through.
    for (qsizetype i = 0; i < size; ++i) {
        if (bytes[i] != '<')
            continue;
        qsizetype at = i + 1;
        while (at < size && bytes[at] == '\0')
            ++at;
        if (at >= size)
            return false;
        const char first = bytes[at];
        if (first == '!' || first == '?') {
            const bool comment = QByteArrayView(bytes).sliced(at).startsWith("!--");
            const qsizetype end = comment ? bytes.indexOf("-->", at + 3) : bytes.indexOf('>', at);
            if (end < 0)
                return false;
            i = end;
            continue;
        }
        if (!(first >= 'a' && first <= 'z') && !(first >= 'A' && first <= 'Z') && first != '_' && first != ':')
            continue;
        const bool raw = page && QByteArrayView(bytes).sliced(at, std::min<qsizetype>(6, size - at)).compare("script", Qt::CaseInsensitive) == 0;
        int attributes = 0;
        char quote = 0;
        bool between = false;
        for (; at < size; ++at) {
            const char c = bytes[at];
            if (quote) {
                if (c == quote) {
                    quote = 0;
                    between = true;
                }
            } else if (c == '>') {
                break;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '/') {
                between = true;
            } else if (between && c != '=' && c != '\0') {
                between = false;
                if (++attributes > limits::MostAttributes)
                    return true;
            }
        }
        i = at;
        if (raw) {
            const qsizetype end = bytes.indexOf("</", at);
            i = end < 0 ? size : end - 1;
        }
    }
    return false;
}

XmlSource::XmlSource(const QByteArray &bytes)
{
    if (hasMonstrousTag(bytes, false)) {
        m_wrong = u"an element with more than %1 attributes"_s.arg(limits::MostAttributes);
        return;
    }
    m_buffer.setData(bytes);
    m_buffer.open(QIODevice::ReadOnly);
    m_reader.setDevice(&m_buffer);
    m_reader.setEntityExpansionLimit(0);
}

bool XmlSource::next()
{
    if (!m_wrong.isEmpty())
        return false;
    if (m_leave) {
        --m_depth;
        m_leave = false;
    }
    switch (m_reader.readNext()) {
    case QXmlStreamReader::DTD:
        m_wrong = u"a document type"_s;
        return false;
    case QXmlStreamReader::EntityReference:
        m_wrong = u"an entity"_s;
        return false;
    case QXmlStreamReader::StartElement:
        if (++m_depth > limits::DeepestElement) {
            m_wrong = u"nested deeper than %1"_s.arg(limits::DeepestElement);
            return false;
        }
        return true;
    case QXmlStreamReader::EndElement:
        m_leave = true;
        return true;
    case QXmlStreamReader::Invalid:
        m_wrong = m_reader.errorString();
        return false;
    case QXmlStreamReader::EndDocument:
        return false;
    default:
        return true;
    }
}

bool XmlSource::skip()
{
    const int depth = m_depth;
    while (next()) {
        if (isEnd() && m_depth == depth)
            return true;
    }
    return false;
}

bool XmlSource::nextStartIn(int depth)
{
    while (nextIn(depth)) {
        if (isStart())
            return true;
        if (isEnd() && m_depth == depth)
            return false;
    }
    return false;
}

QString XmlSource::attribute(QStringView local) const
{
    for (const QXmlStreamAttribute &attribute : m_reader.attributes()) {
        if (attribute.name() == local)
            return attribute.value().toString();
    }
    return {};
}

bool XmlSource::hasAttribute(QStringView local) const
{
    for (const QXmlStreamAttribute &attribute : m_reader.attributes()) {
        if (attribute.name() == local)
            return true;
    }
    return false;
}

int XmlSource::number(QStringView local, int otherwise) const
{
    bool fine = false;
    const int value = attribute(local).toInt(&fine);
    return fine ? value : otherwise;
}

bool XmlSource::isOn() const
{
    const QString value = attribute(u"val");
    return value != "0"_L1 && value != "false"_L1 && value != "off"_L1 && value != "none"_L1;
}

Result<void> XmlSource::finish() const
{
    if (m_wrong.isEmpty())
        return {};
    return damagedArchive(m_wrong);
}

} // namespace entente::reading
