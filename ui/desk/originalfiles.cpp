#include "ui/desk/originalfiles.h"

#include <QSettings>
#include <QStringList>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostRemembered = 500; ///< The oldest are forgotten: settings are no archive.
const auto key = u"desk/originals"_s;
constexpr QChar between = u'|'; ///< A hash is in hex, so the first one parts it from the path.

} // namespace

void OriginalFiles::remember(const QString &hash, const QString &path)
{
    if (hash.isEmpty() || path.isEmpty())
        return;
    QStringList list = m_settings.value(key).toStringList();
    list.removeIf([&](const QString &entry) { return entry.section(between, 0, 0) == hash; });
    list.prepend(hash + between + path);
    m_settings.setValue(key, list.mid(0, mostRemembered));
}

QString OriginalFiles::placeOf(const QString &hash) const
{
    for (const QString &entry : m_settings.value(key).toStringList()) {
        if (entry.section(between, 0, 0) == hash)
            return entry.section(between, 1);
    }
    return {};
}

} // namespace entente::ui
