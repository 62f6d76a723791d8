#pragma once

#include "core/base/result.h"
#include "core/base/vocabulary.h"
#include "core/model/enums.h"

#include <QStringList>

#include <optional>
#include <vector>

/// How a view departs from the usual drawing: rules as data. One rule is one text, in this form:
///
///     kind=dialogue, level=summit: fill=blue, frame=double
///
/// Before the colon what must all hold, after it what is drawn then. Rules are read in their order; of two that say different things the later one is
/// followed. `mono=yes` draws everything in black and grey. A value that holds one of , : " = stands in quotation marks, where %22, %3B and %25 stand
/// for the signs " ; %.
namespace entente::model {

/// What a rule asks of a record or line.
struct StyleCondition
{
    enum class Field {
        Kind,       ///< Of a record: institution, dialogue, area, instrument.
        Side,       ///< Of a body, or of the body whose attendance a line is.
        Level,      ///< Of a dialogue.
        State,      ///< The most advanced progress among the clauses of an area, or among those that name a record.
        Marking,    ///< What its sources are marked with.
        Type,       ///< Of a line: a type of relation, or "took part".
        Confidence, ///< Of a line: stated, inferred, disputed.
    };
    Field field = Field::Kind;
    QString value;

    bool operator==(const StyleCondition &) const = default;
};

enum class StyleDash { Solid, Dashed, Dotted, DashDot };
enum class StyleFrame { Thin, Heavy, Double };
/// Of lines and frames: each at least 3 : 1 against the ground in every theme.
enum class StyleColour { Ink, Grey, Blue, Orange, Green, Purple, Red };
/// Of boxes: text on each at least 4.5 : 1 in every theme.
enum class StyleFill { None, Pale, Grey, Blue, Orange, Green, Sand };
enum class StyleLabel { Shown, Hidden };

/// What a rule changes; what it does not name stays as it is.
struct StyleEffects
{
    std::optional<double> weight; ///< Of a line, in px.
    std::optional<StyleDash> dash;
    std::optional<StyleColour> colour; ///< Of a line, or of a box's frame.
    std::optional<StyleFill> fill;
    std::optional<StyleFrame> frame;
    std::optional<StyleLabel> label;

    bool onLines() const { return weight || dash || colour; }
    bool onBoxes() const { return colour || fill || frame || label; }
    bool isEmpty() const { return !onLines() && !onBoxes(); }
    /// What the later rule says on top of this.
    void follow(const StyleEffects &later);

    bool operator==(const StyleEffects &) const = default;
};

struct StyleRule
{
    std::vector<StyleCondition> conditions; ///< None: of everything.
    StyleEffects effects;

    /// Whether anything but records, or but lines, can fit it.
    bool isForBoxes() const;
    bool isForLines() const;
    bool asksFor(StyleCondition::Field field) const;

    bool operator==(const StyleRule &) const = default;
};

struct Style
{
    bool mono = false;
    QString lanes; ///< What the lanes of a timeline stand for: area, institution, side; empty: dialogues.
    std::vector<StyleRule> rules;

    bool asksFor(StyleCondition::Field field) const;

    bool operator==(const Style &) const = default;
};

/// Reads one rule; a sentence says what is wrong with it.
Result<StyleRule> parseRule(const QString &text);
/// Reads the texts of a lens or saved view; the first that is wrong is named.
Result<Style> parseStyle(const QStringList &texts);
/// What can be read of these texts; what is wrong is left out. For drawing what has been validated.
Style readableStyle(const QStringList &texts);

QString textOf(const StyleRule &rule);
QStringList textsOf(const Style &style);

/// The words of the fields and values that a rule can name, as files spell them.
QStringList styleFieldWords();
/// None where anything can be said (markings).
QStringList styleValueWords(StyleCondition::Field field);
QString wordOf(StyleCondition::Field field);

/// A value inside a list whose items are joined by semicolons: nothing in it can be taken for the joint, and no blank at an end is lost.
QString listItem(const QString &text);
QString fromListItem(const QString &text);

template<>
struct Words<StyleCondition::Field>
{
    static constexpr auto list = std::to_array<std::string_view>({"kind", "side", "level", "state", "marking", "type", "confidence"});
};
template<>
struct Words<StyleDash>
{
    static constexpr auto list = std::to_array<std::string_view>({"solid", "dashed", "dotted", "dash-dot"});
};
template<>
struct Words<StyleFrame>
{
    static constexpr auto list = std::to_array<std::string_view>({"thin", "heavy", "double"});
};
template<>
struct Words<StyleColour>
{
    static constexpr auto list = std::to_array<std::string_view>({"ink", "grey", "blue", "orange", "green", "purple", "red"});
};
template<>
struct Words<StyleFill>
{
    static constexpr auto list = std::to_array<std::string_view>({"none", "pale", "grey", "blue", "orange", "green", "sand"});
};
template<>
struct Words<StyleLabel>
{
    static constexpr auto list = std::to_array<std::string_view>({"shown", "hidden"});
};

} // namespace entente::model
