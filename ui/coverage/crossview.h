#pragma once

#include "ui/coverage/crossmodel.h"

#include <QTableView>

namespace entente::ui {

/// Area × dialogue or area × institution, with its heads standing still; painted by the painters of the paper.
class CrossView : public QTableView
{
    Q_OBJECT

public:
    explicit CrossView(CrossModel *model, QWidget *parent = nullptr);

    void setTheme(Theme theme);
    Look look() const;

signals:
    /// A dialogue, an institution or an area was chosen by its head.
    void chosen(const QString &record);
    void cellChosen(const QModelIndex &cell);
    void passagesWanted(const QModelIndex &cell);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    int sizeHintForColumn(int column) const override;
    int sizeHintForRow(int row) const override;

private:
    void arrange();

    CrossModel *m_model;
    Theme m_theme = Theme::Light;
};

} // namespace entente::ui
