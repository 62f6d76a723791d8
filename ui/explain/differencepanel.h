#pragma once

#include "ui/lens.h"
#include "ui/network/networkdrawing.h"
#include "ui/network/networkextras.h"
#include "ui/selection.h"

#include <QWidget>

class QCheckBox;
class QDateEdit;
class QLabel;
class QPushButton;
class QTableView;

namespace entente::ui {

class DifferenceModel;

/// What differs from another day, or from another map, as a list with the same selection as the drawing.
class DifferencePanel : public QWidget
{
    Q_OBJECT

public:
    DifferencePanel(SharedLens &lens, Selection &selection, QWidget *parent = nullptr);

    /// What the network shows now; null where nothing is drawn.
    void setDrawing(const NetworkDrawing *drawing);
    DifferenceModel &model() const { return *m_model; }
    QString summary() const;

public slots:
    /// Compares with a year before the day shown, unless something is compared already.
    void begin();
    void compareWithDay(const QDate &day);
    void end();

signals:
    void otherMapWanted();
    /// The other map is not compared with any longer.
    void otherMapLeft();

private:
    void showState();

    SharedLens &m_lens;
    Selection &m_selection;
    DifferenceModel *m_model;
    QDateEdit *m_day;
    QLabel *m_summary;
    QTableView *m_table;
    QPushButton *m_end;
    QPushButton *m_copy;
    std::vector<std::pair<network::Differs, QCheckBox *>> m_kinds;
    QString m_comparison;
    bool m_isComparison = false;
    bool m_hasOther = false;
    bool m_choosing = false;
};

} // namespace entente::ui
