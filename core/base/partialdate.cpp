#include "core/base/partialdate.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace entente::base {

using namespace Qt::StringLiterals;

Result<PartialDate> PartialDate::parse(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return PartialDate();

    static const QRegularExpression form(u"^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$"_s);
    const auto match = form.match(trimmed);
    const int year = match.captured(1).toInt();
    const int month = match.captured(2).toInt();
    const int day = match.captured(3).toInt();
    const bool monthIsRight = match.captured(2).isEmpty() || (month >= 1 && month <= 12);
    const bool dayIsRight = match.captured(3).isEmpty() || QDate::isValid(year, month, day);
    if (!match.hasMatch() || year == 0 || !monthIsRight || !dayIsRight) {
        return callError(QCoreApplication::translate("PartialDate", "“%1” is not a date; write 2015, 2022-10 or 2025-05-20.")
                             .arg(trimmed.left(40)));
    }
    return PartialDate(year, month, day);
}

PartialDate::Precision PartialDate::precision() const
{
    if (m_day)
        return Precision::Day;
    if (m_month)
        return Precision::Month;
    return m_year ? Precision::Year : Precision::None;
}

QDate PartialDate::first() const
{
    return isKnown() ? QDate(m_year, m_month ? m_month : 1, m_day ? m_day : 1) : QDate();
}

QDate PartialDate::last() const
{
    if (!isKnown())
        return {};
    if (m_day)
        return {m_year, m_month, m_day};
    const QDate lastMonth(m_year, m_month ? m_month : 12, 1);
    return lastMonth.addMonths(1).addDays(-1);
}

QString PartialDate::toIso() const
{
    const auto padded = [](int number, int width) { return QString::number(number).rightJustified(width, u'0'); };
    QString text;
    if (m_year)
        text += padded(m_year, 4);
    if (m_month)
        text += u'-' + padded(m_month, 2);
    if (m_day)
        text += u'-' + padded(m_day, 2);
    return text;
}

QString PartialDate::toWords() const
{
    switch (precision()) {
    case Precision::None:
        return {};
    case Precision::Year:
        return QString::number(m_year);
    case Precision::Month:
        return QLocale(QLocale::English).toString(first(), u"MMM yyyy");
    case Precision::Day:
        return dateInWords(first());
    }
    return {};
}

QString dateInWords(const QDate &date)
{
    return QLocale(QLocale::English).toString(date, u"d MMM yyyy");
}

} // namespace entente::base
