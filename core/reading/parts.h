#pragma once

#include <QString>

#include <optional>

/// The headings that instruments print in set forms, and what else marks off their parts: annexes, enacting words, signatures.
namespace entente::reading::parts {

/// A heading that names a part of an instrument.
struct PartHead
{
    QString name;        ///< `Annex I`, `Title II`, `제1장`, `부칙`: as labels would have it.
    int rank = 1;        ///< 1 the highest: TITLE, PART, 편, annexes; 2 CHAPTER, 장; 3 SECTION, 절; 4 below.
    bool annex = false;  ///< Numbering starts again behind it, and labels begin with its name.
    bool titled = false; ///< Its title stands on its line.
};

constexpr int ArticleTitleRank = 5;
constexpr int LooseRank = 6;

/// The part that a line names, going by its form alone.
std::optional<PartHead> partHead(const QString &line);

/// "HAVE AGREED AS FOLLOWS:", "다음과 같이 합의하였다.": the preamble ends with it.
bool enacts(const QString &line);

/// "Done at …", "For the European Union", "이상의 증거로": the text ends before it.
bool signs(const QString &line);

/// Whether the text holds a verb of obliging or stating, as titles do not.
bool saysWhatIsToBeDone(const QString &text);

} // namespace entente::reading::parts
