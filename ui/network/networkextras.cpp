#include "ui/network/networkextras.h"

#include "core/coverage/progress.h"
#include "core/model/marking.h"
#include "core/model/relationtypes.h"
#include "ui/network/networkdrawing.h"
#include "ui/network/networkmarks.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>
#include <utility>

// The part of the drawing that rules and comparisons add.

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::ui", text);
}

} // namespace

bool isMono(const model::Lens &lens)
{
    return std::ranges::any_of(lens.style, [](const QString &text) { return text.startsWith(u"mono"_s) && model::readableStyle({text}).mono; });
}

QString differenceWords(const NetworkExtras *extras, const QString &id)
{
    if (!extras || !extras->isComparison)
        return {};
    for (const auto *list : {&extras->difference.nodes, &extras->difference.lines}) {
        const auto entry = std::ranges::find(*list, id, &network::DifferenceEntry::id);
        if (entry == list->end())
            continue;
        switch (entry->differs) {
        case network::Differs::Added:
            return tr("Added %1.").arg(extras->comparison);
        case network::Differs::Removed:
            return tr("Removed %1.").arg(extras->comparison);
        case network::Differs::Changed:
            return tr("Changed %1: %2.").arg(extras->comparison, entry->facts.join(u"; "_s));
        case network::Differs::Same:
            break;
        }
    }
    return {};
}

network::StyleFacts styleFacts(const model::Lookup &lookup, const model::Lens &lens, const network::Snapshot &snapshot, const model::Style &style)
{
    network::StyleFacts facts;
    if (style.asksFor(model::StyleCondition::Field::State)) {
        const coverage::Coverage coverage = coverage::coverageOf(lookup, chosenInstrument(lookup.model(), lens), lens.asOf);
        const auto note = [&](const QString &record, model::ProgressState state) {
            if (record.isEmpty() || !snapshot.places.contains(record))
                return;
            const auto known = facts.states.constFind(record);
            facts.states.insert(record, known == facts.states.constEnd() ? state : network::mostAdvanced(*known, state));
        };
        for (const coverage::ClauseState &state : coverage.clauses) {
            if (const auto *clause = lookup.model().find<model::Clause>(state.clause))
                note(clause->area.value, state.progress());
            for (const model::Relation *relation : lookup.outgoing(state.clause, model::relation::names))
                note(relation->target.value, state.progress());
        }
    }
    if (style.asksFor(model::StyleCondition::Field::Marking)) {
        for (const network::SnapshotNode &node : snapshot.nodes)
            facts.markings.insert(node.id, markingOf(lookup, {node.id}));
        for (const network::SnapshotLine &line : snapshot.lines)
            facts.markings.insert(line.id, markingOf(lookup, line.records));
    }
    return facts;
}

ComparedSnapshot comparedSnapshot(const model::Lookup &lookup, const model::Lens &lens, const std::shared_ptr<const model::Lookup> &other, const QString &otherName)
{
    ComparedSnapshot result;
    model::Lens before = lens;
    model::Lens after = lens;
    before.from = after.from = {}; // Two days are compared, not two ranges.
    if (other) {
        result.words = tr("from %1 to this map").arg(otherName.left(80));
        result.difference = network::compare(network::snapshot(*other, lens), network::snapshot(lookup, lens));
    } else {
        before.asOf = std::min(lens.asOf, lens.comparedWith);
        after.asOf = std::max(lens.asOf, lens.comparedWith);
        const auto inWords = [](const QDate &day) { return model::dateInWords(day); };
        result.words = tr("from %1 to %2").arg(inWords(before.asOf), inWords(after.asOf));
        result.difference = network::compare(network::snapshot(lookup, before), network::snapshot(lookup, after));
    }
    result.snapshot = std::exchange(result.difference.both, {});
    return result;
}

void NetworkDrawing::setExtras(std::shared_ptr<const NetworkExtras> extras)
{
    m_extras = std::move(extras);
    if (!m_extras)
        return;
    network::applyStyle(m_picture, *m_snapshot, m_extras->style, m_extras->facts);
    if (m_extras->isComparison)
        network::applyDifferences(m_picture, m_extras->difference.marks);
    m_counts.hidden += int(std::ranges::count_if(m_picture.boxes, [](const network::Box &box) { return box.effects.label == model::StyleLabel::Hidden; }));
}

/// Behind the records and before what every network has: in one line that is cut, they must be seen.
void NetworkDrawing::addExtras(std::vector<LegendEntry> &legend) const
{
    if (!m_extras)
        return;
    std::vector<LegendEntry> own;
    for (const auto differs : {network::Differs::Added, network::Differs::Removed, network::Differs::Changed}) {
        if (std::ranges::find(m_picture.boxes, differs, &network::Box::differs) != m_picture.boxes.end()
            || std::ranges::find(m_picture.strokes, differs, &network::Stroke::differs) != m_picture.strokes.end())
            own.push_back(networkpaint::differenceEntry(differs));
    }
    for (const model::StyleRule &rule : network::rulesAtWork(m_picture, *m_snapshot, m_extras->style, m_extras->facts))
        own.push_back(networkpaint::ruleEntry(rule));
    const QString first = legend.empty() ? QString() : legend.front().group;
    const auto place = std::ranges::find_if(legend, [&](const LegendEntry &entry) { return entry.group != first; });
    legend.insert(place, std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
}

void NetworkDrawing::addExtras(DrawingFacts &facts) const
{
    if (!m_extras)
        return;
    if (!m_extras->view.isEmpty())
        facts.view = tr("“%1”: %2").arg(m_extras->view.left(80), facts.view);
    if (!m_extras->isComparison)
        return;
    const auto count = [this](network::Differs differs) {
        return std::ranges::count(m_extras->difference.nodes, differs, &network::DifferenceEntry::differs)
               + std::ranges::count(m_extras->difference.lines, differs, &network::DifferenceEntry::differs);
    };
    facts.asOf = tr("changes %1").arg(m_extras->comparison);
    facts.shown += tr("; %1 added, %2 removed, %3 changed").arg(count(network::Differs::Added)).arg(count(network::Differs::Removed)).arg(count(network::Differs::Changed));
}

} // namespace entente::ui
