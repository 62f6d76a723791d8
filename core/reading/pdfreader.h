#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/vocabulary.h"
#include "core/reading/childprocess.h"

#include <QByteArray>
#include <QJsonObject>

#include <functional>

/// Talking with entente-extract: what it is asked, what it may answer, and the sentence for each way in which that fails.
namespace entente::reading {

/// The child's answer, part by part. Nothing in it is taken on trust: a document may have taken the child over.
struct PdfAnswer
{
    int pages = 0;
    QString title;
    QByteArray picture;
};

/// Runs `entente-extract` over a PDF. Each part of the answer behind the first (pages and title, which stand in `answer`) is handed to
/// `part`, which answers false when it makes no sense. `enough` says whether what came so far will do, should the child break down at the
/// end.
Result<void> askPdfReader(const QByteArray &bytes, const QStringList &task, PdfAnswer &answer,
                          const std::function<bool(const QJsonObject &)> &part, const std::function<bool()> &enough,
                          const ChildLimits &limits, const Progress &progress);

} // namespace entente::reading
