#pragma once

#include "core/model/edits.h"
#include "core/model/lookup.h"
#include "core/model/relationtypes.h"

/// Builds small maps for tests in the words of the program:
///
///     MapBuilder map;
///     map.instrument("ins").adopted("2024-11-04");
///     map.dialogue("cyber").months(12);
///     map.clause("ins/15").names("cyber");
///     map.meeting("cyber", "2025-05-20");   // the meeting "cyber/2025-05-20"
///     map.readout("cyber/2025-05-20");
///     map.raises("cyber/2025-05-20", "ins/15", CoverageLevel::Discussed);
///
/// Nothing is validated: odd maps are built on purpose too.
namespace entente::tests {

using namespace model;
using namespace Qt::StringLiterals;

class MapBuilder;

/// A row that has been put into the map; each setter puts it again.
template<typename Row>
class Put
{
public:
    Put(MapBuilder &map, Row row)
        : m_map(map)
        , m_row(std::move(row))
    {
        save();
    }

    const Row &row() const { return m_row; }

    Put &abbreviation(const char *text)
    {
        return with([&](auto &row) { row.abbreviation = QString::fromUtf8(text); });
    }
    Put &side(Side side)
    {
        return with([&](auto &row) { row.side = side; });
    }
    Put &level(Level level)
    {
        return with([&](auto &row) { row.level = level; });
    }
    Put &months(int months)
    {
        return with([&](auto &row) { row.months = months; });
    }
    Put &frequency(const char *text)
    {
        return with([&](auto &row) { row.frequency = QString::fromUtf8(text); });
    }
    Put &status(auto status)
    {
        return with([&](auto &row) { row.status = status; });
    }
    Put &from(const char *date)
    {
        return with([&](auto &row) { row.from = *PartialDate::parse(QString::fromUtf8(date)); });
    }
    Put &to(const char *date)
    {
        return with([&](auto &row) { row.to = *PartialDate::parse(QString::fromUtf8(date)); });
    }
    Put &end(const char *date)
    {
        return with([&](auto &row) { row.end = *PartialDate::parse(QString::fromUtf8(date)); });
    }
    Put &adopted(const char *date)
    {
        return with([&](auto &row) { row.adopted = *PartialDate::parse(QString::fromUtf8(date)); });
    }
    Put &ordinal(int ordinal)
    {
        return with([&](auto &row) { row.ordinal = ordinal; });
    }
    Put &gap()
    {
        return with([](auto &row) { row.gap = true; });
    }
    Put &commitment(const QStringList &types)
    {
        return with([&](auto &row) { row.commitment = types; });
    }
    Put &area(const char *id)
    {
        return with([&](auto &row) { row.area.value = QString::fromUtf8(id); });
    }
    Put &under(const char *id)
    {
        return with([&](auto &row) { row.parent.value = QString::fromUtf8(id); });
    }

    Put &names(const char *target) { return relates(relation::names, target); }
    Put &foundedBy(const char *target) { return relates(relation::foundedBy, target); }
    Put &reportsTo(const char *target) { return relates(relation::reportsTo, target); }
    Put &partOf(const char *target) { return relates(relation::partOf, target); }
    Put &reviews(const char *target) { return relates(relation::reviews, target); }
    Put &succeededBy(const char *target) { return relates(relation::succeededBy, target); }
    /// Institutions present at this meeting.
    Put &attendedBy(std::initializer_list<const char *> institutions);

private:
    template<typename Change>
    Put &with(Change change)
    {
        change(m_row);
        save();
        return *this;
    }
    Put &relates(const QString &type, const char *target);
    void save();

    MapBuilder &m_map;
    Row m_row;
};

class MapBuilder
{
public:
    Model &model() { return m_model; }
    /// A snapshot: later changes of the builder do not reach it.
    Lookup lookup() const { return Lookup(m_model); }

    template<typename Row>
    Put<Row> add(const QString &id)
    {
        Row row;
        row.id.value = id;
        if constexpr (requires { row.nameEn; })
            row.nameEn = id;
        return {*this, std::move(row)};
    }
    Put<Institution> institution(const char *id, Side side = Side::Eu)
    {
        return std::move(add<Institution>(QString::fromUtf8(id)).side(side));
    }
    Put<Dialogue> dialogue(const QString &id) { return add<Dialogue>(id); }
    Put<Dialogue> dialogue(const char *id) { return dialogue(QString::fromUtf8(id)); }
    Put<Area> area(const char *id) { return add<Area>(QString::fromUtf8(id)); }
    Put<Instrument> instrument(const char *id) { return add<Instrument>(QString::fromUtf8(id)); }

    /// `ins/14` is clause 14 of the instrument `ins`; clauses stand in the order of their making.
    Put<Clause> clause(const QString &id)
    {
        Clause row;
        row.id.value = id;
        row.instrument.value = id.section(u'/', 0, 0);
        row.label = id.section(u'/', 1);
        row.position = ++m_position;
        return {*this, std::move(row)};
    }
    Put<Clause> clause(const char *id) { return clause(QString::fromUtf8(id)); }

    /// A held meeting with the key `dialogue/date`; an empty date: undated.
    Put<Meeting> meeting(const QString &dialogue, const QString &date)
    {
        Meeting row;
        row.id.value = dialogue + u'/' + date;
        row.dialogue.value = dialogue;
        row.start = *PartialDate::parse(date);
        return {*this, std::move(row)};
    }
    Put<Meeting> meeting(const char *dialogue, const char *date) { return meeting(QString::fromUtf8(dialogue), QString::fromUtf8(date)); }

    /// The read-out of a meeting comes into the map.
    void readout(const QString &meeting)
    {
        model::Document row;
        row.id.value = u"readout-"_s + meeting;
        row.kind = DocumentKind::Readout;
        row.meeting.value = meeting;
        m_model.table<model::Document>().put(row);
    }
    /// An accepted passage on a clause, from a text of the meeting that need not be its read-out.
    void raises(const QString &meeting, const QString &clause, CoverageLevel level, const QString &label = QStringLiteral("1"))
    {
        Passage passage;
        passage.id.value = u"passage-"_s + meeting + u'-' + clause + u'-' + label;
        passage.document.value = u"readout-"_s + meeting;
        passage.label = label;
        m_model.table<Passage>().put(passage);
        evidence(relate(relation::raises, meeting, clause), passage.id.value, level);
    }
    /// A public address says that the meeting raised the clause: no passage.
    void reportedRaise(const QString &meeting, const QString &clause, SourceKind kind)
    {
        Source source;
        source.id.value = u"source-"_s + meeting;
        source.kind = kind;
        m_model.table<Source>().put(source);
        evidence(relate(relation::raises, meeting, clause), source.id.value, CoverageLevel::Discussed);
    }
    /// An open suggestion that the meeting raises the clause.
    void suggests(const QString &meeting, const QString &clause, const QString &label = QStringLiteral("1"))
    {
        Suggestion row;
        row.id.value = u"suggestion-"_s + meeting + u'-' + clause + u'-' + label;
        row.kind = QStringLiteral("relation");
        row.relation = relation::raises;
        row.source.value = meeting;
        row.target.value = clause;
        row.level = CoverageLevel::Discussed;
        m_model.table<Suggestion>().put(row);
    }
    void judges(const QString &who, const QString &clause, ProgressState progress, const QString &date)
    {
        Judgement row;
        row.id.value = u"judgement-"_s + clause + u'-' + date;
        row.clause.value = clause;
        row.who = who;
        row.progress = progress;
        row.date = *PartialDate::parse(date);
        row.reason = QStringLiteral("for a reason");
        m_model.table<Judgement>().put(row);
    }

    QString relate(const QString &type, const QString &source, const QString &target)
    {
        Relation row;
        row.id.value = edits::relationKey(type, source, target);
        row.type = type;
        row.source.value = source;
        row.target.value = target;
        m_model.table<Relation>().put(row);
        return row.id.value;
    }

private:
    void evidence(const QString &subject, const QString &origin, CoverageLevel level)
    {
        Evidence row;
        row.id.value = edits::evidenceKey(subject, origin);
        row.subject.value = subject;
        row.origin.value = origin;
        row.level = level;
        m_model.table<Evidence>().put(row);
    }

    Model m_model;
    int m_position = 0;
};

template<typename Row>
void Put<Row>::save()
{
    m_map.model().table<Row>().put(m_row);
}

template<typename Row>
Put<Row> &Put<Row>::relates(const QString &type, const char *target)
{
    m_map.relate(type, m_row.id.value, QString::fromUtf8(target));
    return *this;
}

template<typename Row>
Put<Row> &Put<Row>::attendedBy(std::initializer_list<const char *> institutions)
{
    for (const char *institution : institutions) {
        Attendance row;
        row.id.value = m_row.id.value + u'+' + QString::fromUtf8(institution);
        row.meeting.value = m_row.id.value;
        row.institution.value = QString::fromUtf8(institution);
        m_map.model().template table<Attendance>().put(row);
    }
    return *this;
}

} // namespace entente::tests
