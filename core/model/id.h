#pragma once

#include <QHash>
#include <QString>

namespace entente::model {

/// The stable text key of one kind of record; an `Id<Clause>` never passes for an `Id<Meeting>`.
template<typename Row>
struct Id
{
    QString value;

    Id() = default;
    explicit Id(QString text) : value(std::move(text)) {}

    bool isEmpty() const { return value.isEmpty(); }
    bool operator==(const Id &) const = default;
    bool operator<(const Id &other) const { return value < other.value; }
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
    bool operator==(const AnyId &) const = default;
    bool operator<(const AnyId &other) const { return value < other.value; }
};

} // namespace entente::model
