#pragma once

#include "core/reading/document.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <iterator>

/// The laws that hold for every document that was read, whatever it holds.
namespace entente::reading::laws {

/// What a text is made of: its words, and every other sign by itself. Where a number and a text stand without a space between them, `①이`,
/// `제2조(정의)`, they are parted all the same.
inline QStringList partsOf(const QString &text)
{
    // Letters that open points of Korean papers: "ㅇEU측은" is a sign and a word.
    constexpr char16_t signs[] = {u'ㅇ', u'ㆍ', u'º'};
    QStringList parts;
    bool inWord = false;
    for (const QChar c : text) {
        const bool sign = std::find(std::begin(signs), std::end(signs), c.unicode()) != std::end(signs);
        const bool word = (c.isLetterOrNumber() || c.isMark()) && c.category() != QChar::Number_Other && !sign;
        if (word && inWord)
            parts.back() += c;
        else if (!c.isSpace())
            parts.append(c);
        inWord = word;
    }
    return parts;
}

/// The words and signs that the blocks hold too few or too many of, after the joins that the document lists. Empty: no word is lost.
inline QStringList lostWords(const QString &text, const ReadDocument &document)
{
    QHash<QString, int> balance;
    const auto count = [&](const QString &words, int by) {
        for (const QString &part : partsOf(words))
            balance[part] += by;
    };
    count(text, 1);
    for (const Join &join : document.joins) {
        count(join.left, -1);
        count(join.right, -1);
        count(join.result, 1);
    }
    for (const Block &block : document.blocks)
        count(block.number + u' ' + block.text, -1);
    QStringList lost;
    for (auto part = balance.constBegin(); part != balance.constEnd(); ++part) {
        if (part.value() != 0)
            lost.append(part.key());
    }
    return lost;
}

/// The labels that break the law: given twice, empty, or below a unit that does not stand before them. Empty: all is well.
inline QStringList badLabels(const ReadDocument &document)
{
    QStringList bad;
    QSet<QString> seen;
    for (const Block &block : document.blocks) {
        const bool unit = block.role == Role::Unit;
        if ((unit && (block.label.isEmpty() || seen.contains(block.label))) || (!block.parent.isEmpty() && !seen.contains(block.parent)))
            bad.append(block.label + QStringLiteral(" < ") + block.parent);
        if (unit)
            seen.insert(block.label);
    }
    return bad;
}

} // namespace entente::reading::laws
