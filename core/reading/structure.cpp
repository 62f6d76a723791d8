#include "core/reading/structure.h"

#include "core/reading/hyphens.h"
#include "core/reading/markers.h"

#include <QRegularExpression>

#include <algorithm>

/// From lines to blocks.
///
/// The markers cut the body into segments: what stands before the first unit, and one segment for each unit up to the next marker. A
/// segment may hold the unit's own text, text that was taken out (gaps), and the headings of what follows. The title of an article is a
/// heading below its number, and the heading of the article and its paragraphs. Other headings are not numbered and official papers print
/// no blank lines between them, so they are told by how a segment ends: the lines after the last end of a sentence, when they start like a
/// heading. Behind the last unit such lines are prose. A line break that the width of the column does not explain parts two headings; one
/// that it explains goes on in the same heading.
namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t LongestHeadingGroup = 8; ///< In lines.
constexpr qsizetype LongestHeading = 260;      ///< In characters.

/// What a unit's heading is taken from.
enum class Rank { None, Article, ArticleTitle };

struct PlacedBlock
{
    std::size_t line;
    Block block;
    Rank rank = Rank::None;
};

/// "Article 4 – Costs": the dash belongs to the print.
QString withoutDash(QString title)
{
    static const QRegularExpression dash(uR"(^[–—-]\s*)"_s);
    return title.remove(dash);
}

/// The heading of a part of a treaty, above its articles.
bool namesPart(const QString &line)
{
    static const QRegularExpression pattern(uR"(^(?:chapter|part|title|section|division)\s+(?:[IVX]{1,5}|\d{1,2}|[A-Z])\b)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern.match(line.left(40)).hasMatch() || annexName(line).has_value();
}

class Builder
{
public:
    Builder(const std::vector<Line> &lines, const Hyphens &hyphens, std::vector<Join> &joins);
    std::vector<Block> build(const Progress &progress);

private:
    using Indexes = std::vector<std::size_t>;

    void addSetAside();
    void addUnit(const Marker &marker, Indexes segment, const Marker *next);
    std::size_t articleTitle(const Marker &marker, const Indexes &segment, const Marker *next) const;
    void nameUnits();
    void addLoose(const Indexes &lines, bool headingsAllowed);
    void addHeadings(const Indexes &lines);
    bool opensAnnex(const Indexes &lines) const;
    std::size_t headingStart(const Indexes &lines, std::size_t from) const;
    bool startsLikeHeading(const QString &text) const;
    bool endedOnPurpose(std::size_t line, std::size_t next) const;
    bool partsHeadings(std::size_t line, std::size_t next) const;
    QString join(const Indexes &lines);
    void place(std::size_t line, Block block, Rank rank = Rank::None);

    const std::vector<Line> &m_lines;
    const Hyphens &m_hyphens;
    std::vector<Join> &m_joins;
    std::vector<PlacedBlock> m_blocks;
    qsizetype m_width;
    bool m_paragraphsInUnits = false; // blank lines stand inside units, too
};

Builder::Builder(const std::vector<Line> &lines, const Hyphens &hyphens, std::vector<Join> &joins)
    : m_lines(lines)
    , m_hyphens(hyphens)
    , m_joins(joins)
    , m_width(wrapWidth(lines))
{}

void Builder::place(std::size_t line, Block block, Rank rank)
{
    block.page = m_lines[line].page;
    m_blocks.push_back({line, std::move(block), rank});
}

QString Builder::join(const Indexes &lines)
{
    QStringList texts;
    for (const std::size_t line : lines)
        texts.append(m_lines[line].text);
    return m_hyphens.joinLines(texts, m_joins);
}

bool Builder::startsLikeHeading(const QString &text) const
{
    if (text.isEmpty())
        return false;
    const QChar first = text[0];
    return first.isUpper() || first.isDigit() || first == u'[' || first == u'"' || first.unicode() == 0x201C ||
           (first.isLetter() && !first.isLower());
}

bool Builder::endedOnPurpose(std::size_t line, std::size_t next) const
{
    return m_lines[next].blankBefore || endsSentence(m_lines[line].text) || endedEarly(m_lines[line].text, m_lines[next].text, m_width);
}

/// Whether two heading lines are two headings.
bool Builder::partsHeadings(std::size_t line, std::size_t next) const
{
    const QString &text = m_lines[line].text;
    const QString &following = m_lines[next].text;
    if (m_lines[next].blankBefore || following.startsWith(u'[') || text.endsWith(u']'))
        return true;
    static const QRegularExpression goesOn(uR"((?:[,\-–—:/&]|\b(?:and|or|of|for|the|in|on|to|with|including))$)"_s);
    if (goesOn.match(text).hasMatch())
        return false;
    return startsLikeHeading(following) && endedEarly(text, following, m_width);
}

void Builder::addHeadings(const Indexes &lines)
{
    for (std::size_t i = 0; i < lines.size();) {
        std::size_t end = i + 1;
        while (end < lines.size() && !partsHeadings(lines[end - 1], lines[end]))
            ++end;
        Block block;
        block.role = Role::Heading;
        block.text = join(Indexes(lines.begin() + static_cast<std::ptrdiff_t>(i), lines.begin() + static_cast<std::ptrdiff_t>(end)));
        place(lines[i], std::move(block));
        i = end;
    }
}

bool Builder::opensAnnex(const Indexes &lines) const
{
    return std::any_of(lines.begin(), lines.end(), [this](std::size_t line) { return annexName(m_lines[line].text).has_value(); });
}

/// Where the headings at the end of a segment begin, not before `from`; the number of lines if there are none.
std::size_t Builder::headingStart(const Indexes &lines, std::size_t from) const
{
    std::size_t start = lines.size();
    qsizetype length = 0;
    for (std::size_t i = lines.size(); i-- > from;) {
        const QString &text = m_lines[lines[i]].text;
        length += text.size();
        const bool sentence = endsSentence(text) && !text.endsWith(u':');
        if (sentence || lines.size() - i > LongestHeadingGroup || length > 2 * LongestHeading || text.size() > LongestHeading)
            break;
        if (i > 0 && startsLikeHeading(text) && endedOnPurpose(lines[i - 1], lines[i]))
            start = i;
    }
    return start;
}

/// Paragraphs that belong to no unit.
void Builder::addLoose(const Indexes &lines, bool headingsAllowed)
{
    for (std::size_t i = 0; i < lines.size();) {
        std::size_t end = i + 1;
        while (end < lines.size()) {
            const QString &text = m_lines[lines[end - 1]].text;
            const QString &following = m_lines[lines[end]].text;
            const bool early = endedEarly(text, following, m_width);
            if (m_lines[lines[end]].blankBefore || (endsSentence(text) && early) || (early && startsLikeHeading(following)) ||
                (following.startsWith(u'[') && following.endsWith(u']')) || (text.startsWith(u'[') && text.endsWith(u']')))
                break;
            ++end;
        }
        const Indexes paragraph(lines.begin() + static_cast<std::ptrdiff_t>(i), lines.begin() + static_cast<std::ptrdiff_t>(end));
        Block block;
        block.text = join(paragraph);
        const bool heading =
            headingsAllowed && block.text.size() <= LongestHeading && startsLikeHeading(block.text) && !endsSentence(block.text);
        block.role = heading ? Role::Heading : Role::Prose;
        place(paragraph.front(), std::move(block));
        i = end;
    }
}

/// How many lines below "Article 4" are its title; a title on that line itself counts as the first. 0: it has none.
std::size_t Builder::articleTitle(const Marker &marker, const Indexes &segment, const Marker *next) const
{
    constexpr qsizetype LongestTitle = 160; // in characters
    constexpr std::size_t MostLines = 4;    // of a title
    constexpr qsizetype NarrowColumn = 60;  // where the length of a line says little
    if (!isArticle(marker))
        return 0;
    const std::size_t first = marker.rest.isEmpty() ? 1 : 0;
    const auto textAt = [&](std::size_t i) { return i == 0 ? marker.rest : m_lines[segment[i]].text; };
    if (first >= segment.size() || m_lines[segment[first]].gap || namesPart(textAt(first)))
        return 0;
    // Nothing but a title stands between an article and its numbered paragraphs, unless it ends as sentences do.
    const bool numbered = next && next->parent == marker.label && next->printed[0].isDigit();
    if (numbered && segment.size() - first <= MostLines &&
        std::all_of(segment.begin() + static_cast<std::ptrdiff_t>(std::max<std::size_t>(first, 1)), segment.end(),
                    [this](std::size_t line) {
                        const Line &below = m_lines[line];
                        return !below.gap && !endsSentence(below.text) && !namesPart(below.text) && below.text.size() <= LongestTitle;
                    }) &&
        startsLikeHeading(withoutDash(textAt(first))) && (first > 0 || (!endsSentence(marker.rest) && marker.rest.size() <= LongestTitle)))
        return segment.size() - first;
    static const QRegularExpression goesOn(uR"((?:[,\-–—/&]|\b(?:and|or|of|for|the|in|on|to|with|by|including))$)"_s);
    std::size_t end = first;
    QString title;
    for (; end < segment.size() && !m_lines[segment[end]].gap; ++end) {
        if (end > first) {
            const QString &following = m_lines[segment[end]].text;
            if (m_lines[segment[end]].blankBefore || namesPart(following))
                break;
            const bool wrapped = m_width >= NarrowColumn && !endedEarly(m_lines[segment[end - 1]].text, following, m_width);
            if (!goesOn.match(title).hasMatch() && !following[0].isLower() && !wrapped)
                break;
        }
        title += (title.isEmpty() ? QString() : u" "_s) + textAt(end);
        if (title.size() > LongestTitle || end - first >= MostLines)
            return 0;
    }
    const QString words = withoutDash(title);
    if (words.isEmpty() || !startsLikeHeading(words) || endsSentence(words) || saysWhatIsToBeDone(words))
        return 0;
    return end - first;
}

void Builder::addUnit(const Marker &marker, Indexes segment, const Marker *next)
{
    const bool last = !next;
    const std::size_t titleLines = articleTitle(marker, segment, next);
    QString rest = marker.rest;
    Block title;
    std::size_t titleLine = 0;
    if (titleLines > 0) {
        // The title leaves the segment; what is left is the article's own text.
        const std::size_t first = rest.isEmpty() ? 1 : 0;
        QStringList texts;
        for (std::size_t i = first; i < first + titleLines; ++i)
            texts.append(i == 0 ? rest : m_lines[segment[i]].text);
        rest.clear();
        titleLine = segment[first];
        title.role = Role::Heading;
        title.text = m_hyphens.joinLines(texts, m_joins);
        segment.erase(segment.begin() + 1, segment.begin() + static_cast<std::ptrdiff_t>(first + titleLines));
    }
    // The pieces between gaps, the first with the marker's own line.
    std::vector<Indexes> pieces(1);
    std::vector<std::size_t> gaps;
    for (const std::size_t line : segment) {
        if (m_lines[line].gap) {
            gaps.push_back(line);
            pieces.emplace_back();
        } else {
            pieces.back().push_back(line);
        }
    }
    const bool endsPart = opensAnnex(segment);
    Indexes own;
    std::vector<Indexes> loose;
    Indexes headings;
    bool closed = false;
    std::vector<bool> inside;
    for (std::size_t p = 0; p < pieces.size(); ++p) {
        Indexes piece = pieces[p];
        const bool goesOn = p == 0 || (!closed && !piece.empty() && m_lines[piece.front()].text[0].isLower());
        if (p > 0)
            inside.push_back(goesOn || (!closed && !own.empty() && !endsSentence(m_lines[own.back()].text)));
        if (p + 1 == pieces.size() || p == 0) {
            // On the marker's line there may be the number alone: the text then begins on the next line. Between an article and its
            // paragraphs stands what introduces them.
            const bool introducesParts = isArticle(marker) && next && next->parent == marker.label;
            const bool namesNext = isArticle(marker) && piece.size() > 1 && namesPart(m_lines[piece[1]].text);
            const bool textBelow = rest.isEmpty() && !namesNext;
            const std::size_t from = introducesParts ? piece.size() : (p > 0 ? 0 : (textBelow ? 2 : 1));
            const std::size_t start = headingStart(piece, from);
            const Indexes tail(piece.begin() + static_cast<std::ptrdiff_t>(std::min(start, piece.size())), piece.end());
            const bool introduces = p + 1 == pieces.size() && !last;
            piece.resize(std::min(start, piece.size()));
            (introduces ? headings : loose.emplace_back()) = tail;
            if (!tail.empty())
                closed = true;
        }
        if (goesOn) {
            if ((last || endsPart) && p + 1 == pieces.size() && !m_paragraphsInUnits) {
                // Behind the last unit, of the text or before an annex, a blank line ends it.
                const auto blank = std::find_if(piece.begin() + (p == 0 ? 1 : 0), piece.end(), [&](std::size_t line) {
                    return m_lines[line].blankBefore && (p > 0 || line != piece.front()) && endsSentence(m_lines[line - 1].text);
                });
                loose.emplace_back(blank, piece.end());
                piece.erase(blank, piece.end());
            }
            own.insert(own.end(), piece.begin(), piece.end());
        } else {
            closed = true;
            loose.push_back(piece);
        }
    }
    Block unit;
    unit.role = Role::Unit;
    unit.label = marker.label;
    unit.parent = marker.parent;
    unit.number = marker.printed;
    QStringList texts{rest};
    for (std::size_t i = 1; i < own.size(); ++i)
        texts.append(m_lines[own[i]].text);
    unit.text = m_hyphens.joinLines(texts, m_joins);
    place(marker.line, std::move(unit), isArticle(marker) ? Rank::Article : Rank::None);
    if (titleLines > 0)
        place(titleLine, std::move(title), Rank::ArticleTitle);
    for (std::size_t g = 0; g < gaps.size(); ++g) {
        Block gap;
        gap.role = Role::Gap;
        gap.text = m_lines[gaps[g]].text;
        gap.why = m_lines[gaps[g]].gapKind;
        gap.parent = inside[g] ? marker.label : QString();
        place(gaps[g], std::move(gap));
    }
    for (const Indexes &lines : loose)
        addLoose(lines, !last);
    addHeadings(headings);
}

void Builder::addSetAside()
{
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (m_lines[i].why.isEmpty())
            continue;
        Block block;
        block.role = Role::SetAside;
        block.text = m_lines[i].text.simplified();
        block.why = m_lines[i].why;
        place(i, std::move(block));
    }
}

std::vector<Block> Builder::build(const Progress &progress)
{
    const std::vector<Marker> markers = findMarkers(m_lines);
    std::vector<Indexes> segments(markers.size() + 1);
    std::size_t next = 0;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (!m_lines[i].why.isEmpty())
            continue;
        if (next < markers.size() && markers[next].line == i)
            ++next;
        segments[next].push_back(i);
    }
    for (std::size_t s = 1; s + 1 < segments.size(); ++s) {
        // Behind an article's title a blank line parts it from the text.
        const std::size_t title = articleTitle(markers[s - 1], segments[s], &markers[s]);
        for (std::size_t n = title > 0 ? title + 2 : 1; n < segments[s].size() && !opensAnnex(segments[s]); ++n) {
            const Line &line = m_lines[segments[s][n]];
            m_paragraphsInUnits = m_paragraphsInUnits || (line.blankBefore && endsSentence(line.text));
        }
    }
    addSetAside();
    Indexes before;
    for (const std::size_t line : segments[0]) {
        if (!m_lines[line].gap) {
            before.push_back(line);
            continue;
        }
        addLoose(before, true);
        before.clear();
        Block gap;
        gap.role = Role::Gap;
        gap.text = m_lines[line].text;
        gap.why = m_lines[line].gapKind;
        place(line, std::move(gap));
    }
    addLoose(before, true);
    for (std::size_t m = 0; m < markers.size() && !progress.isCancelled(); ++m)
        addUnit(markers[m], segments[m + 1], m + 1 < markers.size() ? &markers[m + 1] : nullptr);

    std::stable_sort(m_blocks.begin(), m_blocks.end(), [](const PlacedBlock &a, const PlacedBlock &b) { return a.line < b.line; });
    nameUnits();
    std::vector<Block> blocks;
    blocks.reserve(m_blocks.size());
    for (PlacedBlock &placed : m_blocks)
        blocks.push_back(std::move(placed.block));
    return blocks;
}

/// Gives every unit the heading it stands under: an article and its paragraphs the article's title, or else that of the part of the text
/// around them. What stands above the first article is the title of the whole, unless it names a part.
void Builder::nameUnits()
{
    QString heading;
    QString part;
    bool anyUnit = false;
    bool partNamed = false;
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        Block &block = m_blocks[i].block;
        const Rank rank = m_blocks[i].rank;
        if (block.role == Role::Heading && rank == Rank::None) {
            partNamed = partNamed || anyUnit || namesPart(block.text);
            heading = block.text;
            part = partNamed ? heading : QString();
        } else if (block.role == Role::Unit) {
            anyUnit = true;
            if (rank == Rank::Article) {
                heading = part;
                // Set-aside lines may stand between an article and its title.
                std::size_t below = i + 1;
                while (below < m_blocks.size() && m_blocks[below].block.role == Role::SetAside)
                    ++below;
                if (below < m_blocks.size() && m_blocks[below].rank == Rank::ArticleTitle)
                    heading = withoutDash(m_blocks[below].block.text);
            }
            block.heading = heading;
        }
    }
}

} // namespace

std::vector<Block> recogniseStructure(const std::vector<Line> &lines, const Hyphens &hyphens, std::vector<Join> &joins,
                                      const Progress &progress)
{
    return Builder(lines, hyphens, joins).build(progress);
}

} // namespace entente::reading
