#pragma once

#include "core/model/lens.h"

#include <QObject>

namespace entente::ui {

/// The lens that the views of a window share. Views read it and listen; only user actions set it.
class SharedLens : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    const model::Lens &value() const { return m_lens; }
    /// Nothing is told where nothing changes.
    void set(const model::Lens &lens);
    void setAsOf(const QDate &date);
    void setScope(model::Scope scope);
    /// Shows a record and what is at most `hops` lines away; Esc restores.
    void focusOn(const QString &record, int hops = 1);
    void restore();

signals:
    void changed();

private:
    model::Lens m_lens;
};

} // namespace entente::ui
