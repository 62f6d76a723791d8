#include "core/reading/childprocess.h"
#include "core/reading/extract.h"
#include "core/reading/pdfpages.h"
#include "core/reading/pdfreader.h"
#include "reading_test.h"
#include "tests/support/pdf.h"

#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>

using namespace reading_test;

namespace {

QByteArray fixture(const QString &name)
{
    return bytesOf(QString::fromUtf8(ENTENTE_TEST_DATA_DIR) + u"/pdf/"_s + name);
}

Result<Extract> extracted(const QByteArray &bytes)
{
    base::Progress progress;
    return extract(bytes, progress);
}

/// A line of the document a line: page, P page begins, B blank line before, N note, G gap, why it is set aside, text.
QString shownLines(const Extract &extract)
{
    QString result;
    for (const Line &line : extract.lines) {
        result += QString::number(line.page) + (line.pageStart ? u'P' : u' ') + (line.blankBefore ? u'B' : u' ') +
                  (line.part == Part::Note ? u'N' : (line.gap ? u'G' : u' ')) + (line.why.isEmpty() ? QString() : u'(' + line.why + u')') +
                  u' ' + (line.text.isEmpty() ? line.gapKind : line.text) + u'\n';
    }
    return result;
}

QString letters(QString text)
{
    text.remove(QRegularExpression(u"[\\s\u00AD]"_s));
    std::sort(text.begin(), text.end());
    return text;
}

/// Reads documents with the real child; skipped where it was not built.
class ReadingPdf : public testing::Test
{
protected:
    void SetUp() override
    {
        if (programOfOurs(u"entente-extract"_s, "ENTENTE_EXTRACT").isEmpty())
            GTEST_SKIP() << "built without Qt Pdf: there is no entente-extract";
    }
};

} // namespace

TEST_F(ReadingPdf, givesTheLinesThatAPersonSees)
{
    for (const QString &name : {u"agreement"_s, u"korean"_s, u"columns"_s}) {
        const auto extract = extracted(fixture(name + u".pdf"_s));
        ASSERT_TRUE(extract) << name.toStdString() << ": " << extract.error().sentence.toStdString();
        const QString expected = QString::fromUtf8(fixture(name + u".expected.txt"_s));
        const QString shown = shownLines(*extract);
        EXPECT_EQ(shown, expected) << name.toStdString() << ":\n" << shown.toStdString();
        EXPECT_EQ(extract->format, u"pdf"_s);
        EXPECT_TRUE(extract->emptyPages.empty());
    }
}

TEST_F(ReadingPdf, losesNoWordThatPdftotextFinds)
{
    const QString pdftotext = QStandardPaths::findExecutable(u"pdftotext"_s);
    if (pdftotext.isEmpty())
        GTEST_SKIP() << "pdftotext is not installed";
    for (const QString &name : {u"agreement"_s, u"korean"_s, u"columns"_s, u"turned"_s}) {
        QProcess process;
        process.start(pdftotext, {u"-layout"_s, QString::fromUtf8(ENTENTE_TEST_DATA_DIR) + u"/pdf/"_s + name + u".pdf"_s, u"-"_s});
        ASSERT_TRUE(process.waitForFinished());
        const QString theirs = base::cleanText(QString::fromUtf8(process.readAllStandardOutput()));
        const auto extract = extracted(fixture(name + u".pdf"_s));
        ASSERT_TRUE(extract);
        QString ours;
        for (const Line &line : extract->lines)
            ours += line.text + u'\n';
        EXPECT_EQ(letters(ours), letters(theirs)) << name.toStdString();
        if (name == u"turned") // they read across the columns
            continue;
        // Word for word, but for what either parts otherwise: marks of notes, slanted writing, Hangul beside a comma.
        QHash<QString, int> balance;
        for (const QString &word : wordsOf(ours))
            ++balance[word];
        for (const QString &word : wordsOf(theirs))
            --balance[word];
        int apart = 0;
        for (const int count : std::as_const(balance))
            apart += std::abs(count);
        EXPECT_LE(apart, name == u"agreement" ? 30 : 8) << name.toStdString();
    }
}

TEST_F(ReadingPdf, tellsTheBoxesOfLines)
{
    const tests::PdfSheet sheet{{{100, 700, 12, u"A line of twelve points"_s}, {100, 400, 24, u"Large"_s}}};
    for (const bool wordByWord : {false, true}) {
        const auto extract = extracted(tests::writePdf({sheet}, wordByWord));
        ASSERT_TRUE(extract);
        ASSERT_EQ(extract->lines.size(), 2u);
        const Line &line = extract->lines.front();
        EXPECT_EQ(line.text, u"A line of twelve points"_s);
        EXPECT_NEAR(line.box.left(), 100, 2);
        EXPECT_NEAR(line.box.bottom(), 842 - 700 + 3, 2);
        EXPECT_NEAR(line.fontSize, 12, 1.5);
        EXPECT_NEAR(extract->lines.back().fontSize, 24, 3);
        EXPECT_TRUE(extract->lines.back().blankBefore);
    }
}

TEST_F(ReadingPdf, readsPagesThatAreShownTurned)
{
    // Written up the page and shown turned: upright to who looks at it.
    tests::PdfSheet up{{{100, 72, 11, u"The first line of a turned page"_s, 90},
                        {114, 72, 11, u"and its second line, which follows"_s, 90},
                        {128, 72, 11, u"and a third one that ends it."_s, 90}},
                       595,
                       842,
                       90};
    tests::PdfSheet down{{{495, 770, 11, u"The first line of a turned page"_s, -90},
                          {481, 770, 11, u"and its second line, which follows"_s, -90},
                          {467, 770, 11, u"and a third one that ends it."_s, -90}},
                         595,
                         842,
                         270};
    for (const tests::PdfSheet &sheet : {up, down}) {
        const auto extract = extracted(tests::writePdf({sheet}));
        ASSERT_TRUE(extract);
        ASSERT_EQ(extract->lines.size(), 3u) << shownLines(*extract).toStdString();
        EXPECT_EQ(extract->lines[0].text, u"The first line of a turned page"_s);
        EXPECT_EQ(extract->lines[2].text, u"and a third one that ends it."_s);
        EXPECT_NEAR(extract->lines[0].box.left(), 72, 2) << sheet.turned;
        EXPECT_NEAR(extract->lines[0].box.bottom(), 102, 3) << sheet.turned;
        EXPECT_TRUE(extract->lines[0].why.isEmpty());
    }
    // Written upright and shown turned: the same lines as before it was turned.
    const auto straight = extracted(fixture(u"columns.pdf"_s));
    for (const QString &name : {u"turned.pdf"_s, u"turnedback.pdf"_s}) {
        const auto turned = extracted(fixture(name));
        ASSERT_TRUE(straight);
        ASSERT_TRUE(turned);
        EXPECT_EQ(shownLines(*turned), shownLines(*straight)) << name.toStdString();
    }
}

TEST_F(ReadingPdf, readsTheHiddenWordsOfTextRecognition)
{
    const auto extract = extracted(tests::writePdf({{{{72, 700, 11, u"What the machine recognised"_s, 0, true}}}}));
    ASSERT_TRUE(extract);
    ASSERT_EQ(extract->lines.size(), 1u);
    EXPECT_EQ(extract->lines[0].text, u"What the machine recognised"_s);
}

TEST_F(ReadingPdf, readsWhatIsOnlyKeptFromPrinting)
{
    const auto extract = extracted(fixture(u"noprinting.pdf"_s));
    ASSERT_TRUE(extract);
    EXPECT_EQ(shownLines(*extract), QString::fromUtf8(fixture(u"korean.expected.txt"_s)));
}

TEST_F(ReadingPdf, saysPageByPageWhereThereIsNoText)
{
    const auto extract = extracted(fixture(u"mixed.pdf"_s));
    ASSERT_TRUE(extract);
    EXPECT_EQ(extract->pages, 5);
    EXPECT_EQ(extract->emptyPages, (std::vector<int>{2, 5})); // the third is blank
    ASSERT_EQ(extract->notices.size(), 1);
    EXPECT_TRUE(extract->notices[0].startsWith(u"Pages 2 and 5 are pictures"_s)) << extract->notices[0].toStdString();
    int gaps = 0;
    for (const Line &line : extract->lines) {
        if (!line.gap)
            continue;
        ++gaps;
        EXPECT_EQ(line.gapKind, u"no text layer"_s);
        EXPECT_TRUE(line.page == 2 || line.page == 5);
    }
    EXPECT_EQ(gaps, 2);
}

TEST_F(ReadingPdf, refusesBadInputInOneSentenceThatSaysWhatToDo)
{
    const QByteArray whole = fixture(u"agreement.pdf"_s);
    QByteArray garbage = "%PDF-1.7\n";
    for (int n = 0; n < 20'000; ++n)
        garbage += static_cast<char>((n * 7919) ^ (n >> 3));
    const QByteArray bomb = tests::pdfOfObjects({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 2000000000>>",
                                                 "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"});
    const QByteArray noPages = tests::pdfOfObjects({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>"});
    const std::vector<std::pair<QByteArray, QString>> cases = {
        {QByteArray(), {}},
        {"%PDF-", u"damaged"_s},
        {whole.left(3'000), u"damaged"_s},
        {garbage, u"damaged"_s},
        {bomb, {}},
        {noPages, {}},
        {fixture(u"encrypted.pdf"_s), u"password"_s},
        {fixture(u"scanned.pdf"_s), u"text recognition"_s},
        {tests::writePdf({{{}}}), u"blank"_s},
    };
    for (std::size_t n = 0; n < cases.size(); ++n) {
        const auto extract = extracted(cases[n].first);
        ASSERT_FALSE(extract) << "case " << n;
        const Error &error = extract.error();
        EXPECT_EQ(error.failure, Failure::Refused) << "case " << n;
        EXPECT_TRUE(error.sentence.endsWith(u'.')) << error.sentence.toStdString();
        EXPECT_EQ(error.sentence.count(u'\n'), 0);
        EXPECT_TRUE(error.sentence.contains(cases[n].second)) << "case " << n << ": " << error.sentence.toStdString();
    }
}

TEST_F(ReadingPdf, leavesADocumentThatKeepsItsReaderBusyForever)
{
    // Its page tree is a ring, which the reader follows round and round.
    const QByteArray loop = tests::pdfOfObjects({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R]/Count 1>>"});
    ChildLimits limits;
    limits.longestSilence = 500;
    PdfAnswer answer;
    const auto asked = askPdfReader(
        loop, {u"text"_s}, answer, [](const QJsonObject &) { return true; }, [] { return false; }, limits, base::Progress());
    ASSERT_FALSE(asked);
    EXPECT_TRUE(asked.error().sentence.contains(u"too l"_s)) << asked.error().sentence.toStdString(); // too long, or too large
}

TEST_F(ReadingPdf, bearsWithHugePages)
{
    tests::PdfSheet sheet{{{72, 72, 11, u"A word on a huge page"_s}}};
    sheet.width = 1e9;
    sheet.height = 1e9;
    const auto extract = extracted(tests::writePdf({sheet}));
    ASSERT_TRUE(extract) << extract.error().sentence.toStdString();
    EXPECT_EQ(extract->lines.front().text, u"A word on a huge page"_s);
    base::Progress progress;
    const auto picture = pdfPagePicture(tests::writePdf({sheet}), 1, 200, progress);
    EXPECT_TRUE(picture) << picture.error().sentence.toStdString();
}

TEST_F(ReadingPdf, survivesEveryTruncationAndManyMutations)
{
    const QByteArray whole = fixture(u"korean.pdf"_s);
    std::uint32_t seed = 11;
    for (int round = 0; round < 60; ++round) {
        QByteArray broken = whole;
        if (round < 20)
            broken.truncate(whole.size() * round / 20);
        for (int change = 0; change < 12; ++change) {
            seed = seed * 1664525u + 1013904223u;
            if (!broken.isEmpty())
                broken[static_cast<qsizetype>(seed % static_cast<std::uint32_t>(broken.size()))] = static_cast<char>(seed >> 24);
        }
        base::Progress progress;
        const auto extract = extractPdf(broken, progress);
        if (!extract) {
            EXPECT_TRUE(extract.error().sentence.endsWith(u'.'));
        }
    }
}

TEST_F(ReadingPdf, drawsPagesAndTellsTheirSizes)
{
    base::Progress progress;
    const QByteArray document = fixture(u"agreement.pdf"_s);
    const auto sizes = pdfPageSizes(document, progress);
    ASSERT_TRUE(sizes);
    ASSERT_EQ(sizes->size(), 4u);
    EXPECT_NEAR(sizes->front().width(), 595, 1);
    EXPECT_NEAR(sizes->front().height(), 842, 1);
    const auto picture = pdfPagePicture(document, 2, 300, progress);
    ASSERT_TRUE(picture);
    EXPECT_TRUE(picture->startsWith("\x89PNG"));
    EXPECT_TRUE(picture->contains("IEND"));
    const auto widthOf = [](const QByteArray &png) {
        return (static_cast<unsigned char>(png[18]) << 8) | static_cast<unsigned char>(png[19]);
    };
    EXPECT_EQ(widthOf(*picture), 300);
    const auto widest = pdfPagePicture(document, 1, 1'000'000, progress);
    ASSERT_TRUE(widest);
    EXPECT_EQ(widthOf(*widest), 4'000);
    for (const int page : {-1, 0, 5, 1'000'000}) {
        const auto none = pdfPagePicture(document, page, 300, progress);
        ASSERT_FALSE(none);
        EXPECT_EQ(none.error().failure, Failure::Call);
    }
}

TEST_F(ReadingPdf, reportsPageAfterPage)
{
    int last = 0;
    int total = 0;
    base::Progress progress([&](int done, int of, const QString &) {
        last = std::max(last, done);
        total = of;
    });
    ASSERT_TRUE(extractPdf(fixture(u"agreement.pdf"_s), progress));
    EXPECT_EQ(last, 4);
    EXPECT_EQ(total, 4);
}

TEST_F(ReadingPdf, becomesTheClausesOfAnAgreement)
{
    base::Progress progress;
    auto extract = extracted(fixture(u"agreement.pdf"_s));
    ASSERT_TRUE(extract);
    const auto document = readExtract(std::move(*extract), {}, progress);
    ASSERT_TRUE(document);
    for (const QString &label : {u"1.1"_s, u"1.2(a)"_s, u"4.2(c)"_s, u"10.2(c)"_s})
        EXPECT_TRUE(unit(*document, label)) << label.toStdString();
    const Block *point = unit(*document, u"3.2(a)"_s);
    ASSERT_TRUE(point);
    EXPECT_TRUE(point->text.contains(u"one for emergencies, each"_s)) << point->text.toStdString();
    // Goes on over the page, past a footer, a watermark and a header.
    const Block *first = unit(*document, u"3.1"_s);
    ASSERT_TRUE(first);
    EXPECT_TRUE(first->text.contains(u"of those that could not. Costs are borne as Article 7 says."_s)) << first->text.toStdString();
    for (const Block &block : document->blocks) {
        if (block.role == Role::Unit) {
            EXPECT_FALSE(block.text.contains(u"LIMITE"_s) || block.text.contains(u"DRAFT"_s)) << block.text.toStdString();
        }
    }
}

int main(int argc, char *argv[])
{
    testing::InitGoogleTest(&argc, argv);
    const QCoreApplication application(argc, argv); // says where the programs lie
    return RUN_ALL_TESTS();
}

/// What a unit is called does not depend on the program that printed it, and nothing of the body is taken for furniture.
TEST_F(ReadingPdf, hasTheUnitsOfTheTextThatItWasMadeFrom)
{
    for (const QString &name : {u"agreement"_s, u"korean"_s, u"columns"_s}) {
        QStringList labels[2];
        QStringList words[2];
        for (const bool pdf : {false, true}) {
            base::Progress progress;
            auto extract = extracted(fixture(name + (pdf ? u".pdf"_s : u".fodt"_s)));
            ASSERT_TRUE(extract) << name.toStdString();
            const auto document = readExtract(std::move(*extract), {}, progress);
            ASSERT_TRUE(document) << name.toStdString();
            for (const Block &block : document->blocks) {
                if (block.role != Role::Unit)
                    continue;
                labels[pdf] += block.label;
                // Note marks are printed small, and Korean is printed with more spaces.
                static const QRegularExpression other(u"[^\\p{L}]"_s);
                words[pdf] += QString(block.text).remove(other);
            }
        }
        EXPECT_EQ(labels[0], labels[1]) << name.toStdString();
        // Behind the last unit a blank line ends it; files that say nothing of blank lines have none.
        EXPECT_TRUE(words[0].takeLast().startsWith(words[1].takeLast())) << name.toStdString();
        EXPECT_EQ(words[0], words[1]) << name.toStdString();
    }
}
