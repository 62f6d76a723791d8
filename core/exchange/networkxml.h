#pragma once

#include "core/exchange/networkfile.h"

#include <QHash>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

/// What reading and writing of the two XML formats share.
namespace entente::exchange {

/// The most that is read of a file; more is refused with a sentence.
namespace limits {
constexpr qsizetype bytes = 256 * 1024 * 1024;
constexpr std::size_t nodes = 200'000;
constexpr std::size_t lines = 1'000'000;
constexpr std::size_t values = 4'000'000; ///< Attributes of all nodes and lines together.
constexpr qsizetype keys = 500;           ///< Kinds of attributes.
constexpr qsizetype each = 500;           ///< Attributes of one node or line.
constexpr int attributes = 200;           ///< Attributes in one tag of the file.
constexpr qsizetype text = 100'000;       ///< Characters of one value; more are cut off and counted.
constexpr int depth = 200;                ///< Elements inside each other.
constexpr qsizetype name = 400;           ///< Characters of an element's or attribute's name.
} // namespace limits

/// The text of an XML file: UTF-8, UTF-16 or Latin 1. Refuses packed files, other encodings, declared entities and endless names, so that a
/// reader can go over the rest without being led astray.
Result<QString> xmlText(const QByteArray &bytes);

/// What may stand in XML 1.0: clean text without form feeds and halves of characters.
QString writable(const QString &text);

/// Collects what a reader finds, keeps the limits, and says what was left out.
class NetworkCollector
{
public:
    /// A node that has no identifier, or one that is taken, is refused.
    Result<void> beginNode(const QString &id);
    Result<void> beginLine(const QString &source, const QString &target);
    /// For the node or line begun last and not ended.
    NetworkNode *node() { return m_openNodes.empty() ? nullptr : &m_file.nodes[m_openNodes.back()]; }
    NetworkLine *line() { return m_lineOpen ? &m_file.lines.back() : nullptr; }
    void endNode();
    void endLine() { m_lineOpen = false; }
    /// An attribute of the open line, else of the open node; a second value of the same name takes the place of the first.
    Result<void> attribute(const QString &name, const QString &value);
    QString cut(const QString &text);
    /// The span from the first beginning to the last end.
    void span(QString &start, QString &end, const QString &from, const QString &to);

    NetworkFile &file() { return m_file; }
    int nestedNodes = 0;
    int ports = 0;
    int hyperedges = 0;
    int graphs = 0;

    /// The file with its remarks; lines whose ends are missing are left out and counted.
    Result<NetworkFile> finish();

private:
    NetworkFile m_file;
    QHash<QString, std::size_t> m_places;
    std::vector<std::size_t> m_openNodes;
    bool m_lineOpen = false;
    std::size_t m_values = 0;
    int m_cut = 0;
};

/// The columns of a file: every attribute name of nodes, or of lines, with the narrowest type that holds all its values.
struct NetworkColumn
{
    QString name;
    enum class Type { Text, Whole, Real } type = Type::Whole;
};
template<typename Items>
std::vector<NetworkColumn> columnsOf(const Items &items)
{
    std::vector<NetworkColumn> columns;
    QHash<QString, std::size_t> places;
    for (const auto &item : items) {
        for (const NetworkAttribute &attribute : item.attributes) {
            auto place = places.constFind(attribute.name);
            if (place == places.constEnd()) {
                place = places.insert(attribute.name, columns.size());
                columns.push_back({attribute.name, NetworkColumn::Type::Whole});
            }
            auto &type = columns[*place].type;
            if (std::holds_alternative<QString>(attribute.value))
                type = NetworkColumn::Type::Text;
            else if (std::holds_alternative<double>(attribute.value) && type == NetworkColumn::Type::Whole)
                type = NetworkColumn::Type::Real;
        }
    }
    return columns;
}

/// The sentence for what the parser met, with its line.
Error notWellFormed(const QXmlStreamReader &reader);

} // namespace entente::exchange
