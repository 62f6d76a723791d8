#include "app/ententectl/session.h"

#include "core/base/text.h"
#include "core/model/recordjson.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTextStream>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace entente;
using namespace entente::base;

namespace ententectl {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ententectl", text);
}

/// Hangul takes two columns on a screen.
int screenWidth(const QString &text)
{
    int width = 0;
    for (const QChar c : text)
        width += c.unicode() >= 0x1100 && (c.unicode() < 0x1200 || (c.unicode() >= 0x2E80 && c.unicode() < 0xD7B0) || c.unicode() >= 0xFF00) ? 2 : 1;
    return width;
}

QString cell(QString text, int width)
{
    text = simplified(text);
    while (screenWidth(text) > width && text.size() > 1)
        text = text.chopped(text.endsWith(u'…') ? 2 : 1) + u'…';
    return text + QString(std::max(0, width - screenWidth(text)), u' ');
}

} // namespace

Session::Session()
{
    m_place.directory = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    for (const char *name : {"ENTENTE_AUTHOR", "USER", "USERNAME"}) {
        if (m_place.author.isEmpty())
            m_place.author = qEnvironmentVariable(name);
    }
    if (m_place.author.isEmpty())
        m_place.author = u"ententectl"_s;
}

Result<std::shared_ptr<const model::Lookup>> Session::read(const QString &path) const
{
    Progress progress;
    auto opened = store::readFile(path, m_place, progress);
    if (!opened)
        return opened.error();
    if (!opened->notice.isEmpty())
        say(opened->notice);
    return std::make_shared<const model::Lookup>(opened->rows);
}

Result<Session::Map> Session::open(const QString &path) const
{
    Progress progress;
    return entente::Document::open(path, m_place, progress);
}

Result<void> Session::submit(entente::Document &map, const model::ChangeSet &changes) const
{
    if (auto submitted = map.submit(changes); !submitted)
        return submitted;
    return save(map);
}

Result<void> Session::save(entente::Document &map) const
{
    auto saved = map.save();
    if (!saved)
        map.abandon(); // The caller is told; a half-done call leaves nothing behind.
    return saved;
}

Result<QDate> Session::asOf(const Arguments &arguments) const
{
    const QString text = arguments.value(u"as-of"_s);
    if (text.isEmpty())
        return QDate::currentDate();
    auto date = PartialDate::parse(text);
    if (!date)
        return date.error();
    return date->last();
}

Result<QString> Session::resolve(const model::Lookup &lookup, const QString &word) const
{
    if (const auto id = model::resolve(lookup, word))
        return *id;
    return callError(tr("There is no record “%1” in this map; `list` and `search` show what there is.").arg(word.left(80)));
}

void Session::print(const QString &text) const
{
    QTextStream stream(stdout);
    stream << cleanText(text) << '\n'; // Nothing in a map may steer the terminal.
}

void Session::print(const QJsonObject &json) const
{
    QTextStream stream(stdout);
    stream << QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Indented));
}

void Session::printTable(const QStringList &heads, const std::vector<QStringList> &rows) const
{
    constexpr int widest = 60;
    std::vector<int> widths;
    for (qsizetype column = 0; column < heads.size(); ++column) {
        int width = screenWidth(heads[column]);
        for (const QStringList &row : rows)
            width = std::max(width, std::min(widest, screenWidth(simplified(row.value(column)))));
        widths.push_back(width);
    }
    QTextStream stream(stdout);
    const auto line = [&](const QStringList &cells) {
        QString text;
        for (qsizetype column = 0; column < heads.size(); ++column)
            text += cell(cells.value(column), widths[std::size_t(column)]) + u"  "_s;
        while (text.endsWith(u' '))
            text.chop(1);
        stream << text << '\n';
    };
    if (rows.empty()) {
        stream << tr("Nothing there.") << '\n';
        return;
    }
    line(heads);
    QStringList rules;
    for (const int width : widths)
        rules += QString(width, u'-');
    line(rules);
    for (const QStringList &row : rows)
        line(row);
}

void Session::say(const QString &text) const
{
    QTextStream stream(stderr);
    stream << cleanText(text) << '\n';
}

} // namespace ententectl
