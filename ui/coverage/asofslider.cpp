#include "ui/coverage/asofslider.h"

#include "core/base/partialdate.h"
#include "ui/paint/fonts.h"
#include "ui/paint/lettering.h"
#include "ui/plain.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double margin = 9;  // px at both ends, half of the handle
constexpr double line = 17;   // px from the top
constexpr double catching = 5; // px around a round that take the day to it

int number(const QDate &day)
{
    return int(day.toJulianDay());
}

} // namespace

AsOfSlider::AsOfSlider(QWidget *parent)
    : QAbstractSlider(parent)
{
    setObjectName(u"asOfSlider"_s);
    setAccessibleName(tr("As of"));
    setOrientation(Qt::Horizontal);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    setDays({}, QDate::currentDate(), {});
}

void AsOfSlider::setDays(const QDate &adopted, const QDate &today, std::vector<coverage::RoundDay> rounds)
{
    m_adopted = adopted;
    m_today = today;
    m_rounds = std::move(rounds);
    extend();
}

/// The ends of the line: adoption, today, all rounds, the day that is shown.
void AsOfSlider::extend()
{
    QDate first = m_adopted.isValid() ? m_adopted : m_today.addYears(-2);
    QDate last = m_today;
    if (!m_rounds.empty()) {
        first = std::min(first, m_rounds.front().day);
        last = std::max(last, m_rounds.back().day);
    }
    if (value() > 0) {
        first = std::min(first, day());
        last = std::max(last, day());
    }
    if (last <= first)
        last = first.addDays(1);
    const QSignalBlocker quiet(this);
    setRange(number(first), number(last));
    setSingleStep(1);
    setPageStep(365);
    update();
}

void AsOfSlider::showDay(const QDate &day)
{
    if (!day.isValid())
        return;
    const QSignalBlocker quiet(this);
    if (number(day) < minimum() || number(day) > maximum())
        setRange(std::min(minimum(), number(day)), std::max(maximum(), number(day)));
    setValue(number(day));
    update();
}

void AsOfSlider::setTheme(Theme theme)
{
    m_theme = theme;
    update();
}

double AsOfSlider::placeOf(const QDate &day) const
{
    const double share = double(number(day) - minimum()) / std::max(1, maximum() - minimum());
    return margin + share * (width() - 2 * margin);
}

QDate AsOfSlider::dayAt(double x) const
{
    for (const coverage::RoundDay &round : m_rounds) {
        if (std::abs(placeOf(round.day) - x) <= catching)
            return round.day;
    }
    const double share = (x - margin) / std::max(1.0, width() - 2 * margin);
    return QDate::fromJulianDay(std::clamp(minimum() + int(std::lround(share * (maximum() - minimum()))), minimum(), maximum()));
}

QDate AsOfSlider::beside(int direction) const
{
    const QDate here = day();
    if (direction > 0) {
        const auto next = std::ranges::upper_bound(m_rounds, here, {}, &coverage::RoundDay::day);
        return next == m_rounds.end() ? QDate::fromJulianDay(maximum()) : next->day;
    }
    const auto next = std::ranges::lower_bound(m_rounds, here, {}, &coverage::RoundDay::day);
    return next == m_rounds.begin() ? QDate::fromJulianDay(minimum()) : std::prev(next)->day;
}

void AsOfSlider::sliderChange(SliderChange change)
{
    QAbstractSlider::sliderChange(change);
    setAccessibleDescription(base::dateInWords(day()));
    update();
}

void AsOfSlider::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &colors = tokens(m_theme);
    const double here = placeOf(day());
    for (const coverage::RoundDay &round : m_rounds) {
        const double x = std::round(placeOf(round.day)) + 0.5;
        const double height = round.readoutMissing ? 5 : 9;
        painter.setPen(QPen(round.day <= day() ? colors.ink : colors.ink3, round.readoutMissing ? 1 : 2));
        painter.drawLine(QPointF(x, line - 3), QPointF(x, line - 3 - height));
    }
    painter.setPen(QPen(colors.hair, 3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(margin, line), QPointF(width() - margin, line));
    painter.setPen(QPen(colors.ink2, 3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(margin, line), QPointF(here, line));
    QPainterPath handle;
    handle.addPolygon(QPolygonF({{here - 6, line - 7}, {here + 6, line - 7}, {here + 6, line + 3}, {here, line + 9}, {here - 6, line + 3}}));
    handle.closeSubpath();
    painter.setPen(hasFocus() ? QPen(palette().color(QPalette::Highlight), 2) : QPen(colors.canvas, 1));
    painter.setBrush(colors.ink);
    painter.drawPath(handle);

    const QFont font = drawingFont(10);
    const double base = height() - 3;
    const QString first = m_adopted.isValid() && number(m_adopted) == minimum() ? tr("adopted %1").arg(base::dateInWords(m_adopted))
                                                                                : base::dateInWords(QDate::fromJulianDay(minimum()));
    const QString last = number(m_today) == maximum() ? tr("today, %1").arg(base::dateInWords(m_today))
                                                      : base::dateInWords(QDate::fromJulianDay(maximum()));
    const QString hint = tr("drag, or ← →");
    const double left = textWidth(first, 10);
    const double right = textWidth(last, 10);
    if (left + right + 24 < width())
        paintText(painter, {1, base}, first, font, colors.ink3);
    paintText(painter, {width() - 1.0, base}, last, font, colors.ink3, Anchor::End);
    if (left + right + textWidth(hint, 10) + 60 < width())
        paintText(painter, {1 + left + (width() - left - right) / 2.0, base}, hint, font, colors.ink3, Anchor::Middle);
}

void AsOfSlider::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    setSliderDown(true);
    setValue(number(dayAt(event->position().x())));
}

void AsOfSlider::mouseMoveEvent(QMouseEvent *event)
{
    if (isSliderDown())
        setValue(number(dayAt(event->position().x())));
}

void AsOfSlider::mouseReleaseEvent(QMouseEvent *)
{
    setSliderDown(false);
}

void AsOfSlider::keyPressEvent(QKeyEvent *event)
{
    const bool byDay = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
        return setValue(byDay ? value() - 1 : number(beside(-1)));
    case Qt::Key_Right:
    case Qt::Key_Up:
        return setValue(byDay ? value() + 1 : number(beside(1)));
    case Qt::Key_PageDown:
        return setValue(number(day().addYears(-1)));
    case Qt::Key_PageUp:
        return setValue(number(day().addYears(1)));
    case Qt::Key_Home:
        return setValue(minimum());
    case Qt::Key_End:
        return setValue(maximum());
    default:
        event->ignore();
    }
}

void AsOfSlider::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // Scrolling over it must not change the day.
}

void AsOfSlider::focusInEvent(QFocusEvent *event)
{
    QAbstractSlider::focusInEvent(event);
    update();
}

void AsOfSlider::focusOutEvent(QFocusEvent *event)
{
    QAbstractSlider::focusOutEvent(event);
    update();
}

bool AsOfSlider::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QDate day = dayAt(help->pos().x());
        const auto round = std::ranges::find(m_rounds, day, &coverage::RoundDay::day);
        QString words = base::dateInWords(day);
        if (round != m_rounds.end())
            words += round->meetings.size() == 1 ? tr(": a round begins to count") : tr(": %1 rounds begin to count").arg(round->meetings.size());
        if (round != m_rounds.end() && round->readoutMissing)
            words += tr("; a read-out is missing");
        QToolTip::showText(help->globalPos(), plainToolTip(words), this);
        return true;
    }
    return QAbstractSlider::event(event);
}

} // namespace entente::ui
