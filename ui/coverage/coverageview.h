#pragma once

#include "ui/coverage/coverageanswer.h"
#include "ui/selection.h"

#include <QWidget>

#include <memory>

class QLabel;
class QToolButton;

namespace entente::ui {

class CannotTellStrip;
class CoverageModel;
class CoverageTree;
class LegendStrip;
class TotalsPanel;
class WhyPanel;

/// What became of each clause: a panel beside the network, or the whole matrix where there is room.
class CoverageView : public QWidget
{
    Q_OBJECT

public:
    CoverageView(SharedLens &lens, Selection &selection, QWidget *parent = nullptr);

    /// The map that is shown; none with nullptr.
    void setDocument(entente::Document *document);
    /// The same for rows that no document holds.
    void setMap(std::shared_ptr<const model::Lookup> map);

    /// What the panel shows, for other views of the same.
    CoverageAnswer &answer() const { return *m_answer; }
    CoverageModel &model() const { return *m_model; }
    CoverageTree &tree() const { return *m_tree; }

    QSize sizeHint() const override { return {272, 700}; }
    QSize minimumSizeHint() const override { return {220, 160}; }

signals:
    void passageRequested(const QString &evidence);
    void importRequested();
    void judgementRequested(const QString &clause);
    /// The whole matrix is wanted where there is room for it.
    void matrixRequested();

protected:
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void showAnswer();
    void arrange();
    void showWhy();
    QString chosenClause() const;
    void dress();

    Selection &m_selection;
    CoverageAnswer *m_answer;
    CoverageModel *m_model;
    CoverageTree *m_tree;
    CannotTellStrip *m_strip;
    LegendStrip *m_key;
    TotalsPanel *m_totals;
    WhyPanel *m_why;
    QLabel *m_empty;
    QToolButton *m_whole;
};

} // namespace entente::ui
