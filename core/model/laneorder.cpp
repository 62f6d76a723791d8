#include "core/model/laneorder.h"

#include <QRegularExpression>

#include <algorithm>

namespace entente::model {

using namespace Qt::StringLiterals;

Rung rungOf(Level level)
{
    switch (level) {
    case Level::Summit:
        return Rung::Summit;
    case Level::Ministers:
        return Rung::Ministers;
    case Level::ViceMinisters:
        return Rung::ViceMinisters;
    case Level::DirectorsGeneral:
        return Rung::DirectorsGeneral;
    case Level::Directors:
        return Rung::Directors;
    case Level::Working:
    case Level::Operational:
        return Rung::Working;
    case Level::Parliament:
        return Rung::Parliament;
    case Level::Track15:
    case Level::Conference:
        return Rung::Track15;
    case Level::None:
    case Level::Various:
        break;
    }
    return Rung::NoLevel;
}

std::vector<const Dialogue *> laneOrder(const Lookup &lookup)
{
    std::vector<const Dialogue *> dialogues;
    for (const Dialogue &dialogue : lookup.model().all<Dialogue>())
        dialogues.push_back(&dialogue);
    std::stable_sort(dialogues.begin(), dialogues.end(), [&](const Dialogue *a, const Dialogue *b) {
        const auto order = [&](const Dialogue *d) { return std::pair(rungOf(d->level), -qsizetype(lookup.meetings(d->id).size())); };
        return order(a) < order(b);
    });
    return dialogues;
}

QString codeOf(const Lookup &lookup, const QString &dialogue)
{
    constexpr qsizetype longest = 6;
    for (const Name *name : lookup.names(dialogue)) {
        if (name->use == NameUse::Abbreviation && name->text.size() <= longest)
            return name->text;
    }
    const QString name = lookup.shortTitle(dialogue);
    if (name.size() <= longest)
        return name;
    QString letters;
    for (const QString &word : name.split(u' ', Qt::SkipEmptyParts)) {
        if (word[0].isUpper() || word[0].category() == QChar::Letter_Other)
            letters += word[0];
    }
    return letters.isEmpty() ? name.left(3).toUpper() : letters.left(4);
}

QString plainName(const Dialogue &dialogue)
{
    static const QRegularExpression said(u"^(?:EU[-–]ROK|ROK[-–]EU|EU[-–]Korea)\\s+|\\s*\\([^)]*\\)"_s);
    QString name = dialogue.nameEn;
    name.remove(said);
    if (name.isEmpty())
        return dialogue.id.value;
    name[0] = name[0].toUpper();
    return name;
}

} // namespace entente::model
