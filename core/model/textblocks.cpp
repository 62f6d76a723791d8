#include "core/model/textblocks.h"

#include "core/base/text.h"
#include "core/model/anchors.h"
#include "core/model/validation.h"

#include <QCoreApplication>

#include <algorithm>

namespace entente::model {

using namespace Qt::StringLiterals;

namespace {

constexpr int PositionStep = 16;

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::model", text);
}

bool isUnit(const Paragraph &block)
{
    return block.role == ParagraphRole::Unit && !block.label.isEmpty();
}

/// The heading that each unit stands under, by the blocks alone; the title of an article names it and its paragraphs, and no other article.
QHash<QString, QString> headingsOf(const std::vector<Paragraph> &blocks)
{
    QHash<QString, QString> headings;
    QString part;
    QString title;
    bool titleTaken = false;
    for (const Paragraph &block : blocks) {
        if (block.role == ParagraphRole::Heading) {
            titleTaken = false;
            title = block.depth == ArticleTitleDepth ? block.text : QString();
            if (block.depth != ArticleTitleDepth)
                part = block.text;
        } else if (isUnit(block)) {
            if (titleTaken && block.parent.isEmpty())
                title.clear();
            titleTaken = true;
            headings.insert(block.id.value, title.isEmpty() ? part : title);
        }
    }
    return headings;
}

/// Keeps the places in the order; where there is no room left between two, all are set anew.
void place(std::vector<Paragraph> &blocks, const std::vector<Paragraph> &before)
{
    QHash<QString, int> known;
    for (const Paragraph &block : before)
        known.insert(block.id.value, block.position);
    bool room = true;
    for (std::size_t i = 0; i < blocks.size() && room; ++i) {
        if (known.contains(blocks[i].id.value)) {
            blocks[i].position = known.value(blocks[i].id.value);
            room = i == 0 || blocks[i].position > blocks[i - 1].position;
            continue;
        }
        const int from = i > 0 ? blocks[i - 1].position : -PositionStep;
        int to = from + 2 * PositionStep;
        for (std::size_t next = i + 1; next < blocks.size(); ++next) {
            if (known.contains(blocks[next].id.value)) {
                to = known.value(blocks[next].id.value);
                break;
            }
        }
        blocks[i].position = from + (to - from) / 2;
        room = blocks[i].position > from && blocks[i].position < to;
    }
    if (room)
        return;
    for (std::size_t i = 0; i < blocks.size(); ++i)
        blocks[i].position = PositionStep * int(i);
}

} // namespace

int quotedBlock(const std::vector<Paragraph> &blocks, const QString &label, const QString &quote, qsizetype offset)
{
    int found = -1;
    int fit = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (blocks[i].label != label)
            continue;
        const QString &text = blocks[i].text;
        const int here = !quote.isEmpty() && offset >= 0 && offset <= text.size() && QStringView(text).mid(offset).startsWith(quote) ? 3
                         : !quote.isEmpty() && text.contains(quote)                                                                 ? 2
                         : !label.isEmpty()                                                                                         ? 1
                                                                                                                                    : 0;
        if (here > fit) {
            fit = here;
            found = int(i);
        }
    }
    return found;
}

TextBlocks::TextBlocks(const Model &model, const Id<Document> &document)
    : m_model(model)
    , m_document(document)
{
    for (const Paragraph &paragraph : model.all<Paragraph>()) {
        if (paragraph.document == document)
            blocks.push_back(paragraph);
    }
    std::ranges::stable_sort(blocks, {}, &Paragraph::position);
    m_before = blocks;
    const Document *row = model.find(document);
    m_counted = row && row->kind != DocumentKind::Instrument
                && std::ranges::none_of(blocks, [](const Paragraph &block) { return isUnit(block) && !block.number.isEmpty(); });
}

int TextBlocks::indexOf(const QString &paragraph) const
{
    const auto found = std::ranges::find(blocks, paragraph, [](const Paragraph &block) { return block.id.value; });
    return found == blocks.end() ? -1 : int(found - blocks.begin());
}

int TextBlocks::unitAt(const QString &label) const
{
    const auto found = std::ranges::find_if(blocks, [&](const Paragraph &block) { return isUnit(block) && block.label == label; });
    return found == blocks.end() ? -1 : int(found - blocks.begin());
}

Id<Paragraph> TextBlocks::newKey(const QString &splitFrom) const
{
    for (int part = 2;; ++part) {
        const QString key = splitFrom + u'.' + QString::number(part);
        if (!m_model.contains(key) && indexOf(key) < 0)
            return Id<Paragraph>(key);
    }
}

QString TextBlocks::clausePrefix() const
{
    const Document *text = document();
    const Instrument *instrument = text ? m_model.find(text->instrument) : nullptr;
    if (!instrument || text->kind != DocumentKind::Instrument)
        return {};
    const bool current = instrument->edition.isEmpty() || instrument->edition == text->edition;
    return (current ? instrument->id.value : text->edition.value) + u'/';
}

/// The paragraphs of a read-out that prints no numbers are told again.
void TextBlocks::count(std::vector<Paragraph> &now) const
{
    if (!m_counted)
        return;
    int number = 0;
    QHash<QString, QString> labels;
    for (Paragraph &block : now) {
        if (block.role != ParagraphRole::Unit)
            continue;
        const QString label = QString::number(++number);
        labels.insert(block.label, label);
        block.label = label;
    }
    for (Paragraph &block : now) {
        if (block.role == ParagraphRole::Gap)
            block.parent = labels.value(block.parent, block.parent);
    }
}

/// The clauses follow their units: label, key, parent, order, words, gap and heading.
Result<void> TextBlocks::placeClauses(Model &after, const std::vector<Paragraph> &now) const
{
    const QString prefix = clausePrefix();
    if (prefix.isEmpty())
        return {};
    const Document &text = *document();
    QHash<QString, QString> unitBefore; // label by block
    for (const Paragraph &block : m_before) {
        if (isUnit(block) && m_model.find<Clause>(prefix + block.label))
            unitBefore.insert(block.id.value, block.label);
    }
    QHash<QString, QString> unitNow;
    QSet<QString> interrupted;
    for (const Paragraph &block : now) {
        if (isUnit(block))
            unitNow.insert(block.id.value, block.label);
        else if (block.role == ParagraphRole::Gap && !block.parent.isEmpty())
            interrupted.insert(block.parent);
    }

    // Clauses that go, and where what is attached to them goes.
    KeyMap keys;
    QHash<QString, std::vector<Clause>> absorbed; // by block
    for (auto unit = unitBefore.constBegin(); unit != unitBefore.constEnd(); ++unit) {
        const QString key = prefix + *unit;
        if (unitNow.contains(unit.key())) {
            keys.insert(key, prefix + unitNow.value(unit.key()));
        } else if (const QString into = m_absorbed.value(unit.key()); unitNow.contains(into)) {
            keys.insert(key, prefix + unitNow.value(into));
            absorbed[into].push_back(*m_model.find<Clause>(key));
        } else if (const auto anchors = anchorsOf(m_model, {key}); !anchors.empty()) {
            return callError(tr("Clause %1 would go, but the map has %2 attached to it; move or remove that first.")
                                 .arg(*unit, anchors.front().field.isEmpty() ? tr("notes") : singular(anchors.front().kind) + u' ' + anchors.front().record));
        }
    }
    for (auto unit = unitBefore.constBegin(); unit != unitBefore.constEnd(); ++unit)
        after.table<Clause>().take(prefix + *unit);

    const auto headingsBefore = headingsOf(m_before);
    const auto headingsNow = headingsOf(now);
    const auto orderOf = [](const std::vector<Paragraph> &list) {
        QStringList order;
        for (const Paragraph &block : list) {
            if (isUnit(block))
                order += block.id.value;
        }
        return order;
    };
    const bool orderStays = orderOf(m_before) == orderOf(now);
    int position = 0;
    for (const Paragraph &block : now) {
        if (!isUnit(block))
            continue;
        ++position;
        Clause clause;
        const bool known = unitBefore.contains(block.id.value);
        if (known)
            clause = *m_model.find<Clause>(prefix + unitBefore.value(block.id.value));
        clause.id.value = prefix + block.label;
        if (after.find(clause.id))
            return callError(tr("There is a clause %1 already; give this one another number first.").arg(block.label));
        clause.instrument = text.instrument;
        clause.edition = text.edition;
        clause.label = block.label;
        clause.parent.value = block.parent.isEmpty() ? QString() : prefix + block.parent;
        if (!known || !orderStays)
            clause.position = position;
        clause.text = block.text;
        clause.gap = interrupted.contains(block.label);
        const QString heading = headingsNow.value(block.id.value);
        const QString headingBefore = headingsBefore.value(block.id.value);
        const bool printed = clause.heading.isEmpty() || folded(simplified(headingBefore)).contains(folded(simplified(clause.heading)));
        if (!known || (heading != headingBefore && printed))
            clause.heading = heading;
        for (const Clause &from : absorbed.value(block.id.value))
            takeRemarks(clause, from);
        after.table<Clause>().put(clause);
    }
    for (auto key = keys.begin(); key != keys.end();)
        key = key.key() == *key ? keys.erase(key) : std::next(key);
    KeyMap renamed;
    redirect(after, keys, renamed);
    // Clauses that are not in the text keep what they stood under.
    for (const Clause &clause : m_model.all<Clause>()) {
        const Clause *present = after.find(clause.id);
        if (!present || present->parent.isEmpty() || after.find(present->parent))
            continue;
        Clause orphan = *present;
        orphan.parent.value = keys.value(orphan.parent.value);
        after.table<Clause>().put(orphan);
    }
    return {};
}

/// Passages and suggestions of this text follow the words that they quote.
void TextBlocks::moveQuotes(Model &after, const std::vector<Paragraph> &now) const
{
    QHash<QString, const Paragraph *> byKey;
    for (const Paragraph &block : now)
        byKey.insert(block.id.value, &block);
    KeyMap renamed;
    const auto moved = [&](auto row) {
        const int index = quotedBlock(m_before, row.label, row.quote, row.offset);
        if (index < 0)
            return row;
        const Paragraph &block = m_before[std::size_t(index)];
        qsizetype offset = row.offset;
        if (!QStringView(block.text).mid(std::clamp<qsizetype>(offset, 0, block.text.size())).startsWith(row.quote))
            offset = block.text.indexOf(row.quote);
        Place place{block.id.value, {std::max<qsizetype>(offset, 0), offset < 0 ? 0 : row.quote.size()}};
        const Paragraph *target = byKey.value(place.block);
        if (const auto own = m_carries.constFind(block.id.value); own != m_carries.constEnd())
            place = (*own)(place.stretch);
        else if (target && target->text != block.text)
            place.stretch = movedStretch(wordDifference(block.text, target->text), place.stretch);
        target = byKey.value(place.block);
        if (!target)
            return row;
        row.label = target->label;
        if (offset < 0 || row.quote.isEmpty())
            return row;
        // Whole words, and at least one where all were taken out.
        const QString &text = target->text;
        qsizetype from = std::clamp<qsizetype>(place.stretch.offset, 0, text.size());
        qsizetype to = std::clamp<qsizetype>(from + place.stretch.length, from, text.size());
        while (from < to && text[from].isSpace())
            ++from;
        while (to > from && text[to - 1].isSpace())
            --to;
        if (from == to && !text.trimmed().isEmpty()) {
            while (from > 0 && (from >= text.size() || text[from].isSpace()))
                --from;
            while (from > 0 && !text[from - 1].isSpace())
                --from;
            to = std::max(to, from);
            while (to < text.size() && text[to].isSpace())
                from = ++to;
            while (to < text.size() && !text[to].isSpace())
                ++to;
        }
        row.offset = int(from);
        row.quote = text.mid(from, to - from);
        return row;
    };
    const auto moveAll = [&]<typename Row>() {
        std::vector<Replacement<Row>> replacements;
        for (const Row &row : after.all<Row>()) {
            if (!(row.document == m_document))
                continue;
            if (Row to = moved(row); !(to == row))
                replacements.push_back({row, std::move(to)});
        }
        replaceRows<Row>(after, std::move(replacements), renamed);
    };
    moveAll.template operator()<Passage>();
    moveAll.template operator()<Suggestion>();
}

Result<ChangeSet> TextBlocks::changes(const QString &label) const
{
    std::vector<Paragraph> now = blocks;
    count(now);
    place(now, m_before);
    QSet<QString> labels;
    for (const Paragraph &block : now) {
        if (!isUnit(block))
            continue;
        if (labels.contains(block.label))
            return callError(tr("There is a unit %1 already; give this one another number first.").arg(block.label));
        labels.insert(block.label);
    }
    Model after = m_model;
    auto &table = after.table<Paragraph>();
    for (const Paragraph &block : m_before)
        table.take(block.id.value);
    for (const Paragraph &block : now)
        table.put(block);
    if (auto placed = placeClauses(after, now); !placed)
        return placed.error();
    moveQuotes(after, now);
    ChangeSet changes = difference(m_model, after, label);
    if (auto valid = validate(m_model, changes); !valid)
        return valid.error();
    return changes;
}

} // namespace entente::model
