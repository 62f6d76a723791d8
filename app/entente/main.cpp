#include "application.h"

#include <QApplication>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

/// Whether a window can be shown. Pictures and questions about the call need no display: where there is none, the offscreen platform
/// serves.
bool chooseDisplay()
{
#ifdef Q_OS_WIN
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "windows:darkmode=2");
#elif defined(Q_OS_LINUX)
    const bool display = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    if (!display && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        return false;
    }
#endif
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const bool display = chooseDisplay();
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
    if (!display && options->screenshot.isEmpty()) {
        QTextStream(stderr)
            << QCoreApplication::translate(
                   "Main", "There is no display to show a window on; “--screenshot FILE.png” draws it, “ententectl” works without one.")
            << Qt::endl;
        return 3;
    }
    entente::app::Application application(*options);
    return application.run();
}
