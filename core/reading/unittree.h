#pragma once

#include "core/model/textblocks.h"
#include "core/reading/unitlabel.h"

/// The order of units below one another while a text is corrected: who stands under whom, and the labels that follow from it.
namespace entente::reading::unittree {

bool isUnit(const TextBlocks &text, int index);

/// The label that a block would have with this number under a unit.
QString labelUnder(const TextBlocks &text, int index, const UnitNumber &number, const QString &parent);

/// Where a number belongs: beside the nearest unit above that is numbered alike, else under the unit before it.
QString parentFor(const TextBlocks &text, int index, const UnitNumber &number);

/// Gives a unit and all below it their labels; what stood behind the old label of the unit above stands behind the new one.
void rename(TextBlocks &text, int index, const QString &label, const QString &parent);

/// Makes a unit of a block, where its number belongs.
void makeUnit(TextBlocks &text, int index, const UnitNumber &number);

/// What stood under a unit that is one no longer stands under another, or at the top.
void releaseBelow(TextBlocks &text, int index, const QString &newParent);

} // namespace entente::reading::unittree
