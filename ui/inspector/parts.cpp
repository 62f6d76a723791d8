#include "ui/inspector/parts.h"

#include "ui/paint/lettering.h"
#include "ui/paint/symbols.h"
#include "ui/paint/theme.h"
#include "ui/plain.h"
#include "ui/words.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double clockMargin = 10;

/// Sizes are for a font of 96 dpi at its usual size; larger fonts make larger marks.
double unitOf(const QWidget &widget)
{
    return widget.fontMetrics().height() / 17.0;
}

} // namespace

KindBadge::KindBadge(Kind kind, Side side, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_side(side)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(kindName(kind));
}

QSize KindBadge::sizeHint() const
{
    return QSizeF(24 * unitOf(*this), 16 * unitOf(*this)).toSize();
}

void KindBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = ui::tokens(themeOf(palette()));
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(QPen(tokens.ink, 1.3));
    QPainterPath path;
    if (m_kind == kindOf<Dialogue>) {
        path.addRoundedRect(box, box.height() / 2, box.height() / 2);
    } else if (m_kind == kindOf<Area>) {
        const double cut = box.height() / 3;
        path.addPolygon(QPolygonF({{box.left(), box.center().y()},
                                   {box.left() + cut, box.top()},
                                   {box.right() - cut, box.top()},
                                   {box.right(), box.center().y()},
                                   {box.right() - cut, box.bottom()},
                                   {box.left() + cut, box.bottom()}}));
        path.closeSubpath();
    } else if (m_kind == kindOf<Clause>) {
        const double point = box.height() / 2.6;
        path.addPolygon(QPolygonF({box.topLeft(),
                                   {box.right() - point, box.top()},
                                   {box.right(), box.center().y()},
                                   {box.right() - point, box.bottom()},
                                   box.bottomLeft()}));
        path.closeSubpath();
    } else if (m_kind == kindOf<Instrument> || m_kind == kindOf<Edition>) {
        const double fold = box.height() / 3;
        path.addPolygon(QPolygonF(
            {box.topLeft(), {box.right() - fold, box.top()}, {box.right(), box.top() + fold}, box.bottomRight(), box.bottomLeft()}));
        path.closeSubpath();
    } else if (m_kind == kindOf<Person>) {
        path.addEllipse(QPointF(box.center().x(), box.top() + box.height() * 0.3), box.height() * 0.27, box.height() * 0.27);
        path.moveTo(box.center().x() - box.height() * 0.5, box.bottom());
        path.cubicTo(box.center().x() - box.height() * 0.5, box.center().y(), box.center().x() + box.height() * 0.5, box.center().y(),
                     box.center().x() + box.height() * 0.5, box.bottom());
    } else if (m_kind == kindOf<Meeting>) {
        painter.setBrush(tokens.ink);
        path.addEllipse(box.center(), box.height() * 0.45, box.height() * 0.45);
    } else {
        path.addRect(box);
    }
    painter.drawPath(path);
    if (m_kind == kindOf<Person> || m_kind == kindOf<Meeting>)
        return; // The shape says it without a letter.
    if (m_kind == kindOf<Institution>) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.side(m_side));
        QRectF bar(box.left(), box.top(), 4, box.height());
        if (m_side == Side::Rok)
            bar.moveRight(box.right());
        else if (m_side == Side::Multilateral)
            bar = QRectF(box.left(), box.top(), box.width(), 4);
        else if (m_side != Side::Eu)
            bar = QRectF(box.left(), box.bottom() - 4, box.width(), 4);
        painter.drawRect(bar);
    }
    painter.setPen(tokens.ink);
    painter.setFont(sizedFont(font(), 0.8, true));
    painter.drawText(box, int(Qt::AlignCenter), kindLetter(m_kind, m_side));
}

RoundBadge::RoundBadge(MeetingFormat format, const QString &ordinal, QWidget *parent)
    : QWidget(parent)
    , m_format(format)
    , m_ordinal(ordinal)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setToolTip(plainToolTip(format == MeetingFormat::Unknown ? tr("format not known") : shown(format)));
}

QSize RoundBadge::sizeHint() const
{
    return QSizeF(20 * unitOf(*this), 18 * unitOf(*this)).toSize();
}

void RoundBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    symbols::meetingMark(painter, QRectF(rect()).center(), 8 * unitOf(*this), m_format, m_ordinal, tokens(themeOf(palette())),
                         palette().color(QPalette::Window));
}

ClockStrip::ClockStrip(Clock clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(std::move(clock))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize ClockStrip::sizeHint() const
{
    return {200, int(36 * unitOf(*this))};
}

void ClockStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = ui::tokens(themeOf(palette()));
    const double unit = unitOf(*this);
    const double y = 12 * unit;
    if (m_clock.rounds.empty())
        return;
    QDate first = m_clock.rounds.front().date.first();
    QDate last = std::max(m_clock.asOf, m_clock.nextDue.isValid() ? m_clock.nextDue : m_clock.asOf);
    for (const ClockMark &mark : m_clock.rounds)
        last = std::max(last, mark.date.last());
    first = QDate(first.year(), 1, 1);
    const double days = std::max(1.0, double(first.daysTo(last)));
    const double span = width() - 2 * clockMargin * unit;
    const auto x = [&](const QDate &date) { return clockMargin * unit + span * double(first.daysTo(date)) / days; };

    for (const auto &[from, to] : m_clock.gaps)
        paintHatch(painter, QRectF(QPointF(x(from), y - 5 * unit), QPointF(x(to), y + 5 * unit)), tokens.hair, 6 * unit);
    painter.setPen(QPen(tokens.ink3, 1));
    painter.drawLine(QPointF(clockMargin * unit, y), QPointF(width() - clockMargin * unit, y));

    // Years stand where there is room for them.
    painter.setFont(sizedFont(font(), 0.82));
    const double yearWidth = painter.fontMetrics().horizontalAdvance(u"2000"_s) + 12 * unit;
    double free = -1;
    for (int year = first.year(); year <= last.year(); ++year) {
        const double place = x(QDate(year, 1, 1));
        if (place < free || place + yearWidth > width() + 10 * unit)
            continue;
        painter.setPen(tokens.ink3);
        painter.drawText(QRectF(place - 2, y + 8 * unit, yearWidth, 16 * unit), int(Qt::AlignLeft | Qt::AlignTop), QString::number(year));
        free = place + yearWidth;
    }
    const QColor ground = palette().color(QPalette::Window);
    for (const ClockMark &mark : m_clock.rounds)
        symbols::meetingMark(painter, {x(mark.date.first().addDays(mark.date.first().daysTo(mark.date.last()) / 2)), y}, 4.4 * unit,
                             mark.format, {}, tokens, ground);
    if (m_clock.nextDue.isValid())
        symbols::dueMark(painter, {x(m_clock.nextDue), y}, 5 * unit, tokens, ground);
    if (m_clock.asOf.isValid() && m_clock.asOf >= first) {
        painter.setPen(QPen(tokens.ink2, 1, Qt::DotLine));
        painter.drawLine(QPointF(x(m_clock.asOf), 2), QPointF(x(m_clock.asOf), y + 7 * unit));
    }
}

PaintedFrame::PaintedFrame(Form form, QWidget *parent)
    : QFrame(parent)
    , m_form(form)
{}

void PaintedFrame::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = ui::tokens(themeOf(palette()));
    painter.setPen(QPen(tokens.hair, 1));
    painter.setBrush(tokens.canvas);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    if (m_form == Form::Card)
        painter.fillRect(QRectF(0, 0, 3, height()), tokens.ink3);
}

} // namespace entente::ui
