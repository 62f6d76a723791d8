#pragma once

#include <QString>

#include <atomic>
#include <functional>

namespace entente::base {

/// Told by a long computation how far it is, and asked by it whether to go on. Safe to cancel from another thread.
class Progress
{
public:
    using Report = std::function<void(int done, int total, const QString &step)>;

    Progress() = default;
    explicit Progress(Report report) : m_report(std::move(report)) {}

    /// Steps done of a total that may grow; `step` says in words what is going on.
    void report(int done, int total, const QString &step = {}) const
    {
        if (m_report)
            m_report(done, total, step);
    }

    bool isCancelled() const { return m_cancelled.load(std::memory_order_relaxed); }
    void cancel() { m_cancelled.store(true, std::memory_order_relaxed); }

private:
    Report m_report;
    std::atomic<bool> m_cancelled = false;
};

} // namespace entente::base
