#include "core/exchange/citation.h"

#include "core/base/text.h"

namespace entente::exchange {

using namespace Qt::StringLiterals;

namespace {

/// Spaces inside a number do not count, neither do words for "clause" before it.
QString labelOf(QString text)
{
    for (const auto word : {"clause"_L1, "paragraph"_L1, "para"_L1, "article"_L1, "art."_L1, "point"_L1}) {
        if (text.startsWith(word, Qt::CaseInsensitive))
            text = text.mid(word.size()).trimmed();
    }
    if (text.startsWith(u'§'))
        text = text.mid(1);
    return text.remove(u' ');
}

bool isCalled(const Instrument &instrument, const QString &name)
{
    return folded(instrument.id.value) == name || folded(instrument.abbreviation) == name || folded(instrument.nameEn) == name;
}

} // namespace

QString citedRecord(const Lookup &lookup, const QString &citation)
{
    const QString text = simplified(citation);
    if (text.isEmpty())
        return {};
    if (lookup.model().contains(text))
        return text;
    const qsizetype slash = text.indexOf(u'/');
    for (qsizetype cut = slash >= 0 ? slash : text.indexOf(u' '); cut > 0; cut = slash >= 0 ? -1 : text.indexOf(u' ', cut + 1)) {
        const QString name = folded(text.left(cut)).trimmed();
        const QString label = labelOf(text.mid(cut + 1).trimmed());
        for (const Instrument &instrument : lookup.model().all<Instrument>()) {
            if (!isCalled(instrument, name))
                continue;
            for (const Clause *clause : lookup.clauses(instrument.id)) {
                if (clause->label.compare(label, Qt::CaseInsensitive) == 0)
                    return clause->id.value;
            }
        }
    }
    return {};
}

} // namespace entente::exchange
