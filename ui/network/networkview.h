#pragma once

#include "ui/lens.h"
#include "ui/network/networkdrawing.h"
#include "ui/selection.h"

#include <QAbstractScrollArea>
#include <QFutureWatcher>
#include <QPointer>
#include <QTimer>

namespace entente {
class Document;
}

namespace entente::ui {

/// The network on screen: zoom, pan, select, drag, hover, walk by keyboard. Shows the drawing and changes nothing itself: what the user
/// drags is submitted to the document.
class NetworkView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    NetworkView(SharedLens &lens, Selection &selection, QWidget *parent = nullptr);
    ~NetworkView() override;

    void setDocument(entente::Document *document);
    const QString &layoutName() const { return m_layout; }

    const Beside &beside() const { return m_beside; }
    /// The saved view whose places count, and another map that is compared with.
    void setBeside(const Beside &beside);
    const Explained &explained() const { return m_explained; }

    /// Of what is shown just now; null where there is no map.
    const NetworkDrawing *drawing() const { return m_drawing.get(); }
    NetworkCounts counts() const { return m_drawing ? m_drawing->counts() : NetworkCounts(); }
    double zoom() const { return m_zoom; }
    /// Where the point of a record is in the viewport; for tests and for what is placed beside it.
    QPointF viewportPoint(const QString &record) const;
    /// What stands where there is nothing to draw.
    QString emptySentence() const;

public slots:
    /// "ladder" or "stress".
    void setLayout(const QString &layout);
    void zoomIn();
    void zoomOut();
    /// 100 %.
    void zoomWhole();
    void setZoom(double zoom);
    /// The whole in the window; never above 100 %.
    void fit();
    void focusOnSelection();
    void showRecord(const QString &record);
    /// Marks what a panel speaks of.
    void explain(const entente::ui::Explained &explained);

signals:
    /// The user wants to see what a line rests on.
    void passageRequested(const QString &evidenceOrRelation);
    void countsChanged(const NetworkCounts &counts);
    void zoomChanged(double zoom);
    void besideChanged();
    /// Two records between which the user wants to see the chains.
    void pathRequested(const QString &from, const QString &to);
    /// A change was refused; one sentence for the error bar.
    void refused(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    NetworkOptions wanted() const;
    void rebuild();
    void computeInBackground();
    void take(std::unique_ptr<NetworkDrawing> drawing);
    void updateScrollBars();
    void zoomAt(double zoom, const QPointF &viewportPoint);
    QPointF toDrawing(const QPointF &viewportPoint) const;
    QPointF origin() const;
    Look look() const;
    void choose(const NetworkHit &hit);
    void requestPassage(const QString &line);
    void dragTo(const QPointF &point);
    void drop();
    void walk(const QPointF &direction);
    void setKeyboardFocus(const QString &record);
    void showBecause();
    void describe();

    SharedLens &m_lens;
    Selection &m_selection;
    Beside m_beside;
    Explained m_explained;
    QPointer<entente::Document> m_document;
    QString m_layout = QStringLiteral("ladder");
    std::shared_ptr<NetworkDrawing> m_drawing;
    double m_zoom = 1;
    QString m_hovered;
    QString m_chosenLine;
    QString m_keyboardFocus;
    QTimer m_hoverTimer;
    QPoint m_hoverPoint;

    enum class Drag { None, Pan, Pressed, Node };
    Drag m_drag = Drag::None;
    QPointF m_pressed;
    bool m_wasDragged = false; ///< While panning; a press that moved nothing clears the selection.
    QPointF m_grip;
    QString m_dragged;
    std::unique_ptr<NetworkDrawing> m_moving; ///< The drawing while a node is dragged.
    bool m_space = false;

    struct Job;
    std::shared_ptr<Job> m_job; ///< The one layout under way; an older one is cancelled.
};

} // namespace entente::ui
