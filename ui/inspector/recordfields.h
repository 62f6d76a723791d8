#pragma once

#include "core/model/lookup.h"

#include <QStringList>

#include <vector>

namespace entente::ui {

/// How the content of a field is entered.
enum class FieldEntry { Line, Paragraph, Choice, Flag, Reference };

/// One field of a form, read from the one description of the record's fields.
struct FormField
{
    QString name = {}; ///< As `edits` takes it.
    QString label = {};
    FieldEntry entry = FieldEntry::Line;
    bool required = false;
    bool fixed = false; ///< The key: shown, not edited.
    QString content = {};
    QStringList choices = {};     ///< Words of a choice.
    std::vector<Kind> kinds = {}; ///< Of a reference; empty: any.
};

/// The fields of a record as they are.
std::vector<FormField> fieldsOf(const Model &model, const QString &record);
/// The fields of a new record.
std::vector<FormField> blankFields(Kind kind);

} // namespace entente::ui
