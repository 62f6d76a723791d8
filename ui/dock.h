#pragma once

#include <QDockWidget>

class QToolButton;

namespace entente::ui {

class RunText;

/// A dock with a heading of its own: a bold title, what it is about, a link at the right. It can be folded to its heading.
class Dock : public QDockWidget
{
    Q_OBJECT

public:
    Dock(const QString &name, const QString &title, QWidget *content, QWidget *parent);

    void setSubtitle(const QString &words);
    /// At the right of the heading.
    void setAside(const QString &words);
    void setFoldable(bool foldable);
    void setFolded(bool folded);
    bool isFolded() const { return m_folded; }

signals:
    void foldedChanged(bool folded);

private:
    RunText *m_subtitle;
    RunText *m_aside;
    QToolButton *m_fold;
    QToolButton *m_close;
    bool m_folded = false;
};

} // namespace entente::ui
