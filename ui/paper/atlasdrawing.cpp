#include "ui/paper/atlasdrawing.h"

#include "ui/paint/fonts.h"
#include "ui/paper/pagemeasures.h"
#include "ui/paper/text.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace entente::ui {

using namespace Qt::StringLiterals;
using namespace page;

namespace {

constexpr double TitleSize = 17;
constexpr double KoreanSize = 13;
constexpr double FactsSize = 10;
constexpr double HeadSize = 10.5;
constexpr double LabelWidth = 78;
constexpr double Gutter = 20;
constexpr double NetworkShare = 0.6; // of the width of a first page
constexpr double TopHeight = 52;     // of title, Korean name and kind
constexpr double ContentsStep = 17;
constexpr double ContentsColumn = 380;

QString plain(const Runs &runs)
{
    QString text;
    for (const Run &run : runs)
        text += run.text;
    return text.trimmed();
}

} // namespace

std::vector<FactLine> factLines(const Sheet &sheet, double width)
{
    std::vector<FactLine> result;
    const auto add = [&](const QString &label, const QString &text, double size, bool bold, bool quiet, double before) {
        if (text.isEmpty() && label.isEmpty())
            return;
        // A text of many lines is set paragraph by paragraph, so that it can go on in the next column.
        QStringList lines = wrapped(text, drawingFont(size, bold), label.isEmpty() ? width : width - LabelWidth);
        constexpr qsizetype MostTogether = 8;
        bool isFirst = true;
        do {
            FactLine line;
            line.label = isFirst ? label : QString();
            line.lines = lines.mid(0, MostTogether);
            line.size = size;
            line.bold = bold;
            line.quiet = quiet;
            line.before = isFirst ? before : 0;
            line.height = double(std::max<qsizetype>(1, line.lines.size())) * lineHeight(size);
            if (!label.isEmpty() && !isFirst)
                line.label = u" "_s;
            result.push_back(std::move(line));
            lines = lines.mid(MostTogether);
            isFirst = false;
        } while (!lines.isEmpty());
    };
    for (const Runs &name : sheet.names)
        add({}, plain(name), FactsSize, false, true, 0);
    for (const Runs &other : sheet.notToBeConfused)
        add({}, plain(other), FactsSize, false, false, 2);
    for (const SheetSection &section : sheet.sections) {
        const QString aside = plain(section.aside);
        add({}, aside.isEmpty() ? section.title : u"%1 · %2"_s.arg(section.title, aside), HeadSize, true, false, 9);
        if (!result.empty())
            result.back().isHead = true;
        for (const SheetItem &item : section.items) {
            const QString text = plain(item.runs);
            const QString besides = plain(item.aside);
            const QString whole = besides.isEmpty() ? text : text + u" · "_s + besides;
            switch (item.form) {
            case SheetItem::Text:
                add({}, whole, FactsSize, false, false, 2);
                break;
            case SheetItem::Fact:
                add(item.label, whole, FactsSize, false, false, 2);
                break;
            case SheetItem::Round:
                add(item.label.isEmpty() ? u"–"_s : item.label, whole, FactsSize, false, false, 2);
                break;
            case SheetItem::Card:
                add({}, plain(item.head), FactsSize, false, true, 3);
                add({}, whole, FactsSize, false, false, 0);
                break;
            case SheetItem::Strip:
                break; // the rounds stand below, each with its date
            }
        }
    }
    return result;
}

AtlasDrawing::AtlasDrawing(const Sheet &sheet, std::shared_ptr<const NetworkDrawing> network, std::vector<std::vector<FactLine>> columns, const QSizeF &room,
                           DrawingFacts facts)
    : m_title(sheet.title.simplified())
    , m_korean(sheet.korean.simplified())
    , m_kindLine(sheet.kindLine.simplified())
    , m_network(std::move(network))
    , m_columns(std::move(columns))
    , m_room(room)
    , m_facts(std::move(facts))
{}

double AtlasDrawing::factsWidth(const QSizeF &room)
{
    return room.width() * (1 - NetworkShare) - Gutter;
}

int AtlasDrawing::factsColumns(const QSizeF &room)
{
    return std::max(1, int((room.width() + Gutter) / (factsWidth(room) + Gutter)));
}

double AtlasDrawing::factsHeight(const QSizeF &room)
{
    return room.height() - TopHeight;
}

void AtlasDrawing::paint(QPainter &painter, const QRectF &, const Look &look) const
{
    const Tokens &tokens = look.tokens();
    const auto text = [&](const QString &words, double size, bool bold, const QColor &colour, const QPointF &at, double width) {
        const QFont font = drawingFont(size, bold);
        painter.setFont(font);
        painter.setPen(colour);
        drawLines(painter, {paperMetrics(font).elidedText(words, Qt::ElideRight, width)}, at, size, lineHeight(size));
        return std::min(width, paperMetrics(font).horizontalAdvance(words));
    };
    const double used = text(m_title, TitleSize, true, tokens.ink, {0, 0}, m_room.width());
    if (!m_korean.isEmpty() && used + 14 < m_room.width())
        text(m_korean, KoreanSize, false, tokens.ink2, {used + 14, 3.5}, m_room.width() - used - 14);
    text(m_kindLine, FactsSize, false, tokens.ink2, {0, lineHeight(TitleSize)}, m_room.width());
    painter.setPen(line(tokens.hair, 1));
    painter.drawLine(QPointF(0, TopHeight - 8), QPointF(m_room.width(), TopHeight - 8));

    if (m_network) {
        const QRectF place(0, TopHeight, m_room.width() * NetworkShare, m_room.height() - TopHeight);
        const QSizeF size = m_network->size().expandedTo({1, 1});
        const double scale = std::min({1.15, place.width() / size.width(), place.height() / size.height()});
        painter.save();
        painter.translate(place.left() + (place.width() - size.width() * scale) / 2, place.top() + std::max(0.0, (place.height() - size.height() * scale) / 2));
        painter.scale(scale, scale);
        Look inner = look;
        inner.zoom = 1; // whatever its size, nothing is left out on paper
        m_network->paint(painter, QRectF(), inner);
        painter.restore();
    }
    const double width = factsWidth(m_room);
    double x = m_network ? m_room.width() - width : 0;
    for (const std::vector<FactLine> &column : m_columns) {
        double y = TopHeight;
        for (std::size_t i = 0; i < column.size(); ++i) {
            const FactLine &fact = column[i];
            y += i == 0 ? 0 : fact.before;
            painter.setFont(drawingFont(fact.size));
            if (!fact.label.trimmed().isEmpty()) {
                painter.setPen(tokens.ink2);
                drawLines(painter, {paperMetrics(drawingFont(fact.size)).elidedText(fact.label, Qt::ElideRight, LabelWidth - 4)}, {x, y}, fact.size,
                          lineHeight(fact.size));
            }
            painter.setFont(drawingFont(fact.size, fact.bold));
            painter.setPen(fact.quiet ? tokens.ink2 : tokens.ink);
            drawLines(painter, fact.lines, {x + (fact.label.isEmpty() ? 0 : LabelWidth), y}, fact.size, lineHeight(fact.size));
            y += fact.height;
            if (fact.isHead) {
                painter.setPen(line(tokens.hair, 1));
                painter.drawLine(QPointF(x, y), QPointF(x + width, y));
            }
        }
        x += width + Gutter;
    }
}

std::vector<LegendEntry> AtlasDrawing::legend() const
{
    return m_network ? m_network->legend() : std::vector<LegendEntry>();
}

ContentsDrawing::ContentsDrawing(std::vector<ContentsEntry> entries, const QSizeF &room, DrawingFacts facts)
    : m_entries(std::move(entries)), m_room(room), m_facts(std::move(facts))
{}

int ContentsDrawing::capacity(const QSizeF &room)
{
    const int columns = std::max(1, int((room.width() + Gutter) / (ContentsColumn + Gutter)));
    return std::max(1, columns * int((room.height() - TopHeight) / ContentsStep));
}

void ContentsDrawing::paint(QPainter &painter, const QRectF &, const Look &look) const
{
    const Tokens &tokens = look.tokens();
    painter.setFont(drawingFont(TitleSize, true));
    painter.setPen(tokens.ink);
    drawLines(painter, {QCoreApplication::translate("entente::ui::Atlas", "Contents")}, {0, 0}, TitleSize, lineHeight(TitleSize));
    const int columns = std::max(1, int((m_room.width() + Gutter) / (ContentsColumn + Gutter)));
    const double width = (m_room.width() + Gutter) / columns - Gutter;
    const int rows = std::max(1, capacity(m_room) / columns);
    const QFont font = drawingFont(FactsSize + 1);
    const QFont quiet = drawingFont(FactsSize);
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const ContentsEntry &entry = m_entries[i];
        const QPointF at(double(int(i) / rows) * (width + Gutter), TopHeight + double(int(i) % rows) * ContentsStep);
        const QString page = QString::number(entry.page);
        const double numbers = paperMetrics(font).horizontalAdvance(page);
        double room = width - numbers - 16;
        const QString title = paperMetrics(font).elidedText(entry.title, Qt::ElideRight, room);
        double used = paperMetrics(font).horizontalAdvance(title);
        painter.setFont(font);
        painter.setPen(tokens.ink);
        drawLines(painter, {title}, at, FactsSize + 1, ContentsStep);
        drawLines(painter, {page}, at + QPointF(width - numbers, 0), FactsSize + 1, ContentsStep);
        room -= used + 10;
        if (!entry.korean.isEmpty() && room > 30) {
            painter.setFont(quiet);
            painter.setPen(tokens.ink2);
            const QString korean = paperMetrics(quiet).elidedText(entry.korean, Qt::ElideRight, room);
            drawLines(painter, {korean}, at + QPointF(used + 10, 0.8), FactsSize, ContentsStep);
            used += 10 + paperMetrics(quiet).horizontalAdvance(korean);
        }
        painter.setPen(QPen(tokens.hair, 1, Qt::DotLine));
        painter.drawLine(at + QPointF(used + 6, 10), at + QPointF(width - numbers - 6, 10));
    }
}

} // namespace entente::ui
