#include "core/coverage/words.h"

#include "core/base/text.h"

#include <QCoreApplication>

namespace entente::coverage {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::coverage", text);
}

} // namespace

QString roundInWords(const Lookup &lookup, const QString &meeting)
{
    const Meeting *row = lookup.model().find<Meeting>(meeting);
    if (!row)
        return meeting;
    const QString dialogue = lookup.shortTitle(row->dialogue.value);
    const QString date = row->start.isKnown() ? row->start.toWords() : tr("no date");
    return row->ordinal ? tr("round %1 of %2, %3").arg(*row->ordinal).arg(dialogue, date) : tr("%1, %2").arg(dialogue, date);
}

QString roundsInWords(const Lookup &lookup, const QStringList &meetings, int most)
{
    QStringList words;
    for (const QString &meeting : meetings.first(std::min<qsizetype>(most, meetings.size())))
        words.append(roundInWords(lookup, meeting));
    const auto more = meetings.size() - words.size();
    if (more == 0)
        return words.join("; "_L1);
    return tr("%1 and %2 more").arg(words.join("; "_L1)).arg(more);
}

QString dialoguesInWords(const Lookup &lookup, const QStringList &dialogues)
{
    QStringList words;
    for (const QString &dialogue : dialogues)
        words.append(lookup.shortTitle(dialogue));
    return sentenceList(words);
}

QString numberInWords(int number)
{
    static constexpr const char *words[] = {
        QT_TRANSLATE_NOOP("Coverage", "one"),   QT_TRANSLATE_NOOP("Coverage", "two"),    QT_TRANSLATE_NOOP("Coverage", "three"),
        QT_TRANSLATE_NOOP("Coverage", "four"),  QT_TRANSLATE_NOOP("Coverage", "five"),   QT_TRANSLATE_NOOP("Coverage", "six"),
        QT_TRANSLATE_NOOP("Coverage", "seven"), QT_TRANSLATE_NOOP("Coverage", "eight"),  QT_TRANSLATE_NOOP("Coverage", "nine"),
        QT_TRANSLATE_NOOP("Coverage", "ten"),   QT_TRANSLATE_NOOP("Coverage", "eleven"), QT_TRANSLATE_NOOP("Coverage", "twelve")};
    return number >= 1 && number <= int(std::size(words)) ? tr(words[number - 1]) : QString::number(number);
}

QString ordinalInWords(int number)
{
    if (number % 100 >= 11 && number % 100 <= 13)
        return tr("%1th").arg(number);
    switch (number % 10) {
    case 1:
        return tr("%1st").arg(number);
    case 2:
        return tr("%1nd").arg(number);
    case 3:
        return tr("%1rd").arg(number);
    default:
        return tr("%1th").arg(number);
    }
}

QString durationInWords(int months)
{
    if (months < 24)
        return months == 1 ? tr("one month") : tr("%1 months").arg(months);
    const QString years = numberInWords(months / 12);
    const int more = months % 12;
    if (more == 0)
        return tr("%1 years").arg(years);
    if (more == 6)
        return tr("%1 and a half years").arg(years);
    return more == 1 ? tr("%1 years and one month").arg(years) : tr("%1 years and %2 months").arg(years, numberInWords(more));
}

QString rangesInWords(const std::vector<int> &numbers)
{
    QStringList ranges;
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t end = i;
        while (end + 1 < numbers.size() && numbers[end + 1] == numbers[end] + 1)
            ++end;
        const QString first = QString::number(numbers[i]);
        ranges.append(end == i ? first : first + u'–' + QString::number(numbers[end]));
        i = end + 1;
    }
    return sentenceList(ranges);
}

} // namespace entente::coverage
