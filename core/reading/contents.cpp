#include "core/reading/furniture.h"
#include "core/reading/patterns.h"

#include <QRegularExpression>
#include <QSet>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t LongestContents = 600; ///< In lines.
constexpr qsizetype LongestEntry = 200;      ///< In characters.

/// `Article 3 Costs ........ 12`
bool hasLeader(const QString &line)
{
    static const QRegularExpression leader(uR"((?:[.·…‥_]\s?){4,}\s*(?:\d{1,4}|[ivxl]{1,6})?$|(?:…|‥){2,}\s*\d{1,4}$|\t+\s*\d{1,4}$)"_s);
    return line.size() <= LongestEntry && leader.match(line).hasMatch();
}

bool isContentsHeading(const QString &line)
{
    static const QRegularExpression heading(u"^\\[?(?:table of contents|contents|index|목\\s*차|차\\s*례)\\]?:?$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return line.size() <= 24 && heading.match(line).hasMatch();
}

/// Without the number of the page at the end; letters and figures only, so that an entry compares with what it names.
QString bare(const QString &line, bool withoutPage)
{
    static const QRegularExpression page(uR"([\s.·…‥_]+\d{1,4}$)"_s);
    QString text = line;
    if (withoutPage)
        text.remove(page);
    QString result;
    for (const QChar c : std::as_const(text)) {
        if (c.isLetterOrNumber())
            result += c.toLower();
    }
    return result;
}

bool isOpen(const Line &line)
{
    return line.why.isEmpty() && !line.gap && line.part != Part::Note;
}

} // namespace

void setContentsAside(std::vector<Line> &lines)
{
    const auto setAside = [](Line &line) {
        if (line.why.isEmpty())
            line.why = u"table of contents"_s;
    };
    // Three or more entries with leaders are a table wherever they stand; a wrapped entry lies between two.
    constexpr int Enough = 3;
    std::vector<std::size_t> run;
    std::size_t sinceLast = 0;
    const auto finish = [&] {
        if (run.size() >= Enough) {
            for (std::size_t i = run.front(); i <= run.back(); ++i) {
                if (isOpen(lines[i]))
                    setAside(lines[i]);
            }
            std::size_t above = run.front();
            while (above > 0 && !isOpen(lines[above - 1]))
                --above;
            if (above > 0 && isContentsHeading(lines[above - 1].text))
                setAside(lines[above - 1]);
        }
        run.clear();
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!isOpen(lines[i]))
            continue;
        if (hasLeader(lines[i].text)) {
            run.push_back(i);
            sinceLast = 0;
        } else if (++sinceLast > 2) {
            finish();
        }
    }
    finish();

    // Below the word "Contents": entries are lines that end with a page or come again later.
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!isOpen(lines[i]) || !isContentsHeading(lines[i].text))
            continue;
        QSet<QString> later; // lines further on, alone and with the next one
        QString previous;
        for (std::size_t n = lines.size(); n-- > i + 1;) {
            if (lines[n].text.size() > LongestEntry || !isOpen(lines[n]))
                continue;
            const QString words = bare(lines[n].text, false);
            later.insert(words + previous);
            previous = words;
        }
        QHash<QString, int> counts;
        for (std::size_t n = i + 1; n < lines.size(); ++n) {
            if (lines[n].text.size() <= LongestEntry && isOpen(lines[n]))
                ++counts[bare(lines[n].text, false)];
        }
        static const QRegularExpression paged(uR"(\S\s+\d{1,4}$)"_s);
        std::size_t last = i;
        int entries = 0;
        QSet<QString> seen;
        for (std::size_t n = i + 1, others = 0; n < lines.size() && n - i < LongestContents; ++n) {
            const QString &text = lines[n].text;
            if (!isOpen(lines[n]) && lines[n].why != u"table of contents")
                continue;
            if (text.size() > LongestEntry || (endsSentence(text) && !hasLeader(text)))
                break;
            const QString words = bare(text, false);
            if (seen.contains(words))
                break; // the text itself has begun
            const QString unpaged = bare(text, true);
            const bool entry = hasLeader(text) || (paged.match(text).hasMatch() && unpaged != words && (counts.contains(unpaged) || later.contains(unpaged))) ||
                               counts.value(words) >= 2 || (words.size() > 3 && later.contains(words) && counts.value(words) >= 2) ||
                               patterns::pageNumber(text);
            if (entry) {
                seen.insert(words);
                seen.insert(unpaged);
                last = n;
                ++entries;
                others = 0;
            } else if (++others > 1) {
                break;
            }
        }
        if (entries < 2)
            continue;
        for (std::size_t n = i; n <= last; ++n) {
            if (isOpen(lines[n]))
                setAside(lines[n]);
        }
        return;
    }
}

} // namespace entente::reading
