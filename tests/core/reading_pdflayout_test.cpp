#include "app/extract/align.h"
#include "core/reading/pdffragments.h"
#include "core/reading/pdflayout.h"
#include "reading_test.h"

using namespace reading_test;

namespace {

/// A line of a page whose letters are 6 points wide and 8 high above a base line.
PdfTextLine line(double x, double baseline, const QString &text)
{
    return {text, {{0, QRectF(x, baseline - 8, 6.0 * static_cast<double>(text.size()), 8)}}};
}

PdfPage page(std::vector<PdfTextLine> lines)
{
    return {QSizeF(595, 842), std::move(lines)};
}

QStringList texts(const std::vector<Line> &lines)
{
    QStringList result;
    for (const Line &one : lines)
        result << one.text;
    return result;
}

} // namespace

TEST(ReadingPdfLayout, readsFromTopToBottomWhateverWasDrawnFirst)
{
    const auto lines = layOutPages({page({line(72, 300, u"THE SECOND LINE"_s), line(72, 780, u"THE FOOTER"_s),
                                          line(72, 40, u"THE HEADER"_s), line(72, 100, u"THE FIRST LINE"_s)})});
    EXPECT_EQ(texts(lines), (QStringList{u"THE HEADER"_s, u"THE FIRST LINE"_s, u"THE SECOND LINE"_s, u"THE FOOTER"_s}));
    EXPECT_TRUE(lines.front().pageStart);
    EXPECT_FALSE(lines[1].pageStart);
}

TEST(ReadingPdfLayout, readsColumnAfterColumnBelowASpanningTitle)
{
    std::vector<PdfTextLine> drawn;
    for (int n = 0; n < 10; ++n)
        drawn.push_back(line(72, 120 + 13 * n, u"LEFT COLUMN LINE NUMBER %1"_s.arg(n)));
    for (int n = 0; n < 10; ++n)
        drawn.push_back(line(320, 120 + 13 * n, u"RIGHT COLUMN LINE NUMBER %1"_s.arg(n)));
    drawn.push_back(line(72, 90, u"A TITLE THAT SPANS BOTH COLUMNS AND WAS DRAWN LAST OF ALL LINES"_s));
    const QStringList read = texts(layOutPages({page(drawn)}));
    ASSERT_EQ(read.size(), 21);
    EXPECT_TRUE(read[0].startsWith(u"A TITLE"_s));
    EXPECT_TRUE(read[10].startsWith(u"LEFT"_s));
    EXPECT_TRUE(read[11].startsWith(u"RIGHT"_s));
}

TEST(ReadingPdfLayout, partsColumnsThatWereDrawnRowByRow)
{
    std::vector<PdfTextLine> drawn;
    for (int n = 0; n < 12; ++n) {
        drawn.push_back(line(72, 120 + 13 * n, u"THE LEFT COLUMN RUNS ON AND ON %1"_s.arg(n % 10)));
        drawn.push_back(line(320, 120 + 13 * n, u"THE RIGHT COLUMN DOES THE SAME %1"_s.arg(n % 10)));
    }
    const QStringList read = texts(layOutPages({page(drawn)}));
    ASSERT_EQ(read.size(), 24);
    for (int n = 0; n < 24; ++n)
        EXPECT_TRUE(read[n].contains(n < 12 ? u"LEFT"_s : u"RIGHT"_s)) << n << read[n].toStdString();
}

TEST(ReadingPdfLayout, keepsTheCellsOfATableInRows)
{
    const QString row = u"FIRE IN THE HARBOUR     OUTER PIER     MARCH"_s;
    const qsizetype second = row.indexOf(u"OUTER"_s);
    const qsizetype third = row.indexOf(u"MARCH"_s);
    PdfTextLine cells{row, {{0, QRectF(72, 92, 114, 8)}, {second, QRectF(250, 92, 60, 8)}, {third, QRectF(420, 92, 30, 8)}}};
    // In its own row the first cell has two lines; they stand together.
    const auto lines = layOutPages(
        {page({cells, line(72, 140, u"LOSS OF"_s), line(72, 153, u"POWER"_s), line(250, 140, u"THE TOWER"_s), line(420, 140, u"JUNE"_s)})});
    EXPECT_EQ(texts(lines),
              (QStringList{u"FIRE IN THE HARBOUR"_s, u"OUTER PIER"_s, u"MARCH"_s, u"LOSS OF"_s, u"POWER"_s, u"THE TOWER"_s, u"JUNE"_s}));
}

TEST(ReadingPdfLayout, keepsANumberWithWhatItCounts)
{
    for (const QString &marker : {u"1."_s, u"(a)"_s, u"•"_s, u"Article 4"_s, u"제4조"_s, u"①"_s}) {
        const QString text = marker + u" THE PARTIES MEET"_s;
        PdfTextLine counted{text, {{0, QRectF(72, 200, 12, 8)}, {marker.size() + 1, QRectF(130, 200, 102, 8)}}};
        EXPECT_EQ(texts(layOutPages({page({counted})})), QStringList{text});
    }
}

TEST(ReadingPdfLayout, partsTheMarksOfNotesFromWordsButNotPowersFromUnits)
{
    PdfTextLine noted{u"the agreement1 ends"_s,
                      {{0, QRectF(72, 200, 70, 9.9)}, {13, QRectF(142, 199.5, 3, 4.4)}, {15, QRectF(150, 200, 24, 7.6)}}};
    EXPECT_EQ(texts(layOutPages({page({noted})})), QStringList{u"the agreement 1 ends"_s});
    PdfTextLine power{u"an area of 40 km2"_s, {{0, QRectF(72, 200, 80, 7.6)}, {16, QRectF(152, 199.5, 3, 4.4)}}};
    EXPECT_EQ(texts(layOutPages({page({power})})), QStringList{u"an area of 40 km2"_s});
}

TEST(ReadingPdfLayout, findsBlankLinesByDistanceWhateverTheSpacing)
{
    for (const double spacing : {12.0, 15.0, 24.0}) {
        std::vector<PdfTextLine> drawn;
        double y = 150;
        for (int paragraph = 0; paragraph < 3; ++paragraph) {
            for (int n = 0; n < 4; ++n, y += spacing)
                drawn.push_back(line(72, y, u"A LINE OF PARAGRAPH %1 AND MORE OF IT"_s.arg(paragraph)));
            y += spacing * 0.6;
        }
        const auto lines = layOutPages({page(drawn)});
        ASSERT_EQ(lines.size(), 12u);
        for (std::size_t n = 0; n < lines.size(); ++n)
            EXPECT_EQ(lines[n].blankBefore, n == 4 || n == 8) << "line " << n << " at spacing " << spacing;
    }
}

TEST(ReadingPdfLayout, setsSlantedAndHugeRepeatedWritingAsideAsWatermark)
{
    PdfTextLine slanted{u"DRAFT"_s, {{0, QRectF(150, 300, 250, 260)}}};
    PdfTextLine huge{u"SECRET"_s, {{0, QRectF(150, 300, 300, 60)}}};
    PdfTextLine once{u"BIG"_s, {{0, QRectF(150, 200, 100, 40)}}};
    std::vector<PdfTextLine> body;
    for (int n = 0; n < 20; ++n)
        body.push_back(line(72, 120 + 13 * n, u"A LINE OF THE TEXT ITSELF, NUMBER %1"_s.arg(n)));
    std::vector<PdfTextLine> first = body;
    first.insert(first.begin(), {slanted, huge, once});
    std::vector<PdfTextLine> second = body;
    second.insert(second.begin(), huge);
    QStringList aside;
    for (const Line &one : layOutPages({page(first), page(second)})) {
        if (one.why == u"watermark")
            aside << one.text;
        else
            EXPECT_TRUE(one.why.isEmpty());
    }
    EXPECT_EQ(aside, (QStringList{u"DRAFT"_s, u"SECRET"_s, u"SECRET"_s}));
}

TEST(ReadingPdfLayout, losesNoLetterOfPagesMadeAtRandom)
{
    std::uint32_t seed = 7;
    const auto random = [&](int most) {
        seed = seed * 1664525u + 1013904223u;
        return static_cast<int>((seed >> 8) % static_cast<std::uint32_t>(most));
    };
    for (int round = 0; round < 300; ++round) {
        std::vector<PdfPage> pages;
        QString all;
        for (int n = random(4); n >= 0; --n) {
            std::vector<PdfTextLine> drawn;
            for (int k = random(40); k > 0; --k) {
                PdfTextLine one;
                for (int words = 1 + random(6); words > 0; --words) {
                    const qsizetype start = one.text.size();
                    one.text += QString(1 + random(8), QChar(u'a' + random(26))) + (words > 1 ? u" "_s : QString());
                    if (random(4) > 0)
                        one.pieces.push_back({start, QRectF(random(700) - 50, random(900) - 30, random(200), random(60))});
                }
                all += one.text;
                drawn.push_back(one);
            }
            pages.push_back({QSizeF(random(900), random(900)), drawn});
        }
        QString read;
        for (const Line &one : layOutPages(pages))
            read += one.text;
        const auto letters = [](QString text) {
            text.remove(u' ');
            std::sort(text.begin(), text.end());
            return text;
        };
        ASSERT_EQ(letters(read), letters(all)) << "round " << round;
    }
}

TEST(ReadingPdfLayout, typesLettersAsPeopleDo)
{
    EXPECT_EQ(typedText(u"\uFB01rst o\uFB03ce"_s), u"first office"_s);
    EXPECT_EQ(typedText(u"no\u00A0break and\u202Fnarrow"_s), u"no break and narrow"_s);
    EXPECT_EQ(typedText(u"co\u2011operation ac\uFFFE"_s), u"co-operation ac-"_s);
    EXPECT_EQ(typedText(u"half\u00AD"_s), u"half-"_s);
    EXPECT_EQ(typedText(u"\u1112\u1161\u11AB\u1100\u116E\u11A8"_s), u"한국"_s);
    // Only ligatures are taken apart: a circled number, a fraction and a power mean something.
    EXPECT_EQ(typedText(u"① ½ m²"_s), u"① ½ m²"_s);
    EXPECT_EQ(typedText(QString(QChar(0xD800)) + u"x"_s + QChar(0)), QString(QChar(0xFFFD)) + u"x"_s);
}

TEST(ReadingPdfAlign, givesEachLineItsBoxesHoweverTheMakerCutThem)
{
    const QString text = u"The first line of it\r\nshort\r\nA third line that has\r\nits words cut"_s;
    const std::vector<QRectF> boxes = {{72, 100, 20, 8},   {95, 100, 75, 8},                           // The | first line of it
                                       {72, 113, 24, 8},                                               // short
                                       {72, 126, 30, 8},   {105, 126, 40, 8},    {148, 126, 25, 8},    // A third | line that | has
                                       {72, 139.3, 11, 8}, {86, 141.7, 30, 5.6}, {119, 140, 14, 7.3}}; // its | words | cut
    int questions = 100;
    const auto lines = entente::extract::alignLines(
        text, boxes, [](qsizetype, qsizetype) { return std::vector<QRectF>(); }, questions);
    ASSERT_EQ(lines.size(), 4u);
    const std::vector<std::size_t> pieces = {2, 1, 3, 3};
    for (std::size_t n = 0; n < lines.size(); ++n)
        EXPECT_EQ(lines[n].pieces.size(), pieces[n]) << n;
    EXPECT_EQ(lines[0].pieces[1].start, 4);
    EXPECT_EQ(lines[3].pieces[1].start, 4);
    EXPECT_EQ(lines[3].pieces[2].start, 10);
}

TEST(ReadingPdfAlign, asksWhereLettersAndBoxesDisagree)
{
    const QString text = u"One line without any box\r\nand one"_s;
    int questions = 100;
    std::vector<qsizetype> asked;
    const auto ask = [&](qsizetype offset, qsizetype) {
        asked.push_back(offset);
        return offset == 0 ? std::vector<QRectF>{{72, 50, 90, 8}, {170, 50, 10, 8}} : std::vector<QRectF>{{72, 63, 30, 8}};
    };
    const auto lines = entente::extract::alignLines(text, {{72, 50, 2, 800}}, ask, questions);
    EXPECT_FALSE(asked.empty());
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0].pieces.size(), 2u);
    EXPECT_EQ(lines[1].pieces.front().box, QRectF(72, 63, 30, 8));
}

TEST(ReadingPdfAlign, endsInBoundedTimeOnPagesMadeToTakeLong)
{
    QString text;
    std::vector<QRectF> boxes;
    for (int n = 0; n < 3'000; ++n) {
        text += u"x\r\n"_s;
        boxes.push_back({double(n % 50), double(n % 7), 5, 5});
    }
    text += QString(20'000, u'y');
    for (int n = 0; n < 20'000; ++n)
        boxes.push_back({double(n % 500), 300, 5, 5});
    int questions = 0;
    const auto lines = entente::extract::alignLines(text, boxes, {}, questions);
    EXPECT_EQ(lines.size(), 3'001u);
}
