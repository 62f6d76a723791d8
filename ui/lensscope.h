#pragma once

#include "core/model/lens.h"
#include "core/model/lookup.h"

#include <QHash>
#include <QSet>

namespace entente::ui {

/// Which dialogues, bodies and areas a lens lets the timeline and the charts show. Unlike in the network, a series that has ended stays: its
/// rounds took place.
class LensScope
{
public:
    LensScope(const Lookup &lookup, const Lens &lens);

    /// Whether scope and filters let the record through.
    bool holds(const QString &record) const;
    /// The body in which the first view draws this one; itself where it is not folded.
    QString shownAs(const QString &institution) const { return m_folded.value(institution, institution); }
    /// The dialogues in the order of the ladder.
    const std::vector<const Dialogue *> &dialogues() const { return m_dialogues; }
    /// What narrows the view, in words; "none" where nothing does.
    QString inWords() const;

private:
    bool passes(const QString &field, const QString &value) const;

    const Lookup &m_lookup;
    const Lens &m_lens;
    bool m_everything = false;
    QSet<QString> m_records;
    QHash<QString, QString> m_folded;
    std::vector<const Dialogue *> m_dialogues;
};

/// Whether a lens has a range: a beginning that is not after its day.
bool hasRange(const Lens &lens);

/// Whether a meeting may have begun within the range of the lens; without one everything has. An undated meeting has not.
bool isInRange(const Meeting &meeting, const Lens &lens);

/// `1 January 2020 to 1 March 2026`, or the day alone where the lens has no range.
QString rangeInWords(const Lens &lens);

} // namespace entente::ui
