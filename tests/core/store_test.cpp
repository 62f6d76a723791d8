#include "core/document/document.h"
#include "core/exchange/csv.h"
#include "core/store/files.h"
#include "core/store/sqlite.h"
#include "tests/support/print.h"
#include "tests/support/randomedits.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

using namespace entente;
using namespace entente::model;
using namespace Qt::StringLiterals;

namespace {

/// A place of its own for working copies and files; a folder name that is not ASCII, as users' names are.
class Maps : public testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(m_folder.isValid());
        ASSERT_TRUE(QDir(m_folder.path()).mkpath(u"사용자 Ünï"_s));
        place.directory = m_folder.path() + u"/사용자 Ünï/data"_s;
        place.author = u"tester"_s;
    }

    QString path(const QString &name) const { return m_folder.path() + u"/사용자 Ünï/"_s + name; }

    std::unique_ptr<entente::Document> saved(const QString &name, const Model &rows = tests::smallMap())
    {
        auto map = entente::Document::create(rows, place);
        EXPECT_TRUE(map) << (map ? "" : map.error().sentence.toStdString() + map.error().detail.toStdString());
        EXPECT_TRUE((*map)->saveAs(path(name), false));
        return *std::move(map);
    }

    Result<std::unique_ptr<entente::Document>> open(const QString &name)
    {
        Progress progress;
        return entente::Document::open(path(name), place, progress);
    }

    QByteArray bytes(const QString &name) const
    {
        QFile file(path(name));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }

    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        ASSERT_EQ(file.write(content), content.size());
    }

    /// Changes a closed file through SQLite, as another program would.
    void tamper(const QString &name, const QString &sql) const
    {
        auto database = store::Database::open(path(name), store::Database::Mode::ReadWrite);
        ASSERT_TRUE(database);
        const auto done = database->run(sql);
        ASSERT_TRUE(done) << done.error().detail.toStdString();
    }

    int workingCopies() const { return int(QDir(place.directory + u"/working"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size()); }

    store::WorkingPlace place;

private:
    QTemporaryDir m_folder;
};

ChangeSet edit(const entente::Document &map, const QString &id, const QString &notes)
{
    return *edits::set(map.model(), id, {{u"notes"_s, notes}});
}

} // namespace

TEST_F(Maps, whatIsSavedIsWhatWasShown)
{
    const auto map = saved(u"a.entente"_s);
    const auto again = open(u"a.entente"_s);
    ASSERT_TRUE(again) << again.error().sentence.toStdString();
    EXPECT_EQ((*again)->model(), map->model());
    EXPECT_EQ((*again)->model().contentHash(), map->model().contentHash());
}

TEST_F(Maps, undoOfAllIsTheStartAndRedoOfAllTheEnd)
{
    for (unsigned seed = 1; seed <= 12; ++seed) {
        tests::RandomEdits random(seed);
        const QString name = u"random-%1.entente"_s.arg(seed);
        auto map = saved(name);
        const QString first = map->model().contentHash();
        int steps = 0;
        std::vector<QString> hashes{first};
        for (int i = 0; i < 60; ++i) {
            const auto changes = random.next(map->model());
            if (!changes || changes->isEmpty())
                continue;
            ASSERT_TRUE(map->submit(*changes));
            hashes.push_back(map->model().contentHash());
            ++steps;
            // Saved, closed and opened again at any point: the history goes on.
            if (random.number(8) == 0) {
                ASSERT_TRUE(map->save());
                map.reset();
                auto opened = open(name);
                ASSERT_TRUE(opened) << opened.error().sentence.toStdString() << opened.error().detail.toStdString();
                map = *std::move(opened);
                EXPECT_EQ(map->model().contentHash(), hashes.back());
            }
        }
        ASSERT_GT(steps, 5);
        for (int i = steps; i > 0; --i) {
            ASSERT_TRUE(map->undo());
            EXPECT_EQ(map->model().contentHash(), hashes[std::size_t(i - 1)]);
        }
        EXPECT_FALSE(map->canUndo());
        EXPECT_EQ(map->model().contentHash(), first);
        ASSERT_TRUE(map->save());
        map.reset();
        auto opened = open(name);
        ASSERT_TRUE(opened);
        map = *std::move(opened);
        for (int i = 0; i < steps; ++i) {
            ASSERT_TRUE(map->redo());
            EXPECT_EQ(map->model().contentHash(), hashes[std::size_t(i + 1)]);
        }
        EXPECT_FALSE(map->canRedo());
        // Nothing of the history is lost.
        EXPECT_EQ(map->history()->size(), std::size_t(3 * steps));
    }
}

TEST_F(Maps, aNewEditEndsTheRedoButNotTheHistory)
{
    auto map = saved(u"a.entente"_s);
    ASSERT_TRUE(map->submit(edit(*map, u"eu"_s, u"one"_s)));
    ASSERT_TRUE(map->undo());
    ASSERT_TRUE(map->submit(edit(*map, u"rok"_s, u"two"_s)));
    EXPECT_FALSE(map->canRedo());
    EXPECT_EQ(map->history()->size(), 3U);
    ASSERT_TRUE(map->undo());
    EXPECT_FALSE(map->canUndo());
}

TEST_F(Maps, aRefusedEditChangesNothing)
{
    auto map = saved(u"a.entente"_s);
    int told = 0;
    QObject::connect(map.get(), &entente::Document::changed, [&] { ++told; });
    const QString before = map->model().contentHash();
    ChangeSet bad;
    Relation relation;
    relation.id.value = u"rel-x"_s;
    relation.type = u"reviews"_s;
    relation.source.value = u"eu"_s;
    relation.target.value = u"rok"_s;
    bad.add(relation);
    EXPECT_FALSE(map->submit(bad));
    EXPECT_EQ(map->model().contentHash(), before);
    EXPECT_EQ(map->history()->size(), 0U);
    EXPECT_FALSE(map->canUndo());
    EXPECT_EQ(told, 0);
}

TEST_F(Maps, viewsSeeTheOldModelBeforeAndTheNewOneAfter)
{
    auto map = saved(u"a.entente"_s);
    QString before;
    QString after;
    QObject::connect(map.get(), &entente::Document::aboutToChange, [&] { before = map->model().find<Institution>(u"eu"_s)->notes; });
    QObject::connect(map.get(), &entente::Document::changed, [&] { after = map->model().find<Institution>(u"eu"_s)->notes; });
    ASSERT_TRUE(map->submit(edit(*map, u"eu"_s, u"new"_s)));
    EXPECT_EQ(before, QString());
    EXPECT_EQ(after, u"new"_s);
}

TEST_F(Maps, unsavedWorkOfAnEndedProcessIsOffered)
{
    auto map = saved(u"a.entente"_s);
    ASSERT_TRUE(map->submit(edit(*map, u"eu"_s, u"not saved"_s)));
    EXPECT_TRUE(store::leftWork(place).empty()); // It is in use.
    map.reset();
    const auto left = store::leftWork(place);
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left.front().path, path(u"a.entente"_s));
    EXPECT_EQ(left.front().steps, 1);
    auto recovered = entente::Document::recover(left.front(), place);
    ASSERT_TRUE(recovered);
    EXPECT_EQ((*recovered)->model().find<Institution>(u"eu"_s)->notes, u"not saved"_s);
    EXPECT_EQ((*recovered)->undoLabel(), (*recovered)->history()->back().label);
    ASSERT_TRUE((*recovered)->save());
    recovered->reset();
    EXPECT_TRUE(store::leftWork(place).empty());
    EXPECT_EQ(workingCopies(), 0);
}

TEST_F(Maps, savingOverAFileThatSomebodyChangedIsRefused)
{
    auto mine = saved(u"a.entente"_s);
    auto theirs = open(u"a.entente"_s);
    ASSERT_TRUE(theirs);
    ASSERT_TRUE((*theirs)->submit(edit(**theirs, u"eu"_s, u"theirs"_s)));
    ASSERT_TRUE((*theirs)->save());
    ASSERT_TRUE(mine->submit(edit(*mine, u"eu"_s, u"mine"_s)));
    const QByteArray before = bytes(u"a.entente"_s);
    const auto result = mine->save();
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().failure, Failure::Write);
    EXPECT_EQ(bytes(u"a.entente"_s), before);
    EXPECT_TRUE(mine->isModified());
    EXPECT_TRUE(mine->saveAs(path(u"b.entente"_s), false));
}

TEST_F(Maps, ofManyWhoSaveAtOnceOnlyOneWins)
{
    saved(u"a.entente"_s);
    std::vector<std::unique_ptr<entente::Document>> maps;
    for (int i = 0; i < 4; ++i) {
        auto map = open(u"a.entente"_s);
        ASSERT_TRUE(map);
        ASSERT_TRUE((*map)->submit(edit(**map, u"eu"_s, QString::number(i))));
        maps.push_back(*std::move(map));
    }
    std::atomic<int> done = 0;
    std::vector<std::thread> threads;
    for (auto &map : maps)
        threads.emplace_back([&] { done += map->save() ? 1 : 0; });
    for (std::thread &thread : threads)
        thread.join();
    EXPECT_EQ(done, 1);
}

TEST_F(Maps, theVersionThatASaveReplacesIsKept)
{
    auto map = saved(u"a.entente"_s);
    const QByteArray before = bytes(u"a.entente"_s);
    ASSERT_TRUE(map->submit(edit(*map, u"eu"_s, u"x"_s)));
    ASSERT_TRUE(map->save());
    const QDir backups(place.directory + u"/backups"_s);
    ASSERT_EQ(backups.entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
    const QDir mine(backups.filePath(backups.entryList(QDir::Dirs | QDir::NoDotAndDotDot).front()));
    ASSERT_EQ(mine.entryList(QDir::Files).size(), 1);
    QFile kept(mine.filePath(mine.entryList(QDir::Files).front()));
    ASSERT_TRUE(kept.open(QIODevice::ReadOnly));
    EXPECT_EQ(kept.readAll(), before);
}

TEST_F(Maps, aFileIsPlainSqliteWithoutAnythingThatRuns)
{
    saved(u"a.entente"_s);
    auto database = store::Database::open(path(u"a.entente"_s), store::Database::Mode::ReadOnly);
    ASSERT_TRUE(database);
    EXPECT_EQ(textOf(*database->single(u"SELECT count(*) FROM sqlite_master WHERE type NOT IN ('table', 'index')"_s)), u"0"_s);
    EXPECT_EQ(textOf(*database->single(u"PRAGMA journal_mode"_s)), u"delete"_s);
    EXPECT_EQ(textOf(*database->single(u"SELECT count(*) FROM about WHERE key = 'origin_path'"_s)), u"0"_s);
}

TEST_F(Maps, whatIsNoMapIsRefusedInOneSentence)
{
    saved(u"good.entente"_s);
    const QByteArray good = bytes(u"good.entente"_s);
    write(u"empty.entente"_s, {});
    write(u"text.entente"_s, "This is a letter, not a map.\n");
    write(u"cut.entente"_s, good.first(good.size() / 2));
    QByteArray garbled = good;
    for (qsizetype i = 8192; i < garbled.size(); i += 97)
        garbled[i] = char(garbled[i] ^ 0x5a);
    write(u"garbled.entente"_s, garbled);
    for (const QString &name : {u"missing.entente"_s, u"empty.entente"_s, u"text.entente"_s, u"cut.entente"_s, u"garbled.entente"_s, u"."_s}) {
        const auto opened = open(name);
        ASSERT_FALSE(opened) << name.toStdString();
        EXPECT_EQ(opened.error().failure, Failure::Refused) << name.toStdString();
        EXPECT_FALSE(opened.error().sentence.isEmpty());
        EXPECT_FALSE(opened.error().sentence.contains(u'\n'));
    }
    EXPECT_EQ(workingCopies(), 0);
}

TEST_F(Maps, aHostileSchemaIsNotOpened)
{
    const QString attacks[] = {
        u"CREATE TRIGGER t AFTER INSERT ON institution BEGIN DELETE FROM person; END"_s,
        u"CREATE VIEW v AS SELECT * FROM institution"_s,
        u"CREATE TABLE extra (x)"_s,
        u"CREATE INDEX extra ON institution (name_en)"_s,
        u"ALTER TABLE institution ADD COLUMN extra TEXT"_s,
        u"DROP TABLE person"_s,
        u"PRAGMA application_id = 1"_s,
        u"UPDATE about SET value = '99' WHERE key = 'oldest_reader'; PRAGMA user_version = 99"_s,
        u"UPDATE institution SET name_en = 'changed'"_s,
        u"INSERT INTO relation (id, type, source, target, confidence) VALUES ('x', 'reviews', 'eu', 'rok', 'stated')"_s,
        u"UPDATE meeting SET start = '2025-99-99'"_s,
    };
    int number = 0;
    for (const QString &attack : attacks) {
        const QString name = u"attack-%1.entente"_s.arg(++number);
        saved(name);
        tamper(name, attack);
        const auto opened = open(name);
        ASSERT_FALSE(opened) << attack.toStdString();
        EXPECT_EQ(opened.error().failure, Failure::Refused) << attack.toStdString();
    }
}

TEST_F(Maps, aNewerFileThatAllowsItIsReadOnly)
{
    saved(u"a.entente"_s);
    tamper(u"a.entente"_s, u"PRAGMA user_version = 99"_s);
    const auto opened = open(u"a.entente"_s);
    ASSERT_TRUE(opened) << opened.error().sentence.toStdString();
    EXPECT_TRUE((*opened)->isReadOnly());
    EXPECT_FALSE((*opened)->notice().isEmpty());
    EXPECT_FALSE((*opened)->submit(edit(**opened, u"eu"_s, u"x"_s)));
    EXPECT_FALSE((*opened)->save());
}

TEST_F(Maps, checkTellsWhatIsWrongWithTheContent)
{
    saved(u"a.entente"_s);
    tamper(u"a.entente"_s, u"UPDATE institution SET name_en = 'changed' WHERE id = 'eu'"_s);
    Progress progress;
    const auto problems = store::checkFile(path(u"a.entente"_s), place, progress);
    ASSERT_TRUE(problems);
    EXPECT_EQ(problems->size(), 1U);
}

TEST_F(Maps, anUnwritablePlaceLeavesTheOldFile)
{
    auto map = saved(u"a.entente"_s);
    ASSERT_TRUE(map->submit(edit(*map, u"eu"_s, u"x"_s)));
    const auto nowhere = map->saveAs(path(u"no such folder/b.entente"_s), false);
    ASSERT_FALSE(nowhere);
    EXPECT_EQ(nowhere.error().failure, Failure::Write);
    const auto there = map->saveAs(path(u"a.entente"_s), false);
    EXPECT_FALSE(there);
    EXPECT_TRUE(map->isModified());
}

TEST_F(Maps, tablesReadBackExactly)
{
    const Model rows = tests::smallMap();
    const auto tables = exchange::toTables(rows);
    const auto again = exchange::fromTables([&](const QString &name) -> std::optional<QByteArray> {
        const auto found = tables.find(name);
        return found == tables.end() ? std::nullopt : std::optional(found->second);
    });
    ASSERT_TRUE(again) << again.error().sentence.toStdString();
    EXPECT_EQ(*again, rows);
}

TEST(Csv, aQuoteThatIsNeverClosedIsRefused)
{
    EXPECT_FALSE(exchange::parseCsv(u"a,\"b\nc"_s));
    const auto lines = exchange::parseCsv(u"a,\"b, \"\"c\"\"\nd\",\ne,f,g\n"_s);
    ASSERT_TRUE(lines);
    EXPECT_EQ((*lines)[0], (QStringList{u"a"_s, u"b, \"c\"\nd"_s, QString()}));
    EXPECT_EQ((*lines)[1], (QStringList{u"e"_s, u"f"_s, u"g"_s}));
}
