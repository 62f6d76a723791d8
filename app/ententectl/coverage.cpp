#include "app/ententectl/session.h"

std::vector<Command> coverageCommands()
{
    return {};
}
