#pragma once

#include <QPointF>
#include <QSizeF>

#include <span>
#include <vector>

/// Boxes around an ellipse, side by side. Used by the radial and the circular layout.
namespace entente::network {

/// The form of all rings of a drawing: an ellipse that fits the place it is for. A place on it is a turn, 0 ≤ turn < 1, such that equal
/// stretches of turn hold equally many boxes of the usual size: at the sides, where they lie above each other, more turn is
/// spent on an angle than at the top and foot, where they lie side by side.
class RingForm
{
public:
    RingForm() = default;
    /// `usual` is the usual box with the gap around it, `aspect` how many times as wide as high the rings are.
    explicit RingForm(const QSizeF &usual, double aspect = 1.25);

    double aspect() const { return m_aspect; }
    /// The place of a turn on the ring of a radius (half its height).
    QPointF at(double turn, double radius) const;
    /// The turn and radius of a place.
    double turnOf(const QPointF &place) const;
    double radiusOf(const QPointF &place) const;
    /// The turn that two neighbours need between their centres at a turn, if together they are as large as `room`, on the ring of radius 1.
    double separation(double turn, const QSizeF &room) const;
    /// The same on the average around the ring.
    double need(const QSizeF &room) const;

private:
    double m_aspect = 1;
    QSizeF m_usual = {1, 1};
    double m_bend = 0;    ///< The angle from which boxes lie side by side instead of above each other.
    double m_quarter = 1; ///< Boxes on a quarter of the ring of radius 1.
};

/// A ring of one or several tracks, each farther outside than the last.
struct Ring
{
    double radius = 0; ///< Of the first track.
    double step = 0;   ///< From track to track.
    int tracks = 1;

    double outer() const { return radius + step * (tracks - 1); }
};

/// The ring of at least radius `least` that holds boxes which need so much turn on the ring of radius 1: with one track if that does not take more than
/// `stretch` times the room of the most compact one.
Ring ringFor(double need, double least, double step, double stretch);

/// Places for boxes in the order of their wishes (turns, ascending, within one turn), each as near to its wish as the others allow.
std::vector<double> spreadAround(std::span<const double> wishes, std::span<const QSizeF> boxes, double gap, const RingForm &form, double radius);

/// The same over the tracks of a ring: turn and radius for each.
struct RingPlace
{
    double turn = 0;
    double radius = 0;
};
std::vector<RingPlace> placeOnRing(std::span<const double> wishes, std::span<const QSizeF> boxes, double gap, const RingForm &form, const Ring &ring);

/// By how much to turn a drawing so that what leans to the right (+1) comes to the right and what leans to the left (−1) to the left; one entry a turn, or
/// empty. 0 where nothing leans.
double shiftByLeaning(std::span<const double> turns, std::span<const double> leaning);

/// How to turn a drawing (and whether to mirror it first) so that it comes nearest to the turns that are known.
struct Turning
{
    double shift = 0;
    bool mirrored = false;

    double operator()(double turn) const { return (mirrored ? -turn : turn) + shift; }
};
Turning turningTo(std::span<const double> turns, std::span<const double> known);

/// The middle of the longest stretch without a turn.
double widestGap(std::vector<double> turns);

/// A coordinate such that small differences between the mathematics of machines do not show.
QPointF roundedPlace(const QPointF &place);

} // namespace entente::network
