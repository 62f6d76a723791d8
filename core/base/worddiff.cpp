#include "core/base/worddiff.h"

#include <QStringView>

#include <algorithm>

namespace entente::base {

namespace {

using Kind = WordRun::Kind;

constexpr qsizetype MostEdits = 3000; ///< Beyond it, the middle of two texts counts as replaced: memory stays below some 40 MB.

/// A word or a mark, with the white space behind it.
struct Token
{
    QStringView text;
    qsizetype offset = 0;
    qsizetype end = 0;
};

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

std::vector<Token> tokensOf(const QString &text)
{
    std::vector<Token> tokens;
    const QStringView view(text);
    for (qsizetype i = 0; i < text.size();) {
        if (text[i].isSpace()) {
            ++i;
            continue;
        }
        qsizetype end = i + 1;
        if (isWordCharacter(text[i])) {
            while (end < text.size() && isWordCharacter(text[end]))
                ++end;
        }
        tokens.push_back({view.mid(i, end - i), i, end});
        i = end;
    }
    // Between them the tokens cover the text.
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (i == 0)
            tokens[i].offset = 0;
        tokens[i].end = i + 1 < tokens.size() ? tokens[i + 1].offset : text.size();
    }
    return tokens;
}

/// Which tokens of the middle are kept, as pairs of indexes, by Myers' greedy algorithm; empty when it takes more than `MostEdits`.
std::vector<std::pair<qsizetype, qsizetype>> keptTokens(const Token *a, qsizetype n, const Token *b, qsizetype m)
{
    std::vector<std::pair<qsizetype, qsizetype>> kept;
    const qsizetype most = std::min(n + m, MostEdits);
    std::vector<std::vector<int>> trace; // the furthest points of each round: index k + d
    std::vector<int> furthest(static_cast<std::size_t>(2 * most + 3), 0);
    const auto at = [&](qsizetype k) -> int & { return furthest[static_cast<std::size_t>(k + most + 1)]; };
    qsizetype rounds = -1;
    for (qsizetype d = 0; d <= most && rounds < 0; ++d) {
        for (qsizetype k = -d; k <= d; k += 2) {
            const bool down = k == -d || (k != d && at(k - 1) < at(k + 1));
            qsizetype x = down ? at(k + 1) : at(k - 1) + 1;
            qsizetype y = x - k;
            while (x < n && y < m && a[x].text == b[y].text)
                ++x, ++y;
            at(k) = int(x);
            if (x >= n && y >= m) {
                rounds = d;
                break;
            }
        }
        trace.emplace_back(furthest.begin() + (most + 1 - d), furthest.begin() + (most + 2 + d));
    }
    if (rounds < 0)
        return kept;
    qsizetype x = n;
    qsizetype y = m;
    for (qsizetype d = rounds; d >= 0; --d) {
        const qsizetype k = x - y;
        qsizetype beforeX = 0;
        qsizetype beforeY = 0;
        if (d > 0) {
            const auto &points = trace[static_cast<std::size_t>(d - 1)];
            const auto point = [&](qsizetype line) { return line < -(d - 1) || line > d - 1 ? -1 : points[static_cast<std::size_t>(line + d - 1)]; };
            const bool down = k == -d || (k != d && point(k - 1) < point(k + 1));
            const qsizetype line = down ? k + 1 : k - 1;
            beforeX = point(line);
            beforeY = beforeX - line;
        }
        const qsizetype startX = d > 0 ? (beforeX - beforeY > k ? beforeX : beforeX + 1) : 0;
        while (x > startX && y > 0 && x - 1 >= 0) {
            kept.emplace_back(--x, --y);
        }
        x = beforeX;
        y = beforeY;
    }
    std::reverse(kept.begin(), kept.end());
    return kept;
}

bool isHangul(QChar c)
{
    return c.unicode() >= 0xAC00 && c.unicode() <= 0xD7A3;
}

class Runs
{
public:
    Runs(const QString &oldText, const QString &newText) : m_old(oldText), m_new(newText) {}

    void same(qsizetype oldLength, qsizetype newLength)
    {
        // Lengths that differ by white space stay in a run of their own, so that places can be carried over.
        const bool even = oldLength == newLength;
        if (!m_runs.empty() && even && m_runs.back().kind == Kind::Same && m_runs.back().oldLength == m_runs.back().newLength) {
            m_runs.back().oldLength += oldLength;
            m_runs.back().newLength += newLength;
            m_oldPlace += oldLength;
            m_newPlace += newLength;
        } else {
            add(Kind::Same, oldLength, newLength);
        }
    }

    void replaced(qsizetype oldLength, qsizetype newLength)
    {
        const QStringView removed = QStringView(m_old).mid(m_oldPlace, oldLength);
        const QStringView added = QStringView(m_new).mid(m_newPlace, newLength);
        qsizetype head = 0;
        qsizetype tail = 0;
        const qsizetype shorter = std::min(oldLength, newLength);
        while (head < shorter && removed[head] == added[head] && isHangul(removed[head]))
            ++head;
        while (tail < shorter - head && removed[oldLength - 1 - tail] == added[newLength - 1 - tail])
            ++tail;
        // At the end only whole syllables, with the white space behind them.
        while (tail > 0 && !isHangul(removed[oldLength - tail]))
            --tail;
        if (head > 0)
            same(head, head);
        if (oldLength > head + tail)
            add(Kind::Removed, oldLength - head - tail, 0);
        if (newLength > head + tail)
            add(Kind::Added, 0, newLength - head - tail);
        if (tail > 0)
            same(tail, tail);
    }

    std::vector<WordRun> take() { return std::move(m_runs); }

private:
    void add(Kind kind, qsizetype oldLength, qsizetype newLength)
    {
        if (oldLength == 0 && newLength == 0)
            return;
        m_runs.push_back({kind, m_oldPlace, oldLength, m_newPlace, newLength});
        m_oldPlace += oldLength;
        m_newPlace += newLength;
    }

    const QString &m_old;
    const QString &m_new;
    std::vector<WordRun> m_runs;
    qsizetype m_oldPlace = 0;
    qsizetype m_newPlace = 0;
};

} // namespace

std::vector<WordRun> wordDifference(const QString &oldText, const QString &newText)
{
    const std::vector<Token> a = tokensOf(oldText);
    const std::vector<Token> b = tokensOf(newText);
    const auto n = static_cast<qsizetype>(a.size());
    const auto m = static_cast<qsizetype>(b.size());
    Runs runs(oldText, newText);
    if (n == 0 || m == 0) {
        runs.replaced(oldText.size(), newText.size());
        return runs.take();
    }
    qsizetype head = 0;
    while (head < n && head < m && a[std::size_t(head)].text == b[std::size_t(head)].text)
        ++head;
    qsizetype tail = 0;
    while (tail < n - head && tail < m - head && a[std::size_t(n - 1 - tail)].text == b[std::size_t(m - 1 - tail)].text)
        ++tail;

    std::vector<std::pair<qsizetype, qsizetype>> kept;
    for (qsizetype i = 0; i < head; ++i)
        kept.emplace_back(i, i);
    auto middle = keptTokens(a.data() + head, n - head - tail, b.data() + head, m - head - tail);
    const auto words = std::count_if(middle.begin(), middle.end(), [&](const auto &pair) { return a[std::size_t(head + pair.first)].text.size() > 3; });
    // Articles and commas that two different sentences share tell nobody anything.
    if (head + tail > 0 || words * 8 >= std::min(n, m) - head - tail) {
        for (const auto &[i, j] : middle)
            kept.emplace_back(head + i, head + j);
    }
    for (qsizetype i = tail; i > 0; --i)
        kept.emplace_back(n - i, m - i);

    qsizetype oldToken = 0;
    qsizetype newToken = 0;
    const auto replaceUpTo = [&](qsizetype oldEnd, qsizetype newEnd) {
        const qsizetype oldFrom = oldToken < n ? a[std::size_t(oldToken)].offset : oldText.size();
        const qsizetype newFrom = newToken < m ? b[std::size_t(newToken)].offset : newText.size();
        const qsizetype oldTo = oldEnd < n ? a[std::size_t(oldEnd)].offset : oldText.size();
        const qsizetype newTo = newEnd < m ? b[std::size_t(newEnd)].offset : newText.size();
        if (oldTo > oldFrom || newTo > newFrom)
            runs.replaced(oldTo - oldFrom, newTo - newFrom);
        oldToken = oldEnd;
        newToken = newEnd;
    };
    for (const auto &[i, j] : kept) {
        replaceUpTo(i, j);
        const Token &before = a[std::size_t(i)];
        const Token &after = b[std::size_t(j)];
        runs.same(before.end - before.offset, after.end - after.offset);
        oldToken = i + 1;
        newToken = j + 1;
    }
    replaceUpTo(n, m);
    return runs.take();
}

Stretch movedStretch(const std::vector<WordRun> &difference, const Stretch &stretch)
{
    const qsizetype end = stretch.offset + stretch.length;
    qsizetype newStart = -1;
    qsizetype newEnd = -1;
    for (std::size_t i = 0; i < difference.size(); ++i) {
        const WordRun &run = difference[i];
        const qsizetype runEnd = run.oldOffset + run.oldLength;
        if (run.oldLength == 0 || runEnd <= stretch.offset || run.oldOffset >= end)
            continue;
        const bool replaced = run.kind == Kind::Removed && i + 1 < difference.size() && difference[i + 1].kind == Kind::Added;
        if (newStart < 0) {
            const qsizetype within = run.kind == Kind::Same ? std::min(std::max<qsizetype>(0, stretch.offset - run.oldOffset), run.newLength) : 0;
            newStart = run.newOffset + within;
        }
        if (run.kind == Kind::Same)
            newEnd = run.newOffset + std::min(std::min(end, runEnd) - run.oldOffset, run.newLength);
        else
            newEnd = replaced ? difference[i + 1].newOffset + difference[i + 1].newLength : run.newOffset;
    }
    if (newStart < 0) {
        // Beyond the text, or of no length.
        for (const WordRun &run : difference) {
            if (run.kind == Kind::Same && stretch.offset >= run.oldOffset && stretch.offset <= run.oldOffset + run.oldLength)
                newStart = run.newOffset + std::min(stretch.offset - run.oldOffset, run.newLength);
        }
        newStart = std::max<qsizetype>(newStart, 0);
        newEnd = newStart;
    }
    return {newStart, std::max<qsizetype>(0, newEnd - newStart)};
}

} // namespace entente::base
