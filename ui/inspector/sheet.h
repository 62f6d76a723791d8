#pragma once

#include "core/model/lookup.h"
#include "ui/runtext.h"

#include <QDate>

#include <functional>
#include <vector>

namespace entente::ui {

using Runs = std::vector<Run>;

/// One round or other point on the clock of a dialogue.
struct ClockMark
{
    PartialDate date;
    MeetingFormat format = MeetingFormat::Unknown;
};

/// The rhythm of a dialogue, to be drawn as a strip.
struct Clock
{
    std::vector<ClockMark> rounds;
    std::vector<std::pair<QDate, QDate>> gaps;
    QDate nextDue;
    QDate asOf;
};

/// One line of the record panel, as values.
struct SheetItem
{
    enum Form {
        Text,  ///< Runs over the whole width.
        Fact,  ///< A label and runs.
        Round, ///< A disc with the ordinal, runs, and something at the right.
        Card,  ///< A quote with a head line.
        Strip  ///< The clock.
    };
    Form form = Text;
    QString label = {};
    Runs runs = {};
    Runs head = {};
    Runs aside = {};
    MeetingFormat format = MeetingFormat::Unknown;
    Clock clock = {};
};

struct SheetSection
{
    QString title = {};
    Runs aside = {};
    std::vector<SheetItem> items = {};
};

/// What the record panel says of a record, computed from a snapshot: no widget, no state.
struct Sheet
{
    QString record;
    Kind kind;
    Side side = Side::Unknown;
    QString kindLine; ///< "Dialogue · directors"
    QString title;
    QString korean;
    std::vector<Runs> names; ///< "The EEAS says: Cyber Dialogue"
    std::vector<Runs> notToBeConfused;
    std::vector<SheetSection> sections;
};

/// What of a sheet is open: lists longer than a few lines are cut unless their section's title is in here.
struct SheetOptions
{
    QDate asOf;
    QStringList unfolded;
};

/// The sheet of any record; an empty `record` says that there is none with this identifier.
Sheet sheetOf(const Lookup &lookup, const QString &record, const SheetOptions &options);

/// Where words stand in a document of the map; empty `document`: nowhere.
struct TextPlace
{
    QString document;
    QString label;
    QString quote;
    int offset = 0;
};
/// The passage behind a passage, an evidence, a relation or a suggestion.
TextPlace textPlaceOf(const Lookup &lookup, const QString &id);

/// Parts of sheets that several kinds share.
namespace sheets {
Run link(const Lookup &lookup, const QString &record, bool isShort = false);
SheetSection ties(const Lookup &lookup, const QString &record);
SheetSection rounds(const Lookup &lookup, const Dialogue &dialogue, const SheetOptions &options);
SheetSection passages(const Lookup &lookup, const QStringList &subjects, const SheetOptions &options);
SheetSection knownFrom(const Lookup &lookup, const QString &record, const SheetOptions &options);
SheetSection commitments(const std::vector<const Commitment *> &list, const QDate &asOf);
SheetItem fact(const QString &label, Runs runs);
SheetItem fact(const QString &label, const QString &text);
void put(Sheet &sheet, SheetSection section);
void describeClause(Sheet &sheet, const Lookup &lookup, const Clause &clause, const SheetOptions &options);
void describeMeeting(Sheet &sheet, const Lookup &lookup, const Meeting &meeting, const SheetOptions &options);
void describeDialogue(Sheet &sheet, const Lookup &lookup, const Dialogue &dialogue, const SheetOptions &options);
void describeRelation(Sheet &sheet, const Lookup &lookup, const Relation &relation, const SheetOptions &options);
/// All other kinds.
void describeOther(Sheet &sheet, const Lookup &lookup, const SheetOptions &options);
} // namespace sheets

} // namespace entente::ui
