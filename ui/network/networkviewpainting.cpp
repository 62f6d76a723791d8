#include "ui/network/networkview.h"

#include "core/document/document.h"
#include "core/network/scope.h"
#include "ui/network/networkaccessible.h"
#include "ui/network/networkextras.h"
#include "ui/network/networkpainter.h"
#include "ui/plain.h"

#include <QAccessible>
#include <QPaintEvent>
#include <QPainter>
#include <QToolTip>

/// How the network is painted on screen, and what it says of itself: tooltips and descriptions.
namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double FocusOffset = 3;
constexpr double FlashOffset = 7;
constexpr qsizetype LongestTip = 1'200;

} // namespace

Look NetworkView::look() const
{
    Look look;
    look.theme = isMono(m_lens.value())                                ? Theme::Mono
                 : palette().color(QPalette::Window).lightnessF() < 0.5 ? Theme::Dark
                                                                        : Theme::Light;
    look.zoom = m_zoom;
    if (!m_chosenLine.isEmpty())
        look.selected = {m_chosenLine};
    else if (!m_selection.current().isEmpty())
        look.selected = {m_selection.current()};
    look.selected += m_marked;
    look.hovered = m_drag == Drag::None ? m_hovered : QString();
    look.keyboardFocus = hasFocus() ? m_keyboardFocus : QString();
    return look;
}

void NetworkView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const Look look = this->look();
    painter.fillRect(event->rect(), look.tokens().canvas);
    if (const QString sentence = emptySentence(); !sentence.isEmpty()) {
        painter.setPen(look.tokens().ink2);
        painter.drawText(viewport()->rect().adjusted(24, 24, -24, -24), int(Qt::AlignCenter) | int(Qt::TextWordWrap), sentence);
        return;
    }
    const NetworkDrawing &drawing = m_moving ? *m_moving : *m_drawing;
    painter.translate(origin());
    painter.scale(m_zoom, m_zoom);
    const QPointF from = toDrawing(event->rect().topLeft());
    const QPointF to = toDrawing(event->rect().bottomRight() + QPoint(1, 1));
    drawing.paint(painter, QRectF(from, to), look);
    if (!look.keyboardFocus.isEmpty()) {
        if (const network::Box *box = drawing.picture().box(look.keyboardFocus)) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
            const double offset = FocusOffset + (look.selected.contains(box->id) ? 4 : 0);
            painter.drawRoundedRect(box->rect.adjusted(-offset, -offset, offset, offset), box->radius + offset, box->radius + offset);
        }
    }
    paintPins(painter, drawing, look);
    if (const network::Box *box = drawing.picture().box(m_flashed); box && m_flashes % 2 == 0) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(look.tokens().selectionRing, 3));
        painter.drawRoundedRect(box->rect.adjusted(-FlashOffset, -FlashOffset, FlashOffset, FlashOffset), box->radius + FlashOffset, box->radius + FlashOffset);
    }
    painter.resetTransform();
    paintBand(painter);
}

/// What the user put to its place: a pin at the top left.
void NetworkView::paintPins(QPainter &painter, const NetworkDrawing &drawing, const Look &look) const
{
    if (!m_document || look.zoom < networkpaint::NamesFrom)
        return;
    painter.setBrush(look.tokens().ink2);
    for (const auto &[id, at] : network::userPlaces(m_document->model(), placesView()).asKeyValueRange()) {
        const network::Box *box = drawing.picture().box(id);
        if (!box)
            continue;
        const QPointF top = box->rect.topLeft();
        painter.setPen(QPen(look.tokens().ink2, 1));
        painter.drawLine(top, top + QPointF(4, 4));
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(top, 2.6, 2.6);
    }
}

void NetworkView::paintBand(QPainter &painter) const
{
    if (m_drag != Drag::Band || m_band.isEmpty())
        return;
    QColor fill = palette().color(QPalette::Highlight);
    painter.setPen(QPen(fill, 1, Qt::DashLine));
    fill.setAlpha(30);
    painter.setBrush(fill);
    painter.drawRect(m_band);
}

void NetworkView::showBecause()
{
    if (!m_drawing || m_hovered.isEmpty() || !m_document)
        return;
    const network::Snapshot &snapshot = m_drawing->snapshot();
    QString text;
    if (const network::SnapshotLine *line = snapshot.line(m_hovered))
        text = network::because(m_document->lookup(), snapshot, *line);
    else if (const network::SnapshotNode *node = snapshot.node(m_hovered))
        text = becauseOf(*node);
    if (const QString differs = differenceWords(m_drawing->extras(), m_hovered); !differs.isEmpty())
        text += u'\n' + differs;
    if (!text.isEmpty())
        QToolTip::showText(m_hoverPoint, plainToolTip(text.left(LongestTip)), viewport());
}

/// What a node is, how much of what is around it is seen, and where the map knows it from.
QString NetworkView::becauseOf(const network::SnapshotNode &node) const
{
    QStringList lines = {network::fullName(node)};
    const int shown = m_drawing->shownNeighbours(node.id);
    if (!node.members.isEmpty())
        lines.append(tr("%1 records as one box. A double click opens it.").arg(node.members.size()));
    lines.append(node.hidden == 0 ? tr("%1 neighbours, all shown.").arg(shown) : tr("%1 neighbours, %2 of them shown.").arg(shown + node.hidden).arg(shown));
    QStringList evidence;
    for (const model::Evidence *row : m_document->lookup().evidence(node.id))
        evidence.append(row->id.value);
    if (const QStringList names = network::sourceNames(m_document->lookup(), evidence); !names.isEmpty())
        lines.append((names.size() == 1 ? tr("Source: %1.") : tr("Sources: %1.")).arg(names.mid(0, 3).join(u", "_s)));
    if (isPinned(node.id))
        lines.append(tr("Stands where you put it."));
    return lines.join(u'\n');
}

/// For screen readers: what is shown, and what has the focus with its neighbours.
void NetworkView::describe()
{
    QString text = emptySentence();
    if (text.isEmpty()) {
        const DrawingFacts facts = m_drawing->facts();
        text = tr("%1. %2.").arg(facts.view, facts.shown);
        if (const network::SnapshotNode *node = m_drawing->snapshot().node(m_keyboardFocus))
            text += u' ' + inWords(*m_drawing, *node);
    }
    if (text == accessibleDescription())
        return;
    setAccessibleDescription(text);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

} // namespace entente::ui
