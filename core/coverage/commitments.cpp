#include "core/coverage/commitments.h"

#include "core/base/text.h"
#include "core/coverage/rules.h"
#include "core/coverage/words.h"
#include "core/model/asof.h"

#include <QCoreApplication>

#include <algorithm>

namespace entente::coverage {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::coverage", text);
}

const model::Document *documentOf(const Model &model, const Id<Passage> &id)
{
    const Passage *passage = model.find(id);
    return passage ? model.find(passage->document) : nullptr;
}

/// When a passage was there to be read: the text's own date, else its meeting's.
PartialDate dateOf(const Model &model, const Id<Passage> &id)
{
    const model::Document *document = documentOf(model, id);
    if (!document)
        return {};
    if (document->date.isKnown())
        return document->date;
    const Meeting *meeting = model.find(document->meeting);
    return meeting ? meeting->start : PartialDate();
}

CommitmentState stateOn(const Model &model, const Commitment &commitment, const QDate &asOf)
{
    const bool settled = commitment.state == CommitmentState::Delivered || commitment.state == CommitmentState::Dropped;
    if (!settled || !asOf.isValid())
        return commitment.state;
    const PartialDate proved = dateOf(model, commitment.proof);
    return proved.isKnown() && !mayBeBy(proved, asOf) ? CommitmentState::Open : commitment.state;
}

Side sideOf(const Model &model, const AnyId &id)
{
    const Institution *institution = model.find<Institution>(id.value);
    return institution ? institution->side : Side::Unknown;
}

PartialDate madeOn(const Model &model, const Commitment &commitment)
{
    if (const Meeting *meeting = model.find(commitment.meeting))
        return meeting->start;
    const PartialDate read = dateOf(model, commitment.passage);
    if (read.isKnown())
        return read;
    const Clause *clause = model.find(commitment.clause);
    const Instrument *instrument = clause ? model.find(clause->instrument) : nullptr;
    return instrument ? instrument->adopted : PartialDate();
}

QString placeInWords(const Lookup &lookup, const Commitment &commitment, const PartialDate &made)
{
    QStringList words;
    if (!commitment.meeting.isEmpty())
        words += roundInWords(lookup, commitment.meeting.value);
    if (!commitment.clause.isEmpty())
        words += lookup.shortTitle(commitment.clause.value);
    if (words.isEmpty()) {
        if (const model::Document *document = documentOf(lookup.model(), commitment.passage))
            words += document->title;
    }
    const bool saysDate = !words.isEmpty() && words.first().contains(made.toWords());
    if (made.isKnown() && !saysDate)
        words += made.toWords();
    return words.join(u", "_s);
}

LedgerEntry entryOf(const Lookup &lookup, const Commitment &commitment, const QDate &asOf)
{
    const Model &model = lookup.model();
    LedgerEntry entry;
    entry.commitment = commitment.id.value;
    entry.bySide = sideOf(model, commitment.by);
    entry.by = commitment.by.isEmpty() ? tr("both sides") : lookup.shortTitle(commitment.by.value);
    entry.to = commitment.to.isEmpty() ? QString() : lookup.shortTitle(commitment.to.value);
    entry.made = madeOn(model, commitment);
    entry.madeAt = placeInWords(lookup, commitment, entry.made);
    if (const Meeting *meeting = model.find(commitment.meeting))
        entry.dialogue = meeting->dialogue.value;
    else if (model.find<Dialogue>(commitment.by.value))
        entry.dialogue = commitment.by.value;
    entry.state = stateOn(model, commitment, asOf);
    std::tie(entry.knowledge, entry.because) = knowledgeOf(lookup, commitment, entry.state);
    if (entry.state == CommitmentState::Delivered || entry.state == CommitmentState::Dropped) {
        entry.due = Due::Settled;
    } else if (commitment.due.isKnown() && asOf.isValid()) {
        const int days = int(asOf.daysTo(commitment.due.last()));
        entry.due = days < 0 ? Due::Overdue : days <= reminderDays(model) ? Due::Soon : Due::Later;
        entry.overdueDays = std::max(0, -days);
        entry.daysLeft = std::max(0, days);
    } else if (commitment.due.isKnown()) {
        entry.due = Due::Later;
    }
    return entry;
}

} // namespace

int reminderDays(const Model &model)
{
    return rulesOf(model).dueSoon;
}

std::pair<Knowledge, QString> knowledgeOf(const Lookup &lookup, const Commitment &commitment, CommitmentState state)
{
    const bool settled = state == CommitmentState::Delivered || state == CommitmentState::Dropped;
    const Id<Passage> rests = settled ? commitment.proof : commitment.passage;
    if (const model::Document *document = documentOf(lookup.model(), rests)) {
        const bool official = document->kind != DocumentKind::Other;
        const QString words = settled ? tr("A passage of “%1” is the proof.") : tr("A passage of “%1” says so.");
        return {official ? Knowledge::Documented : Knowledge::Reported, words.arg(document->title.isEmpty() ? document->fileName : document->title)};
    }
    switch (lookup.evidence(commitment.id.value).empty() ? Knowledge::None : lookup.knowledge(commitment.id.value)) {
    case Knowledge::Documented:
        return {Knowledge::Documented, tr("An official source says so.")};
    case Knowledge::Reported:
        return {Knowledge::Reported, tr("Press reports say so.")};
    case Knowledge::Inferred:
    case Knowledge::None:
        break;
    }
    if (settled)
        return {Knowledge::Inferred, tr("Somebody noted it; no passage proves it.")};
    if (!commitment.meeting.isEmpty() || !commitment.clause.isEmpty())
        return {Knowledge::Inferred, tr("Somebody noted where it was made; no passage is quoted.")};
    return {Knowledge::None, tr("Nothing says where it was made.")};
}

std::vector<LedgerEntry> ledgerOf(const Lookup &lookup, const QDate &asOf)
{
    std::vector<std::pair<PartialDate, LedgerEntry>> entries;
    for (const Commitment &commitment : lookup.model().all<Commitment>()) {
        LedgerEntry entry = entryOf(lookup, commitment, asOf);
        if (asOf.isValid() && entry.made.isKnown() && !mayBeBy(entry.made, asOf))
            continue;
        entries.emplace_back(commitment.due, std::move(entry));
    }
    const auto rank = [](const auto &pair) {
        const auto &[due, entry] = pair;
        const int group = entry.due == Due::Overdue ? 0 : entry.due == Due::Settled ? 3 : entry.due == Due::NoDate ? 2 : 1;
        return std::tuple(group, due.isKnown() ? due.last() : QDate(9999, 12, 31));
    };
    std::ranges::stable_sort(entries, [&](const auto &a, const auto &b) { return rank(a) < rank(b); });
    std::vector<LedgerEntry> ledger;
    for (auto &[due, entry] : entries)
        ledger.push_back(std::move(entry));
    return ledger;
}

std::optional<LedgerEntry> ledgerEntry(const Lookup &lookup, const QString &commitment, const QDate &asOf)
{
    const Commitment *row = lookup.model().find<Commitment>(commitment);
    return row ? std::optional(entryOf(lookup, *row, asOf)) : std::nullopt;
}

QString dueWord(Due due)
{
    switch (due) {
    case Due::NoDate:
        return u"no date"_s;
    case Due::Later:
        return u"due later"_s;
    case Due::Soon:
        return u"due soon"_s;
    case Due::Overdue:
        return u"overdue"_s;
    case Due::Settled:
        break;
    }
    return u"settled"_s;
}

} // namespace entente::coverage
