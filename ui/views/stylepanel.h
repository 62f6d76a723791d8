#pragma once

#include "core/document/document.h"
#include "core/model/stylepresets.h"
#include "ui/lens.h"

#include <QPointer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QListView;
class QPushButton;

namespace entente::ui {

class RuleModel;

/// How the network is drawn: styles that come with the program, own rules, black and grey. It sets the lens; a saved view keeps it.
class StylePanel : public QWidget
{
    Q_OBJECT

public:
    explicit StylePanel(SharedLens &lens, QWidget *parent = nullptr);

    void setDocument(entente::Document *document);
    RuleModel &rules() const { return *m_rules; }
    /// The sentence about a rule that was refused; empty: none was.
    QString problem() const;

public slots:
    void setMono(bool isMono);
    void usePreset(entente::model::StylePreset preset);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void read();
    void write(const std::vector<model::StyleRule> &rules);
    void offerValues();
    void offerEffects();
    void add();
    void move(int by);
    void removeChosen();
    void refuse(const QString &sentence);

    SharedLens &m_lens;
    QPointer<entente::Document> m_document;
    QComboBox *m_preset;
    QCheckBox *m_mono;
    RuleModel *m_rules;
    QListView *m_list;
    QLabel *m_empty;
    QComboBox *m_field;
    QComboBox *m_value;
    QComboBox *m_effect;
    QComboBox *m_how;
    QLabel *m_problem;
    std::vector<QPushButton *> m_onChosen;
};

} // namespace entente::ui
