#include "core/reading/odtlists.h"

#include "core/reading/docxnumbering.h"
#include "core/reading/xmlsource.h"

#include <algorithm>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr int LargestNumber = 100'000'000; ///< So that counting on never overflows.

} // namespace

OdtLists::Level OdtLists::readLevel(XmlSource &xml)
{
    Level level;
    if (xml.name() == u"list-level-style-bullet") {
        level.format = NumberFormat::Bullet;
        level.bullet = bulletSign(xml.attribute(u"bullet-char").left(4));
        return level;
    }
    if (xml.name() == u"list-level-style-image") {
        level.format = NumberFormat::Bullet;
        level.bullet = u"•"_s;
        return level;
    }
    level.format = formatFromOpenDocument(xml.attribute(u"num-format"), xml.attribute(u"num-letter-sync") == "true"_L1);
    level.prefix = xml.attribute(u"num-prefix").left(100);
    level.suffix = xml.attribute(u"num-suffix").left(100);
    level.pattern = xml.attribute(u"num-list-format").left(200);
    level.shown = std::clamp(xml.number(u"display-levels", 1), 1, Levels);
    level.start = std::clamp(xml.number(u"start-value", 1), 0, LargestNumber);
    return level;
}

void OdtLists::readStyle(XmlSource &xml, bool isOutline)
{
    Style style;
    const QString name = xml.attribute(u"name");
    const int depth = xml.depth();
    while (xml.nextStartIn(depth)) {
        const QStringView element = xml.name();
        if (!element.startsWith(u"list-level-style-") && element != u"outline-level-style")
            continue;
        const int level = xml.number(u"level", 0);
        if (level >= 1 && level <= Levels)
            style[static_cast<std::size_t>(level - 1)] = readLevel(xml);
    }
    if (isOutline)
        m_outline = style;
    m_styles.insert(isOutline && name.isEmpty() ? u"Outline"_s : name, style);
}

void OdtLists::beginList(const QString &style, const QString &id, bool continues, const QString &continuedId)
{
    Open open;
    open.id = id;
    open.style = style;
    if (m_open.empty()) {
        if (!continuedId.isEmpty() && m_ofId.contains(continuedId))
            m_counters = m_ofId[continuedId];
        else if (continues && m_ofStyle.contains(style))
            m_counters = m_ofStyle[style];
        else
            m_counters = {};
    } else {
        if (style.isEmpty())
            open.style = m_open.back().style;
        if (!continues && m_open.back().itemHasParagraph) {
            for (std::size_t level = m_open.size(); level < Levels; ++level)
                m_counters[level].reset();
        }
    }
    m_open.push_back(open);
}

void OdtLists::endList()
{
    if (m_open.empty())
        return;
    const Open open = m_open.back();
    m_open.pop_back();
    if (!m_open.empty())
        return;
    if (!open.id.isEmpty())
        m_ofId.insert(open.id, m_counters);
    m_ofStyle.insert(open.style, m_counters);
}

void OdtLists::beginItem(std::optional<int> start, bool hasNumber)
{
    if (m_open.empty())
        return;
    m_open.back().waits = hasNumber;
    m_open.back().itemHasParagraph = false;
    m_open.back().start = start;
}

QString OdtLists::count(const Style &style, int level, Counters &counters, std::optional<int> start)
{
    const Level &own = style[static_cast<std::size_t>(level)];
    std::optional<int> &counter = counters[static_cast<std::size_t>(level)];
    if (start)
        counter = std::clamp(*start, 0, LargestNumber);
    else
        counter = counter ? *counter + 1 : own.start;
    for (int deeper = level + 1; deeper < Levels; ++deeper)
        counters[static_cast<std::size_t>(deeper)].reset();
    if (own.format == NumberFormat::Bullet)
        return own.bullet;
    if (own.format == NumberFormat::None)
        return {};
    const auto shown = [&](int at) {
        const Level &ofShown = style[static_cast<std::size_t>(at)];
        return numberText(counters[static_cast<std::size_t>(at)].value_or(ofShown.start), ofShown.format);
    };
    if (!own.pattern.isEmpty()) {
        QString text;
        for (qsizetype i = 0; i < own.pattern.size(); ++i) {
            const qsizetype end = own.pattern[i] == u'%' ? own.pattern.indexOf(u'%', i + 1) : -1;
            bool fine = false;
            const int at = end > i + 1 ? own.pattern.mid(i + 1, end - i - 1).toInt(&fine) : 0;
            if (!fine || at < 1 || at > Levels) {
                text += own.pattern[i];
                continue;
            }
            text += shown(at - 1);
            i = end;
        }
        return text;
    }
    QStringList parts;
    for (int at = std::max(0, level - own.shown + 1); at <= level; ++at) {
        if (const QString part = shown(at); !part.isEmpty())
            parts += part;
    }
    return own.prefix + parts.join(u'.') + own.suffix;
}

QString OdtLists::paragraphNumber(const QString &styleOfParagraph)
{
    if (m_open.empty())
        return {};
    for (Open &open : m_open)
        open.itemHasParagraph = true;
    Open &open = m_open.back();
    if (!open.waits)
        return {};
    open.waits = false;
    const auto style = m_styles.constFind(open.style.isEmpty() ? styleOfParagraph : open.style);
    const int level = std::min(depth(), Levels) - 1;
    return style == m_styles.constEnd() ? QString() : count(*style, level, m_counters, open.start);
}

QString OdtLists::headingNumber(int level, std::optional<int> start)
{
    if (level < 1 || level > Levels)
        return {};
    return count(m_outline, level - 1, m_outlineCounters, start);
}

} // namespace entente::reading
