#include "core/network/styling.h"

#include <algorithm>
#include <array>

namespace entente::network {

namespace {

bool same(const QString &one, const QString &other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

bool fits(const SnapshotNode &node, const model::StyleRule &rule, const StyleFacts &facts)
{
    using Field = model::StyleCondition::Field;
    return rule.isForBoxes() && std::ranges::all_of(rule.conditions, [&](const model::StyleCondition &condition) {
        switch (condition.field) {
        case Field::Kind:
            return same(model::singular(node.kind), condition.value);
        case Field::Side:
            return same(model::wordOf(node.side), condition.value);
        case Field::Level:
            return same(model::wordOf(node.level), condition.value);
        case Field::State: {
            const auto state = facts.states.constFind(node.id);
            return state != facts.states.constEnd() && same(model::wordOf(*state), condition.value);
        }
        case Field::Marking:
            return same(facts.markings.value(node.id), condition.value);
        case Field::Type:
        case Field::Confidence:
            break;
        }
        return false;
    });
}

bool fits(const Snapshot &snapshot, const SnapshotLine &line, const model::StyleRule &rule, const StyleFacts &facts)
{
    using Field = model::StyleCondition::Field;
    return rule.isForLines() && std::ranges::all_of(rule.conditions, [&](const model::StyleCondition &condition) {
        switch (condition.field) {
        case Field::Type:
            return same(line.type, condition.value);
        case Field::Confidence:
            return same(model::wordOf(line.confidence), condition.value);
        case Field::Side:
            return line.type == tookPart && same(model::wordOf(snapshot.nodes[std::size_t(line.source)].side), condition.value);
        case Field::Marking:
            return same(facts.markings.value(line.id), condition.value);
        case Field::Kind:
        case Field::Level:
        case Field::State:
            break;
        }
        return false;
    });
}

} // namespace

model::StyleEffects effectsOn(const SnapshotNode &node, const model::Style &style, const StyleFacts &facts)
{
    model::StyleEffects effects;
    for (const model::StyleRule &rule : style.rules) {
        if (fits(node, rule, facts))
            effects.follow(rule.effects);
    }
    return effects;
}

model::StyleEffects effectsOn(const Snapshot &snapshot, const SnapshotLine &line, const model::Style &style, const StyleFacts &facts)
{
    model::StyleEffects effects;
    for (const model::StyleRule &rule : style.rules) {
        if (fits(snapshot, line, rule, facts))
            effects.follow(rule.effects);
    }
    return effects;
}

void applyStyle(Picture &picture, const Snapshot &snapshot, const model::Style &style, const StyleFacts &facts)
{
    if (style.rules.empty())
        return;
    for (Box &box : picture.boxes) {
        const SnapshotNode *node = snapshot.node(box.id);
        box.effects = node ? effectsOn(*node, style, facts) : model::StyleEffects();
    }
    for (Stroke &stroke : picture.strokes) {
        stroke.effects = {};
        for (const QString &id : stroke.lines) {
            if (const SnapshotLine *line = snapshot.line(id))
                stroke.effects.follow(effectsOn(snapshot, *line, style, facts));
        }
    }
}

void applyDifferences(Picture &picture, const QHash<QString, Differs> &marks)
{
    for (Box &box : picture.boxes)
        box.differs = marks.value(box.id, Differs::Same);
    for (Stroke &stroke : picture.strokes) {
        stroke.differs = stroke.lines.isEmpty() ? Differs::Same : marks.value(stroke.lines.constFirst(), Differs::Same);
        const bool alike = std::ranges::all_of(stroke.lines, [&](const QString &id) { return marks.value(id, Differs::Same) == stroke.differs; });
        if (!alike)
            stroke.differs = Differs::Changed;
    }
}

std::vector<model::StyleRule> rulesAtWork(const Picture &picture, const Snapshot &snapshot, const model::Style &style, const StyleFacts &facts)
{
    std::vector<model::StyleRule> atWork;
    for (const model::StyleRule &rule : style.rules) {
        const bool onBoxes = std::ranges::any_of(picture.boxes, [&](const Box &box) {
            const SnapshotNode *node = snapshot.node(box.id);
            return node && fits(*node, rule, facts);
        });
        const bool works = onBoxes || std::ranges::any_of(picture.strokes, [&](const Stroke &stroke) {
            return std::ranges::any_of(stroke.lines, [&](const QString &id) {
                const SnapshotLine *line = snapshot.line(id);
                return line && fits(snapshot, *line, rule, facts);
            });
        });
        if (works)
            atWork.push_back(rule);
    }
    return atWork;
}

model::ProgressState mostAdvanced(model::ProgressState one, model::ProgressState other)
{
    using State = model::ProgressState;
    static constexpr std::array order{State::NotApplicable, State::NotRaised, State::CannotTell, State::MechanismOnly,
                                      State::Dormant, State::Raised, State::FollowUpAgreed, State::Delivered};
    return std::ranges::find(order, one) < std::ranges::find(order, other) ? other : one;
}

} // namespace entente::network
