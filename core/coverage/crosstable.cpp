#include "core/coverage/crosstable.h"

#include "core/coverage/rounds.h"
#include "core/model/relationtypes.h"

#include <QSet>

#include <algorithm>
#include <map>

namespace entente::coverage {

namespace {

constexpr int deepestChain = 64; // of parents: a cycle ends here

std::size_t at(CoverageLevel level)
{
    return static_cast<std::size_t>(level);
}

/// Fills a table: first its heads, then clause by clause what falls into each cell.
class Gathering
{
public:
    Gathering(const Lookup &lookup, const Coverage &coverage, Against against)
        : m_lookup(lookup)
        , m_coverage(coverage)
    {
        m_table.against = against;
    }

    CrossTable table()
    {
        addRows();
        if (m_table.against == Against::Dialogues)
            addDialogues();
        else
            addInstitutions();
        for (std::size_t i = 0; i < m_table.columns.size(); ++i)
            m_columnOf.insert(m_table.columns[i].record, i);
        m_table.cells.resize(m_table.rows.size() * m_table.columns.size());
        for (std::size_t row = 0; row < m_table.rows.size(); ++row) {
            for (const QString &clause : m_table.rows[row].clauses)
                addClause(row, *m_states.value(clause));
            addCarers(row);
        }
        return std::move(m_table);
    }

private:
    const Model &model() const { return m_lookup.model(); }

    void addRows()
    {
        using Place = std::tuple<bool, int, QString>;
        std::map<Place, CrossRow> rows;
        for (const ClauseState &state : m_coverage.clauses) {
            m_states.insert(state.clause, &state);
            const Clause *clause = model().find<Clause>(state.clause);
            const Area *area = clause ? model().find(areaOf(model(), *clause)) : nullptr;
            CrossRow &row = rows[area ? Place(!area->number, area->number.value_or(0), area->id.value) : Place(true, 0, QString(QChar(0xffff)))];
            row.area = area ? area->id.value : QString();
            row.clauses.append(state.clause);
            ++row.states[static_cast<std::size_t>(state.progress())];
        }
        for (auto &[place, row] : rows)
            m_table.rows.push_back(std::move(row));
    }

    void addDialogues()
    {
        for (const Column &column : m_coverage.columns) {
            if (m_table.columns.empty() || m_table.columns.back().record != column.dialogue)
                m_table.columns.push_back({column.dialogue, 0, 0});
            count(column, m_table.columns.back());
        }
        std::set<QString> silent; // Named, but never met.
        for (const ClauseState &state : m_coverage.clauses) {
            silent.insert(state.responsible.begin(), state.responsible.end());
            silent.insert(state.reviewing.begin(), state.reviewing.end());
        }
        for (const CrossColumn &column : m_table.columns)
            silent.erase(column.record);
        for (const QString &dialogue : inLadderOrder(m_lookup, silent))
            m_table.columns.push_back({dialogue, 0, 0});
    }

    static void count(const Column &round, CrossColumn &column)
    {
        ++column.rounds;
        column.withoutReadout += round.readoutMissing ? 1 : 0;
    }

    QStringList present(const QString &meeting) const
    {
        QStringList institutions;
        for (const Attendance *attendance : m_lookup.attendance(Id<Meeting>(meeting))) {
            if (!institutions.contains(attendance->institution.value))
                institutions.append(attendance->institution.value);
        }
        return institutions.isEmpty() ? QStringList{QString()} : institutions;
    }

    void addInstitutions()
    {
        std::map<QString, CrossColumn> columns;
        for (const Column &column : m_coverage.columns) {
            for (const QString &institution : present(column.meeting))
                count(column, columns[institution]);
        }
        for (const CrossRow &row : m_table.rows) {
            for (const Relation *relation : m_lookup.incoming(row.area)) {
                if (relation->type == relation::responsibleFor && model().find<Institution>(relation->source.value))
                    columns[relation->source.value];
            }
            for (const QString &clause : row.clauses) {
                for (const Relation *relation : m_lookup.outgoing(clause)) {
                    if (relation->type == relation::names && model().find<Institution>(relation->target.value))
                        columns[relation->target.value];
                }
            }
        }
        for (auto &[institution, column] : columns) {
            column.record = institution;
            m_table.columns.push_back(column);
        }
        const auto place = [&](const CrossColumn &column) {
            const Institution *institution = model().find<Institution>(column.record);
            return std::tuple(column.record.isEmpty(), institution ? institution->side : Side::Unknown, -column.rounds, column.record);
        };
        std::ranges::sort(m_table.columns, {}, place);
    }

    CrossCell *cellAt(std::size_t row, const QString &record)
    {
        const auto column = m_columnOf.constFind(record);
        return column == m_columnOf.constEnd() ? nullptr : &m_table.cells[row * m_table.columns.size() + *column];
    }

    /// The columns that a meeting belongs to.
    QStringList columnsOf(const QString &meeting) const
    {
        if (m_table.against == Against::Institutions)
            return present(meeting);
        const Meeting *row = model().find<Meeting>(meeting);
        return row ? QStringList{row->dialogue.value} : QStringList();
    }

    void addClause(std::size_t row, const ClauseState &state)
    {
        std::map<QString, CoverageLevel> highest;
        for (const Cell &cell : state.cells) {
            for (const QString &column : columnsOf(cell.meeting)) {
                CrossCell *into = cellAt(row, column);
                if (!into)
                    continue; // A suggestion at a round that is no column.
                into->waiting += cell.waiting;
                if (cell.level == CoverageLevel::None)
                    continue;
                ++into->cells[at(cell.level)];
                into->evidence += cell.evidence;
                highest[column] = std::max(highest[column], cell.level);
            }
        }
        for (const auto &[column, level] : highest)
            ++cellAt(row, column)->clauses[at(level)];

        QSet<QString> untold;
        for (const QString &meeting : state.missingReadouts) {
            for (const QString &column : columnsOf(meeting)) {
                if (!highest.contains(column))
                    untold.insert(column);
            }
        }
        for (const QString &column : std::as_const(untold)) {
            if (CrossCell *into = cellAt(row, column))
                ++into->untold;
        }
        for (const QString &record : bound(state)) {
            if (CrossCell *into = cellAt(row, record))
                ++into->bound;
        }
    }

    QStringList bound(const ClauseState &state) const
    {
        if (m_table.against == Against::Dialogues)
            return state.responsible;
        QStringList named;
        for (const Relation *relation : m_lookup.outgoing(state.clause)) {
            if (relation->type == relation::names && !named.contains(relation->target.value))
                named.append(relation->target.value);
        }
        return named;
    }

    void addCarers(std::size_t row)
    {
        const QString &type = m_table.against == Against::Dialogues ? relation::reviews : relation::responsibleFor;
        if (m_table.rows[row].area.isEmpty())
            return;
        for (const Relation *relation : m_lookup.incoming(m_table.rows[row].area)) {
            if (CrossCell *into = relation->type == type ? cellAt(row, relation->source.value) : nullptr)
                into->cares = true;
        }
    }

    const Lookup &m_lookup;
    const Coverage &m_coverage;
    CrossTable m_table;
    QHash<QString, const ClauseState *> m_states;
    QHash<QString, std::size_t> m_columnOf;
};

} // namespace

int CrossCell::raised() const
{
    int count = 0;
    for (std::size_t level = 1; level < clauses.size(); ++level)
        count += clauses[level];
    return count;
}

CoverageLevel CrossCell::highest() const
{
    for (std::size_t level = clauses.size(); level-- > 1;) {
        if (clauses[level] > 0)
            return static_cast<CoverageLevel>(level);
    }
    return CoverageLevel::None;
}

CrossTable crossTable(const Lookup &lookup, const Coverage &coverage, Against against)
{
    return Gathering(lookup, coverage, against).table();
}

Id<Area> areaOf(const Model &model, const Clause &clause)
{
    const Clause *unit = &clause;
    for (int depth = 0; unit && depth < deepestChain; ++depth, unit = model.find(unit->parent)) {
        if (!unit->area.isEmpty())
            return unit->area;
    }
    return {};
}

} // namespace entente::coverage
