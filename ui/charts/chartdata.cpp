#include "ui/charts/chartdata.h"

#include "core/coverage/progress.h"
#include "core/model/asof.h"
#include "ui/lensscope.h"
#include "ui/paint/symbols.h"
#include "ui/timeline/content.h"
#include "ui/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <numeric>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostDays = 60;   ///< Days at which a chart over time looks.
constexpr int mostYears = 400; ///< A slip of the keyboard ("0201") must not make a chart of two thousand years.

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::ui", text);
}

/// In the order of the ramp, what cannot be told and what does not apply last.
constexpr ProgressState stateOrder[] = {ProgressState::Delivered,     ProgressState::FollowUpAgreed, ProgressState::Raised,
                                        ProgressState::Dormant,       ProgressState::MechanismOnly,  ProgressState::NotRaised,
                                        ProgressState::CannotTell,    ProgressState::NotApplicable};

std::vector<ChartPart> stateParts()
{
    std::vector<ChartPart> parts;
    for (const ProgressState state : stateOrder)
        parts.push_back({state, capitalised(shown(state)), symbols::letterOf(state)});
    return parts;
}

constexpr Rung rungOrder[] = {Rung::Summit,     Rung::Ministers, Rung::ViceMinisters, Rung::DirectorsGeneral, Rung::Directors, Rung::Working,
                              Rung::Parliament, Rung::Track15,   Rung::NoLevel};

std::vector<ChartPart> levelParts()
{
    const QString letters = tr("SMVGDWPT–"); // One for each level, as its colour's letter.
    std::vector<ChartPart> parts;
    for (std::size_t i = 0; i < std::size(rungOrder); ++i)
        parts.push_back({rungOrder[i], rungWords(rungOrder[i]), letters.mid(qsizetype(i), 1)});
    return parts;
}

std::size_t placeOf(Rung rung)
{
    return std::size_t(std::ranges::find(rungOrder, rung) - std::begin(rungOrder));
}

std::vector<int> counted(const coverage::Coverage &coverage)
{
    std::vector<int> values;
    for (const ProgressState state : stateOrder)
        values.push_back(coverage.count(state));
    return values;
}

/// Parts that occur nowhere are taken out.
void dropEmptyParts(ChartData &data)
{
    for (std::size_t part = data.parts.size(); part-- > 0;) {
        if (std::ranges::any_of(data.rows, [=](const ChartRow &row) { return row.values[part] > 0; }))
            continue;
        data.parts.erase(data.parts.begin() + std::ptrdiff_t(part));
        for (ChartRow &row : data.rows)
            row.values.erase(row.values.begin() + std::ptrdiff_t(part));
    }
}

QString missingInstrument(const Lookup &lookup, const QString &instrument)
{
    if (instrument.isEmpty())
        return tr("Choose an instrument to see what became of its clauses.");
    return lookup.clauses(Id<Instrument>(instrument)).empty() ? tr("The text of this instrument is not in the map. Import it…") : QString();
}

/// The title block's words of a coverage.
void describe(ChartData &data, const Lookup &lookup, const coverage::Coverage &coverage)
{
    const QString name = lookup.shortTitle(coverage.instrument);
    data.unit = tr("clauses");
    data.filters = tr("clauses of %1").arg(name);
    data.shown = tr("%1 clauses and points of %2").arg(coverage.clauses.size()).arg(name);
    data.records.append(coverage.instrument);
    for (const coverage::ClauseState &state : coverage.clauses) {
        data.records.append(state.clause);
        for (const coverage::Cell &cell : state.cells) {
            if (cell.level > CoverageLevel::None)
                data.records.append(cell.meeting);
        }
    }
    data.records.removeDuplicates();
    if (const int cannot = coverage.count(ProgressState::CannotTell); cannot > 0)
        data.note = tr("%1 of %2 cannot be told yet: read-outs are missing, or a gap stands in the text.").arg(cannot).arg(coverage.clauses.size());
}

void countProgress(ChartData &data, const Lookup &lookup, const Lens &lens)
{
    data.rowHead = tr("Area");
    data.parts = stateParts();
    const QString instrument = chosenInstrument(lookup.model(), lens).value;
    data.subtitle = instrument.isEmpty() ? QString() : lookup.title(instrument);
    data.empty = missingInstrument(lookup, instrument);
    if (!data.empty.isEmpty())
        return;
    const coverage::Coverage coverage = coverage::coverageOf(lookup, Id<Instrument>(instrument), lens.asOf);
    // Areas by number, then by name; what stands in none comes last.
    std::map<std::tuple<int, QString, QString>, ChartRow> rows;
    for (const coverage::ClauseState &state : coverage.clauses) {
        const Clause *clause = lookup.model().find<Clause>(state.clause);
        const Area *area = clause ? lookup.model().find(clause->area) : nullptr;
        const QString label = area ? lookup.shortTitle(area->id.value) : tr("In no area");
        const auto key = std::tuple(area ? area->number.value_or(1000000) : 1000001, label, area ? area->id.value : QString());
        const auto [row, isNew] = rows.try_emplace(key);
        if (isNew) {
            row->second.label = label;
            row->second.record = area ? area->id.value : QString();
            row->second.sign = area && area->number ? QString::number(*area->number) : QString();
            row->second.values.resize(data.parts.size());
        }
        const auto part = std::ranges::find(stateOrder, state.progress()) - std::begin(stateOrder);
        ++row->second.values[std::size_t(part)];
    }
    for (auto &[key, row] : rows) {
        if (!row.record.isEmpty())
            data.records.append(row.record);
        data.rows.push_back(std::move(row));
    }
    describe(data, lookup, coverage);
    dropEmptyParts(data);
}

/// From the adoption, or the beginning of the range, to the day of the lens: whole months, quarters or years, so that there are not too many.
std::vector<QDate> daysBetween(const QDate &from, const QDate &to)
{
    std::vector<QDate> days;
    const int months = (to.year() - from.year()) * 12 + to.month() - from.month() + 1;
    int step = 1;
    for (const int wider : {3, 6, 12, 24, 60, 120, 240, 600}) {
        if (months / step + 1 > mostDays)
            step = wider;
    }
    days.push_back(from);
    QDate day(from.year(), ((from.month() - 1) / std::min(step, 12)) * std::min(step, 12) + 1, 1);
    for (day = day.addMonths(step); day < to; day = day.addMonths(step))
        days.push_back(day);
    if (to > from)
        days.push_back(to);
    return days;
}

void countCoverage(ChartData &data, const Lookup &lookup, const Lens &lens, const base::Progress &progress)
{
    data.rowHead = tr("Day");
    data.parts = stateParts();
    const Id<Instrument> instrument = chosenInstrument(lookup.model(), lens);
    data.subtitle = instrument.isEmpty() ? QString() : lookup.title(instrument.value);
    data.empty = missingInstrument(lookup, instrument.value);
    if (!data.empty.isEmpty())
        return;
    const coverage::Coverage now = coverage::coverageOf(lookup, instrument, lens.asOf);
    describe(data, lookup, now);
    const QDate to = lens.asOf.isValid() ? lens.asOf : QDate::currentDate();
    QDate from = now.adopted.isKnown() ? now.adopted.first() : QDate();
    if (!from.isValid()) {
        // Without a day of adoption, from the first passage on.
        for (const coverage::ClauseState &state : now.clauses) {
            for (const coverage::Cell &cell : state.cells) {
                const Meeting *meeting = lookup.model().find<Meeting>(cell.meeting);
                if (meeting && meeting->start.isKnown() && (!from.isValid() || meeting->start.first() < from))
                    from = meeting->start.first();
            }
        }
    }
    if (!from.isValid())
        from = to.addYears(-1);
    if (hasRange(lens))
        from = std::max(from, lens.from);
    if (from > to) {
        data.empty = tr("On %1 it was not adopted yet.").arg(dateInWords(to));
        return;
    }
    const std::vector<QDate> days = daysBetween(from, to);
    for (std::size_t i = 0; i < days.size() && !progress.isCancelled(); ++i) {
        progress.report(int(i), int(days.size()));
        ChartRow row;
        row.day = days[i];
        row.label = dateInWords(days[i]);
        row.values = counted(days[i] == to ? now : coverage::coverageOf(lookup, instrument, days[i], progress));
        data.rows.push_back(std::move(row));
    }
    dropEmptyParts(data);
}

/// How the rounds of a chart are known.
QString evidenceOf(const Lookup &lookup, const QStringList &meetings)
{
    int known[4] = {};
    for (const QString &meeting : meetings)
        ++known[int(lookup.knowledge(meeting))];
    return tr("%1 rounds documented, %2 from the press, %3 without a source")
        .arg(known[int(Knowledge::Documented)])
        .arg(known[int(Knowledge::Reported)])
        .arg(known[int(Knowledge::None)]);
}

struct CountedRound
{
    const Meeting *meeting = nullptr;
    Rung rung = Rung::NoLevel;
};

/// The held rounds in scope and range; says how many have no date.
std::vector<CountedRound> roundsIn(const Lookup &lookup, const Lens &lens, const LensScope &scope, ChartData &data)
{
    std::vector<CountedRound> rounds;
    QStringList meetings;
    int undated = 0;
    int dialogues = 0;
    for (const Dialogue *dialogue : scope.dialogues()) {
        bool counts = false;
        for (const Meeting *meeting : lookup.meetings(dialogue->id)) {
            if (meeting->status != MeetingStatus::Held)
                continue;
            undated += meeting->start.isKnown() ? 0 : 1;
            if (!isInRange(*meeting, lens))
                continue;
            rounds.push_back({meeting, rungOf(dialogue->level)});
            meetings.append(meeting->id.value);
            counts = true;
        }
        if (counts) {
            ++dialogues;
            data.records.append(dialogue->id.value);
        }
    }
    data.unit = tr("rounds");
    data.filters = scope.inWords();
    data.records += meetings;
    data.shown = tr("%1 rounds of %2 dialogues").arg(rounds.size()).arg(dialogues);
    data.evidence = evidenceOf(lookup, meetings);
    if (undated > 0)
        data.note = undated == 1 ? tr("One round has no date and is not counted.") : tr("%1 rounds have no date and are not counted.").arg(undated);
    if (rounds.empty())
        data.empty = undated > 0 ? tr("No dated meeting here. %1 have no date.").arg(undated) : tr("No dated meeting here.");
    return rounds;
}

void countMeetings(ChartData &data, const Lookup &lookup, const Lens &lens, const LensScope &scope)
{
    data.rowHead = tr("Year");
    data.parts = levelParts();
    std::map<int, std::vector<int>> years;
    int partial = 0;
    for (const CountedRound &round : roundsIn(lookup, lens, scope, data)) {
        std::vector<int> &values = years[round.meeting->start.year()];
        values.resize(data.parts.size());
        ++values[placeOf(round.rung)];
        partial += round.meeting->start.isDay() ? 0 : 1;
    }
    data.subtitle = tr("Rounds held, by the level of their dialogue");
    if (years.empty())
        return;
    const int last = years.rbegin()->first;
    const int first = std::max(years.begin()->first, last - mostYears);
    for (int year = first; year <= last; ++year) {
        ChartRow row;
        row.label = QString::number(year);
        row.day = QDate(year, 1, 1);
        row.values = years[year];
        row.values.resize(data.parts.size());
        data.rows.push_back(std::move(row));
    }
    dropEmptyParts(data);
}

void countParticipation(ChartData &data, const Lookup &lookup, const Lens &lens, const LensScope &scope)
{
    data.rowHead = tr("Institution");
    data.parts = levelParts();
    data.subtitle = tr("Rounds at which it is recorded, by their level");
    QHash<QString, std::vector<int>> bodies;
    int unknown = 0;
    for (const CountedRound &round : roundsIn(lookup, lens, scope, data)) {
        QSet<QString> present;
        for (const Attendance *attendance : lookup.attendance(round.meeting->id))
            present.insert(attendance->institution.value);
        unknown += present.isEmpty() ? 1 : 0;
        for (const QString &body : std::as_const(present)) {
            std::vector<int> &values = bodies[body];
            values.resize(data.parts.size());
            ++values[placeOf(round.rung)];
        }
    }
    for (const Institution &institution : lookup.model().all<Institution>()) {
        const auto found = bodies.constFind(institution.id.value);
        const bool wanted = std::ranges::none_of(lens.filters, [](const Filter &filter) { return filter.field == "side"_L1; }) ||
                            std::ranges::any_of(lens.filters, [&](const Filter &filter) {
                                return filter.field == "side"_L1 && filter.value.compare(wordOf(institution.side), Qt::CaseInsensitive) == 0;
                            });
        if (found == bodies.constEnd() || !wanted)
            continue;
        data.rows.push_back({institution.id.value, lookup.shortTitle(institution.id.value), kindLetter(kindOf<Institution>, institution.side),
                             institution.side, {}, *found});
        data.records.append(institution.id.value);
    }
    std::ranges::stable_sort(data.rows, std::greater(), &ChartRow::total);
    if (unknown > 0)
        data.note = (data.note.isEmpty() ? QString() : data.note + u' ') + (unknown == 1 ? tr("At one round no institution is recorded.") : tr("At %1 rounds no institution is recorded.").arg(unknown));
    if (data.rows.empty() && data.empty.isEmpty())
        data.empty = tr("No institution is recorded at the rounds shown. Add who took part to a meeting.");
    else if (!data.rows.empty())
        data.shown = tr("%1 institutions at %2").arg(data.rows.size()).arg(data.shown);
    dropEmptyParts(data);
}

constexpr const char *kindWords[] = {"progress", "meetings", "coverage", "participation"};

} // namespace

QString wordOf(ChartKind kind)
{
    return QLatin1StringView(kindWords[int(kind)]);
}

std::optional<ChartKind> chartFromWord(const QString &word)
{
    for (const ChartKind kind : chartKinds) {
        if (word.compare(wordOf(kind), Qt::CaseInsensitive) == 0)
            return kind;
    }
    return std::nullopt;
}

QString chartName(ChartKind kind)
{
    switch (kind) {
    case ChartKind::Progress:
        return tr("Clauses by progress and area");
    case ChartKind::Meetings:
        return tr("Rounds a year by level");
    case ChartKind::Coverage:
        return tr("Coverage over time");
    case ChartKind::Participation:
        break;
    }
    return tr("Institutions by participation");
}

int ChartRow::total() const
{
    return std::accumulate(values.begin(), values.end(), 0);
}

int ChartData::largest() const
{
    int most = 0;
    for (const ChartRow &row : rows)
        most = std::max(most, row.total());
    return most;
}

ChartData chartData(ChartKind kind, const Lookup &lookup, const Lens &lens, const base::Progress &progress)
{
    ChartData data;
    data.kind = kind;
    data.title = chartName(kind);
    data.asOf = kind == ChartKind::Progress ? dateInWords(lens.asOf) : rangeInWords(lens);
    switch (kind) {
    case ChartKind::Progress:
        countProgress(data, lookup, lens);
        break;
    case ChartKind::Coverage:
        countCoverage(data, lookup, lens, progress);
        break;
    case ChartKind::Meetings:
        countMeetings(data, lookup, lens, LensScope(lookup, lens));
        break;
    case ChartKind::Participation:
        countParticipation(data, lookup, lens, LensScope(lookup, lens));
        break;
    }
    return data;
}

std::vector<QStringList> chartTable(const ChartData &data)
{
    std::vector<QStringList> table(1);
    table[0].append(data.rowHead);
    for (const ChartPart &part : data.parts)
        table[0].append(part.name);
    table[0].append(tr("All"));
    for (const ChartRow &row : data.rows) {
        QStringList line{!row.sign.isEmpty() && data.kind == ChartKind::Progress ? tr("%1 · %2").arg(row.sign, row.label) : row.label};
        for (const int value : row.values)
            line.append(QString::number(value));
        line.append(QString::number(row.total()));
        table.push_back(std::move(line));
    }
    return table;
}

QString chartTableText(const ChartData &data)
{
    QString text;
    for (const QStringList &line : chartTable(data)) {
        QStringList cells;
        for (QString cell : line) {
            cell.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' ');
            if (!cell.isEmpty() && u"=+-@"_s.contains(cell[0]))
                cell.prepend(u'\'');
            cells.append(cell);
        }
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

} // namespace entente::ui
