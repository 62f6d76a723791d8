#pragma once

#include "core/model/edits.h"

#include <random>

/// Random but repeatable edits, as a user could make them: fields set, records added and removed, nodes moved, suggestions decided.
namespace entente::tests {

class RandomEdits
{
public:
    explicit RandomEdits(unsigned seed) : m_random(seed) {}

    /// The next edit for this state of a map. Often refused, as a user's would be: the caller skips those.
    model::Result<model::ChangeSet> next(const model::Model &model);

    int number(int below) { return int(m_random() % unsigned(below)); }

private:
    QString anyId(const model::Model &model);

    std::mt19937 m_random;
    int m_count = 0;
};

/// A small map with every kind of record that edits touch.
model::Model smallMap();

} // namespace entente::tests
