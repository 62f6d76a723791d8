#pragma once

#include "core/base/result.h"
#include "core/base/vocabulary.h"
#include "core/reading/numberformat.h"

#include <QByteArray>
#include <QHash>
#include <QSet>

#include <array>
#include <map>
#include <optional>

namespace entente::reading {

class XmlSource;

/// The automatic numbers of a Word file: what Word draws before a paragraph and keeps nowhere as text.
///
/// A paragraph names a list (`num`) and a level. Lists point to a definition (`abstractNum`) with nine levels; lists of one definition count on together,
/// unless a list says where it starts anew (`startOverride`, once, when it is first used). A level starts anew after any level above it, or after the one it
/// names (`lvlRestart`), or never (0). ECMA-376 part 1, 17.9.
class DocxNumbering
{
public:
    Result<void> read(const QByteArray &xml);

    struct Number
    {
        QString text;
        bool isBullet = false;
    };
    /// Counts one on and gives the number as printed. `list` 0 or an unknown one has none.
    Number next(int list, int level);
    /// The level that a list keeps for paragraphs of a style.
    std::optional<int> levelOfStyle(int list, const QString &style) const;

    static constexpr int Levels = 9;

private:
    struct Level
    {
        int start = 1;
        NumberFormat format = NumberFormat::Decimal;
        QString text;
        std::optional<int> restart;
        bool digitsOnly = false; ///< Levels above are written in digits, too.
        QString style;
    };
    struct Definition
    {
        std::array<Level, Levels> levels;
        QString linkedStyle;  ///< The levels are those of the definition that defines this style.
        QString definesStyle;
    };
    struct List
    {
        int definition = -1;
        std::map<int, int> starts;
        std::map<int, Level> levels;
    };

    void readDefinition(XmlSource &xml);
    void readList(XmlSource &xml);
    static Level readLevel(XmlSource &xml);
    const Level *level(int list, int level) const;
    int definitionOf(int list) const;

    QHash<int, Definition> m_definitions;
    QHash<int, List> m_lists;
    QHash<QString, int> m_definitionOfStyle;
    QHash<int, std::array<std::optional<int>, Levels>> m_counters; // by definition
    QSet<std::pair<int, int>> m_started;                            // list and level whose own start has been used
};

/// The sign of a bullet, whatever font it came from.
QString bulletSign(const QString &printed);

} // namespace entente::reading
