#include "core/coverage/series.h"
#include "core/model/relationtypes.h"
#include "core/reading/editions.h"
#include "ui/inspector/sheet.h"
#include "ui/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace entente::ui::sheets {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t roundsShown = 4;

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::ui::sheets", text);
}

QString when(const Meeting &meeting)
{
    if (!meeting.start.isKnown())
        return tr("no date");
    if (meeting.end.isKnown() && meeting.end != meeting.start)
        return meeting.start.toWords() + u" – "_s + meeting.end.toWords();
    return meeting.start.toWords();
}

/// The bodies of one side at a meeting, as links.
Runs bodies(const Lookup &lookup, const Meeting &meeting, Side side)
{
    Runs runs;
    for (const Attendance *attendance : lookup.attendance(meeting.id)) {
        const auto *institution = lookup.model().find(attendance->institution);
        if (!institution || institution->side != side)
            continue;
        if (!runs.empty())
            runs.push_back({u", "_s});
        runs.push_back(link(lookup, institution->id.value, true));
    }
    return runs;
}

std::vector<const Meeting *> newestFirst(const Lookup &lookup, const Dialogue &dialogue)
{
    const auto meetings = lookup.meetings(dialogue.id);
    std::vector<const Meeting *> list(meetings.begin(), meetings.end());
    std::stable_sort(list.begin(), list.end(),
                     [](const Meeting *a, const Meeting *b) { return a->start.first().toJulianDay() > b->start.first().toJulianDay(); });
    return list;
}

void seats(SheetSection &section, const Lookup &lookup, const Dialogue &dialogue, const QDate &asOf)
{
    for (const Meeting *meeting : newestFirst(lookup, dialogue)) {
        if (meeting->status != MeetingStatus::Held || (meeting->start.isKnown() && meeting->start.first() > asOf))
            continue;
        Runs eu = bodies(lookup, *meeting, Side::Eu);
        Runs rok = bodies(lookup, *meeting, Side::Rok);
        if (eu.empty() || rok.empty())
            continue;
        section.items.push_back(fact(tr("EU table"), std::move(eu)));
        section.items.push_back(fact(tr("ROK table"), std::move(rok)));
        return;
    }
}

} // namespace

SheetSection rounds(const Lookup &lookup, const Dialogue &dialogue, const SheetOptions &options)
{
    const std::vector<const Meeting *> list = newestFirst(lookup, dialogue);
    SheetSection section{tr("Rounds"), {{QString::number(list.size()), {}, Run::Faint}}, {}};
    const bool all = options.unfolded.contains(section.title);
    for (std::size_t i = 0; i < list.size() && (all || i < roundsShown); ++i) {
        const Meeting &meeting = *list[i];
        SheetItem item{.form = SheetItem::Round};
        item.format = meeting.format;
        item.label = meeting.ordinal ? QString::number(*meeting.ordinal) : QString();
        item.runs.push_back({when(meeting), {Target::Record, meeting.id.value}, Run::Normal});
        const QString place = meeting.format == MeetingFormat::Virtual ? tr("by video") : meeting.place;
        item.runs.push_back({u"  "_s + place});
        if (meeting.status != MeetingStatus::Held)
            item.runs.push_back({u"  "_s + shown(meeting.status), {}, Run::Warn});
        if (const model::Document *readout = lookup.readout(meeting.id))
            item.aside.push_back({tr("read-out"), {Target::Text, readout->id.value}});
        else if (meeting.status == MeetingStatus::Held)
            item.aside.push_back({tr("no read-out"), {}, Run::Faint});
        section.items.push_back(std::move(item));
    }
    if (!all && list.size() > roundsShown)
        section.items.push_back(
            {.form = SheetItem::Text,
             .runs = {{tr("%1 earlier rounds").arg(list.size() - roundsShown), {Target::Command, u"unfold:"_s + section.title}}}});
    return section;
}

void describeDialogue(Sheet &sheet, const Lookup &lookup, const Dialogue &dialogue, const SheetOptions &options)
{
    SheetSection clock{tr("Clock"), {}, {}};
    if (!dialogue.frequency.isEmpty())
        clock.aside.push_back({tr("stated: %1").arg(dialogue.frequency), {}, Run::Faint});
    const coverage::Series series = coverage::seriesOf(lookup, dialogue, options.asOf);
    if (!series.rounds.empty()) {
        SheetItem strip{.form = SheetItem::Strip};
        strip.clock.asOf = options.asOf;
        strip.clock.nextDue = series.nextDue;
        for (const coverage::HeldRound &round : series.rounds) {
            const Meeting *meeting = lookup.model().find<Meeting>(round.meeting);
            strip.clock.rounds.push_back({round.start, meeting ? meeting->format : MeetingFormat::Unknown});
        }
        for (const coverage::Gap &gap : series.gaps)
            strip.clock.gaps.emplace_back(gap.from.last(), gap.to.first());
        clock.items.push_back(std::move(strip));
    }
    if (!series.sentence.isEmpty())
        clock.items.push_back({.form = SheetItem::Text, .runs = {{series.sentence}}});
    for (const QString &remark : series.remarks)
        clock.items.push_back({.form = SheetItem::Text, .runs = {{remark, {}, Run::Warn}}});
    put(sheet, std::move(clock));

    SheetSection tied = ties(lookup, dialogue.id.value);
    seats(tied, lookup, dialogue, options.asOf);
    if (!dialogue.establishedBy.isEmpty())
        tied.items.push_back(fact(tr("Set up by"), dialogue.establishedBy));
    put(sheet, std::move(tied));
    put(sheet, rounds(lookup, dialogue, options));

    QStringList subjects{dialogue.id.value};
    std::vector<const Commitment *> promised;
    for (const Meeting *meeting : lookup.meetings(dialogue.id)) {
        subjects += meeting->id.value;
        std::ranges::copy(lookup.commitments(meeting->id), std::back_inserter(promised));
    }
    put(sheet, passages(lookup, subjects, options));
    if (!promised.empty())
        put(sheet, commitments(promised, options.asOf));
    put(sheet, knownFrom(lookup, dialogue.id.value, options));
}

void describeMeeting(Sheet &sheet, const Lookup &lookup, const Meeting &meeting, const SheetOptions &options)
{
    SheetSection facts{tr("Meeting"), {}, {}};
    facts.items.push_back(fact(tr("Dialogue"), Runs{link(lookup, meeting.dialogue.value)}));
    facts.items.push_back(fact(tr("When"), when(meeting)));
    facts.items.push_back(fact(tr("Where"), meeting.place));
    facts.items.push_back(fact(tr("Format"), shown(meeting.format)));
    facts.items.push_back(fact(tr("Topics"), meeting.topics.join(u", "_s)));
    if (const model::Document *readout = lookup.readout(meeting.id))
        facts.items.push_back(fact(tr("Read-out"), Runs{{readout->title, {Target::Text, readout->id.value}}}));
    else
        facts.items.push_back(
            fact(tr("Read-out"), Runs{{tr("missing") + u"  "_s, {}, Run::Faint}, {tr("Import…"), {Target::Command, u"import"_s}}}));
    put(sheet, std::move(facts));

    SheetSection heads{tr("Heads"), {}, {}};
    for (const Head *head : lookup.heads(meeting.id)) {
        Runs runs;
        if (head->person.isEmpty())
            runs.push_back({head->name});
        else
            runs.push_back({head->name.isEmpty() ? lookup.title(head->person.value) : head->name, {Target::Record, head->person.value}});
        if (!head->title.isEmpty())
            runs.push_back({u"\n"_s + head->title, {}, Run::Subtle});
        heads.items.push_back(fact(shown(head->side), std::move(runs)));
    }
    put(sheet, std::move(heads));

    SheetSection present{tr("At the table"), {}, {}};
    for (const Side side : {Side::Eu, Side::Rok, Side::Multilateral, Side::Third, Side::Unknown})
        present.items.push_back(fact(side == Side::Unknown ? tr("Others") : shown(side), bodies(lookup, meeting, side)));
    put(sheet, std::move(present));

    SheetSection tied = ties(lookup, meeting.id.value);
    put(sheet, std::move(tied));
    put(sheet, passages(lookup, {meeting.id.value}, options));
    const auto promised = lookup.commitments(meeting.id);
    if (!promised.empty())
        put(sheet, commitments({promised.begin(), promised.end()}, options.asOf));
    put(sheet, knownFrom(lookup, meeting.id.value, options));
}

void describeRelation(Sheet &sheet, const Lookup &lookup, const Relation &relation, const SheetOptions &options)
{
    SheetSection line{tr("Line"), {}, {}};
    line.items.push_back(fact(tr("From"), Runs{link(lookup, relation.source.value)}));
    line.items.push_back(fact(tr("Says"), shown(relation.type)));
    line.items.push_back(fact(tr("To"), Runs{link(lookup, relation.target.value)}));
    if (relation.from.isKnown() || relation.to.isKnown())
        line.items.push_back(fact(tr("Valid"), relation.from.toWords() + u" – "_s + relation.to.toWords()));
    line.items.push_back(fact(tr("How sure"), shown(relation.confidence)));
    put(sheet, std::move(line));

    SheetSection because{tr("Because"), {}, {}};
    QStringList reasons;
    for (const Evidence *evidence : lookup.evidence(relation.id.value)) {
        if (!evidence->reason.isEmpty() && !reasons.contains(evidence->reason))
            reasons += evidence->reason;
    }
    for (const QString &reason : reasons)
        because.items.push_back({.form = SheetItem::Text, .runs = {{reason}}});
    if (lookup.evidence(relation.id.value).empty())
        because.items.push_back(
            {.form = SheetItem::Text,
             .runs = {{tr("No source says this yet."), {}, Run::Warn}, {u" "_s}, {tr("Import a text…"), {Target::Command, u"import"_s}}}});
    put(sheet, std::move(because));
    put(sheet, passages(lookup, {relation.id.value}, options));
    put(sheet, knownFrom(lookup, relation.id.value, options));
}

void describeOther(Sheet &sheet, const Lookup &lookup, const SheetOptions &options)
{
    const Model &model = lookup.model();
    const QString &record = sheet.record;
    SheetSection facts{tr("Facts"), {}, {}};
    SheetSection more;
    if (const auto *person = model.find<Person>(record)) {
        more.title = tr("Posts");
        for (const Post *post : lookup.posts(person->id)) {
            const QString span = post->from == post->to ? post->from.toWords() : post->from.toWords() + u" – "_s + post->to.toWords();
            Runs runs{{post->title}};
            if (!post->institution.isEmpty()) {
                runs.push_back({u", "_s});
                runs.push_back(link(lookup, post->institution.value, true));
            }
            runs.push_back({u"\n"_s + tr("seen %1").arg(span), {}, Run::Faint});
            more.items.push_back({.form = SheetItem::Text, .runs = std::move(runs)});
        }
    } else if (const auto *institution = model.find<Institution>(record)) {
        more.title = tr("Sat at");
        std::vector<std::pair<QString, int>> tables;
        for (const Attendance *attendance : lookup.attendance(institution->id)) {
            const auto *meeting = model.find(attendance->meeting);
            const auto found = std::ranges::find(tables, meeting->dialogue.value, &std::pair<QString, int>::first);
            if (found == tables.end())
                tables.emplace_back(meeting->dialogue.value, 1);
            else
                ++found->second;
        }
        std::ranges::stable_sort(tables, std::greater(), &std::pair<QString, int>::second);
        for (const auto &[dialogue, count] : tables)
            more.items.push_back(
                {.form = SheetItem::Text,
                 .runs = {link(lookup, dialogue), {u"  "_s + (count == 1 ? tr("1 round") : tr("%1 rounds").arg(count)), {}, Run::Faint}}});
    } else if (const auto *instrument = model.find<Instrument>(record)) {
        facts.items.push_back(fact(tr("Adopted"), instrument->adopted.toWords()));
        facts.items.push_back(fact(tr("In force"), instrument->inForce.toWords()));
        facts.items.push_back(fact(tr("Parties"), instrument->parties));
        facts.items.push_back(fact(tr("Reference"), instrument->reference));
        const auto clauses = lookup.clauses(instrument->id);
        if (!clauses.empty())
            facts.items.push_back(fact(tr("Clauses"), QString::number(clauses.size())));
        if (const model::Document *text = lookup.textOf(instrument->id))
            facts.items.push_back(
                fact(tr("Text"), Runs{{text->title.isEmpty() ? text->fileName : text->title, {Target::Text, text->id.value}}}));
        else if (!clauses.empty())
            facts.items.push_back(
                fact(tr("Text"), Runs{{tr("not in the map") + u"  "_s, {}, Run::Faint}, {tr("Import…"), {Target::Command, u"import"_s}}}));
        const auto texts = reading::textsOf(lookup, instrument->id);
        if (texts.size() > 1)
            facts.items.push_back(fact(tr("Editions"), Runs{{QString::number(texts.size()) + u"  "_s, {}, Run::Faint},
                                                            {tr("Compare…"), {Target::Command, u"editions"_s}}}));
    } else if (const auto *area = model.find<Area>(record)) {
        more.title = tr("Clauses");
        for (const Clause &clause : model.all<Clause>()) {
            if (clause.area == area->id && isCurrent(model, clause))
                more.items.push_back(fact(u'§' + clause.label, Runs{{clause.summary, {Target::Record, clause.id.value}}}));
        }
    } else if (const auto *document = model.find<model::Document>(record)) {
        facts.items.push_back(fact(tr("Text"), Runs{{tr("Show the text"), {Target::Text, record}}}));
        facts.items.push_back(fact(tr("Reference"), document->reference));
        facts.items.push_back(fact(tr("Date"), document->date.toWords()));
        facts.items.push_back(fact(tr("Marking"), document->markings.isEmpty() ? document->marking : document->markings.join(u", "_s)));
        facts.items.push_back(fact(tr("Subjects"), document->subjectCodes.join(u", "_s)));
        facts.items.push_back(fact(tr("Previous"), document->previousDocument));
        facts.items.push_back(fact(tr("Released"), document->released.toWords()));
        facts.items.push_back(fact(tr("File"), document->fileName));
        for (const QString &about : {document->instrument.value, document->meeting.value}) {
            if (!about.isEmpty())
                facts.items.push_back(fact(tr("Belongs to"), Runs{link(lookup, about)}));
        }
    } else if (const auto *commitment = model.find<Commitment>(record)) {
        for (const auto &[label, end] :
             {std::pair(tr("By"), commitment->by.value), std::pair(tr("To"), commitment->to.value),
              std::pair(tr("Meeting"), commitment->meeting.value), std::pair(tr("Clause"), commitment->clause.value)}) {
            if (!end.isEmpty())
                facts.items.push_back(fact(label, Runs{link(lookup, end)}));
        }
        facts.items.push_back(fact(tr("Words"), commitment->words));
        facts.items.push_back(fact(tr("Due"), commitment->due.toWords()));
    }
    put(sheet, std::move(facts));
    put(sheet, ties(lookup, record));
    put(sheet, std::move(more));
    put(sheet, passages(lookup, {record}, options));
    put(sheet, knownFrom(lookup, record, options));
}

} // namespace entente::ui::sheets
