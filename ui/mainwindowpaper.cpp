#include "ui/actions.h"
#include "ui/errorbar.h"
#include "ui/mainwindow.h"
#include "ui/network/networkextras.h"
#include "ui/network/networkview.h"
#include "ui/paper/atlas.h"
#include "ui/paper/export.h"
#include "ui/paper/printing.h"

#include "core/base/file.h"

#include <QAction>
#include <QFileInfo>
#include <QGuiApplication>

// The window's commands that end on paper or in a file of drawings.
namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

/// The pointer says that the window is at work, until the end of a block.
class Waiting
{
public:
    Waiting() { QGuiApplication::setOverrideCursor(Qt::WaitCursor); }
    ~Waiting() { QGuiApplication::restoreOverrideCursor(); }
    Waiting(const Waiting &) = delete;
    Waiting &operator=(const Waiting &) = delete;
};

} // namespace

void MainWindow::connectPaper()
{
    const auto on = [this](QAction *action, auto &&call) { connect(action, &QAction::triggered, this, call); };
    on(m_actions->exportNetwork, [this] { exportDrawingOf(DrawnView::Network); });
    on(m_actions->exportTimeline, [this] { exportDrawingOf(DrawnView::Timeline); });
    on(m_actions->exportCoverage, [this] { exportDrawingOf(DrawnView::Coverage); });
    on(m_actions->printNetwork, [this] { printDrawingOf(DrawnView::Network); });
    on(m_actions->printTimeline, [this] { printDrawingOf(DrawnView::Timeline); });
    on(m_actions->printCoverage, [this] { printDrawingOf(DrawnView::Coverage); });
    on(m_actions->exportAtlasDialogues, [this] { exportAtlas(AtlasBy::Dialogues); });
    on(m_actions->exportAtlasAreas, [this] { exportAtlas(AtlasBy::Areas); });
    on(m_actions->exportAtlasInstitutions, [this] { exportAtlas(AtlasBy::Institutions); });
    on(m_actions->printAtlasDialogues, [this] { printAtlas(AtlasBy::Dialogues); });
    on(m_actions->printAtlasAreas, [this] { printAtlas(AtlasBy::Areas); });
    on(m_actions->printAtlasInstitutions, [this] { printAtlas(AtlasBy::Institutions); });
}

void MainWindow::exportDrawingOf(DrawnView view)
{
    const entente::Document *document = m_session.document();
    if (!document)
        return;
    PageSetup usual = usualPage(view);
    usual.mono = isMono(m_lens.value());
    const auto wish = m_dialogs.pageWish(this, usual);
    if (!wish)
        return;
    const QString folder = QFileInfo(m_session.suggestedPath()).absolutePath();
    const QString path = m_dialogs.drawingToSave(this, folder + u'/' + suggestedName(view, m_session.title()));
    if (path.isEmpty())
        return;
    const auto drawing = drawingOf(view, document->lookup(), m_lens.value(), m_network->layoutName(), *wish, m_network->beside(), m_network->places(), coverageOptions());
    PageSetup page = pageFor(view, document->lookup(), m_lens.value(), *drawing, m_session.title());
    takeWish(page, *wish);
    QStringList notes;
    const auto written = exportDrawing(*drawing, page, path, &notes);
    if (!written)
        return m_errors->showError(written.error());
    notes.prepend(tr("The drawing is in %1.").arg(QFileInfo(path).fileName()));
    m_errors->showNotice(u"outcome"_s, notes.join(u' '));
}

void MainWindow::printDrawingOf(DrawnView view)
{
    const entente::Document *document = m_session.document();
    if (!document)
        return;
    const auto drawing = drawingOf(view, document->lookup(), m_lens.value(), m_network->layoutName(), usualPage(view), m_network->beside(), m_network->places(), coverageOptions());
    const auto printed = printDrawing(*drawing, pageFor(view, document->lookup(), m_lens.value(), *drawing, m_session.title()), this, showPrintPreview);
    if (!printed)
        m_errors->showError(printed.error());
}

void MainWindow::exportAtlas(AtlasBy by)
{
    const entente::Document *document = m_session.document();
    if (!document)
        return;
    const QString folder = QFileInfo(m_session.suggestedPath()).absolutePath();
    QString path = m_dialogs.drawingToSave(this, folder + u'/' + suggestedAtlasName(by, m_session.title()));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().compare(u"pdf"_s, Qt::CaseInsensitive) != 0)
        return m_errors->showError(callError(tr("An atlas has many pages, which only a PDF can hold. Give the file a name that ends in .pdf.")));
    Waiting waiting;
    const Atlas atlas(document->lookup(), atlasLens(), by, atlasPage());
    const auto bytes = renderPdf(atlas);
    if (!bytes)
        return m_errors->showError(bytes.error());
    if (const auto written = replaceFile(path, *bytes); !written)
        return m_errors->showError(written.error());
    m_errors->showNotice(u"outcome"_s, tr("The atlas is in %1: %2 records on %3 pages.").arg(QFileInfo(path).fileName()).arg(atlas.recordCount()).arg(atlas.count()));
}

void MainWindow::printAtlas(AtlasBy by)
{
    const entente::Document *document = m_session.document();
    if (!document)
        return;
    const auto pages = [&](const PageSetup &setup) {
        Waiting waiting;
        return std::make_unique<Atlas>(document->lookup(), atlasLens(), by, setup);
    };
    const auto printed = printPages(tr("atlas"), pages, atlasPage(), this, showPrintPreview);
    if (!printed)
        m_errors->showError(printed.error());
}

/// An atlas is of the whole map on the day that the window shows, unless somebody chose a neighbourhood.
Lens MainWindow::atlasLens() const
{
    Lens lens = m_lens.value();
    if (lens.scope == Scope::FirstView)
        lens.scope = Scope::All;
    return lens;
}

PageSetup MainWindow::atlasPage() const
{
    PageSetup setup;
    setup.fileName = m_session.title();
    setup.author = authorOf(m_session.document()->lookup());
    setup.drawn = QDateTime::currentDateTime();
    return setup;
}

} // namespace entente::ui
