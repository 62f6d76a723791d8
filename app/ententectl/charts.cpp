#include "app/ententectl/charts.h"

#include "core/base/file.h"
#include "core/exchange/csv.h"
#include "core/model/marking.h"
#include "ui/charts/chartdrawing.h"
#include "ui/paper/export.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace entente;
using namespace entente::base;

namespace ententectl {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ententectl", text);
}

Result<void> writeTable(const ui::ChartData &data, const QString &path)
{
    QString text;
    for (const QStringList &line : ui::chartTable(data))
        text += exchange::csvLine(line);
    return base::replaceFile(path, text.toUtf8());
}

QJsonObject tableJson(const ui::ChartData &data)
{
    QJsonArray parts;
    for (const ui::ChartPart &part : data.parts)
        parts.append(part.name);
    QJsonArray rows;
    for (const ui::ChartRow &row : data.rows) {
        QJsonArray values;
        for (const int value : row.values)
            values.append(value);
        QJsonObject json{{u"label"_s, row.label}, {u"values"_s, values}, {u"total"_s, row.total()}};
        json.insert(u"record"_s, row.record.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(row.record));
        if (row.day.isValid())
            json.insert(u"day"_s, row.day.toString(Qt::ISODate));
        rows.append(json);
    }
    return {{u"chart"_s, ui::wordOf(data.kind)}, {u"title"_s, data.title}, {u"unit"_s, data.unit},
            {u"parts"_s, parts},                 {u"rows"_s, rows},        {u"note"_s, data.note}};
}

} // namespace

Result<ExitCode> drawChart(const Session &session, const Arguments &arguments, const model::Lookup &lookup, const model::Lens &lens,
                           ui::PageSetup setup)
{
    const QString word = arguments.value(u"chart"_s);
    const auto kind = ui::chartFromWord(word);
    if (!kind)
        return callError(word.isEmpty() ? tr("Say which chart with --chart progress, meetings, coverage or participation.")
                                        : tr("“%1” is no chart; say progress, meetings, coverage or participation.").arg(word.left(40)));
    const QString target = arguments.value(u"o"_s, arguments.value(u"output"_s));
    const ui::ChartData data = ui::chartData(*kind, lookup, lens);
    const auto drawing = ui::chartDrawing(data, {.room = ui::Pages::roomOn(setup) * (setup.isPoster() ? 0.8 : 1.25)});
    setup.marking = model::markingOf(lookup, drawing->facts().records);
    QStringList notes;
    if (QFileInfo(target).suffix().compare(u"csv"_s, Qt::CaseInsensitive) == 0) {
        if (auto written = writeTable(data, target); !written)
            return written.error();
    } else if (auto written = ui::exportDrawing(*drawing, setup, target, &notes); !written) {
        return written.error();
    }
    if (!data.note.isEmpty())
        notes.append(data.note);
    for (const QString &note : notes)
        session.say(note);
    if (arguments.has(u"json"_s)) {
        QJsonObject json = tableJson(data);
        json.insert(u"file"_s, target);
        json.insert(u"marking"_s, setup.marking);
        json.insert(u"notes"_s, QJsonArray::fromStringList(notes));
        session.print(json);
    }
    return Done;
}

} // namespace ententectl
