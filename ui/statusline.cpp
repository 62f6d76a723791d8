#include "ui/statusline.h"

#include "ui/paint/theme.h"
#include "ui/paper/page.h"
#include "ui/plain.h"

#include <QHBoxLayout>
#include <QPainter>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

/// A marking as on paper: outlined where it is public, white capitals on ink elsewhere.
class MarkingBox : public QWidget
{
public:
    using QWidget::QWidget;

    void setMarking(const QString &marking)
    {
        m_marking = marking.isEmpty() ? u"public"_s : marking;
        setAccessibleName(m_marking);
        updateGeometry();
        update();
    }
    QSize sizeHint() const override
    {
        const QFontMetrics metrics(sizedFont(font(), 0.9, true));
        return {metrics.horizontalAdvance(words()) + 14, metrics.height() + 3};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens &tokens = ui::tokens(themeOf(palette()));
        painter.setFont(sizedFont(font(), 0.9, true));
        const QRect box = rect().adjusted(0, 0, -1, -1);
        if (isPublicMarking(m_marking)) {
            painter.setPen(tokens.ink2);
            painter.drawRect(box);
        } else {
            painter.fillRect(rect(), tokens.ink);
            painter.setPen(tokens.canvas);
        }
        painter.drawText(rect(), int(Qt::AlignCenter), words());
    }

private:
    QString words() const { return isPublicMarking(m_marking) ? m_marking : m_marking.toUpper(); }

    QString m_marking = u"public"_s;
};

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent)
    , m_counts(new RunText({}, this))
    , m_findings(new RunText({}, this))
    , m_chosen(new RunText({}, this))
    , m_saved(new RunText({}, this))
    , m_marking(new MarkingBox(this))
{
    for (RunText *text : {m_counts, m_findings, m_chosen, m_saved})
        text->setMaximumLines(1);
    setContentsMargins(6, 0, 0, 0); // in line with the docks above
    addWidget(m_counts, 3);
    addWidget(m_chosen, 2);
    addPermanentWidget(m_findings);
    addPermanentWidget(m_saved);
    auto *marking = new QWidget(this);
    auto *row = new QHBoxLayout(marking);
    row->setContentsMargins(6, 0, 2, 0);
    row->addWidget(new RunText({{tr("highest marking shown"), {}, Run::Subtle}}));
    row->addWidget(m_marking);
    addPermanentWidget(marking);
    for (RunText *text : {m_counts, m_findings})
        connect(text, &RunText::activated, this, [this](const Target &target) { emit listWanted(target.id); });
}

void StatusLine::setCounts(const ShownCounts &counts)
{
    const auto link = [](const QString &words, const QString &list) { return Run{words, {Target::Command, list}}; };
    const Run dot{u" · "_s, {}, Run::Faint};
    std::vector<Run> runs{link(tr("%1 of %2 shown").arg(counts.shown).arg(counts.total), u"shown"_s), dot};
    runs.push_back(
        {counts.tags > 0 ? tr("%1 lines and %2 area tags").arg(counts.lines).arg(counts.tags) : tr("%1 lines").arg(counts.lines)});
    runs.push_back(dot);
    runs.push_back(link(tr("%1 inferred").arg(counts.inferred), u"inferred"_s));
    runs.push_back(dot);
    runs.push_back(link(tr("%1 without a source").arg(counts.unsourced), u"unsourced"_s));
    runs.push_back(dot);
    runs.push_back({tr("%1 labels hidden").arg(counts.hiddenLabels)});
    m_counts->setRuns(std::move(runs));
}

void StatusLine::setFindings(int problems, int attention, int notes)
{
    const int all = problems + attention + notes;
    const QString words = problems > 0 ? (problems == 1 ? tr("▲ 1 problem") : tr("▲ %1 problems").arg(problems))
                          : all == 1   ? tr("1 finding")
                                       : tr("%1 findings").arg(all);
    m_findings->setRuns(all > 0 ? std::vector<Run>{{words, {Target::Command, u"findings"_s}}} : std::vector<Run>{});
    m_findings->setToolTip(plainToolTip(tr("%1 problems, %2 to look at, %3 notes").arg(problems).arg(attention).arg(notes)));
}

void StatusLine::setChosen(const QString &words)
{
    m_chosen->setRuns({{words, {}, Run::Subtle}});
    m_chosen->setToolTip(plainToolTip(words));
}

void StatusLine::setSaved(const QString &words)
{
    m_saved->setRuns({{words, {}, Run::Subtle}});
}

void StatusLine::setMarking(const QString &marking)
{
    static_cast<MarkingBox *>(m_marking)->setMarking(marking);
}

} // namespace entente::ui
