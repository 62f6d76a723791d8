#pragma once

#include <QString>

class QSettings;

namespace entente::ui {

/// Where the files lie from which texts were read: known on this machine only, by the hash of their bytes. The map itself names no place.
class OriginalFiles
{
public:
    explicit OriginalFiles(QSettings &settings) : m_settings(settings) {}

    void remember(const QString &hash, const QString &path);
    /// Where it was last; empty: nobody on this machine has read it.
    QString placeOf(const QString &hash) const;

private:
    QSettings &m_settings;
};

} // namespace entente::ui
