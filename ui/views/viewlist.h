#pragma once

#include "ui/views/savedviews.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace entente::ui {

class ViewModel;

/// All saved views of the map: open, rename in place, update, duplicate, remove.
class ViewList : public QWidget
{
    Q_OBJECT

public:
    explicit ViewList(SavedViews &views, QWidget *parent = nullptr);

    void setDocument(entente::Document *document);
    ViewModel &model() const { return *m_model; }
    QTableView &table() const { return *m_table; }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString chosen() const;
    void showState();

    SavedViews &m_views;
    ViewModel *m_model;
    QTableView *m_table;
    QLabel *m_empty;
    QPushButton *m_save;
    std::vector<QPushButton *> m_onChosen;
    QPushButton *m_update;
    QString m_before; ///< Chosen before the rows were read anew.
};

} // namespace entente::ui
