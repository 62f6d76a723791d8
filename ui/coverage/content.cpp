#include "ui/coverage/content.h"

#include "core/coverage/explanation.h"
#include "core/model/laneorder.h"
#include "core/model/relationtypes.h"

#include <QCoreApplication>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;
using coverage::Cell;
using coverage::ClauseState;
using coverage::Part;

namespace {

QString tr(const char *text, const char *comment = nullptr, int n = -1)
{
    return QCoreApplication::translate("entente::ui", text, comment, n);
}

CoverageHead headOf(const Lookup &lookup, const coverage::Column &column)
{
    CoverageHead head;
    head.meeting = column.meeting;
    head.dialogue = column.dialogue;
    head.readoutMissing = column.readoutMissing;
    head.plain = codeOf(lookup, column.dialogue);
    head.code = head.plain;
    const Meeting *meeting = lookup.model().find<Meeting>(column.meeting);
    if (!meeting)
        return head;
    if (meeting->ordinal)
        head.code += u' ' + QString::number(*meeting->ordinal);
    const QString words = meeting->start.toWords();
    const qsizetype cut = words.lastIndexOf(u' ');
    head.day = cut < 0 ? QString() : words.left(cut);
    head.year = words.mid(cut + 1);
    const QString month = head.day.section(u' ', -1);
    head.brief = month.isEmpty() ? head.year : month + u" ’"_s + head.year.right(2);
    return head;
}

/// The code of a dialogue, which the legend explains.
QString addCode(const Lookup &lookup, CoverageContent &content, const QString &dialogue)
{
    const QString code = codeOf(lookup, dialogue);
    const Dialogue *record = lookup.model().find<Dialogue>(dialogue);
    std::pair<QString, QString> entry(code, record ? plainName(*record) : dialogue);
    if (std::ranges::find(content.codes, entry) == content.codes.end())
        content.codes.push_back(std::move(entry));
    return code;
}

/// A heading as it stands on screen; brackets around one that the text does not have fall away.
QString headingWords(const QString &heading)
{
    QString words = heading.trimmed();
    if (words.startsWith(u'[') && words.endsWith(u']'))
        words = words.mid(1, words.size() - 2);
    return words.isEmpty() ? tr("Without a heading") : words;
}

/// Builds the lines from a computed coverage.
class Lines
{
public:
    Lines(const Lookup &lookup, CoverageContent &content)
        : m_lookup(lookup)
        , m_content(content)
    {}

    void build()
    {
        findGaps();
        QString heading;
        const auto &clauses = m_content.coverage.clauses;
        for (std::size_t i = 0; i < clauses.size(); ++i) {
            const Clause *clause = m_lookup.model().find<Clause>(clauses[i].clause);
            if (!clause)
                continue;
            const bool starts = m_group < 0 || (clause->heading != heading && clause->parent.isEmpty());
            const QString gap = m_gaps.take(clause->label);
            if (!gap.isEmpty() && (starts || m_group < 0))
                addGap(gap, -1);
            if (starts)
                startGroup(*clause);
            heading = clause->parent.isEmpty() ? clause->heading : heading;
            if (!gap.isEmpty() && !starts)
                addGap(gap, m_group);
            addClause(*clause, int(i));
        }
        for (const QString &gap : std::as_const(m_gaps))
            addGap(gap, -1);
        nameGroups();
    }

private:
    /// The gaps of the text, by the label of the unit that follows.
    void findGaps()
    {
        const Document *text = m_lookup.textOf(Id<Instrument>(m_content.instrument));
        if (!text)
            return;
        QStringList open;
        for (const Paragraph *paragraph : m_lookup.paragraphs(text->id)) {
            if (paragraph->role == ParagraphRole::Gap) {
                const QString why = paragraph->why.isEmpty() ? tr("a part of the text is missing") : paragraph->why;
                open << tr("Gap on page %1: %2. What stood there cannot be known.")
                            .arg(paragraph->page)
                            .arg(why.endsWith(u'.') ? why.chopped(1) : why);
            } else if (paragraph->role == ParagraphRole::Unit && !open.isEmpty()) {
                m_gaps.insert(paragraph->label, open.join(u' '));
                open.clear();
            }
        }
        if (!open.isEmpty())
            m_gaps.insert(QString(), open.join(u' '));
    }

    void addGap(const QString &words, int parent)
    {
        CoverageLine line;
        line.kind = CoverageLine::Kind::Gap;
        line.parent = parent;
        line.words = words;
        m_content.lines.push_back(line);
    }

    void startGroup(const Clause &clause)
    {
        CoverageLine line;
        line.kind = CoverageLine::Kind::Group;
        line.group = int(m_content.groups.size());
        line.words = headingWords(clause.heading);
        line.brief = line.words;
        CoverageGroup group;
        group.raisedAt.resize(m_content.heads.size());
        group.waitingAt.resize(m_content.heads.size());
        if (const Area *area = m_lookup.model().find(clause.area)) {
            group.areaNumber = area->number ? QString::number(*area->number) : QString();
            line.brief = m_lookup.shortTitle(area->id.value);
        }
        m_group = int(m_content.lines.size());
        m_content.lines.push_back(line);
        m_content.groups.push_back(group);
    }

    void addClause(const Clause &clause, int index)
    {
        const ClauseState &state = m_content.coverage.clauses[std::size_t(index)];
        CoverageLine line;
        line.parent = m_group;
        line.state = index;
        line.clause = state.clause;
        line.number = state.label;
        line.words = clause.summary.isEmpty() ? clause.text.section(u'\n', 0, 0) : clause.summary;
        line.promise = QString(clause.commitment.value(0)).replace(u'-', u' ');
        line.point = !clause.parent.isEmpty();
        line.known = knowledgeWords(state.knowledge);
        QStringList codes;
        for (const QString &dialogue : state.responsible)
            codes << addCode(m_lookup, m_content, dialogue);
        line.responsible = codes.join(u", "_s);
        line.lastIsKnown = state.lastTouched.isKnown();
        line.last = line.lastIsKnown ? state.lastTouched.toWords() : state.lastTouchedKnown ? tr("never") : tr("not known");
        CoverageGroup &group = m_content.groups.back();
        ++group.units;
        bool raised = false;
        for (std::size_t i = 0; i < m_content.heads.size(); ++i) {
            const Cell cell = m_content.coverage.cell(state, m_content.coverage.columns[i]);
            line.parts.push_back(state.part(m_content.heads[i].dialogue));
            group.raisedAt[i] += cell.level != CoverageLevel::None ? 1 : 0;
            group.waitingAt[i] += cell.waiting;
            raised = raised || cell.level != CoverageLevel::None;
            line.cells.push_back(cell);
        }
        group.raised += raised ? 1 : 0;
        m_content.lines.push_back(std::move(line));
    }

    /// Each heading's range of numbers: `13–14(d)`.
    void nameGroups()
    {
        for (CoverageLine &line : m_content.lines) {
            if (line.kind != CoverageLine::Kind::Clause)
                continue;
            CoverageLine &group = m_content.lines[std::size_t(line.parent)];
            const QString first = group.number.section(u'–', 0, 0);
            group.number = first.isEmpty() || first == line.number ? line.number : first + u'–' + line.number;
        }
    }

    const Lookup &m_lookup;
    CoverageContent &m_content;
    QHash<QString, QString> m_gaps;
    int m_group = -1;
};

} // namespace

QString stateWords(ProgressState state)
{
    switch (state) {
    case ProgressState::NotApplicable:
        return tr("Not applicable");
    case ProgressState::NotRaised:
        return tr("Not raised");
    case ProgressState::MechanismOnly:
        return tr("Mechanism only");
    case ProgressState::Raised:
        return tr("Raised");
    case ProgressState::Dormant:
        return tr("Dormant");
    case ProgressState::FollowUpAgreed:
        return tr("Follow-up agreed");
    case ProgressState::Delivered:
        return tr("Delivered");
    case ProgressState::CannotTell:
        break;
    }
    return tr("Cannot tell");
}

QString levelWords(CoverageLevel level)
{
    switch (level) {
    case CoverageLevel::Mentioned:
        return tr("mentioned");
    case CoverageLevel::Discussed:
        return tr("discussed");
    case CoverageLevel::FollowUpAgreed:
        return tr("follow-up agreed");
    case CoverageLevel::Delivered:
        return tr("delivered");
    case CoverageLevel::None:
        break;
    }
    return {};
}

QString knowledgeWords(Knowledge knowledge)
{
    switch (knowledge) {
    case Knowledge::Documented:
        return tr("Read-out");
    case Knowledge::Reported:
        return tr("Press");
    case Knowledge::Inferred:
        return tr("Inferred");
    case Knowledge::None:
        break;
    }
    return tr("None");
}

QString CoverageContent::cannotTellWords() const
{
    const int unknown = coverage.count(ProgressState::CannotTell);
    return unknown == 0 ? QString() : tr("%1 of %2 cannot be told yet:").arg(unknown).arg(coverage.clauses.size());
}

QString CoverageContent::missingWords() const
{
    return missingReadouts == 1 ? tr("1 of %1 read-outs is missing.").arg(heads.size())
                                : tr("%1 of %2 read-outs are missing.").arg(missingReadouts).arg(heads.size());
}

CoverageContent coverageContent(const Lookup &lookup, const Lens &lens)
{
    CoverageContent content;
    const Id<Instrument> id = chosenInstrument(lookup.model(), lens);
    const Instrument *instrument = lookup.model().find(id);
    if (!instrument)
        return content;
    content.instrument = id.value;
    content.title = instrument->nameEn;
    content.shortTitle = lookup.shortTitle(id.value);
    content.coverage = coverage::coverageOf(lookup, id, lens.asOf);
    for (const coverage::Column &column : content.coverage.columns) {
        CoverageHead head = headOf(lookup, column);
        head.startsDialogue = content.heads.empty() || content.heads.back().dialogue != head.dialogue;
        content.missingReadouts += head.readoutMissing ? 1 : 0;
        addCode(lookup, content, head.dialogue);
        content.heads.push_back(std::move(head));
    }
    Lines(lookup, content).build();

    QStringList facts;
    const bool points = std::ranges::any_of(content.lines, &CoverageLine::point);
    facts << (points ? tr("%1 clauses and points") : tr("%1 clauses")).arg(content.coverage.clauses.size());
    if (const Edition *edition = lookup.model().find(instrument->edition); edition && edition->date.isKnown()) {
        const bool gaps = std::ranges::any_of(content.lines, [](const CoverageLine &line) { return line.kind == CoverageLine::Kind::Gap; });
        facts << (gaps ? tr("text of %1, partly released") : tr("text of %1")).arg(edition->date.toWords());
    }
    content.subtitle = facts.join(u" · "_s);
    return content;
}

CoverageHighlight coverageHighlight(const Lookup &lookup, const QSet<QString> &selected)
{
    CoverageHighlight highlight;
    for (const QString &record : selected) {
        if (lookup.model().find<Clause>(record)) {
            highlight.clauses.insert(record);
        } else if (lookup.model().find<Meeting>(record)) {
            highlight.meetings.insert(record);
        } else if (lookup.model().find<Dialogue>(record)) {
            for (const Meeting *meeting : lookup.meetings(Id<Dialogue>(record)))
                highlight.meetings.insert(meeting->id.value);
        } else if (const Area *area = lookup.model().find<Area>(record)) {
            for (const Clause &clause : lookup.model().all<Clause>()) {
                if (clause.area == area->id && isCurrent(lookup.model(), clause))
                    highlight.clauses.insert(clause.id.value);
            }
        } else if (const Relation *relation = lookup.model().find<Relation>(record); relation && relation->type == relation::raises) {
            highlight.cellMeeting = relation->source.value;
            highlight.cellClause = relation->target.value;
            highlight.clauses.insert(relation->target.value);
        }
    }
    return highlight;
}

QStringList whyWords(const Lookup &lookup, const CoverageContent &content, const ClauseState &state)
{
    return QStringList{tr("Clause %1: %2. Why?").arg(state.label, stateWords(state.progress()).toLower())} +
           coverage::explanation(lookup, content.coverage, state);
}

} // namespace entente::ui
