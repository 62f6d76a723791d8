#include "ui/desk/outlineview.h"

#include "ui/desk/outlinemodel.h"
#include "ui/paint/theme.h"
#include "ui/plain.h"

#include <QEvent>
#include <QGuiApplication>
#include <QPainter>
#include <QStyledItemDelegate>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

/// The number bold, then the words, cut at the right.
class OutlineDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const override
    {
        QStyleOptionViewItem option = given;
        initStyleOption(&option, index);
        const Tokens &tokens = ui::tokens(themeOf(option.palette));
        const bool selected = option.state & QStyle::State_Selected;
        painter->save();
        if (selected)
            painter->fillRect(option.rect, tokens.selectionFill);
        const auto role = model::ParagraphRole(index.data(OutlineModel::RoleRole).toInt());
        const bool heading = role == model::ParagraphRole::Heading;
        const QString label = index.data(OutlineModel::LabelRole).toString();
        QRect area = option.rect.adjusted(4, 0, -6, 0);
        if (!label.isEmpty()) {
            painter->setFont(sizedFont(option.font, 1.0, true));
            painter->setPen(role == model::ParagraphRole::Unit || heading ? tokens.ink : tokens.ink3);
            const QString cut = painter->fontMetrics().elidedText(label, Qt::ElideRight, area.width());
            painter->drawText(area, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine), cut);
            area.setLeft(area.left() + painter->fontMetrics().horizontalAdvance(cut) + painter->fontMetrics().averageCharWidth());
        }
        painter->setFont(sizedFont(option.font, 1.0, heading));
        painter->setPen(heading || selected ? tokens.ink : tokens.ink2);
        if (area.width() > 8)
            painter->drawText(area, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine),
                              painter->fontMetrics().elidedText(index.data(OutlineModel::WordsRole).toString(), Qt::ElideRight, area.width()));
        if ((option.state & QStyle::State_HasFocus) && option.widget && option.widget->hasFocus()) {
            painter->setPen(QPen(tokens.selectionRing, 2));
            painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
        }
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {120, QFontMetrics(option.font).height() + 6};
    }
};

constexpr std::size_t manyBlocks = 3000; ///< Above, only the first level stands open at first.

} // namespace

OutlineView::OutlineView(OutlineModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_outline(model)
{
    setItemDelegate(new OutlineDelegate(this));
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setIndentation(14);
    setFrameShape(NoFrame);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    setAccessibleName(tr("Recognised tree"));
    takeColours();
    setModel(&model);
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex &index) {
        if (!m_restoring) {
            m_folded.insert(index.data(OutlineModel::ParagraphRole).toString());
            m_opened.remove(index.data(OutlineModel::ParagraphRole).toString());
        }
    });
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        if (!m_restoring) {
            m_opened.insert(index.data(OutlineModel::ParagraphRole).toString());
            m_folded.remove(index.data(OutlineModel::ParagraphRole).toString());
        }
    });
}

/// The row is painted yellow by the delegate; the indent before it is the style's.
void OutlineView::takeColours()
{
    const Tokens &tokens = ui::tokens(themeOf(QGuiApplication::palette()));
    QPalette colours = palette();
    colours.setColor(QPalette::Highlight, tokens.selectionFill);
    colours.setColor(QPalette::HighlightedText, tokens.ink);
    if (colours != palette())
        setPalette(colours);
}

void OutlineView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::PaletteChange)
        takeColours();
}

void OutlineView::reset()
{
    QTreeView::reset();
    if (model())
        unfold();
}

void OutlineView::unfold()
{
    m_restoring = true;
    if (m_outline.size() > manyBlocks)
        expandToDepth(0);
    else
        expandAll();
    for (const bool open : {true, false}) {
        for (const QString &block : open ? m_opened : m_folded) {
            if (const QModelIndex index = m_outline.indexOf(block); index.isValid())
                setExpanded(index, open);
        }
    }
    m_restoring = false;
}

} // namespace entente::ui
