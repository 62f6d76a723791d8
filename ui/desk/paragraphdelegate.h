#pragma once

#include <QStyledItemDelegate>

namespace entente::ui {

/// Paints one block of a text: its number in the margin, the words wrapped, the marked quote on yellow, gaps hatched.
class ParagraphDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace entente::ui
