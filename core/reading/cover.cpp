#include "core/reading/furniture.h"
#include "core/reading/patterns.h"

#include <QRegularExpression>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr int LastCoverPage = 3;
constexpr int EnoughSigns = 3;
constexpr std::size_t LongestCover = 120; ///< In lines, where no page ends it.

/// What only a cover sheet prints.
bool isCoverSign(const QString &line)
{
    if (line.size() > 160)
        return false;
    static const QRegularExpression label(
        uR"(^(?:from|to|subject|date|title|no\.? ?(?:prev|cion)\S*|prev(?:ious|\.) doc\S*|title ?/ ?subject|reference(?: of)?|\w+ reference|distribution marking|delegations)\b[^.]{0,60}:?$|^(?:from|to|subject|no\. ?prev\. ?doc\.|no\. ?cion doc\.|prev\. ?doc\.)\s*:|^(?:cover )?note$|^\(or\. ?\w\w\)|^"?[ai]"? item note$|^document partially accessible|^delegations will find|^working (?:document|paper) of|^interinstitutional file|^outcome of proceedings$|^council of the$|^recipients?\b)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression placeDate(
        uR"(^(?:\p{Lu}\w+, |of )(?:the )?\d{1,2}(?: \p{Lu}\w+ |[./]\d{1,2}[./])\d{4}\b[^.]{0,12}$)"_s);
    return label.match(line).hasMatch() || placeDate.match(line).hasMatch() || patterns::isReference(line) ||
           !patterns::marking(line).isEmpty() || !patterns::subjectCodes(line).isEmpty();
}

bool startsUnit(const QString &line)
{
    static const QRegularExpression marker(uR"(^(?:\(?(?:1|a|i)[.)]|1\.1\.?|article \d+|§ ?\d|제 ?\d+ ?조)(?:\s|$))"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return marker.match(line.left(20)).hasMatch();
}

void setAside(Line &line)
{
    if (!line.why.isEmpty() || line.gap)
        return;
    if (patterns::isReference(line.text))
        line.why = u"reference"_s;
    else if (!patterns::marking(line.text).isEmpty())
        line.why = u"marking"_s;
    else
        line.why = u"cover page"_s;
}

void setSheetsAside(std::vector<Line> &lines)
{
    std::size_t first = 0;
    while (first < lines.size() && lines[first].page <= LastCoverPage) {
        std::size_t end = first;
        int signs = 0;
        bool unit = false;
        std::size_t lastSign = first;
        while (end < lines.size() && lines[end].page == lines[first].page && !unit && end - first < LongestCover) {
            if (startsUnit(lines[end].text)) {
                unit = true;
                break;
            }
            if (lines[end].why.isEmpty() && isCoverSign(lines[end].text)) {
                ++signs;
                lastSign = end;
            }
            ++end;
        }
        const bool wholePage = !unit && (end == lines.size() || lines[end].page != lines[first].page);
        if (signs < EnoughSigns)
            return;
        // A cover without a page of its own ends with its last sign, and with the sentence that the sign begins.
        std::size_t stop = end;
        if (!wholePage || (end == lines.size() && lines[first].page == 1)) {
            stop = lastSign + 1;
            static const QRegularExpression opens(uR"(^delegations will find)"_s, QRegularExpression::CaseInsensitiveOption);
            if (opens.match(lines[lastSign].text).hasMatch()) {
                while (stop < end && !endsSentence(lines[stop - 1].text) && !lines[stop].blankBefore)
                    ++stop;
            }
        }
        for (std::size_t i = first; i < stop; ++i)
            setAside(lines[i]);
        if (!wholePage)
            return;
        first = end;
    }
}

} // namespace

void setCoverAside(std::vector<Line> &lines)
{
    setSheetsAside(lines);
    // A marking at the head or the end of a text stands for the whole of it.
    constexpr std::size_t Head = 6;
    constexpr std::size_t End = 3;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if ((i < Head || i + End >= lines.size()) && lines[i].why.isEmpty() && !lines[i].gap && !patterns::marking(lines[i].text).isEmpty())
            lines[i].why = u"marking"_s;
    }
}

} // namespace entente::reading
