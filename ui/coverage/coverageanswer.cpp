#include "ui/coverage/coverageanswer.h"

namespace entente::ui {

CoverageAnswer::CoverageAnswer(SharedLens &lens, QObject *parent)
    : QObject(parent)
    , m_lens(lens)
{
    connect(&m_lens, &SharedLens::changed, this, [this] {
        if (!isCurrent()) // Scope and filters do not change what became of a clause.
            recompute();
    });
}

void CoverageAnswer::setDocument(entente::Document *document)
{
    if (m_document)
        disconnect(m_document, nullptr, this, nullptr);
    m_document = document;
    if (document) {
        connect(document, &entente::Document::changed, this, &CoverageAnswer::take);
        connect(document, &QObject::destroyed, this, [this] { setMap(nullptr); });
    }
    setMap(document ? document->snapshot() : nullptr);
}

void CoverageAnswer::setMap(std::shared_ptr<const model::Lookup> map)
{
    m_map = std::move(map);
    m_days.reset();
    recompute();
}

bool CoverageAnswer::isCurrent() const
{
    const QString instrument = m_map ? chosenInstrument(m_map->model(), m_lens.value()).value : QString();
    return m_lens.value().asOf == m_asOf && instrument == m_instrument;
}

void CoverageAnswer::recompute()
{
    const QString instrument = m_map ? chosenInstrument(m_map->model(), m_lens.value()).value : QString();
    if (instrument != m_instrument)
        m_days.reset();
    m_asOf = m_lens.value().asOf;
    m_instrument = instrument;
    m_coverage = instrument.isEmpty() ? coverage::Coverage() : on(m_asOf);
    emit changed();
}

void CoverageAnswer::take(const model::ChangeSet &changes)
{
    const QString before = m_instrument;
    m_map = m_document->snapshot();
    m_days.reset();
    if (before.isEmpty() || !isCurrent()) // The edit may have made another instrument the one with most clauses.
        return recompute();
    m_coverage = coverage::coverageAfter(m_coverage, *m_map, changes);
    emit changed();
}

coverage::Coverage CoverageAnswer::on(const QDate &day) const
{
    return m_map ? coverage::coverageOf(*m_map, Id<Instrument>(m_instrument), day) : coverage::Coverage();
}

const std::vector<coverage::RoundDay> &CoverageAnswer::roundDays() const
{
    if (!m_days)
        m_days = m_map && !m_instrument.isEmpty() ? coverage::roundDays(*m_map, Id<Instrument>(m_instrument))
                                                  : std::vector<coverage::RoundDay>();
    return *m_days;
}

} // namespace entente::ui
