#include "core/model/stylepresets.h"

#include "core/model/marking.h"

#include <algorithm>

namespace entente::model {

using namespace Qt::StringLiterals;

namespace {

std::vector<StyleRule> rulesOf(const QStringList &texts)
{
    return readableStyle(texts).rules;
}

/// The markings of the map, lowest first: those of its list, then those that only its texts have.
QStringList markingsOf(const Model &model)
{
    std::vector<std::pair<int, QString>> ranked;
    for (const Marking &marking : model.all<Marking>())
        ranked.emplace_back(marking.rank, marking.id.value);
    std::ranges::sort(ranked);
    QStringList markings;
    for (const auto &[rank, marking] : ranked)
        markings += marking;
    const auto add = [&](const QString &marking) {
        if (!marking.trimmed().isEmpty() && !markings.contains(marking, Qt::CaseInsensitive))
            markings += marking;
    };
    for (const Document &document : model.all<Document>())
        add(document.marking);
    for (const Edition &edition : model.all<Edition>())
        add(edition.marking);
    return markings;
}

} // namespace

std::vector<StyleRule> presetRules(StylePreset preset, const Model &model)
{
    switch (preset) {
    case StylePreset::Plain:
        break;
    case StylePreset::ByLevel:
        return rulesOf({u"kind=dialogue, level=summit: fill=blue, frame=double"_s, u"kind=dialogue, level=ministers: fill=blue, frame=heavy"_s,
                        u"kind=dialogue, level=vice-ministers: fill=sand, frame=heavy"_s, u"kind=dialogue, level=directors-general: fill=sand"_s,
                        u"kind=dialogue, level=directors: fill=pale"_s, u"kind=dialogue, level=working: frame=thin"_s,
                        u"kind=dialogue, level=operational: frame=thin"_s, u"kind=dialogue, level=track 1.5: frame=thin"_s});
    case StylePreset::ByState:
        return rulesOf({u"state=delivered: fill=green, frame=double"_s, u"state=follow-up agreed: fill=green, frame=heavy"_s, u"state=raised: fill=green"_s,
                        u"state=dormant: fill=sand"_s, u"state=mechanism only: frame=heavy"_s, u"state=cannot tell: fill=pale"_s,
                        u"state=not raised: frame=thin"_s});
    case StylePreset::ByMarking: {
        const QStringList looks{u"frame=heavy"_s, u"frame=double"_s, u"frame=double, fill=grey"_s, u"frame=heavy, fill=sand"_s};
        std::vector<StyleRule> rules;
        const QStringList markings = markingsOf(model);
        for (qsizetype i = 1; i < markings.size(); ++i) {
            StyleRule rule = rulesOf({u"side=EU: "_s + looks.at(std::min(i - 1, looks.size() - 1))}).front();
            rule.conditions = {{StyleCondition::Field::Marking, markings.at(i)}};
            rules.push_back(rule);
        }
        return rules;
    }
    }
    return {};
}

} // namespace entente::model
