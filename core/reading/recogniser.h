#pragma once

#include "core/reading/markers.h"
#include "core/reading/numbers.h"

#include <QSet>

#include <map>
#include <tuple>

namespace entente::reading {

constexpr std::size_t Nowhere = static_cast<std::size_t>(-1);

/// A unit that the current line may stand in.
struct OpenLevel
{
    numbers::Style style;
    int value = 0;
    int inserted = 0;
    QString prefix;
    QString label;
};

using NumberKey = std::tuple<int, int, QString, int>;

inline NumberKey keyOf(const numbers::Style &style, const QString &prefix, int value)
{
    return {static_cast<int>(style.shape), static_cast<int>(style.counting), prefix, value};
}

/// Where the numbers of one style and value stand, ascending.
struct NumberPlaces
{
    std::vector<std::size_t> all;
    std::vector<std::size_t> strong;
};

/// Goes through the lines once and decides which numbers count units; see markers.cpp.
class Recogniser
{
public:
    explicit Recogniser(const std::vector<Line> &lines);
    Numbering numbering();

private:
    void skipPreamble();
    std::optional<parts::PartHead> headAt(std::size_t line) const;
    bool takePart(std::size_t line);
    bool accept(std::size_t line, const numbers::Number &number, bool strong);
    bool acceptBehind(std::size_t line);
    bool mayContinue(std::size_t line, const OpenLevel &level, const numbers::Number &number, bool strong) const;
    bool mayOpen(std::size_t line, const numbers::Number &number, bool strong) const;
    bool mayRestart(std::size_t line, const numbers::Number &number, bool strong) const;
    bool standsBelowArticleTitle(std::size_t line, const numbers::Number &number) const;
    bool push(std::size_t line, const numbers::Number &number);
    void beginPart(const QString &name);
    std::size_t find(const numbers::Style &style, const QString &prefix, int value, std::size_t after, bool strongOnly) const;
    std::size_t endOfCurrent(std::size_t line) const;
    std::size_t lineBefore(std::size_t line) const;
    bool isStrong(std::size_t line) const;
    bool isHeadingAbove(std::size_t line) const;
    QString labelBelow(const QString &parent, const numbers::Number &number) const;

    const std::vector<Line> &m_lines;
    std::vector<std::vector<numbers::Number>> m_candidates;
    std::map<NumberKey, NumberPlaces> m_places;
    std::vector<bool> m_strong;
    std::vector<OpenLevel> m_open;
    Numbering m_numbering;
    QSet<QString> m_labels;
    QSet<QString> m_prefixes;
    QString m_prefix; ///< Of the labels: `Annex I.`
    QString m_annex;
    qsizetype m_width = 0;
    bool m_gapSince = false;
};

} // namespace entente::reading
