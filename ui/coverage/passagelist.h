#pragma once

#include "core/model/lookup.h"
#include "ui/paint/tokens.h"

#include <QListWidget>

class QLabel;

namespace entente::ui {

/// The passages behind a cell: level, place, quoted words; a click or Enter opens the words in their text.
class PassageList : public QWidget
{
    Q_OBJECT

public:
    explicit PassageList(QWidget *parent = nullptr);

    /// `title` says of what; `none` stands there where there is no passage.
    void setPassages(const Lookup &lookup, const QString &title, const QStringList &evidence, const QString &none);
    void clear(const QString &none = {});
    void setTheme(Theme theme);
    Theme theme() const { return m_theme; }
    QListWidget &list() const { return *m_list; }

signals:
    void passageRequested(const QString &evidence);

private:
    QLabel *m_title;
    QListWidget *m_list;
    QLabel *m_none;
    Theme m_theme = Theme::Light;
};

} // namespace entente::ui
