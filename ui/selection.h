#pragma once

#include <QObject>
#include <QString>

namespace entente::ui {

/// The record that is chosen, in every view at once. A relation or a coverage cell (its `raises` relation) can be chosen too.
class Selection : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    const QString &current() const { return m_current; }
    void choose(const QString &record)
    {
        if (record == m_current)
            return;
        m_current = record;
        emit changed(m_current);
    }
    void clear() { choose({}); }

signals:
    void changed(const QString &record);

private:
    QString m_current;
};

} // namespace entente::ui
