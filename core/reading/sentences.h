#pragma once

#include "core/base/vocabulary.h"

#include <QString>

#include <vector>

namespace entente::reading {

/// A sentence and where it stands in its text.
struct Sentence
{
    qsizetype offset = 0;
    qsizetype length = 0;
};

/// The sentences of a text. "Mr.", initials, "No. 5", "Nov. 4", figures such as "1.5" and Korean dates such as "2024. 11. 4." end none.
std::vector<Sentence> findSentences(const QString &text);

} // namespace entente::reading
