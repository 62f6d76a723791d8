#pragma once

#include "ui/runtext.h"

#include <QDockWidget>

class QHBoxLayout;
class QToolButton;

namespace entente::ui {


/// A dock with a heading of its own: a bold title, what it is about, a link at the right. It can be folded to its heading.
class Dock : public QDockWidget
{
    Q_OBJECT

public:
    Dock(const QString &name, const QString &title, QWidget *content, QWidget *parent);

    void setSubtitle(const QString &words);
    /// At the right of the heading.
    void setAside(const QString &words);
    void setAside(std::vector<Run> runs);
    /// Fields and buttons between the heading's words; the dock takes them in.
    void setControls(QWidget *controls);
    void setFoldable(bool foldable);
    void setFolded(bool folded);
    bool isFolded() const { return m_folded; }

signals:
    /// A link at the right of the heading.
    void linkActivated(const entente::ui::Target &target);
    void foldedChanged(bool folded);

private:
    QHBoxLayout *m_heading;
    RunText *m_subtitle;
    RunText *m_aside;
    QToolButton *m_fold;
    QToolButton *m_close;
    bool m_folded = false;
};

} // namespace entente::ui
