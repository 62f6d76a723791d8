#pragma once

#include "core/document/document.h"
#include "ui/inspector/sheet.h"
#include "ui/lens.h"
#include "ui/selection.h"

#include <QPointer>
#include <QScrollArea>
#include <QTimer>

class QVBoxLayout;

namespace entente::ui {

class RecordForm;

/// The record panel: what is chosen, in words, with the passages behind it; and the form in which it is edited.
class Inspector : public QScrollArea
{
    Q_OBJECT

public:
    Inspector(SharedLens &lens, Selection &selection, QWidget *parent = nullptr);

    void setDocument(entente::Document *document);

public slots:
    void editRecord();
    void addRecord(entente::model::Kind kind);
    void addRelation();

signals:
    /// A passage, evidence, relation, document or clause whose words are to be shown.
    void passageRequested(const QString &id);
    /// An address was clicked: the only way to the network.
    void addressRequested(const QString &address);
    void importRequested();
    /// The editions of an instrument are to be compared.
    void editionsRequested(const QString &instrument);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refreshSoon();
    void refresh();
    void showEmpty();
    void showForm(RecordForm *form);
    void follow(const Target &target);
    void addHeader(QVBoxLayout *layout, const Sheet &sheet);
    void addSection(QVBoxLayout *layout, const SheetSection &section);
    void addItem(QVBoxLayout *layout, const SheetItem &item);
    RunText *runs(const Runs &runs);
    /// Puts a fresh page in place of what is shown.
    QVBoxLayout *newPage();

    SharedLens &m_lens;
    Selection &m_selection;
    QPointer<entente::Document> m_document;
    RecordForm *m_form = nullptr;
    QString m_shown;
    QStringList m_unfolded;
    QTimer m_soon;
};

} // namespace entente::ui
