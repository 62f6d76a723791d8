#pragma once

#include "core/base/progress.h"
#include "core/model/lens.h"
#include "core/network/labels.h"
#include "core/network/picture.h"
#include "ui/network/beside.h"
#include "ui/paint/drawing.h"

#include <memory>

namespace entente::ui {

enum class NetworkMedium {
    Screen, ///< 852 px wide unless told otherwise; also A4.
    Large   ///< A3 and larger: full names, Korean names, clauses and tick strips.
};

struct NetworkOptions
{
    QString layout = QStringLiteral("ladder"); ///< Or "stress", "radial", "circular".
    NetworkMedium medium = NetworkMedium::Screen;
    double width = 0;              ///< Room across at 100 %; 0: the medium's own.
    bool userPlaces = true;        ///< Records stand where the user put them.
    double aspect = 0;             ///< How many times as wide as high the window or page is; 0: as usual. For all layouts but the ladder.
    QHash<QString, QPointF> known = {}; ///< Where records stand and shall stay, for all layouts but the ladder.
    Beside beside = {}; ///< The saved view whose places count, where its layout is this one; another map as the state before.
};

struct NetworkExtras;

/// Under which name the places of records are kept: a saved view's key where it has this layout, else the layout.
QString placesKey(const model::Model &model, const QString &view, const QString &layout);

/// What the status bar says of the network.
struct NetworkCounts
{
    int shown = 0;
    int total = 0;
    int lines = 0;
    int tags = 0;
    int inferred = 0;
    int disputed = 0;
    int unsourced = 0;
    int hidden = 0;    ///< Labels.
    int shortened = 0;

    bool operator==(const NetworkCounts &) const = default;
};

/// What lies under a point of the drawing.
struct NetworkHit
{
    enum class Kind { Nothing, Node, Line, Tag, More }; ///< More: the number of neighbours that are not shown.
    Kind kind = Kind::Nothing;
    QString id; ///< Record, line of the snapshot, or area.

    bool operator==(const NetworkHit &) const = default;
};

/// The network as a drawing: geometry from the core, painted the same on screen and on paper.
class NetworkDrawing : public Drawing
{
public:
    NetworkDrawing(std::shared_ptr<const network::Snapshot> snapshot, network::Picture picture, const model::Lens &lens, QString layout,
                   QString title);

    QSizeF size() const override { return m_picture.size; }
    /// What stands where there is nothing to draw; empty: there is something.
    QString emptySentence() const;
    void paint(QPainter &painter, const QRectF &area, const Look &look) const override;
    QMarginsF heads() const override;
    std::vector<LegendEntry> legend() const override;
    std::vector<DrawnThing> things() const override;
    DrawingFacts facts() const override;

    const network::Snapshot &snapshot() const { return *m_snapshot; }
    const network::Picture &picture() const { return m_picture; }
    const NetworkCounts &counts() const { return m_counts; }
    const QString &layout() const { return m_layout; }

    /// What lies under a point; lines count from `reach` px away.
    NetworkHit hit(const QPointF &point, double reach = 4) const;
    /// The nodes that stand for a record: itself, or what it belongs to where it is a relation or folded.
    QStringList nodesOf(const QString &record) const;
    /// Nodes that share a line or a tag with one of these.
    QSet<QString> neighbours(const QSet<QString> &nodes) const;

    /// Draws by these rules, and marks what differs.
    void setExtras(std::shared_ptr<const NetworkExtras> extras);
    /// Null where there are none.
    const NetworkExtras *extras() const { return m_extras.get(); }

    /// Marks on screen what a panel speaks of.
    void explain(const Explained &explained) { m_explained = explained; }

    /// Neighbours of a node that are drawn, and all it has.
    int shownNeighbours(const QString &node) const { return int(neighbours({node}).size()); }
    /// The badge with the number of neighbours that are not shown; empty where all are.
    QRectF badgeOf(const QString &node) const;
    /// The lines of the snapshot that are drawn, in the order of the drawing, each once.
    QStringList drawnLines() const;
    /// Those among them that end at a node.
    QStringList linesOf(const QString &node) const;

    /// The same with boxes elsewhere (centres), as while they are dragged.
    std::unique_ptr<NetworkDrawing> moved(const QHash<QString, QPointF> &centres) const;

    /// What the title block says of filters and groups; empty: none.
    void setFilterWords(const QString &words) { m_filterWords = words; }

private:
    void count();
    void addExtras(std::vector<LegendEntry> &legend) const;
    void addExtras(DrawingFacts &facts) const;

    std::shared_ptr<const network::Snapshot> m_snapshot;
    network::Picture m_picture;
    model::Lens m_lens;
    QString m_layout;
    QString m_title;
    QString m_filterWords;
    NetworkCounts m_counts;
    std::shared_ptr<const NetworkExtras> m_extras;
    Explained m_explained;
    QHash<QString, QString> m_stands; ///< Meeting or clause → the node that stands for it.
    QHash<QString, QStringList> m_linesOf; ///< Relation or meeting → lines of the snapshot.
};

/// The drawing font as the core's measure of labels. Widths are kept; use on the thread that paints.
network::LabelMetrics drawingMetrics();

/// The network that a lens shows. The stress layout may take long: from `MostNodesAtOnce` nodes on, compute it in the background.
std::unique_ptr<NetworkDrawing> networkDrawing(const model::Lookup &lookup, const model::Lens &lens, const NetworkOptions &options,
                                               const model::Progress &progress = model::Progress());

inline constexpr int MostNodesAtOnce = 200;

} // namespace entente::ui
