#include "core/store/files.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace entente::store {

using namespace Qt::StringLiterals;

namespace {

constexpr int backupsKept = 10;

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::store", text);
}

} // namespace

Result<void> keepBackup(const QString &path, const WorkingPlace &place)
{
    if (!place.keepsBackups || !QFileInfo::exists(path))
        return {};
    const QString key = contentKey(slug(QFileInfo(path).completeBaseName()).left(40), {QFileInfo(path).absoluteFilePath()});
    const QString folder = place.directory + u"/backups/"_s + key;
    if (auto made = makePrivateFolder(folder); !made)
        return made;
    auto bytes = readWhole(path);
    if (!bytes)
        return bytes.error();
    const QString name = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmsszzz'Z'"_s) + u".entente"_s;
    if (auto written = replaceFile(folder + u'/' + name, *bytes); !written)
        return written;
    QDir directory(folder);
    QStringList all = directory.entryList({u"*.entente"_s}, QDir::Files, QDir::Name);
    while (all.size() > backupsKept)
        directory.remove(all.takeFirst());
    return {};
}

Result<void> makePrivateFolder(const QString &path)
{
    if (!QDir().mkpath(path))
        return writeError(tr("The folder “%1” cannot be made; check that you may write there.").arg(QDir::toNativeSeparators(path)));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

FileStamp stampOfBytes(const QByteArray &bytes)
{
    return {bytes.size(), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256)};
}

Result<FileStamp> stampOf(const QString &path)
{
    if (!QFileInfo::exists(path))
        return FileStamp();
    auto bytes = readWhole(path);
    if (!bytes)
        return bytes.error();
    return stampOfBytes(*bytes);
}

} // namespace entente::store
