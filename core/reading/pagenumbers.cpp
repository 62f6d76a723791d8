#include "core/reading/pagenumbers.h"

#include "core/reading/numbers.h"
#include "core/reading/parts.h"
#include "core/reading/patterns.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestFurniture = 120;
constexpr std::size_t FewestLines = 4; ///< From one page number to the next, on average; what comes thicker counts something else.

/// Figures become #, months @: what changes from page to page.
QString evened(const QString &text)
{
    static const QRegularExpression month(
        uR"(\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"_s);
    static const QRegularExpression figures(uR"(\d+)"_s);
    QString key = text;
    if (text.size() > 4)
        key.replace(month, u"@"_s);
    return key.replace(figures, u"#"_s);
}

/// Numbers of units, points of lists and heads of parts come back, too, and are no furniture.
bool isStructural(const QString &text)
{
    const auto found = numbers::startingNumbers(text);
    if (!found.empty() && found.front().style.shape != numbers::Shape::Bare)
        return true;
    static const QRegularExpression named(uR"(^[\[(]?(?:paragraph|point|item|table|figure|표|그림)\s*\d)"_s, QRegularExpression::CaseInsensitiveOption);
    return parts::partHead(text).has_value() || named.match(text.left(24)).hasMatch();
}

} // namespace

Shape shapeOf(const Line &line)
{
    const QString &text = line.text;
    Shape shape;
    if (line.gap || text.isEmpty() || text.size() > LongestFurniture || u";,:"_s.contains(text.back()) || line.part == Part::Cell || line.part == Part::Note)
        return shape;
    if (const auto number = patterns::pageNumber(text)) {
        shape.key = shape.counted = u"#"_s;
        shape.number = number;
        shape.said = std::any_of(text.begin(), text.end(), [](QChar c) { return !c.isDigit() && !c.isSpace() && !c.isLower(); }) || text.size() > 6;
        return shape;
    }
    if (patterns::isReference(text) || !patterns::subjectCodes(text).isEmpty()) {
        shape.key = text;
        return shape;
    }
    if (isStructural(text))
        return shape;
    shape.key = evened(text);
    static const QRegularExpression atEnd(uR"(^(\D.*?[\s|–-])(\d{1,4})(\s*(?:/|of)\s*\d{1,4})?(\s+[A-Z]{2}|\s*[|–-])?$)"_s);
    static const QRegularExpression atStart(uR"(^(\d{1,4})(\s*[|–-]\s*|\s+)(\D.*[^.;:,])$)"_s);
    if (const auto match = atEnd.match(text); match.hasMatch()) {
        shape.counted = match.captured(1) + u'#' + match.captured(3) + match.captured(4);
        shape.number = match.captured(2).toInt();
    } else if (const auto other = atStart.match(text); other.hasMatch()) {
        shape.counted = u'#' + other.captured(3);
        shape.number = other.captured(1).toInt();
    }
    return shape;
}

std::vector<std::size_t> pageNumberChain(const std::vector<Line> &lines, const std::vector<Shape> &shapes)
{
    struct Tail
    {
        int length = 0;
        std::size_t line = 0;
        std::size_t first = 0;
    };
    std::vector<std::ptrdiff_t> previous(lines.size(), -1);
    QHash<QString, QHash<int, Tail>> tails;
    Tail best;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!shapes[i].number)
            continue;
        auto &ofKey = tails[shapes[i].counted];
        const Tail before = ofKey.value(*shapes[i].number - 1);
        if (before.length > 0)
            previous[i] = static_cast<std::ptrdiff_t>(before.line);
        const Tail tail{before.length + 1, i, before.length > 0 ? before.first : i};
        if (tail.length >= ofKey.value(*shapes[i].number).length)
            ofKey[*shapes[i].number] = tail;
        const bool sparse = tail.length < 2 || shapes[i].said || (i - tail.first) >= FewestLines * static_cast<std::size_t>(tail.length - 1);
        if (tail.length > best.length && sparse)
            best = tail;
    }
    std::vector<std::size_t> chain;
    int enough = best.length > 0 && shapes[best.line].said ? 2 : 3;
    if (best.length == 2 && best.first > 0 && best.line + 4 > lines.size() && *shapes[best.first].number == 1) {
        // Two pages: the second number ends the text, and the same line stands above both.
        enough = lines[best.first - 1].text == lines[best.line - 1].text ? 2 : 3;
        for (std::size_t n = 1; n + best.line < lines.size() && n + best.first < best.line; ++n)
            enough = lines[best.first + n].text == lines[best.line + n].text ? 2 : enough;
    }
    if (best.length >= enough) {
        for (std::ptrdiff_t i = static_cast<std::ptrdiff_t>(best.line); i >= 0; i = previous[static_cast<std::size_t>(i)])
            chain.push_back(static_cast<std::size_t>(i));
        std::reverse(chain.begin(), chain.end());
    }
    return chain;
}

void numberPages(std::vector<Line> &lines, const std::vector<Shape> &shapes)
{
    struct Run
    {
        std::size_t first = 0;
        std::size_t end = 0;
        std::size_t length() const { return end - first; }
    };
    std::vector<Run> runs;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].why.isEmpty())
            continue;
        if (runs.empty() || runs.back().end != i)
            runs.push_back({i, i});
        runs.back().end = i + 1;
    }
    const auto startsWith = [&](const Run &run, const Run &head) {
        if (run.length() < head.length() || head.length() == 0)
            return false;
        for (std::size_t n = 0; n < head.length(); ++n) {
            if (shapes[run.first + n].key != shapes[head.first + n].key)
                return false;
        }
        return true;
    };
    Run footer; // of no length: not known
    if (!runs.empty() && runs.back().end == lines.size())
        footer = runs.back();
    Run header;
    for (const Run &run : runs) {
        if (run.end != lines.size() && startsWith(run, footer) && run.length() > footer.length()) {
            header = Run{run.first + footer.length(), run.end};
            break;
        }
    }
    if (header.length() == 0 && !runs.empty() && runs.front().first == 0)
        header = runs.front();

    std::vector<std::size_t> breaks; // a page begins at these lines
    for (const Run &run : runs) {
        if (run.first == 0 || run.end == lines.size())
            continue;
        if (startsWith(run, footer)) {
            breaks.push_back(run.first + footer.length());
        } else if (startsWith(run, header)) {
            breaks.push_back(run.first);
        } else {
            std::size_t at = run.first;
            for (std::size_t i = run.first; i < run.end; ++i) {
                if (shapes[i].number)
                    at = i + 1;
            }
            breaks.push_back(at);
        }
    }
    int page = 1;
    std::size_t next = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (next < breaks.size() && i >= breaks[next]) {
            ++page;
            ++next;
        }
        lines[i].page = page;
    }
}

} // namespace entente::reading
