#include "core/reading/editions.h"

#include <algorithm>

namespace entente::reading {

using namespace Qt::StringLiterals;

std::vector<const model::Document *> textsOf(const Lookup &lookup, const Id<Instrument> &instrument)
{
    const Instrument *row = lookup.model().find(instrument);
    std::vector<const model::Document *> texts;
    for (const model::Document &document : lookup.model().all<model::Document>()) {
        if (document.kind == DocumentKind::Instrument && document.instrument == instrument)
            texts.push_back(&document);
    }
    std::ranges::stable_sort(texts, [&](const model::Document *a, const model::Document *b) {
        const auto order = [&](const model::Document *text) {
            const bool current = row && !row->edition.isEmpty() && text->edition == row->edition;
            return std::tuple(!current, !text->date.isKnown(), text->date.isKnown() ? -text->date.first().toJulianDay() : 0);
        };
        return order(a) < order(b);
    });
    return texts;
}

std::vector<AlignmentUnit> unitsOf(const Lookup &lookup, const Id<model::Document> &document)
{
    const model::Document *row = lookup.model().find(document);
    if (!row)
        return {};
    const Instrument *instrument = lookup.model().find(row->instrument);
    const bool current = instrument && (instrument->edition.isEmpty() || instrument->edition == row->edition);
    const QString prefix = (current ? row->instrument.value : row->edition.value) + u'/';
    std::vector<AlignmentUnit> units;
    for (const Paragraph *paragraph : lookup.paragraphs(document)) {
        if (paragraph->role != ParagraphRole::Unit || paragraph->label.isEmpty())
            continue;
        const Clause *clause = lookup.model().find<Clause>(prefix + paragraph->label);
        units.push_back({paragraph->label, paragraph->parent, clause ? clause->heading : QString(), paragraph->text});
    }
    return units;
}

std::vector<Aligned> compareTexts(const Lookup &lookup, const Id<model::Document> &before, const Id<model::Document> &after, const Progress &progress)
{
    return align(unitsOf(lookup, before), unitsOf(lookup, after), progress);
}

} // namespace entente::reading
