#pragma once

#include "core/base/vocabulary.h"
#include "core/reading/numberformat.h"

#include <QHash>
#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace entente::reading {

class XmlSource;

/// The automatic numbers of an OpenDocument text: lists stand around their items, levels within levels, and outline numbers before headings.
///
/// A list begins anew unless it says that it continues another; an item may say its number; a list that stands within an item without a paragraph of its own goes
/// on where it was. OpenDocument 1.3 part 3, 5.3 and 19.880.
class OdtLists
{
public:
    static constexpr int Levels = 10;

    /// Reads `text:list-style` or `text:outline-style` to its end.
    void readStyle(XmlSource &xml, bool isOutline);

    void beginList(const QString &style, const QString &id, bool continues, const QString &continuedId);
    void endList();
    void beginItem(std::optional<int> start, bool hasNumber);
    int depth() const { return static_cast<int>(m_open.size()); }

    /// The number before the paragraph that begins here: of the open item if this is its first, by the style of the list or else of the paragraph.
    QString paragraphNumber(const QString &styleOfParagraph);
    /// The number before a heading outside of lists; `level` from 1.
    QString headingNumber(int level, std::optional<int> start);

private:
    struct Level
    {
        NumberFormat format = NumberFormat::None;
        QString bullet;
        QString prefix;
        QString suffix;
        QString pattern; ///< `%1%.%2%.`; newer files say all in one.
        int shown = 1;   ///< Levels, this included.
        int start = 1;
    };
    using Style = std::array<Level, Levels>;
    using Counters = std::array<std::optional<int>, Levels>;
    struct Open
    {
        QString style;
        QString id;
        bool waits = false; ///< The item has no paragraph yet.
        bool itemHasParagraph = false;
        std::optional<int> start;
    };

    static Level readLevel(XmlSource &xml);
    static QString count(const Style &style, int level, Counters &counters, std::optional<int> start);

    QHash<QString, Style> m_styles;
    Style m_outline;
    Counters m_outlineCounters;
    std::vector<Open> m_open;
    Counters m_counters;
    QHash<QString, Counters> m_ofId;
    QHash<QString, Counters> m_ofStyle;
};

} // namespace entente::reading
