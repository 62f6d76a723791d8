#include "ui/job.h"

#include <QCoreApplication>
#include <QPointer>

namespace entente::ui {

Job::~Job()
{
    cancel();
    // What still runs holds a snapshot of its own; it must not outlive the program.
    for (auto *watcher : findChildren<QFutureWatcherBase *>())
        watcher->waitForFinished();
}

std::shared_ptr<base::Progress> Job::begin()
{
    cancel();
    const QPointer<Job> self(this);
    m_progress = std::make_shared<base::Progress>([self](int done, int total, const QString &step) {
        QMetaObject::invokeMethod(
            qApp,
            [self, done, total, step] {
                if (self && self->isRunning())
                    emit self->progressed(done, total, step);
            },
            Qt::QueuedConnection);
    });
    return m_progress;
}

void Job::cancel()
{
    if (!m_running)
        return;
    m_running->disconnect(this); // First: a late answer must find nobody.
    m_progress->cancel();
    connect(m_running, &QFutureWatcherBase::finished, m_running, &QObject::deleteLater);
    m_running = nullptr;
    m_progress.reset();
    emit ended();
}

} // namespace entente::ui
