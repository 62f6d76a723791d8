#include "core/exchange/networktaker.h"

#include "core/model/edits.h"
#include "core/model/relationtypes.h"

#include <QCoreApplication>

#include <algorithm>

// The lines of a network: relations, attendance, posts, and what a field of a node says already.

namespace entente::exchange {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::exchange", text);
}

/// A date that another program wrote: ISO, with or without a time, or a year as a number. Empty where it is none.
PartialDate dateOf(const QString &text)
{
    if (auto date = PartialDate::parse(text.left(10)); date && date->isKnown())
        return *date;
    bool isNumber = false;
    const double year = text.toDouble(&isNumber);
    return isNumber && year >= 1000 && year < 3000 ? PartialDate(int(year)) : PartialDate();
}


template<typename Row>
void takeSpan(Row &row, const NetworkLine &line)
{
    row.from = dateOf(line.start);
    row.to = dateOf(line.end);
    if (row.from.isKnown() && row.to.isKnown() && row.to.last() < row.from.first())
        row.to = {};
}

bool isTypeWord(const QString &word)
{
    return relationType(word) || word == lineType::tookPart || word == lineType::holdsPost ||
           std::ranges::any_of(referenceLines(), [&](const ReferenceLine &reference) { return reference.word == word; });
}

QString endsOf(const QString &type, const QString &source, const QString &target)
{
    const RelationType *known = relationType(type);
    const bool either = known && known->symmetric && target < source;
    return type + u'\n' + (either ? target : source) + u'\n' + (either ? source : target);
}

} // namespace

void NetworkTaker::readEnds()
{
    for (const Relation &known : m_before.all<Relation>())
        m_ends.insert(endsOf(known.type, known.source.value, known.target.value), known.id.value);
    for (const Attendance &known : m_before.all<Attendance>())
        m_ends.insert(endsOf(lineType::tookPart, known.institution.value, known.meeting.value), known.id.value);
}

void NetworkTaker::takeLine(const NetworkLine &line)
{
    const QString source = m_records.value(line.source);
    const QString target = m_records.value(line.target);
    QString word = simplified(line.attribute(attribute::type));
    if (word.isEmpty() && isTypeWord(simplified(line.label)))
        word = simplified(line.label); // Some programs keep the label of a line and lose its type.
    const Kind from = *m_after.kindOfRecord(source);
    const Kind to = *m_after.kindOfRecord(target);
    if (source == target) {
        ++m_loops;
        return;
    }
    const auto known = m_after.kindOfRecord(line.attribute(attribute::record));
    if (known == kindOf<Attendance> && from == kindOf<Institution> && to == kindOf<Meeting>)
        return takeAttendance(line, source, target);
    if (known == kindOf<Post> && from == kindOf<Person> && to == kindOf<Institution>)
        return takePost(line, source, target);
    if (word.compare(lineType::tookPart, Qt::CaseInsensitive) == 0 && from == kindOf<Institution> && to == kindOf<Meeting>)
        return takeAttendance(line, source, target);
    if (word.compare(lineType::holdsPost, Qt::CaseInsensitive) == 0 && from == kindOf<Person> && to == kindOf<Institution>)
        return takePost(line, source, target);
    if (isReference(word, from, source, target))
        return;
    takeRelation(line, word, {source, from}, {target, to});
}

/// Whether a field says it already.
bool NetworkTaker::isReference(const QString &word, Kind from, const QString &source, const QString &target) const
{
    bool said = false;
    for (const ReferenceLine &reference : referenceLines()) {
        if (reference.word != word || reference.kind != from)
            continue;
        forEachNodeKind([&]<typename Row>() {
            const Row *row = from == kindOf<Row> ? m_after.find<Row>(source) : nullptr;
            if (!row)
                return;
            forEachField<Row>([&](const auto &field) {
                said = said || (reference.field == QLatin1StringView(field.name) && textOf(encode(row->*field.member)) == target);
            });
        });
    }
    return said;
}

void NetworkTaker::takeAttendance(const NetworkLine &line, const QString &institution, const QString &meeting)
{
    const QString ends = endsOf(lineType::tookPart, institution, meeting);
    Attendance row;
    row.id.value = line.attribute(attribute::record);
    if (row.id.isEmpty())
        row.id.value = m_ends.value(ends, contentKey(u"att"_s, {meeting, institution}));
    if (const Attendance *known = m_after.find(row.id))
        row = *known;
    row.institution.value = institution;
    row.meeting.value = meeting;
    m_ends.insert(ends, row.id.value);
    putRow(row, line);
}

void NetworkTaker::takePost(const NetworkLine &line, const QString &person, const QString &institution)
{
    Post row;
    row.person.value = person;
    row.institution.value = institution;
    const QString key = line.attribute(attribute::record);
    row.id.value = key.isEmpty() ? contentKey(u"post"_s, {person, institution, line.attribute("title"_L1), line.start, line.end}) : key;
    if (const Post *known = m_after.find(row.id))
        row = *known;
    else if (key.isEmpty())
        takeSpan(row, line);
    if (row.title.isEmpty())
        row.title = line.label.isEmpty() ? lineType::holdsPost : line.label;
    putRow(row, line);
}

template<typename Row>
void NetworkTaker::putRow(Row row, const NetworkLine &line)
{
    const bool isNew = !m_before.find(row.id);
    const QStringList rest = takeFields(row, line.attributes, isNew);
    if (isNew) {
        if (!rest.isEmpty())
            row.notes += (row.notes.isEmpty() ? QString() : u"\n"_s) + rest.join(u'\n');
        takeSources(row.id.value, line.attributes, !line.attribute(attribute::record).isEmpty());
    }
    m_after.table<Row>().put(std::move(row));
}

void NetworkTaker::takeRelation(const NetworkLine &line, const QString &word, End from, End to)
{
    const RelationType *type = nullptr;
    for (const RelationType &known : relationTypes()) {
        if (word.compare(known.word, Qt::CaseInsensitive) == 0 && known.joins(from.kind, to.kind)) {
            type = &known;
        } else if (word.compare(known.inverse, Qt::CaseInsensitive) == 0 && known.joins(to.kind, from.kind)) {
            type = &known;
            std::swap(from, to);
        }
        if (type)
            break;
    }
    Relation row;
    row.type = type ? type->word : relation::linkedTo;
    row.source.value = from.record;
    row.target.value = to.record;
    const QString key = line.attribute(attribute::record);
    const QString ends = endsOf(row.type, from.record, to.record);
    if (key.isEmpty()) {
        if (const QString said = m_ends.value(ends); !said.isEmpty()) {
            m_repeated += m_before.find<Relation>(said) ? 0 : 1;
            return;
        }
        takeSpan(row, line);
        if (!type && !word.isEmpty()) {
            ++m_strangeTypes;
            row.notes = tr("%1 (as the file calls it)").arg(word);
        } else if (!line.label.isEmpty() && line.label.compare(word, Qt::CaseInsensitive) != 0) {
            row.notes = line.label;
        }
    }
    row.id.value = key.isEmpty() ? edits::relationKey(row.type, from.record, to.record) : key;
    if (const Relation *known = m_after.find(row.id))
        row = *known; // Its ends are known better here.
    m_ends.insert(ends, row.id.value);
    putRow(row, line);
}

} // namespace entente::exchange
