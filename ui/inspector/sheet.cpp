#include "ui/inspector/sheet.h"

#include "core/model/relationtypes.h"
#include "ui/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::ui", text);
}

/// What stands behind the kind in the line above the title: a level, a side, a date.
QString besideKind(const Lookup &lookup, const QString &record)
{
    const Model &model = lookup.model();
    if (const auto *row = model.find<Dialogue>(record))
        return row->status == DialogueStatus::Existing ? shown(row->level)
                                                       : QStringList({shown(row->level), shown(row->status)}).join(u" · "_s);
    if (const auto *row = model.find<Institution>(record))
        return QStringList({shown(row->side), row->kind}).join(u" · "_s);
    if (const auto *row = model.find<Person>(record))
        return shown(row->side);
    if (const auto *row = model.find<Instrument>(record))
        return row->kind;
    if (const auto *row = model.find<Area>(record))
        return row->number ? QString::number(*row->number) : QString();
    if (const auto *row = model.find<Clause>(record))
        return lookup.title(row->instrument.value);
    if (const auto *row = model.find<Meeting>(record))
        return row->status == MeetingStatus::Held ? shown(row->format) : shown(row->status);
    if (const auto *row = model.find<Document>(record))
        return shown(row->kind);
    if (const auto *row = model.find<Relation>(record))
        return shown(row->confidence);
    if (const auto *row = model.find<Commitment>(record))
        return shown(row->state);
    return {};
}

void takeNames(Sheet &sheet, const Lookup &lookup)
{
    forEachKind([&]<typename Row>() {
        if (sheet.kind != kindOf<Row>)
            return;
        const Row &row = *lookup.model().find<Row>(sheet.record);
        if constexpr (requires { row.nameKo; })
            sheet.korean = row.nameKo;
        if constexpr (requires { row.side; })
            sheet.side = row.side;
        if constexpr (requires { row.abbreviation; }) {
            if (!row.abbreviation.isEmpty() && !sheet.title.contains(row.abbreviation))
                sheet.names.push_back({{tr("Short: %1").arg(row.abbreviation), {}, Run::Subtle}});
        }
    });
    // Official titles come before spellings and codes.
    std::vector<const Name *> names(lookup.names(sheet.record).begin(), lookup.names(sheet.record).end());
    const auto order = [](const Name *name) { return name->use == NameUse::OfficialTitle ? 0 : name->use == NameUse::Alias ? 1 : 2; };
    std::ranges::stable_sort(names, {}, order);
    for (const Name *name : names) {
        // The notes of a name say whose word it is.
        const QString whose = name->notes.isEmpty() || name->notes.size() > 40 ? shown(name->use) : name->notes;
        sheet.names.push_back({{capitalised(whose) + u": "_s + name->text, {}, Run::Subtle}});
    }
    const auto confused = [&](const QString &other, const Relation &relation) {
        sheet.notToBeConfused.push_back({{u"≠ "_s, {}, Run::Warn},
                                         {tr("not ")},
                                         {lookup.title(other), {Target::Record, other}},
                                         {relation.notes.isEmpty() ? QString() : u" – "_s + relation.notes, {}, Run::Subtle}});
    };
    for (const Relation *relation : lookup.outgoing(sheet.record, relation::notToBeConfusedWith))
        confused(relation->target.value, *relation);
    for (const Relation *relation : lookup.incoming(sheet.record, relation::notToBeConfusedWith))
        confused(relation->source.value, *relation);
}

QString notesOf(const Model &model, const QString &record)
{
    QString notes;
    forEachKind([&]<typename Row>() {
        if (const Row *row = model.find<Row>(record))
            notes = row->notes;
    });
    return notes;
}

} // namespace

Sheet sheetOf(const Lookup &lookup, const QString &record, const SheetOptions &options)
{
    Sheet sheet;
    const auto kind = lookup.model().kindOfRecord(record);
    if (!kind)
        return sheet;
    sheet.record = record;
    sheet.kind = *kind;
    sheet.title = lookup.title(record);
    const QString beside = besideKind(lookup, record);
    sheet.kindLine = beside.isEmpty() ? kindName(*kind) : kindName(*kind) + u" · "_s + beside;
    takeNames(sheet, lookup);

    const Model &model = lookup.model();
    if (const auto *dialogue = model.find<Dialogue>(record))
        sheets::describeDialogue(sheet, lookup, *dialogue, options);
    else if (const auto *meeting = model.find<Meeting>(record))
        sheets::describeMeeting(sheet, lookup, *meeting, options);
    else if (const auto *clause = model.find<Clause>(record))
        sheets::describeClause(sheet, lookup, *clause, options);
    else if (const auto *relation = model.find<Relation>(record))
        sheets::describeRelation(sheet, lookup, *relation, options);
    else
        sheets::describeOther(sheet, lookup, options);

    if (const QString notes = notesOf(model, record); !notes.isEmpty())
        sheets::put(sheet, {tr("Notes"), {}, {{.form = SheetItem::Text, .runs = {{notes}}}}});
    return sheet;
}

TextPlace textPlaceOf(const Lookup &lookup, const QString &id)
{
    const Model &model = lookup.model();
    if (const auto *passage = model.find<Passage>(id))
        return {passage->document.value, passage->label, passage->quote, passage->offset};
    if (const auto *evidence = model.find<Evidence>(id))
        return model.find<Passage>(evidence->origin.value) ? textPlaceOf(lookup, evidence->origin.value) : TextPlace();
    if (const auto *suggestion = model.find<Suggestion>(id))
        return {suggestion->document.value, suggestion->label, suggestion->quote, suggestion->offset};
    if (model.find<Document>(id))
        return {id, {}, {}, 0};
    if (const auto *clause = model.find<Clause>(id)) {
        if (const model::Document *text = lookup.textOf(clause->instrument))
            return {text->id.value, clause->label, {}, 0};
    }
    if (const auto *meeting = model.find<Meeting>(id)) {
        if (const model::Document *readout = lookup.readout(meeting->id))
            return {readout->id.value, {}, {}, 0};
    }
    for (const Evidence *evidence : lookup.evidence(id)) {
        if (const TextPlace place = textPlaceOf(lookup, evidence->id.value); !place.document.isEmpty())
            return place;
    }
    return {};
}

namespace sheets {

Run link(const Lookup &lookup, const QString &record, bool isShort)
{
    return {isShort ? lookup.shortTitle(record) : lookup.title(record), {Target::Record, record}};
}

SheetItem fact(const QString &label, Runs runs)
{
    return {.form = SheetItem::Fact, .label = label, .runs = std::move(runs)};
}

SheetItem fact(const QString &label, const QString &text)
{
    return fact(label, Runs{{text}});
}

void put(Sheet &sheet, SheetSection section)
{
    std::erase_if(section.items, [](const SheetItem &item) { return item.form == SheetItem::Fact && item.runs.empty(); });
    std::erase_if(section.items, [](const SheetItem &item) {
        return item.form == SheetItem::Fact && item.runs.size() == 1 && item.runs.front().text.isEmpty();
    });
    if (!section.items.empty())
        sheet.sections.push_back(std::move(section));
}

} // namespace sheets

} // namespace entente::ui
