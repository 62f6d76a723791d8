#pragma once

#include "core/reading/document.h"
#include "core/reading/lines.h"

#include <QHash>
#include <QSet>

namespace entente::reading {

/// Decides what a hyphen at a line end was: part of the word, or a sign of the line breaking.
///
/// Evidence of the same document first (either form written within a line), then the rules of English spelling: capitals, digits and
/// prefixes such as non- or self- keep their hyphen, as do compounds of two words that the document uses by themselves; what is left was
/// split.
class Hyphens
{
public:
    explicit Hyphens(const std::vector<Line> &lines);

    /// The lines as one stretch of text. What was done at line ends is added to `joins`.
    QString joinLines(const QStringList &lines, std::vector<Join> &joins) const;

    /// Whether the hyphen between the two halves belongs to the word.
    bool keepsHyphen(const QString &left, const QString &right) const;

    /// The length at which the lines were wrapped, see wrapWidth.
    qsizetype width() const { return m_width; }

private:
    bool splitsKoreanWord(const QString &left, const QString &right) const;

    qsizetype m_width = 0;
    QHash<QString, int> m_words; // folded words within lines, with their hyphens
    QSet<QString> m_inner;       // those that stand at no end of a line
};

} // namespace entente::reading
