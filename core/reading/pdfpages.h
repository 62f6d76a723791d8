#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/vocabulary.h"

#include <QByteArray>
#include <QSizeF>

#include <vector>

/// The pages of a PDF as they look, read by a child process (extract.h says what is refused, and so do these).
namespace entente::reading {

/// One page as PNG, `width` pixels wide (16 to 4,000); pages count from 1.
Result<QByteArray> pdfPagePicture(const QByteArray &bytes, int page, int width, const Progress &progress);

/// The sizes of all pages, in points.
Result<std::vector<QSizeF>> pdfPageSizes(const QByteArray &bytes, const Progress &progress);

} // namespace entente::reading
