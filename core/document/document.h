#pragma once

#include "core/model/lookup.h"
#include "core/store/store.h"

#include <QObject>

#include <memory>

namespace entente {

/// An open map: its rows in memory, its working copy on disk, its journal. The one road of a change leads through `submit`.
class Document : public QObject
{
    Q_OBJECT

public:
    ~Document() override;

    /// A new map with these rows; making it is no step of the journal. It has no file until it is saved.
    static base::Result<std::unique_ptr<Document>> create(const model::Model &rows, const store::WorkingPlace &place);
    /// Reads a file into a private working copy. The file itself is not kept open.
    static base::Result<std::unique_ptr<Document>> open(const QString &path, const store::WorkingPlace &place, base::Progress &progress);
    /// Goes on with the work that an ended process left.
    static base::Result<std::unique_ptr<Document>> recover(const store::LeftWork &left, const store::WorkingPlace &place);

    const model::Model &model() const { return m_model; }
    /// Cross-references of the present state; built when first asked for after a change.
    const model::Lookup &lookup() const;
    /// The same, to be kept by a background job.
    std::shared_ptr<const model::Lookup> snapshot() const;

    /// The one road. Validates, writes the rows and the journal entry in one transaction, then the model, then tells the views.
    base::Result<void> submit(const model::ChangeSet &changes);

    bool canUndo() const;
    bool canRedo() const;
    /// The labels of the steps that undo and redo would take.
    QString undoLabel() const;
    QString redoLabel() const;
    base::Result<void> undo();
    base::Result<void> redo();
    /// The journal, oldest first.
    base::Result<std::vector<store::JournalEntry>> history() const;

    /// Where it was opened or last saved; empty for a new map.
    const QString &path() const { return m_path; }
    /// Whether the working copy holds anything that the file does not.
    bool isModified() const;
    /// Publishes to `path()`. Refuses where the file changed meanwhile.
    base::Result<void> save();
    /// Publishes to another path; `overwrite` says that the user agreed to replace what is there.
    base::Result<void> saveAs(const QString &path, bool overwrite);
    /// The user does not want the unsaved work: the working copy goes when this document is closed. Without it, it is kept and offered again.
    void abandon();
    /// True where the file was upgraded or can only be read; a sentence for the user says which.
    const QString &notice() const { return m_notice; }
    bool isReadOnly() const { return m_readOnly; }

signals:
    /// The model is still the old one: views take rows out.
    void aboutToChange(const entente::model::ChangeSet &changes);
    /// The model is the new one: views put rows in.
    void changed(const entente::model::ChangeSet &changes);
    /// After saving, and after every change.
    void modifiedChanged();

private:
    Document(model::Model model, std::unique_ptr<store::Store> store);

    base::Result<void> write(const model::ChangeSet &changes, const store::JournalStep &step);

    model::Model m_model;
    std::unique_ptr<store::Store> m_store;
    mutable std::shared_ptr<const model::Lookup> m_lookup;
    QString m_path;
    QString m_notice;
    store::FileStamp m_stamp;
    bool m_readOnly = false;
};

} // namespace entente
