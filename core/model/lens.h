#pragma once

#include "core/model/records.h"

#include <QDate>
#include <QStringList>

#include <vector>

namespace entente::model {

/// One filter of the lens: only records whose `field` (side, level, kind, confidence) says `value`.
struct Filter
{
    QString field;
    QString value;

    bool operator==(const Filter &) const = default;
};

/// What all views show together. A value: views save it, the command line takes it.
struct Lens
{
    QDate asOf;                ///< The state on this day; in force on it.
    QDate from;                ///< Together with `asOf` a range: what was in force on any of its days. Alone nothing.
    Id<Instrument> instrument; ///< The chosen one; empty: the one with most clauses.
    Scope scope = Scope::FirstView;
    QString focus;
    int hops = 1;
    bool onlyInForce = true;
    std::vector<Filter> filters;
    QStringList groups; ///< What is drawn as one box: `area` for all groups of a kind, `area=area-cyber` for a single one.
    QStringList style;  ///< Rules of drawing on top of the usual ones, as saved views spell them.
    QDate comparedWith; ///< An earlier or later day whose state is drawn into this one; none where it is not valid.

    bool operator==(const Lens &) const = default;
};

class Model;
/// The instrument that a lens is about: the chosen one, else the one with most clauses; empty where there is none.
Id<Instrument> chosenInstrument(const Model &model, const Lens &lens);

} // namespace entente::model
