#pragma once

#include "core/base/partialdate.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/vocabulary.h"
#include "core/model/pageplace.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

/// Reading of documents that nobody vouches for: bytes become text, text becomes blocks, blocks become suggestions.
///
/// The road of a text, one file a step:
/// extract (a file a format: text, docx, odt, html, pdf) → lines → furniture and cover (what is set aside) → markers and structure (headings, units, gaps; hyphens mends what the
/// wrapping split) → metadata, readout (what the document says about itself) → names, suggest (what it says about the map).
/// The law that holds it together: no word of the document is lost. Every line ends in exactly one block.
namespace entente::reading {

/// What a block is to the reader.
enum class Role { Heading, Unit, Prose, SetAside, Gap, Note };

/// A stretch of the document, in document order (a unit stands where it begins).
struct Block
{
    Role role = Role::Prose;
    int page = 1;
    QString label;   ///< Units: `14`, `14(c)`; `1`, `2` … for the paragraphs of a read-out.
    QString parent;  ///< Units: the label of the unit above. Gaps: the unit whose own text they interrupt.
    int depth = 0;   ///< Headings: their rank, 1 the highest. Units: how deep they stand, 1 at the top.
    QString number;  ///< As printed: `14.`, `c.`
    QString heading; ///< Units: the last heading above.
    QString text;
    /// Set aside: `running header`, `running footer`, `page number`, `marking`, `reference`, `recipient`, `watermark`, `cover page` …
    /// Gap: `deleted`, `omitted`, `illegible`, `not translated`, `no text layer`.
    QString why;
    std::vector<model::PagePlace> places; ///< Where it stands on the pages, in order; empty where the format has none.

    bool operator==(const Block &) const = default;
};

/// Two ends that line wrapping had parted, and what became of them.
struct Join
{
    QString left;
    QString right;
    QString result;

    bool operator==(const Join &) const = default;
};

/// What the document says about itself.
struct Metadata
{
    QString title;
    QString reference;      ///< The main one: `14319/24`.
    QStringList references; ///< All of its own: `14319/24`, `EEAS(2024) 1267`.
    PartialDate date;
    QString marking;          ///< The highest, as printed.
    QStringList markings;     ///< `LIMITE`, `Limited`
    QStringList subjectCodes; ///< `CIVCOM 247`, `CFSP/PESC 1413` …
    QString previousDocument;
    PartialDate released;

    bool operator==(const Metadata &) const = default;
};

/// A head of delegation as the read-out names them.
struct Head
{
    QString side; ///< `EU`, `ROK` or nothing.
    QString name;
    QString title;

    bool operator==(const Head &) const = default;
};

/// A step that the read-out says was agreed, with the sentence that says so.
struct FollowUp
{
    QString label; ///< Of the block.
    QString quote; ///< The sentence.
    int offset = 0; ///< Of the quote, in the block's text.
    QString words; ///< What is to be done: `hold a joint workshop in Busan in the spring of 2021`
    PartialDate due;
    QString dueWords; ///< As printed: `in the spring of 2021`
    QString by;       ///< `EU`, `ROK`, or nothing: both sides.
    QString byWords;  ///< As printed: `The European Commission`
    QString to;       ///< `EU`, `ROK`, or nothing.

    bool operator==(const FollowUp &) const = default;
};

/// The round that the read-out announces as the next of its series.
struct NextRound
{
    std::optional<int> ordinal;
    PartialDate start;
    PartialDate end;
    QString place;
    QString host;  ///< `EU`, `ROK`, or nothing.
    QString words; ///< Of the date, as printed.
    QString label; ///< Of the block.
    QString quote; ///< The sentence.
    int offset = 0; ///< Of the quote, in the block's text.

    bool operator==(const NextRound &) const = default;
};

/// The meeting that a read-out tells of: a proposal, matched to a record elsewhere.
struct ReadMeeting
{
    QString status = QStringLiteral("held"); ///< `held`, `planned` (announced, or put off to another day) or `cancelled`.
    QString openingWords; ///< The sentence that says that it was held.
    QString dialogueWords; ///< `Republic of Korea–European Union Cyber Policy Consultation`
    std::optional<int> ordinal;
    PartialDate start;
    PartialDate end;
    bool dateYearInferred = false;
    QString dateWords; ///< As printed, where the year cannot be said: `Thursday, November 12`. `start` and `end` are then unknown.
    QString weekday;
    QString place;
    QString venue;  ///< `Ministry of Foreign Affairs`
    QString format; ///< `in-person`, `virtual`, `hybrid` or nothing.
    std::vector<Head> heads;
    QStringList institutionsWords; ///< The bodies that took part or chaired, one an entry.
    std::vector<FollowUp> followUps;
    std::optional<NextRound> nextRound;

    bool operator==(const ReadMeeting &) const = default;
};

enum class Kind { Instrument, Readout, Other };

struct ReadDocument
{
    Kind kind = Kind::Other;
    Metadata metadata;
    std::vector<Block> blocks;
    std::vector<Join> joins; ///< Every join at a line end, whether the hyphen went or stayed.
    std::optional<ReadMeeting> meeting;
};

struct ReadOptions
{
    enum class As { Auto, Instrument, Readout };
    As as = As::Auto;
    PartialDate date; ///< What the user knows about the date: helps where a read-out leaves the year out.
};

struct Extract;

/// Reads what a format gave. Never refused for its structure: what is not recognised stays as prose. Refused only when it holds no word, or
/// cancelled.
Result<ReadDocument> readExtract(Extract extract, const ReadOptions &options, Progress &progress);

/// The same for a plain text.
Result<ReadDocument> readText(const QString &text, const ReadOptions &options, Progress &progress);

/// `instrument`, `readout`, `other`: the words of the command line.
QString kindWord(Kind kind);

/// The error of a reading that was cancelled.
Error cancelledError();

} // namespace entente::reading
