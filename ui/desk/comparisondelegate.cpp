#include "ui/desk/comparisondelegate.h"

#include "ui/desk/comparisonmodel.h"
#include "ui/paint/theme.h"
#include "ui/plain.h"

#include <QListView>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 12;
constexpr int above = 8;
constexpr int longest = 20000; ///< Characters of one clause that are laid out.

int verdictWidth(const QFontMetrics &metrics)
{
    return metrics.averageCharWidth() * 15;
}

int availableWidth(const QStyleOptionViewItem &option)
{
    const auto *list = qobject_cast<const QListView *>(option.widget);
    return list ? list->viewport()->width() : option.rect.width();
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
        y += std::ceil(line.height() * 1.1);
    }
    layout.endLayout();
    return y;
}

QString shortened(QString text)
{
    if (text.size() > longest)
        text = text.left(longest) + u'…';
    return text.replace(u'\n', QChar::LineSeparator);
}

} // namespace

ComparisonDelegate::ComparisonDelegate(const ComparisonModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{}

int ComparisonDelegate::textWidth(int available, const QFontMetrics &metrics)
{
    return std::max(80, (available - verdictWidth(metrics) - 4 * margin) / 2);
}

QSize ComparisonDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ComparedClause *clause = m_model.at(index.row());
    if (!clause)
        return {};
    const int width = textWidth(availableWidth(option), option.fontMetrics);
    double high = option.fontMetrics.height() * 2;
    for (const QString &text : {clause->before, clause->after}) {
        QTextLayout layout(shortened(text), option.font);
        high = std::max(high, layOut(layout, width) + option.fontMetrics.height() + 2);
    }
    return {availableWidth(option), int(high) + 2 * above};
}

void ComparisonDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ComparedClause *clause = m_model.at(index.row());
    if (!clause)
        return;
    const Tokens &tokens = ui::tokens(themeOf(option.palette));
    const int width = textWidth(availableWidth(option), option.fontMetrics);
    const int middle = verdictWidth(option.fontMetrics);
    const int high = option.fontMetrics.height();
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, tokens.selectionFill);
    painter->setPen(tokens.hair);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());

    const auto side = [&](int left, const QString &label, const QString &text, bool isNew) {
        const int top = option.rect.top() + above;
        painter->setFont(sizedFont(option.font, 1.0, true));
        painter->setPen(tokens.ink);
        painter->drawText(QRect(left, top, width, high), int(Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine),
                          painter->fontMetrics().elidedText(label, Qt::ElideRight, width));
        QTextLayout layout(shortened(text), option.font);
        QList<QTextLayout::FormatRange> formats;
        QTextCharFormat ink;
        ink.setForeground(clause->verdict == reading::Verdict::Same ? tokens.ink2 : tokens.ink);
        formats.append({0, int(layout.text().size()), ink});
        for (const base::WordRun &run : m_model.words(index.row())) {
            if (run.kind != (isNew ? base::WordRun::Kind::Added : base::WordRun::Kind::Removed))
                continue;
            QTextCharFormat changed;
            changed.setFontUnderline(isNew);
            changed.setFontStrikeOut(!isNew);
            changed.setFontWeight(isNew ? QFont::Bold : QFont::Normal);
            changed.setForeground(isNew ? tokens.ink : tokens.warn);
            formats.append({int(isNew ? run.newOffset : run.oldOffset), int(isNew ? run.newLength : run.oldLength), changed});
        }
        layout.setFormats(formats);
        layOut(layout, width);
        layout.draw(painter, QPointF(left, top + high + 2));
    };
    const int left = option.rect.left() + margin;
    if (!clause->from.isEmpty())
        side(left, clause->from, clause->before, false);
    if (!clause->to.isEmpty())
        side(left + width + middle + 2 * margin, clause->to, clause->after, true);

    QRect verdict(left + width + margin, option.rect.top() + above, middle, high);
    painter->setFont(sizedFont(option.font, 1.0, true));
    painter->setPen(tokens.ink);
    painter->drawText(verdict, int(Qt::AlignHCenter | Qt::AlignTop), verdictSign(clause->verdict));
    verdict.translate(0, high);
    painter->setFont(option.font);
    painter->setPen(tokens.ink2);
    painter->drawText(verdict, int(Qt::AlignHCenter | Qt::AlignTop), verdictInWords(clause->verdict));
    if (!clause->certain) {
        verdict.translate(0, high);
        painter->setPen(tokens.warn);
        painter->drawText(verdict, int(Qt::AlignHCenter | Qt::AlignTop), tr("not certain"));
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(option.palette.color(QPalette::Highlight), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(2, 2, -2, -2));
    }
    painter->restore();
}

} // namespace entente::ui
