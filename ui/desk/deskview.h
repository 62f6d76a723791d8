#pragma once

#include "core/document/document.h"
#include "ui/selection.h"

#include <QPointer>
#include <QWidget>

class QAction;
class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTabBar;

namespace entente::ui {

class OriginalFiles;
class OutlineModel;
class OutlineView;
class PagePictures;
class PageView;
class SetAsideStrip;
class TextModel;
class TextView;

/// One document as it was read: at the left its pages or its words, at the right the recognised tree, below what was set aside. All three
/// show the same chosen block, and the tree can be corrected. Everything is plain text.
class DeskView : public QWidget
{
    Q_OBJECT

public:
    explicit DeskView(Selection &selection, QWidget *parent = nullptr);

    void setDocument(entente::Document *document);
    /// Where the files of the texts lie; without it, pages are not shown.
    void setOriginals(OriginalFiles *originals) { m_originals = originals; }
    /// The commands of the desk: they work while it has the focus, also where the window uses the same keys.
    void setCommands(const QList<QAction *> &commands);

    /// Shows a document's text; with a quote, scrolls to it and marks it. False where the words are not found.
    bool showPassage(const QString &documentId, const QString &label, const QString &quote, int offset);
    const QString &shownDocument() const { return m_shown; }
    QString title() const;
    /// The words that are marked.
    QString markedQuote() const;
    /// The block that is chosen; empty: none.
    const QString &currentBlock() const { return m_current; }
    void choose(const QString &paragraph);

    TextView &text() const { return *m_text; }
    OutlineView &outline() const { return *m_outline; }
    SetAsideStrip &setAside() const { return *m_setAside; }
    PageView &pages() const { return *m_pages; }
    PagePictures &pictures() const { return *m_pictures; }
    bool showsPages() const;

    /// How the room is shared out, to be kept.
    QByteArray arrangement() const;
    void arrange(const QByteArray &arrangement);

public slots:
    void promote();
    void demote();
    void joinWithPrevious();
    /// Parts the block at the words that were clicked, or at the cursor of its editor, which is opened for it.
    void split();
    void markAs(entente::model::ParagraphRole role);
    void putBack();
    void correctText();
    /// Asks for the number in place.
    void relabel();

    /// The user found the file.
    void openOriginal(const QString &path);

signals:
    void titleChanged(const QString &title);
    void failed(const entente::base::Error &error);
    void succeeded();
    /// A file is to be found that is not where it was.
    void originalWanted(const QString &hash, const QString &fileName);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    enum Side { PagesSide, TextSide };
    void build();
    void connectParts();
    void connectPages();
    void reload();
    void showFacts();
    void showCurrent(const QObject *except);
    void openPages();
    void openFile(const QString &path);
    void showPagesMissing(const QString &why);
    void chooseClause();
    /// Chooses the block of the clause that is chosen elsewhere.
    void followSelection();
    QString clauseOfCurrent() const;
    /// Submits the correction of a block and keeps it, or the one it became part of, chosen.
    bool submit(const Result<ChangeSet> &changes);
    void splitAt(const QString &paragraph, int offset);
    void say(const QString &notice);
    const model::Document *shown() const;

    Selection &m_selection;
    OriginalFiles *m_originals = nullptr;
    QPointer<entente::Document> m_document;
    QString m_shown;
    QString m_current;
    bool m_following = false;
    bool m_stale = false;     ///< The map has changed while the desk was not seen.
    bool m_wantsPages = true; ///< The pages come to the front once they are there.
    TextModel *m_model;
    TextView *m_text;
    OutlineModel *m_tree;
    OutlineView *m_outline;
    SetAsideStrip *m_setAside;
    PagePictures *m_pictures;
    PageView *m_pages;
    QLabel *m_title;
    QLabel *m_facts;
    QLabel *m_notice;
    QLabel *m_pagesMissing;
    QPushButton *m_locate;
    QTabBar *m_sides;
    QStackedWidget *m_stack;
    QSplitter *m_across;
    QSplitter *m_down;
};

} // namespace entente::ui
