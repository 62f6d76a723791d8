#include "app/ententectl/session.h"

#include "core/base/text.h"
#include "core/coverage/explanation.h"
#include "core/coverage/findings.h"
#include "core/coverage/json.h"
#include "core/coverage/judging.h"
#include "core/coverage/progress.h"
#include "core/coverage/series.h"
#include "core/model/asof.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace entente;
using namespace entente::base;

namespace ententectl {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ententectl", text);
}

/// What a reader of every state must know about the day; empty where the text was adopted by then.
QString noteOn(const coverage::Coverage &result)
{
    if (!result.asOf.isValid() || !result.adopted.isKnown() || model::mayBeBy(result.adopted, result.asOf))
        return {};
    return tr("On %1 the text was not adopted yet; that was on %2.").arg(dateInWords(result.asOf), result.adopted.toWords());
}

QJsonObject explained(const model::Lookup &lookup, const coverage::Coverage &result)
{
    QJsonObject json = coverage::toJson(result);
    QJsonArray clauses = json[u"clauses"].toArray();
    for (qsizetype i = 0; i < clauses.size(); ++i) {
        QJsonObject clause = clauses[i].toObject();
        clause.insert(u"explanation"_s, QJsonArray::fromStringList(coverage::explanation(lookup, result, result.clauses[std::size_t(i)])));
        clauses[i] = clause;
    }
    json.insert(u"clauses"_s, clauses);
    if (const QString note = noteOn(result); !note.isEmpty())
        json.insert(u"note"_s, note);
    return json;
}

/// `14(d): Kim judged it delivered on 3 Mar 2026: the text is signed. Computed: not raised.`
QString judgementInWords(const coverage::ClauseState &state)
{
    const model::Judgement &judgement = *state.judgement;
    const QString who = judgement.who.isEmpty() ? tr("Somebody") : judgement.who;
    const QString when = judgement.date.isKnown() ? tr(" on %1").arg(judgement.date.toWords()) : QString();
    const QString why = judgement.reason.isEmpty() ? tr("no reason given") : judgement.reason;
    const QString computed = model::wordOf(state.computed);
    return tr("%1: %2 judged it %3%4: %5. Computed: %6.").arg(state.label, who, model::wordOf(judgement.progress), when, why, computed);
}

/// A long text over several lines of the terminal, indented under what it belongs to.
QString wrapped(const QString &text)
{
    constexpr qsizetype widest = 96;
    constexpr auto indent = "    "_L1;
    QString lines;
    QString line;
    for (const QString &word : simplified(text).split(u' ')) {
        if (!line.isEmpty() && line.size() + word.size() >= widest) {
            lines += indent + line + u'\n';
            line.clear();
        }
        line += line.isEmpty() ? word : u' ' + word;
    }
    return lines + indent + line;
}

/// What every question here begins with: the map, and the day that is asked about.
struct Question
{
    std::shared_ptr<const model::Lookup> lookup;
    QDate asOf;
};

Result<Question> questionOf(const Session &session, const Arguments &arguments)
{
    auto asOf = session.asOf(arguments);
    if (!asOf)
        return asOf.error();
    auto lookup = session.read(arguments.positional[0]);
    if (!lookup)
        return lookup.error();
    return Question{*lookup, *asOf};
}

Result<ExitCode> showCoverage(const Session &session, const Arguments &arguments)
{
    auto question = questionOf(session, arguments);
    if (!question)
        return question.error();
    const auto &[lookup, asOf] = *question;
    QString wanted = arguments.value(u"instrument"_s);
    if (wanted.isEmpty())
        return callError(tr("Say which instrument with --instrument ID; `list MAP instruments` shows them."));
    auto id = session.resolve(*lookup, wanted);
    if (!id)
        return id.error();
    if (!lookup->model().find<model::Instrument>(*id))
        return callError(tr("“%1” is no instrument; `list MAP instruments` shows them.").arg(wanted.left(80)));
    const coverage::Coverage result = coverage::coverageOf(*lookup, model::Id<model::Instrument>(*id), asOf);
    if (arguments.has(u"json"_s)) {
        session.print(explained(*lookup, result));
        return Done;
    }
    if (const QString note = noteOn(result); !note.isEmpty())
        session.print(note);
    QStringList judgements;
    std::vector<QStringList> rows;
    for (const coverage::ClauseState &state : result.clauses) {
        QStringList responsible;
        for (const QString &dialogue : state.responsible)
            responsible += lookup->shortTitle(dialogue);
        const QString touched = state.lastTouched.isKnown() ? state.lastTouched.toWords() : state.lastTouchedKnown ? tr("never") : tr("not known");
        const QString progress = state.judgement ? tr("%1 (judged)").arg(model::wordOf(state.progress())) : model::wordOf(state.progress());
        if (state.judgement)
            judgements += judgementInWords(state);
        rows.push_back({state.label, progress, model::wordOf(state.knowledge), touched, responsible.join(u", "_s)});
    }
    session.printTable({tr("clause"), tr("progress"), tr("knowledge"), tr("last touched"), tr("responsible")}, rows);
    for (const QString &judgement : std::as_const(judgements))
        session.print(judgement);
    return Done;
}

Result<ExitCode> showSeries(const Session &session, const Arguments &arguments)
{
    auto question = questionOf(session, arguments);
    if (!question)
        return question.error();
    const auto &[lookup, asOf] = *question;
    const std::vector<coverage::Series> series = coverage::allSeries(*lookup, asOf);
    if (arguments.has(u"json"_s)) {
        session.print(coverage::toJson(series));
        return Done;
    }
    for (const coverage::Series &one : series)
        session.print(u"%1 (%2): %3"_s.arg(lookup->shortTitle(one.dialogue), one.dialogue, one.sentence));
    return Done;
}

Result<ExitCode> showFindings(const Session &session, const Arguments &arguments)
{
    auto question = questionOf(session, arguments);
    if (!question)
        return question.error();
    const auto &[lookup, asOf] = *question;
    const std::vector<coverage::Finding> findings = coverage::findingsOf(*lookup, asOf);
    if (arguments.has(u"json"_s)) {
        session.print(coverage::toJson(findings));
        return Done;
    }
    // The reasons are sentences that no column holds.
    for (const coverage::Finding &finding : findings) {
        session.print(u"%1  %2  %3"_s.arg(finding.id, coverage::severityWord(finding.severity), finding.rule));
        session.print(wrapped(finding.reason));
        if (finding.waiver)
            session.print(wrapped(tr("Stands: %1 (%2)").arg(finding.waiver->reason, finding.waiver->who)));
    }
    if (findings.empty())
        session.print(tr("Nothing to look at."));
    return Done;
}

/// Opens the map, makes the edit with it and saves; then says what was done.
template<typename Edit>
Result<ExitCode> change(const Session &session, const Arguments &arguments, const QString &done, Edit edit)
{
    auto asOf = session.asOf(arguments);
    if (!asOf)
        return asOf.error();
    auto map = session.open(arguments.positional[0]);
    if (!map)
        return map.error();
    Result<model::ChangeSet> changes = edit(**map, *asOf);
    if (!changes)
        return changes.error();
    if (auto submitted = session.submit(**map, *changes); !submitted)
        return submitted.error();
    session.print(done);
    return Done;
}

QString whoOf(const Session &session, const Arguments &arguments)
{
    const QString who = arguments.value(u"who"_s);
    return who.isEmpty() ? session.place().author : who;
}

Result<ExitCode> waiveFinding(const Session &session, const Arguments &arguments)
{
    const bool opens = arguments.has(u"open"_s);
    const QString done = opens ? tr("The finding is open again.") : tr("The finding stands, with your reason.");
    return change(session, arguments, done, [&](const Document &map, const QDate &asOf) -> Result<model::ChangeSet> {
        const QString id = arguments.positional[1];
        if (opens)
            return coverage::unwaive(map.model(), id);
        const std::vector<coverage::Finding> findings = coverage::findingsOf(map.lookup(), asOf);
        const auto finding = std::ranges::find(findings, id, &coverage::Finding::id);
        if (finding == findings.end())
            return callError(tr("There is no finding “%1” on that day; `findings MAP` lists them.").arg(id.left(60)));
        return coverage::waive(map.model(), *finding, whoOf(session, arguments), QDate::currentDate(), arguments.value(u"reason"_s));
    });
}

/// The judgement of a clause that holds on a day.
const model::Judgement *judgementOf(const coverage::Coverage &coverage, const QString &clause)
{
    const coverage::ClauseState *state = coverage.find(clause);
    return state && state->judgement ? &*state->judgement : nullptr;
}

Result<ExitCode> judgeClause(const Session &session, const Arguments &arguments)
{
    const bool takesBack = arguments.has(u"take-back"_s);
    const QString done = takesBack ? tr("The judgement is taken back; the computed state stands again.")
                                   : tr("The judgement stands, beside the computed state.");
    return change(session, arguments, done, [&](const Document &map, const QDate &asOf) -> Result<model::ChangeSet> {
        auto id = session.resolve(map.lookup(), arguments.positional[1]);
        if (!id)
            return id.error();
        const auto *clause = map.model().find<model::Clause>(*id);
        if (!clause)
            return callError(tr("“%1” is no clause; `list MAP clauses` shows them.").arg(id->left(80)));
        if (takesBack) {
            const coverage::Coverage coverage = coverage::coverageOf(map.lookup(), clause->instrument, asOf);
            const model::Judgement *judgement = judgementOf(coverage, *id);
            if (!judgement)
                return callError(tr("Nobody judged clause %1 by that day.").arg(clause->label));
            return coverage::takeJudgementBack(map.model(), judgement->id);
        }
        const QString word = arguments.positional.value(2);
        const auto state = model::fromWord<model::ProgressState>(word);
        if (!state)
            return callError(tr("“%1” is no state; say one of: %2.").arg(word.left(40), model::allWords<model::ProgressState>()));
        return coverage::judge(map.model(), clause->id, *state, whoOf(session, arguments),
                               arguments.has(u"as-of"_s) ? asOf : QDate::currentDate(), arguments.value(u"reason"_s));
    });
}

} // namespace

std::vector<Command> coverageCommands()
{
    return {
        {u"coverage"_s, u"MAP --instrument ID [--as-of D]"_s, tr("clause × meeting cells and the state of every clause, with evidence"),
         {1, 1, {u"instrument"_s, u"as-of"_s}, {}, {u"json"_s}}, showCoverage},
        {u"series"_s, u"MAP [--as-of D]"_s, tr("per dialogue: stated rhythm, rounds held, gaps, next due, overdue days"),
         {1, 1, {u"as-of"_s}, {}, {u"json"_s}}, showSeries},
        {u"findings"_s, u"MAP [--as-of D]"_s, tr("the worklist: rule, severity, reason, records"),
         {1, 1, {u"as-of"_s}, {}, {u"json"_s}}, showFindings},
        {u"waive"_s, u"MAP FINDING (--reason WORDS [--who NAME] | --open) [--as-of D]"_s, tr("lets a finding stand with a reason, or opens it again"),
         {2, 2, {u"reason"_s, u"who"_s, u"as-of"_s}, {}, {u"open"_s}}, waiveFinding},
        {u"judge"_s, u"MAP CLAUSE (STATE --reason WORDS [--who NAME] | --take-back) [--as-of D]"_s,
         tr("your own judgement of a clause from that day on, beside the computed state; or takes it back"),
         {2, 3, {u"reason"_s, u"who"_s, u"as-of"_s}, {}, {u"take-back"_s}}, judgeClause},
    };
}

} // namespace ententectl
