#pragma once

#include "core/base/partialdate.h"
#include "core/base/vocabulary.h"

#include <QString>

#include <vector>

namespace entente::reading {

/// A step that a sentence says was agreed or promised.
struct AgreedStep
{
    qsizetype offset = 0; ///< Of `what`, in the sentence.
    QString what;         ///< `hold a joint workshop in Busan in the spring of 2021`
    QString who;          ///< Whose step it is, as printed; nothing: both sides, or not said.
};

/// The steps of one sentence that are tied to something named: a date ahead, a numbered or next event, a product. `heldOn` tells dates
/// ahead from dates behind. What only goes on ("agreed to continue") or is only looked into ("agreed to explore") is none.
std::vector<AgreedStep> agreedSteps(const QString &sentence, const PartialDate &heldOn = {});

/// The same for a Korean sentence.
std::vector<AgreedStep> koreanSteps(const QString &sentence, const PartialDate &heldOn = {});

/// `EU`, `ROK`, or nothing where the words name both or neither.
QString sideOf(const QString &words);

/// Whether a text is written in Korean: more Hangul than Latin letters.
bool isKorean(const QString &text);

} // namespace entente::reading
