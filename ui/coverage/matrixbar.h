#pragma once

#include "ui/coverage/asofslider.h"
#include "ui/coverage/content.h"

#include <QWidget>

class QBoxLayout;
class QComboBox;
class QLabel;
class QToolButton;

namespace entente::ui {

/// What stands over the matrix: which instrument, on which day, and how it is arranged.
class MatrixBar : public QWidget
{
    Q_OBJECT

public:
    explicit MatrixBar(QWidget *parent = nullptr);

    /// The instrument in words and the marking of what is shown.
    void setTitle(const QString &title, const QString &subtitle, const QString &marking, bool isPublic);
    void showDay(const QDate &day);
    void setTheme(Theme theme);
    AsOfSlider &slider() const { return *m_slider; }

    CoverageArrangement::Table table() const;
    CoverageArrangement::Order order() const;
    CoverageArrangement::Rounds rounds() const;
    void setTable(CoverageArrangement::Table table);
    void setOrder(CoverageArrangement::Order order);
    void setRounds(CoverageArrangement::Rounds rounds);

signals:
    void arrangementChanged();
    void foldWanted(bool folded);
    void copyWanted();
    void todayWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void enable();
    void showTitle();

    QLabel *m_title;
    QLabel *m_subtitle;
    QLabel *m_day;
    AsOfSlider *m_slider;
    QComboBox *m_table;
    QComboBox *m_order;
    QComboBox *m_rounds;
    QToolButton *m_open;
    QToolButton *m_fold;
    QBoxLayout *m_lines;
    QString m_words;
    QString m_marking;
    bool m_isPublic = true;
    Theme m_theme = Theme::Light;
};

} // namespace entente::ui
