#pragma once

#include "core/document/document.h"
#include "ui/lens.h"
#include "ui/selection.h"

#include <QPointer>
#include <QWidget>

#include <memory>

class QLabel;

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

    CoverageModel &model() const { return *m_model; }
    CoverageTree &tree() const { return *m_tree; }

    QSize sizeHint() const override { return {272, 700}; }
    QSize minimumSizeHint() const override { return {220, 160}; }

signals:
    void passageRequested(const QString &evidence);
    void importRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void recompute();
    void arrange();
    void showWhy();
    void dress();

    SharedLens &m_lens;
    Selection &m_selection;
    QPointer<entente::Document> m_document;
    std::shared_ptr<const model::Lookup> m_map;
    QDate m_asOf;
    QString m_instrument;
    bool m_stale = true;

    CoverageModel *m_model;
    CoverageTree *m_tree;
    CannotTellStrip *m_strip;
    LegendStrip *m_key;
    TotalsPanel *m_totals;
    WhyPanel *m_why;
    QLabel *m_empty;
};

} // namespace entente::ui
