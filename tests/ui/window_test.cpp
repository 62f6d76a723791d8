#include "core/document/document.h"
#include "core/exchange/csv.h"
#include "core/model/edits.h"
#include "tests/ui/answers.h"
#include "ui/actions.h"
#include "ui/centre.h"
#include "ui/chipbar.h"
#include "ui/coverage/coverageview.h"
#include "ui/desk/deskview.h"
#include "ui/desk/suggestionlist.h"
#include "ui/errorbar.h"
#include "ui/findings/findingsview.h"
#include "ui/inspector/inspector.h"
#include "ui/inspector/recordform.h"
#include "ui/ledger/ledgerview.h"
#include "ui/mainbar.h"
#include "ui/mainwindow.h"
#include "ui/network/networkview.h"
#include "ui/paint/fonts.h"
#include "ui/runtext.h"
#include "ui/searchfield.h"
#include "ui/statusline.h"
#include "ui/timeline/timelineview.h"

#include <QAction>
#include <QDockWidget>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace entente;
using namespace entente::ui;
using namespace Qt::StringLiterals;

namespace {

using Answers = PlannedAnswers;

const auto readout = u"7th ROK-EU Cyber Policy Consultation\n\n"
                     "1. The 7th Cyber Policy Consultation was held in Seoul on 20 May 2025.\n\n"
                     "2. Both sides explored potential areas for cooperation on cyber capacity building.\n"_s;

} // namespace

/// A window with everything behind it, as the composition root builds it.
class WindowTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    Answers m_answers;
    SharedLens m_lens;
    Selection m_selection;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;

    QString file(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(bytes);
        return file.fileName();
    }
    /// How much of a view shows the colour of what is chosen.
    static int yellowPixels(QWidget *view)
    {
        const QImage image = view->grab().toImage().convertToFormat(QImage::Format_RGB32);
        const QRgb yellow = tokens(view->palette().color(QPalette::Base).lightness() < 128 ? Theme::Dark : Theme::Light).selectionFill.rgb();
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                count += image.pixel(x, y) == yellow ? 1 : 0;
        }
        return count;
    }
    void trigger(QAction *action)
    {
        QVERIFY2(action->isEnabled(), qPrintable(action->objectName()));
        action->trigger();
    }
    QString record() const
    {
        QString all;
        for (const RunText *text : m_window->inspector().widget()->findChildren<RunText *>())
            all += text->text() + u'\n';
        for (const QLabel *label : m_window->inspector().widget()->findChildren<QLabel *>())
            all += label->text() + u'\n';
        return all;
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        loadFonts();
    }

    void init()
    {
        m_settings = std::make_unique<QSettings>(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
        m_settings->clear();
        m_answers = Answers();
        m_selection.clear();
        m_lens.set({});
        m_lens.setAsOf(QDate(2026, 3, 1));
        m_session =
            std::make_unique<Session>(store::WorkingPlace{m_folder.filePath(u"work"_s), u"test"_s, false}, m_answers, m_lens, m_selection);
        m_window = std::make_unique<MainWindow>(*m_session, m_lens, m_selection, m_answers, *m_settings);
        m_window->show();
    }

    void cleanup()
    {
        if (m_session->document())
            m_session->document()->abandon();
        m_window.reset();
        m_session.reset();
    }

    void aWindowWithoutAMapSaysWhatToDo()
    {
        QVERIFY(record().contains(u"Choose a record to see who meets"_s));
        QVERIFY(!m_window->networkView().emptySentence().isEmpty());
        QVERIFY(!m_window->actionTable().save->isEnabled());
    }

    void theShippedMapOpensWithNothingChosenAndNoQuestion()
    {
        QVERIFY(m_session->createNow(exchange::shippedMap()));
        QVERIFY(m_answers.questions.isEmpty());
        QVERIFY(m_selection.current().isEmpty());
        QVERIFY(m_window->errorBar().texts().isEmpty());
        QTRY_VERIFY(m_window->networkView().counts().shown > 20);
        QVERIFY(!m_window->isWindowModified());
        QVERIFY(m_window->chips().chips().size() >= 2);
    }

    void choosingARecordShowsItInTheRecordPanel()
    {
        QVERIFY(m_session->createNow(exchange::shippedMap()));
        m_selection.choose(u"dlg-cyber"_s);
        QTRY_VERIFY(record().contains(u"Cyber Policy Consultation"_s));
        QVERIFY(record().contains(u"ROUNDS"_s));
        QVERIFY(m_window->actionTable().edit->isEnabled());
    }

    void namesAreNeverReadAsMarkup()
    {
        QVERIFY(m_session->createNow(exchange::shippedMap()));
        const auto changes = edits::set(m_session->document()->model(), u"dlg-cyber"_s, {{u"name_en"_s, u"<b>Cyber</b> & [*]"_s}});
        QVERIFY(changes);
        QVERIFY(m_session->document()->submit(*changes));
        m_selection.choose(u"dlg-cyber"_s);
        QTRY_VERIFY(record().contains(u"<b>Cyber</b> & [*]"_s));
        for (const QLabel *label : m_window->findChildren<QLabel *>())
            QVERIFY2(label->textFormat() == Qt::PlainText || !label->text().contains(u"<b>Cyber"_s), qPrintable(label->text()));
    }

    void aRecordIsEditedInItsFormAndUndoneThroughTheMenu()
    {
        QVERIFY(m_session->createNow(exchange::shippedMap()));
        m_selection.choose(u"dlg-cyber"_s);
        trigger(m_window->actionTable().edit);
        auto *form = m_window->inspector().findChild<RecordForm *>();
        QVERIFY(form);
        form->findChild<QLineEdit *>(u"field-abbreviation"_s)->setText(u"CYBER"_s);
        QTest::keyClick(form->findChild<QLineEdit *>(u"field-abbreviation"_s), Qt::Key_Return);
        QCOMPARE(m_session->document()->model().find<Dialogue>(u"dlg-cyber"_s)->abbreviation, u"CYBER"_s);
        QVERIFY(m_window->isWindowModified());
        QVERIFY(m_window->actionTable().undo->text().contains(u"abbreviation"_s));
        trigger(m_window->actionTable().undo);
        QVERIFY(m_session->document()->model().find<Dialogue>(u"dlg-cyber"_s)->abbreviation != u"CYBER"_s);
        trigger(m_window->actionTable().redo);
        QCOMPARE(m_session->document()->model().find<Dialogue>(u"dlg-cyber"_s)->abbreviation, u"CYBER"_s);
    }

    void aWrongFieldIsRefusedInTheFormAndChangesNothing()
    {
        QVERIFY(m_session->createNow(exchange::shippedMap()));
        const QString before = m_session->document()->model().contentHash();
        m_selection.choose(u"mtg-cyber-07"_s);
        trigger(m_window->actionTable().edit);
        auto *form = m_window->inspector().findChild<RecordForm *>();
        form->findChild<QLineEdit *>(u"field-start"_s)->setText(u"2025-13-40"_s);
        QTest::keyClick(form->findChild<QLineEdit *>(u"field-start"_s), Qt::Key_Return);
        QVERIFY(m_window->inspector().findChild<RecordForm *>());
        QCOMPARE(m_session->document()->model().contentHash(), before);
    }

    void removingAsksAboutWhatGoesWithIt()
    {
        QVERIFY(m_session->createNow(exchange::shippedMap()));
        m_selection.choose(u"dlg-cyber"_s);
        m_answers.agreed = false;
        trigger(m_window->actionTable().remove);
        QCOMPARE(m_answers.questions.size(), 1);
        QVERIFY(m_session->document()->model().contains(u"dlg-cyber"_s));
        m_answers.agreed = true;
        trigger(m_window->actionTable().remove);
        QVERIFY(!m_session->document()->model().contains(u"dlg-cyber"_s));
        trigger(m_window->actionTable().undo);
        QVERIFY(m_session->document()->model().contains(u"dlg-cyber"_s));
    }

    void aFileThatIsNoMapIsRefusedInOneSentence()
    {
        QVERIFY(m_session->createNow(exchange::shippedMap()));
        m_answers.path = file(u"no.entente"_s, "this is not a map");
        trigger(m_window->actionTable().open);
        QCOMPARE(m_window->errorBar().texts().size(), 1);
        QVERIFY(!m_window->errorBar().texts().first().isEmpty());
        QVERIFY(m_session->document()->model().contains(u"dlg-cyber"_s));
    }

    void aMapIsSavedAndOpenedAgain()
    {
        QVERIFY(m_session->createNow(exchange::shippedMap()));
        const QString hash = m_session->document()->model().contentHash();
        m_answers.path = m_folder.filePath(u"saved.entente"_s);
        trigger(m_window->actionTable().saveAs);
        QVERIFY2(m_window->errorBar().texts().isEmpty(), qPrintable(m_window->errorBar().texts().join(u' ')));
        QVERIFY(m_window->windowTitle().startsWith(u"saved.entente"_s));
        trigger(m_window->actionTable().newBlank);
        QVERIFY(!m_session->document()->model().contains(u"dlg-cyber"_s));
        QVERIFY(m_session->openNow(m_answers.path));
        QCOMPARE(m_session->document()->model().contentHash(), hash);
    }

    void aTextIsImportedThroughTheMenuAndShownOnTheDesk()
    {
        QVERIFY(m_session->createNow(exchange::shippedMap()));
        m_answers.path = file(u"7th-cyber-policy-consultation.txt"_s, readout.toUtf8());
        trigger(m_window->actionTable().importText);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->document()->canUndo(), 20000);
        QVERIFY(m_window->errorBar().texts().first().contains(u"in the map"_s));
        QVERIFY(m_window->errorBar().isVisible());
        const auto &texts = m_session->document()->model().table<model::Document>();
        QCOMPARE(texts.size(), std::size_t(1));
        const QString text = texts.begin()->first;
        QVERIFY(m_window->centre().showPlace({text, {}, u"explored potential areas"_s, 0}));
        QCOMPARE(m_window->centre().desk().markedQuote(), u"explored potential areas"_s);
        trigger(m_window->actionTable().undo);
        QCOMPARE(texts.size(), std::size_t(0));
    }

    void aBinaryFileIsNotImported()
    {
        QVERIFY(m_session->createNow(exchange::shippedMap()));
        m_answers.path = file(u"picture.txt"_s, QByteArray("\x89PNG\r\n\x1a\n\0\0\0\0\xff\xfe", 14).repeated(40));
        trigger(m_window->actionTable().importText);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->errorBar().texts().size(), 1, 20000);
        QVERIFY(!m_session->document()->canUndo());
    }

    void aCitationGoesToItsClause()
    {
        QVERIFY(m_session->createNow(exchange::shippedMap()));
        SearchField &search = m_window->bar().search();
        search.setFocus();
        QTest::keyClicks(&search, u"SDP 14(c)"_s);
        QTest::keyClick(&search, Qt::Key_Return);
        QTRY_COMPARE(m_selection.current(), u"ins-sdp/14(c)"_s);
    }

    void wordsAreFoundInNames()
    {
        QVERIFY(m_session->createNow(exchange::shippedMap()));
        SearchField &search = m_window->bar().search();
        search.setFocus();
        search.setText(u"사이버정책"_s);
        QTest::keyClick(&search, Qt::Key_Return);
        QTRY_COMPARE(m_selection.current(), u"dlg-cyber"_s);
    }

    void closingWithUnsavedWorkAsksAndCanStay()
    {
        QVERIFY(m_session->createNow(exchange::shippedMap()));
        const auto changes = edits::set(m_session->document()->model(), u"dlg-cyber"_s, {{u"notes"_s, u"x"_s}});
        QVERIFY(m_session->document()->submit(*changes));
        m_answers.unsavedAnswer = Dialogs::Unsaved::Cancel;
        QVERIFY(!m_window->close());
        QCOMPARE(m_answers.questions.size(), 1);
        m_answers.unsavedAnswer = Dialogs::Unsaved::Discard;
        QVERIFY(m_window->close());
    }

    void aNarrowWindowPutsTheCoverageBesideTheRecord()
    {
        QVERIFY(m_session->createNow(exchange::shippedMap()));
        m_window->resize(1024, 700);
        QTRY_COMPARE(m_window->tabifiedDockWidgets(m_window->findChild<QDockWidget *>(u"record"_s)).size(), 1);
        m_window->resize(1440, 900);
        QTRY_COMPARE(m_window->tabifiedDockWidgets(m_window->findChild<QDockWidget *>(u"record"_s)).size(), 0);
    }

    void leftWorkIsOfferedAndKeptUntilItIsTaken()
    {
        QVERIFY(m_session->createNow(exchange::shippedMap()));
        const auto changes = edits::set(m_session->document()->model(), u"dlg-cyber"_s, {{u"notes"_s, u"kept"_s}});
        QVERIFY(m_session->document()->submit(*changes));
        m_session->adopt(*entente::Document::create(exchange::blankMap(), {m_folder.filePath(u"work"_s), u"test"_s, false}));
        const auto left = store::leftWork({m_folder.filePath(u"work"_s), u"test"_s, false});
        QCOMPARE(left.size(), std::size_t(1));
        m_window->offerLeftWork(left);
        QVERIFY(m_window->errorBar().isVisible());
        const auto press = [&](const QString &words) {
            for (auto *button : m_window->errorBar().findChildren<QPushButton *>()) {
                if (button->text() == words)
                    return button->click();
            }
        };
        press(u"Later"_s);
        QCOMPARE(store::leftWork({m_folder.filePath(u"work"_s), u"test"_s, false}).size(), std::size_t(1));
        m_window->offerLeftWork(left);
        press(u"Recover"_s);
        QCOMPARE(m_session->document()->model().find<Dialogue>(u"dlg-cyber"_s)->notes, u"kept"_s);
        QVERIFY(m_session->document()->canUndo());
    }

    void anAddressIsOpenedOnlyOnAClick()
    {
        QVERIFY(m_session->createNow(exchange::shippedMap()));
        QStringList opened;
        m_window->openAddress = [&](const QString &address) { opened += address; };
        m_selection.choose(u"dlg-cyber"_s);
        QTRY_VERIFY(record().contains(u"KNOWN FROM"_s));
        QVERIFY(opened.isEmpty());
        emit m_window->inspector().addressRequested(u"https://example.org"_s);
        QCOMPARE(opened, QStringList{u"https://example.org"_s});
    }

    void theDrawingIsExportedThroughTheMenu()
    {
        QVERIFY(m_session->createNow(exchange::shippedMap()));
        m_answers.path = m_folder.filePath(u"network.pdf"_s);
        trigger(m_window->actionTable().exportNetwork);
        QFile pdf(m_answers.path);
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QVERIFY(pdf.read(5) == "%PDF-");

        const QString reader = QStandardPaths::findExecutable(u"pdftotext"_s);
        if (reader.isEmpty())
            QSKIP("pdftotext is not installed");
        QProcess process;
        process.start(reader, {m_answers.path, u"-"_s});
        QVERIFY(process.waitForFinished());
        const QString words = QString::fromUtf8(process.readAllStandardOutput()).simplified();
        for (const QString &word : {u"Cyber Policy Consultation"_s, u"EEAS"_s, u"MOFA"_s, u"Office of the President"_s, u"public"_s})
            QVERIFY2(words.contains(word, Qt::CaseInsensitive), qPrintable(word));
    }

    void aDialogueChosenInOneViewIsChosenInAll()
    {
        QVERIFY(m_session->createNow(exchange::shippedMap()));
        m_window->resize(1440, 900);
        QTRY_VERIFY(m_window->networkView().counts().shown > 20);
        const QList<QWidget *> views{m_window->networkView().viewport(), &m_window->timelineView(), &m_window->coverageView()};
        for (QWidget *view : views)
            QCOMPARE(yellowPixels(view), 0);

        // As a user does: a click on the box in the network.
        NetworkView &network = m_window->networkView();
        network.showRecord(u"dlg-cyber"_s);
        QTest::mouseClick(network.viewport(), Qt::LeftButton, {}, network.viewportPoint(u"dlg-cyber"_s).toPoint());
        QCOMPARE(m_selection.current(), u"dlg-cyber"_s);
        for (QWidget *view : views)
            QTRY_VERIFY2(yellowPixels(view) > 200, view->metaObject()->className());
        QTRY_VERIFY(record().contains(u"Cyber Policy Consultation"_s));
    }

    void aDraggedBoxIsAStepThatCanBeUndone()
    {
        QVERIFY(m_session->createNow(exchange::shippedMap()));
        m_window->resize(1440, 900);
        QTRY_VERIFY(m_window->networkView().counts().shown > 20);
        NetworkView &network = m_window->networkView();
        network.showRecord(u"dlg-jc"_s);
        const QRectF before = network.drawing()->picture().box(u"dlg-jc"_s)->rect;
        const QPoint from = network.viewportPoint(u"dlg-jc"_s).toPoint();
        QTest::mousePress(network.viewport(), Qt::LeftButton, {}, from);
        for (int step = 1; step <= 6; ++step)
            QTest::mouseMove(network.viewport(), from + QPoint(step * 6, step * 4));
        QTest::mouseRelease(network.viewport(), Qt::LeftButton, {}, from + QPoint(36, 24));
        QVERIFY(m_session->document()->canUndo());
        QVERIFY(network.drawing()->picture().box(u"dlg-jc"_s)->rect.topLeft() != before.topLeft());
        trigger(m_window->actionTable().undo);
        QCOMPARE(network.drawing()->picture().box(u"dlg-jc"_s)->rect.topLeft(), before.topLeft());
    }

    void aNetworkIsWrittenAndTakenInAgainWithoutAChange()
    {
        QVERIFY(m_session->createNow(exchange::shippedMap()));
        const QString before = m_session->document()->model().contentHash();
        for (const QString &name : {u"map.gexf"_s, u"map.graphml"_s}) {
            m_answers.path = m_folder.filePath(name);
            trigger(name.endsWith(u"gexf"_s) ? m_window->actionTable().exportGexf : m_window->actionTable().exportGraphml);
            QVERIFY(QFileInfo(m_answers.path).size() > 10000);
            trigger(m_window->actionTable().takeIn);
            QTRY_VERIFY(m_window->errorBar().texts().join(u' ').contains(u"nothing changes"_s));
            QCOMPARE(m_session->document()->model().contentHash(), before);
        }
        QVERIFY(!m_session->document()->canUndo());
    }

    void aForeignNetworkIsTakenInAsOneStep()
    {
        QVERIFY(m_session->createNow(exchange::blankMap()));
        const QString before = m_session->document()->model().contentHash();
        m_answers.path = file(u"foreign.graphml"_s, "<graphml><graph><node id='a'/><node id='b'/><edge source='a' target='b'/></graph></graphml>");
        trigger(m_window->actionTable().takeIn);
        QTRY_COMPARE(m_session->document()->model().table<Institution>().size(), std::size_t(2));
        QVERIFY(m_window->errorBar().texts().join(u' ').contains(u"2 institutions and 1 relation"_s));
        m_window->actionTable().undo->trigger();
        QCOMPARE(m_session->document()->model().contentHash(), before);
    }

    void aFileThatIsNoNetworkIsRefusedInOneSentence()
    {
        QVERIFY(m_session->createNow(exchange::blankMap()));
        m_answers.path = file(u"broken.gexf"_s, "<gexf><graph><nodes>");
        trigger(m_window->actionTable().takeIn);
        QTRY_VERIFY(m_window->errorBar().texts().join(u' ').contains(u"breaks off"_s));
        QVERIFY(!m_session->document()->isModified() || !m_session->document()->canUndo());
    }

    void theCommitmentsAndFindingsOpenAsTabs()
    {
        QVERIFY(m_session->createNow(exchange::shippedMap()));
        trigger(m_window->actionTable().commitments);
        QVERIFY(m_window->ledger().isVisible());
        trigger(m_window->actionTable().findings);
        QVERIFY(m_window->findings().isVisible());
        QVERIFY(!m_window->ledger().isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(m_window->findings().model().rowCount() > 0, 20000);
        m_window->findings().table().selectRow(0);
        QVERIFY(m_session->document()->model().contains(m_selection.current()));
    }
};

QTEST_MAIN(WindowTest)
#include "window_test.moc"
