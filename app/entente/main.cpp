#include "application.h"

#include <QApplication>
#include <QTextStream>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace {

/// Pictures and questions about the call need no display: where there is none, the offscreen platform serves.
void chooseWithoutDisplay(int argc, char **argv)
{
#ifdef Q_OS_LINUX
    const bool needsNone = std::any_of(argv + 1, argv + argc, [](const char *argument) {
        return std::strncmp(argument, "--screenshot", 12) == 0 || std::strcmp(argument, "--help") == 0 ||
               std::strcmp(argument, "-h") == 0 || std::strcmp(argument, "--version") == 0 || std::strcmp(argument, "-v") == 0;
    });
    const bool display = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    if (needsNone && !display && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
#else
    Q_UNUSED(argc)
    Q_UNUSED(argv)
#endif
#ifdef Q_OS_WIN
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "windows:darkmode=2");
#endif
}

} // namespace

int main(int argc, char **argv)
{
    chooseWithoutDisplay(argc, argv);
    QApplication qt(argc, argv);
    QApplication::setApplicationName(u"Entente"_s);
    QApplication::setOrganizationName(u"Entente"_s);
    QApplication::setApplicationVersion(QStringLiteral(ENTENTE_VERSION));
    QTranslator translator;
    entente::app::loadTranslations(translator);

    const auto options = entente::app::readOptions(QApplication::arguments());
    if (!options) {
        QTextStream(stderr) << options.error().sentence << Qt::endl;
        return 2;
    }
    if (!options->answer.isEmpty()) {
        QTextStream(stdout) << options->answer;
        return 0;
    }
    entente::app::Application application(*options);
    return application.run();
}
