#include "core/reading/docxnumbering.h"

#include "core/reading/xmlsource.h"

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr int LargestStart = 100'000'000; ///< So that counting on never overflows.

int bounded(int number)
{
    return std::clamp(number, 0, LargestStart);
}

} // namespace

QString bulletSign(const QString &printed)
{
    if (printed.isEmpty())
        return u"•"_s;
    // Symbol fonts lie in the private area; "o" in Courier is an open circle.
    switch (printed[0].unicode()) {
    case u'o':
        return u"◦"_s;
    case 0xF02D:
    case u'-':
        return u"-"_s;
    case 0xF06E:
    case 0xF0A7:
        return u"▪"_s;
    case 0xF071:
    case 0xF0A8:
        return u"□"_s;
    case 0xF0FC:
        return u"✓"_s;
    case 0xF0D8:
        return u"➢"_s;
    case 0xF0E0:
        return u"→"_s;
    default:
        break;
    }
    const bool isPrivate = printed[0].unicode() >= 0xE000 && printed[0].unicode() <= 0xF8FF;
    return isPrivate || printed[0].isSpace() ? u"•"_s : printed;
}

DocxNumbering::Level DocxNumbering::readLevel(XmlSource &xml)
{
    Level level;
    const int depth = xml.depth();
    while (xml.nextStartIn(depth)) {
        const QStringView name = xml.name();
        if (name == u"start")
            level.start = bounded(xml.number(u"val", 1));
        else if (name == u"numFmt")
            level.format = formatFromWord(xml.attribute(u"val"));
        else if (name == u"lvlText")
            level.text = xml.attribute(u"val").left(200);
        else if (name == u"lvlRestart")
            level.restart = xml.number(u"val", 0);
        else if (name == u"isLgl")
            level.digitsOnly = xml.isOn();
        else if (name == u"pStyle")
            level.style = xml.attribute(u"val");
    }
    return level;
}

void DocxNumbering::readDefinition(XmlSource &xml)
{
    const int id = xml.number(u"abstractNumId", -1);
    Definition definition;
    const int depth = xml.depth();
    while (xml.nextStartIn(depth)) {
        if (xml.name() == u"lvl") {
            const int index = xml.number(u"ilvl", -1);
            const Level level = readLevel(xml);
            if (index >= 0 && index < Levels)
                definition.levels[static_cast<std::size_t>(index)] = level;
        } else if (xml.name() == u"numStyleLink") {
            definition.linkedStyle = xml.attribute(u"val");
        } else if (xml.name() == u"styleLink") {
            definition.definesStyle = xml.attribute(u"val");
        }
    }
    if (!definition.definesStyle.isEmpty())
        m_definitionOfStyle.insert(definition.definesStyle, id);
    m_definitions.insert(id, std::move(definition));
}

void DocxNumbering::readList(XmlSource &xml)
{
    const int id = xml.number(u"numId", -1);
    List list;
    int index = -1;
    const int depth = xml.depth();
    while (xml.nextStartIn(depth)) {
        if (xml.name() == u"abstractNumId") {
            list.definition = xml.number(u"val", -1);
        } else if (xml.name() == u"lvlOverride") {
            index = xml.number(u"ilvl", -1);
        } else if (xml.name() == u"startOverride" && index >= 0 && index < Levels) {
            list.starts[index] = bounded(xml.number(u"val", 1));
        } else if (xml.name() == u"lvl") {
            const Level level = readLevel(xml);
            if (index >= 0 && index < Levels)
                list.levels[index] = level;
        }
    }
    m_lists.insert(id, std::move(list));
}

Result<void> DocxNumbering::read(const QByteArray &bytes)
{
    XmlSource xml(bytes);
    while (xml.next()) {
        if (!xml.isStart())
            continue;
        if (xml.name() == u"abstractNum")
            readDefinition(xml);
        else if (xml.name() == u"num")
            readList(xml);
    }
    return xml.finish();
}

int DocxNumbering::definitionOf(int list) const
{
    const auto found = m_lists.constFind(list);
    if (found == m_lists.constEnd())
        return -1;
    const auto definition = m_definitions.constFind(found->definition);
    if (definition == m_definitions.constEnd())
        return -1;
    return definition->linkedStyle.isEmpty() ? found->definition : m_definitionOfStyle.value(definition->linkedStyle, found->definition);
}

const DocxNumbering::Level *DocxNumbering::level(int list, int level) const
{
    const auto found = m_lists.constFind(list);
    const auto definition = m_definitions.constFind(definitionOf(list));
    if (found == m_lists.constEnd() || definition == m_definitions.constEnd() || level < 0 || level >= Levels)
        return nullptr;
    if (const auto own = found->levels.find(level); own != found->levels.end())
        return &own->second;
    return &definition->levels[static_cast<std::size_t>(level)];
}

std::optional<int> DocxNumbering::levelOfStyle(int list, const QString &style) const
{
    for (int i = 0; i < Levels; ++i) {
        if (const Level *at = level(list, i); at && !style.isEmpty() && at->style == style)
            return i;
    }
    return std::nullopt;
}

DocxNumbering::Number DocxNumbering::next(int list, int index)
{
    const Level *own = level(list, index);
    if (!own)
        return {};
    const List &found = m_lists[list];
    auto &counters = m_counters[definitionOf(list)];
    const auto startOf = [&](int at) {
        const auto start = found.starts.find(at);
        const Level *ofLevel = level(list, at);
        return start != found.starts.end() ? start->second : ofLevel ? ofLevel->start : 1;
    };
    std::optional<int> &counter = counters[static_cast<std::size_t>(index)];
    const bool startsAnew = found.starts.contains(index) && !m_started.contains({list, index});
    m_started.insert({list, index});
    counter = counter && !startsAnew ? *counter + 1 : startOf(index);
    for (int deeper = index + 1; deeper < Levels; ++deeper) {
        const Level *below = level(list, deeper);
        // A level number that does not lie above counts as none.
        const int restart = below && below->restart && *below->restart <= deeper ? *below->restart : deeper;
        if (index < restart)
            counters[static_cast<std::size_t>(deeper)].reset();
    }

    Number number;
    number.isBullet = own->format == NumberFormat::Bullet;
    if (number.isBullet) {
        number.text = own->text.isEmpty() ? QString() : bulletSign(own->text);
        return number;
    }
    for (qsizetype i = 0; i < own->text.size(); ++i) {
        const int digit = own->text[i] == u'%' && i + 1 < own->text.size() ? own->text[i + 1].digitValue() : 0;
        if (digit < 1 || digit > Levels) {
            number.text += own->text[i];
            continue;
        }
        ++i;
        const int shown = digit - 1;
        const Level *ofShown = level(list, shown);
        NumberFormat format = ofShown ? ofShown->format : NumberFormat::Decimal;
        if (own->digitsOnly && format != NumberFormat::None)
            format = NumberFormat::Decimal;
        number.text += numberText(counters[static_cast<std::size_t>(shown)].value_or(startOf(shown)), format);
    }
    return number;
}

} // namespace entente::reading
