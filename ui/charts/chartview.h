#pragma once

#include "ui/charts/chartdrawing.h"
#include "ui/job.h"
#include "ui/selection.h"
#include "ui/shownmap.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QScrollArea;
class QTableView;
class QToolButton;

namespace entente::ui {

class ChartCanvas;
class ChartModel;
class LegendStrip;

/// A chart with its table beside it, both with the selection of all views. Counted in the background, and only while it is seen.
class ChartView : public QWidget
{
    Q_OBJECT

public:
    ChartView(SharedLens &lens, Selection &selection, QWidget *parent = nullptr);
    ~ChartView() override;

    void setDocument(entente::Document *document) { m_shown.setDocument(document); }
    void setMap(std::shared_ptr<const model::Lookup> map) { m_shown.setMap(std::move(map)); }
    void setKind(ChartKind kind);
    ChartKind kind() const { return m_kind; }

    const ChartData &data() const;
    ChartModel &model() const { return *m_model; }
    QTableView &table() const { return *m_table; }
    ChartCanvas &canvas() const { return *m_canvas; }

    /// The chart as it would stand on a sheet, with its legend, as a picture in the clipboard.
    void copyPicture() const;
    /// The table as text, for spreadsheets and letters.
    void copyTable() const;

signals:
    void exportWanted();
    void printWanted();
    /// Another kind of chart, or other numbers.
    void changed();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void recount();
    void take(ChartData data);
    void arrange();
    void select(const QString &record);
    void dress();

    Selection &m_selection;
    ShownMap m_shown;
    Job m_job;
    ChartKind m_kind = ChartKind::Progress;
    bool m_stale = true;
    bool m_selecting = false;

    QComboBox *m_kinds;
    QLabel *m_title;
    QLabel *m_subtitle;
    ChartModel *m_model;
    QTableView *m_table;
    QScrollArea *m_scroll;
    ChartCanvas *m_canvas;
    LegendStrip *m_legend;
    QList<QToolButton *> m_commands;
};

/// What paints a chart on screen, and is clicked.
class ChartCanvas : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    void setDrawing(std::unique_ptr<ChartDrawing> drawing);
    const ChartDrawing *drawing() const { return m_drawing.get(); }
    void setSelected(const QString &record);
    void setTheme(Theme theme);

signals:
    void chosen(const QString &record);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    QString wordsAt(const QPointF &place) const;

    std::unique_ptr<ChartDrawing> m_drawing;
    QString m_selected;
    Theme m_theme = Theme::Light;
};

} // namespace entente::ui
