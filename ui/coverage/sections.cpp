#include "ui/coverage/painting.h"

#include <algorithm>

// How wide each column of the matrix is, in the panel and in the whole of it.
namespace entente::ui {

namespace {

constexpr double wideNumber = 64;
constexpr double widePromise = 122;
constexpr double wideRound = 57;
constexpr double wideOther = 62;
constexpr double wideState = 138;
constexpr double wideKnown = 84;
constexpr double wideResponsible = 90;
constexpr double wideLast = 90;
constexpr double leastWords = 190;

} // namespace

double fullMatrixWidth(const CoverageContent &content)
{
    const double other = content.folded == 0 ? 0 : wideOther;
    return wideNumber + leastWords + widePromise + wideRound * double(content.heads.size()) + other + wideState + wideKnown +
           wideResponsible + wideLast;
}

std::vector<CoverageSection> coverageSections(const CoverageContent &content, double width, bool narrow)
{
    std::vector<CoverageSection> sections;
    double x = 0;
    const auto add = [&](CoverageField field, double sectionWidth, int round = -1) {
        sections.push_back({field, round, x, sectionWidth});
        x += sectionWidth;
    };
    const int rounds = int(content.heads.size());
    if (narrow) {
        const double state = 36;
        double column = 18;
        if (rounds > 0)
            column = std::clamp((width - 54 - 46 - state) / rounds, 13.0, 18.0);
        double spare = std::max(46.0, width - 54 - state - column * rounds);
        add(CoverageField::Number, 54);
        if (spare > 220) {
            add(CoverageField::Words, spare - 74);
            spare = 74;
        }
        add(CoverageField::Promise, spare);
        for (int round = 0; round < rounds; ++round)
            add(CoverageField::Round, column, round);
        add(CoverageField::State, state);
        return sections;
    }
    add(CoverageField::Number, wideNumber);
    add(CoverageField::Words, leastWords + std::max(0.0, width - fullMatrixWidth(content)));
    add(CoverageField::Promise, widePromise);
    for (int round = 0; round < rounds; ++round)
        add(CoverageField::Round, wideRound, round);
    if (content.folded > 0)
        add(CoverageField::Other, wideOther);
    add(CoverageField::State, wideState);
    add(CoverageField::Known, wideKnown);
    add(CoverageField::Responsible, wideResponsible);
    add(CoverageField::Last, wideLast);
    return sections;
}

} // namespace entente::ui
