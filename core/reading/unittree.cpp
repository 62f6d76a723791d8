#include "core/reading/unittree.h"

#include <QSet>

#include <algorithm>

namespace entente::reading::unittree {

using namespace Qt::StringLiterals;

namespace {

const Paragraph &at(const TextBlocks &text, int index)
{
    return text.blocks[std::size_t(index)];
}

Paragraph &at(TextBlocks &text, int index)
{
    return text.blocks[std::size_t(index)];
}

/// The annex that a block at the top of the numbering belongs to.
QString annexAt(const TextBlocks &text, int index)
{
    for (int i = index; i-- > 0;) {
        if (isUnit(text, i))
            return annexOf(at(text, i).label);
    }
    return {};
}

} // namespace

bool isUnit(const TextBlocks &text, int index)
{
    return at(text, index).role == ParagraphRole::Unit && !at(text, index).label.isEmpty();
}

QString labelUnder(const TextBlocks &text, int index, const UnitNumber &number, const QString &parent)
{
    const int above = parent.isEmpty() ? -1 : text.unitAt(parent);
    const QString annex = isUnit(text, index) ? annexOf(at(text, index).label) : annexAt(text, index);
    return unitLabel(number, parent, above < 0 ? std::nullopt : numberAt(at(text, above).number, true), annex);
}

void rename(TextBlocks &text, int index, const QString &label, const QString &parent)
{
    struct Step
    {
        int index;
        QString label;
        QString parent;
    };
    const std::vector<Paragraph> before = text.blocks;
    const auto depthOf = [&](const QString &above) {
        const int unit = above.isEmpty() ? -1 : text.unitAt(above);
        return unit < 0 ? 0 : at(text, unit).depth;
    };
    const bool hasDepths = std::ranges::any_of(before, [](const Paragraph &row) { return row.role == ParagraphRole::Unit && row.depth > 0; });
    const int shift = hasDepths ? depthOf(parent) + 1 - before[std::size_t(index)].depth : 0;
    std::vector<Step> steps{{index, label, parent}};
    QSet<int> seen{index};
    for (std::size_t next = 0; next < steps.size(); ++next) {
        const Step step = steps[next];
        const Paragraph &old = before[std::size_t(step.index)];
        Paragraph &now = at(text, step.index);
        now.label = step.label;
        now.parent = step.parent;
        now.depth = std::max(0, old.depth + shift);
        if (old.label.isEmpty() || old.role != ParagraphRole::Unit)
            continue;
        for (int i = 0; i < int(text.blocks.size()); ++i) {
            const Paragraph &below = before[std::size_t(i)];
            if (below.parent != old.label || seen.contains(i))
                continue;
            if (below.role == ParagraphRole::Gap) {
                at(text, i).parent = step.label;
            } else if (below.role == ParagraphRole::Unit) {
                seen.insert(i);
                const bool follows = below.label.startsWith(old.label);
                steps.push_back({i, follows ? step.label + below.label.mid(old.label.size()) : below.label, step.label});
            }
        }
    }
}

QString parentFor(const TextBlocks &text, int index, const UnitNumber &number)
{
    using Form = UnitNumber::Form;
    if (number.form == Form::Article || number.form == Form::KoreanArticle || number.form == Form::Section)
        return {};
    int before = index;
    while (before-- > 0 && !isUnit(text, before)) {
    }
    if (before < 0)
        return {};
    if (number.form == Form::Dotted) {
        const QString above = annexOf(at(text, before).label) + number.token.section(u'.', 0, -2);
        return text.unitAt(above) >= 0 ? above : QString();
    }
    QSet<int> seen;
    for (int unit = before; unit >= 0 && !seen.contains(unit);) {
        seen.insert(unit);
        const auto other = numberAt(at(text, unit).number, true);
        if (other && other->form == number.form && other->printed.startsWith(u'(') == number.printed.startsWith(u'('))
            return at(text, unit).parent;
        unit = at(text, unit).parent.isEmpty() ? -1 : text.unitAt(at(text, unit).parent);
    }
    return at(text, before).label;
}

void makeUnit(TextBlocks &text, int index, const UnitNumber &number)
{
    const QString parent = parentFor(text, index, number);
    at(text, index).role = ParagraphRole::Unit;
    at(text, index).why.clear();
    at(text, index).number = number.printed;
    rename(text, index, labelUnder(text, index, number, parent), parent);
}

void releaseBelow(TextBlocks &text, int index, const QString &newParent)
{
    const QString old = at(text, index).label;
    const int above = newParent.isEmpty() ? -1 : text.unitAt(newParent);
    for (int i = 0; i < int(text.blocks.size()); ++i) {
        if (i == index || at(text, i).parent != old)
            continue;
        if (at(text, i).role == ParagraphRole::Gap) {
            at(text, i).parent = newParent;
        } else if (at(text, i).role == ParagraphRole::Unit) {
            const auto number = numberAt(at(text, i).number, true);
            const auto parentNumber = above < 0 ? std::nullopt : numberAt(at(text, above).number, true);
            rename(text, i, number ? unitLabel(*number, newParent, parentNumber, annexOf(at(text, i).label)) : at(text, i).label, newParent);
        }
    }
}

} // namespace entente::reading::unittree
