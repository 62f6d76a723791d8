#include "core/base/text.h"
#include "core/coverage/findingrules.h"
#include "core/coverage/seriessentence.h"
#include "core/coverage/words.h"
#include "core/model/asof.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

#include <algorithm>

// What the worklist says about sources: lines without one, dialogues that one side alone tells of, texts that contradict the records.

namespace entente::coverage {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::coverage", text);
}

/// Whose official site an address is on. Courts, agencies and the Council publish under europa.eu, the Korean state under go.kr and its like.
Side sideOf(const Source &source)
{
    if (source.kind != SourceKind::Official)
        return Side::Unknown;
    const QString host = QUrl(source.address).host().toLower();
    const auto under = [&](QLatin1StringView domain) { return host == domain || host.endsWith(u'.' + QString(domain)); };
    if (under("europa.eu"_L1))
        return Side::Eu;
    if (under("go.kr"_L1) || under("korea.kr"_L1) || under("mil.kr"_L1) || under("assembly.kr"_L1))
        return Side::Rok;
    return Side::Unknown;
}

/// The page behind an address, however it is written.
QString pageOf(const Source &source)
{
    const QUrl url(source.address);
    QString host = url.host().toLower();
    if (host.startsWith("www."_L1))
        host.remove(0, 4);
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    return host + path + u'?' + url.query();
}

/// What a text says about the time since an earlier round.
struct Claim
{
    QString words;
    int years = 0;     ///< `in five years`
    int sinceYear = 0; ///< `since 2019`
    bool inPerson = false;
    bool nearly = false;
    bool moreThan = false;
};

int numberOf(const QString &word)
{
    static const QStringList words = {u"two"_s, u"three"_s, u"four"_s, u"five"_s, u"six"_s, u"seven"_s, u"eight"_s, u"nine"_s, u"ten"_s, u"eleven"_s, u"twelve"_s};
    bool isNumber = false;
    const int number = word.toInt(&isNumber);
    return isNumber ? number : int(words.indexOf(word.toLower())) + (words.contains(word.toLower()) ? 2 : 1);
}

std::vector<Claim> claimsIn(const QString &text)
{
    static const QRegularExpression english(
        uR"(\bfirst\b(?<what>[^.;]{0,80}?)\b(?:(?:in|for)\s+(?:the\s+(?:last|past)\s+)?(?<how>nearly|almost|over|more than|about|some)?\s*(?<years>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+years|since\s+(?:\w+\s+)?(?<since>(?:19|20)\d\d))\b)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression korean(uR"((?<how>약|거의)?\s*(?<years>\d{1,2})년\s*(?:여\s*)?만에(?<what>[^.]{0,30}))"_s);
    static const QRegularExpression inPerson(uR"(in[- ]person|face[- ]to[- ]face|physical|대면)"_s, QRegularExpression::CaseInsensitiveOption);
    std::vector<Claim> claims;
    const QString sample = text.left(20000);
    for (const QRegularExpression &pattern : {english, korean}) {
        for (auto matches = pattern.globalMatch(sample); matches.hasNext();) {
            const auto match = matches.next();
            Claim claim;
            claim.words = simplified(match.captured());
            const qsizetype from = std::max<qsizetype>(sample.lastIndexOf(u'.', match.capturedStart()), match.capturedStart() - 40) + 1;
            claim.inPerson = inPerson.match(sample.mid(std::max<qsizetype>(from, 0), match.capturedEnd() - from)).hasMatch();
            if (!match.captured(u"years"_s).isEmpty())
                claim.years = numberOf(match.captured(u"years"_s));
            else
                claim.sinceYear = match.captured(u"since"_s).toInt();
            const QString how = match.captured(u"how"_s).toLower();
            claim.nearly = how == u"nearly" || how == u"almost" || how == u"거의";
            claim.moreThan = how == u"over" || how == u"more than";
            claims.push_back(claim);
        }
    }
    return claims;
}

/// The round that a claim of `meeting` must mean, if the records can tell.
const HeldRound *roundMeant(const Facts &facts, const Series &series, const Meeting &meeting, const Claim &claim)
{
    const HeldRound *meant = nullptr;
    for (const HeldRound &round : series.rounds) {
        if (round.meeting == meeting.id.value || !meeting.start.isKnown() || !(round.start.last() < meeting.start.first()))
            continue;
        const Meeting *row = facts.model().find<Meeting>(round.meeting);
        if (claim.inPerson && row && row->format == MeetingFormat::Virtual)
            continue;
        // Nobody recorded how it was held: it may be the one.
        if (claim.inPerson && row && row->format == MeetingFormat::Unknown)
            meant = nullptr;
        else
            meant = &round;
    }
    return meant;
}

bool contradicts(const Claim &claim, const HeldRound &round, const Meeting &meeting)
{
    if (claim.sinceYear > 0)
        return round.start.year() != claim.sinceYear;
    // Half a year of rounding to each side, and a little more.
    constexpr double tolerance = 0.75;
    const double atLeast = double(round.start.last().daysTo(meeting.start.first())) / 365.25;
    const double atMost = double(round.start.first().daysTo(meeting.start.last())) / 365.25;
    if (claim.moreThan)
        return atMost < claim.years || atLeast > claim.years + 1 + tolerance;
    if (claim.nearly)
        return atMost < claim.years - 1 || atLeast > claim.years + 0.1;
    return atMost < claim.years - tolerance || atLeast > claim.years + tolerance;
}

} // namespace

void relationsWithoutEvidence(const Facts &facts, std::vector<Finding> &findings)
{
    for (const Relation &relation : facts.model().all<Relation>()) {
        if (!facts.lookup().evidence(relation.id.value).empty() || !facts.isThere(relation.id.value))
            continue;
        Finding finding;
        finding.records = {relation.id.value, relation.source.value, relation.target.value};
        finding.reason = tr("The line “%2” from %1 to %3 has no source; add one, or mark the line as inferred with its reason.")
                             .arg(facts.name(relation.source.value), relation.type, facts.name(relation.target.value));
        findings.push_back(std::move(finding));
    }
}

void oneSidedEvidence(const Facts &facts, std::vector<Finding> &findings)
{
    const int fewest = facts.rules().fewestSources;
    for (const Dialogue &dialogue : facts.model().all<Dialogue>()) {
        if (!facts.isThere(dialogue.id.value))
            continue;
        QSet<QString> eu; // addresses: a page that is quoted for the dialogue and for a round is one
        QSet<QString> rok;
        QSet<QString> others; // copies elsewhere, organisations: who speaks is not known
        bool quotesPassages = false;
        QStringList subjects{dialogue.id.value};
        for (const Meeting *meeting : facts.lookup().meetings(dialogue.id)) {
            if (facts.isThere(meeting->id.value))
                subjects += meeting->id.value;
        }
        for (const QString &subject : subjects) {
            for (const Evidence *evidence : facts.lookup().evidence(subject)) {
                const Source *source = facts.model().find<Source>(evidence->origin.value);
                if (source && source->date.isKnown() && !mayBeBy(source->date, facts.asOf()))
                    continue;
                const Side side = source ? sideOf(*source) : Side::Unknown;
                if (side == Side::Eu)
                    eu.insert(pageOf(*source));
                else if (side == Side::Rok)
                    rok.insert(pageOf(*source));
                else if (source && source->kind == SourceKind::Official)
                    others.insert(pageOf(*source));
                // Who speaks in a passage of an imported text is not known.
                quotesPassages = quotesPassages || !source;
            }
        }
        const auto ofEu = eu.size();
        const auto ofRok = rok.size();
        if (quotesPassages || others.size() >= ofEu + ofRok || ofEu + ofRok < fewest || (ofEu > 0 && ofRok > 0))
            continue;
        Finding finding;
        finding.severity = Severity::Note;
        finding.records = {dialogue.id.value};
        const auto pages = ofEu + ofRok;
        const QString count = pages == 2 ? tr("both pages") : tr("all %1 pages").arg(pages);
        finding.reason = (ofEu > 0 ? tr("%1: %2 from official sites of the two sides are the EU's; look for the Korean side's account.")
                                   : tr("%1: %2 from official sites of the two sides are the Korean side's; look for the EU's account."))
                             .arg(facts.name(dialogue.id.value), count);
        findings.push_back(std::move(finding));
    }
}

void contradictingSources(const Facts &facts, std::vector<Finding> &findings)
{
    QHash<QString, const Series *> seriesOfDialogue;
    for (const Series &series : facts.series())
        seriesOfDialogue.insert(series.dialogue, &series);
    for (const model::Document &document : facts.model().all<model::Document>()) {
        const Meeting *meeting = facts.model().find(document.meeting);
        const Series *series = meeting ? seriesOfDialogue.value(meeting->dialogue.value) : nullptr;
        if (!series || document.kind != DocumentKind::Readout || !facts.isThere(meeting->id.value))
            continue;
        for (const Paragraph *paragraph : facts.lookup().paragraphs(document.id)) {
            if (paragraph->role == ParagraphRole::SetAside)
                continue;
            for (const Claim &claim : claimsIn(paragraph->text)) {
                const HeldRound *round = roundMeant(facts, *series, *meeting, claim);
                if (!round || !contradicts(claim, *round, *meeting))
                    continue;
                Finding finding;
                finding.records = {meeting->id.value, round->meeting, document.id.value};
                const int months = monthsBetween(round->start, meeting->start);
                const QString kind = claim.inPerson ? tr("the last recorded round in person") : tr("the last recorded round");
                finding.reason = tr("The read-out of %1 says “%2” (¶ %3); %4 was %5, about %6 before.")
                                     .arg(roundInWords(facts.lookup(), meeting->id.value), claim.words,
                                          paragraph->label.isEmpty() ? tr("unnumbered") : paragraph->label, kind,
                                          roundInWords(facts.lookup(), round->meeting), durationInWords(months));
                findings.push_back(std::move(finding));
            }
        }
    }
}

void unreadableMeasures(const Facts &facts, std::vector<Finding> &findings)
{
    for (const CoverageMeasure &measure : coverageMeasures()) {
        const QString property = QString::fromLatin1(measure.property);
        if (const QString sentence = unreadableRule(facts.model(), measure); !sentence.isEmpty())
            findings.push_back({{}, {}, Severity::Attention, sentence, {property}, {}});
    }
}

} // namespace entente::coverage
