#include "core/reading/namesuggestions.h"

#include "core/base/text.h"
#include "core/model/edits.h"
#include "core/model/relationtypes.h"
#include "core/reading/nearnames.h"
#include "core/reading/unknownnames.h"
#include "core/reading/words.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr double Doubtful = 0.65;      ///< At most, where a name may be mixed up with another.
constexpr qsizetype LongestText = 200; ///< Of a name.

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::reading", text);
}

bool isParty(const QString &word)
{
    static const QSet<QString> words = {u"korean"_s, u"korea"_s, u"rok"_s, u"eu"_s, u"european"_s, u"union"_s, u"republic"_s, u"south"_s};
    return words.contains(word);
}

/// How much of the words of one name another shares.
double sharedPart(const QString &one, const QString &other)
{
    QSet<QString> left;
    QSet<QString> right;
    for (const Word &word : findWords(one)) {
        if (!isStopWord(word.text))
            left.insert(stem(word.text));
    }
    for (const Word &word : findWords(other))
        right.insert(stem(word.text));
    const auto total = left.size();
    left.intersect(right);
    return total == 0 ? 0 : double(left.size()) / double(total);
}

class Proposer
{
public:
    Proposer(const Lookup &lookup, const std::vector<KnownName> &names, const Id<model::Document> &document)
        : m_lookup(lookup)
        , m_document(document)
        , m_finder(names)
        , m_near(names)
    {
        for (const KnownName &name : names) {
            m_texts[name.record].append(name.text);
            m_kinds.insert(name.record, name.kind);
            m_records[name.text].insert(name.record);
            QStringList words;
            for (const Word &word : findWords(name.text))
                words.append(word.text);
            m_allNames += u" | "_s + words.join(u' ') + u" | "_s;
        }
    }

    void look(const Block &block);
    void lookAtHeads(const std::vector<Block> &blocks, const std::vector<Head> &heads);
    NameProposals result() && { return std::move(m_proposals); }

private:
    struct Place
    {
        const Block &block;
        qsizetype offset;
    };
    void spelling(const NameFinder::Found &found, const Place &place);
    void decide(const NameSighting &sighting, const Place &place, const QString &side = {});
    bool isPartOfKnown(const QString &text) const;
    std::optional<NearName> nearest(const NameSighting &sighting) const;
    void proposeAlias(const QString &text, const QString &record, NameUse use, double score, QString reason, const Place &place);
    void proposeRecord(const NameSighting &sighting, const QString &remark, const Place &place, const QString &side);
    Suggestion suggestionFor(const QString &text, const Place &place) const;
    void add(Suggestion suggestion, const ChangeSet &rows);
    template<typename Row>
    void addRecord(Row row, const NameSighting &sighting, Suggestion suggestion);

    const Lookup &m_lookup;
    Id<model::Document> m_document;
    NameFinder m_finder;
    NearNames m_near;
    QHash<QString, QStringList> m_texts; // by record
    QHash<QString, QString> m_kinds;
    QHash<QString, QSet<QString>> m_records; // by name
    QString m_allNames;
    QSet<QString> m_seen;
    NameProposals m_proposals;
};

Suggestion Proposer::suggestionFor(const QString &text, const Place &place) const
{
    Suggestion suggestion;
    suggestion.kind = u"name"_s;
    suggestion.document = m_document;
    suggestion.label = place.block.label;
    suggestion.quote = place.block.text.mid(place.offset, text.size());
    suggestion.offset = int(place.offset);
    // The name alone makes the key: what was ignored once is ignored in every text.
    suggestion.id.value = nameSuggestionKey(text);
    return suggestion;
}

void Proposer::add(Suggestion suggestion, const ChangeSet &rows)
{
    const Suggestion *before = m_lookup.model().find(suggestion.id);
    if (before && before->state == SuggestionState::Rejected && before->document.isEmpty()) {
        // Its text is back.
        Suggestion after = *before;
        after.document = suggestion.document;
        after.label = suggestion.label;
        after.offset = suggestion.offset;
        m_proposals.changes.update(*before, after);
    }
    if (before)
        return;
    suggestion.proposal = QString::fromUtf8(QJsonDocument(rows.toJson()).toJson(QJsonDocument::Compact));
    m_proposals.changes.add(std::move(suggestion));
}

void Proposer::proposeAlias(const QString &text, const QString &record, NameUse use, double score, QString reason, const Place &place)
{
    Suggestion suggestion = suggestionFor(text, place);
    suggestion.target.value = record;
    suggestion.score = score;
    if (const QString warning = confusionWarning(m_lookup, record); !warning.isEmpty()) {
        reason += u"; "_s + warning;
        suggestion.score = std::min(score, Doubtful);
    }
    suggestion.reason = reason;
    Name name;
    name.record.value = record;
    name.text = text;
    name.language = hasHangul(text) ? u"ko"_s : u"en"_s;
    name.use = use;
    name.id.value = edits::nameKey(record, text);
    if (m_lookup.model().find(name.id))
        return;
    ChangeSet rows;
    rows.add(name);
    add(std::move(suggestion), rows);
}

template<typename Row>
void Proposer::addRecord(Row row, const NameSighting &sighting, Suggestion suggestion)
{
    const QString prefix = std::is_same_v<Row, Person> ? u"per-"_s : std::is_same_v<Row, Instrument> ? u"ins-"_s : u"org-"_s;
    (hasHangul(sighting.text) ? row.nameKo : row.nameEn) = sighting.text;
    if constexpr (requires { row.abbreviation; })
        row.abbreviation = sighting.abbreviation;
    const QString base = prefix + slug(sighting.text).left(48);
    row.id.value = base;
    for (int number = 2; m_lookup.model().contains(row.id.value); ++number)
        row.id.value = base + u'-' + QString::number(number);
    Passage passage;
    passage.document = m_document;
    passage.label = suggestion.label;
    passage.quote = suggestion.quote;
    passage.offset = suggestion.offset;
    passage.id.value = edits::passageKey(m_document.value, passage.label, passage.quote);
    Evidence evidence;
    evidence.subject.value = row.id.value;
    evidence.origin.value = passage.id.value;
    evidence.reason = tr("named in the text");
    evidence.id.value = edits::evidenceKey(row.id.value, passage.id.value);
    ChangeSet rows;
    rows.add(std::move(row));
    rows.add(passage);
    rows.add(evidence);
    add(std::move(suggestion), rows);
}

void Proposer::proposeRecord(const NameSighting &sighting, const QString &remark, const Place &place, const QString &side)
{
    Suggestion suggestion = suggestionFor(sighting.text, place);
    suggestion.score = 0.5;
    const bool korean = hasHangul(sighting.text);
    if (sighting.kind == NameKind::Person) {
        suggestion.reason = tr("a person whom the map does not have (“%1” stands beside the name)").arg(sighting.sign);
        Person person;
        person.side = fromWord<Side>(side).value_or(Side::Unknown);
        if (person.side == Side::Unknown && (korean || isKoreanPerson(sighting.text)))
            person.side = Side::Rok;
        addRecord(person, sighting, suggestion);
        return;
    }
    suggestion.reason = sighting.kind == NameKind::Instrument ? tr("a paper that the map does not have (“%1” in its name)").arg(sighting.sign)
                                                              : tr("a body that the map does not have (“%1” in its name)").arg(sighting.sign);
    if (!sighting.abbreviation.isEmpty())
        suggestion.reason += u"; "_s + tr("the text gives “%1” for it").arg(sighting.abbreviation);
    if (!remark.isEmpty())
        suggestion.reason += u"; "_s + remark;
    if (sighting.kind == NameKind::Instrument) {
        addRecord(Instrument(), sighting, suggestion);
        return;
    }
    Institution institution;
    if (korean || sighting.text.startsWith("Korea"_L1))
        institution.side = Side::Rok;
    else if (sighting.text.startsWith("European "_L1) || sighting.text.startsWith("EU "_L1) || sighting.text.startsWith("DG "_L1))
        institution.side = Side::Eu;
    institution.kind = korean ? QString() : sighting.sign.toLower();
    addRecord(institution, sighting, suggestion);
}

bool Proposer::isPartOfKnown(const QString &text) const
{
    QStringList words;
    for (const Word &word : findWords(text))
        words.append(word.text);
    if (m_allNames.contains(u' ' + words.join(u' ') + u' '))
        return true;
    // A known name with a party before or behind it: "Ministry of Environment of the Republic of Korea".
    const auto known = m_finder.find(text);
    if (known.empty())
        return false;
    for (const Word &word : findWords(text)) {
        const bool covered = std::any_of(known.begin(), known.end(), [&](const NameFinder::Found &one) {
            return one.offset <= word.offset && one.offset + one.length >= word.offset + word.length;
        });
        if (!covered && !isStopWord(word.text) && !isParty(word.text))
            return false;
    }
    return true;
}

std::optional<NearName> Proposer::nearest(const NameSighting &sighting) const
{
    const bool person = sighting.kind == NameKind::Person;
    const auto fits = [&](const std::optional<NearName> &near) { return near && (near->name.kind == u"person") == person; };
    if (const auto near = m_near.find(sighting.text); fits(near))
        return near;
    // "Korean Ministry for Foreign Affairs": the party is no part of the name.
    QString rest = sighting.text;
    while (isParty(rest.section(u' ', 0, 0).toLower()) && rest.contains(u' '))
        rest = rest.section(u' ', 1);
    if (rest != sighting.text && rest.contains(u' ')) {
        if (const auto near = m_near.find(rest); fits(near))
            return near;
    }
    return std::nullopt;
}

void Proposer::decide(const NameSighting &sighting, const Place &place, const QString &side)
{
    if (sighting.text.size() > LongestText || m_seen.contains(folded(sighting.text)))
        return;
    m_seen.insert(folded(sighting.text));
    const auto exact = m_finder.find(sighting.text);
    const bool known = std::any_of(exact.begin(), exact.end(), [&](const NameFinder::Found &one) { return one.length == sighting.text.size() && !one.ambiguous; });
    const QSet<QString> ofShortForm = m_records.value(sighting.abbreviation);
    if (known) {
        // The body is known, its short form is not.
        const QString record = exact.front().record;
        const qsizetype at = sighting.abbreviation.isEmpty() ? -1 : place.block.text.indexOf(sighting.abbreviation, place.offset);
        if (at >= 0 && !m_texts.value(record).contains(sighting.abbreviation) && !m_seen.contains(folded(sighting.abbreviation))) {
            m_seen.insert(folded(sighting.abbreviation));
            const QString owner = ofShortForm.isEmpty() ? QString() : m_lookup.title(*ofShortForm.begin());
            QString reason = tr("the text gives “%1” for “%2”").arg(sighting.abbreviation, sighting.text);
            if (!owner.isEmpty())
                reason += u"; "_s + tr("the map has it for %1").arg(owner);
            proposeAlias(sighting.abbreviation, record, NameUse::Abbreviation, owner.isEmpty() ? 0.85 : Doubtful, reason, {place.block, at});
        }
        return;
    }
    if (const auto near = nearest(sighting)) {
        const bool spelt = sighting.kind == NameKind::Person || near->score > 0.9;
        proposeAlias(sighting.text, near->name.record, spelt ? NameUse::Spelling : NameUse::Alias, near->score, near->reason, place);
        return;
    }
    if (isPartOfKnown(sighting.text))
        return;
    QString remark;
    if (!sighting.abbreviation.isEmpty() && !ofShortForm.isEmpty()) {
        const QString record = *std::min_element(ofShortForm.begin(), ofShortForm.end());
        const QStringList texts = m_texts.value(record);
        const bool same = ofShortForm.size() == 1 && std::any_of(texts.begin(), texts.end(), [&](const QString &text) { return sharedPart(text, sighting.text) >= 0.5; });
        if (same) {
            proposeAlias(sighting.text, record, NameUse::Alias, 0.8, tr("the text gives “%1” for it, as the map does for %2").arg(sighting.abbreviation, m_lookup.title(record)), place);
            return;
        }
        remark = tr("in the map “%1” is %2: not to be confused").arg(sighting.abbreviation, m_lookup.title(record));
    }
    const Suggestion *before = m_lookup.model().find<Suggestion>(suggestionFor(sighting.text, place).id.value);
    proposeRecord(sighting, remark, place, side);
    if (before && before->state != SuggestionState::Open)
        return;
    m_proposals.unknown.emplace_back(sighting.text, place.block.label);
    if (!sighting.abbreviation.isEmpty() && ofShortForm.isEmpty() && !m_seen.contains(folded(sighting.abbreviation))) {
        m_seen.insert(folded(sighting.abbreviation));
        m_proposals.unknown.emplace_back(sighting.abbreviation, place.block.label);
    }
}

/// A known person with other hyphens, or a Korean body with other spaces: found already, but the spelling is worth keeping.
void Proposer::spelling(const NameFinder::Found &found, const Place &place)
{
    const QString text = simplified(place.block.text.mid(found.offset, found.length));
    const bool person = found.kind == u"person";
    if (found.ambiguous || (!person && !hasHangul(text)) || m_seen.contains(folded(text)))
        return;
    bool same = false;
    bool spelt = false;
    QString nearest;
    for (const QString &known : m_texts.value(found.record)) {
        same = same || folded(known) == folded(text);
        if (squeezed(known) == squeezed(text)) {
            spelt = true;
            nearest = known;
        }
    }
    m_seen.insert(folded(text));
    if (!same && spelt) {
        const QString why = hasHangul(text) ? tr("only the spaces differ") : tr("only hyphens, spaces or capitals differ");
        proposeAlias(text, found.record, NameUse::Spelling, 0.95, tr("nearly “%1” in the map: %2").arg(nearest, why), {place.block, found.offset});
    }
}

void Proposer::look(const Block &block)
{
    const std::vector<NameFinder::Found> known = m_finder.find(block.text);
    for (const NameFinder::Found &found : known)
        spelling(found, {block, found.offset});
    for (const NameSighting &sighting : sightNames(block.text, known))
        decide(sighting, {block, sighting.offset});
}

void Proposer::lookAtHeads(const std::vector<Block> &blocks, const std::vector<Head> &heads)
{
    for (const Head &head : heads) {
        if (head.name.isEmpty())
            continue;
        for (const Block &block : blocks) {
            const qsizetype at = block.role == Role::Unit || block.role == Role::Prose ? block.text.indexOf(head.name) : -1;
            if (at < 0)
                continue;
            decide({NameKind::Person, head.name, {}, at, head.title.isEmpty() ? tr("head of delegation") : head.title.left(60)}, {block, at}, head.side);
            break;
        }
    }
}

} // namespace

QString nameSuggestionKey(const QString &text)
{
    return contentKey(u"sug"_s, {u"name"_s, folded(text)});
}

QString confusionWarning(const Lookup &lookup, const QString &record)
{
    QStringList others;
    for (const Relation *relation : lookup.outgoing(record, relation::notToBeConfusedWith))
        others += lookup.title(relation->target.value);
    for (const Relation *relation : lookup.incoming(record, relation::notToBeConfusedWith))
        others += lookup.title(relation->source.value);
    others.removeDuplicates();
    others.sort();
    return others.isEmpty() ? QString() : tr("not to be confused with %1").arg(sentenceList(others));
}

QStringList warnOfConfusion(const Lookup &lookup, std::vector<Recognised> &recognised)
{
    QStringList notices;
    QHash<QString, QString> warnings;
    for (Recognised &name : recognised) {
        const auto known = warnings.constFind(name.record);
        if (known != warnings.constEnd()) {
            name.warning = *known;
            continue;
        }
        name.warning = confusionWarning(lookup, name.record);
        warnings.insert(name.record, name.warning);
        if (!name.warning.isEmpty())
            notices += tr("“%1” was taken for %2 – %3.").arg(name.as, lookup.title(name.record), name.warning);
    }
    return notices;
}

NameProposals proposeNames(const Lookup &lookup, const std::vector<Block> &blocks, const std::vector<Head> &heads, const std::vector<KnownName> &names,
                           const Id<model::Document> &document, Progress &progress)
{
    Proposer proposer(lookup, names, document);
    proposer.lookAtHeads(blocks, heads);
    for (const Block &block : blocks) {
        if (progress.isCancelled())
            return {};
        if (block.role == Role::Unit || block.role == Role::Prose)
            proposer.look(block);
    }
    return std::move(proposer).result();
}

} // namespace entente::reading
