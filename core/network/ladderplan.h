#pragma once

#include "core/network/ladder.h"

#include <array>
#include <map>

/// The ladder's own parts, shared by the files ladder*.cpp and by nobody else.
namespace entente::network::plan {

enum class Rung { Summit, Ministers, ViceMinisters, DirectorsGeneral, Directors, Working, Other, Paper };
inline constexpr int RungCount = 8;

/// A dialogue's row.
struct Row
{
    int node = -1;
    Rung rung = Rung::Other;
    bool paper = false;
    int leftPassing = 0; ///< Column at which its box may begin: reporting lines that pass on its left.
    bool reachRight = false;
    double rightEdge = 0;
    double boxHeight = 28;
    double height = 28; ///< With the boxes beside it.
    double middle = 0;
    QRectF rect;
};

/// A reporting line between rows: `column` counts from the lane's left edge, or from its right edge.
struct Report
{
    int line = -1;
    int from = -1; ///< Rows.
    int to = -1;
    bool right = false;
    int column = 0;
    bool toTop = false; ///< On the left: it ends at the top of `from`, which stands in the same column; else a short line leads to it.
};

/// Bodies of a lane that stand together: one, or several with equal ties.
struct Cluster
{
    std::vector<int> bodies;
    std::map<int, std::vector<int>> tables; ///< Row → the lines of the bodies to it.
    int home = -1;     ///< Row beside which it stands.
    int last = -1;     ///< Of a tall box: the last of the adjacent rows.
    int pillar = -1;   ///< The pillar (index) of which it is a unit.
    int parentBody = -1; ///< The node to which its short line leads.
    QRectF rect;
    std::vector<QRectF> cells;
    double height = 22;
};

struct Pillar
{
    int body = -1;
    Rung from = Rung::Summit;
    Rung to = Rung::Summit;
    std::map<int, int> tables; ///< Row → line, where no unit of it sat.
    double width = 30;
    QRectF rect;
};

/// Something in a row of a lane, from top to bottom, and the height at which its line meets the dialogue.
struct Item
{
    enum class Kind { Box, Tall, Pillar, Elbow, Through };
    Kind kind = Kind::Box;
    int index = -1; ///< Cluster or pillar; of Through: place among the others.
    int line = -1;
    double height = 8;
    double y = 0; ///< Of the middle, from the row's middle.
};

/// A line from a box through the gutter to another row.
struct Elbow
{
    int cluster = -1;
    int row = -1;
    int track = 0;
};

/// One of the two lanes with pillars. `mirrored`: the joint lane is at its left.
struct SideLane
{
    bool mirrored = false;
    std::vector<Pillar> pillars; ///< The innermost last.
    std::vector<Cluster> clusters;
    std::vector<Elbow> elbows;
    int tracks = 0;
    std::map<int, std::vector<Item>> items; ///< By row.
    QRectF ground;
    double boxLeft = 0;
    double boxRight = 0;
};

/// A body of the others lane: multilateral, third, unknown.
struct Outsider
{
    int body = -1;
    std::map<int, int> tables; ///< Row → line.
    QRectF rect;
};

struct RungBand
{
    Rung rung = Rung::Summit;
    int first = -1; ///< Rows; -1: no row stands here.
    int last = -1;
    double top = 0;
    double bottom = 0;
};

/// The measures that differ between the screen's label set and that of large paper.
struct Sizes
{
    double name = 11.5;
    double dialogue = 11.5;
    double facts = 10;
    double plainName = 10.2;
    double head = 9.3;
    double number = 9.3;
    double hexagon = 8;
    double hexagonText = 8.5;
    double bar = 5;
    double rowGap = 5;
    double rungPadding = 4;
    double radius = 12;
    double inset = 12;
};

class Ladder
{
public:
    Ladder(const Snapshot &snapshot, const LadderOptions &options, const LabelMetrics &metrics);
    Picture draw();

private:
    const SnapshotNode &node(int index) const { return m_snapshot.nodes[std::size_t(index)]; }
    const SnapshotLine &line(int index) const { return m_snapshot.lines[std::size_t(index)]; }
    Row &row(int index) { return m_rows[std::size_t(index)]; }
    SideLane &lane(bool rok) { return m_sides[rok ? 1 : 0]; }
    double width(const QString &text, double size, bool bold) const { return m_metrics(text, size, bold); }

    // ladderrows.cpp: which dialogue stands where
    void chooseRows();
    void orderRows();
    void chooseReports();
    void placeReports();

    // ladderbodies.cpp: which body stands where
    void chooseBodies();
    void choosePillars(SideLane &side, const std::vector<int> &bodies);
    void chooseClusters(SideLane &side, const std::vector<int> &bodies);
    void shapeClusters(SideLane &side);
    void fillItems(SideLane &side);
    std::map<int, int> visibleTables(int body) const;
    bool isUnitOf(int unit, int body) const;

    // laddermeasure.cpp: widths, heights, positions
    void measureLanes();
    void measureClusters(SideLane &side);
    double stackItems(SideLane &side, int row);
    void stackRows();
    void placePillarsAndClusters(SideLane &side);
    void placeOutsiders();
    double bodyHeight(int body, double width) const;

    // ladderboxes.cpp: what stands in a box
    std::vector<BlockLine> bodyLines(int body, double width, bool &shortened, QString &label) const;
    void addDialogue(const Row &row);
    void addBody(int body, const QRectF &rect, double bar = 0);
    void addPillar(const Pillar &pillar, bool mirrored);
    double addTags(Box &box, const SnapshotNode &node, double right, double middle, double room);
    double hexagonStep(const SnapshotNode &node) const;
    double tagsWidth(const SnapshotNode &node) const;
    bool koreanBeside(int body, double room) const;
    void addHeads();

    // ladderlines.cpp
    void drawTables(SideLane &side);
    void drawOutsiders();
    void drawReports();
    void drawStubs(SideLane &side);
    void push(Stroke stroke);
    void number(Stroke &stroke, double x, double y) const;
    double edgeOf(const Row &row, double y, bool right) const;
    std::vector<QRectF> pillarsCrossed(const SideLane &side, double from, double to, double y) const;

    // ladderfoot.cpp: what stands below the rungs
    double drawPaperBodies(double top);
    double drawLeftover(double top);
    double flow(const std::vector<int> &bodies, const QRectF &room);
    double drawAreas(double top);
    double drawInstruments(double top);

    const Snapshot &m_snapshot;
    const LadderOptions &m_options;
    const LabelMetrics &m_metrics;
    Sizes m_sizes;
    Picture m_picture;

    std::vector<Row> m_rows;
    std::map<int, int> m_rowOfNode;
    std::vector<Report> m_reports;
    int m_leftColumns = 0;
    int m_rightColumns = 0;
    std::array<SideLane, 2> m_sides;
    std::vector<Outsider> m_outsiders;
    std::vector<int> m_paperBodies;    ///< At no table, named in a clause.
    std::vector<int> m_leftoverBodies; ///< At no table, named nowhere.
    std::map<int, std::map<int, int>> m_tables; ///< Body → row → line, before units take over from their parents.
    std::vector<RungBand> m_bands;
    QRectF m_joint;
    QRectF m_othersGround;
    double m_rungsWidth = 72;
    double m_top = 21;
    double m_right = 0;
};

} // namespace entente::network::plan
