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

/// The word of a kind, for as long as the program runs.
const char *tableOf(Kind kind)
{
    const char *table = "";
    forEachKind([&]<typename Row>() {
        if (kind == kindOf<Row>)
            table = Fields<Row>::table;
    });
    return table;
}

constexpr int nameRank = 0;
constexpr int aliasRank = 1;
constexpr int clauseRank = 2;
constexpr int textRank = 3;
constexpr int noteRank = 4;

} // namespace

SearchIndex::SearchIndex(std::shared_ptr<const Lookup> lookup) : m_lookup(std::move(lookup))
{
    const Model &model = m_lookup->model();
    const auto isText = [&](const model::Document &document) {
        const Instrument *instrument = model.find(document.instrument);
        return !instrument || instrument->edition.isEmpty() || instrument->edition == document.edition;
    };
    forEachKind([&]<typename Row>() {
        const char *kind = Fields<Row>::table;
        for (const Row &row : model.all<Row>()) {
            const QString &id = row.id.value;
            if constexpr (requires { row.nameEn; }) {
                add(id, kind, "name_en", row.nameEn, nameRank);
                add(id, kind, "name_ko", row.nameKo, nameRank);
            }
            if constexpr (requires { row.abbreviation; })
                add(id, kind, "abbreviation", row.abbreviation, nameRank);
            if constexpr (std::is_same_v<Row, model::Name>) {
                if (const auto named = model.kindOfRecord(row.record.value))
                    add(row.record.value, tableOf(*named), "name", row.text, aliasRank);
            } else if constexpr (std::is_same_v<Row, Clause>) {
                if (!isCurrent(model, row))
                    continue; // The words of other editions are found in their texts.
                add(id, kind, "heading", row.heading, clauseRank);
                add(id, kind, "summary", row.summary, clauseRank);
                add(id, kind, "text", row.text, clauseRank);
            } else if constexpr (std::is_same_v<Row, Meeting>) {
                add(id, kind, "topics", row.topics.join(u"; "_s), clauseRank);
                add(id, kind, "place", row.place, clauseRank);
            } else if constexpr (std::is_same_v<Row, Head>) {
                add(row.meeting.value, "meeting", "heads", simplified(row.name + u", "_s + row.title), textRank);
            } else if constexpr (std::is_same_v<Row, Post>) {
                add(row.person.value, "person", "posts", row.title, textRank);
            } else if constexpr (std::is_same_v<Row, model::Document>) {
                add(id, kind, "title", row.title, nameRank);
                add(id, kind, "reference", row.references.join(u' '), nameRank);
            } else if constexpr (std::is_same_v<Row, Paragraph>) {
                const model::Document *document = model.find(row.document);
                // The units of an instrument's current text are found as clauses.
                const bool isClause = document && document->kind == DocumentKind::Instrument && row.role == ParagraphRole::Unit && isText(*document);
                if (!isClause && row.role != ParagraphRole::SetAside)
                    add(row.document.value, "document", "text", row.text, textRank, row.label);
            } else if constexpr (std::is_same_v<Row, Commitment>) {
                add(id, kind, "summary", row.summary, clauseRank);
                add(id, kind, "words", row.words, textRank);
            } else if constexpr (std::is_same_v<Row, Instrument>) {
                add(id, kind, "reference", row.reference, aliasRank);
            }
            if constexpr (!std::is_same_v<Row, Name> && !std::is_same_v<Row, Source> && !std::is_same_v<Row, Evidence>)
                add(id, kind, "notes", row.notes, noteRank);
        }
    });
}

void SearchIndex::add(const QString &id, const char *kind, const char *field, const QString &text, int rank, const QString &label)
{
    if (!text.isEmpty())
        m_texts.push_back({id, kind, field, text, folded(text), rank, label});
}

std::vector<Hit> SearchIndex::find(const QString &words, std::size_t limit) const
{
    const QString all = folded(simplified(cleanText(words)));
    const QStringList wanted = all.split(u' ', Qt::SkipEmptyParts);
    if (wanted.isEmpty())
        return {};
    std::vector<std::pair<int, const Text *>> found;
    for (const Text &text : m_texts) {
        if (!containsAll(text.plain, wanted))
            continue;
        const int closeness = text.plain == all ? 0 : text.plain.startsWith(all) ? 1 : text.plain.contains(all) ? 2 : 3;
        found.emplace_back(text.rank * 4 + closeness, &text);
    }
    std::ranges::stable_sort(found, {}, &std::pair<int, const Text *>::first);
    if (found.size() > limit)
        found.resize(limit);
    std::vector<Hit> hits;
    for (const auto &[rank, text] : found)
        hits.push_back({text->id, QString::fromLatin1(text->kind), QString::fromLatin1(text->field), snippetOf(text->text, wanted), text->label, rank});
    return hits;
}

} // namespace entente::exchange
