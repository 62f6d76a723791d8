#include "core/base/file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>
#include <filesystem>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace entente::base {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = qint64(2) * 1024 * 1024 * 1024 - 1;

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::base", text);
}

/// Flushes the file's bytes to the disk itself.
bool flushToDisk(QFile &file)
{
    if (!file.flush())
        return false;
#ifdef Q_OS_WIN
    return _commit(file.handle()) == 0;
#else
    return fsync(file.handle()) == 0;
#endif
}

/// Makes a rename durable. Windows has no such call and needs none.
void flushFolder(const QString &folder)
{
#ifndef Q_OS_WIN
    const int handle = open(QFile::encodeName(folder).constData(), O_RDONLY);
    if (handle >= 0) {
        (void)fsync(handle);
        (void)close(handle);
    }
#else
    Q_UNUSED(folder)
#endif
}

std::filesystem::path nativePath(const QString &path)
{
    return std::filesystem::path(path.toStdU16String());
}

} // namespace

Result<QByteArray> readWhole(const QString &path)
{
    const QString shown = QDir::toNativeSeparators(path);
    const QFileInfo info(path);
    if (!info.exists())
        return refusal(tr("There is no file “%1”; check the name and the folder.").arg(shown));
    if (!info.isFile())
        return refusal(tr("“%1” is not a file.").arg(shown));
    if (info.size() > largestFile)
        return refusal(tr("“%1” is too large to be read (%2 MB).").arg(shown).arg(info.size() / 1024 / 1024));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refusal(tr("“%1” cannot be read; check that you may open it.").arg(shown), file.errorString());
    QByteArray bytes = file.readAll();
    if (file.error() != QFile::NoError)
        return refusal(tr("“%1” could not be read to its end; try again.").arg(shown), file.errorString());
    return bytes;
}

Result<void> replaceFile(const QString &path, const QByteArray &bytes)
{
    // A link is followed, so that it stays a link.
    const QFileInfo info(path);
    const QString target = info.isSymLink() ? info.symLinkTarget() : info.absoluteFilePath();
    const QString folder = QFileInfo(target).absolutePath();
    const QString shown = QDir::toNativeSeparators(target);
    if (!QFileInfo(folder).isDir())
        return writeError(tr("There is no folder “%1”; make it or choose another one.").arg(QDir::toNativeSeparators(folder)));
    if (QFileInfo(target).isDir())
        return writeError(tr("“%1” is a folder; choose a file name.").arg(shown));
    if (QFileInfo::exists(target) && !QFileInfo(target).isWritable())
        return writeError(tr("“%1” may not be changed: it is write-protected. Choose another name.").arg(shown));

    const QString beside = u"%1/.%2.%3.part"_s.arg(folder, QFileInfo(target).fileName().left(80), QUuid::createUuid().toString(QUuid::Id128).left(8));
    QFile file(beside);
    const auto failed = [&](const QString &sentence) -> Result<void> {
        const QString detail = file.errorString();
        file.close();
        file.remove();
        return writeError(sentence, detail);
    };
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered))
        return writeError(tr("“%1” cannot be written; choose another folder.").arg(shown), file.errorString());
    qint64 written = 0;
    while (written < bytes.size()) {
        const qint64 count = file.write(bytes.constData() + written, std::min<qint64>(bytes.size() - written, 1 << 20));
        if (count <= 0)
            return failed(tr("“%1” could not be written; the disk may be full. The old file is untouched.").arg(shown));
        written += count;
    }
    if (!flushToDisk(file))
        return failed(tr("“%1” could not be written to the disk; the disk may be full. The old file is untouched.").arg(shown));
    file.close();

    QFile check(beside);
    if (!check.open(QIODevice::ReadOnly) || check.readAll() != bytes)
        return failed(tr("What was written to “%1” does not read back the same; the old file is untouched.").arg(shown));
    check.close();
    if (QFile::exists(target))
        check.setPermissions(QFile::permissions(target));

    std::error_code error;
    std::filesystem::rename(nativePath(beside), nativePath(target), error);
    if (error) {
        check.remove();
        return writeError(tr("“%1” cannot be replaced; another program may hold it.").arg(shown), QString::fromStdString(error.message()));
    }
    flushFolder(folder);
    return {};
}

} // namespace entente::base
