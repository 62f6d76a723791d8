#include "core/model/relationtypes.h"
#include "core/network/paths.h"
#include "core/network/scope.h"

#include <QCoreApplication>

#include <map>
#include <set>

namespace entente::network {

using namespace Qt::StringLiterals;

namespace {

QString text(const char *word)
{
    return QString::fromLatin1(word);
}

class Gathering
{
public:
    Gathering(const Lookup &lookup, const Lens &lens) : m_lookup(lookup), m_model(lookup.model()), m_lens(lens) {}

    Connections gather()
    {
        addRecords<Institution>();
        addRecords<Person>();
        addRecords<Dialogue>();
        addRecords<Area>();
        addRecords<Instrument>();
        addRecords<Clause>();
        addRecords<Meeting>();
        addRecords<Commitment>();
        addRecords<Document>();
        addRelations();
        addTables();
        addInherent();
        return std::move(m_result);
    }

private:
    template<typename Row>
    void addRecords()
    {
        for (const Row &row : m_model.all<Row>()) {
            if constexpr (std::is_same_v<Row, Clause>) {
                if (!isCurrent(m_model, row))
                    continue;
            } else if constexpr (std::is_same_v<Row, Meeting>) {
                if (row.status == MeetingStatus::Held && !wasHeld(row, m_lens))
                    continue;
            }
            if (!isInForce(m_lookup, row.id.value, m_lens))
                continue;
            m_result.places.insert(row.id.value, int(m_result.records.size()));
            m_result.records.push_back(row.id.value);
        }
    }
    void add(const QString &type, const QString &inverse, const QString &source, const QString &target, const QStringList &records, bool inherent,
             Confidence confidence = Confidence::Stated);
    void addRelations();
    void addTables();
    void addInherent();

    const Lookup &m_lookup;
    const Model &m_model;
    const Lens &m_lens;
    Connections m_result;
};

void Gathering::add(const QString &type, const QString &inverse, const QString &source, const QString &target, const QStringList &records, bool inherent,
                    Confidence confidence)
{
    Tie tie;
    tie.line.source = m_result.places.value(source, -1);
    tie.line.target = m_result.places.value(target, -1);
    if (tie.line.source < 0 || tie.line.target < 0 || tie.line.source == tie.line.target)
        return;
    tie.line.id = records.value(0);
    tie.line.type = type;
    tie.line.confidence = confidence;
    tie.line.records = records;
    for (auto record = records.crbegin(); record != records.crend(); ++record) {
        for (const Evidence *evidence : m_lookup.evidence(*record))
            tie.line.evidence.append(evidence->id.value);
    }
    tie.line.sourced = !tie.line.evidence.isEmpty();
    tie.inverse = inverse;
    tie.inherent = inherent;
    m_result.ties.push_back(std::move(tie));
}

void Gathering::addRelations()
{
    for (const Relation &relation : m_model.all<Relation>()) {
        if (relation.type == relation::notToBeConfusedWith || !isInForce(relation, m_lens) || !passesConfidence(relation.confidence, m_lens))
            continue;
        const RelationType *type = relationType(relation.type);
        add(relation.type, type && !type->symmetric ? type->inverse : relation.type, relation.source.value, relation.target.value, {relation.id.value},
            false, relation.confidence);
    }
}

/// Who sat at which table, and who headed a delegation there, over all rounds.
void Gathering::addTables()
{
    for (const Dialogue &dialogue : m_model.all<Dialogue>()) {
        std::map<QString, QStringList> bodies;
        std::map<QString, QStringList> people;
        for (const Meeting *meeting : m_lookup.meetings(dialogue.id)) {
            if (!wasHeld(*meeting, m_lens))
                continue;
            const auto note = [&](QStringList &list) {
                if (!list.contains(meeting->id.value))
                    list.append(meeting->id.value);
            };
            for (const Attendance *attendance : m_lookup.attendance(meeting->id))
                note(bodies[attendance->institution.value]);
            for (const Head *head : m_lookup.heads(meeting->id)) {
                if (!head->person.isEmpty())
                    note(people[head->person.value]);
            }
        }
        for (const auto &[body, meetings] : bodies)
            add(tookPart, text("was attended by"), body, dialogue.id.value, meetings, false);
        for (const auto &[person, meetings] : people)
            add(text("headed a delegation at"), text("had as head of a delegation"), person, dialogue.id.value, meetings, true);
    }
}

void Gathering::addInherent()
{
    const auto inherent = [this](const char *type, const char *inverse, const QString &source, const QString &target) {
        if (!target.isEmpty())
            add(text(type), text(inverse), source, target, {source}, true);
    };
    for (const Meeting &meeting : m_model.all<Meeting>())
        inherent("is a round of", "has the round", meeting.id.value, meeting.dialogue.value);
    for (const Clause &clause : m_model.all<Clause>()) {
        inherent("stands in", "has the clause", clause.id.value, clause.instrument.value);
        inherent("is about", "is the subject of", clause.id.value, clause.area.value);
    }
    for (const Area &area : m_model.all<Area>())
        inherent("is a field within", "contains", area.id.value, area.parent.value);
    for (const Post &post : m_model.all<Post>()) {
        if (isInForce(post.from, post.to, m_lens))
            add(text("holds a post at"), text("has in a post"), post.person.value, post.institution.value, {post.id.value}, true);
    }
    for (const Commitment &commitment : m_model.all<Commitment>()) {
        inherent("was made at", "saw the promise", commitment.id.value, commitment.meeting.value);
        inherent("serves", "is served by", commitment.id.value, commitment.clause.value);
        inherent("was made by", "promised", commitment.id.value, commitment.by.value);
        inherent("was made to", "was promised", commitment.id.value, commitment.to.value);
    }
    for (const model::Document &document : m_model.all<model::Document>()) {
        inherent("is a text of", "has the text", document.id.value, document.instrument.value);
        inherent("is a read-out of", "has the read-out", document.id.value, document.meeting.value);
    }
}

} // namespace

Connections connections(const Lookup &lookup, const Lens &lens)
{
    return Gathering(lookup, lens).gather();
}

} // namespace entente::network
