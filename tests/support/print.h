#pragma once

#include <QString>

#include <iosfwd>

/// So that GoogleTest prints texts instead of bytes.
void PrintTo(const QString &text, std::ostream *stream);
