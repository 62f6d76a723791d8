#pragma once

#include "core/base/result.h"
#include "ui/coverage/coverageanswer.h"
#include "ui/coverage/coveragetree.h"
#include "ui/selection.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedWidget;

namespace entente::ui {

class CrossModel;
class CrossView;
class JudgementForm;
class LegendStrip;
class MatrixBar;
class PassageList;
class TotalsPanel;
class WhyPanel;

/// The whole matrix of an instrument on any day, with the reasons, the passages and the user's own judgement at its foot; or gathered by area.
class MatrixView : public QWidget
{
    Q_OBJECT

public:
    MatrixView(SharedLens &lens, Selection &selection, CoverageAnswer &answer, QWidget *parent = nullptr);

    /// Whose name stands under a judgement.
    void setAuthor(const QString &author) { m_author = author; }
    /// What paper and files are to show: order, table and what is folded.
    CoverageArrangement arrangement() const;
    /// The clause that is explained; empty: none.
    QString explained() const { return m_clause; }
    /// Opens the form for a clause; the chosen one where none is named.
    void judge(const QString &clause = {});
    void takeJudgementBack();
    void copyTable();

    CoverageModel &model() const { return *m_model; }
    CoverageTree &tree() const { return *m_tree; }
    CrossView &cross() const { return *m_cross; }
    MatrixBar &bar() const { return *m_bar; }
    PassageList &passages() const { return *m_passages; }
    JudgementForm &form() const { return *m_form; }

    QSize sizeHint() const override { return {900, 700}; }
    QSize minimumSizeHint() const override { return {420, 260}; }

signals:
    void passageRequested(const QString &evidence);
    void importRequested();
    void failed(const entente::base::Error &error);
    void succeeded();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void place();
    void listen();
    void preview(const QDate &day);
    void settle();
    /// The rows of the day that is shown now.
    void showCoverage(coverage::Coverage coverage);
    void showAnswer();
    void showFoot();
    void showCell();
    void showLegend();
    void makeRoom();
    void showTitle();
    void submit(const base::Result<model::ChangeSet> &changes);
    void dress();
    const coverage::Coverage &shown() const;
    bool isMatrix() const;

    SharedLens &m_lens;
    Selection &m_selection;
    CoverageAnswer &m_answer;
    CoverageModel *m_model;
    CoverageTree *m_tree;
    CrossModel *m_crossModel;
    CrossView *m_cross;
    MatrixBar *m_bar;
    LegendStrip *m_key;
    WhyPanel *m_why;
    JudgementForm *m_form;
    QStackedWidget *m_reasons;
    PassageList *m_passages;
    TotalsPanel *m_totals;
    QStackedWidget *m_tables;
    QWidget *m_foot;
    QLabel *m_empty;

    QString m_author;
    QString m_clause; ///< Explained at the foot.
    QDate m_previewed; ///< The day that the slider shows and the lens does not know yet.
    QTimer m_frame;    ///< All moves that arrive together make one picture.
    QTimer m_settling; ///< The other views follow when the hand rests.
    std::vector<coverage::RoundDay> m_days;
    bool m_stale = true;
};

} // namespace entente::ui
