#include "core/reading/nearnames.h"

#include "core/base/text.h"

#include <QHash>
#include <QRegularExpression>

#include <array>

// Korean names in Latin letters: the Revised Romanisation of 2000, McCune–Reischauer and what people choose for themselves. Variants of one
// name are led to one spelling; it is for comparison only and belongs to no system.

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

/// Family names whose variants no rule of letters joins.
const QHash<QString, QString> &familyNames()
{
    static const QHash<QString, QString> names = [] {
        const QStringList families = {u"lee yi rhee ri li"_s,    u"kim gim"_s,        u"park bak pak"_s,  u"choi choe"_s,   u"jung jeong chung cheong"_s,
                                      u"kang gang"_s,            u"cho jo joe"_s,     u"yoon youn yun"_s, u"jang chang"_s,  u"lim im rim yim"_s,
                                      u"han"_s,                  u"oh o"_s,           u"seo suh so"_s,    u"shin sin"_s,    u"kwon gwon"_s,
                                      u"hwang"_s,                u"ahn an"_s,         u"song"_s,          u"yoo yu ryu you"_s, u"hong"_s,
                                      u"jeon jun chun cheon"_s,  u"ko go koh"_s,      u"moon mun"_s,      u"yang"_s,        u"son sohn"_s,
                                      u"bae pae"_s,              u"baek paik paek"_s, u"heo huh hur"_s,   u"nam"_s,         u"sim shim"_s,
                                      u"noh roh no"_s,           u"ha"_s,             u"kwak gwak"_s,     u"sung seong"_s,  u"cha"_s,
                                      u"joo ju chu"_s,           u"woo u"_s,          u"koo gu ku"_s,     u"min"_s,         u"na ra"_s,
                                      u"jin chin"_s,             u"ji chi"_s,         u"eom um uhm"_s,    u"chae"_s,        u"won"_s,
                                      u"bang pang"_s,            u"kong gong"_s,      u"hyun hyeon"_s,    u"ham"_s,         u"yeom yum"_s,
                                      u"byun byeon pyun"_s,      u"yeo yuh"_s,        u"do"_s,            u"seok suk"_s,    u"sun seon"_s,
                                      u"seol sul"_s,             u"ma"_s,             u"gil kil"_s,       u"yeon yun"_s,    u"wi wee"_s,
                                      u"pyo"_s,                  u"myung myeong"_s,   u"ki gi"_s,         u"ban pan"_s,     u"kook guk"_s,
                                      u"mo"_s,                   u"ok"_s,             u"tak"_s,           u"eun"_s,         u"pyeon"_s};
        QHash<QString, QString> map;
        for (const QString &family : families) {
            const QStringList variants = family.split(u' ');
            for (const QString &variant : variants) {
                if (!map.contains(variant))
                    map.insert(variant, variants.first());
            }
        }
        return map;
    }();
    return names;
}

QString syllables(QString word)
{
    static const std::array<std::pair<QString, QString>, 22> rules = {{{u"young"_s, u"yung"_s},
                                                                        {u"yeong"_s, u"yung"_s},
                                                                        {u"yong"_s, u"yOng"_s},
                                                                        {u"yeo"_s, u"yu"_s},
                                                                        {u"you"_s, u"yu"_s},
                                                                        {u"yoo"_s, u"yu"_s},
                                                                        {u"eo"_s, u"u"_s},
                                                                        {u"oo"_s, u"u"_s},
                                                                        {u"ou"_s, u"u"_s},
                                                                        {u"eu"_s, u"u"_s},
                                                                        {u"ee"_s, u"i"_s},
                                                                        {u"ae"_s, u"e"_s},
                                                                        {u"ai"_s, u"e"_s},
                                                                        {u"ah"_s, u"a"_s},
                                                                        {u"uh"_s, u"u"_s},
                                                                        {u"oh"_s, u"o"_s},
                                                                        {u"ch"_s, u"j"_s},
                                                                        {u"sh"_s, u"s"_s},
                                                                        {u"k"_s, u"g"_s},
                                                                        {u"p"_s, u"b"_s},
                                                                        {u"t"_s, u"d"_s},
                                                                        {u"r"_s, u"l"_s}}};
    for (const auto &[from, to] : rules)
        word.replace(from, to);
    return word.toLower();
}

bool isSyllable(const QString &word)
{
    static const QRegularExpression syllable(u"^(?:[bcdghjkmnprstwy]|ch|sh|hw|kw|gw|kk|ll?)?y?w?[aeiou]{1,3}(?:[kgntlmbp]|ng|h|l|r|s)?$"_s);
    return word.size() <= 6 && syllable.match(word).hasMatch();
}

QStringList nameWords(const QString &name)
{
    static const QRegularExpression parting(u"[\\s‐‑–-]+"_s);
    return folded(name).remove(u'.').remove(u',').split(parting, Qt::SkipEmptyParts);
}

/// One or two syllables in one word: `jongkwon`.
bool isGivenName(const QString &word)
{
    for (qsizetype cut = 2; cut + 2 <= word.size(); ++cut) {
        if (isSyllable(word.left(cut)) && isSyllable(word.mid(cut)))
            return true;
    }
    return isSyllable(word);
}

} // namespace

QString romanisation(const QString &word)
{
    const QString family = familyNames().value(word);
    return syllables(family.isEmpty() ? word : family);
}

bool isKoreanPerson(const QString &name)
{
    const QStringList words = nameWords(name);
    if (words.size() < 2 || words.size() > 3)
        return false;
    const auto fits = [&](qsizetype family) {
        if (!familyNames().contains(words[family]))
            return false;
        for (qsizetype n = 0; n < words.size(); ++n) {
            if (n != family && !(words.size() == 2 ? isGivenName(words[n]) : isSyllable(words[n])))
                return false;
        }
        return true;
    };
    return fits(0) || fits(words.size() - 1);
}

} // namespace entente::reading
