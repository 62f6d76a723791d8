#include "core/coverage/findings.h"

#include "core/base/text.h"
#include "core/coverage/findingrules.h"
#include "core/model/validation.h"

#include <QCoreApplication>

#include <algorithm>

namespace entente::coverage {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::coverage", text);
}

} // namespace

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return u"note"_s;
    case Severity::Attention:
        return u"attention"_s;
    case Severity::Problem:
        break;
    }
    return u"problem"_s;
}

QString waiverKey(const QString &rule, const QStringList &records)
{
    return contentKey(u"fnd"_s, QStringList{rule} + records);
}

const std::vector<FindingRule> &findingRules()
{
    static const std::vector<FindingRule> rules = [] {
        std::vector<FindingRule> list;
        for (const Rule &rule : allRules())
            list.push_back({rule.word, rule.explanation});
        return list;
    }();
    return rules;
}

std::vector<Finding> findingsOf(const Lookup &lookup, const QDate &asOf, const Progress &progress)
{
    const Facts facts(lookup, asOf, progress);
    std::vector<Finding> findings;
    const auto &rules = allRules();
    for (std::size_t i = 0; i < rules.size() && !progress.isCancelled(); ++i) {
        progress.report(int(i), int(rules.size()), rules[i].explanation);
        std::vector<Finding> found;
        rules[i].look(facts, found);
        for (Finding &finding : found) {
            finding.rule = rules[i].word;
            finding.id = waiverKey(finding.rule, finding.records);
            if (const Waiver *waiver = lookup.model().find<Waiver>(finding.id))
                finding.waiver = *waiver;
            findings.push_back(std::move(finding));
        }
    }
    std::ranges::stable_sort(findings, [](const Finding &a, const Finding &b) { return a.severity > b.severity; });
    return findings;
}

Result<ChangeSet> waive(const Model &model, const Finding &finding, const QString &who, const QDate &day, const QString &reason)
{
    Waiver waiver;
    waiver.id.value = finding.id;
    waiver.rule = finding.rule;
    waiver.records = finding.records;
    waiver.who = simplified(cleanText(who));
    waiver.date = PartialDate(day);
    waiver.reason = simplified(cleanText(reason));
    if (waiver.reason.isEmpty() || waiver.who.isEmpty())
        return callError(tr("Say who lets this finding stand, and why."));
    ChangeSet changes(tr("let a finding stand"));
    if (const Waiver *present = model.find(waiver.id))
        changes.update(*present, waiver);
    else
        changes.add(waiver);
    if (auto valid = validate(model, changes); !valid)
        return valid.error();
    return changes;
}

Result<ChangeSet> unwaive(const Model &model, const QString &findingId)
{
    const Waiver *waiver = model.find<Waiver>(findingId);
    if (!waiver)
        return callError(tr("No waiver stands for “%1”.").arg(findingId.left(60)));
    ChangeSet changes(tr("take a waiver back"));
    changes.remove(*waiver);
    return changes;
}

} // namespace entente::coverage
