#include "core/network/ladderplan.h"
#include "core/network/lines.h"

#include "core/network/groups.h"

#include <QCoreApplication>

#include <algorithm>

// The ladder.
//
// Terms. Lane: EU, joint, ROK, others, from left to right. Rung: a level; only those that are filled are drawn. Row: a dialogue with what
// stands beside it. Pillar: a body with tables on three or more rungs, as tall as its rungs, so that its lines are level. Tall box: a body
// with tables on adjacent rows. Elbow: a line that leaves a box, runs down the gutter and enters another row. Bracket: bodies with equal
// ties, joined by one line. Port: where a line meets a dialogue.
//
// Steps.
// 1. Rows (ladderrows.cpp): dialogues by rung, within a rung so that the reporting lines are short. Each superior has a vertical at the
//    left of the joint lane; the columns are chosen so that no vertical passes through a box. Second superiors are reached at the right.
// 2. Bodies (ladderbodies.cpp): pillars, clusters of equal ties, tall boxes where nothing else stands between, else boxes with elbows. The
//    result is a list of items for every row and side; the order of items is the order of ports.
// 3. Measures (laddermeasure.cpp): widths of lanes by pillars and tracks, heights of items by their texts, heights of rows by their items.
//    Each item has its own stretch of the row, so nothing can overlap.
// 4. Boxes and lines (ladderboxes.cpp, ladderlines.cpp), then what stands below: bodies at no table, areas, instruments (ladderfoot.cpp).
// 5. What the user moved goes to its place, and its lines follow around the other boxes (picture.cpp, lines.cpp).
//
// Complexity: ordering is O(r² · e) in the rows of a rung, with a limit on rounds; all else is about linear, but shaping tall boxes, which is
// quadratic in the boxes of a side in the worst case.

namespace entente::network {

namespace plan {

Ladder::Ladder(const Snapshot &snapshot, const LadderOptions &options, const LabelMetrics &metrics)
    : m_snapshot(snapshot), m_options(options), m_metrics(metrics)
{
    if (options.rich)
        m_sizes = {.name = 11.5,
                   .dialogue = 12.3,
                   .facts = 9.7,
                   .plainName = 11.5,
                   .head = 10.5,
                   .number = 9.6,
                   .hexagon = 8.5,
                   .hexagonText = 8.5,
                   .bar = 6,
                   .rowGap = 6,
                   .rungPadding = 5,
                   .radius = 16,
                   .inset = 16};
}

Picture Ladder::draw()
{
    chooseRows();
    orderRows();
    chooseReports();
    placeReports();
    chooseBodies();
    measureLanes();
    stackRows();
    for (SideLane &side : m_sides) {
        placePillarsAndClusters(side);
        for (const Pillar &pillar : side.pillars)
            addPillar(pillar, side.mirrored);
        for (const Cluster &cluster : side.clusters) {
            for (std::size_t i = 0; i < cluster.bodies.size(); ++i)
                addBody(cluster.bodies[i], cluster.cells[i], cluster.bodies.size() > 1 && !m_options.rich ? 3 : 0);
        }
    }
    placeOutsiders();
    for (const Row &row : m_rows)
        addDialogue(row);
    drawStubs(m_sides[0]);
    drawStubs(m_sides[1]);
    drawTables(m_sides[0]);
    drawTables(m_sides[1]);
    drawOutsiders();
    drawReports();

    const bool hasPaper = !m_bands.empty() && m_bands.back().rung == Rung::Paper;
    double bottom = m_bands.empty() ? m_top : m_bands.back().bottom;
    if (hasPaper)
        bottom = drawPaperBodies(m_bands.back().top);
    for (const Outsider &outsider : m_outsiders)
        bottom = std::max(bottom, outsider.rect.bottom() + 6);
    bottom = drawLeftover(bottom);
    for (Ground &ground : m_picture.grounds)
        ground.rect.setBottom(bottom);
    addHeads();
    bottom = drawAreas(bottom);
    bottom = drawInstruments(bottom);
    m_picture.size = {m_right, bottom + 4};
    tellApart(m_picture, m_metrics);
    for (const Box &box : m_picture.boxes)
        m_picture.shortened += box.shortened ? 1 : 0;
    QSet<QString> changed = moveBoxes(m_picture, m_snapshot, m_options.places);
    changed += moveBoxes(m_picture, m_snapshot, placesBeside(m_picture, m_options.places));
    if (!changed.isEmpty())
        leadLines(m_picture, m_snapshot, {.only = changed, .groups = {}}, Progress());
    return std::move(m_picture);
}

} // namespace plan

Picture ladder(const Snapshot &snapshot, const LadderOptions &options, const LabelMetrics &metrics)
{
    const bool hasGroups = std::ranges::any_of(snapshot.nodes, [](const SnapshotNode &node) { return !node.members.isEmpty(); });
    if (!hasGroups)
        return plan::Ladder(snapshot, options, metrics).draw();
    const Snapshot rows = groupsAsRows(snapshot);
    Picture picture = plan::Ladder(rows, options, metrics).draw();
    for (Box &box : picture.boxes)
        box.members = int(rows.node(box.id)->members.size());
    return picture;
}

} // namespace entente::network
