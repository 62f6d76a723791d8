#pragma once

#include "core/model/lookup.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace entente::ui {

/// What becomes of a name that a text uses: a new record, one more name of a record, or nothing.
class NameDecision : public QWidget
{
    Q_OBJECT

public:
    explicit NameDecision(QWidget *parent = nullptr);

    /// Offers the choices for a suggested name; the record that comes nearest is proposed.
    void offer(const Lookup &lookup, const Suggestion &suggestion);
    void clear();
    /// To the field where the record is sought.
    void search();

signals:
    void newRecordWanted(const QString &suggestion, entente::model::Kind kind);
    void aliasWanted(const QString &suggestion, const QString &record);
    void ignoreWanted(const QString &suggestion);

private:
    QString chosenRecord() const;

    QString m_suggestion;
    QLabel *m_words;
    QComboBox *m_kind;
    QPushButton *m_new;
    QComboBox *m_record;
    QPushButton *m_alias;
    QPushButton *m_ignore;
};

} // namespace entente::ui
