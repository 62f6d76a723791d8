#include "core/store/store.h"
#include "ui/lens.h"
