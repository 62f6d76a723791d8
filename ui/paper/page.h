#pragma once

#include "ui/paint/drawing.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QMarginsF>
#include <QPageLayout>
#include <QPageSize>

namespace entente::ui {

/// What a drawing is put on. The same drawing and the same setup give the same pages.
struct PageSetup
{
    QPageSize paper = QPageSize(QPageSize::A4);
    QPageLayout::Orientation orientation = QPageLayout::Landscape;
    bool mono = false;
    int columns = 1; ///< Sheets of a poster, side by side.
    int rows = 1;    ///< Sheets of a poster, one below the other.
    QString fileName;
    QString marking; ///< Computed over the records of the drawing; empty is public.
    QString author;  ///< Of the map, where it names one.
    QDateTime drawn; ///< Printed as it is; never asked from the clock here.
    bool index = false; ///< Pages with all names and where they stand follow the drawing.
    int pagesBefore = 0; ///< Of the same document, so that pages are counted through.
    int pagesInAll = 0;  ///< Of the whole document; 0: there is nothing else in it.

    bool isPoster() const { return columns > 1 || rows > 1; }
};

/// Whether the marking is the word that needs no box.
bool isPublicMarking(const QString &marking);

/// Pages that are put on paper or into a file one after the other.
class PageSource
{
public:
    virtual ~PageSource() = default;

    virtual int count() const = 0;
    /// Of each page, in px of 96 dpi.
    virtual QSizeF size() const = 0;
    /// Paints page `index`, counted from 0. The painter's device must count 96 dots an inch, or fonts come out in another size; scale it as needed.
    virtual void paint(QPainter &painter, int index) const = 0;
    /// "EU–ROK cooperation – Ladder, first view"
    virtual QString title() const = 0;
    /// What a file says of itself beside the title: as of when, what is shown.
    virtual QString description() const = 0;
    virtual const PageSetup &setup() const = 0;
};

/// The pages of one drawing: what goes where is decided once, when it is made; preview, print and every file paint the same.
class Pages : public PageSource
{
    Q_DECLARE_TR_FUNCTIONS(entente::ui::Pages)

public:
    enum class Sheets {
        AsPaper, ///< As many sheets of the paper as are needed.
        One      ///< One sheet that grows until everything fits: for formats without pages.
    };

    Pages(const Drawing &drawing, const PageSetup &setup, Sheets sheets = Sheets::AsPaper);

    /// The room that a page, or a whole poster, has for a drawing, in px of 96 dpi.
    static QSizeF roomOn(const PageSetup &setup);

    int count() const override;
    QSizeF size() const override { return m_page; }
    QString title() const override;
    QString description() const override;
    /// The size of a thing on paper relative to the drawing at 100 %.
    double scale() const { return m_scale; }
    /// One sentence each: what a reader of the result should know (spread over several pages, small names).
    const QStringList &notes() const { return m_notes; }
    const PageSetup &setup() const override { return m_setup; }
    const DrawingFacts &facts() const { return m_facts; }

    void paint(QPainter &painter, int index) const override;

private:
    /// The sizes of what surrounds the drawing, in px of 96 dpi.
    struct Measures
    {
        double column = 0; ///< Width of the text in the right column.
        double padding = 0;
        double title = 0, subtitle = 0, head = 0, words = 0, block = 0, blockName = 0, blockLabel = 0;
        double sampleWidth = 0;
        double tightness = 1; ///< Of the space between legend entries.
    };
    /// A heading, an entry or a sentence of the legend, with its height.
    struct Item
    {
        enum class Kind { Head, Entry, Sentence };
        Kind kind = Kind::Head;
        QStringList lines;
        QStringList quiet; ///< Further lines, smaller.
        int entry = -1;
        double height = 0;
    };
    struct BlockRow
    {
        QString label;
        QStringList lines;
        bool strong = false;
    };
    /// A stretch of the drawing on one page.
    struct Part
    {
        QRectF source;
        int column = 0;
        int row = 0;
    };

    /// A name in the index with the place where it stands, or a heading.
    struct IndexLine
    {
        QStringList lines;
        QStringList quiet; ///< In the other language, smaller.
        QString place;
        bool isHead = false;
        double height = 0;
    };

    void setMeasures();
    void fitLegend();
    void fitDrawing();
    void spread(const QSizeF &room);
    void growSheet();
    void keepThingsWhole();
    std::vector<IndexLine> indexLines(double width) const;
    void fillIndex();
    /// Where the drawing begins on the sheet of a part, its heads included.
    QPointF originOf(const Part &part) const;
    /// "D5", and the page or sheet where there are several; empty: it is on none.
    QString placeOf(const QRectF &thing) const;
    double indexColumn() const;
    std::vector<Item> legendItems(const Measures &measures) const;
    std::vector<BlockRow> blockRows(int part) const;
    double headHeight() const;
    double blockHeight() const;
    /// Where the drawing goes, in the coordinates of the sheet.
    QRectF drawingRoom() const;
    double columnRoom() const;
    double quietCut(double from, double to, Qt::Orientation across) const;
    double lastBreak(double from, double to) const;
    std::vector<double> cuts(double length, double room, Qt::Orientation across) const;
    QString sheetWords(int part) const;
    double namePoints() const;

    void paintMargins(QPainter &painter, int index) const;
    void paintMarking(QPainter &painter, const QPointF &centre, double width) const;
    void paintFrame(QPainter &painter) const;
    void paintColumn(QPainter &painter, int part) const;
    double paintItem(QPainter &painter, const Item &item, const QPointF &at) const;
    void paintBlock(QPainter &painter, int part) const;
    void paintDrawing(QPainter &painter, const Part &part) const;
    void paintEmpty(QPainter &painter) const;
    void paintLegendPage(QPainter &painter, std::size_t index) const;
    void paintIndexPage(QPainter &painter, std::size_t index) const;
    void paintPosterMarks(QPainter &painter, int column, int row) const;
    void paintPartMarks(QPainter &painter, int part) const;
    void paintKeyMap(QPainter &painter, int columns, int rows, int column, int row, const QString &words) const;

    const Drawing &m_drawing;
    PageSetup m_setup;
    Sheets m_sheets;
    DrawingFacts m_facts;
    std::vector<LegendEntry> m_legend;
    Look m_look;
    Measures m_measures;
    QSizeF m_page;
    QSizeF m_sheet;   ///< The page, or the sheets of a poster joined.
    QSizeF m_drawingSize;
    QMarginsF m_heads;
    double m_scale = 1;
    std::vector<Item> m_items;   ///< In the right column of every page.
    std::vector<std::vector<std::vector<Item>>> m_further; ///< By page and column: what did not fit.
    std::vector<std::vector<std::vector<IndexLine>>> m_index; ///< By page and column.
    std::vector<Part> m_parts;
    QPointF m_shift; ///< Of a poster's drawing from the middle, so that fewer boxes are cut.
    int m_partColumns = 1;
    QStringList m_notes;
};

} // namespace entente::ui
