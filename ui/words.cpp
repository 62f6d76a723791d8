#include "ui/words.h"

#include <QCoreApplication>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

// Every word of the closed sets and of the relation types, so that they can be translated; `shown` looks them up.
[[maybe_unused]] constexpr const char *allWords[] = {
    QT_TRANSLATE_NOOP("Words", "EU"),
    QT_TRANSLATE_NOOP("Words", "ROK"),
    QT_TRANSLATE_NOOP("Words", "multilateral"),
    QT_TRANSLATE_NOOP("Words", "third"),
    QT_TRANSLATE_NOOP("Words", "summit"),
    QT_TRANSLATE_NOOP("Words", "ministers"),
    QT_TRANSLATE_NOOP("Words", "vice-ministers"),
    QT_TRANSLATE_NOOP("Words", "directors-general"),
    QT_TRANSLATE_NOOP("Words", "directors"),
    QT_TRANSLATE_NOOP("Words", "working"),
    QT_TRANSLATE_NOOP("Words", "operational"),
    QT_TRANSLATE_NOOP("Words", "track 1.5"),
    QT_TRANSLATE_NOOP("Words", "parliament"),
    QT_TRANSLATE_NOOP("Words", "conference"),
    QT_TRANSLATE_NOOP("Words", "various"),
    QT_TRANSLATE_NOOP("Words", "existing"),
    QT_TRANSLATE_NOOP("Words", "planned"),
    QT_TRANSLATE_NOOP("Words", "informal"),
    QT_TRANSLATE_NOOP("Words", "ended"),
    QT_TRANSLATE_NOOP("Words", "in-person"),
    QT_TRANSLATE_NOOP("Words", "virtual"),
    QT_TRANSLATE_NOOP("Words", "hybrid"),
    QT_TRANSLATE_NOOP("Words", "held"),
    QT_TRANSLATE_NOOP("Words", "cancelled"),
    QT_TRANSLATE_NOOP("Words", "stated"),
    QT_TRANSLATE_NOOP("Words", "inferred"),
    QT_TRANSLATE_NOOP("Words", "disputed"),
    QT_TRANSLATE_NOOP("Words", "official"),
    QT_TRANSLATE_NOOP("Words", "press"),
    QT_TRANSLATE_NOOP("Words", "instrument"),
    QT_TRANSLATE_NOOP("Words", "readout"),
    QT_TRANSLATE_NOOP("Words", "other"),
    QT_TRANSLATE_NOOP("Words", "heading"),
    QT_TRANSLATE_NOOP("Words", "unit"),
    QT_TRANSLATE_NOOP("Words", "prose"),
    QT_TRANSLATE_NOOP("Words", "set aside"),
    QT_TRANSLATE_NOOP("Words", "gap"),
    QT_TRANSLATE_NOOP("Words", "none"),
    QT_TRANSLATE_NOOP("Words", "mentioned"),
    QT_TRANSLATE_NOOP("Words", "discussed"),
    QT_TRANSLATE_NOOP("Words", "follow-up agreed"),
    QT_TRANSLATE_NOOP("Words", "delivered"),
    QT_TRANSLATE_NOOP("Words", "open"),
    QT_TRANSLATE_NOOP("Words", "accepted"),
    QT_TRANSLATE_NOOP("Words", "rejected"),
    QT_TRANSLATE_NOOP("Words", "dropped"),
    QT_TRANSLATE_NOOP("Words", "cannot tell"),
    QT_TRANSLATE_NOOP("Words", "alias"),
    QT_TRANSLATE_NOOP("Words", "official title"),
    QT_TRANSLATE_NOOP("Words", "abbreviation"),
    QT_TRANSLATE_NOOP("Words", "spelling"),
    QT_TRANSLATE_NOOP("Words", "former"),
    QT_TRANSLATE_NOOP("Words", "not applicable"),
    QT_TRANSLATE_NOOP("Words", "not raised"),
    QT_TRANSLATE_NOOP("Words", "mechanism only"),
    QT_TRANSLATE_NOOP("Words", "raised"),
    QT_TRANSLATE_NOOP("Words", "dormant"),
    QT_TRANSLATE_NOOP("Words", "reported"),
    QT_TRANSLATE_NOOP("Words", "documented"),
    QT_TRANSLATE_NOOP("Words", "reports to"),
    QT_TRANSLATE_NOOP("Words", "receives reports of"),
    QT_TRANSLATE_NOOP("Words", "part of"),
    QT_TRANSLATE_NOOP("Words", "contains"),
    QT_TRANSLATE_NOOP("Words", "responsible for"),
    QT_TRANSLATE_NOOP("Words", "is looked after by"),
    QT_TRANSLATE_NOOP("Words", "names"),
    QT_TRANSLATE_NOOP("Words", "is named by"),
    QT_TRANSLATE_NOOP("Words", "founded by"),
    QT_TRANSLATE_NOOP("Words", "founds"),
    QT_TRANSLATE_NOOP("Words", "based on"),
    QT_TRANSLATE_NOOP("Words", "is a basis of"),
    QT_TRANSLATE_NOOP("Words", "reviews"),
    QT_TRANSLATE_NOOP("Words", "is reviewed by"),
    QT_TRANSLATE_NOOP("Words", "succeeded by"),
    QT_TRANSLATE_NOOP("Words", "succeeds"),
    QT_TRANSLATE_NOOP("Words", "funds"),
    QT_TRANSLATE_NOOP("Words", "is funded by"),
    QT_TRANSLATE_NOOP("Words", "implements"),
    QT_TRANSLATE_NOOP("Words", "is implemented by"),
    QT_TRANSLATE_NOOP("Words", "related to"),
    QT_TRANSLATE_NOOP("Words", "is related to"),
    QT_TRANSLATE_NOOP("Words", "cites"),
    QT_TRANSLATE_NOOP("Words", "is cited by"),
    QT_TRANSLATE_NOOP("Words", "linked to"),
    QT_TRANSLATE_NOOP("Words", "is linked to"),
    QT_TRANSLATE_NOOP("Words", "not to be confused with"),
    QT_TRANSLATE_NOOP("Words", "raises"),
    QT_TRANSLATE_NOOP("Words", "is raised at"),
    QT_TRANSLATE_NOOP("Words", "mentions"),
    QT_TRANSLATE_NOOP("Words", "is mentioned at"),
    QT_TRANSLATE_NOOP("Words", "institution"),
    QT_TRANSLATE_NOOP("Words", "person"),
    QT_TRANSLATE_NOOP("Words", "post"),
    QT_TRANSLATE_NOOP("Words", "dialogue"),
    QT_TRANSLATE_NOOP("Words", "area"),
    QT_TRANSLATE_NOOP("Words", "edition"),
    QT_TRANSLATE_NOOP("Words", "clause"),
    QT_TRANSLATE_NOOP("Words", "meeting"),
    QT_TRANSLATE_NOOP("Words", "head"),
    QT_TRANSLATE_NOOP("Words", "attendance"),
    QT_TRANSLATE_NOOP("Words", "commitment"),
    QT_TRANSLATE_NOOP("Words", "document"),
    QT_TRANSLATE_NOOP("Words", "paragraph"),
    QT_TRANSLATE_NOOP("Words", "passage"),
    QT_TRANSLATE_NOOP("Words", "relation"),
    QT_TRANSLATE_NOOP("Words", "source"),
    QT_TRANSLATE_NOOP("Words", "evidence"),
    QT_TRANSLATE_NOOP("Words", "name"),
    QT_TRANSLATE_NOOP("Words", "suggestion"),
    QT_TRANSLATE_NOOP("Words", "judgement"),
    QT_TRANSLATE_NOOP("Words", "position"),
    QT_TRANSLATE_NOOP("Words", "marking"),
    QT_TRANSLATE_NOOP("Words", "property"),
};

} // namespace

QString shown(const QString &word)
{
    return word.isEmpty() ? word : QCoreApplication::translate("Words", word.toUtf8().constData());
}

QString kindName(Kind kind)
{
    return capitalised(shown(singular(kind)));
}

QString kindLetter(Kind kind, Side side)
{
    if (kind == kindOf<Institution>) {
        switch (side) {
        case Side::Eu:
            return u"E"_s;
        case Side::Rok:
            return u"K"_s;
        case Side::Multilateral:
            return u"M"_s;
        default:
            return u"T"_s;
        }
    }
    if (kind == kindOf<Dialogue>)
        return u"D"_s;
    if (kind == kindOf<Instrument> || kind == kindOf<Edition>)
        return u"L"_s;
    if (kind == kindOf<Person>)
        return u"P"_s;
    if (kind == kindOf<Commitment>)
        return u"C"_s;
    if (kind == kindOf<Document> || kind == kindOf<Passage>)
        return u"¶"_s;
    if (kind == kindOf<Clause>)
        return u"§"_s;
    if (kind == kindOf<Area>)
        return u"A"_s;
    if (kind == kindOf<Meeting>)
        return u"●"_s;
    return kind == kindOf<Relation> ? u"↔"_s : u"·"_s;
}

QString capitalised(const QString &text)
{
    return text.isEmpty() ? text : text.left(1).toUpper() + text.mid(1);
}

} // namespace entente::ui
