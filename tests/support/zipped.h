#pragma once

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace test_support {

/// A zip archive of these entries, packed, in their order.
QByteArray zipped(const std::vector<std::pair<QString, QByteArray>> &entries);

} // namespace test_support
