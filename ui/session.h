#pragma once

#include "core/document/document.h"
#include "ui/job.h"
#include "ui/lens.h"
#include "ui/selection.h"

#include <QObject>

#include <memory>

namespace entente::ui {

class Dialogs;

/// What an import brought, for the strip that says so.
struct ImportOutcome
{
    QString document; ///< Empty: nothing changed.
    QString sentence;
    int suggestions = 0;
};

/// The open map of a window and what can be done with it as a whole: new, open, save, undo, import, remove. Every refusal is one signal.
class Session : public QObject
{
    Q_OBJECT

public:
    Session(store::WorkingPlace place, Dialogs &dialogs, SharedLens &lens, Selection &selection, QObject *parent = nullptr);
    ~Session() override;

    entente::Document *document() const { return m_document.get(); }
    Job &job() { return m_job; }
    /// The windows that questions stand before.
    void setWindow(QWidget *window) { m_window = window; }
    /// What the map is called: its own title, else the name of its file.
    QString title() const;
    /// Where the next file probably goes.
    QString suggestedPath() const;

    /// Takes a map in; what was open must have been dealt with.
    void adopt(std::unique_ptr<entente::Document> document);
    /// Opens without asking; for the start and for answers to strips.
    bool openNow(const QString &path);
    bool createNow(const Result<Model> &rows);
    bool recover(const store::LeftWork &left);
    /// Writes left work to a file and opens nothing.
    bool saveCopyOf(const store::LeftWork &left);
    /// Asks what becomes of unsaved work; false: stay.
    bool mayLeave();

public slots:
    void newShipped();
    void newBlank();
    void open();
    void openFile(const QString &path);
    bool save();
    bool saveAs();
    void undo();
    void redo();
    void removeChosen();
    void importText();
    void importFile(const QString &path);

signals:
    void documentReplaced(entente::Document *document);
    void failed(const entente::base::Error &error);
    /// Something was done: older refusals are no longer news.
    void succeeded();
    void saved();
    /// A file was opened or saved: it belongs among the recent ones.
    void fileUsed(const QString &path);
    /// A text is being read in the background; `job` tells how far.
    void started();
    void imported(const entente::ui::ImportOutcome &outcome);

private:
    bool told(const Result<void> &result);

    store::WorkingPlace m_place;
    Dialogs &m_dialogs;
    SharedLens &m_lens;
    Selection &m_selection;
    QWidget *m_window = nullptr;
    std::unique_ptr<entente::Document> m_document;
    Job m_job;
};

} // namespace entente::ui
