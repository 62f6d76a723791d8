#pragma once

#include "core/model/model.h"
#include "core/model/style.h"

/// Styles that come with the program; each can be told apart on a grey copy.
namespace entente::model {

enum class StylePreset { Plain, ByLevel, ByMarking, ByState };

/// Its rules; those by marking follow the map's own list, the lowest marking drawn as usual.
std::vector<StyleRule> presetRules(StylePreset preset, const Model &model);

} // namespace entente::model
