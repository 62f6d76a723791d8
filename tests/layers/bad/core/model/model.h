#include "core/store/store.h" // 2: model is below store
#include "core/base/text.h"
  #  include <sqlite3.h> // 3: SQL
