#pragma once

#include "core/model/style.h"
#include "core/network/compare.h"
#include "core/network/snapshot.h"

#include <QPointF>
#include <QRectF>
#include <QSet>

#include <map>

/// A drawing of the network as plain geometry: where boxes, texts and lines are. The painter in ui adds colours and fonts, nothing else.
/// Lengths are px of 96 dpi at 100 %, y runs down.
namespace entente::network {

enum class Shape { Square, Rounded, Hexagon, Sheet };
enum class Ink { Strong, Plain, Faint };
enum class Align { Left, Centre, Right };
/// From which closeness on something is painted.
enum class Detail { Shape, Name, Facts, Full, Korean };

struct Text
{
    QString text;
    QPointF at; ///< On the baseline, at the left end, the middle or the right end.
    double size = 10;
    bool bold = false;
    Ink ink = Ink::Strong;
    Align align = Align::Left;
    Detail detail = Detail::Facts;
    double spacing = 0; ///< Between letters.
};

/// A mark in a box that stands for a tie: a hexagon with an area's number, or clauses that name the record.
struct Tag
{
    enum class Kind { Area, Clause };
    Kind kind = Kind::Area;
    QString record; ///< The area.
    QString text;
    QRectF rect;
    Detail detail = Detail::Facts;
};

/// A round on the tick strip of a dialogue.
struct Tick
{
    double x = 0;
    double width = 0; ///< Of a span, where only the month or year is known.
    bool thin = false; ///< By video.
};

/// A node in its place.
struct Box
{
    QString id;
    Shape shape = Shape::Square;
    Side side = Side::Unknown;
    QRectF rect;
    double radius = 0;
    double bar = 5;
    bool pillar = false;
    bool dashed = false; ///< No round held yet.
    bool heavy = false;  ///< The chosen instrument.
    int members = 0;     ///< Of a collapsed group: how many records it stands for.
    QString letter;      ///< Stands in the bar, or in the box where there is no room for a name.
    std::vector<Text> texts;
    std::vector<Tag> tags;
    std::vector<Tick> ticks;
    QRectF strip;
    QString label;       ///< The name as drawn.
    QString full;        ///< The name in full, with what is folded in; plain text.
    bool shortened = false;
    model::StyleEffects effects; ///< What the rules of the view's style change.
    Differs differs = Differs::Same; ///< From the day or map that is compared with.
};

/// A line in its place. Several ties that share it are all named.
struct Stroke
{
    QStringList lines; ///< Identifiers of lines of the snapshot.
    QString type;
    Side side = Side::Unknown;
    int rounds = 0;
    int fewestRounds = 0; ///< Where bodies with different attendance share the line.
    Confidence confidence = Confidence::Stated;
    bool sourced = true;
    std::vector<QPointF> points; ///< From the source to the target.
    double radius = 0;           ///< Of its bends.
    bool spine = false;          ///< Painted over thinner lines, with a casing.
    bool head = false;
    bool bracket = false;
    QString number;
    QPointF numberAt;
    std::optional<QPointF> bead;
    std::vector<QRectF> over; ///< Parts of pillars that it passes above.
    model::StyleEffects effects; ///< What the rules of the view's style change.
    Differs differs = Differs::Same; ///< From the day or map that is compared with.
};

enum class Lane { Rungs, Eu, Joint, Rok, Others };

struct Ground
{
    Lane lane = Lane::Joint;
    QRectF rect;
};

struct Picture
{
    QSizeF size;
    bool ladder = true;
    std::vector<Ground> grounds;
    std::vector<double> rules; ///< Heights of the hairlines between rungs.
    std::vector<Text> heads;
    std::vector<QRectF> rings; ///< Ellipses of equal distance from a focus.
    std::vector<Box> boxes;
    std::vector<Stroke> strokes;
    QHash<QString, int> places; ///< Of the boxes, by record.
    int shortened = 0;
    int hidden = 0;

    const Box *box(const QString &id) const
    {
        const auto found = places.constFind(id);
        return found == places.constEnd() ? nullptr : &boxes[std::size_t(*found)];
    }
    void add(Box box)
    {
        places.insert(box.id, int(boxes.size()));
        boxes.push_back(std::move(box));
    }
};

/// Moves boxes to where the user put them (centres) and lets their lines follow, straight from border to border. Gives the identifiers of these lines.
QSet<QString> moveBoxes(Picture &picture, const Snapshot &snapshot, const QHash<QString, QPointF> &places);

/// Where most boxes have their places: the nearest free places for those others that would overlap them.
QHash<QString, QPointF> placesBeside(const Picture &picture, const QHash<QString, QPointF> &places);

/// Where a line leaves a box towards a point outside.
QPointF leaving(const QRectF &box, const QPointF &towards);

/// Where the user placed the records in a view.
QHash<QString, QPointF> userPlaces(const Model &model, const QString &view);

/// The place of a bead or number on a line: the middle of its longest piece.
QPointF middleOf(const std::vector<QPointF> &points);

/// What a stroke of one or several lines is like: type, sureness, side, number of rounds.
Stroke strokeOf(const Snapshot &snapshot, const std::vector<int> &lines);

/// The number in a line: none for a single round, `2–4` where those that share it differ.
QString numberOf(const Stroke &stroke);

/// Types that are always drawn as a line in a node-link drawing; the others only for a chosen record.
bool isDrawnByDefault(const QString &type);

} // namespace entente::network
