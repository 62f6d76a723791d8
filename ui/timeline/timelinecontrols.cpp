#include "ui/timeline/timelinecontrols.h"

#include "ui/plain.h"
#include "ui/timeline/content.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace entente::ui {

using namespace Qt::StringLiterals;

TimelineControls::TimelineControls(SharedLens &lens, QWidget *parent)
    : QWidget(parent)
    , m_lens(lens)
    , m_lanes(new QComboBox(this))
    , m_range(new QCheckBox(tr("Range"), this))
    , m_from(new QDateEdit(this))
    , m_to(new QDateEdit(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    const std::pair<TimelineLanes, QString> kinds[] = {{TimelineLanes::Dialogue, tr("Lanes: dialogue")},
                                                       {TimelineLanes::Area, tr("Lanes: area")},
                                                       {TimelineLanes::Institution, tr("Lanes: institution")},
                                                       {TimelineLanes::Side, tr("Lanes: side")}};
    for (const auto &[kind, words] : kinds)
        m_lanes->addItem(words, int(kind));
    m_lanes->setAccessibleName(tr("Lanes of the timeline"));
    m_lanes->setToolTip(plainToolTip(tr("What each lane stands for; the time that is seen stays")));
    auto *whole = new QToolButton(this);
    whole->setText(tr("Whole time"));
    whole->setAutoRaise(true);
    whole->setToolTip(plainToolTip(tr("Show the whole time in the lanes (Home)")));
    m_range->setToolTip(plainToolTip(tr("All views show what was so between two days")));
    m_from->setAccessibleName(tr("The range begins on"));
    m_to->setAccessibleName(tr("The range ends on"));
    for (QDateEdit *day : {m_from, m_to}) {
        day->setDisplayFormat(u"d MMM yyyy"_s);
        day->setLocale(QLocale(QLocale::English)); // As dates are written everywhere else.
        day->setDateRange(QDate(1000, 1, 1), QDate(9999, 12, 31));
        day->setCalendarPopup(true);
        day->setKeyboardTracking(false); // A year that is being typed is no year yet.
        connect(day, &QDateEdit::dateChanged, this, &TimelineControls::setRange);
    }
    auto *dash = plainLabel(u"–"_s, this);
    row->addWidget(m_lanes);
    row->addWidget(whole);
    row->addWidget(m_range);
    row->addWidget(m_from);
    row->addWidget(dash);
    row->addWidget(m_to);
    connect(m_range, &QCheckBox::toggled, dash, &QWidget::setVisible);
    dash->hide();

    connect(whole, &QToolButton::clicked, this, &TimelineControls::wholeTimeWanted);
    connect(m_lanes, &QComboBox::activated, this,
            [this](int index) { m_lens.set(withLanes(m_lens.value(), TimelineLanes(m_lanes->itemData(index).toInt()))); });
    connect(m_range, &QCheckBox::clicked, this, [this](bool on) {
        const QDate asOf = m_lens.value().asOf.isValid() ? m_lens.value().asOf : QDate::currentDate();
        const QDate start = m_usualStart.isValid() && m_usualStart < asOf ? m_usualStart : asOf.addYears(-1);
        ui::setRange(m_lens, on ? start : QDate(), asOf);
        take(m_lens.value());
    });
    connect(&m_lens, &SharedLens::changed, this, [this] { take(m_lens.value()); });
    take(m_lens.value());
}

void TimelineControls::take(const model::Lens &lens)
{
    const QSignalBlocker quiet[] = {QSignalBlocker(m_from), QSignalBlocker(m_to), QSignalBlocker(m_lanes)};
    m_lanes->setCurrentIndex(m_lanes->findData(int(lanesOf(lens))));
    const bool on = lens.from.isValid() && lens.asOf.isValid();
    m_range->setChecked(on);
    m_from->setVisible(on);
    m_to->setVisible(on);
    if (on) {
        m_from->setDate(lens.from);
        m_to->setDate(lens.asOf);
    }
}

void TimelineControls::setRange()
{
    if (m_range->isChecked())
        ui::setRange(m_lens, m_from->date(), m_to->date());
}

void setRange(SharedLens &lens, const QDate &from, const QDate &to)
{
    model::Lens value = lens.value();
    value.from = from;
    if (to.isValid())
        value.asOf = to;
    if (value.from.isValid() && value.asOf.isValid() && value.from > value.asOf)
        std::swap(value.from, value.asOf);
    lens.set(value);
}

} // namespace entente::ui
