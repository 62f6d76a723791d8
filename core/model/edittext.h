#pragma once

#include "core/model/edits.h"

/// Words of an imported text that are set right: the paragraph, the clause that it gave, and what is quoted from it stay together.
namespace entente::model::edits {

/// The paragraph whose words a clause has; none where the clause's text is not in the map.
const Paragraph *paragraphOf(const Model &model, const Clause &clause);

/// Corrects the words of a paragraph. What is quoted follows its words; a quote whose words are all gone takes those that came in their place,
/// or the word beside it. Refused where a block that is quoted would be left without words.
Result<ChangeSet> correctText(const Model &model, const QString &paragraph, const QString &text);

} // namespace entente::model::edits
