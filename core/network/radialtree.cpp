#include "core/network/radialtree.h"

#include "core/network/layouts.h"

#include <algorithm>
#include <cmath>
#include <limits>
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

std::vector<QRectF> radialRings(const Graph &graph, int focus, std::span<const QPointF> positions)
{
    std::vector<QRectF> rings;
    if (focus < 0 || focus >= graph.nodeCount())
        return rings;
    BreadthFirst search(graph.adjacency());
    const auto distances = search.distancesFrom(focus);
    const QPointF middle = positions[at(focus)];
    // All rings have one form: that in which the nodes of each lie nearest to it.
    constexpr double Forms[] = {0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2.0, 2.1, 2.2, 2.3, 2.4, 2.5};
    double least = std::numeric_limits<double>::infinity();
    for (const double aspect : Forms) {
        std::vector<std::vector<double>> radii(at(distances[at(search.order().back())] + 1));
        for (const int node : search.order()) {
            const QPointF away = positions[at(node)] - middle;
            radii[at(distances[at(node)])].push_back(std::hypot(away.x() / aspect, away.y()));
        }
        double spread = 0;
        std::vector<QRectF> ellipses;
        for (std::size_t ring = 1; ring < radii.size(); ++ring) {
            std::vector<double> &list = radii[ring];
            const auto half = list.begin() + static_cast<std::ptrdiff_t>(list.size() / 2);
            std::nth_element(list.begin(), half, list.end());
            const double radius = *half;
            for (const double other : list)
                spread += radius > 0 ? std::abs(other - radius) / radius : 0;
            const QPointF corner(radius * aspect, radius);
            ellipses.emplace_back(middle - corner, middle + corner);
        }
        if (spread < least) {
            least = spread;
            rings = std::move(ellipses);
        }
    }
    return rings;
}

} // namespace entente::network
