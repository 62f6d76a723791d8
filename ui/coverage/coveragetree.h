#pragma once

#include "ui/coverage/coveragemodel.h"

#include <QTreeView>

namespace entente::ui {

/// Where the matrix stands.
enum class CoveragePlace {
    Panel,  ///< Beside the network: narrow, or the whole of it where there is room.
    Centre, ///< The whole of it, with what does not fit scrolling under number, words and state.
};

/// The rows of the matrix, painted by the painters of the paper.
class CoverageTree : public QTreeView
{
    Q_OBJECT

public:
    explicit CoverageTree(CoverageModel *model, CoveragePlace place, QWidget *parent = nullptr);

    void setTheme(Theme theme);
    /// Shows what is chosen elsewhere; nothing is told.
    void setSelected(const QString &record);
    bool isNarrow() const { return m_narrow; }
    /// The visible columns with their places in the viewport.
    std::vector<CoverageSection> sections() const;
    /// The column at a place of the viewport; -1 where there is none.
    int columnAtX(int x) const;
    /// Whether a column stays in sight while the others scroll.
    bool standsStill(CoverageField field) const;
    /// The strip of the viewport between what stands still at the left and at the right.
    std::pair<int, int> scrolled() const;
    /// What is open and folded, as the paper wants it.
    CoverageArrangement arrangement() const;
    void foldAll(bool folded);
    const CoverageHighlight &highlight() const { return m_highlight; }
    Look look() const;
    bool shows(const CoverageLine &line) const;

    QRect visualRect(const QModelIndex &index) const override;
    QModelIndex indexAt(const QPoint &point) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

signals:
    void chosen(const QString &record);
    void passageRequested(const QString &evidence);
    /// Another cell or row is the current one.
    void cellChosen(const QModelIndex &cell);
    /// The head of the rounds that stand together was pressed.
    void otherRoundsWanted();
    void widthModeChanged();
    void foldingChanged();

protected:
    void scrollContentsBy(int dx, int dy) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int sizeHintForColumn(int) const override { return 20; }

private:
    void arrange();
    void refold();
    void rememberFold(const QModelIndex &index, bool open);
    QModelIndex beside(const QModelIndex &index, int step) const;
    void follow(bool scroll);
    void rememberPlace();
    void restorePlace();
    const std::vector<CoverageSection> &painted() const;

    CoverageModel *m_model;
    CoveragePlace m_place;
    CoverageHighlight m_highlight;
    QString m_selected;
    QSet<QString> m_opened; ///< Headings that the user opened,
    QSet<QString> m_folded; ///< and folded.
    QPoint m_scroll;        ///< Before the rows were exchanged.
    QString m_currentClause;
    QString m_currentMeeting;
    mutable std::vector<CoverageSection> m_painted; ///< While it paints.
    Theme m_theme = Theme::Light;
    bool m_narrow = true;
    bool m_byKeyboard = false; ///< The focus is shown only to those who use it.
    bool m_quiet = false;      ///< What changes now is no choice of the user.
};

} // namespace entente::ui
