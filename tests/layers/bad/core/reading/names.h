#include "core/coverage/cells.h" // 4: neighbours do not know each other
#include <QtWidgets/QWidget> // 5
