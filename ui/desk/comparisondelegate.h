#pragma once

#include <QStyledItemDelegate>

namespace entente::ui {

class ComparisonModel;

/// Paints an old and a new wording side by side with the verdict between them: words that went are struck through, words that came are
/// underlined, so that a grey copy says the same.
class ComparisonDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    ComparisonDelegate(const ComparisonModel &model, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// How wide each of the two columns of words is in a view of this width.
    static int textWidth(int available, const QFontMetrics &metrics);

private:
    const ComparisonModel &m_model;
};

} // namespace entente::ui
