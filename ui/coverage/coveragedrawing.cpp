#include "ui/coverage/coveragedrawing.h"

#include "core/base/partialdate.h"
#include "ui/coverage/crossdrawing.h"
#include "ui/coverage/painting.h"
#include "ui/paint/fonts.h"
#include "ui/paint/legendstrip.h"
#include "ui/paint/lettering.h"
#include "ui/paint/symbols.h"

#include <QCoreApplication>
#include <QImage>
#include <QPainter>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::ui", text);
}

class CoverageDrawing : public Drawing
{
public:
    CoverageDrawing(const Lookup &lookup, const Lens &lens, const CoverageOptions &options)
        : m_lookup(lookup)
        , m_content(coverageContent(m_lookup, lens, options.arrangement))
        , m_options(options)
        , m_asOf(lens.asOf)
        , m_sections(coverageSections(m_content, std::max(options.width, fullMatrixWidth(m_content)), false))
    {
        m_width = m_sections.back().x + m_sections.back().width;
        double y = m_headsEnd;
        bool open = true;
        for (std::size_t i = 0; i < m_content.lines.size(); ++i) {
            const CoverageLine &line = m_content.lines[i];
            if (line.kind == CoverageLine::Kind::Group) {
                const CoverageGroup &group = m_content.groups[std::size_t(line.group)];
                open = options.arrangement.isOpen(group.key, group.raised > 0);
            } else if (line.parent >= 0 && !open) {
                continue;
            }
            const double height = options.wholeWords ? fullHeight(line, m_sections, m_content) : coverageRow;
            m_rows.push_back({int(i), y, height, open});
            y += height;
        }
        m_end = y + 2;
        m_legend = coverageLegend(m_content, [this](const CoverageLine &line) { return shows(line); });
        std::vector<LegendEntry> cells;
        std::ranges::copy_if(m_legend, std::back_inserter(cells), [](const LegendEntry &entry) { return entry.group == tr("Cells"); });
        m_cellsKey = cells;
        m_keyHeight = options.key ? paintKey(nullptr, QRectF(12, 0, m_width - 24, 0), cells, {}) + 12 : 0;
        if (const auto *state = m_content.coverage.find(options.explain)) {
            const QStringList why = whyWords(m_lookup, m_content, *state);
            m_why.push_back({why.first(), WhyLine::Title});
            for (qsizetype i = 1; i < why.size(); ++i) {
                const auto kind = i > 1 && i == why.size() - 1 ? WhyLine::Last : WhyLine::Sentence;
                for (const QString &words : wrapped(why[i], m_width - 32, 11.5))
                    m_why.push_back({words, kind});
            }
        }

        QImage aside(8, 8, QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&aside);
        Look look;
        look.paper = true;
        for (const Placed &row : m_rows)
            paintCoverageRow(painter, row.y, line(row), m_sections, m_content, {}, rowLook(row), look, &m_cut);
    }

    QSizeF size() const override
    {
        if (m_content.lines.empty())
            return {480, 60};
        return {m_width, m_end + m_keyHeight + 36 + (m_why.empty() ? 0 : 18.0 * double(m_why.size()) + 14)};
    }

    void paint(QPainter &painter, const QRectF &area, const Look &look) const override
    {
        const Tokens &tokens = look.tokens();
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillRect(area.intersected(QRectF({}, size())), tokens.canvas);
        if (m_content.lines.empty()) {
            paintText(painter, {12, 34}, emptyWords(), drawingFont(11.5), tokens.ink2);
            painter.restore();
            return;
        }
        const CoverageHighlight highlight = look.paper ? CoverageHighlight() : coverageHighlight(m_lookup, look.selected);
        for (const CoverageSection &section : m_sections)
            paintCoverageHead(painter, coverageHeads, section, m_content, highlight, false, look);
        painter.setPen(QPen(tokens.ink3, 1));
        painter.drawLine(QPointF(0, coverageHeads), QPointF(m_width, coverageHeads));
        for (const Placed &row : m_rows) {
            if (row.y + row.height >= area.top() && row.y <= area.bottom())
                paintCoverageRow(painter, row.y, line(row), m_sections, m_content, highlight, rowLook(row), look);
        }
        painter.setPen(QPen(tokens.ink3, 1));
        painter.drawLine(QPointF(0, m_end), QPointF(m_width, m_end));
        if (m_options.key)
            paintKey(&painter, QRectF(12, m_end + 6, m_width - 24, m_keyHeight), m_cellsKey, look);
        paintFoot(painter, look);
        painter.restore();
    }

    QMarginsF heads() const override
    {
        return m_content.lines.empty() ? QMarginsF() : QMarginsF(m_sections.front().width, m_headsEnd, 0, 0);
    }

    std::vector<double> breaks() const override
    {
        // Not under a heading, which stays with what it heads.
        std::vector<double> edges;
        for (const Placed &row : m_rows) {
            const bool heads = line(row).kind == CoverageLine::Kind::Group && row.open;
            if (!heads)
                edges.push_back(row.y + row.height);
        }
        return edges;
    }

    std::vector<LegendEntry> legend() const override { return m_legend; }

    DrawingFacts facts() const override
    {
        DrawingFacts facts;
        facts.title = tr("Coverage");
        facts.subtitle = m_content.title.isEmpty() ? QString() : m_content.title + u" · "_s + m_content.subtitle;
        facts.view = tableChoices()[0].words;
        if (m_options.arrangement.order != CoverageArrangement::Order::Number)
            facts.view += u", "_s + orderChoices()[int(m_options.arrangement.order)].words.toLower();
        facts.asOf = base::dateInWords(m_asOf);
        facts.empty = emptyWords();
        const auto clauses = std::ranges::count_if(m_rows, [&](const Placed &row) { return line(row).kind == CoverageLine::Kind::Clause; });
        facts.shown = tr("%1 of %2 clauses and points, %3 rounds, %4 other rounds folded")
                          .arg(clauses)
                          .arg(m_content.coverage.clauses.size())
                          .arg(m_content.heads.size())
                          .arg(m_content.folded);
        facts.labels = tr("0 hidden, %1 shortened").arg(m_cut);
        facts.evidence = m_content.heads.empty() ? QString() : m_content.missingWords();
        facts.records.append(m_content.instrument);
        for (const Placed &row : m_rows) {
            if (!line(row).clause.isEmpty())
                facts.records.append(line(row).clause);
        }
        for (const CoverageHead &head : m_content.heads)
            facts.records.append(head.meeting);
        return facts;
    }

private:
    /// A line of the reasons at the foot.
    struct WhyLine
    {
        enum Kind { Title, Sentence, Last };
        QString words;
        Kind kind = Sentence;
    };
    struct Placed
    {
        int line = 0;
        double y = 0;
        double height = coverageRow;
        bool open = false;
    };

    CoverageRowLook rowLook(const Placed &row) const { return {false, row.open, m_options.wholeWords ? row.height : 0, 0}; }
    const CoverageLine &line(const Placed &row) const { return m_content.lines[std::size_t(row.line)]; }
    bool shows(const CoverageLine &wanted) const
    {
        return std::ranges::any_of(m_rows, [&](const Placed &row) { return &line(row) == &wanted; });
    }

    QString emptyWords() const
    {
        if (!m_content.lines.empty())
            return {};
        return m_content.instrument.isEmpty() ? tr("Choose an instrument to see what became of its clauses.")
                                              : tr("The text of this instrument is not in the map. Import it…");
    }

    /// The totals in one line, and why a clause is in its state.
    void paintFoot(QPainter &painter, const Look &look) const
    {
        const Tokens &tokens = look.tokens();
        double y = m_end + m_keyHeight + 18;
        double x = 16;
        x += paintText(painter, {x, y + 4}, tr("%1 units:").arg(m_content.coverage.clauses.size()), drawingFont(11), tokens.ink2) + 14;
        for (int i = 0; i < 8; ++i) {
            const auto state = ProgressState(i);
            if (m_content.coverage.count(state) == 0)
                continue;
            symbols::progressTile(painter, {x, y - 7, 18, 14}, state, tokens);
            x += 25;
            x += paintText(painter, {x, y + 4}, QString::number(m_content.coverage.count(state)), drawingFont(11.5, true), tokens.ink) + 5;
            x += paintText(painter, {x, y + 4}, stateWords(state).toLower(), drawingFont(11), tokens.ink2) + 20;
        }
        y += 28;
        for (const WhyLine &line : m_why) {
            const bool title = line.kind == WhyLine::Title;
            paintText(painter, {16, y}, line.words, drawingFont(title ? 13 : 11.5, title),
                      line.kind == WhyLine::Last ? tokens.ink2 : tokens.ink);
            y += 18;
        }
    }

    Lookup m_lookup;
    CoverageContent m_content;
    CoverageOptions m_options;
    QDate m_asOf;
    std::vector<CoverageSection> m_sections;
    std::vector<Placed> m_rows;
    std::vector<LegendEntry> m_legend;
    std::vector<LegendEntry> m_cellsKey;
    std::vector<WhyLine> m_why;
    double m_width = 0;
    double m_headsEnd = coverageHeads + 3;
    double m_end = 0;
    double m_keyHeight = 0;
    int m_cut = 0;
};

} // namespace

std::unique_ptr<Drawing> coverageDrawing(const Lookup &lookup, const Lens &lens, const CoverageOptions &options)
{
    if (options.arrangement.table == CoverageArrangement::Table::ClausesByRound)
        return std::make_unique<CoverageDrawing>(lookup, lens, options);
    const Id<Instrument> instrument = chosenInstrument(lookup.model(), lens);
    return crossDrawing(lookup, coverage::coverageOf(lookup, instrument, lens.asOf), options.arrangement.table);
}

} // namespace entente::ui
