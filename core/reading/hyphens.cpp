#include "core/reading/hyphens.h"

#include "core/base/text.h"

#include <QSet>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

bool isHyphen(QChar c)
{
    return c == u'-' || c.unicode() == 0x2010 || c.unicode() == 0x2011;
}

bool isDash(QChar c)
{
    return c.unicode() == 0x2013 || c.unicode() == 0x2014;
}

/// The word without what stands around it.
QString bare(const QString &token)
{
    qsizetype first = 0;
    qsizetype last = token.size();
    while (first < last && !token[first].isLetterOrNumber())
        ++first;
    while (last > first && !token[last - 1].isLetterOrNumber())
        --last;
    return token.mid(first, last - first);
}

/// Prefixes that English writes with a hyphen in nearly every word.
const QSet<QString> &hyphenPrefixes()
{
    static const QSet<QString> prefixes = {u"non"_s,   u"cross"_s,  u"self"_s,  u"ex"_s,    u"quasi"_s, u"pan"_s,   u"vice"_s, u"well"_s,
                                           u"all"_s,   u"half"_s,   u"high"_s,  u"low"_s,   u"long"_s,  u"short"_s, u"mid"_s,  u"semi"_s,
                                           u"like"_s,  u"full"_s,   u"far"_s,   u"one"_s,   u"two"_s,   u"three"_s, u"four"_s, u"five"_s,
                                           u"first"_s, u"second"_s, u"third"_s, u"large"_s, u"small"_s, u"socio"_s};
    return prefixes;
}

/// Second halves that make a compound of whatever stands before them.
const QSet<QString> &compoundEnds()
{
    static const QSet<QString> ends = {
        u"based"_s,   u"minded"_s, u"making"_s,      u"building"_s,  u"related"_s, u"wide"_s,     u"term"_s,     u"level"_s, u"free"_s,
        u"sharing"_s, u"range"_s,  u"funded"_s,      u"led"_s,       u"driven"_s,  u"oriented"_s, u"specific"_s, u"ended"_s, u"taking"_s,
        u"setting"_s, u"made"_s,   u"functioning"_s, u"supported"_s, u"owned"_s,   u"scale"_s,    u"depth"_s,    u"style"_s};
    return ends;
}

/// Words that are also first syllables: `with-out`, `over-all`, `under-stand`.
const QSet<QString> &syllableWords()
{
    static const QSet<QString> words = {u"with"_s,  u"over"_s, u"under"_s, u"some"_s,    u"every"_s, u"where"_s,
                                        u"there"_s, u"here"_s, u"what"_s,  u"through"_s, u"after"_s, u"fore"_s};
    return words;
}

} // namespace

Hyphens::Hyphens(const std::vector<Line> &lines)
    : m_width(wrapWidth(lines))
{
    // Only words that stand whole within a line are evidence: neither the last word of a line that ends in a hyphen nor what follows it.
    bool afterHyphen = false;
    for (const Line &line : lines) {
        const QStringView trimmed = QStringView(line.text).trimmed();
        qsizetype start = 0;
        bool first = true;
        while (start < trimmed.size()) {
            qsizetype end = start;
            while (end < trimmed.size() && !trimmed[end].isSpace())
                ++end;
            const bool lastHyphen = end == trimmed.size() && isHyphen(trimmed[end - 1]);
            if (!(first && afterHyphen) && !lastHyphen && end - start < 60)
                ++m_words[folded(bare(trimmed.mid(start, end - start).toString()))];
            if (!first && end < trimmed.size() && end - start < 60)
                m_inner.insert(folded(bare(trimmed.mid(start, end - start).toString())));
            first = false;
            start = end;
            while (start < trimmed.size() && trimmed[start].isSpace())
                ++start;
        }
        if (!trimmed.isEmpty())
            afterHyphen = isHyphen(trimmed.back());
    }
}

bool Hyphens::keepsHyphen(const QString &left, const QString &right) const
{
    const QString before = bare(left);
    const QString after = bare(right);
    if (before.isEmpty() || after.isEmpty())
        return true;
    const QString foldedBefore = folded(before);
    const QString foldedAfter = folded(after);

    const int hyphenated = m_words.value(foldedBefore + u'-' + foldedAfter);
    const int joined = m_words.value(foldedBefore + foldedAfter);
    if (hyphenated || joined)
        return hyphenated >= joined;

    if (after[0].isUpper() || after[0].isDigit() || before.back().isDigit())
        return true;
    if (before.size() > 1 && before == before.toUpper() && before != before.toLower())
        return true;
    // Of `non-state-` or `counter-` only the last part counts.
    const QString lastPart = foldedBefore.section(u'-', -1);
    if (hyphenPrefixes().contains(lastPart) || compoundEnds().contains(foldedAfter.section(u'-', 0, 0)))
        return true;
    return lastPart.size() >= 4 && foldedAfter.size() >= 4 && !syllableWords().contains(lastPart) && m_words.contains(lastPart) &&
           m_words.contains(foldedAfter);
}

/// Korean lines may also break within words, with no sign of it. Only what the document or the grammar says is joined: the whole word stands
/// elsewhere within a line and one of the halves does not, or the second half is an ending that never stands alone.
bool Hyphens::splitsKoreanWord(const QString &left, const QString &right) const
{
    const auto isHangul = [](QChar c) { return c.unicode() >= 0xAC00 && c.unicode() <= 0xD7A3; };
    if (left.isEmpty() || right.isEmpty() || !isHangul(left.back()) || !isHangul(right[0]))
        return false;
    static const QSet<QString> endings = {u"은"_s, u"는"_s, u"을"_s, u"를"_s, u"의"_s,   u"에"_s,   u"와"_s,  u"과"_s,
                                          u"도"_s, u"로"_s, u"으로"_s, u"에서"_s, u"에게"_s, u"까지"_s, u"부터"_s};
    if (endings.contains(bare(right)))
        return true;
    const QString before = folded(bare(left));
    const QString after = folded(bare(right));
    return m_inner.contains(before + after) && !(m_inner.contains(before) && m_inner.contains(after));
}

QString Hyphens::joinLines(const QStringList &lines, std::vector<Join> &joins) const
{
    QString text;
    for (const QString &raw : lines) {
        const QString line = raw.simplified();
        if (line.isEmpty())
            continue;
        if (text.isEmpty()) {
            text = line;
            continue;
        }
        const QChar last = text.back();
        const bool afterWord = text.size() > 1 && !text[text.size() - 2].isSpace();
        const bool soft = last.unicode() == 0xAD;
        const bool glued =
            afterWord && (isHyphen(last) || isDash(last) || last == u'/' || soft) && (line[0].isLetterOrNumber() || last == u'/');
        if (!glued && splitsKoreanWord(text.mid(text.lastIndexOf(u' ') + 1), line.section(u' ', 0, 0))) {
            const QString left = text.mid(text.lastIndexOf(u' ') + 1);
            const QString right = line.section(u' ', 0, 0);
            joins.push_back({left, right, left + right});
            text += line;
            continue;
        }
        if (!glued) {
            text += u' ';
            text += line;
            continue;
        }
        const QString left = text.mid(text.lastIndexOf(u' ') + 1);
        const QString right = line.section(u' ', 0, 0);
        // "pre- and post-war": the hyphen hangs, the next word is another one.
        static const QSet<QString> hanging = {u"and"_s, u"or"_s, u"to"_s, u"nor"_s};
        if (isHyphen(last) && hanging.contains(right) && !m_words.contains(folded(bare(left)) + u'-' + right)) {
            text += u' ';
            text += line;
            continue;
        }
        if (soft || (isHyphen(last) && !keepsHyphen(left, right)))
            text.chop(1);
        const QString result = text.mid(text.lastIndexOf(u' ') + 1) + right;
        joins.push_back({left, right, result});
        text += line;
    }
    return text;
}

} // namespace entente::reading
