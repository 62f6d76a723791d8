#pragma once

#include "core/base/result.h"

#include <QDate>
#include <QString>

#include <compare>

namespace entente::base {

/// A date that may be known only to the month or the year: `2015`, `2022-10`, `2025-05-20`. Empty: unknown.
class PartialDate
{
public:
    enum class Precision { None, Year, Month, Day };

    PartialDate() = default;
    explicit PartialDate(int year, int month = 0, int day = 0) : m_year(year), m_month(month), m_day(day) {}
    explicit PartialDate(const QDate &date) : PartialDate(date.year(), date.month(), date.day()) {}

    /// Reads the ISO forms; an empty text is the unknown date. Refuses what no calendar has.
    static Result<PartialDate> parse(const QString &text);

    Precision precision() const;
    bool isKnown() const { return m_year != 0; }
    bool isDay() const { return m_day != 0; }
    int year() const { return m_year; }
    int month() const { return m_month; }
    int day() const { return m_day; }

    /// First and last day that the date may mean; invalid when unknown.
    QDate first() const;
    QDate last() const;

    /// `2015`, `2022-10`, `2025-05-20`, or nothing.
    QString toIso() const;
    /// For people: `2015`, `Oct 2022`, `20 May 2025`.
    QString toWords() const;

    auto operator<=>(const PartialDate &) const = default;

private:
    int m_year = 0;
    int m_month = 0;
    int m_day = 0;
};

/// `20 May 2025` in English, the language of the map, whatever the locale.
QString dateInWords(const QDate &date);

} // namespace entente::base
