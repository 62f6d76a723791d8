#include "core/reading/numbers.h"

#include "core/base/vocabulary.h"

#include <QRegularExpression>

#include <algorithm>

namespace entente::reading::numbers {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestNumber = 32; ///< In characters, `Article 12 quinquies` and what tells that it ends.
constexpr QStringView LatinOrdinals[] = {u"bis", u"ter", u"quater", u"quinquies", u"sexies", u"septies", u"octies"};

/// The syllables that Korean instruments count with, in their order.
constexpr QStringView Syllables = u"가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호";

/// `a` to `z`, then `aa`, `bb` …; 0 if it is no such letter.
int letterValue(const QString &token)
{
    if (token.size() == 1)
        return token[0].unicode() - u'a' + 1;
    return token.size() == 2 && token[0] == token[1] ? 26 + token[0].unicode() - u'a' + 1 : 0;
}

/// The place of an inserted unit behind its number: `a`, `b`; `bis`, `ter`; the second part of `의2`.
int insertedValue(const QString &suffix)
{
    for (std::size_t i = 0; i < std::size(LatinOrdinals); ++i) {
        if (suffix == LatinOrdinals[i])
            return static_cast<int>(i) + 1;
    }
    if (suffix.isEmpty())
        return 0;
    return suffix[0].isDigit() ? suffix.toInt() : suffix[0].unicode() - u'a' + 1;
}

int circledValue(QChar c)
{
    const char16_t code = c.unicode();
    if (code >= 0x2460 && code <= 0x2473)
        return code - 0x2460 + 1;
    if (code >= 0x3251 && code <= 0x325F)
        return code - 0x3251 + 21;
    return code >= 0x32B1 && code <= 0x32BF ? code - 0x32B1 + 36 : 0;
}

/// The title in brackets behind an article leaves the rest and becomes the title.
void takeTitle(Number &number)
{
    static const QRegularExpression pattern(uR"(^[(\[【〔](?:[^()\[\]【】〔〕]|\([^()]*\)){1,120}[)\]】〕])"_s);
    const auto match = pattern.match(number.rest.left(160));
    if (!match.hasMatch())
        return;
    const QChar first = number.rest[1];
    if (!first.isLetter() || first.isLower())
        return;
    number.title = match.captured();
    number.rest = number.rest.mid(match.capturedLength()).trimmed();
}

std::optional<Number> koreanArticle(const QString &line)
{
    static const QRegularExpression pattern(uR"(^제\s*(?:(\d{1,3})\.)?(\d{1,4})\s*조(?:\s*의\s*(\d{1,2}))?(?=$|[\s(\[【〔①-⑳.:]))"_s);
    const auto match = pattern.match(line.left(LongestNumber));
    if (!match.hasMatch())
        return std::nullopt;
    Number number;
    number.style.shape = Shape::KoreanArticle;
    number.printed = match.captured();
    number.rest = line.mid(match.capturedLength()).trimmed();
    // "제3조 제1항에 따라", "제3조 및 제4조": a citation.
    static const QRegularExpression cites(uR"(^(?:제\s*\d+\s*(?:항|호|조)|(?:및|또는|내지|부터|까지|각|중)(?:\s|$)|[,·~])|^(?:에|의|을|를|은|는|과|와|이|가)(?:\s|$))"_s);
    if (cites.match(number.rest.left(16)).hasMatch())
        return std::nullopt;
    number.prefix = match.captured(1);
    number.value = match.captured(2).toInt();
    number.inserted = match.captured(3).isEmpty() ? 0 : match.captured(3).toInt();
    number.token = number.printed;
    static const QRegularExpression space(uR"(\s+)"_s);
    number.token.remove(space);
    takeTitle(number);
    return number.value > 0 ? std::optional(number) : std::nullopt;
}

std::optional<Number> article(const QString &line)
{
    static const QRegularExpression pattern(
        uR"(^(?:(?:Article|ARTICLE|Art\.|ART\.|Clause|CLAUSE|Rule|RULE)\s+|(?<section>§)\s*)(?:(?<chapter>\d{1,2})\.(?=\d))?(?:(?<figure>\d{1,4})(?:\s?(?<latin>bis|ter|quater|quinquies|sexies|septies|octies)\b|(?<letter>[a-z]))?|(?<roman>[IVXL]{1,7}))[.:]?(?=$|[\s(\[–—]|[-]\s))"_s);
    const auto match = pattern.match(line.left(LongestNumber));
    if (!match.hasMatch())
        return std::nullopt;
    Number number;
    const bool section = !match.captured(u"section"_s).isEmpty();
    number.style.shape = section ? Shape::Section : Shape::Article;
    number.printed = match.captured();
    number.rest = line.mid(match.capturedLength()).trimmed();
    number.prefix = match.captured(u"chapter"_s);
    const QString latin = match.captured(u"latin"_s);
    const QString letter = match.captured(u"letter"_s);
    if (const QString roman = match.captured(u"roman"_s); !roman.isEmpty()) {
        number.style.counting = Counting::Roman;
        number.value = romanValue(roman.toLower());
        number.token = roman;
    } else {
        number.value = match.captured(u"figure"_s).toInt();
        number.inserted = insertedValue(latin + letter);
        number.token = match.captured(u"figure"_s) + latin + letter;
    }
    if (!number.prefix.isEmpty())
        number.token.prepend(number.prefix + u'.');
    takeTitle(number);
    // "Article 5 of the Treaty applies" and "Article 5 (2)" are citations; a heading has a title, or nothing, or the text itself.
    if (number.title.isEmpty() && !number.rest.isEmpty()) {
        const QChar first = number.rest[0];
        static const QRegularExpression paragraph(uR"(^\(1\)\s+[^\p{Ll}])"_s);
        const bool introduces = line[match.capturedLength()].isSpace() && paragraph.match(number.rest.left(8)).hasMatch();
        // A title in brackets may close on a later line.
        const bool opens = number.rest.size() > 1 && u"(["_s.contains(first) && number.rest[1].isUpper() && !number.rest.contains(u')') &&
                           !number.rest.contains(u']');
        if (first.isLower() || u",;.)/"_s.contains(first) || (first == u'(' && !introduces && !opens))
            return std::nullopt;
    }
    return number.value > 0 ? std::optional(number) : std::nullopt;
}

/// `1.1`, `1.1.1`, `2.3a`
std::optional<Number> dotted(const QString &line)
{
    static const QRegularExpression pattern(uR"(^(\d{1,3}(?:\.\d{1,3}){1,4})([a-z])?\.?(?=\s+\S|$))"_s);
    const auto match = pattern.match(line.left(LongestNumber));
    if (!match.hasMatch())
        return std::nullopt;
    Number number;
    number.style.shape = Shape::Dotted;
    number.printed = match.captured();
    const QString path = match.captured(1);
    number.prefix = path.section(u'.', 0, -2);
    number.value = path.section(u'.', -1).toInt();
    number.inserted = insertedValue(match.captured(2));
    number.token = path + match.captured(2);
    number.rest = line.mid(match.capturedLength()).trimmed();
    return number.value > 0 ? std::optional(number) : std::nullopt;
}

/// `①`, with or without a space behind it.
std::optional<Number> circled(const QString &line)
{
    const int value = line.isEmpty() ? 0 : circledValue(line[0]);
    if (value == 0)
        return std::nullopt;
    Number number;
    number.style.shape = Shape::Circled;
    number.value = value;
    number.printed = number.token = line.left(1);
    number.rest = line.mid(1).trimmed();
    return number;
}

/// `1.` `5a)` `(b)` `(aa)` `ii.` `가.` `(나)` `1의2.`
std::vector<Number> simple(const QString &line)
{
    static const QRegularExpression pattern(
        uR"(^(?<open>\()?(?:(?<figure>\d{1,3})(?:의(?<ui>\d{1,2})|\s?(?<latin>bis|ter|quater|quinquies)|(?<letter>[a-z]))?|(?<letters>[a-z]{1,2}|[ivxl]{2,7})|(?<syllable>[가-힣]))(?<close>[.)])(?=$|\s|["“‘\[(가-힣]))"_s);
    const auto match = pattern.match(line.left(LongestNumber));
    if (!match.hasMatch())
        return {};
    const bool open = !match.captured(u"open"_s).isEmpty();
    const bool dot = match.captured(u"close"_s) == u".";
    if (open && dot)
        return {};
    Number number;
    number.style.shape = dot ? Shape::Dot : (open ? Shape::Enclosed : Shape::Closed);
    number.printed = match.captured();
    number.rest = line.mid(match.capturedLength()).trimmed();
    if (const QString figure = match.captured(u"figure"_s); !figure.isEmpty()) {
        const QString ui = match.captured(u"ui"_s);
        const QString suffix = match.captured(u"latin"_s) + match.captured(u"letter"_s);
        number.value = figure.toInt();
        number.inserted = insertedValue(ui + suffix);
        number.token = figure + (ui.isEmpty() ? suffix : u"의"_s + ui);
        return number.value > 0 ? std::vector{number} : std::vector<Number>{};
    }
    if (const QString syllable = match.captured(u"syllable"_s); !syllable.isEmpty()) {
        number.style.counting = Counting::Hangul;
        number.token = syllable;
        number.value = static_cast<int>(Syllables.indexOf(syllable[0])) + 1;
        return number.value > 0 ? std::vector{number} : std::vector<Number>{};
    }
    std::vector<Number> found;
    const QString letters = match.captured(u"letters"_s);
    number.token = letters;
    number.style.counting = Counting::Letters;
    number.value = letterValue(letters);
    if (number.value > 0)
        found.push_back(number);
    if (letters.size() == 2) { // `(aa)` between (a) and (b)
        number.value = letters[0].unicode() - u'a' + 1;
        number.inserted = letters[1].unicode() - u'a' + 1;
        found.push_back(number);
        number.inserted = 0;
    }
    if (const int roman = romanValue(letters)) {
        number.style.counting = Counting::Roman;
        number.value = roman;
        found.push_back(number);
    }
    return found;
}

/// `2 Scope`: counts only beside decimals that go on from it.
std::optional<Number> bare(const QString &line)
{
    static const QRegularExpression pattern(uR"(^(\d{1,2})\s+(?=\p{Lu}))"_s);
    const auto match = pattern.match(line.left(8));
    if (!match.hasMatch())
        return std::nullopt;
    Number number;
    number.style.shape = Shape::Bare;
    number.printed = number.token = match.captured(1);
    number.value = number.token.toInt();
    number.rest = line.mid(match.capturedLength()).trimmed();
    return number.value > 0 ? std::optional(number) : std::nullopt;
}

} // namespace

bool Number::isArticle() const
{
    return style.shape == Shape::Article || style.shape == Shape::KoreanArticle || style.shape == Shape::Section;
}

std::tuple<int, int, QString> Number::sequence() const
{
    return {static_cast<int>(style.shape), static_cast<int>(style.counting), prefix};
}

int romanValue(const QString &text)
{
    static const QRegularExpression wellFormed(u"^(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})$"_s);
    if (text.isEmpty() || text.size() > 8 || !wellFormed.match(text).hasMatch())
        return 0;
    int sum = 0;
    int highest = 0;
    for (qsizetype i = text.size(); i-- > 0;) {
        const int value = text[i] == u'i' ? 1 : text[i] == u'v' ? 5 : text[i] == u'x' ? 10 : 50;
        sum += value < highest ? -value : value;
        highest = std::max(highest, value);
    }
    return sum;
}

std::vector<Number> startingNumbers(const QString &line)
{
    if (line.isEmpty())
        return {};
    // What cannot begin a number is most lines; the first character tells.
    const QChar first = line[0];
    if (!first.isDigit() && first != u'(' && first != u'§' && circledValue(first) == 0 && !u"ACR"_s.contains(first) &&
        !(line.size() > 1 && (first == u'제' || first.isLower() || first.script() == QChar::Script_Hangul)))
        return {};
    for (const auto &read : {circled, dotted, article, koreanArticle}) {
        if (const auto number = read(line))
            return {*number};
    }
    if (auto found = simple(line); !found.empty())
        return found;
    if (const auto number = bare(line))
        return {*number};
    return {};
}

bool startsWithBullet(const QString &line)
{
    if (line.size() < 2)
        return false;
    const QChar first = line[0];
    if (u"•‣◦▪▫■□○●◆◇▶▷►➢➔✓✔※ㅇ❍∙❖"_s.contains(first))
        return true;
    return u"-–—·*o"_s.contains(first) && line[1].isSpace();
}

} // namespace entente::reading::numbers
