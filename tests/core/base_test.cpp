#include "core/base/partialdate.h"
#include "core/base/text.h"
#include "tests/support/print.h"

#include <gtest/gtest.h>

using namespace entente::base;
using namespace Qt::StringLiterals;

TEST(PartialDate, readsAndWritesYearMonthAndDay)
{
    for (const QString &text : {u""_s, u"2015"_s, u"2022-10"_s, u"2025-05-20"_s})
        EXPECT_EQ(PartialDate::parse(text)->toIso(), text);
}

TEST(PartialDate, refusesWhatNoCalendarHas)
{
    for (const QString &text : {u"20"_s, u"2015-13"_s, u"2023-02-29"_s, u"2015-1"_s, u"yesterday"_s, u"2015-00"_s, u"0000"_s, u"２０１５"_s})
        EXPECT_FALSE(PartialDate::parse(text)) << text.toStdString();
}

TEST(PartialDate, aYearMeansAllOfItsDays)
{
    EXPECT_EQ(PartialDate(2015).first(), QDate(2015, 1, 1));
    EXPECT_EQ(PartialDate(2015).last(), QDate(2015, 12, 31));
    EXPECT_EQ(PartialDate(2024, 2).last(), QDate(2024, 2, 29));
}

TEST(PartialDate, speaksInWords)
{
    EXPECT_EQ(PartialDate(2022, 10).toWords(), u"Oct 2022"_s);
    EXPECT_EQ(PartialDate(2025, 5, 20).toWords(), u"20 May 2025"_s);
}

TEST(Text, foldingEvensOutAccentsDashesAndForms)
{
    EXPECT_EQ(folded(u"Maroš Šefčovič – VICE"_s), u"maros sefcovic - vice"_s);
    // Hangul written in single letters (as macOS names files) is found by syllables.
    EXPECT_EQ(folded(u"외교부"_s.normalized(QString::NormalizationForm_D)), u"외교부"_s);
}

TEST(Text, cleaningKeepsWordsAndDropsWhatCannotBeShown)
{
    EXPECT_EQ(cleanText(u"\uFEFFa\r\nb\rc\u0000d"_s), u"a\nb\ncd"_s);
    EXPECT_EQ(cleanText(QString(QChar(0xD800)) + u'x'), QString(QChar::ReplacementCharacter) + u'x');
}

TEST(Text, keysDependOnTheContentAlone)
{
    EXPECT_EQ(contentKey(u"rel"_s, {u"a"_s, u"b"_s}), contentKey(u"rel"_s, {u"a"_s, u"b"_s}));
    EXPECT_NE(contentKey(u"rel"_s, {u"a"_s, u"b"_s}), contentKey(u"rel"_s, {u"ab"_s, u""_s}));
}
