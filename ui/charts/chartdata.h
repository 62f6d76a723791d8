#pragma once

#include "core/base/progress.h"
#include "core/model/laneorder.h"
#include "core/model/lens.h"
#include "core/model/lookup.h"

#include <QDate>

#include <optional>
#include <variant>
#include <vector>

/// The charts that people ask for, as values: what is drawn is what stands in the table beside it.
namespace entente::ui {

enum class ChartKind {
    Progress,      ///< Clauses by progress for each area.
    Meetings,      ///< Rounds a year by level.
    Coverage,      ///< Clauses by progress over time.
    Participation, ///< Rounds at which an institution is recorded, by level.
};
inline constexpr ChartKind chartKinds[] = {ChartKind::Progress, ChartKind::Meetings, ChartKind::Coverage, ChartKind::Participation};

/// `progress`, `meetings`, `coverage`, `participation`.
QString wordOf(ChartKind kind);
std::optional<ChartKind> chartFromWord(const QString &word);
/// "Clauses by progress and area"
QString chartName(ChartKind kind);

/// What one colour of a chart stands for: the state of a clause or the level of a round.
struct ChartPart
{
    std::variant<ProgressState, Rung> value;
    QString name;
    QString letter;

    bool operator==(const ChartPart &) const = default;
};

struct ChartRow
{
    QString record; ///< What is chosen with it; empty for a year or a day.
    QString label;
    QString sign;   ///< Number of an area, letter of a side.
    Side side = Side::Unknown;
    QDate day;      ///< Of a chart over time.
    std::vector<int> values; ///< By part.

    int total() const;
    bool operator==(const ChartRow &) const = default;
};

struct ChartData
{
    ChartKind kind = ChartKind::Progress;
    QString title;
    QString subtitle;
    QString rowHead; ///< What a row of the table is: "Area", "Year".
    QString unit;    ///< What is counted: "clauses", "rounds".
    std::vector<ChartPart> parts;
    std::vector<ChartRow> rows;
    QString asOf;    ///< Day or range in words.
    QString filters; ///< In words.
    QString shown;
    QString evidence;
    QString note;        ///< What could not be counted, in a sentence; empty where everything was.
    QStringList records; ///< Everything that was counted: a marking is computed over these.
    QString empty;       ///< Where there is nothing to draw: what is missing.

    bool isOverTime() const { return kind == ChartKind::Meetings || kind == ChartKind::Coverage; }
    int largest() const;
    bool operator==(const ChartData &) const = default;
};

/// Counts what a lens shows. A chart over time looks at up to sixty days; cancelled, it has those that it came to.
ChartData chartData(ChartKind kind, const Lookup &lookup, const Lens &lens, const base::Progress &progress = base::Progress());

/// The table of a chart with its heads, all as text: `Area`, the parts, `All`.
std::vector<QStringList> chartTable(const ChartData &data);
/// The same as tab-separated lines, as spreadsheets take them from the clipboard: a cell that would be read as a formula begins with `'`.
QString chartTableText(const ChartData &data);

} // namespace entente::ui
