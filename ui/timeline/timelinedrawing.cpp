#include "ui/timeline/timelinedrawing.h"

#include "core/base/partialdate.h"
#include "core/model/relationtypes.h"
#include "ui/paint/fonts.h"
#include "ui/paint/lettering.h"
#include "ui/lensscope.h"
#include "ui/timeline/painting.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::ui", text);
}

constexpr double usualLane = 26;
constexpr double leastLane = 22;
constexpr double highestLane = 64;
constexpr double besides = 18; // at the right of the plot
constexpr double flagsTop = 8;
constexpr double footHeight = 84;

/// A timeline for paper: it paints its own axes; lanes, marks and spans are those of the screen.
class TimelineDrawing : public Drawing
{
public:
    TimelineDrawing(const Lookup &lookup, const Lens &lens, const TimelineOptions &options)
        : m_lookup(lookup)
        , m_content(timelineContent(m_lookup, lens))
        , m_lens(lens)
        , m_options(options)
    {
        m_axis.from = options.from.isValid()      ? options.from
                      : m_content.first.isValid() ? QDate(m_content.first.year(), 1, 1)
                                                  : lens.asOf.addYears(-1);
        const QDate end = m_content.last.isValid() ? m_content.last.addDays(45) : m_axis.from.addYears(1);
        m_axis.to = options.to.isValid() ? options.to : std::max(end, m_axis.from.addDays(60));
        const double years = double(m_axis.from.daysTo(m_axis.to)) / 365.25;
        m_heads.earlier = options.from.isValid() ? 358 : -1;
        m_heads.width = options.from.isValid() ? 366 : 336;
        m_heads.fit(m_content, 120, 320);

        const double wanted = options.room.isEmpty() ? 1060 : options.room.width() - m_heads.width - besides;
        const double leastYear = options.room.isEmpty() ? 40 : 18;
        const double perYear =
            options.pixelsPerYear > 0 ? options.pixelsPerYear : std::max(leastYear, wanted / std::max(years, 1.0));
        double top = 30;
        m_axis.plot = QRectF(m_heads.width, top, years * perYear, 10);
        if (options.flags && !m_content.flags.empty()) {
            m_flags = placeFlags(m_content, m_axis, 4);
            for (const PlacedFlag &flag : m_flags)
                m_flagRows = std::max(m_flagRows, flag.row + 1);
            top = flagsTop + m_flagRows * 21 + 32;
        }
        double laneHeight = usualLane;
        if (!options.room.isEmpty() && !m_content.lanes.empty()) {
            const double rungs = 2 * double(std::ranges::count(m_content.lanes, true, &TimelineLane::startsRung));
            const double left = options.room.height() - top - besidesLanes() - rungs - 6;
            laneHeight = std::clamp(std::floor(left / double(m_content.lanes.size())), leastLane, highestLane);
        }
        m_axis.laneHeight = laneHeight;
        double height = 0;
        m_axis.lanes = laneMiddles(m_content, top + 3, laneHeight, 2, &height);
        m_axis.plot = QRectF(m_heads.width, top, years * perYear, height + 6);
        m_marks = placeMarks(m_content, m_axis);
        // Painted once aside to count what finds no room.
        QImage aside(8, 8, QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&aside);
        Look look;
        look.paper = true;
        paintLanes(painter, m_content, m_axis, m_marks, {}, look, &m_hidden);
        paintHeads(painter, m_content, m_axis, m_heads, {}, look, &m_cut);
        for (const PlacedFlag &flag : m_flags)
            m_hidden += flag.row < 0 ? 1 : 0;
    }

    QSizeF size() const override
    {
        return {m_axis.plot.right() + besides, m_axis.plot.bottom() + besidesLanes()};
    }

    QMarginsF heads() const override { return m_content.lanes.empty() ? QMarginsF() : QMarginsF(m_heads.width, m_axis.plot.top(), 0, 0); }

    std::vector<double> breaks() const override
    {
        std::vector<double> edges;
        for (std::size_t lane = 0; lane + 1 < m_axis.lanes.size(); ++lane)
            edges.push_back((m_axis.lanes[lane] + m_axis.lanes[lane + 1]) / 2);
        edges.push_back(m_axis.plot.bottom() + 22);
        return edges;
    }

    void paint(QPainter &painter, const QRectF &area, const Look &look) const override
    {
        const Tokens &tokens = look.tokens();
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillRect(area.intersected(QRectF({}, size())), tokens.canvas);
        if (m_content.lanes.empty()) {
            paintText(painter, {12, 40}, emptyWords(), drawingFont(11.5), tokens.ink2);
            painter.restore();
            return;
        }
        const TimelineHighlight highlight = highlightOf(m_lookup, m_content, look);
        paintGround(painter, m_content, m_axis, m_heads, highlight, look);
        for (const TimelineTick &tick : ticks(m_axis, 30)) {
            const double x = m_axis.x(tick.day);
            painter.setPen(QPen(tokens.grid, 1));
            painter.drawLine(QPointF(x, m_axis.plot.top()), QPointF(x, m_axis.plot.bottom()));
            paintText(painter, {x + 4, m_axis.plot.bottom() + 14}, tick.words, drawingFont(11), tokens.ink2);
        }
        painter.setPen(QPen(tokens.ink3, 1));
        painter.drawLine(m_axis.plot.bottomLeft(), m_axis.plot.bottomRight());
        if (!m_flags.empty())
            paintText(painter, {12, flagsTop + 12.5}, tr("Instruments"), drawingFont(10.8, true), tokens.ink2);
        paintFlags(painter, m_flags, m_axis, flagsTop, look);
        paintText(painter, {m_heads.rounds, m_axis.plot.top() - 8}, tr("rounds"), drawingFont(10.3), tokens.ink2, Anchor::End);
        if (m_heads.earlier >= 0)
            paintText(painter, {m_heads.earlier, m_axis.plot.top() - 8}, tr("earlier"), drawingFont(10.3), tokens.ink2, Anchor::End);
        paintHeads(painter, m_content, m_axis, m_heads, highlight, look);
        paintAsOf(painter, m_content, m_axis, look);
        paintLanes(painter, m_content, m_axis, m_marks, highlight, look);
        if (m_options.yearBars)
            paintFoot(painter, look);
        paintText(painter, {m_axis.plot.right() + 6, size().height() - 10}, countsInWords(m_content, m_axis.from, false), drawingFont(10.8),
                  tokens.ink2, Anchor::End);
        painter.restore();
    }

    std::vector<LegendEntry> legend() const override
    {
        return m_content.lanes.empty() ? std::vector<LegendEntry>() : timelineLegend(m_content, m_axis, m_marks, m_options.flags);
    }

    DrawingFacts facts() const override
    {
        DrawingFacts facts;
        facts.title = tr("Rounds held");
        facts.subtitle = tr("Who met when, how regularly, and what is due next");
        facts.view = tr("Timeline, %1").arg(lanesInWords(m_content.kind));
        facts.asOf = rangeInWords(m_lens);
        facts.empty = m_content.lanes.empty() ? emptyWords() : QString();
        facts.filters = LensScope(m_lookup, m_lens).inWords();
        facts.shown = shownWords();
        facts.labels = tr("%1 hidden, %2 shortened").arg(m_hidden).arg(m_cut);
        int known[4] = {};
        for (const TimelineLane &lane : m_content.lanes) {
            if (lane.record.isEmpty())
                continue;
            facts.records.append(lane.record);
            for (const Relation *relation : m_lookup.outgoing(lane.record, relation::notToBeConfusedWith))
                facts.notToBeConfused.append(tr("%1 is not %2.").arg(lane.name, m_lookup.title(relation->target.value)));
        }
        QSet<QString> seen; // In lanes of bodies a round stands more than once.
        for (const PlacedMark &mark : m_marks) {
            for (const TimelineRound *round : mark.rounds) {
                facts.records.append(round->record);
                if (!round->isCommitment && !seen.contains(round->record))
                    ++known[int(m_lookup.knowledge(round->record))];
                seen.insert(round->record);
            }
        }
        for (const PlacedFlag &flag : m_flags)
            facts.records.append(flag.flag->instrument);
        facts.records.removeDuplicates();
        facts.evidence = tr("%1 rounds documented, %2 from the press, %3 without a source")
                             .arg(known[int(Knowledge::Documented)])
                             .arg(known[int(Knowledge::Reported)])
                             .arg(known[int(Knowledge::None)]);
        return facts;
    }

private:
    double besidesLanes() const { return 48 + (m_options.yearBars && !m_content.lanes.empty() ? footHeight : 0); }

    /// "47 of 87 rounds, 9 of 29 dialogues, 2001 to 2026"
    QString shownWords() const
    {
        const auto rounds = std::ranges::count(m_lookup.model().all<Meeting>(), MeetingStatus::Held, &Meeting::status);
        const QString counts = m_content.kind == TimelineLanes::Dialogue
                                   ? tr("%1 of %2 rounds, %3 of %4 dialogues")
                                         .arg(m_content.rounds)
                                         .arg(rounds)
                                         .arg(m_content.lanes.size())
                                         .arg(std::ranges::distance(m_lookup.model().all<Dialogue>()))
                                   : tr("%1 of %2 rounds in %3 lanes").arg(m_content.rounds).arg(rounds).arg(m_content.lanes.size());
        return m_content.lanes.empty() ? counts : tr("%1, %2 to %3").arg(counts).arg(m_axis.from.year()).arg(m_axis.to.year());
    }

    QString emptyWords() const
    {
        return m_content.undated.isEmpty() ? tr("No dated meeting here.")
                                           : tr("No dated meeting here. %1 have no date.").arg(m_content.undated.size());
    }

    void paintFoot(QPainter &painter, const Look &look) const
    {
        const Tokens &tokens = look.tokens();
        const double top = m_axis.plot.bottom() + 28;
        paintText(painter, {12, top + 16}, tr("Rounds a year"), drawingFont(10.8, true), tokens.ink2);
        TimelineAxis bars = m_axis;
        bars.plot = QRectF(m_axis.plot.left(), top, m_axis.plot.width(), 46);
        if (bars.from.dayOfYear() != 1)
            return; // Bars of whole years only.
        painter.save();
        paintYearBars(painter, m_content, bars, look);
        painter.restore();
        for (const TimelineTick &tick : ticks(bars, 30))
            paintText(painter, {bars.x(tick.day) + 4, bars.plot.bottom() + 13}, tick.words, drawingFont(10.5), tokens.ink2);
    }

    Lookup m_lookup;
    TimelineContent m_content;
    Lens m_lens;
    TimelineOptions m_options;
    TimelineAxis m_axis;
    TimelineHeads m_heads;
    std::vector<PlacedFlag> m_flags;
    std::vector<PlacedMark> m_marks;
    int m_flagRows = 0;
    int m_hidden = 0;
    int m_cut = 0;
};

} // namespace

std::unique_ptr<Drawing> timelineDrawing(const Lookup &lookup, const Lens &lens, const TimelineOptions &options)
{
    return std::make_unique<TimelineDrawing>(lookup, lens, options);
}

} // namespace entente::ui
