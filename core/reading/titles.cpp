#include "core/reading/builder.h"
#include "core/reading/numbers.h"

#include <algorithm>

/// Which lines of a segment are titles and headings, and where the text of a unit ends.
namespace entente::reading {

using namespace Qt::StringLiterals;

bool Builder::endedOnPurpose(const Piece &piece, const Piece &next) const
{
    return next.apart || lineOf(piece).whole || lineOf(next).whole || endsSentence(piece.text) || endedEarly(lineOf(piece).text, next.text, m_width);
}

/// Whether two heading lines are two headings.
bool Builder::partsHeadings(const Piece &piece, const Piece &next) const
{
    if (next.apart || lineOf(piece).whole || lineOf(next).whole || next.text.startsWith(u'[') || piece.text.endsWith(u']') ||
        parts::partHead(next.text))
        return true;
    return !headingGoesOn(piece.text) && startsLikeHeading(next.text) && endedEarly(lineOf(piece).text, next.text, m_width);
}

/// Whether the last lines of a segment look like a heading where a title has its own place elsewhere.
bool Builder::looksLikeHeading(const Pieces &pieces, std::size_t from, std::size_t to, bool nextApart) const
{
    const auto first = pieces.begin() + static_cast<std::ptrdiff_t>(from);
    const auto last = pieces.begin() + static_cast<std::ptrdiff_t>(to);
    const bool formal = std::all_of(first, last, [&](const Piece &piece) {
        const bool capitals = piece.text == piece.text.toUpper() && piece.text != piece.text.toLower();
        return capitals || isBracketHeading(piece.text) || lineOf(piece).headingLevel > 0 || lineOf(piece).bold;
    });
    return formal || (first->apart && nextApart && !startsLikeSentence(first->text) && !lineOf(*first).whole);
}

/// Where the headings at the end of a run of pieces begin; `to` if there are none.
std::size_t Builder::headingStart(const Pieces &pieces, std::size_t from, std::size_t to, const UnitSegment *next, const Marker &unit) const
{
    std::size_t start = to;
    qsizetype length = 0;
    QString words;
    for (std::size_t i = to; i-- > from;) {
        const Piece &piece = pieces[i];
        const QString &text = piece.text;
        length += text.size();
        const bool sentence = endsSentence(text) && !(text.endsWith(u':') && i + 1 == to);
        if (sentence || to - i > LongestHeadingGroup || length > 2 * LongestHeading || text.size() > LongestHeading ||
            lineOf(piece).part == reading::Part::Cell || numbers::startsWithBullet(text) || parts::signs(text))
            break;
        words += u' ' + text;
        if (parts::saysWhatIsToBeDone(words))
            break;
        if (i > 0 && startsLikeHeading(text) && endedOnPurpose(pieces[i - 1], piece))
            start = i;
    }
    if (start == to)
        return to;
    const bool child = next && next->marker && next->marker->parent == unit.label;
    const bool titled = !next || next->part || next->marker->article;
    const std::size_t following = next ? (next->marker ? next->marker->line : next->part->line) : 0;
    if (child && pieces[to - 1].text.endsWith(u':'))
        return to;
    if ((titled || child) && next && !looksLikeHeading(pieces, start, to, standsApart(m_lines, following)))
        return to;
    return start;
}

/// How many lines below "Article 4" are its title; a title on that line itself counts as the first. 0: it has none.
std::size_t Builder::articleTitle(const UnitSegment &segment, const UnitSegment *next) const
{
    constexpr qsizetype LongestTitle = 160; // in characters
    constexpr std::size_t MostLines = 4;    // of a title
    constexpr qsizetype NarrowColumn = 36;  // where the length of a line says little
    const Marker &marker = *segment.marker;
    const Pieces &pieces = segment.pieces;
    if (!marker.article || !marker.title.isEmpty())
        return 0;
    const std::size_t first = pieces.front().text.isEmpty() ? 1 : 0;
    if (first >= pieces.size() || lineOf(pieces[first]).gap)
        return 0;
    // A title in brackets goes on until they close.
    if (first == 0 && u"([【"_s.contains(pieces.front().text[0])) {
        for (std::size_t i = 1; i < pieces.size() && i < MostLines; ++i) {
            if (u")]】"_s.contains(pieces[i].text.back()))
                return i + 1;
        }
    }
    // Nothing but a title stands between an article and its numbered paragraphs, unless it ends as sentences do.
    const bool numbered = next && next->marker && next->marker->parent == marker.label && next->marker->counts;
    const auto isTitle = [&](const Piece &piece) {
        return !lineOf(piece).gap && !endsSentence(piece.text) && piece.text.size() <= LongestTitle;
    };
    if (numbered && pieces.size() - first <= MostLines &&
        std::all_of(pieces.begin() + static_cast<std::ptrdiff_t>(first), pieces.end(), isTitle) &&
        startsLikeHeading(titleWords(pieces[first].text)))
        return pieces.size() - first;
    const auto titleEnd = [&](bool mayWrap) -> std::size_t {
        std::size_t end = first;
        QString title;
        for (; end < pieces.size() && !lineOf(pieces[end]).gap; ++end) {
            const QString &text = pieces[end].text;
            if (end > first) {
                if (pieces[end].apart || lineOf(pieces[end]).whole)
                    break;
                const bool wrapped = mayWrap && m_width >= NarrowColumn && !endedEarly(lineOf(pieces[end - 1]).text, text, m_width);
                if (!headingGoesOn(title) && !text[0].isLower() && !wrapped)
                    break;
            }
            title += (title.isEmpty() ? QString() : u" "_s) + text;
            if (title.size() > LongestTitle || end - first >= MostLines)
                return first;
        }
        const QString words = titleWords(title);
        const bool named = !words.isEmpty() && startsLikeHeading(words) && !endsSentence(words) && !parts::saysWhatIsToBeDone(words);
        return named ? end : first;
    };
    std::size_t end = titleEnd(true);
    // Behind a dash there is a title, be it as long as the line, and where the other articles have theirs there is one, too.
    if (end == first && ((m_articlesTitled && !startsLikeSentence(pieces[first].text)) || u"–—-:"_s.contains(pieces[first].text[0])))
        end = titleEnd(false);
    return end - first;
}

/// Whether a unit's text ends before the piece although no other unit begins there.
bool Builder::closesUnit(const Piece &above, const Piece &piece, bool last, bool hasText) const
{
    if (lineOf(piece).headingLevel > 0)
        return true;
    const bool ended = endsSentence(above.text) || lineOf(piece).whole;
    if (isBracketHeading(piece.text) && (ended || piece.apart))
        return true;
    if (!last || !hasText)
        return false;
    // Behind the last unit, of the text or before an annex, a blank line ends it, and so do signatures.
    return (piece.apart && endsSentence(above.text) && !m_paragraphsInUnits) || (parts::signs(piece.text) && ended);
}

} // namespace entente::reading
