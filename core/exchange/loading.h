#pragma once

#include "core/exchange/network.h"

/// Taking in what `export` writes, and networks of other programs: each is one ChangeSet, validated, that adds and changes and never removes.
namespace entente::exchange {

/// Rows of a whole map as the JSON export writes them. A wrong field is refused with its record.
Result<model::Model> fromMapJson(const QByteArray &bytes);

/// The rows of a file beside those of a map: new ones are added, others get what the file says. Rows that say the same stay untouched.
model::Result<TakenIn> takeInRows(const model::Model &model, const model::Model &rows, const QString &name);

/// Reads a `.json`, `.graphml` or `.gexf` file, or a folder of `.csv` tables, and says what taking it in would do.
model::Result<TakenIn> takeInFile(const model::Model &model, const QString &path);

/// What a step does to a map, in a sentence: "12 institutions and 30 relations come in, 2 dialogues change." `would`: not done yet.
QString inWords(const model::ChangeSet &changes, bool would);

} // namespace entente::exchange
