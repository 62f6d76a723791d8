#include "core/reading/correction.h"

#include "core/base/text.h"
#include "core/model/edittext.h"
#include "core/model/textblocks.h"
#include "core/reading/unitlabel.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::reading", text);
}

/// A block of a document, and the hands that change it.
class Correction
{
public:
    Correction(const Model &model, const Paragraph &paragraph)
        : m_text(model, paragraph.document)
        , m_index(m_text.indexOf(paragraph.id.value))
    {}

    Result<void> promote();
    Result<void> demote();
    Result<void> splitAt(qsizetype offset);
    Result<void> join();
    Result<void> markAs(ParagraphRole role);
    Result<void> relabel(const QString &number);
    Result<ChangeSet> changes(const QString &what) const { return m_text.changes(tr("%1: “%2”").arg(what, m_name)); }
    void remember() { m_name = block().label.isEmpty() ? block().text.left(40) : block().label; }

private:
    Paragraph &block() { return at(m_index); }
    Paragraph &at(int index) { return m_text.blocks[std::size_t(index)]; }
    bool isUnit(int index) { return at(index).role == ParagraphRole::Unit && !at(index).label.isEmpty(); }
    int size() const { return int(m_text.blocks.size()); }
    Result<void> mayChangeLevel();
    QString labelUnder(const UnitNumber &number, const QString &parent);
    void moveUnder(const QString &parent);
    void rename(int index, const QString &label, const QString &parent);
    QString parentFor(int index, const UnitNumber &number);
    void makeUnit(const UnitNumber &number);
    void releaseBelow(const QString &newParent);
    QString annexAt(int index);

    TextBlocks m_text;
    int m_index;
    QString m_name;
};

/// The annex that a block at the top of the numbering belongs to.
QString Correction::annexAt(int index)
{
    for (int i = index; i-- > 0;) {
        if (isUnit(i))
            return annexOf(at(i).label);
    }
    return {};
}

QString Correction::labelUnder(const UnitNumber &number, const QString &parent)
{
    const int above = parent.isEmpty() ? -1 : m_text.unitAt(parent);
    const QString annex = isUnit(m_index) ? annexOf(block().label) : annexAt(m_index);
    return unitLabel(number, parent, above < 0 ? std::nullopt : numberAt(at(above).number, true), annex);
}

/// Gives a unit and all below it their labels; what stood behind the old label of the unit above stands behind the new one.
void Correction::rename(int index, const QString &label, const QString &parent)
{
    struct Step
    {
        int index;
        QString label;
        QString parent;
    };
    const std::vector<Paragraph> before = m_text.blocks;
    const auto depthOf = [&](const QString &above) {
        const int unit = above.isEmpty() ? -1 : m_text.unitAt(above);
        return unit < 0 ? 0 : at(unit).depth;
    };
    const bool hasDepths = std::ranges::any_of(before, [](const Paragraph &row) { return row.role == ParagraphRole::Unit && row.depth > 0; });
    const int shift = hasDepths ? depthOf(parent) + 1 - before[std::size_t(index)].depth : 0;
    std::vector<Step> steps{{index, label, parent}};
    QSet<int> seen{index};
    for (std::size_t next = 0; next < steps.size(); ++next) {
        const Step step = steps[next];
        const Paragraph &old = before[std::size_t(step.index)];
        Paragraph &now = at(step.index);
        now.label = step.label;
        now.parent = step.parent;
        now.depth = std::max(0, old.depth + shift);
        if (old.label.isEmpty() || old.role != ParagraphRole::Unit)
            continue;
        for (int i = 0; i < size(); ++i) {
            const Paragraph &below = before[std::size_t(i)];
            if (below.parent != old.label || seen.contains(i))
                continue;
            if (below.role == ParagraphRole::Gap) {
                at(i).parent = step.label;
            } else if (below.role == ParagraphRole::Unit) {
                seen.insert(i);
                const bool follows = below.label.startsWith(old.label);
                steps.push_back({i, follows ? step.label + below.label.mid(old.label.size()) : below.label, step.label});
            }
        }
    }
}

Result<void> Correction::mayChangeLevel()
{
    if (!isUnit(m_index))
        return callError(tr("Only a numbered unit has a level; mark this as a unit first."));
    if (m_text.isCounted())
        return callError(tr("The paragraphs of this text are counted; they have no levels."));
    if (!numberAt(block().number, true))
        return callError(tr("“%1” is no number that labels can be made of; give this unit another one first.").arg(block().number));
    return {};
}

void Correction::moveUnder(const QString &parent)
{
    rename(m_index, labelUnder(*numberAt(block().number, true), parent), parent);
}

Result<void> Correction::promote()
{
    if (auto may = mayChangeLevel(); !may)
        return may;
    const int above = m_text.unitAt(block().parent);
    if (block().parent.isEmpty() || above < 0)
        return callError(tr("%1 stands at the top already.").arg(block().label));
    moveUnder(at(above).parent);
    return {};
}

Result<void> Correction::demote()
{
    if (auto may = mayChangeLevel(); !may)
        return may;
    for (int i = m_index; i-- > 0;) {
        if (isUnit(i) && at(i).parent == block().parent) {
            moveUnder(at(i).label);
            return {};
        }
    }
    return callError(tr("Nothing stands before %1 on its level that it could go under.").arg(block().label));
}

/// Where a number belongs: beside the nearest unit above that is numbered alike, else under the unit before it.
QString Correction::parentFor(int index, const UnitNumber &number)
{
    using Form = UnitNumber::Form;
    if (number.form == Form::Article || number.form == Form::KoreanArticle || number.form == Form::Section)
        return {};
    int before = index;
    while (before-- > 0 && !isUnit(before)) {
    }
    if (before < 0)
        return {};
    if (number.form == Form::Dotted) {
        const QString above = annexOf(at(before).label) + number.token.section(u'.', 0, -2);
        return m_text.unitAt(above) >= 0 ? above : QString();
    }
    QSet<int> seen;
    for (int unit = before; unit >= 0 && !seen.contains(unit);) {
        seen.insert(unit);
        const auto other = numberAt(at(unit).number, true);
        if (other && other->form == number.form && other->printed.startsWith(u'(') == number.printed.startsWith(u'('))
            return at(unit).parent;
        unit = at(unit).parent.isEmpty() ? -1 : m_text.unitAt(at(unit).parent);
    }
    return at(before).label;
}

void Correction::makeUnit(const UnitNumber &number)
{
    const QString parent = parentFor(m_index, number);
    block().role = ParagraphRole::Unit;
    block().why.clear();
    block().number = number.printed;
    rename(m_index, labelUnder(number, parent), parent);
}

/// What stood under a unit that is one no longer.
void Correction::releaseBelow(const QString &newParent)
{
    const QString old = block().label;
    const int above = newParent.isEmpty() ? -1 : m_text.unitAt(newParent);
    for (int i = 0; i < size(); ++i) {
        if (i == m_index || at(i).parent != old)
            continue;
        if (at(i).role == ParagraphRole::Gap) {
            at(i).parent = newParent;
        } else if (at(i).role == ParagraphRole::Unit) {
            const auto number = numberAt(at(i).number, true);
            const auto parentNumber = above < 0 ? std::nullopt : numberAt(at(above).number, true);
            rename(i, number ? unitLabel(*number, newParent, parentNumber, annexOf(at(i).label)) : at(i).label, newParent);
        }
    }
}

Result<void> Correction::splitAt(qsizetype offset)
{
    if (block().role == ParagraphRole::Gap)
        return callError(tr("A gap cannot be parted."));
    const QString text = block().text;
    const auto isWord = [&](qsizetype i) { return text[i].isLetterOrNumber() || text[i].isMark() || text[i].isSurrogate(); };
    offset = std::clamp<qsizetype>(offset, 0, text.size());
    // Never inside a word.
    while (offset > 0 && offset < text.size() && isWord(offset - 1) && isWord(offset))
        --offset;
    qsizetype start = offset;
    while (start < text.size() && text[start].isSpace())
        ++start;
    const QString first = text.left(offset).trimmed();
    if (first.isEmpty() || start >= text.size())
        return callError(tr("There are no words on one side of this place; choose a place between two words."));

    Paragraph second = block();
    second.id = m_text.newKey(block().id.value);
    second.notes.clear();
    second.number.clear();
    second.label.clear();
    second.parent.clear();
    second.depth = block().role == ParagraphRole::Heading ? block().depth : 0;
    second.text = text.mid(start);
    const bool wasUnit = isUnit(m_index);
    if (wasUnit && !m_text.isCounted())
        second.role = ParagraphRole::Prose;
    const QString firstKey = block().id.value;
    block().text = first;
    m_text.blocks.insert(m_text.blocks.begin() + m_index + 1, second);
    if (wasUnit && m_text.isCounted()) {
        at(m_index + 1).label = u"+"_s + second.id.value; // It is counted with the others.
    } else if (wasUnit || block().role == ParagraphRole::Prose) {
        if (const auto number = numberAt(second.text); number && !m_text.isCounted()) {
            ++m_index;
            const QString parent = parentFor(m_index, *number);
            if (m_text.unitAt(labelUnder(*number, parent)) < 0) {
                block().text = second.text.mid(number->length);
                start += number->length;
                makeUnit(*number);
            }
            --m_index;
        }
    }
    m_text.carry(firstKey, [=, key = second.id.value](const Stretch &stretch) {
        const qsizetype end = stretch.offset + stretch.length;
        const bool behind = stretch.offset >= offset || (end > offset && end - offset > offset - stretch.offset);
        if (!behind)
            return TextBlocks::Place{firstKey, {stretch.offset, std::min(end, first.size()) - stretch.offset}};
        const qsizetype from = std::max<qsizetype>(0, stretch.offset - start);
        return TextBlocks::Place{key, {from, std::max<qsizetype>(0, end - start - from)}};
    });
    return {};
}

Result<void> Correction::join()
{
    if (block().role == ParagraphRole::SetAside)
        return callError(tr("This line is set aside; put it back first."));
    int before = m_index;
    while (before-- > 0 && at(before).role == ParagraphRole::SetAside) {
    }
    if (before < 0)
        return callError(tr("Nothing stands before this that it could be joined to."));
    if (at(before).role == ParagraphRole::Gap || block().role == ParagraphRole::Gap)
        return callError(tr("A gap stands here; what is around it cannot be joined."));
    const QString number = block().number.isEmpty() ? QString() : block().number + u' ';
    const QString key = block().id.value;
    const QString into = at(before).id.value;
    const bool space = !at(before).text.isEmpty();
    const qsizetype shift = at(before).text.size() + (space ? 1 : 0) + number.size();
    at(before).text = (at(before).text + (space ? u" "_s : QString()) + number + block().text).trimmed();
    m_text.carry(into, [=](const Stretch &stretch) { return TextBlocks::Place{into, stretch}; });
    m_text.carry(key, [=](const Stretch &stretch) { return TextBlocks::Place{into, {stretch.offset + shift, stretch.length}}; });
    if (isUnit(m_index)) {
        if (isUnit(before))
            m_text.absorb(key, into);
        // A unit that is joined to the one above it leaves what is below in its place.
        releaseBelow(isUnit(before) ? at(before).label : block().parent);
    }
    m_text.blocks.erase(m_text.blocks.begin() + m_index);
    m_index = before;
    return {};
}

Result<void> Correction::markAs(ParagraphRole role)
{
    if (role == block().role)
        return callError(tr("It is marked so already."));
    if (role == ParagraphRole::Gap)
        return callError(tr("Gaps are found in the text; a block cannot be made one."));
    if (role == ParagraphRole::Unit) {
        if (m_text.isCounted()) {
            block().role = role;
            block().why.clear();
            block().label = u"+"_s + block().id.value;
            return {};
        }
        const auto number = numberAt(block().text);
        if (!number)
            return callError(tr("These words begin with no number; give them one to make a unit of them."));
        const QString key = block().id.value;
        const qsizetype gone = number->length;
        block().text = block().text.mid(gone);
        m_text.carry(key, [=](const Stretch &stretch) {
            const qsizetype from = std::max<qsizetype>(0, stretch.offset - gone);
            return TextBlocks::Place{key, {from, std::max<qsizetype>(0, stretch.offset + stretch.length - gone - from)}};
        });
        makeUnit(*number);
        return {};
    }
    if (isUnit(m_index)) {
        releaseBelow(block().parent);
        const QString key = block().id.value;
        const qsizetype shift = block().number.isEmpty() ? 0 : block().number.size() + 1;
        if (shift > 0)
            block().text = (block().number + u' ' + block().text).trimmed();
        m_text.carry(key, [=](const Stretch &stretch) { return TextBlocks::Place{key, {stretch.offset + shift, stretch.length}}; });
        block().number.clear();
        block().label.clear();
    }
    block().parent.clear();
    block().depth = 0;
    block().why.clear();
    block().role = role;
    if (role == ParagraphRole::SetAside)
        block().why = u"by hand"_s;
    if (role == ParagraphRole::Heading) {
        block().depth = 1;
        for (int i = m_index; i-- > 0;) {
            if (at(i).role == ParagraphRole::Heading) {
                block().depth = at(i).depth;
                break;
            }
        }
    }
    return {};
}

Result<void> Correction::relabel(const QString &text)
{
    const auto number = numberAt(simplified(text), true);
    if (!number)
        return callError(tr("“%1” is no number; write it as the text does: 15., (b), Article 4, 제3조의2.").arg(text.left(40)));
    if (m_text.isCounted())
        return callError(tr("The paragraphs of this text are counted; they have no numbers of their own."));
    if (isUnit(m_index)) {
        block().number = number->printed;
        rename(m_index, labelUnder(*number, block().parent), block().parent);
        return {};
    }
    if (block().role == ParagraphRole::Gap || block().role == ParagraphRole::SetAside)
        return callError(tr("Only words of the text can have a number; put the line back first."));
    makeUnit(*number);
    return {};
}

template<typename Step>
Result<ChangeSet> corrected(const Model &model, const QString &paragraph, const QString &what, Step step)
{
    const auto *row = model.find<Paragraph>(paragraph);
    if (!row)
        return callError(tr("There is no paragraph “%1” in this map; `show` of its document lists them.").arg(paragraph.left(80)));
    Correction correction(model, *row);
    correction.remember();
    if (Result<void> done = step(correction); !done)
        return done.error();
    return correction.changes(what);
}

} // namespace

Result<ChangeSet> promote(const Model &model, const QString &paragraph)
{
    return corrected(model, paragraph, tr("promote"), [](Correction &it) { return it.promote(); });
}

Result<ChangeSet> demote(const Model &model, const QString &paragraph)
{
    return corrected(model, paragraph, tr("demote"), [](Correction &it) { return it.demote(); });
}

Result<ChangeSet> splitAt(const Model &model, const QString &paragraph, qsizetype offset)
{
    return corrected(model, paragraph, tr("split"), [=](Correction &it) { return it.splitAt(offset); });
}

Result<ChangeSet> joinWithPrevious(const Model &model, const QString &paragraph)
{
    return corrected(model, paragraph, tr("join to the text before"), [](Correction &it) { return it.join(); });
}

Result<ChangeSet> markAs(const Model &model, const QString &paragraph, ParagraphRole role)
{
    return corrected(model, paragraph, tr("mark as %1").arg(wordOf(role)), [=](Correction &it) { return it.markAs(role); });
}

Result<ChangeSet> putBack(const Model &model, const QString &paragraph)
{
    const auto *row = model.find<Paragraph>(paragraph);
    if (row && row->role != ParagraphRole::SetAside)
        return callError(tr("This stands in the text; only lines that were set aside can be put back."));
    return corrected(model, paragraph, tr("put back"), [](Correction &it) { return it.markAs(ParagraphRole::Prose); });
}

Result<ChangeSet> relabel(const Model &model, const QString &paragraph, const QString &number)
{
    return corrected(model, paragraph, tr("number %1").arg(simplified(number).left(20)), [&](Correction &it) { return it.relabel(number); });
}

Result<ChangeSet> correctText(const Model &model, const QString &paragraph, const QString &text)
{
    return edits::correctText(model, paragraph, text);
}

} // namespace entente::reading
