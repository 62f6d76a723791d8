#pragma once

#include "core/reading/blocks.h"
#include "core/reading/headings.h"
#include "core/reading/hyphens.h"
#include "core/reading/markers.h"

namespace entente::reading {

constexpr std::size_t LongestHeadingGroup = 8; ///< In lines.
constexpr qsizetype LongestHeading = 260;      ///< In characters.

/// What a unit's heading is taken from.
enum class BlockRank { None, Article, ArticleTitle, Part };

/// A block and the line it begins with.
struct PlacedBlock
{
    std::size_t line;
    Block block;
    BlockRank rank = BlockRank::None;
};

/// What stands from one marker or head of a part to the next.
struct UnitSegment
{
    const Marker *marker = nullptr;
    const PartLine *part = nullptr;
    Pieces pieces; ///< Of a unit: first what follows its number on the line, which may be nothing.
};

inline Pieces slice(const Pieces &pieces, std::size_t from, std::size_t to)
{
    return Pieces(pieces.begin() + static_cast<std::ptrdiff_t>(from), pieces.begin() + static_cast<std::ptrdiff_t>(to));
}

/// Makes the blocks of a text from its lines; see structure.cpp.
class Builder
{
public:
    Builder(const std::vector<Line> &lines, const Hyphens &hyphens, std::vector<Join> &joins);
    std::vector<Block> build(const Progress &progress);

private:
    std::vector<UnitSegment> cut(const Numbering &numbering) const;
    void addSetAside();
    void addNotes();
    void addUnit(const UnitSegment &segment, const UnitSegment *next);
    void addPart(const UnitSegment &segment);
    void addLoose(const Pieces &pieces, bool headingsAllowed);
    void addHeadings(const Pieces &pieces);
    void addGap(const Piece &piece, const QString &parent);
    void addInlineGaps(std::size_t line, const QString &text, const QString &parent);
    Block &place(Role role, const Pieces &pieces, int depth = 0, BlockRank rank = BlockRank::None);

    std::size_t articleTitle(const UnitSegment &segment, const UnitSegment *next) const;
    std::size_t headingStart(const Pieces &pieces, std::size_t from, std::size_t to, const UnitSegment *next, const Marker &unit) const;
    bool looksLikeHeading(const Pieces &pieces, std::size_t from, std::size_t to, bool nextApart) const;
    bool endedOnPurpose(const Piece &piece, const Piece &next) const;
    bool partsHeadings(const Piece &piece, const Piece &next) const;
    bool closesUnit(const Piece &above, const Piece &piece, bool last, bool hasText) const;
    int looseDepth(std::size_t line) const;
    void nameUnits();

    const Line &lineOf(const Piece &piece) const { return m_lines[piece.line]; }

    const std::vector<Line> &m_lines;
    const Hyphens &m_hyphens;
    std::vector<Join> &m_joins;
    std::vector<PlacedBlock> m_blocks;
    qsizetype m_width;
    int m_partRank = 0;               // of the last part that was named
    bool m_articlesTitled = false;    // most of them
    bool m_paragraphsInUnits = false; // blank lines stand inside units, too
};

} // namespace entente::reading
