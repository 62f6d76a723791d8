#pragma once

#include "ui/runtext.h"
#include "ui/selection.h"
#include "ui/shownmap.h"

#include <QWidget>

#include <memory>

namespace entente::ui {

class LegendStrip;
class TimelineChart;
class TimelineControls;
class YearBars;

/// Rounds of the dialogues over time. Low as in the dock it shows lanes and marks; with room also ordinals, instruments, rounds a year and
/// the legend.
class TimelineView : public QWidget
{
    Q_OBJECT

public:
    TimelineView(SharedLens &lens, Selection &selection, QWidget *parent = nullptr);

    /// The map that is shown; none with nullptr.
    void setDocument(entente::Document *document) { m_shown.setDocument(document); }
    /// The same for rows that no document holds.
    void setMap(std::shared_ptr<const model::Lookup> map) { m_shown.setMap(std::move(map)); }

    /// "6 before 2012 · 0 undated · 3 dialogues without a round", for a title bar; a link leads to what has no date.
    const std::vector<Run> &summary() const { return m_summary; }
    TimelineChart &chart() const { return *m_chart; }
    YearBars &bars() const { return *m_bars; }
    /// Lanes and range, for a title bar; the view holds them until somebody places them.
    TimelineControls &controls() const { return *m_controls; }

    QSize sizeHint() const override { return {852, 148}; }
    QSize minimumSizeHint() const override { return {260, 90}; }

public slots:
    void showWholeRange();
    /// A link of the counts.
    void follow(const entente::ui::Target &target);

signals:
    void passageRequested(const QString &evidence);
    void importRequested();
    void summaryChanged(const std::vector<entente::ui::Run> &summary);
    /// What the lanes stand for, in words.
    void lanesChanged(const QString &words);
    void listRequested(const QString &title, const QStringList &records);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void recompute();
    void arrange();
    void dress();

    std::vector<Run> counts(bool brief) const;

    SharedLens &m_lens;
    Selection &m_selection;
    ShownMap m_shown;
    model::Lens m_lensShown; ///< The lens that the content was made for.
    std::shared_ptr<const model::Lookup> m_mapShown;
    std::vector<Run> m_summary;

    TimelineChart *m_chart;
    YearBars *m_bars;
    LegendStrip *m_legend;
    TimelineControls *m_controls;
    RunText *m_counts;
    RunText *m_empty;
};

} // namespace entente::ui
