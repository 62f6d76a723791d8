#pragma once

#include "core/base/result.h"
#include "core/model/value.h"

#include <QPointF>

#include <optional>
#include <vector>

/// A network as graph programs exchange it: nodes and lines with named attributes. What GEXF and GraphML have in common.
namespace entente::exchange {

struct NetworkAttribute
{
    QString name;
    model::Value value; ///< Numbers keep their type in the file; what was read is always text.
};

struct NetworkNode
{
    QString id; ///< As the file has it; no two nodes share one.
    QString label;
    std::vector<NetworkAttribute> attributes;
    std::optional<QPointF> place; ///< Across and down.
    std::optional<quint32> colour; ///< 0xRRGGBB
    QString shape;                 ///< As GEXF spells it: `disc`, `square`.
    QString start;                 ///< The span of time that it is there, as ISO dates; empty: no limit.
    QString end;

    QString attribute(QAnyStringView name) const;
};

struct NetworkLine
{
    QString id;
    QString source; ///< Identifiers of nodes.
    QString target;
    QString label;
    bool directed = true;
    double weight = 1;
    std::vector<NetworkAttribute> attributes;
    QString start;
    QString end;

    QString attribute(QAnyStringView name) const;
};

struct NetworkFile
{
    QString creator;
    QString description;
    std::vector<NetworkNode> nodes;
    std::vector<NetworkLine> lines;
    QStringList remarks; ///< What was read and has no counterpart here, one sentence each.
};

/// The words of an attribute; names are compared without case. Empty where there is none.
QString attributeOf(const std::vector<NetworkAttribute> &attributes, QAnyStringView name);

/// GEXF 1.3 with positions, colours, shapes and spans of time. https://gexf.net
QByteArray toGexf(const NetworkFile &network);
/// Reads GEXF 1.1 to 1.3. Refuses what is not well formed, declares entities, or gives two nodes one identifier.
Result<NetworkFile> readGexf(const QByteArray &bytes);

/// GraphML with plain attributes, as Gephi, yEd, Tulip and Cytoscape read it. http://graphml.graphdrawing.org
QByteArray toGraphml(const NetworkFile &network);
/// Reads GraphML, the labels and places of yEd included, by the same rules.
Result<NetworkFile> readGraphml(const QByteArray &bytes);

/// Either, told apart by what stands at the beginning.
Result<NetworkFile> readNetwork(const QByteArray &bytes);

} // namespace entente::exchange
