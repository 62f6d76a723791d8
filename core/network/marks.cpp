#include "core/network/marks.h"

#include "core/model/relationtypes.h"
#include "core/network/routing.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace entente::network {

namespace {

constexpr double DigitWidth = 5.8; // px, bold at 9.3
constexpr double NumberHeight = 10;
constexpr double BeadSize = 9;
constexpr double FromEnd = 14; // px: heads and ports stay free
constexpr int Tries = 23;
constexpr double CoversBox = 1'000; // costs; a px from the middle of the line is far less than one
constexpr double CoversMark = 300;
constexpr double CoversLine = 12;

/// Pieces of lines and rectangles by the cells of a grid that they reach into.
class Cells
{
public:
    explicit Cells(double cell) : m_cell(cell) {}

    void add(const QRectF &area, int item)
    {
        visit(area, [&](std::vector<int> &items) { items.push_back(item); });
    }
    std::vector<int> near(const QRectF &area)
    {
        std::vector<int> found;
        visit(area, [&](const std::vector<int> &items) { found.insert(found.end(), items.begin(), items.end()); });
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }

private:
    template<typename Visit>
    void visit(const QRectF &area, Visit visit)
    {
        const auto cellOf = [&](double value) { return qint64(std::floor(value / m_cell)); };
        for (qint64 y = cellOf(area.top()); y <= cellOf(area.bottom()); ++y) {
            for (qint64 x = cellOf(area.left()); x <= cellOf(area.right()); ++x)
                visit(m_items[quint64(x) << 32 ^ quint64(y & 0xFFFFFFFF)]);
        }
    }

    double m_cell;
    std::unordered_map<quint64, std::vector<int>> m_items;
};

double lengthOf(const std::vector<QPointF> &points)
{
    double length = 0;
    for (std::size_t i = 1; i < points.size(); ++i)
        length += QLineF(points[i - 1], points[i]).length();
    return length;
}

QPointF pointAt(const std::vector<QPointF> &points, double way)
{
    for (std::size_t i = 1; i < points.size(); ++i) {
        const QLineF piece(points[i - 1], points[i]);
        if (way <= piece.length() && piece.length() > 0)
            return piece.pointAt(way / piece.length());
        way -= piece.length();
    }
    return points.back();
}

QRectF beadRect(const QPointF &at)
{
    return {at.x() - BeadSize / 2, at.y() - BeadSize / 2, BeadSize, BeadSize};
}

} // namespace

QRectF numberRect(const Stroke &stroke, const QPointF &at)
{
    const double width = DigitWidth * double(stroke.number.size()) + 5;
    return {at.x() - width / 2, at.y() - NumberHeight / 2, width, NumberHeight};
}

bool hasBead(const Stroke &stroke)
{
    return !stroke.bracket && (!stroke.sourced || stroke.confidence != Confidence::Stated || stroke.type == relation::notToBeConfusedWith);
}

void placeMarks(Picture &picture, const Obstacles &obstacles, const std::vector<char> &wanted)
{
    constexpr double Cell = 48;
    Cells lines(Cell);
    std::vector<QLineF> pieces;
    std::vector<int> owners;
    for (std::size_t i = 0; i < picture.strokes.size(); ++i) {
        const auto &points = picture.strokes[i].points;
        for (std::size_t k = 1; k < points.size(); ++k) {
            const QLineF whole(points[k - 1], points[k]);
            const int parts = std::clamp(int(std::ceil(whole.length() / Cell)), 1, 2'000);
            for (int part = 0; part < parts; ++part) {
                const QLineF piece(whole.pointAt(double(part) / parts), whole.pointAt(double(part + 1) / parts));
                lines.add(QRectF(piece.p1(), piece.p2()).normalized(), int(pieces.size()));
                pieces.push_back(piece);
                owners.push_back(int(i));
            }
        }
    }
    Cells marks(Cell);
    std::vector<QRectF> taken;
    const auto take = [&](const QRectF &area) {
        marks.add(area, int(taken.size()));
        taken.push_back(area);
    };
    const auto isWanted = [&](std::size_t stroke) { return wanted.empty() || wanted[stroke]; };
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < picture.strokes.size(); ++i) {
        const Stroke &stroke = picture.strokes[i];
        if (isWanted(i) && stroke.points.size() >= 2) {
            order.push_back(i);
            continue;
        }
        if (!stroke.number.isEmpty())
            take(numberRect(stroke, stroke.numberAt));
        if (hasBead(stroke) && !stroke.points.empty())
            take(beadRect(stroke.bead.value_or(middleOf(stroke.points))));
    }
    std::vector<double> lengths(picture.strokes.size());
    for (const std::size_t i : order)
        lengths[i] = lengthOf(picture.strokes[i].points);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return lengths[a] < lengths[b]; });

    const auto costOf = [&](const QRectF &area, std::size_t stroke) {
        double cost = obstacles.covers(area) ? CoversBox : 0;
        for (const int mark : marks.near(area.adjusted(-1, -1, 1, 1)))
            cost += taken[std::size_t(mark)].intersects(area.adjusted(-1, -1, 1, 1)) ? CoversMark : 0;
        int last = -1;
        for (const int piece : lines.near(area)) {
            const int owner = owners[std::size_t(piece)];
            if (owner == int(stroke) || owner == last || !passesThrough(pieces[std::size_t(piece)], area.adjusted(-1, -1, 1, 1)))
                continue;
            last = owner;
            cost += CoversLine;
        }
        return cost;
    };
    for (const std::size_t i : order) {
        Stroke &stroke = picture.strokes[i];
        const double margin = std::min(FromEnd, lengths[i] / 3);
        const auto best = [&](auto rectAt, bool mayStandBeside) {
            QPointF found = pointAt(stroke.points, lengths[i] / 2);
            double least = -1;
            for (const double beside : {0.0, 9.0, -9.0, 14.0, -14.0}) {
                // Beside its line only where it would cover something on it.
                if (beside != 0 && (!mayStandBeside || least < CoversMark))
                    break;
                for (int k = 0; k < Tries; ++k) {
                    // From the middle outwards, to both sides in turn.
                    const double part = 0.5 + (k % 2 ? 0.5 : -0.5) * ((k + 1) / 2) / double(Tries / 2);
                    const double way = margin + part * (lengths[i] - 2 * margin);
                    QPointF at = pointAt(stroke.points, way);
                    if (beside != 0) {
                        const QLineF along(pointAt(stroke.points, std::max(0.0, way - 1)), pointAt(stroke.points, std::min(lengths[i], way + 1)));
                        if (along.length() > 0)
                            at += QPointF(-along.dy(), along.dx()) / along.length() * beside;
                    }
                    const double cost = costOf(rectAt(at), i) + 20 * std::abs(part - 0.5) + std::abs(beside);
                    if (least < 0 || cost < least) {
                        least = cost;
                        found = at;
                    }
                }
            }
            return found;
        };
        if (!stroke.number.isEmpty()) {
            stroke.numberAt = best([&](const QPointF &at) { return numberRect(stroke, at); }, true);
            take(numberRect(stroke, stroke.numberAt));
        }
        if (hasBead(stroke)) {
            stroke.bead = best(beadRect, false);
            take(beadRect(*stroke.bead));
        } else {
            stroke.bead = pointAt(stroke.points, lengths[i] / 2);
        }
    }
}

} // namespace entente::network
