#include "core/reading/links.h"

#include "core/base/text.h"
#include "core/model/relationtypes.h"

#include <QCoreApplication>

#include <algorithm>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

/// Those at the table and the bodies that they are part of: that a read-out names them says nothing.
QSet<QString> present(const Lookup &lookup, const LinkPlace &place)
{
    QSet<QString> found;
    QStringList open = place.institutions.values();
    for (const Attendance *attendance : lookup.attendance(place.meeting))
        open += attendance->institution.value;
    while (!open.isEmpty()) {
        const QString institution = open.takeLast();
        if (found.contains(institution))
            continue;
        found.insert(institution);
        for (const Relation *relation : lookup.outgoing(institution, relation::partOf))
            open += relation->target.value;
    }
    return found;
}

} // namespace

std::vector<ClauseText> clauseTexts(const Lookup &lookup)
{
    std::vector<ClauseText> texts;
    for (const Clause &clause : lookup.model().all<Clause>()) {
        if (!isCurrent(lookup.model(), clause))
            continue;
        ClauseText text;
        text.id = clause.id.value;
        text.label = clause.label;
        text.heading = clause.heading;
        text.summary = clause.summary;
        text.text = clause.text;
        for (const Relation *relation : lookup.outgoing(clause.id.value, relation::names))
            text.named += relation->target.value;
        for (const Relation *relation : lookup.incoming(clause.id.value, relation::foundedBy))
            text.named += relation->source.value;
        if (const Area *area = lookup.model().find(clause.area)) {
            text.area = area->id.value;
            text.areaTerms = QStringList{area->nameEn, area->abbreviation};
            for (const Name *name : lookup.names(area->id.value))
                text.areaTerms += name->text;
        }
        text.declaratory = !clause.commitment.isEmpty() && clause.commitment.front() == "declaratory"_L1;
        texts.push_back(std::move(text));
    }
    return texts;
}

ChangeSet proposeLinks(const Lookup &lookup, const ReadDocument &read, const std::vector<KnownName> &names, const LinkPlace &place,
                       Progress &progress)
{
    const Model &model = lookup.model();
    ChangeSet changes;
    SuggestOptions options;
    options.dialogue = place.dialogue.value;
    for (const Relation *relation : lookup.incoming(place.dialogue.value, relation::names))
        options.dialogueClauses += relation->source.value;
    options.heldOn = place.heldOn;
    const QSet<QString> atTheTable = present(lookup, place);
    const QString about = !place.meeting.isEmpty() ? place.meeting.value : place.proposedMeeting.isEmpty() ? place.document.value : place.proposedMeeting;
    QSet<QString> added;
    for (const Proposal &proposal : suggest(read, names, clauseTexts(lookup), options, progress)) {
        if (atTheTable.contains(proposal.target))
            continue;
        Suggestion suggestion;
        suggestion.kind = u"relation"_s;
        suggestion.document = place.document;
        suggestion.label = proposal.label;
        suggestion.quote = proposal.quote;
        suggestion.offset = proposal.offset;
        suggestion.relation = proposal.relation;
        suggestion.source.value = place.meeting.value;
        suggestion.target.value = proposal.target;
        suggestion.level = fromWord<CoverageLevel>(proposal.level).value_or(CoverageLevel::None);
        suggestion.score = proposal.score;
        suggestion.reason = proposal.reason;
        // The same words about the same meeting give the same key: what was decided stays decided when the text comes again.
        suggestion.id.value = contentKey(u"sug"_s, {about, proposal.relation, proposal.target, folded(proposal.quote)});
        const RelationType *type = relationType(proposal.relation);
        const auto target = model.kindOfRecord(proposal.target);
        if (model.find(suggestion.id) || added.contains(suggestion.id.value) || !type || !target || !type->joins(kindOf<Meeting>, *target))
            continue;
        added.insert(suggestion.id.value);
        changes.add(suggestion);
    }
    return changes;
}

} // namespace entente::reading
