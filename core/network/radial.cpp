#include "core/network/circularorder.h"
#include "core/network/layouts.h"
#include "core/network/parts.h"
#include "core/network/radialtree.h"
#include "core/network/rings.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

// The radial layout: rings of equal distance around a focus.
//
// Terms. The ring of a node is its distance from the focus in the graph. Its parent is one neighbour on the ring inside; with that the part is a tree. A
// wedge is the stretch of turn (rings.h) that a node and all below it have for themselves. A ring that holds too much for its place has several tracks.
//
// Steps. (1) Breadth-first search for the rings; the parent is the neighbour inside with which a node has most neighbours in common. (2) Radii from
// inside to outside, as small as the boxes allow. (3) Order: what hangs directly on the focus as in a circular layout (circularorder.cpp), children
// everywhere else by the mean direction of the other lines of all below them, a few times. (4) Wedges as wide as the leaves need (Eades 1992, "Drawing free
// trees"; Yee, Fisher, Dhamija, Hearst 2001, "Animated exploration of dynamic graphs with radial layout"), each node in the middle of its wedge, as
// far as its neighbours on the ring allow (rings.cpp). (5) Turn the whole to what leans left and right, or, as Yee et al. ask, to where the
// nodes were before. (6) Remove the few overlaps that are left.
// Where nodes are pinned, rings and directions are read off these, and only the others are placed.
//
// Complexity: O(n log n + e) and that of the order of what hangs on the focus.

namespace entente::network {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

constexpr double Air = 1.3; // rings stand so much farther apart than boxes need, so that lines can be seen between them

double wrapped(double turn)
{
    return turn - std::round(turn);
}

class RadialPart
{
public:
    RadialPart(Part &part, int focus, const LayoutOptions &options, const base::Progress &progress);

    void layOut();

private:
    void chooseRadii(double growth);
    void orderInnermost();
    void measureWedges();
    void assignTurns();
    void orderByPull();
    double length() const;
    void setForm(double aspect);
    void placeFresh();
    void placeBesidePinned();

    Part &m_part;
    const LayoutOptions &m_options;
    const base::Progress &m_progress;
    RadialTree m_tree;
    QSizeF m_usual; ///< Box with its gap.
    RingForm m_form;
    double m_step = 1; ///< Between two rings.
    std::vector<Ring> m_rings;
    std::vector<double> m_wedges;
    std::vector<double> m_turns;
};

RadialPart::RadialPart(Part &part, int focus, const LayoutOptions &options, const base::Progress &progress)
    : m_part(part), m_options(options), m_progress(progress), m_tree(radialTree(part.adjacency, focus)), m_turns(at(part.count()), 0)
{
    m_usual = usualBox(part.boxes) + QSizeF(options.gap, options.gap);
    setForm(options.aspect);
}

void RadialPart::setForm(double aspect)
{
    m_form = RingForm(m_usual, aspect);
    m_step = Air * std::max(m_usual.height(), m_usual.width() / m_form.aspect());
}

void RadialPart::chooseRadii(double growth)
{
    constexpr double Stretch = 1.6;
    std::vector<double> needs(at(m_tree.rings), 0);
    for (const int node : m_tree.order)
        needs[at(m_tree.ring[at(node)])] += m_form.need(m_part.boxes[at(node)] + QSizeF(m_options.gap, m_options.gap));
    const QSizeF most = 4 * usualBox(m_part.boxes);
    const QSizeF focus = m_part.boxes[at(m_tree.order.front())].boundedTo(most);
    double inside = std::max(focus.height() / 2, focus.width() / 2 / m_form.aspect()) - m_step / 2;
    // Around the focus no box of the first ring may touch it: on an ellipse of this radius each is beside it or above or below it.
    double first = 0;
    for (const int node : m_tree.order) {
        if (m_tree.ring[at(node)] != 1)
            continue;
        const QSizeF room = (focus + m_part.boxes[at(node)].boundedTo(most)) / 2 + QSizeF(m_options.gap, m_options.gap);
        first = std::max(first, std::hypot(room.width() / m_form.aspect(), room.height()));
    }
    const std::vector<Ring> tight = growth > 1 ? m_rings : std::vector<Ring>();
    m_rings.assign(1, Ring());
    for (int ring = 1; ring < m_tree.rings; ++ring) {
        const double least = tight.empty() ? 0 : tight[at(ring)].radius * growth;
        const double clear = std::max(ring == 1 ? first : 0.0, std::max(0.0, inside) + m_step);
        m_rings.push_back(ringFor(needs[at(ring)], std::max(least, clear), m_step / Air, Stretch));
        inside = m_rings.back().outer();
    }
}

void RadialPart::orderInnermost()
{
    const int root = m_tree.order.front();
    std::vector<int> &children = m_tree.children[at(root)];
    std::vector<int> top(at(m_part.count()), -1);
    for (std::size_t i = 0; i < children.size(); ++i)
        top[at(children[i])] = static_cast<int>(i);
    std::vector<Chord> chords;
    for (const int node : m_tree.order) {
        if (m_tree.ring[at(node)] > 1)
            top[at(node)] = top[at(m_tree.parent[at(node)])];
        for (const int neighbour : m_part.adjacency.neighbours(node)) {
            if (top[at(node)] >= 0 && top[at(neighbour)] >= 0 && top[at(node)] != top[at(neighbour)])
                chords.push_back({top[at(node)], top[at(neighbour)]});
        }
    }
    const std::vector<int> order = circularOrder(static_cast<int>(children.size()), chords, {}, m_progress);
    std::vector<int> sorted;
    for (const int index : order)
        sorted.push_back(children[at(index)]);
    children = std::move(sorted);
}

void RadialPart::measureWedges()
{
    m_wedges.assign(at(m_part.count()), 0);
    for (auto node = m_tree.order.rbegin(); node != m_tree.order.rend(); ++node) {
        const Ring &ring = m_rings[at(m_tree.ring[at(*node)])];
        const double room = ring.tracks * (ring.radius + ring.outer()) / 2;
        const double own = room > 0 ? m_form.need(m_part.boxes[at(*node)] + QSizeF(m_options.gap, m_options.gap)) / room : 0;
        m_wedges[at(*node)] = std::max(m_wedges[at(*node)], own);
        if (m_tree.parent[at(*node)] >= 0)
            m_wedges[at(m_tree.parent[at(*node)])] += m_wedges[at(*node)];
    }
}

/// Each node in the middle of its wedge. Wedges of children that are narrower than their parent's share its room.
void RadialPart::assignTurns()
{
    std::vector<double> starts(at(m_part.count()), 0);
    std::vector<double> widths(at(m_part.count()), 0);
    widths[at(m_tree.order.front())] = 1;
    for (const int node : m_tree.order) {
        m_turns[at(node)] = starts[at(node)] + widths[at(node)] / 2;
        double total = 0;
        for (const int child : m_tree.children[at(node)])
            total += m_wedges[at(child)];
        // Children stay together in front of their parent, and take up to twice their room.
        const double scale = total > 0 ? (m_tree.ring[at(node)] == 0 ? 1 / total : std::min(widths[at(node)] / total, 2.0)) : 0;
        double start = m_turns[at(node)] - total * scale / 2;
        for (const int child : m_tree.children[at(node)]) {
            starts[at(child)] = start;
            widths[at(child)] = m_wedges[at(child)] * scale;
            start += widths[at(child)];
        }
    }
}

/// How far the lines that are not in the tree reach around.
double RadialPart::length() const
{
    double sum = 0;
    for (const int node : m_tree.order) {
        if (m_tree.ring[at(node)] == 0)
            continue;
        for (const int neighbour : m_part.adjacency.neighbours(node)) {
            if (neighbour > node && m_tree.ring[at(neighbour)] > 0)
                sum += std::abs(wrapped(m_turns[at(node)] - m_turns[at(neighbour)]));
        }
    }
    return sum;
}

/// Sorts children by where the lines of all below them go to, seen from their parent.
void RadialPart::orderByPull()
{
    constexpr double MostSteps = 2e7;
    std::vector<double> sums(at(m_part.count()), 0);
    std::vector<int> counts(at(m_part.count()), 0);
    double steps = 0;
    for (const int node : m_tree.order) {
        for (const int neighbour : m_part.adjacency.neighbours(node)) {
            if (m_tree.parent[at(node)] == neighbour || m_tree.parent[at(neighbour)] == node)
                continue;
            // Up to where both ends are below the same node.
            int one = node;
            int other = neighbour;
            while (one != other && steps < MostSteps) {
                if (m_tree.ring[at(one)] >= m_tree.ring[at(other)]) {
                    const int above = m_tree.parent[at(one)];
                    if (above < 0)
                        break;
                    sums[at(one)] += wrapped(m_turns[at(neighbour)] - m_turns[at(above)]);
                    ++counts[at(one)];
                    one = above;
                } else {
                    other = m_tree.parent[at(other)];
                }
                ++steps;
            }
        }
    }
    const auto pull = [&](int node) { return counts[at(node)] > 0 ? sums[at(node)] / counts[at(node)] : 0; };
    for (const int node : m_tree.order) {
        if (m_tree.ring[at(node)] == 0)
            continue;
        std::vector<int> &children = m_tree.children[at(node)];
        std::stable_sort(children.begin(), children.end(), [&](int a, int b) { return pull(a) < pull(b); });
    }
}

void RadialPart::placeFresh()
{
    constexpr int Sweeps = 6;
    chooseRadii(1);
    measureWedges();
    // Where rings that are full by themselves do not let children stand in front of their parents, all become larger.
    constexpr double MostGrowth = 2;
    double wanted = 0;
    for (const int child : m_tree.children[at(m_tree.order.front())])
        wanted += m_wedges[at(child)];
    if (wanted > 1) {
        chooseRadii(std::min(wanted, MostGrowth));
        measureWedges();
    }
    assignTurns();
    std::vector<double> best = m_turns;
    double shortest = length();
    for (int sweep = 0; sweep < Sweeps && !m_progress.isCancelled(); ++sweep) {
        orderByPull();
        assignTurns();
        if (const double now = length(); now < shortest) {
            shortest = now;
            best = m_turns;
        }
    }
    m_turns = best;

    Turning turning;
    QPointF givenMiddle;
    std::vector<double> known;
    std::vector<double> turns;
    std::vector<double> leaning;
    std::vector<int> given;
    const QPointF centre = m_part.given[at(m_tree.order.front())].value_or(QPointF());
    for (const int node : m_tree.order) {
        const auto &place = m_part.given[at(node)];
        if (place) {
            given.push_back(node);
            givenMiddle += *place;
        }
        if (m_tree.ring[at(node)] == 0)
            continue;
        if (place) {
            known.push_back(m_form.turnOf(*place - centre));
            turns.push_back(m_turns[at(node)]);
        }
        if (at(m_part.members[at(node)]) < m_options.leaning.size() && !m_part.isAnchored) {
            turns.push_back(m_turns[at(node)]);
            leaning.push_back(m_options.leaning[at(m_part.members[at(node)])]);
        }
    }
    if (!known.empty())
        turning = turningTo(turns, known);
    else if (!leaning.empty())
        turning.shift = shiftByLeaning(turns, leaning);

    std::vector<std::vector<int>> onRing(at(m_tree.rings));
    for (const int node : m_tree.order) {
        m_turns[at(node)] = turning(m_turns[at(node)]);
        m_turns[at(node)] -= std::floor(m_turns[at(node)]);
        onRing[at(m_tree.ring[at(node)])].push_back(node);
    }
    for (int ring = 1; ring < m_tree.rings; ++ring) {
        if (m_progress.isCancelled())
            return;
        std::vector<int> &nodes = onRing[at(ring)];
        std::stable_sort(nodes.begin(), nodes.end(), [&](int a, int b) { return m_turns[at(a)] < m_turns[at(b)]; });
        std::vector<double> wishes;
        std::vector<QSizeF> boxes;
        for (const int node : nodes) {
            wishes.push_back(m_turns[at(node)]);
            boxes.push_back(m_part.boxes[at(node)]);
        }
        const std::vector<RingPlace> places = placeOnRing(wishes, boxes, m_options.gap, m_form, m_rings[at(ring)]);
        for (std::size_t i = 0; i < nodes.size(); ++i)
            m_part.positions[at(nodes[i])] = m_form.at(places[i].turn, places[i].radius);
    }
    QPointF shift;
    if (!given.empty()) {
        QPointF middle;
        for (const int node : given)
            middle += m_part.positions[at(node)];
        shift = (givenMiddle - middle) / double(given.size());
    }
    for (QPointF &position : m_part.positions)
        position = roundedPlace(position + shift);
}

/// Rings and directions are those of the nodes that have a place; the others go beside them.
void RadialPart::placeBesidePinned()
{
    const int root = m_tree.order.front();
    QPointF centre = m_part.given[at(root)].value_or(QPointF());
    if (!m_part.given[at(root)]) {
        // The focus is new or was let go: the middle of those nearest to it.
        int nearest = -1;
        int count = 0;
        for (const int node : m_tree.order) {
            if (!m_part.given[at(node)] || (nearest >= 0 && m_tree.ring[at(node)] != nearest))
                continue;
            nearest = m_tree.ring[at(node)];
            centre += *m_part.given[at(node)];
            ++count;
        }
        centre /= std::max(count, 1);
    }
    std::vector<std::vector<double>> found(at(m_tree.rings));
    std::vector<std::vector<double>> turns(at(m_tree.rings));
    for (const int node : m_tree.order) {
        if (m_part.given[at(node)]) {
            found[at(m_tree.ring[at(node)])].push_back(m_form.radiusOf(*m_part.given[at(node)] - centre));
            turns[at(m_tree.ring[at(node)])].push_back(m_form.turnOf(*m_part.given[at(node)] - centre));
        }
    }
    std::vector<double> radii(at(m_tree.rings), 0);
    for (std::size_t ring = 1; ring < radii.size(); ++ring) {
        std::vector<double> &values = found[ring];
        radii[ring] = radii[ring - 1] + m_step;
        if (!values.empty()) {
            const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
            std::nth_element(values.begin(), middle, values.end());
            radii[ring] = *middle;
        }
    }
    std::vector<char> placed(at(m_part.count()), 0);
    for (const int node : m_tree.order) {
        if (m_part.given[at(node)]) {
            m_part.positions[at(node)] = *m_part.given[at(node)];
            placed[at(node)] = 1;
        }
    }
    for (const int node : m_tree.order) {
        const std::size_t ring = at(m_tree.ring[at(node)]);
        if (placed[at(node)])
            continue;
        QPointF direction;
        for (const int neighbour : m_part.adjacency.neighbours(node)) {
            const QPointF away = m_part.positions[at(neighbour)] - centre;
            const double radius = m_form.radiusOf(away);
            if (placed[at(neighbour)] && radius > 1e-6)
                direction += away / radius;
        }
        const double turn = m_form.radiusOf(direction) > 1e-6 ? m_form.turnOf(direction) : widestGap(turns[ring]);
        turns[ring].push_back(turn);
        m_part.positions[at(node)] = roundedPlace(ring == 0 ? centre : centre + m_form.at(turn, radii[ring]));
        placed[at(node)] = 1;
    }
}

void RadialPart::layOut()
{
    if (m_part.hasPinned) {
        placeBesidePinned();
    } else {
        orderInnermost();
        placeInBestForm(m_part, m_options.aspect, [&](double aspect) {
            setForm(aspect);
            placeFresh();
        });
    }
    separate(m_part, m_options, 0, m_progress);
}

} // namespace

std::vector<QPointF> radialLayout(const Graph &graph, int focus, const LayoutOptions &options, const base::Progress &progress)
{
    const PartLayout layOut = [&](Part &part, const std::function<void(double)> &report) {
        const auto found = std::lower_bound(part.members.begin(), part.members.end(), focus);
        const bool holdsFocus = found != part.members.end() && *found == focus;
        const int root = holdsFocus ? static_cast<int>(found - part.members.begin()) : centre(part.adjacency);
        report(0.1);
        if (!progress.isCancelled())
            RadialPart(part, root, options, progress).layOut();
        report(1);
    };
    return layOutParts(graph, options, progress, layOut).positions;
}

} // namespace entente::network
