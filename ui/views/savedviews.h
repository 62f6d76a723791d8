#pragma once

#include "core/document/document.h"
#include "core/model/editviews.h"
#include "ui/lens.h"

#include <QPointer>

class QMenu;

namespace entente::ui {

class Dialogs;
class NetworkView;

/// The saved views of the open map: which one is open, whether what is shown still is what was saved, and what can be done with them. Each
/// change is one step of the map.
class SavedViews : public QObject
{
    Q_OBJECT

public:
    SavedViews(SharedLens &lens, NetworkView &network, Dialogs &dialogs, QWidget *window);

    void setDocument(entente::Document *document);

    /// The key of the view that was opened or saved last; empty where there is none.
    QString current() const;
    /// Its name as the map has it now.
    QString currentName() const;
    /// Whether something was changed since: the filters, the day, the layout.
    bool isChanged() const;

    /// Puts the views of the map and the commands for them into a menu.
    void fill(QMenu &menu);

public slots:
    void open(const QString &view);
    /// Asks for a name.
    void saveAs();
    /// The open view takes over what is shown.
    void update();
    void updateView(const QString &view);
    void rename(const QString &view, const QString &name);
    void duplicate(const QString &view);
    void remove(const QString &view);
    /// Back to the usual first view; the day stays.
    void leave();

signals:
    /// The views of the map, the open one, or whether it is as saved.
    void changed();
    void layoutWanted(const QString &layout);
    /// network, timeline or coverage
    void drawingWanted(const QString &drawing);
    void listWanted();
    void failed(const entente::base::Error &error);
    void succeeded();

private:
    model::ViewState state(const QString &drawing) const;
    model::edits::Places places() const;
    void setOpen(const QString &view);
    bool submit(const base::Result<model::ChangeSet> &changes);
    void documentChanged(const model::ChangeSet &changes);

    SharedLens &m_lens;
    NetworkView &m_network;
    Dialogs &m_dialogs;
    QWidget *m_window;
    QPointer<entente::Document> m_document;
};

} // namespace entente::ui
