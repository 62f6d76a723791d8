#include "core/exchange/csv.h"

#include "core/base/text.h"
#include "core/model/validation.h"

#include <QCoreApplication>
#include <QFile>
#include <QSet>

namespace entente::exchange {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::exchange", text);
}

template<typename Row>
QString fileName()
{
    return QString::fromLatin1(Fields<Row>::plural) + u".csv"_s;
}

template<typename Row>
QByteArray tableOf(const Model &model)
{
    QStringList cells;
    forEachField<Row>([&](const auto &field) { cells += QString::fromLatin1(field.name); });
    QString text = csvLine(cells);
    for (const Row &row : model.all<Row>()) {
        cells.clear();
        forEachField<Row>([&](const auto &field) { cells += textOf(encode(row.*field.member)); });
        text += csvLine(cells);
    }
    return text.toUtf8();
}

template<typename Row>
Result<void> readTable(const QByteArray &bytes, Model &model)
{
    auto lines = parseCsv(cleanText(QString::fromUtf8(bytes)));
    if (!lines)
        return refusal(tr("%1: %2").arg(fileName<Row>(), lines.error().sentence));
    if (lines->empty())
        return {};
    const QStringList header = lines->front();
    QSet<QString> known;
    forEachField<Row>([&](const auto &field) { known.insert(QString::fromLatin1(field.name)); });
    for (const QString &name : header) {
        if (!known.contains(name))
            return refusal(tr("%1: there is no column “%2”.").arg(fileName<Row>(), name.left(40)));
    }
    for (std::size_t line = 1; line < lines->size(); ++line) {
        const QStringList &cells = (*lines)[line];
        if (cells.size() == 1 && cells.front().isEmpty())
            continue;
        if (cells.size() != header.size())
            return refusal(tr("%1, row %2: %3 cells where the header has %4.").arg(fileName<Row>()).arg(line).arg(cells.size()).arg(header.size()));
        Row row;
        std::optional<Error> error;
        forEachField<Row>([&](const auto &field) {
            const auto column = header.indexOf(QLatin1StringView(field.name));
            if (error || column < 0)
                return;
            if (auto read = decode(encode(cells[column]), row.*field.member); !read)
                error = refusal(tr("%1, row %2, %3: %4").arg(fileName<Row>()).arg(line).arg(QString::fromLatin1(field.name), read.error().sentence));
        });
        if (error)
            return *error;
        if (model.contains(row.id.value))
            return refusal(tr("%1, row %2: “%3” is there twice.").arg(fileName<Row>()).arg(line).arg(row.id.value.left(60)));
        model.table<Row>().put(std::move(row));
    }
    return {};
}

} // namespace

Result<std::vector<QStringList>> parseCsv(const QString &text)
{
    std::vector<QStringList> lines;
    QStringList cells;
    QString cell;
    bool quoted = false;
    bool any = false;
    const auto endCell = [&] {
        cells += cell;
        cell.clear();
    };
    const auto endLine = [&] {
        endCell();
        lines.push_back(cells);
        cells.clear();
        any = false;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted) {
            if (c == u'"' && i + 1 < text.size() && text[i + 1] == u'"') {
                cell += c;
                ++i;
            } else if (c == u'"') {
                quoted = false;
            } else {
                cell += c;
            }
        } else if (c == u'"') {
            quoted = any = true;
        } else if (c == u',') {
            endCell();
            any = true;
        } else if (c == u'\n') {
            endLine();
        } else {
            cell += c;
            any = true;
        }
    }
    if (quoted)
        return refusal(tr("a quote that is opened in row %1 is never closed.").arg(lines.size()));
    if (any)
        endLine();
    return lines;
}

QString csvLine(const QStringList &cells)
{
    QString line;
    for (const QString &cell : cells) {
        if (&cell != &cells.front())
            line += u',';
        const bool quotes = cell.contains(u',') || cell.contains(u'"') || cell.contains(u'\n') || cell.contains(u'\r') || cell != cell.trimmed();
        line += quotes ? u'"' + QString(cell).replace(u"\""_s, u"\"\""_s) + u'"' : cell;
    }
    return line + u'\n';
}

std::map<QString, QByteArray> toTables(const Model &model)
{
    std::map<QString, QByteArray> tables;
    forEachKind([&]<typename Row>() {
        if (model.table<Row>().size() > 0)
            tables.emplace(fileName<Row>(), tableOf<Row>(model));
    });
    return tables;
}

Result<Model> fromTables(const std::function<std::optional<QByteArray>(const QString &name)> &table)
{
    Model model;
    Result<void> result;
    forEachKind([&]<typename Row>() {
        if (!result)
            return;
        if (const auto bytes = table(fileName<Row>()))
            result = readTable<Row>(*bytes, model);
    });
    if (!result)
        return result.error();
    if (const auto problems = problemsOf(model); !problems.empty())
        return refusal(problems.front().sentence);
    return model;
}

Result<Model> shippedMap()
{
    return fromTables([](const QString &name) -> std::optional<QByteArray> {
        QFile file(u":/maps/eu-rok/"_s + name);
        if (!file.open(QIODevice::ReadOnly))
            return std::nullopt;
        return file.readAll();
    });
}

Model blankMap()
{
    Model model;
    const std::pair<QString, int> markings[] = {{u"public"_s, 0}, {u"internal"_s, 1}, {u"Limited"_s, 2}, {u"LIMITE"_s, 3}};
    for (const auto &[name, rank] : markings) {
        Marking marking;
        marking.id.value = name;
        marking.rank = rank;
        model.table<Marking>().put(marking);
    }
    return model;
}

} // namespace entente::exchange
