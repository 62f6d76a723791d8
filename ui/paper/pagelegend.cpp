#include "ui/paper/page.h"

#include "core/base/partialdate.h"
#include "ui/paint/fonts.h"
#include "ui/paper/cutout.h"
#include "ui/paper/pagemeasures.h"
#include "ui/paper/text.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

// The right column of a sheet: title, legend and title block, and what of the legend needs further pages.

namespace entente::ui {

using namespace Qt::StringLiterals;
using namespace page;

double Pages::headHeight() const
{
    const auto lines = [&](const QString &text, double size, bool bold) {
        return text.isEmpty() ? 0.0 : double(wrapped(text, drawingFont(size, bold), m_measures.column).size()) * lineHeight(size);
    };
    return m_measures.padding * 1.5 + lines(m_facts.title, m_measures.title, true) + lines(m_facts.subtitle, m_measures.subtitle, false);
}

std::vector<Pages::BlockRow> Pages::blockRows(int part) const
{
    const double width = m_measures.column - m_measures.blockLabel;
    std::vector<BlockRow> rows;
    const auto add = [&](const QString &label, const QString &text, bool strong = false) {
        if (text.isEmpty())
            return;
        rows.push_back({label, wrapped(text, drawingFont(strong ? m_measures.blockName : m_measures.block, strong), width), strong});
    };
    add(tr("Map"), m_setup.fileName, true);
    add(tr("View"), m_facts.view);
    add(tr("As of"), m_facts.asOf);
    add(tr("Filters"), m_facts.filters.isEmpty() ? tr("none") : m_facts.filters);
    add(tr("Shown"), m_facts.shown);
    add(tr("Labels"), m_facts.labels);
    add(tr("Evidence"), m_facts.evidence);
    add(tr("Sheet"), sheetWords(part));
    const QTime time = m_setup.drawn.time();
    QString drawn = base::dateInWords(m_setup.drawn.date());
    if (time.isValid() && time != QTime(0, 0))
        drawn += u", "_s + time.toString(u"HH:mm"_s);
    add(tr("Drawn"), drawn);
    return rows;
}

double Pages::blockHeight() const
{
    const double step = lineHeight(m_measures.block) + 1;
    double height = m_measures.padding;
    for (const BlockRow &row : blockRows(0))
        height += double(row.lines.size()) * step;
    const QStringList marking =
        wrapped(m_setup.marking.toUpper(), drawingFont(m_measures.blockName, true), m_measures.column - m_measures.blockLabel - 12);
    height += m_measures.padding * 2 + double(marking.size()) * lineHeight(m_measures.blockName);
    // The words beside or below the marking.
    return height + lineHeight(m_measures.block) * 2 + 4;
}

double Pages::columnRoom() const
{
    return m_sheet.height() - 2 * (margin + strip) - headHeight() - blockHeight();
}

QString Pages::sheetWords(int part) const
{
    const auto name = [&] {
        if (m_sheets == Sheets::One && !m_setup.isPoster()) {
            const QSizeF paper = m_setup.paper.size(QPageSize::Millimeter) * mm;
            const double area = paper.width() * paper.height();
            if (m_page.width() * m_page.height() > area * 1.02)
                return tr("%1 × %2 mm").arg(qRound(m_page.width() / mm)).arg(qRound(m_page.height() / mm));
        }
        const QString orientation = m_setup.orientation == QPageLayout::Landscape ? tr("landscape") : tr("portrait");
        return tr("%1 %2", "A3 landscape").arg(m_setup.paper.key(), orientation);
    };
    QString words = name();
    if (m_setup.isPoster())
        words = tr("poster of %1 × %2 sheets of %3").arg(m_setup.columns).arg(m_setup.rows).arg(words);
    else if (m_parts.size() > 1)
        words = tr("%1, part %2 of %3").arg(words).arg(part + 1).arg(m_parts.size());
    return tr("%1, grid A–F × 1–8").arg(words);
}

std::vector<Pages::Item> Pages::legendItems(const Measures &measures) const
{
    std::vector<Item> items;
    const double step = lineHeight(measures.words);
    const double wordsWidth = measures.column - measures.sampleWidth - measures.padding;
    const auto addHead = [&](const QString &words) {
        Item item;
        item.kind = Item::Kind::Head;
        item.lines = wrapped(words.toUpper(), drawingFont(measures.head, true), measures.column);
        item.height = double(item.lines.size()) * lineHeight(measures.head) + measures.tightness * (measures.head + 4);
        items.push_back(std::move(item));
    };
    QStringList groups;
    for (const LegendEntry &entry : m_legend) {
        if (!groups.contains(entry.group))
            groups.append(entry.group);
    }
    for (const QString &group : std::as_const(groups)) {
        addHead(group.isEmpty() ? tr("Legend") : group);
        for (std::size_t i = 0; i < m_legend.size(); ++i) {
            const LegendEntry &entry = m_legend[i];
            if (entry.group != group)
                continue;
            Item item;
            item.kind = Item::Kind::Entry;
            item.entry = int(i);
            // What follows a line feed is said more quietly.
            item.lines = wrapped(entry.words.section(u'\n', 0, 0), drawingFont(measures.words), wordsWidth);
            if (entry.words.contains(u'\n'))
                item.quiet = wrapped(entry.words.section(u'\n', 1), drawingFont(measures.words - 1), wordsWidth);
            const double text = double(item.lines.size()) * step + double(item.quiet.size()) * lineHeight(measures.words - 1);
            const double sample = sampleHeight * measures.sampleWidth / sampleWidth;
            item.height = std::max(text, sample) + measures.tightness * 4;
            items.push_back(std::move(item));
        }
    }
    if (!m_facts.notToBeConfused.isEmpty()) {
        addHead(tr("Not to be confused"));
        for (const QString &sentence : m_facts.notToBeConfused) {
            Item item;
            item.kind = Item::Kind::Sentence;
            item.lines = wrapped(sentence, drawingFont(measures.words), measures.column);
            item.height = double(item.lines.size()) * step + measures.tightness * 4;
            items.push_back(std::move(item));
        }
    }
    return items;
}

/// Sets the legend smaller before it lets any of it go to a page of its own.
void Pages::fitLegend()
{
    const double room = columnRoom();
    const Measures first = m_measures;
    const auto heightOf = [](const std::vector<Item> &items) {
        double height = 0;
        for (const Item &item : items)
            height += item.height;
        return height;
    };
    struct Try
    {
        double words, tightness;
    };
    for (const Try attempt : {Try{0, 1}, Try{0, 0.5}, Try{1, 0.5}, Try{1, 0.1}}) {
        m_measures = first;
        m_measures.words -= attempt.words;
        m_measures.tightness = attempt.tightness;
        if (m_measures.words < 8)
            continue;
        m_items = legendItems(m_measures);
        if (heightOf(m_items) <= room)
            return;
    }
    m_measures = first;
    std::vector<Item> all = legendItems(m_measures);
    m_items.clear();
    // Room for the line that says where the rest is.
    double left = room - lineHeight(m_measures.words) - 4;
    std::size_t next = 0;
    while (next < all.size()) {
        double needed = all[next].height;
        // A heading stays with its first entry.
        if (all[next].kind == Item::Kind::Head && next + 1 < all.size())
            needed += all[next + 1].height;
        if (needed > left)
            break;
        left -= all[next].height;
        m_items.push_back(all[next++]);
    }
    const double inner = margin + strip + gap;
    const double pageHeight = m_page.height() - 2 * inner - lineHeight(m_measures.title) - m_measures.padding;
    const double columnStep = m_measures.column + 4 * m_measures.padding;
    const int columns = std::max(1, int((m_page.width() - 2 * inner + 4 * m_measures.padding) / columnStep));
    while (next < all.size()) {
        std::vector<std::vector<Item>> page;
        for (int column = 0; column < columns && next < all.size(); ++column) {
            std::vector<Item> items;
            double rest = pageHeight;
            while (next < all.size()) {
                const bool isHead = all[next].kind == Item::Kind::Head && next + 1 < all.size();
                const double needed = all[next].height + (isHead ? all[next + 1].height : 0);
                if (needed > rest && !items.empty())
                    break;
                rest -= all[next].height;
                items.push_back(all[next++]);
            }
            page.push_back(std::move(items));
        }
        m_further.push_back(std::move(page));
    }
}

} // namespace entente::ui
