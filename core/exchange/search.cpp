#include "core/exchange/search.h"

#include "core/base/text.h"

#include <algorithm>

namespace entente::exchange {

using namespace Qt::StringLiterals;

namespace {

bool containsAll(const QString &text, const QStringList &words)
{
    return std::ranges::all_of(words, [&](const QString &word) { return text.contains(word); });
}

/// Some forty characters on either side of the first word. Folding can change lengths, so the place is found in the text as it stands where possible.
QString snippetOf(const QString &text, const QStringList &words)
{
    constexpr qsizetype around = 44;
    const QString shown = simplified(text);
    qsizetype place = folded(shown).indexOf(words.front());
    place = std::clamp<qsizetype>(place, 0, std::max<qsizetype>(0, shown.size() - 1));
    qsizetype from = std::max<qsizetype>(0, place - around);
    qsizetype to = std::min(shown.size(), place + words.front().size() + around);
    if (from > 0)
        from = std::max(from, shown.lastIndexOf(u' ', from) + 1);
    if (to < shown.size()) {
        const qsizetype space = shown.indexOf(u' ', to);
        to = space < 0 || space > to + 20 ? to : space;
    }
    return (from > 0 ? u"… "_s : QString()) + shown.mid(from, to - from) + (to < shown.size() ? u" …"_s : QString());
}

class Search
{
public:
    Search(QStringList words) : m_words(std::move(words)) {}

    void look(const QString &id, const char *kind, const char *field, const QString &text, int rank, const QString &label = {})
    {
        if (text.isEmpty())
            return;
        const QString plain = folded(text);
        if (!containsAll(plain, m_words))
            return;
        const QString all = m_words.join(u' ');
        const int closeness = plain == all ? 0 : plain.startsWith(all) ? 1 : plain.contains(all) ? 2 : 3;
        m_hits.push_back({id, QString::fromLatin1(kind), QString::fromLatin1(field), snippetOf(text, m_words), label, rank * 4 + closeness});
    }

    std::vector<Hit> take(std::size_t limit)
    {
        std::ranges::stable_sort(m_hits, {}, &Hit::rank);
        if (m_hits.size() > limit)
            m_hits.resize(limit);
        return std::move(m_hits);
    }

private:
    QStringList m_words;
    std::vector<Hit> m_hits;
};

constexpr int nameRank = 0;
constexpr int aliasRank = 1;
constexpr int clauseRank = 2;
constexpr int textRank = 3;
constexpr int noteRank = 4;

} // namespace

std::vector<Hit> search(const Lookup &lookup, const QString &words, std::size_t limit)
{
    const QStringList wanted = folded(cleanText(words)).split(u' ', Qt::SkipEmptyParts);
    if (wanted.isEmpty())
        return {};
    Search search(wanted);
    const Model &model = lookup.model();
    forEachKind([&]<typename Row>() {
        const char *kind = Fields<Row>::table;
        for (const Row &row : model.all<Row>()) {
            const QString &id = row.id.value;
            if constexpr (requires { row.nameEn; }) {
                search.look(id, kind, "name_en", row.nameEn, nameRank);
                search.look(id, kind, "name_ko", row.nameKo, nameRank);
            }
            if constexpr (requires { row.abbreviation; })
                search.look(id, kind, "abbreviation", row.abbreviation, nameRank);
            if constexpr (std::is_same_v<Row, model::Name>) {
                if (const auto named = model.kindOfRecord(row.record.value))
                    search.look(row.record.value, singular(*named).toLatin1().constData(), "name", row.text, aliasRank);
            } else if constexpr (std::is_same_v<Row, Clause>) {
                search.look(id, kind, "heading", row.heading, clauseRank);
                search.look(id, kind, "summary", row.summary, clauseRank);
                search.look(id, kind, "text", row.text, clauseRank);
            } else if constexpr (std::is_same_v<Row, Meeting>) {
                search.look(id, kind, "topics", row.topics.join(u"; "_s), clauseRank);
                search.look(id, kind, "place", row.place, clauseRank);
            } else if constexpr (std::is_same_v<Row, Head>) {
                search.look(row.meeting.value, "meeting", "heads", simplified(row.name + u", "_s + row.title), textRank);
            } else if constexpr (std::is_same_v<Row, Post>) {
                search.look(row.person.value, "person", "posts", row.title, textRank);
            } else if constexpr (std::is_same_v<Row, model::Document>) {
                search.look(id, kind, "title", row.title, nameRank);
                search.look(id, kind, "reference", row.references.join(u' '), nameRank);
            } else if constexpr (std::is_same_v<Row, Paragraph>) {
                const model::Document *document = model.find(row.document);
                // The units of an instrument's current text are found as clauses.
                const bool isClause = document && document->kind == DocumentKind::Instrument && row.role == ParagraphRole::Unit;
                if (!isClause && row.role != ParagraphRole::SetAside)
                    search.look(row.document.value, "document", "text", row.text, textRank, row.label);
            } else if constexpr (std::is_same_v<Row, Commitment>) {
                search.look(id, kind, "summary", row.summary, clauseRank);
                search.look(id, kind, "words", row.words, textRank);
            } else if constexpr (std::is_same_v<Row, Instrument>) {
                search.look(id, kind, "reference", row.reference, aliasRank);
            }
            if constexpr (!std::is_same_v<Row, Name> && !std::is_same_v<Row, Source> && !std::is_same_v<Row, Evidence>)
                search.look(id, kind, "notes", row.notes, noteRank);
        }
    });
    return search.take(limit);
}

} // namespace entente::exchange
