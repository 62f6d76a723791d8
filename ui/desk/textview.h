#pragma once

#include "ui/desk/lazylistview.h"

namespace entente::ui {

class TextModel;

/// The blocks of a text below each other.
class TextView : public LazyListView
{
    Q_OBJECT

public:
    explicit TextView(QWidget *parent = nullptr);

    void setText(TextModel *model);
    /// Where in the words of the current block the user clicked last, or -1.
    int clickedOffset() const { return m_clickedOffset; }
    /// The block at the top of what is seen, to come back to.
    QString topBlock() const;
    void scrollToTop(const QString &paragraph);
    void doItemsLayout() override;

protected:
    int estimatedHeight(int row) const override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    TextModel *m_text = nullptr;
    int m_clickedOffset = -1;
};

} // namespace entente::ui
