#include "ui/paint/lettering.h"
#include "ui/paint/roundsymbols.h"
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

using Sample = std::function<void(QPainter &, const QRectF &, const Look &)>;

Sample roundSample(MeetingFormat format, const QString &ordinal)
{
    return [=](QPainter &painter, const QRectF &box, const Look &look) {
        const double radius = std::min(8.0, box.height() / 2);
        symbols::meetingMark(painter, box.center(), ordinal.isEmpty() ? radius * 0.6 : radius, format, ordinal, look.tokens(),
                             look.tokens().canvas);
    };
}

Sample unheldSample(bool cancelled)
{
    return [=](QPainter &painter, const QRectF &box, const Look &look) {
        symbols::unheldMark(painter, box.center(), std::min(7.0, box.height() / 2), cancelled, {}, look.tokens(), look.tokens().canvas);
    };
}

void spanSample(QPainter &painter, const QRectF &box, const Look &look)
{
    const double height = std::min(12.0, box.height());
    symbols::spanMark(painter, {box.left(), box.center().y() - height / 2, std::min(30.0, box.width()), height}, {}, look.tokens(),
                      look.tokens().canvas);
}

void stretchSample(QPainter &painter, const QRectF &box, bool dotted, const Look &look)
{
    const QRectF sample(box.center().x() - 11, box.center().y() - 6, 22, 12);
    if (!dotted) {
        paintHatch(painter, sample, look.tokens().ink3);
        return;
    }
    QPen pen(look.tokens().ink2, 1.6, Qt::SolidLine, Qt::FlatCap);
    pen.setDashPattern({1, 2.1});
    painter.setPen(pen);
    painter.drawLine(QPointF(sample.left(), sample.center().y()), QPointF(sample.right(), sample.center().y()));
}

void verticalSample(QPainter &painter, const QRectF &box, double width, const QColor &color)
{
    painter.setPen(QPen(color, width));
    painter.drawLine(QPointF(box.center().x(), box.center().y() - 8), QPointF(box.center().x(), box.center().y() + 8));
}

/// The states of the commitments that are visible.
void addCommitments(const std::vector<PlacedMark> &marks, const std::function<void(const QString &, Sample)> &add)
{
    struct Kind
    {
        CommitmentState state;
        bool overdue;
        QString words;
    };
    const Kind kinds[] = {{CommitmentState::Open, false, tr("commitment due")},
                          {CommitmentState::Open, true, tr("commitment overdue")},
                          {CommitmentState::Delivered, false, tr("commitment delivered")},
                          {CommitmentState::Dropped, false, tr("commitment dropped")},
                          {CommitmentState::CannotTell, false, tr("commitment due, cannot tell")}};
    for (const Kind &kind : kinds) {
        const auto isSuch = [&](const PlacedMark &mark) {
            return mark.isCommitment() && mark.shape != PlacedMark::Shape::Cluster && mark.rounds.front()->state == kind.state &&
                   mark.rounds.front()->overdue == kind.overdue;
        };
        if (std::ranges::any_of(marks, isSuch))
            add(kind.words, [state = kind.state, overdue = kind.overdue](QPainter &painter, const QRectF &box, const Look &look) {
                symbols::commitmentShield(painter, box.center(), std::min(6.5, box.height() / 2), state, overdue, look.tokens(),
                                          look.tokens().canvas);
            });
    }
}

} // namespace

std::vector<LegendEntry> timelineLegend(const TimelineContent &content, const TimelineAxis &axis, const std::vector<PlacedMark> &marks,
                                        bool flags)
{
    std::vector<LegendEntry> legend;
    const auto add = [&](const QString &words, Sample sample) { legend.push_back({tr("Marks"), std::move(sample), words}); };
    const auto example = [&](auto wanted) -> const TimelineRound * {
        for (const PlacedMark &mark : marks) {
            if (mark.shape == PlacedMark::Shape::Round && !mark.isCommitment() && wanted(*mark.rounds.front()))
                return mark.rounds.front();
        }
        return nullptr;
    };
    const auto has = [&](PlacedMark::Shape shape) {
        return std::ranges::any_of(marks, [=](const PlacedMark &mark) { return mark.shape == shape; });
    };
    const auto stretch = [&](bool missing) {
        for (std::size_t lane = 0; lane < content.lanes.size(); ++lane) {
            for (const TimelineStretch &s : content.lanes[lane].stretches) {
                if (s.ordinalsMissing == missing && axis.shows(int(lane)) && axis.shows(s.from, s.to))
                    return true;
            }
        }
        return false;
    };

    bool numberSaid = false;
    const std::pair<MeetingFormat, QString> formats[] = {{MeetingFormat::InPerson, tr("in person")},
                                                         {MeetingFormat::Virtual, tr("by video")},
                                                         {MeetingFormat::Hybrid, tr("hybrid")},
                                                         {MeetingFormat::Unknown, tr("form not known")}};
    for (const auto &[format, words] : formats) {
        const auto ofFormat = [&](const TimelineRound &round) { return round.status == MeetingStatus::Held && round.format == format; };
        const auto *numbered =
            axis.small ? nullptr : example([&](const TimelineRound &round) { return ofFormat(round) && !round.ordinal.isEmpty(); });
        const auto *plain = example([&](const TimelineRound &round) { return ofFormat(round) && (axis.small || round.ordinal.isEmpty()); });
        if (numbered) {
            add(numberSaid ? words : tr("%1, with its number").arg(words), roundSample(format, numbered->ordinal));
            numberSaid = true;
        }
        if (plain)
            add(numbered ? tr("%1, without a number").arg(words) : words, roundSample(format, {}));
    }
    if (example([](const TimelineRound &round) { return round.status == MeetingStatus::Planned; }))
        add(tr("planned"), unheldSample(false));
    if (example([](const TimelineRound &round) { return round.status == MeetingStatus::Cancelled; }))
        add(tr("cancelled"), unheldSample(true));
    if (has(PlacedMark::Shape::Span))
        add(tr("only the year or month is known"), spanSample);
    for (const bool onOneDay : {false, true}) {
        const auto isSuch = [=](const PlacedMark &mark) { return mark.shape == PlacedMark::Shape::Cluster && mark.isSameDay() == onOneDay; };
        if (std::ranges::any_of(marks, isSuch))
            add(onOneDay ? tr("several on one day") : tr("several, too close to draw"),
                [onOneDay](QPainter &painter, const QRectF &box, const Look &look) {
                    (onOneDay ? symbols::sameDayMark : symbols::clusterMark)(painter, box.center(), std::min(onOneDay ? 5.5 : 7.5, box.height() / 2),
                                                                             2, look.tokens(), look.tokens().canvas);
                });
    }
    addCommitments(marks, add);
    const auto sameDay = [&](const TimelineSameDay &day) {
        return axis.shows(day.day, day.day) && axis.shows(day.first) && axis.shows(day.last);
    };
    if (std::ranges::any_of(content.sameDays, sameDay))
        add(tr("same day"),
            [](QPainter &painter, const QRectF &box, const Look &look) { verticalSample(painter, box, 1.1, look.tokens().ink2); });
    for (const bool small : {false, true}) {
        bool visible = false;
        for (std::size_t lane = 0; lane < content.lanes.size(); ++lane) {
            for (const TimelineDue &due : content.lanes[lane].expected)
                visible = visible || ((due.passed && !due.isNext) == small && !(small && axis.small) && axis.shows(int(lane)) && axis.shows(due.day, due.day));
        }
        if (visible)
            add(small ? tr("expected by stated rhythm, none recorded") : tr("next due by stated rhythm"),
                [small](QPainter &painter, const QRectF &box, const Look &look) {
                    symbols::dueMark(painter, box.center(), small ? 3 : std::min(6.0, box.height() / 2), look.tokens(), look.tokens().canvas);
                });
    }
    if (stretch(false))
        add(tr("no round for twice the rhythm"),
            [](QPainter &painter, const QRectF &box, const Look &look) { stretchSample(painter, box, false, look); });
    if (stretch(true))
        add(tr("rounds not recorded"),
            [](QPainter &painter, const QRectF &box, const Look &look) { stretchSample(painter, box, true, look); });
    if (flags) {
        for (const bool inForce : {false, true}) {
            const auto visible = [&](const TimelineFlag &flag) { return flag.inForce == inForce && axis.shows(flag.date, flag.last); };
            if (std::ranges::any_of(content.flags, visible))
                add(inForce ? tr("in force") : tr("signed or adopted"), [=](QPainter &painter, const QRectF &box, const Look &look) {
                    symbols::instrumentSheet(painter, QRectF(box.center().x() - 5.5, box.center().y() - 7, 11, 14), inForce, look.tokens());
                });
        }
    }
    if (content.asOf.isValid() && axis.shows(content.asOf, content.asOf))
        add(content.from.isValid() ? tr("ends of the range; what lies outside is grey") : tr("as of; what follows is future"), [](QPainter &painter, const QRectF &box, const Look &look) {
            painter.fillRect(QRectF(box.center().x(), box.center().y() - 8, 9, 16), look.tokens().reviews);
            verticalSample(painter, box, 1.8, look.tokens().ink);
        });
    return legend;
}

} // namespace entente::ui
