#include "core/coverage/explanation.h"
#include "core/model/relationtypes.h"
#include "ui/inspector/sheet.h"
#include "ui/words.h"

#include <QCoreApplication>

namespace entente::ui::sheets {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::ui::sheets", text);
}

} // namespace

void describeClause(Sheet &sheet, const Lookup &lookup, const Clause &clause, const SheetOptions &options)
{
    SheetSection promise{tr("In own words"), {}, {}};
    if (!clause.summary.isEmpty())
        promise.items.push_back({.form = SheetItem::Text, .runs = {{clause.summary}}});
    if (!clause.heading.isEmpty())
        promise.items.push_back(fact(tr("Heading"), clause.heading));
    if (!clause.area.isEmpty())
        promise.items.push_back(fact(tr("Area"), Runs{link(lookup, clause.area.value)}));
    if (!clause.parent.isEmpty())
        promise.items.push_back(fact(tr("Under"), Runs{link(lookup, clause.parent.value)}));
    QStringList types;
    for (const QString &type : clause.commitment)
        types += shown(type);
    promise.items.push_back(fact(tr("Promise"), types.join(u", "_s)));
    promise.items.push_back(fact(tr("Verb"), clause.operativeVerb));
    put(sheet, std::move(promise));

    const coverage::Coverage coverage = coverage::coverageOf(lookup, clause.instrument, options.asOf);
    if (const coverage::ClauseState *found = coverage.find(clause.id.value)) {
        SheetSection state{tr("State"), {{tr("on %1").arg(dateInWords(options.asOf)), {}, Run::Faint}}, {}};
        Runs words{{capitalised(shown(found->progress())), {}, Run::Strong}};
        if (found->judgement && found->judgement->progress != found->computed)
            words.push_back({u"  "_s + tr("computed: %1").arg(shown(found->computed)), {}, Run::Subtle});
        state.items.push_back({.form = SheetItem::Text, .runs = std::move(words)});
        for (const QString &sentence : coverage::explanation(lookup, coverage, *found))
            state.items.push_back({.form = SheetItem::Text, .runs = {{sentence, {}, Run::Subtle}}});
        put(sheet, std::move(state));
    }

    SheetSection text{tr("Text"), {}, {}};
    if (!clause.text.isEmpty()) {
        text.items.push_back({.form = SheetItem::Text, .runs = {{clause.text}}});
        if (lookup.textOf(clause.instrument))
            text.aside.push_back({tr("show in the text"), {Target::Text, clause.id.value}});
    } else {
        text.items.push_back({.form = SheetItem::Text,
                              .runs = {{tr("The text of this instrument is not in the map. "), {}, Run::Subtle},
                                       {tr("Import it…"), {Target::Command, u"import"_s}}}});
    }
    if (clause.gap)
        text.items.push_back({.form = SheetItem::Text, .runs = {{tr("Part of this clause was not released."), {}, Run::Warn}}});
    put(sheet, std::move(text));

    put(sheet, ties(lookup, clause.id.value));

    SheetSection raised{tr("Raised at"), {}, {}};
    for (const Relation *relation : lookup.incoming(clause.id.value, relation::raises))
        raised.items.push_back({.form = SheetItem::Text, .runs = {link(lookup, relation->source.value)}});
    put(sheet, std::move(raised));

    put(sheet, passages(lookup, {clause.id.value}, options));
    put(sheet, knownFrom(lookup, clause.id.value, options));
}

} // namespace entente::ui::sheets
