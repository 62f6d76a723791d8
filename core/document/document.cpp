#include "core/document/document.h"

#include "core/model/validation.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace entente {

using namespace base;
using model::ChangeSet;
using model::Lookup;
using model::Model;

Document::Document(Model model, std::unique_ptr<store::Store> store) : m_model(std::move(model)), m_store(std::move(store)) {}

Document::~Document() = default;

Result<std::unique_ptr<Document>> Document::create(const Model &rows, const store::WorkingPlace &place)
{
    auto store = store::Store::create(rows, {}, place);
    if (!store)
        return store.error();
    return std::unique_ptr<Document>(new Document(rows, *std::move(store)));
}

Result<std::unique_ptr<Document>> Document::open(const QString &path, const store::WorkingPlace &place, Progress &progress)
{
    auto opened = store::readFile(path, place, progress);
    if (!opened)
        return opened.error();
    auto store = store::Store::create(opened->rows, opened->journal, place);
    if (!store)
        return store.error();
    auto document = std::unique_ptr<Document>(new Document(std::move(opened->rows), *std::move(store)));
    document->m_path = QFileInfo(path).absoluteFilePath();
    document->m_stamp = opened->stamp;
    document->m_notice = opened->notice;
    document->m_readOnly = opened->readOnly;
    if (auto noted = document->m_store->setOrigin(document->m_path, document->m_stamp); !noted)
        return noted.error();
    return document;
}

Result<std::unique_ptr<Document>> Document::recover(const store::LeftWork &left, const store::WorkingPlace &place)
{
    Model rows;
    auto store = store::Store::resume(left, place, rows);
    if (!store)
        return store.error();
    auto document = std::unique_ptr<Document>(new Document(std::move(rows), *std::move(store)));
    document->m_path = document->m_store->originPath();
    document->m_stamp = document->m_store->originStamp();
    return document;
}

const Lookup &Document::lookup() const
{
    return *snapshot();
}

std::shared_ptr<const Lookup> Document::snapshot() const
{
    if (!m_lookup)
        m_lookup = std::make_shared<const Lookup>(m_model);
    return m_lookup;
}

Result<void> Document::submit(const ChangeSet &changes)
{
    return write(changes, {});
}

Result<void> Document::write(const ChangeSet &changes, const store::JournalStep &step)
{
    if (changes.isEmpty())
        return {};
    if (m_readOnly)
        return callError(QCoreApplication::translate("Document", "This map can only be read; save it under another name to change it."));
    if (auto valid = model::validate(m_model, changes); !valid)
        return valid;
    if (auto written = m_store->write(changes, step); !written)
        return written; // nothing has happened
    emit aboutToChange(changes);
    m_lookup.reset();
    m_model.apply(changes);
    emit changed(changes);
    emit modifiedChanged();
    return {};
}

bool Document::canUndo() const
{
    return m_store->stacks().nextUndo().has_value();
}

bool Document::canRedo() const
{
    return m_store->stacks().nextRedo().has_value();
}

QString Document::undoLabel() const
{
    const auto next = m_store->stacks().nextUndo();
    return next ? m_store->label(*next) : QString();
}

QString Document::redoLabel() const
{
    const auto next = m_store->stacks().nextRedo();
    return next ? m_store->label(*next) : QString();
}

Result<void> Document::undo()
{
    const auto next = m_store->stacks().nextUndo();
    if (!next)
        return Error{Failure::Nothing, QCoreApplication::translate("Document", "There is nothing to undo."), {}};
    auto entry = m_store->entry(*next);
    if (!entry)
        return entry.error();
    return write(entry->changes.inverse(), {store::StepKind::Undo, *next});
}

Result<void> Document::redo()
{
    const auto next = m_store->stacks().nextRedo();
    if (!next)
        return Error{Failure::Nothing, QCoreApplication::translate("Document", "There is nothing to redo."), {}};
    auto entry = m_store->entry(*next);
    if (!entry)
        return entry.error();
    return write(entry->changes.inverse(), {store::StepKind::Redo, *next});
}

Result<std::vector<store::JournalEntry>> Document::history() const
{
    return m_store->journal();
}

bool Document::isModified() const
{
    return m_store->lastEntry() != m_store->publishedEntry();
}

Result<void> Document::save()
{
    if (m_path.isEmpty())
        return writeError(QCoreApplication::translate("Document", "This map has no file yet; choose a name for it."));
    if (m_readOnly)
        return writeError(QCoreApplication::translate("Document", "This map can only be read; save it under another name."));
    auto stamp = m_store->publish(m_model, m_path, m_stamp);
    if (!stamp)
        return stamp.error();
    m_stamp = *stamp;
    emit modifiedChanged();
    return {};
}

Result<void> Document::saveAs(const QString &path, bool overwrite)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (!overwrite && QFileInfo::exists(absolute))
        return writeError(QCoreApplication::translate("Document", "“%1” is there already; choose another name.").arg(path));
    auto stamp = m_store->publish(m_model, absolute, overwrite ? std::nullopt : std::optional(store::FileStamp()));
    if (!stamp)
        return stamp.error();
    m_path = absolute;
    m_stamp = *stamp;
    m_readOnly = false;
    m_notice.clear();
    emit modifiedChanged();
    return {};
}

void Document::abandon()
{
    m_store->discard();
}

} // namespace entente
