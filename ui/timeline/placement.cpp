#include "ui/timeline/placement.h"

#include "core/base/partialdate.h"
#include "ui/paint/lettering.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace entente::ui {

using namespace Qt::StringLiterals;

double TimelineAxis::x(const QDate &day) const
{
    const double days = double(std::max<qint64>(1, from.daysTo(to)));
    return plot.left() + plot.width() * double(from.daysTo(day)) / days;
}

QDate TimelineAxis::dayAt(double place) const
{
    const double share = plot.width() > 0 ? (place - plot.left()) / plot.width() : 0;
    return from.addDays(qint64(std::llround(share * double(from.daysTo(to)))));
}

bool TimelineAxis::shows(int lane) const
{
    if (std::size_t(lane) >= lanes.size())
        return false;
    const double middle = lanes[std::size_t(lane)];
    return middle - laneHeight / 2 >= plot.top() - 1.5 && middle + laneHeight / 2 <= plot.bottom() + 1.5;
}

QRectF TimelineAxis::laneBand(int lane) const
{
    const double height = small ? laneHeight : laneHeight - 1.5;
    return {plot.left(), lanes[std::size_t(lane)] - height / 2, plot.width(), height};
}

std::vector<double> laneMiddles(const TimelineContent &content, double top, double laneHeight, double rungGap, double *height)
{
    std::vector<double> middles;
    double y = top;
    for (const TimelineLane &lane : content.lanes) {
        if (lane.startsRung && !middles.empty())
            y += rungGap;
        middles.push_back(y + laneHeight / 2);
        y += laneHeight;
    }
    if (height)
        *height = y - top;
    return middles;
}

std::vector<TimelineTick> ticks(const TimelineAxis &axis, double labelWidth)
{
    std::vector<TimelineTick> found;
    const double year = axis.plot.width() * 365.25 / double(std::max<qint64>(1, axis.from.daysTo(axis.to)));
    if (year > 6 * labelWidth) {
        const int months = year > 16 * labelWidth ? 1 : 3;
        QDate day(axis.from.year(), 1, 1);
        for (; day <= axis.to; day = day.addMonths(months)) {
            if (day >= axis.from)
                found.push_back({day, base::PartialDate(day.year(), day.month()).toWords()});
        }
        return found;
    }
    int step = 1;
    for (const int wider : {2, 5, 10, 20, 50}) {
        if (year * step < labelWidth + 6)
            step = wider;
    }
    const bool everyYear = year >= 8;
    for (int y = axis.from.year(); y <= axis.to.year(); ++y) {
        const QDate day(y, 1, 1);
        if (day < axis.from || day > axis.to)
            continue;
        const bool labelled = y % step == 0 && axis.x(day) + labelWidth <= axis.plot.right() + 12;
        if (labelled || everyYear)
            found.push_back({day, labelled ? QString::number(y) : QString()});
    }
    return found;
}

bool PlacedMark::holds(const QString &record) const
{
    return std::ranges::any_of(rounds, [&](const TimelineRound *round) { return round->record == record; });
}

bool PlacedMark::isSameDay() const
{
    return rounds.size() > 1 &&
           std::ranges::all_of(rounds, [&](const TimelineRound *round) { return !round->partial && round->first == rounds.front()->first; });
}

std::vector<PlacedMark> placeMarks(const TimelineContent &content, const TimelineAxis &axis)
{
    std::vector<PlacedMark> placed;
    const double spanHeight = axis.small ? 6 : 14;
    for (int lane = 0; lane < int(content.lanes.size()); ++lane) {
        if (!axis.shows(lane))
            continue;
        const std::size_t firstOfLane = placed.size();
        const double y = axis.lanes[std::size_t(lane)];
        for (const TimelineRound &round : content.lanes[std::size_t(lane)].marks) {
            if (!axis.shows(round.first, round.last))
                continue;
            PlacedMark mark;
            mark.lane = lane;
            mark.rounds = {&round};
            const double start = axis.x(round.first);
            const double length = round.partial ? axis.x(round.last.addDays(1)) - start : 0;
            if (round.partial) {
                mark.shape = PlacedMark::Shape::Span;
                const double width = std::max(length, spanHeight);
                mark.box = QRectF(start + length / 2 - width / 2, y - spanHeight / 2, width, spanHeight);
                // A span hangs over neither end of the plot.
                mark.box.setLeft(std::max(mark.box.left(), axis.plot.left()));
                mark.box.setRight(std::min(mark.box.right(), axis.plot.right()));
            } else {
                const double radius = round.ordinal.isEmpty() ? axis.plainRadius() : axis.numberedRadius();
                mark.box = QRectF(start - radius, y - radius, 2 * radius, 2 * radius);
            }
            if (placed.size() > firstOfLane && placed.back().isCommitment() == round.isCommitment) {
                PlacedMark &before = placed.back();
                const double distance = mark.box.center().x() - before.box.center().x();
                const bool longSpan = mark.box.width() > 3 * spanHeight || before.box.width() > 3 * spanHeight;
                const bool same = before.box.intersected(mark.box).width() > 0.75 * std::max(before.box.width(), mark.box.width());
                if (longSpan ? same : distance < std::max(6.0, 0.72 * (mark.box.height() + before.box.height()) / 2)) {
                    before.rounds.push_back(&round);
                    const double middle = (before.box.left() + mark.box.right()) / 2;
                    before.shape = PlacedMark::Shape::Cluster;
                    const double half = axis.small ? 5.2 : 8;
                    before.box = QRectF(middle - half, y - half, 2 * half, 2 * half);
                    continue;
                }
            }
            placed.push_back(std::move(mark));
        }
        // Commitments stand among the rounds.
        std::stable_sort(placed.begin() + std::ptrdiff_t(firstOfLane), placed.end(),
                         [](const PlacedMark &a, const PlacedMark &b) { return a.box.center().x() < b.box.center().x(); });
    }
    return placed;
}

std::vector<PlacedFlag> placeFlags(const TimelineContent &content, const TimelineAxis &axis, int rows)
{
    std::vector<PlacedFlag> placed;
    for (const TimelineFlag &flag : content.flags) {
        if (!axis.shows(flag.date, flag.last))
            continue;
        const double x = std::max(axis.x(flag.date), axis.plot.left());
        const double doubt = flag.last > flag.date ? std::min(axis.x(flag.last.addDays(1)), axis.plot.right()) - x : 0;
        placed.push_back({&flag, -1, x, 15 + textWidth(flag.words, 10.8, flag.chosen) + 6, 0, std::max(0.0, doubt)});
    }
    for (PlacedFlag &flag : placed)
        flag.left = std::max(axis.plot.left(), std::min(flag.x, axis.plot.right() + 6 - flag.width));
    // The chosen instrument finds its place first, the others by date.
    std::vector<PlacedFlag *> order;
    for (PlacedFlag &flag : placed)
        order.push_back(&flag);
    std::ranges::stable_sort(order, [](const PlacedFlag *a, const PlacedFlag *b) { return a->flag->chosen > b->flag->chosen; });
    std::vector<std::vector<std::pair<double, double>>> taken(std::size_t(std::max(rows, 0)));
    for (PlacedFlag *flag : order) {
        for (std::size_t row = 0; row < taken.size() && flag->row < 0; ++row) {
            const double start = flag->left - 2;
            const double end = flag->left + flag->width;
            const bool free =
                std::ranges::none_of(taken[row], [&](const auto &range) { return start < range.second && end > range.first; });
            if (!free || end > axis.plot.right() + 6)
                continue;
            flag->row = int(row);
            taken[row].emplace_back(start, end);
        }
    }
    return placed;
}

} // namespace entente::ui
