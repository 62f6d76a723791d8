#include "ui/session.h"

#include "core/base/file.h"
#include "core/exchange/loading.h"
#include "ui/dialogs.h"
#include "ui/network/networklook.h"

#include <QCursor>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPointer>

// How a map goes to graph programs and their networks come into the map.

namespace entente::ui {

using namespace Qt::StringLiterals;

void Session::exportNetwork(const QString &suffix)
{
    if (!m_document)
        return;
    const QFileInfo map(suggestedPath());
    const QString path = m_dialogs.networkToSave(m_window, map.absolutePath() + u'/' + map.completeBaseName() + u'.' + suffix);
    if (path.isEmpty())
        return;
    QGuiApplication::setOverrideCursor(Qt::WaitCursor);
    const exchange::NetworkFile network = exchange::networkOf(m_document->lookup(), networkLook(m_document->lookup()));
    const bool gexf = QFileInfo(path).suffix().compare("gexf"_L1, Qt::CaseInsensitive) == 0;
    const auto written = replaceFile(path, gexf ? exchange::toGexf(network) : exchange::toGraphml(network));
    QGuiApplication::restoreOverrideCursor();
    if (told(written))
        emit imported({{}, tr("The network is in %1. %2").arg(QFileInfo(path).fileName(), network.description), 0});
}

void Session::takeInNetwork()
{
    const QString path = m_document ? m_dialogs.networkToOpen(m_window, QFileInfo(suggestedPath()).absolutePath()) : QString();
    if (!path.isEmpty())
        takeIn(path);
}

void Session::takeIn(const QString &path)
{
    if (!m_document)
        return;
    const QString name = QFileInfo(path).fileName();
    using Answer = Result<exchange::TakenIn>;
    emit imported({{}, tr("Reading “%1”…").arg(name), 0});
    const QPointer<entente::Document> document = m_document.get();
    m_taking.start<Answer>([model = m_document->model(), path](Progress &) -> Answer { return exchange::takeInFile(model, path); },
                           [this, document, name](const Answer &answer) {
                               if (!document || document != m_document.get())
                                   return;
                               emit imported({}); // What was read is told anew, or the refusal.
                               if (!answer) {
                                   emit failed(answer.error());
                                   return;
                               }
                               // The map may have changed meanwhile; the edit is validated against what it is now.
                               if (!answer->changes.isEmpty() && !told(m_document->submit(answer->changes)))
                                   return;
                               const QStringList sentences = QStringList{name + u": "_s + exchange::inWords(answer->changes, false)} + answer->remarks;
                               emit imported({{}, sentences.join(u' '), 0});
                           });
}

} // namespace entente::ui
