#include "core/network/ladderplan.h"

#include "core/model/relationtypes.h"

#include <algorithm>
#include <cstdlib>

namespace entente::network::plan {

namespace {

constexpr int MostOrderingRounds = 12;
constexpr int Downwards = 1'000;        // what a report that runs downwards costs, in rows
constexpr int MostRowsForOrdering = 120; // above that, rows keep the order of their rounds

Rung rungOf(const SnapshotNode &dialogue)
{
    if (!dialogue.met && dialogue.rounds.empty())
        return Rung::Paper;
    switch (dialogue.level) {
    case Level::Summit:
        return Rung::Summit;
    case Level::Ministers:
        return Rung::Ministers;
    case Level::ViceMinisters:
        return Rung::ViceMinisters;
    case Level::DirectorsGeneral:
        return Rung::DirectorsGeneral;
    case Level::Directors:
        return Rung::Directors;
    case Level::Working:
    case Level::Operational:
    case Level::Track15:
        return Rung::Working;
    default:
        return Rung::Other;
    }
}

} // namespace

void Ladder::chooseRows()
{
    for (std::size_t i = 0; i < m_snapshot.nodes.size(); ++i) {
        const SnapshotNode &dialogue = m_snapshot.nodes[i];
        if (dialogue.kind != kindOf<Dialogue>)
            continue;
        Row row;
        row.node = int(i);
        row.rung = rungOf(dialogue);
        row.paper = row.rung == Rung::Paper;
        m_rows.push_back(row);
    }
    // What is planned has its level; what comes first among equals has met most often.
    std::ranges::stable_sort(m_rows, {}, [&](const Row &row) {
        const SnapshotNode &dialogue = node(row.node);
        const int level = row.paper && dialogue.level == Level::None ? 100 : int(dialogue.level);
        return std::tuple(int(row.rung), row.paper || row.rung >= Rung::Working ? level : 0, -int(dialogue.rounds.size()), dialogue.id);
    });
}

/// Within each rung, moves rows to where the reporting lines are shorter, until that changes nothing.
void Ladder::orderRows()
{
    std::vector<std::pair<int, int>> ties; // nodes
    for (const SnapshotLine &line : m_snapshot.lines) {
        if (line.type == relation::reportsTo)
            ties.emplace_back(line.source, line.target);
    }
    std::map<int, int> places;
    const auto number = [&] {
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            places[m_rows[i].node] = int(i);
    };
    const auto length = [&] {
        number();
        int sum = 0;
        int depth = 0; // of equals, what reports stands nearer to its superior
        for (const auto &[from, to] : ties) {
            if (!places.contains(from) || !places.contains(to))
                continue;
            sum += std::abs(places[from] - places[to]) + (places[from] < places[to] ? Downwards : 0);
            depth += places[from];
        }
        return std::pair(sum, depth);
    };
    auto best = length();
    bool moved = int(m_rows.size()) <= MostRowsForOrdering && !ties.empty();
    for (int round = 0; moved && round < MostOrderingRounds; ++round) {
        moved = false;
        for (std::size_t from = 0; from < m_rows.size(); ++from) {
            for (std::size_t to = 0; to < m_rows.size(); ++to) {
                if (from == to || m_rows[from].rung != m_rows[to].rung)
                    continue;
                std::vector<Row> before = m_rows;
                const Row row = m_rows[from];
                m_rows.erase(m_rows.begin() + std::ptrdiff_t(from));
                m_rows.insert(m_rows.begin() + std::ptrdiff_t(to), row);
                if (const auto now = length(); now < best) {
                    best = now;
                    moved = true;
                } else {
                    m_rows = std::move(before);
                }
            }
        }
    }
    m_rowOfNode.clear();
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rowOfNode[m_rows[i].node] = int(i);
}

/// The nearest superior above is reached at the left, all others at the right.
void Ladder::chooseReports()
{
    std::map<int, std::vector<Report>> bySubordinate;
    for (std::size_t i = 0; i < m_snapshot.lines.size(); ++i) {
        const SnapshotLine &line = m_snapshot.lines[i];
        if (line.type != relation::reportsTo || !m_rowOfNode.contains(line.source) || !m_rowOfNode.contains(line.target))
            continue;
        Report report;
        report.line = int(i);
        report.from = m_rowOfNode[line.source];
        report.to = m_rowOfNode[line.target];
        bySubordinate[report.from].push_back(report);
    }
    for (auto &[from, reports] : bySubordinate) {
        std::ranges::stable_sort(reports, {}, [](const Report &report) {
            return std::pair(report.to > report.from, std::abs(report.from - report.to));
        });
        for (std::size_t i = 0; i < reports.size(); ++i) {
            reports[i].right = i > 0 || reports[i].to > reports[i].from;
            m_reports.push_back(reports[i]);
        }
    }
}

/// Columns for the verticals, so that none passes through a box.
void Ladder::placeReports()
{
    std::map<int, std::vector<Report *>> bySuperior;
    for (Report &report : m_reports) {
        if (!report.right)
            bySuperior[report.to].push_back(&report);
    }
    struct Vertical
    {
        int from;
        int to;
        int column;
    };
    std::vector<Vertical> verticals;
    // From top to bottom: when a superior gets its column, all verticals that pass it are known.
    for (int superior = 0; superior < int(m_rows.size()); ++superior) {
        int passing = 0;
        bool endsHere = false; // the only vertical at this row, or the innermost, ends at its top
        for (const Vertical &vertical : verticals) {
            if (superior <= vertical.from || superior > vertical.to)
                continue;
            passing = std::max(passing, vertical.column);
        }
        const auto found = bySuperior.find(superior);
        if (found != bySuperior.end()) {
            for (const Vertical &vertical : verticals)
                endsHere = endsHere || (vertical.to == superior && vertical.column == passing);
        }
        row(superior).leftPassing = endsHere ? passing - 1 : passing;
        if (found == bySuperior.end())
            continue;
        Vertical own{superior, superior, row(superior).leftPassing + 1};
        for (Report *report : found->second) {
            report->column = own.column;
            own.to = std::max(own.to, report->from);
        }
        verticals.push_back(own);
        m_leftColumns = std::max(m_leftColumns, own.column);
    }
    for (Report &report : m_reports) {
        if (report.right)
            continue;
        // A box in the same column is reached at its top; the others hang on a short line.
        report.toTop = row(report.from).leftPassing < report.column;
    }

    std::vector<Report *> right;
    for (Report &report : m_reports) {
        if (report.right)
            right.push_back(&report);
    }
    std::ranges::stable_sort(right, {}, [](const Report *report) { return std::abs(report->from - report->to); });
    std::vector<std::vector<std::pair<int, int>>> columns;
    for (Report *report : right) {
        const auto [low, high] = std::minmax(report->from, report->to);
        std::size_t column = 0;
        const auto clashes = [&](const auto &taken) {
            return std::ranges::any_of(taken, [&](const auto &span) { return span.first <= high && low <= span.second; });
        };
        while (column < columns.size() && clashes(columns[column]))
            ++column;
        if (column == columns.size())
            columns.emplace_back();
        columns[column].emplace_back(low, high);
        report->column = int(column);
    }
    m_rightColumns = int(columns.size());
}

} // namespace entente::network::plan
