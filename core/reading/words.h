#pragma once

#include "core/base/vocabulary.h"

#include <QString>

#include <vector>

namespace entente::reading {

/// A word of a text, evened out for comparison, and where it stands.
struct Word
{
    QString text; ///< Folded, in one spelling; `&` is `and`.
    qsizetype offset = 0;
    qsizetype length = 0;
};

bool isHangul(QChar c);

/// The words of a text: runs of letters and figures of one script. Hyphens part words, a possessive 's belongs to none.
std::vector<Word> findWords(const QString &text);

/// One spelling for British and American forms of a folded word: `programme` is `program`, `defence` is `defense`, `organise` is
/// `organize`.
QString evenSpelling(const QString &word);

/// What is left of a folded word without the endings of English grammar: `cooperation`, `cooperate` and `cooperating` give the same. Light
/// on purpose, after the suffix steps of M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980).
QString stem(const QString &word);

/// Whether a folded word carries no subject of its own: articles, pronouns, auxiliaries.
bool isStopWord(const QString &word);

} // namespace entente::reading
