#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QStringList>

namespace ententectl {

/// A call as the user wrote it, taken apart by what a command understands.
struct Arguments
{
    QStringList positional;
    QHash<QString, QStringList> options; ///< Without the dashes; flags have an empty list.

    bool has(const QString &name) const { return options.contains(name); }
    QString value(const QString &name, const QString &otherwise = {}) const
    {
        const QStringList values = options.value(name);
        return values.isEmpty() ? otherwise : values.front();
    }
};

/// What a command understands: how many positional arguments, which options with one value, with many values, and which flags.
struct Syntax
{
    int least = 0;
    int most = 0; ///< -1: any number.
    QStringList valued;
    QStringList listed; ///< Take every argument up to the next option.
    QStringList flags;
};

/// Refuses unknown options, missing values and a wrong number of arguments, each with one sentence.
entente::base::Result<Arguments> parseArguments(const QStringList &words, const Syntax &syntax);

} // namespace ententectl
