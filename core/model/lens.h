#pragma once

#include "core/model/records.h"

#include <QDate>

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
    Id<Instrument> instrument; ///< The chosen one; empty: the one with most clauses.
    Scope scope = Scope::FirstView;
    QString focus;
    int hops = 1;
    bool onlyInForce = true;
    std::vector<Filter> filters;

    bool operator==(const Lens &) const = default;
};

class Model;
/// The instrument that a lens is about: the chosen one, else the one with most clauses; empty where there is none.
Id<Instrument> chosenInstrument(const Model &model, const Lens &lens);

} // namespace entente::model
