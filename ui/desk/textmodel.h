#pragma once

#include "core/model/lookup.h"

#include <QAbstractListModel>

#include <optional>

namespace entente::ui {

/// The blocks of one document in their order. Lines that were set aside can be put in or left out.
class TextModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        ParagraphRoleRole = Qt::UserRole + 1,
        NumberRole,
        PageRole,
        WhyRole,
        LabelRole,
        MarkedFromRole,
        MarkedLengthRole,
        FirstOfPageRole
    };

    using QAbstractListModel::QAbstractListModel;

    void setText(std::shared_ptr<const Lookup> lookup, const QString &document);
    void showSetAside(bool shown);

    /// Marks a quote and returns the row it stands in, or -1. The offset is tried first; an edit of the text moves it.
    int mark(const QString &label, const QString &quote, int offset);

    /// The block in a row; none where there is no such row.
    const Paragraph *at(int row) const;
    /// The row of a block by its key, or -1.
    int rowOf(const QString &paragraph) const;

    int setAsideCount() const { return m_setAside; }
    int gapCount() const { return m_gaps; }
    int pageCount() const { return m_pages; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    /// A block was typed over; whoever may change the map decides what becomes of it.
    void textTyped(const QString &paragraph, const QString &text);

private:
    void rebuild();

    std::shared_ptr<const Lookup> m_lookup; ///< Keeps the rows alive.
    QString m_document;
    std::vector<const Paragraph *> m_rows;
    bool m_showsSetAside = false;
    int m_setAside = 0;
    int m_gaps = 0;
    int m_pages = 0;
    int m_marked = -1;
    int m_markedFrom = 0;
    int m_markedLength = 0;
};

} // namespace entente::ui
