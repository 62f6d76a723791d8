#include "ui/coverage/crossdrawing.h"

#include "ui/coverage/crosspainting.h"
#include "ui/paint/fonts.h"
#include "ui/paint/lettering.h"

#include <QCoreApplication>
#include <QImage>
#include <QPainter>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::ui", text);
}

class CrossDrawing : public Drawing
{
public:
    CrossDrawing(const Lookup &lookup, const coverage::Coverage &coverage, CoverageArrangement::Table table)
        : m_content(crossContent(lookup, coverage,
                                 table == CoverageArrangement::Table::AreasByDialogue ? coverage::Against::Dialogues
                                                                                      : coverage::Against::Institutions))
        , m_legend(crossLegend(m_content))
    {
        const Instrument *instrument = lookup.model().find<Instrument>(coverage.instrument);
        m_facts.title = tr("Coverage");
        m_facts.subtitle = instrument ? instrument->nameEn : QString();
        m_facts.view = tableChoices()[int(table)].words;
        m_facts.asOf = dateInWords(coverage.asOf);
        m_facts.records.append(coverage.instrument);
        for (const coverage::CrossRow &row : m_content.table.rows)
            m_facts.records += row.clauses;
        for (const coverage::CrossCell &cell : m_content.table.cells)
            m_facts.records += cell.evidence;
        for (const coverage::CrossColumn &column : m_content.table.columns)
            m_facts.records += column.record;
        m_facts.records.removeAll(QString());
        m_facts.shown = tr("%1 clauses and points in %2 areas, %3 columns")
                            .arg(coverage.clauses.size())
                            .arg(m_content.lines.size())
                            .arg(m_content.heads.size());
        if (m_content.isEmpty())
            m_facts.empty = coverage.instrument.isEmpty() ? tr("Choose an instrument to see what became of its clauses.")
                                                          : tr("The text of this instrument is not in the map. Import it…");
        QImage aside(8, 8, QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&aside);
        Look look;
        look.paper = true;
        int cut = 0;
        for (std::size_t column = 0; column < m_content.heads.size(); ++column)
            paintCrossHead(painter, headBox(column), m_content.heads[column], false, look, &cut);
        for (std::size_t row = 0; row < m_content.lines.size(); ++row)
            paintCrossLead(painter, {0, 0, crossLead, crossRow}, m_content.lines[row], false, look, &cut);
        m_facts.labels = tr("0 hidden, %1 shortened").arg(cut);
    }

    QSizeF size() const override
    {
        if (m_content.isEmpty())
            return {480, 60};
        return {crossLead + crossColumn * double(m_content.heads.size()) + crossStates, crossHeads + crossRow * double(m_content.lines.size())};
    }

    void paint(QPainter &painter, const QRectF &area, const Look &look) const override
    {
        const Tokens &tokens = look.tokens();
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillRect(area.intersected(QRectF({}, size())), tokens.canvas);
        if (m_content.isEmpty()) {
            paintText(painter, {12, 34}, m_facts.empty, drawingFont(11.5), tokens.ink2);
            painter.restore();
            return;
        }
        painter.setPen(QPen(tokens.ink3, 1));
        painter.drawLine(QPointF(0, crossHeads - 0.5), QPointF(size().width(), crossHeads - 0.5));
        paintText(painter, {16, crossHeads - 8}, tr("Area"), drawingFont(11, true), tokens.ink2);
        for (std::size_t column = 0; column < m_content.heads.size(); ++column) {
            if (headBox(column).intersects(area))
                paintCrossHead(painter, headBox(column), m_content.heads[column], false, look);
        }
        const double states = size().width() - crossStates;
        paintText(painter, {states + 10, crossHeads - 8}, tr("States"), drawingFont(11, true), tokens.ink2);
        for (std::size_t row = 0; row < m_content.lines.size(); ++row) {
            const double y = crossHeads + crossRow * double(row);
            if (y + crossRow < area.top() || y > area.bottom())
                continue;
            paintCrossLead(painter, {0, y, crossLead, crossRow}, m_content.lines[row], false, look);
            for (std::size_t column = 0; column < m_content.heads.size(); ++column) {
                const QRectF box(crossLead + crossColumn * double(column), y, crossColumn, crossRow);
                if (box.intersects(area))
                    paintCrossCell(painter, box, m_content.table.cell(row, column), false, look);
            }
            paintCrossStates(painter, {states, y, crossStates, crossRow}, m_content.table.rows[row], look);
        }
        painter.restore();
    }

    QMarginsF heads() const override { return m_content.isEmpty() ? QMarginsF() : QMarginsF(crossLead, crossHeads, 0, 0); }
    std::vector<double> breaks() const override
    {
        std::vector<double> edges;
        for (std::size_t row = 1; row <= m_content.lines.size(); ++row)
            edges.push_back(crossHeads + crossRow * double(row));
        return edges;
    }
    std::vector<LegendEntry> legend() const override { return m_legend; }
    DrawingFacts facts() const override { return m_facts; }

private:
    QRectF headBox(std::size_t column) const { return {crossLead + crossColumn * double(column), 0, crossColumn, crossHeads}; }

    CrossContent m_content;
    std::vector<LegendEntry> m_legend;
    DrawingFacts m_facts;
};

} // namespace

std::unique_ptr<Drawing> crossDrawing(const Lookup &lookup, const coverage::Coverage &coverage, CoverageArrangement::Table table)
{
    return std::make_unique<CrossDrawing>(lookup, coverage, table);
}

} // namespace entente::ui
