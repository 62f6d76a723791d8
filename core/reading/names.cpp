#include "core/reading/names.h"

#include "core/reading/words.h"

#include <QRegularExpression>

#include <algorithm>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

QStringList wordsOf(const QString &text)
{
    QStringList words;
    for (const Word &word : findWords(text))
        words.append(word.text);
    if (words.size() > 1 && words.first() == u"the")
        words.removeFirst();
    return words;
}

bool isAbbreviation(const QString &text)
{
    int capitals = 0;
    for (const QChar c : text) {
        if (c.isSpace())
            return false;
        capitals += c.isUpper() ? 1 : 0;
    }
    return capitals >= 2 && text.size() <= 12;
}

/// `EU-ROK Cyber Dialogue` is also written `the Cyber Dialogue`; nothing if too little would be left.
QString withoutParties(const QString &text)
{
    static const QRegularExpression parties(
        uR"(^(?:the )?(?:EU|ROK|Korea|European Union|Republic of Korea|South Korea)\s*[-–—/]\s*(?:EU|ROK|Korea|European Union|Republic of Korea|South Korea)\s+)"_s);
    QString rest = text;
    rest.remove(parties);
    return rest != text && rest.contains(u' ') ? rest : QString();
}

/// What may stand between two words of one name: no end of a sentence, no bracket, no new item.
bool holdsTogether(QStringView between)
{
    return std::all_of(between.begin(), between.end(), [](QChar c) { return c.isSpace() || u"-‐‑–—'’&/,.\"“”"_s.contains(c); }) &&
           !between.contains(u". ") && between.size() <= 4;
}

} // namespace

NameFinder::NameFinder(const std::vector<KnownName> &names)
{
    QHash<QString, QStringList> shortened; // the records that a name without the parties would stand for
    for (const KnownName &name : names) {
        add(name);
        if (name.kind != u"dialogue")
            continue;
        const QString rest = withoutParties(name.text);
        if (!rest.isEmpty() && !shortened[rest].contains(name.record))
            shortened[rest].append(name.record);
    }
    for (auto it = shortened.constBegin(); it != shortened.constEnd(); ++it) {
        if (it->size() == 1)
            add({it->first(), u"dialogue"_s, it.key()});
    }
    for (auto &entries : m_byFirstWord) {
        std::stable_sort(entries.begin(), entries.end(), [this](std::size_t a, std::size_t b) {
            const Entry &left = m_entries[a];
            const Entry &right = m_entries[b];
            return std::tuple(-left.words.size(), left.name.record) < std::tuple(-right.words.size(), right.name.record);
        });
    }
}

void NameFinder::add(const KnownName &name)
{
    Entry entry;
    entry.words = wordsOf(name.text);
    if (entry.words.isEmpty() || (entry.words.size() == 1 && entry.words.first().size() < 2))
        return;
    entry.name = name;
    entry.abbreviation = isAbbreviation(name.text);
    entry.exact = entry.abbreviation || entry.words.size() == 1;
    m_byFirstWord[entry.words.first()].push_back(m_entries.size());
    m_entries.push_back(std::move(entry));
}

std::vector<NameFinder::Found> NameFinder::find(const QString &text) const
{
    const std::vector<Word> words = findWords(text);
    std::vector<Found> found;
    for (std::size_t i = 0; i < words.size();) {
        const auto entries = m_byFirstWord.constFind(words[i].text);
        std::size_t taken = 0;
        if (entries != m_byFirstWord.constEnd()) {
            const std::size_t before = found.size();
            for (const std::size_t index : *entries) {
                const Entry &entry = m_entries[index];
                const auto length = static_cast<std::size_t>(entry.words.size());
                if ((taken && length < taken) || i + length > words.size())
                    continue;
                bool same = true;
                for (std::size_t n = 1; n < length && same; ++n) {
                    const qsizetype end = words[i + n - 1].offset + words[i + n - 1].length;
                    same = words[i + n].text == entry.words[static_cast<qsizetype>(n)] &&
                           holdsTogether(QStringView(text).mid(end, words[i + n].offset - end));
                }
                const qsizetype offset = words[i].offset;
                const qsizetype size = words[i + length - 1].offset + words[i + length - 1].length - offset;
                if (same && entry.exact)
                    same = QStringView(text)
                               .mid(offset, size)
                               .contains(entry.abbreviation && length == 1 ? QStringView(entry.name.text)
                                                                           : QStringView(entry.name.text).first(1)) ||
                           (entry.abbreviation && length > 1 && text[offset].isUpper());
                const bool known = std::any_of(found.begin() + static_cast<std::ptrdiff_t>(before), found.end(),
                                               [&](const Found &other) { return other.record == entry.name.record; });
                if (!same || known)
                    continue;
                taken = length;
                found.push_back({entry.name.record, entry.name.kind, offset, size, entry.abbreviation, false});
            }
            if (found.size() - before > 1) {
                for (std::size_t n = before; n < found.size(); ++n)
                    found[n].ambiguous = true;
            }
        }
        i += std::max<std::size_t>(taken, 1);
    }
    return found;
}

std::vector<Recognised> recogniseNames(const std::vector<Block> &blocks, const std::vector<KnownName> &names)
{
    const NameFinder finder(names);
    std::vector<Recognised> recognised;
    for (const Block &block : blocks) {
        if (block.role != Role::Unit && block.role != Role::Prose)
            continue;
        for (const NameFinder::Found &found : finder.find(block.text))
            recognised.push_back({found.record, block.text.mid(found.offset, found.length), block.label, static_cast<int>(found.offset)});
    }
    return recognised;
}

} // namespace entente::reading
