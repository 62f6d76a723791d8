#include "core/network/ladderplan.h"

#include "core/model/relationtypes.h"

#include <algorithm>
#include <cmath>

namespace entente::network::plan {

namespace {

constexpr double BendRadius = 6;
constexpr double NumberInset = 11; // of the middle of a number, from the joint lane's edge
constexpr double HeadLength = 8;
constexpr double ColumnStep = 26;
constexpr double RightStep = 13;

} // namespace

void Ladder::push(Stroke stroke)
{
    if (!stroke.bead && stroke.confidence != Confidence::Stated)
        stroke.bead = middleOf(stroke.points);
    m_picture.strokes.push_back(std::move(stroke));
}

/// Where a level line meets the box of a dialogue: at its edge, or in its rounded corner.
double Ladder::edgeOf(const Row &row, double y, bool right) const
{
    const double radius = std::min(m_sizes.radius, row.rect.height() / 2);
    const double depth = std::max(radius - (y - row.rect.top()), radius - (row.rect.bottom() - y));
    const double inset = depth <= 0 ? 0 : radius - std::sqrt(std::max(0.0, radius * radius - std::min(depth, radius) * std::min(depth, radius)));
    return right ? row.rect.right() - inset : row.rect.left() + inset;
}

std::vector<QRectF> Ladder::pillarsCrossed(const SideLane &side, double from, double to, double y) const
{
    const auto [left, right] = std::minmax(from, to);
    std::vector<QRectF> crossed;
    for (const Pillar &pillar : side.pillars) {
        if (pillar.rect.left() > left - 0.5 && pillar.rect.right() < right + 0.5 && pillar.rect.top() < y && y < pillar.rect.bottom())
            crossed.push_back(QRectF(pillar.rect.left(), y, pillar.rect.width(), 0));
    }
    return crossed;
}

void Ladder::number(Stroke &stroke, double x, double y) const
{
    stroke.number = numberOf(stroke);
    stroke.numberAt = {x, y};
}

void Ladder::drawTables(SideLane &side)
{
    const bool right = side.mirrored; // the side of the dialogue at which its lines end
    const double edge = right ? side.boxLeft : side.boxRight;
    const double outwards = right ? -1 : 1; // from a box towards the joint lane
    const double numberX = right ? side.ground.left() + NumberInset : side.ground.right() - NumberInset;

    for (const auto &[rowIndex, items] : side.items) {
        const Row &row = m_rows[std::size_t(rowIndex)];
        for (const Item &item : items) {
            if (item.line < 0 || item.kind == Item::Kind::Through)
                continue;
            const double y = row.middle + item.y;
            const double end = edgeOf(row, y, right);
            if (item.kind == Item::Kind::Pillar) {
                const Pillar &pillar = side.pillars[std::size_t(item.index)];
                Stroke stroke = strokeOf(m_snapshot, {item.line});
                const double start = right ? pillar.rect.left() : pillar.rect.right();
                stroke.points = {{start, y}, {end, y}};
                stroke.over = pillarsCrossed(side, start, edge, y);
                stroke.bead = QPointF(numberX - outwards * 14, y);
                number(stroke, numberX, y);
                push(std::move(stroke));
                continue;
            }
            const bool isElbow = item.kind == Item::Kind::Elbow;
            const Elbow *elbow = isElbow ? &side.elbows[std::size_t(item.index)] : nullptr;
            const Cluster &cluster = side.clusters[std::size_t(elbow ? elbow->cluster : item.index)];
            Stroke stroke = strokeOf(m_snapshot, cluster.tables.at(rowIndex));
            if (elbow) {
                const double start = std::min(cluster.rect.center().y() + 6, cluster.rect.bottom() - 3);
                const double track = edge + outwards * (6 + 7 * elbow->track);
                stroke.points = {{edge, start}, {track, start}, {track, y}, {end, y}};
                stroke.radius = BendRadius;
            } else {
                stroke.points = {{edge, y}, {end, y}};
            }
            stroke.bead = QPointF(right ? numberX + 10 : numberX + 12, y);
            number(stroke, numberX, y);
            push(std::move(stroke));
        }
    }
    for (const Cluster &cluster : side.clusters) {
        if (cluster.bodies.size() < 2)
            continue;
        std::vector<int> lines;
        for (const auto &[row, tied] : cluster.tables)
            lines.insert(lines.end(), tied.begin(), tied.end());
        Stroke bracket = strokeOf(m_snapshot, lines);
        bracket.bracket = true;
        bracket.number.clear();
        const double x = edge - outwards * 1;
        const double cells = edge - outwards * 6;
        bracket.points = {{cells, cluster.rect.top() + 1}, {x, cluster.rect.top() + 1}, {x, cluster.rect.bottom() - 1}, {cells, cluster.rect.bottom() - 1}};
        push(std::move(bracket));
    }
}

void Ladder::drawOutsiders()
{
    const SideLane &side = m_sides[1];
    for (const auto &[rowIndex, items] : side.items) {
        const Row &row = m_rows[std::size_t(rowIndex)];
        for (const Item &item : items) {
            if (item.kind != Item::Kind::Through)
                continue;
            const Outsider &outsider = m_outsiders[std::size_t(item.index)];
            const double y = row.middle + item.y;
            const double end = edgeOf(row, y, true);
            Stroke stroke = strokeOf(m_snapshot, {item.line});
            const double start = outsider.rect.left();
            if (y > outsider.rect.top() + 2 && y < outsider.rect.bottom() - 2) {
                stroke.points = {{start, y}, {end, y}};
            } else {
                const double bend = start - 3;
                const double from = std::clamp(y, outsider.rect.top() + 6, outsider.rect.bottom() - 4);
                stroke.points = {{start, from}, {bend, from}, {bend, y}, {end, y}};
                stroke.radius = 3;
            }
            stroke.over = pillarsCrossed(side, start, end, y);
            number(stroke, side.ground.left() + NumberInset, y);
            push(std::move(stroke));
        }
    }
}

void Ladder::drawReports()
{
    for (const Report &report : m_reports) {
        const Row &from = m_rows[std::size_t(report.from)];
        const Row &to = m_rows[std::size_t(report.to)];
        Stroke stroke = strokeOf(m_snapshot, {report.line});
        stroke.spine = true;
        stroke.head = true;
        if (!report.right) {
            const double x = m_joint.left() + ColumnStep * report.column;
            const double end = to.rect.bottom();
            if (report.toTop) {
                stroke.points = {{x, from.rect.top()}, {x, end}};
            } else {
                const double y = from.rect.center().y();
                stroke.points = {{from.rect.left(), y}, {x, y}, {x, end}};
                stroke.radius = BendRadius;
                stroke.bead = QPointF((from.rect.left() + x) / 2, y);
            }
        } else if (m_rightColumns == 1) {
            const double x = m_joint.right() - 14.5;
            const bool up = report.to < report.from;
            stroke.points = {{x, up ? from.rect.top() : from.rect.bottom()}, {x, up ? to.rect.bottom() : to.rect.top()}};
        } else {
            const double x = m_joint.right() - 14.5 - RightStep * (m_rightColumns - 1 - report.column);
            const double start = from.rect.center().y() - 4;
            const double end = to.rect.center().y() + 4;
            stroke.points = {{from.rect.right(), start}, {x, start}, {x, end}, {to.rect.right(), end}};
            stroke.radius = 4;
        }
        push(std::move(stroke));
    }
}

/// Dotted stubs from units to their pillar.
void Ladder::drawStubs(SideLane &side)
{
    for (const Cluster &cluster : side.clusters) {
        if (cluster.pillar < 0)
            continue;
        const Pillar &pillar = side.pillars[std::size_t(cluster.pillar)];
        double y = cluster.rect.center().y();
        if (y < pillar.rect.top() + 2 || y > pillar.rect.bottom() - 2)
            continue;
        const double start = side.mirrored ? side.boxRight : side.boxLeft;
        const double end = side.mirrored ? pillar.rect.left() : pillar.rect.right();
        std::vector<int> lines;
        for (const int body : cluster.bodies) {
            for (std::size_t i = 0; i < m_snapshot.lines.size(); ++i) {
                const SnapshotLine &line = m_snapshot.lines[i];
                if (line.type == relation::partOf && line.source == body && line.target == pillar.body)
                    lines.push_back(int(i));
            }
        }
        Stroke stroke = strokeOf(m_snapshot, lines);
        stroke.type = relation::partOf; // through parents that are not shown where there is no line of its own
        stroke.side = Side::Unknown;
        stroke.rounds = 0;
        stroke.points = {{start, y}, {end, y}};
        stroke.over = pillarsCrossed(side, start, end, y);
        push(std::move(stroke));
    }
}

} // namespace entente::network::plan
