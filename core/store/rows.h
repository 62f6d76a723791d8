#pragma once

#include "core/model/model.h"
#include "core/store/journal.h"
#include "core/store/schema.h"

/// Rows and journal entries to and from a database with our schema.
namespace entente::store {

/// Inserts, updates and deletes what the change set says. Run inside a transaction.
Result<void> writeChanges(Database &database, const ChangeSet &changes);

/// All rows, each field read with its type; an unreadable one is refused with its table, key and field.
Result<Model> readRows(const Database &database);

Result<void> appendEntry(Database &database, const JournalEntry &entry);
Result<std::vector<JournalEntry>> readJournal(const Database &database);
Result<JournalEntry> readEntry(const Database &database, qint64 number);
/// Number, step, label and schema of every entry, without the changes.
Result<std::vector<JournalEntry>> readJournalHeads(const Database &database);

} // namespace entente::store
