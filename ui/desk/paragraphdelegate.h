#pragma once

#include <QKeySequence>
#include <QStyledItemDelegate>

namespace entente::ui {

/// Paints one block of a text: its number in the margin, the words wrapped, the marked quote on yellow, gaps hatched. Its editor takes plain
/// text: Return keeps what was typed, Esc leaves it as it was.
class ParagraphDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// The key that parts a block at the cursor of its editor.
    void setSplitKey(const QKeySequence &key) { m_splitKey = key; }
    /// How wide the words stand in a view of this width.
    int textWidth(int available) const;
    /// Where in the words of the block a point lies.
    int offsetAt(const QStyleOptionViewItem &option, const QModelIndex &index, const QPoint &point) const;

signals:
    /// The words of a block are to be parted here, as its editor's cursor says.
    void splitWanted(int offset);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QKeySequence m_splitKey;
};

} // namespace entente::ui
