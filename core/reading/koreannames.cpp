#include "core/reading/koreannames.h"

#include "core/base/text.h"
#include "core/reading/words.h"

#include <QRegularExpression>

#include <algorithm>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ShortName = 3;  ///< Names of so few letters are not found with spaces inside.
constexpr qsizetype WidestGap = 2;  ///< Characters between two letters of one name.
constexpr qsizetype LongestTail = 8; ///< Of what may hang on a name, in letters.

const QString Particles =
    u"(?:은|는|이|가|을|를|과|와|의|에|에서|에게|에는|에도|에서는|에서의|에서도|로|으로|로서|으로서|로부터|으로부터|로의|으로의|도|만|까지|부터|이나|나|이며|며|이고|고|인|라는|이라는|및|보다|와의|과의|와는|과는|에의|이다|이었다)"_s;

bool mayStand(QStringView between)
{
    return between.size() <= WidestGap &&
           std::all_of(between.begin(), between.end(), [](QChar c) { return c == u' ' || u"-‐‑–·‧・ㆍ/"_s.contains(c); });
}

} // namespace

bool hasHangul(const QString &text)
{
    return std::any_of(text.begin(), text.end(), isHangul);
}

QString squeezed(const QString &text)
{
    QString letters;
    for (const QChar c : folded(text)) {
        if (c.isLetterOrNumber())
            letters += c;
    }
    return letters;
}

bool isParticle(const QString &ending)
{
    static const QRegularExpression tail(u"^(?:장|장관|차관|차관보|대변인)?(?:측|등|들|간|내)?%1?$"_s.arg(Particles));
    return ending.size() <= LongestTail && tail.match(ending).hasMatch();
}

QString withoutParticle(const QString &word)
{
    static const QRegularExpression tail(u"(?:측|등)?%1$"_s.arg(Particles));
    const auto match = tail.match(word);
    return match.hasMatch() && match.capturedStart() >= 2 ? word.left(match.capturedStart()) : word;
}

void KoreanFinder::add(const QString &name, std::size_t entry)
{
    const QString letters = squeezed(name);
    if (letters.size() < 2)
        return;
    auto &list = m_byStart[letters.left(2)];
    const std::pair added(letters, entry);
    const auto place = std::upper_bound(list.begin(), list.end(), added, [](const auto &a, const auto &b) {
        return std::tuple(-a.first.size(), a.first, a.second) < std::tuple(-b.first.size(), b.first, b.second);
    });
    list.insert(place, added);
}

std::vector<KoreanFinder::Found> KoreanFinder::find(const QString &text) const
{
    std::vector<Found> found;
    if (m_byStart.isEmpty() || !hasHangul(text))
        return found;
    QString letters;
    std::vector<qsizetype> at;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text[i].isLetterOrNumber())
            continue;
        letters += isHangul(text[i]) ? text[i] : text[i].toCaseFolded();
        at.push_back(i);
    }
    const auto place = [&](qsizetype index) { return at[static_cast<std::size_t>(index)]; };
    const auto startsWord = [&](qsizetype index) {
        const qsizetype here = place(index);
        return here == 0 || !text[here - 1].isLetterOrNumber() || isHangul(text[here - 1]) != isHangul(text[here]);
    };
    for (qsizetype i = 0; i + 1 < letters.size();) {
        qsizetype taken = 0;
        const auto list = startsWord(i) ? m_byStart.constFind(letters.mid(i, 2)) : m_byStart.constEnd();
        if (list != m_byStart.constEnd()) {
            for (const auto &[name, entry] : *list) {
                if ((taken && name.size() < taken) || !QStringView(letters).mid(i).startsWith(name))
                    continue;
                bool whole = true;
                for (qsizetype n = 1; n < name.size() && whole; ++n) {
                    const qsizetype gap = place(i + n) - place(i + n - 1) - 1;
                    whole = gap == 0 || (name.size() > ShortName && mayStand(QStringView(text).mid(place(i + n - 1) + 1, gap)));
                }
                const qsizetype end = place(i + name.size() - 1) + 1;
                qsizetype wordEnd = end;
                while (wordEnd < text.size() && isHangul(text[wordEnd]) && wordEnd - end <= LongestTail)
                    ++wordEnd;
                const bool goesOn = end < text.size() && text[end].isLetterOrNumber() && !isHangul(text[end]) && !isHangul(text[end - 1]);
                if (!whole || goesOn || !isParticle(text.mid(end, wordEnd - end)))
                    continue;
                taken = name.size();
                found.push_back({entry, place(i), end - place(i)});
            }
        }
        i += std::max<qsizetype>(taken, 1);
    }
    return found;
}

} // namespace entente::reading
