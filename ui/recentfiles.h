#pragma once

#include <QObject>
#include <QStringList>

class QMenu;
class QSettings;

namespace entente::ui {

/// The maps that were opened or saved lately, the newest first.
class RecentFiles : public QObject
{
    Q_OBJECT

public:
    RecentFiles(QSettings &settings, QMenu &menu, QObject *parent);

    void add(const QString &path);
    QStringList paths() const;

signals:
    void chosen(const QString &path);

private:
    void fill();

    QSettings &m_settings;
    QMenu &m_menu;
};

} // namespace entente::ui
