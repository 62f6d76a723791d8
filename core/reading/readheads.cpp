#include "core/reading/readoutparts.h"

#include "core/reading/steps.h"

#include <QRegularExpression>

#include <algorithm>

/// Heads of delegation in English sentences.
///
/// A sentence with a verb of leading is searched for persons twice: *name, title* (the title begins with words of a post and ends where the
/// sentence turns to something else), then, in what is left, *title name*. In the second form nothing parts the two: the name is told by an
/// honorific, by the syllables of a Korean given name (`Eui-hae`), by a family name in capitals, or else by its place at the end. A side
/// is read off the title, or off the delegation that the sentence says was led.
namespace entente::reading::parts {

using namespace Qt::StringLiterals;

namespace {

constexpr auto CaseInsensitive = QRegularExpression::CaseInsensitiveOption;
constexpr std::size_t MostHeads = 8;
constexpr qsizetype LongestSentence = 1500; // in characters

struct Person
{
    qsizetype offset = 0;
    qsizetype length = 0;
    QString name;
    QString title;
};

const QString Honorific = u"(?:(?:Mr|Ms|Mrs|Mme|Dr|Prof|Hon|Amb)\\.? |H\\.E\\.? |His Excellency |Her Excellency )"_s;
const QString NameWord = u"\\p{Lu}[\\p{L}'’.-]*\\p{L}\\.?"_s;
const QString Name = u"%1(?: (?:(?:van|von|de|der|den|del|della|da|la|di|du|bin|af|zu)\\s){0,2}%1){0,3}"_s.arg(NameWord);
const QString Post =
    u"(?:[Dd]irector(?:[- ][Gg]eneral)?|[Mm]inister|[Ss]ecretary(?:[- ][Gg]eneral)?|[Pp]resident|[Aa]mbassador|[Hh]ead|[Cc]hief|[Cc]ommissioner|[Rr]epresentative|[Ee]nvoy|[Cc]oordinator|[Cc]ounsell?or|[Cc]hair(?:man|woman|person)?|[Dd]eputy|[Cc]hargé|[Aa]dvis[eo]r|[Aa]dministrator|[Gg]overnor|[Nn]egotiator|[Cc]ommander|General|Admiral|[Oo]fficer|[Pp]rincipal|HR/VP|[Ss]peaker|[Cc]ommissioner-[Gg]eneral)"_s;
/// What a title may begin with before its post.
const QString Opener =
    u"(?:(?:the|then|[Aa]cting|newly appointed|its|EU|ROK|RoK|EEAS|DG|European|Korean|Korea|Republic of Korea|South Korean|Union|Foreign|Trade|Defen[cs]e|Prime|First|Second|Third|Executive|Senior|Managing|Assistant|Vice|Under|State|Special|Permanent|Parliamentary|Lead|Commission|Council|High|Industry|Climate|Environment|Energy|Science|Health|Digital|Unification|Finance|Interior|Justice|Economy|Science and ICT|Chief)(?:['’]s)?[ -])*"_s;

bool isLead(const QString &sentence, int paragraph)
{
    static const QRegularExpression leads(
        uR"(\b(?:(?:co-?)?chaired|co-?chairing|led|leading|headed|heading|presided|co-?presided|co-?hosted|(?:co-?)?chairs?|chairmanship|co-chairpersons?|heads of delegation|represented by)\b)"_s,
        CaseInsensitive);
    static const QRegularExpression meets(uR"(\b(?:held|met|hosted|convened|hold|will (?:meet|chair|co-chair|lead)|spoke|sat down)\b)"_s);
    return leads.match(sentence).hasMatch() || (paragraph <= 2 && meets.match(sentence).hasMatch());
}

/// "accompanied by", "together with": who follows was there, but led nothing.
bool onlyAccompanies(const QString &before)
{
    static const QRegularExpression with(
        uR"(\b(?:accompanied|assisted|joined|seconded|supported|attended|greeted|welcomed|received|thanked|briefed|addressed) by\b(?!.*\b(?:led|chaired|headed) by\b)|\b(?:alongside|in the presence of|participants included|on behalf of whom|speakers included|succeeded|predecessor|paid a courtesy call on|courtesy call)\b)"_s,
        CaseInsensitive);
    return with.match(before).hasMatch();
}

/// Parts "Deputy Minister for Political Affairs Chung Eui-hae" where the name begins; the title comes first.
Person parted(const QString &run)
{
    Person person;
    static const QRegularExpression honorific(u"\\b%1"_s.arg(Honorific));
    if (const auto match = honorific.match(run); match.hasMatch() && match.capturedStart() > 0) {
        person.title = run.left(match.capturedStart()).trimmed();
        person.name = run.mid(match.capturedEnd()).trimmed();
        return person;
    }
    const QStringList words = run.split(u' ', Qt::SkipEmptyParts);
    static const QRegularExpression givenName(uR"(^\p{Lu}\p{Ll}+-\p{Ll}+$)"_s);
    static const QRegularExpression capitals(uR"(^\p{Lu}[\p{Lu}’'-]{2,}$)"_s);
    static const QRegularExpression acronym(u"^(?:EU|ROK|EEAS|DG|MOFA|MND|MOTIE|MOTIR|MSIT|HR/VP|ICT|DPRK|FTA|NATO|CBRN|WTO|UN)$"_s);
    static const QRegularExpression surname(
        u"^(?:Kim|Lee|Yi|Rhee|Park|Choi|Choe|Chung|Jung|Jeong|Kang|Cho|Jo|Yoon|Youn|Yun|Jang|Chang|Lim|Im|Han|Oh|Seo|Suh|Shin|Sin|Kwon|Hwang|Ahn|An|Song|Jeon|Chun|Hong|Yoo|Yu|Ryu|Ko|Koh|Moon|Yang|Son|Sohn|Bae|Baek|Paik|Heo|Huh|Nam|Shim|Sim|Noh|Roh|Ha|Joo|Ju|Woo|Koo|Gu|Min|Jin|Cha|Byun|Yeo|Eom|Won|Bang|Kong|Ban|Wi|Ma|Pyo|Do|So|Seol|Sung|Seong|Na|Ra|Tae|Ki|Ok)$"_s);
    static const QRegularExpression particle(u"^(?:van|von|de|der|den|del|della|da|la|di|du|bin|af|zu)$"_s);
    static const QRegularExpression post(u"^%1$"_s.arg(Post));
    qsizetype start = -1;
    for (qsizetype i = words.size() - 1; i > 0 && start < 0; --i) {
        if (givenName.match(words[i]).hasMatch() && words[i - 1].front().isUpper() && !post.match(words[i]).hasMatch())
            start = i - 1;
        else if (capitals.match(words[i]).hasMatch() && !acronym.match(words[i]).hasMatch())
            start = i == words.size() - 1 ? i - 1 : i;
    }
    // Behind the last word of a post all is name.
    qsizetype afterPost = 0;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (post.match(words[i]).hasMatch())
            afterPost = i + 1;
    }
    const bool plainPost = afterPost > 0 && afterPost < words.size() && words.size() - afterPost <= 3;
    if (start < 0 && plainPost)
        start = afterPost;
    if (start < 0 && words.size() >= 3 && surname.match(words[words.size() - 3]).hasMatch())
        start = words.size() - 3;
    if (start < 0)
        start = words.size() - 2;
    while (start > 0 && particle.match(words[start - 1]).hasMatch())
        --start;
    if (start > 1 && particle.match(words[start]).hasMatch())
        --start;
    if (start <= 0)
        return {};
    person.title = words.mid(0, start).join(u' ');
    person.name = words.mid(start).join(u' ');
    if (!person.name.front().isUpper())
        return {};
    return person;
}

/// "Kim Ha-neul." at the end of a sentence; "J." stays.
QString withoutPoint(QString name)
{
    return name.endsWith(u'.') && name.size() > 2 && name[name.size() - 2].isLower() ? name.chopped(1) : name;
}

void addBehind(const QString &sentence, std::vector<Person> &persons)
{
    // "NAME, TITLE …" up to the verb, the next person, or the end.
    static const QString rank =
        u"(?:(?:%1|Ambassador |(?:(?:Brigadier|Major|Lieutenant|Rear|Vice) )?(?:General|Admiral) |Colonel |Captain )*)"_s.arg(Honorific);
    static const QRegularExpression behind(
        u"%5(?<name>%2)(?:,| \\() ?(?<title>(?!and\\b|by\\b|with\\b|who\\b)%3(?:[\\p{L}’'-]+ ){0,3}?%4\\b(?:[^.;()]|\\([^()]*\\))*?)"
        "(?=,? (?:(?:who "
        ")?(?:co-?)?(?:led|headed|chaired|presided|hosted|held|met|heading|leading|chairing)|co-?(?:led|chaired|presided|hosted)|and (?:by "
        ")?(?:the )?%1+\\p{Lu}|and (?:by )?(?:the )?%2, (?:the )?%3%4|and (?:by |its |his |her )?%3%4|and (?:by )?the (?:[\\p{L}]+ "
        "){1,3}?(?:delegation|side|team)\\b)|[.;)]|, (?:while|with|on|for the|representing)\\b"
        "|,? (?:who|whom|whose|which|where|that|accompanied|together with|representing|respectively|took part|took place|jointly|was|were|will|(?:on|from|at)(?= \\d| \\p{Lu}\\p{Ll}+ \\d| (?:Mon|Tues|Wednes|Thurs|Fri)day)|and (?:by )?(?:his|her|their|for the|on the|from the))\\b|$)"_s
            .arg(Honorific, Name, Opener, Post, rank));
    static const QRegularExpression noName(
        uR"(^(?:(?:The |the )?(?:Republic of )?Korea|European Union|EU|ROK|RoK|Seoul|Brussels|(?:European )?Commission|EEAS|\p{Lu}[\p{L}-]+)$)"_s);
    for (auto matches = behind.globalMatch(sentence); persons.size() < MostHeads && matches.hasNext();) {
        const auto match = matches.next();
        if (noName.match(match.captured(u"name"_s)).hasMatch())
            continue;
        QString title = match.captured(u"title"_s).simplified();
        static const QRegularExpression article(u"^the "_s);
        title.remove(article);
        while (title.endsWith(u','))
            title.chop(1);
        persons.push_back({match.capturedStart(), match.capturedLength(), match.captured(u"name"_s).simplified(), title});
    }
}

void addBefore(const QString &stretch, qsizetype offset, std::vector<Person> &persons)
{
    // "TITLE, NAME" and "TITLE NAME"; within a title stand capitals and small links.
    static const QString word =
        u"(?:\\p{Lu}[\\p{L}\\d’'./&-]*|\\([^()]{2,24}\\)|(?:for|of|and|the|on|to|at|in|with|a\\.i\\.|ad interim|d[’']affaires)(?= ))"_s;
    static const QString ahead =
        u"(?=,|;|\\.(?:\\s|$)|\\)| \\(|,? (?:and|with|met|held|co-?\\w+ed|led|headed|chaired|hosted|presided|of the|from the|for the|on the|on behalf|who|will|co-chair|lead|leading|heading|jointly|at|in|as|respectively|by|today|was|were|agreed|welcomed|discussed|said|to)\\b|$)"_s;
    static const QRegularExpression comma(u"(?<title>%1%2(?:[ -]%3)*?(?:, \\p{Lu}[\\p{L}’' -]+){0,1}?), (?:%4)?(?<name>%5)%6"_s.arg(
        Opener, Post, word, Honorific, Name, ahead));
    static const QRegularExpression run(
        u"(?<run>%1%2(?:[ -]%3)*? (?:%4)?(?<!\\bof )(?<!\\bfor )(?<!\\bthe )(?<!\\band )(?<!\\bon )(?<!\\bto )(?<!\\bat )(?<!\\bin )%5)%6"_s
            .arg(Opener, Post, word, Honorific, Name, ahead));
    static const QRegularExpression named(
        u"^(?:%1|(?:\\p{Lu}[\\p{L}’'-]+ ){0,3}(?:Ministry|Agency|Commission|Service|Affairs|Union|Korea|Council|Policy|Security|Delegation|Committee|Office|Defen[cs]e|Trade|Parliament)\\b)"_s
            .arg(Post));
    static const QRegularExpression bracket(u" ?\\([^()]*\\)"_s);
    qsizetype at = 0;
    while (persons.size() < MostHeads && at < stretch.size()) {
        const auto match = run.match(stretch, at);
        const auto other = comma.match(stretch, at);
        const bool useComma = other.hasMatch() && !named.match(other.captured(u"name"_s)).hasMatch() &&
                              (!match.hasMatch() || other.capturedStart() <= match.capturedStart()) &&
                              other.captured(u"title"_s).contains(u' ');
        if (useComma) {
            static const QRegularExpression the(u"^the "_s);
            persons.push_back({offset + other.capturedStart(), other.capturedLength(), other.captured(u"name"_s).simplified(),
                               other.captured(u"title"_s).simplified().remove(the)});
            at = other.capturedEnd();
            continue;
        }
        if (!match.hasMatch())
            return;
        at = match.capturedEnd();
        const QString words = match.captured(u"run"_s).simplified();
        Person person = parted(words);
        person.title.remove(bracket);
        static const QRegularExpression article(u"^the "_s);
        person.title.remove(article);
        if (person.name.isEmpty() || person.title.isEmpty() || named.match(person.name).hasMatch() || person.name.contains(u'('))
            continue;
        person.offset = offset + match.capturedStart();
        person.length = match.capturedLength();
        persons.push_back(person);
    }
}

QString sideNear(const QString &sentence, const Person &person)
{
    static const QRegularExpression delegation(
        uR"(\b(?:(?:EU|European(?: Union)?|EEAS|ROK|RoK|Korean?|South Korean|Republic of Korea)(?:['’]s)?(?: [\w-]+){0,2} (?:delegation|side|team)|(?:on behalf of|representing|for|from|of) the (?:EU|European Union|ROK|RoK|Republic of Korea)|for Korea|from Korea)\b)"_s);
    QString before;
    QString after;
    for (auto matches = delegation.globalMatch(sentence); matches.hasNext();) {
        const auto match = matches.next();
        if (match.capturedEnd() <= person.offset)
            before = match.captured();
        else if (after.isEmpty() && match.capturedStart() >= person.offset && match.capturedStart() - person.offset - person.length < 60)
            after = match.captured();
    }
    const QString own = sideOf(before);
    return own.isEmpty() ? sideOf(after) : own;
}

} // namespace

void readHeads(const std::vector<Told> &told, ReadMeeting &meeting)
{
    int lastParagraph = -1;
    for (const Told &one : told) {
        const QString &sentence = one.text;
        if (sentence.size() > LongestSentence || isKorean(sentence) || !isLead(sentence, one.paragraph))
            continue;
        const bool bothSides = std::ranges::any_of(meeting.heads, [](const Head &head) { return head.side == u"EU"; }) &&
                               std::ranges::any_of(meeting.heads, [](const Head &head) { return head.side == u"ROK"; });
        if ((bothSides || meeting.heads.size() >= 2) && one.paragraph != lastParagraph)
            break;
        std::vector<Person> persons;
        addBehind(sentence, persons);
        std::vector<Person> before;
        qsizetype end = 0;
        for (const Person &person : persons) {
            addBefore(sentence.mid(end, person.offset - end), end, before);
            end = person.offset + person.length;
        }
        addBefore(sentence.mid(end), end, before);
        persons.insert(persons.end(), before.begin(), before.end());
        std::ranges::stable_sort(persons, {}, &Person::offset);
        for (const Person &person : persons) {
            if (onlyAccompanies(sentence.left(person.offset)) || meeting.heads.size() >= MostHeads)
                continue;
            const QString name = withoutPoint(person.name);
            QString side = sideOf(person.title);
            if (side.isEmpty() && sideNear(sentence, person).size())
                side = sideNear(sentence, person);
            // A name such as "Ryu Han-byul" is Korean wherever it stands.
            static const QRegularExpression koreanName(uR"(^\p{Lu}\p{Ll}{1,6} \p{Lu}\p{Ll}{1,6}-\p{Ll}{2,6}$)"_s);
            if (side.isEmpty() && koreanName.match(name).hasMatch())
                side = u"ROK"_s;
            const auto known = std::ranges::find_if(meeting.heads, [&](const Head &head) {
                return head.name == name || head.name.endsWith(u' ' + name) || head.name.startsWith(name + u' ') ||
                       name.endsWith(u' ' + head.name);
            });
            if (known != meeting.heads.end()) {
                if (known->side.isEmpty())
                    known->side = side;
                continue;
            }
            meeting.heads.push_back({side, name, person.title});
            lastParagraph = one.paragraph;
        }
    }
    // Of two heads, whoever is not the one side's is the other's.
    if (meeting.heads.size() == 2) {
        for (int i = 0; i < 2; ++i) {
            Head &head = meeting.heads[static_cast<std::size_t>(i)];
            const QString &other = meeting.heads[static_cast<std::size_t>(1 - i)].side;
            if (head.side.isEmpty() && !other.isEmpty())
                head.side = other == u"EU" ? u"ROK"_s : u"EU"_s;
        }
    }
}

} // namespace entente::reading::parts
