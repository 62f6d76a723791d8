#include "core/coverage/crosstable.h"
#include "ui/coverage/content.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <limits>
#include <map>

// The lines of the matrix: which clauses stand under which heading, in which order, and where the text has gaps.
namespace entente::ui {

using namespace Qt::StringLiterals;
using coverage::Cell;
using coverage::ClauseState;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::ui", text);
}

/// A heading as it stands on screen; brackets around one that the text does not have fall away.
QString headingWords(const QString &heading)
{
    QString words = heading.trimmed();
    if (words.startsWith(u'[') && words.endsWith(u']'))
        words = words.mid(1, words.size() - 2);
    return words.isEmpty() ? tr("Without a heading") : words;
}

/// The rank of a clause by dormancy, and the words for those of that rank: first what sleeps.
int dormancyOf(const ClauseState &state)
{
    switch (state.progress()) {
    case ProgressState::Dormant:
        return 0;
    case ProgressState::Raised:
    case ProgressState::FollowUpAgreed:
        return 1;
    case ProgressState::NotRaised:
    case ProgressState::MechanismOnly:
        return 2;
    case ProgressState::CannotTell:
        return 3;
    case ProgressState::Delivered:
        return 4;
    case ProgressState::NotApplicable:
        break;
    }
    return 5;
}

QString dormancyWords(int rank)
{
    const QString words[] = {tr("Dormant, longest first"), tr("Raised, longest ago first"), tr("Never raised"),
                             tr("Cannot be told"),         tr("Delivered"),                 tr("Nothing to follow up")};
    return words[rank];
}

/// What has to be done comes before what is done.
int stateRank(ProgressState state)
{
    constexpr ProgressState order[] = {ProgressState::NotRaised,      ProgressState::MechanismOnly, ProgressState::Dormant,
                                       ProgressState::Raised,         ProgressState::FollowUpAgreed, ProgressState::Delivered,
                                       ProgressState::CannotTell,     ProgressState::NotApplicable};
    return int(std::ranges::find(order, state) - std::begin(order));
}

class Lines
{
public:
    Lines(const Lookup &lookup, CoverageContent &content)
        : m_lookup(lookup)
        , m_content(content)
    {
        for (std::size_t i = 0; i < content.columns.size(); ++i)
            m_headOf.insert(content.columns[i].meeting, int(i));
    }

    void build()
    {
        findGaps();
        if (m_content.arrangement.order == CoverageArrangement::Order::Number)
            buildByNumber();
        else
            buildGrouped();
        nameGroups();
    }

private:
    using Order = CoverageArrangement::Order;

    void buildByNumber()
    {
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
                startGroup(u"heading:"_s + clause->id.value, headingWords(clause->heading), clause->area);
            heading = clause->parent.isEmpty() ? clause->heading : heading;
            if (!gap.isEmpty() && !starts)
                addGap(gap, m_group);
            addClause(*clause, int(i));
        }
        addGaps();
    }

    /// All clauses of one area, one state, or one rank of dormancy together.
    void buildGrouped()
    {
        addGaps();
        using Rank = std::tuple<int, QString>;
        using Within = std::tuple<PartialDate, std::size_t>;
        std::map<Rank, std::vector<Within>> groups;
        const auto &clauses = m_content.coverage.clauses;
        for (std::size_t i = 0; i < clauses.size(); ++i) {
            const Clause *clause = m_lookup.model().find<Clause>(clauses[i].clause);
            if (!clause)
                continue;
            const bool byAge = m_content.arrangement.order == Order::Dormancy && dormancyOf(clauses[i]) < 2;
            groups[rankOf(*clause, clauses[i])].emplace_back(byAge ? clauses[i].lastTouched : PartialDate(), i);
        }
        for (auto &[rank, members] : groups) {
            std::ranges::sort(members);
            startGroup(rank);
            for (const auto &[touched, index] : members)
                addClause(*m_lookup.model().find<Clause>(clauses[index].clause), int(index));
        }
    }

    std::tuple<int, QString> rankOf(const Clause &clause, const ClauseState &state) const
    {
        constexpr int last = std::numeric_limits<int>::max();
        switch (m_content.arrangement.order) {
        case Order::Area: {
            const Area *area = m_lookup.model().find(coverage::areaOf(m_lookup.model(), clause));
            return area ? std::tuple(area->number.value_or(last - 1), area->id.value) : std::tuple(last, QString());
        }
        case Order::State:
            return {stateRank(state.progress()), wordOf(state.progress())};
        default:
            return {dormancyOf(state), QString()};
        }
    }

    void startGroup(const std::tuple<int, QString> &rank)
    {
        const auto &[number, word] = rank;
        switch (m_content.arrangement.order) {
        case Order::Area: {
            const Area *area = m_lookup.model().find<Area>(word);
            return startGroup(u"area:"_s + word, area ? area->nameEn : tr("Without an area"), Id<Area>(word));
        }
        case Order::State:
            startGroup(u"state:"_s + word, stateWords(*fromWord<ProgressState>(word)), {});
            m_content.groups.back().state = fromWord<ProgressState>(word);
            return;
        default:
            return startGroup(u"dormancy:"_s + QString::number(number), dormancyWords(number), {});
        }
    }

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

    void addGaps()
    {
        for (const QString &gap : std::as_const(m_gaps))
            addGap(gap, -1);
        m_gaps.clear();
    }

    void addGap(const QString &words, int parent)
    {
        CoverageLine line;
        line.kind = CoverageLine::Kind::Gap;
        line.parent = parent;
        line.words = words;
        m_content.lines.push_back(line);
    }

    void startGroup(const QString &key, const QString &words, const Id<Area> &areaId)
    {
        CoverageLine line;
        line.kind = CoverageLine::Kind::Group;
        line.group = int(m_content.groups.size());
        line.words = words;
        line.brief = words;
        CoverageGroup group;
        group.key = key;
        group.raisedAt.resize(m_content.heads.size());
        group.waitingAt.resize(m_content.heads.size());
        if (const Area *area = m_lookup.model().find(areaId)) {
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
        line.point = !clause.parent.isEmpty() && m_content.arrangement.order == Order::Number;
        line.known = knowledgeWords(state.knowledge);
        QStringList codes;
        for (const QString &dialogue : state.responsible)
            codes << addDialogueCode(m_lookup, m_content, dialogue);
        line.responsible = codes.join(u", "_s);
        line.lastIsKnown = state.lastTouched.isKnown();
        line.last = line.lastIsKnown ? state.lastTouched.toWords() : state.lastTouchedKnown ? tr("never") : tr("not known");
        CoverageGroup &group = m_content.groups.back();
        ++group.units;
        ++group.states[static_cast<std::size_t>(state.progress())];
        bool raised = false;
        for (const Cell &cell : state.cells) {
            const int head = m_headOf.value(cell.meeting, -1);
            if (head < 0)
                continue; // A suggestion at a round of the folded column.
            group.raisedAt[std::size_t(head)] += cell.level != CoverageLevel::None ? 1 : 0;
            group.waitingAt[std::size_t(head)] += cell.waiting;
            raised = raised || cell.level != CoverageLevel::None;
        }
        group.raised += raised ? 1 : 0;
        m_content.lines.push_back(std::move(line));
    }

    /// The range of numbers under each heading of the text: `13–14(d)`. Other headings have clauses from all over it.
    void nameGroups()
    {
        if (m_content.arrangement.order != Order::Number)
            return;
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
    QHash<QString, int> m_headOf;
    int m_group = -1;
};

} // namespace

void addCoverageLines(const Lookup &lookup, CoverageContent &content)
{
    Lines(lookup, content).build();
}

} // namespace entente::ui
