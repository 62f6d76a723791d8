#include "ui/inspector/recordfields.h"

#include <QCoreApplication>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

template<typename T>
struct ReferenceTo;
template<typename Row>
struct ReferenceTo<Id<Row>>
{
    using Type = Row;
};

bool isLong(const QLatin1StringView name)
{
    return name == "notes"_L1 || name == "summary"_L1 || name == "text"_L1 || name == "words"_L1 || name == "reason"_L1 ||
           name == "quote"_L1;
}

template<typename Row>
std::vector<FormField> describe(const Row &row)
{
    std::vector<FormField> fields;
    forEachField<Row>([&](const auto &field) {
        using T = typename std::remove_cvref_t<decltype(field)>::Type;
        FormField entry;
        entry.name = QString::fromLatin1(field.name);
        entry.label = QCoreApplication::translate("Field", field.label);
        entry.required = field.role == FieldRole::Required || field.role == FieldRole::Owner;
        entry.fixed = field.role == FieldRole::Key;
        entry.content = textOf(encode(row.*field.member));
        if constexpr (std::is_enum_v<T>) {
            entry.entry = FieldEntry::Choice;
            for (const auto word : Words<T>::list)
                entry.choices += QString::fromUtf8(word.data(), qsizetype(word.size()));
        } else if constexpr (std::is_same_v<T, bool>) {
            entry.entry = FieldEntry::Flag;
        } else if constexpr (std::is_same_v<T, AnyId>) {
            entry.entry = FieldEntry::Reference;
        } else if constexpr (requires { typename ReferenceTo<T>::Type; }) {
            if (!entry.fixed) {
                entry.entry = FieldEntry::Reference;
                entry.kinds = {kindOf<typename ReferenceTo<T>::Type>};
            }
        } else if (isLong(QLatin1StringView(field.name))) {
            entry.entry = FieldEntry::Paragraph;
        }
        fields.push_back(std::move(entry));
    });
    return fields;
}

} // namespace

std::vector<FormField> fieldsOf(const Model &model, const QString &record)
{
    std::vector<FormField> fields;
    forEachKind([&]<typename Row>() {
        if (const Row *row = model.find<Row>(record))
            fields = describe(*row);
    });
    return fields;
}

std::vector<FormField> blankFields(Kind kind)
{
    std::vector<FormField> fields;
    forEachKind([&]<typename Row>() {
        if (kind == kindOf<Row>)
            fields = describe(Row());
    });
    std::erase_if(fields, [](const FormField &field) { return field.fixed; });
    return fields;
}

} // namespace entente::ui
