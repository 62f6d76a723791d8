#include "ui/rangebutton.h"

#include "core/base/partialdate.h"
#include "core/network/scope.h"
#include "ui/plain.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QWidgetAction>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int UsualYears = 5; // of a range that is switched on

} // namespace

RangeButton::RangeButton(SharedLens &lens, QWidget *parent)
    : QToolButton(parent)
    , m_lens(lens)
    , m_from(new QDateEdit)
{
    setPopupMode(QToolButton::InstantPopup);
    setAccessibleName(tr("Range of days"));
    auto *menu = new QMenu(this);
    setMenu(menu);
    m_switch = menu->addAction(tr("What was in force during a &range"));
    m_switch->setCheckable(true);
    auto *row = new QWidget(menu);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(12, 4, 12, 6);
    QLabel *label = plainLabel(tr("From"), row);
    label->setBuddy(m_from);
    layout->addWidget(label);
    layout->addWidget(m_from, 1);
    m_from->setLocale(QLocale(QLocale::English));
    m_from->setDisplayFormat(u"d MMM yyyy"_s);
    m_from->setKeyboardTracking(false);
    m_from->setAccessibleName(tr("From this day on"));
    auto *field = new QWidgetAction(menu);
    field->setDefaultWidget(row);
    menu->addAction(field);

    connect(m_switch, &QAction::triggered, this, [this](bool isOn) {
        const QDate day = m_lens.value().asOf.isValid() ? m_lens.value().asOf : QDate::currentDate();
        m_lens.setFrom(isOn ? day.addYears(-UsualYears) : QDate());
    });
    connect(m_from, &QDateEdit::dateChanged, this, [this](const QDate &day) { m_lens.setFrom(day); });
    connect(&m_lens, &SharedLens::changed, this, &RangeButton::showRange);
    showRange();
}

void RangeButton::showRange()
{
    const Lens &lens = m_lens.value();
    const bool isRange = network::isRange(lens);
    const QDate day = lens.asOf.isValid() ? lens.asOf : QDate::currentDate();
    m_switch->setChecked(isRange);
    m_from->setEnabled(isRange);
    const QSignalBlocker quiet(m_from);
    m_from->setMaximumDate(day.addDays(-1));
    m_from->setDate(isRange ? lens.from : day.addYears(-UsualYears));
    setText(isRange ? tr("since %1").arg(dateInWords(lens.from)) : tr("Range"));
    setToolTip(plainToolTip(isRange ? tr("Shown is what was in force on any day from %1 to %2").arg(dateInWords(lens.from), dateInWords(lens.asOf))
                                    : tr("Show what was in force during a range of days")));
}

} // namespace entente::ui
