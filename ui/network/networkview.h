#pragma once

#include "ui/lens.h"
#include "ui/network/networkdrawing.h"
#include "ui/selection.h"

#include "core/model/changeset.h"

#include <QAbstractScrollArea>
#include <QPointer>
#include <QTimer>

#include <functional>

class QAction;
class QMenu;

namespace entente {
class Document;
}

namespace entente::ui {

class Minimap;

/// The network on screen: zoom, pan, select, drag, hover, walk by keyboard, open and close. Shows the drawing and changes nothing itself: what
/// the user drags is submitted to the document. Outside the ladder, what once had a place keeps it until the user asks for a new layout.
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
    /// The drawing, for who needs it longer than until the next change.
    std::shared_ptr<const NetworkDrawing> shared() const { return m_drawing; }
    /// Where the point of a record is in the viewport; for tests and for what is placed beside it.
    QPointF viewportPoint(const QString &record) const;
    /// A rectangle of the drawing, in the viewport.
    QRectF viewportRect(const QRectF &rect) const;
    /// What keyboard commands are about: the record with the keyboard focus, else the chosen one's; empty: none is shown.
    QString recordAtHand() const;
    const QString &keyboardFocus() const { return m_keyboardFocus; }
    /// The records chosen together, for a layout of their own.
    const QSet<QString> &marked() const { return m_marked; }
    /// Whether the user put the record where it stands.
    bool isPinned(const QString &record) const;
    /// Where the records stand that keep their places, for a drawing of the same on paper; empty in the ladder.
    QHash<QString, QPointF> places() const;
    Minimap &minimap() const { return *m_minimap; }
    /// Commands of the window that belong into the menu of a record.
    void setRecordCommands(const QList<QAction *> &commands) { m_recordCommands = commands; }
    /// How the drawing is painted just now.
    Look look() const;
    /// Chooses a node or line, as a click on it does.
    void press(NetworkHit::Kind kind, const QString &id);
    /// What can be done with what lies there; the caller shows it. Null where there is nothing.
    std::unique_ptr<QMenu> menuFor(const NetworkHit &hit);
    /// What stands where there is nothing to draw.
    QString emptySentence() const;

public slots:
    /// "ladder", "stress", "radial" or "circular".
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
    /// Shows a record and makes it flash. One that is hidden is shown by a focus on it; one that is no node: nothing happens.
    void jumpTo(const QString &record);
    /// Shows the neighbours of the record at hand that are not shown, in place, or hides them again.
    void expandOrFold();
    void expand(const QString &record, bool isExpanded);
    /// Draws all groups of a kind ("side", "ministry", "area", "instrument") as one box each; empty: none.
    void groupBy(const QString &kind);
    /// Opens the group at hand.
    void openGroup();
    void openGroup(const QString &node);
    void closeGroup(const QString &entry);
    /// Pins the record at hand where it stands, or lets it go.
    void pinOrLetGo();
    /// Lays out all that is shown again, or the marked records among the others, which stay. One step.
    void layOutAgain();
    void layOutMarkedAgain();
    /// Takes all places back that the user gave in this layout. One step.
    void putBackMoved();
    void markAll();
    void setMinimapShown(bool isShown);
    /// One level back: a drag, the records marked, the focus, the record chosen, the filters.
    void escape();
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
    /// Another drawing is shown.
    void drawingChanged();
    /// Something worth a line in the status bar happened or did not.
    void said(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    using Taker = std::function<void(std::shared_ptr<NetworkDrawing>)>;
    NetworkOptions wanted() const;
    void rebuild();
    /// Draws at once what is small, else in the background; the old drawing stays until the new one is there.
    void compute(const NetworkOptions &options, const Taker &taker);
    void take(std::shared_ptr<NetworkDrawing> drawing);
    void rememberPlaces();
    /// Under which name the user's places of what is shown are kept: the layout's, or a saved view's.
    QString placesView() const;
    QString anchor(const NetworkDrawing *next) const;
    NetworkHit hitAt(const QPointF &viewportPoint) const;
    void submit(const model::ChangeSet &changes);
    void mark(const QSet<QString> &records);
    void flash(const QString &record);
    void placeMinimap();
    void paintBand(QPainter &painter) const;
    void paintPins(QPainter &painter, const NetworkDrawing &drawing, const Look &look) const;
    void addGroupCommands(QMenu &menu, const QString &record);
    void walkLines();
    /// To the next record in the order of reading, or the one before.
    void step(bool next);
    void pan(const QPointF &by);
    void showMenuAt(const NetworkHit &hit, const QPoint &globalPoint);
    QString becauseOf(const network::SnapshotNode &node) const;
    void updateScrollBars();
    void zoomAt(double zoom, const QPointF &viewportPoint);
    QPointF toDrawing(const QPointF &viewportPoint) const;
    QPointF origin() const;
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

    enum class Drag { None, Pan, Pressed, Node, Band };
    Drag m_drag = Drag::None;
    QPointF m_pressed;
    bool m_wasDragged = false; ///< While panning; a press that moved nothing clears the selection.
    QPointF m_grip;
    QString m_dragged;
    std::unique_ptr<NetworkDrawing> m_moving; ///< The drawing while a node is dragged.
    bool m_space = false;
    bool m_spaceUsed = false; ///< Space was held for panning: it opens no menu.
    QSet<QString> m_marked;
    QRectF m_band; ///< While records are marked with the mouse, in the viewport.
    QList<QAction *> m_recordCommands;
    Minimap *m_minimap;
    bool m_fitNext = false; ///< The next drawing is a new layout: it is shown whole.

    /// Where a record was put by the layout and stays while records come and go.
    struct Known
    {
        QString key;
        QString id;
        QRectF rect;
    };
    std::vector<Known> m_known; ///< The older first: where two would overlap, the older keeps its place.
    QHash<QString, std::size_t> m_knownPlaces; ///< By the key of the box: a closed group is another box than the record that stands for it.
    QString m_knownFocus; ///< The focus they were drawn around.

    QString m_flashed;
    int m_flashes = 0;
    QTimer m_flashTimer;

    struct Job;
    std::shared_ptr<Job> m_job; ///< The one layout under way; an older one is cancelled.
};

} // namespace entente::ui
