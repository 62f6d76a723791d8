#include "core/reading/words.h"

#include "core/base/text.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

QString foldedWord(QStringView word)
{
    if (std::all_of(word.begin(), word.end(), [](QChar c) { return c.unicode() < 0x80; }))
        return word.toString().toLower();
    return folded(word.toString());
}

bool isApostrophe(QChar c)
{
    return c == u'\'' || c.unicode() == 0x2019 || c.unicode() == 0x02BC;
}

/// Words in -ise that are no verbs in -ize.
bool keepsIse(const QString &base)
{
    static const QSet<QString> bases = {u"exerc"_s,   u"adv"_s,     u"ra"_s,    u"prom"_s,   u"prec"_s,  u"otherw"_s, u"expert"_s,
                                        u"enterpr"_s, u"comprom"_s, u"surpr"_s, u"superv"_s, u"rev"_s,   u"dev"_s,    u"prem"_s,
                                        u"no"_s,      u"disgu"_s,   u"telev"_s, u"franch"_s, u"likew"_s, u"conc"_s,   u"pra"_s,
                                        u"ar"_s,      u"improv"_s,  u"compr"_s, u"prom"_s,   u"pro"_s,   u"r"_s,      u"w"_s};
    return bases.contains(base);
}

} // namespace

QString evenSpelling(const QString &word)
{
    if (word.size() < 5)
        return word;
    static const QHash<QString, QString> known = {{u"programme"_s, u"program"_s},
                                                  {u"programmes"_s, u"programs"_s},
                                                  {u"defence"_s, u"defense"_s},
                                                  {u"defences"_s, u"defenses"_s},
                                                  {u"offence"_s, u"offense"_s},
                                                  {u"offences"_s, u"offenses"_s},
                                                  {u"licence"_s, u"license"_s},
                                                  {u"centre"_s, u"center"_s},
                                                  {u"centres"_s, u"centers"_s},
                                                  {u"theatre"_s, u"theater"_s},
                                                  {u"practise"_s, u"practice"_s},
                                                  {u"analyse"_s, u"analyze"_s},
                                                  {u"fulfil"_s, u"fulfill"_s},
                                                  {u"judgement"_s, u"judgment"_s},
                                                  {u"grey"_s, u"gray"_s},
                                                  {u"artefact"_s, u"artifact"_s},
                                                  {u"organisation"_s, u"organization"_s}};
    if (const auto found = known.constFind(word); found != known.constEnd())
        return *found;
    static const std::array ours = {u"labour"_s, u"behaviour"_s, u"neighbour"_s, u"harbour"_s, u"favour"_s,
                                    u"colour"_s, u"honour"_s,    u"endeavour"_s, u"armour"_s,  u"rigour"_s};
    for (const QString &our : ours) {
        if (word.startsWith(our))
            return our.chopped(2) + u'r' + word.mid(our.size());
    }
    static const std::array endings = {u"isations"_s, u"isation"_s, u"ising"_s, u"ised"_s, u"ises"_s, u"ise"_s};
    for (const QString &ending : endings) {
        const QString base = word.chopped(std::min(ending.size(), word.size()));
        if (word.endsWith(ending) && base.size() >= 3 && !keepsIse(base))
            return base + u"iz"_s + ending.mid(2);
    }
    return word;
}

QString stem(const QString &word)
{
    if (word.size() < 4 || !std::all_of(word.begin(), word.end(), [](QChar c) { return c >= u'a' && c <= u'z'; }))
        return word;
    QString root = word;
    if (root.endsWith(u"ies") && root.size() > 5)
        root = root.chopped(3) + u'y';
    else if (root.endsWith(u"sses") || root.endsWith(u"xes") || root.endsWith(u"ches") || root.endsWith(u"shes"))
        root.chop(2);
    else if (root.endsWith(u's') && !root.endsWith(u"ss") && !root.endsWith(u"us") && !root.endsWith(u"is"))
        root.chop(1);
    static const std::array endings = {u"ational"_s, u"fully"_s, u"ment"_s, u"ness"_s, u"able"_s, u"ible"_s, u"ally"_s, u"ance"_s,
                                       u"ence"_s,    u"ions"_s,  u"ion"_s,  u"ing"_s,  u"ity"_s,  u"ive"_s,  u"ful"_s,  u"ial"_s,
                                       u"ed"_s,      u"al"_s,    u"ly"_s,   u"ic"_s,   u"y"_s,    u"e"_s};
    for (int round = 0; round < 2; ++round) {
        for (const QString &ending : endings) {
            // "portion" is no "port"
            if (!root.endsWith(ending) || root.size() - ending.size() < (ending == u"ion" ? 5 : 4))
                continue;
            root.chop(ending.size());
            if (root.endsWith(u"izat")) // "organization" and "organize"
                root.chop(2);
            if (ending == u"ational")
                root += u"at"_s;
            // "planning" and "plan", "occurred" and "occur"
            const bool doubled = root.size() > 4 && root.back() == root[root.size() - 2] && !u"lsz"_s.contains(root.back());
            if ((ending == u"ing" || ending == u"ed") && doubled)
                root.chop(1);
            break;
        }
    }
    return root;
}

bool isHangul(QChar c)
{
    return (c.unicode() >= 0xAC00 && c.unicode() <= 0xD7A3) || (c.unicode() >= 0x1100 && c.unicode() <= 0x11FF) ||
           (c.unicode() >= 0x3130 && c.unicode() <= 0x318F);
}

std::vector<Word> findWords(const QString &text)
{
    std::vector<Word> words;
    for (qsizetype i = 0; i < text.size();) {
        const QChar c = text[i];
        if (c == u'&') {
            words.push_back({u"and"_s, i, 1});
            ++i;
            continue;
        }
        if (!c.isLetterOrNumber() && !c.isMark() && !c.isSurrogate()) {
            ++i;
            continue;
        }
        const qsizetype start = i;
        // "NATO와": a Korean particle is no part of the Latin word before it.
        const bool hangul = isHangul(c);
        while (i < text.size() && (text[i].isMark() || ((text[i].isLetterOrNumber() || text[i].isSurrogate()) && isHangul(text[i]) == hangul)))
            ++i;
        words.push_back({evenSpelling(foldedWord(QStringView(text).mid(start, i - start))), start, i - start});
        const bool possessive = i + 1 < text.size() && isApostrophe(text[i]) && (text[i + 1] == u's' || text[i + 1] == u'S') &&
                                (i + 2 == text.size() || !text[i + 2].isLetterOrNumber());
        if (possessive)
            i += 2;
    }
    return words;
}

bool isStopWord(const QString &word)
{
    static const QSet<QString> words = {
        u"a"_s,          u"an"_s,      u"the"_s,        u"and"_s,     u"or"_s,      u"of"_s,        u"in"_s,     u"on"_s,      u"at"_s,
        u"by"_s,         u"for"_s,     u"from"_s,       u"to"_s,      u"with"_s,    u"as"_s,        u"is"_s,     u"are"_s,     u"was"_s,
        u"were"_s,       u"be"_s,      u"been"_s,       u"being"_s,   u"has"_s,     u"have"_s,      u"had"_s,    u"will"_s,    u"would"_s,
        u"shall"_s,      u"should"_s,  u"may"_s,        u"can"_s,     u"could"_s,   u"that"_s,      u"this"_s,   u"these"_s,   u"those"_s,
        u"it"_s,         u"its"_s,     u"they"_s,       u"their"_s,   u"them"_s,    u"we"_s,        u"our"_s,    u"which"_s,   u"who"_s,
        u"whose"_s,      u"where"_s,   u"when"_s,       u"while"_s,   u"such"_s,    u"also"_s,      u"both"_s,   u"each"_s,    u"other"_s,
        u"others"_s,     u"any"_s,     u"all"_s,        u"more"_s,    u"most"_s,    u"not"_s,       u"no"_s,     u"than"_s,    u"then"_s,
        u"there"_s,      u"into"_s,    u"over"_s,       u"under"_s,   u"through"_s, u"including"_s, u"within"_s, u"between"_s, u"among"_s,
        u"about"_s,      u"well"_s,    u"further"_s,    u"towards"_s, u"toward"_s,  u"during"_s,    u"after"_s,  u"before"_s,  u"up"_s,
        u"out"_s,        u"so"_s,      u"but"_s,        u"if"_s,      u"s"_s,       u"one"_s,       u"two"_s,    u"side"_s,    u"sides"_s,
        u"particular"_s, u"notably"_s, u"respective"_s, u"per"_s,     u"via"_s,     u"upon"_s,      u"amid"_s,   u"mr"_s,      u"ms"_s};
    return words.contains(word);
}

} // namespace entente::reading
