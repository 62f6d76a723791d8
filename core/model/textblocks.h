#pragma once

#include "core/base/worddiff.h"
#include "core/model/model.h"

#include <QHash>

#include <functional>

namespace entente::model {

/// Depth of the heading that is the title of a single article, behind parts, chapters and sections.
constexpr int ArticleTitleDepth = 5;

/// The blocks of one document while its reading is corrected: change them freely, say where words went, then ask for the edit. It keeps the
/// paragraphs, the clauses of an instrument, what is attached to them and what is quoted together.
class TextBlocks
{
public:
    TextBlocks(const Model &model, const Id<Document> &document);

    /// In the order of the text. Positions need not be set: the order counts.
    std::vector<Paragraph> blocks;

    const Document *document() const { return m_model.find(m_document); }
    /// The index of a block by its key, or of the unit with a label; -1: there is none.
    int indexOf(const QString &paragraph) const;
    int unitAt(const QString &label) const;
    /// A key for a block that a split makes, derived from the one that it was part of.
    Id<Paragraph> newKey(const QString &splitFrom) const;
    /// Whether units are counted and print no numbers, as in a read-out.
    bool isCounted() const { return m_counted; }

    /// Where a stretch of a block's old text stands now.
    struct Place
    {
        QString block;
        Stretch stretch;
    };
    using Carry = std::function<Place(const Stretch &)>;
    /// Without one, places of a block whose text changed are found by its words.
    void carry(const QString &block, Carry carry) { m_carries.insert(block, std::move(carry)); }
    /// A unit has become part of another: what is attached to it is attached to that one.
    void absorb(const QString &block, const QString &into) { m_absorbed.insert(block, into); }

    /// The edit. Refused where two units have one label, or where a clause goes that something is attached to.
    Result<ChangeSet> changes(const QString &label) const;

private:
    void count(std::vector<Paragraph> &now) const;
    Result<void> placeClauses(Model &after, const std::vector<Paragraph> &now) const;
    void moveQuotes(Model &after, const std::vector<Paragraph> &now) const;
    QString clausePrefix() const;

    const Model &m_model;
    Id<Document> m_document;
    std::vector<Paragraph> m_before;
    QHash<QString, Carry> m_carries;
    QHash<QString, QString> m_absorbed;
    bool m_counted = false;
};

/// The block that a passage or a suggestion quotes from: by label, place and words; -1: none.
int quotedBlock(const std::vector<Paragraph> &blocks, const QString &label, const QString &quote, qsizetype offset);

} // namespace entente::model
