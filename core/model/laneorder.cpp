#include "core/model/laneorder.h"

#include <algorithm>

namespace entente::model {

Rung rungOf(Level level)
{
    switch (level) {
    case Level::Summit:
        return Rung::Summit;
    case Level::Ministers:
        return Rung::Ministers;
    case Level::ViceMinisters:
        return Rung::ViceMinisters;
    case Level::DirectorsGeneral:
        return Rung::DirectorsGeneral;
    case Level::Directors:
        return Rung::Directors;
    case Level::Working:
    case Level::Operational:
        return Rung::Working;
    case Level::Parliament:
        return Rung::Parliament;
    case Level::Track15:
    case Level::Conference:
        return Rung::Track15;
    case Level::None:
    case Level::Various:
        break;
    }
    return Rung::NoLevel;
}

std::vector<const Dialogue *> laneOrder(const Lookup &lookup)
{
    std::vector<const Dialogue *> dialogues;
    for (const Dialogue &dialogue : lookup.model().all<Dialogue>())
        dialogues.push_back(&dialogue);
    std::stable_sort(dialogues.begin(), dialogues.end(), [&](const Dialogue *a, const Dialogue *b) {
        const auto order = [&](const Dialogue *d) { return std::pair(rungOf(d->level), -qsizetype(lookup.meetings(d->id).size())); };
        return order(a) < order(b);
    });
    return dialogues;
}

} // namespace entente::model
