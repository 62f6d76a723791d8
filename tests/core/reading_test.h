#pragma once

#include "core/base/text.h"
#include "core/reading/decode.h"
#include "core/reading/document.h"
#include "tests/support/print.h"
#include "tests/support/wordlaw.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <gtest/gtest.h>

/// What the tests of the reading share.
namespace reading_test {

using namespace entente;
using namespace entente::reading;
using namespace Qt::StringLiterals;

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline ReadDocument read(const QString &text, const ReadOptions &options = {})
{
    base::Progress progress;
    auto document = readText(text, options, progress);
    EXPECT_TRUE(document) << (document ? QString() : document.error().sentence).toStdString();
    return document ? *document : ReadDocument{};
}

inline const Block *unit(const ReadDocument &document, const QString &label)
{
    for (const Block &block : document.blocks) {
        if (block.role == Role::Unit && block.label == label)
            return &block;
    }
    return nullptr;
}

inline QStringList wordsOf(const QString &text)
{
    static const QRegularExpression space(u"\\s+"_s);
    return text.split(space, Qt::SkipEmptyParts);
}

/// The laws: the words of the document, after the joins it lists, are the words of its blocks; labels are unique.
inline void expectNoWordLost(const QString &text, const ReadDocument &document)
{
    EXPECT_EQ(laws::lostWords(text, document), QStringList());
    EXPECT_EQ(laws::badLabels(document), QStringList());
}

/// A document as a text that a person can check: one block a line.
inline QString shown(const ReadDocument &document)
{
    static const QStringList roles = {u"heading"_s, u"unit"_s, u"prose"_s, u"aside"_s, u"gap"_s, u"note"_s};
    QString result = u"kind: %1\n"_s.arg(kindWord(document.kind));
    const Metadata &metadata = document.metadata;
    const auto line = [&](const QString &name, const QString &value) {
        if (!value.isEmpty())
            result += name + u": "_s + value + u'\n';
    };
    line(u"title"_s, metadata.title);
    line(u"references"_s, metadata.references.join(u"; "_s));
    line(u"date"_s, metadata.date.toIso());
    line(u"released"_s, metadata.released.toIso());
    line(u"previous"_s, metadata.previousDocument);
    line(u"markings"_s, metadata.markings.join(u"; "_s));
    line(u"codes"_s, metadata.subjectCodes.join(u"; "_s));
    if (document.meeting) {
        const ReadMeeting &meeting = *document.meeting;
        line(u"meeting"_s, u"%1 #%2 %3..%4"_s.arg(meeting.dialogueWords, QString::number(meeting.ordinal.value_or(0)),
                                                  meeting.start.toIso(), meeting.end.toIso()));
        line(u"meeting is"_s, meeting.status == u"held" ? QString() : meeting.status);
        line(u"meeting date as printed"_s, meeting.dateWords);
        line(u"meeting at"_s, meeting.place + u' ' + meeting.format);
        for (const Head &head : meeting.heads)
            line(u"head"_s, head.side + u" | "_s + head.name + u" | "_s + head.title);
        for (const QString &words : meeting.institutionsWords)
            line(u"body"_s, words);
        for (const FollowUp &step : meeting.followUps)
            line(u"follow-up"_s, u"%1 | %2 | due %3 (%4) | by %5 to %6"_s.arg(step.label, step.words, step.due.toIso(), step.dueWords, step.by, step.to));
        if (const auto &next = meeting.nextRound)
            line(u"next round"_s, u"%1 | #%2 | %3..%4 (%5) | %6 | host %7"_s.arg(next->label, QString::number(next->ordinal.value_or(0)), next->start.toIso(),
                                                                              next->end.toIso(), next->words, next->place, next->host));
    }
    for (const Block &block : document.blocks) {
        result += u"%1 %2"_s.arg(block.page).arg(roles[static_cast<int>(block.role)]);
        if (!block.label.isEmpty())
            result += u" [%1 < %2 | %3]"_s.arg(block.label, block.parent, block.number);
        else if (!block.parent.isEmpty())
            result += u" [in %1]"_s.arg(block.parent);
        if (!block.why.isEmpty())
            result += u" (%1)"_s.arg(block.why);
        result += u": "_s + block.text + u'\n';
    }
    return result;
}

} // namespace reading_test
