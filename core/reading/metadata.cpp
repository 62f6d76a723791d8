#include "core/reading/metadata.h"

#include "core/reading/dates.h"
#include "core/reading/parts.h"
#include "core/reading/patterns.h"

#include <QRegularExpression>

#include <algorithm>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t HeadLines = 12; ///< Without a cover, only so many lines at the start speak of the document.

QString without(QString text, const QStringList &parts)
{
    for (const QString &part : parts)
        text.remove(part);
    return text.simplified();
}

/// The label that a cover line begins with, and what stands behind it on the line.
struct Labelled
{
    QString label;
    QString value;
};

Labelled labelled(const QString &line)
{
    static const QRegularExpression pattern(
        uR"(^(from|to|subject|date|title ?/ ?subject|title|reference of(?: previous documents?)?|\w+ reference|distribution marking|no\.? ?prev\.? ?doc\.?|no\.? ?cion doc\.?|prev(?:ious|\.)? ?doc(?:uments?|\.)?|recipients?)(?:\s*:\s*|\s+|$)(.*)$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (line.size() > 200)
        return {};
    const auto match = pattern.match(line);
    return match.hasMatch() ? Labelled{match.captured(1).toLower(), match.captured(2)} : Labelled{};
}

/// A title runs on over lines until something else begins.
bool endsTitle(const QString &line)
{
    static const QRegularExpression other(uR"(^(?:document partially|delegations will|delegations$|-{3,}|_{3,}|working document))"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    const QString label = labelled(line).label;
    return (!label.isEmpty() && label != u"to") || other.match(line).hasMatch() || patterns::isReference(line) ||
           !patterns::marking(line).isEmpty();
}

QString titleFrom(const QStringList &cover)
{
    for (qsizetype i = 0; i < cover.size(); ++i) {
        const Labelled line = labelled(cover[i]);
        if (line.label != u"subject" && !line.label.startsWith(u"title"))
            continue;
        QStringList words;
        if (!line.value.isEmpty())
            words.append(line.value);
        for (qsizetype n = i + 1; n < cover.size() && words.size() < 6 && !endsTitle(cover[n]); ++n)
            words.append(cover[n]);
        static const QRegularExpression dash(uR"(^[-–—]\s*)"_s);
        if (!words.isEmpty())
            return words.join(u' ').simplified().remove(dash);
    }
    return {};
}

/// A short cover prints the title without a label, between marking, date and reference.
QString unlabelledTitle(const QStringList &cover)
{
    constexpr qsizetype ShortCover = 10; // in lines; a longer one names many things
    if (cover.size() > ShortCover)
        return {};
    static const QRegularExpression body(
        uR"(^(?:(?:the )?(?:council|european|republic|government|ministry|general secretariat|high representative|delegation|joint committee$|working (?:party|group))\b(?!.*\b(?:agreement|partnership|dialogue|note|plan|programme|statement|declaration|arrangement|protocol|report)\b)|(?:cover |information )?note$|draft$|annex(?:es)?\b|(?:press|for immediate) (?:release|statement)|interinstitutional|outcome of|[“"']?[ai]["'”]? item))"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression goesOn(uR"((?:[,–—-]|\b(?:and|or|of|for|the|in|on|to|with|between))$)"_s);
    const auto speaks = [&](const QString &line) {
        return labelled(line).label.isEmpty() && !endsTitle(line) && patterns::subjectCodes(line).isEmpty() &&
               patterns::references(line).isEmpty() && findDates(line).empty() && !body.match(line).hasMatch() && !endsSentence(line);
    };
    for (qsizetype i = 0; i < cover.size(); ++i) {
        if (!cover[i][0].isUpper() || !cover[i].contains(u' ') || cover[i].size() > 200 || !speaks(cover[i]))
            continue;
        // What a label on the line above names is no title.
        if (i > 0) {
            const Labelled above = labelled(cover[i - 1]);
            if (!above.label.isEmpty() && above.value.isEmpty())
                continue;
        }
        QString title = cover[i];
        for (qsizetype n = i + 1; n < cover.size() && labelled(cover[n]).label.isEmpty() && speaks(cover[n]) &&
                                  (cover[n][0].isLower() || goesOn.match(title).hasMatch());
             ++n)
            title += u' ' + cover[n];
        return title.simplified();
    }
    return {};
}

QString previousFrom(const QString &cover)
{
    static const QRegularExpression label(uR"((?:previous|prev\.)\s*doc(?:uments?|\.)\s*:?\s*)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    for (auto matches = label.globalMatch(cover); matches.hasNext();) {
        const QString behind = cover.mid(matches.next().capturedEnd(), 60);
        const QStringList references = patterns::references(behind);
        if (!references.isEmpty() && behind.indexOf(references.first()) <= 8)
            return references.first();
    }
    return {};
}

PartialDate releaseFrom(const QString &cover)
{
    static const QRegularExpression label(uR"((?:accessible to the public|declassified|released|made public)\D{0,12})"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    const auto match = label.match(cover);
    if (!match.hasMatch())
        return {};
    const auto dates = findDates(cover.mid(match.capturedEnd(), 40));
    return dates.empty() || dates.front().offset > 4 ? PartialDate() : dates.front().start;
}

/// A line that is nothing but a date, with or without a place or a label.
PartialDate dateFrom(const QStringList &lines)
{
    for (const QString &line : lines) {
        if (line.size() > 80)
            continue;
        const auto dates = findDates(line);
        if (dates.size() != 1 || dates.front().yearMissing())
            continue;
        static const QRegularExpression around(
            uR"(^(?:\p{Lu}[\p{L}\- ]{1,30},|(?:press release|date|of|on|issued on|published on|statement)?\s*[:,\-–|]?)?\s*(?:the )?$)"_s,
            QRegularExpression::CaseInsensitiveOption);
        const QString before = line.left(dates.front().offset);
        const QString after = line.mid(dates.front().offset + dates.front().length).trimmed();
        if (around.match(before).hasMatch() && after.size() <= 2)
            return dates.front().start;
    }
    return {};
}

} // namespace

Metadata readMetadata(const std::vector<Line> &lines, const std::vector<Block> &blocks)
{
    QStringList cover;    // the lines of cover sheets
    QStringList official; // these and the furniture: what speaks of the document itself
    QStringList head;     // the first lines, whatever they are
    for (const Line &line : lines) {
        const bool aside = !line.why.isEmpty();
        if (aside && line.why != u"page number")
            official.append(line.text);
        if (line.why == u"cover page" || ((line.why == u"reference" || line.why == u"marking") && line.page <= 3))
            cover.append(line.text);
        if (head.size() < static_cast<qsizetype>(HeadLines) && line.text.size() <= 200)
            head.append(line.text);
    }
    const bool hasCover = cover.size() >= 3;
    const QString coverText = cover.join(u'\n');

    Metadata metadata;
    metadata.previousDocument = previousFrom(hasCover ? coverText : head.join(u'\n'));
    for (const QString &line : hasCover ? official : official + head) {
        const QString kept = without(line, {metadata.previousDocument});
        // In a text without a cover, only a line that is a reference speaks of the document; others cite.
        if (!hasCover && !patterns::isReference(kept))
            continue;
        for (const QString &reference : patterns::references(kept)) {
            if (!metadata.references.contains(reference))
                metadata.references.append(reference);
        }
    }
    if (!metadata.references.isEmpty())
        metadata.reference = metadata.references.first();

    for (const QString &line : official + head) {
        const QString marking = patterns::marking(line);
        if (!marking.isEmpty() && !metadata.markings.contains(marking))
            metadata.markings.append(marking);
        if (patterns::markingRank(marking) > patterns::markingRank(metadata.marking))
            metadata.marking = marking;
    }
    for (const QString &line : cover)
        metadata.subjectCodes += patterns::subjectCodes(line);
    metadata.subjectCodes.removeDuplicates();
    metadata.released = releaseFrom(hasCover ? coverText : head.join(u'\n'));
    metadata.date = dateFrom(hasCover ? cover : head);

    metadata.title = titleFrom(cover);
    if (metadata.title.isEmpty())
        metadata.title = unlabelledTitle(cover);
    if (metadata.title.isEmpty()) {
        // The first heading is a title only if it stands before the text.
        for (const Block &block : blocks) {
            if (block.role == Role::Unit || block.role == Role::Prose || block.depth == parts::ArticleTitleRank)
                break;
            static const QRegularExpression generic(u"^(?:(?:joint )?press (?:release|statement|communiqué)|(?:joint |co-chairs[’']? |chairs[’']? )?statement|(?:co-)?chairs[’']? (?:summary|conclusions)|joint (?:statement|communiqué)|news|draft|보도자료|공동\\s?보도문|공동\\s?언론발표문)$"_s,
                                                    QRegularExpression::CaseInsensitiveOption);
            const bool dated = block.text.size() < 40 && !findDates(block.text).empty();
            if (block.role == Role::Heading && !block.text.startsWith(u'[') && !dated && !generic.match(block.text).hasMatch()) {
                metadata.title = block.text;
                break;
            }
        }
    }
    return metadata;
}

} // namespace entente::reading
