#pragma once

#include "ui/inspector/sheet.h"
#include "ui/network/networkdrawing.h"

namespace entente::ui {

/// A line of the facts beside a drawing, ready to be set.
struct FactLine
{
    QString label;      ///< Before its first line; empty: none.
    QStringList lines;
    double size = 10;
    bool bold = false;
    bool quiet = false;
    bool isHead = false;
    double before = 0; ///< Room above.
    double height = 0; ///< Without that room.
};

/// The facts of a record as lines of a width.
std::vector<FactLine> factLines(const Sheet &sheet, double width);

/// One page of a record in an atlas: its neighbourhood at the left and facts at the right, or, where they need more pages, facts alone.
class AtlasDrawing : public Drawing
{
public:
    /// @param network of the neighbourhood; none on a page that only continues the facts.
    /// @param columns of facts; those of the first page stand beside the network.
    AtlasDrawing(const Sheet &sheet, std::shared_ptr<const NetworkDrawing> network, std::vector<std::vector<FactLine>> columns, const QSizeF &room,
                 DrawingFacts facts);

    /// The width of a column of facts, how many a page holds that has no network, and their height.
    static double factsWidth(const QSizeF &room);
    static int factsColumns(const QSizeF &room);
    static double factsHeight(const QSizeF &room);

    QSizeF size() const override { return m_room; }
    void paint(QPainter &painter, const QRectF &area, const Look &look) const override;
    std::vector<LegendEntry> legend() const override;
    DrawingFacts facts() const override { return m_facts; }

private:
    QString m_title;
    QString m_korean;
    QString m_kindLine;
    std::shared_ptr<const NetworkDrawing> m_network;
    std::vector<std::vector<FactLine>> m_columns;
    QSizeF m_room;
    DrawingFacts m_facts;
};

/// A line of a table of contents.
struct ContentsEntry
{
    QString title;
    QString korean;
    int page = 0;
};

/// Titles with their pages, in columns.
class ContentsDrawing : public Drawing
{
public:
    ContentsDrawing(std::vector<ContentsEntry> entries, const QSizeF &room, DrawingFacts facts);

    /// How many entries a page holds.
    static int capacity(const QSizeF &room);

    QSizeF size() const override { return m_room; }
    void paint(QPainter &painter, const QRectF &area, const Look &look) const override;
    std::vector<LegendEntry> legend() const override { return {}; }
    DrawingFacts facts() const override { return m_facts; }

private:
    std::vector<ContentsEntry> m_entries;
    QSizeF m_room;
    DrawingFacts m_facts;
};

} // namespace entente::ui
