#include "core/reading/furniture.h"

#include <QRegularExpression>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t LongestNotes = 60; ///< In lines, on one page.

/// The short line that papers draw above their footnotes.
bool isRule(const QString &line)
{
    static const QRegularExpression rule(uR"(^(?:[_‾─━—]{3,}|-{5,}|(?:[-_]\s){4,}[-_]?)$)"_s);
    return line.size() >= 3 && line.size() <= 120 && rule.match(line).hasMatch();
}

bool startsWithRaisedFigure(const QString &line)
{
    return !line.isEmpty() && u"¹²³⁴⁵⁶⁷⁸⁹"_s.contains(line[0]);
}

} // namespace

bool startsNote(const QString &line)
{
    static const QRegularExpression number(uR"(^(?:[¹²³⁴-⁹⁰]+\s*\S|\d{1,3}\s+["“'(]?[\p{Lu}\p{Lo}]|\(?\d{1,3}\)\s+\S|\[\d{1,3}\]\s*\S|[*†‡]{1,3}\s*\S|주\s*\d{0,2}\)))"_s);
    return number.match(line.left(16)).hasMatch();
}

void markNotes(std::vector<Line> &lines)
{
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!lines[i].why.isEmpty() || lines[i].part != Part::Body)
            continue;
        const bool rule = isRule(lines[i].text);
        if (!rule && !startsWithRaisedFigure(lines[i].text))
            continue;
        // The notes are what follows to the end of the page; a text without pages ends them with a blank line or with its end.
        std::size_t first = rule ? i + 1 : i;
        while (first < lines.size() && !lines[first].why.isEmpty())
            ++first;
        if (first >= lines.size() || lines[first].page != lines[i].page || !startsNote(lines[first].text))
            continue;
        const bool paged = lines.back().page > 1;
        std::size_t end = first;
        for (; end < lines.size() && lines[end].page == lines[first].page; ++end) {
            const Line &line = lines[end];
            if (!line.why.isEmpty() && !paged)
                break;
            if (!paged && end > first && line.blankBefore && !startsNote(line.text))
                break;
            if (line.gap)
                break;
        }
        if (end - first > LongestNotes)
            continue;
        if (rule)
            lines[i].why = u"rule"_s;
        for (std::size_t n = first; n < end; ++n) {
            if (lines[n].why.isEmpty())
                lines[n].part = Part::Note;
        }
        i = end - 1;
    }
}

} // namespace entente::reading
