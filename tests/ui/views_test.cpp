#include "core/document/document.h"
#include "core/exchange/csv.h"
#include "core/model/stylepresets.h"
#include "tests/support/mapbuilder.h"
#include "ui/actions.h"
#include "ui/dialogs.h"
#include "ui/drawings.h"
#include "ui/explain/answermodel.h"
#include "ui/explain/differencemodel.h"
#include "ui/explain/differencepanel.h"
#include "ui/explain/pathpanel.h"
#include "ui/explain/questionpanel.h"
#include "ui/mainbar.h"
#include "ui/mainwindow.h"
#include "ui/network/networkextras.h"
#include "ui/network/networkmarks.h"
#include "ui/network/networkview.h"
#include "ui/paint/fonts.h"
#include "ui/panels.h"
#include "ui/runtext.h"
#include "ui/views/rulemodel.h"
#include "ui/views/stylepanel.h"
#include "ui/views/viewlist.h"
#include "ui/views/viewmodel.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QImage>
#include <QMenu>
#include <QPainter>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace entente;
using namespace entente::ui;
using namespace Qt::StringLiterals;
using tests::MapBuilder;

namespace {

class Answers : public Dialogs
{
public:
    QString path;
    std::optional<ViewWish> view;

    QString mapToOpen(QWidget *, const QString &) override { return path; }
    QString mapToSave(QWidget *, const QString &) override { return path; }
    QString textToImport(QWidget *, const QString &) override { return {}; }
    QString originalToFind(QWidget *, const QString &, const QString &) override { return {}; }
    std::optional<reading::ImportOptions> importWish(QWidget *, const ImportQuestion &) override { return std::nullopt; }
    QString drawingToSave(QWidget *, const QString &) override { return {}; }
    Unsaved unsaved(QWidget *, const QString &) override { return Unsaved::Discard; }
    bool confirm(QWidget *, const QString &, const QString &) override { return true; }
    void about(QWidget *, const QString &) override {}
    std::optional<ViewWish> viewWish(QWidget *, const ViewWish &usual) override
    {
        if (view)
            view->shown = usual.shown;
        return view;
    }
};

QImage painted(const Drawing &drawing, const Look &look)
{
    QImage image(drawing.size().toSize(), QImage::Format_RGB32);
    image.fill(look.tokens().canvas);
    QPainter painter(&image);
    drawing.paint(painter, QRectF(), look);
    return image;
}

QStringList legendWords(const Drawing &drawing)
{
    QStringList words;
    for (const LegendEntry &entry : drawing.legend())
        words += entry.words;
    return words;
}

/// Two bodies and a dialogue on the first day; on the second the dialogue has a round more, one body is gone and another has come.
Lookup changingMap()
{
    MapBuilder map;
    map.institution("org-eu");
    map.institution("org-kr", Side::Rok);
    map.dialogue("dlg-a").level(Level::Ministers).from("2010");
    map.dialogue("dlg-old").level(Level::Directors).from("2010").to("2019-12-31");
    map.dialogue("dlg-new").level(Level::Summit).from("2021");
    map.meeting("dlg-a", "2015-05-05").attendedBy({"org-eu", "org-kr"});
    map.meeting("dlg-a", "2022-05-05").attendedBy({"org-eu", "org-kr"});
    return map.lookup();
}

Lens comparing()
{
    Lens lens;
    lens.scope = Scope::All;
    lens.asOf = QDate(2024, 1, 1);
    lens.comparedWith = QDate(2018, 1, 1);
    return lens;
}

} // namespace

class ViewsTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    Answers m_answers;
    std::unique_ptr<SharedLens> m_lens;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;

    Panels &panels() { return m_window->panels(); }
    entente::Document &map() { return *m_session->document(); }
    void save(const QString &name, ViewDay day = ViewDay::Fixed, const QString &drawing = u"network"_s)
    {
        m_answers.view = ViewWish{name, drawing, day, {}, {}};
        m_window->actionTable().saveView->trigger();
    }
    QStringList shownViews()
    {
        QStringList names;
        for (int row = 0; row < panels().viewList().model().rowCount(); ++row)
            names += panels().viewList().model().index(row, ViewModel::Name).data().toString();
        return names;
    }

private slots:
    void initTestCase()
    {
        loadFonts();
    }
    void init()
    {
        m_settings = std::make_unique<QSettings>(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
        m_lens = std::make_unique<SharedLens>();
        m_selection = std::make_unique<Selection>();
        Lens lens;
        lens.asOf = QDate(2026, 3, 1);
        m_lens->set(lens);
        m_session = std::make_unique<Session>(store::WorkingPlace{m_folder.filePath(u"work"_s), u"test"_s, false}, m_answers, *m_lens, *m_selection);
        m_window = std::make_unique<MainWindow>(*m_session, *m_lens, *m_selection, m_answers, *m_settings);
        m_session->createNow(exchange::shippedMap());
        m_window->show();
    }
    void cleanup()
    {
        m_window.reset();
        if (m_session->document())
            m_session->document()->abandon();
        m_session.reset();
    }

    void aViewIsSavedChangedOpenedAgainAndUndone()
    {
        const QString before = map().model().contentHash();
        Lens lens = m_lens->value();
        lens.scope = Scope::All;
        lens.filters = {{u"side"_s, u"EU"_s}};
        m_lens->set(lens);
        save(u"EU only"_s);
        QCOMPARE(panels().views().currentName(), u"EU only"_s);
        QVERIFY(!panels().views().isChanged());
        QCOMPARE(m_window->bar().views()->text(), u"EU only"_s);
        m_lens->restore();
        QVERIFY(panels().views().isChanged());
        QVERIFY(m_window->bar().views()->text().contains(u"changed"_s));
        panels().views().open(panels().views().current());
        QVERIFY(!panels().views().isChanged());
        QCOMPARE(m_lens->value().filters.size(), 1u);
        QCOMPARE(m_lens->value().scope, Scope::All);
        m_session->undo();
        QCOMPARE(map().model().contentHash(), before);
        QVERIFY(panels().views().current().isEmpty());
    }

    void aViewBringsItsLayoutAndItsPlaces()
    {
        m_lens->focusOn(u"dlg-cyber"_s);
        m_window->networkView().setLayout(u"stress"_s);
        save(u"Around cyber"_s);
        const QPointF at = m_window->networkView().drawing()->picture().box(u"dlg-cyber"_s)->rect.center();
        QVERIFY(map().model().table<Position>().size() > 3);
        m_window->networkView().setLayout(u"ladder"_s);
        m_lens->restore();
        panels().views().open(u"view-around-cyber"_s);
        QCOMPARE(m_window->networkView().layoutName(), u"stress"_s);
        const QPointF again = m_window->networkView().drawing()->picture().box(u"dlg-cyber"_s)->rect.center();
        QVERIFY((at - again).manhattanLength() < 1);
        // What is put on paper stands where it stands on screen.
        const auto drawing = drawingOf(DrawnView::Network, map().lookup(), m_lens->value(), u"stress"_s, usualPage(DrawnView::Network), m_window->networkView().beside());
        const auto *network = dynamic_cast<const NetworkDrawing *>(drawing.get());
        QVERIFY((network->picture().box(u"dlg-cyber"_s)->rect.center() - at).manhattanLength() < 1);
        QVERIFY(drawing->facts().view.contains(u"Around cyber"_s));
    }

    void viewsAreRenamedDuplicatedAndRemovedEachInOneStep()
    {
        save(u"One"_s);
        QAbstractItemModelTester tester(&panels().viewList().model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        panels().views().rename(u"view-one"_s, u"First"_s);
        QCOMPARE(shownViews(), QStringList{u"First"_s});
        panels().views().duplicate(u"view-one"_s);
        QCOMPARE(shownViews(), (QStringList{u"First"_s, u"First (copy)"_s}));
        panels().views().remove(u"view-one"_s);
        QCOMPARE(shownViews(), QStringList{u"First (copy)"_s});
        for (int i = 0; i < 3; ++i)
            m_session->undo();
        QCOMPARE(shownViews(), QStringList{u"One"_s});
    }

    void aNameInTheListIsChangedOnlyThroughTheMap()
    {
        save(u"One"_s);
        ViewModel &model = panels().viewList().model();
        QSignalSpy asked(&model, &ViewModel::renameWanted);
        QVERIFY(!model.setData(model.index(0, ViewModel::Name), u"  "_s));
        QVERIFY(model.setData(model.index(0, ViewModel::Name), u"Two"_s));
        QCOMPARE(model.index(0, ViewModel::Name).data().toString(), u"One"_s);
        QCOMPARE(asked.count(), 1);
        QTRY_COMPARE(model.index(0, ViewModel::Name).data().toString(), u"Two"_s);
    }

    void theMenuListsTheViewsAndMarksTheOpenOne()
    {
        save(u"A & B"_s);
        QMenu menu;
        panels().views().fill(menu);
        const QAction *first = menu.actions().first();
        QCOMPARE(first->text(), u"A && B"_s);
        QVERIFY(first->isChecked());
    }

    void aSavedTimelineOpensTheTimeline()
    {
        save(u"Rounds"_s, ViewDay::Looking, u"timeline"_s);
        QSignalSpy wanted(&panels(), &Panels::drawingWanted);
        panels().views().open(u"view-rounds"_s);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().toString(), u"timeline"_s);
        QCOMPARE(m_lens->value().asOf, QDate::currentDate());
    }

    void rulesChangeBoxesAndLinesAndStandInTheLegendWhileTheyWork()
    {
        Lens lens = m_lens->value();
        lens.style = {u"kind=dialogue, level=summit: fill=blue, frame=double"_s, u"type=reports to: dash=dotted"_s, u"level=parliament: fill=sand"_s};
        const auto drawing = networkDrawing(map().lookup(), lens, {});
        const network::Box *summit = drawing->picture().box(u"dlg-summit"_s);
        QVERIFY(summit);
        QCOMPARE(summit->effects.fill, StyleFill::Blue);
        QVERIFY(!drawing->picture().box(u"dlg-cyber"_s)->effects.fill);
        const auto reports = std::ranges::find(drawing->picture().strokes, relation::reportsTo, &network::Stroke::type);
        QVERIFY(reports != drawing->picture().strokes.end());
        QCOMPARE(reports->effects.dash, StyleDash::Dotted);
        const QStringList words = legendWords(*drawing);
        QVERIFY(words.contains(u"Dialogue, level: summit"_s));
        QVERIFY(words.contains(u"Reports to"_s));
        QVERIFY(words.filter(u"parliament"_s).isEmpty());
        QVERIFY(painted(*drawing, {}) != painted(*networkDrawing(map().lookup(), m_lens->value(), {}), {}));
    }

    void aHiddenNameIsCountedAndNotPainted()
    {
        Lens lens = m_lens->value();
        lens.style = {u"kind=area: label=hidden"_s};
        const auto drawing = networkDrawing(map().lookup(), lens, {});
        const auto areas = std::ranges::count(drawing->picture().boxes, network::Shape::Hexagon, &network::Box::shape);
        QVERIFY(areas > 0);
        QCOMPARE(drawing->counts().hidden, int(areas));
        QVERIFY(drawing->facts().labels.startsWith(QString::number(areas)));
    }

    void statedInferredAndDisputedDifferByLineWhateverTheRulesSay()
    {
        for (const Theme theme : {Theme::Light, Theme::Dark, Theme::Mono}) {
            Look look;
            look.theme = theme;
            std::vector<QImage> pictures;
            for (const auto confidence : {Confidence::Stated, Confidence::Inferred, Confidence::Disputed}) {
                network::Stroke stroke;
                stroke.type = relation::partOf;
                stroke.points = {{5, 15}, {95, 15}};
                stroke.confidence = confidence;
                stroke.effects = parseRule(u": weight=2, dash=solid, colour=grey"_s)->effects;
                QImage image(100, 30, QImage::Format_RGB32);
                image.fill(look.tokens().canvas);
                QPainter painter(&image);
                networkpaint::paintStroke(painter, stroke, look, look.tokens().canvas);
                networkpaint::paintBead(painter, stroke, look);
                painter.end();
                pictures.push_back(image.convertToFormat(QImage::Format_Grayscale8));
            }
            QVERIFY(pictures[0] != pictures[1]);
            QVERIFY(pictures[1] != pictures[2]);
            QVERIFY(pictures[0] != pictures[2]);
        }
    }

    void whatARuleColoursCanBeReadInEveryTheme()
    {
        for (const Theme theme : {Theme::Light, Theme::Dark, Theme::Mono}) {
            const Tokens &colours = tokens(theme);
            for (int i = 0; i < 7; ++i) {
                QVERIFY2(contrast(networkpaint::colourOf(StyleColour(i), colours), colours.canvas) >= 3, qPrintable(wordOf(StyleColour(i))));
                const QColor fill = networkpaint::fillOf(StyleFill(i), colours);
                if (!fill.isValid())
                    continue;
                for (const QColor &ink : {colours.ink, colours.ink2, colours.ink3})
                    QVERIFY2(contrast(ink, fill) >= 4.5, qPrintable(u"%1 %2: %3"_s.arg(wordOf(StyleFill(i))).arg(int(theme)).arg(contrast(ink, fill))));
                for (int k = 0; k < 7; ++k)
                    QVERIFY2(contrast(networkpaint::colourOf(StyleColour(k), colours), fill) >= 3, qPrintable(wordOf(StyleFill(i)) + wordOf(StyleColour(k))));
            }
        }
    }

    void theFillsDifferOnAGreyCopy()
    {
        Look look;
        look.theme = Theme::Mono;
        std::vector<QImage> pictures;
        for (int i = 1; i < 7; ++i) {
            network::Box box;
            box.rect = QRectF(10, 10, 80, 40);
            box.effects.fill = StyleFill(i);
            QImage image(100, 60, QImage::Format_Grayscale8);
            image.fill(Qt::white);
            QPainter painter(&image);
            networkpaint::paintBox(painter, box, {}, look, network::Detail::Facts);
            painter.end();
            for (const QImage &other : pictures)
                QVERIFY(image != other);
            pictures.push_back(image);
        }
    }

    void theStylePanelSetsTheLensAndRefusesInASentence()
    {
        StylePanel &panel = panels().style();
        QAbstractItemModelTester tester(&panel.rules(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        panel.usePreset(StylePreset::ByLevel);
        QVERIFY(panel.rules().rowCount() > 3);
        QCOMPARE(parseStyle(m_lens->value().style)->rules, panel.rules().rules());
        QVERIFY(!panel.rules().setData(panel.rules().index(0), u"level=roof: fill=blue"_s));
        QVERIFY(panel.problem().contains(u"roof"_s));
        QVERIFY(panel.rules().setData(panel.rules().index(0), u"level=summit: fill=sand"_s));
        QTRY_COMPARE(panel.rules().rules().front().effects.fill, StyleFill::Sand);
        panel.usePreset(StylePreset::Plain);
        QCOMPARE(panel.rules().rowCount(), 0);
        QVERIFY(m_lens->value().style.isEmpty());
        m_window->actionTable().mono->trigger();
        QVERIFY(readableStyle(m_lens->value().style).mono);
        const auto drawing = networkDrawing(map().lookup(), m_lens->value(), {});
        QVERIFY(pageFor(DrawnView::Network, map().lookup(), m_lens->value(), *drawing, u"x"_s).mono);
    }

    void aComparisonMarksWhatCameWentAndChanged()
    {
        const auto drawing = networkDrawing(changingMap(), comparing(), {});
        const auto differs = [&](const QString &record) { return drawing->picture().box(record)->differs; };
        QVERIFY(drawing->picture().box(u"dlg-old"_s));
        QCOMPARE(differs(u"dlg-new"_s), network::Differs::Added);
        QCOMPARE(differs(u"dlg-old"_s), network::Differs::Removed);
        QCOMPARE(differs(u"dlg-a"_s), network::Differs::Changed);
        const QStringList words = legendWords(*drawing);
        QVERIFY(words.contains(u"added"_s));
        QVERIFY(words.contains(u"removed: dashed frame"_s));
        QVERIFY(!words.filter(u"changed"_s).isEmpty());
        QVERIFY(drawing->facts().asOf.contains(u"1 Jan 2018"_s));
        QVERIFY(differenceWords(drawing->extras(), u"dlg-a"_s).contains(u"rounds: 1, then 2"_s));
        // Without colour: the signs differ as shapes.
        std::vector<QImage> signs;
        for (const auto kind : {network::Differs::Added, network::Differs::Removed, network::Differs::Changed}) {
            network::Box box;
            box.rect = QRectF(20, 20, 60, 30);
            box.differs = kind;
            QImage image(100, 70, QImage::Format_Grayscale8);
            image.fill(Qt::white);
            QPainter painter(&image);
            Look look;
            look.theme = Theme::Mono;
            networkpaint::paintDifference(painter, box, look);
            painter.end();
            for (const QImage &other : signs)
                QVERIFY(image != other);
            signs.push_back(image);
        }
        // The legend names only what there is.
        Lens lens = comparing();
        lens.comparedWith = QDate(2023, 6, 1);
        QVERIFY(!legendWords(*networkDrawing(changingMap(), lens, {})).contains(u"added"_s));
    }

    void theOrderOfTheTwoDaysDoesNotMatter()
    {
        Lens other = comparing();
        std::swap(other.asOf, other.comparedWith);
        QCOMPARE(networkDrawing(changingMap(), other, {})->extras()->difference.marks, networkDrawing(changingMap(), comparing(), {})->extras()->difference.marks);
    }

    void aDayIsComparedInTheWindowAsListAndDrawingWithOneSelection()
    {
        m_window->actionTable().compareDay->trigger();
        DifferencePanel &panel = panels().differences();
        QAbstractItemModelTester tester(&panel.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        panel.compareWithDay(QDate(2015, 1, 1));
        QVERIFY(m_window->networkView().drawing()->extras()->isComparison);
        QVERIFY2(panel.summary().contains(u"added"_s), qPrintable(panel.summary()));
        const auto *table = panel.findChild<QTableView *>();
        const_cast<QTableView *>(table)->setCurrentIndex(panel.model().index(0, 0));
        QCOMPARE(m_selection->current(), panel.model().recordAt(0));
        QVERIFY(!panel.model().text().isEmpty());
        const int all = panel.model().rowCount();
        panel.model().setShown({network::Differs::Removed});
        QVERIFY(panel.model().rowCount() < all);
        panel.end();
        QVERIFY(!m_lens->value().comparedWith.isValid());
        QCOMPARE(panel.model().rowCount(), 0);
    }

    void anotherMapIsComparedAndStaysAsItIs()
    {
        m_answers.path = m_folder.filePath(u"other.entente"_s);
        QVERIFY(m_session->saveAs());
        const QByteArray bytes = [&] {
            QFile file(m_answers.path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }();
        const auto changes = edits::remove(map().model(), u"dlg-cyber"_s);
        QVERIFY(map().submit(*changes));
        m_window->actionTable().compareMap->trigger();
        const NetworkDrawing *drawing = m_window->networkView().drawing();
        QVERIFY(drawing->extras()->isComparison);
        QVERIFY(drawing->picture().box(u"dlg-cyber"_s));
        QCOMPARE(drawing->picture().box(u"dlg-cyber"_s)->differs, network::Differs::Removed);
        QFile file(m_answers.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), bytes);
        panels().differences().end();
        QVERIFY(!m_window->networkView().beside().other);
    }

    void aMapThatCannotBeReadIsRefusedInASentence()
    {
        m_answers.path = m_folder.filePath(u"none.entente"_s);
        m_window->actionTable().compareMap->trigger();
        QVERIFY(!m_window->networkView().beside().other);
    }

    void chainsAreShownInSentencesAndMarkedInTheDrawing()
    {
        m_window->actionTable().path->trigger();
        PathPanel &panel = panels().paths();
        panel.ask(u"eu-eeas"_s, u"dlg-summit"_s);
        QTRY_VERIFY2(!panel.paths().empty(), qPrintable(panel.sentence()));
        QVERIFY(panel.text().contains(u"Source"_s));
        const Explained chain = m_window->networkView().explained();
        QVERIFY(chain.isChain);
        QCOMPARE(chain.records.first(), u"eu-eeas"_s);
        QCOMPARE(chain.records.last(), u"dlg-summit"_s);
        // A step chooses the line that it speaks of.
        bool isChosen = false;
        for (RunText *text : panel.findChildren<RunText *>()) {
            for (const Run &run : text->runs()) {
                if (run.target.kind == Target::Record && map().model().find<Meeting>(run.target.id)) {
                    emit text->activated(run.target);
                    isChosen = true;
                }
            }
        }
        if (isChosen)
            QVERIFY(map().model().contains(m_selection->current()));
        const auto drawing = networkDrawing(map().lookup(), m_lens->value(), {});
        const QImage plain = painted(*drawing, {});
        drawing->explain(chain);
        QVERIFY(painted(*drawing, {}) != plain);
        // On paper nothing is marked.
        Look paper;
        paper.paper = true;
        const QImage marked = painted(*drawing, paper);
        drawing->explain({});
        QCOMPARE(painted(*drawing, paper), marked);
    }

    void aChainThatDoesNotExistIsSaidInASentence()
    {
        panels().open(u"path"_s);
        panels().paths().ask(u"eu-eeas"_s, u"nobody"_s);
        QVERIFY(panels().paths().paths().empty());
        QVERIFY(panels().paths().sentence().contains(u"nobody"_s));
    }

    void aQuestionIsAnsweredWithReasonsAndACaution()
    {
        m_window->actionTable().ask->trigger();
        QuestionPanel &panel = panels().questions();
        QAbstractItemModelTester tester(&panel.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        panel.ask(u"connects-sides"_s);
        QTRY_VERIFY(panel.model().rowCount() > 0);
        QVERIFY(!panel.caution().isEmpty());
        QVERIFY(panel.text().contains(panel.sentence()));
        QCOMPARE(m_window->networkView().explained().records, panel.model().records());
        panel.findChild<QTableView *>()->setCurrentIndex(panel.model().index(0, 0));
        QCOMPARE(m_selection->current(), panel.model().recordAt(0));
        panel.ask(u"falls-apart"_s, u"dlg-cyber"_s);
        QTRY_VERIFY2(panel.sentence().contains(u"Cyber"_s), qPrintable(panel.sentence()));
    }

    void theCommandsNeedAMap()
    {
        Actions &actions = m_window->actionTable();
        QVERIFY(actions.saveView->isEnabled());
        QVERIFY(!actions.updateView->isEnabled());
        panels().setDocument(nullptr);
        for (const QAction *action : {actions.saveView, actions.listViews, actions.editStyle, actions.compareDay, actions.path, actions.ask})
            QVERIFY(!action->isEnabled());
        panels().open(u"path"_s);
        panels().open(u"questions"_s);
        panels().open(u"changes"_s);
        QVERIFY(!panels().paths().sentence().isEmpty());
        QVERIFY(!panels().questions().sentence().isEmpty());
        QVERIFY(!panels().differences().summary().isEmpty());
    }
};

QTEST_MAIN(ViewsTest)
#include "views_test.moc"
