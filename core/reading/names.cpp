#include "core/reading/names.h"

#include "core/reading/dialoguenames.h"
#include "core/reading/words.h"

#include <QSet>

#include <algorithm>
#include <map>

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

/// What may stand between two words of one name: no end of a sentence, no bracket, no new item.
bool holdsTogether(QStringView between)
{
    return std::all_of(between.begin(), between.end(), [](QChar c) { return c.isSpace() || u"-‐‑–—'’&/,.\"“”"_s.contains(c); }) &&
           !between.contains(u". ") && between.size() <= 4;
}

/// Of finds that overlap, the longest; of equals, the first. Several records with the very same name stay together.
void keepLongest(std::vector<NameFinder::Found> &found)
{
    std::stable_sort(found.begin(), found.end(), [](const NameFinder::Found &a, const NameFinder::Found &b) {
        return std::tuple(-a.length, a.offset, a.record) < std::tuple(-b.length, b.offset, b.record);
    });
    std::map<qsizetype, qsizetype> taken; // start → end
    std::vector<NameFinder::Found> kept;
    for (NameFinder::Found &one : found) {
        const qsizetype end = one.offset + one.length;
        const auto next = taken.lower_bound(one.offset);
        const bool same = next != taken.end() && next->first == one.offset && next->second == end;
        const bool clash = !same && ((next != taken.end() && next->first < end) || (next != taken.begin() && std::prev(next)->second > one.offset));
        if (clash)
            continue;
        taken[one.offset] = end;
        kept.push_back(std::move(one));
    }
    std::stable_sort(kept.begin(), kept.end(), [](const NameFinder::Found &a, const NameFinder::Found &b) {
        return std::tuple(a.offset, a.record) < std::tuple(b.offset, b.record);
    });
    for (std::size_t n = 1; n < kept.size(); ++n) {
        if (kept[n].offset == kept[n - 1].offset)
            kept[n].ambiguous = kept[n - 1].ambiguous = true;
    }
    found = std::move(kept);
}

} // namespace

NameFinder::NameFinder(const std::vector<KnownName> &names)
{
    QSet<QString> own;
    QHash<QString, std::pair<QString, QStringList>> forms; // a form, how it is written, and the records that it would stand for
    for (const KnownName &name : names) {
        add(name);
        own.insert(squeezed(name.text));
    }
    for (const KnownName &name : names) {
        if (name.kind != u"dialogue")
            continue;
        for (const QString &form : dialogueForms(name.text)) {
            auto &[text, records] = forms[wordsOf(form).join(u' ')];
            text = text.isEmpty() ? form : std::min(text, form);
            if (!records.contains(name.record))
                records.append(name.record);
        }
    }
    QStringList keys = forms.keys();
    keys.sort();
    for (const QString &key : std::as_const(keys)) {
        // A form that is another record's own name, or that two may be meant by, stands for none.
        const auto &[text, records] = forms[key];
        if (records.size() == 1 && !own.contains(squeezed(text)))
            add({records.first(), u"dialogue"_s, text});
    }
    for (auto &entries : m_byFirstWord) {
        std::sort(entries.begin(), entries.end(), [this](std::size_t a, std::size_t b) {
            const Entry &left = m_entries[a];
            const Entry &right = m_entries[b];
            return std::tuple(-left.words.size(), left.name.record, left.name.text, left.name.kind) <
                   std::tuple(-right.words.size(), right.name.record, right.name.text, right.name.kind);
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
    if (hasHangul(name.text))
        m_korean.add(name.text, m_entries.size());
    else
        m_byFirstWord[entry.words.first()].push_back(m_entries.size());
    m_entries.push_back(std::move(entry));
}

std::vector<NameFinder::Found> NameFinder::find(const QString &text) const
{
    std::vector<Found> found = findLatin(text);
    const std::vector<KoreanFinder::Found> korean = m_korean.find(text);
    if (korean.empty())
        return found;
    for (const KoreanFinder::Found &one : korean) {
        const Entry &entry = m_entries[one.entry];
        const bool known = std::any_of(found.begin(), found.end(), [&](const Found &other) {
            return other.record == entry.name.record && other.offset == one.offset && other.length == one.length;
        });
        if (!known)
            found.push_back({entry.name.record, entry.name.kind, one.offset, one.length, false, false});
    }
    keepLongest(found);
    return found;
}

std::vector<NameFinder::Found> NameFinder::findLatin(const QString &text) const
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
                if (same && entry.name.kind == u"person")
                    same = text[offset].isUpper();
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
            recognised.push_back({found.record, block.text.mid(found.offset, found.length), block.label, static_cast<int>(found.offset),
                                  found.ambiguous, {}});
    }
    return recognised;
}

} // namespace entente::reading
