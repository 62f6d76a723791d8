#pragma once

#include <QString>

#include <optional>

namespace entente::reading {

/// A number as a person types or a text prints it, and what it looks like. Wider than what the structure recogniser takes for a number: here a
/// person has said that it is one.
struct UnitNumber
{
    enum class Form { Figures, Letters, Dotted, Article, Section, KoreanArticle, Circled, Hangul };
    Form form = Form::Figures;
    QString printed; ///< `14.`, `(b)`, `Article 4`, `제 3 조의2`
    QString token;   ///< `14`, `b`, `4`, `제3조의2`
    qsizetype length = 0; ///< Of the number and the space behind it.
};

/// The number that a text begins with; `alone`: the text is nothing but a number, and may lack its dot or brackets.
std::optional<UnitNumber> numberAt(const QString &text, bool alone = false);

/// The label of a unit under another (or at the top: no parent): paragraph 14 point (c) is `14(c)`, paragraph 2 of Article 4 `4.2`, 제2조 ① 2. 가.
/// is `제2조①2가`. `annex` goes before what stands at the top: `Annex I.`
QString unitLabel(const UnitNumber &number, const QString &parentLabel, const std::optional<UnitNumber> &parentNumber, const QString &annex);

/// `Annex I.` of `Annex I.3(b)`; empty elsewhere.
QString annexOf(const QString &label);

} // namespace entente::reading
