#pragma once

#include <QListView>

#include <vector>

namespace entente::ui {

class TextModel;

/// The blocks of a text below each other, each as high as its words need. Only what is seen is measured: the height of the rest is
/// estimated from its length, so that a text of twenty thousand blocks opens and scrolls like one of twenty.
class TextView : public QListView
{
    Q_OBJECT

public:
    explicit TextView(QWidget *parent = nullptr);

    void setText(TextModel *model);
    /// Where in the words of the current block the user clicked last, or -1.
    int clickedOffset() const { return m_clickedOffset; }
    /// The block at the top of what is seen, to come back to.
    QString topBlock() const;
    void scrollToTop(const QString &paragraph);

    QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint &point) const override;
    void doItemsLayout() override;

protected:
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect &area, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void updateGeometries() override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void dataChanged(const QModelIndex &from, const QModelIndex &to, const QList<int> &roles) override;
    void changeEvent(QEvent *event) override;

private:
    void estimate();
    /// Measures the rows from the first that is seen to the end of the view; keeps what is at the top where it is.
    void measureSeen();
    void measure(int row);
    void place();
    int rowAt(int y) const;
    int top(int row) const { return m_tops[std::size_t(row)]; }
    int height(int row) const { return m_tops[std::size_t(row) + 1] - m_tops[std::size_t(row)]; }
    int rows() const { return int(m_heights.size()); }

    TextModel *m_text = nullptr;
    std::vector<int> m_heights;
    std::vector<char> m_measured;
    std::vector<int> m_tops{0}; ///< One more than rows: the last is the height of all.
    int m_clickedOffset = -1;
    bool m_measuring = false;
};

} // namespace entente::ui
