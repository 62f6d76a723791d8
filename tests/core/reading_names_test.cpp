#include "reading_test.h"

#include "core/exchange/csv.h"
#include "core/reading/importing.h"
#include "core/reading/nearnames.h"
#include "core/reading/unknownnames.h"

#include <algorithm>
#include <random>

using namespace reading_test;

namespace {

KnownName person(const QString &name)
{
    return {u"per-"_s + slug(name), u"person"_s, name};
}

KnownName body(const QString &name)
{
    return {u"org-"_s + slug(name), u"institution"_s, name};
}

KnownName dialogue(const QString &name)
{
    return {u"dlg-"_s + slug(name), u"dialogue"_s, name};
}

QStringList sighted(const QString &text, const std::vector<KnownName> &names = {})
{
    QStringList found;
    for (const NameSighting &sighting : sightNames(text, NameFinder(names).find(text))) {
        EXPECT_EQ(text.mid(sighting.offset, sighting.text.size()), sighting.text);
        found += sighting.text;
    }
    return found;
}

QStringList found(const QString &text, const std::vector<KnownName> &names)
{
    QStringList result;
    for (const NameFinder::Found &one : NameFinder(names).find(text))
        result += text.mid(one.offset, one.length);
    return result;
}

std::vector<Block> proseOf(const QString &text)
{
    Block block;
    block.text = text;
    return {block};
}

struct Pair
{
    KnownName known;
    QString text;
    bool near;
};

} // namespace

TEST(NearNames, areThoseOfTheSameRecordAndNoOthers)
{
    const std::vector<Pair> pairs = {
        // hyphens, spaces, capitals
        {person(u"Youn Jong Kwon"_s), u"Youn Jong-kwon"_s, true},
        {person(u"Youn Jong Kwon"_s), u"YOUN Jongkwon"_s, true},
        // family name first or last
        {person(u"Youn Jong-kwon"_s), u"Jong-kwon Youn"_s, true},
        {person(u"Maciej Stadejek"_s), u"Stadejek Maciej"_s, true},
        // romanisation
        {person(u"Yoon Seong-deok"_s), u"Yun Sung-duk"_s, true},
        {person(u"Lee Jae-myung"_s), u"Yi Jae-myeong"_s, true},
        {person(u"Kwon Yong-woo"_s), u"Gwon Yong-u"_s, true},
        {person(u"Park Geun-hye"_s), u"Bak Geun-hye"_s, true},
        {person(u"Kim Hee-sang"_s), u"Kim Hee-sung"_s, false},
        {person(u"Lee Tae-ho"_s), u"Lee Jae-ho"_s, false},
        {person(u"Lee Seong-ho"_s), u"Lee Jong-ho"_s, false},
        {person(u"Kim Sang-jin"_s), u"Kim Sang-min"_s, false},
        // middle names
        {person(u"Maria Castillo Fernandez"_s), u"Maria Fernandez"_s, true},
        {person(u"Benedikta von Seherr-Thoss"_s), u"Benedikta Seherr-Thoss"_s, true},
        {person(u"Maria Castillo Fernandez"_s), u"Maria Castillo"_s, false},
        {person(u"Anna Berg"_s), u"Anna Holm"_s, false},
        // one letter in a long name
        {person(u"Maciej Stadejek"_s), u"Maciej Stadajek"_s, true},
        {person(u"Maciej Stadejek"_s), u"Maciej Stadekej"_s, false},
        {person(u"Jan Novak"_s), u"Jan Nowak"_s, false},
        {body(u"Ministry of Foreign Affairs"_s), u"Ministry of Foriegn Affairs"_s, true},
        // small words, endings, hyphens
        {body(u"Ministry of Foreign Affairs"_s), u"Ministry for Foreign Affairs"_s, true},
        {body(u"Korea Institute for Defense Analyses"_s), u"Korea Institute of Defence Analysis"_s, false},
        {body(u"National Cyber Security Center"_s), u"National Cybersecurity Centre"_s, true},
        {body(u"Korea Internet & Security Agency"_s), u"Korea Internet Security Agency"_s, true},
        {body(u"Ministry of Foreign Affairs"_s), u"Ministry of Defence"_s, false},
        {body(u"Ministry of Foreign Affairs"_s), u"Ministry of Home Affairs"_s, false},
        // one word in the middle
        {body(u"Ministry of Trade, Industry and Energy"_s), u"Ministry of Trade and Energy"_s, true},
        {body(u"National Security Council"_s), u"National Council"_s, false},
        {body(u"European Commission"_s), u"European Council"_s, false},
        // two series may differ by one word, or by one letter
        {dialogue(u"EU-ROK Strategic Dialogue"_s), u"EU-ROK Strategic Digital Dialogue"_s, false},
        {dialogue(u"Security and Defence Consultations"_s), u"Security and Defence Dialogue"_s, false},
        // Korean
        {body(u"국제안보국"_s), u"국제 안보국"_s, true},
        {body(u"과학기술정보통신부"_s), u"과기정통부"_s, true},
        {body(u"방송통신위원회"_s), u"방통위"_s, true},
        {body(u"국방부"_s), u"국토부"_s, false},
        {dialogue(u"한-EU 안보국방대화"_s), u"한-EU 안보방위대화"_s, false},
    };
    for (const Pair &pair : pairs) {
        const auto near = NearNames({pair.known}).find(pair.text);
        EXPECT_EQ(near.has_value(), pair.near) << pair.known.text.toStdString() << " / " << pair.text.toStdString();
        if (near) {
            EXPECT_TRUE(near->reason.contains(pair.known.text)) << near->reason.toStdString();
            EXPECT_EQ(near->name.record, pair.known.record);
        }
    }
}

TEST(NearNames, twoThatAreEquallyNearAreNone)
{
    EXPECT_FALSE(NearNames({{u"a"_s, u"institution"_s, u"Office of Ports"_s}, {u"b"_s, u"institution"_s, u"Office for Ports"_s}}).find(u"Office on Ports"_s));
}

TEST(NearNames, aKnownNameIsNotNear)
{
    EXPECT_FALSE(NearNames({body(u"Ministry of Foreign Affairs"_s)}).find(u"Ministry of Foreign Affairs"_s));
}

TEST(KnownNames, dialoguesAreFoundHoweverTheirNameIsTurned)
{
    const std::vector<KnownName> names = {dialogue(u"EU-ROK Non-proliferation and Disarmament Consultations"_s), dialogue(u"EU-ROK Dialogue on Space Security"_s),
                                          dialogue(u"ROK-EU Security and Defence Dialogue"_s), dialogue(u"EU-ROK Security and Defence Consultations (2015-2021 series)"_s)};
    for (const QString &text : {u"the Consultations on Non-proliferation and Disarmament"_s, u"EU-ROK consultations on Disarmament and Non-Proliferation"_s,
                                u"the Non-proliferation and Disarmament Consultation"_s})
        EXPECT_EQ(NameFinder(names).find(text).size(), 1U) << text.toStdString();
    EXPECT_EQ(NameFinder(names).find(u"the second Space Security Dialogue"_s).size(), 1U);
    ASSERT_EQ(NameFinder(names).find(u"the Security and Defence Dialogue"_s).size(), 1U);
    EXPECT_EQ(NameFinder(names).find(u"the Security and Defence Dialogue"_s).front().record, names[2].record);
    EXPECT_EQ(NameFinder(names).find(u"the Security and Defence Consultations"_s).front().record, names[3].record);
    const std::vector<KnownName> korean = {dialogue(u"한-EU 군축·비확산협의회"_s)};
    for (const QString &text : {u"제20차 한-EU 비확산·군축 협의회를 개최하였다."_s, u"한-EU 군축·비확산협의회가 열렸다."_s, u"비확산·군축 협의회에서 논의하였다."_s})
        EXPECT_EQ(NameFinder(korean).find(text).size(), 1U) << text.toStdString();
    EXPECT_TRUE(NameFinder(korean).find(u"비확산 협의회를 개최하였다."_s).empty());
}

TEST(KnownNames, koreanNamesAreFoundWithParticlesAndSpacesButNotInsideWords)
{
    const std::vector<KnownName> names = {body(u"외교부"_s), body(u"국제안보국"_s), body(u"NATO"_s), dialogue(u"한-EU 사이버정책협의회"_s)};
    EXPECT_EQ(found(u"외교부는 국제 안보국장과 NATO와 협의하였다."_s, names), (QStringList{u"외교부"_s, u"국제 안보국"_s, u"NATO"_s}));
    EXPECT_EQ(found(u"제8차 한·EU 사이버 정책협의회가 열렸다."_s, names), QStringList{u"한·EU 사이버 정책협의회"_s});
    EXPECT_EQ(found(u"신외교부문 및 대외교부서"_s, names), QStringList());
}

TEST(KnownNames, aShortFormOfTwoRecordsIsSaidToBeBoth)
{
    const std::vector<KnownName> names = {{u"regional"_s, u"institution"_s, u"ARF"_s}, {u"recording"_s, u"institution"_s, u"ARF"_s}};
    const auto both = recogniseNames(proseOf(u"the ARF and arf"_s), names);
    ASSERT_EQ(both.size(), 2U);
    EXPECT_TRUE(both[0].ambiguous && both[1].ambiguous);
    EXPECT_NE(both[0].record, both[1].record);
}

TEST(KnownNames, areTheSameInWhateverOrderTheMapHasThem)
{
    std::vector<KnownName> names = knownNames(model::Lookup(*exchange::shippedMap()));
    QString text;
    for (const KnownName &name : names)
        text += u"We met the "_s + name.text + u" and "_s;
    const auto first = recogniseNames(proseOf(text), names);
    EXPECT_GT(first.size(), names.size() / 2);
    std::mt19937 random(7);
    for (int round = 0; round < 5; ++round) {
        std::shuffle(names.begin(), names.end(), random);
        EXPECT_EQ(recogniseNames(proseOf(text), names), first);
    }
}

TEST(UnknownNames, personsStandBesideATitle)
{
    EXPECT_EQ(sighted(u"The meeting was chaired by Mr. Kim Cheol-su, Director-General for Ports, and Ambassador Anna van der Berg."_s),
              (QStringList{u"Kim Cheol-su"_s, u"Anna van der Berg"_s}));
    EXPECT_EQ(sighted(u"Director-General HAN Ji-won and Ms Élise D’Arcy opened the talks."_s), (QStringList{u"HAN Ji-won"_s, u"Élise D’Arcy"_s}));
    EXPECT_EQ(sighted(u"Jan Novak, Director at the harbour office, spoke."_s), QStringList{u"Jan Novak"_s});
}

TEST(UnknownNames, bodiesAreMadeByAWord)
{
    EXPECT_EQ(sighted(u"Experts of the Korea Ocean Institute (KOI), DG MARE and the Ministry of Oceans, Fisheries and Ports took part."_s),
              (QStringList{u"Korea Ocean Institute"_s, u"DG MARE"_s, u"Ministry of Oceans, Fisheries and Ports"_s}));
    EXPECT_EQ(sighted(u"the European Union Agency for Lamps and the Ministry of Tides in Seoul"_s),
              (QStringList{u"European Union Agency for Lamps"_s, u"Ministry of Tides"_s}));
}

TEST(UnknownNames, theShortFormComesWithTheLongOne)
{
    const QString text = u"the Arms Trade Register (ATR) and the Lamp Office (XYZ)"_s;
    const auto found = sightNames(text, {});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].abbreviation, u"ATR"_s);
    EXPECT_EQ(found[1].abbreviation, QString()); // the letters do not fit
}

TEST(UnknownNames, commonCapitalsDoNotFloodTheList)
{
    for (const QString &text :
         {u"On Tuesday, May 20, the Joint Committee met in Seoul. The Parties underlined Article 4 of the Agreement."_s,
          u"GENERAL PROVISIONS ON THE OFFICE OF LAMPS"_s, u"Both Sides agreed. The Commission and the Council took note. In Europe and the Indo-Pacific, Member States act."_s,
          u"The Director-General for International Security welcomed the participants. The Minister and the Ambassador thanked the Committee."_s,
          u"The National Committee shall adopt its Rules. The High-Level Committee and the Working Group meet every Spring."_s,
          u"Chapter II of the Framework Agreement, Annex I and the Treaty on European Union apply."_s,
          u"North Korea, Southeast Asia, the Gulf of Aden, the Red Sea and the Korean Peninsula were discussed in New York and Brussels."_s})
        EXPECT_EQ(sighted(text), QStringList()) << text.toStdString();
}

TEST(UnknownNames, koreanBodiesNeedAnEndingThatSaysSoOrAnOfficeBesideThem)
{
    EXPECT_EQ(sighted(u"홍길동 국제기구국장과 김민수 대사, 해양수산부 차관, 한국해양연구원이 참석하였다."_s),
              (QStringList{u"홍길동"_s, u"국제기구국"_s, u"김민수"_s, u"해양수산부"_s, u"한국해양연구원"_s}));
    EXPECT_EQ(sighted(u"양측은 정부 차원의 지원과 일부 회원국의 요청, 대부분의 결과에 대해 사실을 확인하고 향후 협력을 강화하기로 하였다."_s), QStringList());
    EXPECT_EQ(sighted(u"우리측 수석대표와 유사입장국 및 개발도상국, 주요 당사국의 공동 대처와 내부 자원 확보 여부를 논의하였다."_s), QStringList());
}

TEST(UnknownNames, whatIsKnownIsNotUnknown)
{
    const std::vector<KnownName> names = {body(u"Ministry of Tides"_s), body(u"해양수산부"_s)};
    EXPECT_EQ(sighted(u"the Ministry of Tides and 해양수산부 차관"_s, names), QStringList());
}
