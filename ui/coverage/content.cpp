#include "ui/coverage/content.h"

#include "core/coverage/explanation.h"
#include "core/model/laneorder.h"
#include "core/model/relationtypes.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace entente::ui {

using namespace Qt::StringLiterals;
using coverage::Cell;
using coverage::ClauseState;
using coverage::Part;

namespace {

QString tr(const char *text, const char *comment = nullptr, int n = -1)
{
    return QCoreApplication::translate("entente::ui", text, comment, n);
}

CoverageHead headOf(const Lookup &lookup, const coverage::Column &column)
{
    CoverageHead head;
    head.meeting = column.meeting;
    head.dialogue = column.dialogue;
    head.readoutMissing = column.readoutMissing;
    head.plain = codeOf(lookup, column.dialogue);
    head.code = head.plain;
    const Meeting *meeting = lookup.model().find<Meeting>(column.meeting);
    if (!meeting)
        return head;
    if (meeting->ordinal)
        head.code += u' ' + QString::number(*meeting->ordinal);
    const QString words = meeting->start.toWords();
    const qsizetype cut = words.lastIndexOf(u' ');
    head.day = cut < 0 ? QString() : words.left(cut);
    head.year = words.mid(cut + 1);
    const QString month = head.day.section(u' ', -1);
    head.brief = month.isEmpty() ? head.year : month + u" ’"_s + head.year.right(2);
    return head;
}

/// The rounds of all other dialogues as columns: together by dialogue, in the order of the ladder.
std::vector<coverage::Column> otherColumns(const Lookup &lookup, const QStringList &meetings)
{
    std::map<QString, std::vector<coverage::Column>> byDialogue;
    for (const QString &id : meetings) {
        if (const Meeting *meeting = lookup.model().find<Meeting>(id))
            byDialogue[meeting->dialogue.value].push_back({id, meeting->dialogue.value, lookup.readout(meeting->id) == nullptr});
    }
    std::vector<coverage::Column> columns;
    for (const Dialogue *dialogue : laneOrder(lookup)) {
        const auto rounds = byDialogue.extract(dialogue->id.value);
        if (!rounds.empty())
            columns.insert(columns.end(), rounds.mapped().begin(), rounds.mapped().end());
    }
    for (const auto &[dialogue, rounds] : byDialogue) // Of dialogues that the map does not have.
        columns.insert(columns.end(), rounds.begin(), rounds.end());
    return columns;
}

} // namespace

QString stateWords(ProgressState state)
{
    switch (state) {
    case ProgressState::NotApplicable:
        return tr("Not applicable");
    case ProgressState::NotRaised:
        return tr("Not raised");
    case ProgressState::MechanismOnly:
        return tr("Mechanism only");
    case ProgressState::Raised:
        return tr("Raised");
    case ProgressState::Dormant:
        return tr("Dormant");
    case ProgressState::FollowUpAgreed:
        return tr("Follow-up agreed");
    case ProgressState::Delivered:
        return tr("Delivered");
    case ProgressState::CannotTell:
        break;
    }
    return tr("Cannot tell");
}

QString levelWords(CoverageLevel level)
{
    switch (level) {
    case CoverageLevel::Mentioned:
        return tr("mentioned");
    case CoverageLevel::Discussed:
        return tr("discussed");
    case CoverageLevel::FollowUpAgreed:
        return tr("follow-up agreed");
    case CoverageLevel::Delivered:
        return tr("delivered");
    case CoverageLevel::None:
        break;
    }
    return {};
}

QString knowledgeWords(Knowledge knowledge)
{
    switch (knowledge) {
    case Knowledge::Documented:
        return tr("Read-out");
    case Knowledge::Reported:
        return tr("Press");
    case Knowledge::Inferred:
        return tr("Inferred");
    case Knowledge::None:
        break;
    }
    return tr("None");
}

QString CoverageContent::cannotTellWords() const
{
    const int unknown = coverage.count(ProgressState::CannotTell);
    return unknown == 0 ? QString() : tr("%1 of %2 cannot be told yet:").arg(unknown).arg(coverage.clauses.size());
}

QString CoverageContent::missingWords() const
{
    return missingReadouts == 1 ? tr("1 of %1 read-outs is missing.").arg(heads.size())
                                : tr("%1 of %2 read-outs are missing.").arg(missingReadouts).arg(heads.size());
}

QString addDialogueCode(const Lookup &lookup, CoverageContent &content, const QString &dialogue)
{
    const QString code = codeOf(lookup, dialogue);
    const Dialogue *record = lookup.model().find<Dialogue>(dialogue);
    std::pair<QString, QString> entry(code, record ? plainName(*record) : dialogue);
    if (std::ranges::find(content.codes, entry) == content.codes.end())
        content.codes.push_back(std::move(entry));
    return code;
}

Cell CoverageContent::cell(const CoverageLine &line, int round) const
{
    return coverage.cell(*stateOf(line), columns[std::size_t(round)]);
}

Part CoverageContent::part(const CoverageLine &line, int round) const
{
    return stateOf(line)->part(columns[std::size_t(round)].dialogue);
}

CoverageContent coverageContent(const Lookup &lookup, const Lens &lens, const CoverageArrangement &arrangement)
{
    const Id<Instrument> id = chosenInstrument(lookup.model(), lens);
    if (!lookup.model().find(id))
        return {};
    return coverageContent(lookup, coverage::coverageOf(lookup, id, lens.asOf), arrangement);
}

CoverageContent coverageContent(const Lookup &lookup, coverage::Coverage computed, const CoverageArrangement &arrangement)
{
    CoverageContent content;
    const Instrument *instrument = lookup.model().find<Instrument>(computed.instrument);
    if (!instrument)
        return content;
    content.instrument = computed.instrument;
    content.title = instrument->nameEn;
    content.shortTitle = lookup.shortTitle(computed.instrument);
    content.arrangement = arrangement;
    content.coverage = std::move(computed);
    content.columns = content.coverage.columns;
    content.folded = int(content.coverage.folded.size());
    if (arrangement.rounds == CoverageArrangement::Rounds::All) {
        const auto others = otherColumns(lookup, content.coverage.folded);
        content.columns.insert(content.columns.end(), others.begin(), others.end());
        content.folded = 0;
    }
    for (const coverage::Column &column : content.columns) {
        CoverageHead head = headOf(lookup, column);
        head.startsDialogue = content.heads.empty() || content.heads.back().dialogue != head.dialogue;
        content.missingReadouts += head.readoutMissing ? 1 : 0;
        addDialogueCode(lookup, content, head.dialogue);
        content.heads.push_back(std::move(head));
    }
    addCoverageLines(lookup, content);

    QStringList facts;
    const bool points = std::ranges::any_of(content.coverage.clauses, [&](const ClauseState &state) {
        const Clause *clause = lookup.model().find<Clause>(state.clause);
        return clause && !clause->parent.isEmpty();
    });
    facts << (points ? tr("%1 clauses and points") : tr("%1 clauses")).arg(content.coverage.clauses.size());
    if (const Edition *edition = lookup.model().find(instrument->edition); edition && edition->date.isKnown()) {
        const bool gaps = std::ranges::any_of(content.lines, [](const CoverageLine &line) { return line.kind == CoverageLine::Kind::Gap; });
        facts << (gaps ? tr("text of %1, partly released") : tr("text of %1")).arg(edition->date.toWords());
    }
    content.subtitle = facts.join(u" · "_s);
    return content;
}

CoverageHighlight coverageHighlight(const Lookup &lookup, const QSet<QString> &selected)
{
    CoverageHighlight highlight;
    for (const QString &record : selected) {
        if (lookup.model().find<Clause>(record)) {
            highlight.clauses.insert(record);
        } else if (lookup.model().find<Meeting>(record)) {
            highlight.meetings.insert(record);
        } else if (lookup.model().find<Dialogue>(record)) {
            for (const Meeting *meeting : lookup.meetings(Id<Dialogue>(record)))
                highlight.meetings.insert(meeting->id.value);
        } else if (const Area *area = lookup.model().find<Area>(record)) {
            for (const Clause &clause : lookup.model().all<Clause>()) {
                if (clause.area == area->id && isCurrent(lookup.model(), clause))
                    highlight.clauses.insert(clause.id.value);
            }
        } else if (const Relation *relation = lookup.model().find<Relation>(record); relation && relation->type == relation::raises) {
            highlight.cellMeeting = relation->source.value;
            highlight.cellClause = relation->target.value;
            highlight.clauses.insert(relation->target.value);
        }
    }
    return highlight;
}

QStringList whyWords(const Lookup &lookup, const CoverageContent &content, const ClauseState &state)
{
    return QStringList{tr("Clause %1: %2. Why?").arg(state.label, stateWords(state.progress()).toLower())} +
           coverage::explanation(lookup, content.coverage, state);
}

} // namespace entente::ui
