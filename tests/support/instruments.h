#pragma once

#include <QString>
#include <QStringList>

#include <random>
#include <vector>

/// Instruments that nobody wrote: a random tree of units in one of the numbering styles, printed as papers print it.
namespace entente::test {

enum class InstrumentStyle { Paragraphs, Articles, RomanArticles, BracketedArticles, Decimals, Sections, Korean, KoreanOutline };

constexpr InstrumentStyle AllInstrumentStyles[] = {InstrumentStyle::Paragraphs,        InstrumentStyle::Articles, InstrumentStyle::RomanArticles,
                                                   InstrumentStyle::BracketedArticles, InstrumentStyle::Decimals, InstrumentStyle::Sections,
                                                   InstrumentStyle::Korean,            InstrumentStyle::KoreanOutline};

struct PrintedUnit
{
    QString label;
    QString parent;
    QString text;
    int depth = 1;
};

struct PrintedInstrument
{
    QString text;
    std::vector<PrintedUnit> units; ///< What a reader must find, in this order.
    QStringList furniture;          ///< The lines that belong to the pages and not to the text, in order.
};

/// What the same `seed` gives is always the same.
PrintedInstrument printInstrument(InstrumentStyle style, unsigned seed);

} // namespace entente::test
