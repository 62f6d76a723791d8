#pragma once

#include "core/model/model.h"

#include <functional>
#include <map>

/// A map as tables: one CSV file a kind (RFC 4180, UTF-8), its header the names of the fields. The shipped map is kept in this form.
namespace entente::exchange {

/// Rows of cells; refuses an open quote and says the line.
Result<std::vector<QStringList>> parseCsv(const QString &text);
/// One line with the cells quoted where they must be, ended by a line feed.
QString csvLine(const QStringList &cells);

/// `meetings.csv` → its bytes, for every kind that has rows.
std::map<QString, QByteArray> toTables(const Model &model);

/// Reads tables as `toTables` writes them. `table` gives the bytes of a file name, or nothing where there is none. A wrong cell is refused with
/// its file, line and column.
Result<Model> fromTables(const std::function<std::optional<QByteArray>(const QString &name)> &table);

/// The map that ships with the program, made from the tables in the resources.
Result<Model> shippedMap();

/// A map without records: only what every map has (the list of markings).
Model blankMap();

} // namespace entente::exchange
