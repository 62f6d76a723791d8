#include "ui/recordlist.h"

#include "ui/plain.h"
#include "ui/words.h"

#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

namespace entente::ui {

using namespace Qt::StringLiterals;

RecordList::RecordList(Selection &selection, QWidget *parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_title(plainLabel({}, this))
    , m_list(new QListWidget(this))
{
    m_title->setFont(sizedFont(font(), 1.15, true));
    m_title->setContentsMargins(16, 8, 16, 4);
    m_list->setFrameShape(QFrame::NoFrame);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_title);
    layout->addWidget(m_list, 1);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (item)
            m_selection.choose(item->data(Qt::UserRole).toString());
    });
    connect(m_list, &QListWidget::itemActivated, this, [this](QListWidgetItem *item) { emit opened(item->data(Qt::UserRole).toString()); });
}

void RecordList::show(const Lookup &lookup, const QString &title, const QStringList &records)
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    m_title->setText(records.isEmpty() ? tr("%1: none").arg(title) : tr("%1: %2").arg(title).arg(records.size()));
    for (const QString &record : records) {
        const auto kind = lookup.model().kindOfRecord(record);
        auto *item = new QListWidgetItem(lookup.title(record) + (kind ? u"  ·  "_s + shown(singular(*kind)) : QString()), m_list);
        item->setData(Qt::UserRole, record);
    }
}

void RecordList::clear()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    m_title->setText({});
}

QStringList RecordList::records() const
{
    QStringList records;
    for (int row = 0; row < m_list->count(); ++row)
        records += m_list->item(row)->data(Qt::UserRole).toString();
    return records;
}

} // namespace entente::ui
