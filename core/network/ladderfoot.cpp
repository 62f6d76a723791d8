#include "core/network/ladderplan.h"

#include "core/model/relationtypes.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace entente::network::plan {

using namespace Qt::StringLiterals;

namespace {

constexpr double Margin = 6;
constexpr double FlowGap = 5;
constexpr int Columns = 5;

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::network::plan", text);
}

} // namespace

/// Sets boxes in rows from left to right; the height that they take.
double Ladder::flow(const std::vector<int> &bodies, const QRectF &room)
{
    struct Cell
    {
        int body;
        QSizeF size;
    };
    double y = room.top();
    std::vector<Cell> line;
    double used = 0;
    const auto closeLine = [&](bool last) {
        if (line.empty())
            return;
        double height = 0;
        for (const Cell &cell : line)
            height = std::max(height, cell.size.height());
        const double free = room.width() - used - FlowGap * double(line.size() - 1);
        // A last line that is mostly empty keeps its measure.
        const double spare = last && free > room.width() / 3 ? 0 : free / double(line.size());
        double x = room.left();
        for (const Cell &cell : line) {
            const QRectF rect(x, y, cell.size.width() + spare, height);
            addBody(cell.body, rect);
            x = rect.right() + FlowGap;
        }
        y += height + FlowGap;
        line.clear();
        used = 0;
    };
    for (const int index : bodies) {
        const SnapshotNode &body = node(index);
        const QString name = body.abbreviation.isEmpty() ? placedName(m_snapshot, body) : body.abbreviation;
        const double text = width(name, body.abbreviation.isEmpty() ? m_sizes.plainName : m_sizes.name, !body.abbreviation.isEmpty() || m_options.rich);
        const double extra = (body.side == Side::Eu || body.side == Side::Rok ? m_sizes.bar : 1) + 10 + (body.folded.isEmpty() ? 0 : 22) + (body.areas.empty() ? 0 : tagsWidth(body) + 4);
        double wide = text + extra;
        if (m_options.rich && !body.abbreviation.isEmpty())
            wide = std::max(wide, std::min(room.width(), width(placedName(m_snapshot, body), 9.3, false) / 2 + 40));
        if (body.abbreviation.isEmpty())
            wide = std::max(60 + extra, std::min(wide, text / 2 + 24 + extra));
        wide = std::clamp(wide, std::min(56.0, room.width()), room.width());
        double high = std::max(25.0, bodyHeight(index, wide));
        const bool tagsBelow = !body.areas.empty() && text + extra > room.width();
        if (tagsBelow)
            high += 17;
        if (used + wide + FlowGap * double(line.size()) > room.width() + 0.01)
            closeLine(false);
        line.push_back({index, {wide, high}});
        used += wide;
    }
    closeLine(true);
    return y - room.top();
}

double Ladder::drawPaperBodies(double top)
{
    std::array<std::vector<int>, 3> lanes;
    for (const int body : m_paperBodies)
        lanes[node(body).side == Side::Eu ? 0 : node(body).side == Side::Rok ? 1 : 2].push_back(body);
    double bottom = std::max(m_bands.back().bottom, top + 30);
    const auto room = [&](const QRectF &lane, double from) {
        return QRectF(lane.left() + Margin, from, lane.width() - 2 * Margin, 0);
    };
    for (const bool rok : {false, true}) {
        if (!lanes[rok ? 1 : 0].empty())
            bottom = std::max(bottom, top + 9 + flow(lanes[rok ? 1 : 0], room(lane(rok).ground, top + 9)));
    }
    double from = top + 4;
    for (const Outsider &outsider : m_outsiders)
        from = std::max(from, outsider.rect.bottom() + 4);
    if (!lanes[2].empty())
        bottom = std::max(bottom, from + flow(lanes[2], room(m_othersGround, from)));
    m_bands.back().bottom = bottom;
    return bottom;
}

/// Bodies that sat at no table and that no clause names: a rung of their own, so that everything asked for is there.
double Ladder::drawLeftover(double top)
{
    if (m_leftoverBodies.empty())
        return top;
    m_picture.rules.push_back(top);
    m_picture.heads.push_back({tr("At no table"), {8, top + 12.6}, m_sizes.head, true, Ink::Plain, Align::Left, Detail::Name, 0});
    std::array<std::vector<int>, 3> lanes;
    for (const int body : m_leftoverBodies)
        lanes[node(body).side == Side::Eu ? 0 : node(body).side == Side::Rok ? 1 : 2].push_back(body);
    const QRectF grounds[3] = {m_sides[0].ground, m_sides[1].ground, m_othersGround};
    double bottom = top + 30;
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        if (!lanes[i].empty())
            bottom = std::max(bottom, top + 6 + flow(lanes[i], {grounds[i].left() + Margin, top + 6, grounds[i].width() - 2 * Margin, 0}));
    }
    return bottom + 2;
}

double Ladder::drawAreas(double top)
{
    std::vector<int> areas;
    QStringList clauses;
    for (std::size_t i = 0; i < m_snapshot.nodes.size(); ++i) {
        if (m_snapshot.nodes[i].kind == kindOf<Area>)
            areas.push_back(int(i));
    }
    if (areas.empty())
        return top;
    std::ranges::stable_sort(areas, {}, [&](int area) { return std::pair(node(area).number.value_or(1'000'000), node(area).name); });
    for (const int area : areas)
        clauses += node(area).clauseLabels;

    m_picture.rules.push_back(top);
    const QString count = areas.size() == 1 ? tr("1 area") : tr("%1 areas").arg(areas.size());
    m_picture.heads.push_back({count, {8, top + 15.2}, m_sizes.head, true, Ink::Plain, Align::Left, Detail::Name, 0});
    if (!clauses.isEmpty()) {
        const QString first = clauses.constFirst();
        const QString last = clauses.constLast();
        const QString range = elided(first == last ? tr("%1 %2").arg(m_snapshot.instrumentName, first) : tr("%1 %2–%3").arg(m_snapshot.instrumentName, first, last),
                                     m_rungsWidth - 14, m_sizes.head, false, m_metrics);
        m_picture.heads.push_back({range, {8, top + 27.2}, m_sizes.head, false, Ink::Plain, Align::Left, Detail::Facts, 0});
    }
    const double left = m_rungsWidth + Margin;
    const double cell = (m_right - Margin - left - 4 * (Columns - 1)) / Columns;
    const double height = m_options.rich ? 37 : 20;
    double y = top + 4;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        const SnapshotNode &area = node(areas[i]);
        const int column = int(i) % Columns;
        if (i > 0 && column == 0)
            y += height + (m_options.rich ? 5 : 4);
        Box box;
        box.id = area.id;
        box.shape = Shape::Hexagon;
        box.rect = QRectF(left + column * (cell + 4), y, cell, height);
        box.full = fullName(area);
        const double middle = box.rect.center().y();
        const double base = m_options.rich ? 13 : 11.5;
        double x = box.rect.left() + 12;
        if (area.number) {
            const double wide = std::max(8.0, width(QString::number(*area.number), base, true) / 2);
            box.texts.push_back({QString::number(*area.number), {box.rect.left() + (m_options.rich ? 19 : 16), middle + base * 0.36}, base, true,
                                 Ink::Strong, Align::Centre, Detail::Shape, 0});
            x = box.rect.left() + (m_options.rich ? 25 : 18) + wide;
        }
        double right = box.rect.right() - 9;
        if (area.clauses > 0) {
            const bool all = area.clausesRaised > 0;
            const QString part = m_options.rich ? tr("%1 of %2").arg(area.clausesRaised).arg(area.clauses)
                                                : tr("%1/%2").arg(area.clausesRaised).arg(area.clauses);
            if (m_options.rich) {
                const QString labels = u'§' + clauseRange(area.clauseLabels);
                box.texts.push_back({elided(labels, 60, 9.2, false, m_metrics), {right, middle - 2}, 9.2, false, Ink::Plain, Align::Right, Detail::Full, 0});
                box.texts.push_back({part, {right, middle + 11}, 9.6, all, all ? Ink::Strong : Ink::Faint, Align::Right, Detail::Facts, 0});
                right -= std::max(width(labels.left(14), 9.2, false), width(part, 9.6, all)) + 6;
            } else {
                box.texts.push_back({part, {right, middle + 3.6}, 10, all, all ? Ink::Strong : Ink::Faint, Align::Right, Detail::Facts, 0});
                right -= width(part, 10, all) + 5;
            }
        }
        const QString name = m_options.rich || area.abbreviation.isEmpty() ? area.name : area.abbreviation;
        const Wrapped lines = wrapped(name, right - x, m_options.rich ? 2 : 1, m_options.rich ? 9.9 : 10.3, false, m_metrics);
        std::vector<BlockLine> block;
        for (const QString &line : lines.lines)
            block.push_back({line, m_options.rich ? 9.9 : 10.3, false, Ink::Strong, Detail::Name});
        setBlock(box, block, x, Align::Left, middle);
        box.label = lines.lines.join(u' ');
        box.shortened = lines.shortened;
        m_picture.add(std::move(box));
    }
    return y + height + 6;
}

double Ladder::drawInstruments(double top)
{
    std::vector<int> instruments;
    for (std::size_t i = 0; i < m_snapshot.nodes.size(); ++i) {
        if (m_snapshot.nodes[i].kind == kindOf<Instrument>)
            instruments.push_back(int(i));
    }
    if (instruments.empty())
        return top;
    std::ranges::stable_sort(instruments, {}, [&](int instrument) {
        const SnapshotNode &row = node(instrument);
        return std::tuple(!row.chosen, !row.date.isKnown(), row.date.first(), row.id);
    });
    m_picture.heads.push_back({tr("Rests on"), {8, top + 13}, m_sizes.head, true, Ink::Plain, Align::Left, Detail::Name, 0});
    const double left = m_rungsWidth + Margin;
    const double cell = (m_right - Margin - left - 4 * (Columns - 1)) / Columns;
    const double height = m_options.rich ? 34 : 31;
    double y = top;
    for (std::size_t i = 0; i < instruments.size(); ++i) {
        const SnapshotNode &instrument = node(instruments[i]);
        const int column = int(i) % Columns;
        if (i > 0 && column == 0)
            y += height + 4;
        Box box;
        box.id = instrument.id;
        box.shape = Shape::Sheet;
        box.rect = QRectF(left + column * (cell + 4), y, cell, height);
        box.full = fullName(instrument);
        box.heavy = instrument.chosen;
        const double middle = box.rect.center().y();
        const double baseline = middle - 2.5;
        double x = box.rect.left() + 7;
        double right = box.rect.right() - 10;
        const QString year = instrument.date.isKnown() ? QString::number(instrument.date.year()) : QString();
        if (m_options.rich) {
            QStringList facts;
            if (instrument.date.isKnown())
                facts.append(tr("adopted %1").arg(instrument.date.toWords()));
            if (instrument.inForce.isKnown())
                facts.append(tr("in force %1").arg(instrument.inForce.toWords()));
            if (!facts.isEmpty())
                box.texts.push_back({elided(facts.join(u", "_s), right - x, 9.2, false, m_metrics), {x, middle + 10}, 9.2, false, Ink::Plain, Align::Left,
                                 Detail::Facts, 0});
        }
        const double size = m_options.rich ? 11 : 10.5;
        const QString name = placedName(m_snapshot, instrument);
        const bool abbreviated = !instrument.abbreviation.isEmpty() && instrument.abbreviation != name;
        if (abbreviated) {
            box.label = elided(instrument.abbreviation, right - x - (m_options.rich ? 0 : 30), size, true, m_metrics);
            box.texts.push_back({box.label, {x, baseline}, size, true, Ink::Strong, Align::Left, Detail::Name, 0});
            x += width(box.label, size, true) + 5;
        }
        if (m_options.rich || !abbreviated) {
            // On large paper the facts stand below; without an abbreviation the name takes both lines.
            const Wrapped lines = wrapped(name, right - x, m_options.rich ? 1 : 2, 9.8, false, m_metrics);
            double at = m_options.rich || lines.lines.size() > 1 ? baseline : middle + 3.5;
            const bool hasRoom = right - x >= 24;
            for (const QString &line : lines.lines) {
                if (hasRoom)
                    box.texts.push_back({line, {x, at}, 9.8, false, Ink::Strong, Align::Left, Detail::Name, 0});
                at += 12;
            }
            box.shortened = lines.shortened || !hasRoom;
            box.label += (box.label.isEmpty() ? QString() : u" "_s) + (hasRoom ? lines.lines.join(u' ') : QString());
        } else {
            const QString drawn = elided(name, box.rect.right() - 7 - box.rect.left() - 7, 9.8, false, m_metrics);
            box.texts.push_back({drawn, {box.rect.left() + 7, middle + 10}, 9.8, false, Ink::Strong, Align::Left, Detail::Name, 0});
            box.shortened = drawn != name;
            box.label += u' ' + drawn;
            if (!year.isEmpty() && !instrument.abbreviation.contains(year))
                box.texts.push_back({year, {x, baseline}, 10, false, Ink::Plain, Align::Left, Detail::Facts, 0});
        }
        m_picture.add(std::move(box));
    }
    return y + height + 4;
}

} // namespace entente::network::plan
