#include "ui/coverage/coveragemodel.h"

#include "core/model/relationtypes.h"
#include "ui/plain.h"

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

void CoverageModel::setContent(std::shared_ptr<const Lookup> lookup, CoverageContent content)
{
    beginResetModel();
    m_lookup = std::move(lookup);
    m_content = std::move(content);
    m_columns = coverageSections(m_content, 0, false);
    m_top.clear();
    m_rows.assign(m_content.lines.size(), 0);
    m_children.assign(m_content.lines.size(), {});
    for (int line = 0; line < int(m_content.lines.size()); ++line) {
        const int parent = m_content.lines[std::size_t(line)].parent;
        std::vector<int> &rows = parent < 0 ? m_top : m_children[std::size_t(parent)];
        m_rows[std::size_t(line)] = int(rows.size());
        rows.push_back(line);
    }
    endResetModel();
}

QModelIndex CoverageModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const std::vector<int> &rows = parent.isValid() ? m_children[std::size_t(parent.internalId())] : m_top;
    return createIndex(row, column, quintptr(rows[std::size_t(row)]));
}

QModelIndex CoverageModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    const int parent = line(child).parent;
    return parent < 0 ? QModelIndex() : createIndex(m_rows[std::size_t(parent)], 0, quintptr(parent));
}

int CoverageModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_top.size());
    return parent.column() > 0 ? 0 : int(m_children[std::size_t(parent.internalId())].size());
}

int CoverageModel::columnCount(const QModelIndex &) const
{
    return int(m_columns.size());
}

QModelIndex CoverageModel::indexOf(const QString &clause) const
{
    for (std::size_t line = 0; line < m_content.lines.size(); ++line) {
        if (!clause.isEmpty() && m_content.lines[line].clause == clause)
            return createIndex(m_rows[line], 0, quintptr(line));
    }
    return {};
}

int CoverageModel::columnOf(CoverageField field, int round) const
{
    for (int column = 0; column < int(m_columns.size()); ++column) {
        if (m_columns[std::size_t(column)].field == field && m_columns[std::size_t(column)].round == round)
            return column;
    }
    return -1;
}

QVariant CoverageModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const CoverageLine &row = line(index);
    const CoverageSection section = column(index.column());
    if (role == Qt::DisplayRole)
        return text(row, section);
    if (role == Qt::ToolTipRole) {
        const QString words = toolTip(row, section);
        return words.isEmpty() ? QVariant() : QVariant(plainToolTip(words));
    }
    if (role == Qt::AccessibleTextRole)
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(), text(row, section));
    return {};
}

QVariant CoverageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= int(m_columns.size()))
        return {};
    const CoverageSection column = m_columns[std::size_t(section)];
    if (role == Qt::ToolTipRole && column.round >= 0) {
        const CoverageHead &head = m_content.heads[std::size_t(column.round)];
        const Meeting *meeting = m_lookup->model().find<Meeting>(head.meeting);
        const QString name = m_lookup->title(head.dialogue);
        const QString round = meeting && meeting->ordinal ? tr("%1, round %2").arg(name).arg(*meeting->ordinal) : name;
        return plainToolTip(round + u'\n' + (meeting ? meeting->start.toWords() : QString()) + u" · "_s +
                            (head.readoutMissing ? tr("its read-out is not in the map") : tr("its read-out is in the map")));
    }
    if (role == Qt::ToolTipRole && column.field == CoverageField::Other) {
        QStringList rounds;
        for (const QString &meeting : m_content.coverage.folded.mid(0, 12)) {
            const Meeting *row = m_lookup->model().find<Meeting>(meeting);
            rounds << (row ? m_lookup->shortTitle(row->dialogue.value) + u", "_s + row->start.toWords() : meeting);
        }
        if (m_content.coverage.folded.size() > 12)
            rounds << tr("and %1 more").arg(m_content.coverage.folded.size() - 12);
        return plainToolTip(tr("Rounds of dialogues that no clause names, that review nothing here and that have no passage:") + u'\n' +
                            rounds.join(u'\n'));
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (column.field) {
    case CoverageField::Number:
        return tr("Clause");
    case CoverageField::Words:
        return tr("In our own words");
    case CoverageField::Promise:
        return tr("Promise");
    case CoverageField::Round: {
        const CoverageHead &head = m_content.heads[std::size_t(column.round)];
        return QString(head.code + u", "_s + (head.day.isEmpty() ? head.year : head.day + u' ' + head.year));
    }
    case CoverageField::Other:
        return tr("Other rounds");
    case CoverageField::State:
        return tr("State");
    case CoverageField::Known:
        return tr("Known from");
    case CoverageField::Responsible:
        return tr("Responsible");
    case CoverageField::Last:
        return tr("Last raised");
    }
    return {};
}

QString CoverageModel::cellWords(const CoverageLine &line, int round) const
{
    const coverage::Cell cell = m_content.cell(line, round);
    QStringList words;
    if (cell.level != CoverageLevel::None)
        words << (cell.evidence.size() > 1 ? tr("%1, %2 passages").arg(levelWords(cell.level)).arg(cell.evidence.size())
                                           : levelWords(cell.level));
    if (cell.waiting > 0)
        words << (cell.waiting == 1 ? tr("1 suggestion waiting") : tr("%1 suggestions waiting").arg(cell.waiting));
    if (cell.readoutMissing && cell.level == CoverageLevel::None)
        words << tr("met, read-out missing");
    return words.join(u", "_s);
}

QString CoverageModel::text(const CoverageLine &line, const CoverageSection &column) const
{
    const coverage::ClauseState *state = m_content.stateOf(line);
    if (!state) {
        if (column.field == CoverageField::Number)
            return line.kind == CoverageLine::Kind::Gap || line.number.isEmpty() ? line.words : tr("%1 %2").arg(line.number, line.words);
        if (line.kind == CoverageLine::Kind::Group && column.field == CoverageField::State) {
            const CoverageGroup &group = m_content.groups[std::size_t(line.group)];
            return tr("%1 of %2 raised").arg(group.raised).arg(group.units);
        }
        if (line.kind == CoverageLine::Kind::Group && column.round >= 0) {
            const CoverageGroup &group = m_content.groups[std::size_t(line.group)];
            const int raised = group.raisedAt[std::size_t(column.round)];
            return raised == 0 ? QString() : tr("%1 of %2 raised").arg(raised).arg(group.units);
        }
        return {};
    }
    switch (column.field) {
    case CoverageField::Number:
        return line.number;
    case CoverageField::Words:
        return line.words;
    case CoverageField::Promise:
        return line.promise;
    case CoverageField::Round:
        return cellWords(line, column.round);
    case CoverageField::Other:
        return {};
    case CoverageField::State:
        return state->judgement ? tr("%1, judged by a user; computed: %2").arg(stateWords(state->progress()), stateWords(state->computed))
                                : stateWords(state->progress());
    case CoverageField::Known:
        return line.known;
    case CoverageField::Responsible:
        return line.responsible.isEmpty() ? tr("nobody named") : line.responsible;
    case CoverageField::Last:
        return line.last;
    }
    return {};
}

QString CoverageModel::toolTip(const CoverageLine &line, const CoverageSection &column) const
{
    const coverage::ClauseState *state = m_content.stateOf(line);
    if (!state)
        return line.words;
    if (column.field == CoverageField::State)
        return whyWords(*m_lookup, m_content, *state).join(u'\n');
    if (column.field == CoverageField::Round) {
        const QString said = cellWords(line, column.round);
        const coverage::Part part = m_content.part(line, column.round);
        const QString why = part == coverage::Part::Responsible ? tr("responsible for clause %1").arg(line.number)
                            : part == coverage::Part::Reviewing ? tr("reviews the area of clause %1").arg(line.number)
                                                                : QString();
        const QString head = tr("Clause %1 at %2").arg(line.number, m_content.heads[std::size_t(column.round)].code);
        return QStringList{head, said.isEmpty() ? tr("nothing known to be said") : said, why}.join(u'\n').trimmed();
    }
    if (column.field == CoverageField::Responsible) {
        QStringList names;
        for (const QString &dialogue : state->responsible)
            names << m_lookup->title(dialogue);
        return names.isEmpty() ? tr("Clause %1 names no dialogue.").arg(line.number) : names.join(u'\n');
    }
    return tr("Clause %1 · %2").arg(line.number, line.promise) + u'\n' + line.words;
}

QString CoverageModel::relationAt(const QModelIndex &index) const
{
    const CoverageSection section = index.isValid() ? column(index.column()) : CoverageSection();
    if (section.round < 0 || line(index).clause.isEmpty())
        return {};
    for (const Relation *relation : m_lookup->outgoing(m_content.heads[std::size_t(section.round)].meeting, relation::raises)) {
        if (relation->target.value == line(index).clause)
            return relation->id.value;
    }
    return {};
}

QStringList CoverageModel::passagesAt(const QModelIndex &index) const
{
    if (!index.isValid() || line(index).kind != CoverageLine::Kind::Clause)
        return {};
    const CoverageSection section = column(index.column());
    if (section.round >= 0)
        return m_content.cell(line(index), section.round).evidence;
    QStringList evidence;
    for (const coverage::Cell &cell : m_content.stateOf(line(index))->cells)
        evidence += cell.evidence;
    return evidence;
}

QString CoverageModel::evidenceAt(const QModelIndex &index) const
{
    if (!index.isValid() || line(index).clause.isEmpty())
        return {};
    const CoverageLine &row = line(index);
    QStringList passages;
    if (column(index.column()).round >= 0) {
        passages = passagesAt(index);
    } else {
        for (const coverage::Cell &cell : m_content.stateOf(row)->cells)
            passages = cell.evidence.isEmpty() ? passages : cell.evidence;
    }
    QString best;
    CoverageLevel highest = CoverageLevel::None;
    for (const QString &id : std::as_const(passages)) {
        const Evidence *evidence = m_lookup->model().find<Evidence>(id);
        if (evidence && (best.isEmpty() || evidence->level > highest)) {
            best = id;
            highest = evidence->level;
        }
    }
    return best;
}

QModelIndex CoverageModel::indexOfLine(int line) const
{
    return line < 0 || line >= int(m_rows.size()) ? QModelIndex() : createIndex(m_rows[std::size_t(line)], 0, quintptr(line));
}

QString CoverageModel::asTable() const
{
    const auto plain = [](QString text) { return text.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' '); };
    QStringList rows;
    QStringList heads;
    for (int i = 0; i < columnCount(); ++i)
        heads << plain(headerData(i, Qt::Horizontal, Qt::DisplayRole).toString());
    rows << heads.join(u'\t');
    for (const CoverageLine &line : m_content.lines) {
        if (line.kind == CoverageLine::Kind::Group) {
            rows << plain(text(line, m_columns.front()));
            continue;
        }
        QStringList cells;
        for (const CoverageSection &column : m_columns)
            cells << plain(text(line, column));
        rows << cells.join(u'\t').trimmed();
    }
    return rows.join(u'\n') + u'\n';
}

} // namespace entente::ui
