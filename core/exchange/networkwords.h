#pragma once

#include "core/exchange/networkfile.h"
#include "core/model/lookup.h"

#include <array>

/// How a map's records are spelt as nodes and lines: what writing and taking in share.
namespace entente::exchange {

using namespace model;

/// The kinds of records that are nodes.
using NodeKinds = TypeList<Institution, Person, Dialogue, Area, Instrument, Clause, Meeting, Commitment>;

template<typename Visit>
void forEachNodeKind(Visit &&visit)
{
    [&]<typename... Rows>(TypeList<Rows...>) { (visit.template operator()<Rows>(), ...); }(NodeKinds{});
}

/// The lines that are no relations: rows that join two nodes, and references of one node to another.
namespace lineType {
inline const QString tookPart = QStringLiteral("took part");   ///< institution → meeting
inline const QString holdsPost = QStringLiteral("holds post"); ///< person → institution
} // namespace lineType

struct ReferenceLine
{
    Kind kind;
    QLatin1StringView field;
    QString word;
};
const std::vector<ReferenceLine> &referenceLines();

/// The attribute that carries a field: its own name, or with its kind before it where graph programs use the name themselves.
template<typename Row>
QString attributeName(const char *field)
{
    static constexpr std::array taken{"kind", "label", "start", "end", "from", "to", "by", "type", "key", "record", "source", "target", "id", "name", "parent"};
    const QString name = QString::fromLatin1(field);
    for (const char *word : taken) {
        if (name == QLatin1StringView(word))
            return QString::fromLatin1(Fields<Row>::table) + u'_' + name;
    }
    return name;
}

/// Attributes of our own beside the fields.
namespace attribute {
constexpr auto record = QLatin1StringView("record");       ///< Its identifier; not called a key, which programs need themselves.
constexpr auto kind = QLatin1StringView("kind");           ///< Of a node.
constexpr auto type = QLatin1StringView("type");           ///< Of a line.
constexpr auto sources = QLatin1StringView("sources");     ///< Official addresses and passages, `separator` between them.
constexpr auto press = QLatin1StringView("press_sources");
constexpr auto knownFrom = QLatin1StringView("known_from"); ///< documented, reported, inferred, none; told, not read.
inline const QString separator = QStringLiteral(" | ");
} // namespace attribute

} // namespace entente::exchange
