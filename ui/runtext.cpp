#include "ui/runtext.h"

#include "ui/plain.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace entente::ui {

namespace {

/// A line feed ends a line in a layout only as a line separator; positions stay the same.
QString brokenText(QString text)
{
    return text.replace(u'\n', QChar::LineSeparator);
}

} // namespace

RunText::RunText(std::vector<Run> runs, QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setRuns(std::move(runs));
}

void RunText::setRuns(std::vector<Run> runs)
{
    m_runs = std::move(runs);
    m_hovered = m_focused = m_pressed = -1;
    setFocusPolicy(nextLink(-1, 1) >= 0 ? Qt::TabFocus : Qt::NoFocus);
    setAccessibleName(text());
    updateGeometry();
    update();
}

QString RunText::text() const
{
    QString text;
    for (const Run &run : m_runs)
        text += run.text;
    return text;
}

void RunText::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

void RunText::setMaximumLines(int lines)
{
    m_maximumLines = lines;
    setToolTip(plainToolTip(text()));
    updateGeometry();
}

void RunText::layOut(QTextLayout &layout, double width) const
{
    const Tokens &tokens = ui::tokens(themeOf(palette()));
    QList<QTextLayout::FormatRange> formats;
    int position = 0;
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        const Run &run = m_runs[i];
        QTextCharFormat format;
        switch (run.style) {
        case Run::Normal:
            format.setForeground(palette().color(QPalette::WindowText));
            break;
        case Run::Strong:
            format.setForeground(palette().color(QPalette::WindowText));
            format.setFontWeight(QFont::Bold);
            break;
        case Run::Subtle:
            format.setForeground(tokens.ink2);
            break;
        case Run::Faint:
            format.setForeground(tokens.ink3);
            break;
        case Run::Warn:
            format.setForeground(tokens.warn);
            break;
        case Run::Quote:
            format.setForeground(tokens.ink);
            format.setBackground(tokens.selectionFill);
            break;
        }
        const bool link = run.target.kind != Target::None;
        if (link && run.style != Run::Quote)
            format.setForeground(linkColour(palette()));
        if (link && (int(i) == m_hovered || (int(i) == m_focused && hasFocus())))
            format.setFontUnderline(true);
        formats.append({position, int(run.text.size()), format});
        position += int(run.text.size());
    }
    layout.setFormats(formats);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setAlignment(m_alignment);
    layout.setTextOption(option);
    layout.beginLayout();
    double y = 0;
    for (int lines = 0; m_maximumLines == 0 || lines < m_maximumLines; ++lines) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(std::max(1.0, width));
        line.setPosition({0, y});
        y += std::ceil(line.height());
    }
    layout.endLayout();
}

QSize RunText::sizeHint() const
{
    QTextLayout layout(brokenText(text()), font());
    layOut(layout, 100000);
    double width = 0;
    for (int i = 0; i < layout.lineCount(); ++i)
        width = std::max(width, layout.lineAt(i).naturalTextWidth());
    const int natural = int(std::ceil(width)) + 1;
    return {std::min(natural, 320), heightForWidth(std::min(natural, 320))};
}

QSize RunText::minimumSizeHint() const
{
    const QSize natural = sizeHint();
    return {std::min(natural.width(), 60), fontMetrics().height()};
}

int RunText::heightForWidth(int width) const
{
    QTextLayout layout(brokenText(text()), font());
    layOut(layout, width);
    if (layout.lineCount() == 0)
        return 0;
    const QTextLine last = layout.lineAt(layout.lineCount() - 1);
    return int(std::ceil(last.y() + last.height()));
}

void RunText::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QTextLayout layout(brokenText(text()), font());
    layOut(layout, width());
    layout.draw(&painter, {0, 0});
    if (layout.lineCount() > 0) {
        const QTextLine last = layout.lineAt(layout.lineCount() - 1);
        if (last.textStart() + last.textLength() < layout.text().size())
            painter.drawText(QRectF(0, last.y(), width(), last.height()), int(Qt::AlignRight | Qt::AlignVCenter), QStringLiteral("…"));
    }
    if (!hasFocus() || m_focused < 0)
        return;
    int start = 0;
    for (int i = 0; i < m_focused; ++i)
        start += int(m_runs[std::size_t(i)].text.size());
    const int end = start + int(m_runs[std::size_t(m_focused)].text.size());
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        const int from = std::max(start, line.textStart());
        const int to = std::min(end, line.textStart() + line.textLength());
        if (from < to)
            painter.drawRect(QRectF(line.cursorToX(from), line.y() + 1, line.cursorToX(to) - line.cursorToX(from), line.height() - 2));
    }
}

int RunText::runAt(const QPointF &place) const
{
    QTextLayout layout(brokenText(text()), font());
    layOut(layout, width());
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        if (!line.naturalTextRect().contains(place))
            continue;
        const int position = line.xToCursor(place.x(), QTextLine::CursorOnCharacter);
        int end = 0;
        for (std::size_t run = 0; run < m_runs.size(); ++run) {
            end += int(m_runs[run].text.size());
            if (position < end)
                return m_runs[run].target.kind == Target::None ? -1 : int(run);
        }
    }
    return -1;
}

int RunText::nextLink(int from, int step) const
{
    for (int i = from + step; i >= 0 && i < int(m_runs.size()); i += step) {
        if (m_runs[std::size_t(i)].target.kind != Target::None)
            return i;
    }
    return -1;
}

void RunText::mouseMoveEvent(QMouseEvent *event)
{
    const int hovered = runAt(event->position());
    if (hovered == m_hovered)
        return;
    m_hovered = hovered;
    setCursor(hovered >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void RunText::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? runAt(event->position()) : -1;
    if (m_pressed < 0)
        event->ignore();
}

void RunText::mouseReleaseEvent(QMouseEvent *event)
{
    const int released = runAt(event->position());
    if (event->button() == Qt::LeftButton && released >= 0 && released == m_pressed) {
        const Target target = m_runs[std::size_t(released)].target;
        emit activated(target); // May replace the runs.
    }
}

void RunText::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

void RunText::keyPressEvent(QKeyEvent *event)
{
    const bool go = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (!go || m_focused < 0)
        return QWidget::keyPressEvent(event);
    const Target target = m_runs[std::size_t(m_focused)].target;
    emit activated(target);
}

void RunText::focusInEvent(QFocusEvent *event)
{
    m_focused = event->reason() == Qt::BacktabFocusReason ? nextLink(int(m_runs.size()), -1) : nextLink(-1, 1);
    QWidget::focusInEvent(event);
}

bool RunText::focusNextPrevChild(bool next)
{
    const int following = m_focused < 0 ? -1 : nextLink(m_focused, next ? 1 : -1);
    if (following < 0)
        return QWidget::focusNextPrevChild(next);
    m_focused = following;
    update();
    return true;
}

void RunText::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    update();
    QWidget::changeEvent(event);
}

void RunText::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu;
    const QAction *copy = menu.addAction(tr("Copy"));
    if (menu.exec(event->globalPos()) == copy)
        QApplication::clipboard()->setText(text());
}

RunText *linkText(const QString &text, Target target, QWidget *parent)
{
    auto *link = new RunText({{text, std::move(target)}}, parent);
    link->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return link;
}

} // namespace entente::ui
