#pragma once

#include "app/ententectl/arguments.h"
#include "core/document/document.h"

#include <QDate>
#include <QJsonObject>

#include <functional>
#include <memory>

namespace ententectl {

/// What the commands share: the place of working copies, printing, and the way a map is opened, edited and saved again.
class Session
{
public:
    Session();

    using Map = std::unique_ptr<entente::Document>;

    const entente::store::WorkingPlace &place() const { return m_place; }

    /// Only the rows, for calls that change nothing.
    entente::base::Result<std::shared_ptr<const entente::model::Lookup>> read(const QString &path) const;
    /// With a working copy, for calls that edit.
    entente::base::Result<Map> open(const QString &path) const;
    /// The edit and the save as one: where the save fails nothing has changed on disk.
    entente::base::Result<void> submit(entente::Document &map, const entente::model::ChangeSet &changes) const;
    entente::base::Result<void> save(entente::Document &map) const;

    /// `--as-of`, default today.
    entente::base::Result<QDate> asOf(const Arguments &arguments) const;
    /// The key that a user's word stands for; a sentence where there is none.
    entente::base::Result<QString> resolve(const entente::model::Lookup &lookup, const QString &word) const;

    void print(const QString &text) const;
    void print(const QJsonObject &json) const;
    /// Rows under their heads, columns as wide as their contents up to the width of a screen.
    void printTable(const QStringList &heads, const std::vector<QStringList> &rows) const;
    /// To standard error.
    void say(const QString &text) const;

private:
    entente::store::WorkingPlace m_place;
};

/// Exit codes of the contract.
enum ExitCode { Done = 0, NeedsAttention = 1, CallIsWrong = 2, InputRefused = 3, NotWritten = 4 };

/// One command: its name, its line in the help, its syntax, and what it does.
struct Command
{
    QString name;
    QString usage;
    QString purpose;
    Syntax syntax;
    std::function<entente::base::Result<ExitCode>(const Session &, const Arguments &)> run;
    bool draws = false; ///< Needs fonts and painters (an application on the offscreen platform), but no display.
};

/// The commands, by family.
std::vector<Command> fileCommands();
std::vector<Command> exchangeCommands();
std::vector<Command> recordCommands();
std::vector<Command> journalCommands();
std::vector<Command> readingCommands();
std::vector<Command> correctingCommands();
std::vector<Command> coverageCommands();
std::vector<Command> drawingCommands();
std::vector<Command> networkCommands();

} // namespace ententectl
