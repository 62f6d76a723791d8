#pragma once

#include "core/base/result.h"

#include <QDate>
#include <QSize>
#include <QStringList>

namespace entente::app {

/// What the command line of the window asks for.
struct Options
{
    QString map;        ///< The file to open; empty: the shipped map.
    QString screenshot; ///< Where a picture of the window goes; then the program ends.
    QSize size;
    QString theme; ///< "light" or "dark"; empty: the system's.
    QString select;
    QString text;        ///< A document to be shown on the reading desk.
    QString editions;    ///< An instrument whose editions are compared.
    QString suggestions; ///< A document whose suggestions are shown.
    QString matrix;      ///< How the coverage matrix is shown: one of its tables or orders; empty: not at all.
    QString list;        ///< "commitments" or "findings".
    QDate asOf;
    QString layout;      ///< Of the network.
    QString focus;       ///< A record around which the network is shown.
    QStringList groups;  ///< What the network draws as one box.
    bool all = false;    ///< Every record in the network.
    bool tables = false; ///< The tables beside the network.
    QString view;     ///< A saved view to be opened, by name or key.
    QString panel;    ///< A panel beside the network: views, style, changes, path, questions.
    QStringList path; ///< Two records whose chains are shown.
    QDate compare;    ///< A day to compare with.
    QDate from;    ///< With `asOf` a range.
    QString chart; ///< A kind of chart.
    QString lanes; ///< A kind of lanes; the timeline is shown large.
    QString answer; ///< The text of --help or --version; nothing else is done then.
};

base::Result<Options> readOptions(const QStringList &arguments);

} // namespace entente::app
