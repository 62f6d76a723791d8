#pragma once

#include "core/document/document.h"
#include "core/reading/importing.h"
#include "ui/job.h"
#include "ui/lens.h"
#include "ui/selection.h"

#include <QObject>

#include <deque>
#include <memory>
#include <optional>

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
    /// Whose name stands under what is done here.
    const QString &author() const { return m_place.author; }
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
    /// The rows of another map, to be compared with; it is not opened, and stays as it is.
    base::Result<std::shared_ptr<const model::Lookup>> readOther(const QString &path) const;
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
    /// Asks for a file and reads it.
    void importText();
    /// The same, with what it is and where it belongs.
    void importWithOptions();
    /// Asks for the text of this instrument, or the read-out of this meeting.
    void importInto(const QString &record);
    /// Reads what was copied in a browser or a letter.
    void pasteText();
    /// Reads a file, after those that wait already.
    void importFile(const QString &path, const entente::reading::ImportOptions &options = {});
    /// Writes the map for graph programs: `gexf` or `graphml`.
    void exportNetwork(const QString &suffix);
    /// Asks for a network, a map as JSON, and takes it in; one step.
    void takeInNetwork();
    /// The same with a file or folder that is known.
    void takeIn(const QString &path);
    /// Gives up what is being read and what waits; nothing of it comes into the map.
    void cancelImport();

signals:
    void documentReplaced(entente::Document *document);
    void failed(const entente::base::Error &error);
    /// Something was done: older refusals are no longer news.
    void succeeded();
    void saved();
    /// A file was opened or saved: it belongs among the recent ones.
    void fileUsed(const QString &path);
    /// A text is being read in the background; `job` tells how far.
    void started(const QString &name);
    /// The file of a text that is in the map now, and the hash of its bytes.
    void fileRead(const QString &path, const QString &hash);
    void imported(const entente::ui::ImportOutcome &outcome);

private:
    /// A text to be read: a file, or bytes that are at hand.
    struct Reading
    {
        QString name;
        QString path;
        QByteArray bytes;
        reading::ImportOptions options;
    };
    bool told(const Result<void> &result);
    void read(Reading reading);
    void readNext();
    void take(const Reading &reading, const Result<reading::ImportReport> &answer);
    std::optional<reading::ImportOptions> askAbout(const QString &name, const reading::ImportOptions &usual);

    store::WorkingPlace m_place;
    Dialogs &m_dialogs;
    SharedLens &m_lens;
    Selection &m_selection;
    QWidget *m_window = nullptr;
    std::unique_ptr<entente::Document> m_document;
    std::deque<Reading> m_waiting; ///< The first is being read.
    Job m_job;
    Job m_taking; ///< A network that is being read.
};

} // namespace entente::ui
