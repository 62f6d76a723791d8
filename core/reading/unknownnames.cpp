#include "core/reading/unknownnames.h"

#include "core/reading/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

/// Sighting of names in Latin letters.
///
/// A *run* is a row of capitalised words, joined by small words that names have inside (*of*, *for*, *and*, *the*, *on*, *de*, *von* …). A run
/// is a body or a paper if it has a *making word* (Ministry, Agency, Convention …) where such names have one: first with a small word after it,
/// or last. Everything else that is capitalised (places, months, titles of sections, sentence openings) is no sighting.
namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestRun = 14; ///< In words.
constexpr qsizetype LongestWord = 40;

using Words = QSet<QString>;

const Words &bodyWords()
{
    static const Words words = {
        u"ministry"_s,   u"department"_s,  u"directorate"_s, u"agency"_s,       u"institute"_s,    u"commission"_s, u"committee"_s, u"council"_s,
        u"centre"_s,     u"center"_s,      u"office"_s,      u"bureau"_s,       u"service"_s,      u"authority"_s,  u"academy"_s,   u"university"_s,
        u"foundation"_s, u"organisation"_s, u"organization"_s, u"assembly"_s,   u"court"_s,        u"command"_s,    u"delegation"_s, u"embassy"_s,
        u"secretariat"_s, u"administration"_s, u"association"_s, u"corporation"_s, u"bank"_s,      u"parliament"_s, u"division"_s,  u"unit"_s,
        u"laboratory"_s, u"inspectorate"_s, u"consortium"_s, u"federation"_s,   u"chamber"_s,      u"college"_s,    u"school"_s,    u"police"_s,
        u"fund"_s,       u"board"_s,       u"network"_s,     u"forum"_s,        u"taskforce"_s,    u"society"_s,    u"league"_s,    u"alliance"_s,
        u"guard"_s,      u"directorate-general"_s, u"headquarters"_s, u"mission"_s, u"registry"_s, u"observatory"_s, u"tribunal"_s,  u"hospital"_s, u"panel"_s};
    return words;
}

const Words &paperWords()
{
    static const Words words = {u"convention"_s, u"treaty"_s,     u"agreement"_s, u"protocol"_s, u"strategy"_s,   u"declaration"_s, u"charter"_s,
                                u"memorandum"_s, u"partnership"_s, u"regulation"_s, u"directive"_s, u"arrangement"_s, u"accord"_s,      u"pact"_s};
    return words;
}

/// What bodies have in common and no body is called alone: "the Joint Committee", "the National Office".
bool isGeneric(const QString &word)
{
    static const Words words = {
        u"joint"_s,    u"national"_s,  u"special"_s,  u"specialised"_s, u"specialized"_s, u"steering"_s, u"working"_s,   u"technical"_s, u"senior"_s,
        u"high-level"_s, u"high"_s,    u"level"_s,    u"general"_s,     u"deputy"_s,      u"new"_s,      u"first"_s,     u"next"_s,      u"annual"_s,
        u"permanent"_s, u"regional"_s, u"international"_s, u"bilateral"_s, u"executive"_s, u"advisory"_s, u"ad"_s,        u"hoc"_s,       u"group"_s,
        u"european"_s, u"korean"_s,    u"korea"_s,    u"eu"_s,          u"rok"_s,         u"union"_s,    u"republic"_s,  u"free"_s,      u"trade"_s,
        u"framework"_s, u"policy"_s,   u"director"_s, u"council"_s,     u"strategic"_s,   u"supreme"_s,  u"central"_s,   u"federal"_s,   u"state"_s,
        u"head"_s,     u"main"_s,      u"this"_s,     u"its"_s,         u"each"_s,        u"both"_s,     u"article"_s,   u"chapter"_s,   u"title"_s,
        u"part"_s,     u"section"_s,   u"annex"_s,    u"present"_s,     u"mutual"_s,      u"member"_s,   u"states"_s,    u"secretary"_s, u"programme"_s};
    return words.contains(word) || bodyWords().contains(word) || paperWords().contains(word);
}

bool isJoiner(const QString &word)
{
    static const Words words = {u"of"_s, u"for"_s, u"and"_s, u"the"_s, u"on"_s, u"in"_s, u"against"_s, u"to"_s, u"de"_s, u"des"_s, u"du"_s, u"la"_s,
                                u"der"_s, u"für"_s, u"et"_s};
    return words.contains(word);
}

bool isContinent(const QString &word)
{
    static const Words words = {u"europe"_s, u"asia"_s, u"africa"_s, u"america"_s, u"the"_s};
    return words.contains(word);
}

/// Offices of persons: "Director-General for Security of the Ministry" is no body.
bool isOffice(const QString &word)
{
    static const Words words = {u"director"_s,  u"director-general"_s, u"minister"_s,  u"ambassador"_s, u"secretary"_s, u"commissioner"_s, u"president"_s, u"head"_s,     u"chair"_s,
                                u"chairman"_s,  u"envoy"_s,            u"representative"_s, u"deputy"_s, u"vice"_s,      u"vice-president"_s, u"vice-minister"_s, u"counsellor"_s,
                                u"mr"_s,        u"ms"_s,               u"mrs"_s,       u"dr"_s,         u"professor"_s, u"admiral"_s};
    return words.contains(word);
}

/// What opens a sentence or stands before a name and is no part of it.
bool isOpening(const QString &word)
{
    static const Words words = {u"the"_s,    u"a"_s,      u"an"_s,     u"in"_s,    u"on"_s,   u"at"_s,   u"for"_s,  u"from"_s, u"by"_s,   u"with"_s,  u"to"_s,
                                u"of"_s,     u"and"_s,    u"both"_s,   u"this"_s,  u"that"_s, u"these"_s, u"its"_s, u"their"_s, u"his"_s, u"her"_s,   u"while"_s,
                                u"during"_s, u"under"_s,  u"after"_s,  u"before"_s, u"as"_s,  u"when"_s, u"also"_s, u"each"_s, u"all"_s,  u"several"_s, u"former"_s,
                                u"new"_s,    u"our"_s,    u"other"_s,  u"such"_s,  u"no"_s,   u"since"_s, u"within"_s, u"between"_s, u"through"_s};
    return words.contains(word);
}

struct Piece
{
    QString text; ///< As written.
    QString low;
    qsizetype offset = 0;
    qsizetype end() const { return offset + text.size(); }
    bool capital() const { return text[0].isUpper(); }
};

/// The words of a text with their hyphens and inner apostrophes.
std::vector<Piece> piecesOf(const QString &text)
{
    std::vector<Piece> pieces;
    const auto letter = [&](qsizetype i) { return i < text.size() && (text[i].isLetterOrNumber() || text[i].isMark()) && !isHangul(text[i]); };
    for (qsizetype i = 0; i < text.size();) {
        if (!letter(i)) {
            ++i;
            continue;
        }
        const qsizetype start = i;
        while (letter(i) || (i > start && i < text.size() && u"-‐‑'’&"_s.contains(text[i]) && letter(i + 1)))
            ++i;
        QString word = text.mid(start, i - start);
        if (word.endsWith(u"'s") || word.endsWith(u"’s"))
            word.chop(2);
        if (word.size() <= LongestWord)
            pieces.push_back({word, word.toLower(), start});
    }
    return pieces;
}

bool onlySpaces(const QString &text, qsizetype from, qsizetype to)
{
    return from < to && to - from <= 3 && std::all_of(text.begin() + from, text.begin() + to, [](QChar c) { return c.isSpace() || c == u'&'; });
}

bool isCovered(const std::vector<NameFinder::Found> &known, qsizetype offset, qsizetype end)
{
    return std::any_of(known.begin(), known.end(), [&](const NameFinder::Found &one) {
        return one.kind != u"area" && one.offset <= offset && one.offset + one.length >= end;
    });
}

/// Whether capitals say anything here: a line in capitals or in Title Case of a heading does not.
bool isShouted(const QString &text)
{
    qsizetype upper = 0;
    qsizetype lower = 0;
    for (const QChar c : text) {
        upper += c.isUpper() ? 1 : 0;
        lower += c.isLower() ? 1 : 0;
    }
    return upper > lower;
}

/// Whether a bracketed short form may stand for the words before it: its letters are, in their order, among the first letters of the words.
bool standsFor(const QString &abbreviation, const QStringList &words)
{
    QString initials;
    for (const QString &word : words) {
        for (const QString &part : word.split(u'-'))
            initials += part.isEmpty() ? QString() : part.left(1).toUpper();
    }
    qsizetype next = 0;
    qsizetype met = 0;
    for (const QChar c : abbreviation.toUpper()) {
        if (!c.isLetter())
            continue;
        const qsizetype at = initials.indexOf(c, next);
        if (at >= 0) {
            next = at + 1;
            ++met;
        }
    }
    const qsizetype letters = std::count_if(abbreviation.begin(), abbreviation.end(), [](QChar c) { return c.isLetter(); });
    return letters >= 2 && met * 3 >= letters * 2 && !words.isEmpty() && words.first().left(1).compare(abbreviation.left(1), Qt::CaseInsensitive) == 0;
}

const QString NameWord = u"\\p{Lu}[\\p{L}’'-]+"_s;
const QString Particle = u"(?:van der|van den|von der|de la|van|von|de|del|della|di|da|du|der|den|zu|ter|le|la|bin|al)"_s;

class Sighter
{
public:
    Sighter(const QString &text, const std::vector<NameFinder::Found> &known)
        : m_text(text)
        , m_known(known)
        , m_pieces(piecesOf(text))
    {
    }

    std::vector<NameSighting> run()
    {
        if (isShouted(m_text))
            return {};
        persons();
        runs();
        offices();
        std::stable_sort(m_found.begin(), m_found.end(), [](const NameSighting &a, const NameSighting &b) { return a.offset < b.offset; });
        return m_found;
    }

private:
    void take(NameKind kind, qsizetype offset, qsizetype end, const QString &sign, const QString &abbreviation = {})
    {
        const bool taken = std::any_of(m_found.begin(), m_found.end(), [&](const NameSighting &other) {
            return other.offset < end && offset < other.offset + other.text.size();
        });
        const QString text = m_text.mid(offset, end - offset).simplified();
        // A known body with a new short form is worth saying.
        if (!taken && (!isCovered(m_known, offset, end) || !abbreviation.isEmpty()))
            m_found.push_back({kind, text, abbreviation, offset, sign});
    }

    void persons();
    void runs();
    void offices();
    void takeRun(std::size_t first, std::size_t last);
    QString bracketAfter(qsizetype end, const QStringList &words) const;

    const QString &m_text;
    const std::vector<NameFinder::Found> &m_known;
    std::vector<Piece> m_pieces;
    std::vector<NameSighting> m_found;
};

/// Words that a person's name is not made of, though they are capitalised beside a title.
bool isNoPersonWord(const QString &word)
{
    static const Words words = {
        u"general"_s,  u"affairs"_s, u"foreign"_s, u"security"_s, u"european"_s, u"union"_s,  u"korean"_s,   u"korea"_s,   u"republic"_s, u"minister"_s, u"ambassador"_s,
        u"director"_s, u"deputy"_s,  u"vice"_s,    u"president"_s, u"state"_s,  u"secretary"_s, u"commissioner"_s, u"policy"_s, u"defence"_s, u"defense"_s, u"trade"_s,
        u"seoul"_s,    u"brussels"_s, u"north"_s,  u"south"_s,    u"united"_s,   u"nations"_s, u"chair"_s,   u"head"_s,    u"special"_s, u"envoy"_s,  u"representative"_s,
        u"high"_s,     u"managing"_s, u"prime"_s,  u"international"_s, u"national"_s, u"asia"_s, u"pacific"_s, u"indo-pacific"_s, u"eu"_s, u"rok"_s, u"eeas"_s, u"mofa"_s,
        u"cyber"_s,    u"human"_s,   u"rights"_s,  u"economic"_s, u"political"_s, u"strategic"_s, u"dialogue"_s, u"meeting"_s, u"consultation"_s, u"consultations"_s,
        u"director-general"_s, u"directors-general"_s, u"climate"_s, u"digital"_s, u"space"_s, u"maritime"_s, u"counsellor"_s, u"mr"_s, u"ms"_s, u"dr"_s, u"he"_s,
        u"monday"_s, u"tuesday"_s, u"wednesday"_s, u"thursday"_s, u"friday"_s, u"saturday"_s, u"sunday"_s, u"january"_s, u"february"_s, u"march"_s, u"april"_s, u"may"_s,
        u"june"_s, u"july"_s, u"august"_s, u"september"_s, u"october"_s, u"november"_s, u"december"_s};
    return words.contains(word) || isOpening(word) || bodyWords().contains(word) || paperWords().contains(word);
}

void Sighter::persons()
{
    static const QString office =
        u"(?:(?:First |Second |Senior )?(?:Deputy |Vice[- ]|Assistant |Acting )?(?:Foreign |Defence |Defense |Trade |Prime |State )?(?:Ministers?|Director[- ]General|Managing Director|Director|Secretary[- ]General|Secretary of State|State Secretary|Commissioner|Ambassador|President|Counsellor|Special Envoy|Special Representative|High Representative|Head of (?:Division|Unit|Delegation)|General|Admiral|Colonel|Captain|Chairman|Chairperson|Chairwoman|Chair|Professor))"_s;
    static const QString name = u"(?<name>(?:%1|\\p{Lu}\\.)(?: (?:%2 )?(?:%1|\\p{Lu}\\.)){0,3})"_s.arg(NameWord, Particle);
    static const QRegularExpression titled(u"\\b(?<sign>Mr|Mrs|Ms|Mme|Dr|Prof|H\\.E|Amb|Gen|Adm|Col|%1)(?:\\. ?| )(?:Mr\\.? |Ms\\.? |Mrs\\.? |Dr\\.? )?%2"_s.arg(office, name));
    static const QRegularExpression apposed(u"%1, (?:the )?(?<sign>%2)\\b(?= (?:of|for|at|in|to)\\b)"_s.arg(name, office));
    for (const QRegularExpression *form : {&titled, &apposed}) {
        for (auto matches = form->globalMatch(m_text); matches.hasNext();) {
            const auto match = matches.next();
            QStringList words;
            qsizetype end = match.capturedStart(u"name"_s);
            static const QRegularExpression space(u" "_s);
            for (const QString &word : match.captured(u"name"_s).split(u' ')) {
                if (isNoPersonWord(word.toLower()) || word.endsWith(u"’s") || word.endsWith(u"'s")) {
                    if (word.endsWith(u"’s") || word.endsWith(u"'s")) {
                        words.append(word.chopped(2));
                        end += word.size() - 1;
                    }
                    break;
                }
                words.append(word);
                end += word.size() + 1;
            }
            // In an apposition, the name is what stands right before the comma.
            const bool whole = end - 1 == match.capturedEnd(u"name"_s);
            const qsizetype given = std::count_if(words.begin(), words.end(), [](const QString &word) { return word.size() > 2 && word[0].isUpper(); });
            if (given < 2 || (form == &apposed && !whole))
                continue;
            take(NameKind::Person, match.capturedStart(u"name"_s), end - 1, match.captured(u"sign"_s));
        }
    }
}

/// `(KISA)` behind the words, where it may stand for them.
QString Sighter::bracketAfter(qsizetype end, const QStringList &words) const
{
    static const QRegularExpression bracket(uR"(\G\s*\((?<short>\p{Lu}[\p{Lu}\p{L}&/.-]{1,11})\))"_s);
    const auto match = bracket.match(m_text, end);
    if (!match.hasMatch())
        return {};
    const QString text = match.captured(u"short"_s);
    const qsizetype capitals = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isUpper(); });
    return capitals >= 2 && standsFor(text, words) ? text : QString();
}

void Sighter::takeRun(std::size_t first, std::size_t last)
{
    while (first < last && isOpening(m_pieces[first].low))
        ++first;
    // "Director-General for International Security of the Ministry …": the body begins where a word makes one in front.
    if (first < last && (isOffice(m_pieces[first].low) || (first + 1 < last && isOffice(m_pieces[first + 1].low)))) {
        std::size_t body = first + 1;
        while (body < last && !(isJoiner(m_pieces[body - 1].low) && bodyWords().contains(m_pieces[body].low)))
            ++body;
        if (body < last)
            takeRun(body, last);
        return;
    }
    // "Experts of the Korea Ocean Institute": what is of the body stands before it.
    for (std::size_t n = last; n-- > first + 2;) {
        if (m_pieces[n - 1].low != u"the" || !isJoiner(m_pieces[n - 2].low))
            continue;
        const bool made = std::any_of(m_pieces.begin() + static_cast<std::ptrdiff_t>(first), m_pieces.begin() + static_cast<std::ptrdiff_t>(n), [](const Piece &piece) {
            return bodyWords().contains(piece.low) || paperWords().contains(piece.low);
        });
        if (!made) {
            first = n;
            break;
        }
    }
    QStringList all;
    QStringList content;
    qsizetype specific = 0;
    for (std::size_t n = first; n < last; ++n) {
        all.append(m_pieces[n].text);
        if (!isJoiner(m_pieces[n].low)) {
            content.append(m_pieces[n].text);
            specific += isGeneric(m_pieces[n].low) ? 0 : 1;
        }
    }
    static const Words occasions = {u"resolution"_s, u"decision"_s, u"conclusions"_s, u"statement"_s, u"summit"_s, u"meeting"_s, u"dialogue"_s, u"consultation"_s, u"consultations"_s};
    if (content.size() < 2 || occasions.contains(content.last().toLower()))
        return;
    const qsizetype offset = m_pieces[first].offset;
    const qsizetype end = m_pieces[last - 1].end();
    const QString abbreviation = bracketAfter(end, content);
    const bool headFirst = all.size() >= 3 && isJoiner(all[1].toLower());
    const auto made = [&](const Words &words) -> QString {
        const QString front = all.first().toLower();
        const QString back = all.last().toLower();
        if (headFirst && words.contains(front))
            return all.first();
        if (words.contains(back))
            return all.last();
        // "Supreme Court of Korea": the making word stands inside, before its joiner.
        for (qsizetype n = 1; n + 1 < all.size(); ++n) {
            if (words.contains(all[n].toLower()) && isJoiner(all[n + 1].toLower()))
                return all[n];
        }
        return {};
    };
    QString sign = made(bodyWords());
    NameKind kind = NameKind::Institution;
    if (sign.isEmpty()) {
        sign = made(paperWords());
        if (!sign.isEmpty())
            kind = NameKind::Instrument;
    }
    if (!abbreviation.isEmpty() && content.size() >= 2)
        take(kind, offset, end, sign.isEmpty() ? abbreviation : sign, abbreviation);
    else if (!sign.isEmpty() && specific >= 1 && kind == NameKind::Institution)
        take(kind, offset, end, sign);
}

void Sighter::runs()
{
    for (std::size_t n = 0; n < m_pieces.size();) {
        if (!m_pieces[n].capital()) {
            ++n;
            continue;
        }
        // "Ministry of Trade, Industry and Energy": a list inside a name needs its last "and".
        std::size_t last = n + 1;
        for (std::size_t next = n + 1; next < m_pieces.size() && next - n < LongestRun; ++next) {
            if (!onlySpaces(m_text, m_pieces[next - 1].end(), m_pieces[next].offset))
                break;
            if (m_pieces[next].capital()) {
                // Behind "and", a word that makes a body begins another one; "in Seoul" is where it is, "in Europe" what it is called.
                const QString &before = m_pieces[next - 1].low;
                if ((before == u"and" && bodyWords().contains(m_pieces[next].low)) || (before == u"in" && !isContinent(m_pieces[next].low)))
                    break;
                last = next + 1;
            } else if (!isJoiner(m_pieces[next].low) || m_pieces[next - 1].low == u"and") {
                break;
            }
        }
        const Words listed = {u"ministry"_s, u"department"_s, u"directorate-general"_s, u"committee"_s, u"commission"_s, u"agency"_s};
        std::size_t head = n;
        while (head < last && isOpening(m_pieces[head].low))
            ++head;
        if (head + 2 < last && listed.contains(m_pieces[head].low) && isJoiner(m_pieces[head + 1].low)) {
            std::size_t end = last;
            bool and_ = false;
            while (!and_ && end < m_pieces.size() && end - n < LongestRun) {
                const QString between = m_text.mid(m_pieces[end - 1].end(), m_pieces[end].offset - m_pieces[end - 1].end());
                if (m_pieces[end].low == u"and" && onlySpaces(m_text, m_pieces[end - 1].end(), m_pieces[end].offset) && end + 1 < m_pieces.size() &&
                    m_pieces[end + 1].capital()) {
                    and_ = !bodyWords().contains(m_pieces[end + 1].low);
                    end += 2;
                    break;
                }
                if ((between == u", " || onlySpaces(m_text, m_pieces[end - 1].end(), m_pieces[end].offset)) && m_pieces[end].capital() &&
                    !bodyWords().contains(m_pieces[end].low))
                    ++end;
                else
                    break;
            }
            if (and_ && end > last)
                last = end;
        }
        takeRun(n, last);
        n = last;
    }
}

/// `DG TRADE`, `DG Connect`: a directorate-general by its code.
void Sighter::offices()
{
    static const QRegularExpression code(uR"(\bDG [A-Z][A-Za-z]{2,11}\b)"_s);
    for (auto matches = code.globalMatch(m_text); matches.hasNext();) {
        const auto match = matches.next();
        take(NameKind::Institution, match.capturedStart(), match.capturedEnd(), u"DG"_s);
    }
}

} // namespace

std::vector<NameSighting> sightNames(const QString &text, const std::vector<NameFinder::Found> &known)
{
    std::vector<NameSighting> found = Sighter(text, known).run();
    if (hasHangul(text)) {
        const std::vector<NameSighting> korean = sightKoreanNames(text, known);
        found.insert(found.end(), korean.begin(), korean.end());
        std::stable_sort(found.begin(), found.end(), [](const NameSighting &a, const NameSighting &b) { return a.offset < b.offset; });
    }
    return found;
}

} // namespace entente::reading
