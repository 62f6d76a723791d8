#include "ui/dialogs.h"
#include "ui/session.h"

#include <QClipboard>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>

#include <algorithm>

// Reading a text into the open map: off this thread over a snapshot, then one edit.
namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 256 * 1024 * 1024;

Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    const QString name = QFileInfo(path).fileName();
    if (QFileInfo(path).isDir())
        return refusal(Session::tr("“%1” is a folder; choose the files in it.").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return refusal(Session::tr("“%1” cannot be read: %2. Choose another file.").arg(name, file.errorString()));
    if (file.size() > largestFile)
        return refusal(Session::tr("“%1” is larger than any text of an agreement; choose the text itself.").arg(name));
    return file.readAll();
}

QString counted(qsizetype number, const QString &one, const QString &many)
{
    return number == 1 ? one : many.arg(number);
}

/// "41 clauses, 67 lines set aside, 1 gap. 23 suggestions."
QString sentenceFor(const reading::ImportReport &report)
{
    QStringList parts;
    if (report.clauses > 0)
        parts += counted(report.clauses, Session::tr("1 clause"), Session::tr("%1 clauses"));
    else
        parts += counted(report.paragraphs, Session::tr("1 paragraph"), Session::tr("%1 paragraphs"));
    parts += counted(qsizetype(report.setAside.size()), Session::tr("1 line set aside"), Session::tr("%1 lines set aside"));
    parts += counted(qsizetype(report.gaps.size()), Session::tr("1 gap"), Session::tr("%1 gaps"));
    QString sentence = Session::tr("“%1” is in the map: %2.")
                           .arg(report.document.title.isEmpty() ? report.document.fileName : report.document.title, parts.join(u", "_s));
    if (report.suggestions > 0)
        sentence += u' ' + counted(report.suggestions, Session::tr("1 suggestion waits."), Session::tr("%1 suggestions wait."));
    for (const QString &notice : report.notices)
        sentence += u' ' + notice;
    return sentence;
}

/// What was copied as a page of its own; a browser hands over a piece of one.
QByteArray pageOf(const QString &html)
{
    const QByteArray bytes = html.toUtf8();
    return bytes.left(512).toLower().contains("<html") ? bytes : "<!DOCTYPE html><html><meta charset=\"utf-8\"><body>" + bytes + "</body></html>";
}

} // namespace

void Session::importText()
{
    const QString path = m_document ? m_dialogs.textToImport(m_window, QFileInfo(suggestedPath()).absolutePath()) : QString();
    if (!path.isEmpty())
        importFile(path);
}

void Session::importWithOptions()
{
    const QString path = m_document ? m_dialogs.textToImport(m_window, QFileInfo(suggestedPath()).absolutePath()) : QString();
    if (path.isEmpty())
        return;
    reading::ImportOptions usual;
    const auto kind = m_document->model().kindOfRecord(m_selection.current());
    if (kind && (*kind == kindOf<Instrument> || *kind == kindOf<Meeting> || *kind == kindOf<Dialogue>))
        usual.into = m_selection.current();
    if (const auto options = askAbout(QFileInfo(path).fileName(), usual))
        importFile(path, *options);
}

void Session::importInto(const QString &record)
{
    const auto kind = m_document ? m_document->model().kindOfRecord(record) : std::nullopt;
    const bool belongs = kind && (*kind == kindOf<Instrument> || *kind == kindOf<Meeting>);
    const QString path = m_document ? m_dialogs.textToImport(m_window, QFileInfo(suggestedPath()).absolutePath()) : QString();
    if (path.isEmpty())
        return;
    reading::ImportOptions options;
    if (belongs)
        options.into = record;
    importFile(path, options);
}

void Session::pasteText()
{
    if (!m_document)
        return;
    const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
    const bool page = copied && copied->hasHtml() && !copied->html().trimmed().isEmpty();
    const QString words = copied ? copied->text() : QString();
    if (!page && words.trimmed().isEmpty()) {
        emit failed(callError(tr("Nothing that was copied can be read; copy the words of a page or a letter first.")));
        return;
    }
    Reading reading;
    reading.bytes = page ? pageOf(copied->html()) : words.toUtf8();
    const auto options = askAbout(tr("Copied text"), {});
    if (!options)
        return;
    reading.options = *options;
    const QString title = options->title.trimmed();
    reading.name = (title.isEmpty() ? tr("Copied text") : title) + (page ? u".html"_s : u".txt"_s);
    read(std::move(reading));
}

std::optional<reading::ImportOptions> Session::askAbout(const QString &name, const reading::ImportOptions &usual)
{
    ImportQuestion question{name, usual, {}, {}};
    const Lookup &lookup = m_document->lookup();
    const Model &model = lookup.model();
    const auto offer = [&](const QString &id) { question.records.emplace_back(id, lookup.title(id)); };
    for (const Instrument &instrument : model.all<Instrument>())
        offer(instrument.id.value);
    for (const Dialogue &dialogue : model.all<Dialogue>())
        offer(dialogue.id.value);
    for (const Meeting &meeting : model.all<Meeting>())
        offer(meeting.id.value);
    std::ranges::stable_sort(question.records, [](const auto &a, const auto &b) { return a.second.localeAwareCompare(b.second) < 0; });
    for (const Marking &marking : model.all<Marking>())
        question.markings += marking.id.value;
    return m_dialogs.importWish(m_window, question);
}

void Session::importFile(const QString &path, const reading::ImportOptions &options)
{
    // A network is dropped on the window like a text.
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == "gexf"_L1 || suffix == "graphml"_L1)
        return takeIn(path);
    read({QFileInfo(path).fileName(), path, {}, options});
}

void Session::read(Reading reading)
{
    if (!m_document)
        return;
    m_waiting.push_back(std::move(reading));
    if (m_waiting.size() == 1)
        readNext();
}

void Session::readNext()
{
    if (m_waiting.empty())
        return;
    using Answer = Result<reading::ImportReport>;
    const Reading &reading = m_waiting.front();
    m_job.start<Answer>(
        [model = m_document->model(), reading](Progress &progress) -> Answer {
            progress.report(0, 0, Session::tr("Reading “%1”").arg(reading.name));
            auto bytes = reading.path.isEmpty() ? Result<QByteArray>(reading.bytes) : bytesOf(reading.path);
            if (!bytes)
                return bytes.error();
            return reading::readForImport(model, reading.name, *bytes, reading.options, progress);
        },
        [this](const Answer &answer) {
            const Reading done = std::move(m_waiting.front());
            m_waiting.pop_front();
            take(done, answer);
            readNext();
        });
    emit started(reading.name);
}

void Session::take(const Reading &reading, const Result<reading::ImportReport> &answer)
{
    if (!answer) {
        emit failed(answer.error());
        return;
    }
    // The map may have changed while the text was read; the edit is validated against what it is now.
    if (!answer->already && !told(m_document->submit(answer->changes)))
        return;
    if (!reading.path.isEmpty())
        emit fileRead(QFileInfo(reading.path).absoluteFilePath(), answer->document.hash);
    emit succeeded();
    const QString sentence = answer->already ? tr("This text is in the map already; nothing was changed.") : sentenceFor(*answer);
    emit imported({answer->document.id.value, sentence, answer->already ? 0 : answer->suggestions});
}

void Session::cancelImport()
{
    if (m_waiting.empty())
        return;
    const QString name = m_waiting.front().name;
    m_waiting.clear();
    m_job.cancel(); // Whatever it still answers finds nobody.
    emit imported({{}, tr("Reading “%1” was stopped; nothing of it is in the map.").arg(name), 0});
}

} // namespace entente::ui
