#include "core/network/ladderplan.h"

#include <algorithm>
#include <cmath>

namespace entente::network::plan {

namespace {

constexpr double Margin = 6;           // between a lane's edge and what stands in it
constexpr double PillarGap = 5;        // also what a line over a pillar keeps free
constexpr double UnitGap = 8;          // the short line from a pillar to its unit
constexpr double SmallestBox = 92;
constexpr double SmallestDialogue = 180;
constexpr double Gutter = 20;          // room for the number of rounds
constexpr double TrackStep = 7;
constexpr double MostPillarWidth = 96;
constexpr double ItemGap = 4;
constexpr double PortHeight = 8;       // of a line that has no box
constexpr double PortInset = 7;        // from the edge of a dialogue to its first port
constexpr double SmallestBand = 30;    // two lines of a rung's name
constexpr double ColumnStep = 26;
constexpr double RightStep = 13;

} // namespace

void Ladder::measureLanes()
{
    const bool rich = m_options.rich;
    bool hasOthers = !m_outsiders.empty();
    const auto outside = [&](int body) { return node(body).side != Side::Eu && node(body).side != Side::Rok; };
    hasOthers = hasOthers || std::ranges::any_of(m_paperBodies, outside) || std::ranges::any_of(m_leftoverBodies, outside);

    m_rungsWidth = rich ? 90 : 72;
    double widths[3] = {rich ? 300.0 : 215.0, rich ? 330.0 : 284.0, rich ? 240.0 : 200.0};
    const double others = hasOthers ? (rich ? 124 : 81) : 0;
    const double spare = std::max(0.0, m_options.width - m_rungsWidth - others - widths[0] - widths[1] - widths[2]);
    widths[0] += spare / 4;
    widths[1] += spare / 2;
    widths[2] += spare / 4;

    double need[2] = {};
    for (SideLane &side : m_sides) {
        double pillars = 0;
        for (Pillar &pillar : side.pillars) {
            const SnapshotNode &body = node(pillar.body);
            const QString name = body.abbreviation.isEmpty() ? QString() : body.abbreviation;
            const double text = width(name, m_sizes.name + (rich ? 1 : 0), true);
            pillar.width = name.isEmpty() ? 72 : std::clamp(text + 11, rich ? 68.0 : 30.0, MostPillarWidth);
            pillars += pillar.width + PillarGap;
        }
        need[side.mirrored ? 1 : 0] = Margin + pillars - PillarGap + UnitGap + (rich ? 140 : SmallestBox) + Gutter + TrackStep * side.tracks + 4;
    }
    widths[0] = std::max(widths[0], need[0]);
    widths[2] = std::max(widths[2], need[1]);
    widths[1] = std::max(widths[1], 13 + ColumnStep * m_leftColumns + SmallestDialogue + 8 + RightStep * m_rightColumns);

    double x = m_rungsWidth;
    const auto ground = [&](Lane lane, double width) {
        const QRectF rect(x, 3, width, 0);
        if (width > 0)
            m_picture.grounds.push_back({lane, rect});
        x += width;
        return rect;
    };
    m_sides[0].ground = ground(Lane::Eu, widths[0]);
    m_joint = ground(Lane::Joint, widths[1]);
    m_sides[1].ground = ground(Lane::Rok, widths[2]);
    m_othersGround = ground(Lane::Others, others);
    m_right = x;

    for (SideLane &side : m_sides) {
        double edge = side.mirrored ? side.ground.right() - Margin : side.ground.left() + Margin;
        for (Pillar &pillar : side.pillars) {
            pillar.rect = side.mirrored ? QRectF(edge - pillar.width, 0, pillar.width, 0) : QRectF(edge, 0, pillar.width, 0);
            edge += (side.mirrored ? -1 : 1) * (pillar.width + PillarGap);
        }
        if (!side.pillars.empty())
            edge += (side.mirrored ? -1 : 1) * (UnitGap - PillarGap);
        const double gutter = Gutter + TrackStep * side.tracks + (side.mirrored ? 4 : 0);
        side.boxLeft = side.mirrored ? side.ground.left() + gutter : edge;
        side.boxRight = side.mirrored ? edge : side.ground.right() - gutter;
        measureClusters(side);
    }

    const double jointRight = m_joint.right() - 8 - RightStep * m_rightColumns;
    for (Row &row : m_rows)
        row.rightEdge = jointRight;
    if (m_rightColumns == 1) {
        for (const Report &report : m_reports) {
            if (report.right)
                row(report.from).rightEdge = row(report.to).rightEdge = m_joint.right() - 8;
        }
    }
    for (Row &row : m_rows) {
        const double left = m_joint.left() + 13 + ColumnStep * row.leftPassing;
        row.rect = QRectF(left, 0, row.rightEdge - left, 0);
    }
}

double Ladder::bodyHeight(int body, double width) const
{
    bool shortened = false;
    QString label;
    const std::vector<BlockLine> lines = bodyLines(body, width, shortened, label);
    const Side side = node(body).side;
    const double bar = side == Side::Multilateral || side == Side::Third ? m_sizes.bar : 0;
    return lines.size() <= 1 ? 22 : std::ceil(blockHeight(lines) + 10 + bar);
}

/// Heights of boxes; several bodies with equal ties stand side by side where their names fit.
void Ladder::measureClusters(SideLane &side)
{
    const double room = side.boxRight - side.boxLeft;
    for (Cluster &cluster : side.clusters) {
        cluster.cells.clear();
        if (cluster.bodies.size() == 1) {
            cluster.height = bodyHeight(cluster.bodies.front(), room);
            cluster.cells = {QRectF(0, 0, room, cluster.height)};
            continue;
        }
        // The bracket stands on the side of the joint lane.
        const double inner = room - 6;
        const double shift = side.mirrored ? 6 : 0;
        double y = 0;
        std::vector<std::size_t> line;
        double used = 0;
        const auto closeLine = [&] {
            if (line.empty())
                return;
            const double spare = (inner - used - 2 * double(line.size() - 1)) / double(line.size());
            double x = shift;
            double height = 19;
            for (const std::size_t i : line)
                height = std::max(height, cluster.cells[i].height());
            for (const std::size_t i : line) {
                QRectF &cell = cluster.cells[i];
                cell = QRectF(x, y, cell.width() + spare, height);
                x += cell.width() + 2;
            }
            y += height + 2;
            line.clear();
            used = 0;
        };
        cluster.cells.assign(cluster.bodies.size(), QRectF());
        for (std::size_t i = 0; i < cluster.bodies.size(); ++i) {
            const SnapshotNode &body = node(cluster.bodies[i]);
            const double natural = width(body.abbreviation, m_sizes.name - 1, true) + 3 + 8 + (body.folded.isEmpty() ? 0 : 20);
            const bool small = !m_options.rich && !body.abbreviation.isEmpty() && natural <= inner;
            if (small && used + natural + 2 * double(line.size()) > inner)
                closeLine();
            if (small) {
                cluster.cells[i] = QRectF(0, 0, natural, 19);
                used += natural;
                line.push_back(i);
                continue;
            }
            closeLine();
            cluster.cells[i] = QRectF(0, 0, inner, bodyHeight(cluster.bodies[i], inner));
            used = inner;
            line.push_back(i);
            closeLine();
        }
        closeLine();
        cluster.height = y - 2;
    }
}

/// Stacks what stands in a row of a lane around the row's middle; the height of the stack.
double Ladder::stackItems(SideLane &side, int row)
{
    const auto found = side.items.find(row);
    if (found == side.items.end())
        return 0;
    double height = -ItemGap;
    for (Item &item : found->second) {
        item.height = PortHeight;
        if (item.kind == Item::Kind::Box)
            item.height = side.clusters[std::size_t(item.index)].height;
        if (item.kind == Item::Kind::Tall) {
            const Cluster &cluster = side.clusters[std::size_t(item.index)];
            const double share = cluster.height / double(cluster.last - cluster.home + 1);
            item.height = std::max(20.0, share);
        }
        height += item.height + ItemGap;
    }
    double y = -height / 2;
    for (Item &item : found->second) {
        item.y = y + item.height / 2;
        y += item.height + ItemGap;
    }
    return height;
}

void Ladder::stackRows()
{
    double y = m_top;
    for (std::size_t first = 0; first < m_rows.size();) {
        RungBand band;
        band.rung = m_rows[first].rung;
        band.first = int(first);
        band.top = y;
        y += m_sizes.rungPadding;
        std::size_t at = first;
        for (; at < m_rows.size() && m_rows[at].rung == band.rung; ++at) {
            Row &row = m_rows[at];
            const SnapshotNode &dialogue = node(row.node);
            const double textWidth = row.rect.width() - m_sizes.inset - 6 - tagsWidth(dialogue) - m_sizes.inset / 2;
            const auto name = wrapped(placedName(m_snapshot, dialogue), textWidth, 2, m_sizes.dialogue, true, m_metrics);
            const int lines = int(name.lines.size()) + (row.paper && !m_options.rich && name.lines.size() == 1 ? 0 : 1)
                              + (dialogue.reviews.isEmpty() ? 0 : 1) + (m_options.rich && !dialogue.nameKo.isEmpty() ? 1 : 0);
            row.boxHeight = lines <= 1 ? 22 : 28 + (m_options.rich ? 4 : 0) + 12.5 * (lines - 2);
            row.height = row.boxHeight;
            for (SideLane &side : m_sides) {
                row.height = std::max(row.height, stackItems(side, int(at)));
                for (const Item &item : side.items[int(at)]) {
                    if (item.line >= 0)
                        row.boxHeight = std::max(row.boxHeight, 2 * (std::abs(item.y) + PortInset));
                }
            }
            row.height = std::max(row.height, row.boxHeight);
            row.middle = y + row.height / 2;
            row.rect = QRectF(row.rect.left(), row.middle - row.boxHeight / 2, row.rect.width(), row.boxHeight);
            y += row.height + m_sizes.rowGap + (row.paper ? 2.5 : 0);
        }
        y += m_sizes.rungPadding - m_sizes.rowGap;
        y = std::max(y, band.top + SmallestBand);
        band.last = int(at) - 1;
        band.bottom = y;
        m_bands.push_back(band);
        first = at;
    }
    const bool needsPaper = !m_paperBodies.empty() && (m_bands.empty() || m_bands.back().rung != Rung::Paper);
    if (needsPaper) {
        RungBand band;
        band.rung = Rung::Paper;
        band.top = y;
        band.bottom = y + SmallestBand;
        m_bands.push_back(band);
    }
}

void Ladder::placePillarsAndClusters(SideLane &side)
{
    for (Pillar &pillar : side.pillars) {
        for (const RungBand &band : m_bands) {
            if (band.rung == pillar.from)
                pillar.rect.setTop(band.top + 4);
            if (band.rung == pillar.to)
                pillar.rect.setBottom(band.bottom - 4);
        }
    }
    for (const auto &[rowIndex, items] : side.items) {
        const double middle = m_rows[std::size_t(rowIndex)].middle;
        for (const Item &item : items) {
            if (item.kind != Item::Kind::Box && item.kind != Item::Kind::Tall)
                continue;
            Cluster &cluster = side.clusters[std::size_t(item.index)];
            const QRectF part(side.boxLeft, middle + item.y - item.height / 2, side.boxRight - side.boxLeft, item.height);
            cluster.rect = cluster.rect.isNull() ? part : cluster.rect.united(part);
        }
    }
    for (Cluster &cluster : side.clusters) {
        if (cluster.bodies.size() == 1)
            cluster.cells = {cluster.rect};
        else
            for (QRectF &cell : cluster.cells)
                cell.translate(cluster.rect.topLeft());
    }
}

/// Each as near to the height of its line as those above it allow.
void Ladder::placeOutsiders()
{
    double free = m_top + 2;
    const double x = m_othersGround.left() + Margin;
    const double width = m_othersGround.width() - 2 * Margin;
    for (std::size_t i = 0; i < m_outsiders.size(); ++i) {
        Outsider &outsider = m_outsiders[i];
        const double height = bodyHeight(outsider.body, width) + 3;
        double port = m_rows[std::size_t(outsider.tables.begin()->first)].middle;
        for (const Item &item : m_sides[1].items[outsider.tables.begin()->first]) {
            if (item.kind == Item::Kind::Through && item.index == int(i))
                port += item.y;
        }
        const double top = std::max(free, port - height / 2);
        outsider.rect = QRectF(x, top, width, height);
        addBody(outsider.body, outsider.rect);
        free = outsider.rect.bottom() + ItemGap;
    }
}

} // namespace entente::network::plan
