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

#define ENTENTE_LABEL(text) QT_TRANSLATE_NOOP("Field", text)

template<>
struct Fields<Institution>
{
    static constexpr auto table = "institution";
    static constexpr auto plural = "institutions";
    static constexpr auto list = std::tuple{key(&Institution::id),
                                            required("name_en", &Institution::nameEn, ENTENTE_LABEL("English name")),
                                            field("name_ko", &Institution::nameKo, ENTENTE_LABEL("Korean name")),
                                            field("abbreviation", &Institution::abbreviation, ENTENTE_LABEL("Abbreviation")),
                                            field("side", &Institution::side, ENTENTE_LABEL("Side")),
                                            field("kind", &Institution::kind, ENTENTE_LABEL("Kind")),
                                            notes<Institution>()};
};

template<>
struct Fields<Person>
{
    static constexpr auto table = "person";
    static constexpr auto plural = "people";
    static constexpr auto list = std::tuple{key(&Person::id), required("name_en", &Person::nameEn, ENTENTE_LABEL("English name")),
                                            field("name_ko", &Person::nameKo, ENTENTE_LABEL("Korean name")),
                                            field("side", &Person::side, ENTENTE_LABEL("Side")), notes<Person>()};
};

template<>
struct Fields<Post>
{
    static constexpr auto table = "post";
    static constexpr auto plural = "posts";
    static constexpr auto list = std::tuple{key(&Post::id),
                                            owner("person", &Post::person, ENTENTE_LABEL("Person")),
                                            reference("institution", &Post::institution, ENTENTE_LABEL("Institution")),
                                            required("title", &Post::title, ENTENTE_LABEL("Title")),
                                            field("from", &Post::from, ENTENTE_LABEL("From")),
                                            field("to", &Post::to, ENTENTE_LABEL("To")),
                                            notes<Post>()};
};

template<>
struct Fields<Dialogue>
{
    static constexpr auto table = "dialogue";
    static constexpr auto plural = "dialogues";
    static constexpr auto list = std::tuple{key(&Dialogue::id),
                                            required("name_en", &Dialogue::nameEn, ENTENTE_LABEL("English name")),
                                            field("name_ko", &Dialogue::nameKo, ENTENTE_LABEL("Korean name")),
                                            field("abbreviation", &Dialogue::abbreviation, ENTENTE_LABEL("Abbreviation")),
                                            field("level", &Dialogue::level, ENTENTE_LABEL("Level")),
                                            field("frequency", &Dialogue::frequency, ENTENTE_LABEL("Stated frequency")),
                                            field("months", &Dialogue::months, ENTENTE_LABEL("Rhythm in months")),
                                            field("status", &Dialogue::status, ENTENTE_LABEL("Status")),
                                            field("established_by", &Dialogue::establishedBy, ENTENTE_LABEL("Established by")),
                                            field("from", &Dialogue::from, ENTENTE_LABEL("From")),
                                            field("to", &Dialogue::to, ENTENTE_LABEL("To")),
                                            notes<Dialogue>()};
};

template<>
struct Fields<Area>
{
    static constexpr auto table = "area";
    static constexpr auto plural = "areas";
    static constexpr auto list = std::tuple{key(&Area::id),
                                            required("name_en", &Area::nameEn, ENTENTE_LABEL("English name")),
                                            field("name_ko", &Area::nameKo, ENTENTE_LABEL("Korean name")),
                                            field("abbreviation", &Area::abbreviation, ENTENTE_LABEL("Abbreviation")),
                                            field("number", &Area::number, ENTENTE_LABEL("Number")),
                                            reference("parent", &Area::parent, ENTENTE_LABEL("Part of")),
                                            notes<Area>()};
};

template<>
struct Fields<Instrument>
{
    static constexpr auto table = "instrument";
    static constexpr auto plural = "instruments";
    static constexpr auto list = std::tuple{key(&Instrument::id),
                                            required("name_en", &Instrument::nameEn, ENTENTE_LABEL("English name")),
                                            field("name_ko", &Instrument::nameKo, ENTENTE_LABEL("Korean name")),
                                            field("abbreviation", &Instrument::abbreviation, ENTENTE_LABEL("Abbreviation")),
                                            field("kind", &Instrument::kind, ENTENTE_LABEL("Kind")),
                                            field("adopted", &Instrument::adopted, ENTENTE_LABEL("Signed or adopted")),
                                            field("in_force", &Instrument::inForce, ENTENTE_LABEL("In force")),
                                            field("parties", &Instrument::parties, ENTENTE_LABEL("Parties")),
                                            field("reference", &Instrument::reference, ENTENTE_LABEL("Reference")),
                                            reference("edition", &Instrument::edition, ENTENTE_LABEL("Current edition")),
                                            notes<Instrument>()};
};

template<>
struct Fields<Edition>
{
    static constexpr auto table = "edition";
    static constexpr auto plural = "editions";
    static constexpr auto list = std::tuple{key(&Edition::id),
                                            owner("instrument", &Edition::instrument, ENTENTE_LABEL("Instrument")),
                                            field("title", &Edition::title, ENTENTE_LABEL("Title")),
                                            field("reference", &Edition::reference, ENTENTE_LABEL("Reference")),
                                            field("date", &Edition::date, ENTENTE_LABEL("Date")),
                                            field("marking", &Edition::marking, ENTENTE_LABEL("Marking")),
                                            field("subject_codes", &Edition::subjectCodes, ENTENTE_LABEL("Subject codes")),
                                            field("previous_document", &Edition::previousDocument, ENTENTE_LABEL("Previous document")),
                                            field("released", &Edition::released, ENTENTE_LABEL("Released")),
                                            notes<Edition>()};
};

template<>
struct Fields<Clause>
{
    static constexpr auto table = "clause";
    static constexpr auto plural = "clauses";
    static constexpr auto list = std::tuple{key(&Clause::id),
                                            owner("instrument", &Clause::instrument, ENTENTE_LABEL("Instrument")),
                                            reference("edition", &Clause::edition, ENTENTE_LABEL("Edition")),
                                            required("label", &Clause::label, ENTENTE_LABEL("Label")),
                                            reference("parent", &Clause::parent, ENTENTE_LABEL("Under")),
                                            field("position", &Clause::position, ENTENTE_LABEL("Order")),
                                            field("heading", &Clause::heading, ENTENTE_LABEL("Heading")),
                                            reference("area", &Clause::area, ENTENTE_LABEL("Area")),
                                            field("summary", &Clause::summary, ENTENTE_LABEL("In own words")),
                                            field("text", &Clause::text, ENTENTE_LABEL("Text")),
                                            field("operative_verb", &Clause::operativeVerb, ENTENTE_LABEL("Operative verb")),
                                            field("commitment", &Clause::commitment, ENTENTE_LABEL("What is promised")),
                                            field("gap", &Clause::gap, ENTENTE_LABEL("Gap in the text")),
                                            notes<Clause>()};
};

template<>
struct Fields<Meeting>
{
    static constexpr auto table = "meeting";
    static constexpr auto plural = "meetings";
    static constexpr auto list = std::tuple{key(&Meeting::id),
                                            owner("dialogue", &Meeting::dialogue, ENTENTE_LABEL("Dialogue")),
                                            field("ordinal", &Meeting::ordinal, ENTENTE_LABEL("Number")),
                                            field("start", &Meeting::start, ENTENTE_LABEL("From")),
                                            field("end", &Meeting::end, ENTENTE_LABEL("To")),
                                            field("place", &Meeting::place, ENTENTE_LABEL("Place")),
                                            field("format", &Meeting::format, ENTENTE_LABEL("Format")),
                                            field("status", &Meeting::status, ENTENTE_LABEL("Status")),
                                            field("topics", &Meeting::topics, ENTENTE_LABEL("Topics")),
                                            notes<Meeting>()};
};

template<>
struct Fields<Head>
{
    static constexpr auto table = "head";
    static constexpr auto plural = "heads";
    static constexpr auto list = std::tuple{key(&Head::id),
                                            owner("meeting", &Head::meeting, ENTENTE_LABEL("Meeting")),
                                            field("side", &Head::side, ENTENTE_LABEL("Side")),
                                            field("position", &Head::position, ENTENTE_LABEL("Order")),
                                            reference("person", &Head::person, ENTENTE_LABEL("Person")),
                                            field("name", &Head::name, ENTENTE_LABEL("Name")),
                                            field("title", &Head::title, ENTENTE_LABEL("Title")),
                                            notes<Head>()};
};

template<>
struct Fields<Attendance>
{
    static constexpr auto table = "attendance";
    static constexpr auto plural = "attendances";
    static constexpr auto list = std::tuple{key(&Attendance::id), owner("meeting", &Attendance::meeting, ENTENTE_LABEL("Meeting")),
                                            owner("institution", &Attendance::institution, ENTENTE_LABEL("Institution")),
                                            notes<Attendance>()};
};

template<>
struct Fields<Commitment>
{
    static constexpr auto table = "commitment";
    static constexpr auto plural = "commitments";
    static constexpr auto list = std::tuple{key(&Commitment::id),
                                            reference("by", &Commitment::by, ENTENTE_LABEL("Promised by")),
                                            reference("to", &Commitment::to, ENTENTE_LABEL("Promised to")),
                                            required("summary", &Commitment::summary, ENTENTE_LABEL("What")),
                                            reference("meeting", &Commitment::meeting, ENTENTE_LABEL("Meeting")),
                                            reference("clause", &Commitment::clause, ENTENTE_LABEL("Clause")),
                                            reference("passage", &Commitment::passage, ENTENTE_LABEL("Passage")),
                                            field("words", &Commitment::words, ENTENTE_LABEL("Words used")),
                                            field("due", &Commitment::due, ENTENTE_LABEL("Due")),
                                            field("state", &Commitment::state, ENTENTE_LABEL("State")),
                                            reference("proof", &Commitment::proof, ENTENTE_LABEL("Proof")),
                                            notes<Commitment>()};
};

template<>
struct Fields<Document>
{
    static constexpr auto table = "document";
    static constexpr auto plural = "documents";
    static constexpr auto list = std::tuple{key(&Document::id),
                                            field("kind", &Document::kind, ENTENTE_LABEL("Kind")),
                                            required("title", &Document::title, ENTENTE_LABEL("Title")),
                                            field("reference", &Document::reference, ENTENTE_LABEL("Reference")),
                                            field("references", &Document::references, ENTENTE_LABEL("All references")),
                                            field("date", &Document::date, ENTENTE_LABEL("Date")),
                                            field("marking", &Document::marking, ENTENTE_LABEL("Marking")),
                                            field("markings", &Document::markings, ENTENTE_LABEL("All markings")),
                                            field("subject_codes", &Document::subjectCodes, ENTENTE_LABEL("Subject codes")),
                                            field("previous_document", &Document::previousDocument, ENTENTE_LABEL("Previous document")),
                                            field("released", &Document::released, ENTENTE_LABEL("Released")),
                                            field("hash", &Document::hash, ENTENTE_LABEL("Checksum of the file")),
                                            field("file_name", &Document::fileName, ENTENTE_LABEL("File name")),
                                            reference("instrument", &Document::instrument, ENTENTE_LABEL("Instrument")),
                                            reference("edition", &Document::edition, ENTENTE_LABEL("Edition")),
                                            reference("meeting", &Document::meeting, ENTENTE_LABEL("Read-out of")),
                                            notes<Document>()};
};

template<>
struct Fields<Paragraph>
{
    static constexpr auto table = "paragraph";
    static constexpr auto plural = "paragraphs";
    static constexpr auto list = std::tuple{key(&Paragraph::id),
                                            owner("document", &Paragraph::document, ENTENTE_LABEL("Document")),
                                            field("position", &Paragraph::position, ENTENTE_LABEL("Order")),
                                            field("page", &Paragraph::page, ENTENTE_LABEL("Page")),
                                            field("role", &Paragraph::role, ENTENTE_LABEL("Role")),
                                            field("label", &Paragraph::label, ENTENTE_LABEL("Label")),
                                            field("number", &Paragraph::number, ENTENTE_LABEL("Number")),
                                            field("text", &Paragraph::text, ENTENTE_LABEL("Text")),
                                            field("why", &Paragraph::why, ENTENTE_LABEL("Why")),
                                            notes<Paragraph>()};
};

template<>
struct Fields<Passage>
{
    static constexpr auto table = "passage";
    static constexpr auto plural = "passages";
    static constexpr auto list = std::tuple{key(&Passage::id),
                                            owner("document", &Passage::document, ENTENTE_LABEL("Document")),
                                            field("label", &Passage::label, ENTENTE_LABEL("Label")),
                                            required("quote", &Passage::quote, ENTENTE_LABEL("Quote")),
                                            field("offset", &Passage::offset, ENTENTE_LABEL("Offset")),
                                            notes<Passage>()};
};

template<>
struct Fields<Relation>
{
    static constexpr auto table = "relation";
    static constexpr auto plural = "relations";
    static constexpr auto list = std::tuple{key(&Relation::id),
                                            required("type", &Relation::type, ENTENTE_LABEL("Type")),
                                            owner("source", &Relation::source, ENTENTE_LABEL("From record")),
                                            owner("target", &Relation::target, ENTENTE_LABEL("To record")),
                                            field("from", &Relation::from, ENTENTE_LABEL("From")),
                                            field("to", &Relation::to, ENTENTE_LABEL("To")),
                                            field("confidence", &Relation::confidence, ENTENTE_LABEL("Confidence")),
                                            notes<Relation>()};
};

template<>
struct Fields<Source>
{
    static constexpr auto table = "source";
    static constexpr auto plural = "sources";
    static constexpr auto list = std::tuple{key(&Source::id),
                                            required("address", &Source::address, ENTENTE_LABEL("Address")),
                                            field("kind", &Source::kind, ENTENTE_LABEL("Kind")),
                                            field("title", &Source::title, ENTENTE_LABEL("Title")),
                                            field("date", &Source::date, ENTENTE_LABEL("Date")),
                                            notes<Source>()};
};

template<>
struct Fields<Evidence>
{
    static constexpr auto table = "evidence";
    static constexpr auto plural = "evidence";
    static constexpr auto list = std::tuple{key(&Evidence::id),
                                            owner("subject", &Evidence::subject, ENTENTE_LABEL("About")),
                                            owner("origin", &Evidence::origin, ENTENTE_LABEL("Source")),
                                            field("reason", &Evidence::reason, ENTENTE_LABEL("Reason")),
                                            field("level", &Evidence::level, ENTENTE_LABEL("Level")),
                                            notes<Evidence>()};
};

template<>
struct Fields<Name>
{
    static constexpr auto table = "name";
    static constexpr auto plural = "names";
    static constexpr auto list = std::tuple{key(&Name::id),
                                            owner("record", &Name::record, ENTENTE_LABEL("Record")),
                                            required("text", &Name::text, ENTENTE_LABEL("Name")),
                                            field("language", &Name::language, ENTENTE_LABEL("Language")),
                                            field("use", &Name::use, ENTENTE_LABEL("Use")),
                                            notes<Name>()};
};

template<>
struct Fields<Suggestion>
{
    static constexpr auto table = "suggestion";
    static constexpr auto plural = "suggestions";
    static constexpr auto list = std::tuple{key(&Suggestion::id),
                                            field("kind", &Suggestion::kind, ENTENTE_LABEL("Kind")),
                                            owner("document", &Suggestion::document, ENTENTE_LABEL("Document")),
                                            field("label", &Suggestion::label, ENTENTE_LABEL("Label")),
                                            field("quote", &Suggestion::quote, ENTENTE_LABEL("Quote")),
                                            field("offset", &Suggestion::offset, ENTENTE_LABEL("Offset")),
                                            field("relation", &Suggestion::relation, ENTENTE_LABEL("Relation")),
                                            reference("source", &Suggestion::source, ENTENTE_LABEL("From record")),
                                            reference("target", &Suggestion::target, ENTENTE_LABEL("To record")),
                                            field("level", &Suggestion::level, ENTENTE_LABEL("Level")),
                                            field("score", &Suggestion::score, ENTENTE_LABEL("Score")),
                                            field("reason", &Suggestion::reason, ENTENTE_LABEL("Reason")),
                                            field("proposal", &Suggestion::proposal, ENTENTE_LABEL("Proposal")),
                                            field("state", &Suggestion::state, ENTENTE_LABEL("State")),
                                            notes<Suggestion>()};
};

template<>
struct Fields<Judgement>
{
    static constexpr auto table = "judgement";
    static constexpr auto plural = "judgements";
    static constexpr auto list = std::tuple{key(&Judgement::id),
                                            owner("clause", &Judgement::clause, ENTENTE_LABEL("Clause")),
                                            field("progress", &Judgement::progress, ENTENTE_LABEL("Progress")),
                                            required("who", &Judgement::who, ENTENTE_LABEL("Judged by")),
                                            field("date", &Judgement::date, ENTENTE_LABEL("Date")),
                                            required("reason", &Judgement::reason, ENTENTE_LABEL("Reason")),
                                            notes<Judgement>()};
};

template<>
struct Fields<Position>
{
    static constexpr auto table = "position";
    static constexpr auto plural = "positions";
    static constexpr auto list = std::tuple{key(&Position::id),
                                            required("view", &Position::view, ENTENTE_LABEL("View")),
                                            owner("record", &Position::record, ENTENTE_LABEL("Record")),
                                            field("x", &Position::x, ENTENTE_LABEL("Across")),
                                            field("y", &Position::y, ENTENTE_LABEL("Down")),
                                            notes<Position>()};
};

template<>
struct Fields<Marking>
{
    static constexpr auto table = "marking";
    static constexpr auto plural = "markings";
    static constexpr auto list =
        std::tuple{key(&Marking::id), field("rank", &Marking::rank, ENTENTE_LABEL("Rank")), notes<Marking>()};
};

template<>
struct Fields<Property>
{
    static constexpr auto table = "property";
    static constexpr auto plural = "properties";
    static constexpr auto list =
        std::tuple{key(&Property::id), field("value", &Property::value, ENTENTE_LABEL("Value")), notes<Property>()};
};

#undef ENTENTE_LABEL

/// All kinds of records. Those that others refer to stand before those that refer to them, so that rows can be written in this order.
template<typename... Rows>
struct TypeList
{
    static constexpr std::size_t size = sizeof...(Rows);
};
using Records = TypeList<Property, Marking, Institution, Person, Post, Dialogue, Area, Instrument, Edition, Clause, Meeting, Head,
                         Attendance, Document, Paragraph, Passage, Commitment, Relation, Source, Evidence, Name, Suggestion, Judgement,
                         Position>;

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
