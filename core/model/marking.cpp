#include "core/model/marking.h"

#include <QSet>

namespace entente::model {

using namespace Qt::StringLiterals;

namespace {

const Marking *knownMarking(const Model &model, const QString &marking)
{
    for (const Marking &known : model.all<Marking>()) {
        // LIMITE and Limited are two markings; public and Public are one.
        if (known.id.value.compare(marking.trimmed(), Qt::CaseInsensitive) == 0)
            return &known;
    }
    return nullptr;
}

} // namespace

int markingRank(const Model &model, const QString &marking)
{
    if (marking.trimmed().isEmpty())
        return 0;
    if (const Marking *known = knownMarking(model, marking))
        return known->rank;
    return std::numeric_limits<int>::max();
}

bool isKnownMarking(const Model &model, const QString &marking)
{
    return marking.trimmed().isEmpty() || knownMarking(model, marking);
}

QString higherMarking(const Model &model, const QString &one, const QString &other)
{
    const int first = markingRank(model, one);
    const int second = markingRank(model, other);
    if (first == second)
        return one.isEmpty() ? other : other.isEmpty() ? one : std::min(one, other);
    return first > second ? one : other;
}

QString markingOfMap(const Model &model)
{
    QString marking;
    for (const Document &document : model.all<Document>())
        marking = higherMarking(model, marking, document.marking);
    for (const Edition &edition : model.all<Edition>())
        marking = higherMarking(model, marking, edition.marking);
    return marking.isEmpty() ? u"public"_s : marking;
}

QString markingOf(const Lookup &lookup, const QStringList &records)
{
    const Model &model = lookup.model();
    QString marking;
    const auto take = [&](const QString &other) { marking = higherMarking(model, marking, other); };
    const auto takeEvidence = [&](const QString &record) {
        for (const Evidence *evidence : lookup.evidence(record)) {
            const Passage *passage = model.find<Passage>(evidence->origin.value);
            const Document *document = passage ? model.find(passage->document) : nullptr;
            if (document)
                take(document->marking);
        }
    };
    for (const QString &record : records) {
        takeEvidence(record);
        if (const Document *document = model.find<Document>(record))
            take(document->marking);
        const Clause *clause = model.find<Clause>(record);
        if (const Edition *edition = clause && !clause->text.isEmpty() ? model.find(clause->edition) : nullptr)
            take(edition->marking);
        if (const Instrument *instrument = model.find<Instrument>(record)) {
            if (const Edition *edition = model.find(instrument->edition))
                take(edition->marking);
        }
    }
    return marking.isEmpty() ? u"public"_s : marking;
}

} // namespace entente::model
