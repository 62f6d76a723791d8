#include "core/coverage/explanation.h"

#include "core/base/text.h"
#include "core/coverage/words.h"
#include "core/model/asof.h"

#include <QCoreApplication>

#include <algorithm>

namespace entente::coverage {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::coverage", text);
}

/// Builds the sentences about one clause.
class Explanation
{
public:
    Explanation(const Lookup &lookup, const Coverage &coverage, const ClauseState &state)
        : m_lookup(lookup)
        , m_coverage(coverage)
        , m_state(state)
    {}

    QStringList lines() const;

private:
    QString judgement() const;
    QString rule() const;
    QString passages() const;
    QString window() const;
    QString silence() const;
    QString owners() const;
    QString missing() const;
    QStringList notCounted() const;
    QString adoption() const;
    QString change() const;
    QStringList rounds(const QStringList &dialogues, bool onlyWithoutReadout) const;
    QString touched(const Cell &cell) const;

    const Lookup &m_lookup;
    const Coverage &m_coverage;
    const ClauseState &m_state;
};

/// `¶ 4, 5 and 6 of the read-out of round 7 of CYB, 20 May 2025`.
QString Explanation::touched(const Cell &cell) const
{
    QStringList labels;
    for (const QString &id : cell.evidence) {
        const Evidence *evidence = m_lookup.model().find<Evidence>(id);
        const Passage *passage = evidence ? m_lookup.model().find<Passage>(evidence->origin.value) : nullptr;
        if (passage && !passage->label.isEmpty() && !labels.contains(passage->label))
            labels.append(passage->label);
    }
    std::ranges::stable_sort(labels, {}, [](const QString &label) { return label.toInt(); });
    const QString round = roundInWords(m_lookup, cell.meeting);
    return labels.isEmpty() ? round : tr("¶ %1 of %2").arg(sentenceList(labels), round);
}

QString Explanation::passages() const
{
    QStringList places;
    for (const Cell &cell : m_state.cells) {
        if (cell.level > CoverageLevel::None)
            places.append(touched(cell));
    }
    const int count = m_state.passages();
    const QString where = places.join("; "_L1);
    return count == 1 ? tr("One accepted passage: %1.").arg(where) : tr("%1 accepted passages: %2.").arg(count).arg(where);
}

QString Explanation::window() const
{
    const QString until = dateInWords(m_state.aliveUntil);
    const QString last =
        (m_state.computedRule == 5 ? tr("the last of them counts until %1") : tr("the last of them counted until %1")).arg(until);
    if (m_state.cadenceStated)
        return tr("%1 states a rhythm of %2 months: %3.")
            .arg(dialoguesInWords(m_lookup, m_state.responsible))
            .arg(m_state.cadence)
            .arg(last);
    if (m_state.responsible.isEmpty())
        return tr("Clause %1 names no dialogue, so passages count for %2 months: %3.").arg(m_state.label).arg(m_state.cadence).arg(last);
    return tr("%1 states no rhythm, so passages count for %2 months: %3.")
        .arg(dialoguesInWords(m_lookup, m_state.responsible))
        .arg(m_state.cadence)
        .arg(last);
}

/// The counted rounds of dialogues; read from the columns, which hold all of them.
QStringList Explanation::rounds(const QStringList &dialogues, bool onlyWithoutReadout) const
{
    QStringList meetings;
    for (const Column &column : m_coverage.columns) {
        if (dialogues.contains(column.dialogue) && (column.readoutMissing || !onlyWithoutReadout))
            meetings.append(column.meeting);
    }
    return meetings;
}

/// Why there is no passage: rules 7 and 8.
QString Explanation::silence() const
{
    const QStringList held = rounds(m_state.responsible, false);
    if (m_state.computed == ProgressState::CannotTell)
        return tr("No accepted passage, but a dialogue met whose read-out is not in the map.");
    if (m_state.computed == ProgressState::MechanismOnly)
        return tr("No accepted passage, though the dialogue met and all its read-outs are in the map: %1.")
            .arg(roundsInWords(m_lookup, held));
    const QStringList reviewed = rounds(m_state.reviewing, false);
    if (!reviewed.isEmpty())
        return tr("No accepted passage, and only reviewing dialogues met; their read-outs are in the map: %1.")
            .arg(roundsInWords(m_lookup, reviewed));
    if (m_state.responsible.isEmpty() && m_state.reviewing.isEmpty())
        return tr("No accepted passage, and no dialogue is responsible for the clause or reviews its area.");
    return tr("No accepted passage, and no responsible or reviewing dialogue had a round that counts.");
}

QString Explanation::rule() const
{
    switch (m_state.computedRule) {
    case 2:
        return tr("The clause declares something; it promises no act that could be followed up.");
    case 3:
        return tr("A gap stands inside the clause's own text; what stood there cannot be known.");
    case 4:
        return tr("A passage says that it was done. %1").arg(passages());
    case 5:
        return tr("%1 Highest level: %2.").arg(passages(), wordOf(m_state.highestLevel()));
    case 6:
        return m_state.computed == ProgressState::Dormant
                   ? tr("%1 Nothing newer is known, and no missing read-out of a responsible dialogue could hide it.").arg(passages())
                   : tr("%1 Since then a responsible dialogue met whose read-out is not in the map.").arg(passages());
    default:
        return silence();
    }
}

QString Explanation::judgement() const
{
    const Judgement &judgement = *m_state.judgement;
    const QString who = judgement.who.isEmpty() ? tr("Somebody") : judgement.who;
    const QString when = judgement.date.isKnown() ? tr(" on %1").arg(judgement.date.toWords()) : QString();
    const QString why = judgement.reason.isEmpty() ? tr("no reason given") : judgement.reason;
    return tr("Rule 1. %1 judged it %2%3: %4. Computed: %5.").arg(who, wordOf(judgement.progress), when, why, wordOf(m_state.computed));
}

QString Explanation::owners() const
{
    QString text;
    if (m_state.responsible.isEmpty())
        text = tr("Nobody is named as responsible.");
    else if (m_state.responsibleFrom.isEmpty())
        text = tr("Responsible: %1.").arg(dialoguesInWords(m_lookup, m_state.responsible));
    else
        text = tr("Responsible: %1, from clause %2.").arg(dialoguesInWords(m_lookup, m_state.responsible), m_state.responsibleFrom);
    if (!m_state.reviewing.isEmpty())
        text += u' ' + tr("Reviews the area: %1.").arg(dialoguesInWords(m_lookup, m_state.reviewing));
    return text;
}

QString Explanation::missing() const
{
    if (m_state.missingReadouts.isEmpty())
        return {};
    return tr("Read-outs missing: %1.").arg(roundsInWords(m_lookup, m_state.missingReadouts));
}

QStringList Explanation::notCounted() const
{
    QStringList lines;
    for (const QString &id : m_state.notCounted) {
        const Meeting *meeting = m_lookup.model().find<Meeting>(id);
        if (!meeting)
            continue;
        QString why = tr("it does not begin after the day of adoption");
        if (meeting->status != MeetingStatus::Held)
            why = tr("it was not held");
        else if (!meeting->start.isKnown())
            why = tr("it has no date");
        else if (!mayBeBy(meeting->start, m_coverage.asOf))
            why = tr("it is later than %1").arg(dateInWords(m_coverage.asOf));
        lines.append(tr("Passages of %1 do not count: %2.").arg(roundInWords(m_lookup, id), why));
    }
    int undated = 0;
    for (const QString &dialogue : m_state.responsible + m_state.reviewing) {
        for (const Meeting *meeting : m_lookup.meetings(Id<Dialogue>(dialogue)))
            undated += meeting->status == MeetingStatus::Held && !meeting->start.isKnown();
    }
    if (undated > 0)
        lines.append(undated == 1 ? tr("One round has no date and does not count.")
                                  : tr("%1 rounds have no date and do not count.").arg(undated));
    return lines;
}

QString Explanation::adoption() const
{
    if (!m_coverage.adopted.isKnown())
        return tr("The day of adoption is not known, so every round held counts.");
    if (m_coverage.asOf.isValid() && !mayBeBy(m_coverage.adopted, m_coverage.asOf))
        return tr("On %1 the text was not adopted yet.").arg(dateInWords(m_coverage.asOf));
    if (!m_coverage.adopted.isDay())
        return tr("The day of adoption is known only as %1, so rounds that may be later count.").arg(m_coverage.adopted.toWords());
    return {};
}

QString Explanation::change() const
{
    QStringList ways;
    int waiting = 0;
    for (const Cell &cell : m_state.cells)
        waiting += cell.waiting;
    if (waiting > 0)
        ways.append(waiting == 1 ? tr("one suggestion that waits") : tr("%1 suggestions that wait").arg(waiting));
    if (!m_state.missingReadouts.isEmpty()) {
        const auto count = m_state.missingReadouts.size();
        ways.append(count == 1 ? tr("the missing read-out") : tr("one of the %1 missing read-outs").arg(count));
    }
    switch (m_state.computed) {
    case ProgressState::NotApplicable:
        return {};
    case ProgressState::CannotTell:
        if (m_state.computedRule == 3)
            return tr("Could still change it: an edition with the full text, or your own judgement.");
        break;
    case ProgressState::Raised:
    case ProgressState::FollowUpAgreed:
        ways.append(tr("a passage that says more, or silence after %1").arg(dateInWords(m_state.aliveUntil)));
        break;
    case ProgressState::Delivered:
        return {};
    default:
        ways.append(tr("a round with a passage on it"));
        break;
    }
    return ways.isEmpty() ? QString() : tr("Could still change it: %1.").arg(ways.join("; "_L1));
}

QStringList Explanation::lines() const
{
    QStringList lines;
    if (m_state.judgement)
        lines.append(judgement());
    lines.append(tr("Rule %1. %2").arg(m_state.computedRule).arg(rule()));
    if (m_state.computedRule == 5 || m_state.computedRule == 6)
        lines.append(window());
    if (m_state.computedRule >= 5)
        lines.append(owners());
    if (m_state.computedRule >= 4)
        lines.append(missing());
    lines.append(notCounted());
    lines.append(adoption());
    lines.append(change());
    lines.removeAll(QString());
    return lines;
}

} // namespace

QStringList explanation(const Lookup &lookup, const Coverage &coverage, const ClauseState &state)
{
    return Explanation(lookup, coverage, state).lines();
}

} // namespace entente::coverage
