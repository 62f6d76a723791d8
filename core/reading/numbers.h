#pragma once

#include <QString>

#include <optional>
#include <tuple>
#include <vector>

/// What a line begins with, taken by itself: the numbers that instruments count their units with. Whether one of them counts a unit is decided
/// elsewhere (markers), from its neighbours.
namespace entente::reading::numbers {

/// What stands around the number: `1.` `1)` `(1)` `1.1` `①` `Article 1` `제1조` `§ 1`, or nothing (`1 Scope`).
enum class Shape { Dot, Closed, Enclosed, Dotted, Circled, Article, KoreanArticle, Section, Bare };

/// `1`, `a`, `i`, `가`
enum class Counting { Figures, Letters, Roman, Hangul };

struct Style
{
    Shape shape = Shape::Dot;
    Counting counting = Counting::Figures;
    bool operator==(const Style &) const = default;
};

/// One way to understand the start of a line.
struct Number
{
    Style style;
    int value = 0;
    int inserted = 0; ///< `5a`, `4bis`, `제4조의2`: a unit that came in later. 0: none.
    QString prefix;   ///< Of `4.1.2`: `4.1`
    QString printed;  ///< `14.`, `Article 4`, `제 1 조`
    QString token;    ///< The number as a label has it: `14`, `4bis`, `제1조`
    QString title;    ///< In brackets right behind an article: `(Purpose)`
    QString rest;     ///< What follows on the line.

    bool isArticle() const;
    std::tuple<int, int, QString> sequence() const; ///< Numbers of one sequence agree in it.
};

/// All ways to understand the start of a line, the likelier first: `i.` is the ninth letter and the first roman figure.
std::vector<Number> startingNumbers(const QString &line);

/// 0 if it is no roman figure in lower case.
int romanValue(const QString &text);

/// Whether a line begins with a sign that marks an item and counts nothing: `•`, `–`, `□`, `ㅇ`, `※`.
bool startsWithBullet(const QString &line);

} // namespace entente::reading::numbers
