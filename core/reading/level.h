#pragma once

#include "core/base/partialdate.h"
#include "core/base/vocabulary.h"

#include <QString>

namespace entente::reading {

/// How far a sentence of a read-out goes. The order is the rank.
enum class Level { Mentioned, Discussed, FollowUpAgreed, Delivered };

/// `mentioned`, `discussed`, `follow-up agreed`, `delivered`
QString levelWord(Level level);

/// The level that the words of one sentence give. A follow-up is an agreed step with a named date, event, product or round; `heldOn` tells
/// dates ahead from dates behind. That a meeting took place delivers nothing.
Level levelOf(const QString &sentence, const PartialDate &heldOn = {});

/// Whether a sentence only says who was there, when and where: attendance is no subject.
bool tellsAttendance(const QString &sentence);

} // namespace entente::reading
