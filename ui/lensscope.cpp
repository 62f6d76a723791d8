#include "ui/lensscope.h"

#include "core/base/partialdate.h"
#include "core/model/asof.h"
#include "core/model/laneorder.h"
#include "core/network/firstview.h"
#include "ui/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::ui", text);
}

/// The records that are at most `hops` lines away from the focus, with the dialogues of their meetings.
QSet<QString> neighbourhood(const Lookup &lookup, const Lens &lens)
{
    QSet<QString> found = {lens.focus};
    if (const Meeting *meeting = lookup.model().find<Meeting>(lens.focus))
        found.insert(meeting->dialogue.value);
    QSet<QString> edge = found;
    for (int hop = 0; hop < lens.hops; ++hop) {
        QSet<QString> next;
        for (const QString &record : std::as_const(edge)) {
            for (const Relation *relation : lookup.outgoing(record))
                next.insert(relation->target.value);
            for (const Relation *relation : lookup.incoming(record))
                next.insert(relation->source.value);
            for (const Attendance *attendance : lookup.attendance(Id<Institution>(record))) {
                if (const Meeting *meeting = lookup.model().find(attendance->meeting))
                    next.insert(meeting->dialogue.value);
            }
            for (const Meeting *meeting : lookup.meetings(Id<Dialogue>(record))) {
                for (const Attendance *attendance : lookup.attendance(meeting->id))
                    next.insert(attendance->institution.value);
            }
        }
        edge = next - found;
        found += next;
    }
    return found;
}

} // namespace

LensScope::LensScope(const Lookup &lookup, const Lens &lens)
    : m_lookup(lookup)
    , m_lens(lens)
{
    m_dialogues = laneOrder(lookup);
    if (lens.scope == Scope::FirstView) {
        const network::FirstView first = network::firstView(lookup, lens);
        for (const QStringList *list : {&first.dialogues, &first.institutions, &first.areas, &first.foldedAreas, &first.instruments})
            m_records.unite(QSet<QString>(list->begin(), list->end()));
        for (auto parent = first.folded.begin(); parent != first.folded.end(); ++parent) {
            for (const QString &body : parent.value())
                m_folded.insert(body, parent.key());
        }
        m_everything = first.dialogues.isEmpty(); // A map without a first view shows all that it has.
    } else if (lens.scope == Scope::Neighbourhood) {
        m_records = neighbourhood(lookup, lens);
    } else {
        m_everything = true;
    }
    std::erase_if(m_dialogues, [this](const Dialogue *dialogue) { return !holds(dialogue->id.value); });
}

bool LensScope::passes(const QString &field, const QString &value) const
{
    bool asked = false;
    for (const Filter &filter : m_lens.filters) {
        if (filter.field != field)
            continue;
        if (filter.value.compare(value, Qt::CaseInsensitive) == 0)
            return true;
        asked = true;
    }
    return !asked;
}

bool LensScope::holds(const QString &record) const
{
    if (!m_everything && !m_records.contains(record))
        return false;
    if (const Dialogue *dialogue = m_lookup.model().find<Dialogue>(record))
        return passes(u"level"_s, wordOf(dialogue->level));
    if (const Institution *institution = m_lookup.model().find<Institution>(record))
        return passes(u"side"_s, wordOf(institution->side));
    return true;
}

QString LensScope::inWords() const
{
    QStringList words;
    if (m_lens.scope == Scope::FirstView) {
        const QString instrument = chosenInstrument(m_lookup.model(), m_lens).value;
        words << (instrument.isEmpty() ? tr("first view") : tr("first view around %1").arg(m_lookup.shortTitle(instrument)));
    } else if (m_lens.scope == Scope::Neighbourhood) {
        words << tr("around %1").arg(m_lookup.shortTitle(m_lens.focus).left(80));
    }
    for (const Filter &filter : m_lens.filters) {
        if (filter.field == "level"_L1 || filter.field == "side"_L1)
            words << tr("%1: %2").arg(shown(filter.field), shown(filter.value));
    }
    return words.isEmpty() ? tr("none") : words.join(u", "_s);
}

bool hasRange(const Lens &lens)
{
    return lens.from.isValid() && lens.asOf.isValid() && lens.from <= lens.asOf;
}

bool isInRange(const Meeting &meeting, const Lens &lens)
{
    return mayBeBy(meeting.start, lens.asOf) && (!hasRange(lens) || mayBeFrom(meeting.start, lens.from));
}

QString rangeInWords(const Lens &lens)
{
    if (!lens.asOf.isValid())
        return {};
    return hasRange(lens) ? tr("%1 to %2").arg(base::dateInWords(lens.from), base::dateInWords(lens.asOf)) : base::dateInWords(lens.asOf);
}

} // namespace entente::ui
