#include "core/coverage/rules.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace entente::coverage {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::coverage", text);
}

constexpr int centuryOfMonths = 1200;

constexpr CoverageMeasure measures[] = {
    {"coverage-window-months", &CoverageRules::window, 1, centuryOfMonths,
     QT_TRANSLATE_NOOP("entente::coverage", "months that a passage keeps a clause alive where no rhythm is stated")},
    {"series-rhythm-months", &CoverageRules::rhythm, 1, centuryOfMonths,
     QT_TRANSLATE_NOOP("entente::coverage", "months that gaps are measured against where no rhythm is stated")},
    {"series-gap-factor", &CoverageRules::gapFactor, 1, 100,
     QT_TRANSLATE_NOOP("entente::coverage", "times the rhythm between two rounds that make a gap")},
    {"reminder_days", &CoverageRules::dueSoon, 0, 3650,
     QT_TRANSLATE_NOOP("entente::coverage", "days before a commitment is due on which the worklist begins to remind")},
    {"findings-fewest-rounds", &CoverageRules::fewestRounds, 1, 1000,
     QT_TRANSLATE_NOOP("entente::coverage", "rounds with a record of who came before presence at every round means anything")},
    {"findings-fewest-sources", &CoverageRules::fewestSources, 1, 1000,
     QT_TRANSLATE_NOOP("entente::coverage", "official sources before a second side can be missed")},
};

std::optional<int> valueFor(const CoverageMeasure &measure, const QString &text)
{
    bool isNumber = false;
    const int number = text.trimmed().toInt(&isNumber);
    return isNumber && number >= measure.least && number <= measure.most ? std::optional(number) : std::nullopt;
}

} // namespace

std::span<const CoverageMeasure> coverageMeasures()
{
    return measures;
}

CoverageRules rulesOf(const Model &model)
{
    CoverageRules rules;
    for (const CoverageMeasure &measure : measures) {
        const Property *property = model.find<Property>(QString::fromLatin1(measure.property));
        if (const auto value = property ? valueFor(measure, property->value) : std::nullopt)
            rules.*measure.value = *value;
    }
    return rules;
}

QString unreadableRule(const Model &model, const CoverageMeasure &measure)
{
    const Property *property = model.find<Property>(QString::fromLatin1(measure.property));
    if (!property || valueFor(measure, property->value))
        return {};
    return tr("“%1” of %2 is no number from %3 to %4 (%5); the usual %6 is taken.")
        .arg(property->value.left(40), property->id.value, QString::number(measure.least), QString::number(measure.most), tr(measure.words),
             QString::number(CoverageRules().*measure.value));
}

bool isMeasure(const QString &property)
{
    return std::ranges::any_of(measures, [&](const CoverageMeasure &measure) { return property == QLatin1StringView(measure.property); });
}

} // namespace entente::coverage
