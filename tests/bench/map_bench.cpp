#include "core/document/document.h"
#include "core/exchange/csv.h"
#include "core/exchange/search.h"
#include "core/model/edits.h"
#include "core/reading/importing.h"

#include <QTemporaryDir>

#include <benchmark/benchmark.h>

// The life of a map: opening, editing, undoing, finding, importing. Budgets: open 100,000 records ≤ 3 s; undo or redo of 1,000 rows ≤ 50 ms;
// search in 100,000 texts ≤ 50 ms; import of a 12-page instrument ≤ 1 s.

using namespace entente;
using namespace entente::model;
using namespace Qt::StringLiterals;

namespace {

/// A map of so many records: bodies, a few dialogues, and meetings with what was spoken about.
Model generatedMap(int records)
{
    Model model = exchange::blankMap();
    static const QString words[] = {u"cyber"_s, u"maritime"_s, u"space"_s, u"사이버"_s, u"해양 안보"_s, u"capacity building"_s, u"export control"_s};
    for (int i = 0; i < 50; ++i) {
        Dialogue dialogue;
        dialogue.id.value = u"dlg-%1"_s.arg(i);
        dialogue.nameEn = u"Dialogue %1"_s.arg(i);
        model.table<Dialogue>().put(dialogue);
    }
    for (int i = 0; i < records; ++i) {
        const QString topic = words[i % std::size(words)];
        if (i % 2) {
            Institution body;
            body.id.value = u"body-%1"_s.arg(i);
            body.nameEn = u"Bureau %1 for %2"_s.arg(QString::number(i), topic);
            body.nameKo = u"%1 제%2국"_s.arg(topic).arg(i);
            body.side = i % 4 == 1 ? Side::Eu : Side::Rok;
            model.table<Institution>().put(body);
        } else {
            Meeting meeting;
            meeting.id.value = u"mtg-%1"_s.arg(i);
            meeting.dialogue.value = u"dlg-%1"_s.arg(i % 50);
            meeting.start = PartialDate(QDate(2000, 1, 1).addDays(i % 9000));
            meeting.topics = {topic, u"item %1"_s.arg(i)};
            model.table<Meeting>().put(meeting);
        }
    }
    return model;
}

/// A folder of its own for working copies and files.
struct Place
{
    QTemporaryDir folder;
    store::WorkingPlace place{folder.path() + u"/data"_s, u"bench"_s, false};
    QString file = folder.path() + u"/map.entente"_s;
};

void openMap(benchmark::State &state)
{
    const Place place;
    {
        auto map = entente::Document::create(generatedMap(int(state.range(0))), place.place);
        if (!map || !(*map)->saveAs(place.file, true))
            state.SkipWithError("the map could not be made");
    }
    for (auto _ : state) {
        Progress progress;
        auto map = entente::Document::open(place.file, place.place, progress);
        benchmark::DoNotOptimize(map);
    }
}
BENCHMARK(openMap)->Arg(1'000)->Arg(100'000)->Unit(benchmark::kMillisecond)->UseRealTime();

void saveMap(benchmark::State &state)
{
    const Place place;
    auto map = entente::Document::create(generatedMap(int(state.range(0))), place.place);
    if (!map) {
        state.SkipWithError("the map could not be made");
        return;
    }
    for (auto _ : state) {
        const auto saved = (*map)->saveAs(place.file, true);
        benchmark::DoNotOptimize(saved);
    }
}
BENCHMARK(saveMap)->Arg(1'000)->Arg(100'000)->Unit(benchmark::kMillisecond)->UseRealTime();

void editOneField(benchmark::State &state)
{
    const Place place;
    auto map = entente::Document::create(generatedMap(int(state.range(0))), place.place);
    if (!map) {
        state.SkipWithError("the map could not be made");
        return;
    }
    int number = 0;
    for (auto _ : state) {
        const auto changes = edits::set((*map)->model(), u"dlg-1"_s, {{u"notes"_s, QString::number(++number)}});
        if (!changes || !(*map)->submit(*changes))
            state.SkipWithError("the edit was refused");
    }
}
BENCHMARK(editOneField)->Arg(1'000)->Arg(100'000)->Unit(benchmark::kMicrosecond)->UseRealTime();

void undoOf1000Rows(benchmark::State &state)
{
    const Place place;
    auto map = entente::Document::create(generatedMap(int(state.range(0))), place.place);
    if (!map) {
        state.SkipWithError("the map could not be made");
        return;
    }
    ChangeSet changes(u"mark a thousand"_s);
    for (const Institution &body : (*map)->model().all<Institution>()) {
        Institution after = body;
        after.notes = u"marked"_s;
        changes.update(body, after);
        if (changes.rowCount() == 1000)
            break;
    }
    if (!(*map)->submit(changes))
        state.SkipWithError("the edit was refused");
    for (auto _ : state) {
        if (!(*map)->undo() || !(*map)->redo())
            state.SkipWithError("undo was refused");
    }
    state.SetLabel("an undo and a redo");
}
BENCHMARK(undoOf1000Rows)->Arg(3'000)->Arg(100'000)->Unit(benchmark::kMillisecond)->UseRealTime();

void searchTexts(benchmark::State &state)
{
    const exchange::SearchIndex index(std::make_shared<const Lookup>(generatedMap(100'000)));
    const QString words = state.range(0) ? u"사이버"_s : u"capacity building"_s;
    for (auto _ : state) {
        auto hits = index.find(words, 200);
        benchmark::DoNotOptimize(hits);
    }
    state.SetLabel(state.range(0) ? "Korean" : "Latin");
}
BENCHMARK(searchTexts)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

void makeSearchIndex(benchmark::State &state)
{
    const auto lookup = std::make_shared<const Lookup>(generatedMap(100'000));
    for (auto _ : state) {
        const exchange::SearchIndex index(lookup);
        benchmark::DoNotOptimize(index);
    }
}
BENCHMARK(makeSearchIndex)->Unit(benchmark::kMillisecond);

/// An agreement of so many clauses with running headers and page numbers.
QByteArray instrumentText(int clauses)
{
    QString text = u"Agreement on Everything\n\n"_s;
    for (int i = 1; i <= clauses; ++i) {
        text += u"%1. The parties will deepen their cooperation on subject %1, including by regular exchanges\non threats, on policy "
                "frameworks and on practical work in the field of matter %1, as\nappropriate and where both sides agree.\n"_s.arg(i);
        if (i % 4 == 0)
            text += u"DOC(2024) 12\nUNIT.2\n%1\nLimited\n\fDOC(2024) 12\nLimited\n"_s.arg(i / 4);
    }
    return text.toUtf8();
}

void importInstrument(benchmark::State &state)
{
    auto shipped = exchange::shippedMap();
    if (!shipped) {
        state.SkipWithError("no shipped map");
        return;
    }
    const QByteArray bytes = instrumentText(int(state.range(0)) * 4);
    for (auto _ : state) {
        Progress progress;
        auto report = reading::readForImport(*shipped, u"agreement.txt"_s, bytes, {}, progress);
        if (!report)
            state.SkipWithError(report.error().sentence.toUtf8().constData());
        benchmark::DoNotOptimize(report);
    }
    state.counters["pages"] = double(state.range(0));
}
BENCHMARK(importInstrument)->Arg(12)->Arg(100)->Unit(benchmark::kMillisecond);

void makeShippedMap(benchmark::State &state)
{
    for (auto _ : state) {
        auto rows = exchange::shippedMap();
        benchmark::DoNotOptimize(rows);
    }
}
BENCHMARK(makeShippedMap)->Unit(benchmark::kMillisecond);

void buildLookup(benchmark::State &state)
{
    const Model rows = generatedMap(int(state.range(0)));
    for (auto _ : state) {
        const Lookup lookup(rows);
        benchmark::DoNotOptimize(lookup);
    }
}
BENCHMARK(buildLookup)->Arg(3'000)->Arg(100'000)->Unit(benchmark::kMillisecond);

} // namespace
