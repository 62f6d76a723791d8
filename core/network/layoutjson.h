#pragma once

#include "core/network/picture.h"

#include <QJsonObject>

namespace entente::network {

/// A drawing as `ententectl layout --json` prints it: positions, boxes, lines and the figures of quality.
QJsonObject layoutJson(const Snapshot &snapshot, const Picture &picture, const QString &layout, double seconds);

} // namespace entente::network
