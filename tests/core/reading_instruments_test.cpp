#include "reading_test.h"

#include "tests/support/instruments.h"

#include <cstdlib>

using namespace reading_test;
using entente::test::InstrumentStyle;
using entente::test::printInstrument;

namespace {

QString unitsOf(const ReadDocument &document)
{
    QString result;
    for (const Block &block : document.blocks) {
        if (block.role == Role::Unit)
            result += u"%1 < %2 @%3: %4\n"_s.arg(block.label, block.parent, QString::number(block.depth), block.text);
    }
    return result;
}

QString unitsOf(const entente::test::PrintedInstrument &printed)
{
    QString result;
    for (const auto &unit : printed.units)
        result += u"%1 < %2 @%3: %4\n"_s.arg(unit.label, unit.parent, QString::number(unit.depth), unit.text);
    return result;
}

/// The first line in which the two differ.
QString difference(const QString &expected, const QString &found)
{
    const QStringList left = expected.split(u'\n');
    const QStringList right = found.split(u'\n');
    for (qsizetype i = 0; i < std::max(left.size(), right.size()); ++i) {
        if (left.value(i) != right.value(i))
            return u"expected %1\n   found %2"_s.arg(left.value(i), right.value(i));
    }
    return {};
}

class ReadingInstruments : public testing::TestWithParam<InstrumentStyle>
{};

} // namespace

/// Print any instrument and read it: the units are those that were printed, with their labels, places in the tree and words.
TEST_P(ReadingInstruments, whatWasPrintedIsRead)
{
    const int seeds = qEnvironmentVariableIsSet("ENTENTE_SEEDS") ? qEnvironmentVariableIntValue("ENTENTE_SEEDS") : 60;
    int failures = 0;
    for (int seed = qEnvironmentVariableIntValue("ENTENTE_SEED"); seed < seeds; ++seed) {
        const auto printed = printInstrument(GetParam(), static_cast<unsigned>(seed));
        ReadOptions options;
        options.as = ReadOptions::As::Instrument;
        const ReadDocument document = read(printed.text, options);
        const QString wrong = difference(unitsOf(printed), unitsOf(document));
        if (wrong.isEmpty() && laws::lostWords(printed.text, document).isEmpty() && laws::badLabels(document).isEmpty())
            continue;
        if (++failures <= 3) {
            ADD_FAILURE() << "seed " << seed << "\n" << wrong.toStdString();
            if (qEnvironmentVariableIsSet("ENTENTE_SHOW"))
                ADD_FAILURE() << printed.text.toStdString() << shown(document).toStdString();
        }
    }
    EXPECT_EQ(failures, 0);
}

INSTANTIATE_TEST_SUITE_P(everyStyle, ReadingInstruments, testing::ValuesIn(entente::test::AllInstrumentStyles));

/// Of what belongs to the pages, at least 98 in 100 lines are set aside, and nothing else is.
TEST(ReadingFurniture, thePagesOfPrintedInstrumentsAreSetAside)
{
    qsizetype furniture = 0;
    qsizetype caught = 0;
    for (const InstrumentStyle style : entente::test::AllInstrumentStyles) {
        for (unsigned seed = 0; seed < 40; ++seed) {
            const auto printed = printInstrument(style, seed);
            QStringList expected = printed.furniture;
            furniture += expected.size();
            for (const Block &block : read(printed.text).blocks) {
                if (block.role != Role::SetAside)
                    continue;
                EXPECT_TRUE(expected.removeOne(block.text)) << "set aside although of the text: " << block.text.toStdString() << ", seed " << seed;
                ++caught;
            }
        }
    }
    EXPECT_GT(furniture, 1000);
    EXPECT_GE(static_cast<double>(caught), 0.98 * static_cast<double>(furniture));
}
