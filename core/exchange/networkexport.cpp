#include "core/exchange/network.h"
#include "core/exchange/networkwords.h"

#include "core/model/marking.h"

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

template<typename Row>
QString shapeOf()
{
    if constexpr (std::is_same_v<Row, Institution>)
        return u"square"_s;
    else if constexpr (std::is_same_v<Row, Area>)
        return u"hexagon"_s;
    else if constexpr (std::is_same_v<Row, Instrument>)
        return u"pentagon"_s;
    else if constexpr (std::is_same_v<Row, Person>)
        return u"triangle"_s;
    else if constexpr (std::is_same_v<Row, Meeting>)
        return u"diamond"_s;
    else if constexpr (std::is_same_v<Row, Clause>)
        return u"star"_s;
    else if constexpr (std::is_same_v<Row, Commitment>)
        return u"cross"_s;
    else
        return u"disc"_s;
}

template<typename Row>
Side sideOf(const Row &row)
{
    if constexpr (requires { row.side; })
        return row.side;
    else
        return Side::Unknown;
}

/// The time that a record is there: the first day that it may have begun, the last that it may have ended.
template<typename Item>
void setSpan(Item &item, const PartialDate &from, const PartialDate &to)
{
    if (from.isKnown())
        item.start = from.first().toString(Qt::ISODate);
    if (to.isKnown())
        item.end = to.last().toString(Qt::ISODate);
}

template<typename Row>
void addSpan(NetworkNode &node, const Row &row)
{
    if constexpr (std::is_same_v<Row, Dialogue>)
        setSpan(node, row.from, row.to);
    else if constexpr (std::is_same_v<Row, Instrument>)
        setSpan(node, row.adopted.isKnown() ? row.adopted : row.inForce, {});
    else if constexpr (std::is_same_v<Row, Meeting>)
        setSpan(node, row.start, row.end.isKnown() ? row.end : row.start);
}

/// The record that a node without a place of its own stands beside.
template<typename Row>
QString ownerOf(const Lookup &lookup, const Row &row)
{
    if constexpr (std::is_same_v<Row, Meeting>) {
        return row.dialogue.value;
    } else if constexpr (std::is_same_v<Row, Clause>) {
        return row.instrument.value;
    } else if constexpr (std::is_same_v<Row, Commitment>) {
        return row.meeting.isEmpty() ? row.clause.value : row.meeting.value;
    } else if constexpr (std::is_same_v<Row, Person>) {
        const auto posts = lookup.posts(row.id);
        return posts.empty() ? QString() : posts.back()->institution.value;
    } else {
        return {};
    }
}

class Exporter
{
public:
    Exporter(const Lookup &lookup, const NetworkLook &look) : m_lookup(lookup), m_look(look) {}

    NetworkFile make()
    {
        forEachNodeKind([&]<typename Row>() {
            for (const Row &row : m_lookup.model().all<Row>()) {
                if constexpr (std::is_same_v<Row, Clause>) {
                    if (!isCurrent(m_lookup.model(), row))
                        continue;
                }
                addNode(row);
            }
        });
        placeTheRest();
        for (const Relation &relation : m_lookup.model().all<Relation>())
            addRelation(relation);
        for (const Attendance &attendance : m_lookup.model().all<Attendance>())
            addAttendance(attendance);
        for (const Post &post : m_lookup.model().all<Post>())
            addPost(post);
        forEachNodeKind([&]<typename Row>() { addReferences<Row>(); });
        m_file.creator = u"Entente "_s + QCoreApplication::applicationVersion();
        m_file.description = describe();
        return std::move(m_file);
    }

private:
    template<typename Row>
    void addFields(std::vector<NetworkAttribute> &attributes, const Row &row)
    {
        forEachField<Row>([&](const auto &field) {
            if (field.role == FieldRole::Key)
                return;
            if (Value value = encode(row.*field.member); !std::holds_alternative<std::monostate>(value))
                attributes.push_back({attributeName<Row>(field.name), std::move(value)});
        });
    }

    void addSources(std::vector<NetworkAttribute> &attributes, const QString &record)
    {
        QStringList official;
        QStringList press;
        for (const Evidence *evidence : m_lookup.evidence(record)) {
            if (const Source *source = m_lookup.model().find<Source>(evidence->origin.value)) {
                (source->kind == SourceKind::Press ? press : official) += source->address;
            } else if (const Passage *passage = m_lookup.model().find<Passage>(evidence->origin.value)) {
                const model::Document *document = m_lookup.model().find(passage->document);
                official += u"%1 %2: “%3”"_s.arg(document ? document->title : QString(), passage->label, passage->quote).trimmed();
            }
        }
        official.removeDuplicates();
        press.removeDuplicates();
        if (!official.isEmpty())
            attributes.push_back({attribute::sources, official.join(attribute::separator)});
        if (!press.isEmpty())
            attributes.push_back({attribute::press, press.join(attribute::separator)});
        attributes.push_back({attribute::knownFrom, wordOf(m_lookup.knowledge(record))});
    }

    template<typename Row>
    void addNode(const Row &row)
    {
        NetworkNode node;
        node.id = row.id.value;
        node.label = m_lookup.title(row.id.value);
        node.attributes = {{attribute::record, row.id.value}, {attribute::kind, QString::fromLatin1(Fields<Row>::table)}};
        addFields(node.attributes, row);
        addSources(node.attributes, row.id.value);
        addSpan(node, row);
        node.shape = shapeOf<Row>();
        if (const quint32 colour = m_look.sideColours[std::size_t(sideOf(row))])
            node.colour = colour;
        if (const auto place = m_look.places.constFind(row.id.value); place != m_look.places.constEnd())
            node.place = *place;
        m_owners.push_back(ownerOf(m_lookup, row));
        m_nodes.insert(node.id, m_file.nodes.size());
        m_file.nodes.push_back(std::move(node));
    }

    /// What is not drawn stands around what it belongs to, like the seeds of a sunflower (Vogel 1979); the rest in rows below.
    void placeTheRest()
    {
        if (m_look.places.isEmpty())
            return;
        constexpr double goldenAngle = 2.39996322972865332;
        constexpr double nearest = 70; // from the middle of the owner's box
        constexpr double apart = 13;
        constexpr int inARow = 40;
        constexpr double step = 60;
        double left = 0;
        double foot = 0;
        bool first = true;
        for (const NetworkNode &node : m_file.nodes) {
            if (!node.place)
                continue;
            left = first ? node.place->x() : std::min(left, node.place->x());
            foot = first ? node.place->y() : std::max(foot, node.place->y());
            first = false;
        }
        QHash<QString, int> seeds;
        int lone = 0;
        // Clauses and meetings before commitments: what stands around something follows it in the order of kinds.
        for (std::size_t i = 0; i < m_file.nodes.size(); ++i) {
            NetworkNode &node = m_file.nodes[i];
            if (node.place)
                continue;
            const auto owner = m_nodes.constFind(m_owners[i]);
            if (owner != m_nodes.constEnd() && m_file.nodes[*owner].place) {
                const int seed = seeds[m_owners[i]]++;
                const double radius = nearest + apart * std::sqrt(seed);
                node.place = *m_file.nodes[*owner].place + QPointF(std::cos(seed * goldenAngle), std::sin(seed * goldenAngle)) * radius;
            } else {
                node.place = QPointF(left + step * (lone % inARow), foot + 2 * step + step * (lone / inARow));
                ++lone;
            }
        }
    }

    /// All lines are directed, also those that read the same from both ends: many programs take no mixture.
    NetworkLine *addLine(const QString &id, const QString &type, const QString &source, const QString &target)
    {
        if (!m_nodes.contains(source) || !m_nodes.contains(target))
            return nullptr;
        NetworkLine line;
        line.id = id;
        line.label = type;
        line.source = source;
        line.target = target;
        m_file.lines.push_back(std::move(line));
        return &m_file.lines.back();
    }

    template<typename Row>
    NetworkLine *addRow(const Row &row, const QString &type, const QString &source, const QString &target)
    {
        NetworkLine *line = addLine(row.id.value, type, source, target);
        if (!line)
            return nullptr;
        line->attributes = {{attribute::record, row.id.value}, {attribute::type, type}};
        forEachField<Row>([&](const auto &field) {
            // The ends and the type are said already.
            const bool isType = std::is_same_v<Row, Relation> && QLatin1StringView(field.name) == attribute::type;
            if (isType || field.role == FieldRole::Key || field.role == FieldRole::Owner || field.role == FieldRole::Reference)
                return;
            if (Value value = encode(row.*field.member); !std::holds_alternative<std::monostate>(value))
                line->attributes.push_back({attributeName<Row>(field.name), std::move(value)});
        });
        addSources(line->attributes, row.id.value);
        return line;
    }

    void addRelation(const Relation &relation)
    {
        if (NetworkLine *line = addRow(relation, relation.type, relation.source.value, relation.target.value))
            setSpan(*line, relation.from, relation.to);
    }

    void addAttendance(const Attendance &attendance)
    {
        const Meeting *meeting = m_lookup.model().find(attendance.meeting);
        NetworkLine *line = addRow(attendance, lineType::tookPart, attendance.institution.value, attendance.meeting.value);
        if (line && meeting)
            setSpan(*line, meeting->start, meeting->end.isKnown() ? meeting->end : meeting->start);
    }

    void addPost(const Post &post)
    {
        if (NetworkLine *line = addRow(post, lineType::holdsPost, post.person.value, post.institution.value))
            setSpan(*line, post.from, post.to);
    }

    template<typename Row>
    void addReferences()
    {
        for (const ReferenceLine &reference : referenceLines()) {
            if (reference.kind != kindOf<Row>)
                continue;
            for (const Row &row : m_lookup.model().all<Row>()) {
                forEachField<Row>([&](const auto &field) {
                    if (reference.field != QLatin1StringView(field.name))
                        return;
                    const QString target = textOf(encode(row.*field.member));
                    if (NetworkLine *line = addLine(reference.word + u':' + row.id.value, reference.word, row.id.value, target))
                        line->attributes = {{attribute::type, reference.word}};
                });
            }
        }
    }

    QString describe() const
    {
        const Model &model = m_lookup.model();
        const Property *title = model.find<Property>(u"title"_s);
        const auto relations = model.table<Relation>().size();
        const auto written = std::size_t(std::ranges::count_if(m_file.lines, [&](const NetworkLine &line) { return model.find<Relation>(line.id) != nullptr; }));
        QString text = tr("%1: %2 records and %3 lines. Marking: %4.")
                           .arg(title && !title->value.isEmpty() ? title->value : tr("A map of Entente"))
                           .arg(m_file.nodes.size())
                           .arg(m_file.lines.size())
                           .arg(markingOfMap(model));
        if (written < relations)
            text += u' ' + tr("%1 relations to clauses of earlier editions are not in this file.").arg(relations - written);
        return text;
    }

    const Lookup &m_lookup;
    const NetworkLook &m_look;
    NetworkFile m_file;
    QHash<QString, std::size_t> m_nodes;
    std::vector<QString> m_owners; ///< Of the nodes, in their order.
};

} // namespace

const std::vector<ReferenceLine> &referenceLines()
{
    static const std::vector<ReferenceLine> lines = {
        {kindOf<Meeting>, "dialogue"_L1, u"round of"_s},    {kindOf<Clause>, "instrument"_L1, u"clause of"_s},
        {kindOf<Clause>, "parent"_L1, u"stands under"_s},   {kindOf<Clause>, "area"_L1, u"about"_s},
        {kindOf<Area>, "parent"_L1, u"stands under"_s},     {kindOf<Commitment>, "by"_L1, u"promised by"_s},
        {kindOf<Commitment>, "to"_L1, u"promised to"_s},    {kindOf<Commitment>, "meeting"_L1, u"made at"_s},
        {kindOf<Commitment>, "clause"_L1, u"made in"_s},
    };
    return lines;
}

NetworkFile networkOf(const Lookup &lookup, const NetworkLook &look)
{
    return Exporter(lookup, look).make();
}

} // namespace entente::exchange
