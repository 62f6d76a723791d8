#include "core/reading/document.h"

#include "core/reading/extract.h"
#include "core/reading/furniture.h"
#include "core/reading/hyphens.h"
#include "core/reading/metadata.h"
#include "core/reading/paragraphs.h"
#include "core/reading/readout.h"
#include "core/reading/steps.h"
#include "core/reading/structure.h"

#include <QCoreApplication>

#include <algorithm>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr int Steps = 5;

/// `7th Cyber Policy Consultation`
QString titleOf(const ReadMeeting &meeting)
{
    if (!meeting.ordinal || meeting.dialogueWords.isEmpty())
        return meeting.dialogueWords;
    if (isKorean(meeting.dialogueWords))
        return u"제%1차 "_s.arg(*meeting.ordinal) + meeting.dialogueWords;
    const int ordinal = *meeting.ordinal;
    const bool teen = ordinal % 100 >= 11 && ordinal % 100 <= 13;
    const QString ending = teen                ? u"th"_s
                           : ordinal % 10 == 1 ? u"st"_s
                           : ordinal % 10 == 2 ? u"nd"_s
                           : ordinal % 10 == 3 ? u"rd"_s
                                               : u"th"_s;
    return QString::number(ordinal) + ending + u' ' + meeting.dialogueWords;
}

} // namespace

QString kindWord(Kind kind)
{
    switch (kind) {
    case Kind::Instrument:
        return u"instrument"_s;
    case Kind::Readout:
        return u"readout"_s;
    case Kind::Other:
        break;
    }
    return u"other"_s;
}

Error cancelledError()
{
    return {Failure::Cancelled, QCoreApplication::translate("reading", "Reading was cancelled; nothing has changed."), {}};
}

Result<ReadDocument> readText(const QString &text, const ReadOptions &options, Progress &progress)
{
    Extract extract;
    extract.format = u"text"_s;
    extract.lines = splitLines(text);
    return readExtract(std::move(extract), options, progress);
}

Result<ReadDocument> readExtract(Extract extract, const ReadOptions &options, Progress &progress)
{
    const auto cancelledAt = [&](int step, const QString &words) {
        progress.report(step, Steps, words);
        return progress.isCancelled();
    };
    if (cancelledAt(0, QCoreApplication::translate("reading", "Reading the lines")))
        return cancelledError();
    std::vector<Line> lines = std::move(extract.lines);
    if (std::ranges::none_of(lines, [](const Line &line) { return !line.text.isEmpty(); }))
        return refusal(QCoreApplication::translate("reading", "This document holds no words: there is nothing to read."));

    if (cancelledAt(1, QCoreApplication::translate("reading", "Setting aside what every page repeats")))
        return cancelledError();
    setFurnitureAside(lines);
    setCoverAside(lines);
    setContentsAside(lines);
    markNotes(lines);

    if (cancelledAt(2, QCoreApplication::translate("reading", "Looking for words that were split")))
        return cancelledError();
    const Hyphens hyphens(lines);

    if (cancelledAt(3, QCoreApplication::translate("reading", "Recognising headings and clauses")))
        return cancelledError();
    ReadDocument document;
    document.blocks = recogniseStructure(lines, hyphens, document.joins, progress);

    if (cancelledAt(4, QCoreApplication::translate("reading", "Reading what the document says about itself")))
        return cancelledError();
    document.metadata = readMetadata(lines, document.blocks);
    if (document.metadata.title.isEmpty())
        document.metadata.title = extract.title;
    const bool hasCover = std::any_of(lines.begin(), lines.end(), [](const Line &line) { return line.why == u"cover page"; });
    switch (options.as) {
    case ReadOptions::As::Auto:
        document.kind = recogniseKind(document.blocks, hasCover);
        break;
    case ReadOptions::As::Instrument:
        document.kind = Kind::Instrument;
        break;
    case ReadOptions::As::Readout:
        document.kind = Kind::Readout;
        break;
    }
    // An announcement tells of a meeting, too; that makes it no read-out.
    const bool announces = document.kind == Kind::Other && announcesMeeting(document.blocks, hasCover);
    if (document.kind == Kind::Readout || announces) {
        numberParagraphs(document.blocks);
        document.meeting = readMeeting(document.blocks, options.date.isKnown() ? options.date : document.metadata.date);
        if (document.meeting) {
            if (document.metadata.title.isEmpty())
                document.metadata.title = titleOf(*document.meeting);
            // A read-out that prints no date of its own is dated by its meeting.
            if (!document.metadata.date.isKnown() && !announces)
                document.metadata.date = document.meeting->end.isKnown() ? document.meeting->end : document.meeting->start;
        }
    }
    if (options.date.isDay() && !document.metadata.date.isKnown())
        document.metadata.date = options.date;
    if (cancelledAt(Steps, {}))
        return cancelledError();
    return document;
}

} // namespace entente::reading
