#pragma once

#include "core/model/edits.h"
#include "ui/inspector/recordfields.h"

#include <QComboBox>
#include <QWidget>

#include <functional>

class QFormLayout;
class QLabel;
class QPushButton;

namespace entente::ui {

/// A field in which a record is chosen by its name.
class RecordPicker : public QComboBox
{
    Q_OBJECT

public:
    explicit RecordPicker(QWidget *parent = nullptr);
    /// Offers all records of these kinds; without kinds those that a reader thinks of as records.
    void offer(const Lookup &lookup, const std::vector<Kind> &kinds);
    void choose(const QString &record);
    /// The chosen record, or what was typed where it names none.
    QString chosen() const;
};

/// A form over the described fields of one record, or for a new line. It knows no map: it hands back texts and is told of errors.
class RecordForm : public QWidget
{
    Q_OBJECT

public:
    explicit RecordForm(QWidget *parent = nullptr);

    /// The changed fields are handed to `submit`; an error that it returns is shown, else the form is done.
    using Submit = std::function<Result<void>(const edits::FieldTexts &)>;
    void editFields(const Lookup &lookup, const QString &title, const std::vector<FormField> &fields, bool onlyChanged, Submit submit);
    /// A line from `source`: its type, its other end, how sure, because of what.
    void addRelation(const Lookup &lookup, const QString &source, Submit submit);

    void focusFirst();

signals:
    void done();
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Row
    {
        QString name;
        QString before;
        std::function<QString()> content;
        QWidget *editor = nullptr;
    };

    void clear(const QString &title);
    QWidget *addField(const Lookup &lookup, const FormField &field);
    void apply();

    QLabel *m_title;
    QLabel *m_error;
    QFormLayout *m_form;
    QPushButton *m_apply;
    std::vector<Row> m_rows;
    Submit m_submit;
    bool m_onlyChanged = true;
};

} // namespace entente::ui
