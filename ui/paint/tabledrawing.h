#pragma once

#include "ui/paint/drawing.h"

#include <QStringList>

#include <memory>

namespace entente::ui {

/// One cell of a printed table.
struct TableCell
{
    QString text;
    QString second;    ///< A quieter second paragraph.
    bool warn = false; ///< Overdue and the like; its words say so too.
    bool bold = false;
};

/// A table that goes on paper: heads, rows, how much of the width each column takes, and what the title block says of it.
struct TableContent
{
    QStringList heads;
    std::vector<double> shares; ///< Of the width, in any unit.
    std::vector<std::vector<TableCell>> rows;
    DrawingFacts facts;
};

/// A table as a drawing: its rows are as high as their texts need, its heads are repeated on each page, and pages break between rows.
std::unique_ptr<Drawing> tableDrawing(TableContent content, double width = 900);

/// The same as tab-separated lines, as spreadsheets take them from the clipboard: a cell that would be read as a formula begins with `'`.
QString tableText(const TableContent &content);

} // namespace entente::ui
