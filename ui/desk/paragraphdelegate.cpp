#include "ui/desk/paragraphdelegate.h"

#include "core/model/enums.h"
#include "ui/desk/textmodel.h"
#include "ui/paint/lettering.h"
#include "ui/paint/theme.h"
#include "ui/plain.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QPlainTextEdit>
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

int widthOfWords(int available)
{
    return std::clamp(available - margin - numberColumn - pageColumn, 80, measure);
}

Block blockOf(const QStyleOptionViewItem &option, const QModelIndex &index, int available)
{
    Block block{model::ParagraphRole(index.data(TextModel::ParagraphRoleRole).toInt()), option.font, 0, 0, 5};
    block.left = margin + numberColumn;
    block.width = widthOfWords(available);
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

constexpr int longest = 20000; ///< Characters of one block that are laid out: longer ones are no paragraphs, and would stop the window.

/// A line feed inside a block stays a line break.
QString textFor(const QModelIndex &index)
{
    QString text = index.data().toString();
    if (text.size() > longest)
        text = text.left(longest) +
               QCoreApplication::translate("entente::ui::ParagraphDelegate", " … (%1 more characters)").arg(text.size() - longest);
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
    if (option.state & QStyle::State_Selected)
        painter->fillRect(rect, tokens.selectionFill);
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

int ParagraphDelegate::textWidth(int available) const
{
    return widthOfWords(available);
}

int ParagraphDelegate::offsetAt(const QStyleOptionViewItem &option, const QModelIndex &index, const QPoint &point) const
{
    const Block block = blockOf(option, index, availableWidth(option));
    QTextLayout layout(textFor(index), block.font);
    layOut(layout, block.width);
    const QPointF inside(point.x() - option.rect.left() - block.left, point.y() - option.rect.top() - block.above);
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        if (inside.y() < line.y() + line.height() || i + 1 == layout.lineCount())
            return std::min(int(index.data(Qt::EditRole).toString().size()), line.xToCursor(inside.x()));
    }
    return 0;
}

QWidget *ParagraphDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const
{
    auto *editor = new QPlainTextEdit(parent);
    editor->setTabChangesFocus(true);
    editor->setFrameShape(QFrame::StyledPanel);
    editor->setAccessibleName(tr("Words of the block"));
    editor->setAccessibleDescription(tr("Return keeps them, Esc leaves them as they were."));
    return editor;
}

void ParagraphDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *edit = static_cast<QPlainTextEdit *>(editor);
    if (!edit->document()->isModified())
        edit->setPlainText(index.data(Qt::EditRole).toString());
}

void ParagraphDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    model->setData(index, static_cast<QPlainTextEdit *>(editor)->toPlainText(), Qt::EditRole);
}

void ParagraphDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int left = margin + numberColumn - 8;
    const int high = std::max(option.rect.height(), option.fontMetrics.height() * 4);
    QRect area(option.rect.left() + left, option.rect.top(), textWidth(availableWidth(option)) + 24, high);
    if (const auto *list = qobject_cast<const QListView *>(option.widget)) {
        area.setHeight(std::min(high, list->viewport()->height()));
        area.moveTop(std::clamp(area.top(), 0, std::max(0, list->viewport()->height() - area.height())));
    }
    editor->setGeometry(area);
}

bool ParagraphDelegate::eventFilter(QObject *watched, QEvent *event)
{
    auto *editor = qobject_cast<QPlainTextEdit *>(watched);
    if (editor && event->type() == QEvent::ShortcutOverride) {
        event->accept(); // While words are typed, no key is a command of the window.
        return true;
    }
    if (editor && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (!m_splitKey.isEmpty() && QKeySequence(key->keyCombination()) == m_splitKey) {
            const int offset = editor->textCursor().position();
            emit closeEditor(editor, NoHint);
            emit splitWanted(offset);
            return true;
        }
        if (enter && key->modifiers() == Qt::NoModifier) {
            emit commitData(editor);
            emit closeEditor(editor, NoHint);
            return true;
        }
    }
    return QStyledItemDelegate::eventFilter(watched, event);
}

} // namespace entente::ui
