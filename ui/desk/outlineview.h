#pragma once

#include <QSet>
#include <QTreeView>

namespace entente::ui {

class OutlineModel;

/// The recognised tree: numbers bold before the words, headings bold. Keeps what is folded when the text changes.
class OutlineView : public QTreeView
{
    Q_OBJECT

public:
    explicit OutlineView(OutlineModel &model, QWidget *parent = nullptr);

    void reset() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void takeColours();
    void unfold();

    OutlineModel &m_outline;
    QSet<QString> m_folded; ///< What the user folded and unfolded, by block.
    QSet<QString> m_opened;
    bool m_restoring = false;
};

} // namespace entente::ui
