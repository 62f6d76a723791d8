#pragma once

#include "ui/runtext.h"

#include <QStatusBar>

class QLabel;

namespace entente::ui {

/// What the status bar counts. Each number leads to its list.
struct ShownCounts
{
    int shown = 0;
    int total = 0;
    int lines = 0;
    int tags = 0;
    int inferred = 0;
    int unsourced = 0;
    int hiddenLabels = 0;
};

/// The numbers of what is shown, the chosen record, when it was saved, and the highest marking.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setCounts(const ShownCounts &counts);
    /// What waits in the worklist; a link to it.
    void setFindings(int problems, int attention, int notes);
    void setChosen(const QString &words);
    void setSaved(const QString &words);
    void setMarking(const QString &marking);

signals:
    /// "inferred", "unsourced", "shown", "findings"
    void listWanted(const QString &name);

private:
    RunText *m_counts;
    RunText *m_findings;
    RunText *m_chosen;
    RunText *m_saved;
    QWidget *m_marking;
};

} // namespace entente::ui
