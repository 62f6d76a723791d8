#pragma once

#include "core/model/lookup.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QTreeView;

namespace entente::ui {

class SetAsideModel;

/// What was set aside from a text, line by line with its page and the reason; each can be put back.
class SetAsideStrip : public QWidget
{
    Q_OBJECT

public:
    explicit SetAsideStrip(QWidget *parent = nullptr);

    void setText(std::shared_ptr<const Lookup> lookup, const QString &document);
    /// Whether the lines are shown among the words, too.
    bool isShownInText() const;
    void showInText(bool shown);
    QTreeView *list() const { return m_list; }
    /// The blocks that are chosen in the list.
    QStringList chosen() const;
    QString current() const;

signals:
    void putBackWanted();
    void showInTextToggled(bool shown);
    /// Another line is current.
    void chose(const QString &paragraph);

private:
    SetAsideModel *m_model;
    QTreeView *m_list;
    QLabel *m_count;
    QCheckBox *m_inText;
    QPushButton *m_putBack;
};

} // namespace entente::ui
