#include "ui/desk/deskview.h"

#include "ui/desk/paragraphdelegate.h"
#include "ui/desk/textmodel.h"
#include "ui/paint/theme.h"
#include "ui/plain.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>

namespace entente::ui {

using namespace Qt::StringLiterals;

DeskView::DeskView(QWidget *parent)
    : QWidget(parent)
    , m_model(new TextModel(this))
    , m_list(new QListView(this))
    , m_title(plainLabel({}, this))
    , m_facts(plainLabel({}, this))
    , m_notice(plainLabel({}, this))
    , m_setAside(new QPushButton(this))
{
    m_title->setFont(sizedFont(font(), 1.15, true));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ParagraphDelegate(m_list));
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // Its coming and going would change the heights.
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Text"));
    m_setAside->setCheckable(true);
    m_notice->hide();

    auto *strip = new QHBoxLayout;
    strip->setContentsMargins(0, 0, 0, 0);
    strip->addWidget(m_facts, 1);
    strip->addWidget(m_setAside);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(16, 8, 16, 4);
    head->addWidget(m_title);
    head->addLayout(strip);
    head->addWidget(m_notice);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_list, 1);

    connect(m_setAside, &QPushButton::toggled, this, [this](bool shown) {
        m_model->showSetAside(shown);
        m_setAside->setText(shown ? tr("Hide what was set aside") : tr("Show what was set aside"));
    });
}

void DeskView::setDocument(entente::Document *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    m_shown.clear();
    reload();
    if (document)
        connect(document, &entente::Document::changed, this, [this](const ChangeSet &changes) {
            if (!changes.changes<Paragraph>().empty() || !changes.changes<model::Document>().empty())
                reload();
        });
}

void DeskView::reload()
{
    const auto lookup = m_document ? m_document->snapshot() : std::shared_ptr<const Lookup>();
    const auto *text = lookup ? lookup->model().find<model::Document>(m_shown) : nullptr;
    if (!text)
        m_shown.clear();
    m_model->setText(lookup, m_shown);
    m_title->setText(text ? title() : tr("No text is open. Choose a read-out or a passage in the record."));
    QStringList facts;
    if (text) {
        for (const QString &fact : {text->reference, text->date.toWords(), text->marking})
            if (!fact.isEmpty())
                facts += fact;
        facts += m_model->pageCount() == 1 ? tr("1 page") : tr("%1 pages").arg(m_model->pageCount());
        facts += m_model->gapCount() == 1 ? tr("1 gap") : tr("%1 gaps").arg(m_model->gapCount());
        facts += tr("%1 lines set aside").arg(m_model->setAsideCount());
    }
    m_facts->setText(facts.join(u" · "_s));
    m_setAside->setText(m_setAside->isChecked() ? tr("Hide what was set aside") : tr("Show what was set aside"));
    m_setAside->setVisible(m_model->setAsideCount() > 0);
    m_notice->hide();
}

QString DeskView::title() const
{
    const auto *text = m_document ? m_document->model().find<model::Document>(m_shown) : nullptr;
    if (!text)
        return {};
    return text->title.isEmpty() ? text->fileName : text->title;
}

bool DeskView::showPassage(const QString &documentId, const QString &label, const QString &quote, int offset)
{
    if (documentId != m_shown) {
        m_shown = documentId;
        reload();
        emit titleChanged(title());
    }
    if (label.isEmpty() && quote.isEmpty()) {
        m_list->scrollToTop();
        return true;
    }
    int row = m_model->mark(label, quote, offset);
    if (row < 0 && !m_setAside->isChecked()) {
        m_setAside->setChecked(true); // The words may stand among what was set aside.
        row = m_model->mark(label, quote, offset);
    }
    m_notice->setVisible(row < 0);
    if (row < 0) {
        m_notice->setText(tr("These words no longer stand in the text: “%1”").arg(quote));
        return false;
    }
    m_list->doItemsLayout();
    m_list->setCurrentIndex(m_model->index(row));
    m_list->scrollTo(m_model->index(row), QAbstractItemView::PositionAtCenter);
    return true;
}

QString DeskView::markedQuote() const
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row);
        if (const int from = index.data(TextModel::MarkedFromRole).toInt(); from >= 0)
            return index.data().toString().mid(from, index.data(TextModel::MarkedLengthRole).toInt());
    }
    return {};
}

} // namespace entente::ui
