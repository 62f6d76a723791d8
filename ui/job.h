#pragma once

#include "core/base/progress.h"

#include <QFutureWatcher>
#include <QObject>
#include <QtConcurrent>

#include <functional>
#include <memory>

namespace entente::ui {

/// One background computation at a time, over a snapshot. A new one makes the old one's answer stale: it is cancelled and never told.
class Job : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    ~Job() override;

    /// Runs `compute(progress)` on another thread and hands its answer to `answered` on this one.
    template<typename Answer>
    void start(std::function<Answer(base::Progress &)> compute, std::function<void(Answer)> answered);
    void cancel();
    bool isRunning() const { return m_running != nullptr; }

signals:
    void progressed(int done, int total, const QString &step);
    /// The last computation has ended, was cancelled, or was replaced.
    void ended();

private:
    std::shared_ptr<base::Progress> begin();

    std::shared_ptr<base::Progress> m_progress;
    QFutureWatcherBase *m_running = nullptr;
};

template<typename Answer>
void Job::start(std::function<Answer(base::Progress &)> compute, std::function<void(Answer)> answered)
{
    const std::shared_ptr<base::Progress> progress = begin();
    // An answer may be neither copied nor made without content.
    using Holder = std::shared_ptr<Answer>;
    auto *watcher = new QFutureWatcher<Holder>(this);
    m_running = watcher;
    connect(watcher, &QFutureWatcher<Holder>::finished, this, [this, watcher, answered = std::move(answered)] {
        m_running = nullptr;
        m_progress.reset();
        watcher->deleteLater();
        const Holder answer = watcher->result();
        emit ended();
        answered(std::move(*answer));
    });
    watcher->setFuture(
        QtConcurrent::run([compute = std::move(compute), progress] { return std::make_shared<Answer>(compute(*progress)); }));
}

} // namespace entente::ui
