#include "core/exchange/loading.h"

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/exchange/csv.h"
#include "core/model/validation.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace entente::exchange {

using namespace model;
using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::exchange", text);
}

/// Texts as a map keeps them; files may hold control characters.
template<typename Row>
Row cleaned(Row row)
{
    forEachField<Row>([&](const auto &field) {
        auto &content = row.*field.member;
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(content)>, QString>)
            content = cleanText(content);
    });
    return row;
}

Result<Model> readTables(const QString &folder)
{
    bool any = false;
    forEachKind([&]<typename Row>() { any = any || QFileInfo::exists(QDir(folder).filePath(QString::fromLatin1(Fields<Row>::plural) + u".csv"_s)); });
    if (!any)
        return refusal(tr("The folder “%1” holds no table of a map, such as institutions.csv.").arg(QDir(folder).dirName()));
    std::optional<Error> error;
    auto rows = fromTables([&](const QString &name) -> std::optional<QByteArray> {
        const QString path = QDir(folder).filePath(name);
        if (error || !QFileInfo::exists(path))
            return std::nullopt;
        auto bytes = readWhole(path);
        if (bytes)
            return *std::move(bytes);
        error = bytes.error();
        return std::nullopt;
    });
    if (error)
        return *error;
    return rows;
}

} // namespace

Result<Model> fromMapJson(const QByteArray &bytes)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error != QJsonParseError::NoError)
        return refusal(tr("The file is no JSON: something is wrong at byte %1.").arg(problem.offset), problem.errorString());
    const QJsonObject json = document.object();
    if (json.value("format"_L1).toString() != "entente-map"_L1)
        return refusal(tr("The file is JSON, but no map: it does not say the format “entente-map”."));
    if (const int version = json.value("version"_L1).toInt(); version != 1)
        return refusal(tr("The file is written in version %1 of the format; this program reads version 1.").arg(version));
    Model model;
    std::optional<Error> error;
    forEachKind([&]<typename Row>() {
        const QString list = QString::fromLatin1(Fields<Row>::plural);
        const QJsonArray rows = json.value(list).toArray();
        for (qsizetype i = 0; i < rows.size() && !error; ++i) {
            auto row = rowFromJson<Row>(rows.at(i).toObject());
            if (!row)
                error = refusal(tr("%1, row %2, %3: %4").arg(list).arg(i + 1).arg(row.error().detail, row.error().sentence));
            else if (row->id.isEmpty())
                error = refusal(tr("%1, row %2 has no id.").arg(list).arg(i + 1));
            else if (model.contains(row->id.value))
                error = refusal(tr("%1, row %2: “%3” is there twice.").arg(list).arg(i + 1).arg(row->id.value.left(60)));
            else
                model.table<Row>().put(*std::move(row));
        }
    });
    if (error)
        return *error;
    return model;
}

Result<TakenIn> takeInRows(const Model &model, const Model &rows, const QString &name)
{
    TakenIn taken;
    taken.changes.setLabel(tr("take in %1").arg(name));
    forEachKind([&]<typename Row>() {
        for (const Row &row : rows.all<Row>()) {
            const Row *known = model.find(row.id);
            if (!known)
                taken.changes.add(cleaned(row));
            else if (!(*known == row) && !(cleaned(*known) == cleaned(row)))
                taken.changes.update(*known, cleaned(row));
        }
    });
    if (auto valid = validate(model, taken.changes); !valid)
        return refusal(tr("The rows cannot be taken in. %1").arg(valid.error().sentence));
    return taken;
}

Result<TakenIn> takeInFile(const Model &model, const QString &path)
{
    const QFileInfo info(path);
    const QString name = info.isDir() ? QDir(path).dirName() : info.fileName();
    const QString suffix = info.suffix().toLower();
    if (info.isDir()) {
        auto rows = readTables(path);
        if (!rows)
            return rows.error();
        return takeInRows(model, *rows, name);
    }
    if (suffix == "xlsx"_L1 || suffix == "ods"_L1)
        return refusal(tr("Workbooks cannot be read yet; save each sheet as CSV into one folder and load the folder."));
    if (suffix == "csv"_L1)
        return refusal(tr("“%1” is one table; load the folder with all of them.").arg(name));
    auto bytes = readWhole(path);
    if (!bytes)
        return bytes.error();
    if (suffix == "json"_L1 || bytes->trimmed().startsWith('{')) {
        auto rows = fromMapJson(*bytes);
        if (!rows)
            return rows.error();
        return takeInRows(model, *rows, name);
    }
    auto network = readNetwork(*bytes);
    if (!network)
        return network.error();
    return takeIn(model, *network, name);
}

QString inWords(const ChangeSet &changes, bool would)
{
    QStringList added;
    QStringList changed;
    forEachKind([&]<typename Row>() {
        int come = 0;
        int change = 0;
        for (const auto &one : changes.changes<Row>())
            ++(one.before ? change : come);
        const auto counted = [](int count) {
            return u"%1 %2"_s.arg(count).arg(QString::fromLatin1(count == 1 ? Fields<Row>::table : Fields<Row>::plural));
        };
        if (come > 0)
            added += counted(come);
        if (change > 0)
            changed += counted(change);
    });
    if (added.isEmpty() && changed.isEmpty())
        return tr("The map holds all of it already; nothing changes.");
    QStringList sentences;
    if (!added.isEmpty())
        sentences += (would ? tr("Would add %1.") : tr("Added %1.")).arg(sentenceList(added));
    if (!changed.isEmpty())
        sentences += (would ? tr("Would change %1.") : tr("Changed %1.")).arg(sentenceList(changed));
    return sentences.join(u' ');
}

} // namespace entente::exchange
