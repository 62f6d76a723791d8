#include "ui/network/networkdrawing.h"

#include "core/base/partialdate.h"
#include "core/model/relationtypes.h"
#include "core/network/ladder.h"
#include "core/network/nodelink.h"
#include "core/network/scope.h"
#include "ui/network/lenswords.h"
#include "ui/network/networkextras.h"
#include "ui/network/networkmarks.h"
#include "ui/network/networkpainter.h"
#include "ui/paint/fonts.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace entente::ui {

using namespace Qt::StringLiterals;
using network::Box;
using network::Detail;
using network::Stroke;

namespace {

constexpr double ScreenWidth = 852;
constexpr double LargeWidth = 1182; // an A3 sheet without its legend column

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::ui", text);
}

double distance(const std::vector<QPointF> &points, const QPointF &point)
{
    double best = 1e9;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const QPointF along = points[i] - points[i - 1];
        const double square = QPointF::dotProduct(along, along);
        const double t = square > 0 ? std::clamp(QPointF::dotProduct(point - points[i - 1], along) / square, 0.0, 1.0) : 0.0;
        const QPointF nearest = points[i - 1] + along * t - point;
        best = std::min(best, std::hypot(nearest.x(), nearest.y()));
    }
    return best;
}

QString dayInWords(const QDate &day)
{
    return QLocale(QLocale::English).toString(day, u"d MMMM yyyy"_s);
}

} // namespace

NetworkDrawing::NetworkDrawing(std::shared_ptr<const network::Snapshot> snapshot, network::Picture picture, const model::Lens &lens,
                               QString layout, QString title)
    : m_snapshot(std::move(snapshot)), m_picture(std::move(picture)), m_lens(lens), m_layout(std::move(layout)), m_title(std::move(title))
{
    for (const network::SnapshotNode &node : m_snapshot->nodes) {
        for (const network::Round &round : node.rounds)
            m_stands.insert(round.meeting, node.id);
        if (node.kind == model::kindOf<model::Area>) {
            for (const QString &label : node.clauseLabels)
                m_stands.insert(m_snapshot->instrument + u'/' + label, node.id);
        }
    }
    for (const network::SnapshotLine &line : m_snapshot->lines) {
        for (const QString &record : line.records)
            m_linesOf[record].append(line.id);
    }
    count();
}

QMarginsF NetworkDrawing::heads() const
{
    // The names of rungs and lanes.
    if (!m_picture.ladder || m_picture.grounds.empty())
        return {};
    return {m_picture.grounds.front().rect.left(), m_picture.rules.empty() ? 0.0 : m_picture.rules.front(), 0, 0};
}

void NetworkDrawing::count()
{
    for (const network::SnapshotNode &node : m_snapshot->nodes) // what is folded into another is not shown by itself
        m_counts.shown += std::max(1, int(node.members.size()));
    m_counts.total = m_snapshot->total;
    QSet<QString> seen;
    for (const Stroke &stroke : m_picture.strokes) {
        for (const QString &id : stroke.lines) {
            const network::SnapshotLine *line = m_snapshot->line(id);
            if (!line || seen.contains(id))
                continue;
            seen.insert(id);
            ++m_counts.lines;
            m_counts.inferred += line->confidence == model::Confidence::Inferred ? 1 : 0;
            m_counts.disputed += line->confidence == model::Confidence::Disputed ? 1 : 0;
            m_counts.unsourced += line->sourced ? 0 : 1;
        }
    }
    for (const Box &box : m_picture.boxes)
        m_counts.tags += int(std::ranges::count(box.tags, network::Tag::Kind::Area, &network::Tag::kind));
    m_counts.hidden = m_picture.hidden;
    m_counts.shortened = m_picture.shortened;
}

QStringList NetworkDrawing::nodesOf(const QString &record) const
{
    if (const network::SnapshotNode *node = m_snapshot->node(record))
        return {node->id};
    if (const auto found = m_stands.constFind(record); found != m_stands.constEnd())
        return {*found};
    return {};
}

QSet<QString> NetworkDrawing::neighbours(const QSet<QString> &nodes) const
{
    QSet<QString> found;
    for (const network::SnapshotLine &line : m_snapshot->lines) {
        const QString &source = m_snapshot->nodes[std::size_t(line.source)].id;
        const QString &target = m_snapshot->nodes[std::size_t(line.target)].id;
        if (!network::isDrawnByDefault(line.type))
            continue;
        if (nodes.contains(source) && !nodes.contains(target))
            found.insert(target);
        if (nodes.contains(target) && !nodes.contains(source))
            found.insert(source);
    }
    for (const Box &box : m_picture.boxes) {
        for (const network::Tag &tag : box.tags) {
            if (nodes.contains(box.id) && !tag.record.isEmpty())
                found.insert(tag.record);
            if (nodes.contains(tag.record))
                found.insert(box.id);
        }
    }
    return found;
}

NetworkHit NetworkDrawing::hit(const QPointF &point, double reach) const
{
    for (auto box = m_picture.boxes.crbegin(); box != m_picture.boxes.crend(); ++box) {
        if (!box->rect.contains(point))
            continue;
        for (const network::Tag &tag : box->tags) {
            if (!tag.record.isEmpty() && tag.rect.contains(point))
                return {NetworkHit::Kind::Tag, tag.record};
        }
        // A line that passes above a pillar is nearer than the pillar.
        if (box->pillar) {
            for (const Stroke &stroke : m_picture.strokes) {
                if (!stroke.over.empty() && !stroke.lines.isEmpty() && distance(stroke.points, point) <= 3)
                    return {NetworkHit::Kind::Line, stroke.lines.constFirst()};
            }
        }
        return {NetworkHit::Kind::Node, box->id};
    }
    const Stroke *best = nullptr;
    double nearest = reach;
    for (const Stroke &stroke : m_picture.strokes) {
        const double away = stroke.lines.isEmpty() ? 1e9 : distance(stroke.points, point);
        if (away <= nearest) {
            nearest = away;
            best = &stroke;
        }
    }
    if (best)
        return {NetworkHit::Kind::Line, best->lines.constFirst()};
    return {};
}

void NetworkDrawing::paint(QPainter &painter, const QRectF &area, const Look &look) const
{
    namespace paint = networkpaint;
    const Tokens &tokens = look.tokens();
    const Detail detail = m_picture.ladder && look.paper && m_picture.size.width() > 1100 ? Detail::Korean : paint::detailAt(look.zoom);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::TextAntialiasing);

    QSet<QString> selected;
    QSet<QString> selectedLines;
    if (!look.paper) {
        for (const QString &record : look.selected) {
            for (const QString &node : nodesOf(record))
                selected.insert(node);
            if (m_snapshot->line(record))
                selectedLines.insert(record);
            for (const QString &line : m_linesOf.value(record))
                selectedLines.insert(line);
        }
    }
    QSet<QString> chain;
    QSet<std::pair<QString, QString>> steps;
    if (!look.paper) {
        QString before;
        for (const QString &record : m_explained.records) {
            const QString node = nodesOf(record).value(0);
            chain.insert(node);
            if (m_explained.isChain && !before.isEmpty() && !node.isEmpty() && node != before)
                steps.insert(std::minmax(before, node));
            if (!node.isEmpty())
                before = node;
        }
        chain.remove(QString());
    }
    const auto isStep = [&](const Stroke &stroke) {
        return !steps.isEmpty() && std::ranges::any_of(stroke.lines, [&](const QString &id) {
            const network::SnapshotLine *line = m_snapshot->line(id);
            return line && steps.contains(std::minmax(m_snapshot->nodes[std::size_t(line->source)].id, m_snapshot->nodes[std::size_t(line->target)].id));
        });
    };
    const QSet<QString> near = selected.isEmpty() ? QSet<QString>() : neighbours(selected);
    const auto touches = [&](const Stroke &stroke) {
        return std::ranges::any_of(stroke.lines, [&](const QString &id) {
            if (selectedLines.contains(id) || id == look.hovered)
                return true;
            const network::SnapshotLine *line = m_snapshot->line(id);
            if (!line)
                return false;
            const QString &source = m_snapshot->nodes[std::size_t(line->source)].id;
            const QString &target = m_snapshot->nodes[std::size_t(line->target)].id;
            return selected.contains(source) || selected.contains(target) || (!look.hovered.isEmpty() && (source == look.hovered || target == look.hovered));
        });
    };
    const bool choosing = !selected.isEmpty() || !selectedLines.isEmpty() || !steps.isEmpty();
    const auto opacityOf = [&](const Stroke &stroke) {
        const bool frame = m_picture.ladder && (stroke.spine || stroke.type == model::relation::partOf);
        return !choosing || frame || touches(stroke) || isStep(stroke) ? 1.0 : paint::QuietOpacity;
    };
    const auto isChosen = [&](const Stroke &stroke) {
        return isStep(stroke) || std::ranges::any_of(stroke.lines, [&](const QString &id) { return selectedLines.contains(id) || (id == look.hovered && !look.paper); });
    };

    for (const network::Ground &ground : m_picture.grounds) {
        const QColor colour = ground.lane == network::Lane::Eu       ? tokens.laneEu
                              : ground.lane == network::Lane::Rok    ? tokens.laneRok
                              : ground.lane == network::Lane::Others ? tokens.laneOthers
                                                                     : tokens.canvas;
        if (ground.lane != network::Lane::Joint)
            painter.fillRect(ground.rect, colour);
    }
    const auto groundAt = [&](const QPointF &point) {
        for (const network::Ground &ground : m_picture.grounds) {
            if (ground.rect.contains(point))
                return ground.lane == network::Lane::Eu       ? tokens.laneEu
                       : ground.lane == network::Lane::Rok    ? tokens.laneRok
                       : ground.lane == network::Lane::Others ? tokens.laneOthers
                                                              : tokens.canvas;
        }
        return tokens.canvas;
    };
    painter.setPen(QPen(tokens.hair, 1));
    for (const double y : m_picture.rules)
        painter.drawLine(QLineF(0, y, m_picture.size.width(), y));
    painter.setBrush(Qt::NoBrush);
    for (const QRectF &ring : m_picture.rings)
        painter.drawEllipse(ring);
    for (const network::Text &text : m_picture.heads) {
        if (text.detail <= std::max(detail, Detail::Name))
            paint::paintText(painter, text, look);
    }

    const QRectF wide = area.adjusted(-20, -20, 20, 20);
    const auto isNear = [&](const Stroke &stroke) {
        return area.isNull() || QPolygonF(QList<QPointF>(stroke.points.begin(), stroke.points.end())).boundingRect().adjusted(-1, -1, 1, 1).intersects(wide);
    };
    for (const bool spine : {false, true}) {
        for (const Stroke &stroke : m_picture.strokes) {
            if (spine && stroke.spine && isNear(stroke))
                paint::paintCasing(painter, stroke, look);
        }
        for (const bool quiet : {true, false}) {
            for (const Stroke &stroke : m_picture.strokes) {
                const double opacity = opacityOf(stroke);
                if (stroke.spine != spine || (opacity < 1) != quiet || !isNear(stroke))
                    continue;
                painter.setOpacity(stroke.spine ? 1 : opacity);
                if (isStep(stroke))
                    paint::paintHalo(painter, stroke, look);
                paint::paintStroke(painter, stroke, look, tokens.canvas, isChosen(stroke) ? 1.8 : 1);
            }
        }
        painter.setOpacity(1);
        for (const Stroke &stroke : m_picture.strokes) {
            if (stroke.spine != spine || !isNear(stroke))
                continue;
            paint::paintBead(painter, stroke, look);
            paint::paintNumber(painter, stroke, look, groundAt(stroke.numberAt), detail);
            paint::paintDifference(painter, stroke, look);
        }
    }

    // What the chosen record has besides, in the style of its lines; behind the boxes, so that no name is hidden.
    for (const network::SnapshotLine &line : m_snapshot->lines) {
        if (selected.isEmpty() || line.type == network::tookPart)
            continue;
        const QString &source = m_snapshot->nodes[std::size_t(line.source)].id;
        const QString &target = m_snapshot->nodes[std::size_t(line.target)].id;
        if (!selected.contains(source) && !selected.contains(target))
            continue;
        if (std::ranges::any_of(m_picture.strokes, [&](const Stroke &stroke) { return stroke.lines.contains(line.id); }))
            continue;
        const Box *from = m_picture.box(source);
        const Box *to = m_picture.box(target);
        if (!from || !to || m_picture.ladder == false)
            continue;
        if (std::ranges::any_of(from->tags, [&](const network::Tag &tag) { return tag.record == target; }))
            continue;
        Stroke own = network::strokeOf(*m_snapshot, {int(&line - m_snapshot->lines.data())});
        own.points = {network::leaving(from->rect, to->rect.center()), network::leaving(to->rect, from->rect.center())};
        paint::paintStroke(painter, own, look, tokens.canvas);
        paint::paintBead(painter, own, look);
    }

    const auto paintBoxes = [&](bool pillars) {
        for (const Box &box : m_picture.boxes) {
            if (box.pillar != pillars || (!area.isNull() && !box.rect.intersects(wide)))
                continue;
            paint::BoxState state;
            state.selected = selected.contains(box.id);
            state.neighbour = near.contains(box.id);
            state.hovered = !look.paper && look.hovered == box.id;
            if (!look.paper && (state.selected || state.hovered || look.keyboardFocus == box.id))
                state.hiddenNeighbours = m_snapshot->node(box.id)->hidden;
            state.inChain = chain.contains(box.id);
            paint::paintBox(painter, box, state, look, detail);
            paint::paintDifference(painter, box, look);
        }
    };
    paintBoxes(true);
    for (const Stroke &stroke : m_picture.strokes) {
        if (!stroke.over.empty())
            paint::paintOver(painter, stroke, look, opacityOf(stroke));
    }
    paintBoxes(false);
}

std::vector<DrawnThing> NetworkDrawing::things() const
{
    std::vector<DrawnThing> things;
    for (const Box &box : m_picture.boxes) {
        const network::SnapshotNode *node = m_snapshot->node(box.id);
        if (!node)
            continue;
        const bool isAlready = node->abbreviation.isEmpty() || node->name.contains(node->abbreviation, Qt::CaseInsensitive);
        const QString name = isAlready ? node->name : tr("%1, %2").arg(node->name, node->abbreviation);
        things.push_back({name.simplified(), node->nameKo.simplified(), box.rect});
    }
    return things;
}

std::unique_ptr<NetworkDrawing> NetworkDrawing::moved(const QHash<QString, QPointF> &centres) const
{
    network::Picture picture = m_picture;
    network::moveBoxes(picture, *m_snapshot, centres);
    auto drawing = std::make_unique<NetworkDrawing>(m_snapshot, std::move(picture), m_lens, m_layout, m_title);
    drawing->setFilterWords(m_filterWords);
    drawing->setExtras(m_extras);
    drawing->explain(m_explained);
    return drawing;
}

QRectF NetworkDrawing::badgeOf(const QString &id) const
{
    const Box *box = m_picture.box(id);
    const network::SnapshotNode *node = m_snapshot->node(id);
    return box && node && node->hidden > 0 ? networkpaint::badgeOf(*box, node->hidden) : QRectF();
}

QStringList NetworkDrawing::drawnLines() const
{
    QStringList lines;
    QSet<QString> seen;
    for (const Stroke &stroke : m_picture.strokes) {
        for (const QString &id : stroke.lines) {
            if (m_snapshot->line(id) && !seen.contains(id)) {
                seen.insert(id);
                lines.append(id);
            }
        }
    }
    return lines;
}

QStringList NetworkDrawing::linesOf(const QString &node) const
{
    QStringList lines = drawnLines();
    lines.removeIf([&](const QString &id) {
        const network::SnapshotLine *line = m_snapshot->line(id);
        return m_snapshot->nodes[std::size_t(line->source)].id != node && m_snapshot->nodes[std::size_t(line->target)].id != node;
    });
    return lines;
}

network::LabelMetrics drawingMetrics()
{
    struct Cache
    {
        std::map<std::pair<int, bool>, QFontMetricsF> metrics;
        QHash<QString, double> widths;
    };
    const auto cache = std::make_shared<Cache>();
    return {[cache](const QString &text, double size, bool bold) {
        const auto key = std::pair(int(std::lround(size * 100)), bold);
        const QString name = text + QChar(u'\0') + QString::number(key.first * 2 + (bold ? 1 : 0));
        if (const auto found = cache->widths.constFind(name); found != cache->widths.constEnd())
            return *found;
        auto metrics = cache->metrics.find(key);
        if (metrics == cache->metrics.end())
            metrics = cache->metrics.emplace(key, QFontMetricsF(drawingFont(size, bold))).first;
        const double width = metrics->second.horizontalAdvance(text);
        cache->widths.insert(name, width);
        return width;
    }};
}

std::unique_ptr<NetworkDrawing> networkDrawing(const model::Lookup &lookup, const model::Lens &lens, const NetworkOptions &options,
                                               const model::Progress &progress)
{
    const auto extras = std::make_shared<NetworkExtras>();
    extras->isComparison = options.beside.other || (lens.comparedWith.isValid() && lens.asOf.isValid() && lens.comparedWith != lens.asOf);
    extras->other = options.beside.other;
    network::Snapshot shown;
    if (extras->isComparison) {
        ComparedSnapshot compared = comparedSnapshot(lookup, lens, options.beside.other, options.beside.otherName);
        shown = std::move(compared.snapshot);
        extras->difference = std::move(compared.difference);
        extras->comparison = compared.words;
    } else {
        shown = network::snapshot(lookup, lens);
    }
    const auto snapshot = std::make_shared<const network::Snapshot>(std::move(shown));
    extras->style = model::readableStyle(lens.style);
    extras->facts = styleFacts(lookup, lens, *snapshot, extras->style);
    const auto *title = lookup.model().find<model::Property>(u"title"_s);
    const QHash<QString, QPointF> places = options.userPlaces ? network::userPlaces(lookup.model(), placesKey(lookup.model(), options.beside.view, options.layout)) : QHash<QString, QPointF>();
    network::Picture picture;
    if (options.layout != u"ladder") {
        picture = network::nodeLinkDrawing(*snapshot, {options.layout, lens.focus, places, options.known, options.aspect}, drawingMetrics(), progress);
    } else {
        network::LadderOptions ladder;
        ladder.rich = options.medium == NetworkMedium::Large;
        ladder.width = options.width > 0 ? options.width : ladder.rich ? LargeWidth : ScreenWidth;
        ladder.places = places;
        if (ladder.rich && !places.isEmpty()) {
            // The user placed records on the screen's ladder; the large one keeps them in proportion.
            const QSizeF screen = network::ladder(*snapshot, {ScreenWidth, false, {}}, drawingMetrics()).size;
            ladder.places.clear();
            const QSizeF large = network::ladder(*snapshot, ladder, drawingMetrics()).size;
            for (const auto &[id, at] : places.asKeyValueRange())
                ladder.places.insert(id, {at.x() * large.width() / screen.width(), at.y() * large.height() / screen.height()});
        }
        if (network::expandedRecords(lens).isEmpty() || !lens.groups.isEmpty()) {
            picture = network::ladder(*snapshot, ladder, drawingMetrics());
        } else {
            model::Lens closed = lens;
            std::erase_if(closed.filters, [](const model::Filter &filter) { return filter.field == network::alsoAround; });
            picture = network::ladderWith(network::snapshot(lookup, closed), *snapshot, ladder, drawingMetrics());
        }
    }
    auto drawing = std::make_unique<NetworkDrawing>(snapshot, std::move(picture), lens, options.layout, title ? title->value : tr("Map of cooperation"));
    drawing->setFilterWords(filtersInWords(lookup, lens));
    if (const auto *view = lookup.model().find<model::SavedView>(options.beside.view))
        extras->view = view->name;
    if (extras->isComparison || !extras->style.rules.empty() || !extras->view.isEmpty())
        drawing->setExtras(extras);
    return drawing;
}

QString placesKey(const model::Model &model, const QString &view, const QString &layout)
{
    const auto *saved = model.find<model::SavedView>(view);
    return saved && saved->layout == layout ? view : layout;
}

QString NetworkDrawing::emptySentence() const
{
    if (m_counts.total == 0)
        return tr("This map is empty. Add a dialogue (Ins) or open the EU–ROK map.");
    if (!m_picture.boxes.empty())
        return {};
    return m_lens.asOf.isValid()
               ? (network::isRange(m_lens) ? tr("Nothing fits these filters from %1 to %2. Take one off, or press Esc.")
                                                 .arg(model::dateInWords(m_lens.from), model::dateInWords(m_lens.asOf))
                                           : tr("Nothing fits these filters on %1. Take one off, or press Esc.").arg(model::dateInWords(m_lens.asOf)))
               : tr("Nothing fits these filters. Take one off, or press Esc.");
}

DrawingFacts NetworkDrawing::facts() const
{
    DrawingFacts facts;
    facts.empty = emptySentence();
    facts.title = m_title;
    facts.subtitle = tr("Who meets whom, at which level, on what basis");
    const QString layout = m_layout == u"stress"     ? tr("Network")
                           : m_layout == u"radial"   ? tr("Rings")
                           : m_layout == u"circular" ? tr("Circle")
                                                     : tr("Ladder");
    if (m_lens.scope == model::Scope::FirstView && !m_snapshot->instrumentName.isEmpty())
        facts.view = tr("%1, first view around %2").arg(layout, m_snapshot->instrumentName);
    else if (m_lens.scope == model::Scope::FirstView)
        facts.view = tr("%1, first view").arg(layout);
    else if (m_lens.scope == model::Scope::All)
        facts.view = tr("%1, all records").arg(layout);
    else if (m_lens.hops > 1)
        facts.view = tr("%1, %2 steps around %3").arg(layout).arg(m_lens.hops).arg(m_snapshot->node(m_lens.focus) ? m_snapshot->node(m_lens.focus)->name.left(80) : m_lens.focus);
    else
        facts.view = tr("%1, around %2").arg(layout, m_snapshot->node(m_lens.focus) ? m_snapshot->node(m_lens.focus)->name.left(80) : m_lens.focus);
    if (network::isRange(m_lens)) {
        const QString range = tr("%1 – %2").arg(dayInWords(m_lens.from), dayInWords(m_lens.asOf));
        facts.asOf = m_lens.onlyInForce ? tr("%1, in force during that time").arg(range) : range;
    } else if (m_lens.asOf.isValid()) {
        facts.asOf = m_lens.onlyInForce ? tr("%1, in force on that day").arg(dayInWords(m_lens.asOf)) : dayInWords(m_lens.asOf);
    }
    facts.filters = m_filterWords.isEmpty() ? tr("none") : m_filterWords;
    facts.shown = tr("%1 of %2 records, %3 lines, %4 area tags").arg(m_counts.shown).arg(m_counts.total).arg(m_counts.lines).arg(m_counts.tags);
    facts.labels = tr("%1 hidden, %2 shortened").arg(m_counts.hidden).arg(m_counts.shortened);
    facts.evidence = tr("%1 stated, %2 inferred, %3 without a source")
                         .arg(m_counts.lines - m_counts.inferred - m_counts.disputed)
                         .arg(m_counts.inferred)
                         .arg(m_counts.unsourced);
    if (m_counts.disputed > 0)
        facts.evidence += tr(", %1 disputed").arg(m_counts.disputed);
    for (const auto &[id, place] : m_snapshot->places.asKeyValueRange())
        facts.records.append(id);
    for (const network::SnapshotLine &line : m_snapshot->lines)
        facts.records += line.records;
    // What the drawing is about counts for its marking even where it is no node.
    if (!m_lens.focus.isEmpty())
        facts.records.append(m_lens.focus);
    facts.records.sort();
    facts.records.removeDuplicates();
    for (const auto &[one, other] : m_snapshot->notToBeConfused) {
        const network::SnapshotNode *a = m_snapshot->node(one);
        const network::SnapshotNode *b = m_snapshot->node(other);
        if (a && b)
            facts.notToBeConfused.append(tr("%1 and %2").arg(fullName(*a).section(u'\n', 0, 0), fullName(*b).section(u'\n', 0, 0)));
    }
    addExtras(facts);
    return facts;
}

} // namespace entente::ui
