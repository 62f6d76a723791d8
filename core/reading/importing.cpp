#include "core/reading/importing.h"

#include "core/base/text.h"
#include "core/model/edits.h"
#include "core/model/marking.h"
#include "core/model/textblocks.h"
#include "core/reading/attach.h"
#include "core/reading/extract.h"
#include "core/reading/namesuggestions.h"
#include "core/reading/parts.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace entente::reading {

using namespace Qt::StringLiterals;

static_assert(parts::ArticleTitleRank == model::ArticleTitleDepth, "a title must keep its rank when it is stored");

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::reading", text);
}

Result<PartialDate> dateOption(const QString &text)
{
    return PartialDate::parse(text);
}

DocumentKind kindOfDocument(Kind kind)
{
    return kind == Kind::Instrument ? DocumentKind::Instrument : kind == Kind::Readout ? DocumentKind::Readout : DocumentKind::Other;
}

ParagraphRole roleOf(Role role)
{
    switch (role) {
    case Role::Heading:
        return ParagraphRole::Heading;
    case Role::Unit:
        return ParagraphRole::Unit;
    case Role::Prose:
        return ParagraphRole::Prose;
    case Role::SetAside:
        return ParagraphRole::SetAside;
    case Role::Gap:
        return ParagraphRole::Gap;
    case Role::Note:
        return ParagraphRole::Note;
    }
    return ParagraphRole::Prose;
}

/// What the text says about itself, overruled by what the user says.
Result<model::Document> documentRow(const Model &model, const ReadDocument &read, const QString &fileName, const QString &hash,
                                    const ImportOptions &options)
{
    model::Document row;
    row.id.value = contentKey(u"doc"_s, {hash});
    row.kind = kindOfDocument(read.kind);
    row.hash = hash;
    row.fileName = QFileInfo(fileName).fileName();
    row.title = simplified(cleanText(options.title.isEmpty() ? read.metadata.title : options.title));
    if (row.title.isEmpty())
        row.title = QFileInfo(fileName).completeBaseName();
    row.reference = simplified(cleanText(options.reference.isEmpty() ? read.metadata.reference : options.reference));
    row.references = read.metadata.references;
    row.date = read.metadata.date;
    if (!options.date.isEmpty()) {
        auto date = dateOption(options.date);
        if (!date)
            return date.error();
        row.date = *date;
    }
    row.markings = read.metadata.markings;
    row.marking = simplified(cleanText(options.marking));
    if (row.marking.isEmpty()) {
        for (const QString &marking : row.markings)
            row.marking = higherMarking(model, row.marking, marking);
    } else if (!row.markings.contains(row.marking)) {
        row.markings.prepend(row.marking);
    }
    row.subjectCodes = read.metadata.subjectCodes;
    row.previousDocument = read.metadata.previousDocument;
    row.released = read.metadata.released;
    return row;
}

constexpr int PositionStep = 16; ///< Room for the parts of a paragraph that a person splits later.

void addParagraphs(const ReadDocument &read, const model::Document &document, ChangeSet &changes)
{
    int number = 0;
    for (const Block &block : read.blocks) {
        Paragraph paragraph;
        paragraph.document = document.id;
        paragraph.id.value = document.id.value + u'#' + QString::number(number).rightJustified(5, u'0');
        paragraph.position = PositionStep * number++;
        paragraph.page = block.page;
        paragraph.role = roleOf(block.role);
        paragraph.label = block.label;
        paragraph.parent = block.parent;
        paragraph.depth = block.depth;
        paragraph.number = block.number;
        paragraph.text = block.text;
        paragraph.why = block.why;
        paragraph.place = placesToText(block.places);
        changes.add(paragraph);
    }
}

void summarise(const ReadDocument &read, ImportReport &report)
{
    for (const Block &block : read.blocks) {
        switch (block.role) {
        case Role::SetAside:
            report.setAside.push_back(block);
            break;
        case Role::Gap:
            report.gaps.push_back(block);
            break;
        case Role::Unit:
            ++report.paragraphs;
            if (read.kind == Kind::Instrument)
                ++report.clauses;
            break;
        case Role::Prose:
            ++report.paragraphs;
            break;
        case Role::Heading:
        case Role::Note:
            break;
        }
    }
}

/// The names to decide on, once each: heads whom nobody knows are said by the reading of the meeting, too.
void takeNames(const Model &model, const NameProposals &proposed, ImportReport &report)
{
    auto &suggestions = report.changes.changes<Suggestion>();
    suggestions.insert(suggestions.end(), proposed.changes.changes<Suggestion>().begin(), proposed.changes.changes<Suggestion>().end());
    QSet<QString> decided; // near names, and those that were ignored
    for (const auto &change : proposed.changes.changes<Suggestion>()) {
        if (change.after && !change.after->target.isEmpty())
            decided.insert(folded(change.after->quote));
    }
    std::vector<std::pair<QString, QString>> names = proposed.unknown;
    names.insert(names.end(), report.unknownNames.begin(), report.unknownNames.end());
    report.unknownNames.clear();
    for (const auto &[name, label] : names) {
        const Suggestion *before = model.find<Suggestion>(nameSuggestionKey(name));
        if (decided.contains(folded(name)) || (before && before->state == SuggestionState::Rejected))
            continue;
        decided.insert(folded(name));
        report.unknownNames.emplace_back(name, label);
    }
}

} // namespace

std::vector<KnownName> knownNames(const Lookup &lookup)
{
    std::vector<KnownName> names;
    const auto add = [&](const QString &record, const QString &kind, const QString &text) {
        if (text.trimmed().size() >= 2)
            names.push_back({record, kind, text.trimmed()});
    };
    forEachKind([&]<typename Row>() {
        if constexpr (requires { Row().nameEn; Row().nameKo; }) {
            for (const Row &row : lookup.model().all<Row>()) {
                const QString kind = QString::fromLatin1(Fields<Row>::table);
                add(row.id.value, kind, row.nameEn);
                add(row.id.value, kind, row.nameKo);
                if constexpr (requires { row.abbreviation; }) {
                    // "ESIWA / ESIWA+" are two abbreviations.
                    for (const QString &abbreviation : row.abbreviation.split(u" / "_s))
                        add(row.id.value, kind, abbreviation);
                }
                for (const Name *name : lookup.names(row.id.value)) {
                    // Codes head columns; in a text the same letters mean something else.
                    if (name->notes != "code"_L1)
                        add(row.id.value, kind, name->text);
                }
            }
        }
    });
    return names;
}

namespace {

/// Imports a document anew into the map without it, as one edit of the map with it.
Result<ImportReport> placedAgain(const Model &model, const model::Document &document, const QString &fileName, const QByteArray &bytes,
                                 const ImportOptions &options, Progress &progress)
{
    auto removal = edits::remove(model, document.id.value);
    if (!removal)
        return removal.error();
    Model without = model;
    without.apply(*removal);
    auto report = readForImport(without, fileName, bytes, options, progress);
    if (!report)
        return report;
    Model after = without;
    after.apply(report->changes);
    report->changes = difference(model, after, report->changes.label());
    return report;
}

} // namespace

Result<ImportReport> readForImport(const Model &model, const QString &fileName, const QByteArray &bytes, const ImportOptions &options,
                                   Progress &progress)
{
    ImportReport report;
    const QString hash = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    for (const model::Document &document : model.all<model::Document>()) {
        if (document.hash != hash)
            continue;
        // A read-out that nobody could place yet may be placed now.
        if (document.kind == DocumentKind::Readout && document.meeting.isEmpty() && !(options.into.isEmpty() && options.date.isEmpty()))
            return placedAgain(model, document, fileName, bytes, options, progress);
        report.already = true;
        report.document = document;
        report.notices += tr("“%1” is in the map already; nothing was changed.").arg(document.title);
        return report;
    }
    ReadOptions reading;
    if (options.as == "instrument"_L1)
        reading.as = ReadOptions::As::Instrument;
    else if (options.as == "readout"_L1)
        reading.as = ReadOptions::As::Readout;
    else if (!options.as.isEmpty() && options.as != "auto"_L1)
        return callError(tr("“%1” is no kind of document; say instrument, readout or auto.").arg(options.as.left(40)));
    auto date = dateOption(options.date);
    if (!date)
        return date.error();
    reading.date = *date;
    if (!options.into.isEmpty()) {
        const auto kind = model.kindOfRecord(options.into);
        if (!kind || (*kind != kindOf<Instrument> && *kind != kindOf<Meeting> && *kind != kindOf<Dialogue>))
            return callError(tr("“%1” is no instrument, meeting or dialogue of this map.").arg(options.into.left(80)));
        if (reading.as == ReadOptions::As::Auto)
            reading.as = *kind == kindOf<Instrument> ? ReadOptions::As::Instrument : ReadOptions::As::Readout;
    }

    progress.report(0, 4, tr("Reading the text"));
    auto extracted = extract(bytes, progress);
    if (!extracted)
        return extracted.error();
    const QString format = extracted->format;
    report.notices += extracted->notices;
    auto read = readExtract(std::move(*extracted), reading, progress);
    if (!read)
        return read.error();

    auto document = documentRow(model, *read, fileName, hash, options);
    if (!document)
        return document.error();
    document->format = format;
    if (!isKnownMarking(model, document->marking))
        report.notices += tr("The marking “%1” is not in the map's list; it ranks highest until you place it.").arg(document->marking);

    progress.report(2, 4, tr("Finding what it is about"));
    const Lookup lookup(model);
    const std::vector<KnownName> names = knownNames(lookup);
    report.recognised = recogniseNames(read->blocks, names);
    report.notices += warnOfConfusion(lookup, report.recognised);
    summarise(*read, report);
    addParagraphs(*read, *document, report.changes);

    Attachment attachment{lookup, *read, names, options, *document, report};
    if (read->kind == Kind::Instrument) {
        if (auto attached = attachInstrument(attachment, progress); !attached)
            return attached.error();
    } else if (read->kind == Kind::Readout || read->meeting) {
        if (read->meeting) {
            report.followUps = read->meeting->followUps;
            report.nextRound = read->meeting->nextRound;
        }
        if (auto attached = attachReadout(attachment, progress); !attached)
            return attached.error();
    }
    const auto proposed = proposeNames(lookup, read->blocks, read->meeting ? read->meeting->heads : std::vector<Head>(), names, document->id, progress);
    takeNames(model, proposed, report);
    report.document = *document;
    report.changes.add(*document);
    report.changes.setLabel(tr("import “%1”").arg(document->title.size() > 60 ? document->title.left(59) + u'…' : document->title));
    const auto &suggestions = report.changes.changes<Suggestion>();
    report.suggestions = int(std::ranges::count_if(suggestions, [](const Change<Suggestion> &change) { return !change.before && change.after; }));
    if (progress.isCancelled())
        return cancelledError();
    progress.report(4, 4);
    return report;
}

namespace {

QJsonArray followUpsJson(const std::vector<FollowUp> &followUps)
{
    QJsonArray array;
    for (const FollowUp &followUp : followUps) {
        array.append(QJsonObject{{u"label"_s, followUp.label},
                                 {u"quote"_s, followUp.quote},
                                 {u"what"_s, followUp.words},
                                 {u"due"_s, jsonField(followUp.due)},
                                 {u"due_words"_s, followUp.dueWords},
                                 {u"by"_s, followUp.by},
                                 {u"to"_s, followUp.to}});
    }
    return array;
}

QJsonValue nextRoundJson(const std::optional<NextRound> &round)
{
    if (!round)
        return QJsonValue();
    return QJsonObject{{u"ordinal"_s, round->ordinal ? QJsonValue(*round->ordinal) : QJsonValue()},
                       {u"start"_s, jsonField(round->start)},
                       {u"end"_s, jsonField(round->end)},
                       {u"place"_s, round->place},
                       {u"host"_s, round->host},
                       {u"date_words"_s, round->words},
                       {u"label"_s, round->label},
                       {u"quote"_s, round->quote}};
}

} // namespace

QJsonObject ImportReport::toJson() const
{
    const auto blocks = [](const std::vector<Block> &list) {
        QJsonArray array;
        for (const Block &block : list) {
            QJsonObject entry{{u"page"_s, block.page}, {u"text"_s, block.text}, {u"why"_s, block.why}};
            if (block.role == Role::Gap)
                entry.insert(u"label"_s, block.parent.isEmpty() ? QJsonValue() : QJsonValue(block.parent));
            array.append(entry);
        }
        return array;
    };
    const auto passage = [this](const QString &label, const QString &quote) {
        return QJsonObject{{u"document"_s, document.id.value}, {u"label"_s, label}, {u"quote"_s, quote}};
    };
    QJsonArray recognisedJson;
    for (const Recognised &name : recognised) {
        QJsonObject entry{{u"id"_s, name.record}, {u"as"_s, name.as}, {u"passage"_s, passage(name.label, name.as)}};
        if (name.ambiguous)
            entry.insert(u"ambiguous"_s, true);
        if (!name.warning.isEmpty())
            entry.insert(u"warning"_s, name.warning);
        recognisedJson.append(entry);
    }
    QJsonArray unknownJson;
    for (const auto &[name, label] : unknownNames)
        unknownJson.append(QJsonObject{{u"text"_s, name}, {u"passage"_s, passage(label, name)}});
    QJsonArray noticesJson;
    for (const QString &notice : notices)
        noticesJson.append(notice);
    QJsonArray alignmentJson;
    for (const EditionEntry &entry : alignment) {
        const Aligned &unit = entry.unit;
        alignmentJson.append(QJsonObject{{u"from"_s, unit.from.isEmpty() ? QJsonValue() : QJsonValue(unit.from)},
                                         {u"to"_s, QJsonArray::fromStringList(unit.to)},
                                         {u"verdict"_s, verdictWord(unit.verdict)},
                                         {u"likeness"_s, unit.likeness},
                                         {u"moved"_s, entry.moved},
                                         {u"queued"_s, entry.queued}});
    }
    return {
        {u"document"_s,
         QJsonObject{{u"id"_s, document.id.value},
                     {u"kind"_s, wordOf(document.kind)},
                     {u"title"_s, document.title},
                     {u"reference"_s, document.reference},
                     {u"references"_s, QJsonArray::fromStringList(document.references)},
                     {u"date"_s, jsonField(document.date)},
                     {u"marking"_s, document.marking},
                     {u"markings"_s, QJsonArray::fromStringList(document.markings)},
                     {u"subject_codes"_s, QJsonArray::fromStringList(document.subjectCodes)},
                     {u"previous_document"_s, document.previousDocument},
                     {u"released"_s, jsonField(document.released)},
                     {u"instrument"_s, jsonField(document.instrument)},
                     {u"edition"_s, jsonField(document.edition)},
                     {u"meeting"_s, jsonField(document.meeting)}}},
        {u"already"_s, already},
        {u"clauses"_s, clauses},
        {u"paragraphs"_s, paragraphs},
        {u"set_aside"_s, blocks(setAside)},
        {u"gaps"_s, blocks(gaps)},
        {u"meeting"_s, meeting ? QJsonValue(meetingJson) : QJsonValue()},
        {u"alignment"_s, alignmentJson},
        {u"follow_ups"_s, followUpsJson(followUps)},
        {u"next_round"_s, nextRoundJson(nextRound)},
        {u"recognised"_s, recognisedJson},
        {u"unknown_names"_s, unknownJson},
        {u"suggestions"_s, suggestions},
        {u"notices"_s, noticesJson},
    };
}

} // namespace entente::reading
