#include "reading_test.h"

#include "core/reading/hyphens.h"
#include "core/reading/lines.h"
#include "core/reading/structure.h"

#include <QElapsedTimer>

#include <array>

using namespace reading_test;

TEST(ReadingStructure, aYearAtTheStartOfALineIsNoClause)
{
    const ReadDocument document = read(
        u"1. The harbour was rebuilt after the flood that came in the spring of the year\n2004. It is open.\n2. Ships may enter.\n3. Boats, too.\n"_s);
    EXPECT_EQ(unit(document, u"1"_s)->text,
              u"The harbour was rebuilt after the flood that came in the spring of the year 2004. It is open."_s);
    ASSERT_TRUE(unit(document, u"3"_s));
}

TEST(ReadingStructure, aNumberInTheMiddleOfASentenceWaitsForTheBetterOne)
{
    const ReadDocument document = read(u"1. The harbour follows the rules on lights that both sides have laid down in paragraph\n2. It "
                                       u"says that lamps burn at night and in fog, and that "
                                       "the keepers are paid for them.\n2. Ships may enter.\n3. Boats may enter.\n"_s);
    ASSERT_TRUE(unit(document, u"2"_s));
    EXPECT_EQ(unit(document, u"2"_s)->text, u"Ships may enter."_s);
}

TEST(ReadingStructure, lettersMayStandAloneOnTheirLine)
{
    const ReadDocument document = read(u"1. The partners look after:\na.\nlights;\nb. boats;\nc.\nropes.\n2. They meet.\n"_s);
    EXPECT_EQ(unit(document, u"1(a)"_s)->text, u"lights;"_s);
    EXPECT_EQ(unit(document, u"1(c)"_s)->text, u"ropes."_s);
    EXPECT_EQ(unit(document, u"1(c)"_s)->parent, u"1"_s);
    EXPECT_EQ(unit(document, u"2"_s)->parent, QString());
}

TEST(ReadingStructure, theNinthLetterIsNoRomanOne)
{
    QString text = u"1. List:\n"_s;
    for (char16_t letter = u'a'; letter <= u'k'; ++letter)
        text += u"(%1) item;\n"_s.arg(QChar(letter));
    const ReadDocument document = read(text);
    EXPECT_TRUE(unit(document, u"1(i)"_s));
    EXPECT_TRUE(unit(document, u"1(k)"_s));
}

TEST(ReadingStructure, clausesAfterATakenOutPageKeepTheirNumbers)
{
    const ReadDocument document = read(u"1. One.\n2. Two.\nDELETED\n7. Seven.\n8. Eight.\n"_s);
    EXPECT_TRUE(unit(document, u"7"_s));
    EXPECT_TRUE(unit(document, u"8"_s));
    EXPECT_EQ(std::count_if(document.blocks.begin(), document.blocks.end(),
                            [](const Block &block) { return block.role == Role::Gap && block.parent.isEmpty(); }),
              1);
}

TEST(ReadingStructure, aHeadingOverTwoLinesIsOneBlock)
{
    const ReadDocument document = read(u"1. The partners keep the lamps burning through the night.\nLights, including those on the moles "
                                       u"and the rocks before them and the\n"
                                       "lamps of boats\n2. The partners keep the lamps burning through the day as well, at any time.\n"_s);
    EXPECT_EQ(unit(document, u"2"_s)->heading, u"Lights, including those on the moles and the rocks before them and the lamps of boats"_s);
    EXPECT_EQ(unit(document, u"1"_s)->text, u"The partners keep the lamps burning through the night."_s);
}

TEST(ReadingStructure, theTitleOfAnArticleIsTheHeadingOfItsClauses)
{
    const ReadDocument document = read(u"Agreement on Ports\n\nArticle 1\nThe Parties shall cooperate.\nArticle 2\nFinal provisions\n1. "
                                       u"This enters into force.\nArticle 3\nThe Parties "
                                       u"shall meet.\nCHAPTER II\nArticle 4 – Lights\n1. One burns.\n2. Another does.\nArticle 5\nThe "
                                       u"Parties shall agree.\nArticle 6\nLanguages\nDone in "
                                       "English and Korean.\n"_s);
    const QList<std::array<QString, 3>> expected = {{u"1"_s, u""_s, u"The Parties shall cooperate."_s},
                                                    {u"2"_s, u"Final provisions"_s, u""_s},
                                                    {u"2.1"_s, u"Final provisions"_s, u"This enters into force."_s},
                                                    {u"3"_s, u""_s, u"The Parties shall meet."_s},
                                                    {u"4"_s, u"Lights"_s, u""_s},
                                                    {u"4.2"_s, u"Lights"_s, u"Another does."_s},
                                                    {u"5"_s, u"CHAPTER II"_s, u"The Parties shall agree."_s},
                                                    {u"6"_s, u"Languages"_s, u"Done in English and Korean."_s}};
    for (const auto &[label, heading, text] : expected) {
        SCOPED_TRACE(label.toStdString());
        ASSERT_TRUE(unit(document, label));
        EXPECT_EQ(unit(document, label)->heading, heading);
        EXPECT_EQ(unit(document, label)->text, text);
    }
    EXPECT_EQ(document.metadata.title, u"Agreement on Ports"_s);
}

TEST(ReadingStructure, whatFollowsTheLastClauseIsNotItsText)
{
    const ReadDocument document = read(u"1. One thing is agreed here.\n2. Another thing is agreed here.\n(End)\n"_s);
    EXPECT_EQ(unit(document, u"2"_s)->text, u"Another thing is agreed here."_s);
}

TEST(ReadingStructure, hyphensFollowTheEvidenceOfTheDocument)
{
    const Hyphens written(splitLines(u"The co-operation of harbours and the antifreeze."_s));
    EXPECT_TRUE(written.keepsHyphen(u"co-"_s, u"operation"_s));
    EXPECT_FALSE(written.keepsHyphen(u"anti-"_s, u"freeze"_s));
    const Hyphens none{std::vector<Line>()};
    EXPECT_TRUE(none.keepsHyphen(u"ROK-"_s, u"EU"_s));
    EXPECT_TRUE(none.keepsHyphen(u"non-"_s, u"proliferation,"_s));
    EXPECT_TRUE(none.keepsHyphen(u"cross-"_s, u"participation"_s));
    EXPECT_FALSE(none.keepsHyphen(u"partici-"_s, u"pation"_s));
}

TEST(ReadingStructure, koreanWordsSplitByTheWrappingAreJoined)
{
    const ReadDocument document = read(u"1. 양측은 해양안보 분야의 협력을 위하여 매년 회의를 열고 그 결과를 해양안\n보 담당 부서에 알리며 서로 협력\n을 이어 "
                                       u"간다.\n2. 협력의 비용은 각자 부담한다. 담당 부서는 서로 협의한다.\n"_s);
    EXPECT_EQ(unit(document, u"1"_s)->text,
              u"양측은 해양안보 분야의 협력을 위하여 매년 회의를 열고 그 결과를 해양안보 담당 부서에 알리며 서로 협력을 이어 간다."_s);
    EXPECT_EQ(document.joins.size(), 2U);
}

TEST(ReadingStructure, aWholeParagraphIsNeverJoinedToTheNext)
{
    std::vector<Line> lines(3);
    lines[0].text = u"1. The sides look after boats and non-"_s;
    lines[1].text = u"boats."_s;
    lines[2].text = u"2. They meet."_s;
    for (Line &line : lines)
        line.whole = true;
    std::vector<Join> joins;
    base::Progress progress;
    const auto blocks = recogniseStructure(lines, Hyphens(lines), joins, progress);
    ASSERT_EQ(blocks.size(), 2U);
    EXPECT_EQ(blocks[0].text, u"The sides look after boats and non- boats."_s);
    EXPECT_TRUE(joins.empty());
}

TEST(ReadingStructure, aUnitOverTwoPagesStandsInTwoPlaces)
{
    std::vector<Line> lines(3);
    lines[0].text = u"1. The sides look after boats and"_s;
    lines[1].text = u"lamps and"_s;
    lines[2].text = u"ropes."_s;
    lines[2].page = 2;
    lines[0].box = QRectF(72, 700, 400, 12);
    lines[1].box = QRectF(72, 714, 200, 12);
    lines[2].box = QRectF(72, 72, 100, 12);
    std::vector<Join> joins;
    base::Progress progress;
    const auto blocks = recogniseStructure(lines, Hyphens(lines), joins, progress);
    ASSERT_EQ(blocks.size(), 1U);
    ASSERT_EQ(blocks[0].places.size(), 2U);
    EXPECT_EQ(blocks[0].places[0].box, QRectF(72, 700, 400, 26));
    EXPECT_EQ(blocks[0].places[1].page, 2);
}

TEST(ReadingStructure, aLineOfTenMegabytesIsReadInSeconds)
{
    const QString sentence = u"The keeper of the light wrote the non-committal word again. "_s;
    const QString text = sentence.repeated(10 * 1024 * 1024 / sentence.size());
    QElapsedTimer timer;
    timer.start();
    const ReadDocument document = read(text);
    EXPECT_EQ(document.blocks.size(), 1U);
    EXPECT_LT(timer.elapsed(), 20000); // a quadratic step would take hours
}

TEST(ReadingStructure, manyShortLinesAreReadInSeconds)
{
    QString text;
    for (int i = 1; i <= 100000; ++i)
        text += u"%1. a\nSame line\n"_s.arg(i % 900);
    QElapsedTimer timer;
    timer.start();
    EXPECT_FALSE(read(text).blocks.empty());
    EXPECT_LT(timer.elapsed(), 20000);
}

TEST(ReadingStructure, linesOfOneCharacterAreReadInSeconds)
{
    for (const QString &line : {u"a\n"_s, u"(a) x\n"_s, u"1\n"_s, u"[...]\n"_s, u"제1조(가)\n"_s, u"x .... 1\n"_s}) {
        QElapsedTimer timer;
        timer.start();
        EXPECT_FALSE(read(line.repeated(60000)).blocks.empty());
        EXPECT_LT(timer.elapsed(), 30000) << line.toStdString();
    }
}

TEST(ReadingStructure, aCancelledReadingSaysSo)
{
    base::Progress progress;
    progress.cancel();
    const auto result = readText(u"1. One.\n2. Two.\n"_s, {}, progress);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().failure, Failure::Cancelled);

    int steps = 0;
    base::Progress *running = nullptr;
    base::Progress later([&](int, int, const QString &) {
        if (++steps == 3)
            running->cancel();
    });
    running = &later;
    EXPECT_FALSE(readText(u"1. One.\n2. Two.\n"_s, {}, later));
}
