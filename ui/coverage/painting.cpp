#include "ui/coverage/painting.h"

#include "ui/paint/fonts.h"
#include "ui/paint/lettering.h"
#include "ui/paint/symbols.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;
using coverage::Cell;
using coverage::Part;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::ui", text);
}

constexpr double leading = 14.5; // from line to line on paper

/// Where the sign and the words of a heading stand, from the left edge, and where the room for them and the number of units ends.
double headingSign(const CoverageLine &line)
{
    return line.number.isEmpty() ? 28 : 88;
}

double headingStart(const CoverageLine &line, const CoverageGroup &group)
{
    return headingSign(line) + (group.areaNumber.isEmpty() && !group.state ? -6 : 18);
}

double headingEnd(const std::vector<CoverageSection> &sections)
{
    double end = 0;
    for (const CoverageSection &section : sections) {
        if (section.field == CoverageField::Promise)
            end = std::max(end, section.x + section.width - 12);
        else if (section.field == CoverageField::Words)
            end = std::max(end, section.x + section.width - 10);
    }
    return end;
}

/// One line of the matrix while it is painted.
class Row
{
public:
    Row(QPainter &painter, double y, const CoverageLine &line, const std::vector<CoverageSection> &sections, const CoverageContent &content,
        const CoverageHighlight &highlight, const CoverageRowLook &row, const Look &look, int *cut)
        : m_painter(painter)
        , m_line(line)
        , m_sections(sections)
        , m_content(content)
        , m_highlight(highlight)
        , m_row(row)
        , m_look(look)
        , m_tokens(look.tokens())
        , m_cut(cut)
        , m_top(y)
        , m_height(row.height > 0 ? row.height
                   : row.narrow   ? coverageNarrowRow
                                  : coverageRow)
        , m_chosen(!look.paper && line.kind == CoverageLine::Kind::Clause && highlight.clauses.contains(line.clause))
    {}

    void paint()
    {
        ground();
        if (m_line.kind == CoverageLine::Kind::Gap)
            gap();
        else if (m_line.kind == CoverageLine::Kind::Group)
            group();
        else
            clause();
        grid();
    }

private:
    double left() const { return m_sections.front().x; }
    double right() const { return m_sections.back().x + m_sections.back().width; }
    double middle() const { return m_top + m_height / 2; }
    double baseline(double pixels) const { return middle() + capHeight / 2 * pixels; }
    QRectF box(const CoverageSection &section) const { return {section.x, m_top, section.width, m_height}; }
    bool isChosenColumn(const CoverageSection &section) const
    {
        return !m_look.paper && section.round >= 0 && m_highlight.meetings.contains(m_content.heads[std::size_t(section.round)].meeting);
    }
    const CoverageSection *section(CoverageField field) const
    {
        const auto found = std::ranges::find(m_sections, field, &CoverageSection::field);
        return found == m_sections.end() ? nullptr : &*found;
    }
    void text(double x, const QString &words, double pixels, const QColor &color, bool bold = false, Anchor anchor = Anchor::Start)
    {
        paintText(m_painter, {x, baseline(pixels)}, words, drawingFont(pixels, bold), color, anchor);
    }

    /// The words of the line: in full where its height was made for it, else one line.
    void paragraph(double x, double width, double pixels, bool bold)
    {
        if (m_row.height <= 0)
            return text(x, fitted(m_line.words, width, pixels, bold, m_cut), pixels, m_tokens.ink, bold);
        const QStringList lines = wrapped(m_line.words, width, pixels, bold);
        double y = baseline(pixels) - leading / 2 * double(lines.size() - 1);
        for (const QString &words : lines) {
            paintText(m_painter, {x, y}, words, drawingFont(pixels, bold), m_tokens.ink);
            y += leading;
        }
    }

    void ground()
    {
        const bool openGroup = m_line.kind == CoverageLine::Kind::Group && m_row.open && !m_row.narrow;
        m_painter.fillRect(QRectF(left(), m_top, right() - left(), m_height), m_chosen    ? m_tokens.selectionFill
                                                                              : openGroup ? m_tokens.responsible
                                                                                          : m_tokens.canvas);
        for (const CoverageSection &section : m_sections) {
            if (section.field != CoverageField::Round)
                continue;
            const Part part = m_line.kind == CoverageLine::Kind::Clause ? m_content.part(m_line, section.round) : Part::None;
            const bool yellow = m_chosen || isChosenColumn(section);
            if (isChosenColumn(section))
                m_painter.fillRect(box(section), m_tokens.selectionFill);
            if (part != Part::None && !yellow)
                m_painter.fillRect(box(section), part == Part::Responsible ? m_tokens.responsible : m_tokens.reviews);
            if (part == Part::Responsible)
                m_painter.fillRect(QRectF(section.x + 0.5, m_top + 1, 2, m_height - 2), m_tokens.ink2);
        }
    }

    void grid()
    {
        m_painter.setPen(QPen(m_tokens.grid, 1));
        const double y = m_top + m_height - 0.5;
        m_painter.drawLine(QPointF(left(), y), QPointF(right(), y));
        if (m_row.narrow || m_line.kind == CoverageLine::Kind::Gap)
            return;
        for (const CoverageSection &section : m_sections) {
            if (section.field == CoverageField::Round || section.field == CoverageField::Other || section.field == CoverageField::State)
                m_painter.drawLine(QPointF(section.x, m_top), QPointF(section.x, m_top + m_height));
        }
    }

    void gap()
    {
        const QRectF area(left(), m_top + 1, right() - left(), m_height - 2);
        paintHatch(m_painter, area, m_tokens.missing, 8, 1.3);
        const double start = left() + (m_row.narrow ? 28 : 64);
        const double pixels = m_row.narrow ? 10.5 : 11;
        const QString words = fitted(m_line.words, right() - start - 8, pixels, false, m_cut);
        m_painter.fillRect(QRectF(left() + 6, m_top + 1.5, start - left() - 6, m_height - 3), m_tokens.canvas);
        m_painter.fillRect(QRectF(start - 4, m_top + 1.5, textWidth(words, pixels) + 8, m_height - 3), m_tokens.canvas);
        text(left() + (m_row.narrow ? 10 : 16), u"?"_s, pixels, m_tokens.state(ProgressState::CannotTell).letter, true);
        text(start, words, pixels, m_tokens.ink);
    }

    void group()
    {
        const CoverageGroup &group = m_content.groups[std::size_t(m_line.group)];
        double limit = right() - 40;
        if (const CoverageSection *state = section(CoverageField::State); state && m_row.narrow) {
            text(state->x + state->width / 2, QString::number(group.units), 10, m_tokens.ink3, false, Anchor::Middle);
            limit = state->x - 4;
        }
        if (!m_row.open) {
            for (const CoverageSection &section : m_sections) {
                if (section.field == CoverageField::Round && foldedCell(section, group))
                    limit = std::min(limit, section.x - 2);
            }
        }
        if (m_row.narrow) {
            symbols::foldSign(m_painter, {left() + 9, middle()}, 2.8, m_row.open, m_tokens);
            if (!group.areaNumber.isEmpty())
                symbols::areaHexagon(m_painter, {left() + 25, middle()}, 7, group.areaNumber, m_tokens, m_tokens.canvas);
            const double start = left() + (group.areaNumber.isEmpty() ? 17 : 36);
            text(start, fitted(m_line.brief, limit - start, 10.5, m_row.open, m_cut), 10.5, m_tokens.ink, m_row.open);
            return;
        }
        symbols::foldSign(m_painter, {left() + 10, middle()}, 2.8, m_row.open, m_tokens);
        text(left() + 20, m_line.number, 11, m_tokens.ink2, m_row.open);
        if (!group.areaNumber.isEmpty())
            symbols::areaHexagon(m_painter, {left() + headingSign(m_line), middle()}, 7.5, group.areaNumber, m_tokens, m_tokens.canvas);
        else if (group.state)
            symbols::progressTile(m_painter, {left() + headingSign(m_line) - 9, middle() - 7, 18, 14}, *group.state, m_tokens);
        const QString units = group.units == 1 ? tr("1 unit") : tr("%1 units").arg(group.units);
        const double end = m_row.headingEnd > 0 ? m_row.headingEnd : headingEnd(m_sections);
        text(end, units, 10.5, m_tokens.ink3, false, Anchor::End);
        const double start = left() + headingStart(m_line, group);
        const double room = end - textWidth(units, 10.5) - 8 - start;
        paragraph(start, room, 11.5, m_row.open);
        if (const CoverageSection *state = section(CoverageField::State); state && !m_row.open)
            foldedStates(state->x + 14, group);
    }

    /// How many clauses of a folded heading are in each state, as far as there is room.
    void foldedStates(double x, const CoverageGroup &group)
    {
        for (int i = 0; i < 8; ++i) {
            const int count = group.states[std::size_t(i)];
            const QString number = QString::number(count);
            if (count == 0 || x + 26 + textWidth(number, 10.5) > right())
                continue;
            symbols::progressTile(m_painter, {x, middle() - 6, 15.4, 12}, ProgressState(i), m_tokens);
            text(x + 19, number, 10.5, m_tokens.ink2);
            x += 19 + textWidth(number, 10.5) + 9;
        }
    }

    /// What a folded heading says of a round: "2 of 2" raised, or that suggestions wait. False: nothing.
    bool foldedCell(const CoverageSection &section, const CoverageGroup &group)
    {
        const int raised = group.raisedAt[std::size_t(section.round)];
        const QPointF centre = box(section).center();
        if (raised > 0)
            paintCentred(m_painter, centre, m_row.narrow ? QString::number(raised) : tr("%1 of %2").arg(raised).arg(group.units), 10.2,
                         m_tokens.ink);
        else if (group.waitingAt[std::size_t(section.round)] > 0)
            symbols::suggestionMark(m_painter, centre, m_row.narrow ? 5.4 : 6.2, m_tokens);
        else
            return false;
        return true;
    }

    void clause()
    {
        const double body = m_row.narrow ? 10.5 : 11;
        for (const CoverageSection &section : m_sections) {
            switch (section.field) {
            case CoverageField::Number:
                text(section.x + (m_row.narrow   ? 26
                                  : m_line.point ? 27
                                                 : 20),
                     m_line.number, m_row.narrow ? 10.8 : 11.5, m_tokens.ink, true);
                break;
            case CoverageField::Words:
                paragraph(section.x, section.width - 8, body, false);
                break;
            case CoverageField::Promise:
                text(section.x, fitted(m_line.promise, section.width - 4, body, false, m_cut), body, m_tokens.ink2);
                break;
            case CoverageField::Round:
                cell(section);
                break;
            case CoverageField::Other:
                break;
            case CoverageField::State:
                state(section);
                break;
            case CoverageField::Known: {
                const Knowledge known = m_content.stateOf(m_line)->knowledge;
                symbols::knowledgeSquare(m_painter, {section.x, middle() - 5, 10, 10}, known, m_tokens);
                text(section.x + 15, m_line.known, body, known == Knowledge::None ? m_tokens.ink3 : m_tokens.ink);
                break;
            }
            case CoverageField::Responsible: {
                const bool nobody = m_line.responsible.isEmpty();
                const QString words = nobody ? tr("nobody named") : m_line.responsible;
                text(section.x, fitted(words, section.width - 6, body, false, m_cut), body, nobody ? m_tokens.ink3 : m_tokens.ink);
                break;
            }
            case CoverageField::Last:
                text(section.x + section.width - 16, m_line.last, body, m_line.lastIsKnown ? m_tokens.ink : m_tokens.ink3, false,
                     Anchor::End);
                break;
            }
        }
    }

    void cell(const CoverageSection &section)
    {
        const Cell cell = m_content.cell(m_line, section.round);
        const double radius = m_row.narrow ? 5.5 : 6.2;
        QPointF centre = box(section).center();
        const auto passages = cell.evidence.size();
        if (cell.level != CoverageLevel::None) {
            const bool count = !m_row.narrow && passages > 1;
            if (count)
                centre.rx() -= 8;
            symbols::levelMark(m_painter, centre, radius, cell.level, m_tokens);
            if (count)
                text(centre.x() + 12, QString::number(passages), 10, m_tokens.ink2);
        } else if (cell.waiting > 0) {
            symbols::suggestionMark(m_painter, centre, radius, m_tokens);
        } else if (cell.readoutMissing) {
            symbols::missingReadoutMark(m_painter, centre, 6.2, m_tokens);
        }
        const QString &meeting = m_content.heads[std::size_t(section.round)].meeting;
        const bool chosen = !m_look.paper && m_highlight.cellClause == m_line.clause && m_highlight.cellMeeting == meeting;
        if (chosen) {
            m_painter.setPen(QPen(m_tokens.selectionRing, 2));
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawRoundedRect(box(section).adjusted(1.5, 1.5, -1.5, -1.5), 3, 3);
        }
    }

    void state(const CoverageSection &section)
    {
        const coverage::ClauseState &state = *m_content.stateOf(m_line);
        const QSizeF size = m_row.narrow ? QSizeF(17.4, 13.5) : symbols::tileSize;
        const double x = m_row.narrow ? section.x + (section.width - size.width()) / 2 : section.x + 14;
        const QRectF tile(QPointF(x, middle() - size.height() / 2), size);
        double words = tile.right() + 8;
        if (state.judgement) {
            symbols::judgedTile(m_painter, tile, state.progress(), m_row.narrow ? state.progress() : state.computed, m_tokens);
            words += state.progress() != state.computed ? 14 : 0;
        } else {
            symbols::progressTile(m_painter, tile, state.progress(), m_tokens);
        }
        if (!m_row.narrow)
            text(words, fitted(stateWords(state.progress()), section.x + section.width - words - 2, 11, false, m_cut), 11, m_tokens.ink);
    }

    QPainter &m_painter;
    const CoverageLine &m_line;
    const std::vector<CoverageSection> &m_sections;
    const CoverageContent &m_content;
    const CoverageHighlight &m_highlight;
    const CoverageRowLook &m_row;
    const Look &m_look;
    const Tokens &m_tokens;
    int *m_cut;
    double m_top;
    double m_height;
    bool m_chosen;
};

} // namespace

double fullHeight(const CoverageLine &line, const std::vector<CoverageSection> &sections, const CoverageContent &content)
{
    if (line.kind == CoverageLine::Kind::Gap)
        return coverageRow;
    double start = 0;
    double end = 0;
    for (const CoverageSection &section : sections) {
        if (section.field == CoverageField::Words) {
            start = section.x;
            end = section.x + section.width - 8;
        }
    }
    if (line.kind == CoverageLine::Kind::Group) {
        start = headingStart(line, content.groups[std::size_t(line.group)]);
        end = headingEnd(sections) - 68;
    }
    const bool heading = line.kind == CoverageLine::Kind::Group;
    return coverageRow + leading * double(wrapped(line.words, end - start, heading ? 11.5 : 11, heading).size() - 1);
}

void paintCoverageRow(QPainter &painter, double y, const CoverageLine &line, const std::vector<CoverageSection> &sections,
                      const CoverageContent &content, const CoverageHighlight &highlight, const CoverageRowLook &row, const Look &look,
                      int *cut)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    Row(painter, y, line, sections, content, highlight, row, look, cut).paint();
    painter.restore();
}

} // namespace entente::ui
