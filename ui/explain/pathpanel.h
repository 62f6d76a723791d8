#pragma once

#include "core/document/document.h"
#include "core/network/paths.h"
#include "ui/job.h"
#include "ui/lens.h"
#include "ui/network/beside.h"
#include "ui/selection.h"

#include <QPointer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace entente::ui {

class RecordPicker;

/// How two records hang together: chains in sentences with a source for each step, the shortest first. The chain that is looked at is
/// marked in the drawing.
class PathPanel : public QWidget
{
    Q_OBJECT

public:
    PathPanel(SharedLens &lens, Selection &selection, QWidget *parent = nullptr);

    void setDocument(entente::Document *document);
    const std::vector<network::Path> &paths() const { return m_paths; }
    /// What stands where there is no chain, or why there is none.
    QString sentence() const;
    /// The chains as plain text, for pasting.
    QString text() const;

public slots:
    /// From one record to another; an empty one is still to be chosen.
    void ask(const QString &from, const QString &to);
    /// Looks for the chains between what is chosen in the two fields.
    void search();
    /// Marks a chain in the drawing.
    void showChain(int number);

signals:
    /// What is to be marked in the drawing; nothing while the panel is not seen.
    void explained(const entente::ui::Explained &explained);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void offer();
    void take(base::Result<std::vector<network::Path>> answer);
    void build();
    void say(const QString &sentence);
    QStringList avoided() const;
    QString title(const QString &record) const;

    SharedLens &m_lens;
    Selection &m_selection;
    QPointer<entente::Document> m_document;
    RecordPicker *m_from;
    RecordPicker *m_to;
    std::vector<std::pair<QString, QCheckBox *>> m_avoid;
    QLabel *m_sentence;
    QPushButton *m_cancel;
    QPushButton *m_copy;
    QPushButton *m_all;
    QScrollArea *m_area;
    Job m_job;
    std::vector<network::Path> m_paths;
    int m_chain = -1;
    bool m_isOffered = false; ///< The fields list the records of the map as it is now.
    bool m_isStale = false;   ///< The answer was for another state of the map or another day.
};

} // namespace entente::ui
