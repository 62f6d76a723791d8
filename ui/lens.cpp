#include "ui/lens.h"

#include "core/network/filters.h"

#include <algorithm>

namespace entente::ui {

using model::Scope;

void SharedLens::set(const model::Lens &lens)
{
    if (lens == m_lens)
        return;
    m_lens = lens;
    if (lens.scope != Scope::Neighbourhood) {
        m_trail.clear();
        m_before = lens.scope;
    }
    emit changed();
}

void SharedLens::setAsOf(const QDate &date)
{
    model::Lens lens = m_lens;
    lens.asOf = date;
    if (lens.from.isValid() && date.isValid() && lens.from >= date)
        lens.from = {};
    set(lens);
}

void SharedLens::setFrom(const QDate &date)
{
    model::Lens lens = m_lens;
    lens.from = date.isValid() && lens.asOf.isValid() && date < lens.asOf ? date : QDate();
    set(lens);
}

void SharedLens::setScope(Scope scope)
{
    model::Lens lens = m_lens;
    lens.scope = scope;
    if (scope != Scope::Neighbourhood)
        lens.focus.clear();
    set(lens);
}

void SharedLens::focusOn(const QString &record, int hops)
{
    model::Lens lens = m_lens;
    if (isFocused() && lens.focus != record) {
        std::erase_if(m_trail, [&](const Focus &focus) { return focus.record == record || focus.record == lens.focus; });
        m_trail.push_back({lens.focus, lens.hops});
    }
    lens.scope = Scope::Neighbourhood;
    lens.focus = record;
    lens.hops = std::clamp(hops, 1, MostHops);
    set(lens);
}

void SharedLens::backTo(std::size_t place)
{
    if (place >= m_trail.size())
        return;
    model::Lens lens = m_lens;
    lens.scope = Scope::Neighbourhood;
    lens.focus = m_trail[place].record;
    lens.hops = m_trail[place].hops;
    m_trail.resize(place);
    set(lens);
}

void SharedLens::leaveFocus()
{
    if (!m_trail.empty())
        return backTo(m_trail.size() - 1);
    if (isFocused())
        setScope(m_before == Scope::Neighbourhood ? Scope::FirstView : m_before);
}

void SharedLens::changeHops(int by)
{
    if (isFocused())
        focusOn(m_lens.focus, m_lens.hops + by);
}

void SharedLens::expand(const QString &record, bool isExpanded)
{
    model::Lens lens = m_lens;
    const model::Filter filter{network::alsoAround, record};
    std::erase(lens.filters, filter);
    if (isExpanded)
        lens.filters.push_back(filter);
    set(lens);
}

bool SharedLens::isExpanded(const QString &record) const
{
    return std::ranges::find(m_lens.filters, model::Filter{network::alsoAround, record}) != m_lens.filters.end();
}

model::Lens SharedLens::restored() const
{
    model::Lens lens = m_lens;
    const model::Lens usual;
    lens.scope = usual.scope;
    lens.focus.clear();
    lens.hops = usual.hops;
    lens.filters.clear();
    lens.groups.clear();
    lens.from = {};
    lens.onlyInForce = usual.onlyInForce;
    return lens;
}

void SharedLens::restore()
{
    set(restored());
}

bool SharedLens::isLimited() const
{
    model::Lens lens = restored();
    lens.hops = m_lens.hops;
    return lens != m_lens;
}

} // namespace entente::ui
