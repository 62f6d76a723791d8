#include "ui/charts/chartdrawing.h"

#include "ui/charts/chartfill.h"
#include "ui/paint/fonts.h"
#include "ui/paint/lettering.h"
#include "ui/paint/symbols.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double nameSize = 11.5;
constexpr double scaleSize = 10.3;
constexpr double noteHeight = 26;
constexpr double leastRow = 22;
constexpr double widestRow = 34;
constexpr double leastYear = 17;
constexpr double widestYear = 64;
constexpr double rightMargin = 40; // for the totals
constexpr double scaleTop = 28;

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::ui", text);
}

/// A round step for a scale: at most so many of them up to `most`.
int scaleStep(int most, double length)
{
    const double wanted = std::max(1.0, length / 46);
    for (int power = 1; power < 100000000; power *= 10) {
        for (const int digit : {1, 2, 5}) {
            if (double(most) / (digit * power) <= wanted)
                return digit * power;
        }
    }
    return std::max(1, most);
}

class BaseChart : public ChartDrawing
{
public:
    BaseChart(ChartData data, const ChartOptions &options)
        : m_data(std::move(data))
        , m_options(options)
        , m_most(std::max(1, m_data.largest()))
    {
    }

    const ChartData &data() const override { return m_data; }
    QSizeF size() const override { return m_data.rows.empty() ? QSizeF(m_options.room.width(), 80) : m_size; }

    int rowAt(const QPointF &place) const override
    {
        for (int row = 0; row < int(m_data.rows.size()); ++row) {
            if (rowRect(row).contains(place))
                return row;
        }
        return -1;
    }

    void paint(QPainter &painter, const QRectF &area, const Look &look) const override
    {
        const Tokens &tokens = look.tokens();
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillRect(area.intersected(QRectF({}, size())), tokens.canvas);
        if (m_data.rows.empty())
            paintText(painter, {12, 40}, m_data.empty, drawingFont(nameSize), tokens.ink2);
        else
            paintRows(painter, area, look);
        if (m_options.note && !m_data.note.isEmpty() && !m_data.rows.empty())
            paintText(painter, {12, size().height() - 9}, fitted(m_data.note, size().width() - 24, 10.8), drawingFont(10.8), tokens.ink2);
        painter.restore();
    }

    std::vector<LegendEntry> legend() const override
    {
        std::vector<LegendEntry> entries;
        if (m_data.rows.empty())
            return entries;
        for (const ChartPart &part : m_data.parts) {
            const auto sample = [part](QPainter &painter, const QRectF &box, const Look &look) {
                const QRectF tile(box.center().x() - 12, box.center().y() - 7, 24, 14);
                paintPart(painter, tile, part, look.tokens());
                painter.setPen(QPen(look.tokens().ink3, 0.8));
                painter.setBrush(Qt::NoBrush);
                painter.drawRect(tile);
                paintPartWords(painter, tile, part, {}, look.tokens());
            };
            entries.push_back({std::holds_alternative<ProgressState>(part.value) ? tr("States") : tr("Levels"), sample, part.name});
        }
        return entries;
    }

    DrawingFacts facts() const override
    {
        DrawingFacts facts;
        facts.title = m_data.title;
        facts.subtitle = m_data.subtitle;
        facts.view = tr("Chart");
        facts.asOf = m_data.asOf;
        facts.filters = m_data.filters;
        facts.shown = m_data.shown;
        facts.labels = tr("0 hidden, %1 shortened").arg(m_cut);
        facts.evidence = m_data.evidence.isEmpty() ? m_data.note : m_data.evidence;
        facts.records = m_data.records;
        facts.empty = m_data.rows.empty() ? m_data.empty : QString();
        return facts;
    }

protected:
    virtual void paintRows(QPainter &painter, const QRectF &area, const Look &look) const = 0;

    double foot() const { return m_options.note && !m_data.note.isEmpty() ? noteHeight : 8; }
    bool isChosen(const ChartRow &row, const Look &look) const { return !look.paper && !row.record.isEmpty() && look.selected.contains(row.record); }

    ChartData m_data;
    ChartOptions m_options;
    int m_most;
    int m_cut = 0;
    QSizeF m_size;
    QRectF m_plot;

};

/// One level bar a row, its name at the left and its total at the right.
class LevelBars : public BaseChart
{
public:
    LevelBars(ChartData chart, const ChartOptions &options)
        : BaseChart(std::move(chart), options)
    {
        const double most = std::max(110.0, options.room.width() * 0.34);
        m_names = 60;
        for (const ChartRow &row : m_data.rows)
            m_names = std::max(m_names, std::min(most, signWidth(row) + std::ceil(textWidth(row.label, nameSize)) + 4));
        m_row = leastRow;
        if (!m_data.rows.empty())
            m_row = std::clamp(std::floor((options.room.height() - scaleTop - foot()) / double(m_data.rows.size())), leastRow, widestRow);
        const double left = 14 + m_names + 12;
        m_plot = QRectF(left, scaleTop, std::max(160.0, options.room.width() - left - rightMargin), m_row * double(m_data.rows.size()));
        m_size = QSizeF(m_plot.right() + rightMargin, m_plot.bottom() + foot());
        for (const ChartRow &row : m_data.rows)
            fitted(row.label, m_names - signWidth(row), nameSize, false, &m_cut);
    }

    QMarginsF heads() const override { return m_data.rows.empty() ? QMarginsF() : QMarginsF(m_plot.left(), m_plot.top(), 0, 0); }
    std::vector<double> breaks() const override
    {
        std::vector<double> edges;
        for (std::size_t row = 1; row <= m_data.rows.size(); ++row)
            edges.push_back(m_plot.top() + m_row * double(row));
        return edges;
    }
    QRectF rowRect(int row) const override { return {0, m_plot.top() + m_row * row, m_size.width(), m_row}; }

protected:
    void paintRows(QPainter &painter, const QRectF &area, const Look &look) const override
    {
        const Tokens &tokens = look.tokens();
        const double unit = m_plot.width() / m_most;
        const int step = scaleStep(m_most, m_plot.width());
        for (int row = 0; row < int(m_data.rows.size()); ++row) {
            if (isChosen(m_data.rows[std::size_t(row)], look))
                painter.fillRect(rowRect(row), tokens.selectionFill);
        }
        for (int value = 0; value <= m_most; value += step) {
            const double x = m_plot.left() + value * unit;
            painter.setPen(QPen(value == 0 ? tokens.ink3 : tokens.grid, 1));
            painter.drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom()));
            paintText(painter, {x, m_plot.top() - 6}, QString::number(value), drawingFont(scaleSize), tokens.ink2, value == 0 ? Anchor::Start : Anchor::Middle);
        }
        paintText(painter, {m_plot.left() - 12, m_plot.top() - 6}, m_data.unit, drawingFont(scaleSize), tokens.ink2, Anchor::End);
        for (int i = 0; i < int(m_data.rows.size()); ++i) {
            const QRectF band = rowRect(i);
            if (!band.intersects(area))
                continue;
            const ChartRow &row = m_data.rows[std::size_t(i)];
            paintName(painter, row, band, look);
            double x = m_plot.left();
            const double height = std::min(18.0, band.height() - 6);
            for (std::size_t part = 0; part < m_data.parts.size(); ++part) {
                if (row.values[part] == 0)
                    continue;
                const QRectF bar(x, band.center().y() - height / 2, row.values[part] * unit, height);
                paintPart(painter, bar, m_data.parts[part], tokens);
                painter.setPen(QPen(tokens.ink3, 0.9));
                painter.setBrush(Qt::NoBrush);
                painter.drawRect(bar);
                paintPartWords(painter, bar, m_data.parts[part], row.values[part], tokens);
                x = bar.right();
            }
            paintText(painter, {x + 6, band.center().y() + capHeight / 2 * nameSize}, QString::number(row.total()), drawingFont(nameSize, true), tokens.ink);
        }
    }

private:
    static double signWidth(const ChartRow &row) { return row.sign.isEmpty() ? 0 : 24; }

    void paintName(QPainter &painter, const ChartRow &row, const QRectF &band, const Look &look) const
    {
        const Tokens &tokens = look.tokens();
        const double right = m_plot.left() - 12;
        const double baseline = band.center().y() + capHeight / 2 * nameSize;
        const QString name = fitted(row.label, m_names - signWidth(row), nameSize, isChosen(row, look));
        if (row.sign.isEmpty()) {
            paintText(painter, {right, baseline}, name, drawingFont(nameSize, isChosen(row, look)), tokens.ink, Anchor::End);
            return;
        }
        // The sign at the left edge of the column, the name behind it.
        const double left = right - m_names;
        paintText(painter, {left + 24, baseline}, name, drawingFont(nameSize, isChosen(row, look)), tokens.ink);
        if (m_data.kind == ChartKind::Progress) {
            symbols::areaHexagon(painter, {left + 9, band.center().y()}, 8, row.sign, tokens, tokens.canvas);
            return;
        }
        // The side's letter in its bar, as bodies carry it outside the ladder.
        const QRectF bar(left + 2, band.center().y() - 7, 14, 14);
        painter.fillRect(bar, tokens.side(row.side));
        paintCentred(painter, bar.center(), row.sign, 9, tokens.canvas);
    }

    double m_names = 0;
    double m_row = leastRow;
};

/// Upright bars or areas over time, on one scale.
class OverTime : public BaseChart
{
public:
    OverTime(ChartData chart, const ChartOptions &options)
        : BaseChart(std::move(chart), options)
    {
        const double left = 16 + textWidth(QString::number(m_most), scaleSize) + 10;
        const double room = options.room.width() - left - 20;
        const auto count = double(std::max<std::size_t>(1, m_data.rows.size()));
        m_step = m_data.kind == ChartKind::Meetings ? std::clamp(room / count, leastYear, widestYear) : room / std::max(1.0, count - 1);
        const double width = m_data.kind == ChartKind::Meetings ? m_step * count : room;
        m_plot = QRectF(left, scaleTop + 8, width, std::max(160.0, options.room.height() - scaleTop - 8 - 26 - foot()));
        m_size = QSizeF(std::max(m_plot.right() + 20, 240.0), m_plot.bottom() + 26 + foot());
    }

    QMarginsF heads() const override { return m_data.rows.empty() ? QMarginsF() : QMarginsF(m_plot.left(), 0, 0, 0); }

    QRectF rowRect(int row) const override
    {
        if (m_data.kind == ChartKind::Meetings)
            return {m_plot.left() + m_step * row, m_plot.top(), m_step, m_plot.height() + 22};
        const double left = xOf(row);
        const double right = row + 1 < int(m_data.rows.size()) ? xOf(row + 1) : m_plot.right() + 1;
        return {left, m_plot.top(), right - left, m_plot.height() + 22};
    }

protected:
    void paintRows(QPainter &painter, const QRectF &area, const Look &look) const override
    {
        const Tokens &tokens = look.tokens();
        const double unit = m_plot.height() / m_most;
        const int step = scaleStep(m_most, m_plot.height());
        for (int value = 0; value <= m_most; value += step) {
            const double y = m_plot.bottom() - value * unit;
            painter.setPen(QPen(value == 0 ? tokens.ink3 : tokens.grid, 1));
            painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
            paintText(painter, {m_plot.left() - 6, y + 3.7}, QString::number(value), drawingFont(scaleSize), tokens.ink2, Anchor::End);
        }
        paintText(painter, {12, 18}, m_data.unit, drawingFont(scaleSize), tokens.ink2);
        if (m_data.kind == ChartKind::Meetings)
            paintYears(painter, area, look, unit);
        else
            paintAreas(painter, look, unit);
    }

private:
    double xOf(int row) const
    {
        const QDate first = m_data.rows.front().day;
        const auto days = double(std::max<qint64>(1, first.daysTo(m_data.rows.back().day)));
        return m_plot.left() + m_plot.width() * double(first.daysTo(m_data.rows[std::size_t(row)].day)) / days;
    }

    void paintYears(QPainter &painter, const QRectF &area, const Look &look, double unit) const
    {
        const Tokens &tokens = look.tokens();
        const double label = textWidth(u"2026"_s, scaleSize) + 6;
        const int every = std::max(1, int(std::ceil(label / m_step)));
        for (int i = 0; i < int(m_data.rows.size()); ++i) {
            const ChartRow &row = m_data.rows[std::size_t(i)];
            const QRectF column = rowRect(i);
            if (!column.adjusted(-label, 0, label, 0).intersects(area))
                continue;
            double y = m_plot.bottom();
            for (std::size_t part = 0; part < m_data.parts.size(); ++part) {
                if (row.values[part] == 0)
                    continue;
                const double height = row.values[part] * unit;
                const QRectF bar(column.left() + 2, y - height, column.width() - 4, height);
                paintPart(painter, bar, m_data.parts[part], tokens);
                painter.setPen(QPen(tokens.ink3, 0.9));
                painter.setBrush(Qt::NoBrush);
                painter.drawRect(bar);
                paintPartWords(painter, bar, m_data.parts[part], row.values[part], tokens);
                y = bar.top();
            }
            if (row.total() > 0)
                paintText(painter, {column.center().x(), y - 4}, QString::number(row.total()), drawingFont(scaleSize, true), tokens.ink, Anchor::Middle);
            if (row.day.year() % every == 0 || every == 1)
                paintText(painter, {column.center().x(), m_plot.bottom() + 15}, row.label, drawingFont(scaleSize), tokens.ink2, Anchor::Middle);
        }
    }

    /// Each day's states hold until the next day that was looked at.
    void paintAreas(QPainter &painter, const Look &look, double unit) const
    {
        const Tokens &tokens = look.tokens();
        const int days = int(m_data.rows.size());
        std::vector<double> base(std::size_t(days), m_plot.bottom());
        std::vector<QPolygonF> edges(m_data.parts.size());
        for (std::size_t part = 0; part < m_data.parts.size(); ++part) {
            QRectF widest;
            QRectF run;
            int countOfWidest = 0;
            for (int day = 0; day < days; ++day) {
                const int value = m_data.rows[std::size_t(day)].values[part];
                const QRectF column = rowRect(day);
                const QRectF box(column.left(), base[std::size_t(day)] - value * unit, std::min(column.right(), m_plot.right()) - column.left(), value * unit);
                base[std::size_t(day)] = box.top();
                if (value > 0 && box.width() > 0)
                    paintPart(painter, box, m_data.parts[part], tokens);
                edges[part] << box.topLeft() << box.topRight(); // With the steps between them.
                // The letter stands where the band is level for longest.
                const bool goesOn = run.isValid() && run.top() == box.top() && run.height() == box.height();
                run = goesOn ? QRectF(run.topLeft(), box.bottomRight()) : box;
                if (run.height() >= 12 && run.width() > widest.width()) {
                    widest = run;
                    countOfWidest = value;
                }
            }
            if (!widest.isEmpty())
                paintPartWords(painter, widest, m_data.parts[part], countOfWidest, tokens);
        }
        painter.setPen(QPen(tokens.ink3, 1));
        painter.setBrush(Qt::NoBrush);
        for (const QPolygonF &edge : edges)
            painter.drawPolyline(edge);
        painter.drawLine(m_plot.bottomLeft(), m_plot.bottomRight());
        paintDays(painter, tokens);
    }

    /// The first and the last day, and between them every so many.
    void paintDays(QPainter &painter, const Tokens &tokens) const
    {
        const int days = int(m_data.rows.size());
        const double label = textWidth(u"30 Nov 2026"_s, scaleSize) + 14;
        const double step = days > 2 ? (xOf(days - 1) - xOf(1)) / (days - 2) : label;
        const int every = std::max(1, int(std::ceil(label / std::max(step, 0.1))));
        const double lastStart = m_plot.right() - label;
        for (int day = 0; day < days; ++day) {
            const bool isLast = day == days - 1;
            const QString &words = m_data.rows[std::size_t(day)].label;
            const double width = textWidth(words, scaleSize);
            const double x = isLast ? m_plot.right() - width : std::max(m_plot.left(), xOf(day) - width / 2);
            if (!isLast && (day % every != 0 || x + width > lastStart))
                continue;
            paintText(painter, {x, m_plot.bottom() + 17}, words, drawingFont(scaleSize), tokens.ink2);
            painter.setPen(QPen(tokens.ink3, 1));
            painter.drawLine(QPointF(xOf(day), m_plot.bottom()), QPointF(xOf(day), m_plot.bottom() + 4));
        }
    }

    double m_step = 20;
};

} // namespace

std::unique_ptr<ChartDrawing> chartDrawing(ChartData data, const ChartOptions &options)
{
    if (data.isOverTime())
        return std::make_unique<OverTime>(std::move(data), options);
    return std::make_unique<LevelBars>(std::move(data), options);
}

} // namespace entente::ui
