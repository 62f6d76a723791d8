#include "core/reading/importing.h"
#include "ui/session.h"

#include <QFile>
#include <QFileInfo>

// Reading a text into the open map: off this thread over a snapshot, then one edit.
namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestText = 32 * 1024 * 1024;

Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    const QString name = QFileInfo(path).fileName();
    if (!file.open(QIODevice::ReadOnly))
        return refusal(Session::tr("“%1” cannot be read: %2. Choose another file.").arg(name, file.errorString()));
    if (file.size() > largestText)
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

} // namespace

void Session::importFile(const QString &path)
{
    if (!m_document)
        return;
    const auto bytes = bytesOf(path);
    if (!bytes) {
        emit failed(bytes.error());
        return;
    }
    using Answer = Result<reading::ImportReport>;
    const QString name = QFileInfo(path).fileName();
    m_job.start<Answer>([model = m_document->model(), name,
                         bytes = *bytes](Progress &progress) { return reading::readForImport(model, name, bytes, {}, progress); },
                        [this](Answer answer) {
                            if (!answer) {
                                emit failed(answer.error());
                                return;
                            }
                            if (answer->already) {
                                emit succeeded();
                                emit imported({answer->document.id.value, tr("This text is in the map already; nothing was changed."), 0});
                                return;
                            }
                            // The map may have changed while the text was read; the edit is validated against what it is now.
                            if (told(m_document->submit(answer->changes)))
                                emit imported({answer->document.id.value, sentenceFor(*answer), answer->suggestions});
                        });
    emit started();
}

} // namespace entente::ui
