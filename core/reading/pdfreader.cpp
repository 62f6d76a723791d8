#include "core/reading/pdfreader.h"

#include "core/reading/document.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr int Version = 1;
constexpr int MostPages = 20'000;
constexpr qsizetype LongestLine = qsizetype(64) << 20;
constexpr qint64 MostPicture = qint64(128) << 20;
constexpr qsizetype MostBytes = qsizetype(150) << 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("reading", text);
}

/// The refusal for what the child said.
Error refusalFor(const QString &error)
{
    if (error == u"encrypted")
        return refusal(
            tr("This PDF is protected by a password: open it in a PDF viewer, save a copy without protection, and import that."));
    if (error == u"empty")
        return refusal(tr("This PDF has no pages: there is nothing to read."));
    if (error == u"no such page")
        return callError(tr("This PDF has no such page."));
    if (error == u"memory" || error == u"too large" || error == u"too many pages")
        return refusal(tr("This PDF is too large to be read safely: split it into parts and import these."), error);
    return refusal(tr("This PDF is damaged and cannot be read: get it again from where it came from, or print it to a new PDF."), error);
}

Error refusalFor(ChildEnd end)
{
    switch (end) {
    case ChildEnd::NotStarted:
        return refusal(
            tr("The reader of PDF documents could not be started: install Entente again, or save the document as text and import that."));
    case ChildEnd::Crashed:
        return refusal(tr("The reader of PDF documents broke down over this one, which may be damaged or made to do harm: print it to a "
                          "new PDF and import that."));
    case ChildEnd::Silent:
    case ChildEnd::TooLong:
        return refusal(tr("This PDF took too long to read and was left: print it to a new PDF, or split it into parts, and import these."));
    case ChildEnd::Cancelled:
        return cancelledError();
    case ChildEnd::Flooded:
    case ChildEnd::Stopped:
    case ChildEnd::Finished:
        break;
    }
    return refusal(tr("The reader of PDF documents gave an answer that makes no sense, so the document was left: print it to a new PDF and "
                      "import that."));
}

} // namespace

Result<void> askPdfReader(const QByteArray &bytes, const QStringList &task, PdfAnswer &answer,
                          const std::function<bool(const QJsonObject &)> &part, const std::function<bool()> &enough,
                          const ChildLimits &limits, const Progress &progress)
{
    if (bytes.size() > MostBytes)
        return refusalFor(u"too large"_s);
    const QString program = programOfOurs(u"entente-extract"_s, "ENTENTE_EXTRACT");
    if (program.isEmpty()) {
        return refusal(tr("This copy of Entente comes without its reader of PDF documents: save the document as text or as a Word file and "
                          "import that."),
                       u"entente-extract was not found"_s);
    }
    QByteArray pending;
    qsizetype searched = 0; // of what is pending: holds no end of a line
    QString error;
    qint64 pictureLeft = 0;
    bool begun = false;
    bool ended = false;
    const auto takeLine = [&](const QByteArray &line) {
        const QJsonDocument json = QJsonDocument::fromJson(line);
        if (!json.isObject() || ended)
            return false;
        const QJsonObject object = json.object();
        if (object.contains(u"error"_s)) {
            error = object[u"error"_s].toString();
            return !error.isEmpty();
        }
        if (!begun) {
            begun = true;
            answer.pages = object[u"pages"_s].toInt();
            answer.title = object[u"title"_s].toString().left(1'000);
            return object[u"entente-extract"_s].toInt() == Version && answer.pages > 0 && answer.pages <= MostPages;
        }
        if (object.contains(u"picture"_s)) {
            pictureLeft = object[u"picture"_s].toInteger();
            return answer.picture.isEmpty() && pictureLeft > 0 && pictureLeft <= MostPicture;
        }
        ended = object.contains(u"end"_s);
        return ended || part(object);
    };
    const auto take = [&](const QByteArray &said) {
        pending += said;
        qsizetype start = 0;
        for (;;) {
            if (pictureLeft > 0) {
                const qint64 count = std::min<qint64>(pictureLeft, pending.size() - start);
                answer.picture += pending.mid(start, count);
                start += count;
                pictureLeft -= count;
                if (pictureLeft > 0)
                    break;
            }
            const qsizetype end = pending.indexOf('\n', std::max(start, searched));
            if (end < 0)
                break;
            if (!error.isEmpty() || !takeLine(pending.mid(start, end - start)))
                return false;
            start = end + 1;
        }
        pending.remove(0, start);
        searched = pending.size();
        return pending.size() <= LongestLine;
    };
    const ChildEnd end = runChild(program, task, bytes, limits, take, progress);
    if (end == ChildEnd::Cancelled)
        return refusalFor(end);
    if (!error.isEmpty())
        return refusalFor(error);
    const bool brokenOff = end == ChildEnd::Crashed || end == ChildEnd::Silent || end == ChildEnd::TooLong;
    if (!ended && !(brokenOff && begun && enough()))
        return refusalFor(end);
    return {};
}

} // namespace entente::reading
