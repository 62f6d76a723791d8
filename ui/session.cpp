#include "ui/session.h"

#include "core/exchange/csv.h"
#include "core/model/edits.h"
#include "ui/dialogs.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QStandardPaths>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

class WaitCursor
{
public:
    WaitCursor() { QGuiApplication::setOverrideCursor(Qt::WaitCursor); }
    ~WaitCursor() { QGuiApplication::restoreOverrideCursor(); }
    WaitCursor(const WaitCursor &) = delete;
    WaitCursor &operator=(const WaitCursor &) = delete;
};

} // namespace

Session::Session(store::WorkingPlace place, Dialogs &dialogs, SharedLens &lens, Selection &selection, QObject *parent)
    : QObject(parent)
    , m_place(std::move(place))
    , m_dialogs(dialogs)
    , m_lens(lens)
    , m_selection(selection)
{}

Session::~Session() = default;

QString Session::title() const
{
    if (!m_document)
        return {};
    if (!m_document->path().isEmpty())
        return QFileInfo(m_document->path()).fileName();
    for (const Property &property : m_document->model().all<Property>()) {
        if (property.id.value == "title"_L1 && !property.value.isEmpty())
            return property.value;
    }
    return tr("New map");
}

void Session::adopt(std::unique_ptr<entente::Document> document)
{
    m_waiting.clear();
    m_job.cancel();
    m_taking.cancel();
    m_selection.clear();
    emit documentReplaced(nullptr); // Views let go of the old map before it goes.
    m_document = std::move(document);
    Lens lens;
    lens.asOf = m_lens.value().asOf.isValid() ? m_lens.value().asOf : QDate::currentDate();
    m_lens.set(lens);
    emit succeeded();
    emit documentReplaced(m_document.get());
    if (!m_document->path().isEmpty())
        emit fileUsed(m_document->path());
}

bool Session::told(const Result<void> &result)
{
    if (result)
        emit succeeded();
    else
        emit failed(result.error());
    return result.isOk();
}

bool Session::openNow(const QString &path)
{
    const WaitCursor wait;
    Progress progress;
    auto opened = entente::Document::open(path, m_place, progress);
    if (!opened) {
        emit failed(opened.error());
        return false;
    }
    adopt(*std::move(opened));
    return true;
}

bool Session::createNow(const Result<Model> &rows)
{
    if (!rows) {
        emit failed(rows.error());
        return false;
    }
    auto created = entente::Document::create(*rows, m_place);
    if (!created) {
        emit failed(created.error());
        return false;
    }
    adopt(*std::move(created));
    return true;
}

bool Session::recover(const store::LeftWork &left)
{
    if (!mayLeave())
        return false;
    auto recovered = entente::Document::recover(left, m_place);
    if (!recovered) {
        emit failed(recovered.error());
        return false;
    }
    adopt(*std::move(recovered));
    return true;
}

bool Session::saveCopyOf(const store::LeftWork &left)
{
    const QString name = left.path.isEmpty() ? tr("Recovered map") + u".entente"_s
                                             : QFileInfo(left.path).completeBaseName() + u" – "_s + tr("recovered") + u".entente"_s;
    const QString path = m_dialogs.mapToSave(m_window, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + u'/' + name);
    if (path.isEmpty())
        return false;
    auto recovered = entente::Document::recover(left, m_place);
    return told(recovered ? (*recovered)->saveAs(path, true) : Result<void>(recovered.error()));
}

bool Session::mayLeave()
{
    if (!m_document || !m_document->isModified())
        return true;
    switch (m_dialogs.unsaved(m_window, title())) {
    case Dialogs::Unsaved::Save:
        return save();
    case Dialogs::Unsaved::Discard:
        m_document->abandon();
        return true;
    case Dialogs::Unsaved::Cancel:
        break;
    }
    return false;
}

base::Result<std::shared_ptr<const model::Lookup>> Session::readOther(const QString &path) const
{
    const WaitCursor wait;
    base::Progress progress;
    auto other = entente::Document::open(path, m_place, progress);
    if (!other)
        return other.error();
    auto rows = (*other)->snapshot();
    (*other)->abandon();
    return rows;
}

void Session::newShipped()
{
    if (mayLeave())
        createNow(exchange::shippedMap());
}

void Session::newBlank()
{
    if (mayLeave())
        createNow(exchange::blankMap());
}

void Session::open()
{
    const QString path = m_dialogs.mapToOpen(m_window, QFileInfo(suggestedPath()).absolutePath());
    if (!path.isEmpty())
        openFile(path);
}

void Session::openFile(const QString &path)
{
    if (mayLeave())
        openNow(path);
}

QString Session::suggestedPath() const
{
    if (m_document && !m_document->path().isEmpty())
        return m_document->path();
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + u'/' + title() + u".entente"_s;
}

bool Session::save()
{
    if (!m_document)
        return false;
    if (m_document->path().isEmpty() || m_document->isReadOnly())
        return saveAs();
    const WaitCursor wait;
    if (!told(m_document->save()))
        return false;
    emit saved();
    return true;
}

bool Session::saveAs()
{
    if (!m_document)
        return false;
    const QString path = m_dialogs.mapToSave(m_window, suggestedPath());
    if (path.isEmpty())
        return false;
    const WaitCursor wait;
    // The dialog has asked before naming a file that exists.
    if (!told(m_document->saveAs(path, true)))
        return false;
    emit fileUsed(m_document->path());
    emit saved();
    return true;
}

void Session::undo()
{
    if (m_document && m_document->canUndo())
        told(m_document->undo());
}

void Session::redo()
{
    if (m_document && m_document->canRedo())
        told(m_document->redo());
}

void Session::removeChosen()
{
    const QString record = m_selection.current();
    if (!m_document || !m_document->model().contains(record))
        return;
    const QString name = m_document->lookup().title(record);
    const std::size_t others = edits::dependents(m_document->model(), record);
    const QString question = others == 0 ? tr("Remove “%1”?").arg(name)
                             : others == 1
                                 ? tr("Remove “%1”? This also removes one record that is nothing without it.").arg(name)
                                 : tr("Remove “%1”? This also removes %2 records that are nothing without it.").arg(name).arg(others);
    if (others > 0 && !m_dialogs.confirm(m_window, question, tr("Remove")))
        return;
    const auto changes = edits::remove(m_document->model(), record);
    if (!changes) {
        emit failed(changes.error());
        return;
    }
    if (told(m_document->submit(*changes)))
        m_selection.clear();
}

} // namespace entente::ui
