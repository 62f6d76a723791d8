#pragma once

#include "core/network/picture.h"

#include <functional>

/// Names as they are drawn: shortened by what their place says, wrapped at spaces, cut at the end.
namespace entente::network {

/// How wide a text is; given by ui, so that the core needs no fonts.
struct LabelMetrics
{
    std::function<double(const QString &text, double size, bool bold)> width;

    double operator()(const QString &text, double size, bool bold) const { return width ? width(text, size, bold) : size * 0.56 * double(text.size()); }
};

/// Lines that fit a width, at most so many; the last one ends in `…` where the text was cut.
struct Wrapped
{
    QStringList lines;
    bool shortened = false;
};
Wrapped wrapped(const QString &text, double width, int mostLines, double size, bool bold, const LabelMetrics &metrics);

QString elided(const QString &text, double width, double size, bool bold, const LabelMetrics &metrics);

/// A name without what its lane says ("EU-ROK", "of the Republic of Korea") and without its parents' abbreviations.
QString placedName(const Snapshot &snapshot, const SnapshotNode &node);

/// The name in full for a tooltip or an index, with Korean and with what is folded into it.
QString fullName(const SnapshotNode &node);

/// One line of a block of text.
struct BlockLine
{
    QString text;
    double size = 10;
    bool bold = false;
    Ink ink = Ink::Strong;
    Detail detail = Detail::Facts;
};

/// Height that a block of lines takes, from the top of the first capital to the last baseline.
double blockHeight(const std::vector<BlockLine> &lines);
/// Sets a block into a box around its middle; `x` is the left end or the middle of the lines.
void setBlock(Box &box, const std::vector<BlockLine> &lines, double x, Align align, double middle);

/// Labels that became equal by cutting are cut in the middle instead, so that they can be told apart.
void tellApart(Picture &picture, const LabelMetrics &metrics);

/// `11–12`, `6(b), 17, 40`: labels of clauses with runs of numbers joined.
QString clauseRange(const QStringList &labels);

} // namespace entente::network
