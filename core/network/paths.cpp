#include "core/network/paths.h"

#include "core/base/text.h"
#include "core/model/relationtypes.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/filtered_graph.hpp>

#include <algorithm>
#include <map>
#include <set>

// Chains between two records.
//
// 1. All ties of the map as a graph; several ties between two records are one edge, as light as the best of them. An edge weighs 1, and a little more
//    where no source says it.
// 2. The lightest path (Dijkstra, Boost.Graph). Each further one (Yen 1971): for each place on the last path found, the lightest way from there that
//    leaves the paths already found and does not come back to what lies before; the lightest of all these is the next.
//
// Complexity: O(k · length · (e + n log n)).

namespace entente::network {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::network", text);
}

using Ways = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, boost::property<boost::edge_weight_t, double>>;
using Vertex = boost::graph_traits<Ways>::vertex_descriptor;
using EdgeOf = boost::graph_traits<Ways>::edge_descriptor;
using Ends = std::pair<Vertex, Vertex>;

Ends endsOf(Vertex a, Vertex b)
{
    return {std::min(a, b), std::max(a, b)};
}

struct EdgeIsFree
{
    const Ways *ways = nullptr;
    const std::set<Ends> *blocked = nullptr;
    bool operator()(const EdgeOf &edge) const { return !blocked || !blocked->contains(endsOf(source(edge, *ways), target(edge, *ways))); }
};
struct VertexIsFree
{
    const std::vector<char> *blocked = nullptr;
    bool operator()(Vertex vertex) const { return !blocked || !(*blocked)[vertex]; }
};

struct Way
{
    double weight = 0;
    std::vector<Vertex> stops;

    bool operator<(const Way &other) const { return weight != other.weight ? weight < other.weight : stops < other.stops; }
};

double weightOf(const Tie &tie)
{
    constexpr double Inferred = 0.25;
    constexpr double Disputed = 0.5;
    constexpr double Unsourced = 0.1;
    double weight = 1;
    weight += tie.line.confidence == Confidence::Inferred ? Inferred : tie.line.confidence == Confidence::Disputed ? Disputed : 0;
    return weight + (tie.inherent || tie.line.sourced ? 0 : Unsourced);
}

class Search
{
public:
    Search(const Connections &all, const std::vector<char> &passable, const std::set<QString> &avoidedTypes)
        : m_ways(all.records.size())
    {
        std::map<Ends, double> best;
        for (std::size_t i = 0; i < all.ties.size(); ++i) {
            const Tie &tie = all.ties[i];
            const auto source = static_cast<Vertex>(tie.line.source);
            const auto target = static_cast<Vertex>(tie.line.target);
            if (!passable[source] || !passable[target] || avoidedTypes.contains(tie.line.type))
                continue;
            const Ends ends = endsOf(source, target);
            m_ties[ends].push_back(i);
            const auto [found, isNew] = best.emplace(ends, weightOf(tie));
            if (!isNew)
                found->second = std::min(found->second, weightOf(tie));
        }
        for (const auto &[ends, weight] : best)
            add_edge(ends.first, ends.second, weight, m_ways);
        for (auto &[ends, ties] : m_ties)
            std::ranges::stable_sort(ties, {}, [&](std::size_t tie) { return weightOf(all.ties[tie]); });
    }

    const std::vector<std::size_t> &ties(Vertex a, Vertex b) const { return m_ties.at(endsOf(a, b)); }

    std::vector<Way> shortest(Vertex from, Vertex to, std::size_t most, const Progress &progress) const
    {
        std::vector<Way> found;
        std::set<Way> candidates;
        std::vector<char> blockedStops(num_vertices(m_ways), 0);
        if (Way first; lightest(from, to, {}, blockedStops, first))
            candidates.insert(std::move(first));
        while (found.size() < most && !candidates.empty() && !progress.isCancelled()) {
            found.push_back(*candidates.begin());
            candidates.erase(candidates.begin());
            progress.report(int(found.size()), int(most));
            if (found.size() == most)
                break;
            const std::vector<Vertex> last = found.back().stops;
            double rootWeight = 0;
            for (std::size_t spur = 0; spur + 1 < last.size(); ++spur) {
                std::set<Ends> blocked;
                for (const Way &way : found) {
                    if (way.stops.size() > spur + 1 && std::equal(last.begin(), last.begin() + std::ptrdiff_t(spur) + 1, way.stops.begin()))
                        blocked.insert(endsOf(way.stops[spur], way.stops[spur + 1]));
                }
                Way rest;
                if (lightest(last[spur], to, blocked, blockedStops, rest)) {
                    Way whole;
                    whole.weight = rootWeight + rest.weight;
                    whole.stops.assign(last.begin(), last.begin() + std::ptrdiff_t(spur));
                    whole.stops.insert(whole.stops.end(), rest.stops.begin(), rest.stops.end());
                    candidates.insert(std::move(whole));
                }
                blockedStops[last[spur]] = 1;
                rootWeight += get(boost::edge_weight, m_ways, edge(last[spur], last[spur + 1], m_ways).first);
            }
            for (const Vertex stop : last)
                blockedStops[stop] = 0;
        }
        return found;
    }

private:
    bool lightest(Vertex from, Vertex to, const std::set<Ends> &blocked, const std::vector<char> &blockedStops, Way &way) const
    {
        const boost::filtered_graph open(m_ways, EdgeIsFree{&m_ways, &blocked}, VertexIsFree{&blockedStops});
        std::vector<Vertex> before(num_vertices(m_ways));
        std::vector<double> weights(num_vertices(m_ways));
        boost::dijkstra_shortest_paths(open, from, boost::predecessor_map(before.data()).distance_map(weights.data()));
        if (from != to && before[to] == to)
            return false;
        way.weight = weights[to];
        for (Vertex stop = to; stop != from; stop = before[stop])
            way.stops.push_back(stop);
        way.stops.push_back(from);
        std::ranges::reverse(way.stops);
        return true;
    }

    Ways m_ways;
    std::map<Ends, std::vector<std::size_t>> m_ties;
};

QString sentenceOf(const Lookup &lookup, const Connections &all, const Tie &tie)
{
    const QString &source = all.records[std::size_t(tie.line.source)];
    const QString &target = all.records[std::size_t(tie.line.target)];
    if (!tie.inherent)
        return because(lookup, source, target, tie.line);
    QString sentence = tr("%1 %2 %3.").arg(lookup.title(source), tie.line.type, lookup.title(target));
    const QStringList names = sourceNames(lookup, tie.line.evidence);
    if (!names.isEmpty())
        sentence += u' ' + (names.size() == 1 ? tr("Source: %1.") : tr("Sources: %1.")).arg(names.join(u", "_s));
    return sentence;
}

/// As it reads between two names.
QString readable(const QString &type)
{
    return type == tookPart ? tr("took part in") : verbOf(type);
}

QString readableInverse(const Tie &tie)
{
    const RelationType *type = relationType(tie.line.type);
    return type && type->symmetric ? verbOf(tie.line.type) : tie.inverse;
}

/// In a chain a long name gives way to the short one.
QString nameIn(const Lookup &lookup, const QString &record)
{
    constexpr qsizetype Longest = 60;
    const QString title = lookup.title(record);
    const bool isClause = lookup.model().find<Clause>(record) != nullptr; // without its instrument it says nothing
    return title.size() > Longest && !isClause ? lookup.shortTitle(record) : title;
}

Path describe(const Lookup &lookup, const Connections &all, const Search &search, const Way &way)
{
    Path path;
    for (std::size_t i = 1; i < way.stops.size(); ++i) {
        Hop hop;
        hop.from = all.records[way.stops[i - 1]];
        hop.to = all.records[way.stops[i]];
        for (const std::size_t index : search.ties(way.stops[i - 1], way.stops[i])) {
            const Tie &tie = all.ties[index];
            const QString sentence = sentenceOf(lookup, all, tie);
            if (!hop.sentence.isEmpty()) {
                hop.also.append(sentence);
                continue;
            }
            hop.relation = tie.line.source == int(way.stops[i - 1]) ? readable(tie.line.type) : readableInverse(tie);
            hop.sentence = sentence;
            hop.sources = sourceNames(lookup, tie.line.evidence);
            hop.records = tie.line.records;
        }
        path.text += (i == 1 ? nameIn(lookup, hop.from) : tr(", which")) + u' ' + hop.relation + u' ' + nameIn(lookup, hop.to);
        path.hops.push_back(std::move(hop));
    }
    path.text += u'.';
    return path;
}

} // namespace

Result<std::vector<Path>> pathsBetween(const Lookup &lookup, const Lens &lens, const QString &from, const QString &to, const PathOptions &options,
                                       const Progress &progress)
{
    const Connections all = connections(lookup, lens);
    for (const QString &end : {from, to}) {
        if (lookup.model().contains(end) && !all.places.contains(end))
            return Error{Failure::Nothing, tr("“%1” is not in force on that day, or no record that a chain can begin or end at.").arg(lookup.title(end).left(120)), {}};
        if (!all.places.contains(end))
            return callError(tr("There is no record “%1” in this map.").arg(end.left(80)));
    }
    if (from == to)
        return callError(tr("A chain needs two different records; “%1” was given twice.").arg(from.left(80)));
    std::set<Kind> avoidedKinds;
    std::set<QString> avoidedTypes;
    for (const QString &word : options.avoid) {
        const QString wanted = simplified(word).toLower();
        if (const auto kind = kindNamed(wanted))
            avoidedKinds.insert(*kind);
        else if (std::ranges::any_of(all.ties, [&](const Tie &tie) { return tie.line.type == wanted; }) || relationType(wanted) || wanted == tookPart)
            avoidedTypes.insert(wanted);
        else
            return callError(tr("“%1” is neither a kind of record nor a type of relation; say for example areas or “part of”.").arg(word.left(60)));
    }
    std::vector<char> passable(all.records.size(), 1);
    for (std::size_t i = 0; i < all.records.size() && !avoidedKinds.empty(); ++i) {
        const QString &record = all.records[i];
        const auto kind = lookup.model().kindOfRecord(record);
        passable[i] = record == from || record == to || !kind || !avoidedKinds.contains(*kind);
    }
    const Search search(all, passable, avoidedTypes);
    std::vector<Path> paths;
    for (const Way &way : search.shortest(Vertex(all.places[from]), Vertex(all.places[to]), std::size_t(std::max(options.most, 1)), progress))
        paths.push_back(describe(lookup, all, search, way));
    return paths;
}

QJsonObject pathsJson(const std::vector<Path> &paths)
{
    QJsonArray list;
    for (const Path &path : paths) {
        QJsonArray hops;
        for (const Hop &hop : path.hops) {
            QJsonObject json{{u"from"_s, hop.from},
                             {u"relation"_s, hop.relation},
                             {u"to"_s, hop.to},
                             {u"sentence"_s, hop.sentence},
                             {u"sources"_s, QJsonArray::fromStringList(hop.sources)}};
            if (!hop.also.isEmpty())
                json.insert(u"also"_s, QJsonArray::fromStringList(hop.also));
            hops.append(json);
        }
        list.append(QJsonObject{{u"text"_s, path.text}, {u"hops"_s, hops}});
    }
    return {{u"paths"_s, list}};
}

} // namespace entente::network
