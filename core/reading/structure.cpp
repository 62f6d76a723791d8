#include "core/reading/structure.h"

#include "core/reading/builder.h"
#include "core/reading/furniture.h"
#include "core/reading/gaps.h"
#include "core/reading/numbers.h"

#include <algorithm>

/// From lines to blocks.
///
/// The markers and the heads of parts cut the body into segments: what stands before the first of them, and one segment for each, up to the
/// next. The segment of a unit may hold its own text, text that was taken out (gaps), and the headings of what follows. The title of an
/// article is a heading below its number, and the heading of the article and its paragraphs. Other headings are not numbered and official
/// papers print no blank lines between them, so they are told by how a segment ends: the lines after the last end of a sentence, when they
/// start like a heading and say nothing that is to be done. Before an article or a part, where a title has its own place, they must also look
/// like one: set apart, in capitals, in brackets or so called by the format. Behind the last unit such lines are prose. A line break that the
/// width of the column does not explain parts two headings; one that it explains goes on in the same heading.
///
/// Bullets count nothing: their items stay in the text of the unit they stand in, each on a line of its own. A mark inside a sentence for text
/// that is missing stays there, too, and an empty gap behind the unit says what it means.
namespace entente::reading {

using namespace Qt::StringLiterals;

Builder::Builder(const std::vector<Line> &lines, const Hyphens &hyphens, std::vector<Join> &joins)
    : m_lines(lines)
    , m_hyphens(hyphens)
    , m_joins(joins)
    , m_width(hyphens.width())
{}

Block &Builder::place(Role role, const Pieces &pieces, int depth, BlockRank rank)
{
    Block block;
    block.role = role;
    block.page = m_lines[pieces.front().line].page;
    block.depth = depth;
    block.text = joinPieces(m_lines, pieces, m_hyphens, m_joins);
    block.places = placesOf(m_lines, pieces);
    m_blocks.push_back({pieces.front().line, std::move(block), rank});
    return m_blocks.back().block;
}

int Builder::looseDepth(std::size_t line) const
{
    return m_lines[line].headingLevel > 0 ? m_lines[line].headingLevel : std::min(m_partRank + 1, parts::LooseRank);
}

void Builder::addHeadings(const Pieces &pieces)
{
    for (std::size_t i = 0; i < pieces.size();) {
        std::size_t end = i + 1;
        while (end < pieces.size() && !partsHeadings(pieces[end - 1], pieces[end]))
            ++end;
        place(Role::Heading, slice(pieces, i, end), looseDepth(pieces[i].line));
        i = end;
    }
}

void Builder::addGap(const Piece &piece, const QString &parent)
{
    Block &gap = place(Role::Gap, {piece});
    gap.why = lineOf(piece).gapKind;
    gap.parent = parent;
}

void Builder::addInlineGaps(std::size_t line, const QString &text, const QString &parent)
{
    QStringList kinds = gapKindsIn(text);
    if (const QString whole = gapKind(text); kinds.isEmpty() && !whole.isEmpty())
        kinds.append(whole);
    for (const QString &kind : kinds) {
        Block gap;
        gap.role = Role::Gap;
        gap.page = m_lines[line].page;
        gap.why = kind;
        gap.parent = parent;
        m_blocks.push_back({line, std::move(gap)});
    }
}

/// Paragraphs that belong to no unit.
void Builder::addLoose(const Pieces &pieces, bool headingsAllowed)
{
    for (std::size_t i = 0; i < pieces.size();) {
        if (lineOf(pieces[i]).gap) {
            addGap(pieces[i++], {});
            continue;
        }
        std::size_t end = i + 1;
        for (; end < pieces.size(); ++end) {
            const Piece &above = pieces[end - 1];
            const Piece &piece = pieces[end];
            const bool early = endedEarly(lineOf(above).text, piece.text, m_width);
            const bool ended = endsSentence(above.text);
            if (piece.apart || lineOf(piece).gap || lineOf(piece).whole || lineOf(above).whole || (ended && early) ||
                (early && startsLikeHeading(piece.text) && !headingGoesOn(above.text)) || isBracketHeading(piece.text) || isBracketHeading(above.text) ||
                beginsItem(m_lines, above, piece, m_width) || (ended && !numbers::startingNumbers(piece.text).empty()) ||
                lineOf(piece).part != lineOf(above).part || ((parts::signs(piece.text) || parts::enacts(piece.text)) && (ended || early)) || isDateAlone(piece.text))
                break;
        }
        const Pieces paragraph = slice(pieces, i, end);
        const Line &line = lineOf(pieces[i]);
        qsizetype length = 0;
        for (const Piece &piece : paragraph)
            length += piece.text.size();
        const QString &last = paragraph.back().text;
        const bool heading = line.headingLevel > 0 || (paragraph.size() == 1 && isBracketHeading(last)) || (headingsAllowed && length <= LongestHeading && startsLikeHeading(pieces[i].text) && !endsSentence(last) &&
                                                       !last.endsWith(u',') && !parts::signs(pieces[i].text) &&
                                                       !numbers::startsWithBullet(pieces[i].text) && line.part != reading::Part::Cell);
        Block &block = place(heading ? Role::Heading : Role::Prose, paragraph, heading ? looseDepth(pieces[i].line) : 0);
        if (!heading) {
            const QString text = block.text;
            addInlineGaps(pieces[i].line, text, {});
        }
        i = end;
    }
}

void Builder::addUnit(const UnitSegment &segment, const UnitSegment *next)
{
    const Marker &marker = *segment.marker;
    const bool last = !next || (next->part && next->part->head.annex);
    Pieces pieces = segment.pieces;
    const std::size_t titleLines = articleTitle(segment, next);
    const std::size_t titleFrom = pieces.front().text.isEmpty() ? 1 : 0;
    Pieces title;
    if (titleLines > 0) {
        // The title leaves the segment; what is left is the article's own text.
        title = slice(pieces, titleFrom, titleFrom + titleLines);
        pieces.front().text.clear();
        pieces.erase(pieces.begin() + 1, pieces.begin() + static_cast<std::ptrdiff_t>(titleFrom + titleLines));
    } else if (!marker.title.isEmpty()) {
        title = {{marker.line, marker.title}};
    }

    // The number may stand alone on its line; the text then begins on the next. Between an article and its paragraphs stands what introduces them.
    const auto firstGap = static_cast<std::size_t>(
        std::find_if(pieces.begin(), pieces.end(), [&](const Piece &piece) { return lineOf(piece).gap; }) - pieces.begin());
    const bool introduces = marker.article && next && next->marker && next->marker->parent == marker.label;
    const std::size_t from = introduces ? pieces.size() : (pieces.front().text.isEmpty() ? 2 : 1);
    const std::size_t runEnd = std::min(firstGap, pieces.size());
    std::size_t tail = pieces.size();
    std::size_t headingBeforeGap = pieces.size();
    if (firstGap == pieces.size()) {
        tail = headingStart(pieces, from, pieces.size(), next, marker);
    } else {
        headingBeforeGap = headingStart(pieces, from, runEnd, next, marker);
        std::size_t lastRun = pieces.size();
        while (lastRun > 0 && !lineOf(pieces[lastRun - 1]).gap)
            --lastRun;
        tail = headingStart(pieces, lastRun, pieces.size(), next, marker);
    }

    Pieces own{pieces.front()};
    Pieces loose;
    Pieces headings;
    std::vector<std::pair<Piece, bool>> gaps; // and whether they interrupt the unit
    bool closed = false;
    bool behindGap = false;
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        const Piece &piece = pieces[i];
        if (lineOf(piece).gap) {
            const bool goesOn = i + 1 < pieces.size() && !pieces[i + 1].text.isEmpty() && pieces[i + 1].text[0].isLower();
            const bool inside = !closed && (goesOn || !endsSentence(own.back().text));
            closed = closed || !goesOn;
            behindGap = true;
            gaps.emplace_back(piece, inside);
            continue;
        }
        if (i >= tail) {
            headings.push_back(piece);
            continue;
        }
        const bool hasText = std::any_of(own.begin(), own.end(), [](const Piece &mine) { return !mine.text.isEmpty(); });
        closed = closed || (i >= headingBeforeGap && i < runEnd) || (!behindGap && closesUnit(pieces[i - 1], piece, last, hasText));
        behindGap = false;
        (closed ? loose : own).push_back(piece);
    }

    if (!title.empty()) {
        // Read before the article's own words, wherever it is printed: its place in the order is that of the number.
        place(Role::Heading, title, parts::ArticleTitleRank, BlockRank::ArticleTitle);
        m_blocks.back().line = marker.line;
    }
    Block &unit = place(Role::Unit, own, marker.depth, marker.article ? BlockRank::Article : BlockRank::None);
    unit.label = marker.label;
    unit.parent = marker.parent;
    unit.number = marker.printed;
    const QString text = unit.text;
    addInlineGaps(marker.line, text, marker.label);
    for (const auto &[piece, inside] : gaps)
        addGap(piece, inside ? marker.label : QString());
    addLoose(loose, !last);
    if (last)
        addLoose(headings, false);
    else
        addHeadings(headings);
}

/// The head of a part, its title, and what stands before the first unit in it.
void Builder::addPart(const UnitSegment &segment)
{
    const Pieces &pieces = segment.pieces;
    const parts::PartHead &head = segment.part->head;
    m_partRank = head.rank;
    std::size_t end = 1;
    while (end < pieces.size() && end < LongestHeadingGroup && !lineOf(pieces[end]).gap && head.titled && !partsHeadings(pieces[end - 1], pieces[end]))
        ++end;
    place(Role::Heading, slice(pieces, 0, end), head.rank, BlockRank::Part);
    if (!head.titled && end < pieces.size() && !lineOf(pieces[end]).gap) {
        // The title below: one heading of the same rank.
        std::size_t titleEnd = end + 1;
        while (titleEnd < pieces.size() && !lineOf(pieces[titleEnd]).gap && !partsHeadings(pieces[titleEnd - 1], pieces[titleEnd]))
            ++titleEnd;
        const Pieces title = slice(pieces, end, titleEnd);
        qsizetype length = 0;
        for (const Piece &piece : title)
            length += piece.text.size();
        if (titleEnd - end <= LongestHeadingGroup && length <= LongestHeading && startsLikeHeading(title.front().text) && !endsSentence(title.back().text) &&
            lineOf(title.front()).part != reading::Part::Cell && !numbers::startsWithBullet(title.front().text)) {
            place(Role::Heading, title, head.rank, BlockRank::Part);
            end = titleEnd;
        }
    }
    addLoose(slice(pieces, end, pieces.size()), true);
}

void Builder::addSetAside()
{
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (m_lines[i].why.isEmpty())
            continue;
        Block block;
        block.role = Role::SetAside;
        block.page = m_lines[i].page;
        block.text = m_lines[i].text.simplified();
        block.why = m_lines[i].why;
        if (!m_lines[i].box.isNull())
            block.places = {{m_lines[i].page, m_lines[i].box}};
        m_blocks.push_back({i, std::move(block)});
    }
}

/// Footnotes: each is one block, and the text around them goes on as if they were not there.
void Builder::addNotes()
{
    Pieces note;
    const auto finish = [&] {
        if (!note.empty())
            place(Role::Note, note);
        note.clear();
    };
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const Line &line = m_lines[i];
        const bool aside = !line.why.isEmpty();
        if (aside || line.part != reading::Part::Note || line.gap) {
            finish();
            continue;
        }
        if (line.whole || startsNote(line.text))
            finish();
        note.push_back({i, line.text, false});
    }
    finish();
}

std::vector<UnitSegment> Builder::cut(const Numbering &numbering) const
{
    std::vector<UnitSegment> segments(1);
    std::size_t marker = 0;
    std::size_t part = 0;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (!isBody(m_lines[i]))
            continue;
        const bool apart = standsApart(m_lines, i);
        if (part < numbering.parts.size() && numbering.parts[part].line == i)
            segments.push_back({nullptr, &numbering.parts[part++], {}});
        bool counted = false;
        for (; marker < numbering.markers.size() && numbering.markers[marker].line == i; ++marker) {
            segments.push_back({&numbering.markers[marker], nullptr, {{i, numbering.markers[marker].rest, apart}}});
            counted = true;
        }
        if (counted)
            continue;
        Pieces &pieces = segments.back().pieces;
        pieces.push_back({i, m_lines[i].text, apart});
        // The brackets around an article's title may close in the middle of a line.
        const Marker *article = segments.back().marker;
        const qsizetype close = m_lines[i].text.indexOf(u')');
        if (article && article->article && pieces.size() <= 3 && article->rest.startsWith(u'(') && close >= 0 &&
            std::none_of(pieces.begin(), pieces.end() - 1, [](const Piece &piece) { return piece.text.contains(u')'); })) {
            pieces.back().text = m_lines[i].text.left(close + 1);
            if (const QString rest = m_lines[i].text.mid(close + 1).trimmed(); !rest.isEmpty())
                pieces.push_back({i, rest, false});
        }
    }
    return segments;
}

std::vector<Block> Builder::build(const Progress &progress)
{
    const Numbering numbering = findNumbering(m_lines);
    const std::vector<UnitSegment> segments = cut(numbering);
    const auto nextOf = [&](std::size_t s) { return s + 1 < segments.size() ? &segments[s + 1] : nullptr; };
    int articles = 0;
    int titled = 0;
    for (std::size_t s = 1; s < segments.size(); ++s) {
        if (!segments[s].marker || !segments[s].marker->article)
            continue;
        ++articles;
        titled += !segments[s].marker->title.isEmpty() || articleTitle(segments[s], nextOf(s)) > 0 ? 1 : 0;
    }
    m_articlesTitled = titled * 3 > articles * 2;
    for (std::size_t s = 1; s + 1 < segments.size() && !m_paragraphsInUnits; ++s) {
        if (!segments[s].marker || (segments[s + 1].part && segments[s + 1].part->head.annex))
            continue;
        // Behind an article's title a blank line parts it from the text.
        const Pieces &pieces = segments[s].pieces;
        const std::size_t title = articleTitle(segments[s], nextOf(s));
        for (std::size_t n = title > 0 ? title + 2 : 1; n < pieces.size(); ++n)
            m_paragraphsInUnits = m_paragraphsInUnits || (pieces[n].apart && endsSentence(pieces[n].text));
    }
    addSetAside();
    addNotes();
    for (std::size_t s = 0; s < segments.size() && !progress.isCancelled(); ++s) {
        if (segments[s].marker)
            addUnit(segments[s], nextOf(s));
        else if (segments[s].part)
            addPart(segments[s]);
        else
            addLoose(segments[s].pieces, true);
    }
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
    QString title; // Of the article that comes next.
    bool anyUnit = false;
    bool partNamed = false;
    for (PlacedBlock &placed : m_blocks) {
        Block &block = placed.block;
        if (block.role == Role::Heading && placed.rank == BlockRank::ArticleTitle) {
            title = titleWords(block.text);
        } else if (block.role == Role::Heading) {
            partNamed = partNamed || anyUnit || placed.rank == BlockRank::Part;
            heading = block.text;
            part = partNamed ? heading : QString();
        } else if (block.role == Role::Unit) {
            anyUnit = true;
            if (placed.rank == BlockRank::Article)
                heading = title.isEmpty() ? part : std::exchange(title, {});
            block.heading = heading;
        }
    }
}

std::vector<Block> recogniseStructure(const std::vector<Line> &lines, const Hyphens &hyphens, std::vector<Join> &joins,
                                      const Progress &progress)
{
    return Builder(lines, hyphens, joins).build(progress);
}

} // namespace entente::reading
