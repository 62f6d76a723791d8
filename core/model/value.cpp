#include "core/model/value.h"

#include <cmath>
#include <limits>

namespace entente::model {

using namespace Qt::StringLiterals;

namespace {

constexpr auto separator = QLatin1StringView(";");

/// Reads a whole number from a number or a text.
Result<std::optional<int>> wholeNumber(const Value &value)
{
    if (std::holds_alternative<std::monostate>(value))
        return std::optional<int>();
    bool ok = true;
    qint64 number = 0;
    if (const auto *whole = std::get_if<qint64>(&value)) {
        number = *whole;
    } else if (const auto *real = std::get_if<double>(&value)) {
        ok = std::floor(*real) == *real && std::abs(*real) < 1e9;
        number = ok ? qint64(*real) : 0;
    } else {
        const QString text = std::get<QString>(value).trimmed();
        if (text.isEmpty())
            return std::optional<int>();
        number = text.toLongLong(&ok);
    }
    if (!ok || number > std::numeric_limits<int>::max() || number < std::numeric_limits<int>::min())
        return callError(QCoreApplication::translate("Field", "“%1” is not a whole number.").arg(textOf(value).left(40)));
    return std::optional<int>(int(number));
}

} // namespace

Value encode(const QString &text)
{
    return text.isEmpty() ? Value() : Value(text);
}

Value encode(const QStringList &list)
{
    return encode(list.join(separator));
}

Value encode(const PartialDate &date)
{
    return encode(date.toIso());
}

Value encode(const std::optional<int> &number)
{
    return number ? Value(qint64(*number)) : Value();
}

Result<void> decode(const Value &value, QString &text)
{
    text = textOf(value);
    return {};
}

Result<void> decode(const Value &value, QStringList &list)
{
    list.clear();
    for (const QString &item : textOf(value).split(separator, Qt::SkipEmptyParts))
        list += item.trimmed();
    return {};
}

Result<void> decode(const Value &value, PartialDate &date)
{
    auto read = PartialDate::parse(textOf(value));
    if (!read)
        return read.error();
    date = *read;
    return {};
}

Result<void> decode(const Value &value, std::optional<int> &number)
{
    auto read = wholeNumber(value);
    if (!read)
        return read.error();
    number = *read;
    return {};
}

Result<void> decode(const Value &value, int &number)
{
    auto read = wholeNumber(value);
    if (!read)
        return read.error();
    number = read->value_or(0);
    return {};
}

Result<void> decode(const Value &value, double &number)
{
    bool ok = true;
    if (const auto *whole = std::get_if<qint64>(&value))
        number = double(*whole);
    else if (const auto *real = std::get_if<double>(&value))
        number = *real;
    else if (const auto *text = std::get_if<QString>(&value); text && !text->isEmpty())
        number = text->toDouble(&ok);
    else
        number = 0;
    if (!ok || !std::isfinite(number))
        return callError(QCoreApplication::translate("Field", "“%1” is not a number.").arg(textOf(value).left(40)));
    return {};
}

Result<void> decode(const Value &value, bool &flag)
{
    const QString word = textOf(value).trimmed().toLower();
    const bool yes = word == "1"_L1 || word == "true"_L1 || word == "yes"_L1;
    const bool no = word.isEmpty() || word == "0"_L1 || word == "false"_L1 || word == "no"_L1;
    if (!yes && !no)
        return callError(QCoreApplication::translate("Field", "“%1” is neither true nor false.").arg(word.left(40)));
    flag = yes;
    return {};
}

QString textOf(const Value &value)
{
    if (const auto *whole = std::get_if<qint64>(&value))
        return QString::number(*whole);
    if (const auto *real = std::get_if<double>(&value))
        return QString::number(*real, 'g', QLocale::FloatingPointShortest);
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    return {};
}

QJsonValue jsonOf(const Value &value)
{
    if (const auto *whole = std::get_if<qint64>(&value))
        return *whole;
    if (const auto *real = std::get_if<double>(&value))
        return *real;
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    return QJsonValue::Null;
}

Value valueOf(const QJsonValue &json)
{
    switch (json.type()) {
    case QJsonValue::Bool:
        return qint64(json.toBool());
    case QJsonValue::Double: {
        const double number = json.toDouble();
        if (std::floor(number) == number && std::abs(number) < 9e15)
            return qint64(number);
        return number;
    }
    case QJsonValue::String:
        return encode(json.toString());
    default:
        return {};
    }
}

} // namespace entente::model
