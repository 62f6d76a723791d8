#pragma once

#include "core/base/partialdate.h"
#include "core/base/vocabulary.h"
#include "core/model/enums.h"
#include "core/model/id.h"

#include <QCoreApplication>
#include <QJsonValue>
#include <QStringList>

#include <concepts>
#include <optional>
#include <variant>

/// A field's content as files hold it. Each type of a field has one pair `encode`/`decode`; SQL, JSON, CSV and the command line share it.
namespace entente::model {

using Value = std::variant<std::monostate, qint64, double, QString>;

Value encode(const QString &text);
Value encode(const QStringList &list);
Value encode(const PartialDate &date);
Value encode(const std::optional<int> &number);
inline Value encode(int number)
{
    return qint64(number);
}
inline Value encode(double number)
{
    return number;
}
inline Value encode(bool flag)
{
    return qint64(flag);
}
inline Value encode(const AnyId &id)
{
    return encode(id.value);
}
template<typename Row>
Value encode(const Id<Row> &id)
{
    return encode(id.value);
}
template<typename Enum>
    requires std::is_enum_v<Enum>
Value encode(Enum value)
{
    return encode(wordOf(value));
}

Result<void> decode(const Value &value, QString &text);
Result<void> decode(const Value &value, QStringList &list);
Result<void> decode(const Value &value, PartialDate &date);
Result<void> decode(const Value &value, std::optional<int> &number);
Result<void> decode(const Value &value, int &number);
Result<void> decode(const Value &value, double &number);
Result<void> decode(const Value &value, bool &flag);
inline Result<void> decode(const Value &value, AnyId &id)
{
    return decode(value, id.value);
}
template<typename Row>
Result<void> decode(const Value &value, Id<Row> &id)
{
    return decode(value, id.value);
}
template<typename Enum>
    requires std::is_enum_v<Enum>
Result<void> decode(const Value &value, Enum &result)
{
    QString word;
    if (auto read = decode(value, word); !read)
        return read;
    if (const auto known = fromWord<Enum>(word)) {
        result = *known;
        return {};
    }
    return callError(QCoreApplication::translate("Field", "“%1” is none of: %2.").arg(word.left(60), allWords<Enum>()));
}

/// A value in the words of a table or a message.
QString textOf(const Value &value);
/// Exact, for journals: null, number or text.
QJsonValue jsonOf(const Value &value);
Value valueOf(const QJsonValue &json);

/// A field for readers of JSON: unknown dates, numbers and references are null, flags are true or false.
template<typename T>
QJsonValue jsonField(const T &content)
{
    if constexpr (std::is_same_v<T, bool>)
        return content;
    else if constexpr (std::is_same_v<T, QString>)
        return content;
    else if constexpr (std::is_same_v<T, QStringList>)
        return textOf(encode(content));
    else
        return jsonOf(encode(content));
}

} // namespace entente::model
