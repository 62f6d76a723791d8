#include "core/reading/attachmeeting.h"

#include "core/base/text.h"
#include "core/reading/dialoguenames.h"
#include "core/reading/steps.h"
#include "core/reading/words.h"

#include <QSet>

#include <algorithm>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

/// What a series is called, apart from whose it is and of which kind: the words that carry its subject, and the noun of its kind.
struct Core
{
    QSet<QString> subject;
    QString noun;
};

Core coreOf(const QString &name)
{
    static const QSet<QString> common = {u"eu"_s,        u"rok"_s,       u"european"_s,    u"union"_s,       u"republic"_s,
                                         u"korea"_s,     u"korean"_s,    u"south"_s,       u"annual"_s,      u"regular"_s,
                                         u"high"_s,      u"level"_s,     u"joint"_s,       u"formal"_s,      u"bilateral"_s,
                                         u"official"_s,  u"special"_s,   u"specialised"_s, u"specialized"_s, u"senior"_s,
                                         u"officials"_s, u"inaugural"_s, u"series"_s,      u"policy"_s,      u"ministerial"_s};
    static const QSet<QString> nouns = {u"dialogue"_s, u"dialog"_s,     u"dialogues"_s, u"consultation"_s, u"consultations"_s,
                                        u"meeting"_s,  u"committee"_s,  u"council"_s,   u"summit"_s,       u"talks"_s,
                                        u"forum"_s,    u"conference"_s, u"seminar"_s,   u"exchange"_s,     u"group"_s,
                                        u"workshop"_s, u"session"_s};
    Core core;
    for (const Word &word : findWords(name)) {
        if (nouns.contains(word.text))
            core.noun = stem(word.text);
        else if (!common.contains(word.text) && !isStopWord(word.text) && word.text != u"working")
            core.subject.insert(stem(word.text));
    }
    return core;
}

/// A Korean name without the parties, spaces and dashes: `한-EU 사이버정책협의회` and `한·EU 사이버 정책협의회` are the same.
QString koreanCore(QString name)
{
    static const QRegularExpression parties(
        uR"(^(?:한국|한|대한민국|EU|유럽연합|유럽)(?:\(EU\))?\s?[-–‑·∙‧ㆍ・/]?\s?(?:EU|유럽연합|유럽|한국|한)(?:\(EU\))?\s*)"_s);
    static const QRegularExpression marks(uR"([\s·∙‧ㆍ・\-–()/]|제?\d+차)"_s);
    return name.remove(parties).remove(marks);
}

void addOnce(std::vector<const Dialogue *> &dialogues, const Dialogue *dialogue)
{
    if (dialogue && std::ranges::find(dialogues, dialogue) == dialogues.end())
        dialogues.push_back(dialogue);
}

struct Search
{
    std::vector<const Dialogue *> same;
    std::vector<const Dialogue *> like;
};

/// The dialogues that the words name. Words of a subject beside the name make another series: "Joint Committee on Aviation".
Search search(const Attachment &a, const QString &text, bool isName)
{
    const Model &model = a.lookup.model();
    Search result;
    std::vector<KnownName> names;
    std::ranges::copy_if(a.names, std::back_inserter(names), [](const KnownName &name) { return name.kind == "dialogue"_L1; });
    if (isKorean(text)) {
        const QString wanted = koreanCore(text);
        qsizetype longest = 0;
        for (const KnownName &name : names) {
            for (const QString &form : QStringList{name.text} + (isKorean(name.text) ? dialogueForms(name.text) : QStringList())) {
                const QString known = koreanCore(form);
                if (known.size() < 3 || !isKorean(form) || !(isName ? known == wanted : wanted.contains(known)))
                    continue;
                if (known.size() > longest)
                    result.same.clear();
                longest = std::max(longest, known.size());
                if (known.size() == longest)
                    addOnce(result.same, model.find<Dialogue>(name.record));
            }
        }
        return result;
    }
    qsizetype longest = 0;
    for (const auto &found : NameFinder(names).find(text)) {
        if (found.length < longest)
            continue;
        if (found.length > longest)
            result.same.clear();
        longest = found.length;
        addOnce(result.same, model.find<Dialogue>(found.record));
    }
    if (!isName)
        return result;
    const Core wanted = coreOf(text);
    std::vector<const Dialogue *> exact;
    for (const KnownName &name : names) {
        const Core known = coreOf(name.text);
        if (known.subject.isEmpty() || known.subject != wanted.subject)
            continue;
        addOnce(known.noun == wanted.noun ? exact : result.like, model.find<Dialogue>(name.record));
    }
    if (result.same.empty()) {
        result.same = exact;
        return result;
    }
    const auto leavesWords = [&](const Dialogue *dialogue) {
        return std::ranges::none_of(names, [&](const KnownName &name) {
            return name.record == dialogue->id.value && coreOf(name.text).subject.contains(wanted.subject);
        });
    };
    std::vector<const Dialogue *> kept;
    for (const Dialogue *dialogue : result.same) {
        if (leavesWords(dialogue) && !wanted.subject.isEmpty())
            addOnce(result.like, dialogue);
        else
            kept.push_back(dialogue);
    }
    result.same = kept;
    return result;
}

/// Whether the dialogue has a round with this number on this day.
bool hasRound(const Attachment &a, const Dialogue &dialogue)
{
    const ReadMeeting &read = *a.read.meeting;
    return std::ranges::any_of(a.lookup.meetings(dialogue.id), [&](const Meeting *meeting) {
        const bool day = read.start.isKnown() && meeting->start.isKnown() && mayBeOneDate(read.start, meeting->start);
        return day && (!read.ordinal || !meeting->ordinal || read.ordinal == meeting->ordinal);
    });
}

} // namespace

PlacedDialogue findDialogue(const Attachment &a)
{
    PlacedDialogue placed;
    placed.dialogue = a.lookup.model().find<Dialogue>(a.options.into);
    if (placed.dialogue || !a.read.meeting)
        return placed;
    const ReadMeeting &read = *a.read.meeting;
    const auto look = [&](const QString &text, bool isName) {
        // Where a series is only called alike, the title would name it again.
        if (text.isEmpty() || !placed.candidates.empty() || placed.like)
            return;
        const Search found = search(a, text, isName);
        placed.candidates = found.same;
        if (!placed.like && found.same.empty() && !found.like.empty())
            placed.like = found.like.front();
    };
    look(read.dialogueWords, true);
    look(a.document.title, false);
    if (read.dialogueWords.isEmpty())
        look(read.openingWords, false);
    if (placed.candidates.size() > 1) {
        std::vector<const Dialogue *> met;
        std::ranges::copy_if(placed.candidates, std::back_inserter(met), [&](const Dialogue *dialogue) { return hasRound(a, *dialogue); });
        if (met.size() == 1)
            placed.candidates = met;
    }
    if (placed.candidates.size() == 1)
        placed.dialogue = placed.candidates.front();
    return placed;
}

Dialogue newDialogue(const Attachment &a)
{
    Dialogue dialogue;
    dialogue.nameEn = simplified(a.read.meeting->dialogueWords);
    if (isKorean(dialogue.nameEn))
        dialogue.nameKo = dialogue.nameEn;
    const QString base = u"dlg-"_s + slug(dialogue.nameEn).left(40);
    dialogue.id.value = base;
    for (int number = 2; a.lookup.model().contains(dialogue.id.value); ++number)
        dialogue.id.value = base + u'-' + QString::number(number);
    return dialogue;
}

} // namespace entente::reading
