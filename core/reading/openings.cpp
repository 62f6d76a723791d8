#include "core/reading/recogniser.h"

#include <QRegularExpression>

#include <algorithm>

/// Where a unit or a part may begin: which lines follow an end, what stands before the text, which lines are heads of parts.
namespace entente::reading {

using namespace Qt::StringLiterals;
using numbers::Counting;
using numbers::Number;

std::size_t Recogniser::lineBefore(std::size_t line) const
{
    while (line-- > 0) {
        if (isBody(m_lines[line]))
            return line;
    }
    return Nowhere;
}

/// Takes the numbers of what stands before the text out of the game: recitals, and whatever is counted before the enacting words or, in a
/// text of articles, before the first of them.
void Recogniser::skipPreamble()
{
    std::size_t article = Nowhere;
    std::size_t words = Nowhere; // the last enacting words before it
    bool goesOn = false;         // a second article follows
    bool recites = false;
    bool annexBetween = false;
    bool counted = false;
    std::size_t firstBehindWords = Nowhere;
    for (std::size_t i = 0; i < m_lines.size() && !goesOn; ++i) {
        if (!isBody(m_lines[i]))
            continue;
        const QString &text = m_lines[i].text;
        static const QRegularExpression reciting(uR"(^(?:whereas|recalling|recogni[sz]ing|considering|having regard|noting)\b)"_s,
                                                 QRegularExpression::CaseInsensitiveOption);
        if (article == Nowhere) {
            if (parts::enacts(text)) {
                words = i;
                firstBehindWords = Nowhere;
            }
            recites = recites || reciting.match(text.left(16)).hasMatch();
            const auto head = headAt(i);
            annexBetween = annexBetween || (counted && head && head->annex);
        }
        for (const Number &number : m_candidates[i]) {
            if (number.isArticle() && m_strong[i]) {
                if (number.value == 1 && article == Nowhere)
                    article = i;
                goesOn = goesOn || (article != Nowhere && article != i && number.value == 2);
            } else if (number.style.counting == Counting::Figures && number.value == 1) {
                counted = counted || article == Nowhere;
                if (words != Nowhere && firstBehindWords == Nowhere)
                    firstBehindWords = i;
            }
        }
    }
    std::size_t body = 0;
    if (article != Nowhere && (goesOn || words != Nowhere) && !annexBetween)
        body = article;
    else if (article == Nowhere && recites && firstBehindWords != Nowhere)
        body = words + 1;
    for (std::size_t i = 0; i < body; ++i)
        m_candidates[i].clear();
}

/// Whether a new unit may well begin here: the text before it had come to an end.
bool Recogniser::isStrong(std::size_t line) const
{
    if (m_lines[line].whole || m_lines[line].headingLevel > 0 || standsApart(m_lines, line))
        return true;
    const std::size_t before = lineBefore(line);
    if (before == Nowhere || m_lines[before].gap || m_lines[before].part == Part::Cell || m_lines[before].whole)
        return true;
    const QString &text = m_lines[before].text;
    static const QRegularExpression listEnd(uR"((?:,|[;,]\s*(?:and|or))$)"_s);
    if (endsSentence(text) || listEnd.match(text.right(8)).hasMatch())
        return true;
    const Number &number = m_candidates[line].front();
    static const QRegularExpression cites(uR"(\b(?:[Aa]rticles?|[Pp]aragraphs?|[Pp]oints?|[Ss]ections?|[Cc]hapters?|[Nn]os?\.?|under|of)$)"_s);
    static const QRegularExpression leads(uR"(\b(?:in|with|to|by|and|or|the|see|from)$)"_s);
    if (cites.match(text.right(16)).hasMatch() || (number.isArticle() && leads.match(text.right(8)).hasMatch()))
        return false;
    // "Article 4", "제4조(목적)" alone on a line, or with a dash and a title: a heading, however full the line above is.
    if (number.isArticle() && !m_lines[line].text.endsWith(u'.') &&
        (!number.title.isEmpty() || number.rest.isEmpty() || u"–—(["_s.contains(number.rest[0])))
        return true;
    // A short line before it is a heading or an item, unless the text goes on in the middle of a sentence: "in paragraph / 3. of the …"
    const bool early = endedEarly(text, m_lines[line].text, m_width);
    const bool item = number.rest.endsWith(u',') || number.rest.endsWith(u';');
    if (!early && !item && !number.rest.isEmpty() && number.rest[0].isLower() && number.style.counting == Counting::Figures)
        return false;
    if (early || item || text.endsWith(u']') || parts::partHead(text))
        return true;
    const auto numbersBefore = numbers::startingNumbers(text);
    return !numbersBefore.empty() && numbersBefore.front().rest.isEmpty();
}

/// Whether the line above names something: short, beginning like a name, ending no sentence.
bool Recogniser::isHeadingAbove(std::size_t line) const
{
    constexpr qsizetype LongestName = 120;
    const std::size_t before = lineBefore(line);
    if (before == Nowhere || (!m_numbering.markers.empty() && m_numbering.markers.back().line == before))
        return false;
    const QString &text = m_lines[before].text;
    return !text.isEmpty() && text.size() <= LongestName && !endsSentence(text) && !text.endsWith(u',') && (!text[0].isLower() || m_lines[before].headingLevel > 0);
}

/// The part that the line names, if it stands as a heading does.
std::optional<parts::PartHead> Recogniser::headAt(std::size_t line) const
{
    if (m_lines[line].part == Part::Cell)
        return std::nullopt;
    const auto head = parts::partHead(m_lines[line].text);
    if (!head)
        return std::nullopt;
    const std::size_t before = lineBefore(line);
    const bool apart = before == Nowhere || standsApart(m_lines, line) || m_lines[line].whole || m_lines[line].headingLevel > 0 || m_lines[before].gap;
    if (!apart) {
        const QString &text = m_lines[before].text;
        static const QRegularExpression goesOn(
            uR"((?:,|\b(?:of|in|to|and|or|with|under|by|the|this|see|from|for|annex(?:es)?|및|또는|와|과))$)"_s, QRegularExpression::CaseInsensitiveOption);
        if (goesOn.match(text.right(16)).hasMatch() ||
            (!endsSentence(text) && !endedEarly(text, m_lines[line].text, m_width) && !text.endsWith(u']')))
            return std::nullopt;
    }
    const bool goesOn = line + 1 < m_lines.size() && isBody(m_lines[line + 1]) && !m_lines[line + 1].blankBefore && !m_lines[line + 1].text.isEmpty() &&
                        m_lines[line + 1].text[0].isLower() && !head->titled;
    return goesOn ? std::nullopt : head;
}

} // namespace entente::reading
