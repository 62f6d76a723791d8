#include "ui/session.h"

namespace entente::ui {
void Session::importFile(const QString &) {}
}
