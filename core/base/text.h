#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace entente::base {

/// Normal form C, line ends as \n, no byte order mark, no control characters but line feed, form feed and tab.
QString cleanText(const QString &text);

/// For finding: NFKC, case folded, accents of Latin letters and punctuation variants (dashes, quotes) evened out. Hangul is kept in NFC syllables.
QString folded(const QString &text);

/// Runs of white space become one space, ends trimmed.
QString simplified(const QString &text);

/// A key that says what it stands for: `prefix-` and the start of the SHA-256 over the parts. The same parts give the same key on every machine.
QString contentKey(const QString &prefix, const QStringList &parts);

/// Lower-case Latin letters and digits joined by hyphens, for readable identifiers; Hangul syllables are kept.
QString slug(const QString &text);

/// `a, b and c`.
QString sentenceList(const QStringList &items);

} // namespace entente::base
