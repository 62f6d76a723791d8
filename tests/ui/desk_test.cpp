#include "core/document/document.h"
#include "core/exchange/csv.h"
#include "core/model/edits.h"
#include "tests/ui/answers.h"
#include "ui/actions.h"
#include "ui/centre.h"
#include "ui/desk/comparisonmodel.h"
#include "ui/desk/comparisonview.h"
#include "ui/desk/deskview.h"
#include "ui/desk/outlinemodel.h"
#include "ui/desk/outlineview.h"
#include "ui/desk/pagepictures.h"
#include "ui/desk/pageview.h"
#include "ui/desk/proposalwords.h"
#include "ui/desk/setasidemodel.h"
#include "ui/desk/setasidestrip.h"
#include "ui/desk/suggestionlist.h"
#include "ui/desk/suggestionmodel.h"
#include "ui/desk/textmodel.h"
#include "ui/desk/textview.h"
#include "ui/errorbar.h"
#include "ui/mainwindow.h"
#include "ui/paint/fonts.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QCryptographicHash>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPdfWriter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <atomic>
#include <memory>

using namespace entente;
using namespace entente::ui;
using namespace Qt::StringLiterals;

namespace {

/// Says what a text is as the test wants it, and counts how often it was asked.
class Answers : public PlannedAnswers
{
public:
    std::optional<reading::ImportOptions> options = reading::ImportOptions();
    int asked = 0;

    std::optional<reading::ImportOptions> importWish(QWidget *, const ImportQuestion &) override
    {
        ++asked;
        return options;
    }
};

const auto agreement = u"Agreement on Harbour Statistics\n\n"
                       "Article 1\nFigures\n\n"
                       "1. The Parties shall exchange the figures of their harbours:\n\n"
                       "(a) those of the first half of the year; and\n\n"
                       "(b) those of the second half.\n\n"
                       "2. The joint office keeps the <b>figures</b> <img src=\"file:///etc/hostname\"> for ten years.\n\n"
                       "Article 2\nOffice\n\n"
                       "1. The joint office meets once a year.\n\n"
                       "2. 공동 사무소는 매년 보고서를 발표한다.\n"_s;

const auto readout = u"7th ROK-EU Cyber Policy Consultation\n\n"
                     "1. The 7th Cyber Policy Consultation was held in Seoul on 20 May 2025.\n\n"
                     "2. Both sides explored potential areas for cooperation on cyber capacity building.\n\n"
                     "3. Both sides discussed cyber threats and agreed to work closely together in the UN Open-ended Working Group.\n"_s;

} // namespace

/// The reading desk in a window with everything behind it.
class DeskTest : public QObject
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
    const Model &map() const { return m_session->document()->model(); }
    DeskView &desk() const { return m_window->centre().desk(); }
    SuggestionList &suggestions() const { return m_window->centre().suggestions(); }

    /// Imports a text and returns its key.
    QString imported(const QString &name, const QString &text, const reading::ImportOptions &options = {})
    {
        const auto before = map().table<model::Document>().size();
        m_session->importFile(file(name, text.toUtf8()), options);
        if (!QTest::qWaitFor([&] { return map().table<model::Document>().size() > before; }, 20000))
            return {};
        const QString hash = QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex());
        for (const auto &row : map().all<model::Document>()) {
            if (row.hash == hash)
                return row.id.value;
        }
        return {};
    }
    QString shownAgreement()
    {
        const QString id = imported(u"harbours.txt"_s, agreement);
        m_window->centre().showPlace({id, {}, {}, 0});
        return id;
    }
    const Paragraph *block(const QString &document, const QString &words) const
    {
        for (const Paragraph &paragraph : map().all<Paragraph>()) {
            if (paragraph.document.value == document && paragraph.text.contains(words))
                return &paragraph;
        }
        return nullptr;
    }
    void drop(const QList<QUrl> &urls)
    {
        QMimeData data;
        data.setUrls(urls);
        QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &event);
    }
    /// Chooses a block in the tree, as the arrows would, and gives it the keyboard.
    void stand(const QString &paragraph)
    {
        desk().outline().setFocus();
        desk().outline().setCurrentIndex(static_cast<OutlineModel *>(desk().outline().model())->indexOf(paragraph));
        QCOMPARE(desk().currentBlock(), paragraph);
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
        QVERIFY(m_session->createNow(exchange::shippedMap()));
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup()
    {
        m_session->document()->abandon();
        m_window.reset();
        m_session.reset();
    }

    void droppedTextsComeInWithoutAQuestion()
    {
        const QString one = file(u"one.txt"_s, agreement.toUtf8());
        const QString two = file(u"two.txt"_s, readout.toUtf8());
        drop({QUrl::fromLocalFile(one), QUrl::fromLocalFile(two)});
        QTRY_COMPARE_WITH_TIMEOUT(map().table<model::Document>().size(), std::size_t(2), 20000);
        QCOMPARE(m_answers.asked, 0);
    }

    void aCancelledReadingChangesNothingAndNoLateAnswerLands()
    {
        const QString before = map().contentHash();
        QString longText = agreement;
        for (int i = 3; i < 4000; ++i)
            longText += u"\n\nArticle %1\n\n1. The joint office counts the ships of harbour %1 and says how many there were.\n"_s.arg(i);
        m_session->importFile(file(u"long.txt"_s, longText.toUtf8()));
        m_session->importFile(file(u"next.txt"_s, readout.toUtf8()));
        QVERIFY(m_session->job().isRunning());
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QVERIFY(!m_session->job().isRunning());
        QTest::qWait(1500);
        QCOMPARE(map().contentHash(), before);
        QVERIFY(!m_session->document()->canUndo());
        QVERIFY(m_window->errorBar().texts().join(u' ').contains(u"stopped"_s));
        // The next one is read as if nothing had been.
        QVERIFY(!imported(u"after.txt"_s, readout).isEmpty());
    }

    void aFileThatIsNotThereIsToldInOneSentence()
    {
        m_session->importFile(m_folder.filePath(u"nowhere.txt"_s));
        QTRY_COMPARE_WITH_TIMEOUT(m_window->errorBar().texts().size(), 1, 20000);
        QVERIFY(m_window->errorBar().texts().first().contains(u"nowhere.txt"_s));
    }

    void copiedWordsBecomeADocument()
    {
        auto *copied = new QMimeData;
        copied->setText(readout);
        QGuiApplication::clipboard()->setMimeData(copied);
        m_answers.options->title = u"What the ministry wrote"_s;
        m_answers.options->date = u"2025-05-21"_s;
        m_window->actionTable().pasteText->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(map().table<model::Document>().size(), std::size_t(1), 20000);
        const model::Document &document = map().table<model::Document>().begin()->second;
        QCOMPARE(document.title, u"What the ministry wrote"_s);
        QCOMPARE(document.date.toIso(), u"2025-05-21"_s);
        QCOMPARE(m_answers.asked, 1);
    }

    void nothingCopiedIsToldAndThinkingBetterOfItReadsNothing()
    {
        QGuiApplication::clipboard()->clear();
        m_window->actionTable().pasteText->trigger();
        QCOMPARE(m_window->errorBar().texts().size(), 1);
        QGuiApplication::clipboard()->setText(readout);
        m_answers.options.reset();
        m_window->actionTable().pasteText->trigger();
        QVERIFY(!m_session->job().isRunning());
    }

    void everyBlockOfATextStandsInTheTreeOnce()
    {
        const QString id = shownAgreement();
        auto *tree = static_cast<OutlineModel *>(desk().outline().model());
        const QAbstractItemModelTester tester(tree);
        std::size_t blocks = 0;
        for (const Paragraph *paragraph : m_session->document()->lookup().paragraphs(Id<model::Document>(id))) {
            if (paragraph->role == ParagraphRole::SetAside)
                continue;
            ++blocks;
            const QModelIndex index = tree->indexOf(paragraph->id.value);
            QVERIFY2(index.isValid(), qPrintable(paragraph->text));
            QCOMPARE(tree->at(index), paragraph);
        }
        QCOMPARE(tree->size(), blocks);
        QVERIFY(blocks >= 8);
        const Paragraph *point = block(id, u"first half"_s);
        QCOMPARE(tree->at(tree->indexOf(point->id.value).parent())->label, point->parent);
    }

    void theTitleOfAnArticleHoldsThatArticleAlone()
    {
        const QString id = imported(u"lamps.txt"_s,
                                    u"Agreement on Lamps\n\nArticle 1 (Purpose)\nThe Parties keep the lamps.\n\nArticle 2\nThey meet.\n\n"
                                    "Article 3 (Costs)\n1. Each bears its own.\n2. None is shared.\n"_s);
        QVERIFY(m_window->centre().showPlace({id, u"1"_s, {}, 0}));
        const auto *tree = static_cast<OutlineModel *>(desk().outline().model());
        const auto above = [&](const QString &words) {
            const QModelIndex index = tree->indexOf(block(id, words)->id.value);
            const Paragraph *parent = tree->at(index.parent());
            return parent ? parent->text : QString();
        };
        QVERIFY(above(u"keep the lamps"_s).contains(u"Purpose"_s));
        QCOMPARE(above(u"They meet"_s), u"Agreement on Lamps"_s);
        QCOMPARE(above(u"Costs"_s), u"Agreement on Lamps"_s);
        const QModelIndex costs = tree->indexOf(block(id, u"Costs"_s)->id.value);
        QCOMPARE(tree->at(tree->index(0, 0, costs))->label, u"3"_s);
        QCOMPARE(tree->rowCount(tree->index(0, 0, costs)), 2);
    }

    void theTextTheTreeAndTheRecordShowTheSameBlock()
    {
        const QString id = shownAgreement();
        const Paragraph *point = block(id, u"first half"_s);
        stand(point->id.value);
        QCOMPARE(static_cast<TextModel *>(desk().text().model())->at(desk().text().currentIndex().row()), point);
        QVERIFY(m_selection.current().endsWith(point->label));
        // And the other way round.
        const Paragraph *other = block(id, u"second half"_s);
        desk().text().setCurrentIndex(desk().text().model()->index(static_cast<TextModel *>(desk().text().model())->rowOf(other->id.value), 0));
        QCOMPARE(static_cast<OutlineModel *>(desk().outline().model())->at(desk().outline().currentIndex()), other);
        // A clause chosen elsewhere is found in the text.
        QString clause = m_selection.current();
        clause.chop(other->label.size());
        m_selection.choose(clause + point->label);
        QCOMPARE(desk().currentBlock(), point->id.value);
    }

    void aPointIsPromotedAndDemotedFromTheKeyboardAndUndone()
    {
        const QString id = shownAgreement();
        const QString point = block(id, u"second half"_s)->id.value;
        const QString before = map().contentHash();
        const int depth = map().find<Paragraph>(point)->depth;
        stand(point);
        QTest::keyClick(&desk().outline(), Qt::Key_Left, Qt::AltModifier);
        QVERIFY2(m_window->errorBar().texts().filter(u"cannot"_s).isEmpty(), qPrintable(m_window->errorBar().texts().join(u' ')));
        QCOMPARE(map().find<Paragraph>(point)->depth, depth - 1);
        QCOMPARE(desk().currentBlock(), point);
        m_window->actionTable().undo->trigger();
        QCOMPARE(map().contentHash(), before);
        m_window->actionTable().redo->trigger();
        QTest::keyClick(&desk().outline(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(map().find<Paragraph>(point)->depth, depth);
    }

    void theKeysOfTheDeskMeanTheirOwnElsewhere()
    {
        const QString id = shownAgreement();
        m_selection.choose(u"dlg-cyber"_s);
        m_selection.choose(u"ins-sdp"_s);
        const QString before = map().contentHash();
        m_window->centre().showNetwork();
        QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(m_selection.current(), u"dlg-cyber"_s);
        QCOMPARE(map().contentHash(), before);
        QVERIFY(!id.isEmpty());
    }

    void aRefusedCorrectionIsToldAndChangesNothing()
    {
        shownAgreement();
        const auto *tree = static_cast<OutlineModel *>(desk().outline().model());
        stand(tree->at(tree->index(0, 0))->id.value);
        const QString before = map().contentHash();
        QTest::keyClick(&desk().outline(), Qt::Key_J, Qt::ControlModifier); // Nothing stands above the first block.
        QCOMPARE(map().contentHash(), before);
        QVERIFY(!m_window->errorBar().texts().isEmpty());
    }

    void aBlockIsSetAsideAndPutBackFromTheKeyboard()
    {
        const QString id = shownAgreement();
        const QString office = block(id, u"meets once a year"_s)->id.value;
        // A unit with a clause may be more than furniture: what is set aside here is prose.
        const QString title = static_cast<OutlineModel *>(desk().outline().model())->at(desk().outline().model()->index(0, 0))->id.value;
        QVERIFY(title != office);
        stand(title);
        QTest::keyClick(&desk().outline(), Qt::Key_F);
        QCOMPARE(map().find<Paragraph>(title)->role, ParagraphRole::SetAside);
        auto *strip = desk().setAside().list();
        const auto *lines = static_cast<SetAsideModel *>(strip->model());
        int row = -1;
        for (int i = 0; i < lines->rowCount(); ++i)
            row = lines->at(i)->id.value == title ? i : row;
        QVERIFY(row >= 0);
        QVERIFY(!lines->index(row, SetAsideModel::Why).data().toString().isEmpty());
        strip->setFocus();
        strip->setCurrentIndex(lines->index(row, 0));
        QTest::keyClick(strip, Qt::Key_Return);
        QVERIFY(map().find<Paragraph>(title)->role != ParagraphRole::SetAside);
        m_window->actionTable().undo->trigger();
        QCOMPARE(map().find<Paragraph>(title)->role, ParagraphRole::SetAside);
    }

    void severalLinesArePutBackInOneStep()
    {
        QString text;
        for (int page = 1; page <= 4; ++page)
            text += u"JOINT HARBOUR OFFICE 77/25\n\n%1. The office counts the ships of harbour %1 and tells both sides.\n\n%1\n\f"_s.arg(page);
        const QString id = imported(u"pages.txt"_s, text);
        m_window->centre().showPlace({id, {}, {}, 0});
        auto *strip = desk().setAside().list();
        QVERIFY(strip->model()->rowCount() >= 4);
        const QString before = map().contentHash();
        strip->setFocus();
        strip->selectAll();
        m_window->actionTable().putBack->trigger();
        QCOMPARE(strip->model()->rowCount(), 0);
        m_window->actionTable().undo->trigger();
        QCOMPARE(map().contentHash(), before);
    }

    void aTypoIsCorrectedWhereItStands()
    {
        const QString id = shownAgreement();
        const QString office = block(id, u"meets once a year"_s)->id.value;
        stand(office);
        QTest::keyClick(&desk().outline(), Qt::Key_F2);
        auto *editor = desk().text().findChild<QPlainTextEdit *>();
        QVERIFY(editor);
        QCOMPARE(editor->toPlainText(), u"The joint office meets once a year."_s);
        QTest::keyClick(editor, Qt::Key_End);
        QTest::keyClick(editor, Qt::Key_Backspace);
        QTest::keyClicks(editor, u", in hf."_s); // The letters are words here, no commands.
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(map().find<Paragraph>(office)->text, u"The joint office meets once a year, in hf."_s);
        QCOMPARE(map().find<Paragraph>(office)->role, ParagraphRole::Unit);
        m_window->actionTable().undo->trigger();
        QCOMPARE(map().find<Paragraph>(office)->text, u"The joint office meets once a year."_s);
    }

    void aBlockIsPartedAtTheCursorOfItsEditor()
    {
        const QString id = shownAgreement();
        const QString office = block(id, u"meets once a year"_s)->id.value;
        stand(office);
        const auto before = m_session->document()->lookup().paragraphs(Id<model::Document>(id)).size();
        QTest::keyClick(&desk().outline(), Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
        auto *editor = desk().text().findChild<QPlainTextEdit *>();
        QVERIFY(editor);
        QTextCursor cursor = editor->textCursor();
        cursor.setPosition(17); // "The joint office "
        editor->setTextCursor(cursor);
        QTest::keyClick(editor, Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(m_session->document()->lookup().paragraphs(Id<model::Document>(id)).size(), before + 1);
        QCOMPARE(map().find<Paragraph>(office)->text.trimmed(), u"The joint office"_s);
        QVERIFY(block(id, u"meets once a year"_s));
    }

    void markupInATextIsShownAsItsLetters()
    {
        const QString id = shownAgreement();
        const Paragraph *office = block(id, u"for ten years"_s);
        QVERIFY(office && office->text.contains(u"<b>figures</b>"_s));
        stand(office->id.value);
        QVERIFY(desk().outline().currentIndex().data().toString().contains(u"<b>figures</b> <img"_s));
        m_window->centre().showSuggestions({});
        for (const QLabel *label : m_window->findChildren<QLabel *>())
            QVERIFY2(label->textFormat() == Qt::PlainText || !label->text().contains(u"<b>figures"_s), qPrintable(label->text()));
        for (int row = 0; row < desk().text().model()->rowCount(); ++row)
            QVERIFY(!desk().text().model()->index(row, 0).data(Qt::ToolTipRole).toString().contains(u"<img src"_s));
    }

    void aLongTextIsShownWithoutMeasuringItAll()
    {
        QString text = u"Agreement on Harbour Statistics\n\n"_s;
        for (int i = 1; i <= 3000; ++i)
            text += u"Article %1\n\n1. The joint office counts the ships of harbour %1 and says how many there were.\n\n"_s.arg(i);
        const QString id = imported(u"long.txt"_s, text);
        QVERIFY(!id.isEmpty());
        m_window->centre().showPlace({id, {}, {}, 0});
        TextView &view = desk().text();
        QVERIFY(view.model()->rowCount() >= 6000);
        // The last block can be reached, and then stands in view as a whole.
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(view.currentIndex().row(), view.model()->rowCount() - 1);
        view.viewport()->grab();
        const QRect last = view.visualRect(view.currentIndex());
        QVERIFY(view.viewport()->rect().contains(last.center()));
        QCOMPARE(view.indexAt(last.center()), view.currentIndex());
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.currentIndex().row(), 0);
    }

    void thePagesOfAFileThatIsGoneAreMissedHonestly()
    {
        const QString id = shownAgreement();
        model::Document document = *map().find<model::Document>(id);
        const auto changes = edits::set(map(), id, {{u"format"_s, u"pdf"_s}});
        QVERIFY(changes);
        QVERIFY(m_session->document()->submit(*changes));
        QVERIFY(QFile::remove(m_folder.filePath(u"harbours.txt"_s)));
        desk().setDocument(m_session->document());
        m_window->centre().showPlace({id, {}, {}, 0});
        QTRY_VERIFY(!desk().findChildren<QPushButton *>().isEmpty());
        bool told = false;
        QTRY_VERIFY_WITH_TIMEOUT(([&] {
                                     for (const QLabel *label : desk().findChildren<QLabel *>())
                                         told = told || label->text().contains(u"no longer in"_s);
                                     return told;
                                 }()),
                                 5000);
        QVERIFY(!desk().showsPages());
        QVERIFY(!document.hash.isEmpty());
    }

    void thePagesAreShownFromTheFileAndOutlineWhatIsChosen()
    {
        const QString id = shownAgreement();
        auto changes = edits::set(map(), id, {{u"format"_s, u"pdf"_s}});
        QVERIFY(changes && m_session->document()->submit(*changes));
        const QString point = block(id, u"first half"_s)->id.value;
        changes = edits::set(map(), point, {{u"place"_s, u"2:72,100,300,24"_s}});
        QVERIFY(changes && m_session->document()->submit(*changes));
        std::atomic<int> painted = 0;
        desk().pictures().reader.sizes = [](const QByteArray &, Progress &) -> Result<std::vector<QSizeF>> {
            return std::vector<QSizeF>{{595, 842}, {595, 842}};
        };
        desk().pictures().reader.picture = [&painted](const QByteArray &, int, int width, Progress &) -> Result<QImage> {
            ++painted;
            QImage image(width, width, QImage::Format_RGB32);
            image.fill(Qt::white);
            return image;
        };
        desk().setDocument(m_session->document());
        m_window->centre().showPlace({id, {}, {}, 0});
        QTRY_VERIFY(desk().showsPages());
        QTRY_VERIFY(painted > 0);
        stand(point);
        QCOMPARE(desk().pages().places().size(), std::size_t(1));
        QCOMPARE(desk().pages().places().front().page, 2);
        QTRY_COMPARE(desk().pages().currentPage(), 2);
        // Another file under the same name is not taken for it.
        file(u"harbours.txt"_s, "another");
        desk().openOriginal(m_folder.filePath(u"harbours.txt"_s));
        QTRY_VERIFY(!desk().showsPages());
    }

    void aRealFileIsPaintedByTheChildProcessAndItsBlocksLieOnItsPages()
    {
#ifndef ENTENTE_HAS_EXTRACT
        QSKIP("built without the program that reads PDF");
#endif
        const QString path = m_folder.filePath(u"harbours.pdf"_s);
        {
            QPdfWriter writer(path);
            writer.setResolution(72);
            QPainter painter(&writer);
            QFont font(u"Noto Sans"_s);
            font.setPixelSize(12);
            painter.setFont(font);
            painter.drawText(60, 80, u"Agreement on Harbour Statistics"_s);
            for (int i = 1; i <= 6; ++i)
                painter.drawText(60, 100 + 40 * i, u"%1. The joint office counts the ships of harbour %1."_s.arg(i));
            writer.newPage();
            painter.drawText(60, 120, u"7. The joint office tells both sides how many ships there were."_s);
        }
        m_session->importFile(path);
        QTRY_COMPARE_WITH_TIMEOUT(map().table<model::Document>().size(), std::size_t(1), 30000);
        const QString id = map().table<model::Document>().begin()->first;
        m_window->centre().showPlace({id, {}, {}, 0});
        QTRY_VERIFY_WITH_TIMEOUT(desk().showsPages(), 20000);
        const Paragraph *last = block(id, u"how many ships"_s);
        QVERIFY(last && last->page == 2);
        stand(last->id.value);
        QCOMPARE(desk().pages().places().size(), std::size_t(1));
        const model::PagePlace place = desk().pages().places().front();
        QCOMPARE(place.page, 2);
        // Where the block is said to lie, the painted page is not empty; beside it, it is.
        const auto inkIn = [&](const QRectF &box) {
            const QImage image = desk().pictures().picture(2, 1190);
            if (image.isNull())
                return -1;
            const double scale = image.width() / desk().pictures().sizes()[1].width();
            int dark = 0;
            for (int y = int(box.top() * scale); y < int(box.bottom() * scale); ++y) {
                for (int x = int(box.left() * scale); x < int(box.right() * scale); ++x)
                    dark += image.valid(x, y) && qGray(image.pixel(x, y)) < 128 ? 1 : 0;
            }
            return dark;
        };
        QTRY_VERIFY_WITH_TIMEOUT(inkIn(place.box) > 0, 20000);
        QCOMPARE(inkIn(place.box.translated(0, 3 * place.box.height())), 0);
    }

    void aGroupOfProposalsIsAcceptedAsOneStep()
    {
        const QString id = imported(u"readout.txt"_s, readout);
        const QString before = map().contentHash();
        m_window->centre().showSuggestions(id, u"relation"_s);
        SuggestionModel &model = suggestions().model();
        const QAbstractItemModelTester tester(&model);
        suggestions().setThreshold(0.05);
        QVERIFY(model.rowCount() > 0);
        QModelIndex group;
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.rowCount(model.index(row, 0)) > 1)
                group = model.index(row, 0);
        }
        QVERIFY(group.isValid());
        const QStringList ids = model.openOfGroup(group);
        const int open = suggestions().openCount();
        QTreeView &tree = suggestions().tree();
        tree.setFocus();
        tree.setCurrentIndex(model.index(0, 0, group));
        QTest::keyClick(&tree, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&tree, Qt::Key_A);
        for (const QString &accepted : ids)
            QVERIFY2(map().find<Suggestion>(accepted)->state == SuggestionState::Accepted,
                     qPrintable(accepted + u' ' + m_window->errorBar().texts().join(u' ')));
        QCOMPARE(suggestions().openCount(), open - int(ids.size()));
        m_window->actionTable().undo->trigger();
        QCOMPARE(map().contentHash(), before);
        QCOMPARE(suggestions().openCount(), open);
    }

    void aRejectedProposalStaysAwayAndTheNextComesUnderTheHand()
    {
        const QString id = imported(u"readout.txt"_s, readout);
        m_window->centre().showSuggestions(id);
        suggestions().setThreshold(0.05);
        SuggestionModel &model = suggestions().model();
        QTreeView &tree = suggestions().tree();
        const QModelIndex group = model.index(model.rowCount() - 1, 0);
        tree.setFocus();
        tree.setCurrentIndex(model.index(0, 0, group));
        const QString first = model.at(tree.currentIndex())->id.value;
        const int open = suggestions().openCount();
        QTest::keyClick(&tree, Qt::Key_R);
        QCOMPARE(map().find<Suggestion>(first)->state, SuggestionState::Rejected);
        QCOMPARE(suggestions().openCount(), open - 1);
        QVERIFY(tree.currentIndex().isValid());
    }

    void aHigherThresholdShowsFewerLinks()
    {
        const QString id = imported(u"readout.txt"_s, readout);
        m_window->centre().showSuggestions(id);
        suggestions().setThreshold(0.05);
        const int all = suggestions().openCount();
        QVERIFY(all > 0);
        suggestions().setThreshold(0.95);
        QVERIFY(suggestions().openCount() < all);
        suggestions().setThreshold(0.05);
        QCOMPARE(suggestions().openCount(), all);
    }

    void everyProposalSaysInWordsWhatAcceptanceWrites()
    {
        const QString id = imported(u"readout.txt"_s, readout);
        const Lookup &lookup = m_session->document()->lookup();
        const auto rows = lookup.suggestions(Id<model::Document>(id));
        QVERIFY(!rows.empty());
        for (const Suggestion *row : rows) {
            const QString words = proposalInWords(lookup, *row);
            QVERIFY2(words.size() > 5 && !words.contains(u'{'), qPrintable(words));
        }
    }

    void aNameThatNobodyKnowsBecomesARecordOrAnotherNameOrNothing()
    {
        const QString id = imported(u"readout.txt"_s, readout);
        Suggestion name;
        name.kind = u"name"_s;
        name.document.value = id;
        name.label = u"2"_s;
        name.quote = u"Harbour Statistics Bureau"_s;
        name.reason = u"a name that the map does not know"_s;
        const auto put = [&](const QString &key) {
            name.id.value = key;
            ChangeSet changes(u"name"_s);
            changes.add(name);
            QVERIFY(m_session->document()->submit(changes));
        };
        m_window->centre().showSuggestions(id, u"name"_s);
        for (const QString &key : {u"sug-one"_s, u"sug-two"_s})
            put(key);
        QTreeView &tree = suggestions().tree();
        const auto press = [&](const QString &words) {
            for (auto *button : m_window->centre().suggestions().findChildren<QPushButton *>()) {
                if (button->text() == words)
                    return button->click();
            }
            QFAIL(qPrintable(words));
        };
        tree.setFocus();
        tree.setCurrentIndex(suggestions().model().indexOf(u"sug-one"_s));
        press(u"New record"_s);
        QCOMPARE(map().find<Suggestion>(u"sug-one"_s)->state, SuggestionState::Accepted);
        const QString record = map().find<Suggestion>(u"sug-one"_s)->target.value;
        QVERIFY(map().find<Institution>(record));
        QCOMPARE(map().find<Institution>(record)->nameEn, name.quote);
        m_window->actionTable().undo->trigger();
        QVERIFY(!map().find<Institution>(record));
        tree.setCurrentIndex(suggestions().model().indexOf(u"sug-two"_s));
        press(u"Ignore (R)"_s);
        QCOMPARE(map().find<Suggestion>(u"sug-two"_s)->state, SuggestionState::Rejected);
    }

    void twoEditionsStandSideBySide()
    {
        reading::ImportOptions options;
        options.as = u"instrument"_s;
        options.reference = u"HS 1/25"_s;
        const QString first = imported(u"first.txt"_s, agreement, options);
        const QString instrument = map().find<model::Document>(first)->instrument.value;
        QVERIFY(!instrument.isEmpty());
        QString changed = agreement;
        changed.replace(u"meets once a year"_s, u"meets twice a year"_s);
        options.into = instrument;
        options.date = u"2026-01-10"_s;
        options.reference = u"HS 2/25"_s;
        const QString second = imported(u"second.txt"_s, changed, options);
        QVERIFY(!second.isEmpty());
        ComparisonView &view = m_window->centre().editions();
        m_window->centre().showEditions(instrument);
        const QAbstractItemModelTester tester(&view.model());
        QTRY_VERIFY_WITH_TIMEOUT(view.model().rowCount() >= 6, 10000);
        view.showOnlyChanged(true);
        QCOMPARE(view.model().rowCount(), 1);
        const ComparedClause &clause = *view.model().at(0);
        QCOMPARE(clause.verdict, reading::Verdict::Reworded);
        QVERIFY(clause.before.contains(u"once"_s) || clause.after.contains(u"once"_s));
        bool removed = false, added = false;
        for (const base::WordRun &run : view.model().words(0)) {
            removed = removed || (run.kind == base::WordRun::Kind::Removed && run.oldLength < 12);
            added = added || (run.kind == base::WordRun::Kind::Added && run.newLength < 12);
        }
        QVERIFY(removed && added);
        QVERIFY(!view.grab().isNull());
        QVERIFY(view.model().summary().contains(u"reworded"_s));
    }

    void theRoomOfTheDeskIsRemembered()
    {
        shownAgreement();
        const QByteArray before = desk().arrangement();
        QVERIFY(!before.isEmpty());
        m_window->close();
        QCOMPARE(m_settings->value("desk/arrangement").toByteArray(), desk().arrangement());
    }
};

QTEST_MAIN(DeskTest)
#include "desk_test.moc"
