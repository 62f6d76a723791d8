#include "core/network/ladderplan.h"

#include <QCoreApplication>

#include <algorithm>

namespace entente::network::plan {

using namespace Qt::StringLiterals;

namespace {

constexpr double BodyHexagon = 7.3; // half the width of a tag on a body; those on dialogues are larger
constexpr int MostTags = 8;

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::network::plan", text);
}

QString rungName(Rung rung)
{
    switch (rung) {
    case Rung::Summit:
        return tr("Summit");
    case Rung::Ministers:
        return tr("Ministers");
    case Rung::ViceMinisters:
        return tr("Vice-ministers");
    case Rung::DirectorsGeneral:
        return tr("Directors-\ngeneral");
    case Rung::Directors:
        return tr("Directors");
    case Rung::Working:
        return tr("Working level,\ntrack 1.5");
    case Rung::Other:
        return tr("Other formats");
    case Rung::Paper:
        return tr("On paper:");
    }
    return {};
}

} // namespace

/// Whether the Korean name of a body has room after its abbreviation.
bool Ladder::koreanBeside(int index, double room) const
{
    const SnapshotNode &body = node(index);
    if (body.abbreviation.isEmpty() || body.nameKo.isEmpty())
        return false;
    const double name = width(body.abbreviation, m_sizes.name, true) + 5;
    const double more = body.folded.isEmpty() ? 0 : width(u'+' + QString::number(body.folded.size()), m_sizes.facts, false) + 6;
    const double tags = m_tables.contains(index) || body.areas.empty() ? 0 : tagsWidth(body) + 4;
    return name + more + tags + width(body.nameKo, m_options.rich ? 9.5 : 8.5, false) <= room - m_sizes.bar - 11;
}

/// What stands in the box of a body: abbreviation, or the name where there is none; on large paper also the names in full.
std::vector<BlockLine> Ladder::bodyLines(int index, double room, bool &shortened, QString &label) const
{
    const SnapshotNode &body = node(index);
    const double text = room - m_sizes.bar - 10;
    const QString name = placedName(m_snapshot, body);
    std::vector<BlockLine> lines;
    if (!body.abbreviation.isEmpty()) {
        const double more = body.folded.isEmpty() ? 0 : 22;
        label = elided(body.abbreviation, text - more, m_sizes.name, true, m_metrics);
        shortened = label != body.abbreviation;
        lines.push_back({label, m_sizes.name, true, Ink::Strong, Detail::Name});
        if (m_options.rich && body.name != body.abbreviation) {
            const Wrapped full = wrapped(name, text, 2, 9.3, false, m_metrics);
            for (const QString &line : full.lines)
                lines.push_back({line, 9.3, false, Ink::Strong, Detail::Full});
            shortened = shortened || full.shortened;
        }
    } else {
        const bool bold = m_options.rich;
        const Wrapped full = wrapped(name, text, bold ? 3 : 2, m_sizes.plainName, bold, m_metrics);
        for (const QString &line : full.lines)
            lines.push_back({line, m_sizes.plainName, bold, Ink::Strong, Detail::Name});
        label = full.lines.join(u' ');
        shortened = full.shortened;
    }
    if (m_options.rich && !body.nameKo.isEmpty() && !koreanBeside(index, room))
        lines.push_back({elided(body.nameKo, text, 9.5, false, m_metrics), 9.5, false, Ink::Plain, Detail::Korean});
    return lines;
}

void Ladder::addBody(int index, const QRectF &rect, double bar)
{
    const SnapshotNode &body = node(index);
    Box box;
    box.id = body.id;
    box.shape = Shape::Square;
    box.side = body.side;
    box.rect = rect;
    box.bar = bar > 0 ? bar : m_sizes.bar;
    box.full = fullName(body);
    const bool small = bar > 0;
    const bool onTop = body.side == Side::Multilateral;
    const bool atFoot = body.side == Side::Third;
    const double left = rect.left() + 5 + (body.side == Side::Eu ? box.bar : 1);
    const double right = rect.right() - 4 - (body.side == Side::Rok ? box.bar : 1);
    double middle = rect.center().y() + (onTop ? box.bar / 2 : 0) - (atFoot ? box.bar / 2 : 0);

    std::vector<BlockLine> lines = bodyLines(index, rect.width(), box.shortened, box.label);
    if (small && !body.abbreviation.isEmpty()) {
        box.label = elided(body.abbreviation, rect.width() - box.bar - 6, m_sizes.name - 1, true, m_metrics);
        box.shortened = box.label != body.abbreviation;
        lines = {{box.label, m_sizes.name - 1, true, Ink::Strong, Detail::Name}};
        const double shift = body.side == Side::Eu ? box.bar / 2 : body.side == Side::Rok ? -box.bar / 2 : 0;
        setBlock(box, lines, rect.center().x() + shift - (body.folded.isEmpty() ? 0 : 8), Align::Centre, middle);
    } else {
        // Tags that do not fit beside the name stand below it.
        const bool tagged = !m_tables.contains(index) && !body.areas.empty();
        const double name = lines.empty() ? 0 : width(lines.front().text, lines.front().size, lines.front().bold) + (body.folded.isEmpty() ? 0 : 22);
        const double room = right - left - name - 4;
        const bool below = tagged && tagsWidth(body) > room && rect.height() > blockHeight(lines) + 24;
        if (below)
            middle -= 8;
        setBlock(box, lines, left, Align::Left, middle);
        if (tagged && below)
            addTags(box, body, rect.right() - 2, rect.bottom() - 11 - (atFoot ? box.bar : 0), rect.width() - 2);
        else if (tagged)
            addTags(box, body, right, box.texts.empty() ? middle : box.texts.front().at.y() - 4, room);
    }
    if (!box.texts.empty()) {
        const Text first = box.texts.front();
        double x = first.at.x() + width(first.text, first.size, first.bold) * (first.align == Align::Centre ? 0.5 : 1) + 5;
        if (!body.folded.isEmpty()) {
            const QString more = u'+' + QString::number(body.folded.size());
            box.texts.push_back({more, {x, first.at.y()}, m_sizes.facts, false, Ink::Plain, Align::Left, Detail::Facts, 0});
            x += width(more, m_sizes.facts, false) + 6;
        }
        double edge = right;
        for (const Tag &tag : box.tags)
            edge = std::min(edge, tag.rect.left() - 4);
        const double size = m_options.rich ? 9.5 : 8.5;
        const bool koreanFits = !small && koreanBeside(index, rect.width());
        const QString name = placedName(m_snapshot, body);
        if (koreanFits && m_options.rich)
            box.texts.push_back({body.nameKo, {x, first.at.y()}, size, false, Ink::Plain, Align::Left, Detail::Korean, 0});
        else if (!m_options.rich && !small && !body.abbreviation.isEmpty() && name != body.abbreviation && x + width(name, size, false) <= edge)
            box.texts.push_back({name, {x, first.at.y()}, size, false, Ink::Plain, Align::Left, Detail::Full, 0});
        else if (koreanFits)
            box.texts.push_back({body.nameKo, {x, first.at.y()}, size, false, Ink::Plain, Align::Left, Detail::Korean, 0});
    }
    m_picture.add(std::move(box));
}

void Ladder::addPillar(const Pillar &pillar, bool mirrored)
{
    const SnapshotNode &body = node(pillar.body);
    Box box;
    box.id = body.id;
    box.side = body.side;
    box.rect = pillar.rect;
    box.bar = m_sizes.bar;
    box.pillar = true;
    box.full = fullName(body);
    const double left = box.rect.left() + (mirrored ? 3 : box.bar + 2);
    const double room = box.rect.width() - box.bar - 5;
    const double x = m_options.rich ? left + 3 : left + room / 2;
    const Align align = m_options.rich ? Align::Left : Align::Centre;
    double baseline = box.rect.top() + 18;
    const double name = m_sizes.name + (m_options.rich ? 1 : 0);
    // Texts keep clear of the lines that pass above the pillar.
    std::vector<double> crossed;
    for (const auto &[rowIndex, items] : lane(mirrored).items) {
        for (const Item &item : items) {
            const bool passes = item.kind == Item::Kind::Through
                                || (item.kind == Item::Kind::Pillar && &lane(mirrored).pillars[std::size_t(item.index)] < &pillar);
            if (passes)
                crossed.push_back(m_rows[std::size_t(rowIndex)].middle + item.y);
        }
    }
    const auto isClear = [&](double top, double bottom) {
        return std::ranges::none_of(crossed, [&](double y) { return y > top - 5 && y < bottom + 5; });
    };
    while (!isClear(baseline - name * 0.72, baseline) && baseline < box.rect.bottom() - 8)
        baseline += 2;
    if (baseline >= box.rect.bottom() - 8)
        baseline = box.rect.top() + 18;
    const auto put = [&](const QString &text, int lines, double size, bool bold, Ink ink, Detail detail) {
        const Wrapped parts = wrapped(text, room, lines, size, bold, m_metrics);
        for (const QString &part : parts.lines) {
            if (baseline > box.rect.bottom() - 4)
                return;
            box.texts.push_back({part, {x, baseline}, size, bold, ink, align, detail, 0});
            baseline += size + 3;
        }
        box.shortened = box.shortened || parts.shortened;
    };
    put(body.abbreviation.isEmpty() ? placedName(m_snapshot, body) : body.abbreviation, body.abbreviation.isEmpty() ? 4 : 1, name, true, Ink::Strong,
        Detail::Shape);
    for (const Text &text : box.texts)
        box.label += (box.label.isEmpty() ? u""_s : u" "_s) + text.text;
    // The next stretch of the pillar that no line crosses.
    const auto find = [&](double height) {
        for (double at = baseline; at + height < box.rect.bottom() - 6; at += 2) {
            if (isClear(at - 10, at + height)) {
                baseline = at;
                return true;
            }
        }
        return false;
    };
    if (!body.folded.isEmpty() && find(0))
        put(u'+' + QString::number(body.folded.size()), 1, m_sizes.facts, false, Ink::Plain, Detail::Facts);
    if (m_options.rich && !body.abbreviation.isEmpty()) {
        const QString full = placedName(m_snapshot, body);
        if (find(12.3 * double(wrapped(full, room, 4, 9.3, false, m_metrics).lines.size() - 1)))
            put(full, 4, 9.3, false, Ink::Strong, Detail::Full);
        if (!body.nameKo.isEmpty() && find(12.0 * double(wrapped(body.nameKo, room, 2, 9, false, m_metrics).lines.size() - 1)))
            put(body.nameKo, 2, 9, false, Ink::Plain, Detail::Korean);
    }
    m_picture.add(std::move(box));
}

double Ladder::hexagonStep(const SnapshotNode &body) const
{
    return 2 * (body.kind == kindOf<Dialogue> ? m_sizes.hexagon : BodyHexagon) + 1;
}

double Ladder::tagsWidth(const SnapshotNode &body) const
{
    const auto shown = std::min<std::size_t>(body.areas.size(), MostTags);
    double all = shown == 0 ? 0 : double(shown) * hexagonStep(body) + 1;
    if (m_options.rich && !body.clauseLabels.isEmpty() && body.kind == kindOf<Dialogue>)
        all += std::min(90.0, width(u'§' + clauseRange(body.clauseLabels), 9, true) + 18);
    return all;
}

/// Hexagons from the right edge inwards, then the clauses; what has no room is counted.
double Ladder::addTags(Box &box, const SnapshotNode &body, double right, double middle, double room)
{
    const double half = body.kind == kindOf<Dialogue> ? m_sizes.hexagon : BodyHexagon;
    const double step = hexagonStep(body);
    double x = right;
    int fit = int((room + 1) / step);
    const int all = int(body.areas.size());
    fit = std::min({fit, all, MostTags});
    if (fit < all)
        fit = std::max(0, int((room - 19) / step));
    fit = std::min({fit, all, MostTags});
    if (fit < all) {
        const QString more = u'+' + QString::number(all - fit);
        if (room >= 14)
            box.texts.push_back({more, {x, middle + 3.5}, m_sizes.facts, false, Ink::Plain, Align::Right, Detail::Facts, 0});
        x -= 18;
    }
    for (int i = fit; i-- > 0;) {
        const SnapshotNode *area = m_snapshot.node(body.areas[std::size_t(i)]);
        Tag tag;
        tag.record = area->id;
        tag.text = area->number ? QString::number(*area->number) : area->name.left(1);
        tag.rect = QRectF(x - 2 * half, middle - half * 0.875, 2 * half, half * 1.75);
        box.tags.push_back(tag);
        x -= step;
    }
    if (body.kind == kindOf<Dialogue> && !body.clauseLabels.isEmpty()) {
        const double size = m_options.rich ? 9 : 8.5;
        const QString text = elided(u'§' + clauseRange(body.clauseLabels), 78, size, true, m_metrics);
        const double wide = width(text, size, true) + 11;
        if (m_options.rich || right - x + wide < room) {
            Tag tag;
            tag.kind = Tag::Kind::Clause;
            tag.text = text;
            x -= 2;
            tag.rect = QRectF(x - wide, middle - 7, wide, 14);
            tag.detail = Detail::Full;
            box.tags.push_back(tag);
            x -= wide + 4;
        }
    }
    return right - x;
}

void Ladder::addDialogue(const Row &row)
{
    const SnapshotNode &dialogue = node(row.node);
    Box box;
    box.id = dialogue.id;
    box.shape = Shape::Rounded;
    box.rect = row.rect;
    box.dashed = row.paper;
    box.radius = std::min(m_sizes.radius, row.rect.height() / 2);
    box.full = fullName(dialogue);
    const double left = row.rect.left() + m_sizes.inset;
    const double right = row.rect.right() - 10;
    const double textWidth = row.rect.width() - m_sizes.inset - 6 - tagsWidth(dialogue) - m_sizes.inset / 2;
    const Wrapped name = wrapped(placedName(m_snapshot, dialogue), textWidth, 2, m_sizes.dialogue, true, m_metrics);
    box.label = name.lines.join(u' ');
    box.shortened = name.shortened;

    std::vector<BlockLine> lines;
    for (const QString &line : name.lines)
        lines.push_back({line, m_sizes.dialogue, true, Ink::Strong, Detail::Name});
    const double factsWidth = right - left - (row.paper ? 0 : (dialogue.areas.empty() ? 0 : tagsWidth(dialogue)));
    if (m_options.rich && !dialogue.nameKo.isEmpty())
        lines.push_back({elided(dialogue.nameKo, textWidth, 10.2, false, m_metrics), 10.2, false, Ink::Plain, Detail::Korean});
    QStringList facts;
    if (row.paper) {
        const QString status = dialogue.status == DialogueStatus::Planned    ? tr("planned")
                               : dialogue.status == DialogueStatus::Informal ? tr("informal")
                                                                             : tr("no round known");
        facts = {status};
        if (dialogue.level != Level::None)
            facts.prepend(tr("%1, %2").arg(wordOf(dialogue.level), status));
    } else {
        if (!dialogue.rhythm.isEmpty() && dialogue.rhythm.size() < 24 && dialogue.rhythm != u"not stated")
            facts.append(dialogue.rhythm);
        facts.append(dialogue.rounds.empty()       ? tr("no round in this time")
                     : dialogue.rounds.size() == 1 ? tr("1 round")
                                                   : tr("%1 rounds").arg(dialogue.rounds.size()));
        if (const PartialDate last = dialogue.rounds.empty() ? PartialDate() : dialogue.rounds.back().start; last.isKnown())
            facts.append(tr("last %1").arg(last.toWords()));
    }
    if (!dialogue.members.isEmpty())
        facts.prepend(tr("%1 records").arg(dialogue.members.size()));
    const bool beside = row.paper && !m_options.rich && name.lines.size() == 1;
    if (!beside)
        lines.push_back({elided(row.paper ? facts.constFirst() : facts.join(u" · "_s), factsWidth, m_sizes.facts, false, m_metrics), m_sizes.facts, false, Ink::Plain, Detail::Facts});
    if (!dialogue.reviews.isEmpty())
        lines.push_back({elided(dialogue.reviews, factsWidth, m_sizes.facts, false, m_metrics), m_sizes.facts, false, Ink::Plain, Detail::Facts});
    setBlock(box, lines, left, Align::Left, row.rect.center().y());

    double x = left + width(name.lines.isEmpty() ? QString() : name.lines.constLast(), m_sizes.dialogue, true) + 8;
    const double nameLine = box.texts.empty() ? row.rect.center().y() : box.texts.front().at.y();
    if (beside) {
        // The longest form that fits without a cut, or nothing.
        const double room = (dialogue.areas.empty() ? right + 3 : right) - tagsWidth(dialogue) - x;
        const auto fitting = std::ranges::find_if(facts, [&](const QString &text) { return width(text, m_sizes.facts, false) <= room; });
        if (fitting != facts.end()) {
            box.texts.push_back({*fitting, {x, nameLine - 0.2}, m_sizes.facts, false, Ink::Plain, Align::Left, Detail::Facts, 0});
            x += width(*fitting, m_sizes.facts, false) + 6;
        }
    }
    const bool low = m_options.rich && !row.paper;
    const double tagsAt = low ? box.texts.front().at.y() - 3 : row.rect.center().y();
    const double factsEnd = beside ? x : left + (low ? 0 : std::max(width(lines.back().text, m_sizes.facts, false), x - left));
    const double used = addTags(box, dialogue, right, tagsAt, right - factsEnd);
    if (!m_options.rich && name.lines.size() == 1 && !beside && !dialogue.nameKo.isEmpty()
        && x + width(dialogue.nameKo, 8.5, false) + 4 <= right - used)
        box.texts.push_back({dialogue.nameKo, {x, nameLine}, 8.5, false, Ink::Plain, Align::Left, Detail::Korean, 0});

    if (m_options.rich && !row.paper && m_snapshot.asOf.isValid()) {
        const QDate end = m_snapshot.asOf;
        const QDate begin = QDate(end.year() - 13, 1, 1);
        const double days = double(begin.daysTo(end));
        box.strip = QRectF(right - 74, row.rect.bottom() - 18, 68, 11);
        for (const Round &round : dialogue.rounds) {
            if (!round.start.isKnown() || round.start.last() < begin)
                continue;
            const double from = std::clamp(double(begin.daysTo(round.start.first())) / days, 0.0, 1.0);
            const double to = std::clamp(double(begin.daysTo(round.start.last())) / days, from, 1.0);
            box.ticks.push_back({box.strip.left() + from * 68, round.start.isDay() ? 0 : std::max(3.0, (to - from) * 68),
                                 round.format == MeetingFormat::Virtual});
        }
    }
    m_picture.add(std::move(box));
}

void Ladder::addHeads()
{
    const auto head = [&](const QString &text, const QRectF &lane) {
        if (lane.width() > 0)
            m_picture.heads.push_back({text.toUpper(), {lane.center().x(), 15.5}, m_sizes.head, true, Ink::Plain, Align::Centre, Detail::Name, 0.4});
    };
    head(tr("European Union"), m_sides[0].ground);
    head(tr("Joint"), m_joint);
    head(tr("Republic of Korea"), m_sides[1].ground);
    head(tr("Others"), m_othersGround);
    for (const RungBand &band : m_bands) {
        m_picture.rules.push_back(band.top);
        double y = band.top + 12.6;
        for (const QString &line : rungName(band.rung).split(u'\n')) {
            m_picture.heads.push_back({line, {8, y}, m_sizes.head, true, Ink::Plain, Align::Left, Detail::Name, 0});
            y += 12.1;
        }
        if (band.rung == Rung::Paper)
            m_picture.heads.push_back({tr("no round yet"), {8, y}, m_sizes.head, false, Ink::Plain, Align::Left, Detail::Facts, 0});
    }
}

} // namespace entente::network::plan
