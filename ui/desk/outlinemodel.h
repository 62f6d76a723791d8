#pragma once

#include "core/model/lookup.h"

#include <QAbstractItemModel>

namespace entente::ui {

/// The tree that was recognised in a text: headings over units, units over their points, and where they stand prose, notes and gaps.
class OutlineModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        ParagraphRole = Qt::UserRole + 1, ///< The key of the block.
        RoleRole,                         ///< What it is, as model::ParagraphRole.
        LabelRole,                        ///< What stands before the words: its number, or the sign of what it is.
        WordsRole
    };

    using QAbstractItemModel::QAbstractItemModel;

    void setText(std::shared_ptr<const Lookup> lookup, const QString &document);

    const Paragraph *at(const QModelIndex &index) const;
    QModelIndex indexOf(const QString &paragraph) const;
    std::size_t size() const { return m_nodes.size(); }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    /// Another number was typed; whoever may change the map decides what becomes of it.
    void numberTyped(const QString &paragraph, const QString &number);

private:
    struct Node
    {
        const Paragraph *paragraph;
        int parent; ///< -1: at the top.
        int row;
        std::vector<int> children = {};
    };
    void build();
    const std::vector<int> &childrenOf(const QModelIndex &parent) const;
    QModelIndex indexAt(int node) const;

    std::shared_ptr<const Lookup> m_lookup; ///< Keeps the rows alive.
    QString m_document;
    std::vector<Node> m_nodes;
    std::vector<int> m_top;
    QHash<QString, int> m_nodeOf;
};

} // namespace entente::ui
