#include "reading_test.h"

#include <QStringEncoder>

using namespace reading_test;

TEST(ReadingDecode, readsUtf8AndUtf16WithAndWithoutByteOrderMark)
{
    const QString text = u"1. The partners – 외교부 – agree.\n2. They meet again, in the harbour.\n"_s;
    EXPECT_EQ(*decodeText(text.toUtf8()), text);
    EXPECT_EQ(*decodeText("\xEF\xBB\xBF" + text.toUtf8()), text);
    for (const auto encoding : {QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
        QStringEncoder withMark(encoding, QStringConverter::Flag::WriteBom);
        QStringEncoder without(encoding);
        EXPECT_EQ(*decodeText(withMark(text)), text);
        EXPECT_EQ(*decodeText(without(text)), text);
    }
}

TEST(ReadingDecode, refusesWhatIsNoTextInOneSentence)
{
    const QByteArray noise = "\x81\x20\x8d\xff\xfe\xfd\x90\x9d\xc3\x28\x80\xfe\xf8\x81\x8f\x20\xff\xff and so on";
    for (const QByteArray &bytes : {QByteArray(), QByteArray(" \n\f\n "), QByteArray("%PDF-1.7 and so on"), QByteArray("PK\x03\x04 a zip"),
                                    QByteArray("ab\0cd", 5), QByteArray(200, '\x01'), QByteArray(4096, '\0'), noise}) {
        const auto result = decodeText(bytes);
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().failure, Failure::Refused);
        EXPECT_TRUE(result.error().sentence.endsWith(u'.'));
        EXPECT_EQ(result.error().sentence.count(u'\n'), 0);
    }
}
