#pragma once

#include <QHash>
#include <QString>

#include <compare>

namespace entente::model {

/// The stable text key of one kind of record; an `Id<Clause>` never passes for an `Id<Meeting>`.
template<typename Row>
struct Id
{
    QString value;

    Id() = default;
    explicit Id(QString text) : value(std::move(text)) {}

    bool isEmpty() const { return value.isEmpty(); }
    auto operator<=>(const Id &) const = default;
};

/// The key of a record of any kind: an end of a relation, the subject of an evidence.
struct AnyId
{
    QString value;

    AnyId() = default;
    explicit AnyId(QString text) : value(std::move(text)) {}
    template<typename Row>
    AnyId(const Id<Row> &id) : value(id.value)
    {}

    bool isEmpty() const { return value.isEmpty(); }
    auto operator<=>(const AnyId &) const = default;
};

} // namespace entente::model
