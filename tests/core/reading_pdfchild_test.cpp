#include "core/reading/childprocess.h"
#include "core/reading/extract.h"
#include "core/reading/pdfpages.h"
#include "core/reading/pdfreader.h"
#include "reading_test.h"
#include "tests/support/pdf.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <thread>

using namespace reading_test;

namespace {

/// Runs the reading with a child that misbehaves in the way that its name says.
class ReadingPdfChild : public testing::Test
{
protected:
    void SetUp() override { ASSERT_TRUE(m_folder.isValid()); }
    void TearDown() override { qunsetenv("ENTENTE_EXTRACT"); }

    QString childThat(const QString &does) const
    {
        const QString original = QString::fromUtf8(ENTENTE_MISBEHAVING);
        const QString path = m_folder.filePath(does + (original.endsWith(u".exe"_s) ? u".exe"_s : QString()));
        if (!QFile::exists(path)) {
            EXPECT_TRUE(QFile::copy(original, path));
        }
        return path;
    }
    void use(const QString &does) const { qputenv("ENTENTE_EXTRACT", childThat(does).toUtf8()); }

    Result<Extract> readWith(const QString &does) const
    {
        use(does);
        base::Progress progress;
        return extractPdf(tests::longPdf(1), progress);
    }

    static void expectOneSentence(const Error &error)
    {
        EXPECT_TRUE(error.sentence.endsWith(u'.')) << error.sentence.toStdString();
        EXPECT_EQ(error.sentence.count(u'\n'), 0);
    }

    QTemporaryDir m_folder;
};

ChildEnd run(const QString &program, const QByteArray &input, const ChildLimits &limits)
{
    return runChild(
        program, {}, input, limits, [](const QByteArray &) { return true; }, base::Progress());
}

} // namespace

TEST_F(ReadingPdfChild, thatCrashesIsSaidInOneSentence)
{
    for (const QString &does : {u"crash"_s, u"half"_s}) {
        const auto result = readWith(does);
        ASSERT_FALSE(result) << does.toStdString();
        EXPECT_EQ(result.error().failure, Failure::Refused);
        EXPECT_TRUE(result.error().sentence.contains(u"broke down"_s)) << result.error().sentence.toStdString();
        expectOneSentence(result.error());
    }
}

TEST_F(ReadingPdfChild, thatSaysNonsenseIsNotBelieved)
{
    for (const QString &does : {u"silent"_s, u"pages"_s, u"lie"_s, u"older"_s}) {
        const auto result = readWith(does);
        ASSERT_FALSE(result) << does.toStdString();
        EXPECT_EQ(result.error().failure, Failure::Refused);
        EXPECT_TRUE(result.error().sentence.contains(u"makes no sense"_s))
            << does.toStdString() << ": " << result.error().sentence.toStdString();
        expectOneSentence(result.error());
    }
}

TEST_F(ReadingPdfChild, thatFloodsUsIsEndedWithMemoryBounded)
{
    const auto result = readWith(u"flood"_s);
    ASSERT_FALSE(result);
    expectOneSentence(result.error());
    ChildLimits limits;
    limits.mostOutput = 1 << 20;
    EXPECT_EQ(run(childThat(u"flood"_s), "x", limits), ChildEnd::Flooded);
}

TEST_F(ReadingPdfChild, thatHangsOrDoesNotListenIsEnded)
{
    ChildLimits limits;
    limits.longestSilence = 300;
    const QByteArray much(qsizetype(8) << 20, 'x');
    QElapsedTimer timer;
    timer.start();
    EXPECT_EQ(run(childThat(u"hang"_s), much, limits), ChildEnd::Silent);
    EXPECT_EQ(run(childThat(u"deaf"_s), much, limits), ChildEnd::Silent);
    limits = {};
    limits.longest = 300;
    EXPECT_EQ(run(childThat(u"hang"_s), "x", limits), ChildEnd::TooLong);
    EXPECT_LT(timer.elapsed(), 10'000);

    use(u"hang"_s);
    limits.longest = 100;
    PdfAnswer answer;
    const auto asked = askPdfReader(
        "%PDF-", {u"text"_s}, answer, [](const QJsonObject &) { return true; }, [] { return false; }, limits, base::Progress());
    ASSERT_FALSE(asked);
    EXPECT_TRUE(asked.error().sentence.contains(u"took too long"_s));
    expectOneSentence(asked.error());
}

TEST_F(ReadingPdfChild, thatBreaksDownBehindTheLastPageLosesNothing)
{
    const auto result = readWith(u"late"_s);
    ASSERT_TRUE(result) << result.error().sentence.toStdString();
    ASSERT_EQ(result->lines.size(), 1u);
    EXPECT_EQ(result->lines.front().text, u"all there is"_s);
}

TEST_F(ReadingPdfChild, thatEatsMemoryStarvesAlone)
{
#ifndef Q_OS_LINUX
    GTEST_SKIP() << "only the real reader limits its memory here";
#endif
#ifdef __SANITIZE_ADDRESS__
    GTEST_SKIP() << "the sanitizer maps more than any limit";
#endif
    const auto result = readWith(u"eat"_s);
    ASSERT_FALSE(result);
    expectOneSentence(result.error());
}

TEST_F(ReadingPdfChild, knowsNothingOfTheUserAndLeavesNoFile)
{
    qputenv("ENTENTE_SECRET", "a word that is nobody's business");
    const auto result = readWith(u"environment"_s);
    qunsetenv("ENTENTE_SECRET");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().detail, u"knows "_s);
#ifdef Q_OS_UNIX
    const auto written = readWith(u"writer"_s);
    QFile::remove(childThat(u"writer"_s) + u".was-here"_s);
    ASSERT_FALSE(written);
    EXPECT_NE(written.error().detail, u"wrote"_s);
#endif
}

TEST_F(ReadingPdfChild, isGoneSoonAfterCancel)
{
    use(u"hang"_s);
    base::Progress progress;
    std::thread impatient([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        progress.cancel();
    });
    QElapsedTimer timer;
    timer.start();
    const auto result = extractPdf(tests::longPdf(1), progress);
    impatient.join();
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().failure, Failure::Cancelled);
    EXPECT_LT(timer.elapsed(), 5'000); // a loaded machine; 150 ms alone
}

TEST_F(ReadingPdfChild, thatIsMissingOrNoProgramIsSaid)
{
    qputenv("ENTENTE_EXTRACT", m_folder.filePath(u"nowhere"_s).toUtf8());
    base::Progress progress;
    for (int round = 0; round < 2; ++round) {
        const auto result = extractPdf(tests::longPdf(1), progress);
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().failure, Failure::Refused);
        expectOneSentence(result.error());
        const auto picture = pdfPagePicture(tests::longPdf(1), 1, 100, progress);
        EXPECT_FALSE(picture);
        QFile file(m_folder.filePath(u"noprogram"_s));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("no program");
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv("ENTENTE_EXTRACT", file.fileName().toUtf8());
    }
}

int main(int argc, char *argv[])
{
    testing::InitGoogleTest(&argc, argv);
    const QCoreApplication application(argc, argv); // says where the programs lie
    return RUN_ALL_TESTS();
}
