#include "core/model/marking.h"
#include "core/model/relationtypes.h"
#include "ui/inspector/sheet.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QSet>
#include <QUrl>

namespace entente::ui::sheets {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t passagesShown = 6;
constexpr std::size_t linksShown = 8;

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::ui::sheets", text);
}

/// The glyph of a level where text stands: the same order as the marks of the matrix.
QString levelGlyph(CoverageLevel level)
{
    switch (level) {
    case CoverageLevel::None:
        return {};
    case CoverageLevel::Mentioned:
        return u"•"_s;
    case CoverageLevel::Discussed:
        return u"◐"_s;
    case CoverageLevel::FollowUpAgreed:
        return u"▶"_s;
    case CoverageLevel::Delivered:
        return u"✔"_s;
    }
    return {};
}

void appendConfidence(Runs &runs, const Lookup &lookup, const Relation &relation)
{
    if (lookup.evidence(relation.id.value).empty())
        runs.push_back({u" ? "_s + tr("no source"), {Target::Record, relation.id.value}, Run::Warn});
    else if (relation.confidence == Confidence::Inferred)
        runs.push_back({u" ○ "_s + shown(relation.confidence), {Target::Record, relation.id.value}});
    else if (relation.confidence == Confidence::Disputed)
        runs.push_back({u" ⊗ "_s + shown(relation.confidence), {Target::Record, relation.id.value}, Run::Warn});
}

/// Types that are told elsewhere on the sheet.
bool isTold(const QString &type)
{
    return type == relation::raises || type == relation::mentions || type == relation::notToBeConfusedWith;
}

SheetItem card(const Lookup &lookup, const Evidence &evidence, const Passage &passage)
{
    SheetItem item{.form = SheetItem::Card};
    const QString unit = passage.label.isEmpty() ? tr("passage") : u"¶ "_s + passage.label;
    item.head.push_back({unit, {Target::Passage, passage.id.value}, Run::Strong});
    if (const auto *relation = lookup.model().find<Relation>(evidence.subject.value)) {
        for (const AnyId &end : {relation->source, relation->target}) {
            if (lookup.model().find<Clause>(end.value)) {
                item.head.push_back({u"  "_s});
                item.head.push_back(link(lookup, end.value, true));
            }
        }
    }
    if (evidence.level != CoverageLevel::None)
        item.head.push_back({u"  "_s + levelGlyph(evidence.level) + u' ' + shown(evidence.level)});
    const Knowledge known = lookup.knowledge(evidence.subject.value);
    item.aside.push_back({shown(known == Knowledge::None ? Knowledge::Documented : known), {}, Run::Faint});
    item.runs.push_back({u"“"_s + passage.quote + u"”"_s, {Target::Passage, passage.id.value}, Run::Quote});
    item.label = evidence.reason;
    return item;
}

} // namespace

SheetSection ties(const Lookup &lookup, const QString &record)
{
    SheetSection section{tr("Ties"), {}, {}};
    const auto item = [&](const RelationType &type, const std::vector<const Relation *> &relations, bool outgoing) {
        if (relations.empty())
            return;
        Runs runs;
        for (std::size_t i = 0; i < relations.size() && i < linksShown; ++i) {
            if (i > 0)
                runs.push_back({u" · "_s, {}, Run::Faint});
            const Relation &relation = *relations[i];
            runs.push_back(link(lookup, (outgoing ? relation.target : relation.source).value, relations.size() > 2));
            appendConfidence(runs, lookup, relation);
        }
        if (relations.size() > linksShown)
            runs.push_back({u" · "_s + tr("and %1 more").arg(relations.size() - linksShown), {Target::Command, u"unfold"_s}});
        section.items.push_back(fact(capitalised(shown(outgoing ? type.word : type.inverse)), std::move(runs)));
    };
    for (const RelationType &type : relationTypes()) {
        if (isTold(type.word))
            continue;
        const std::vector<const Relation *> away = lookup.outgoing(record, type.word);
        const std::vector<const Relation *> here = lookup.incoming(record, type.word);
        if (type.symmetric) {
            // A symmetric line reads the same from both ends.
            Runs runs;
            for (const bool outgoing : {true, false}) {
                for (const Relation *relation : outgoing ? away : here) {
                    if (runs.size() > 3 * linksShown)
                        break;
                    if (!runs.empty())
                        runs.push_back({u" · "_s, {}, Run::Faint});
                    runs.push_back(link(lookup, (outgoing ? relation->target : relation->source).value, away.size() + here.size() > 2));
                    appendConfidence(runs, lookup, *relation);
                }
            }
            section.items.push_back(fact(capitalised(shown(type.word)), std::move(runs)));
            continue;
        }
        item(type, away, true);
        item(type, here, false);
    }
    return section;
}

SheetSection passages(const Lookup &lookup, const QStringList &subjects, const SheetOptions &options)
{
    SheetSection section{tr("Passages"), {}, {}};
    QSet<QString> seen;
    std::vector<SheetItem> cards;
    const auto takeFrom = [&](const QString &subject) {
        for (const Evidence *evidence : lookup.evidence(subject)) {
            const auto *passage = lookup.model().find<Passage>(evidence->origin.value);
            if (!passage || seen.contains(evidence->id.value))
                continue;
            seen.insert(evidence->id.value);
            cards.push_back(card(lookup, *evidence, *passage));
        }
    };
    for (const QString &subject : subjects) {
        takeFrom(subject);
        for (const Relation *relation : lookup.outgoing(subject))
            takeFrom(relation->id.value);
        for (const Relation *relation : lookup.incoming(subject))
            takeFrom(relation->id.value);
    }
    if (!cards.empty())
        section.aside.push_back({QString::number(cards.size()), {}, Run::Faint});
    const bool all = options.unfolded.contains(section.title);
    for (std::size_t i = 0; i < cards.size() && (all || i < passagesShown); ++i)
        section.items.push_back(std::move(cards[i]));
    if (!all && cards.size() > passagesShown)
        section.items.push_back(
            {.form = SheetItem::Text,
             .runs = {{tr("%1 more passages").arg(cards.size() - passagesShown), {Target::Command, u"unfold:"_s + section.title}}}});
    return section;
}

SheetSection knownFrom(const Lookup &lookup, const QString &record, const SheetOptions &options)
{
    SheetSection section{tr("Known from"), {}, {}};
    const auto evidence = lookup.evidence(record);
    section.aside.push_back({shown(lookup.knowledge(record)), {}, Run::Faint});
    const bool all = options.unfolded.contains(section.title);
    std::size_t count = 0;
    for (const Evidence *entry : evidence) {
        const auto *source = lookup.model().find<Source>(entry->origin.value);
        if (!source)
            continue;
        if (!all && count++ >= passagesShown)
            continue;
        const QString host = QUrl(source->address).host();
        Runs runs{
            {source->title.isEmpty() ? (host.isEmpty() ? source->address : host) : source->title, {Target::Address, source->address}}};
        QStringList facts{shown(source->kind)};
        if (source->date.isKnown())
            facts += source->date.toWords();
        runs.push_back({u" · "_s + facts.join(u", "_s), {}, Run::Faint});
        if (!entry->reason.isEmpty())
            runs.push_back({u"\n"_s + entry->reason, {}, Run::Subtle});
        section.items.push_back({.form = SheetItem::Text, .runs = std::move(runs)});
    }
    if (!all && count > passagesShown)
        section.items.push_back(
            {.form = SheetItem::Text,
             .runs = {{tr("%1 more sources").arg(count - passagesShown), {Target::Command, u"unfold:"_s + section.title}}}});
    return section;
}

SheetSection commitments(const std::vector<const Commitment *> &list, const QDate &asOf)
{
    SheetSection section{tr("Commitments"), {{QString::number(list.size()), {}, Run::Faint}}, {}};
    for (const Commitment *commitment : list) {
        Runs runs{{u"C  "_s, {}, Run::Strong}, {commitment->summary, {Target::Record, commitment->id.value}}};
        QStringList facts{shown(commitment->state)};
        bool late = false;
        if (commitment->due.isKnown()) {
            facts.prepend(tr("due %1").arg(commitment->due.toWords()));
            const qint64 days = commitment->due.last().daysTo(asOf);
            late = days > 0 && commitment->state == CommitmentState::Open;
            if (late)
                facts += tr("%1 days ago").arg(days);
        }
        if (commitment->proof.isEmpty() && commitment->state == CommitmentState::Delivered)
            facts += tr("no proof yet");
        runs.push_back({u"\n"_s + facts.join(u" · "_s), {}, late ? Run::Warn : Run::Subtle});
        section.items.push_back({.form = SheetItem::Text, .runs = std::move(runs)});
    }
    return section;
}

} // namespace entente::ui::sheets
