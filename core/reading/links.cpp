#include "core/reading/links.h"

#include "core/base/text.h"
#include "core/model/relationtypes.h"
#include "core/reading/importing.h"
#include "core/reading/keptpromises.h"
#include "core/reading/namesuggestions.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

const QString ThresholdProperty = u"suggestion-threshold"_s;

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::reading", text);
}

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
    options.threshold = suggestionThreshold(model);
    options.dialogue = place.dialogue.value;
    for (const Relation *relation : lookup.incoming(place.dialogue.value, relation::names))
        options.dialogueClauses += relation->source.value;
    options.heldOn = place.heldOn;
    const QSet<QString> atTheTable = present(lookup, place);
    const QString about = !place.meeting.isEmpty() ? place.meeting.value : place.proposedMeeting.isEmpty() ? place.document.value : place.proposedMeeting;
    QSet<QString> added;
    const auto add = [&](const Suggestion &suggestion) {
        if (added.contains(suggestion.id.value))
            return;
        added.insert(suggestion.id.value);
        const Suggestion *before = model.find(suggestion.id);
        if (!before) {
            changes.add(suggestion);
        } else if (before->state == SuggestionState::Rejected && before->document.isEmpty()) {
            // Its text is back.
            Suggestion after = *before;
            after.document = suggestion.document;
            after.label = suggestion.label;
            changes.update(*before, after);
        }
    };
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
        if (const QString warning = confusionWarning(lookup, proposal.target); !warning.isEmpty())
            suggestion.reason += u"; "_s + warning;
        // The same words about the same meeting give the same key: what was decided stays decided when the text comes again.
        suggestion.id.value = contentKey(u"sug"_s, {about, proposal.relation, proposal.target, folded(proposal.quote)});
        const RelationType *type = relationType(proposal.relation);
        const auto target = model.kindOfRecord(proposal.target);
        if (type && target && type->joins(kindOf<Meeting>, *target))
            add(suggestion);
    }
    for (const Suggestion &suggestion : proposeKeptPromises(lookup, read, names, place, progress))
        add(suggestion);
    return changes;
}

double suggestionThreshold(const Model &model)
{
    bool number = false;
    const Property *property = model.find<Property>(ThresholdProperty);
    const double value = property ? property->value.toDouble(&number) : 0;
    return number && value >= 0 && value <= 1 ? value : DefaultThreshold;
}

namespace {

Role roleOf(ParagraphRole role)
{
    switch (role) {
    case ParagraphRole::Heading:
        return Role::Heading;
    case ParagraphRole::Unit:
        return Role::Unit;
    case ParagraphRole::Prose:
        return Role::Prose;
    case ParagraphRole::SetAside:
        return Role::SetAside;
    case ParagraphRole::Gap:
        return Role::Gap;
    case ParagraphRole::Note:
        return Role::Note;
    }
    return Role::Prose;
}

/// The text as it stands in the map, with what people corrected in it.
ReadDocument readAgain(const Lookup &lookup, const model::Document &document)
{
    ReadDocument read;
    read.kind = document.kind == DocumentKind::Instrument ? Kind::Instrument : document.kind == DocumentKind::Readout ? Kind::Readout : Kind::Other;
    read.metadata.title = document.title;
    read.metadata.date = document.date;
    QString heading;
    for (const Paragraph *paragraph : lookup.paragraphs(document.id)) {
        Block block;
        block.role = roleOf(paragraph->role);
        block.page = paragraph->page;
        block.label = paragraph->label;
        block.parent = paragraph->parent;
        block.depth = paragraph->depth;
        block.number = paragraph->number;
        block.text = paragraph->text;
        block.why = paragraph->why;
        if (block.role == Role::Heading)
            heading = block.text;
        block.heading = heading;
        read.blocks.push_back(std::move(block));
    }
    return read;
}

/// Where the text stands: at its meeting, or at the one that is proposed for it and not accepted yet.
LinkPlace placeOf(const Lookup &lookup, const model::Document &document)
{
    LinkPlace place;
    place.document = document.id;
    if (const Meeting *meeting = lookup.model().find(document.meeting)) {
        place.meeting = meeting->id;
        place.dialogue = meeting->dialogue;
        place.heldOn = meeting->start;
        return place;
    }
    for (const Suggestion *suggestion : lookup.suggestions(document.id)) {
        if (suggestion->kind != "meeting"_L1)
            continue;
        const auto rows = ChangeSet::fromJson(QJsonDocument::fromJson(suggestion->proposal.toUtf8()).object(), {});
        if (!rows || rows->changes<Meeting>().empty() || !rows->changes<Meeting>().front().after)
            continue;
        const Meeting &meeting = *rows->changes<Meeting>().front().after;
        if (meeting.status == MeetingStatus::Planned)
            continue; // the next round, which the text announces
        place.proposedMeeting = meeting.id.value;
        if (lookup.model().find(meeting.dialogue))
            place.dialogue = meeting.dialogue;
        place.heldOn = meeting.start;
        for (const auto &change : rows->changes<Attendance>())
            place.institutions.insert(change.after ? change.after->institution.value : QString());
    }
    return place;
}

/// Whether a new look at the text decides on this suggestion anew. A name that waits goes on waiting until it is known.
bool isOutdated(const Suggestion &suggestion, const NameFinder &finder)
{
    if (suggestion.kind == "name"_L1) {
        const auto found = finder.find(suggestion.quote);
        return found.size() == 1 && found.front().length == suggestion.quote.size() && suggestion.target.isEmpty();
    }
    return suggestion.kind == "relation"_L1 || (suggestion.kind == "commitment"_L1 && !suggestion.target.isEmpty());
}

} // namespace

Result<ChangeSet> suggestAgain(const Model &model, const QString &id, std::optional<double> threshold, Progress &progress)
{
    const model::Document *document = model.find<model::Document>(id);
    if (!document)
        return callError(tr("There is no document “%1” in this map; `list MAP documents` shows them.").arg(id.left(80)));
    if (threshold && !(*threshold >= 0 && *threshold <= 1))
        return callError(tr("The threshold is a number from 0 to 1."));
    Model without = model;
    if (threshold) {
        Property property;
        if (const Property *present = model.find<Property>(ThresholdProperty))
            property = *present;
        property.id.value = ThresholdProperty;
        property.value = QString::number(*threshold);
        without.table<Property>().put(property);
    }
    const std::vector<KnownName> names = knownNames(Lookup(model));
    const NameFinder finder(names);
    for (const Suggestion &suggestion : model.all<Suggestion>()) {
        if (suggestion.document == document->id && suggestion.state == SuggestionState::Open && isOutdated(suggestion, finder))
            without.table<Suggestion>().take(suggestion.id.value);
    }
    const Lookup lookup(without);
    const ReadDocument read = readAgain(lookup, *document);
    ChangeSet made;
    if (read.kind == Kind::Readout)
        made = proposeLinks(lookup, read, names, placeOf(lookup, *document), progress);
    const NameProposals proposed = proposeNames(lookup, read.blocks, {}, names, document->id, progress);
    if (progress.isCancelled())
        return cancelledError();
    Model after = without;
    after.apply(made);
    after.apply(proposed.changes);
    return difference(model, after, tr("look for suggestions again"));
}

} // namespace entente::reading
