#pragma once

#include "core/base/vocabulary.h"

#include <QString>
#include <QStringList>

/// The ways in which texts turn the name of a dialogue round.
namespace entente::reading {

/// Other ways to write the name: without the parties (`EU-ROK Cyber Dialogue` is `the Cyber Dialogue`), with the noun in front
/// (`Consultations on Disarmament`), with the halves of the subject exchanged, in the singular or plural. Never with another noun: two series
/// may differ by it alone.
QStringList dialogueForms(const QString &name);

} // namespace entente::reading
