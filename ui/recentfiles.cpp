#include "ui/recentfiles.h"

#include "ui/plain.h"

#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QSettings>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kept = 10;
const auto key = u"recentFiles"_s;

} // namespace

RecentFiles::RecentFiles(QSettings &settings, QMenu &menu, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_menu(menu)
{
    connect(&m_menu, &QMenu::aboutToShow, this, &RecentFiles::fill);
}

QStringList RecentFiles::paths() const
{
    return m_settings.value(key).toStringList();
}

void RecentFiles::add(const QString &path)
{
    QStringList list = paths();
    const QString absolute = QFileInfo(path).absoluteFilePath();
    list.removeAll(absolute);
    list.prepend(absolute);
    m_settings.setValue(key, QStringList(list.mid(0, kept)));
}

void RecentFiles::fill()
{
    m_menu.clear();
    for (const QString &path : paths()) {
        QAction *action =
            m_menu.addAction(menuText(QFileInfo(path).fileName() + u"  –  "_s + QDir::toNativeSeparators(QFileInfo(path).path())));
        connect(action, &QAction::triggered, this, [this, path] { emit chosen(path); });
    }
    if (m_menu.isEmpty())
        m_menu.addAction(tr("No map was opened yet"))->setEnabled(false);
}

} // namespace entente::ui
