#include "core/document/document.h"
#include "core/exchange/csv.h"
#include "core/model/edits.h"
#include "core/reading/importing.h"
#include "tests/ui/answers.h"
#include "ui/centre.h"
#include "ui/desk/deskview.h"
#include "ui/desk/textview.h"
#include "ui/dialogs.h"
#include "ui/mainwindow.h"
#include "ui/paint/fonts.h"

#include <QApplication>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>

#include <benchmark/benchmark.h>

#include <memory>

// What the window does on its own thread when a long text comes in, is opened, scrolled and corrected. Budget: never more than 50 ms at a time.

using namespace entente;
using namespace entente::ui;
using namespace Qt::StringLiterals;

namespace {

/// As many pages as asked for, some forty lines each, in articles with points.
QByteArray longText(int pages)
{
    QString text = u"Agreement on the Exchange of Harbour Statistics\n\n"_s;
    for (int page = 1; page <= pages; ++page) {
        for (int part = 0; part < 2; ++part) {
            const int article = 2 * page + part;
            text += u"Article %1\n\n"_s.arg(article);
            for (int i = 1; i <= 4; ++i) {
                text += u"%1. The Parties shall exchange the figures of harbour %2, in the form that the joint office asks for, and\n"
                        "shall keep them for as long as article %2 says, with the care that figures of this kind deserve:\n\n"
                        "(a) those of the first half of the year; and\n\n(b) those of the second half.\n\n"_s.arg(i)
                            .arg(article);
            }
        }
        text += u"\f"_s;
    }
    return text.toUtf8();
}

/// A window on the shipped map, and the long text as it was read for it.
struct Desk
{
    QTemporaryDir folder;
    PlannedAnswers dialogs;
    SharedLens lens;
    Selection selection;
    QSettings settings{folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
    Session session{{folder.filePath(u"work"_s), u"bench"_s, false}, dialogs, lens, selection};
    std::unique_ptr<MainWindow> window;
    std::optional<reading::ImportReport> report;

    explicit Desk(int pages)
    {
        loadFonts();
        lens.setAsOf(QDate(2026, 3, 1));
        window = std::make_unique<MainWindow>(session, lens, selection, dialogs, settings);
        window->show();
        session.createNow(exchange::shippedMap());
        base::Progress progress;
        auto read = reading::readForImport(session.document()->model(), u"harbours.txt"_s, longText(pages), {}, progress);
        if (read)
            report = *std::move(read);
        QApplication::processEvents();
    }
    ~Desk() { session.document()->abandon(); }
    DeskView &desk() { return window->centre().desk(); }
};

void submitOfALongText(benchmark::State &state)
{
    Desk desk(int(state.range(0)));
    for (auto _ : state) {
        if (!desk.report || !desk.session.document()->submit(desk.report->changes))
            return state.SkipWithError("the text was refused");
        state.PauseTiming();
        (void)desk.session.document()->undo();
        state.ResumeTiming();
    }
    state.counters["rows"] = double(desk.report->changes.rowCount());
}
BENCHMARK(submitOfALongText)->Arg(12)->Arg(500)->Unit(benchmark::kMillisecond)->Iterations(3);

void openingALongText(benchmark::State &state)
{
    Desk desk(int(state.range(0)));
    if (!desk.report || !desk.session.document()->submit(desk.report->changes))
        return state.SkipWithError("the text was refused");
    const QString id = desk.report->document.id.value;
    for (auto _ : state) {
        desk.desk().setDocument(desk.session.document());
        desk.window->centre().showPlace({id, {}, {}, 0});
        desk.desk().text().viewport()->grab();
    }
    state.counters["blocks"] = double(desk.session.document()->lookup().paragraphs(desk.report->document.id).size());
}
BENCHMARK(openingALongText)->Arg(12)->Arg(500)->Unit(benchmark::kMillisecond);

void scrollingALongText(benchmark::State &state)
{
    Desk desk(500);
    if (!desk.report || !desk.session.document()->submit(desk.report->changes))
        return state.SkipWithError("the text was refused");
    desk.window->centre().showPlace({desk.report->document.id.value, {}, {}, 0});
    QScrollBar *bar = desk.desk().text().verticalScrollBar();
    int at = 0;
    for (auto _ : state) {
        at = (at + 997 * 13) % std::max(1, bar->maximum());
        bar->setValue(at);
        desk.desk().text().viewport()->grab();
    }
}
BENCHMARK(scrollingALongText)->Unit(benchmark::kMillisecond);

void correctingALongText(benchmark::State &state)
{
    Desk desk(int(state.range(0)));
    if (!desk.report || !desk.session.document()->submit(desk.report->changes))
        return state.SkipWithError("the text was refused");
    desk.window->centre().showPlace({desk.report->document.id.value, {}, {}, 0});
    const auto paragraphs = desk.session.document()->lookup().paragraphs(desk.report->document.id);
    const QString block = paragraphs[paragraphs.size() / 2]->id.value;
    int turn = 0;
    for (auto _ : state) {
        const auto changes = model::edits::set(desk.session.document()->model(), block, {{u"text"_s, u"Words %1."_s.arg(++turn)}});
        if (!changes || !desk.session.document()->submit(*changes))
            return state.SkipWithError("the correction was refused");
        desk.window->grab();
    }
}
BENCHMARK(correctingALongText)->Arg(12)->Arg(500)->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
