#include "core/reading/lines.h"

#include "core/reading/gaps.h"

#include <algorithm>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

/// Lines longer than this are whole paragraphs: the text was not wrapped, and the length of a line says nothing.
constexpr qsizetype UnwrappedWidth = 200;

/// A line's length as a page shows it: a syllable of Hangul is as wide as two letters.
qsizetype columns(QStringView text)
{
    return text.size() + std::count_if(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x1100 && (c.unicode() < 0x1200 || (c.unicode() >= 0x2E80 && c.unicode() < 0xFB00) || c.unicode() >= 0xFF00); });
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
    for (const Line &line : lines) {
        if (line.why.isEmpty() && !line.gap && !line.whole)
            lengths.push_back(columns(line.text));
    }
    if (lengths.empty())
        return 0;
    const auto decile = lengths.begin() + static_cast<std::ptrdiff_t>((lengths.size() - 1) * 9 / 10);
    std::nth_element(lengths.begin(), decile, lengths.end());
    return *decile;
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
    if (width > UnwrappedWidth)
        return true;
    const qsizetype space = next.indexOf(u' ');
    const qsizetype word = columns(QStringView(next).left(space < 0 ? next.size() : space));
    return (columns(line) + 1 + word) * 5 <= width * 4;
}

} // namespace entente::reading
