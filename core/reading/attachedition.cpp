#include "core/reading/attach.h"

#include "core/base/text.h"
#include "core/model/anchors.h"
#include "core/model/editmoves.h"
#include "core/reading/alignment.h"

#include <QCoreApplication>

#include <algorithm>

// A second text of an instrument: what was attached to the clauses of the first finds its place in the second.

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::reading", text);
}

std::vector<AlignmentUnit> unitsOfClauses(const Model &model, const std::vector<Clause> &clauses)
{
    std::vector<AlignmentUnit> units;
    for (const Clause &clause : clauses) {
        // Parents of a text that is not in the map yet are told by their keys.
        const Clause *parent = model.find(clause.parent);
        const qsizetype slash = clause.parent.value.indexOf(u'/');
        const QString label = clause.parent.isEmpty() ? QString() : parent ? parent->label : clause.parent.value.mid(slash + 1);
        units.push_back({clause.label, label, clause.heading, clause.text});
    }
    return units;
}

/// `ins@2024-11`: after the reference, the date, or the file's checksum.
QString editionKey(const Model &model, const Id<Instrument> &instrument, const QString &reference, const PartialDate &date, const QString &hash)
{
    QString name = slug(reference);
    if (name.isEmpty())
        name = date.isKnown() ? date.toIso() : hash.left(8);
    const QString key = instrument.value + u'@' + name;
    return model.contains(key) ? key + u'-' + hash.left(6) : key;
}

/// The heading that a person gave a clause: one that its text does not print.
bool isOwnHeading(const Clause &clause, const QSet<QString> &printed)
{
    if (clause.heading.isEmpty())
        return false;
    const QString wanted = folded(simplified(clause.heading));
    return std::ranges::none_of(printed, [&](const QString &heading) { return heading.contains(wanted) || wanted.contains(heading); });
}

/// Whether most letters of a text are Hangul: words of two languages cannot be compared.
bool isInHangul(const std::vector<Clause> &clauses)
{
    qsizetype hangul = 0;
    qsizetype letters = 0;
    for (const Clause &clause : clauses) {
        for (const QChar c : clause.text) {
            letters += c.isLetter();
            hangul += c.script() == QChar::Script_Hangul;
        }
    }
    return 2 * hangul > letters;
}

class NewEdition
{
public:
    NewEdition(Attachment &attachment, const Instrument &instrument, const Edition &edition, const Progress &progress);
    void attach();

private:
    void placeBeside(const QString &why);
    void replaceCurrent();
    void nameOldEdition();
    QString longKey(const QString &label) const { return m_oldEdition.id.value + u'/' + label; }
    void queue(const Anchor &anchor, const Aligned &unit, const KeyMap &renamed);
    void retargetWaitingMoves(const QHash<QString, QString> &closest);
    QString reasonFor(const Anchor &anchor, const Aligned &unit) const;
    QString whatHappened(const Aligned &unit) const;

    Attachment &m_a;
    Instrument m_instrument;
    const Edition &m_edition;
    const Progress &m_progress;
    Model m_model; ///< As it will be.
    const model::Document &m_oldText;
    Edition m_oldEdition;
    std::vector<Clause> m_old;
};

NewEdition::NewEdition(Attachment &attachment, const Instrument &instrument, const Edition &edition, const Progress &progress)
    : m_a(attachment)
    , m_instrument(instrument)
    , m_edition(edition)
    , m_progress(progress)
    , m_model(attachment.lookup.model())
    , m_oldText(*attachment.lookup.textOf(instrument.id))
{
    for (const Clause *clause : m_a.lookup.clauses(m_instrument.id))
        m_old.push_back(*clause);
}

/// The text that is there may lack an edition row; its clauses need one for their long keys.
void NewEdition::nameOldEdition()
{
    if (const Edition *present = m_model.find(m_instrument.edition)) {
        m_oldEdition = *present;
        return;
    }
    m_oldEdition.id.value = editionKey(m_model, m_instrument.id, m_oldText.reference, m_oldText.date, m_oldText.hash);
    if (m_oldEdition.id == m_edition.id)
        m_oldEdition.id.value += u'-' + m_oldText.hash.left(6);
    m_oldEdition.instrument = m_instrument.id;
    m_oldEdition.title = m_oldText.title;
    m_oldEdition.reference = m_oldText.reference;
    m_oldEdition.date = m_oldText.date;
    m_oldEdition.marking = m_oldText.marking;
    m_model.table<Edition>().put(m_oldEdition);
    model::Document text = m_oldText;
    text.edition = m_oldEdition.id;
    m_model.table<model::Document>().put(text);
}

/// An older text, or a translation: its clauses have long keys from the start, and nothing moves.
void NewEdition::placeBeside(const QString &why)
{
    const std::vector<Clause> clauses = clausesOf(m_a.read, m_instrument.id, m_edition.id, m_edition.id.value);
    for (const Aligned &unit : align(unitsOfClauses(m_model, clauses), unitsOfClauses(m_model, m_old), m_progress))
        m_a.report.alignment.push_back({unit, 0, 0});
    for (const Clause &clause : clauses)
        m_model.table<Clause>().put(clause);
    m_a.report.notices += why.arg(m_a.lookup.shortTitle(m_instrument.id.value), m_edition.id.value);
}

QString NewEdition::whatHappened(const Aligned &unit) const
{
    const QString percent = QString::number(qRound(100 * unit.likeness));
    switch (unit.verdict) {
    case Verdict::Split:
        return tr("clause %1 became %2").arg(unit.from, sentenceList(unit.to));
    case Verdict::Merged:
        return tr("clause %1 became part of %2").arg(unit.from, unit.to.value(0));
    case Verdict::Gone:
        return unit.closest.isEmpty() ? tr("clause %1 is gone, and nothing in the new text comes near").arg(unit.from)
                                      : tr("clause %1 is gone; %2 comes nearest, with %3 % of the words").arg(unit.from, unit.closest, percent);
    case Verdict::Same:
    case Verdict::Renumbered:
        return tr("clause %1 reads like %2, but so do others").arg(unit.from, unit.to.value(0));
    case Verdict::Reworded:
    case Verdict::New:
        break;
    }
    return tr("clause %1 was reworded: %2 has %3 % of its words").arg(unit.from, unit.to.value(0), percent);
}

QString NewEdition::reasonFor(const Anchor &anchor, const Aligned &unit) const
{
    const QString what = anchor.field.isEmpty() ? tr("What you noted of it") : u"“%1”"_s.arg(m_a.lookup.title(anchor.record));
    return tr("%1 is attached to a clause that changed: %2.").arg(what, whatHappened(unit));
}

void NewEdition::queue(const Anchor &anchor, const Aligned &unit, const KeyMap &renamed)
{
    Suggestion move;
    move.kind = moveKind;
    move.document = m_a.document.id;
    const QString from = longKey(unit.from);
    move.source.value = anchor.field.isEmpty() ? from : renamed.value(anchor.record, anchor.record);
    if (!unit.closest.isEmpty()) {
        move.target.value = m_instrument.id.value + u'/' + unit.closest;
        move.label = unit.closest;
        if (const Clause *clause = m_model.find<Clause>(move.target.value))
            move.quote = clause->text;
    }
    move.score = unit.likeness;
    move.reason = reasonFor(anchor, unit);
    move.proposal = edits::moveProposal({from, anchor.field});
    move.id.value = contentKey(u"sug"_s, {moveKind, m_edition.id.value, from, move.source.value, anchor.field});
    m_model.table<Suggestion>().put(move);
}

/// A move that has been waiting since the edition before goes on waiting, for the clause that its target became.
void NewEdition::retargetWaitingMoves(const QHash<QString, QString> &closest)
{
    std::vector<Suggestion> waiting;
    for (const Suggestion &suggestion : m_model.all<Suggestion>()) {
        if (suggestion.kind == moveKind && suggestion.state == SuggestionState::Open && closest.contains(suggestion.target.value))
            waiting.push_back(suggestion);
    }
    for (Suggestion &suggestion : waiting) {
        suggestion.target.value = closest.value(suggestion.target.value);
        m_model.table<Suggestion>().put(suggestion);
    }
}

void NewEdition::replaceCurrent()
{
    nameOldEdition();
    m_instrument.edition = m_edition.id;
    m_model.table<Instrument>().put(m_instrument);
    const QString prefix = m_instrument.id.value;
    std::vector<Clause> clauses = clausesOf(m_a.read, m_instrument.id, m_edition.id, prefix);
    const std::vector<Aligned> units = align(unitsOfClauses(m_model, m_old), unitsOfClauses(m_model, clauses), m_progress);

    QHash<QString, const Clause *> oldByLabel;
    QSet<QString> oldKeys;
    for (const Clause &clause : m_old) {
        oldByLabel.insert(clause.label, &clause);
        oldKeys.insert(clause.id.value);
    }
    QHash<QString, std::vector<Anchor>> anchors;
    for (const Anchor &anchor : anchorsOf(m_model, oldKeys))
        anchors[anchor.clause].push_back(anchor);
    QSet<QString> printedHeadings;
    for (const Paragraph *paragraph : m_a.lookup.paragraphs(m_oldText.id)) {
        if (paragraph->role == ParagraphRole::Heading)
            printedHeadings.insert(folded(simplified(paragraph->text)));
    }

    // The old clauses leave the short keys to the new ones.
    for (const Clause &clause : m_old)
        m_model.table<Clause>().take(clause.id.value);
    QHash<QString, Clause> movedFrom; // by the new label
    KeyMap places;
    QHash<QString, QString> closest;
    for (const Aligned &unit : units) {
        const Clause *old = oldByLabel.value(unit.from);
        if (!old)
            continue;
        if (unit.certain) {
            places.insert(old->id.value, prefix + u'/' + unit.to.front());
            movedFrom.insert(unit.to.front(), *old);
        } else {
            places.insert(old->id.value, longKey(old->label));
            closest.insert(longKey(old->label), unit.closest.isEmpty() ? QString() : prefix + u'/' + unit.closest);
        }
    }
    for (Clause clause : m_old) {
        const bool moved = !places.value(clause.id.value).startsWith(m_oldEdition.id.value + u'/');
        clause.id.value = longKey(clause.label);
        clause.edition = m_oldEdition.id;
        if (!clause.parent.isEmpty()) {
            const QString parent = clause.parent.value;
            clause.parent.value = m_oldEdition.id.value + parent.mid(parent.indexOf(u'/'));
        }
        if (moved)
            clause.notes.clear();
        m_model.table<Clause>().put(clause);
    }
    for (Clause &clause : clauses) {
        if (const auto old = movedFrom.constFind(clause.label); old != movedFrom.constEnd()) {
            takeRemarks(clause, *old);
            if (isOwnHeading(*old, printedHeadings))
                clause.heading = old->heading;
        }
        m_model.table<Clause>().put(clause);
    }
    KeyMap renamed;
    redirect(m_model, places, renamed);
    retargetWaitingMoves(closest);

    int moved = 0;
    int queued = 0;
    for (const Aligned &unit : units) {
        EditionEntry entry{unit, 0, 0};
        if (const Clause *old = oldByLabel.value(unit.from)) {
            const auto &attached = anchors[old->id.value];
            (unit.certain ? entry.moved : entry.queued) = int(attached.size());
            if (!unit.certain) {
                for (const Anchor &anchor : attached)
                    queue(anchor, unit, renamed);
            }
        }
        moved += entry.moved;
        queued += entry.queued;
        m_a.report.alignment.push_back(std::move(entry));
    }
    m_a.report.notices += tr("This is a new edition of %1: of what was attached to its clauses, %2 moved along and %3 wait for your decision.")
                              .arg(m_a.lookup.shortTitle(prefix))
                              .arg(moved)
                              .arg(queued);
}

void NewEdition::attach()
{
    const Edition *current = m_model.find(m_instrument.edition);
    const PartialDate &before = current && current->date.isKnown() ? current->date : m_oldText.date;
    const PartialDate &now = m_edition.date.isKnown() ? m_edition.date : m_a.document.date;
    if (before.isKnown() && now.isKnown() && now.last() < before.first())
        placeBeside(tr("This text is older than the current one of %1: it stands beside it as “%2”, and nothing moves to it."));
    else if (isInHangul(m_old) != isInHangul(clausesOf(m_a.read, m_instrument.id, m_edition.id, m_edition.id.value)))
        placeBeside(tr("This text is in another language than the current one of %1: it stands beside it as “%2”, and nothing moves to it."));
    else
        replaceCurrent();
    const ChangeSet changes = difference(m_a.lookup.model(), m_model, {});
    forEachKind([&]<typename Row>() {
        const auto &list = changes.changes<Row>();
        auto &all = m_a.report.changes.changes<Row>();
        all.insert(all.end(), list.begin(), list.end());
    });
}

} // namespace

void attachEdition(Attachment &attachment, const Instrument &instrument, const Edition &edition, const Progress &progress)
{
    NewEdition(attachment, instrument, edition, progress).attach();
}

} // namespace entente::reading
