#include "ui/coverage/crosspainting.h"

#include "core/model/laneorder.h"
#include "ui/coverage/content.h"
#include "ui/paint/fonts.h"
#include "ui/paint/lettering.h"
#include "ui/paint/symbols.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;
using coverage::Against;
using coverage::CrossCell;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::ui", text);
}

QString sideLetter(Side side)
{
    switch (side) {
    case Side::Eu:
        return u"E"_s;
    case Side::Rok:
        return u"K"_s;
    case Side::Multilateral:
        return u"M"_s;
    case Side::Third:
        return u"T"_s;
    default:
        return {};
    }
}

CrossHead headOf(const Lookup &lookup, const coverage::CrossColumn &column, Against against)
{
    CrossHead head;
    head.record = column.record;
    if (column.record.isEmpty()) {
        head.code = tr("not recorded");
        head.name = tr("Rounds of which the map does not say who was present");
    } else if (against == Against::Dialogues) {
        const Dialogue *dialogue = lookup.model().find<Dialogue>(column.record);
        head.code = codeOf(lookup, column.record);
        head.name = dialogue ? plainName(*dialogue) : column.record;
    } else {
        const Institution *institution = lookup.model().find<Institution>(column.record);
        head.code = lookup.shortTitle(column.record);
        head.name = lookup.title(column.record);
        head.side = institution ? sideLetter(institution->side) : QString();
    }
    head.rounds = column.rounds == 0 ? tr("no round") : column.rounds == 1 ? tr("1 round") : tr("%1 rounds").arg(column.rounds);
    if (column.withoutReadout > 0)
        head.missing = tr("%1 untold").arg(column.withoutReadout);
    return head;
}

} // namespace

CrossContent crossContent(const Lookup &lookup, const coverage::Coverage &coverage, Against against)
{
    CrossContent content;
    content.table = coverage::crossTable(lookup, coverage, against);
    for (const coverage::CrossColumn &column : content.table.columns)
        content.heads.push_back(headOf(lookup, column, against));
    for (const coverage::CrossRow &row : content.table.rows) {
        CrossLine line;
        line.area = row.area;
        const Area *area = lookup.model().find<Area>(row.area);
        line.number = area && area->number ? QString::number(*area->number) : QString();
        line.name = area ? (area->nameEn.isEmpty() ? area->nameKo : area->nameEn) : tr("Without an area");
        line.units = row.clauses.size() == 1 ? tr("1 unit") : tr("%1 units").arg(row.clauses.size());
        content.lines.push_back(line);
    }
    return content;
}

QString crossCellWords(const CrossContent &content, std::size_t row, std::size_t column)
{
    const CrossCell &cell = content.table.cell(row, column);
    const bool dialogues = content.table.against == Against::Dialogues;
    QStringList words;
    if (const int raised = cell.raised(); raised > 0) {
        QStringList levels;
        for (std::size_t level = cell.clauses.size(); level-- > 1;) {
            if (cell.clauses[level] > 0)
                levels << tr("%1 %2").arg(levelWords(CoverageLevel(level))).arg(cell.clauses[level]);
        }
        const QString clauses = raised == 1 ? tr("1 clause raised") : tr("%1 clauses raised").arg(raised);
        const QString passages = cell.evidence.size() == 1 ? tr("1 passage") : tr("%1 passages").arg(cell.evidence.size());
        words << tr("%1 (%2), %3").arg(clauses, levels.join(u", "_s), passages);
    }
    if (cell.untold > 0)
        words << (cell.untold == 1 ? tr("1 clause cannot be told, a read-out is missing")
                                   : tr("%1 clauses cannot be told, read-outs are missing").arg(cell.untold));
    if (cell.waiting > 0)
        words << (cell.waiting == 1 ? tr("1 suggestion waiting") : tr("%1 suggestions waiting").arg(cell.waiting));
    if (cell.bound > 0 && dialogues)
        words << (cell.bound == 1 ? tr("responsible for 1 clause") : tr("responsible for %1 clauses").arg(cell.bound));
    else if (cell.bound > 0)
        words << (cell.bound == 1 ? tr("named in 1 clause") : tr("named in %1 clauses").arg(cell.bound));
    if (cell.cares)
        words << (dialogues ? tr("reviews the area") : tr("responsible for the area"));
    return words.join(u"; "_s);
}

QString crossStatesWords(const coverage::CrossRow &row)
{
    QStringList words;
    for (std::size_t state = 0; state < row.states.size(); ++state) {
        if (row.states[state] > 0)
            words << tr("%1 %2").arg(stateWords(ProgressState(state))).arg(row.states[state]);
    }
    return words.join(u", "_s);
}

void paintCrossCell(QPainter &painter, const QRectF &box, const CrossCell &cell, bool chosen, const Look &look)
{
    const Tokens &tokens = look.tokens();
    painter.fillRect(box, chosen             ? tokens.selectionFill
                          : cell.bound > 0   ? tokens.responsible
                          : cell.cares       ? tokens.reviews
                                             : tokens.canvas);
    if (cell.bound > 0)
        painter.fillRect(QRectF(box.left() + 1, box.top() + 1, 2, box.height() - 3), tokens.ink2);
    painter.setPen(QPen(tokens.grid, 1));
    painter.drawLine(QPointF(box.left(), box.bottom() - 0.5), QPointF(box.right(), box.bottom() - 0.5));
    painter.drawLine(QPointF(box.right() - 0.5, box.top()), QPointF(box.right() - 0.5, box.bottom()));

    const double upper = box.top() + 13;
    const double lower = box.bottom() - 9;
    if (cell.raised() > 0) {
        double width = 0;
        for (std::size_t level = 1; level < cell.clauses.size(); ++level)
            width += cell.clauses[level] > 0 ? 20 + textWidth(QString::number(cell.clauses[level]), 10.5) : 0;
        double x = box.center().x() - (width - 4) / 2;
        for (std::size_t level = cell.clauses.size(); level-- > 1;) {
            if (cell.clauses[level] == 0)
                continue;
            const QString count = QString::number(cell.clauses[level]);
            symbols::levelMark(painter, {x + 6, upper}, 5.6, CoverageLevel(level), tokens);
            paintText(painter, {x + 14, upper + capHeight / 2 * 10.5}, count, drawingFont(10.5), tokens.ink);
            x += 20 + textWidth(count, 10.5);
        }
        const QString passages = cell.evidence.size() == 1 ? tr("1 passage") : tr("%1 passages").arg(cell.evidence.size());
        paintText(painter, {box.center().x(), lower + capHeight / 2 * 10}, passages, drawingFont(10), tokens.ink2, Anchor::Middle);
        return;
    }
    if (cell.waiting > 0)
        symbols::suggestionMark(painter, {box.center().x(), upper}, 6, tokens);
    else if (cell.untold > 0)
        symbols::missingReadoutMark(painter, {box.center().x(), upper}, 6.2, tokens);
    QString words;
    if (cell.untold > 0)
        words = tr("%1 untold").arg(cell.untold);
    else if (cell.bound > 0)
        words = cell.bound == 1 ? tr("1 clause") : tr("%1 clauses").arg(cell.bound);
    paintText(painter, {box.center().x(), (cell.waiting > 0 || cell.untold > 0 ? lower : box.center().y()) + capHeight / 2 * 10}, words,
              drawingFont(10), tokens.ink3, Anchor::Middle);
}

void paintCrossStates(QPainter &painter, const QRectF &box, const coverage::CrossRow &row, const Look &look)
{
    const Tokens &tokens = look.tokens();
    painter.fillRect(box, tokens.canvas);
    painter.setPen(QPen(tokens.grid, 1));
    painter.drawLine(QPointF(box.left(), box.bottom() - 0.5), QPointF(box.right(), box.bottom() - 0.5));
    painter.setPen(QPen(tokens.hair, 1));
    painter.drawLine(QPointF(box.left() + 0.5, box.top()), QPointF(box.left() + 0.5, box.bottom()));
    const auto kinds = std::ranges::count_if(row.states, [](int count) { return count > 0; });
    double x = box.left() + 10;
    double y = kinds > 3 ? box.top() + 11 : box.center().y();
    int shown = 0;
    for (std::size_t state = 0; state < row.states.size(); ++state) {
        if (row.states[state] == 0)
            continue;
        if (kinds > 3 && shown == (kinds + 1) / 2) {
            x = box.left() + 10;
            y = box.bottom() - 11;
        }
        const QString count = QString::number(row.states[state]);
        symbols::progressTile(painter, {x, y - 6, 15.4, 12}, ProgressState(state), tokens);
        paintText(painter, {x + 18, y + capHeight / 2 * 10.5}, count, drawingFont(10.5), tokens.ink);
        x += 24 + textWidth(count, 10.5);
        ++shown;
    }
}

void paintCrossHead(QPainter &painter, const QRectF &box, const CrossHead &head, bool chosen, const Look &look, int *cut)
{
    const Tokens &tokens = look.tokens();
    painter.fillRect(box, chosen ? tokens.selectionFill : tokens.canvas);
    painter.setPen(QPen(tokens.grid, 1));
    painter.drawLine(QPointF(box.right() - 0.5, box.top() + 4), QPointF(box.right() - 0.5, box.bottom()));
    painter.setPen(QPen(tokens.ink3, 1));
    painter.drawLine(QPointF(box.left(), box.bottom() - 0.5), QPointF(box.right(), box.bottom() - 0.5));
    const double room = box.width() - 8;
    const QString code = head.side.isEmpty() ? head.code : head.side + u" · "_s + head.code;
    const QStringList lines = wrapped(code, room, 11.5, true);
    double y = box.top() + 15;
    for (qsizetype i = 0; i < std::min<qsizetype>(2, lines.size()); ++i, y += 14) {
        // What does not fit into two lines is cut in the second.
        const QString words = i == 1 && lines.size() > 2 ? lines.mid(1).join(u' ') : lines[i];
        paintText(painter, {box.center().x(), y}, fitted(words, room, 11.5, true, cut), drawingFont(11.5, true), tokens.ink, Anchor::Middle);
    }
    paintText(painter, {box.center().x(), box.bottom() - 21}, head.rounds, drawingFont(10.5), tokens.ink2, Anchor::Middle);
    paintText(painter, {box.center().x(), box.bottom() - 8}, head.missing, drawingFont(10.5), tokens.ink3, Anchor::Middle);
}

void paintCrossLead(QPainter &painter, const QRectF &box, const CrossLine &line, bool chosen, const Look &look, int *cut)
{
    const Tokens &tokens = look.tokens();
    painter.fillRect(box, chosen ? tokens.selectionFill : tokens.canvas);
    painter.setPen(QPen(tokens.grid, 1));
    painter.drawLine(QPointF(box.left(), box.bottom() - 0.5), QPointF(box.right(), box.bottom() - 0.5));
    painter.setPen(QPen(tokens.hair, 1));
    painter.drawLine(QPointF(box.right() - 0.5, box.top()), QPointF(box.right() - 0.5, box.bottom()));
    if (!line.number.isEmpty())
        symbols::areaHexagon(painter, {box.left() + 16, box.center().y()}, 7.5, line.number, tokens, tokens.canvas);
    const double units = textWidth(line.units, 10.5);
    const double start = box.left() + 31;
    const double room = box.right() - start - units - 18;
    const QStringList lines = wrapped(line.name, room, 11.5);
    double y = box.center().y() + capHeight / 2 * 11.5 - (lines.size() > 1 ? 7.25 : 0);
    for (qsizetype i = 0; i < std::min<qsizetype>(2, lines.size()); ++i, y += 14.5) {
        const QString words = i == 1 && lines.size() > 2 ? lines.mid(1).join(u' ') : lines[i];
        paintText(painter, {start, y}, fitted(words, room, 11.5, false, cut), drawingFont(11.5), tokens.ink);
    }
    paintText(painter, {box.right() - 8, box.center().y() + capHeight / 2 * 10.5}, line.units, drawingFont(10.5), tokens.ink3, Anchor::End);
}

std::vector<LegendEntry> crossLegend(const CrossContent &content)
{
    bool levels[5] = {};
    bool waiting = false;
    bool untold = false;
    bool bound = false;
    bool cares = false;
    for (const CrossCell &cell : content.table.cells) {
        for (std::size_t level = 1; level < cell.clauses.size(); ++level)
            levels[level] = levels[level] || cell.clauses[level] > 0;
        waiting = waiting || (cell.raised() == 0 && cell.waiting > 0);
        untold = untold || (cell.raised() == 0 && cell.untold > 0);
        bound = bound || cell.bound > 0;
        cares = cares || (cell.bound == 0 && cell.cares);
    }
    const bool dialogues = content.table.against == Against::Dialogues;
    std::vector<LegendEntry> legend;
    const auto add = [&](const QString &group, const QString &words, auto sample) { legend.push_back({group, sample, words}); };
    const QString cells = tr("Cells");
    for (int level = 1; level < 5; ++level) {
        if (levels[level])
            add(cells, tr("%1, number of clauses").arg(levelWords(CoverageLevel(level))), [=](QPainter &painter, const QRectF &box, const Look &look) {
                symbols::levelMark(painter, box.center(), 6, CoverageLevel(level), look.tokens());
            });
    }
    if (waiting)
        add(cells, tr("suggestion waiting"), [](QPainter &painter, const QRectF &box, const Look &look) {
            symbols::suggestionMark(painter, box.center(), 6, look.tokens());
        });
    if (untold)
        add(cells, tr("met, read-out missing: clauses untold"), [](QPainter &painter, const QRectF &box, const Look &look) {
            symbols::missingReadoutMark(painter, box.center(), 6.2, look.tokens());
        });
    for (const bool own : {true, false}) {
        if (!(own ? bound : cares))
            continue;
        const QString words = own ? (dialogues ? tr("responsible for clauses") : tr("named in clauses"))
                                  : (dialogues ? tr("reviews the area") : tr("responsible for the area"));
        add(cells, words, [=](QPainter &painter, const QRectF &box, const Look &look) {
            const QRectF cell(box.center().x() - 10, box.center().y() - 7, 20, 14);
            painter.fillRect(cell, own ? look.tokens().responsible : look.tokens().reviews);
            painter.setPen(QPen(look.tokens().grid, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(cell);
            if (own)
                painter.fillRect(QRectF(cell.left(), cell.top(), 2, cell.height()), look.tokens().ink2);
        });
    }
    std::array<int, 8> states = {};
    for (const coverage::CrossRow &row : content.table.rows) {
        for (std::size_t state = 0; state < states.size(); ++state)
            states[state] += row.states[state];
    }
    for (int state = 0; state < 8; ++state) {
        if (states[std::size_t(state)] > 0)
            add(tr("States"), stateWords(ProgressState(state)), [=](QPainter &painter, const QRectF &box, const Look &look) {
                symbols::progressTile(painter, {box.center().x() - 9, box.center().y() - 7, 18, 14}, ProgressState(state), look.tokens());
            });
    }
    for (const CrossHead &head : content.heads) {
        if (dialogues && head.code != head.name)
            add(tr("Dialogues"), head.name, [code = head.code](QPainter &painter, const QRectF &box, const Look &look) {
                const double size = std::min(11.0, 11 * box.width() / std::max(1.0, textWidth(code, 11, true)));
                paintText(painter, {box.left(), box.center().y() + capHeight / 2 * size}, code, drawingFont(size, true), look.tokens().ink);
            });
    }
    return legend;
}

} // namespace entente::ui
