#include "core/network/questions.h"

#include "core/base/text.h"
#include "core/model/counterparts.h"
#include "core/model/relationtypes.h"
#include "core/network/centrality.h"
#include "core/network/scope.h"
#include "core/network/snapshot.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <set>

namespace entente::network {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::network", text);
}

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// The bodies, dialogues, areas and instruments of a day and their lines.
class Asked
{
public:
    Asked(const Lookup &lookup, const Lens &lens, const Progress &progress) : m_lookup(lookup), m_progress(progress)
    {
        m_lens.asOf = lens.asOf;
        m_lens.instrument = lens.instrument;
        m_lens.onlyInForce = lens.onlyInForce;
        m_lens.scope = Scope::All;
        m_snapshot = snapshot(lookup, m_lens);
    }

    void connectsSides(Answer &answer) const;
    void fallsApart(Answer &answer) const;
    void fallsApartWithout(Answer &answer, const QString &record) const;
    void hasNoCounterpart(Answer &answer) const;
    void mostConnected(Answer &answer) const;
    void inNoDialogue(Answer &answer) const;
    void areasWithoutDialogue(Answer &answer) const;

    bool knows(const QString &record) const { return m_snapshot.places.contains(record); }

private:
    const SnapshotNode &node(int index) const { return m_snapshot.nodes[at(index)]; }
    int count() const { return int(m_snapshot.nodes.size()); }
    QString name(int index) const { return m_lookup.shortTitle(node(index).id); }
    /// The lines that `takes` wants.
    template<typename Takes>
    Adjacency lines(Takes takes) const
    {
        std::vector<Edge> edges;
        for (const SnapshotLine &line : m_snapshot.lines) {
            if (line.type != relation::notToBeConfusedWith && takes(line))
                edges.push_back({line.source, line.target});
        }
        return Adjacency(count(), edges);
    }
    QString namesOf(const std::vector<Finding> &findings, std::size_t most) const;
    std::vector<std::vector<int>> units() const;
    /// Whether `holds` of a body or of any of its units.
    template<typename Holds>
    bool anyUnit(int body, const std::vector<std::vector<int>> &parts, Holds holds) const
    {
        std::set<int> seen = {body};
        std::vector<int> open = {body};
        while (!open.empty()) {
            const int next = open.back();
            open.pop_back();
            if (holds(next))
                return true;
            for (const int part : parts[at(next)]) {
                if (seen.insert(part).second)
                    open.push_back(part);
            }
        }
        return false;
    }

    const Lookup &m_lookup;
    const Progress &m_progress;
    Lens m_lens; ///< The day that was asked of, all records.
    Snapshot m_snapshot;
};

constexpr std::size_t MostNamed = 5;
constexpr std::size_t MostListed = 20;

QString Asked::namesOf(const std::vector<Finding> &findings, std::size_t most) const
{
    QStringList names;
    for (std::size_t i = 0; i < std::min(most, findings.size()); ++i)
        names.append(m_lookup.shortTitle(findings[i].record));
    if (findings.size() > most)
        names.append(tr("%1 more").arg(findings.size() - most));
    return sentenceList(names);
}

void Asked::connectsSides(Answer &answer) const
{
    answer.caution = tr("Counts recorded ties among bodies and dialogues only: whoever meets often without a record looks weaker here than in life.");
    const auto isWorking = [&](const SnapshotLine &line) {
        const auto works = [&](int end) { return node(end).kind == kindOf<Institution> || node(end).kind == kindOf<Dialogue>; };
        return works(line.source) && works(line.target);
    };
    std::vector<int> eu;
    std::vector<int> rok;
    for (int i = 0; i < count(); ++i) {
        if (node(i).kind == kindOf<Institution> && node(i).side == Side::Eu)
            eu.push_back(i);
        if (node(i).kind == kindOf<Institution> && node(i).side == Side::Rok)
            rok.push_back(i);
    }
    const Between between = betweenSets(lines(isWorking), eu, rok, m_progress);
    if (between.pairs == 0) {
        answer.sentence = tr("Nothing recorded connects a body of the EU with one of the Republic of Korea.");
        return;
    }
    constexpr double Least = 0.005;
    for (int i = 0; i < count(); ++i) {
        if (between.share[at(i)] >= Least)
            answer.records.push_back({node(i).id, tr("on %1 % of the shortest ways").arg(std::lround(100 * between.share[at(i)])), between.share[at(i)]});
    }
    std::ranges::stable_sort(answer.records, std::greater(), &Finding::figure);
    if (answer.records.size() > MostListed)
        answer.records.resize(MostListed);
    if (answer.records.empty()) {
        answer.sentence = tr("%1 pairs of bodies are tied directly; nobody stands between them.").arg(between.pairs);
        return;
    }
    answer.sentence = tr("%1 connects the two sides most: %2 % of the shortest ways between %3 pairs of bodies lead through it.")
                          .arg(m_lookup.title(answer.records.front().record))
                          .arg(std::lround(100 * answer.records.front().figure))
                          .arg(between.pairs);
    if (answer.records.size() > 1) {
        const std::vector<Finding> others(answer.records.begin() + 1, answer.records.begin() + std::ptrdiff_t(std::min(answer.records.size(), MostNamed)));
        answer.sentence += u' ' + tr("Next come %1.").arg(namesOf(others, MostNamed));
    }
}

void Asked::fallsApart(Answer &answer) const
{
    answer.caution = tr("Says what the map records, not what would happen: people find other ways, and many ties are not recorded.");
    const std::vector<Cut> found = cuts(lines([](const SnapshotLine &) { return true; }));
    for (const Cut &cut : found) {
        const QString reason = cut.detached == 1 ? tr("1 record would lose its tie to the rest") : tr("%1 records would lose their tie to the rest").arg(cut.detached);
        answer.records.push_back({node(cut.node).id, reason, double(cut.detached)});
    }
    if (answer.records.empty()) {
        answer.sentence = tr("Nothing would: no single record holds a part of the network to the rest.");
        return;
    }
    const Cut &first = found.front();
    answer.sentence = (first.detached == 1 ? tr("Without %1, %2 record would be cut off from the rest.") : tr("Without %1, %2 records would be cut off from the rest."))
                          .arg(m_lookup.title(answer.records.front().record))
                          .arg(first.detached);
    answer.sentence += u' ' + (found.size() == 1 ? tr("No other record holds anything alone.") : tr("%1 records hold something alone.").arg(found.size()));
    if (answer.records.size() > MostListed)
        answer.records.resize(MostListed);
}

void Asked::fallsApartWithout(Answer &answer, const QString &record) const
{
    answer.caution = tr("Says what the map records, not what would happen: people find other ways, and many ties are not recorded.");
    const int without = m_snapshot.places.value(record);
    const auto before = components(lines([](const SnapshotLine &) { return true; }));
    const Adjacency left = lines([&](const SnapshotLine &line) { return line.source != without && line.target != without; });
    const auto whole = std::ranges::find_if(before, [&](const std::vector<int> &part) { return std::ranges::binary_search(part, without); });
    std::vector<std::vector<int>> pieces;
    for (std::vector<int> &part : components(left)) {
        if (part.front() != without && std::ranges::binary_search(*whole, part.front()))
            pieces.push_back(std::move(part));
    }
    std::ranges::stable_sort(pieces, std::greater(), [](const std::vector<int> &piece) { return piece.size(); });
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        for (const int member : pieces[i])
            answer.records.push_back({node(member).id, tr("tied to the rest through %1 alone").arg(name(without)), double(pieces[i].size())});
    }
    if (answer.records.empty())
        answer.sentence = tr("Nothing: without %1 all others remain tied to each other.").arg(m_lookup.title(record));
    else
        answer.sentence = tr("Without %1 these would be cut off: %2.").arg(m_lookup.title(record), namesOf(answer.records, MostNamed));
}

/// The direct parts of each body.
std::vector<std::vector<int>> Asked::units() const
{
    std::vector<std::vector<int>> parts(at(count()));
    for (const SnapshotLine &line : m_snapshot.lines) {
        if (line.type == relation::partOf)
            parts[at(line.target)].push_back(line.source);
    }
    return parts;
}

void Asked::hasNoCounterpart(Answer &answer) const
{
    answer.caution = tr("A counterpart is a body of the other side recorded at the same dialogue, or looking after the same area or dialogue; a body counts as matched through its units.");
    const Counterparts counterparts(m_lookup, [this](const Meeting &meeting) { return wasHeld(meeting, m_lens); },
                                    [this](const Relation &relation) { return isInForce(relation, m_lens); });
    const auto parts = units();
    int bodies = 0;
    for (int i = 0; i < count(); ++i) {
        const SnapshotNode &body = node(i);
        if (body.kind != kindOf<Institution> || (body.side != Side::Eu && body.side != Side::Rok))
            continue;
        ++bodies;
        if (!anyUnit(i, parts, [&](int unit) { return counterparts.has(node(unit).id); }))
            answer.records.push_back({body.id, tr("%1, no counterpart on record").arg(wordOf(body.side)), 0});
    }
    if (bodies == 0)
        answer.sentence = tr("The map has no body of either side.");
    else if (answer.records.empty())
        answer.sentence = tr("Every body of both sides has a counterpart.");
    else
        answer.sentence = (answer.records.size() == 1 ? tr("%1 of %2 bodies has none: %3.") : tr("%1 of %2 bodies have none: %3."))
                              .arg(answer.records.size())
                              .arg(bodies)
                              .arg(namesOf(answer.records, MostNamed));
}

void Asked::mostConnected(Answer &answer) const
{
    answer.caution = tr("Counts different neighbours, not how much passes between them; who is written about more has more lines.");
    const Adjacency all = lines([](const SnapshotLine &) { return true; });
    for (int i = 0; i < count(); ++i) {
        if (all.degree(i) > 0)
            answer.records.push_back({node(i).id, all.degree(i) == 1 ? tr("1 neighbour") : tr("%1 neighbours").arg(all.degree(i)), double(all.degree(i))});
    }
    std::ranges::stable_sort(answer.records, std::greater(), &Finding::figure);
    if (answer.records.size() > MostListed)
        answer.records.resize(MostListed);
    if (answer.records.empty()) {
        answer.sentence = tr("Nothing: the map has no lines on that day.");
        return;
    }
    answer.sentence = tr("%1, with %2.").arg(m_lookup.title(answer.records.front().record), answer.records.front().reason);
    if (answer.records.size() > 1) {
        const std::vector<Finding> others(answer.records.begin() + 1, answer.records.begin() + std::ptrdiff_t(std::min(answer.records.size(), MostNamed)));
        answer.sentence += u' ' + tr("Next come %1.").arg(namesOf(others, MostNamed));
    }
}

void Asked::inNoDialogue(Answer &answer) const
{
    answer.caution = tr("Only recorded attendance counts: for many rounds the map knows the heads of delegation, not everyone in the room. A body sits there through its units too; multilateral and third parties are left out.");
    std::vector<char> sits(at(count()), 0);
    const auto parts = units();
    for (const SnapshotLine &line : m_snapshot.lines) {
        if (line.type == tookPart)
            sits[at(line.source)] = 1;
    }
    int bodies = 0;
    for (int i = 0; i < count(); ++i) {
        if (node(i).kind != kindOf<Institution> || node(i).side == Side::Multilateral || node(i).side == Side::Third)
            continue;
        ++bodies;
        if (!anyUnit(i, parts, [&](int unit) { return sits[at(unit)] != 0; }))
            answer.records.push_back({node(i).id, node(i).side == Side::Unknown ? tr("at no recorded round") : tr("%1, at no recorded round").arg(wordOf(node(i).side)), 0});
    }
    if (bodies == 0)
        answer.sentence = tr("The map has no body of either side.");
    else if (answer.records.empty())
        answer.sentence = tr("Every body of both sides was at a round of some dialogue.");
    else
        answer.sentence = (answer.records.size() == 1 ? tr("%1 of %2 bodies is recorded at no round: %3.") : tr("%1 of %2 bodies are recorded at no round: %3."))
                              .arg(answer.records.size())
                              .arg(bodies)
                              .arg(namesOf(answer.records, MostNamed));
}

void Asked::areasWithoutDialogue(Answer &answer) const
{
    answer.caution = tr("A dialogue that only reviews an area does not look after it; see its own line in the record.");
    std::set<int> covered;
    for (const SnapshotLine &line : m_snapshot.lines) {
        if (line.type == relation::responsibleFor && node(line.source).kind == kindOf<Dialogue>)
            covered.insert(line.target);
    }
    int areas = 0;
    for (int i = 0; i < count(); ++i) {
        if (node(i).kind != kindOf<Area>)
            continue;
        ++areas;
        if (!covered.contains(i))
            answer.records.push_back({node(i).id, tr("no dialogue is responsible"), 0});
    }
    if (areas == 0)
        answer.sentence = tr("The map has no areas.");
    else if (answer.records.empty())
        answer.sentence = tr("Every area has a dialogue that is responsible for it.");
    else
        answer.sentence = tr("%1 of %2 areas: %3.").arg(answer.records.size()).arg(areas).arg(namesOf(answer.records, MostNamed));
}

} // namespace

std::vector<Question> questions()
{
    return {
        {u"connects-sides"_s, tr("Who connects the two sides?")},
        {u"falls-apart"_s, tr("What would fall apart without …?")},
        {u"no-counterpart"_s, tr("Which bodies have no counterpart?")},
        {u"most-connected"_s, tr("What is most connected?")},
        {u"no-dialogue"_s, tr("Who is in no dialogue?")},
        {u"areas-alone"_s, tr("Which areas have no dialogue?")},
    };
}

Result<Answer> answer(const Lookup &lookup, const Lens &lens, const QString &question, const QString &about, const Progress &progress)
{
    const auto plain = [](const QString &words) { return folded(words).remove(u'…').remove(u'?').remove(u'.').simplified(); };
    const std::vector<Question> all = questions();
    const auto found = std::ranges::find_if(all, [&](const Question &known) {
        return known.id == question || plain(known.words) == plain(question) || plain(known.id) == plain(question);
    });
    if (found == all.end())
        return callError(tr("“%1” is not a question that can be answered; ask without one to see them all.").arg(question.left(80)));
    Answer result;
    result.question = *found;
    const Asked asked(lookup, lens, progress);
    if (!about.isEmpty() && found->id != u"falls-apart")
        return callError(tr("Only “%1” is asked of one record.").arg(all[1].words));
    if (!about.isEmpty() && !asked.knows(about))
        return callError(tr("“%1” is no body, dialogue, area or instrument that is in force on that day.").arg(about.left(80)));
    if (found->id == u"connects-sides")
        asked.connectsSides(result);
    else if (found->id == u"falls-apart" && about.isEmpty())
        asked.fallsApart(result);
    else if (found->id == u"falls-apart")
        asked.fallsApartWithout(result, about);
    else if (found->id == u"no-counterpart")
        asked.hasNoCounterpart(result);
    else if (found->id == u"most-connected")
        asked.mostConnected(result);
    else if (found->id == u"no-dialogue")
        asked.inNoDialogue(result);
    else
        asked.areasWithoutDialogue(result);
    return result;
}

QJsonObject answerJson(const Answer &answer)
{
    QJsonArray records;
    for (const Finding &finding : answer.records)
        records.append(QJsonObject{{u"id"_s, finding.record}, {u"reason"_s, finding.reason}, {u"figure"_s, finding.figure}});
    return {{u"question"_s, answer.question.id},
            {u"words"_s, answer.question.words},
            {u"sentence"_s, answer.sentence},
            {u"records"_s, records},
            {u"caution"_s, answer.caution}};
}

} // namespace entente::network
