#pragma once

#include "core/document/document.h"
#include "ui/lens.h"
#include "ui/selection.h"

#include <QPointer>
#include <QWidget>

#include <memory>

class QLabel;

namespace entente::ui {

class LegendStrip;
class TimelineChart;
class YearBars;

/// Rounds of the dialogues over time. Low as in the dock it shows lanes and marks; with room also ordinals, instruments, rounds a year and
/// the legend.
class TimelineView : public QWidget
{
    Q_OBJECT

public:
    TimelineView(SharedLens &lens, Selection &selection, QWidget *parent = nullptr);

    /// The map that is shown; none with nullptr.
    void setDocument(entente::Document *document);
    /// The same for rows that no document holds.
    void setMap(std::shared_ptr<const model::Lookup> map);

    /// "6 before 2012 · 0 undated · 3 dialogues without a round", for a title bar.
    const QString &summary() const { return m_summary; }
    TimelineChart &chart() const { return *m_chart; }

    QSize sizeHint() const override { return {852, 148}; }
    QSize minimumSizeHint() const override { return {260, 90}; }

public slots:
    void showWholeRange();

signals:
    void passageRequested(const QString &evidence);
    void importRequested();
    void summaryChanged(const QString &summary);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void recompute();
    void arrange();
    void dress();

    SharedLens &m_lens;
    Selection &m_selection;
    QPointer<entente::Document> m_document;
    std::shared_ptr<const model::Lookup> m_map;
    model::Lens m_shown; ///< The lens that the content was made for.
    bool m_stale = true;
    QString m_summary;

    TimelineChart *m_chart;
    YearBars *m_bars;
    LegendStrip *m_legend;
    QLabel *m_counts;
    QLabel *m_empty;
};

} // namespace entente::ui
