#include "core/reading/correction.h"

#include "core/base/text.h"
#include "core/model/edittext.h"
#include "core/model/textblocks.h"
#include "core/reading/unittree.h"

#include <QCoreApplication>

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
    bool isUnit(int index) const { return unittree::isUnit(m_text, index); }
    Result<void> mayChangeLevel();
    void moveUnder(const QString &parent);

    TextBlocks m_text;
    int m_index;
    QString m_name;
};

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
    unittree::rename(m_text, m_index, unittree::labelUnder(m_text, m_index, *numberAt(block().number, true), parent), parent);
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
            const QString parent = unittree::parentFor(m_text, m_index, *number);
            if (m_text.unitAt(unittree::labelUnder(m_text, m_index, *number, parent)) < 0) {
                block().text = second.text.mid(number->length);
                start += number->length;
                unittree::makeUnit(m_text, m_index, *number);
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
        unittree::releaseBelow(m_text, m_index, isUnit(before) ? at(before).label : block().parent);
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
        unittree::makeUnit(m_text, m_index, *number);
        return {};
    }
    if (isUnit(m_index)) {
        unittree::releaseBelow(m_text, m_index, block().parent);
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
        const QString parent = block().parent;
        unittree::rename(m_text, m_index, unittree::labelUnder(m_text, m_index, *number, parent), parent);
        return {};
    }
    if (block().role == ParagraphRole::Gap || block().role == ParagraphRole::SetAside)
        return callError(tr("Only words of the text can have a number; put the line back first."));
    unittree::makeUnit(m_text, m_index, *number);
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
