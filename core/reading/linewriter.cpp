#include "core/reading/linewriter.h"

#include "core/base/text.h"
#include "core/reading/gaps.h"

#include <QCoreApplication>

#include <algorithm>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar Break = u'\n';

bool isDirectionControl(QChar c)
{
    return (c.unicode() >= 0x202A && c.unicode() <= 0x202E) || (c.unicode() >= 0x2066 && c.unicode() <= 0x2069);
}

/// ¹ for 1
QString superscript(const QString &digits)
{
    static const QString signs = u"⁰¹²³⁴⁵⁶⁷⁸⁹"_s;
    QString text;
    for (const QChar c : digits)
        text += c >= u'0' && c <= u'9' ? signs[c.unicode() - u'0'] : c;
    return text;
}

/// A manual break in the middle of a sentence only shapes the line: what goes on in lower case belongs to the same line.
bool goesOn(const QString &before, const QString &after)
{
    return !before.isEmpty() && !endsSentence(before) && after[0].isLower();
}

} // namespace

QString withoutDirectionControls(const QString &text, int &removed)
{
    if (std::none_of(text.cbegin(), text.cend(), isDirectionControl))
        return text;
    QString clean;
    clean.reserve(text.size());
    for (const QChar c : text) {
        if (isDirectionControl(c))
            ++removed;
        else
            clean += c;
    }
    return clean;
}

QStringList cleaningNotices(int directionControls, int unreadable)
{
    QStringList notices;
    if (directionControls > 0)
        notices += QCoreApplication::translate(
                       "reading", "Invisible signs that turn the direction of the text were taken out: %1. Compare the text with the document.")
                       .arg(directionControls);
    if (unreadable > 0)
        notices += QCoreApplication::translate("reading", "Letters of this document that cannot be read, shown as �: %1.").arg(unreadable);
    return notices;
}

Error tooManyLines()
{
    return refusal(QCoreApplication::translate("reading", "This document is longer than any that can be read: import its parts one by one."));
}

QString LineWriter::clean(const QString &text)
{
    QString words = withoutDirectionControls(cleanText(text), m_directionControls);
    // Places where a word may be parted say nothing about the word.
    words.remove(QChar(0xAD)).remove(QChar(0x200B));
    m_unreadable += static_cast<int>(words.count(QChar::ReplacementCharacter));
    return words.simplified();
}

void LineWriter::begin(const Line &look)
{
    Paragraph &paragraph = m_open.emplace_back();
    paragraph.look = look;
    paragraph.look.page = m_page;
    paragraph.startsPage = m_startsPage;
}

void LineWriter::text(const QString &words)
{
    if (m_open.empty())
        return;
    QString flat = words;
    flat.replace(Break, u' ').replace(u'\r', u' ');
    m_characters += flat.size();
    if (!isFull())
        m_open.back().words += flat;
}

void LineWriter::hidden(const QString &words)
{
    if (m_open.empty())
        return;
    m_characters += words.size();
    if (!isFull())
        m_open.back().hidden += words;
}

void LineWriter::raised(const QString &words, bool isMark)
{
    if (m_open.empty())
        return;
    const QString mark = words.trimmed();
    const bool digits = !mark.isEmpty() && std::ranges::all_of(mark, [](QChar c) { return (c >= u'0' && c <= u'9') || c == u','; });
    const QString &before = m_open.back().words;
    // "km" has a second power, "Convention" has a note.
    const auto letters = std::find_if_not(before.crbegin(), before.crend(), [](QChar c) { return c.isLetter() || u".,;:)”’\""_s.contains(c); });
    const bool noteOfWord = digits && letters - before.crbegin() >= 4;
    if ((isMark || noteOfWord) && !before.isEmpty() && !before.back().isSpace())
        text(u" "_s);
    text(digits ? superscript(mark) : isMark ? mark : words);
    if (isMark)
        text(u" "_s);
}

void LineWriter::lineBreak()
{
    if (!m_open.empty())
        m_open.back().words += Break;
}

void LineWriter::addPieces(const Paragraph &paragraph, std::vector<Line> &lines)
{
    QStringList pieces;
    for (const QString &raw : paragraph.words.split(Break)) {
        const QString piece = clean(raw);
        if (piece.isEmpty())
            continue;
        if (!pieces.isEmpty() && goesOn(pieces.back(), piece))
            pieces.back() += u' ' + piece;
        else
            pieces.append(piece);
    }
    const QString number = clean(paragraph.number);
    if (!number.isEmpty()) {
        const bool counts = std::ranges::any_of(number, [](QChar c) { return c.isLetterOrNumber(); });
        if (pieces.isEmpty() && counts)
            pieces.append(number);
        else if (!pieces.isEmpty())
            pieces.front().prepend(pieces.front().startsWith(u'(') && number.startsWith(u'제') ? number : number + u' ');
    }
    const std::size_t before = lines.size();
    for (const QString &piece : std::as_const(pieces)) {
        Line line = paragraph.look;
        line.text = piece;
        line.whole = pieces.size() == 1 && !paragraph.wrapped;
        line.gapKind = line.why.isEmpty() ? gapKind(piece) : QString();
        line.gap = !line.gapKind.isEmpty();
        lines.push_back(std::move(line));
    }
    if (const QString hidden = clean(paragraph.hidden); !hidden.isEmpty()) {
        Line line = paragraph.look;
        line.text = hidden;
        line.why = u"hidden text"_s;
        line.whole = true;
        lines.push_back(std::move(line));
    }
    if (lines.size() > before) {
        Line &first = lines[before];
        first.pageStart = paragraph.startsPage;
        m_startsPage = m_startsPage && !paragraph.startsPage;
        // Two paragraphs of several lines each stay two.
        first.blankBefore = m_count > 0 && (m_blank || (!first.whole && !paragraph.wrapped));
        m_blank = false;
        m_count += lines.size() - before;
    } else if (m_open.size() == 1) {
        m_blank = m_count > 0;
    }
}

void LineWriter::end()
{
    if (m_open.empty())
        return;
    std::vector<Line> own;
    addPieces(m_open.back(), own);
    std::ranges::move(m_open.back().behind, std::back_inserter(own));
    m_open.pop_back();
    std::vector<Line> &target = m_open.empty() ? m_lines : m_open.back().behind;
    std::ranges::move(own, std::back_inserter(target));
}

void LineWriter::pageBreak()
{
    ++m_page;
    m_startsPage = true;
    if (m_open.empty())
        return;
    Paragraph &paragraph = m_open.back();
    if (paragraph.words.trimmed().isEmpty()) {
        paragraph.look.page = m_page;
        paragraph.startsPage = true;
    }
}

void LineWriter::addBehind(Line line)
{
    line.page = m_open.empty() ? m_page : m_open.back().look.page;
    ++m_count;
    m_characters += line.text.size();
    if (!isFull())
        (m_open.empty() ? m_lines : m_open.back().behind).push_back(std::move(line));
}

void LineWriter::aside(const QString &words, const QString &why)
{
    Line line;
    line.text = clean(words);
    line.why = why;
    line.whole = true;
    if (!line.text.isEmpty())
        addBehind(std::move(line));
}

std::vector<Line> LineWriter::take()
{
    while (!m_open.empty())
        end();
    return std::move(m_lines);
}

} // namespace entente::reading
