#include "ui/coverage/passagelist.h"

#include "core/coverage/words.h"
#include "ui/coverage/content.h"
#include "ui/paint/fonts.h"
#include "ui/paint/lettering.h"
#include "ui/paint/symbols.h"
#include "ui/plain.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

enum Role { EvidenceRole = Qt::UserRole, LevelRole, PlaceRole, QuoteRole };

constexpr double textSize = 11;
constexpr int padding = 4;
constexpr int lineHeight = 16;
constexpr int textLeft = 26;
constexpr qsizetype mostLines = 3;

/// Two to four lines: where it stands, then the words.
class PassageDelegate : public QStyledItemDelegate
{
public:
    explicit PassageDelegate(PassageList *list)
        : QStyledItemDelegate(list)
        , m_list(list)
    {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &colors = tokens(m_list->theme());
        const QRect box = option.rect;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(box, chosen ? colors.selectionFill : option.state.testFlag(QStyle::State_MouseOver) ? colors.reviews : colors.canvas);
        const auto level = CoverageLevel(index.data(LevelRole).toInt());
        symbols::levelMark(*painter, QPointF(box.left() + 13, box.top() + padding + 8), 5.6, level, colors);
        double y = box.top() + padding + 12;
        const double room = box.width() - textLeft - 6;
        paintText(*painter, {box.left() + double(textLeft), y}, fitted(index.data(PlaceRole).toString(), room, textSize, true),
                  drawingFont(textSize, true), colors.ink);
        for (const QString &line : lines(index, box.width())) {
            y += lineHeight;
            paintText(*painter, {box.left() + double(textLeft), y}, line, drawingFont(textSize), colors.ink2);
        }
        painter->setPen(QPen(colors.grid, 1));
        painter->drawLine(box.bottomLeft(), box.bottomRight());
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(option.palette.color(QPalette::Highlight), 1.5));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(QRectF(box).adjusted(1, 1, -1, -1.5));
        }
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int width = option.rect.width() > 0 ? option.rect.width() : 320;
        return {120, 2 * padding + lineHeight * (1 + int(lines(index, width).size()))};
    }

private:
    static QStringList lines(const QModelIndex &index, int width)
    {
        QStringList all = wrapped(index.data(QuoteRole).toString(), std::max(60, width - textLeft - 6), textSize);
        if (all.size() > mostLines) {
            all = all.first(mostLines);
            all.last() = fitted(all.last() + u" ……"_s, std::max(60, width - textLeft - 12), textSize);
        }
        return all;
    }

    PassageList *m_list;
};

/// Enter opens what is chosen, on every system.
class PassageItems : public QListWidget
{
public:
    using QListWidget::QListWidget;

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentItem())
            emit itemClicked(currentItem());
        else
            QListWidget::keyPressEvent(event);
    }
    void resizeEvent(QResizeEvent *event) override
    {
        QListWidget::resizeEvent(event);
        scheduleDelayedItemsLayout(); // The words break elsewhere.
    }
};

} // namespace

PassageList::PassageList(QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel({}, this))
    , m_list(new PassageItems(this))
    , m_none(plainLabel({}, this))
{
    setObjectName(u"passageList"_s);
    m_title->setFont(drawingFont(11.5, true));
    m_title->setWordWrap(true);
    m_none->setFont(drawingFont(11.5));
    m_none->setWordWrap(true);
    m_none->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_list->setAccessibleName(tr("Passages"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new PassageDelegate(this));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setCursor(Qt::PointingHandCursor);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 4);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_list, 1);
    column->addWidget(m_none, 1);
    connect(m_list, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem *item) { emit passageRequested(item->data(EvidenceRole).toString()); });
    clear();
}

void PassageList::clear(const QString &none)
{
    m_list->clear();
    m_list->hide();
    m_title->hide();
    m_none->setText(none);
    m_none->show();
}

void PassageList::setPassages(const Lookup &lookup, const QString &title, const QStringList &evidence, const QString &none)
{
    clear(none);
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    for (const QString &id : evidence) {
        const Evidence *row = lookup.model().find<Evidence>(id);
        const Passage *passage = row ? lookup.model().find<Passage>(row->origin.value) : nullptr;
        if (!passage)
            continue;
        const Relation *relation = lookup.model().find<Relation>(row->subject.value);
        const QString round = relation ? coverage::roundInWords(lookup, relation->source.value) : QString();
        const QString place = passage->label.isEmpty() ? round : tr("¶ %1 · %2").arg(passage->label, round);
        auto *item = new QListWidgetItem(tr("%1, %2: %3").arg(levelWords(row->level), place, passage->quote), m_list);
        item->setData(EvidenceRole, id);
        item->setData(LevelRole, int(row->level));
        item->setData(PlaceRole, QString(place + u" · "_s + levelWords(row->level)));
        item->setData(QuoteRole, passage->quote);
        item->setToolTip(plainToolTip(row->reason.isEmpty() ? passage->quote : passage->quote + u"\n\n"_s + row->reason));
    }
    m_list->setVisible(m_list->count() > 0);
    m_none->setVisible(m_list->count() == 0);
}

void PassageList::setTheme(Theme theme)
{
    m_theme = theme;
    const Tokens &colors = tokens(theme);
    QPalette own = palette();
    own.setColor(QPalette::WindowText, colors.ink2);
    own.setColor(QPalette::Base, colors.canvas);
    setPalette(own);
    m_list->setPalette(own);
    own.setColor(QPalette::WindowText, colors.ink);
    m_title->setPalette(own);
    m_list->viewport()->update();
}

} // namespace entente::ui
