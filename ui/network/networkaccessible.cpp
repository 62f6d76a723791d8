#include "ui/network/networkaccessible.h"

#include "ui/network/networkview.h"
#include "ui/words.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QCoreApplication>

#include <algorithm>
#include <utility>

// QAccessible keeps the children of the view by number: first the boxes in the order of the drawing, then the lines that are drawn. They are made when
// they are asked for, and thrown away when another drawing is shown.

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostNamed = 12; // neighbours said by name

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::ui", text);
}

QString nameOf(const network::SnapshotNode &node)
{
    return (node.name.isEmpty() ? node.abbreviation : node.name).left(200);
}

/// One node or one line of the drawing.
class Part : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    Part(NetworkView *view, QString id, bool isLine) : m_view(view), m_id(std::move(id)), m_isLine(isLine) {}

    bool isValid() const override { return m_view && m_view->drawing() && (m_isLine ? line() != nullptr : box() != nullptr); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override { return m_view ? QAccessible::queryAccessibleInterface(m_view) : nullptr; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    void setText(QAccessible::Text, const QString &) override {}
    QAccessible::Role role() const override { return m_isLine ? QAccessible::Indicator : QAccessible::ListItem; }

    QRect rect() const override
    {
        QRectF area;
        if (const network::Box *own = isValid() && !m_isLine ? box() : nullptr) {
            area = own->rect;
        } else if (isValid()) {
            for (const network::Stroke &stroke : m_view->drawing()->picture().strokes) {
                if (stroke.lines.contains(m_id))
                    area = QPolygonF(QList<QPointF>(stroke.points.begin(), stroke.points.end())).boundingRect().adjusted(-1, -1, 1, 1);
            }
        }
        const QRect seen = m_view ? m_view->viewportRect(area).toRect() : QRect();
        return m_view ? seen.translated(m_view->viewport()->mapToGlobal(QPoint())) : QRect();
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.selectable = true;
        state.focusable = !m_isLine;
        const Look look = m_view->look();
        state.selected = std::ranges::any_of(look.selected, [this](const QString &id) {
            return id == m_id || (!m_isLine && m_view->drawing()->nodesOf(id).contains(m_id));
        });
        state.focused = !m_isLine && m_view->hasFocus() && m_view->keyboardFocus() == m_id;
        state.offscreen = !rect().intersects(QRect(m_view->viewport()->mapToGlobal(QPoint()), m_view->viewport()->size()));
        if (const network::SnapshotNode *own = m_isLine ? nullptr : node()) {
            state.expandable = !own->group.isEmpty() || own->hidden > 0;
            state.collapsed = !own->group.isEmpty();
        }
        return state;
    }

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        const NetworkDrawing &drawing = *m_view->drawing();
        if (kind == QAccessible::Name)
            return m_isLine ? inWords(drawing, *line()) : nameOf(*node());
        if (kind == QAccessible::Description && !m_isLine)
            return inWords(drawing, *node());
        return {};
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }
    void doAction(const QString &name) override
    {
        if (name == pressAction() && isValid())
            m_view->press(m_isLine ? NetworkHit::Kind::Line : NetworkHit::Kind::Node, m_id);
    }

private:
    const network::Box *box() const { return m_view->drawing()->picture().box(m_id); }
    const network::SnapshotNode *node() const { return m_view->drawing()->snapshot().node(m_id); }
    const network::SnapshotLine *line() const { return m_view->drawing()->snapshot().line(m_id); }

    QPointer<NetworkView> m_view;
    QString m_id;
    bool m_isLine;
};

class Whole : public QAccessibleWidget
{
public:
    explicit Whole(NetworkView *view) : QAccessibleWidget(view, QAccessible::List, view->accessibleName())
    {
        m_changed = QObject::connect(view, &NetworkView::drawingChanged, view, [this] { forget(); });
    }
    ~Whole() override
    {
        QObject::disconnect(m_changed);
        forget();
    }

    int childCount() const override
    {
        const NetworkDrawing *drawing = view()->drawing();
        if (!drawing)
            return 0;
        listLines();
        return int(drawing->picture().boxes.size()) + int(m_lines.size());
    }

    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        if (const auto found = m_parts.constFind(index); found != m_parts.constEnd())
            return QAccessible::accessibleInterface(*found);
        const auto &boxes = view()->drawing()->picture().boxes;
        const bool isLine = index >= int(boxes.size());
        auto *part = new Part(view(), isLine ? m_lines.at(index - int(boxes.size())) : boxes[std::size_t(index)].id, isLine);
        m_parts.insert(index, QAccessible::registerAccessibleInterface(part));
        return part;
    }

    int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (const auto &[index, id] : m_parts.asKeyValueRange()) {
            if (QAccessible::accessibleInterface(id) == child)
                return index;
        }
        return -1;
    }

    QAccessibleInterface *childAt(int x, int y) const override
    {
        if (!view()->drawing())
            return nullptr;
        const auto &boxes = view()->drawing()->picture().boxes;
        const QPointF point = view()->viewport()->mapFromGlobal(QPoint(x, y));
        for (std::size_t i = boxes.size(); i-- > 0;) {
            if (view()->viewportRect(boxes[i].rect).contains(point))
                return child(int(i));
        }
        return nullptr;
    }

    QAccessibleInterface *focusChild() const override
    {
        if (!view()->drawing() || view()->keyboardFocus().isEmpty())
            return nullptr;
        const auto &boxes = view()->drawing()->picture().boxes;
        const auto box = std::ranges::find(boxes, view()->keyboardFocus(), &network::Box::id);
        return box == boxes.end() ? nullptr : child(int(box - boxes.begin()));
    }

private:
    NetworkView *view() const { return static_cast<NetworkView *>(widget()); }

    void listLines() const
    {
        if (m_of.lock() == view()->shared())
            return;
        m_of = view()->shared();
        m_lines = view()->drawing()->drawnLines();
    }

    void forget()
    {
        for (const QAccessible::Id id : std::exchange(m_parts, {}))
            QAccessible::deleteAccessibleInterface(id);
        m_of.reset();
        m_lines.clear();
    }

    mutable QHash<int, QAccessible::Id> m_parts;
    mutable QStringList m_lines;
    mutable std::weak_ptr<const NetworkDrawing> m_of; ///< The drawing whose lines these are.
    QMetaObject::Connection m_changed;
};

QAccessibleInterface *interfaceOf(const QString &, QObject *object)
{
    auto *view = qobject_cast<NetworkView *>(object);
    return view ? new Whole(view) : nullptr;
}

} // namespace

void installNetworkAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(interfaceOf);
        return true;
    }();
    Q_UNUSED(installed)
}

QString inWords(const NetworkDrawing &drawing, const network::SnapshotNode &node)
{
    QStringList names;
    for (const QString &id : drawing.neighbours({node.id})) {
        if (const network::SnapshotNode *neighbour = drawing.snapshot().node(id))
            names.append(neighbour->abbreviation.isEmpty() ? nameOf(*neighbour) : neighbour->abbreviation);
    }
    names.sort();
    const auto shownOnes = names.size();
    const auto all = shownOnes + node.hidden;
    QString kind = node.members.isEmpty() ? shown(model::singular(node.kind)) : tr("group of %1 records").arg(node.members.size());
    if (node.side != model::Side::Unknown)
        kind += u", "_s + shown(node.side);
    if (node.level != model::Level::None)
        kind += u", "_s + shown(node.level);
    QString text = all == 1 ? tr("%1, %2, 1 neighbour, %3 shown").arg(nameOf(node), kind).arg(shownOnes)
                            : tr("%1, %2, %3 neighbours, %4 of them shown").arg(nameOf(node), kind).arg(all).arg(shownOnes);
    if (!names.isEmpty())
        text += u": "_s + names.mid(0, MostNamed).join(u", "_s);
    if (names.size() > MostNamed)
        text += tr(" and %1 more").arg(names.size() - MostNamed);
    return text + u'.';
}

QString inWords(const NetworkDrawing &drawing, const network::SnapshotLine &line)
{
    const auto &nodes = drawing.snapshot().nodes;
    QString text = tr("%1 %2 %3").arg(nameOf(nodes[std::size_t(line.source)]), network::verbOf(line.type), nameOf(nodes[std::size_t(line.target)]));
    if (line.count > 1)
        text += tr(", %1 lines").arg(line.count);
    if (line.type == network::tookPart)
        text += line.rounds() == 1 ? tr(", 1 round") : tr(", %1 rounds").arg(line.rounds());
    if (line.confidence != model::Confidence::Stated)
        text += u", "_s + shown(line.confidence);
    if (!line.sourced)
        text += tr(", no source recorded");
    return text + u'.';
}

} // namespace entente::ui
