#include "ui/network/networktablemodel.h"

#include "core/model/fields.h"
#include "core/network/scope.h"
#include "ui/plain.h"
#include "ui/words.h"

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestCell = 500;

QString nameOf(const network::SnapshotNode &node)
{
    return node.name.isEmpty() ? node.abbreviation : node.name;
}

QString shortNameOf(const network::SnapshotNode &node)
{
    return node.abbreviation.isEmpty() ? node.name : node.abbreviation;
}

QString sourcesOf(const model::Lookup &lookup, const QStringList &evidence)
{
    return network::sourceNames(lookup, evidence).join(u", "_s);
}

/// "since 2024", "2020 – 2024"; empty: always.
QString validity(const model::PartialDate &from, const model::PartialDate &to)
{
    if (!from.isKnown() && !to.isKnown())
        return {};
    return (from.isKnown() ? from.toWords() : u"?"_s) + u" – "_s + (to.isKnown() ? to.toWords() : QString());
}

} // namespace

NetworkTableModel::NetworkTableModel(Content content, QObject *parent)
    : QAbstractTableModel(parent)
    , m_content(content)
{
    if (content == Content::Records)
        m_heads = {tr("Name"), tr("Short"), tr("Kind"), tr("Side"), tr("Level"), tr("Neighbours shown"), tr("Neighbours"), tr("From – to"), tr("Sources")};
    else
        m_heads = {tr("From"), tr("Line"), tr("To"), tr("Rounds"), tr("Valid"), tr("How sure"), tr("Sources")};
}

void NetworkTableModel::show(const model::Lookup *lookup, std::shared_ptr<const NetworkDrawing> drawing)
{
    beginResetModel();
    m_drawing = std::move(drawing);
    m_rows.clear();
    if (lookup && m_drawing) {
        if (m_content == Content::Records)
            addRecords(*lookup);
        else
            addLines(*lookup);
    }
    endResetModel();
}

void NetworkTableModel::addRecords(const model::Lookup &lookup)
{
    const model::Model &model = lookup.model();
    for (const network::SnapshotNode &node : m_drawing->snapshot().nodes) {
        QStringList evidence;
        for (const model::Evidence *row : lookup.evidence(node.id))
            evidence.append(row->id.value);
        QString dates;
        if (const auto *dialogue = model.find<model::Dialogue>(node.id))
            dates = validity(dialogue->from, dialogue->to);
        else if (const auto *instrument = model.find<model::Instrument>(node.id))
            dates = validity(instrument->adopted.isKnown() ? instrument->adopted : instrument->inForce, {});
        const int neighbours = m_drawing->shownNeighbours(node.id);
        const QString kind = node.members.isEmpty() ? shown(model::singular(node.kind)) : tr("group of %1").arg(node.members.size());
        m_rows.push_back({node.id,
                          {{nameOf(node), {}},
                           {node.abbreviation, {}},
                           {kind, {}},
                           {node.side == model::Side::Unknown ? QString() : shown(node.side), int(node.side)},
                           {node.level == model::Level::None ? QString() : shown(node.level), int(node.level)},
                           {QString::number(neighbours), neighbours},
                           {QString::number(neighbours + node.hidden), neighbours + node.hidden},
                           {dates, {}},
                           {sourcesOf(lookup, evidence), {}}}});
    }
}

void NetworkTableModel::addLines(const model::Lookup &lookup)
{
    const network::Snapshot &snapshot = m_drawing->snapshot();
    for (const QString &id : m_drawing->drawnLines()) {
        const network::SnapshotLine &line = *snapshot.line(id);
        const auto *relation = lookup.model().find<model::Relation>(id);
        const QString rounds = line.type == network::tookPart ? QString::number(line.rounds()) : line.count > 1 ? tr("%1 lines").arg(line.count) : QString();
        m_rows.push_back({id,
                          {{shortNameOf(snapshot.nodes[std::size_t(line.source)]), {}},
                           {network::verbOf(line.type), {}},
                           {shortNameOf(snapshot.nodes[std::size_t(line.target)]), {}},
                           {rounds, line.type == network::tookPart ? line.rounds() : line.count - 1},
                           {relation ? validity(relation->from, relation->to) : QString(), {}},
                           {line.sourced ? shown(line.confidence) : tr("%1, no source").arg(shown(line.confidence)), {}},
                           {sourcesOf(lookup, line.evidence), {}}}});
    }
    // A tie that is drawn as a mark in a box is a line too.
    for (const network::Box &box : m_drawing->picture().boxes) {
        const network::SnapshotNode *node = snapshot.node(box.id);
        for (const network::Tag &tag : box.tags) {
            const network::SnapshotNode *area = tag.kind == network::Tag::Kind::Area ? snapshot.node(tag.record) : nullptr;
            if (node && area)
                m_rows.push_back({box.id, {{shortNameOf(*node), {}}, {tr("is tagged with the area"), {}}, {shortNameOf(*area), {}}, {{}, 0}, {{}, {}}, {{}, {}}, {{}, {}}}});
        }
    }
}

int NetworkTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int NetworkTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_heads.size());
}

QVariant NetworkTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    const Cell &cell = row.cells[std::size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return cell.words.simplified().left(LongestCell);
    case Qt::ToolTipRole:
        return cell.words.isEmpty() ? QVariant() : plainToolTip(cell.words);
    case SortRole:
        return cell.sort.isValid() ? cell.sort : QVariant(cell.words);
    case IdRole:
        return row.id;
    case Qt::TextAlignmentRole:
        return cell.sort.isValid() && cell.sort.typeId() == QMetaType::Int && !cell.words.isEmpty() && cell.words.at(0).isDigit()
                   ? int(Qt::AlignRight | Qt::AlignVCenter)
                   : int(Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant NetworkTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return QAbstractTableModel::headerData(section, orientation, role);
    return role == Qt::DisplayRole ? QVariant(m_heads.value(section)) : QVariant();
}

} // namespace entente::ui
