#pragma once

#include "core/exchange/network.h"
#include "core/exchange/networkwords.h"
#include "core/exchange/networkxml.h"

#include "core/base/text.h"

#include <QSet>

namespace entente::exchange {

/// Takes one network into one map. Nodes first: each gets the record that it stands for; only then the fields that refer to other nodes, then
/// the lines.
class NetworkTaker
{
public:
    NetworkTaker(const Model &model, const NetworkFile &network, const QString &name);

    Result<TakenIn> take();

private:
    /// The record that a node stands for.
    struct Target
    {
        QString record;
        Kind kind;
        bool isNew = false;
        bool isKeyed = false;
        QString kindWords; ///< A `kind` that is no kind of record: what sort of institution it is.
    };
    struct End
    {
        QString record;
        Kind kind;
    };

    void readNames();
    Result<void> findRecord(const NetworkNode &node);
    template<typename Row>
    void takeNode(const NetworkNode &node, const Target &target);
    void settleReferences();
    void takeSources(const QString &record, const std::vector<NetworkAttribute> &attributes, bool isOurs);
    void takePlaces();
    QStringList remarks() const;

    void takeLine(const NetworkLine &line);
    bool isReference(const QString &word, Kind from, const QString &source, const QString &target) const;
    void takeAttendance(const NetworkLine &line, const QString &institution, const QString &meeting);
    void takePost(const NetworkLine &line, const QString &person, const QString &institution);
    void takeRelation(const NetworkLine &line, const QString &word, End from, End to);
    void readEnds();

    /// Sets the fields that attributes name and whose words differ from those that the record would be written with. Returns what no field
    /// takes of a new one, as lines for its notes.
    template<typename Row>
    QStringList takeFields(Row &row, const std::vector<NetworkAttribute> &attributes, bool isNew)
    {
        QStringList rest;
        for (const NetworkAttribute &attribute : attributes) {
            bool isField = false;
            const QString text = textOf(attribute.value);
            forEachField<Row>([&](const auto &field) {
                if (isField || field.role == FieldRole::Key || attribute.name.compare(attributeName<Row>(field.name), Qt::CaseInsensitive) != 0)
                    return;
                isField = true;
                auto &content = row.*field.member;
                const bool isCut = !isNew && text.size() + 1 >= limits::text;
                if (isCut || simplified(writable(textOf(encode(content)))) == simplified(text))
                    return;
                auto copy = content;
                if (decode(Value(text), copy))
                    content = std::move(copy);
                else
                    isField = false;
            });
            if (!isField && isNew && !isOfThePrograms(attribute.name))
                rest += attribute.name + QStringLiteral(": ") + text;
        }
        return rest;
    }
    /// A row behind a line, with its fields, notes and sources.
    template<typename Row>
    void putRow(Row row, const NetworkLine &line);

    static bool isOfThePrograms(const QString &attribute);

    const Model &m_before;
    Model m_after;
    const NetworkFile &m_network;
    QString m_name;
    QHash<QString, QStringList> m_byName; ///< Records of the map by what they are called, folded.
    QHash<QString, int> m_inFile;         ///< How often a name occurs in the file.
    QHash<QString, QString> m_records;    ///< Node → record.
    std::vector<Target> m_targets;        ///< Of the nodes, in their order.
    QSet<QString> m_taken;
    QHash<QString, QString> m_ends;       ///< What a row joins, and how → its key.
    QHash<QString, QString> m_sources;    ///< Address → its key.
    int m_sameName = 0;
    int m_loops = 0;
    int m_repeated = 0;
    int m_strangeTypes = 0;
    int m_openReferences = 0;
};

} // namespace entente::exchange
