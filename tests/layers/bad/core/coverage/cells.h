#include "ui/lens.h" // 6: core does not know ui
#include "core/model/model.h"
