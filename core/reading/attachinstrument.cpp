#include "core/reading/attach.h"

#include "core/base/text.h"
#include "core/model/anchors.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::reading", text);
}

/// Words that tell titles apart; those that stand in every title do not.
QSet<QString> titleWords(const QString &title)
{
    static const QSet<QString> common{u"the"_s, u"of"_s, u"and"_s, u"on"_s, u"for"_s, u"in"_s, u"to"_s, u"a"_s,  u"an"_s,
                                      u"eu"_s,  u"rok"_s, u"european"_s, u"union"_s, u"republic"_s, u"korea"_s, u"between"_s};
    QSet<QString> words;
    QString word;
    for (const QChar c : folded(title) + u' ') {
        if (c.isLetterOrNumber()) {
            word += c;
        } else {
            if (!word.isEmpty() && !common.contains(word))
                words.insert(word);
            word.clear();
        }
    }
    return words;
}

/// How much of the instrument's name stands in the title: 1 is all of it.
double titleMatch(const Lookup &lookup, const Instrument &instrument, const QString &title)
{
    const QSet<QString> wanted = titleWords(title);
    double best = 0;
    const auto look = [&](const QString &name) {
        const QSet<QString> words = titleWords(name);
        if (words.size() < 2)
            return;
        const QSet<QString> shared = QSet<QString>(words).intersect(wanted);
        const double both = 2.0 * double(shared.size()) / double(words.size() + wanted.size());
        // A title may say more than the name: all of the name in it counts, the longer name more.
        best = std::max(best, shared.size() == words.size() ? 0.6 + 0.4 * both : both);
    };
    look(instrument.nameEn);
    for (const Name *name : lookup.names(instrument.id.value))
        look(name->text);
    return best;
}

bool sameReference(const QString &text, const model::Document &document)
{
    const QString all = folded(text);
    if (all.isEmpty())
        return false;
    return std::ranges::any_of(document.references + QStringList{document.reference},
                               [&](const QString &reference) { return !reference.isEmpty() && all.contains(folded(reference)); });
}

const Instrument *findInstrument(const Attachment &a)
{
    const Model &model = a.lookup.model();
    for (const Edition &edition : model.all<Edition>()) {
        if (sameReference(edition.reference, a.document))
            return model.find(edition.instrument);
    }
    const Instrument *best = nullptr;
    double match = 0.6; // Below this, two titles are about different things.
    for (const Instrument &instrument : model.all<Instrument>()) {
        if (sameReference(instrument.reference, a.document))
            return &instrument;
        const double here = titleMatch(a.lookup, instrument, a.document.title);
        if (here > match) {
            match = here;
            best = &instrument;
        }
    }
    return best;
}

Instrument newInstrument(const Attachment &a)
{
    Instrument instrument;
    instrument.nameEn = a.document.title;
    instrument.reference = a.document.reference;
    instrument.adopted = a.document.date;
    const QString base = u"ins-"_s + slug(a.document.title).left(40);
    instrument.id.value = base;
    for (int number = 2; a.lookup.model().contains(instrument.id.value); ++number)
        instrument.id.value = base + u'-' + QString::number(number);
    return instrument;
}

/// The edition that this text is: one that waits for its text, else a new one.
Edition editionFor(const Attachment &a, const Instrument &instrument, bool &isNew)
{
    const Model &model = a.lookup.model();
    const auto waits = [&](const Edition &edition) {
        return std::ranges::none_of(model.all<model::Document>(), [&](const model::Document &document) { return document.edition == edition.id; });
    };
    for (const Edition &edition : model.all<Edition>()) {
        const bool meant = sameReference(edition.reference, a.document) || (edition.id == instrument.edition && !a.lookup.textOf(instrument.id));
        if (edition.instrument == instrument.id && meant && waits(edition)) {
            isNew = false;
            return edition;
        }
    }
    isNew = true;
    Edition edition;
    edition.instrument = instrument.id;
    QString name = slug(a.document.reference);
    if (name.isEmpty())
        name = a.document.date.isKnown() ? a.document.date.toIso() : a.document.hash.left(8);
    edition.id.value = instrument.id.value + u'@' + name;
    if (model.find(edition.id))
        edition.id.value += u'-' + a.document.hash.left(6);
    return edition;
}

template<typename T>
void fill(T &field, const T &content)
{
    if (encode(field) == Value())
        field = content;
}

} // namespace

std::vector<Clause> clausesOf(const ReadDocument &read, const Id<Instrument> &instrument, const Id<Edition> &edition, const QString &prefix)
{
    QSet<QString> interrupted;
    for (const Block &block : read.blocks) {
        if (block.role == Role::Gap && !block.parent.isEmpty())
            interrupted.insert(block.parent);
    }
    std::vector<Clause> clauses;
    QSet<QString> labels;
    for (const Block &block : read.blocks) {
        if (block.role != Role::Unit || block.label.isEmpty() || labels.contains(block.label))
            continue;
        Clause clause;
        clause.id.value = prefix + u'/' + block.label;
        clause.instrument = instrument;
        clause.edition = edition;
        clause.label = block.label;
        clause.parent.value = block.parent.isEmpty() || !labels.contains(block.parent) ? QString() : prefix + u'/' + block.parent;
        clause.position = int(clauses.size()) + 1;
        clause.heading = block.heading;
        clause.text = block.text;
        clause.gap = interrupted.contains(block.label);
        labels.insert(block.label);
        clauses.push_back(std::move(clause));
    }
    return clauses;
}

Result<void> attachInstrument(Attachment &a, const Progress &progress)
{
    const Model &model = a.lookup.model();
    const Instrument *known = a.options.into.isEmpty() ? findInstrument(a) : model.find<Instrument>(a.options.into);
    if (!a.options.into.isEmpty() && !known)
        return callError(tr("“%1” is no instrument; the text of an agreement needs one, or none to make it anew.").arg(a.options.into));
    Instrument instrument = known ? *known : newInstrument(a);

    bool editionIsNew = false;
    const Edition before = editionFor(a, instrument, editionIsNew);
    Edition edition = before;
    fill(edition.title, a.document.title);
    fill(edition.reference, a.document.reference);
    fill(edition.date, a.document.date);
    edition.marking = a.document.marking;
    fill(edition.subjectCodes, a.document.subjectCodes);
    fill(edition.previousDocument, a.document.previousDocument);
    fill(edition.released, a.document.released);
    if (editionIsNew)
        a.report.changes.add(edition);
    else
        a.report.changes.update(before, edition);
    a.document.instrument = instrument.id;
    a.document.edition = edition.id;
    if (known && a.lookup.textOf(known->id)) {
        attachEdition(a, instrument, edition, progress);
        return {};
    }

    instrument.edition = edition.id;
    if (known)
        a.report.changes.update(*known, instrument);
    else
        a.report.changes.add(instrument);
    QSet<QString> labels;
    for (Clause &clause : clausesOf(a.read, instrument.id, edition.id, instrument.id.value)) {
        labels.insert(clause.label);
        const Clause *present = model.find(clause.id);
        if (!present) {
            a.report.changes.add(std::move(clause));
            continue;
        }
        // What the map says of it stays; the text gives the rest.
        if (!present->heading.isEmpty())
            clause.heading = present->heading;
        takeRemarks(clause, *present);
        a.report.changes.update(*present, std::move(clause));
    }
    // Shipped clauses that the text does not have keep their place behind the text's own.
    QStringList missing;
    for (const Clause *clause : a.lookup.clauses(instrument.id)) {
        if (!labels.contains(clause->label))
            missing += clause->label;
    }
    if (!missing.isEmpty())
        a.report.notices += tr("The map has clauses that this text lacks: %1.").arg(missing.join(u", "_s));
    return {};
}

} // namespace entente::reading
