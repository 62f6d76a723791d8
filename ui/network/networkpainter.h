#pragma once

#include "core/network/picture.h"
#include "ui/paint/drawing.h"

#include <QPen>

class QPainter;

/// The marks of the network: boxes, lines, tags, each painted from plain geometry. Also the samples of the legend.
namespace entente::ui::networkpaint {

/// How close one must be to see something; by the zoom of the view. 100 % is 1.
inline constexpr double NamesFrom = 0.5;
inline constexpr double FactsFrom = 0.8;
inline constexpr double FullFrom = 1.25;
inline constexpr double KoreanFrom = 1.5;
network::Detail detailAt(double zoom);

/// Lines that do not touch what is chosen.
inline constexpr double QuietOpacity = 0.45;

enum class LineEnd { None, Head, OpenHead, Bar, Chevrons, Diamond };

/// How a type of line looks.
struct LineStyle
{
    double width = 1;
    QList<qreal> dash; ///< px
    bool sideColour = false;
    bool strong = false; ///< In ink, not in ink 2.
    LineEnd end = LineEnd::None;

    bool operator==(const LineStyle &) const = default;
};
LineStyle styleOf(const QString &type, int rounds);
/// Whether lines of two types look the same.
bool isSameSign(const QString &type, const QString &other);

/// What a box is like at the moment.
struct BoxState
{
    bool selected = false;
    bool neighbour = false;
    bool hovered = false;
    bool focused = false;
    bool inChain = false; ///< Part of what a panel explains: filled as what is chosen, without its ring.
    int hiddenNeighbours = 0; ///< `+n` at its corner.
};

/// Where the number of neighbours that are not shown stands.
QRectF badgeOf(const network::Box &box, int hidden);

void paintBox(QPainter &painter, const network::Box &box, const BoxState &state, const Look &look, network::Detail detail);
void paintStroke(QPainter &painter, const network::Stroke &stroke, const Look &look, const QColor &ground, double weight = 1);
/// The number of rounds in a line, on a patch of the ground.
void paintNumber(QPainter &painter, const network::Stroke &stroke, const Look &look, const QColor &ground, network::Detail detail);
void paintTag(QPainter &painter, const network::Tag &tag, const Look &look);
void paintText(QPainter &painter, const network::Text &text, const Look &look);
/// How sure a line is: nothing where it is stated and has a source.
void paintBead(QPainter &painter, const network::Stroke &stroke, const Look &look);
/// What a reporting line keeps free, so that thinner lines pass under it.
void paintCasing(QPainter &painter, const network::Stroke &stroke, const Look &look);
/// What a line looks like where it passes above a pillar.
void paintOver(QPainter &painter, const network::Stroke &stroke, const Look &look, double opacity);

} // namespace entente::ui::networkpaint
