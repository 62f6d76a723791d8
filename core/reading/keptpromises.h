#pragma once

#include "core/reading/links.h"

namespace entente::reading {

/// Open commitments of which the text says that they were done: a sentence of delivery that shares their words. Each suggestion carries the
/// commitment as delivered, with the sentence as its proof.
std::vector<Suggestion> proposeKeptPromises(const Lookup &lookup, const ReadDocument &read, const std::vector<KnownName> &names, const LinkPlace &place,
                                            Progress &progress);

} // namespace entente::reading
