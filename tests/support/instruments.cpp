#include "tests/support/instruments.h"

#include "core/base/vocabulary.h"

#include <algorithm>
#include <array>
#include <functional>

namespace entente::test {

using namespace Qt::StringLiterals;

namespace {

using Style = InstrumentStyle;

const QStringList English = u"the parties shall cooperate in matters of harbour safety and exchange experts information on lights boats and "
                            "lamps including through regular meetings between competent authorities with a view to better protection at sea "
                            "they may invite third states where appropriate under national law joint training well-being port-state control"_s
                                .split(u' ');
const QStringList Names = {u"the Joint Committee"_s, u"the European Union"_s, u"the Republic of Korea"_s, u"Article 5 of the Charter"_s, u"paragraph 2"_s,
                           u"the year 2004"_s,       u"12 May 2019"_s,        u"the Parties"_s,           u"(see there)"_s,              u"Annex II"_s};
const QStringList Titles = {u"Scope"_s, u"Purpose and objectives"_s, u"Exchange of information"_s, u"Joint Committee"_s, u"Costs"_s, u"Settlement of disputes"_s,
                            u"Entry into force"_s, u"Lights and lamps"_s, u"Cooperation on the safety of boats in the waters of either side"_s, u"Final provisions"_s, u"Training"_s, u"Experts"_s,
                            u"Review of this Agreement"_s, u"Territorial application and other matters of the open sea"_s, u"Confidentiality"_s,
                            u"Funds"_s, u"Relations with other agreements and with the law of the flag State"_s, u"Authentic texts"_s};
const QStringList Korean = u"양측은 등대 안전에 관한 정보를 교환하고 항만 협력을 위하여 정기적으로 협의하며 관련 전문가를 초청할 수 있고 각국의 법령에 따라 "
                           "공동 훈련을 실시하여 해양 안보를 증진하고 선박의 운항과 장비를 점검하는 방안을 논의하기로"_s
                               .split(u' ');
const QStringList KoreanEnds = {u"한다."_s, u"합의하였다."_s, u"노력한다."_s, u"할 수 있다."_s};
const QStringList KoreanNouns = {u"등대의 관리"_s, u"항만 시설의 점검"_s, u"공동 훈련의 실시"_s, u"선박 운항 정보의 교환"_s, u"그 밖에 필요한 사항"_s};
const QStringList KoreanTitles = {u"목적"_s, u"정의"_s, u"정보의 교환"_s, u"공동위원회"_s, u"비용의 부담"_s, u"분쟁의 해결"_s, u"효력의 발생"_s};

QString roman(int value)
{
    static const QStringList ones = {u""_s, u"i"_s, u"ii"_s, u"iii"_s, u"iv"_s, u"v"_s, u"vi"_s, u"vii"_s, u"viii"_s, u"ix"_s};
    return QString(value / 10, u'x') + ones[value % 10];
}

QString letter(int value)
{
    return QString(QChar(static_cast<char16_t>(u'a' + value - 1)));
}

class Printer
{
public:
    Printer(Style style, unsigned seed)
        : m_style(style)
        , m_random(seed)
    {}

    PrintedInstrument print();

private:
    /// How a level is numbered: what is printed, and what the label adds to the parent's.
    struct Numbered
    {
        QString printed;
        QString label;
    };

    int pick(int from, int to) { return from + static_cast<int>(m_random() % static_cast<unsigned>(to - from + 1)); }
    bool chance(int percent) { return pick(1, 100) <= percent; }
    const QString &any(const QStringList &list) { return list[pick(0, static_cast<int>(list.size()) - 1)]; }
    bool isKorean() const { return m_style == Style::Korean || m_style == Style::KoreanOutline; }

    Numbered number(int depth, int value, int inserted, const QString &parent);
    int deepest() const;
    QString words(int count);
    QString sentence(bool introduces, bool item);
    void tree(int depth, const QString &parent);
    void paragraph(const QString &text, bool apart);
    void heading(const QString &text);
    void body();
    void paginate();

    Style m_style;
    std::mt19937 m_random;
    PrintedInstrument m_result;
    struct Line
    {
        QString text;
        bool apart = false;
    };
    std::vector<Line> m_lines;
    QString m_prefix;
    int m_width = 80; // 0: not wrapped
    bool m_blank = false;
    bool m_inline = false;    // titles stand on the line of the article
    bool m_enclosed = true;   // (a) or a)
    int m_chapter = 0;
};

int columnsOf(const QString &text)
{
    return static_cast<int>(text.size() + std::count_if(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x1100; }));
}

int Printer::deepest() const
{
    switch (m_style) {
    case Style::Korean:
    case Style::KoreanOutline:
    case Style::Articles:
    case Style::Sections:
        return 4;
    default:
        return 3;
    }
}

Printer::Numbered Printer::number(int depth, int value, int inserted, const QString &parent)
{
    const QString n = QString::number(value);
    const QString suffix = inserted > 0 ? letter(inserted) : QString();
    const auto point = [&](const QString &token) { return Numbered{m_enclosed ? u'(' + token + u')' : token + u')', u'(' + token + u')'}; };
    const auto syllable = [&] { return QString(u"가나다라마바사아자차카타파하"_s[value - 1]); };
    switch (m_style) {
    case Style::Paragraphs:
        return depth == 1 ? Numbered{n + suffix + u'.', n + suffix} : point(depth == 2 ? letter(value) : roman(value));
    case Style::Articles:
    case Style::BracketedArticles:
        if (depth == 1)
            return {u"Article "_s + n + suffix, n + suffix};
        if (depth == 2)
            return {n + suffix + u'.', u'.' + n + suffix};
        return point(depth == 3 ? letter(value) : roman(value));
    case Style::RomanArticles:
        if (depth == 1)
            return {u"ARTICLE "_s + roman(value).toUpper(), roman(value).toUpper()};
        return depth == 2 ? Numbered{n + u'.', u'.' + n} : point(letter(value));
    case Style::Decimals: {
        if (depth == 1)
            return {n + u'.', n};
        QString above = parent;
        above.remove(m_prefix);
        return {above + u'.' + n, u'.' + n};
    }
    case Style::Sections:
        if (depth == 1)
            return {u"§ "_s + n + suffix, n + suffix};
        if (depth == 2)
            return {u'(' + n + u')', u'.' + n};
        return depth == 3 ? Numbered{n + u'.', u'(' + n + u')'} : Numbered{letter(value) + u')', u'(' + letter(value) + u')'};
    case Style::Korean:
        if (depth == 1) {
            const QString plain = u'제' + n + u'조' + (inserted > 0 ? u"의"_s + QString::number(inserted + 1) : QString());
            return {m_blank ? QString(plain).replace(u"제"_s, u"제 "_s).replace(u"조"_s, u" 조"_s) : plain, plain};
        }
        if (depth == 2)
            return {QString(QChar(static_cast<char16_t>(0x2460 + value - 1))), QString(QChar(static_cast<char16_t>(0x2460 + value - 1)))};
        return depth == 3 ? Numbered{n + u'.', n} : Numbered{syllable() + u'.', syllable()};
    case Style::KoreanOutline:
        if (depth == 1)
            return {n + u'.', n};
        if (depth == 2)
            return {syllable() + u'.', syllable()};
        return depth == 3 ? Numbered{n + u')', n} : Numbered{syllable() + u')', syllable()};
    }
    return {};
}

QString Printer::words(int count)
{
    QStringList result;
    while (count-- > 0)
        result.append(isKorean() ? any(Korean) : (chance(12) ? any(Names) : any(English)));
    return result.join(u' ');
}

/// A sentence of its own, one that introduces what stands below it, or an item of a list.
QString Printer::sentence(bool introduces, bool item)
{
    if (isKorean()) {
        if (item && chance(40))
            return any(KoreanNouns);
        QString text = words(pick(3, 30));
        return introduces ? text + u" 다음 각 호와 같다."_s : text + u' ' + any(KoreanEnds);
    }
    QString text = words(pick(item ? 2 : 5, item ? 25 : 45));
    if (!item)
        text = text.left(1).toUpper() + text.mid(1);
    if (chance(20) && !item)
        text += u". The Parties "_s + words(pick(4, 25));
    return text + (introduces ? u":"_s : item ? u";"_s : u"."_s);
}

void Printer::paragraph(const QString &text, bool apart)
{
    QString line;
    bool first = true;
    const auto flush = [&] {
        if (!line.isEmpty())
            m_lines.push_back({line, first && apart});
        first = false;
        line.clear();
    };
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (m_width > 0 && !line.isEmpty() && columnsOf(line) + 1 + columnsOf(word) > m_width)
            flush();
        line += (line.isEmpty() ? QString() : u" "_s) + word;
    }
    flush();
}

void Printer::heading(const QString &text)
{
    paragraph(text, m_blank);
}

void Printer::tree(int depth, const QString &parent)
{
    const bool articles = m_style != Style::Paragraphs && m_style != Style::Decimals && m_style != Style::KoreanOutline;
    const int count = depth == 1 ? pick(3, 9) : pick(2, 5);
    int inserted = 0;
    for (int value = 1; value <= count;) {
        const Numbered numbered = number(depth, value, inserted, parent);
        const bool article = articles && depth == 1;
        if (depth == 1 && inserted == 0 && m_prefix.isEmpty() && chance(25) && articles) {
            ++m_chapter;
            if (m_style == Style::Korean)
                heading(u"제%1장 "_s.arg(m_chapter) + any(KoreanTitles));
            else {
                heading(u"CHAPTER "_s + roman(m_chapter).toUpper());
                paragraph(any(Titles), false);
            }
        }
        const bool list = depth >= 3 || (depth == 2 && (m_style == Style::Paragraphs || m_style == Style::KoreanOutline));
        const bool children = depth < deepest() && chance(depth == 1 ? 60 : 35);
        // An article with paragraphs has no text of its own; a decimal that has parts is often only a title.
        const bool silent = article && children;
        PrintedUnit unit;
        unit.label = depth == 1 ? m_prefix + numbered.label : parent + numbered.label;
        unit.parent = parent;
        unit.depth = depth;
        if (m_style == Style::Korean && depth > 1 && parent.back() >= u'0' && parent.back() <= u'9' && numbered.label[0].isDigit())
            unit.label = parent + u'(' + numbered.label + u')';
        if (!silent)
            unit.text = sentence(children, list);
        // The last item of a list ends with a full stop.
        if (unit.text.endsWith(u';') && value == count)
            unit.text = unit.text.chopped(1) + u'.';
        m_result.units.push_back(unit);
        if (article) {
            const QString &title = isKorean() ? any(KoreanTitles) : any(Titles);
            if (m_style == Style::Korean || m_style == Style::BracketedArticles) {
                const QString head = numbered.printed + (m_style == Style::Korean ? u"("_s : u" ("_s) + title + u')';
                // In Korean, text or the first paragraph goes on behind the title.
                if (m_style == Style::Korean && m_inline && !unit.text.isEmpty())
                    paragraph(head + u' ' + unit.text, m_blank);
                else {
                    heading(head);
                    paragraph(unit.text, false);
                }
            } else if (m_inline) {
                heading(numbered.printed + u" – "_s + title);
                paragraph(unit.text, m_blank);
            } else {
                heading(numbered.printed);
                paragraph(title, false);
                paragraph(unit.text, m_blank);
            }
        } else {
            const QString space = m_style == Style::Korean && depth == 2 && m_blank ? QString() : u" "_s;
            paragraph(numbered.printed + space + unit.text, m_blank);
        }
        if (children)
            tree(depth + 1, unit.label);
        // Another one behind it that came in later, where the style has such numbers.
        const bool mayInsert = (depth == 1 && m_style != Style::Decimals && m_style != Style::KoreanOutline && m_style != Style::RomanArticles) ||
                               (depth == 2 && m_style == Style::Articles);
        if (mayInsert && inserted < 2 && chance(12)) {
            ++inserted;
        } else {
            inserted = 0;
            ++value;
        }
    }
}

void Printer::body()
{
    m_width = chance(10) ? 0 : pick(48, 110);
    m_blank = chance(40);
    m_inline = chance(40);
    m_enclosed = chance(70);
    if (m_style == Style::Korean) {
        heading(u"등대 협력에 관한 협정"_s);
        if (chance(50))
            paragraph(u"대한민국과 유럽연합은 다음과 같이 합의하였다."_s, true);
    } else if (m_style == Style::KoreanOutline) {
        heading(u"등대 협력 추진 계획"_s);
    } else {
        heading(u"AGREEMENT ON LIGHTHOUSES"_s);
        if (chance(50) && m_style != Style::Decimals && m_style != Style::Paragraphs) {
            paragraph(u"Whereas:"_s, true);
            for (int recital = 1; recital <= 3; ++recital)
                paragraph(u"(%1) "_s.arg(recital) + sentence(false, false), m_blank);
            paragraph(u"HAVE AGREED AS FOLLOWS:"_s, m_blank);
        }
    }
    tree(1, {});
    if (chance(30)) {
        const bool korean = isKorean();
        heading(korean ? u"부속서 I"_s : u"ANNEX I"_s);
        paragraph(korean ? u"등대 목록"_s : u"List of lights"_s, m_blank);
        m_prefix = korean ? u"부속서 I."_s : u"Annex I."_s;
        tree(1, {});
    }
}

/// Pages with running lines at top and bottom, with form feeds or without.
void Printer::paginate()
{
    const bool paged = chance(60) && m_lines.size() > 60;
    const bool feeds = chance(50);
    const int height = pick(22, 44);
    const QStringList top = {u"EEAS(2024) 1267"_s, u"Limited"_s};
    int page = 1;
    int onPage = 0;
    const auto foot = [&] {
        m_result.text += u"PCM.2\n%1\n"_s.arg(page);
        m_result.furniture << u"PCM.2"_s << QString::number(page);
    };
    const auto head = [&] {
        for (const QString &line : top)
            m_result.text += line + u'\n';
        m_result.furniture += top;
    };
    if (paged)
        head();
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (paged && onPage == height) {
            foot();
            if (feeds)
                m_result.text += u'\f';
            ++page;
            head();
            onPage = 0;
        } else if (m_lines[i].apart && i > 0) {
            m_result.text += u'\n';
        }
        m_result.text += m_lines[i].text + u'\n';
        ++onPage;
    }
    if (paged)
        foot();
}

PrintedInstrument Printer::print()
{
    body();
    paginate();
    return m_result;
}

} // namespace

PrintedInstrument printInstrument(InstrumentStyle style, unsigned seed)
{
    return Printer(style, seed).print();
}

} // namespace entente::test
