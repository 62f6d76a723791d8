#include "ui/paint/tabledrawing.h"

#include "ui/paint/fonts.h"
#include "ui/paint/lettering.h"

#include <QPainter>

#include <algorithm>
#include <numeric>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double pixels = 10.5;      ///< Size of the texts.
constexpr double quietPixels = 9.5;  ///< Of second paragraphs.
constexpr double headPixels = 9.5;
constexpr double lineHeight = 1.35;
constexpr double padding = 6;        ///< Left of a cell's text and above and below it.
constexpr int mostLines = 60;        ///< Of one cell: a row must fit on a page.

class TableDrawing : public Drawing
{
public:
    TableDrawing(TableContent content, double width) : m_content(std::move(content)), m_width(width)
    {
        const double all = std::accumulate(m_content.shares.begin(), m_content.shares.end(), 0.0);
        double x = 0;
        for (const double share : m_content.shares) {
            m_lefts.push_back(x);
            x += width * share / all;
        }
        m_lefts.push_back(width);
        double lines = 1;
        for (qsizetype column = 0; column < m_content.heads.size(); ++column)
            lines = std::max(lines, double(headLines(column).size()));
        m_head = lines * headPixels * lineHeight + 2 * padding;
        double y = m_head;
        for (const auto &row : m_content.rows) {
            double height = 0;
            std::vector<Lines> cells;
            for (std::size_t column = 0; column < row.size(); ++column) {
                cells.push_back(linesOf(row[column], column));
                height = std::max(height, double(cells.back().first.size()) * pixels * lineHeight + double(cells.back().second.size()) * quietPixels * lineHeight);
            }
            m_lines.push_back(std::move(cells));
            m_tops.push_back(y);
            y += height + 2 * padding;
        }
        m_height = y;
    }

    QSizeF size() const override { return {m_width, m_height}; }
    QMarginsF heads() const override { return {0, m_head, 0, 0}; }
    std::vector<double> breaks() const override { return m_tops; }
    std::vector<LegendEntry> legend() const override { return {}; }
    DrawingFacts facts() const override { return m_content.facts; }

    void paint(QPainter &painter, const QRectF &area, const Look &look) const override
    {
        const Tokens &tokens = look.tokens();
        painter.fillRect(area.intersected(QRectF({0, 0}, size())), tokens.canvas);
        if (m_content.rows.empty())
            return;
        if (area.top() < m_head) {
            for (qsizetype column = 0; column < m_content.heads.size(); ++column) {
                double y = padding + headPixels;
                for (const QString &line : headLines(column)) {
                    paintText(painter, {m_lefts[std::size_t(column)] + padding, y}, line, drawingFont(headPixels, true), tokens.ink2);
                    y += headPixels * lineHeight;
                }
            }
            painter.setPen(QPen(tokens.ink2, 1));
            painter.drawLine(QPointF(0, m_head - 0.5), QPointF(m_width, m_head - 0.5));
        }
        const auto begin = std::upper_bound(m_tops.begin(), m_tops.end(), area.top());
        for (auto row = std::size_t(std::max<std::ptrdiff_t>(0, begin - m_tops.begin() - 1)); row < m_tops.size() && m_tops[row] < area.bottom(); ++row)
            paintRow(painter, row, tokens);
    }

private:
    using Lines = std::pair<QStringList, QStringList>;

    double roomOf(std::size_t column) const { return m_lefts[column + 1] - m_lefts[column] - 2 * padding; }
    QStringList headLines(qsizetype column) const { return wrapped(m_content.heads[column], roomOf(std::size_t(column)), headPixels, true); }

    Lines linesOf(const TableCell &cell, std::size_t column) const
    {
        Lines lines{cell.text.isEmpty() ? QStringList() : wrapped(cell.text, roomOf(column), pixels, cell.bold || cell.warn),
                    cell.second.isEmpty() ? QStringList() : wrapped(cell.second, roomOf(column), quietPixels)};
        for (QStringList *paragraph : {&lines.first, &lines.second}) {
            if (paragraph->size() > mostLines) {
                *paragraph = paragraph->mid(0, mostLines);
                paragraph->last() = fitted(paragraph->last() + u" …"_s, roomOf(column), pixels);
            }
        }
        return lines;
    }

    void paintRow(QPainter &painter, std::size_t row, const Tokens &tokens) const
    {
        const auto &cells = m_content.rows[row];
        for (std::size_t column = 0; column < cells.size(); ++column) {
            const TableCell &cell = cells[column];
            double y = m_tops[row] + padding + pixels;
            for (const QString &line : m_lines[row][column].first) {
                paintText(painter, {m_lefts[column] + padding, y}, line, drawingFont(pixels, cell.bold || cell.warn), cell.warn ? tokens.warn : tokens.ink);
                y += pixels * lineHeight;
            }
            for (const QString &line : m_lines[row][column].second) {
                paintText(painter, {m_lefts[column] + padding, y}, line, drawingFont(quietPixels), tokens.ink2);
                y += quietPixels * lineHeight;
            }
        }
        const double foot = row + 1 < m_tops.size() ? m_tops[row + 1] : m_height;
        painter.setPen(QPen(tokens.hair, 1));
        painter.drawLine(QPointF(0, foot - 0.5), QPointF(m_width, foot - 0.5));
    }

    TableContent m_content;
    double m_width;
    double m_height = 0;
    double m_head = 0;
    std::vector<double> m_lefts;
    std::vector<double> m_tops;
    std::vector<std::vector<Lines>> m_lines;
};

QString plainCell(QString text)
{
    text = text.simplified();
    return !text.isEmpty() && u"=+-@"_s.contains(text.front()) ? u'\'' + text : text;
}

} // namespace

std::unique_ptr<Drawing> tableDrawing(TableContent content, double width)
{
    return std::make_unique<TableDrawing>(std::move(content), width);
}

QString tableText(const TableContent &content)
{
    QString text = content.heads.join(u'\t') + u'\n';
    for (const auto &row : content.rows) {
        QStringList cells;
        for (const TableCell &cell : row)
            cells += plainCell(cell.second.isEmpty() ? cell.text : cell.text + u" — "_s + cell.second);
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

} // namespace entente::ui
