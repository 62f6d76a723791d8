#include "core/model/lookup.h"

#include <QCoreApplication>

#include <algorithm>

namespace entente::model {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::model", text);
}

template<typename Row, typename Order>
void sortAll(QHash<QString, std::vector<const Row *>> &lists, Order order)
{
    for (auto &list : lists)
        std::stable_sort(list.begin(), list.end(), order);
}

} // namespace

bool isCurrent(const Model &model, const Clause &clause)
{
    const Instrument *instrument = model.find(clause.instrument);
    return !instrument || instrument->edition.isEmpty() || clause.edition.isEmpty() || clause.edition == instrument->edition;
}

Lookup::Lookup(const Model &model) : m_model(model)
{
    for (const Relation &relation : m_model.all<Relation>()) {
        m_outgoing[relation.source.value].push_back(&relation);
        m_incoming[relation.target.value].push_back(&relation);
    }
    for (const Evidence &evidence : m_model.all<Evidence>())
        m_evidence[evidence.subject.value].push_back(&evidence);
    for (const Name &name : m_model.all<Name>())
        m_names[name.record.value].push_back(&name);
    for (const Head &head : m_model.all<Head>())
        m_heads[head.meeting.value].push_back(&head);
    for (const Attendance &attendance : m_model.all<Attendance>()) {
        m_attendance[attendance.meeting.value].push_back(&attendance);
        m_attendanceOfInstitution[attendance.institution.value].push_back(&attendance);
    }
    for (const Meeting &meeting : m_model.all<Meeting>())
        m_meetings[meeting.dialogue.value].push_back(&meeting);
    for (const Clause &clause : m_model.all<Clause>()) {
        if (isCurrent(m_model, clause))
            m_clauses[clause.instrument.value].push_back(&clause);
    }
    for (const Post &post : m_model.all<Post>())
        m_posts[post.person.value].push_back(&post);
    for (const Paragraph &paragraph : m_model.all<Paragraph>())
        m_paragraphs[paragraph.document.value].push_back(&paragraph);
    for (const Suggestion &suggestion : m_model.all<Suggestion>())
        m_suggestions[suggestion.document.value].push_back(&suggestion);
    for (const Commitment &commitment : m_model.all<Commitment>())
        m_commitments[commitment.meeting.value].push_back(&commitment);
    for (const Document &document : m_model.all<Document>()) {
        if (document.kind == DocumentKind::Readout && !document.meeting.isEmpty() && !m_readouts.contains(document.meeting.value))
            m_readouts.insert(document.meeting.value, &document);
        const Instrument *instrument = m_model.find(document.instrument);
        if (document.kind == DocumentKind::Instrument && instrument && (instrument->edition.isEmpty() || instrument->edition == document.edition))
            m_texts.insert(instrument->id.value, &document);
    }

    // Passages in the order of their text, then what rests on addresses.
    sortAll(m_evidence, [this](const Evidence *a, const Evidence *b) {
        const auto place = [this](const Evidence *evidence) {
            const Passage *passage = m_model.find<Passage>(evidence->origin.value);
            return std::tuple(!passage, passage ? passage->document.value : QString(), passage ? passage->label.toInt() : 0,
                              passage ? passage->label : QString(), passage ? passage->offset : 0);
        };
        return place(a) < place(b);
    });
    sortAll(m_heads, [](const Head *a, const Head *b) { return std::pair(a->side, a->position) < std::pair(b->side, b->position); });
    sortAll(m_meetings, [](const Meeting *a, const Meeting *b) {
        const auto order = [](const Meeting *m) { return std::tuple(!m->start.isKnown(), m->start.first(), m->ordinal.value_or(0)); };
        return order(a) < order(b);
    });
    sortAll(m_clauses, [](const Clause *a, const Clause *b) { return std::pair(a->position, a->label) < std::pair(b->position, b->label); });
    sortAll(m_posts, [](const Post *a, const Post *b) { return a->from.first() < b->from.first(); });
    sortAll(m_paragraphs, [](const Paragraph *a, const Paragraph *b) { return a->position < b->position; });
    sortAll(m_suggestions, [](const Suggestion *a, const Suggestion *b) {
        return std::tuple(a->label.toInt(), a->label, -a->score) < std::tuple(b->label.toInt(), b->label, -b->score);
    });
}

std::vector<const Relation *> Lookup::outgoing(const QString &record, const QString &type) const
{
    std::vector<const Relation *> found;
    std::ranges::copy_if(outgoing(record), std::back_inserter(found), [&](const Relation *relation) { return relation->type == type; });
    return found;
}

std::vector<const Relation *> Lookup::incoming(const QString &record, const QString &type) const
{
    std::vector<const Relation *> found;
    std::ranges::copy_if(incoming(record), std::back_inserter(found), [&](const Relation *relation) { return relation->type == type; });
    return found;
}

QString Lookup::title(const QString &record) const
{
    if (const auto *row = m_model.find<Institution>(record))
        return row->nameEn;
    if (const auto *row = m_model.find<Dialogue>(record))
        return row->nameEn;
    if (const auto *row = m_model.find<Instrument>(record))
        return row->nameEn;
    if (const auto *row = m_model.find<Area>(record))
        return row->nameEn;
    if (const auto *row = m_model.find<Person>(record))
        return row->nameEn;
    if (const auto *row = m_model.find<Clause>(record))
        return tr("%1, clause %2").arg(shortTitle(row->instrument.value), row->label);
    if (const auto *row = m_model.find<Meeting>(record)) {
        const QString dialogue = shortTitle(row->dialogue.value);
        if (row->ordinal)
            return tr("%1, round %2").arg(dialogue).arg(*row->ordinal);
        return row->start.isKnown() ? tr("%1, %2").arg(dialogue, row->start.toWords()) : dialogue;
    }
    if (const auto *row = m_model.find<Document>(record))
        return row->title;
    if (const auto *row = m_model.find<Commitment>(record))
        return row->summary;
    if (const auto *row = m_model.find<Relation>(record))
        return tr("%1 %2 %3").arg(shortTitle(row->source.value), row->type, shortTitle(row->target.value));
    if (const auto *row = m_model.find<Source>(record))
        return row->title.isEmpty() ? row->address : row->title;
    if (const auto *row = m_model.find<Passage>(record))
        return tr("%1 ¶ %2").arg(title(row->document.value), row->label);
    return record;
}

QString Lookup::shortTitle(const QString &record) const
{
    const auto shorter = [](const auto *row) { return row->abbreviation.isEmpty() ? row->nameEn : row->abbreviation; };
    if (const auto *row = m_model.find<Institution>(record))
        return shorter(row);
    if (const auto *row = m_model.find<Dialogue>(record))
        return shorter(row);
    if (const auto *row = m_model.find<Instrument>(record))
        return shorter(row);
    if (const auto *row = m_model.find<Area>(record))
        return shorter(row);
    if (const auto *row = m_model.find<Clause>(record))
        return u'§' + row->label;
    return title(record);
}

Knowledge Lookup::knowledge(const QString &record) const
{
    const Relation *relation = m_model.find<Relation>(record);
    if (relation && relation->confidence == Confidence::Inferred)
        return Knowledge::Inferred;
    Knowledge best = Knowledge::None;
    for (const Evidence *evidence : evidence(record)) {
        const Source *source = m_model.find<Source>(evidence->origin.value);
        const Knowledge given = source && source->kind == SourceKind::Press ? Knowledge::Reported : Knowledge::Documented;
        best = std::max(best, given);
    }
    return best;
}

} // namespace entente::model
