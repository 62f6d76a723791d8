#include "core/model/relationtypes.h"

#include <algorithm>

namespace entente::model {

namespace {

using Ends = std::vector<std::pair<Kind, Kind>>;

constexpr Kind institution = kindOf<Institution>;
constexpr Kind person = kindOf<Person>;
constexpr Kind dialogue = kindOf<Dialogue>;
constexpr Kind area = kindOf<Area>;
constexpr Kind instrument = kindOf<Instrument>;
constexpr Kind clause = kindOf<Clause>;
constexpr Kind meeting = kindOf<Meeting>;
constexpr Kind commitment = kindOf<Commitment>;

Ends everyPair()
{
    constexpr Kind kinds[] = {institution, person, dialogue, area, instrument, clause, meeting, commitment};
    Ends ends;
    for (const Kind source : kinds) {
        for (const Kind target : kinds)
            ends.emplace_back(source, target);
    }
    return ends;
}

std::vector<RelationType> makeTypes()
{
    const auto text = [](const char *word) { return QString::fromLatin1(word); };
    return {
        {relation::reportsTo, text("receives reports of"), {{dialogue, dialogue}}},
        {relation::partOf, text("contains"), {{institution, institution}, {area, area}, {instrument, institution}, {instrument, instrument}}},
        {relation::responsibleFor, text("is looked after by"), {{institution, area}, {dialogue, area}}},
        {relation::names,
         text("is named by"),
         {{clause, institution}, {clause, dialogue}, {clause, instrument}, {clause, area}, {clause, person}}},
        {relation::foundedBy, text("founds"), {{dialogue, instrument}, {dialogue, clause}, {dialogue, meeting}}},
        {relation::basedOn, text("is a basis of"), {{dialogue, instrument}, {instrument, instrument}, {institution, instrument}}},
        {relation::reviews, text("is reviewed by"), {{dialogue, area}, {dialogue, instrument}}},
        {relation::succeededBy, text("succeeds"), {{dialogue, dialogue}, {institution, institution}, {instrument, instrument}}},
        {relation::funds, text("is funded by"), {{institution, institution}, {institution, instrument}}},
        {relation::implements, text("is implemented by"), {{institution, institution}, {institution, instrument}, {institution, clause}}},
        {relation::relatedTo,
         text("is related to"),
         {{clause, clause}, {area, area}, {instrument, instrument}, {dialogue, dialogue}, {institution, institution}},
         true},
        {relation::cites, text("is cited by"), {{instrument, instrument}, {clause, instrument}, {clause, clause}}},
        {relation::linkedTo, text("is linked to"), everyPair(), true},
        {relation::notToBeConfusedWith,
         text("is not to be confused with"),
         {{dialogue, dialogue}, {institution, institution}, {instrument, instrument}, {person, person}, {meeting, meeting}, {area, area}},
         true},
        {relation::raises, text("is raised at"), {{meeting, clause}}},
        {relation::mentions,
         text("is mentioned at"),
         {{meeting, institution}, {meeting, instrument}, {meeting, area}, {meeting, dialogue}, {meeting, person}}},
    };
}

} // namespace

bool RelationType::joins(Kind source, Kind target) const
{
    return std::ranges::find(ends, std::pair(source, target)) != ends.end();
}

const std::vector<RelationType> &relationTypes()
{
    static const std::vector<RelationType> types = makeTypes();
    return types;
}

const RelationType *relationType(const QString &word)
{
    const auto found = std::ranges::find(relationTypes(), word, &RelationType::word);
    return found == relationTypes().end() ? nullptr : &*found;
}

} // namespace entente::model
