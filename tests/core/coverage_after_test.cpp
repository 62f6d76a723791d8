#include "core/coverage/progress.h"
#include "tests/support/mapbuilder.h"
#include "tests/support/print.h"

#include <gtest/gtest.h>

#include <random>

using namespace entente;
using namespace entente::coverage;
using namespace entente::tests;
using namespace Qt::StringLiterals;

namespace {

const Id<Instrument> ins(u"ins"_s);
const QDate day(2026, 3, 1);

MapBuilder exampleMap()
{
    MapBuilder map;
    map.instrument("ins").adopted("2015-01-01");
    for (int i = 0; i < 3; ++i)
        map.add<Area>(u"area-%1"_s.arg(i));
    for (int i = 0; i < 5; ++i)
        map.dialogue(u"dialogue-%1"_s.arg(i)).months(12 + 12 * (i % 2));
    for (int i = 0; i < 12; ++i) {
        const QString id = u"ins/%1"_s.arg(i);
        auto clause = map.clause(id);
        clause.area(u"area-%1"_s.arg(i % 3).toUtf8().constData());
        if (i % 4 != 0)
            clause.under(u"ins/%1"_s.arg(i - i % 4).toUtf8().constData());
        if (i % 3 == 0)
            map.relate(relation::names, id, u"dialogue-%1"_s.arg(i % 5));
    }
    map.relate(relation::reviews, u"dialogue-4"_s, u"area-1"_s);
    for (int i = 0; i < 20; ++i)
        map.meeting(u"dialogue-%1"_s.arg(i % 5), QDate(2014, 6, 1).addDays(i * 200).toString(Qt::ISODate));
    return map;
}

/// One change somewhere that the rules may look at, as a user or an import could make it.
class Edits
{
public:
    explicit Edits(unsigned seed) : m_random(seed) {}

    Model next(const Model &before)
    {
        MapBuilder map;
        map.model() = before;
        const QString clause = u"ins/%1"_s.arg(number(12));
        const QString dialogue = u"dialogue-%1"_s.arg(number(5));
        const QString meeting = keyOf<Meeting>(before);
        switch (number(14)) {
        case 0:
            map.raises(meeting, clause, static_cast<CoverageLevel>(1 + number(4)), QString::number(number(3)));
            break;
        case 1:
            map.suggests(meeting, clause, QString::number(number(3)));
            break;
        case 2:
            map.judges(u"Kim"_s, clause, static_cast<ProgressState>(number(8)), QString::number(2020 + number(8)));
            break;
        case 3:
            map.readout(meeting);
            break;
        case 4:
            map.relate(relation::names, clause, dialogue);
            break;
        case 5:
            map.relate(relation::reviews, dialogue, u"area-%1"_s.arg(number(3)));
            break;
        case 6:
            change<Meeting>(map, meeting, [&](Meeting &row) { row.start = PartialDate(2014 + number(14), number(2) ? 1 + number(12) : 0); });
            break;
        case 7:
            change<Meeting>(map, meeting, [&](Meeting &row) { row.dialogue.value = dialogue; });
            break;
        case 8:
            change<Meeting>(map, meeting, [&](Meeting &row) { row.status = static_cast<MeetingStatus>(number(3)); });
            break;
        case 9:
            change<Dialogue>(map, dialogue, [&](Dialogue &row) { row.months = 6 + number(40); });
            break;
        case 10:
            change<Clause>(map, clause, [&](Clause &row) {
                row.gap = number(2);
                row.area.value = u"area-%1"_s.arg(number(3));
                row.commitment = QStringList{number(2) ? u"declaratory"_s : u"deepen"_s};
            });
            break;
        case 11:
            change<Clause>(map, clause, [&](Clause &row) { row.parent.value = u"ins/%1"_s.arg(number(12)); });
            break;
        case 12:
            change<Instrument>(map, u"ins"_s, [&](Instrument &row) { row.adopted = PartialDate(2014 + number(6)); });
            break;
        default:
            return without(before);
        }
        return map.model();
    }

private:
    int number(int below) { return int(m_random() % unsigned(below)); }

    template<typename Row>
    QString keyOf(const Model &model)
    {
        QStringList keys;
        for (const Row &row : model.all<Row>())
            keys += row.id.value;
        keys.sort();
        return keys.isEmpty() ? QString() : keys[number(int(keys.size()))];
    }
    template<typename Row, typename Edit>
    void change(MapBuilder &map, const QString &id, Edit edit)
    {
        if (const Row *row = map.model().find<Row>(id)) {
            Row edited = *row;
            edit(edited);
            map.model().table<Row>().put(edited);
        }
    }
    Model without(const Model &before)
    {
        const QStringList keys = {keyOf<Evidence>(before), keyOf<Relation>(before), keyOf<Suggestion>(before), keyOf<Judgement>(before),
                                  keyOf<model::Document>(before), keyOf<Passage>(before)};
        Model after = before;
        if (const auto removal = edits::remove(before, keys[number(int(keys.size()))]))
            after.apply(*removal);
        return after;
    }

    std::mt19937 m_random;
};

} // namespace

TEST(CoverageAfter, equalsTheCoverageWorkedOutAnew)
{
    int touched = 0;
    for (unsigned seed = 1; seed <= 12; ++seed) {
        Edits edits(seed);
        Model model = exampleMap().model();
        Coverage coverage = coverageOf(Lookup(model), ins, day);
        for (int step = 0; step < 150; ++step) {
            const Model next = edits.next(model);
            const ChangeSet changes = difference(model, next, {});
            const Lookup lookup(next);
            const Coverage anew = coverageOf(lookup, ins, day);
            ASSERT_EQ(coverageAfter(coverage, lookup, changes), anew) << "seed " << seed << " step " << step;
            touched += anew == coverage ? 0 : 1;
            model = next;
            coverage = anew;
        }
    }
    EXPECT_GT(touched, 300) << "the edits must change something";
}

TEST(CoverageAfter, equalsTheCoverageWorkedOutAnewForManyEditsAtOnce)
{
    for (unsigned seed = 100; seed < 110; ++seed) {
        Edits edits(seed);
        Model model = exampleMap().model();
        for (int round = 0; round < 10; ++round) {
            Model next = model;
            for (int step = 0; step < 8; ++step)
                next = edits.next(next);
            const Lookup lookup(next);
            EXPECT_EQ(coverageAfter(coverageOf(Lookup(model), ins, day), lookup, difference(model, next, {})), coverageOf(lookup, ins, day));
            model = next;
        }
    }
}
