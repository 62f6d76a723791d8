#include "core/reading/alignmentsteps.h"

#include <QHash>

#include <map>

namespace entente::reading::alignment {

using namespace Qt::StringLiterals;

Side::Side(const std::vector<AlignmentUnit> &list)
    : units(list)
    , parent(list.size(), None)
    , partner(list.size(), None)
    , exact(list.size(), false)
{
    QHash<QString, int> labels;
    for (std::size_t i = 0; i < list.size(); ++i) {
        plain.push_back(comparableText(list[i].text));
        heading.push_back(comparableText(list[i].heading));
        parent[i] = labels.value(list[i].parent, None);
        labels.insert(list[i].label, int(i));
    }
}

Matches::Matches(const std::vector<AlignmentUnit> &oldUnits, const std::vector<AlignmentUnit> &newUnits)
    : before(oldUnits)
    , after(newUnits)
    , certain(oldUnits.size(), false)
    , likeness(oldUnits.size(), 0)
{}

void Matches::match(int oldUnit, int newUnit, double like, bool isCertain, bool isExact)
{
    at(before.partner, oldUnit) = newUnit;
    at(after.partner, newUnit) = oldUnit;
    at(before.exact, oldUnit) = isExact;
    at(after.exact, newUnit) = isExact;
    at(certain, oldUnit) = isCertain;
    at(likeness, oldUnit) = like;
}

namespace {

/// Pairs what has the same key once on either side. An empty key takes no part.
template<typename Key>
void anchorBy(Matches &m, Key key)
{
    struct Seen
    {
        int before = None;
        int after = None;
        int beforeCount = 0;
        int afterCount = 0;
    };
    QHash<QString, Seen> seen;
    for (int i = 0; i < m.before.size(); ++i) {
        if (at(m.before.partner, i) != None)
            continue;
        if (const QString text = key(m.before, i, true); !text.isEmpty()) {
            Seen &entry = seen[text];
            entry.before = i;
            ++entry.beforeCount;
        }
    }
    for (int j = 0; j < m.after.size(); ++j) {
        if (at(m.after.partner, j) != None)
            continue;
        if (const QString text = key(m.after, j, false); !text.isEmpty()) {
            Seen &entry = seen[text];
            entry.after = j;
            ++entry.afterCount;
        }
    }
    for (const Seen &entry : std::as_const(seen)) {
        if (entry.beforeCount == 1 && entry.afterCount == 1)
            m.match(entry.before, entry.after, 1, true, at(m.before.plain, entry.before) == at(m.after.plain, entry.after));
    }
}

/// Next to an anchor, what reads the same is the same.
void spread(Matches &m)
{
    const auto extend = [&](int i, int j) {
        if (i < 0 || j < 0 || i >= m.before.size() || j >= m.after.size() || at(m.before.partner, i) != None || at(m.after.partner, j) != None)
            return;
        if (at(m.before.plain, i) != at(m.after.plain, j) || at(m.before.plain, i).isEmpty())
            return;
        // Below different parents it may be the same formula of another list.
        const int parent = at(m.before.parent, i);
        const int newParent = at(m.after.parent, j);
        const bool fits = parent == None ? newParent == None : at(m.before.partner, parent) == newParent;
        if (fits)
            m.match(i, j, 1, true, true);
    };
    for (int i = 0; i < m.before.size(); ++i) {
        if (at(m.before.partner, i) != None)
            extend(i + 1, at(m.before.partner, i) + 1);
    }
    for (int i = m.before.size(); i-- > 0;) {
        if (at(m.before.partner, i) != None)
            extend(i - 1, at(m.before.partner, i) - 1);
    }
}

} // namespace

/// A unit with few words or none of its own is known by what stands below it.
void adoptByChildren(Matches &m)
{
    std::map<std::pair<int, int>, int> votes;
    std::vector<int> children(m.before.units.size(), 0);
    std::vector<int> newChildren(m.after.units.size(), 0);
    for (int i = 0; i < m.before.size(); ++i) {
        const int parent = at(m.before.parent, i);
        if (parent == None)
            continue;
        ++at(children, parent);
        const int partner = at(m.before.partner, i);
        if (partner != None && at(m.after.parent, partner) != None)
            ++votes[{parent, at(m.after.parent, partner)}];
    }
    for (int j = 0; j < m.after.size(); ++j) {
        if (at(m.after.parent, j) != None)
            ++at(newChildren, at(m.after.parent, j));
    }
    for (const auto &[pair, count] : votes) {
        const auto [i, j] = pair;
        if (at(m.before.partner, i) != None || at(m.after.partner, j) != None || 2 * count <= at(children, i) || 2 * count <= at(newChildren, j))
            continue;
        const bool same = at(m.before.plain, i) == at(m.after.plain, j);
        if (same)
            m.match(i, j, 1, true, true);
    }
}

void findAnchors(Matches &m)
{
    const auto isLong = [](const Side &side, int i) { return at(side.terms, i).words >= FewWords; };
    anchorBy(m, [&](const Side &side, int i, bool) { return isLong(side, i) ? at(side.plain, i) : QString(); });
    anchorBy(m, [](const Side &side, int i, bool) {
        return at(side.heading, i).isEmpty() ? QString() : at(side.plain, i) + u'\n' + at(side.heading, i) + (at(side.parent, i) == None ? u"\n^"_s : QString());
    });
    for (int round = 0; round < 3; ++round) {
        spread(m);
        adoptByChildren(m);
        anchorBy(m, [&](const Side &side, int i, bool old) {
            const int parent = at(side.parent, i);
            if (parent == None || at(side.partner, parent) == None || at(side.plain, i).isEmpty())
                return QString();
            return QString::number(old ? at(side.partner, parent) : parent) + u'\n' + at(side.plain, i);
        });
    }
    anchorBy(m, [](const Side &side, int i, bool) { return at(side.plain, i); });
}

} // namespace entente::reading::alignment
