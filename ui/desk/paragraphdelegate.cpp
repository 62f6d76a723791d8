#include "ui/desk/paragraphdelegate.h"

#include "core/model/enums.h"
#include "ui/desk/textmodel.h"
#include "ui/paint/lettering.h"
#include "ui/paint/theme.h"
#include "ui/plain.h"

#include <QListView>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 16;
constexpr int numberColumn = 58;
constexpr int pageColumn = 56;
constexpr int measure = 760; ///< A line of text is never longer than this.

struct Block
{
    model::ParagraphRole role;
    QFont font;
    int left;
    int width;
    int above;
};

Block blockOf(const QStyleOptionViewItem &option, const QModelIndex &index, int available)
{
    Block block{model::ParagraphRole(index.data(TextModel::ParagraphRoleRole).toInt()), option.font, 0, 0, 5};
    block.left = margin + numberColumn;
    block.width = std::clamp(available - block.left - pageColumn - margin, 80, measure);
    if (block.role == model::ParagraphRole::Heading) {
        block.font = sizedFont(option.font, 1.05, true);
        block.above = 14;
    } else if (block.role == model::ParagraphRole::SetAside) {
        block.font = sizedFont(option.font, 0.9);
        block.above = 2;
    }
    return block;
}

double layOut(QTextLayout &layout, int width)
{
    QTextOption wrap;
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(wrap);
    layout.beginLayout();
    double y = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += std::ceil(line.height() * 1.12);
    }
    layout.endLayout();
    return y;
}

/// A line feed inside a block stays a line break.
QString textFor(const QModelIndex &index)
{
    QString text = index.data().toString();
    text.replace(u'\n', QChar::LineSeparator);
    const QString why = index.data(TextModel::WhyRole).toString();
    if (!why.isEmpty())
        text += (text.isEmpty() ? QString() : u" "_s) + u'[' + why + u']';
    return text;
}

int availableWidth(const QStyleOptionViewItem &option)
{
    const auto *list = qobject_cast<const QListView *>(option.widget);
    return list ? list->viewport()->width() : option.rect.width();
}

} // namespace

QSize ParagraphDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Block block = blockOf(option, index, availableWidth(option));
    QTextLayout layout(textFor(index), block.font);
    return {block.left + block.width, int(layOut(layout, block.width)) + block.above + 5};
}

void ParagraphDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = ui::tokens(themeOf(option.palette));
    const Block block = blockOf(option, index, availableWidth(option));
    const QRect rect = option.rect;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);

    QList<QTextLayout::FormatRange> formats;
    QTextLayout layout(textFor(index), block.font);
    QTextCharFormat ink;
    ink.setForeground(block.role == model::ParagraphRole::SetAside ? tokens.ink3 : tokens.ink);
    formats.append({0, int(layout.text().size()), ink});
    const int from = index.data(TextModel::MarkedFromRole).toInt();
    if (from >= 0) {
        QTextCharFormat marked;
        marked.setBackground(tokens.selectionFill);
        marked.setForeground(tokens.ink);
        formats.append({from, index.data(TextModel::MarkedLengthRole).toInt(), marked});
        painter->fillRect(QRect(rect.left() + 4, rect.top() + block.above, 3, rect.height() - block.above - 4), tokens.selectionRing);
    }
    layout.setFormats(formats);
    const double height = layOut(layout, block.width);
    if (block.role == model::ParagraphRole::Gap) {
        const QRectF hatch(rect.left() + block.left - 6, rect.top() + block.above - 2, block.width + 12, height + 4);
        paintHatch(*painter, hatch, tokens.missing);
    }
    layout.draw(painter, QPointF(rect.left() + block.left, rect.top() + block.above));

    painter->setFont(sizedFont(option.font, 1.0, block.role == model::ParagraphRole::Unit));
    painter->setPen(tokens.ink2);
    const QRectF number(rect.left() + margin, rect.top() + block.above, numberColumn - 10, painter->fontMetrics().height());
    if (block.role != model::ParagraphRole::SetAside && block.role != model::ParagraphRole::Heading)
        painter->drawText(number, int(Qt::AlignRight | Qt::AlignTop), index.data(TextModel::NumberRole).toString());
    if (index.data(TextModel::FirstOfPageRole).toBool()) {
        painter->setFont(sizedFont(option.font, 0.85));
        painter->setPen(tokens.ink3);
        const QRectF page(rect.left() + block.left + block.width + 8, rect.top() + block.above, pageColumn, 20);
        painter->drawText(page, int(Qt::AlignLeft | Qt::AlignTop), tr("p. %1").arg(index.data(TextModel::PageRole).toInt()));
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(option.palette.color(QPalette::Highlight), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(rect).adjusted(2, 2, -2, -2));
    }
    painter->restore();
}

} // namespace entente::ui
