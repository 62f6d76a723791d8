#pragma once

#include <QTextLayout>
#include <QWidget>

#include <vector>

namespace entente::ui {

/// Where a link leads. The window decides what that means.
struct Target
{
    enum Kind { None, Record, Address, Passage, Text, Command };
    Kind kind = None;
    QString id; ///< Of the record, passage, evidence or document; the address; the name of the command.

    bool operator==(const Target &) const = default;
};

/// A stretch of a text that looks or leads differently.
struct Run
{
    enum Style { Normal, Strong, Subtle, Faint, Warn, Quote };
    QString text;
    Target target = {};
    Style style = Normal;

    bool operator==(const Run &) const = default;
};

/// Wrapped plain text with links that mouse and keyboard reach. Never reads markup.
class RunText : public QWidget
{
    Q_OBJECT

public:
    explicit RunText(std::vector<Run> runs = {}, QWidget *parent = nullptr);

    void setRuns(std::vector<Run> runs);
    const std::vector<Run> &runs() const { return m_runs; }
    QString text() const;
    void setAlignment(Qt::Alignment alignment);
    /// Long texts are cut at this number of lines; the whole stands in the tooltip.
    void setMaximumLines(int lines);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

signals:
    void activated(const entente::ui::Target &target);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void layOut(QTextLayout &layout, double width) const;
    int runAt(const QPointF &place) const;
    int nextLink(int from, int step) const;

    std::vector<Run> m_runs;
    Qt::Alignment m_alignment = Qt::AlignLeft;
    int m_maximumLines = 0;
    int m_hovered = -1;
    int m_focused = -1;
    int m_pressed = -1;
};

/// Link words as a push button would be: one line, no frame.
RunText *linkText(const QString &text, Target target, QWidget *parent = nullptr);

} // namespace entente::ui
