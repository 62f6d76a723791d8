#include "core/reading/unitlabel.h"

#include <QRegularExpression>

namespace entente::reading {

using namespace Qt::StringLiterals;

using Form = UnitNumber::Form;

std::optional<UnitNumber> numberAt(const QString &text, bool alone)
{
    struct Pattern
    {
        Form form;
        QRegularExpression expression; ///< The token is the first capture.
    };
    static const Pattern patterns[] = {
        {Form::KoreanArticle, QRegularExpression(uR"(^(제\s*\d{1,4}\s*조(?:\s*의\s*\d{1,3})?))"_s)},
        {Form::Article, QRegularExpression(uR"(^(?:Article|ARTICLE|Art\.)\s+(\d{1,4}(?:[a-z]|bis|ter|quater)?)[.:]?(?=\s|$))"_s)},
        {Form::Section, QRegularExpression(uR"(^§\s*(\d{1,4}[a-z]?)[.:]?(?=\s|$))"_s)},
        {Form::Circled, QRegularExpression(uR"(^([①-⑳]))"_s)},
        {Form::Dotted, QRegularExpression(uR"(^(\d{1,3}(?:\.\d{1,3}){1,4})\.?(?=\s|$))"_s)},
        {Form::Figures, QRegularExpression(uR"(^(?:\((\d{1,3}[a-z]?)\)|(\d{1,3}(?:[a-z]|bis|ter)?)[.)])(?=\s|$))"_s)},
        {Form::Letters, QRegularExpression(uR"(^(?:\(([a-z]{1,2}|[ivxl]{2,6})\)|([a-z]|[ivxl]{2,6})[.)])(?=\s|$))"_s)},
        {Form::Hangul, QRegularExpression(uR"(^(?:\(([가나다라마바사아자차카타파하])\)|([가나다라마바사아자차카타파하])[.)])(?=\s|$))"_s)},
    };
    static const Pattern bare[] = {
        {Form::Figures, QRegularExpression(uR"(^(\d{1,4}(?:[a-z]|bis|ter)?)$)"_s)},
        {Form::Letters, QRegularExpression(uR"(^([a-z]{1,2}|[ivxl]{2,6})$)"_s)},
        {Form::Hangul, QRegularExpression(uR"(^([가나다라마바사아자차카타파하])$)"_s)},
    };
    const auto read = [&](const Pattern &pattern) -> std::optional<UnitNumber> {
        const auto match = pattern.expression.match(alone ? text.trimmed() : text.left(40));
        if (!match.hasMatch())
            return std::nullopt;
        UnitNumber number;
        number.form = pattern.form;
        number.printed = match.captured().trimmed();
        number.token = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
        number.token.remove(QRegularExpression(u"\\s"_s));
        number.length = match.capturedLength();
        while (number.length < text.size() && text[number.length].isSpace())
            ++number.length;
        return number;
    };
    for (const Pattern &pattern : patterns) {
        if (auto number = read(pattern); number && (!alone || number->printed == text.trimmed()))
            return number;
    }
    if (alone) {
        for (const Pattern &pattern : bare) {
            if (auto number = read(pattern))
                return number;
        }
    }
    return std::nullopt;
}

QString unitLabel(const UnitNumber &number, const QString &parentLabel, const std::optional<UnitNumber> &parentNumber, const QString &annex)
{
    if (number.form == Form::Dotted)
        return annex + number.token;
    if (parentLabel.isEmpty())
        return annex + (number.form == Form::Letters ? u'(' + number.token + u')' : number.token);
    // Korean parts stand one behind the other; brackets only where two figures would run together.
    const auto isKorean = [](Form form) { return form == Form::KoreanArticle || form == Form::Circled || form == Form::Hangul; };
    const bool korean = isKorean(number.form) || parentLabel.startsWith(u'제') || (parentNumber && isKorean(parentNumber->form));
    const auto isFigure = [](QChar c) { return c.category() == QChar::Number_DecimalDigit; };
    if (korean && !(isFigure(parentLabel.back()) && isFigure(number.token[0])))
        return parentLabel + number.token;
    const bool ofArticle = parentNumber && (parentNumber->form == Form::Article || parentNumber->form == Form::Section);
    if (ofArticle && number.form == Form::Figures)
        return parentLabel + u'.' + number.token;
    return parentLabel + u'(' + number.token + u')';
}

QString annexOf(const QString &label)
{
    static const QRegularExpression annex(uR"(^(?:Annex|Appendix|부속서|별표)(?:\s*[^.\s]{1,8})?\.)"_s);
    return annex.match(label).captured();
}

} // namespace entente::reading
