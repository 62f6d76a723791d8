#include "app/ententectl/session.h"

#include <QApplication>
#include <QHashFunctions>

#include <cstring>
#include <iterator>

using namespace Qt::StringLiterals;
using namespace entente::base;
using namespace ententectl;

namespace {

std::vector<Command> allCommands()
{
    std::vector<Command> commands;
    for (auto family : {fileCommands, exchangeCommands, readingCommands, correctingCommands, recordCommands, journalCommands, coverageCommands, drawingCommands, networkCommands}) {
        std::vector<Command> more = family();
        std::move(more.begin(), more.end(), std::back_inserter(commands));
    }
    return commands;
}

void printHelp(const Session &session, const std::vector<Command> &commands)
{
    session.print(QCoreApplication::translate("ententectl", "ententectl %1: everything that Entente does, without its window.\n")
                      .arg(QCoreApplication::applicationVersion()));
    for (const Command &command : commands)
        session.print(u"  %1 %2\n      %3"_s.arg(command.name, command.usage, command.purpose));
    session.print(QCoreApplication::translate("ententectl",
                                              "\nMAP is a .entente file, ID the identifier of a record (dlg-cyber, ins-sdp/14(c)). --json prints one JSON "
                                              "document.\nExit codes: 0 done · 1 needs attention · 2 wrong call · 3 input refused · 4 not written."));
}

ExitCode exitCodeOf(Failure failure)
{
    switch (failure) {
    case Failure::Call:
        return CallIsWrong;
    case Failure::Refused:
        return InputRefused;
    case Failure::Write:
        return NotWritten;
    case Failure::Nothing:
    case Failure::Cancelled:
        return NeedsAttention;
    }
    return CallIsWrong;
}

int run(const QStringList &words, const std::vector<Command> &commands)
{
    const Session session;
    const QString name = words.value(0);
    if (name.isEmpty() || name == "help"_L1 || name == "--help"_L1 || name == "-h"_L1) {
        if (name.isEmpty()) {
            session.say(QCoreApplication::translate("ententectl", "Say what to do; `ententectl help` lists the calls."));
            return CallIsWrong;
        }
        printHelp(session, commands);
        return Done;
    }
    if (name == "--version"_L1 || name == "version"_L1) {
        session.print(u"ententectl "_s + QCoreApplication::applicationVersion());
        return Done;
    }
    for (const Command &command : commands) {
        if (command.name != name)
            continue;
        if (words.contains(u"--help"_s)) {
            session.print(u"ententectl %1 %2\n    %3"_s.arg(command.name, command.usage, command.purpose));
            return Done;
        }
        auto arguments = parseArguments(words.mid(1), command.syntax);
        if (!arguments) {
            session.say(QCoreApplication::translate("ententectl", "%1 It goes: ententectl %2 %3").arg(arguments.error().sentence, command.name, command.usage));
            return CallIsWrong;
        }
        auto result = command.run(session, *arguments);
        if (!result) {
            session.say(result.error().sentence);
            if (qEnvironmentVariableIsSet("ENTENTE_DETAILS") && !result.error().detail.isEmpty())
                session.say(result.error().detail);
            return exitCodeOf(result.error().failure);
        }
        return *result;
    }
    session.say(QCoreApplication::translate("ententectl", "“%1” is not a call of ententectl; `ententectl help` lists them.").arg(name.left(60)));
    return CallIsWrong;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(u"Entente"_s);
    QCoreApplication::setOrganizationName(u"Entente"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(ENTENTE_VERSION));
    // The same call gives the same bytes: Qt orders the fonts in a PDF by a hash.
    QHashSeed::setDeterministicGlobalSeed();
    const std::vector<Command> commands = allCommands();

    const QString name = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    const bool draws = std::ranges::any_of(commands, [&](const Command &command) { return command.draws && command.name == name; });
    if (draws) {
        // Painting needs fonts, not a display, whatever the environment says.
        qputenv("QT_QPA_PLATFORM", "offscreen");
        const QApplication application(argc, argv);
        return run(application.arguments().mid(1), commands);
    }
    const QCoreApplication application(argc, argv);
    return run(application.arguments().mid(1), commands);
}
