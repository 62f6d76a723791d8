#include "ui/timeline/content.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <iterator>

/// What is told of a timeline's content in words, and how a lens spells its lanes.
namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::ui", text);
}

constexpr const char *laneKinds[] = {"dialogue", "area", "institution", "side"};
const QString styleOfLanes = u"lanes="_s;

} // namespace

QString wordOf(TimelineLanes lanes)
{
    return QLatin1StringView(laneKinds[int(lanes)]);
}

std::optional<TimelineLanes> lanesFromWord(const QString &word)
{
    for (int kind = 0; kind < int(std::size(laneKinds)); ++kind) {
        if (word.compare(QLatin1StringView(laneKinds[kind]), Qt::CaseInsensitive) == 0)
            return TimelineLanes(kind);
    }
    return std::nullopt;
}

TimelineLanes lanesOf(const Lens &lens)
{
    for (const QString &rule : lens.style) {
        if (rule.startsWith(styleOfLanes))
            return lanesFromWord(rule.mid(styleOfLanes.size())).value_or(TimelineLanes::Dialogue);
    }
    return TimelineLanes::Dialogue;
}

Lens withLanes(Lens lens, TimelineLanes lanes)
{
    lens.style.removeIf([](const QString &rule) { return rule.startsWith(styleOfLanes); });
    if (lanes != TimelineLanes::Dialogue)
        lens.style.append(styleOfLanes + wordOf(lanes));
    return lens;
}

QString lanesInWords(TimelineLanes lanes)
{
    switch (lanes) {
    case TimelineLanes::Dialogue:
        break;
    case TimelineLanes::Area:
        return tr("lanes by area: rounds of the dialogues that look after it, and those that raised it");
    case TimelineLanes::Institution:
        return tr("lanes by institution: the rounds at which it is recorded");
    case TimelineLanes::Side:
        return tr("lanes by side: the rounds at which one of its bodies or heads is recorded");
    }
    return tr("lanes by dialogue, in the order of the ladder");
}

int TimelineContent::roundsBefore(const QDate &day) const
{
    QSet<QString> found;
    for (const TimelineLane &lane : lanes) {
        for (const TimelineRound &round : lane.marks) {
            if (!round.isCommitment && round.last < day)
                found.insert(round.record);
        }
    }
    return int(found.size());
}

QString countsInWords(const TimelineContent &content, const QDate &rangeStart, bool brief, std::pair<qsizetype, qsizetype> *undated)
{
    const QString between = u" · "_s;
    QStringList parts;
    if (content.from.isValid())
        parts << (brief ? tr("%1 of %2 in the range") : tr("%1 of %2 rounds in the range")).arg(content.inRange).arg(content.rounds);
    if (!brief && !content.from.isValid())
        parts << (content.rounds == 1 && content.lanes.size() == 1 ? tr("1 round in 1 lane")
                                                                  : tr("%1 rounds in %2 lanes").arg(content.rounds).arg(content.lanes.size()));
    if (const int earlier = content.roundsBefore(rangeStart); earlier > 0)
        parts << (brief ? tr("%1 before %2") : tr("%1 before %2 counted at the left")).arg(earlier).arg(rangeStart.year());
    if (!content.unplaced.isEmpty())
        parts << (brief ? tr("%1 in no lane") : tr("%1 rounds in no lane")).arg(content.unplaced.size());
    const QString without = tr("%1 undated").arg(content.undated.size() + content.undatedCommitments.size());
    if (undated) {
        const qsizetype start = parts.isEmpty() ? 0 : parts.join(between).size() + between.size();
        *undated = {start, without.size()};
    }
    parts << without;
    if (const int empty = content.dialoguesWithoutRound; empty == 1)
        parts << (brief ? tr("1 dialogue without a round") : tr("1 dialogue has no round and no lane"));
    else if (empty > 1)
        parts << (brief ? tr("%1 dialogues without a round") : tr("%1 dialogues have no round and no lane")).arg(empty);
    return parts.join(between);
}

} // namespace entente::ui
