#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <variant>

/// The words every room speaks: results, dates, texts, progress.
namespace entente::base {

/// What kind of refusal an error is; the command line turns it into its exit code.
enum class Failure {
    Call,    ///< The request is wrong: unknown identifier, bad value. Exit code 2.
    Refused, ///< What was handed over is refused: not a map, damaged, unreadable. Exit code 3.
    Write,   ///< The result could not be written. Exit code 4.
    Nothing, ///< There was nothing to do. Exit code 1.
    Cancelled,
};

/// One sentence for the user that says what is wrong and what to do, and a detail for the log.
struct Error
{
    Failure failure = Failure::Call;
    QString sentence;
    QString detail;

    bool operator==(const Error &) const = default;
};

inline Error callError(QString sentence, QString detail = {})
{
    return {Failure::Call, std::move(sentence), std::move(detail)};
}
inline Error refusal(QString sentence, QString detail = {})
{
    return {Failure::Refused, std::move(sentence), std::move(detail)};
}
inline Error writeError(QString sentence, QString detail = {})
{
    return {Failure::Write, std::move(sentence), std::move(detail)};
}

/// A value, or the error that stood in its way. Nothing of ours throws across a function.
template<typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_content(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_content(std::in_place_index<1>, std::move(error)) {}

    bool isOk() const { return m_content.index() == 0; }
    explicit operator bool() const { return isOk(); }

    const T &value() const & { return std::get<0>(m_content); }
    T &value() & { return std::get<0>(m_content); }
    T &&value() && { return std::get<0>(std::move(m_content)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

    const Error &error() const { return std::get<1>(m_content); }

private:
    std::variant<T, Error> m_content;
};

template<>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    bool isOk() const { return !m_error; }
    explicit operator bool() const { return isOk(); }
    const Error &error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace entente::base
