#pragma once

#include "core/model/records.h"
#include "core/model/value.h"

#include <QtGlobal>

#include <array>
#include <tuple>

/// The fields of each record, described once: SQL, CSV, JSON, forms, history, diff and merge all read this.
namespace entente::model {

enum class FieldRole {
    Key,
    Owner,     ///< A reference without which the record is nothing: it goes when the owner goes.
    Reference, ///< A reference that may be empty, and is emptied when its target goes.
    Required,  ///< May not be empty.
    Plain
};

template<typename Row, typename T>
struct Field
{
    using Type = T;
    const char *name;
    T Row::*member;
    const char *label;
    FieldRole role;
};

template<typename Row>
constexpr auto key(Id<Row> Row::*member)
{
    return Field<Row, Id<Row>>{"id", member, QT_TRANSLATE_NOOP("Field", "Identifier"), FieldRole::Key};
}
template<typename Row, typename T>
constexpr auto owner(const char *name, T Row::*member, const char *label)
{
    return Field<Row, T>{name, member, label, FieldRole::Owner};
}
template<typename Row, typename T>
constexpr auto reference(const char *name, T Row::*member, const char *label)
{
    return Field<Row, T>{name, member, label, FieldRole::Reference};
}
template<typename Row, typename T>
constexpr auto required(const char *name, T Row::*member, const char *label)
{
    return Field<Row, T>{name, member, label, FieldRole::Required};
}
template<typename Row, typename T>
constexpr auto field(const char *name, T Row::*member, const char *label)
{
    return Field<Row, T>{name, member, label, FieldRole::Plain};
}
template<typename Row>
constexpr auto notes()
{
    return Field<Row, QString>{"notes", &Row::notes, QT_TRANSLATE_NOOP("Field", "Notes"), FieldRole::Plain};
}

/// `table` names the SQL table, the JSON object and one record in messages; `plural` the list on the command line and the CSV file.
template<typename Row>
struct Fields;

template<>
struct Fields<Institution>
{
    static constexpr auto table = "institution";
    static constexpr auto plural = "institutions";
    static constexpr auto list = std::tuple{key(&Institution::id),
                                            required("name_en", &Institution::nameEn, QT_TRANSLATE_NOOP("Field", "English name")),
                                            field("name_ko", &Institution::nameKo, QT_TRANSLATE_NOOP("Field", "Korean name")),
                                            field("abbreviation", &Institution::abbreviation, QT_TRANSLATE_NOOP("Field", "Abbreviation")),
                                            field("side", &Institution::side, QT_TRANSLATE_NOOP("Field", "Side")),
                                            field("kind", &Institution::kind, QT_TRANSLATE_NOOP("Field", "Kind")),
                                            notes<Institution>()};
};

template<>
struct Fields<Person>
{
    static constexpr auto table = "person";
    static constexpr auto plural = "people";
    static constexpr auto list = std::tuple{key(&Person::id), required("name_en", &Person::nameEn, QT_TRANSLATE_NOOP("Field", "English name")),
                                            field("name_ko", &Person::nameKo, QT_TRANSLATE_NOOP("Field", "Korean name")),
                                            field("side", &Person::side, QT_TRANSLATE_NOOP("Field", "Side")), notes<Person>()};
};

template<>
struct Fields<Post>
{
    static constexpr auto table = "post";
    static constexpr auto plural = "posts";
    static constexpr auto list = std::tuple{key(&Post::id),
                                            owner("person", &Post::person, QT_TRANSLATE_NOOP("Field", "Person")),
                                            reference("institution", &Post::institution, QT_TRANSLATE_NOOP("Field", "Institution")),
                                            required("title", &Post::title, QT_TRANSLATE_NOOP("Field", "Title")),
                                            field("from", &Post::from, QT_TRANSLATE_NOOP("Field", "From")),
                                            field("to", &Post::to, QT_TRANSLATE_NOOP("Field", "To")),
                                            notes<Post>()};
};

template<>
struct Fields<Dialogue>
{
    static constexpr auto table = "dialogue";
    static constexpr auto plural = "dialogues";
    static constexpr auto list = std::tuple{key(&Dialogue::id),
                                            required("name_en", &Dialogue::nameEn, QT_TRANSLATE_NOOP("Field", "English name")),
                                            field("name_ko", &Dialogue::nameKo, QT_TRANSLATE_NOOP("Field", "Korean name")),
                                            field("abbreviation", &Dialogue::abbreviation, QT_TRANSLATE_NOOP("Field", "Abbreviation")),
                                            field("level", &Dialogue::level, QT_TRANSLATE_NOOP("Field", "Level")),
                                            field("frequency", &Dialogue::frequency, QT_TRANSLATE_NOOP("Field", "Stated frequency")),
                                            field("months", &Dialogue::months, QT_TRANSLATE_NOOP("Field", "Rhythm in months")),
                                            field("status", &Dialogue::status, QT_TRANSLATE_NOOP("Field", "Status")),
                                            field("established_by", &Dialogue::establishedBy, QT_TRANSLATE_NOOP("Field", "Established by")),
                                            field("from", &Dialogue::from, QT_TRANSLATE_NOOP("Field", "From")),
                                            field("to", &Dialogue::to, QT_TRANSLATE_NOOP("Field", "To")),
                                            notes<Dialogue>()};
};

template<>
struct Fields<Area>
{
    static constexpr auto table = "area";
    static constexpr auto plural = "areas";
    static constexpr auto list = std::tuple{key(&Area::id),
                                            required("name_en", &Area::nameEn, QT_TRANSLATE_NOOP("Field", "English name")),
                                            field("name_ko", &Area::nameKo, QT_TRANSLATE_NOOP("Field", "Korean name")),
                                            field("abbreviation", &Area::abbreviation, QT_TRANSLATE_NOOP("Field", "Abbreviation")),
                                            field("number", &Area::number, QT_TRANSLATE_NOOP("Field", "Number")),
                                            reference("parent", &Area::parent, QT_TRANSLATE_NOOP("Field", "Part of")),
                                            notes<Area>()};
};

template<>
struct Fields<Instrument>
{
    static constexpr auto table = "instrument";
    static constexpr auto plural = "instruments";
    static constexpr auto list = std::tuple{key(&Instrument::id),
                                            required("name_en", &Instrument::nameEn, QT_TRANSLATE_NOOP("Field", "English name")),
                                            field("name_ko", &Instrument::nameKo, QT_TRANSLATE_NOOP("Field", "Korean name")),
                                            field("abbreviation", &Instrument::abbreviation, QT_TRANSLATE_NOOP("Field", "Abbreviation")),
                                            field("kind", &Instrument::kind, QT_TRANSLATE_NOOP("Field", "Kind")),
                                            field("adopted", &Instrument::adopted, QT_TRANSLATE_NOOP("Field", "Signed or adopted")),
                                            field("in_force", &Instrument::inForce, QT_TRANSLATE_NOOP("Field", "In force")),
                                            field("parties", &Instrument::parties, QT_TRANSLATE_NOOP("Field", "Parties")),
                                            field("reference", &Instrument::reference, QT_TRANSLATE_NOOP("Field", "Reference")),
                                            reference("edition", &Instrument::edition, QT_TRANSLATE_NOOP("Field", "Current edition")),
                                            notes<Instrument>()};
};

template<>
struct Fields<Edition>
{
    static constexpr auto table = "edition";
    static constexpr auto plural = "editions";
    static constexpr auto list = std::tuple{key(&Edition::id),
                                            owner("instrument", &Edition::instrument, QT_TRANSLATE_NOOP("Field", "Instrument")),
                                            field("title", &Edition::title, QT_TRANSLATE_NOOP("Field", "Title")),
                                            field("reference", &Edition::reference, QT_TRANSLATE_NOOP("Field", "Reference")),
                                            field("date", &Edition::date, QT_TRANSLATE_NOOP("Field", "Date")),
                                            field("marking", &Edition::marking, QT_TRANSLATE_NOOP("Field", "Marking")),
                                            field("subject_codes", &Edition::subjectCodes, QT_TRANSLATE_NOOP("Field", "Subject codes")),
                                            field("previous_document", &Edition::previousDocument, QT_TRANSLATE_NOOP("Field", "Previous document")),
                                            field("released", &Edition::released, QT_TRANSLATE_NOOP("Field", "Released")),
                                            notes<Edition>()};
};

template<>
struct Fields<Clause>
{
    static constexpr auto table = "clause";
    static constexpr auto plural = "clauses";
    static constexpr auto list = std::tuple{key(&Clause::id),
                                            owner("instrument", &Clause::instrument, QT_TRANSLATE_NOOP("Field", "Instrument")),
                                            reference("edition", &Clause::edition, QT_TRANSLATE_NOOP("Field", "Edition")),
                                            required("label", &Clause::label, QT_TRANSLATE_NOOP("Field", "Label")),
                                            reference("parent", &Clause::parent, QT_TRANSLATE_NOOP("Field", "Under")),
                                            field("position", &Clause::position, QT_TRANSLATE_NOOP("Field", "Order")),
                                            field("heading", &Clause::heading, QT_TRANSLATE_NOOP("Field", "Heading")),
                                            reference("area", &Clause::area, QT_TRANSLATE_NOOP("Field", "Area")),
                                            field("summary", &Clause::summary, QT_TRANSLATE_NOOP("Field", "In own words")),
                                            field("text", &Clause::text, QT_TRANSLATE_NOOP("Field", "Text")),
                                            field("operative_verb", &Clause::operativeVerb, QT_TRANSLATE_NOOP("Field", "Operative verb")),
                                            field("commitment", &Clause::commitment, QT_TRANSLATE_NOOP("Field", "What is promised")),
                                            field("gap", &Clause::gap, QT_TRANSLATE_NOOP("Field", "Gap in the text")),
                                            notes<Clause>()};
};

template<>
struct Fields<Meeting>
{
    static constexpr auto table = "meeting";
    static constexpr auto plural = "meetings";
    static constexpr auto list = std::tuple{key(&Meeting::id),
                                            owner("dialogue", &Meeting::dialogue, QT_TRANSLATE_NOOP("Field", "Dialogue")),
                                            field("ordinal", &Meeting::ordinal, QT_TRANSLATE_NOOP("Field", "Number")),
                                            field("start", &Meeting::start, QT_TRANSLATE_NOOP("Field", "From")),
                                            field("end", &Meeting::end, QT_TRANSLATE_NOOP("Field", "To")),
                                            field("place", &Meeting::place, QT_TRANSLATE_NOOP("Field", "Place")),
                                            field("format", &Meeting::format, QT_TRANSLATE_NOOP("Field", "Format")),
                                            field("status", &Meeting::status, QT_TRANSLATE_NOOP("Field", "Status")),
                                            field("topics", &Meeting::topics, QT_TRANSLATE_NOOP("Field", "Topics")),
                                            notes<Meeting>()};
};

template<>
struct Fields<Head>
{
    static constexpr auto table = "head";
    static constexpr auto plural = "heads";
    static constexpr auto list = std::tuple{key(&Head::id),
                                            owner("meeting", &Head::meeting, QT_TRANSLATE_NOOP("Field", "Meeting")),
                                            field("side", &Head::side, QT_TRANSLATE_NOOP("Field", "Side")),
                                            field("position", &Head::position, QT_TRANSLATE_NOOP("Field", "Order")),
                                            reference("person", &Head::person, QT_TRANSLATE_NOOP("Field", "Person")),
                                            field("name", &Head::name, QT_TRANSLATE_NOOP("Field", "Name")),
                                            field("title", &Head::title, QT_TRANSLATE_NOOP("Field", "Title")),
                                            notes<Head>()};
};

template<>
struct Fields<Attendance>
{
    static constexpr auto table = "attendance";
    static constexpr auto plural = "attendances";
    static constexpr auto list = std::tuple{key(&Attendance::id), owner("meeting", &Attendance::meeting, QT_TRANSLATE_NOOP("Field", "Meeting")),
                                            owner("institution", &Attendance::institution, QT_TRANSLATE_NOOP("Field", "Institution")),
                                            notes<Attendance>()};
};

template<>
struct Fields<Commitment>
{
    static constexpr auto table = "commitment";
    static constexpr auto plural = "commitments";
    static constexpr auto list = std::tuple{key(&Commitment::id),
                                            reference("by", &Commitment::by, QT_TRANSLATE_NOOP("Field", "Promised by")),
                                            reference("to", &Commitment::to, QT_TRANSLATE_NOOP("Field", "Promised to")),
                                            required("summary", &Commitment::summary, QT_TRANSLATE_NOOP("Field", "What")),
                                            reference("meeting", &Commitment::meeting, QT_TRANSLATE_NOOP("Field", "Meeting")),
                                            reference("clause", &Commitment::clause, QT_TRANSLATE_NOOP("Field", "Clause")),
                                            reference("passage", &Commitment::passage, QT_TRANSLATE_NOOP("Field", "Passage")),
                                            field("words", &Commitment::words, QT_TRANSLATE_NOOP("Field", "Words used")),
                                            field("due", &Commitment::due, QT_TRANSLATE_NOOP("Field", "Due")),
                                            field("state", &Commitment::state, QT_TRANSLATE_NOOP("Field", "State")),
                                            reference("proof", &Commitment::proof, QT_TRANSLATE_NOOP("Field", "Proof")),
                                            notes<Commitment>()};
};

template<>
struct Fields<Document>
{
    static constexpr auto table = "document";
    static constexpr auto plural = "documents";
    static constexpr auto list = std::tuple{key(&Document::id),
                                            field("kind", &Document::kind, QT_TRANSLATE_NOOP("Field", "Kind")),
                                            required("title", &Document::title, QT_TRANSLATE_NOOP("Field", "Title")),
                                            field("reference", &Document::reference, QT_TRANSLATE_NOOP("Field", "Reference")),
                                            field("references", &Document::references, QT_TRANSLATE_NOOP("Field", "All references")),
                                            field("date", &Document::date, QT_TRANSLATE_NOOP("Field", "Date")),
                                            field("marking", &Document::marking, QT_TRANSLATE_NOOP("Field", "Marking")),
                                            field("markings", &Document::markings, QT_TRANSLATE_NOOP("Field", "All markings")),
                                            field("subject_codes", &Document::subjectCodes, QT_TRANSLATE_NOOP("Field", "Subject codes")),
                                            field("previous_document", &Document::previousDocument, QT_TRANSLATE_NOOP("Field", "Previous document")),
                                            field("released", &Document::released, QT_TRANSLATE_NOOP("Field", "Released")),
                                            field("hash", &Document::hash, QT_TRANSLATE_NOOP("Field", "Checksum of the file")),
                                            field("file_name", &Document::fileName, QT_TRANSLATE_NOOP("Field", "File name")),
                                            field("format", &Document::format, QT_TRANSLATE_NOOP("Field", "Format")),
                                            reference("instrument", &Document::instrument, QT_TRANSLATE_NOOP("Field", "Instrument")),
                                            reference("edition", &Document::edition, QT_TRANSLATE_NOOP("Field", "Edition")),
                                            reference("meeting", &Document::meeting, QT_TRANSLATE_NOOP("Field", "Read-out of")),
                                            notes<Document>()};
};

template<>
struct Fields<Paragraph>
{
    static constexpr auto table = "paragraph";
    static constexpr auto plural = "paragraphs";
    static constexpr auto list = std::tuple{key(&Paragraph::id),
                                            owner("document", &Paragraph::document, QT_TRANSLATE_NOOP("Field", "Document")),
                                            field("position", &Paragraph::position, QT_TRANSLATE_NOOP("Field", "Order")),
                                            field("page", &Paragraph::page, QT_TRANSLATE_NOOP("Field", "Page")),
                                            field("role", &Paragraph::role, QT_TRANSLATE_NOOP("Field", "Role")),
                                            field("label", &Paragraph::label, QT_TRANSLATE_NOOP("Field", "Label")),
                                            field("parent", &Paragraph::parent, QT_TRANSLATE_NOOP("Field", "Below")),
                                            field("depth", &Paragraph::depth, QT_TRANSLATE_NOOP("Field", "Depth")),
                                            field("number", &Paragraph::number, QT_TRANSLATE_NOOP("Field", "Number")),
                                            field("text", &Paragraph::text, QT_TRANSLATE_NOOP("Field", "Text")),
                                            field("why", &Paragraph::why, QT_TRANSLATE_NOOP("Field", "Why")),
                                            field("place", &Paragraph::place, QT_TRANSLATE_NOOP("Field", "On the page")),
                                            notes<Paragraph>()};
};

template<>
struct Fields<Passage>
{
    static constexpr auto table = "passage";
    static constexpr auto plural = "passages";
    static constexpr auto list = std::tuple{key(&Passage::id),
                                            owner("document", &Passage::document, QT_TRANSLATE_NOOP("Field", "Document")),
                                            field("label", &Passage::label, QT_TRANSLATE_NOOP("Field", "Label")),
                                            required("quote", &Passage::quote, QT_TRANSLATE_NOOP("Field", "Quote")),
                                            field("offset", &Passage::offset, QT_TRANSLATE_NOOP("Field", "Offset")),
                                            notes<Passage>()};
};

template<>
struct Fields<Relation>
{
    static constexpr auto table = "relation";
    static constexpr auto plural = "relations";
    static constexpr auto list = std::tuple{key(&Relation::id),
                                            required("type", &Relation::type, QT_TRANSLATE_NOOP("Field", "Type")),
                                            owner("source", &Relation::source, QT_TRANSLATE_NOOP("Field", "From record")),
                                            owner("target", &Relation::target, QT_TRANSLATE_NOOP("Field", "To record")),
                                            field("from", &Relation::from, QT_TRANSLATE_NOOP("Field", "From")),
                                            field("to", &Relation::to, QT_TRANSLATE_NOOP("Field", "To")),
                                            field("confidence", &Relation::confidence, QT_TRANSLATE_NOOP("Field", "Confidence")),
                                            notes<Relation>()};
};

template<>
struct Fields<Source>
{
    static constexpr auto table = "source";
    static constexpr auto plural = "sources";
    static constexpr auto list = std::tuple{key(&Source::id),
                                            required("address", &Source::address, QT_TRANSLATE_NOOP("Field", "Address")),
                                            field("kind", &Source::kind, QT_TRANSLATE_NOOP("Field", "Kind")),
                                            field("title", &Source::title, QT_TRANSLATE_NOOP("Field", "Title")),
                                            field("date", &Source::date, QT_TRANSLATE_NOOP("Field", "Date")),
                                            notes<Source>()};
};

template<>
struct Fields<Evidence>
{
    static constexpr auto table = "evidence";
    static constexpr auto plural = "evidence";
    static constexpr auto list = std::tuple{key(&Evidence::id),
                                            owner("subject", &Evidence::subject, QT_TRANSLATE_NOOP("Field", "About")),
                                            owner("origin", &Evidence::origin, QT_TRANSLATE_NOOP("Field", "Source")),
                                            field("reason", &Evidence::reason, QT_TRANSLATE_NOOP("Field", "Reason")),
                                            field("level", &Evidence::level, QT_TRANSLATE_NOOP("Field", "Level")),
                                            notes<Evidence>()};
};

template<>
struct Fields<Name>
{
    static constexpr auto table = "name";
    static constexpr auto plural = "names";
    static constexpr auto list = std::tuple{key(&Name::id),
                                            owner("record", &Name::record, QT_TRANSLATE_NOOP("Field", "Record")),
                                            required("text", &Name::text, QT_TRANSLATE_NOOP("Field", "Name")),
                                            field("language", &Name::language, QT_TRANSLATE_NOOP("Field", "Language")),
                                            field("use", &Name::use, QT_TRANSLATE_NOOP("Field", "Use")),
                                            notes<Name>()};
};

template<>
struct Fields<Suggestion>
{
    static constexpr auto table = "suggestion";
    static constexpr auto plural = "suggestions";
    static constexpr auto list = std::tuple{key(&Suggestion::id),
                                            field("kind", &Suggestion::kind, QT_TRANSLATE_NOOP("Field", "Kind")),
                                            reference("document", &Suggestion::document, QT_TRANSLATE_NOOP("Field", "Document")),
                                            field("label", &Suggestion::label, QT_TRANSLATE_NOOP("Field", "Label")),
                                            field("quote", &Suggestion::quote, QT_TRANSLATE_NOOP("Field", "Quote")),
                                            field("offset", &Suggestion::offset, QT_TRANSLATE_NOOP("Field", "Offset")),
                                            field("relation", &Suggestion::relation, QT_TRANSLATE_NOOP("Field", "Relation")),
                                            reference("source", &Suggestion::source, QT_TRANSLATE_NOOP("Field", "From record")),
                                            reference("target", &Suggestion::target, QT_TRANSLATE_NOOP("Field", "To record")),
                                            field("level", &Suggestion::level, QT_TRANSLATE_NOOP("Field", "Level")),
                                            field("score", &Suggestion::score, QT_TRANSLATE_NOOP("Field", "Score")),
                                            field("reason", &Suggestion::reason, QT_TRANSLATE_NOOP("Field", "Reason")),
                                            field("proposal", &Suggestion::proposal, QT_TRANSLATE_NOOP("Field", "Proposal")),
                                            field("state", &Suggestion::state, QT_TRANSLATE_NOOP("Field", "State")),
                                            notes<Suggestion>()};
};

template<>
struct Fields<Judgement>
{
    static constexpr auto table = "judgement";
    static constexpr auto plural = "judgements";
    static constexpr auto list = std::tuple{key(&Judgement::id),
                                            owner("clause", &Judgement::clause, QT_TRANSLATE_NOOP("Field", "Clause")),
                                            field("progress", &Judgement::progress, QT_TRANSLATE_NOOP("Field", "Progress")),
                                            required("who", &Judgement::who, QT_TRANSLATE_NOOP("Field", "Judged by")),
                                            field("date", &Judgement::date, QT_TRANSLATE_NOOP("Field", "Date")),
                                            required("reason", &Judgement::reason, QT_TRANSLATE_NOOP("Field", "Reason")),
                                            notes<Judgement>()};
};

template<>
struct Fields<Position>
{
    static constexpr auto table = "position";
    static constexpr auto plural = "positions";
    static constexpr auto list = std::tuple{key(&Position::id),
                                            required("view", &Position::view, QT_TRANSLATE_NOOP("Field", "View")),
                                            owner("record", &Position::record, QT_TRANSLATE_NOOP("Field", "Record")),
                                            field("x", &Position::x, QT_TRANSLATE_NOOP("Field", "Across")),
                                            field("y", &Position::y, QT_TRANSLATE_NOOP("Field", "Down")),
                                            notes<Position>()};
};

template<>
struct Fields<Waiver>
{
    static constexpr auto table = "waiver";
    static constexpr auto plural = "waivers";
    static constexpr auto list = std::tuple{key(&Waiver::id),
                                            required("rule", &Waiver::rule, QT_TRANSLATE_NOOP("Field", "Rule")),
                                            field("records", &Waiver::records, QT_TRANSLATE_NOOP("Field", "Records")),
                                            required("who", &Waiver::who, QT_TRANSLATE_NOOP("Field", "Waived by")),
                                            field("date", &Waiver::date, QT_TRANSLATE_NOOP("Field", "Date")),
                                            required("reason", &Waiver::reason, QT_TRANSLATE_NOOP("Field", "Reason")),
                                            notes<Waiver>()};
};

template<>
struct Fields<SavedView>
{
    static constexpr auto table = "view";
    static constexpr auto plural = "views";
    static constexpr auto list = std::tuple{key(&SavedView::id),
                                            required("name", &SavedView::name, QT_TRANSLATE_NOOP("Field", "Name")),
                                            field("drawing", &SavedView::drawing, QT_TRANSLATE_NOOP("Field", "Drawing")),
                                            field("layout", &SavedView::layout, QT_TRANSLATE_NOOP("Field", "Layout")),
                                            field("scope", &SavedView::scope, QT_TRANSLATE_NOOP("Field", "Shows")),
                                            reference("focus", &SavedView::focus, QT_TRANSLATE_NOOP("Field", "Around")),
                                            field("hops", &SavedView::hops, QT_TRANSLATE_NOOP("Field", "Steps")),
                                            reference("instrument", &SavedView::instrument, QT_TRANSLATE_NOOP("Field", "Instrument")),
                                            field("from", &SavedView::from, QT_TRANSLATE_NOOP("Field", "From")),
                                            field("as_of", &SavedView::asOf, QT_TRANSLATE_NOOP("Field", "As of")),
                                            field("filters", &SavedView::filters, QT_TRANSLATE_NOOP("Field", "Filters")),
                                            field("groups", &SavedView::groups, QT_TRANSLATE_NOOP("Field", "Collapsed")),
                                            field("style", &SavedView::style, QT_TRANSLATE_NOOP("Field", "Style")),
                                            notes<SavedView>()};
};

template<>
struct Fields<Marking>
{
    static constexpr auto table = "marking";
    static constexpr auto plural = "markings";
    static constexpr auto list =
        std::tuple{key(&Marking::id), field("rank", &Marking::rank, QT_TRANSLATE_NOOP("Field", "Rank")), notes<Marking>()};
};

template<>
struct Fields<Property>
{
    static constexpr auto table = "property";
    static constexpr auto plural = "properties";
    static constexpr auto list =
        std::tuple{key(&Property::id), field("value", &Property::value, QT_TRANSLATE_NOOP("Field", "Value")), notes<Property>()};
};

/// All kinds of records. Those that others refer to stand before those that refer to them, so that rows can be written in this order.
template<typename... Rows>
struct TypeList
{
    static constexpr std::size_t size = sizeof...(Rows);
};
using Records = TypeList<Property, Marking, Institution, Person, Post, Dialogue, Area, Instrument, Edition, Clause, Meeting, Head,
                         Attendance, Document, Paragraph, Passage, Commitment, Relation, Source, Evidence, Name, Suggestion, Judgement,
                         Waiver, SavedView, Position>;

/// Calls `visit.template operator()<Row>()` for every kind of record, in the order of `Records`.
template<typename Visit>
void forEachKind(Visit &&visit)
{
    [&]<typename... Rows>(TypeList<Rows...>) { (visit.template operator()<Rows>(), ...); }(Records{});
}

/// Calls `visit(field)` for every field of a record, the key first.
template<typename Row, typename Visit>
void forEachField(Visit &&visit)
{
    std::apply([&](const auto &...fields) { (visit(fields), ...); }, Fields<Row>::list);
}

/// The number of a kind in `Records`.
template<typename Row>
constexpr int kindIndex()
{
    int index = -1;
    int i = 0;
    [&]<typename... Rows>(TypeList<Rows...>) { ((std::is_same_v<Row, Rows> ? index = i : 0, ++i), ...); }(Records{});
    return index;
}

/// A kind of record as a value; compare with `kindOf<Clause>`.
struct Kind
{
    int index = -1;

    bool operator==(const Kind &) const = default;
    auto operator<=>(const Kind &) const = default;
};
template<typename Row>
inline constexpr Kind kindOf{kindIndex<Row>()};

/// `clause`, `clauses`; both spellings are read by `kindNamed`.
QString singular(Kind kind);
QString plural(Kind kind);
std::optional<Kind> kindNamed(const QString &word);

} // namespace entente::model
