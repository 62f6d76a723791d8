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

    int setAsideCount() const { return m_setAside; }
    int gapCount() const { return m_gaps; }
    int pageCount() const { return m_pages; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void rebuild();
    int rowOf(const Paragraph &paragraph) const;

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
