#include "ui/views/viewmodel.h"

#include "core/base/text.h"
#include "core/model/savedviews.h"
#include "ui/plain.h"
#include "ui/words.h"

#include <QFont>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

void ViewModel::setDocument(entente::Document *document)
{
    if (m_document)
        m_document->disconnect(this);
    beginResetModel();
    m_resetting = false;
    m_document = document;
    read();
    endResetModel();
    if (!document)
        return;
    connect(document, &entente::Document::aboutToChange, this, [this](const model::ChangeSet &changes) {
        m_resetting = !changes.changes<SavedView>().empty();
        if (!m_resetting)
            return;
        beginResetModel();
        m_keys.clear();
    });
    connect(document, &entente::Document::changed, this, [this] {
        if (!m_resetting)
            return;
        m_resetting = false;
        read();
        endResetModel();
    });
}

void ViewModel::read()
{
    m_keys.clear();
    if (!m_document)
        return;
    std::vector<const SavedView *> views;
    for (const SavedView &view : m_document->model().all<SavedView>())
        views.push_back(&view);
    std::ranges::stable_sort(views, [](const SavedView *a, const SavedView *b) { return QString::localeAwareCompare(a->name, b->name) < 0; });
    for (const SavedView *view : views)
        m_keys += view->id.value;
}

void ViewModel::setOpen(const QString &view)
{
    if (view == m_open)
        return;
    m_open = view;
    if (!m_keys.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1), {Qt::FontRole, Qt::AccessibleTextRole});
}

int ViewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_keys.size());
}

int ViewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ViewModel::data(const QModelIndex &index, int role) const
{
    const SavedView *view = m_document && index.isValid() ? m_document->model().find<SavedView>(keyAt(index.row())) : nullptr;
    if (!view)
        return {};
    if (role == KeyRole)
        return view->id.value;
    if (role == Qt::FontRole && view->id.value == m_open) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole || (role == Qt::EditRole && index.column() == Name);
    if (!isText && role != Qt::ToolTipRole)
        return {};
    QString text;
    switch (index.column()) {
    case Name:
        text = view->name;
        if (role == Qt::AccessibleTextRole && view->id.value == m_open)
            text = tr("%1, open").arg(text);
        break;
    case Shows: {
        const ViewState state = viewState(*view, {});
        QStringList words{state.drawing == "network"_L1 ? capitalised(shown(state.layout)) : capitalised(shown(state.drawing))};
        if (state.lens.scope == Scope::Neighbourhood)
            words += tr("around %1").arg(m_document->lookup().shortTitle(state.lens.focus));
        else
            words += state.lens.scope == Scope::All ? tr("all records") : tr("first view");
        for (const Filter &filter : state.lens.filters)
            words += u"%1: %2"_s.arg(shown(filter.field), shown(filter.value));
        if (state.lens.comparedWith.isValid())
            words += tr("compared with %1").arg(dateInWords(state.lens.comparedWith));
        if (!state.lens.style.isEmpty())
            words += tr("own style");
        text = words.join(u", "_s);
        break;
    }
    case Day:
        text = view->asOf.isKnown() ? view->asOf.toWords() : tr("day of looking");
        break;
    default:
        break;
    }
    return role == Qt::ToolTipRole ? QVariant(plainToolTip(text)) : QVariant(text);
}

QVariant ViewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("View");
    case Shows:
        return tr("Shows");
    case Day:
        return tr("As of");
    default:
        return {};
    }
}

Qt::ItemFlags ViewModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Name)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool ViewModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const SavedView *view = m_document && index.isValid() && index.column() == Name ? m_document->model().find<SavedView>(keyAt(index.row())) : nullptr;
    if (!view || role != Qt::EditRole)
        return false;
    const QString name = base::simplified(value.toString());
    if (name.isEmpty() || name == view->name)
        return false;
    emit renameWanted(view->id.value, name);
    return true;
}

} // namespace entente::ui
