#include "core/network/circularorder.h"
#include "core/network/layouts.h"
#include "core/network/parts.h"
#include "core/network/rings.h"

#include <algorithm>
#include <cmath>
#include <map>

// The circular layout: all nodes of a part around one ellipse, lines inside.
//
// Steps. (1) An order with few crossings, groups side by side (circularorder.cpp). (2) A ring with room for all boxes and for a gap between groups; of several
// tracks where one would leave a large empty middle (rings.cpp). (3) Turn it so that what leans left comes to the left. (4) The name of each group
// outside of its arc. (5) Remove the few overlaps that are left.
// Where nodes are pinned, centre and size are read off these, and the others go beside their group, or their neighbours, outside.

namespace entente::network {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

class CircularPart
{
public:
    CircularPart(Part &part, const Groups &groups, const LayoutOptions &options, const base::Progress &progress);

    void layOut();

private:
    int groupOf(int node) const
    {
        const std::size_t whole = at(m_part.members[at(node)]);
        return whole < m_groups.of.size() ? m_groups.of[whole] : -1;
    }
    void setForm(double aspect);
    void chooseOrder();
    void placeFresh();
    void placeBesidePinned();
    void addHeads();

    Part &m_part;
    const Groups &m_groups;
    const LayoutOptions &m_options;
    const base::Progress &m_progress;
    RingForm m_form;
    QSizeF m_usual; ///< Box with its gap.
    double m_step = 1;
    std::vector<int> m_order;  ///< Around the ring.
    std::vector<int> m_blocks; ///< The group of each node.
    QPointF m_centre;
    double m_outer = 0;
};

CircularPart::CircularPart(Part &part, const Groups &groups, const LayoutOptions &options, const base::Progress &progress)
    : m_part(part), m_groups(groups), m_options(options), m_progress(progress)
{
    m_usual = usualBox(part.boxes) + QSizeF(options.gap, options.gap);
    setForm(options.aspect);
}

void CircularPart::setForm(double aspect)
{
    m_form = RingForm(m_usual, aspect);
    m_step = std::max(m_usual.height(), m_usual.width() / m_form.aspect());
}

void CircularPart::chooseOrder()
{
    const int n = m_part.count();
    std::vector<Chord> chords;
    for (int node = 0; node < n; ++node) {
        m_blocks.push_back(groupOf(node));
        for (const int neighbour : m_part.adjacency.neighbours(node)) {
            if (neighbour > node)
                chords.push_back({node, neighbour});
        }
    }
    m_order = circularOrder(n, chords, m_blocks, m_progress);
}

void CircularPart::placeFresh()
{
    constexpr double Stretch = 3.5;  // an empty middle is wanted: lines need it
    constexpr double GroupGap = 0.6; // usual boxes
    const int n = m_part.count();
    const std::vector<int> &order = m_order;
    const std::vector<int> &blocks = m_blocks;
    const double gapNeed = GroupGap * m_form.need(m_usual);
    std::vector<double> wishes;
    std::vector<QSizeF> boxes;
    double turn = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const QSizeF &box = m_part.boxes[at(order[i])];
        const double need = m_form.need(box + QSizeF(m_options.gap, m_options.gap));
        wishes.push_back(turn + need / 2);
        boxes.push_back(box);
        turn += need;
        if (blocks[at(order[i])] != blocks[at(order[(i + 1) % order.size()])])
            turn += gapNeed;
    }
    const Ring ring = ringFor(turn, m_step, m_step, Stretch);
    m_outer = ring.outer();
    for (double &wish : wishes)
        wish /= turn;

    Turning turning;
    QPointF givenMiddle;
    std::vector<double> known;
    std::vector<double> turns;
    std::vector<double> leaning;
    std::vector<int> given;
    for (int node = 0; node < n; ++node) {
        if (m_part.given[at(node)]) {
            given.push_back(node);
            givenMiddle += *m_part.given[at(node)];
        }
    }
    givenMiddle /= std::max(1.0, double(given.size()));
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::size_t whole = at(m_part.members[at(order[i])]);
        if (const auto &place = m_part.given[at(order[i])]) {
            known.push_back(m_form.turnOf(*place - givenMiddle));
            turns.push_back(wishes[i]);
        } else if (!m_part.isAnchored && whole < m_options.leaning.size()) {
            leaning.push_back(m_options.leaning[whole]);
            turns.push_back(wishes[i]);
        }
    }
    if (!known.empty())
        turning = turningTo(turns, known);
    else if (!leaning.empty())
        turning.shift = shiftByLeaning(turns, leaning);

    std::vector<std::size_t> around(order.size());
    for (std::size_t i = 0; i < around.size(); ++i) {
        around[i] = i;
        wishes[i] = turning(wishes[i]);
        wishes[i] -= std::floor(wishes[i]);
    }
    std::stable_sort(around.begin(), around.end(), [&](std::size_t a, std::size_t b) { return wishes[a] < wishes[b]; });
    std::vector<double> sortedWishes;
    std::vector<QSizeF> sortedBoxes;
    for (const std::size_t i : around) {
        sortedWishes.push_back(wishes[i]);
        sortedBoxes.push_back(boxes[i]);
    }
    const std::vector<RingPlace> places = placeOnRing(sortedWishes, sortedBoxes, m_options.gap, m_form, ring);
    for (std::size_t k = 0; k < around.size(); ++k)
        m_part.positions[at(order[around[k]])] = m_form.at(places[k].turn, places[k].radius);
    QPointF shift;
    if (!given.empty()) {
        QPointF middle;
        for (const int node : given)
            middle += m_part.positions[at(node)];
        shift = givenMiddle - middle / double(given.size());
    }
    m_centre = shift;
    for (QPointF &position : m_part.positions)
        position = roundedPlace(position + shift);
}

void CircularPart::placeBesidePinned()
{
    const int n = m_part.count();
    QPointF least;
    QPointF most;
    bool first = true;
    for (int node = 0; node < n; ++node) {
        const auto &place = m_part.given[at(node)];
        if (!place)
            continue;
        least = first ? *place : QPointF(std::min(least.x(), place->x()), std::min(least.y(), place->y()));
        most = first ? *place : QPointF(std::max(most.x(), place->x()), std::max(most.y(), place->y()));
        first = false;
    }
    m_centre = (least + most) / 2;
    std::vector<double> radii;
    std::vector<double> turns;
    std::map<int, QPointF> directions; // of groups
    for (int node = 0; node < n; ++node) {
        if (const auto &place = m_part.given[at(node)]) {
            m_part.positions[at(node)] = *place;
            const QPointF away = *place - m_centre;
            const double radius = m_form.radiusOf(away);
            radii.push_back(radius);
            turns.push_back(m_form.turnOf(away));
            if (radius > 1e-6)
                directions[groupOf(node)] += away / radius;
        }
    }
    std::sort(radii.begin(), radii.end());
    constexpr double Most = 0.9; // of the nodes: one that was drawn far outside does not count
    const double outside = radii[std::size_t(Most * double(radii.size() - 1))];
    m_outer = outside;
    for (int node = 0; node < n; ++node) {
        if (m_part.given[at(node)])
            continue;
        QPointF direction = groupOf(node) >= 0 ? directions[groupOf(node)] : QPointF();
        if (m_form.radiusOf(direction) < 1e-6) {
            for (const int neighbour : m_part.adjacency.neighbours(node)) {
                if (m_part.given[at(neighbour)])
                    direction += *m_part.given[at(neighbour)] - m_centre;
            }
        }
        const double turn = m_form.radiusOf(direction) > 1e-6 ? m_form.turnOf(direction) : widestGap(turns);
        turns.push_back(turn);
        m_part.positions[at(node)] = roundedPlace(m_centre + m_form.at(turn, outside + m_step));
        m_outer = outside + m_step;
    }
}

void CircularPart::addHeads()
{
    std::map<int, QPointF> directions;
    for (int node = 0; node < m_part.count(); ++node) {
        const QPointF away = m_part.positions[at(node)] - m_centre;
        const double radius = m_form.radiusOf(away);
        if (groupOf(node) >= 0 && at(groupOf(node)) < m_groups.heads.size())
            directions[groupOf(node)] += radius > 1e-6 ? away / radius : QPointF();
    }
    if (directions.size() < 2)
        return; // There is nothing to tell apart.
    for (const auto &[group, direction] : directions) {
        const QSizeF &box = m_groups.heads[at(group)];
        if (box.isEmpty())
            continue;
        const double turn = m_form.radiusOf(direction) > 1e-6 ? m_form.turnOf(direction) : 0.75;
        const QPointF unit = m_form.at(turn, 1);
        const QPointF edge = m_centre + m_form.at(turn, m_outer);
        const QSizeF aside = (m_usual + box) / 2;
        m_part.heads.push_back({group, box, roundedPlace(edge + QPointF(unit.x() / m_form.aspect() * aside.width(), unit.y() * aside.height()))});
    }
}

void CircularPart::layOut()
{
    if (m_part.hasPinned) {
        placeBesidePinned();
        addHeads();
    } else {
        chooseOrder();
        const auto place = [&](double aspect) {
            setForm(aspect);
            placeFresh();
            m_part.heads.clear();
            addHeads();
        };
        placeInBestForm(m_part, m_options.aspect, place);
    }
    separate(m_part, m_options, 0, m_progress);
}

} // namespace

CircularDrawing circularLayout(const Graph &graph, const Groups &groups, const LayoutOptions &options, const base::Progress &progress)
{
    const PartLayout layOut = [&](Part &part, const std::function<void(double)> &report) {
        if (!progress.isCancelled())
            CircularPart(part, groups, options, progress).layOut();
        report(1);
    };
    const WholeLayout whole = layOutParts(graph, options, progress, layOut);
    CircularDrawing drawing{whole.positions, {}};
    for (const PartHead &head : whole.heads)
        drawing.heads.push_back({head.group, head.centre});
    return drawing;
}

} // namespace entente::network
