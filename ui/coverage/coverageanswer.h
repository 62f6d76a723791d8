#pragma once

#include "core/coverage/progress.h"
#include "core/coverage/rounds.h"
#include "core/document/document.h"
#include "ui/lens.h"

#include <QPointer>

#include <memory>

namespace entente::ui {

/// What became of each clause on the day of the lens: computed once for all views that show it, and after an edit only as far as the edit
/// reaches.
class CoverageAnswer : public QObject
{
    Q_OBJECT

public:
    explicit CoverageAnswer(SharedLens &lens, QObject *parent = nullptr);

    /// The map that is asked about; none with nullptr.
    void setDocument(entente::Document *document);
    /// The same for rows that no document holds.
    void setMap(std::shared_ptr<const model::Lookup> map);

    entente::Document *document() const { return m_document; }
    const std::shared_ptr<const model::Lookup> &map() const { return m_map; }
    /// Empty where no map is open or no instrument is chosen.
    const coverage::Coverage &coverage() const { return m_coverage; }
    /// The same for another day; nothing is told.
    coverage::Coverage on(const QDate &day) const;
    /// The days on which rounds begin to count; worked out when first asked for.
    const std::vector<coverage::RoundDay> &roundDays() const;

signals:
    void changed();

private:
    void take(const model::ChangeSet &changes);
    void recompute();
    bool isCurrent() const;

    SharedLens &m_lens;
    QPointer<entente::Document> m_document;
    std::shared_ptr<const model::Lookup> m_map;
    coverage::Coverage m_coverage;
    QDate m_asOf;
    QString m_instrument;
    mutable std::optional<std::vector<coverage::RoundDay>> m_days;
};

} // namespace entente::ui
