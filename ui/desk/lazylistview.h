#pragma once

#include <QListView>

#include <vector>

namespace entente::ui {

/// Rows below each other, each as high as its delegate says. Only what is seen is measured: the height of the rest is estimated, so that
/// twenty thousand rows open and scroll like twenty.
class LazyListView : public QListView
{
    Q_OBJECT

public:
    explicit LazyListView(QWidget *parent = nullptr);

    QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint &point) const override;
    void doItemsLayout() override;
    /// The row at the top of what is seen, or -1.
    int topRow() const;

protected:
    /// How high a row probably is; called for every row, so it must be quick.
    virtual int estimatedHeight(int row) const = 0;

    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect &area, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void updateGeometries() override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
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
    QModelIndex row(int number) const { return model()->index(number, 0); }

    std::vector<int> m_heights;
    std::vector<char> m_measured;
    std::vector<int> m_tops{0}; ///< One more than rows: the last is the height of all.
    bool m_measuring = false;
};

} // namespace entente::ui
