#include "ui/paper/page.h"

#include "core/base/text.h"
#include "ui/paint/fonts.h"
#include "ui/paper/pagemeasures.h"
#include "ui/paper/text.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <map>

// The index: every name of the drawing with the field of the map grid in which it stands, English names first, Korean ones after them, in as many columns as a
// page has room for.

namespace entente::ui {

using namespace Qt::StringLiterals;
using namespace page;

namespace {

constexpr double ColumnWidth = 62 * mm;
constexpr double ColumnGap = 6 * mm;
constexpr double PlaceWidth = 22 * mm;
constexpr qsizetype LongestName = 600; // letters: a name is no chapter

QString shortened(const QString &name)
{
    return name.size() > LongestName ? name.left(LongestName) + u'…' : name;
}

/// What names are sorted by: without accents and capitals, signs last.
QString sortKey(const QString &name)
{
    QString key;
    for (const QChar letter : name.normalized(QString::NormalizationForm_D).toCaseFolded()) {
        if (letter.category() != QChar::Mark_NonSpacing)
            key.append(letter);
    }
    return key;
}

} // namespace

QString Pages::placeOf(const QRectF &thing) const
{
    const auto field = [&](const QPointF &at) {
        const QSizeF inside(m_sheet.width() - 2 * margin, m_sheet.height() - 2 * margin);
        const int column = std::clamp(int((at.x() - margin) / inside.width() * gridColumns), 0, gridColumns - 1);
        const int row = std::clamp(int((at.y() - margin) / inside.height() * gridRows), 0, gridRows - 1);
        return QString(QChar(u'A' + char16_t(row))) + QString::number(column + 1);
    };
    const QPointF centre = thing.center();
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const Part &part = m_parts[i];
        if (m_parts.size() > 1 && !part.source.contains(centre))
            continue;
        const QPointF heads = m_parts.size() > 1 ? QPointF(m_heads.left(), m_heads.top()) : QPointF();
        const QPointF at = originOf(part) + (centre - part.source.topLeft() + heads) * m_scale;
        if (m_parts.size() > 1)
            return tr("%1 · page %2", "field of the grid").arg(field(at)).arg(m_setup.pagesBefore + int(i) + 1);
        if (!m_setup.isPoster())
            return field(at);
        const QSizeF tile = m_page - QSizeF(2 * margin, 2 * margin);
        const int column = std::clamp(int((at.x() - margin - overlap / 2) / (tile.width() - overlap)), 0, m_setup.columns - 1);
        const int row = std::clamp(int((at.y() - margin - overlap / 2) / (tile.height() - overlap)), 0, m_setup.rows - 1);
        return tr("%1 · sheet %2", "field of the grid").arg(field(at)).arg(row * m_setup.columns + column + 1);
    }
    // In the heads that every part repeats.
    return m_parts.size() > 1 ? tr("every page") : QString();
}

std::vector<Pages::IndexLine> Pages::indexLines(double width) const
{
    struct Name
    {
        QString key;
        QString text;
        QString other;
        QString place;
    };
    std::vector<Name> english;
    std::vector<Name> korean;
    std::map<QString, int> onSheet;
    for (const DrawnThing &thing : m_drawing.things()) {
        const QString place = placeOf(thing.rect);
        if (place.contains(u"· "_s))
            ++onSheet[place.section(u"· "_s, 1)];
        const QString name = shortened(thing.name);
        const QString other = shortened(thing.korean);
        if (!name.isEmpty())
            english.push_back({sortKey(name), name, other, place});
        if (!other.isEmpty())
            korean.push_back({sortKey(other), other, name, place});
    }
    std::vector<IndexLine> lines;
    const double size = m_measures.words;
    const double step = lineHeight(size);
    const double quietStep = lineHeight(size - 1);
    const auto head = [&](const QString &words) {
        IndexLine line;
        line.isHead = true;
        line.lines = {words};
        line.height = step * 1.7;
        lines.push_back(std::move(line));
    };
    const auto list = [&](std::vector<Name> &names, bool byLetter) {
        std::stable_sort(names.begin(), names.end(), [](const Name &a, const Name &b) { return a.key != b.key ? a.key < b.key : a.place < b.place; });
        QString letter;
        for (const Name &name : names) {
            const QString first = name.key.left(1).toUpper();
            if (byLetter && first != letter) {
                letter = first;
                head(letter);
            }
            IndexLine line;
            line.lines = wrapped(name.text, drawingFont(size), width - PlaceWidth);
            if (!name.other.isEmpty())
                line.quiet = wrapped(name.other, drawingFont(size - 1), width - PlaceWidth);
            line.place = name.place;
            line.height = double(line.lines.size()) * step + double(line.quiet.size()) * quietStep + 3;
            lines.push_back(std::move(line));
        }
    };
    list(english, true);
    if (!korean.empty()) {
        head(u"한국어"_s);
        list(korean, false);
    }
    if (!onSheet.empty()) {
        head(tr("Sheets"));
        std::vector<std::pair<QString, int>> sheets(onSheet.begin(), onSheet.end());
        std::ranges::stable_sort(sheets, {}, [](const auto &sheet) { return sheet.first.section(u' ', -1).toInt(); });
        for (const auto &[sheet, count] : sheets) {
            IndexLine line;
            line.lines = {sheet};
            line.place = count == 1 ? tr("1 record") : tr("%1 records").arg(count);
            line.height = step + 3;
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

double Pages::indexColumn() const
{
    const double inner = m_page.width() - 2 * (margin + strip + gap);
    const int columns = std::max(1, int((inner + ColumnGap) / (ColumnWidth + ColumnGap)));
    return (inner + ColumnGap) / columns - ColumnGap;
}

void Pages::fillIndex()
{
    const double width = indexColumn();
    const double inner = m_page.width() - 2 * (margin + strip + gap);
    const auto columns = std::size_t(std::lround((inner + ColumnGap) / (width + ColumnGap)));
    const double room = m_page.height() - 2 * (margin + strip + gap) - lineHeight(m_measures.title) - m_measures.padding;
    const std::vector<IndexLine> lines = indexLines(width);
    double left = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        // A heading stays with what it heads.
        const double needed = lines[i].height + (lines[i].isHead && i + 1 < lines.size() ? lines[i + 1].height : 0);
        if (m_index.empty() || needed > left) {
            if (m_index.empty() || m_index.back().size() == columns)
                m_index.emplace_back();
            m_index.back().emplace_back();
            left = room;
        }
        left -= lines[i].height;
        m_index.back().back().push_back(lines[i]);
    }
}

void Pages::paintIndexPage(QPainter &painter, std::size_t index) const
{
    const Tokens &tokens = m_look.tokens();
    const QRectF outer(margin, margin, m_page.width() - 2 * margin, m_page.height() - 2 * margin);
    painter.setPen(line(tokens.ink, outerLine));
    painter.drawRect(outer);
    painter.setPen(line(tokens.ink, innerLine));
    painter.drawRect(outer.adjusted(strip, strip, -strip, -strip));
    const double inner = margin + strip + gap;
    const QFont titleFont = drawingFont(m_measures.title, true);
    painter.setFont(titleFont);
    painter.setPen(tokens.ink);
    const QString title = tr("%1: index").arg(m_facts.title);
    drawLines(painter, {paperMetrics(titleFont).elidedText(title, Qt::ElideRight, m_page.width() - 2 * inner)}, {inner, inner}, m_measures.title,
              lineHeight(m_measures.title));
    const double size = m_measures.words;
    const double step = lineHeight(size);
    const double width = indexColumn();
    double x = inner;
    for (const std::vector<IndexLine> &column : m_index[index]) {
        double y = inner + lineHeight(m_measures.title) + m_measures.padding;
        for (const IndexLine &entry : column) {
            if (entry.isHead) {
                painter.setFont(drawingFont(size, true));
                painter.setPen(tokens.ink);
                drawLines(painter, entry.lines, {x, y + step * 0.45}, size, step);
                painter.setPen(line(tokens.hair, 1));
                painter.drawLine(QPointF(x, y + step * 1.55), QPointF(x + width, y + step * 1.55));
                y += entry.height;
                continue;
            }
            painter.setFont(drawingFont(size));
            painter.setPen(tokens.ink);
            drawLines(painter, entry.lines, {x, y}, size, step);
            const double place = paperMetrics(drawingFont(size)).horizontalAdvance(entry.place);
            drawLines(painter, {entry.place}, {x + width - place, y}, size, step);
            painter.setFont(drawingFont(size - 1));
            painter.setPen(tokens.ink2);
            drawLines(painter, entry.quiet, {x, y + double(entry.lines.size()) * step}, size - 1, lineHeight(size - 1));
            y += entry.height;
        }
        x += width + ColumnGap;
    }
}

} // namespace entente::ui
