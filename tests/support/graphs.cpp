#include "tests/support/graphs.h"

#include "core/network/random.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace entente::network;

namespace {

std::vector<Node> equalNodes(int count)
{
    std::vector<Node> nodes;
    for (int i = 0; i < count; ++i)
        nodes.push_back({QString::number(i), QSizeF(80, 24)});
    return nodes;
}

} // namespace

Graph graphFrom(const QString &text, const QSizeF &box)
{
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    const auto indexOf = [&](const QString &id) {
        const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const Node &node) { return node.id == id; });
        if (found != nodes.end())
            return static_cast<int>(found - nodes.begin());
        nodes.push_back({id, box});
        return static_cast<int>(nodes.size()) - 1;
    };
    for (const QString &chain : text.split(u';', Qt::SkipEmptyParts)) {
        int previous = -1;
        for (const QString &name : chain.split(u"->"_s)) {
            if (name.trimmed().isEmpty())
                continue;
            const int node = indexOf(name.trimmed());
            if (previous >= 0)
                edges.push_back({previous, node});
            previous = node;
        }
    }
    return Graph(std::move(nodes), std::move(edges));
}

Graph preferentialAttachment(int nodeCount, int edgesForEach, quint64 seed)
{
    Random random(seed);
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    std::vector<int> ends; // each node as often as it has lines
    for (int node = 0; node < nodeCount; ++node) {
        nodes.push_back({u"n%1"_s.arg(node), QSizeF(16 + 7 * (4 + random.below(21)), 24)});
        std::vector<int> chosen;
        while (static_cast<int>(chosen.size()) < std::min(edgesForEach, node)) {
            const int other = node <= edgesForEach ? static_cast<int>(chosen.size()) : ends[static_cast<std::size_t>(random.below(static_cast<int>(ends.size())))];
            if (std::find(chosen.begin(), chosen.end(), other) == chosen.end())
                chosen.push_back(other);
        }
        for (const int other : chosen) {
            edges.push_back({node, other});
            ends.push_back(node);
            ends.push_back(other);
        }
    }
    return Graph(std::move(nodes), std::move(edges));
}

Graph star(int rays)
{
    std::vector<Edge> edges;
    for (int i = 1; i <= rays; ++i)
        edges.push_back({0, i});
    return Graph(equalNodes(rays + 1), std::move(edges));
}

Graph completeGraph(int nodeCount)
{
    std::vector<Edge> edges;
    for (int a = 0; a < nodeCount; ++a) {
        for (int b = a + 1; b < nodeCount; ++b)
            edges.push_back({a, b});
    }
    return Graph(equalNodes(nodeCount), std::move(edges));
}

Graph path(int nodeCount)
{
    std::vector<Edge> edges;
    for (int i = 1; i < nodeCount; ++i)
        edges.push_back({i - 1, i});
    return Graph(equalNodes(nodeCount), std::move(edges));
}

Graph loneNodes(int nodeCount)
{
    return Graph(equalNodes(nodeCount), {});
}
