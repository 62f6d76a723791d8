#include "core/model/recordjson.h"
#include "tests/support/print.h"

#include <gtest/gtest.h>

using namespace entente;
using namespace entente::model;
using namespace Qt::StringLiterals;

namespace {

Lookup smallMap()
{
    Model model;
    Instrument partnership;
    partnership.id.value = u"ins-sdp"_s;
    partnership.nameEn = u"Security and Defence Partnership"_s;
    partnership.abbreviation = u"SDP"_s;
    model.table<Instrument>().put(partnership);
    for (const auto &label : {u"14"_s, u"14(c)"_s}) {
        Clause clause;
        clause.id.value = u"ins-sdp/"_s + label;
        clause.instrument = partnership.id;
        clause.label = label;
        model.table<Clause>().put(clause);
    }
    return Lookup(model);
}

QString cited(const Lookup &lookup, const QString &text)
{
    return resolve(lookup, text).value_or(QString());
}

} // namespace

TEST(Citation, AnAbbreviationAndALabelNameAClause)
{
    EXPECT_EQ(cited(smallMap(), u"SDP 14(c)"_s), u"ins-sdp/14(c)"_s);
    EXPECT_EQ(cited(smallMap(), u" sdp  14 (C) "_s), u"ins-sdp/14(c)"_s);
    EXPECT_EQ(cited(smallMap(), u"SDP clause 14"_s), u"ins-sdp/14"_s);
}

TEST(Citation, AFullNameAndAnAddressNameAClauseToo)
{
    EXPECT_EQ(cited(smallMap(), u"Security and Defence Partnership 14"_s), u"ins-sdp/14"_s);
    EXPECT_EQ(cited(smallMap(), u"ins-sdp/14(c)"_s), u"ins-sdp/14(c)"_s);
    EXPECT_EQ(cited(smallMap(), u"SDP/14"_s), u"ins-sdp/14"_s);
}

TEST(Citation, AnyIdentifierNamesItself)
{
    EXPECT_EQ(cited(smallMap(), u"ins-sdp"_s), u"ins-sdp"_s);
}

TEST(Citation, WordsAreNoCitation)
{
    EXPECT_EQ(cited(smallMap(), u"SDP 99"_s), QString());
    EXPECT_EQ(cited(smallMap(), u"cyber consultation"_s), QString());
    EXPECT_EQ(cited(smallMap(), QString()), QString());
}
