#pragma once

#include "core/model/model.h"

#include <QHash>

#include <span>

namespace entente::model {

/// What hangs on what: a snapshot of a map with its cross-references, built once in linear time. Safe to read from any thread.
class Lookup
{
public:
    explicit Lookup(const Model &model);

    const Model &model() const { return m_model; }

    using Relations = std::span<const Relation *const>;
    Relations outgoing(const QString &record) const { return view(m_outgoing, record); }
    Relations incoming(const QString &record) const { return view(m_incoming, record); }
    /// The relations of one type that leave, or reach, a record.
    std::vector<const Relation *> outgoing(const QString &record, const QString &type) const;
    std::vector<const Relation *> incoming(const QString &record, const QString &type) const;

    std::span<const Evidence *const> evidence(const QString &subject) const { return view(m_evidence, subject); }
    std::span<const Name *const> names(const QString &record) const { return view(m_names, record); }
    /// Heads in their order, the EU side first.
    std::span<const Head *const> heads(const Id<Meeting> &meeting) const { return view(m_heads, meeting.value); }
    std::span<const Attendance *const> attendance(const Id<Meeting> &meeting) const { return view(m_attendance, meeting.value); }
    std::span<const Attendance *const> attendance(const Id<Institution> &institution) const
    {
        return view(m_attendanceOfInstitution, institution.value);
    }
    /// By first possible day, undated ones last.
    std::span<const Meeting *const> meetings(const Id<Dialogue> &dialogue) const { return view(m_meetings, dialogue.value); }
    /// The clauses of the current edition, in the order of the text.
    std::span<const Clause *const> clauses(const Id<Instrument> &instrument) const { return view(m_clauses, instrument.value); }
    std::span<const Post *const> posts(const Id<Person> &person) const { return view(m_posts, person.value); }
    std::span<const Paragraph *const> paragraphs(const Id<Document> &document) const { return view(m_paragraphs, document.value); }
    std::span<const Suggestion *const> suggestions(const Id<Document> &document) const { return view(m_suggestions, document.value); }
    std::span<const Commitment *const> commitments(const Id<Meeting> &meeting) const { return view(m_commitments, meeting.value); }
    /// The first document that is a read-out of the meeting.
    const Document *readout(const Id<Meeting> &meeting) const { return m_readouts.value(meeting.value); }
    /// The document that holds the text of the instrument's current edition.
    const Document *textOf(const Id<Instrument> &instrument) const { return m_texts.value(instrument.value); }

    /// What a record is called where there is room: its English name, `Cyber Policy Consultation, round 7`, `SDP 14(c)`.
    QString title(const QString &record) const;
    /// The shortest name: the abbreviation where there is one.
    QString shortTitle(const QString &record) const;

    /// How a record is known: a passage or an official address documents it, the press reports it; a relation marked so is inferred.
    Knowledge knowledge(const QString &record) const;

private:
    template<typename Row>
    using Lists = QHash<QString, std::vector<const Row *>>;
    template<typename Row>
    static std::span<const Row *const> view(const Lists<Row> &lists, const QString &key)
    {
        const auto found = lists.constFind(key);
        return found == lists.constEnd() ? std::span<const Row *const>() : std::span<const Row *const>(*found);
    }

    Model m_model;
    Lists<Relation> m_outgoing;
    Lists<Relation> m_incoming;
    Lists<Evidence> m_evidence;
    Lists<Name> m_names;
    Lists<Head> m_heads;
    Lists<Attendance> m_attendance;
    Lists<Attendance> m_attendanceOfInstitution;
    Lists<Meeting> m_meetings;
    Lists<Clause> m_clauses;
    Lists<Post> m_posts;
    Lists<Paragraph> m_paragraphs;
    Lists<Suggestion> m_suggestions;
    Lists<Commitment> m_commitments;
    QHash<QString, const Document *> m_readouts;
    QHash<QString, const Document *> m_texts;
};

/// Whether a clause stands in its instrument's current edition.
bool isCurrent(const Model &model, const Clause &clause);

} // namespace entente::model
