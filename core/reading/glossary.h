#pragma once

#include "core/base/vocabulary.h"

#include <QString>
#include <QStringList>

#include <vector>

/// A small list of the terms of the field in Korean and English, so that a Korean paragraph can be compared with clauses in English, and of
/// English words that mean the same.
namespace entente::reading {

/// A Korean term in a text and the English words that it stands for.
struct FoundTerm
{
    qsizetype offset = 0;
    qsizetype length = 0;
    QString phrase;      ///< As an English text would say it.
    QStringList english; ///< Its words, folded, in one spelling, without small ones.
};

/// The Korean terms of a text, the longest first where they overlap. Spaces inside a term do not count.
std::vector<FoundTerm> findKoreanTerms(const QString &text);

/// One stem for words that official texts exchange: `drill` is `exercis`, `vessel` is `ship`. Others stay as they are.
QString commonStem(const QString &stem);

} // namespace entente::reading
