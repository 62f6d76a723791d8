#include "core/reading/markers.h"

#include "core/reading/recogniser.h"

#include <QRegularExpression>

#include <algorithm>

/// Telling numbers of units from numbers in the text.
///
/// Terms. A *candidate* is what could be a number at the start of a line (numbers.h): a style and a value. `i.` is a candidate twice, as the
/// ninth letter and as roman one. The *open levels* are the units that the current line may stand in, outermost first; each has a style and
/// the value it has reached. A line is *strong* where a unit may well begin: the text before it had come to an end.
///
/// Steps, one pass with look-ahead through an index of all candidates:
/// 1. A candidate that is the next value of an open level, or an inserted one (5a behind 5), continues it and closes what is below. The
///    innermost such level wins.
/// 2. A first value of a style that is not open opens a level below the current unit, if its second value comes before that unit ends.
///    The first paragraph below the title of an article needs none, nor does ①: it may be the only one.
/// 3. A value that jumps ahead continues a level only where the missing one never comes and the following one does, or after a gap.
/// 4. A candidate in the middle of a sentence (the line before was full and did not end) loses to a later one of the same value that
///    starts after an end.
/// 5. An annex begins the numbering anew, and so does a first value below a heading, if the old numbering does not go on first.
/// 6. Behind a marker on its line another may open its first part: `제2조(정의) ①`, `1. (a)`.
/// What stands before the enacting words, and recitals (1), (2) before the first article, count nothing.
/// Each candidate costs a few binary searches: n log n for n lines. A number that would give a label twice is text.
namespace entente::reading {

using namespace Qt::StringLiterals;
using numbers::Counting;
using numbers::Number;
using numbers::Shape;
using numbers::Style;

namespace {

constexpr std::size_t DeepestLevel = 10;
constexpr int LongestJump = 60; ///< So many numbers may be missing, where their text was taken out.

} // namespace

Recogniser::Recogniser(const std::vector<Line> &lines)
    : m_lines(lines)
    , m_candidates(lines.size())
    , m_strong(lines.size())
    , m_width(wrapWidth(lines))
{
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!isBody(lines[i]) || lines[i].gap || lines[i].part == Part::Cell)
            continue;
        m_candidates[i] = numbers::startingNumbers(lines[i].text);
        if (!m_candidates[i].empty())
            m_strong[i] = isStrong(i);
    }
    skipPreamble();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (const Number &number : m_candidates[i]) {
            if (number.inserted > 0)
                continue;
            NumberPlaces &places = m_places[keyOf(number.style, number.prefix, number.value)];
            places.all.push_back(i);
            if (m_strong[i])
                places.strong.push_back(i);
        }
    }
}

std::size_t Recogniser::find(const Style &style, const QString &prefix, int value, std::size_t after, bool strongOnly) const
{
    const auto places = m_places.find(keyOf(style, prefix, value));
    if (places == m_places.end())
        return Nowhere;
    const auto &lines = strongOnly ? places->second.strong : places->second.all;
    const auto at = std::upper_bound(lines.begin(), lines.end(), after);
    return at == lines.end() ? Nowhere : *at;
}

/// Where the innermost unit ends at the latest: where one of the open levels goes on.
std::size_t Recogniser::endOfCurrent(std::size_t line) const
{
    std::size_t end = Nowhere;
    for (const OpenLevel &level : m_open)
        end = std::min(end, find(level.style, level.prefix, level.value + 1, line, true));
    return end;
}

bool Recogniser::mayContinue(std::size_t line, const OpenLevel &level, const Number &number, bool strong) const
{
    if (level.prefix != number.prefix) // Article 2.1 behind 1.7
        return strong && number.isArticle() && number.value == 1 && number.prefix.toInt() > level.prefix.toInt();
    const auto later = [&](int value, bool strongOnly) { return find(number.style, number.prefix, value, line, strongOnly); };
    if (number.inserted > 0 && number.value == level.value) {
        const bool follows = number.style.counting == Counting::Letters ? number.inserted == level.inserted + 1 : number.inserted > level.inserted;
        return strong && follows;
    }
    const int next = level.value + 1;
    if (number.style.shape == Shape::Bare && (!strong || endsSentence(number.rest)))
        return false;
    if (number.value == next && number.inserted == 0) {
        // A syllable with a point is also the end of a Korean sentence.
        if (strong || number.style.counting == Counting::Hangul)
            return strong;
        const std::size_t better = later(next, true);
        return better == Nowhere || later(next + 1, false) < better;
    }
    if (number.value < next || !strong || number.value > next + LongestJump || (number.inserted > 0 && number.style.counting != Counting::Figures))
        return false;
    if (number.value == next) // 6a, where 6 fell away
        return later(next, false) == Nowhere && later(next + 1, false) != Nowhere;
    return later(next, false) == Nowhere && (m_gapSince || later(number.value + 1, false) != Nowhere);
}

/// Whether this is the first paragraph of an article, be it the only one: between it and "Article 2" stands a title, or nothing.
bool Recogniser::standsBelowArticleTitle(std::size_t line, const Number &number) const
{
    constexpr int LongestTitle = 3; // in lines
    if (m_open.size() != 1 || number.style.counting != Counting::Figures || number.value != 1 || number.rest.isEmpty() ||
        number.rest[0].isLower() || m_numbering.markers.empty() || !m_numbering.markers.back().article)
        return false;
    const Marker &article = m_numbering.markers.back();
    if (!article.rest.isEmpty() && endsSentence(article.rest))
        return false;
    int between = 0;
    QString before = article.rest;
    for (std::size_t i = article.line + 1; i < line; ++i) {
        if (!isBody(m_lines[i]))
            continue;
        if (m_lines[i].gap || endsSentence(m_lines[i].text) || ++between > LongestTitle)
            return false;
        before += u' ' + m_lines[i].text;
    }
    static const QRegularExpression cites(uR"(\b(?:paragraphs?|articles?|points?|sections?|and|or|of|to|in|under|the)$)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return !parts::saysWhatIsToBeDone(before) && (!cites.match(before).hasMatch() || standsApart(m_lines, line));
}

bool Recogniser::mayOpen(std::size_t line, const Number &number, bool strong) const
{
    if (m_open.size() >= DeepestLevel || number.inserted > 0)
        return false;
    if (number.style.shape != Shape::Dotted && standsBelowArticleTitle(line, number))
        return true;
    const bool top = m_open.empty();
    const std::size_t second = find(number.style, number.prefix, number.value + 1, line, false);
    switch (number.style.shape) {
    case Shape::Dotted:
        // 1.1 stands below 1; a text may also begin with 1.1 without printing 1.
        return strong && (top || number.value == 1) && (second != Nowhere || !top);
    case Shape::Bare: {
        const std::size_t child = find({Shape::Dotted, Counting::Figures}, number.token, 1, line, true);
        return top && strong && number.value == 1 && child != Nowhere && (second == Nowhere || child < second) && !endsSentence(number.rest);
    }
    case Shape::Circled:
        return number.value == 1 && (strong || second < endOfCurrent(line));
    default:
        break;
    }
    const bool figures = number.style.counting == Counting::Figures || number.isArticle();
    const bool none = m_numbering.markers.empty();
    if (number.isArticle() && !top)
        return false; // articles stand at the top
    if (number.value == 1) {
        if (top && figures && strong)
            return true;
        // Below a title that fills its line the first number looks like the middle of a sentence; that the others follow tells.
        if (top && figures && none && second != Nowhere && find(number.style, number.prefix, 1, line, true) == Nowhere)
            return true;
        // `1)` and `(가)` in the middle of a sentence would have to be followed there by the second.
        const bool closed = number.style.shape == Shape::Closed || number.style.shape == Shape::Enclosed;
        const bool enumerates = closed && !top && !number.rest.isEmpty() && !number.rest[0].isLower() &&
                                find(number.style, number.prefix, 2, line, true) == second &&
                                find(number.style, number.prefix, 1, line, true) > second;
        return (strong || enumerates) && second != Nowhere && second < endOfCurrent(line);
    }
    // An excerpt begins somewhere: with a number that goes on, and no one before.
    const bool goesOn = second != Nowhere || (number.isArticle() && (number.rest.isEmpty() || !number.title.isEmpty()));
    return top && figures && strong && goesOn && none && find(number.style, number.prefix, 1, 0, true) == Nowhere;
}

/// Whether the numbering begins anew below a heading that no form marks as an annex.
bool Recogniser::mayRestart(std::size_t line, const Number &number, bool strong) const
{
    if (!strong || number.value != 1 || number.inserted > 0 || m_open.front().value < 2)
        return false;
    const std::size_t second = find(number.style, number.prefix, 2, line, false);
    const std::size_t old = find(number.style, number.prefix, m_open.front().value + 1, line, false);
    return second != Nowhere && second < old && isHeadingAbove(line);
}

QString Recogniser::labelBelow(const QString &parent, const Number &number) const
{
    if (number.style.shape == Shape::Dotted)
        return m_prefix + number.token;
    const bool syllable = number.style.counting == Counting::Hangul;
    if (parent.isEmpty())
        return m_prefix + (number.style.counting == Counting::Letters || (number.style.counting == Counting::Roman && !number.isArticle())
                               ? u'(' + number.token + u')'
                               : number.token);
    // Korean parts stand one behind the other, 제2조①2가; brackets only where two figures would run together.
    const OpenLevel &above = m_open.back();
    const bool korean = m_open.front().style.shape == Shape::KoreanArticle || syllable || above.style.counting == Counting::Hangul ||
                        above.style.shape == Shape::Circled || number.style.shape == Shape::Circled;
    if (korean && !(parent.back().isDigit() && number.token[0].isDigit() && parent.back().category() == QChar::Number_DecimalDigit &&
                    number.token[0].category() == QChar::Number_DecimalDigit))
        return parent + number.token;
    // Paragraph 2 of Article 4 is 4.2, point (a) of it 4.2(a).
    const bool ofArticle = m_open.size() == 1 && (above.style.shape == Shape::Article || above.style.shape == Shape::Section);
    if (ofArticle && number.style.counting == Counting::Figures)
        return parent + u'.' + number.token;
    return parent + u'(' + number.token + u')';
}

bool Recogniser::push(std::size_t line, const Number &number)
{
    const QString parent = m_open.empty() ? QString() : m_open.back().label;
    const QString label = labelBelow(parent, number);
    if (m_labels.contains(label))
        return false;
    m_labels.insert(label);
    m_open.push_back({number.style, number.value, number.inserted, number.prefix, label});
    Marker marker;
    marker.line = line;
    marker.printed = number.printed;
    marker.label = label;
    marker.parent = parent;
    marker.title = number.title;
    marker.rest = number.rest;
    marker.depth = static_cast<int>(m_open.size());
    marker.article = number.isArticle();
    marker.counts = number.style.counting == Counting::Figures;
    m_numbering.markers.push_back(marker);
    m_gapSince = false;
    return true;
}

bool Recogniser::accept(std::size_t line, const Number &number, bool strong)
{
    for (std::size_t depth = m_open.size(); depth-- > 0;) {
        const OpenLevel &level = m_open[depth];
        if (level.style != number.style || (level.prefix != number.prefix && !number.isArticle()))
            continue;
        if (mayContinue(line, level, number, strong)) {
            std::vector<OpenLevel> closed(m_open.begin() + static_cast<std::ptrdiff_t>(depth), m_open.end());
            m_open.resize(depth);
            if (push(line, number))
                return true;
            m_open.insert(m_open.end(), closed.begin(), closed.end());
            return false;
        }
        if (depth != 0 || !mayRestart(line, number, strong))
            return false;
        const auto head = headAt(lineBefore(line));
        beginPart(head ? head->name : m_lines[lineBefore(line)].text);
        return push(line, number);
    }
    if (!mayOpen(line, number, strong))
        return false;
    if (number.style.shape == Shape::Dotted) {
        // Below the unit whose number it repeats; next to nothing of the same rank otherwise.
        std::size_t depth = m_open.size();
        while (depth > 0 && m_open[depth - 1].label != m_prefix + number.prefix)
            --depth;
        if (depth == 0 && !m_open.empty() && m_open.front().style.shape != Shape::Dotted)
            return false;
        m_open.resize(depth);
    }
    return push(line, number);
}

/// Another marker right behind the last one on its line.
bool Recogniser::acceptBehind(std::size_t line)
{
    const QString rest = m_numbering.markers.back().rest;
    for (const Number &number : numbers::startingNumbers(rest)) {
        const bool open = std::any_of(m_open.begin(), m_open.end(), [&](const OpenLevel &level) { return level.style == number.style; });
        if (open || number.value != 1 || number.inserted > 0 || number.rest.isEmpty() || number.isArticle() ||
            number.style.shape == Shape::Dotted || number.style.shape == Shape::Bare || m_open.size() >= DeepestLevel)
            continue;
        const std::size_t second = find(number.style, number.prefix, 2, line, false);
        if (number.style.shape != Shape::Circled && (second == Nowhere || second >= endOfCurrent(line)))
            continue;
        m_numbering.markers.back().rest.clear();
        if (push(line, number))
            return true;
        m_numbering.markers.back().rest = rest;
    }
    return false;
}

/// Numbering begins anew, and its labels begin with the name of the part.
void Recogniser::beginPart(const QString &name)
{
    constexpr qsizetype LongestPrefix = 60;
    QString prefix = name.size() <= LongestPrefix ? name.simplified() + u'.' : u"Part %1."_s.arg(m_prefixes.size() + 2);
    if (m_prefixes.contains(prefix))
        prefix.prepend(m_annex);
    for (int copy = 2; m_prefixes.contains(prefix); ++copy)
        prefix = u"%1 (%2)."_s.arg(name.left(LongestPrefix).simplified(), QString::number(copy));
    m_prefixes.insert(prefix);
    m_prefix = prefix;
    m_open.clear();
}

/// Whether the line is the head of a part; an annex takes effect.
bool Recogniser::takePart(std::size_t line)
{
    const auto head = headAt(line);
    if (!head)
        return false;
    if (head->annex) {
        // Where the numbering of the text goes on first, this is a mention.
        if (!m_open.empty()) {
            const OpenLevel &top = m_open.front();
            const std::size_t next = find(top.style, top.prefix, top.value + 1, line, true);
            if (next != Nowhere && next < find(top.style, top.prefix, 1, line, true))
                return false;
        }
        if (!m_numbering.markers.empty()) {
            beginPart(head->name);
            if (head->name.startsWith(u"Annex") || head->name.startsWith(u"부속서"))
                m_annex = m_prefix;
        }
    } else if (m_open.size() > 1 && (m_open.front().style.shape == Shape::Article || m_open.front().style.shape == Shape::KoreanArticle)) {
        m_open.resize(1);
    }
    m_numbering.parts.push_back({line, *head});
    return true;
}

Numbering Recogniser::numbering()
{
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (m_lines[i].gap) {
            m_gapSince = true;
            continue;
        }
        if (!isBody(m_lines[i]) || takePart(i))
            continue;
        // The reading that continues a sequence goes before the one that opens a new level.
        bool taken = false;
        for (const Number &number : m_candidates[i]) {
            const bool continues = std::any_of(m_open.begin(), m_open.end(), [&](const OpenLevel &level) {
                return level.style == number.style && level.prefix == number.prefix &&
                       (number.inserted > 0 ? level.value == number.value : level.value + 1 == number.value);
            });
            if (!taken && continues)
                taken = accept(i, number, m_strong[i]);
        }
        for (const Number &number : m_candidates[i])
            taken = taken || accept(i, number, m_strong[i]);
        while (taken)
            taken = acceptBehind(i);
    }
    return std::move(m_numbering);
}

bool isBody(const Line &line)
{
    return line.why.isEmpty() && line.part != reading::Part::Note;
}

bool standsApart(const std::vector<Line> &lines, std::size_t line)
{
    return line == 0 || (lines[line].blankBefore && isBody(lines[line - 1]) && lines[line - 1].page == lines[line].page);
}

Numbering findNumbering(const std::vector<Line> &lines)
{
    return Recogniser(lines).numbering();
}

} // namespace entente::reading
