#include "core/reading/pdffragments.h"

#include "core/base/text.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr double WideGap = 2.2;     ///< Parts cells, in sizes of the letters.
constexpr double MarginZone = 0.07; ///< Of a page's height, where only headers and footers stand; its first and last row may be ones, too.
constexpr double TightGap = 0.35;   ///< Parts no words but those that the page draws in several steps.
constexpr std::size_t MostMended = 600; ///< So many fragments of a page are compared with each other.
constexpr double WordGap = 0.13;        ///< Parts words, in sizes of the letters.
constexpr double RaisedSize = 0.75;     ///< Marks of notes are smaller than that part of what stands around them.

/// How high the ink of a text reaches above its line and how deep below, in parts of its size; about the same in all fonts.
struct Reach
{
    double above = 0;
    double below = 0;
};

Reach reachOf(QStringView text)
{
    static const QString tall = u"bdfhiklt!?“”‘’'\"*&%#§£/|()[]{}"_s;
    static const QString deep = u"gjpqy()[]{}|,;çµ"_s;
    static const QString flat = u"-–—·~=+<>…._"_s;
    Reach reach;
    bool plain = false;
    for (const QChar c : text) {
        if (c.isSpace())
            continue;
        const char16_t code = c.unicode();
        if ((code >= 0x1100 && code <= 0x11FF) || (code >= 0x2E80 && code <= 0xD7FB) || (code >= 0xF900 && code < 0xFFF0)) {
            reach.above = std::max(reach.above, 0.80);
            reach.below = std::max(reach.below, 0.10);
            continue;
        }
        if (tall.contains(c) || c.isUpper() || c.isDigit() || code > 0xBF)
            reach.above = std::max(reach.above, 0.69);
        else if (!flat.contains(c) && c != u',')
            plain = true;
        if (deep.contains(c))
            reach.below = std::max(reach.below, c == u',' || c == u';' ? 0.14 : 0.21);
    }
    if (plain)
        reach.above = std::max(reach.above, 0.46);
    if (reach.above == 0)
        reach.above = 0.3;
    return reach;
}

bool isHangulOrHan(QChar c)
{
    const char16_t code = c.unicode();
    return (code >= 0x1100 && code <= 0x11FF) || (code >= 0x3040 && code <= 0xD7FB) || (code >= 0xF900 && code <= 0xFAFF);
}

/// How wide a text should be, in parts of its size.
double reachAcross(QStringView text)
{
    double width = 0;
    for (const QChar c : text)
        width += c.isMark() || c.isLowSurrogate() ? 0 : (isHangulOrHan(c) ? 0.92 : (c.isSpace() ? 0.26 : 0.48));
    return width;
}

void measure(Fragment &fragment, const std::vector<PdfPiece> &pieces)
{
    for (const PdfPiece &piece : pieces)
        fragment.box = fragment.box.isNull() ? piece.box : fragment.box.united(piece.box);
    if (fragment.box.isNull())
        return;
    const QString text = fragment.text.trimmed();
    const Reach reach = reachOf(text);
    fragment.size = fragment.box.height() / (reach.above + reach.below);
    fragment.baseline = fragment.box.bottom() - reach.below * fragment.size;
    // Two letters or more that rise far above their width are written aslant or up the page.
    const double across = reachAcross(text);
    fragment.slanted = text.size() >= 2 && across > 0 && fragment.size > 2.2 * fragment.box.width() / across && fragment.box.height() > 18;
    // Letters drawn one by one along a slope: each box lies higher or deeper than the one before.
    if (pieces.size() >= 3 && fragment.box.height() > 30) {
        double steps = 0;
        for (std::size_t n = 1; n < pieces.size(); ++n)
            steps += pieces[n].box.center().y() - pieces[n - 1].box.center().y();
        fragment.slanted = fragment.slanted || std::abs(steps) > fragment.box.height() * 0.4;
    }
}

/// Whether what stands before a gap is the number or the bullet of what stands behind it.
bool isMarker(const QString &text, bool margin)
{
    static const QRegularExpression marker(
        uR"(^(?:[(\[]?(?:\d{1,3}[a-z]?|[ivxlcIVXLC]{1,6}|\w)(?:\.\d{1,3})*[)\].:]{1,2}|[^\w\s]{1,2}|[①-⑳]|제\s*\d+\s*[조장절관항호편](?:의\s*\d+)?|(?:Article|Art\.|Chapter|Section|Annex|Title|Part)\s+\w{1,5}[.:]?)$)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    // Bare numbers in headers and footers count pages.
    static const QRegularExpression bare(uR"(^(?:\d{1,3}(?:\.\d{1,3})*|[ivxIVX]{1,5})$)"_s);
    return marker.match(text).hasMatch() || (!margin && bare.match(text).hasMatch());
}

/// Where a line is to be parted: the starts of pieces that stand far to the right of the one before.
std::vector<std::size_t> partings(const PdfTextLine &line, const Fragment &whole, bool margin)
{
    std::vector<std::size_t> cuts;
    if (whole.slanted || whole.size <= 0)
        return cuts;
    qsizetype from = 0;
    for (std::size_t n = 1; n < line.pieces.size(); ++n) {
        const PdfPiece &piece = line.pieces[n];
        const double gap = piece.box.left() - line.pieces[n - 1].box.right();
        if (gap < WideGap * whole.size || piece.start <= from || !line.text[piece.start - 1].isSpace())
            continue;
        const QString before = line.text.mid(from, piece.start - from).trimmed();
        const QString behind = line.text.mid(piece.start).trimmed();
        // A number belongs to what it counts, and so does that of a page in a table of contents.
        static const QRegularExpression figures(uR"(^[\divxlc]{1,4}$)"_s);
        if (before.isEmpty() || isMarker(before, margin) || (!margin && figures.match(behind).hasMatch()))
            continue;
        cuts.push_back(n);
        from = piece.start;
    }
    return cuts;
}

/// Parts the raised marks of notes from the words that they stand at.
QString withMarksParted(const PdfTextLine &line, std::size_t first, std::size_t end, const Fragment &whole, bool &opensNote)
{
    const qsizetype to = end < line.pieces.size() ? line.pieces[end].start : line.text.size();
    QString text;
    for (std::size_t n = first; n < end; ++n) {
        const qsizetype from = n == first ? (first == 0 ? 0 : line.pieces[n].start) : line.pieces[n].start;
        const QString run = line.text.mid(from, (n + 1 < end ? line.pieces[n + 1].start : to) - from);
        const QRectF &box = line.pieces[n].box;
        static const QRegularExpression mark(uR"(^\s*(?:\d{1,3}|[*†‡§]{1,3})\s*$)"_s);
        const bool raised = mark.match(run).hasMatch() && whole.size > 0 && box.height() < 0.69 * RaisedSize * whole.size &&
                            box.bottom() < whole.baseline - 0.12 * whole.size;
        if (raised && text.trimmed().isEmpty())
            opensNote = true;
        // Units keep their powers: km², m3.
        static const QRegularExpression unit(uR"((?:^|[\s\d])(?:[kcmd]?m|CO)$)"_s);
        const bool power = run.trimmed().size() == 1 && unit.match(text).hasMatch();
        const bool parts = raised && !power && !text.isEmpty() && !text.back().isSpace() && !text.back().isDigit();
        if (parts)
            text += u' ';
        text += run;
        if (raised && !power && n + 1 < end && !run.back().isSpace() && line.text[line.pieces[n + 1].start].isLetter())
            text += u' ';
    }
    return text;
}

/// Whether the second goes on in the line of the first: what raised marks and changes of font had parted.
bool goesOn(const Fragment &first, const Fragment &second)
{
    if (first.slanted || second.slanted || first.box.isNull() || second.box.isNull())
        return false;
    const double size = std::max(first.size, second.size);
    const double gap = second.box.left() - first.box.right();
    const double overlap = std::min(first.box.bottom(), second.box.bottom()) - std::max(first.box.top(), second.box.top());
    return gap > -0.3 * size && gap < 1.2 * size && overlap > 0.4 * std::min(first.box.height(), second.box.height()) &&
           std::abs(first.baseline - second.baseline) < 0.45 * size;
}

void append(Fragment &first, const Fragment &second, bool spaceBetween)
{
    const double gap = second.box.left() - first.box.right();
    const bool space = spaceBetween || gap > WordGap * std::max(first.size, second.size);
    first.text += (space ? u" "_s : QString()) + second.text;
    first.box = first.box.united(second.box);
    if (second.size > first.size) {
        first.size = second.size;
        first.baseline = second.baseline;
    }
}

} // namespace

QString typedText(const QString &text)
{
    QString typed;
    typed.reserve(text.size());
    for (const QChar c : text) {
        switch (c.unicode()) {
        case 0x02:   // what PDFium makes of a hyphen at the end of a line
        case 0xFFFE: // the same
        case 0xAD:   // on paper a soft hyphen is one that shows
        case 0x2010:
        case 0x2011:
            typed += u'-';
            break;
        case 0xA0:
        case 0x2007:
        case 0x202F:
        case u'\t':
        case u'\n':
        case u'\r':
        case u'\f':
            typed += u' ';
            break;
        case 0xFB00:
        case 0xFB01:
        case 0xFB02:
        case 0xFB03:
        case 0xFB04:
        case 0xFB05:
        case 0xFB06:
            typed += QString(c).normalized(QString::NormalizationForm_KC);
            break;
        default:
            typed += c;
        }
    }
    return base::cleanText(typed).simplified();
}

PdfPage upright(const PdfPage &page)
{
    int tall = 0;
    int wide = 0;
    int across = 0; // the way from line to line
    int along = 0;  // the way from piece to piece within lines
    QRectF all;
    const QRectF *before = nullptr;
    for (const PdfTextLine &line : page.lines) {
        QRectF box;
        for (std::size_t n = 0; n < line.pieces.size(); ++n) {
            box = box.united(line.pieces[n].box);
            if (n > 0)
                along += line.pieces[n].box.center().x() > line.pieces[n - 1].box.center().x() ? 1 : -1;
        }
        all = all.united(box);
        if (line.text.trimmed().size() < 4 || line.pieces.empty())
            continue;
        (box.height() > box.width() * 1.5 ? tall : wide) += 1;
        if (before)
            across += line.pieces.front().box.center().x() > before->center().x() ? 1 : -1;
        before = &line.pieces.front().box;
    }
    const double width = page.size.width();
    const double height = page.size.height();
    const bool quarter = tall > wide && tall >= 2;
    const bool half = !quarter && wide >= 2 && 2 * along < -static_cast<int>(page.lines.size());
    const bool turnedAway = !quarter && !half && (width > height ? all.top() < -2 : all.right() > width + 2 && all.bottom() <= height + 2);
    PdfPage turned = page;
    for (PdfTextLine &line : turned.lines) {
        for (PdfPiece &piece : line.pieces) {
            const QRectF box = piece.box;
            if (half)
                piece.box = {width - box.right(), height - box.bottom(), box.width(), box.height()};
            else if (quarter && across >= 0)
                piece.box = {height - box.bottom(), box.left(), box.height(), box.width()};
            else if (quarter)
                piece.box = {width - height + box.top(), height - box.right(), box.height(), box.width()};
            else if (turnedAway)
                piece.box.translate(0, width - height);
        }
    }
    if (turnedAway) {
        turned.size.transpose();
        turned.placed = false;
    }
    return turned;
}

std::vector<Fragment> fragmentsOf(const PdfPage &page)
{
    double first = page.size.height(); // rows of the page
    double last = 0;
    for (const PdfTextLine &line : page.lines) {
        for (const PdfPiece &piece : line.pieces) {
            first = std::min(first, piece.box.bottom());
            last = std::max(last, piece.box.top());
        }
    }
    first = std::max(first, page.size.height() * MarginZone);
    last = std::min(last, page.size.height() * (1 - MarginZone));
    std::vector<Fragment> fragments;
    for (const PdfTextLine &line : page.lines) {
        Fragment whole;
        whole.text = line.text;
        measure(whole, line.pieces);
        const bool margin = whole.box.top() < first || whole.box.bottom() > last;
        std::vector<std::size_t> cuts = partings(line, whole, margin);
        cuts.insert(cuts.begin(), 0);
        cuts.push_back(line.pieces.size());
        for (std::size_t n = 0; n + 1 < cuts.size(); ++n) {
            Fragment part;
            if (line.pieces.empty()) {
                part.text = line.text;
            } else {
                part.text = withMarksParted(line, cuts[n], cuts[n + 1], whole, part.opensNote);
                measure(part, {line.pieces.begin() + static_cast<std::ptrdiff_t>(cuts[n]),
                               line.pieces.begin() + static_cast<std::ptrdiff_t>(cuts[n + 1])});
            }
            const bool spaceBefore = !part.text.isEmpty() && part.text.front().isSpace();
            part.text = typedText(part.text);
            if (part.text.isEmpty())
                continue;
            if (n == 0 && !fragments.empty() && goesOn(fragments.back(), part)) {
                // A mark that begins what goes on is no note's beginning.
                append(fragments.back(), part, spaceBefore || part.opensNote);
                continue;
            }
            fragments.push_back(std::move(part));
        }
    }
    // Pages that are shown turned draw their words in odd orders.
    for (std::size_t n = 0; n < fragments.size() && fragments.size() <= MostMended; ++n) {
        for (std::size_t other = 0; other < fragments.size(); ++other) {
            const double gap = fragments[other].box.left() - fragments[n].box.right();
            if (other == n || gap > TightGap * fragments[n].size || !goesOn(fragments[n], fragments[other]))
                continue;
            append(fragments[n], fragments[other], false);
            fragments.erase(fragments.begin() + static_cast<std::ptrdiff_t>(other));
            n -= other < n ? 1 : 0;
            other = static_cast<std::size_t>(-1); // what goes on now may stand anywhere
        }
    }
    return fragments;
}

} // namespace entente::reading
