#include "reading_test.h"

using namespace reading_test;

namespace {

QStringList caseNames()
{
    return QDir(QString::fromUtf8(ENTENTE_READING_CASES)).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
}

QString caseFile(const QString &name, const QString &file)
{
    return QString::fromUtf8(ENTENTE_READING_CASES) + u'/' + name + u'/' + file;
}

} // namespace

TEST(ReadingCases, everyCaseReadsAsExpected)
{
    ASSERT_GE(caseNames().size(), 25);
    for (const QString &name : caseNames()) {
        SCOPED_TRACE(name.toStdString());
        const auto text = decodeText(bytesOf(caseFile(name, u"input.txt"_s)));
        ASSERT_TRUE(text);
        const QString result = shown(read(*text));
        // To take over a change on purpose: run with ENTENTE_WRITE_EXPECTED=1 and read the diff.
        if (qEnvironmentVariableIsSet("ENTENTE_WRITE_EXPECTED")) {
            QFile file(caseFile(name, u"expected.txt"_s));
            ASSERT_TRUE(file.open(QIODevice::WriteOnly));
            file.write(result.toUtf8());
            continue;
        }
        EXPECT_EQ(result, QString::fromUtf8(bytesOf(caseFile(name, u"expected.txt"_s))));
    }
}

TEST(ReadingCases, noWordIsLost)
{
    for (const QString &name : caseNames()) {
        SCOPED_TRACE(name.toStdString());
        const auto text = decodeText(bytesOf(caseFile(name, u"input.txt"_s)));
        ASSERT_TRUE(text);
        expectNoWordLost(*text, read(*text));
    }
}

/// Whatever the lines are, and in whatever order: nothing is lost, nothing is read differently the second time.
TEST(ReadingCases, noWordIsLostInShuffledLines)
{
    for (const QString &name : caseNames()) {
        SCOPED_TRACE(name.toStdString());
        const auto text = decodeText(bytesOf(caseFile(name, u"input.txt"_s)));
        ASSERT_TRUE(text);
        QStringList lines = text->split(u'\n');
        quint32 state = 20250520;
        for (int round = 0; round < 20; ++round) {
            for (qsizetype i = lines.size() - 1; i > 0; --i) {
                state = state * 1664525U + 1013904223U;
                lines.swapItemsAt(i, static_cast<qsizetype>((state >> 8) % static_cast<quint32>(i + 1)));
            }
            const QString shuffled = lines.join(u'\n');
            const ReadDocument document = read(shuffled);
            expectNoWordLost(shuffled, document);
            EXPECT_EQ(shown(document), shown(read(shuffled)));
        }
    }
}
