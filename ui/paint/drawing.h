#pragma once

#include "ui/paint/tokens.h"

#include <QMarginsF>
#include <QRectF>
#include <QSet>
#include <QSizeF>
#include <QStringList>

#include <functional>
#include <vector>

class QPainter;

namespace entente::ui {

/// How a drawing is to be painted just now.
struct Look
{
    Theme theme = Theme::Light;
    double zoom = 1.0;       ///< The scale at which it is seen, for the level of detail; 1 on paper.
    QSet<QString> selected;  ///< Identifiers of the chosen records.
    QString hovered;         ///< Identifier of a record, relation or line under the pointer.
    QString keyboardFocus;   ///< Identifier of the record that has the keyboard focus.
    bool paper = false;      ///< No selection, hover or focus is painted.

    const Tokens &tokens() const { return ui::tokens(theme); }
};

/// One thing that is visible, with its sample and its words.
struct LegendEntry
{
    QString group; ///< "Records", "Lines", "Marks".
    std::function<void(QPainter &, const QRectF &, const Look &)> sample;
    QString words;
};

/// What the title block and the status bar say of a drawing.
struct DrawingFacts
{
    QString title;    ///< "EU–ROK cooperation"
    QString subtitle; ///< "Who meets whom, at which level, on what basis"
    QString view;     ///< "Ladder, first view around the Partnership (SDP)"
    QString asOf;     ///< "1 March 2026, in force on that day"
    QString filters;  ///< In words.
    QString shown;    ///< "57 of 203 records, 43 lines, 20 area tags"
    QString labels;   ///< "0 hidden, 4 shortened"
    QString evidence; ///< "37 stated, 6 inferred, 0 without a source"
    QStringList records; ///< Identifiers of everything shown: the marking is computed over these.
    QStringList notToBeConfused; ///< One sentence each.
    QString empty;    ///< Where there is nothing to draw: the sentence that stands in the middle of the sheet instead.
};

/// A named thing in a drawing: what the printed index lists, and what a cut between two sheets should not go through.
struct DrawnThing
{
    QString name;   ///< In full, one line; empty: not in the index.
    QString korean;
    QRectF rect;
};

/// What a view shows, ready to be painted anywhere: one `paint` for screen, PDF, SVG and PNG. Sizes are px of 96 dpi at 100 %.
class Drawing
{
public:
    virtual ~Drawing() = default;

    /// The whole range, never just the viewport.
    virtual QSizeF size() const = 0;
    /// Paints what lies in `area` (coordinates of the drawing).
    virtual void paint(QPainter &painter, const QRectF &area, const Look &look) const = 0;
    /// How much at the left and at the top is heads that a drawing spread over several pages repeats on each.
    virtual QMarginsF heads() const { return {}; }
    /// Where a drawing spread over several pages may be cut across, from the top: the edges of its rows. Empty: where there is least ink.
    virtual std::vector<double> breaks() const { return {}; }
    /// What has a name and a place. Empty: there is nothing to look up.
    virtual std::vector<DrawnThing> things() const { return {}; }
    /// Exactly what is visible.
    virtual std::vector<LegendEntry> legend() const = 0;
    virtual DrawingFacts facts() const = 0;
};

} // namespace entente::ui
