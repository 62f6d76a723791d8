#pragma once

#include "ui/coverage/coveragemodel.h"

#include <QTreeView>

namespace entente::ui {

/// The rows of the matrix: narrow beside the network, the whole of it where there is room. Painted by the painters of the paper.
class CoverageTree : public QTreeView
{
    Q_OBJECT

public:
    explicit CoverageTree(CoverageModel *model, QWidget *parent = nullptr);

    void setTheme(Theme theme);
    /// Shows what is chosen elsewhere; nothing is told.
    void setSelected(const QString &record);
    bool isNarrow() const { return m_narrow; }
    /// The visible columns with their places in the viewport.
    std::vector<CoverageSection> sections() const;
    const CoverageHighlight &highlight() const { return m_highlight; }
    Look look() const;
    bool shows(const CoverageLine &line) const;

signals:
    void chosen(const QString &record);
    void passageRequested(const QString &evidence);
    void widthModeChanged();
    void foldingChanged();

protected:
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
    void follow();

    CoverageModel *m_model;
    CoverageHighlight m_highlight;
    QString m_selected;
    QHash<QString, bool> m_folds; ///< Headings that the user opened or folded.
    Theme m_theme = Theme::Light;
    bool m_narrow = true;
    bool m_byKeyboard = false; ///< The focus is shown only to those who use it.
    bool m_quiet = false;      ///< What changes now is no choice of the user.
};

} // namespace entente::ui
