#include "ui/lens.h"

namespace entente::ui {

void SharedLens::set(const model::Lens &lens)
{
    if (lens == m_lens)
        return;
    m_lens = lens;
    emit changed();
}

void SharedLens::setAsOf(const QDate &date)
{
    model::Lens lens = m_lens;
    lens.asOf = date;
    set(lens);
}

void SharedLens::setScope(model::Scope scope)
{
    model::Lens lens = m_lens;
    lens.scope = scope;
    if (scope != model::Scope::Neighbourhood)
        lens.focus.clear();
    set(lens);
}

void SharedLens::focusOn(const QString &record, int hops)
{
    model::Lens lens = m_lens;
    lens.scope = model::Scope::Neighbourhood;
    lens.focus = record;
    lens.hops = hops;
    set(lens);
}

void SharedLens::restore()
{
    model::Lens lens = m_lens;
    lens.scope = model::Scope::FirstView;
    lens.focus.clear();
    lens.filters.clear();
    set(lens);
}

} // namespace entente::ui
