#pragma once

#include "core/base/progress.h"
#include "core/base/vocabulary.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>

/// Running a program that may be taken over by what it reads: with little to take, and with an end.
namespace entente::reading {

struct ChildLimits
{
    qsizetype mostOutput = qsizetype(256) << 20; ///< Bytes on standard output.
    int longestSilence = 20'000;                 ///< Milliseconds without a byte moving in or out.
    int longest = 600'000;                       ///< Milliseconds in all.
};

enum class ChildEnd {
    Finished, ///< By itself, whatever its exit code.
    NotStarted,
    Crashed,
    Silent,  ///< Killed: nothing came for too long.
    TooLong, ///< Killed: it did not end.
    Flooded, ///< Killed: it said more than anybody wants to hear.
    Stopped, ///< Killed: `take` had heard enough.
    Cancelled,
};

/// Runs a program to its end on this thread, which needs no event loop: `input` goes to its standard input, what it says to `take` piece by
/// piece; `take` answers false to end it and may lengthen `limits.longest`. The child has an almost empty environment and, where the system
/// lets us, limits on memory and files set before it starts. When this returns, the child is gone. Asks `progress` for cancel every few
/// hundredths of a second.
ChildEnd runChild(const QString &program, const QStringList &arguments, const QByteArray &input, const ChildLimits &limits,
                  const std::function<bool(const QByteArray &)> &take, const Progress &progress);

/// Where a program of ours lies: named by an environment variable, beside the running one, or where the build and the packages put it.
/// Empty: nowhere.
QString programOfOurs(const QString &name, const char *environmentVariable);

} // namespace entente::reading
