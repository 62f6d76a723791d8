#include "app/ententectl/session.h"

#include "core/base/worddiff.h"
#include "core/model/edittext.h"
#include "core/reading/correction.h"
#include "core/reading/editions.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace entente;
using namespace entente::base;

// A text after it was imported: set right by hand, and compared with another edition.

namespace ententectl {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ententectl", text);
}

/// A paragraph by its key, or the one that gave a clause.
Result<QString> paragraphNamed(const Session &session, const model::Lookup &lookup, const QString &word)
{
    auto id = session.resolve(lookup, word);
    if (!id)
        return id.error();
    if (lookup.model().find<model::Paragraph>(*id))
        return id;
    if (const auto *clause = lookup.model().find<model::Clause>(*id)) {
        if (const model::Paragraph *paragraph = model::edits::paragraphOf(lookup.model(), *clause))
            return paragraph->id.value;
        return callError(tr("The text of %1 is not in the map; import it first.").arg(*id));
    }
    return callError(tr("“%1” is no paragraph and no clause; `show` of a document lists its paragraphs.").arg(word.left(80)));
}

Result<model::ChangeSet> correction(const model::Model &model, const QString &paragraph, const QString &step, const QString &value)
{
    if (step == "promote"_L1)
        return reading::promote(model, paragraph);
    if (step == "demote"_L1)
        return reading::demote(model, paragraph);
    if (step == "join"_L1)
        return reading::joinWithPrevious(model, paragraph);
    if (step == "put-back"_L1)
        return reading::putBack(model, paragraph);
    if (value.isEmpty())
        return callError(tr("“%1” is no step that stands alone; there are promote, demote, join, put-back, and with a value split, mark, number, text.").arg(step.left(40)));
    if (step == "split"_L1) {
        bool isNumber = false;
        const int offset = value.toInt(&isNumber);
        // A place is a count of characters, or the words that the second part begins with.
        const auto *row = model.find<model::Paragraph>(paragraph);
        const qsizetype place = isNumber ? offset : row->text.indexOf(value);
        if (place < 0)
            return callError(tr("“%1” does not stand in this paragraph.").arg(value.left(60)));
        return reading::splitAt(model, paragraph, place);
    }
    if (step == "mark"_L1) {
        const auto role = model::fromWord<model::ParagraphRole>(value);
        if (!role)
            return callError(tr("“%1” is nothing that a paragraph can be; say heading, prose, unit, note or set aside.").arg(value.left(40)));
        return reading::markAs(model, paragraph, *role);
    }
    if (step == "number"_L1)
        return reading::relabel(model, paragraph, value);
    if (step == "text"_L1)
        return reading::correctText(model, paragraph, value);
    return callError(tr("“%1” is no correction; there are promote, demote, join, put-back, and with a value split, mark, number, text.").arg(step.left(40)));
}

Result<ExitCode> correct(const Session &session, const Arguments &arguments)
{
    auto map = session.open(arguments.positional[0]);
    if (!map)
        return map.error();
    auto paragraph = paragraphNamed(session, (*map)->lookup(), arguments.positional[1]);
    if (!paragraph)
        return paragraph.error();
    auto changes = correction((*map)->model(), *paragraph, arguments.positional[2], arguments.positional.mid(3).join(u' '));
    if (!changes)
        return changes.error();
    if (auto done = session.submit(**map, *changes); !done)
        return done.error();
    if (arguments.has(u"json"_s))
        session.print(QJsonObject{{u"label"_s, changes->label()}, {u"rows"_s, qint64(changes->rowCount())}, {u"changes"_s, changes->toJson()}});
    else
        session.print(changes->isEmpty() ? tr("Nothing to change.") : changes->label());
    return Done;
}

QString kindWord(WordRun::Kind kind)
{
    return kind == WordRun::Kind::Same ? u"same"_s : kind == WordRun::Kind::Removed ? u"removed"_s : u"added"_s;
}

/// The words of two texts, those that changed between marks: [-gone-] {+new+}.
QJsonArray wordsOf(const QString &before, const QString &after, QString &shown)
{
    QJsonArray runs;
    for (const WordRun &run : wordDifference(before, after)) {
        const QString text = run.kind == WordRun::Kind::Removed ? before.mid(run.oldOffset, run.oldLength) : after.mid(run.newOffset, run.newLength);
        runs.append(QJsonObject{{u"kind"_s, kindWord(run.kind)}, {u"text"_s, text}});
        const QString words = text.trimmed();
        shown += run.kind == WordRun::Kind::Same ? text : (run.kind == WordRun::Kind::Removed ? u"[-%1-] "_s : u"{+%1+} "_s).arg(words);
    }
    return runs;
}

Result<ExitCode> compare(const Session &session, const Arguments &arguments)
{
    auto lookup = session.read(arguments.positional[0]);
    if (!lookup)
        return lookup.error();
    const model::Model &model = (*lookup)->model();
    auto first = session.resolve(**lookup, arguments.positional[1]);
    if (!first)
        return first.error();
    QString before = *first;
    QString after;
    if (const auto *instrument = model.find<model::Instrument>(before)) {
        const auto texts = reading::textsOf(**lookup, instrument->id);
        if (texts.size() < 2)
            return callError(tr("“%1” has fewer than two texts in the map; there is nothing to compare.").arg(before));
        after = texts[0]->id.value;
        before = texts[1]->id.value;
    } else if (arguments.positional.size() > 2) {
        auto second = session.resolve(**lookup, arguments.positional[2]);
        if (!second)
            return second.error();
        after = *second;
    }
    for (const QString &id : {before, after}) {
        if (!model.find<model::Document>(id))
            return callError(tr("Say an instrument with two texts, or two documents; `list MAP documents` shows them."));
    }
    const model::Id<model::Document> oldText(before);
    const model::Id<model::Document> newText(after);
    QHash<QString, QString> oldWords;
    QHash<QString, QString> newWords;
    for (const auto &unit : reading::unitsOf(**lookup, oldText))
        oldWords.insert(unit.label, unit.text);
    for (const auto &unit : reading::unitsOf(**lookup, newText))
        newWords.insert(unit.label, unit.text);
    QJsonArray items;
    std::vector<QStringList> rows;
    for (const reading::Aligned &unit : reading::compareTexts(**lookup, oldText, newText)) {
        QStringList words;
        for (const QString &label : unit.to)
            words += newWords.value(label);
        QString shown;
        const QJsonArray runs = wordsOf(oldWords.value(unit.from), words.join(u' '), shown);
        items.append(QJsonObject{{u"from"_s, unit.from.isEmpty() ? QJsonValue() : QJsonValue(unit.from)},
                                 {u"to"_s, QJsonArray::fromStringList(unit.to)},
                                 {u"verdict"_s, verdictWord(unit.verdict)},
                                 {u"likeness"_s, unit.likeness},
                                 {u"certain"_s, unit.certain},
                                 {u"words"_s, runs}});
        const bool unchanged = unit.verdict == reading::Verdict::Same || unit.verdict == reading::Verdict::Renumbered;
        rows.push_back({unit.from, unit.to.join(u", "_s), verdictWord(unit.verdict), unchanged ? QString() : shown.trimmed()});
    }
    if (arguments.has(u"json"_s))
        session.print(QJsonObject{{u"before"_s, before}, {u"after"_s, after}, {u"items"_s, items}});
    else
        session.printTable({tr("from"), tr("to"), tr("verdict"), tr("words")}, rows);
    return Done;
}

} // namespace

std::vector<Command> correctingCommands()
{
    return {
        {u"correct"_s,
         u"MAP PARAGRAPH|CLAUSE promote|demote|join|put-back|split PLACE|mark ROLE|number N|text WORDS"_s,
         tr("sets right how an imported text was read, one undoable step"),
         {3, -1, {}, {}, {u"json"_s}},
         correct},
        {u"compare"_s, u"MAP INSTRUMENT | MAP DOCUMENT DOCUMENT"_s, tr("two editions of a text, clause by clause, with the words that changed"),
         {2, 3, {}, {}, {u"json"_s}}, compare},
    };
}

} // namespace ententectl
