#include "core/reading/lines.h"

#include "core/reading/gaps.h"

#include <algorithm>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

/// Lines longer than this are whole paragraphs: the text was not wrapped, and the length of a line says nothing.
constexpr qsizetype UnwrappedWidth = 160;

/// A line's length as a page shows it: a syllable of Hangul is as wide as two letters.
qsizetype columns(QStringView text)
{
    return text.size() + std::count_if(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x1100 && (c.unicode() < 0x1200 || (c.unicode() >= 0x2E80 && c.unicode() < 0xFB00) || c.unicode() >= 0xFF00); });
}

qsizetype firstWord(const QString &text)
{
    const qsizetype space = text.indexOf(u' ');
    return columns(QStringView(text).left(space < 0 ? text.size() : space));
}

} // namespace

bool isGapMark(const QString &line)
{
    return !gapKind(line).isEmpty();
}

std::vector<Line> splitLines(const QString &text)
{
    std::vector<Line> lines;
    int page = 1;
    bool blank = false;
    bool pageStart = false;
    const auto add = [&](QStringView raw) {
        const QStringView trimmed = raw.trimmed();
        if (trimmed.isEmpty()) {
            blank = true;
            return;
        }
        Line line;
        line.text = trimmed.toString();
        line.page = page;
        line.blankBefore = blank && !lines.empty();
        line.pageStart = pageStart;
        line.gapKind = gapKind(line.text);
        line.gap = !line.gapKind.isEmpty();
        lines.push_back(std::move(line));
        blank = false;
        pageStart = false;
    };
    qsizetype start = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const bool end = i == text.size();
        if (!end && text[i] != u'\n' && text[i] != u'\f')
            continue;
        // The line feed after a form feed, or the form feed after one, is no blank line.
        if (i > start)
            add(QStringView(text).mid(start, i - start));
        else if (!end && text[i] == u'\n' && !pageStart)
            blank = true;
        if (!end && text[i] == u'\f') {
            if (!lines.empty())
                ++page;
            pageStart = true;
        }
        start = i + 1;
    }
    return lines;
}

qsizetype wrapWidth(const std::vector<Line> &lines)
{
    std::vector<qsizetype> lengths;
    std::vector<qsizetype> wrapped; // how long lines that were surely wrapped would have become with one word more
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Line &line = lines[i];
        if (!line.why.isEmpty() || line.gap || line.whole)
            continue;
        lengths.push_back(columns(line.text));
        if (i + 1 == lines.size() || line.text.size() > UnwrappedWidth)
            continue;
        const Line &next = lines[i + 1];
        if (next.why.isEmpty() && !next.gap && !next.blankBefore && next.page == line.page && next.text[0].isLower() && !endsSentence(line.text))
            wrapped.push_back(lengths.back() + 1 + firstWord(next.text));
    }
    if (lengths.empty())
        return 0;
    const auto at = [](std::vector<qsizetype> &values, std::size_t place) {
        std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(place), values.end());
        return values[place];
    };
    // Letters of different width leave a margin; where all are alike the lines tell so themselves.
    const qsizetype width = at(lengths, (lengths.size() - 1) * 9 / 10) * 4 / 5;
    constexpr std::size_t Enough = 10;
    return wrapped.size() < Enough ? width : std::max(width, at(wrapped, wrapped.size() / 20) - 1);
}

bool endsSentence(const QString &text)
{
    qsizetype last = text.size() - 1;
    while (last >= 0 && u"\"'”’»)]"_s.contains(text[last]))
        --last;
    if (last < 0)
        return false;
    const bool closed = last < text.size() - 1;
    // "(FIMI)" ends nothing, "(see there.)" does; a colon or semicolon counts only at the very end.
    return u".!?。"_s.contains(text[last]) || (!closed && u":;"_s.contains(text[last]));
}

bool endedEarly(const QString &line, const QString &next, qsizetype width)
{
    return width > UnwrappedWidth || columns(line) + 1 + firstWord(next) <= width;
}

} // namespace entente::reading
