#pragma once

#include "core/model/changeset.h"

#include <map>
#include <memory>
#include <ranges>

namespace entente::model {

/// The rows of one kind, by key. Copies are cheap: rows are shared until one side changes.
template<typename Row>
class Table
{
public:
    using Rows = std::map<QString, Row>;

    const Row *find(const QString &id) const
    {
        const auto found = m_rows->find(id);
        return found == m_rows->end() ? nullptr : &found->second;
    }
    std::size_t size() const { return m_rows->size(); }
    auto begin() const { return m_rows->begin(); }
    auto end() const { return m_rows->end(); }

    void put(Row row)
    {
        detach();
        QString id = row.id.value;
        m_rows->insert_or_assign(std::move(id), std::move(row));
    }
    void take(const QString &id)
    {
        detach();
        m_rows->erase(id);
    }

    /// Whether this is a copy that has not been changed since: the rows need not be compared.
    bool sharesRowsWith(const Table &other) const { return m_rows == other.m_rows; }
    bool operator==(const Table &other) const { return m_rows == other.m_rows || *m_rows == *other.m_rows; }

private:
    void detach()
    {
        if (m_rows.use_count() > 1)
            m_rows = std::make_shared<Rows>(*m_rows);
    }

    std::shared_ptr<Rows> m_rows = std::make_shared<Rows>();
};

/// A map in memory: all rows by kind and key. A value; a copy is a snapshot that other threads may read.
class Model
{
public:
    template<typename Row>
    const Table<Row> &table() const
    {
        return std::get<Table<Row>>(m_tables);
    }
    template<typename Row>
    Table<Row> &table()
    {
        return std::get<Table<Row>>(m_tables);
    }

    /// The rows of a kind in the order of their keys: `for (const Meeting &meeting : model.all<Meeting>())`.
    template<typename Row>
    auto all() const
    {
        return std::ranges::subrange(table<Row>().begin(), table<Row>().end()) | std::views::values;
    }

    template<typename Row>
    const Row *find(const Id<Row> &id) const
    {
        return table<Row>().find(id.value);
    }
    template<typename Row>
    const Row *find(const QString &id) const
    {
        return table<Row>().find(id);
    }

    /// The kind of the record with this key, if there is one. Keys are unique across kinds.
    std::optional<Kind> kindOfRecord(const QString &id) const;
    bool contains(const QString &id) const { return kindOfRecord(id).has_value(); }

    std::size_t rowCount() const;

    /// Puts the rows of `after` in the place of those of `before`. What is applied has been validated.
    void apply(const ChangeSet &changes);

    /// SHA-256 over all rows in their order, in hex; the journal is not in it, so undo restores it.
    QString contentHash() const;

    bool operator==(const Model &) const = default;

private:
    template<typename List>
    struct Tables;
    template<typename... Rows>
    struct Tables<TypeList<Rows...>>
    {
        using Tuple = std::tuple<Table<Rows>...>;
    };

    Tables<Records>::Tuple m_tables;
};

/// All rows of `model` as additions, for building a file or comparing with an empty map.
ChangeSet asAdditions(const Model &model, QString label);

/// What turns `from` into `to`.
ChangeSet difference(const Model &from, const Model &to, QString label);

} // namespace entente::model
