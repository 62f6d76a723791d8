#pragma once

#include "core/document/document.h"
#include "ui/selection.h"

#include <QWidget>

class QLabel;
class QListWidget;

namespace entente::ui {

/// A plain list of records behind a number; choosing one chooses it everywhere.
class RecordList : public QWidget
{
    Q_OBJECT

public:
    explicit RecordList(Selection &selection, QWidget *parent = nullptr);

    void show(const Lookup &lookup, const QString &title, const QStringList &records);
    void clear();
    QStringList records() const;

signals:
    void opened(const QString &record);

private:
    Selection &m_selection;
    QLabel *m_title;
    QListWidget *m_list;
};

} // namespace entente::ui
