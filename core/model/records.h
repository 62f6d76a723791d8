#pragma once

#include "core/base/partialdate.h"
#include "core/base/vocabulary.h"
#include "core/model/enums.h"
#include "core/model/id.h"

#include <QStringList>

#include <optional>

/// The record types as plain values. A map is rows of these; what repeats (names, heads, attendance) is a record of its own.
namespace entente::model {

/// A body: ministry, agency, EU institution or service, international organisation, programme, operation, process.
struct Institution
{
    Id<Institution> id;
    QString nameEn;
    QString nameKo;
    QString abbreviation;
    Side side = Side::Unknown;
    QString kind; ///< In free words: "ministry", "EU agency".
    QString notes;

    bool operator==(const Institution &) const = default;
};

/// A head of delegation or contact.
struct Person
{
    Id<Person> id;
    QString nameEn;
    QString nameKo;
    Side side = Side::Unknown;
    QString notes;

    bool operator==(const Person &) const = default;
};

/// A post that a person was seen to hold; `from` and `to` are the first and last date at which it is recorded.
struct Post
{
    Id<Post> id;
    Id<Person> person;
    Id<Institution> institution;
    QString title;
    PartialDate from;
    PartialDate to;
    QString notes;

    bool operator==(const Post &) const = default;
};

/// A series of meetings under one mandate.
struct Dialogue
{
    Id<Dialogue> id;
    QString nameEn;
    QString nameKo;
    QString abbreviation;
    Level level = Level::None;
    QString frequency;         ///< As stated: "annual, alternating".
    std::optional<int> months; ///< The rhythm that the words state; none where they state none.
    DialogueStatus status = DialogueStatus::Existing;
    QString establishedBy; ///< In words; the relations `founded by` carry what is linked.
    PartialDate from;
    PartialDate to;
    QString notes;

    bool operator==(const Dialogue &) const = default;
};

/// A field of cooperation; areas nest.
struct Area
{
    Id<Area> id;
    QString nameEn;
    QString nameKo;
    QString abbreviation;
    std::optional<int> number;
    Id<Area> parent;
    QString notes;

    bool operator==(const Area &) const = default;
};

struct Edition;

/// An agreement, non-binding instrument, strategy, statement or convention.
struct Instrument
{
    Id<Instrument> id;
    QString nameEn;
    QString nameKo;
    QString abbreviation;
    QString kind;
    PartialDate adopted; ///< Signed or adopted.
    PartialDate inForce;
    QString parties;
    QString reference;
    Id<Edition> edition; ///< The current one, where there are editions.
    QString notes;

    bool operator==(const Instrument &) const = default;
};

/// One text of an instrument.
struct Edition
{
    Id<Edition> id;
    Id<Instrument> instrument;
    QString title;
    QString reference;
    PartialDate date;
    QString marking;
    QStringList subjectCodes;
    QString previousDocument;
    PartialDate released;
    QString notes;

    bool operator==(const Edition &) const = default;
};

/// A numbered unit of an edition, at any depth. Keys of the current edition are `ins-sdp/14(c)`, of others `ins-sdp@EDITION/14(c)`.
struct Clause
{
    Id<Clause> id;
    Id<Instrument> instrument;
    Id<Edition> edition;
    QString label;
    Id<Clause> parent;
    int position = 0; ///< Order in the text.
    QString heading;
    Id<Area> area;
    QString summary; ///< In our own words.
    QString text;    ///< The unit's own words, without its number and without those of its sub-units.
    QString operativeVerb;
    QStringList commitment; ///< Types of what is promised, the main one first.
    bool gap = false;       ///< A gap stands inside the clause's own text.
    QString notes;

    bool operator==(const Clause &) const = default;
};

/// One round of a dialogue.
struct Meeting
{
    Id<Meeting> id;
    Id<Dialogue> dialogue;
    std::optional<int> ordinal;
    PartialDate start;
    PartialDate end;
    QString place;
    MeetingFormat format = MeetingFormat::Unknown;
    MeetingStatus status = MeetingStatus::Held;
    QStringList topics;
    QString notes;

    bool operator==(const Meeting &) const = default;
};

/// One head of a delegation at a meeting, as named there. A side can have several.
struct Head
{
    Id<Head> id;
    Id<Meeting> meeting;
    Side side = Side::Unknown;
    int position = 0;
    Id<Person> person;
    QString name;
    QString title;
    QString notes;

    bool operator==(const Head &) const = default;
};

/// An institution that was present at a meeting.
struct Attendance
{
    Id<Attendance> id;
    Id<Meeting> meeting;
    Id<Institution> institution;
    QString notes;

    bool operator==(const Attendance &) const = default;
};

struct Passage;

/// Something promised: who to whom, where, words used, due, state, proof.
struct Commitment
{
    Id<Commitment> id;
    AnyId by; ///< Institution or dialogue; empty: both sides.
    AnyId to;
    QString summary;
    Id<Meeting> meeting;
    Id<Clause> clause;
    Id<Passage> passage;
    QString words;
    PartialDate due;
    CommitmentState state = CommitmentState::Open;
    Id<Passage> proof;
    QString notes;

    bool operator==(const Commitment &) const = default;
};

/// An imported text: an edition of an instrument, a read-out, or another.
struct Document
{
    Id<Document> id;
    DocumentKind kind = DocumentKind::Other;
    QString title;
    QString reference;
    QStringList references;
    PartialDate date;
    QString marking; ///< The highest, as printed.
    QStringList markings;
    QStringList subjectCodes;
    QString previousDocument;
    PartialDate released;
    QString hash; ///< SHA-256 of the file's bytes.
    QString fileName;
    QString format; ///< text, html, docx, odt or pdf.
    Id<Instrument> instrument;
    Id<Edition> edition;
    Id<Meeting> meeting;
    QString notes;

    bool operator==(const Document &) const = default;
};

/// One block of a document in its order: a unit, a heading, prose, a note, a gap, or a line that was set aside.
struct Paragraph
{
    Id<Paragraph> id;
    Id<Document> document;
    int position = 0;
    int page = 1;
    ParagraphRole role = ParagraphRole::Prose;
    QString label;
    QString parent; ///< Units: the label of the unit above. Gaps: the unit whose own text they interrupt.
    int depth = 0;  ///< Headings: their rank, 1 the highest. Units: how deep they stand, 1 at the top.
    QString number; ///< As printed: "14.", "c."
    QString text;
    QString why;   ///< Why it was set aside, or what kind of gap it is.
    QString place; ///< Where it stands on the pages, as pageplace.h writes it; empty where the format has no pages.
    QString notes;

    bool operator==(const Paragraph &) const = default;
};

/// A quoted stretch of a document: its label, the quote and where it begins in the block's text, so that the anchor survives edits.
struct Passage
{
    Id<Passage> id;
    Id<Document> document;
    QString label;
    QString quote;
    int offset = 0;
    QString notes;

    bool operator==(const Passage &) const = default;
};

/// A typed line between two records; see relationtypes.h for the ends that each type may join.
struct Relation
{
    Id<Relation> id;
    QString type;
    AnyId source;
    AnyId target;
    PartialDate from;
    PartialDate to;
    Confidence confidence = Confidence::Stated;
    QString notes;

    bool operator==(const Relation &) const = default;
};

/// A public address with its date, from which a statement comes.
struct Source
{
    Id<Source> id;
    QString address;
    SourceKind kind = SourceKind::Official;
    QString title;
    PartialDate date;
    QString notes;

    bool operator==(const Source &) const = default;
};

/// Source → record or relation, with the reason. `origin` is a Source or a Passage; `level` is what a passage gives a coverage cell.
struct Evidence
{
    Id<Evidence> id;
    AnyId subject;
    AnyId origin;
    QString reason;
    CoverageLevel level = CoverageLevel::None;
    QString notes;

    bool operator==(const Evidence &) const = default;
};

/// A further name of a record: alias, the other side's official title, spelling.
struct Name
{
    Id<Name> id;
    AnyId record;
    QString text;
    QString language;
    NameUse use = NameUse::Alias;
    QString notes;

    bool operator==(const Name &) const = default;
};

/// A link or name proposed from an imported text. Rejected ones stay, so that a second import does not propose them again.
struct Suggestion
{
    Id<Suggestion> id;
    QString kind; ///< relation, meeting, commitment, name, or move: what an edition left behind and may follow to a new clause.
    Id<Document> document; ///< Empty only where a rejected one has outlived its text.
    QString label;
    QString quote;
    int offset = 0;
    QString relation;
    AnyId source;
    AnyId target;
    CoverageLevel level = CoverageLevel::None;
    double score = 0;
    QString reason;
    QString proposal; ///< What acceptance would write beyond the relation: rows as JSON (a ChangeSet).
    SuggestionState state = SuggestionState::Open;
    QString notes;

    bool operator==(const Suggestion &) const = default;
};

/// A user's own judgement of a clause's progress; the computed state stays visible beside it.
struct Judgement
{
    Id<Judgement> id;
    Id<Clause> clause;
    ProgressState progress = ProgressState::CannotTell;
    QString who;
    PartialDate date;
    QString reason;
    QString notes;

    bool operator==(const Judgement &) const = default;
};

/// Where the user placed a record in a view (the layout's name, or a saved view's). Units of the drawing at 100 %.
struct Position
{
    Id<Position> id;
    QString view;
    AnyId record;
    double x = 0;
    double y = 0;
    QString notes;

    bool operator==(const Position &) const = default;
};

/// A finding that somebody has looked at and let stand. The key says which: the rule and the records it names.
struct Waiver
{
    Id<Waiver> id;
    QString rule;
    QStringList records; ///< Their keys; a record may go while its waiver stays.
    QString who;
    PartialDate date;
    QString reason;
    QString notes;

    bool operator==(const Waiver &) const = default;
};

/// A way of looking at the map under a name. Where its nodes stand are Positions with its key as their view.
struct SavedView
{
    Id<SavedView> id;
    QString name;
    QString drawing; ///< network, timeline or coverage.
    QString layout;  ///< Of a network.
    Scope scope = Scope::FirstView;
    AnyId focus;
    int hops = 1;
    Id<Instrument> instrument;
    PartialDate from; ///< Together with `asOf` a range; alone nothing.
    PartialDate asOf; ///< Empty: the day of looking.
    QStringList filters; ///< `side=EU`
    QStringList groups;  ///< What is collapsed: `area`, or the keys of single groups.
    QStringList style;   ///< `mono=yes`
    QString notes;

    bool operator==(const SavedView &) const = default;
};

/// A distribution marking and its rank in this map. No scale is mapped onto another.
struct Marking
{
    Id<Marking> id; ///< The marking itself, as printed.
    int rank = 0;
    QString notes;

    bool operator==(const Marking &) const = default;
};

/// A fact about the map itself: its title, where it came from.
struct Property
{
    Id<Property> id;
    QString value;
    QString notes;

    bool operator==(const Property &) const = default;
};

} // namespace entente::model
