#include "core/network/radialtree.h"

#include "core/network/layouts.h"
#include "core/network/parts.h"
#include "core/network/rings.h"

#include <algorithm>
#include <utility>

namespace entente::network {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

int commonNeighbours(const Adjacency &adjacency, int a, int b)
{
    auto few = adjacency.neighbours(a);
    auto many = adjacency.neighbours(b);
    if (few.size() > many.size())
        std::swap(few, many);
    return static_cast<int>(std::count_if(few.begin(), few.end(), [&](int node) { return std::binary_search(many.begin(), many.end(), node); }));
}

} // namespace

RadialTree radialTree(const Adjacency &adjacency, int root)
{
    RadialTree tree;
    BreadthFirst search(adjacency);
    const auto distances = search.distancesFrom(root);
    tree.ring.assign(distances.begin(), distances.end());
    tree.order.assign(search.order().begin(), search.order().end());
    tree.parent.assign(tree.ring.size(), -1);
    tree.children.resize(tree.ring.size());
    tree.rings = tree.ring[at(tree.order.back())] + 1;
    for (const int node : tree.order) {
        int best = -1;
        int most = -1;
        for (const int neighbour : adjacency.neighbours(node)) {
            if (tree.ring[at(neighbour)] != tree.ring[at(node)] - 1)
                continue;
            const int common = tree.ring[at(node)] == 1 ? 0 : commonNeighbours(adjacency, node, neighbour);
            if (common > most) {
                most = common;
                best = neighbour;
            }
        }
        tree.parent[at(node)] = best;
        if (best >= 0)
            tree.children[at(best)].push_back(node);
    }
    return tree;
}

std::vector<QRectF> radialRings(const Graph &graph, int focus, std::span<const QPointF> positions, double gap)
{
    std::vector<QRectF> rings;
    if (focus < 0 || focus >= graph.nodeCount())
        return rings;
    BreadthFirst search(graph.adjacency());
    const auto distances = search.distancesFrom(focus);
    std::vector<QSizeF> boxes;
    for (const int node : search.order())
        boxes.push_back(graph.nodes()[at(node)].box);
    const RingForm form(usualBox(boxes) + QSizeF(gap, gap));
    const QPointF middle = positions[at(focus)];
    std::vector<std::vector<double>> radii(at(distances[at(search.order().back())] + 1));
    for (const int node : search.order())
        radii[at(distances[at(node)])].push_back(form.radiusOf(positions[at(node)] - middle));
    for (std::size_t ring = 1; ring < radii.size(); ++ring) {
        std::vector<double> &list = radii[ring];
        const auto half = list.begin() + static_cast<std::ptrdiff_t>(list.size() / 2);
        std::nth_element(list.begin(), half, list.end());
        const QPointF corner(*half * form.aspect(), *half);
        rings.emplace_back(middle - corner, middle + corner);
    }
    return rings;
}

} // namespace entente::network
