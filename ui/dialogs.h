#pragma once

#include "core/model/savedviews.h"
#include "core/reading/importing.h"
#include "ui/paper/page.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

class QWidget;

namespace entente::ui {

/// What the question about a text offers.
struct ImportQuestion
{
    QString name; ///< Of the file, or what was copied.
    reading::ImportOptions usual;
    std::vector<std::pair<QString, QString>> records; ///< Key and title of what it may belong to.
    QStringList markings;
};

/// What a view that is saved is called and when it is looked at.
struct ViewWish
{
    QString name;
    QString drawing; ///< Which one opens with it: network, timeline, coverage.
    model::ViewDay day = model::ViewDay::Looking;
    QDate shown;       ///< The day that is shown now.
    QStringList taken; ///< Names that views have already.
};

/// Every question that stops the user. The only modal windows of the program; tests answer in advance.
class Dialogs
{
public:
    virtual ~Dialogs() = default;

    enum class Unsaved { Save, Discard, Cancel };

    /// Names of files; empty: the user thought better of it.
    virtual QString mapToOpen(QWidget *parent, const QString &directory) = 0;
    virtual QString mapToSave(QWidget *parent, const QString &suggested) = 0;
    virtual QString textToImport(QWidget *parent, const QString &directory) = 0;
    /// The file that a text of the map was read from.
    virtual QString originalToFind(QWidget *parent, const QString &directory, const QString &fileName) = 0;
    /// What a text is and where it belongs; nothing: not read at all.
    virtual std::optional<reading::ImportOptions> importWish(QWidget *parent, const ImportQuestion &question) = 0;
    virtual QString drawingToSave(QWidget *parent, const QString &suggested) = 0;
    /// The paper for a drawing: its size, how many sheets, with an index or not. Nothing: the user thought better of it.
    virtual std::optional<PageSetup> pageWish(QWidget *, const PageSetup &usual) { return usual; }
    /// A network for graph programs, or from them.
    virtual QString networkToSave(QWidget *parent, const QString &suggested) = 0;
    virtual QString networkToOpen(QWidget *parent, const QString &directory) = 0;
    /// What becomes of unsaved work.
    virtual Unsaved unsaved(QWidget *parent, const QString &title) = 0;
    /// A yes-or-no question whose yes is named in words.
    virtual bool confirm(QWidget *parent, const QString &question, const QString &yes) = 0;
    virtual void about(QWidget *parent, const QString &text) = 0;
    /// Under which name a view is saved; nothing: not at all.
    virtual std::optional<ViewWish> viewWish(QWidget *, const ViewWish &) { return std::nullopt; }
};

/// The real ones.
class SystemDialogs : public Dialogs
{
    Q_DECLARE_TR_FUNCTIONS(entente::ui::SystemDialogs)

public:
    QString mapToOpen(QWidget *parent, const QString &directory) override;
    QString mapToSave(QWidget *parent, const QString &suggested) override;
    QString textToImport(QWidget *parent, const QString &directory) override;
    QString originalToFind(QWidget *parent, const QString &directory, const QString &fileName) override;
    std::optional<reading::ImportOptions> importWish(QWidget *parent, const ImportQuestion &question) override;
    QString drawingToSave(QWidget *parent, const QString &suggested) override;
    std::optional<PageSetup> pageWish(QWidget *parent, const PageSetup &usual) override;
    QString networkToSave(QWidget *parent, const QString &suggested) override;
    QString networkToOpen(QWidget *parent, const QString &directory) override;
    Unsaved unsaved(QWidget *parent, const QString &title) override;
    bool confirm(QWidget *parent, const QString &question, const QString &yes) override;
    void about(QWidget *parent, const QString &text) override;
    std::optional<ViewWish> viewWish(QWidget *parent, const ViewWish &usual) override;
};

} // namespace entente::ui
