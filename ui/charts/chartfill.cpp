#include "ui/charts/chartfill.h"

#include "ui/paint/fonts.h"
#include "ui/paint/lettering.h"

#include <QPainter>

#include <cmath>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

enum class Pattern { None, Rising, Falling, Level, Upright, Crossed };

struct Fill
{
    QColor ground;
    QColor letter;
    Pattern pattern = Pattern::None;
    QColor lines;
};

Fill fillOf(ProgressState state, const Tokens &tokens)
{
    const Tokens::State &colours = tokens.state(state);
    switch (state) {
    case ProgressState::Dormant:
        return {colours.fill, colours.letter, Pattern::Rising, colours.second};
    case ProgressState::MechanismOnly:
        return {tokens.canvas, tokens.ink, Pattern::Level, tokens.ink3};
    case ProgressState::NotRaised:
        return {tokens.canvas, tokens.ink, Pattern::None, {}};
    case ProgressState::CannotTell:
        return {tokens.canvas, colours.letter, Pattern::Falling, colours.second.isValid() ? colours.second : tokens.ink3};
    case ProgressState::NotApplicable:
        return {tokens.canvas, tokens.ink2, Pattern::Upright, tokens.ink3};
    case ProgressState::Raised:
    case ProgressState::FollowUpAgreed:
    case ProgressState::Delivered:
        break;
    }
    return {colours.fill, colours.letter, Pattern::None, {}};
}

Fill fillOf(Rung rung, const Tokens &tokens)
{
    switch (rung) {
    case Rung::Summit:
        return {tokens.ink, tokens.canvas, Pattern::None, {}};
    case Rung::Ministers:
        return {tokens.ink3, tokens.canvas, Pattern::None, {}};
    case Rung::ViceMinisters:
        return {tokens.missing, tokens.ink, Pattern::Rising, tokens.ink2};
    case Rung::DirectorsGeneral:
        return {tokens.missing, tokens.ink, Pattern::None, {}};
    case Rung::Directors:
        return {tokens.canvas, tokens.ink, Pattern::Rising, tokens.ink3};
    case Rung::Working:
        return {tokens.canvas, tokens.ink, Pattern::Level, tokens.ink3};
    case Rung::Parliament:
        return {tokens.canvas, tokens.ink, Pattern::Crossed, tokens.ink3};
    case Rung::Track15:
        return {tokens.canvas, tokens.ink, Pattern::Upright, tokens.ink3};
    case Rung::NoLevel:
        break;
    }
    return {tokens.canvas, tokens.ink, Pattern::None, {}};
}

Fill fillOf(const ChartPart &part, const Tokens &tokens)
{
    return std::visit([&](auto value) { return fillOf(value, tokens); }, part.value);
}

/// Lines falling to the right, cut to the rectangle without clipping.
void paintFalling(QPainter &painter, const QRectF &box, const QColor &colour, double step)
{
    painter.setPen(QPen(colour, 0.9, Qt::SolidLine, Qt::FlatCap));
    for (double c = std::ceil((box.left() - box.bottom()) / step) * step; c < box.right() - box.top(); c += step) {
        const double left = std::max(box.left(), c + box.top());
        const double right = std::min(box.right(), c + box.bottom());
        if (right > left)
            painter.drawLine(QPointF(left, left - c), QPointF(right, right - c));
    }
}

void paintStraight(QPainter &painter, const QRectF &box, const QColor &colour, double step, bool level)
{
    painter.setPen(QPen(colour, 0.8, Qt::SolidLine, Qt::FlatCap));
    const double start = level ? box.top() : box.left();
    const double end = level ? box.bottom() : box.right();
    for (double c = std::ceil(start / step) * step; c < end; c += step) {
        if (level)
            painter.drawLine(QPointF(box.left(), c), QPointF(box.right(), c));
        else
            painter.drawLine(QPointF(c, box.top()), QPointF(c, box.bottom()));
    }
}

} // namespace

void paintPart(QPainter &painter, const QRectF &box, const ChartPart &part, const Tokens &tokens)
{
    const Fill fill = fillOf(part, tokens);
    painter.save();
    painter.fillRect(box, fill.ground);
    if (fill.pattern == Pattern::Rising || fill.pattern == Pattern::Crossed)
        paintHatch(painter, box, fill.lines, 6.5, 0.9);
    if (fill.pattern == Pattern::Falling || fill.pattern == Pattern::Crossed)
        paintFalling(painter, box, fill.lines, 6.5);
    if (fill.pattern == Pattern::Level || fill.pattern == Pattern::Upright)
        paintStraight(painter, box, fill.lines, 5, fill.pattern == Pattern::Level);
    painter.restore();
}

QColor letterColour(const ChartPart &part, const Tokens &tokens)
{
    return fillOf(part, tokens).letter;
}

void paintPartWords(QPainter &painter, const QRectF &box, const ChartPart &part, std::optional<int> count, const Tokens &tokens)
{
    if (box.height() < 11)
        return;
    constexpr double size = 10;
    const Fill fill = fillOf(part, tokens);
    const QString both = count ? part.letter + u'\u00a0' + QString::number(*count) : part.letter;
    for (const QString &words : {both, part.letter}) {
        const double width = textWidth(words, size, true);
        if (width + 5 > box.width())
            continue;
        if (fill.pattern != Pattern::None)
            painter.fillRect(QRectF(box.center().x() - width / 2 - 2, box.center().y() - 6, width + 4, 12), fill.ground);
        paintText(painter, {box.center().x(), box.center().y() + capHeight / 2 * size}, words, drawingFont(size, true), fill.letter, Anchor::Middle);
        return;
    }
}

} // namespace entente::ui
