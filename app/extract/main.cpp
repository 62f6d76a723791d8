// entente-extract text|pages|picture PAGE WIDTH: reads a PDF from standard input, tells on standard output what is in it (pages.h), opens
// nothing else. PDF readers are taken over by documents made for that; so this one has nothing that is worth having, and ends when it asks
// for much.

#include "limits.h"
#include "pages.h"

#include <QCoreApplication>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <optional>

#ifdef Q_OS_WIN
#include <fcntl.h>
#include <io.h>
#endif

using namespace Qt::StringLiterals;
using namespace entente::extract;

namespace {

constexpr qsizetype MostBytes = qsizetype(150) << 20;

std::optional<Task> taskFrom(const QStringList &arguments)
{
    if (arguments == QStringList{u"text"_s})
        return Task{};
    if (arguments == QStringList{u"pages"_s})
        return Task{.mode = Mode::Pages};
    if (arguments.size() == 3 && arguments[0] == u"picture")
        return Task{Mode::Picture, arguments[1].toInt(), arguments[2].toInt()};
    return std::nullopt;
}

std::optional<QByteArray> standardInput()
{
    QByteArray bytes;
    std::array<char, 1 << 16> chunk;
    while (const std::size_t count = std::fread(chunk.data(), 1, chunk.size(), stdin)) {
        bytes.append(chunk.data(), static_cast<qsizetype>(count));
        if (bytes.size() > MostBytes)
            return std::nullopt;
    }
    return bytes;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const auto task = taskFrom(QCoreApplication::arguments().mid(1));
    if (!task) {
        std::fputs("entente-extract is run by Entente: entente-extract text|pages|picture PAGE WIDTH < FILE.pdf\n", stderr);
        return 2;
    }
#ifdef Q_OS_WIN
    _setmode(_fileno(stdin), _O_BINARY);
    _setmode(_fileno(stdout), _O_BINARY);
#endif
    limitThisProcess(task->mode == Mode::Picture ? Files::Fonts : Files::None);
    std::set_new_handler([] {
        std::fputs("{\"error\":\"memory\"}\n", stdout);
        std::fflush(stdout);
        std::_Exit(3);
    });
    auto bytes = standardInput();
    if (!bytes) {
        say("{\"error\":\"too large\"}");
        return 1;
    }
    return answer(*task, std::move(*bytes));
}
