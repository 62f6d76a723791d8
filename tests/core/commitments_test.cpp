#include "core/coverage/commitments.h"
#include "core/coverage/findings.h"
#include "tests/support/mapbuilder.h"
#include "tests/support/print.h"

#include <gtest/gtest.h>

using namespace entente;
using namespace entente::coverage;
using namespace entente::tests;
using namespace Qt::StringLiterals;

namespace {

const QDate day(2026, 3, 1);

PartialDate date(const char *iso)
{
    return *PartialDate::parse(QString::fromUtf8(iso));
}

Id<Passage> quoted(MapBuilder &map, const QString &document, DocumentKind kind, const char *on)
{
    model::Document text;
    text.id.value = document;
    text.title = document;
    text.kind = kind;
    text.date = date(on);
    map.model().table<model::Document>().put(text);
    Passage passage;
    passage.id.value = u"psg-"_s + document;
    passage.document.value = document;
    passage.quote = u"words"_s;
    map.model().table<Passage>().put(passage);
    return passage.id;
}

/// A map with one commitment, which the test completes.
MapBuilder promise(const std::function<void(MapBuilder &, Commitment &)> &complete)
{
    MapBuilder map;
    map.institution("eeas");
    map.institution("mofa", Side::Rok);
    map.dialogue("cyber");
    map.meeting("cyber", "2025-05-20").ordinal(7);
    Commitment commitment;
    commitment.id.value = u"com"_s;
    commitment.summary = u"A joint seminar"_s;
    complete(map, commitment);
    map.model().table<Commitment>().put(commitment);
    return map;
}

LedgerEntry only(const MapBuilder &map, const QDate &on = day)
{
    const auto ledger = ledgerOf(map.lookup(), on);
    EXPECT_EQ(ledger.size(), 1U);
    return ledger.empty() ? LedgerEntry() : ledger.front();
}

TEST(Commitments, aPartialDateIsOverdueOnlyAfterItsLastDay)
{
    for (const auto &[due, on, days] : {std::tuple{"2026", QDate(2026, 12, 31), 0}, std::tuple{"2026", QDate(2027, 1, 1), 1},
                                        std::tuple{"2026-02", QDate(2026, 2, 28), 0}, std::tuple{"2026-02", QDate(2026, 3, 1), 1},
                                        std::tuple{"2026-02-10", QDate(2026, 3, 1), 19}}) {
        const MapBuilder map = promise([&](MapBuilder &, Commitment &commitment) { commitment.due = date(due); });
        const LedgerEntry entry = only(map, on);
        EXPECT_EQ(entry.overdueDays, days) << due;
        EXPECT_EQ(entry.due == Due::Overdue, days > 0) << due;
    }
}

TEST(Commitments, whatIsDoneIsNeverOverdue)
{
    for (const CommitmentState state : {CommitmentState::Delivered, CommitmentState::Dropped}) {
        const MapBuilder map = promise([&](MapBuilder &, Commitment &commitment) {
            commitment.due = date("2020");
            commitment.state = state;
        });
        EXPECT_EQ(only(map).due, Due::Settled);
        EXPECT_EQ(only(map).overdueDays, 0);
    }
}

TEST(Commitments, whatWasProvedLaterIsStillOpenOnAnEarlierDay)
{
    const MapBuilder map = promise([](MapBuilder &builder, Commitment &commitment) {
        commitment.due = date("2025-12");
        commitment.state = CommitmentState::Delivered;
        commitment.proof = quoted(builder, u"later"_s, DocumentKind::Readout, "2026-05-01");
    });
    EXPECT_EQ(only(map).state, CommitmentState::Open);
    EXPECT_EQ(only(map).due, Due::Overdue);
    EXPECT_EQ(only(map, QDate(2026, 6, 1)).state, CommitmentState::Delivered);
}

TEST(Commitments, whatIsPromisedLaterIsNotInTheLedgerYet)
{
    const MapBuilder map = promise([](MapBuilder &, Commitment &commitment) { commitment.meeting.value = u"cyber/2025-05-20"_s; });
    EXPECT_EQ(ledgerOf(map.lookup(), QDate(2025, 5, 19)).size(), 0U);
    EXPECT_EQ(ledgerOf(map.lookup(), QDate(2025, 5, 20)).size(), 1U);
    EXPECT_EQ(only(map).dialogue, u"cyber"_s);
    EXPECT_EQ(ledgerOf(map.lookup(), QDate()).size(), 1U) << "without a day there is no limit";
}

TEST(Commitments, knowledgeRestsOnThePassageOfTheStateItIsAbout)
{
    using Case = std::pair<std::function<void(MapBuilder &, Commitment &)>, Knowledge>;
    const Case cases[] = {
        {[](MapBuilder &, Commitment &) {}, Knowledge::None},
        {[](MapBuilder &, Commitment &c) { c.meeting.value = u"cyber/2025-05-20"_s; }, Knowledge::Inferred},
        {[](MapBuilder &m, Commitment &c) { c.passage = quoted(m, u"readout"_s, DocumentKind::Readout, "2025-05-20"); }, Knowledge::Documented},
        {[](MapBuilder &m, Commitment &c) { c.passage = quoted(m, u"blog"_s, DocumentKind::Other, "2025-05-20"); }, Knowledge::Reported},
        // That it was made is documented; that it was kept, somebody only noted.
        {[](MapBuilder &m, Commitment &c) {
             c.passage = quoted(m, u"readout"_s, DocumentKind::Readout, "2025-05-20");
             c.state = CommitmentState::Delivered;
         },
         Knowledge::Inferred},
        {[](MapBuilder &m, Commitment &c) {
             c.proof = quoted(m, u"blog"_s, DocumentKind::Other, "2025-06-20");
             c.state = CommitmentState::Delivered;
         },
         Knowledge::Reported},
    };
    for (std::size_t i = 0; i < std::size(cases); ++i) {
        const LedgerEntry entry = only(promise(cases[i].first));
        EXPECT_EQ(entry.knowledge, cases[i].second) << "case " << i;
        EXPECT_FALSE(entry.because.isEmpty()) << "case " << i;
    }
}

TEST(Commitments, theOverdueComeFirstAndTheSettledLast)
{
    MapBuilder map;
    const auto add = [&](const char *id, const char *due, CommitmentState state) {
        Commitment commitment;
        commitment.id.value = QString::fromUtf8(id);
        commitment.summary = commitment.id.value;
        commitment.due = date(due);
        commitment.state = state;
        map.model().table<Commitment>().put(commitment);
    };
    add("a-settled", "2019", CommitmentState::Delivered);
    add("b-undated", "", CommitmentState::Open);
    add("c-later", "2027", CommitmentState::Open);
    add("d-soon", "2026-03-20", CommitmentState::Open);
    add("e-overdue", "2025", CommitmentState::Open);
    add("f-longer", "2024", CommitmentState::CannotTell);
    QStringList order;
    for (const LedgerEntry &entry : ledgerOf(map.lookup(), day))
        order += entry.commitment;
    EXPECT_EQ(order.join(u' '), u"f-longer e-overdue d-soon c-later b-undated a-settled"_s);
}

TEST(Commitments, theMapSaysHowLongBeforeADateItReminds)
{
    MapBuilder map = promise([](MapBuilder &, Commitment &commitment) { commitment.due = date("2026-03-31"); });
    const auto reminders = [&] {
        int count = 0;
        for (const Finding &finding : findingsOf(map.lookup(), day))
            count += finding.rule == u"overdue commitment"_s ? 1 : 0;
        return count;
    };
    EXPECT_EQ(only(map).due, Due::Soon);
    EXPECT_EQ(reminders(), 1);
    Property property;
    property.id.value = u"reminder_days"_s;
    property.value = u"14"_s;
    map.model().table<Property>().put(property);
    EXPECT_EQ(only(map).due, Due::Later);
    EXPECT_EQ(reminders(), 0);
    property.value = u"often"_s;
    map.model().table<Property>().put(property);
    EXPECT_EQ(reminderDays(map.model()), 60);
}

} // namespace
