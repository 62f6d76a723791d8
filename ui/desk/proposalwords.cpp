#include "ui/desk/proposalwords.h"

#include "ui/words.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::ui::Proposals", text);
}

/// `SDP 15: deepen cooperation in cyberspace` where the clause has words of our own.
QString named(const Lookup &lookup, const QString &record)
{
    const QString title = lookup.title(record);
    const auto *clause = lookup.model().find<Clause>(record);
    return clause && !clause->summary.isEmpty() ? QString(title + u": "_s + clause->summary) : title;
}

QString meetingInWords(const Lookup &lookup, const ChangeSet &rows)
{
    const auto &meetings = rows.changes<Meeting>();
    if (meetings.empty() || !meetings.front().after)
        return tr("a meeting");
    const Meeting &meeting = *meetings.front().after;
    QString dialogue = lookup.title(meeting.dialogue.value);
    for (const Change<Dialogue> &change : rows.changes<Dialogue>()) {
        if (change.after && change.after->id == meeting.dialogue)
            dialogue = tr("%1 (a dialogue that the map does not have yet)").arg(change.after->nameEn);
    }
    QStringList facts;
    if (meeting.ordinal)
        facts += tr("round %1").arg(*meeting.ordinal);
    if (meeting.start.isKnown())
        facts += meeting.start.toWords();
    if (!meeting.place.isEmpty())
        facts += meeting.place;
    if (meeting.format != MeetingFormat::Unknown)
        facts += shown(meeting.format);
    if (const auto heads = rows.changes<Head>().size(); heads > 0)
        facts += heads == 1 ? tr("1 head of delegation") : tr("%1 heads of delegation").arg(heads);
    if (const auto bodies = rows.changes<Attendance>().size(); bodies > 0)
        facts += bodies == 1 ? tr("1 institution present") : tr("%1 institutions present").arg(bodies);
    const bool known = lookup.model().find(meeting.id) != nullptr;
    return (known ? tr("completes a meeting of %1: %2") : tr("a new meeting of %1: %2")).arg(dialogue, facts.join(u", "_s));
}

QString commitmentInWords(const Lookup &lookup, const ChangeSet &rows)
{
    for (const Change<Commitment> &change : rows.changes<Commitment>()) {
        if (!change.after)
            continue;
        const Commitment &promise = *change.after;
        QString words = tr("a promise of %1: %2").arg(promise.by.isEmpty() ? tr("both sides") : lookup.title(promise.by.value), promise.summary);
        if (promise.due.isKnown())
            words += u", "_s + tr("due %1").arg(promise.due.toWords());
        if (change.before && change.before->state != promise.state)
            words += u", "_s + tr("now %1").arg(shown(promise.state));
        return words;
    }
    return {};
}

/// The name of a record that a proposal would add.
QString newRecordInWords(const ChangeSet &rows)
{
    QString words;
    forEachKind([&]<typename Row>() {
        if constexpr (requires { Row().nameEn; Row().nameKo; }) {
            for (const Change<Row> &change : rows.changes<Row>()) {
                if (words.isEmpty() && change.after && !change.before)
                    words = tr("a new record: %1 “%2”").arg(kindName(kindOf<Row>), change.after->nameEn.isEmpty() ? change.after->nameKo : change.after->nameEn);
            }
        }
    });
    return words;
}

} // namespace

QString proposalKind(const QString &kind)
{
    if (kind == "relation"_L1)
        return tr("Link");
    if (kind == "meeting"_L1)
        return tr("Meeting");
    if (kind == "commitment"_L1)
        return tr("Commitment");
    if (kind == "name"_L1)
        return tr("Name");
    if (kind == "move"_L1)
        return tr("Move");
    return capitalised(shown(kind));
}

QString proposalInWords(const Lookup &lookup, const Suggestion &suggestion)
{
    ChangeSet rows;
    if (!suggestion.proposal.isEmpty()) {
        if (auto read = ChangeSet::fromJson(QJsonDocument::fromJson(suggestion.proposal.toUtf8()).object(), {}))
            rows = *std::move(read);
    }
    QString words;
    if (suggestion.kind == "meeting"_L1)
        words = meetingInWords(lookup, rows);
    else if (suggestion.kind == "commitment"_L1)
        words = commitmentInWords(lookup, rows);
    else if (suggestion.kind == "name"_L1)
        words = !suggestion.target.isEmpty() ? tr("“%1” is a name of %2").arg(suggestion.quote, lookup.title(suggestion.target.value))
                                             : newRecordInWords(rows);
    else if (suggestion.kind == "move"_L1)
        words = suggestion.target.isEmpty() ? tr("“%1” is left behind; nothing in the new text comes near").arg(lookup.title(suggestion.source.value))
                                            : tr("“%1” goes along to %2").arg(lookup.title(suggestion.source.value), named(lookup, suggestion.target.value));
    if (words.isEmpty() && !suggestion.relation.isEmpty())
        words = shown(suggestion.relation) + u' ' + named(lookup, suggestion.target.value);
    if (words.isEmpty() && suggestion.kind == "name"_L1)
        words = tr("“%1”: whose name is it?").arg(suggestion.quote);
    if (words.isEmpty())
        words = suggestion.target.isEmpty() ? suggestion.quote.left(200) : named(lookup, suggestion.target.value);
    return words;
}

} // namespace entente::ui
