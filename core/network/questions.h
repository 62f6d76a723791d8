#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/lens.h"
#include "core/model/lookup.h"

#include <QJsonObject>

/// Questions to the network in plain words.
namespace entente::network {

struct Question
{
    QString id;
    QString words;
};

/// All questions, in the order in which they are offered.
std::vector<Question> questions();

/// One record of an answer and why it is in it.
struct Finding
{
    QString record;
    QString reason; ///< "on 34 % of the shortest ways"
    double figure = 0;
};

struct Answer
{
    Question question;
    QString sentence;
    QString caution; ///< What the answer does not say.
    std::vector<Finding> records;
};

/// The answer for the records in force on the day of the lens; its scope and filters are not looked at. `about` is a record that the question
/// "what would fall apart without …?" is asked of; empty: of all. Another question than ours, by identifier or in words, or an unknown record, is an error.
Result<Answer> answer(const Lookup &lookup, const Lens &lens, const QString &question, const QString &about, const Progress &progress);

/// As the command line prints it.
QJsonObject answerJson(const Answer &answer);

} // namespace entente::network
