#include "core/model/lens.h"

#include "core/model/lookup.h"

namespace entente::model {

Id<Instrument> chosenInstrument(const Model &model, const Lens &lens)
{
    if (model.find(lens.instrument))
        return lens.instrument;
    std::map<QString, int> counts;
    for (const Clause &clause : model.all<Clause>()) {
        if (isCurrent(model, clause))
            ++counts[clause.instrument.value];
    }
    Id<Instrument> best;
    int most = 0;
    for (const auto &[id, count] : counts) {
        if (count > most) {
            most = count;
            best.value = id;
        }
    }
    return best;
}

} // namespace entente::model
