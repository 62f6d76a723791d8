#include "core/reading/nearnames.h"

#include "core/base/text.h"
#include "core/reading/words.h"

#include <QCoreApplication>

#include <algorithm>

/// Names that are nearly known.
///
/// A name is compared only with those that share a key with it: a word of four letters or more, the romanised form of a person, the first and
/// last syllable of a Korean body, or all letters without spaces. Two names of several words with one slip share the words without it. The
/// cost of a name is that of its few neighbours, whatever the size of the map.
namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ShortestKey = 4;      ///< Of a word that leads to neighbours.
constexpr std::size_t MostNeighbours = 400; ///< A word that leads to more says nothing.
constexpr qsizetype LongName = 10;        ///< Letters from which one slip is forgiven.
constexpr qsizetype LongWord = 5;         ///< The same, of the word that has it.

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::reading", text);
}

bool isSmall(const QString &word)
{
    return isStopWord(word) && word != u"one" && word != u"two";
}

/// Damerau–Levenshtein distance of one: one letter more, less or other, or two neighbours exchanged.
bool isOneSlip(const QString &a, const QString &b)
{
    if (a == b || std::abs(a.size() - b.size()) > 1)
        return false;
    qsizetype start = 0;
    while (start < std::min(a.size(), b.size()) && a[start] == b[start])
        ++start;
    const QStringView left = QStringView(a).mid(start);
    const QStringView right = QStringView(b).mid(start);
    if (left.size() == right.size()) {
        return left.mid(1) == right.mid(1) ||
               (left.size() > 1 && left[0] == right[1] && left[1] == right[0] && left.mid(2) == right.mid(2));
    }
    return left.size() > right.size() ? left.mid(1) == right : left == right.mid(1);
}

/// Whether `part` is `whole` with words missing between the first and the last.
bool lacksMiddle(const QStringList &part, const QStringList &whole)
{
    if (part.size() < 2 || part.size() >= whole.size() || part.first() != whole.first() || part.last() != whole.last())
        return false;
    qsizetype next = 0;
    for (const QString &word : whole) {
        if (next < part.size() && part[next] == word)
            ++next;
    }
    return next == part.size();
}

/// The only place in which two lists of words differ; nothing where they differ in more or are of different length.
std::optional<qsizetype> onlyDifference(const QStringList &one, const QStringList &other)
{
    std::optional<qsizetype> place;
    if (one.size() != other.size())
        return place;
    for (qsizetype n = 0; n < one.size(); ++n) {
        if (one[n] == other[n])
            continue;
        if (place)
            return std::nullopt;
        place = n;
    }
    return place;
}

QStringList sorted(QStringList words)
{
    words.sort();
    return words;
}

/// `방통위` for `방송통신위원회`: the first syllable, then some of the others in their order, the end kept.
bool isShortForm(const QString &shortForm, const QString &whole)
{
    static const QStringList ends = {u"부"_s, u"처"_s, u"청"_s, u"원"_s, u"위"_s, u"실"_s, u"국"_s};
    const QString body = whole.endsWith(u"위원회") ? whole.chopped(2) : whole;
    if (shortForm.size() < 3 || shortForm.size() >= body.size() || body.size() < 5 || !ends.contains(shortForm.last(1)) || shortForm.last(1) != body.last(1) ||
        shortForm.first(1) != body.first(1))
        return false;
    qsizetype next = 0;
    for (const QChar c : body) {
        if (next < shortForm.size() && shortForm[next] == c)
            ++next;
    }
    return next == shortForm.size();
}

} // namespace

NearNames::Entry NearNames::entryOf(const KnownName &name) const
{
    Entry entry;
    entry.name = name;
    for (const Word &word : findWords(name.text)) {
        entry.words.append(word.text);
        entry.letters += word.text;
        if (!isSmall(word.text))
            entry.content.append(stem(word.text));
    }
    if (isKoreanPerson(name.text)) {
        // The family name may stand first or last: the parts are compared in the order of the alphabet.
        QStringList parts;
        for (const QString &word : std::as_const(entry.words))
            parts.append(romanisation(word));
        entry.romanised = sorted(QStringList{parts.first(), parts.mid(1).join(QString())}).join(u' ');
    }
    return entry;
}

NearNames::NearNames(const std::vector<KnownName> &names)
{
    for (const KnownName &name : names) {
        const bool one = !name.text.trimmed().contains(u' ') && !hasHangul(name.text);
        if (name.kind == u"area" || name.kind == u"clause" || one)
            continue;
        Entry entry = entryOf(name);
        if (entry.words.isEmpty())
            continue;
        m_exact.insert(simplified(name.text));
        QSet<QString> keys{entry.letters};
        for (const QString &word : std::as_const(entry.words)) {
            if (word.size() >= ShortestKey && !isSmall(word))
                keys.insert(word);
        }
        for (const QString &word : std::as_const(entry.content)) {
            if (word.size() >= ShortestKey)
                keys.insert(word);
        }
        if (!entry.romanised.isEmpty())
            keys.insert(entry.romanised);
        if (hasHangul(name.text))
            keys.insert(entry.letters.first(1) + u'…' + (entry.letters.endsWith(u"위원회") ? u"위"_s : entry.letters.last(1)));
        const std::size_t index = m_entries.size();
        for (const QString &key : std::as_const(keys))
            m_byKey[key].push_back(index);
        m_entries.push_back(std::move(entry));
    }
}

std::optional<NearName> NearNames::compare(const Entry &asked, const Entry &known) const
{
    const auto near = [&](double score, const QString &why) {
        return NearName{known.name, score, tr("nearly “%1” in the map: %2").arg(known.name.text, why)};
    };
    if (hasHangul(asked.name.text)) {
        if (asked.letters == known.letters)
            return near(0.95, tr("only the spaces differ"));
        if (known.name.kind == u"institution" && isShortForm(asked.letters, known.letters))
            return near(0.8, tr("a short form of it"));
        return std::nullopt;
    }
    const QString why = [&] {
        if (asked.letters == known.letters)
            return tr("only hyphens, spaces or capitals differ");
        return QString();
    }();
    if (!why.isEmpty())
        return near(0.95, why);
    if (known.name.kind == u"person") {
        if (sorted(asked.words) == sorted(known.words))
            return near(0.9, tr("the parts stand in another order"));
        if (!asked.romanised.isEmpty() || !known.romanised.isEmpty()) {
            // One letter makes another person of a Korean name, unless it is another romanisation of the same.
            if (asked.romanised == known.romanised)
                return near(0.85, tr("another romanisation of the same Korean name"));
            return std::nullopt;
        }
        if (lacksMiddle(asked.words, known.words) || lacksMiddle(known.words, asked.words))
            return near(0.8, tr("a middle name is missing in one of them"));
        const auto place = onlyDifference(asked.words, known.words);
        if (place && asked.words.size() > 1 && asked.letters.size() >= LongName && asked.words[*place].size() >= LongWord && isOneSlip(asked.words[*place], known.words[*place]))
            return near(0.8, tr("one letter differs"));
        return std::nullopt;
    }
    if (asked.content.size() >= 2 && asked.content == known.content)
        return near(0.9, tr("only small words or endings differ"));
    if (asked.content.size() >= 2 && asked.content.join(QString()) == known.content.join(QString()))
        return near(0.9, tr("only hyphens, spaces or small words differ"));
    if (asked.words.size() < 2 || asked.letters.size() < LongName)
        return std::nullopt;
    if (const auto place = onlyDifference(asked.words, known.words)) {
        const QString &one = asked.words[*place];
        const QString &other = known.words[*place];
        const bool figures = std::any_of(one.begin(), one.end(), [](QChar c) { return c.isDigit(); });
        if (std::min(one.size(), other.size()) >= LongWord && !figures && isOneSlip(one, other))
            return near(0.8, tr("one letter differs"));
        return std::nullopt;
    }
    if (known.name.kind != u"institution")
        return std::nullopt;
    const qsizetype missing = std::abs(asked.content.size() - known.content.size());
    const bool middle = lacksMiddle(asked.content, known.content) || lacksMiddle(known.content, asked.content);
    if (missing == 1 && std::min(asked.content.size(), known.content.size()) >= 3 && middle)
        return near(0.75, tr("one word is missing in one of them"));
    return std::nullopt;
}

std::optional<NearName> NearNames::find(const QString &text) const
{
    if (m_exact.contains(simplified(text)))
        return std::nullopt;
    const Entry asked = entryOf({{}, {}, text});
    if (asked.words.isEmpty())
        return std::nullopt;
    QSet<std::size_t> neighbours;
    const auto take = [&](const QString &key) {
        const auto found = m_byKey.constFind(key);
        if (found != m_byKey.constEnd() && found->size() <= MostNeighbours)
            neighbours.unite(QSet<std::size_t>(found->begin(), found->end()));
    };
    take(asked.letters);
    for (const QString &word : asked.words)
        take(word);
    for (const QString &word : asked.content)
        take(word);
    if (!asked.romanised.isEmpty())
        take(asked.romanised);
    if (hasHangul(text))
        take(asked.letters.first(1) + u'…' + asked.letters.last(1));
    std::optional<NearName> best;
    bool tied = false;
    std::vector<std::size_t> ordered(neighbours.begin(), neighbours.end());
    std::sort(ordered.begin(), ordered.end(), [this](std::size_t a, std::size_t b) {
        return std::tuple(m_entries[a].name.record, m_entries[a].name.text) < std::tuple(m_entries[b].name.record, m_entries[b].name.text);
    });
    for (const std::size_t index : ordered) {
        const auto near = compare(asked, m_entries[index]);
        if (!near)
            continue;
        if (best && near->score == best->score && near->name.record != best->name.record)
            tied = true;
        if (!best || near->score > best->score) {
            best = near;
            tied = false;
        }
    }
    return tied ? std::nullopt : best;
}

} // namespace entente::reading
