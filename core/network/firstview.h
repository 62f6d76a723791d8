#pragma once

#include "core/base/vocabulary.h"
#include "core/model/lens.h"
#include "core/model/lookup.h"

#include <QHash>
#include <QStringList>

namespace entente::network {

/// What a reader sees first: who meets, what for and on what basis. All lists are in the order of their keys.
struct FirstView
{
    QStringList institutions;
    QStringList dialogues;
    QStringList areas;
    QStringList instruments;
    QHash<QString, QStringList> folded; ///< Institution that is shown → bodies folded into it: `UN +3`.
    QStringList foldedAreas;            ///< `+9 areas`.
    QStringList foldedDialogues;        ///< Dialogues of rule 2 that had to give way.
    int total = 0;                      ///< Institutions, dialogues, areas and instruments in the map.

    int shown() const { return int(institutions.size() + dialogues.size() + areas.size() + instruments.size()); }
    bool contains(const QString &record) const;

    bool operator==(const FirstView &) const = default;
};

/// The rule over data for the lens's instrument and day; its filters and scope are not looked at.
FirstView firstView(const Lookup &lookup, const Lens &lens);

} // namespace entente::network
