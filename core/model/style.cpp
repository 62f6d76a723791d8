#include "core/model/style.h"

#include "core/base/text.h"
#include "core/model/relationtypes.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace entente::model {

using namespace Qt::StringLiterals;

namespace {

constexpr double LeastWeight = 0.5;
constexpr double MostWeight = 6;
constexpr std::size_t MostRules = 100;

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::model::style", text);
}

QString quoted(const QString &value)
{
    static const QString special = u",:\"=;%"_s;
    const bool isBare = !value.isEmpty() && value == value.trimmed() && std::ranges::none_of(value, [](QChar c) { return special.contains(c); });
    if (isBare)
        return value;
    QString inside = value;
    inside.replace(u'%', u"%25"_s).replace(u'"', u"%22"_s).replace(u';', u"%3B"_s);
    return u'"' + inside + u'"';
}

QString unquoted(const QString &text)
{
    QString value = text.trimmed();
    if (value.size() < 2 || !value.startsWith(u'"') || !value.endsWith(u'"'))
        return value;
    return value.mid(1, value.size() - 2).replace(u"%22"_s, u"\""_s).replace(u"%3B"_s, u";"_s, Qt::CaseInsensitive).replace(u"%25"_s, u"%"_s);
}

/// Cut at a sign that stands outside of quotation marks.
QStringList cut(const QString &text, QChar sign)
{
    QStringList parts{QString()};
    bool isInside = false;
    for (const QChar c : text) {
        isInside = isInside != (c == u'"');
        if (c == sign && !isInside)
            parts.append(QString());
        else
            parts.last().append(c);
    }
    return parts;
}

struct Saying
{
    QString word;
    QString value;
};

Result<std::vector<Saying>> sayings(const QString &text, const QString &rule)
{
    std::vector<Saying> list;
    if (text.trimmed().isEmpty())
        return list;
    for (const QString &part : cut(text, u',')) {
        const qsizetype equals = part.indexOf(u'=');
        const Saying saying{part.left(std::max<qsizetype>(equals, 0)).trimmed().toLower(), equals < 0 ? QString() : unquoted(part.mid(equals + 1))};
        if (equals < 1 || saying.word.isEmpty() || saying.value.isEmpty())
            return callError(tr("“%1” in the rule “%2” should be WORD=VALUE, for example level=summit or fill=blue.").arg(part.trimmed().left(60), rule.left(120)));
        list.push_back(saying);
    }
    return list;
}

template<typename Enum>
Result<void> takeWord(const Saying &saying, std::optional<Enum> &into)
{
    into = fromWord<Enum>(saying.value);
    if (into)
        return {};
    return callError(tr("“%1” is no %2; there are %3.").arg(saying.value.left(60), saying.word, allWords<Enum>()));
}

Result<void> takeEffect(const Saying &saying, StyleEffects &effects)
{
    if (saying.word == "weight"_L1) {
        bool isNumber = false;
        const double weight = saying.value.toDouble(&isNumber);
        if (!isNumber || !(weight >= LeastWeight && weight <= MostWeight))
            return callError(tr("“%1” is no weight of a line; say a number from %2 to %3.").arg(saying.value.left(40)).arg(LeastWeight).arg(MostWeight));
        effects.weight = weight;
        return {};
    }
    if (saying.word == "dash"_L1)
        return takeWord(saying, effects.dash);
    if (saying.word == "colour"_L1 || saying.word == "color"_L1)
        return takeWord(saying, effects.colour);
    if (saying.word == "fill"_L1)
        return takeWord(saying, effects.fill);
    if (saying.word == "frame"_L1)
        return takeWord(saying, effects.frame);
    if (saying.word == "label"_L1)
        return takeWord(saying, effects.label);
    return callError(tr("“%1” cannot be changed by a rule; it can change weight, dash and colour of lines, and colour, fill, frame and label of boxes.").arg(saying.word.left(60)));
}

Result<StyleCondition> conditionOf(const Saying &saying)
{
    StyleCondition condition;
    const auto field = fromWord<StyleCondition::Field>(saying.word);
    if (!field)
        return callError(tr("“%1” is nothing that a rule can ask for; it can ask for %2.").arg(saying.word.left(60), styleFieldWords().join(u", "_s)));
    condition.field = *field;
    condition.value = saying.value;
    if (*field == StyleCondition::Field::Kind) {
        if (const auto kind = kindNamed(saying.value.toLower()))
            condition.value = singular(*kind);
    }
    const QStringList known = styleValueWords(*field);
    if (known.isEmpty())
        return condition;
    const auto found = std::ranges::find_if(known, [&](const QString &word) { return word.compare(condition.value, Qt::CaseInsensitive) == 0; });
    if (found == known.end())
        return callError(tr("“%1” is no %2; there are %3.").arg(saying.value.left(60), saying.word, known.join(u", "_s)));
    condition.value = *found;
    return condition;
}

bool isOfBoxes(StyleCondition::Field field)
{
    return field == StyleCondition::Field::Kind || field == StyleCondition::Field::Level || field == StyleCondition::Field::State;
}

bool isOfLines(StyleCondition::Field field)
{
    return field == StyleCondition::Field::Type || field == StyleCondition::Field::Confidence;
}

template<typename Enum>
QStringList wordsOf()
{
    QStringList words;
    for (const auto word : Words<Enum>::list) {
        if (!word.empty())
            words += QString::fromUtf8(word.data(), qsizetype(word.size()));
    }
    return words;
}

const QString monoYes = u"mono=yes"_s;
const QString lanesBy = u"lanes="_s;

} // namespace

void StyleEffects::follow(const StyleEffects &later)
{
    const auto take = [](auto &own, const auto &other) {
        if (other)
            own = other;
    };
    take(weight, later.weight);
    take(dash, later.dash);
    take(colour, later.colour);
    take(fill, later.fill);
    take(frame, later.frame);
    take(label, later.label);
}

bool StyleRule::isForBoxes() const
{
    return effects.onBoxes() && std::ranges::none_of(conditions, isOfLines, &StyleCondition::field);
}

bool StyleRule::isForLines() const
{
    return effects.onLines() && std::ranges::none_of(conditions, isOfBoxes, &StyleCondition::field);
}

bool StyleRule::asksFor(StyleCondition::Field field) const
{
    return std::ranges::find(conditions, field, &StyleCondition::field) != conditions.end();
}

bool Style::asksFor(StyleCondition::Field field) const
{
    return std::ranges::any_of(rules, [field](const StyleRule &rule) { return rule.asksFor(field); });
}

QStringList styleFieldWords()
{
    return wordsOf<StyleCondition::Field>();
}

QStringList styleValueWords(StyleCondition::Field field)
{
    switch (field) {
    case StyleCondition::Field::Kind:
        return {singular(kindOf<Institution>), singular(kindOf<Dialogue>), singular(kindOf<Area>), singular(kindOf<Instrument>)};
    case StyleCondition::Field::Side:
        return wordsOf<Side>();
    case StyleCondition::Field::Level:
        return wordsOf<Level>();
    case StyleCondition::Field::State:
        return wordsOf<ProgressState>();
    case StyleCondition::Field::Confidence:
        return wordsOf<Confidence>();
    case StyleCondition::Field::Type: {
        QStringList types{u"took part"_s};
        for (const RelationType &type : relationTypes())
            types += type.word;
        return types;
    }
    case StyleCondition::Field::Marking:
        break;
    }
    return {};
}

QString wordOf(StyleCondition::Field field)
{
    return wordOf<StyleCondition::Field>(field);
}

Result<StyleRule> parseRule(const QString &text)
{
    const QString whole = simplified(text);
    const QStringList halves = cut(whole, u':');
    if (whole.count(u'"') % 2 != 0)
        return callError(tr("A quotation mark is missing in the rule “%1”.").arg(whole.left(120)));
    if (halves.size() != 2)
        return callError(tr("The rule “%1” needs one colon: before it what must hold, after it what is drawn then, for example level=summit: frame=double.").arg(whole.left(120)));
    auto asked = sayings(halves[0], whole);
    if (!asked)
        return asked.error();
    auto drawn = sayings(halves[1], whole);
    if (!drawn)
        return drawn.error();
    StyleRule rule;
    for (const Saying &saying : *asked) {
        auto condition = conditionOf(saying);
        if (!condition)
            return condition.error();
        if (rule.asksFor(condition->field))
            return callError(tr("The rule “%1” asks for %2 twice; make two rules of it.").arg(whole.left(120), saying.word));
        rule.conditions.push_back(*condition);
    }
    for (const Saying &saying : *drawn) {
        if (auto taken = takeEffect(saying, rule.effects); !taken)
            return taken.error();
    }
    if (rule.effects.isEmpty())
        return callError(tr("The rule “%1” changes nothing; say after the colon what is drawn, for example fill=blue.").arg(whole.left(120)));
    if (!rule.isForBoxes() && !rule.isForLines())
        return callError(tr("The rule “%1” can never do anything: type and confidence are said of lines, kind, level and state of boxes; weight and dash are drawn on lines, fill, frame and label on boxes.").arg(whole.left(120)));
    return rule;
}

Result<Style> parseStyle(const QStringList &texts)
{
    Style style;
    for (const QString &text : texts) {
        const QString plain = simplified(text).toLower().remove(u' ');
        if (plain.isEmpty() || plain == "mono=no"_L1)
            continue;
        if (plain == monoYes) {
            style.mono = true;
            continue;
        }
        if (plain.startsWith(lanesBy)) {
            style.lanes = plain.mid(lanesBy.size());
            if (style.lanes != "area"_L1 && style.lanes != "institution"_L1 && style.lanes != "side"_L1 && style.lanes != "dialogue"_L1)
                return callError(tr("“%1” are no lanes; say dialogue, area, institution or side.").arg(text.left(60)));
            continue;
        }
        auto rule = parseRule(text);
        if (!rule)
            return rule.error();
        if (style.rules.size() == MostRules)
            return callError(tr("A style may have %1 rules at most.").arg(MostRules));
        style.rules.push_back(*rule);
    }
    return style;
}

Style readableStyle(const QStringList &texts)
{
    Style style;
    for (const QString &text : texts) {
        if (const auto one = parseStyle({text})) {
            style.mono = style.mono || one->mono;
            style.lanes = one->lanes.isEmpty() ? style.lanes : one->lanes;
            if (style.rules.size() < MostRules)
                style.rules.insert(style.rules.end(), one->rules.begin(), one->rules.end());
        }
    }
    return style;
}

QString textOf(const StyleRule &rule)
{
    QStringList asked;
    for (const StyleCondition &condition : rule.conditions)
        asked += wordOf(condition.field) + u'=' + quoted(condition.value);
    QStringList drawn;
    const StyleEffects &effects = rule.effects;
    if (effects.weight)
        drawn += u"weight="_s + QString::number(*effects.weight, 'g', QLocale::FloatingPointShortest);
    if (effects.dash)
        drawn += u"dash="_s + wordOf(*effects.dash);
    if (effects.colour)
        drawn += u"colour="_s + wordOf(*effects.colour);
    if (effects.fill)
        drawn += u"fill="_s + wordOf(*effects.fill);
    if (effects.frame)
        drawn += u"frame="_s + wordOf(*effects.frame);
    if (effects.label)
        drawn += u"label="_s + wordOf(*effects.label);
    return asked.join(u", "_s) + u": "_s + drawn.join(u", "_s);
}

QStringList textsOf(const Style &style)
{
    QStringList texts;
    if (style.mono)
        texts += monoYes;
    if (!style.lanes.isEmpty())
        texts += lanesBy + style.lanes;
    for (const StyleRule &rule : style.rules)
        texts += textOf(rule);
    return texts;
}

QString listItem(const QString &text)
{
    QString item = text;
    item.replace(u'%', u"%25"_s).replace(u';', u"%3B"_s);
    if (item.startsWith(u' '))
        item.replace(0, 1, u"%20"_s);
    if (item.size() > 1 && item.endsWith(u' '))
        item.replace(item.size() - 1, 1, u"%20"_s);
    return item;
}

QString fromListItem(const QString &text)
{
    QString item;
    for (qsizetype i = 0; i < text.size(); ++i) {
        bool isNumber = false;
        const int code = text.at(i) == u'%' ? text.mid(i + 1, 2).toInt(&isNumber, 16) : 0;
        if (isNumber && (code == 0x25 || code == 0x3B || code == 0x20)) {
            item.append(QChar(code));
            i += 2;
        } else {
            item.append(text.at(i));
        }
    }
    return item;
}

} // namespace entente::model
