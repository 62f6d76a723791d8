// The first view: a rule over data, nobody's list, so that it is right again next year.
//
//   1. the instrument, and every dialogue in force that its clauses name or create, with all that these report to;
//   2. every other dialogue in force with a level from summit to working and at least two rounds in the five years before the day (or in the range) at which
//   both
//      sides are recorded;
//   3. the areas of the instrument's clauses, and the instruments that founded a dialogue shown;
//   4. institutions recorded at the last round (with both sides recorded) of a dialogue shown; and those named in clauses that are not
//      declaratory, folded into their direct parent where that is shown.
// Over 60 records: fold first bodies with one table into a shown parent, then areas without a responsible dialogue, then dialogues of rule
// 2 by fewest rounds; never rule 1. Without clauses: rules 2 and 4. Without dialogues: the 60 records with most relations.

#include "core/network/firstview.h"

#include "core/model/asof.h"
#include "core/model/relationtypes.h"
#include "core/network/scope.h"

#include <algorithm>
#include <map>
#include <set>

namespace entente::network {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRecords = 60;
constexpr int leastRounds = 2;
constexpr int recentYears = 5;

using Keys = std::set<QString>;

QStringList listOf(const Keys &keys)
{
    return {keys.begin(), keys.end()};
}

class Chooser
{
public:
    Chooser(const Lookup &lookup, const Lens &lens);

    FirstView choose();

private:
    const Model &model() const { return m_lookup.model(); }
    bool isInForce(const Dialogue &dialogue) const
    {
        if (!m_lens.onlyInForce)
            return true;
        return isRange(m_lens) ? isInForceDuring(m_lookup, dialogue, m_lens.from, m_lens.asOf) : model::isInForce(m_lookup, dialogue, m_lens.asOf);
    }
    bool isValid(const Relation &relation) const { return network::isInForce(relation, m_lens); }
    /// Held by the day, and not before the range.
    bool isHeld(const Meeting &meeting) const
    {
        return isHeldBy(meeting, m_lens.asOf) && !(isRange(m_lens) && meeting.start.isKnown() && meeting.start.last() < m_lens.from);
    }
    bool bothSidesAre(const Meeting &meeting) const;
    Keys dialoguesOf(const Clause &clause) const;
    void takeNamedDialogues();
    void takeBusyDialogues();
    void takeAreas();
    FirstView arrange(bool foldUnits, bool foldAreas) const;
    void takeInstruments(const Keys &dialogues, Keys &instruments) const;
    std::map<QString, Keys> tables(const Keys &dialogues) const;
    QString parentOf(const QString &institution) const;
    FirstView mostRelated() const;

    const Lookup &m_lookup;
    const Lens &m_lens;
    Id<Instrument> m_instrument;
    std::span<const Clause *const> m_clauses;
    Keys m_named;                  ///< Rule 1.
    std::map<QString, int> m_busy; ///< Rule 2, with the rounds.
    Keys m_areas;                  ///< Rule 3.
    Keys m_ownedAreas;             ///< Those of a clause with a responsible dialogue.
    Keys m_mentioned;              ///< Rule 4, named in clauses.
    QStringList m_dropped;         ///< Of rule 2.
};

Chooser::Chooser(const Lookup &lookup, const Lens &lens)
    : m_lookup(lookup)
    , m_lens(lens)
    , m_instrument(chosenInstrument(lookup.model(), lens))
    , m_clauses(lookup.clauses(m_instrument))
{}

bool Chooser::bothSidesAre(const Meeting &meeting) const
{
    bool eu = false;
    bool rok = false;
    for (const Attendance *attendance : m_lookup.attendance(meeting.id)) {
        const Institution *institution = model().find(attendance->institution);
        eu = eu || (institution && institution->side == Side::Eu);
        rok = rok || (institution && institution->side == Side::Rok);
    }
    return eu && rok;
}

Keys Chooser::dialoguesOf(const Clause &clause) const
{
    Keys dialogues;
    for (const Relation *relation : m_lookup.outgoing(clause.id.value)) {
        if (relation->type == relation::names && model().find<Dialogue>(relation->target.value))
            dialogues.insert(relation->target.value);
    }
    for (const Relation *relation : m_lookup.incoming(clause.id.value)) {
        if (relation->type == relation::foundedBy && model().find<Dialogue>(relation->source.value))
            dialogues.insert(relation->source.value);
    }
    return dialogues;
}

void Chooser::takeNamedDialogues()
{
    std::vector<QString> open;
    for (const Clause *clause : m_clauses) {
        for (const QString &dialogue : dialoguesOf(*clause))
            open.push_back(dialogue);
    }
    while (!open.empty()) {
        const QString id = open.back();
        open.pop_back();
        const Dialogue *dialogue = model().find<Dialogue>(id);
        if (!dialogue || !isInForce(*dialogue) || !m_named.insert(id).second)
            continue;
        for (const Relation *relation : m_lookup.outgoing(id)) {
            if (relation->type == relation::reportsTo && isValid(*relation))
                open.push_back(relation->target.value);
        }
    }
}

void Chooser::takeBusyDialogues()
{
    const QDate since = isRange(m_lens) ? m_lens.from : m_lens.asOf.isValid() ? m_lens.asOf.addYears(-recentYears) : QDate();
    for (const Dialogue &dialogue : model().all<Dialogue>()) {
        if (m_named.contains(dialogue.id.value) || dialogue.level < Level::Summit || dialogue.level > Level::Working ||
            !isInForce(dialogue))
            continue;
        const auto counts = [&](const Meeting *meeting) {
            return isHeldBy(*meeting, m_lens.asOf) && mayBeFrom(meeting->start, since) && bothSidesAre(*meeting);
        };
        const int rounds = int(std::ranges::count_if(m_lookup.meetings(dialogue.id), counts));
        if (rounds >= leastRounds)
            m_busy[dialogue.id.value] = rounds;
    }
}

void Chooser::takeAreas()
{
    for (const Clause *clause : m_clauses) {
        const bool hasArea = model().find(clause->area);
        if (hasArea)
            m_areas.insert(clause->area.value);
        for (const QString &dialogue : hasArea ? dialoguesOf(*clause) : Keys()) {
            if (m_named.contains(dialogue))
                m_ownedAreas.insert(clause->area.value);
        }
        if (!clause->commitment.isEmpty() && clause->commitment.first().trimmed().compare("declaratory"_L1, Qt::CaseInsensitive) == 0)
            continue;
        for (const Relation *relation : m_lookup.outgoing(clause->id.value)) {
            if (relation->type == relation::names && model().find<Institution>(relation->target.value))
                m_mentioned.insert(relation->target.value);
        }
    }
}

void Chooser::takeInstruments(const Keys &dialogues, Keys &instruments) const
{
    for (const QString &dialogue : dialogues) {
        for (const Relation *relation : m_lookup.outgoing(dialogue)) {
            if (relation->type != relation::foundedBy || !isValid(*relation))
                continue;
            const Clause *clause = model().find<Clause>(relation->target.value);
            const Instrument *instrument = model().find<Instrument>(clause ? clause->instrument.value : relation->target.value);
            const bool isLater =
                instrument && m_lens.onlyInForce && instrument->adopted.isKnown() && !mayBeBy(instrument->adopted, m_lens.asOf);
            if (instrument && !isLater)
                instruments.insert(instrument->id.value);
        }
    }
}

/// Institution → the dialogues at whose last round with both sides it is recorded.
std::map<QString, Keys> Chooser::tables(const Keys &dialogues) const
{
    std::map<QString, Keys> tables;
    for (const QString &dialogue : dialogues) {
        const Meeting *last = nullptr;
        const auto when = [&](const Meeting *meeting) {
            return std::tuple(lastDayBy(meeting->start, m_lens.asOf), meeting->start, meeting->id.value);
        };
        for (const Meeting *meeting : m_lookup.meetings(Id<Dialogue>(dialogue))) {
            if (isHeld(*meeting) && bothSidesAre(*meeting) && (!last || when(last) < when(meeting)))
                last = meeting;
        }
        if (!last)
            continue;
        for (const Attendance *attendance : m_lookup.attendance(last->id)) {
            if (model().find(attendance->institution))
                tables[attendance->institution.value].insert(dialogue);
        }
    }
    return tables;
}

QString Chooser::parentOf(const QString &institution) const
{
    QString parent;
    for (const Relation *relation : m_lookup.outgoing(institution)) {
        const bool isParent = relation->type == relation::partOf && model().find<Institution>(relation->target.value) && isValid(*relation);
        if (isParent && (parent.isEmpty() || relation->target.value < parent))
            parent = relation->target.value;
    }
    return parent;
}

/// Rules 3 and 4 over the dialogues chosen so far.
FirstView Chooser::arrange(bool foldUnits, bool foldAreas) const
{
    Keys dialogues = m_named;
    for (const auto &[dialogue, rounds] : m_busy)
        dialogues.insert(dialogue);

    Keys instruments;
    if (!m_clauses.empty()) {
        instruments.insert(m_instrument.value);
        takeInstruments(dialogues, instruments);
    }

    FirstView view;
    const auto tables = this->tables(dialogues);
    Keys shown;
    for (const auto &[institution, at] : tables)
        shown.insert(institution);
    Keys leaving;
    for (const QString &institution : m_mentioned) {
        if (shown.insert(institution).second)
            leaving.insert(institution);
    }
    if (foldUnits) {
        for (const auto &[institution, at] : tables) {
            if (at.size() == 1)
                leaving.insert(institution);
        }
    }
    // Parents first, so that a body folds only into one that stays. In a circle of parents the first asked stays.
    std::map<QString, bool> stays;
    const auto settle = [&](const auto &self, const QString &institution) -> bool {
        const auto [known, isNew] = stays.emplace(institution, true);
        if (!isNew)
            return known->second;
        const QString parent = leaving.contains(institution) ? parentOf(institution) : QString();
        if (!parent.isEmpty() && shown.contains(parent) && self(self, parent)) {
            known->second = false;
            view.folded[parent].append(institution);
        }
        return known->second;
    };
    for (const QString &institution : shown) {
        if (settle(settle, institution))
            view.institutions.append(institution);
    }
    for (QStringList &bodies : view.folded)
        bodies.sort();

    for (const QString &area : m_areas) {
        if (foldAreas && !m_ownedAreas.contains(area))
            view.foldedAreas.append(area);
        else
            view.areas.append(area);
    }
    view.dialogues = listOf(dialogues);
    view.instruments = listOf(instruments);
    view.foldedDialogues = m_dropped;
    return view;
}

FirstView Chooser::mostRelated() const
{
    std::vector<std::pair<qsizetype, QString>> records;
    const auto take = [&]<typename Row>() {
        for (const Row &row : model().all<Row>()) {
            const QString &id = row.id.value;
            records.emplace_back(-qsizetype(m_lookup.outgoing(id).size() + m_lookup.incoming(id).size()), id);
        }
    };
    take.operator()<Institution>();
    take.operator()<Dialogue>();
    take.operator()<Area>();
    take.operator()<Instrument>();
    std::ranges::sort(records);
    if (records.size() > mostRecords)
        records.resize(mostRecords);

    FirstView view;
    std::ranges::sort(records, {}, &std::pair<qsizetype, QString>::second);
    for (const auto &[relations, id] : records) {
        if (model().find<Institution>(id))
            view.institutions.append(id);
        else if (model().find<Dialogue>(id))
            view.dialogues.append(id);
        else if (model().find<Area>(id))
            view.areas.append(id);
        else
            view.instruments.append(id);
    }
    return view;
}

FirstView Chooser::choose()
{
    takeNamedDialogues();
    takeBusyDialogues();
    takeAreas();
    const bool hasDialogues = model().table<Dialogue>().size() > 0;
    if (!hasDialogues || (m_clauses.empty() && m_busy.empty()))
        return mostRelated();

    FirstView view = arrange(false, false);
    if (view.shown() > mostRecords)
        view = arrange(true, false);
    if (view.shown() > mostRecords)
        view = arrange(true, true);
    while (view.shown() > mostRecords && !m_busy.empty()) {
        const auto least = std::ranges::min_element(m_busy, {}, [](const auto &entry) { return std::pair(entry.second, entry.first); });
        m_dropped.append(least->first);
        m_dropped.sort();
        m_busy.erase(least);
        view = arrange(true, true);
    }
    return view;
}

} // namespace

bool FirstView::contains(const QString &record) const
{
    return institutions.contains(record) || dialogues.contains(record) || areas.contains(record) || instruments.contains(record);
}

FirstView firstView(const Lookup &lookup, const Lens &lens)
{
    FirstView view = Chooser(lookup, lens).choose();
    const Model &model = lookup.model();
    view.total = int(model.table<Institution>().size() + model.table<Dialogue>().size() + model.table<Area>().size() +
                     model.table<Instrument>().size());
    return view;
}

} // namespace entente::network
