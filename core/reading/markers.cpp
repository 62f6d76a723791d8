#include "core/reading/markers.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

/// Telling numbers of units from numbers in the text.
///
/// Terms. A *candidate* is what could be a number at the start of a line: a style (shape: `1.` `1)` `(1)` `1.1` `Article 1`; kind: figures,
/// letters, roman) and a value. `i.` is a candidate twice, as the ninth letter and as roman one. The *open levels* are the units that the
/// current line may stand in, outermost first; each has a style and the value it has reached.
///
/// Steps, one pass with look-ahead through an index of all candidates:
/// 1. A candidate that is the next value of an open level continues it and closes what is below. The innermost such level wins.
/// 2. A first value of a style that is not open opens a level below the current unit, if its second value comes later.
///    The first paragraph below the title of an article needs none: it may be the only one.
/// 3. A value that jumps ahead continues a level only where the missing one never comes and the following one does, or after a gap.
/// 4. A candidate in the middle of a sentence (the line before was full and did not end) loses to a later one of the same value that
///    starts after an end.
/// Each candidate costs a few binary searches: n log n for n lines.
namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

enum class Shape { Dot, Closed, Enclosed, Dotted, Article };
enum class Numbering { Figures, Letters, Roman };

struct Style
{
    Shape shape = Shape::Dot;
    Numbering numbering = Numbering::Figures;
    bool operator==(const Style &) const = default;
};

struct Candidate
{
    Style style;
    int value = 0;
    QString prefix; ///< Of `4.1.2`: `4.1`
    QString printed;
    QString token; ///< The number without its punctuation.
    QString rest;
};

struct Level
{
    Style style;
    int value = 0;
    QString prefix;
    QString label;
};

int romanValue(const QString &text)
{
    static constexpr std::array ones = {"i",  "ii",  "iii",  "iv",  "v",  "vi",  "vii",  "viii",  "ix",  "x",
                                        "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"};
    for (std::size_t i = 0; i < ones.size(); ++i) {
        if (text == QLatin1StringView(ones[i]))
            return static_cast<int>(i) + 1;
    }
    return 0;
}

std::vector<Candidate> candidatesOf(const QString &line)
{
    static const QRegularExpression pattern(
        uR"(^(?:(?<dotted>\d{1,2}(?:\.\d{1,2}){1,3})\.?(?=\s+\S|$)|(?<dot>\d{1,3}|[a-z]|[ivx]{2,5})\.(?=\s|$)|(?<closed>\d{1,3}|[a-z]|[ivx]{2,5})\)(?=\s|$)|\((?<enclosed>\d{1,3}|[a-z]|[ivx]{2,5})\)(?=\s|$)|(?:Article|ARTICLE|Art\.)\s+(?<article>\d{1,3})[.:]?(?=\s|$)))"_s);
    const QString head = line.left(24);
    const auto match = pattern.match(head);
    if (!match.hasMatch())
        return {};
    Candidate candidate;
    candidate.printed = match.captured();
    candidate.rest = line.mid(match.capturedLength()).trimmed();
    if (const QString path = match.captured(u"dotted"_s); !path.isEmpty()) {
        candidate.style.shape = Shape::Dotted;
        candidate.token = path;
        candidate.value = path.section(u'.', -1).toInt();
        candidate.prefix = path.section(u'.', 0, -2);
        return candidate.value > 0 ? std::vector{candidate} : std::vector<Candidate>{};
    }
    if (const QString article = match.captured(u"article"_s); !article.isEmpty()) {
        // "Article 5 of the Treaty applies" is a sentence; a heading has a title, or nothing.
        if (!candidate.rest.isEmpty() && (candidate.rest[0].isLower() || candidate.rest[0] == u'(' || candidate.rest[0] == u','))
            return {};
        candidate.style.shape = Shape::Article;
        candidate.token = article;
        candidate.value = article.toInt();
        return {candidate};
    }
    for (const auto &[name, shape] :
         {std::pair{u"dot"_s, Shape::Dot}, std::pair{u"closed"_s, Shape::Closed}, std::pair{u"enclosed"_s, Shape::Enclosed}}) {
        if (match.captured(name).isEmpty())
            continue;
        candidate.token = match.captured(name);
        candidate.style.shape = shape;
    }
    std::vector<Candidate> candidates;
    if (candidate.token[0].isDigit()) {
        candidate.value = candidate.token.toInt();
        if (candidate.value > 0)
            candidates.push_back(candidate);
        return candidates;
    }
    if (candidate.token.size() == 1) {
        candidate.style.numbering = Numbering::Letters;
        candidate.value = candidate.token[0].unicode() - u'a' + 1;
        candidates.push_back(candidate);
    }
    if (const int roman = romanValue(candidate.token)) {
        candidate.style.numbering = Numbering::Roman;
        candidate.value = roman;
        candidates.push_back(candidate);
    }
    return candidates;
}

bool isMarkerAlone(const QString &line)
{
    const auto candidates = candidatesOf(line);
    return !candidates.empty() && candidates.front().rest.isEmpty();
}

using Key = std::tuple<int, int, QString, int>;

Key keyOf(const Style &style, const QString &prefix, int value)
{
    return {static_cast<int>(style.shape), static_cast<int>(style.numbering), prefix, value};
}

class Recogniser
{
public:
    explicit Recogniser(const std::vector<Line> &lines);
    std::vector<Marker> markers();

private:
    bool accept(std::size_t line, const Candidate &candidate, bool strong);
    bool mayContinue(std::size_t line, const Level &level, const Candidate &candidate, bool strong) const;
    bool mayOpen(std::size_t line, const Candidate &candidate, bool strong) const;
    bool standsBelowArticleTitle(std::size_t line, const Candidate &candidate) const;
    std::ptrdiff_t nextLine(const Style &style, const QString &prefix, int value, std::size_t after, bool strongOnly) const;
    bool isStrong(std::size_t line) const;
    QString labelBelow(const QString &parent, const Candidate &candidate) const;

    const std::vector<Line> &m_lines;
    std::vector<std::vector<Candidate>> m_candidates;
    std::map<Key, std::vector<std::size_t>> m_places; // ascending
    std::vector<bool> m_strong;
    std::vector<Level> m_open;
    std::vector<Marker> m_markers;
    QString m_annex;
    qsizetype m_width = 0;
    bool m_gapSince = false;
};

Recogniser::Recogniser(const std::vector<Line> &lines)
    : m_lines(lines)
    , m_candidates(lines.size())
    , m_strong(lines.size())
    , m_width(wrapWidth(lines))
{
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!lines[i].why.isEmpty() || lines[i].gap)
            continue;
        m_candidates[i] = candidatesOf(lines[i].text);
        if (m_candidates[i].empty())
            continue;
        m_strong[i] = isStrong(i);
        for (const Candidate &candidate : m_candidates[i])
            m_places[keyOf(candidate.style, candidate.prefix, candidate.value)].push_back(i);
    }
}

/// Whether a new unit may well begin here: the text before it had come to an end.
bool Recogniser::isStrong(std::size_t line) const
{
    if (m_lines[line].blankBefore || line == 0)
        return true;
    std::size_t before = line;
    while (before-- > 0) {
        if (!m_lines[before].why.isEmpty())
            continue;
        if (m_lines[before].gap)
            return true;
        const QString &text = m_lines[before].text;
        static const QRegularExpression listEnd(uR"((?:,|[;,]\s*(?:and|or))$)"_s);
        if (endsSentence(text) || listEnd.match(text.right(8)).hasMatch())
            return true;
        static const QRegularExpression cites(uR"(\b(?:[Aa]rticles?|[Pp]aragraphs?|[Pp]oints?|[Ss]ections?|[Cc]hapters?|under|of)$)"_s);
        if (cites.match(text.right(16)).hasMatch())
            return false;
        // A short line before it is a heading or an item, unless the text goes on in the middle of a sentence: "in paragraph / 3. of the …"
        const QString &rest = m_candidates[line].front().rest;
        if (!rest.isEmpty() && rest[0].isLower() && m_candidates[line].front().style.numbering == Numbering::Figures)
            return false;
        return endedEarly(text, m_lines[line].text, m_width) || text.endsWith(u']') || isMarkerAlone(text);
    }
    return true;
}

std::ptrdiff_t Recogniser::nextLine(const Style &style, const QString &prefix, int value, std::size_t after, bool strongOnly) const
{
    const auto places = m_places.find(keyOf(style, prefix, value));
    if (places == m_places.end())
        return -1;
    for (auto at = std::upper_bound(places->second.begin(), places->second.end(), after); at != places->second.end(); ++at) {
        if (!strongOnly || m_strong[*at])
            return static_cast<std::ptrdiff_t>(*at);
    }
    return -1;
}

bool Recogniser::mayContinue(std::size_t line, const Level &level, const Candidate &candidate, bool strong) const
{
    const int next = level.value + 1;
    const auto later = [&](int value, bool strongOnly) { return nextLine(candidate.style, candidate.prefix, value, line, strongOnly); };
    if (candidate.value == next) {
        if (strong)
            return true;
        const auto better = later(next, true);
        const auto following = later(next + 1, false);
        return better < 0 || (following >= 0 && following < better);
    }
    if (candidate.value <= next || !strong || candidate.value > next + 60)
        return false;
    return later(next, false) < 0 && (m_gapSince || later(candidate.value + 1, false) >= 0);
}

/// Whether this is the first paragraph of an article, be it the only one: between it and "Article 2" stands a title, or nothing.
bool Recogniser::standsBelowArticleTitle(std::size_t line, const Candidate &candidate) const
{
    constexpr int LongestTitle = 3; // in lines
    if (m_open.empty() || m_open.back().style.shape != Shape::Article || candidate.style.numbering != Numbering::Figures ||
        candidate.value != 1 || candidate.rest.isEmpty() || candidate.rest[0].isLower())
        return false;
    const Marker &article = m_markers.back();
    if (!article.rest.isEmpty() && endsSentence(article.rest))
        return false;
    int between = 0;
    QString before = article.rest;
    for (std::size_t i = article.line + 1; i < line; ++i) {
        if (!m_lines[i].why.isEmpty())
            continue;
        if (m_lines[i].gap || endsSentence(m_lines[i].text) || ++between > LongestTitle)
            return false;
        before += u' ' + m_lines[i].text;
    }
    static const QRegularExpression cites(uR"(\b(?:paragraphs?|articles?|points?|sections?|and|or|of|to|in|under|the)$)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return !saysWhatIsToBeDone(before) && (!cites.match(before).hasMatch() || m_lines[line].blankBefore);
}

bool Recogniser::mayOpen(std::size_t line, const Candidate &candidate, bool strong) const
{
    if (standsBelowArticleTitle(line, candidate))
        return true;
    const auto second = nextLine(candidate.style, candidate.prefix, candidate.value + 1, line, false);
    if (candidate.style.shape == Shape::Dotted) {
        // 1.1 stands below 1; a text may also begin with 1.1 without printing 1.
        return strong && (m_open.empty() || candidate.value == 1) && (second >= 0 || !m_open.empty());
    }
    const bool top = m_open.empty();
    const bool figures = candidate.style.numbering == Numbering::Figures;
    if (candidate.value == 1) {
        // Below a title that fills its line the first number looks like the middle of a sentence; that the others follow tells.
        const bool first =
            top && figures && second >= 0 && m_markers.empty() && nextLine(candidate.style, candidate.prefix, 1, line, true) < 0;
        return (strong && (second >= 0 || (top && figures))) || first;
    }
    // An excerpt begins somewhere: with a number that goes on, and no one before.
    return top && figures && strong && second >= 0 && m_markers.empty() && nextLine(candidate.style, candidate.prefix, 1, 0, true) < 0;
}

QString Recogniser::labelBelow(const QString &parent, const Candidate &candidate) const
{
    if (candidate.style.shape == Shape::Dotted)
        return m_annex + candidate.token;
    if (parent.isEmpty())
        return m_annex + (candidate.style.numbering == Numbering::Figures ? candidate.token : u'(' + candidate.token + u')');
    // Paragraph 2 of Article 4 is 4.2, point (a) of it 4.2(a).
    const bool ofArticle = m_open.size() == 1 && m_open.front().style.shape == Shape::Article;
    if (ofArticle && candidate.style.numbering == Numbering::Figures)
        return parent + u'.' + candidate.token;
    return parent + u'(' + candidate.token + u')';
}

bool Recogniser::accept(std::size_t line, const Candidate &candidate, bool strong)
{
    const auto push = [&] {
        const QString parent = m_open.empty() ? QString() : m_open.back().label;
        const QString label = labelBelow(parent, candidate);
        m_open.push_back({candidate.style, candidate.value, candidate.prefix, label});
        m_markers.push_back({line, candidate.printed, label, parent, candidate.rest});
        m_gapSince = false;
        return true;
    };
    for (std::size_t depth = m_open.size(); depth-- > 0;) {
        const Level &level = m_open[depth];
        if (level.style != candidate.style || level.prefix != candidate.prefix)
            continue;
        if (!mayContinue(line, level, candidate, strong))
            return false;
        m_open.resize(depth);
        return push();
    }
    if (!mayOpen(line, candidate, strong))
        return false;
    if (candidate.style.shape == Shape::Dotted) {
        // Below the unit whose number it repeats; next to nothing of the same rank otherwise.
        std::size_t depth = m_open.size();
        while (depth > 0 && m_open[depth - 1].label != m_annex + candidate.prefix)
            --depth;
        if (depth == 0 && !m_open.empty() && m_open.front().style.shape != Shape::Dotted)
            return false;
        m_open.resize(depth);
    } else if (candidate.style.shape == Shape::Article) {
        m_open.clear();
    }
    return push();
}

std::vector<Marker> Recogniser::markers()
{
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (m_lines[i].gap) {
            m_gapSince = true;
            continue;
        }
        if (!m_lines[i].why.isEmpty())
            continue;
        if (const auto annex = annexName(m_lines[i].text); annex && (!m_markers.empty())) {
            m_annex = *annex + u'.';
            m_open.clear();
            continue;
        }
        // The reading that continues a sequence goes before the one that opens a new level.
        bool taken = false;
        for (const Candidate &candidate : m_candidates[i]) {
            const bool continues = std::any_of(m_open.begin(), m_open.end(), [&](const Level &level) {
                return level.style == candidate.style && level.prefix == candidate.prefix && level.value + 1 == candidate.value;
            });
            if (!taken && continues)
                taken = accept(i, candidate, m_strong[i]);
        }
        for (const Candidate &candidate : m_candidates[i])
            taken = taken || accept(i, candidate, m_strong[i]);
    }
    return m_markers;
}

} // namespace

std::optional<QString> annexName(const QString &line)
{
    static const QRegularExpression pattern(uR"(^[\[]?(annex|appendix)(?:\s+([IVX]{1,5}|\d{1,2}|[A-Z]))?[\]]?(?:\s*[:–—\-]\s*.*)?$)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    if (line.size() > 120)
        return std::nullopt;
    const auto match = pattern.match(line);
    if (!match.hasMatch())
        return std::nullopt;
    QString name = match.captured(1).left(1).toUpper() + match.captured(1).mid(1).toLower();
    if (!match.captured(2).isEmpty())
        name += u' ' + match.captured(2);
    return name;
}

bool saysWhatIsToBeDone(const QString &text)
{
    static const QRegularExpression verb(uR"(\b(?:shall|will|may|must|agree|hereby|undertakes?|is|are|has|have)\b)"_s);
    return verb.match(text).hasMatch();
}

bool isArticle(const Marker &marker)
{
    return marker.printed.startsWith(u"art", Qt::CaseInsensitive);
}

std::vector<Marker> findMarkers(const std::vector<Line> &lines)
{
    return Recogniser(lines).markers();
}

} // namespace entente::reading
