#include "ui/coverage/painting.h"

#include "core/base/partialdate.h"
#include "ui/paint/fonts.h"
#include "ui/paint/lettering.h"
#include "ui/paint/symbols.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

/// The heads of the columns, the totals and the key: everything of the matrix that is no row.
namespace entente::ui {

using namespace Qt::StringLiterals;
using coverage::Cell;
using coverage::Part;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::ui", text);
}

void paintRoundHead(QPainter &painter, double bottom, const CoverageSection &section, const CoverageHead &head, bool chosen, bool narrow,
                    const Tokens &tokens)
{
    const double height = narrow ? coverageNarrowHeads : coverageHeads;
    const double middle = section.x + section.width / 2;
    if (chosen)
        painter.fillRect(QRectF(section.x, bottom - height + 2, section.width, height - 2), tokens.selectionFill);
    if (narrow) {
        painter.save();
        painter.translate(middle + 3.6, bottom - 17);
        painter.rotate(-90);
        const double width = paintText(painter, {}, head.plain, drawingFont(10, true), tokens.ink);
        paintText(painter, {width + 3, 0}, head.brief, drawingFont(10), tokens.ink);
        painter.restore();
        symbols::readoutSheet(painter, {middle - 4, bottom - 14, 8, 9.6}, !head.readoutMissing, tokens);
        return;
    }
    painter.setPen(QPen(head.startsDialogue ? tokens.hair : tokens.grid, 1));
    painter.drawLine(QPointF(section.x, bottom - height + 4), QPointF(section.x, bottom));
    const double size = std::min(12.0, 12 * (section.width - 4) / std::max(1.0, textWidth(head.code, 12, true)));
    paintText(painter, {middle, bottom - 52}, head.code, drawingFont(size, true), tokens.ink, Anchor::Middle);
    paintText(painter, {middle, bottom - 37}, head.day, drawingFont(10.5), tokens.ink, Anchor::Middle);
    paintText(painter, {middle, bottom - 24}, head.year, drawingFont(10.5), tokens.ink2, Anchor::Middle);
    symbols::readoutSheet(painter, {middle - 5, bottom - 16.5, 10, 12}, !head.readoutMissing, tokens);
}

/// The words of a head that belongs to no round.
QString headWords(CoverageField field)
{
    switch (field) {
    case CoverageField::Number:
        return tr("No.");
    case CoverageField::Words:
        return tr("Clause, in our own words");
    case CoverageField::Promise:
        return tr("Promise");
    case CoverageField::State:
        return tr("State");
    case CoverageField::Known:
        return tr("Known from");
    case CoverageField::Responsible:
        return tr("Responsible");
    case CoverageField::Last:
        return tr("Last raised");
    case CoverageField::Round:
    case CoverageField::Other:
        break;
    }
    return {};
}

} // namespace

void paintCoverageHead(QPainter &painter, double bottom, const CoverageSection &section, const CoverageContent &content,
                       const CoverageHighlight &highlight, bool narrow, const Look &look)
{
    const Tokens &tokens = look.tokens();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double end = section.x + section.width;
    const double base = bottom - (narrow ? 6 : 7);
    const double size = narrow ? 10 : 11;
    if (section.field == CoverageField::Round) {
        const CoverageHead &head = content.heads[std::size_t(section.round)];
        paintRoundHead(painter, bottom, section, head, !look.paper && highlight.meetings.contains(head.meeting), narrow, tokens);
    } else if (section.field == CoverageField::Other) {
        painter.setPen(QPen(tokens.hair, 1));
        for (const double x : {section.x, end})
            painter.drawLine(QPointF(x, bottom - coverageHeads + 4), QPointF(x, bottom));
        const double middle = section.x + section.width / 2;
        const int rounds = content.folded;
        paintText(painter, {middle, bottom - 52}, tr("other"), drawingFont(12, true), tokens.ink2, Anchor::Middle);
        paintText(painter, {middle, bottom - 37}, rounds == 1 ? tr("1 round") : tr("%1 rounds").arg(rounds), drawingFont(10.5), tokens.ink2,
                  Anchor::Middle);
    } else if (narrow && section.field == CoverageField::Number) {
        paintText(painter, {section.x + 10, base}, tr("Clause"), drawingFont(size, true), tokens.ink2);
    } else if (section.field == CoverageField::Promise) {
        if (!narrow) {
            paintText(painter, {section.x, base}, headWords(section.field), drawingFont(size, true), tokens.ink2);
            paintText(painter, {end - 6, bottom - 52}, tr("dialogue, round"), drawingFont(10.5), tokens.ink2, Anchor::End);
            paintText(painter, {end - 6, bottom - 37}, tr("held on"), drawingFont(10.5), tokens.ink2, Anchor::End);
        }
        if (!content.heads.empty())
            paintText(painter, {end - (narrow ? 4 : 6), base}, tr("read-out"), drawingFont(narrow ? 10 : 10.5), tokens.ink2, Anchor::End);
    } else if (section.field == CoverageField::State) {
        if (narrow)
            paintText(painter, {section.x + section.width / 2, base}, headWords(section.field), drawingFont(size, true), tokens.ink2,
                      Anchor::Middle);
        else
            paintText(painter, {section.x + 14, base}, headWords(section.field), drawingFont(size, true), tokens.ink2);
    } else if (section.field == CoverageField::Last) {
        paintText(painter, {end - 16, base}, headWords(section.field), drawingFont(size, true), tokens.ink2, Anchor::End);
    } else {
        const double inset = section.field == CoverageField::Number ? 16 : 0;
        paintText(painter, {section.x + inset, base}, headWords(section.field), drawingFont(size, true), tokens.ink2);
    }
    painter.restore();
}

void paintTotals(QPainter &painter, const QRectF &area, const CoverageContent &content, const Look &look)
{
    const Tokens &tokens = look.tokens();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QFont capitals = drawingFont(9.3, true);
    capitals.setLetterSpacing(QFont::AbsoluteSpacing, 0.3);
    const QString title = tr("State of a clause on %1").arg(base::dateInWords(content.coverage.asOf)).toUpper();
    paintText(painter, {area.left() + 10, area.top() + 14}, title, capitals, tokens.ink2);
    const double room = std::min(area.width(), 330.0);
    const double starts[] = {area.left() + 10, area.left() + 10 + (room - 20) / 2};
    const double ends[] = {starts[1] - 9, area.left() + room - 6};
    for (int i = 0; i < 8; ++i) {
        const auto state = ProgressState(i);
        const int count = content.coverage.count(state);
        const double x = starts[i / 4];
        const double y = area.top() + 28 + (i % 4) * 18.5;
        symbols::progressTile(painter, {x, y - 6.8, 17.5, 13.6}, state, tokens);
        const QColor &ink = count > 0 ? tokens.ink : tokens.ink3;
        const QString number = QString::number(count);
        const double words = ends[i / 4] - textWidth(number, 10.6, true) - 2 - (x + 24);
        paintText(painter, {x + 24, y + 3.8}, fitted(stateWords(state), words, 10.6), drawingFont(10.6), ink);
        paintText(painter, {ends[i / 4], y + 3.8}, number, drawingFont(10.6, count > 0), ink, Anchor::End);
    }
    painter.restore();
}

std::vector<LegendEntry> coverageLegend(const CoverageContent &content, const std::function<bool(const CoverageLine &)> &isVisible)
{
    bool levels[5] = {};
    bool waiting = false;
    bool missing = false;
    bool counts = false;
    bool responsible = false;
    bool reviewing = false;
    bool judged = false;
    bool gaps = false;
    bool states[8] = {};
    bool known[4] = {};
    bool areas = false;
    QSet<QString> meetings;
    QSet<QString> dialogues;
    for (const CoverageHead &head : content.heads) {
        meetings.insert(head.meeting);
        dialogues.insert(head.dialogue);
    }
    for (const CoverageLine &line : content.lines) {
        if (line.kind == CoverageLine::Kind::Group) {
            areas = areas || !content.groups[std::size_t(line.group)].areaNumber.isEmpty();
            const auto &waits = content.groups[std::size_t(line.group)].waitingAt;
            waiting = waiting || std::ranges::any_of(waits, [](int count) { return count > 0; });
        }
        if (const auto *state = content.stateOf(line))
            states[int(state->progress())] = true; // A folded heading counts them.
        if (!isVisible(line))
            continue;
        gaps = gaps || line.kind == CoverageLine::Kind::Gap;
        if (const auto *state = content.stateOf(line)) {
            qsizetype silent = state->missingReadouts.size(); // Read-outs that are missing where nothing else stands.
            for (const Cell &cell : state->cells) {
                if (!meetings.contains(cell.meeting))
                    continue; // In the folded column.
                levels[int(cell.level)] = true;
                counts = counts || cell.evidence.size() > 1;
                waiting = waiting || (cell.level == CoverageLevel::None && cell.waiting > 0);
                silent -= cell.readoutMissing && (cell.level != CoverageLevel::None || cell.waiting > 0) ? 1 : 0;
            }
            missing = missing || silent > 0;
            const auto isHead = [&](const QString &dialogue) { return dialogues.contains(dialogue); };
            responsible = responsible || std::ranges::any_of(state->responsible, isHead);
            reviewing = reviewing || std::ranges::any_of(state->reviewing, isHead);
            judged = judged || state->judgement.has_value();
            known[int(state->knowledge)] = true;
        }
    }
    std::vector<LegendEntry> legend;
    const auto add = [&](const QString &group, const QString &words, auto sample) { legend.push_back({group, sample, words}); };
    const QString cells = tr("Cells");
    for (int level = 1; level < 5; ++level) {
        if (levels[level])
            add(cells, levelWords(CoverageLevel(level)), [=](QPainter &painter, const QRectF &box, const Look &look) {
                symbols::levelMark(painter, box.center(), 6, CoverageLevel(level), look.tokens());
            });
    }
    if (waiting)
        add(cells, tr("suggestion waiting"), [](QPainter &painter, const QRectF &box, const Look &look) {
            symbols::suggestionMark(painter, box.center(), 6, look.tokens());
        });
    if (missing)
        add(cells, tr("met, read-out missing"), [](QPainter &painter, const QRectF &box, const Look &look) {
            symbols::missingReadoutMark(painter, box.center(), 6.2, look.tokens());
        });
    for (const bool own : {true, false}) {
        if (own ? responsible : reviewing)
            add(cells, own ? tr("responsible") : tr("reviews the area"), [=](QPainter &painter, const QRectF &box, const Look &look) {
                const QRectF cell(box.center().x() - 10, box.center().y() - 7, 20, 14);
                painter.fillRect(cell, own ? look.tokens().responsible : look.tokens().reviews);
                painter.setPen(QPen(look.tokens().grid, 1));
                painter.setBrush(Qt::NoBrush);
                painter.drawRect(cell);
                if (own)
                    painter.fillRect(QRectF(cell.left(), cell.top(), 2, cell.height()), look.tokens().ink2);
            });
    }
    const bool anyHere = std::ranges::any_of(content.heads, [](const CoverageHead &head) { return !head.readoutMissing; });
    for (const bool here : {true, false}) {
        if (here ? anyHere : content.missingReadouts > 0)
            add(cells, here ? tr("read-out here") : tr("read-out missing"), [=](QPainter &painter, const QRectF &box, const Look &look) {
                symbols::readoutSheet(painter, {box.center().x() - 5, box.center().y() - 6, 10, 12}, here, look.tokens());
            });
    }
    if (counts)
        add(cells, tr("number of passages"), [](QPainter &painter, const QRectF &box, const Look &look) {
            paintCentred(painter, box.center(), u"6"_s, 10, look.tokens().ink2, false);
        });
    if (areas)
        add(cells, tr("number of an area"), [](QPainter &painter, const QRectF &box, const Look &look) {
            symbols::areaHexagon(painter, box.center(), 7.5, u"3"_s, look.tokens(), look.tokens().canvas);
        });
    if (gaps)
        add(cells, tr("gap of the text"), [](QPainter &painter, const QRectF &box, const Look &look) {
            paintHatch(painter, QRectF(box.center().x() - 11, box.center().y() - 6, 22, 12), look.tokens().ink3, 8, 1.2);
        });
    for (int state = 0; state < 8; ++state) {
        if (states[state])
            add(tr("States"), stateWords(ProgressState(state)), [=](QPainter &painter, const QRectF &box, const Look &look) {
                symbols::progressTile(painter, {box.center().x() - 9, box.center().y() - 7, 18, 14}, ProgressState(state), look.tokens());
            });
    }
    if (judged)
        add(tr("States"), tr("judged by a user, computed state beside it"), [](QPainter &painter, const QRectF &box, const Look &look) {
            symbols::judgedTile(painter, {box.center().x() - 9, box.center().y() - 7, 18, 14}, ProgressState::Raised, ProgressState::Raised,
                                look.tokens());
        });
    for (int knowledge = 0; knowledge < 4; ++knowledge) {
        if (known[knowledge])
            add(tr("Known from"), knowledgeWords(Knowledge(knowledge)), [=](QPainter &painter, const QRectF &box, const Look &look) {
                symbols::knowledgeSquare(painter, {box.center().x() - 5, box.center().y() - 5, 10, 10}, Knowledge(knowledge),
                                         look.tokens());
            });
    }
    QStringList codes;
    for (const CoverageHead &head : content.heads)
        codes << head.plain;
    for (const CoverageLine &line : content.lines) {
        if (isVisible(line))
            codes << line.responsible.split(u", "_s);
    }
    for (const auto &[code, name] : content.codes) {
        if (codes.contains(code) && code != name)
            add(tr("Dialogues"), name, [code](QPainter &painter, const QRectF &box, const Look &look) {
                const double size = std::min(11.0, 11 * box.width() / std::max(1.0, textWidth(code, 11, true)));
                paintText(painter, {box.left(), box.center().y() + capHeight / 2 * size}, code, drawingFont(size, true), look.tokens().ink);
            });
    }
    return legend;
}

} // namespace entente::ui
