#include "core/reading/childprocess.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ENTENTE_ADDRESS_SANITIZER
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
#define ENTENTE_ADDRESS_SANITIZER
#endif

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr int Beat = 40; ///< Milliseconds between two looks at cancel and clock.

/// Nothing of the user's: what the loader and Qt need to start, no more.
QProcessEnvironment bareEnvironment()
{
    const QProcessEnvironment ours = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment bare;
    QStringList kept = {u"LD_LIBRARY_PATH"_s, u"DYLD_LIBRARY_PATH"_s, u"DYLD_FRAMEWORK_PATH"_s};
#ifdef Q_OS_WIN
    kept << u"SystemRoot"_s << u"PATH"_s;
#endif
    for (const QString &name : std::as_const(kept)) {
        if (ours.contains(name))
            bare.insert(name, ours.value(name));
    }
    bare.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    bare.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    return bare;
}

#ifdef Q_OS_UNIX
/// In the child, before its program starts; only what may be called between fork and exec.
void limitChild()
{
    const rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    setrlimit(RLIMIT_FSIZE, &none);
#ifndef ENTENTE_ADDRESS_SANITIZER // which maps more than any limit
    const rlimit memory = {rlim_t(450) << 20, rlim_t(450) << 20};
#ifdef RLIMIT_AS
    setrlimit(RLIMIT_AS, &memory);
#endif
    setrlimit(RLIMIT_DATA, &memory);
#endif
}
#endif

} // namespace

ChildEnd runChild(const QString &program, const QStringList &arguments, const QByteArray &input, const ChildLimits &limits,
                  const std::function<bool(const QByteArray &)> &take, const Progress &progress)
{
    QProcess process;
    process.setProgram(program);
    process.setArguments(arguments);
    process.setProcessEnvironment(bareEnvironment());
    process.setWorkingDirectory(QDir::rootPath());
    process.setStandardErrorFile(QProcess::nullDevice());
#ifdef Q_OS_UNIX
    process.setChildProcessModifier(limitChild);
#endif
    const auto end = [&process](ChildEnd why) {
        process.kill();
        process.waitForFinished(2'000);
        return why;
    };
    if (progress.isCancelled())
        return ChildEnd::Cancelled;
    process.start();
    if (!process.waitForStarted(10'000))
        return end(ChildEnd::NotStarted);

    // Both are carried out bit by bit while we wait below.
    process.write(input);
    process.closeWriteChannel();
    QElapsedTimer whole;
    whole.start();
    QElapsedTimer silence;
    silence.start();
    qsizetype heard = 0;
    qint64 waiting = -1;
    for (;;) {
        const bool running = process.state() != QProcess::NotRunning;
        if (running)
            process.waitForReadyRead(Beat);
        const QByteArray said = process.readAllStandardOutput();
        heard += said.size();
        if (!said.isEmpty() || process.bytesToWrite() != waiting)
            silence.restart();
        waiting = process.bytesToWrite();
        if (heard > limits.mostOutput)
            return end(ChildEnd::Flooded);
        if (!said.isEmpty() && !take(said))
            return end(ChildEnd::Stopped);
        if (progress.isCancelled())
            return end(ChildEnd::Cancelled);
        if (!running && said.isEmpty())
            return process.exitStatus() == QProcess::CrashExit ? ChildEnd::Crashed : ChildEnd::Finished;
        if (silence.elapsed() > limits.longestSilence)
            return end(ChildEnd::Silent);
        if (whole.elapsed() > limits.longest)
            return end(ChildEnd::TooLong);
    }
}

QString programOfOurs(const QString &name, const char *environmentVariable)
{
    if (const QString named = qEnvironmentVariable(environmentVariable); !named.isEmpty())
        return QFileInfo(named).isExecutable() ? QFileInfo(named).absoluteFilePath() : QString();
    if (!QCoreApplication::instance())
        return {};
    const QDir here(QCoreApplication::applicationDirPath());
    // Beside the program; tests lie next to bin; in a build for macOS the window lies in a bundle of its own.
    const QStringList places = {here.path(), here.filePath(u"../bin"_s), here.filePath(u"../libexec/entente"_s),
                                here.filePath(u"../../.."_s)};
    return QStandardPaths::findExecutable(name, places);
}

} // namespace entente::reading
