#pragma once

#include <QToolButton>

#include <functional>
#include <vector>

namespace entente::ui {

/// A rounded button of the chip row; for keyboard and screen reader too.
class Chip : public QToolButton
{
public:
    /// What is drawn behind the words, and how they stand.
    enum class Look {
        Limit, ///< Words and a sign for taking off.
        Plain, ///< A step back, a sign.
        Dashed ///< Something that can be added.
    };
    Chip(const QString &words, Look look, QWidget *parent);

    const QString &words() const { return m_words; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString shownWords() const;

    QString m_words;
    Look m_look;
};

/// Chips in one row. What has no room goes into a menu at its end, which counts it: a narrow window loses no limit.
class ChipRow : public QWidget
{
    Q_OBJECT

public:
    explicit ChipRow(QWidget *parent = nullptr);

    void clear();
    Chip *add(const QString &words, Chip::Look look, const QString &toolTip, const std::function<void()> &call);
    const std::vector<Chip *> &chips() const { return m_chips; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void arrange();
    void fillMore();

    std::vector<Chip *> m_chips;
    std::vector<Chip *> m_left; ///< Those without room.
    Chip *m_more;
};

} // namespace entente::ui
