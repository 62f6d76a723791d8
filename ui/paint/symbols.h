#pragma once

#include "core/model/enums.h"
#include "ui/paint/tokens.h"

#include <QPointF>
#include <QRectF>
#include <QString>

class QPainter;

/// The small signs of all views: shape and letter carry the meaning, colour repeats it. Any size; nothing here clips or blends.
namespace entente::ui::symbols {

using namespace model;

/// The natural size of a progress tile at 100 %.
inline constexpr QSizeF tileSize{18, 14};

/// The state of a clause: shape and letter, as large as fits into `box` at 18 : 14.
void progressTile(QPainter &painter, const QRectF &box, ProgressState state, const Tokens &tokens);
/// A user's own judgement with its corner; the computed state stands at its right at 70 % where it differs.
void judgedTile(QPainter &painter, const QRectF &box, ProgressState judged, ProgressState computed, const Tokens &tokens);
/// The letter of a state: N H R Z F V ? –.
QString letterOf(ProgressState state);

/// The level of a cell: dot, disc with its lower half filled (a hybrid round has its left half), arrow, ticked disc. `radius` is 6.2 at 100
/// %.
void levelMark(QPainter &painter, const QPointF &centre, double radius, CoverageLevel level, const Tokens &tokens);
/// A suggestion that nobody has decided yet: dotted ring with +.
void suggestionMark(QPainter &painter, const QPointF &centre, double radius, const Tokens &tokens);
/// The dialogue met and its read-out is not here: a small `?`.
void missingReadoutMark(QPainter &painter, const QPointF &centre, double radius, const Tokens &tokens);

/// How something is known: ■ read-out, ▤ press, ◫ inferred, □ none.
void knowledgeSquare(QPainter &painter, const QRectF &box, Knowledge knowledge, const Tokens &tokens);
/// A read-out that is here (sheet with a wavy foot) or missing (dashed). 10 × 12 at 100 %.
void readoutSheet(QPainter &painter, const QRectF &box, bool present, const Tokens &tokens);

/// A round: disc in person, ring by video, half hybrid, diamond unknown; with its ordinal where there is room for one. `ground` is
/// the colour that it stands on.
void meetingMark(QPainter &painter, const QPointF &centre, double radius, MeetingFormat format, const QString &ordinal,
                 const Tokens &tokens, const QColor &ground);
/// A round that is planned (a filled wedge on its day) or was cancelled (a ring crossed out).
void unheldMark(QPainter &painter, const QPointF &centre, double radius, bool cancelled, const QString &ordinal, const Tokens &tokens,
                const QColor &ground);
/// Several rounds that stand too close to be drawn apart. `radius` is half of its side.
void clusterMark(QPainter &painter, const QPointF &centre, double radius, int count, const Tokens &tokens, const QColor &ground);
/// A round of which only the year or the month is known: as long as the doubt.
void spanMark(QPainter &painter, const QRectF &box, const QString &ordinal, const Tokens &tokens, const QColor &ground);
/// Next due by the stated rhythm: ▽ hanging on the lane. `radius` is half its width, 6 at 100 %.
void dueMark(QPainter &painter, const QPointF &centre, double radius, const Tokens &tokens, const QColor &ground);

/// An area with its number. `radius` is half its width, 7.5 at 100 %.
void areaHexagon(QPainter &painter, const QPointF &centre, double radius, const QString &number, const Tokens &tokens,
                 const QColor &ground);
/// A clause, `§15`: a tag pointing right, in the middle of `box`.
void clauseTag(QPainter &painter, const QRectF &box, const QString &label, const Tokens &tokens);
/// An instrument: sheet with its top right corner folded; filled = in force. 11 × 14 at 100 %.
void instrumentSheet(QPainter &painter, const QRectF &box, bool filled, const Tokens &tokens);
/// The fold sign of a group: pointing right when closed, down when open.
void foldSign(QPainter &painter, const QPointF &centre, double radius, bool open, const Tokens &tokens);
/// A distribution marking: outlined words for public, else white capitals on an ink box. Returns its width; `height` is 19 at 100 %.
double markingBox(QPainter &painter, const QPointF &topLeft, double height, const QString &marking, bool isPublic, const Tokens &tokens);

} // namespace entente::ui::symbols
