#include "core/model/counterparts.h"

#include "core/model/relationtypes.h"

#include <algorithm>

namespace entente::model {

Counterparts::Counterparts(const Lookup &lookup, const std::function<bool(const Meeting &)> &counts, const std::function<bool(const Relation &)> &holds)
{
    for (const Institution &body : lookup.model().all<Institution>()) {
        if (body.side != Side::Eu && body.side != Side::Rok)
            continue;
        QSet<QString> places;
        for (const Attendance *attendance : lookup.attendance(body.id)) {
            const Meeting *meeting = lookup.model().find(attendance->meeting);
            if (meeting && counts(*meeting))
                places.insert(meeting->dialogue.value);
        }
        for (const Relation *relation : lookup.outgoing(body.id.value, relation::responsibleFor)) {
            if (holds(*relation))
                places.insert(relation->target.value);
        }
        if (places.isEmpty())
            continue;
        for (const QString &place : places)
            m_sides[place].insert(int(body.side));
        m_places.insert(body.id.value, std::move(places));
    }
}

bool Counterparts::has(const QString &body) const
{
    const QSet<QString> places = placesOf(body);
    return std::ranges::any_of(places, [this](const QString &place) { return m_sides.value(place).size() > 1; });
}

} // namespace entente::model
