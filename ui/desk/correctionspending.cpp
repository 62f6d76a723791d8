#include "core/reading/correction.h"

#include <QCoreApplication>

// Stands in until the corrections of the reader are there; the build leaves it out then.
namespace entente::reading {

namespace {

Result<ChangeSet> pending()
{
    return callError(QCoreApplication::translate("entente::reading", "This build cannot correct texts."));
}

} // namespace

Result<ChangeSet> promote(const Model &, const QString &)
{
    return pending();
}
Result<ChangeSet> demote(const Model &, const QString &)
{
    return pending();
}
Result<ChangeSet> splitAt(const Model &, const QString &, qsizetype)
{
    return pending();
}
Result<ChangeSet> joinWithPrevious(const Model &, const QString &)
{
    return pending();
}
Result<ChangeSet> markAs(const Model &, const QString &, ParagraphRole)
{
    return pending();
}
Result<ChangeSet> putBack(const Model &, const QString &)
{
    return pending();
}
Result<ChangeSet> relabel(const Model &, const QString &, const QString &)
{
    return pending();
}
Result<ChangeSet> correctText(const Model &, const QString &, const QString &)
{
    return pending();
}

} // namespace entente::reading
