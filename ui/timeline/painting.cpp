#include "ui/timeline/painting.h"

#include "core/base/partialdate.h"
#include "ui/paint/fonts.h"
#include "ui/paint/lettering.h"
#include "ui/paint/roundsymbols.h"
#include "ui/timeline/lanes.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::ui", text);
}

QPen dashed(const QColor &color, double width, std::initializer_list<double> dash)
{
    QPen pen(color, width, Qt::SolidLine, Qt::FlatCap);
    QList<qreal> pattern;
    for (const double length : dash)
        pattern.append(length / width);
    pen.setDashPattern(pattern);
    return pen;
}

QColor groundAt(const TimelineContent &content, const TimelineHighlight &highlight, int lane, const QDate &day, const Tokens &tokens)
{
    if (highlight.isLane(content.lanes[std::size_t(lane)]))
        return tokens.selectionFill;
    const bool outside = (content.asOf.isValid() && day > content.asOf) || (content.from.isValid() && day < content.from);
    return outside ? tokens.reviews : tokens.canvas;
}

void paintStretch(QPainter &painter, const TimelineStretch &stretch, const TimelineAxis &axis, double y, double markRadius,
                  const std::vector<QRectF> &marks, const QColor &ground, const Tokens &tokens, int *hiddenWords)
{
    const double left = std::max(axis.x(stretch.from) + markRadius + 1, axis.plot.left());
    const double right = std::min(axis.x(stretch.to) - markRadius - 1, axis.plot.right());
    if (right - left < 4)
        return;
    if (stretch.ordinalsMissing) {
        painter.setPen(QPen(ground, 3));
        painter.drawLine(QPointF(left, y), QPointF(right, y));
        painter.setPen(dashed(tokens.ink2, axis.small ? 1.1 : 1.6, {axis.small ? 1.1 : 1.6, axis.small ? 2.6 : 3.4}));
        painter.drawLine(QPointF(left, y), QPointF(right, y));
    } else {
        const double height = axis.small ? 5 : 13;
        const QRectF box(left, y - height / 2, right - left, height);
        painter.fillRect(box, ground);
        paintHatch(painter, box, tokens.ink3, axis.small ? 5 : 8.5, axis.small ? 0.8 : 0.9);
    }
    if (axis.small)
        return;
    // The words stand where no round without a number interrupts them.
    double start = left;
    double end = left;
    double before = left;
    for (const QRectF &mark : marks) {
        if (mark.right() <= left || mark.left() >= right)
            continue;
        if (mark.left() - before > end - start)
            std::tie(start, end) = std::pair(before, mark.left());
        before = std::max(before, mark.right());
    }
    if (right - before > end - start)
        std::tie(start, end) = std::pair(before, right);
    for (const QString &words : stretch.words) {
        const double width = textWidth(words, 10.5) + 10;
        if (width > end - start - 8)
            continue;
        const QPointF middle((start + end) / 2, y);
        painter.fillRect(QRectF(middle.x() - width / 2, y - 8, width, 16), ground);
        paintText(painter, {middle.x(), y + 3.9}, words, drawingFont(10.5), tokens.ink, Anchor::Middle);
        return;
    }
    if (hiddenWords)
        ++*hiddenWords;
}

/// The days by which the stated rhythm expects rounds: the next one hangs on the lane, those that passed hang small below it.
void paintExpected(QPainter &painter, const TimelineLane &lane, const TimelineAxis &axis, double y, const QColor &ground, const Tokens &tokens)
{
    for (const TimelineDue &due : lane.expected) {
        if (!axis.shows(due.day, due.day))
            continue;
        const double x = axis.x(due.day);
        if (due.isNext || !due.passed)
            symbols::dueMark(painter, {x, y}, axis.small ? 3.6 : 6, tokens, ground);
        else if (!axis.small)
            symbols::dueMark(painter, {x, y + axis.laneHeight / 2 - 4}, 3, tokens, ground);
    }
}

/// Which series went before, left of the first round.
void paintOrigin(QPainter &painter, const TimelineLane &lane, const TimelineAxis &axis, double y, const QColor &ground, const Tokens &tokens,
                 int *hiddenWords)
{
    const TimelineRound *first = lane.marks.empty() || lane.marks.front().isCommitment ? nullptr : &lane.marks.front();
    if (axis.small || lane.origin.isEmpty() || !first || !axis.shows(first->first, first->first))
        return;
    const double end = axis.x(first->first) - axis.numberedRadius() - 4;
    const double width = textWidth(lane.origin, 10.5);
    if (end - 18 - width < axis.plot.left() + 2) {
        if (hiddenWords)
            ++*hiddenWords;
        return;
    }
    painter.fillRect(QRectF(end - 18 - width, y - 8, width + 4, 16), ground);
    paintText(painter, {end - 16, y + 3.9}, lane.origin, drawingFont(10.5), tokens.ink2, Anchor::End);
    painter.setPen(QPen(tokens.ink2, 1.6));
    painter.setBrush(Qt::NoBrush);
    for (const double tip : {end, end - 5})
        painter.drawPolyline(QPolygonF({{tip - 4, y - 4}, {tip, y}, {tip - 4, y + 4}}));
}

void paintSuccession(QPainter &painter, const TimelineContent &content, const TimelineAxis &axis, const TimelineSuccession &succession,
                     const Tokens &tokens, int *hiddenWords)
{
    if (!axis.shows(succession.from) || !axis.shows(succession.to))
        return;
    const TimelineRound *last = lastRound(content.lanes[std::size_t(succession.from)]);
    const TimelineRound *first = firstRound(content.lanes[std::size_t(succession.to)]);
    if (!last || !first)
        return;
    const double radius = axis.numberedRadius();
    const double start = std::max(axis.x(last->last) + radius + 2, axis.plot.left());
    const double end = axis.x(first->first) - radius - 2;
    if (end - start < 20 || end > axis.plot.right())
        return;
    const double y1 = axis.lanes[std::size_t(succession.from)];
    const double y2 = axis.lanes[std::size_t(succession.to)];
    const double bend = end - (axis.small ? 10 : 18);
    const double corner = std::max(0.0, std::min({8.0, std::abs(y2 - y1) / 2, bend - start}));
    const double down = y2 > y1 ? corner : -corner;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(dashed(tokens.ink2, axis.small ? 1.1 : 1.6, {7, 2.5}));
    QPainterPath path({start, y1});
    path.lineTo(bend - corner, y1);
    path.quadTo({bend, y1}, {bend, y1 + down});
    path.lineTo(bend, y2 - down);
    path.quadTo({bend, y2}, {bend + corner, y2});
    path.lineTo(end - 2, y2);
    painter.drawPath(path);
    painter.setPen(QPen(tokens.ink2, axis.small ? 1.1 : 1.6));
    const double head = axis.small ? 2.4 : 4;
    for (const double tip : {end, end - 1.25 * head})
        painter.drawPolyline(QPolygonF({{tip - head, y2 - head}, {tip, y2}, {tip - head, y2 + head}}));
    if (axis.small)
        return;
    QString words = tr("succeeded by; two series, counted apart");
    double width = textWidth(words, 10.5) + 8;
    if (width > bend - start - 16) {
        words = tr("succeeded by");
        width = textWidth(words, 10.5) + 8;
    }
    if (width > bend - start - 16) {
        if (hiddenWords)
            ++*hiddenWords;
        return;
    }
    const double middle = (start + bend) / 2;
    painter.fillRect(QRectF(middle - width / 2, y1 - 8, width, 16), tokens.canvas);
    paintText(painter, {middle, y1 + 3.9}, words, drawingFont(10.5), tokens.ink2, Anchor::Middle);
}

void paintRing(QPainter &painter, const QRectF &box, bool square, const QColor &color, double width, double offset)
{
    const QRectF ring = box.adjusted(-offset, -offset, offset, offset);
    const double radius = square ? 5 : ring.height() / 2;
    painter.setPen(QPen(color, width));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(ring, radius, radius);
}

/// A commitment falls due with the last day that its date may mean.
void paintCommitment(QPainter &painter, const PlacedMark &mark, const TimelineRound &round, const TimelineAxis &axis, const Tokens &tokens,
                     const QColor &ground)
{
    const double radius = axis.small ? 3.8 : 6.5;
    QPointF place = mark.box.center();
    if (mark.shape == PlacedMark::Shape::Span) {
        symbols::spanMark(painter, mark.box, {}, tokens, ground);
        place.setX(std::max(mark.box.left() + radius, mark.box.right() - radius));
    }
    symbols::commitmentShield(painter, place, radius, round.state, round.overdue, tokens, ground);
}

void paintMark(QPainter &painter, const PlacedMark &mark, const TimelineAxis &axis, const TimelineHighlight &highlight,
               const QColor &ground, const Look &look)
{
    const Tokens &tokens = look.tokens();
    const TimelineRound &round = *mark.rounds.front();
    const QString ordinal = axis.small ? QString() : round.ordinal;
    const bool square = mark.shape == PlacedMark::Shape::Cluster;
    if (square)
        (mark.isSameDay() ? symbols::sameDayMark : symbols::clusterMark)(painter, mark.box.center(), mark.radius(), int(mark.rounds.size()),
                                                                         tokens, ground);
    else if (mark.isCommitment())
        paintCommitment(painter, mark, round, axis, tokens, ground);
    else if (mark.shape == PlacedMark::Shape::Span)
        symbols::spanMark(painter, mark.box, ordinal, tokens, ground);
    else if (round.status != MeetingStatus::Held)
        symbols::unheldMark(painter, mark.box.center(), mark.radius(), round.status == MeetingStatus::Cancelled, ordinal, tokens, ground);
    else
        symbols::meetingMark(painter, mark.box.center(), mark.radius(), round.format, ordinal, tokens, ground);
    if (look.paper)
        return;
    const auto among = [&](const QString &id) { return !id.isEmpty() && mark.holds(id); };
    if (std::ranges::any_of(mark.rounds, [&](const TimelineRound *r) { return highlight.marks.contains(r->record); }))
        paintRing(painter, mark.box, square, tokens.selectionRing, axis.small ? 1.6 : 2.2, axis.small ? 2.2 : 3);
    else if (among(look.hovered))
        paintRing(painter, mark.box, square, tokens.ink2, 1.2, 2);
}

} // namespace

TimelineHighlight highlightOf(const Lookup &lookup, const TimelineContent &content, const Look &look)
{
    TimelineHighlight highlight;
    if (look.paper)
        return highlight;
    for (const QString &record : look.selected) {
        if (std::ranges::any_of(content.lanes, [&](const TimelineLane &lane) { return lane.record == record; }))
            highlight.lane = record;
        else
            highlight.marks += meetingsOf(lookup, record);
    }
    return highlight;
}

void TimelineHeads::fit(const TimelineContent &content, double least, double most)
{
    double widest = least;
    for (const TimelineLane &lane : content.lanes)
        widest = std::max(widest, std::ceil(textWidth(lane.name, nameSize, true)) + 2);
    const double moved = (rung >= 0 ? rung + 92 : 4) + std::min(widest, most) - names;
    for (double *column : {&names, &rounds, &earlier, &width}) {
        if (*column >= 0)
            *column += moved;
    }
}

void paintGround(QPainter &painter, const TimelineContent &content, const TimelineAxis &axis, const TimelineHeads &heads,
                 const TimelineHighlight &highlight, const Look &look)
{
    const Tokens &tokens = look.tokens();
    if (content.asOf.isValid() && content.asOf < axis.to) {
        const double x = std::max(axis.x(content.asOf), axis.plot.left());
        painter.fillRect(QRectF(x, axis.plot.top(), axis.plot.right() - x, axis.plot.height()), tokens.reviews);
    }
    if (content.from.isValid() && content.from > axis.from) {
        const double x = std::min(axis.x(content.from), axis.plot.right());
        painter.fillRect(QRectF(axis.plot.left(), axis.plot.top(), x - axis.plot.left(), axis.plot.height()), tokens.reviews);
    }
    for (int lane = 0; lane < int(content.lanes.size()); ++lane) {
        if (!highlight.isLane(content.lanes[std::size_t(lane)]) || !axis.shows(lane))
            continue;
        QRectF band = axis.laneBand(lane);
        band.setLeft(heads.left + (heads.rung >= 0 ? heads.rung + 86 : 0));
        band.setRight(axis.plot.right() + 12);
        painter.fillRect(band, tokens.selectionFill);
    }
}

void paintLanes(QPainter &painter, const TimelineContent &content, const TimelineAxis &axis, const std::vector<PlacedMark> &marks,
                const TimelineHighlight &highlight, const Look &look, int *hiddenWords)
{
    const Tokens &tokens = look.tokens();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (int lane = 0; lane < int(content.lanes.size()); ++lane) {
        if (!axis.shows(lane))
            continue;
        const bool chosen = highlight.isLane(content.lanes[std::size_t(lane)]);
        if (!chosen && !axis.ownLines)
            continue;
        painter.setPen(QPen(chosen ? tokens.ink3 : tokens.hair, axis.small ? 0.8 : 1));
        const double y = axis.lanes[std::size_t(lane)];
        painter.drawLine(QPointF(axis.plot.left(), y), QPointF(axis.plot.right(), y));
    }
    painter.setPen(QPen(tokens.ink2, 1.1));
    for (const TimelineSameDay &same : content.sameDays) {
        const double x = axis.x(same.day);
        if (x >= axis.plot.left() && x <= axis.plot.right() && axis.shows(same.first) && axis.shows(same.last))
            painter.drawLine(QPointF(x, axis.lanes[std::size_t(same.first)]), QPointF(x, axis.lanes[std::size_t(same.last)]));
    }
    for (int lane = 0; lane < int(content.lanes.size()); ++lane) {
        if (!axis.shows(lane))
            continue;
        std::vector<QRectF> boxes;
        for (const PlacedMark &mark : marks) {
            if (mark.lane == lane)
                boxes.push_back(mark.box);
        }
        for (const TimelineStretch &stretch : content.lanes[std::size_t(lane)].stretches) {
            if (axis.shows(stretch.from, stretch.to))
                paintStretch(painter, stretch, axis, axis.lanes[std::size_t(lane)], axis.numberedRadius(), boxes,
                             groundAt(content, highlight, lane, stretch.to, tokens), tokens, hiddenWords);
        }
        const TimelineLane &row = content.lanes[std::size_t(lane)];
        const QDate end = row.marks.empty() ? content.last : row.marks.front().first;
        paintOrigin(painter, row, axis, axis.lanes[std::size_t(lane)], groundAt(content, highlight, lane, end, tokens), tokens, hiddenWords);
        paintExpected(painter, row, axis, axis.lanes[std::size_t(lane)], groundAt(content, highlight, lane, axis.to, tokens), tokens);
    }
    for (const TimelineSuccession &succession : content.successions)
        paintSuccession(painter, content, axis, succession, tokens, hiddenWords);
    for (const PlacedMark &mark : marks)
        paintMark(painter, mark, axis, highlight, groundAt(content, highlight, mark.lane, mark.rounds.front()->first, tokens), look);
    painter.restore();
}

void paintHeads(QPainter &painter, const TimelineContent &content, const TimelineAxis &axis, const TimelineHeads &heads,
                const TimelineHighlight &highlight, const Look &look, int *cutNames)
{
    const Tokens &tokens = look.tokens();
    const double baseline = capHeight / 2 * heads.nameSize;
    for (int i = 0; i < int(content.lanes.size()); ++i) {
        if (!axis.shows(i))
            continue;
        const TimelineLane &lane = content.lanes[std::size_t(i)];
        const double y = axis.lanes[std::size_t(i)];
        const bool chosen = highlight.isLane(lane);
        const double nameStart = heads.left + (heads.rung >= 0 ? heads.rung + 92 : 4);
        if (heads.rung >= 0 && lane.startsRung) {
            painter.setPen(QPen(tokens.hair, 1));
            const double rule = y - axis.laneHeight / 2 - 1;
            painter.drawLine(QPointF(heads.left, rule), QPointF(axis.plot.right() + 12, rule));
            // Two lines where the words are long: the second falls on the next lane or beside an empty head.
            QString first = lane.rung;
            QString second;
            if (textWidth(first, 10.8, true) > 84) {
                const qsizetype dash = first.indexOf(u'-');
                qsizetype cut = first.lastIndexOf(u' ', first.size() * 2 / 3);
                if (cut < 0)
                    cut = dash < 0 ? first.size() : dash;
                second = first.mid(cut + 1);
                first = first.left(cut < first.size() && first[cut] == u'-' ? cut + 1 : cut);
            }
            const bool roomBelow = i + 1 < int(content.lanes.size()) && !content.lanes[std::size_t(i) + 1].startsRung;
            const double up = second.isEmpty() || roomBelow ? 0 : 5.5;
            paintText(painter, {heads.left + heads.rung, y + 4 - up}, first, drawingFont(10.8, true), tokens.ink2);
            if (!second.isEmpty())
                paintText(painter, {heads.left + heads.rung, y + 16.2 - up}, second, drawingFont(10.8, true), tokens.ink2);
        }
        const QString name = fitted(lane.name, heads.left + heads.names - nameStart, heads.nameSize, chosen, cutNames);
        paintText(painter, {heads.left + heads.names, y + baseline}, name, drawingFont(heads.nameSize, chosen), tokens.ink, Anchor::End);
        if (heads.rounds >= 0)
            paintText(painter, {heads.left + heads.rounds, y + baseline}, QString::number(lane.rounds), drawingFont(heads.nameSize, true),
                      tokens.ink, Anchor::End);
        const auto earlier =
            std::ranges::count_if(lane.marks, [&](const TimelineRound &round) { return !round.isCommitment && round.last < axis.from; });
        if (heads.earlier >= 0 && earlier > 0)
            paintText(painter, {heads.left + heads.earlier, y + baseline}, u"+%1"_s.arg(earlier), drawingFont(10.3), tokens.ink2,
                      Anchor::End);
    }
}

void paintFlags(QPainter &painter, const std::vector<PlacedFlag> &flags, const TimelineAxis &axis, double top, const Look &look)
{
    const Tokens &tokens = look.tokens();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const PlacedFlag &flag : flags) {
        painter.setPen(flag.flag->chosen ? dashed(tokens.ink, 1.3, {2, 3}) : dashed(tokens.ink3, 0.9, {2, 3}));
        const double start = flag.row < 0 ? axis.plot.top() - 4 : top + flag.row * 21 + 15;
        if (flag.doubt > 0) {
            // The day is not known: no line through the lanes, a dashed one as long as the doubt.
            painter.setPen(dashed(tokens.ink2, 1.3, {3, 2}));
            painter.drawLine(QPointF(flag.x, start + 2), QPointF(flag.x + flag.doubt, start + 2));
            continue;
        }
        painter.drawLine(QPointF(flag.x, start), QPointF(flag.x, axis.plot.bottom()));
    }
    for (const PlacedFlag &flag : flags) {
        if (flag.row < 0)
            continue;
        const double y = top + flag.row * 21;
        painter.fillRect(QRectF(flag.left - 1, y, flag.width, 16), tokens.canvas);
        symbols::instrumentSheet(painter, QRectF(flag.left, y + 1, 11, 14), flag.flag->inForce, tokens);
        paintText(painter, {flag.left + 15, y + 12.5}, flag.flag->words, drawingFont(10.8, flag.flag->chosen), tokens.ink);
    }
    painter.restore();
}

void paintAsOf(QPainter &painter, const TimelineContent &content, const TimelineAxis &axis, const Look &look)
{
    const Tokens &tokens = look.tokens();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double top = axis.plot.top();
    QRectF taken;
    for (const bool isAsOf : {true, false}) {
        const QDate day = isAsOf ? content.asOf : content.from;
        if (!day.isValid() || !axis.shows(day, day))
            continue;
        const double x = axis.x(day);
        painter.setPen(QPen(tokens.ink, axis.small ? 1.4 : 1.6, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(x, top - 3), QPointF(x, axis.plot.bottom() + (axis.small ? 0 : 2)));
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.ink);
        if (axis.small) {
            painter.drawPolygon(
                QPolygonF({{x - 4.5, top - 6}, {x + 4.5, top - 6}, {x + 4.5, top - 2}, {x, top + 2.5}, {x - 4.5, top - 2}}));
            continue;
        }
        painter.drawPolygon(QPolygonF({{x - 5, top - 4.5}, {x + 5, top - 4.5}, {x, top + 1.5}}));
        const QString words = isAsOf ? base::dateInWords(day) : tr("from %1").arg(base::dateInWords(day));
        const double width = textWidth(words, 11, true) + 14;
        double left = std::clamp(x - width / 2, axis.plot.left(), std::max(axis.plot.left(), axis.plot.right() + 12 - width));
        if (!isAsOf && !taken.isEmpty())
            left = std::min(left, taken.left() - width - 3); // Beside the other handle, never over it.
        const QRectF box(left, top - 23, width, 19);
        if (isAsOf)
            taken = box;
        painter.drawRoundedRect(box, 3, 3);
        paintText(painter, {left + width / 2, top - 9.5}, words, drawingFont(11, true), tokens.canvas, Anchor::Middle);
    }
    painter.restore();
}

void paintYearBars(QPainter &painter, const TimelineContent &content, const TimelineAxis &whole, const Look &look)
{
    const Tokens &tokens = look.tokens();
    int most = 1;
    for (const auto &[year, count] : content.roundsByYear)
        most = std::max(most, count);
    const double unit = (whole.plot.height() - 14) / most;
    for (const auto &[year, count] : content.roundsByYear) {
        if (year < whole.from.year() || year > whole.to.year())
            continue;
        const double left = whole.x(QDate(year, 1, 1));
        const double right = std::min(whole.x(QDate(year + 1, 1, 1)), whole.plot.right() + 1.5);
        const QRectF bar(left + 1.5, whole.plot.bottom() - count * unit, right - left - 3, count * unit);
        painter.fillRect(bar, tokens.ink2);
        if (right - left >= 12)
            paintText(painter, {bar.center().x(), bar.top() - 3}, QString::number(count), drawingFont(9.6), tokens.ink2, Anchor::Middle);
    }
    painter.setPen(QPen(tokens.ink3, 1));
    painter.drawLine(whole.plot.bottomLeft(), whole.plot.bottomRight());
}

} // namespace entente::ui
