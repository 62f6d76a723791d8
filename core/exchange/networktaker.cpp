#include "core/exchange/networktaker.h"

#include "core/model/edits.h"
#include "core/model/validation.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace entente::exchange {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::exchange", text);
}

bool isAddress(const QString &text)
{
    return text.startsWith("http://"_L1) || text.startsWith("https://"_L1);
}

std::optional<Kind> nodeKind(const QString &word)
{
    std::optional<Kind> found;
    const auto kind = kindNamed(word.trimmed().toLower());
    forEachNodeKind([&]<typename Row>() {
        if (kind == kindOf<Row>)
            found = kind;
    });
    return found;
}

QString nameOf(const NetworkNode &node)
{
    for (const QString &name : {node.attribute("name_en"_L1), node.label, node.id}) {
        if (!simplified(name).isEmpty())
            return simplified(name);
    }
    return node.id;
}

QString prefix(Kind kind)
{
    return kind == kindOf<Institution> ? u"org"_s
           : kind == kindOf<Dialogue>  ? u"dlg"_s
           : kind == kindOf<Instrument> ? u"ins"_s
           : kind == kindOf<Person>    ? u"per"_s
           : kind == kindOf<Meeting>   ? u"mtg"_s
                                       : singular(kind);
}

} // namespace

NetworkTaker::NetworkTaker(const Model &model, const NetworkFile &network, const QString &name)
    : m_before(model)
    , m_after(model)
    , m_network(network)
    , m_name(name)
{
    for (const Source &source : model.all<Source>())
        m_sources.insert(source.address, source.id.value);
    readEnds();
}

/// What programs write of their own beside the facts: places, colours, selections.
bool NetworkTaker::isOfThePrograms(const QString &attribute)
{
    static const QSet<QString> names{u"record"_s, u"kind"_s, u"type"_s,        u"label"_s, u"name"_s,    u"sources"_s,  u"press_sources"_s, u"known_from"_s,
                                     u"x"_s,     u"y"_s,    u"z"_s,           u"r"_s,     u"g"_s,       u"b"_s,        u"size"_s,          u"start"_s,
                                     u"end"_s,   u"suid"_s, u"shared name"_s, u"id"_s,    u"weight"_s,  u"selected"_s, u"viewlabel"_s,     u"viewcolor"_s,
                                     u"timeset"_s, u"interval"_s, u"shared interaction"_s, u"interval start"_s, u"interval end"_s};
    return names.contains(attribute.toLower());
}

Result<TakenIn> NetworkTaker::take()
{
    readNames();
    for (const NetworkNode &node : m_network.nodes) {
        if (auto placed = findRecord(node); !placed)
            return placed.error();
    }
    for (std::size_t i = 0; i < m_network.nodes.size(); ++i) {
        forEachNodeKind([&]<typename Row>() {
            if (m_targets[i].kind == kindOf<Row>)
                takeNode<Row>(m_network.nodes[i], m_targets[i]);
        });
    }
    settleReferences();
    for (const NetworkLine &line : m_network.lines)
        takeLine(line);
    takePlaces();
    TakenIn taken;
    taken.changes = difference(m_before, m_after, tr("take in %1").arg(m_name));
    taken.remarks = m_network.remarks + remarks();
    if (auto valid = validate(m_before, taken.changes); !valid)
        return refusal(tr("The network cannot be taken in. %1").arg(valid.error().sentence));
    return taken;
}

/// The records of the map by what they are called, and the names of the file that occur once.
void NetworkTaker::readNames()
{
    const auto add = [&](const QString &record, const QString &name) {
        if (const QString key = folded(simplified(name)); !key.isEmpty() && !m_byName[key].contains(record))
            m_byName[key] += record;
    };
    forEachNodeKind([&]<typename Row>() {
        if constexpr (requires(Row row) { row.nameEn; }) {
            for (const Row &row : m_before.all<Row>()) {
                add(row.id.value, row.nameEn);
                add(row.id.value, row.nameKo);
                if constexpr (requires { row.abbreviation; })
                    add(row.id.value, row.abbreviation);
            }
        }
    });
    for (const Name &name : m_before.all<Name>())
        add(name.record.value, name.text);
    for (const NetworkNode &node : m_network.nodes)
        ++m_inFile[folded(simplified(nameOf(node)))];
}

Result<void> NetworkTaker::findRecord(const NetworkNode &node)
{
    Target target;
    const QString kindWord = node.attribute(attribute::kind);
    target.kind = nodeKind(kindWord).value_or(kindOf<Institution>);
    if (!nodeKind(kindWord))
        target.kindWords = simplified(kindWord);
    target.record = node.attribute(attribute::record);
    target.isKeyed = !target.record.isEmpty();
    if (target.isKeyed) {
        const auto known = m_before.kindOfRecord(target.record);
        if (known && *known != target.kind)
            return refusal(tr("“%1” is of the kind %2 in this map and of the kind %3 in the file; correct the attribute “kind” or “record”.")
                               .arg(target.record.left(80), singular(*known), singular(target.kind)));
    } else {
        target.record = contentKey(prefix(target.kind), {node.id, nameOf(node)});
        const QString called = folded(nameOf(node));
        const QStringList records = m_byName.value(called);
        if (!m_before.contains(target.record) && records.size() == 1 && m_inFile.value(called) == 1 && m_before.kindOfRecord(records.front()) == target.kind) {
            target.record = records.front();
            ++m_sameName;
        }
    }
    if (m_taken.contains(target.record))
        return refusal(tr("Two nodes of the file stand for the record “%1”; keep one of them and load it again.").arg(target.record.left(80)));
    m_taken.insert(target.record);
    target.isNew = !m_before.contains(target.record);
    m_records.insert(node.id, target.record);
    m_targets.push_back(std::move(target));
    return {};
}

template<typename Row>
void NetworkTaker::takeNode(const NetworkNode &node, const Target &target)
{
    // A record that was found by its name is known better here than there.
    if (!target.isNew && !target.isKeyed)
        return;
    Row row;
    if (const Row *known = m_before.find<Row>(target.record))
        row = *known;
    row.id.value = target.record;
    const QStringList rest = takeFields(row, node.attributes, target.isNew);
    if (target.isNew) {
        if constexpr (requires { row.nameEn; }) {
            if (row.nameEn.isEmpty())
                row.nameEn = nameOf(node);
        }
        if constexpr (requires { row.summary; row.words; }) {
            if (row.summary.isEmpty())
                row.summary = nameOf(node);
        }
        if constexpr (std::is_same_v<Row, Institution>) {
            if (row.kind.isEmpty())
                row.kind = target.kindWords;
        }
        if (!rest.isEmpty())
            row.notes += (row.notes.isEmpty() ? QString() : u"\n"_s) + rest.join(u'\n');
        takeSources(target.record, node.attributes, target.isKeyed);
    }
    m_after.table<Row>().put(std::move(row));
}

void NetworkTaker::takeSources(const QString &record, const std::vector<NetworkAttribute> &attributes, bool isOurs)
{
    const auto take = [&](QLatin1StringView name, SourceKind kind) {
        for (const QString &address : attributeOf(attributes, name).split(attribute::separator, Qt::SkipEmptyParts)) {
            if (!isAddress(address.trimmed()))
                continue;
            Source source;
            source.address = address.trimmed();
            source.kind = kind;
            source.id.value = m_sources.value(source.address, contentKey(u"src"_s, {source.address}));
            Evidence evidence;
            evidence.id.value = edits::evidenceKey(record, source.id.value);
            evidence.subject.value = record;
            evidence.origin.value = source.id.value;
            evidence.reason = tr("As %1 says.").arg(m_name);
            if (!m_after.find(source.id))
                m_after.table<Source>().put(source);
            if (!m_after.find(evidence.id))
                m_after.table<Evidence>().put(evidence);
        }
    };
    // Who stands behind an address in another program's file is not known.
    take(attribute::sources, isOurs ? SourceKind::Official : SourceKind::Press);
    take(attribute::press, SourceKind::Press);
}

/// Fields that name a node of the file by its identifier there mean its record; what is nowhere is left open.
void NetworkTaker::settleReferences()
{
    forEachNodeKind([&]<typename Row>() {
        std::vector<Row> settled;
        for (const Target &target : m_targets) {
            const Row *taken = target.kind == kindOf<Row> ? m_after.find<Row>(target.record) : nullptr;
            if (!taken)
                continue;
            Row row = *taken;
            forEachField<Row>([&](const auto &field) {
                if (field.role != FieldRole::Owner && field.role != FieldRole::Reference)
                    return;
                const QString named = textOf(encode(row.*field.member));
                if (named.isEmpty() || m_after.contains(named))
                    return;
                if (const QString record = m_records.value(named); !record.isEmpty()) {
                    if (decode(Value(record), row.*field.member))
                        return;
                }
                if (const Row *known = m_before.find(row.id)) {
                    row.*field.member = known->*field.member; // Better known here.
                } else if (field.role == FieldRole::Reference) {
                    row.*field.member = std::remove_cvref_t<decltype(row.*field.member)>();
                    ++m_openReferences;
                }
            });
            if (!(row == *taken))
                settled.push_back(std::move(row));
        }
        for (Row &row : settled)
            m_after.table<Row>().put(std::move(row));
    });
}

/// Where the nodes of a foreign network stand is kept as a view of its own, so that no drawing of the map changes.
void NetworkTaker::takePlaces()
{
    constexpr double roomOfANode = 170.0 * 90.0; // px² at 100 %
    constexpr double grid = 10;                  // places are rounded to tenths
    std::vector<std::pair<QString, QPointF>> places;
    for (std::size_t i = 0; i < m_targets.size(); ++i) {
        if (m_targets[i].isNew && !m_targets[i].isKeyed && m_network.nodes[i].place)
            places.emplace_back(m_targets[i].record, *m_network.nodes[i].place);
    }
    if (places.size() < 3)
        return;
    const auto [left, right] = std::ranges::minmax(places, {}, [](const auto &place) { return place.second.x(); });
    const auto [top, foot] = std::ranges::minmax(places, {}, [](const auto &place) { return place.second.y(); });
    const double width = right.second.x() - left.second.x();
    const double height = foot.second.y() - top.second.y();
    if (!(width > 0 && height > 0) || !std::isfinite(width * height))
        return;
    const double scale = std::sqrt(roomOfANode * double(places.size()) / (width * height));
    SavedView view;
    view.id.value = contentKey(u"view"_s, {u"network"_s, m_name});
    if (m_after.contains(view.id.value))
        return;
    view.name = m_name;
    view.drawing = u"network"_s;
    view.layout = u"stress"_s;
    view.scope = Scope::All;
    view.notes = tr("The nodes stand as in the file.");
    m_after.table<SavedView>().put(view);
    for (const auto &[record, place] : places) {
        Position position;
        position.id.value = contentKey(u"pos"_s, {view.id.value, record});
        position.view = view.id.value;
        position.record.value = record;
        position.x = std::round((place.x() - left.second.x()) * scale * grid) / grid;
        position.y = std::round((place.y() - top.second.y()) * scale * grid) / grid;
        m_after.table<Position>().put(position);
    }
}

QStringList NetworkTaker::remarks() const
{
    QStringList list;
    const auto say = [&](int count, const QString &one, const QString &many) {
        if (count > 0)
            list += count == 1 ? one : many.arg(count);
    };
    say(m_sameName, tr("One node is a record of this map: it has the same name."), tr("%1 nodes are records of this map: they have the same names."));
    say(m_loops, tr("One line joins a node to itself; it is left out."), tr("%1 lines join a node to itself; they are left out."));
    say(m_repeated, tr("One line says what another says already; they become one."), tr("%1 lines say what others say already; they become one each."));
    say(m_strangeTypes, tr("One line has a type that does not join what it joins here; it is “linked to”, with its type in the notes."),
        tr("%1 lines have types that do not join what they join here; they are “linked to”, with their types in the notes."));
    say(m_openReferences, tr("One reference to a record that is neither in the file nor in the map is left open."),
        tr("%1 references to records that are neither in the file nor in the map are left open."));
    return list;
}

Result<TakenIn> takeIn(const Model &model, const NetworkFile &network, const QString &name)
{
    return NetworkTaker(model, network, name).take();
}

} // namespace entente::exchange
