#include "core/reading/extract.h"

#include "core/base/text.h"
#include "core/reading/document.h"
#include "core/reading/pdflayout.h"
#include "core/reading/pdfpages.h"
#include "core/reading/pdfreader.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <optional>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostLines = 100'000;         ///< Of one page.
constexpr qsizetype MostCharacters = 60'000'000; ///< Of a document: the memory of the window is bounded, too.
constexpr double FarthestPoint = 1e6;

/// Nothing that is not a finite number of reasonable size; a child that was taken over may say anything.
double number(const QJsonValue &value)
{
    const double figure = value.toDouble();
    return std::isfinite(figure) ? std::clamp(figure, -FarthestPoint, FarthestPoint) : 0;
}

std::optional<PdfTextLine> lineFrom(const QJsonArray &json)
{
    if (json.isEmpty() || !json[0].isString())
        return std::nullopt;
    PdfTextLine line;
    line.text = json[0].toString();
    for (qsizetype n = 1; n < json.size(); ++n) {
        const QJsonArray piece = json[n].toArray();
        if (piece.size() != 5)
            return std::nullopt;
        const qsizetype start = piece[0].toInt(-1);
        if (start < 0 || start >= line.text.size() || (!line.pieces.empty() && start <= line.pieces.back().start))
            return std::nullopt;
        line.pieces.push_back(
            {start, QRectF(number(piece[1]), number(piece[2]), std::max(0.0, number(piece[3])), std::max(0.0, number(piece[4])))});
    }
    return line;
}

std::optional<PdfPage> pageFrom(const QJsonObject &json)
{
    PdfPage page;
    page.size = {number(json[u"width"_s]), number(json[u"height"_s])};
    const QJsonArray lines = json[u"lines"_s].toArray();
    if (lines.size() > MostLines)
        return std::nullopt;
    for (const QJsonValue &value : lines) {
        auto line = lineFrom(value.toArray());
        if (!line)
            return std::nullopt;
        page.lines.push_back(std::move(*line));
    }
    return page;
}

/// `3, 5–7 and 12`
QString pageList(const std::vector<int> &pages)
{
    QStringList runs;
    for (std::size_t n = 0; n < pages.size();) {
        std::size_t end = n + 1;
        while (end < pages.size() && pages[end] == pages[end - 1] + 1)
            ++end;
        runs << (end - n == 1 ? QString::number(pages[n])
                              : QString::number(pages[n]) + (end - n == 2 ? u", "_s : u"–"_s) + QString::number(pages[end - 1]));
        n = end;
    }
    return base::sentenceList(runs);
}

Line gapFor(int page)
{
    Line line;
    line.page = page;
    line.pageStart = true;
    line.gap = true;
    line.gapKind = u"no text layer"_s;
    return line;
}

} // namespace

Result<Extract> extractPdf(const QByteArray &bytes, Progress &progress)
{
    std::vector<PdfPage> pages;
    std::vector<int> blank;
    PdfAnswer answer;
    qsizetype characters = 0;
    ChildLimits limits;
    const auto part = [&](const QJsonObject &json) {
        if (json.contains(u"blank"_s)) {
            blank.push_back(json[u"blank"_s].toInt());
            return blank.size() <= pages.size();
        }
        auto page = pageFrom(json);
        if (!page || json[u"page"_s].toInt() != static_cast<int>(pages.size()) + 1 || static_cast<int>(pages.size()) >= answer.pages)
            return false;
        for (const PdfTextLine &line : page->lines)
            characters += line.text.size();
        pages.push_back(std::move(*page));
        progress.report(static_cast<int>(pages.size()), answer.pages,
                        QCoreApplication::translate("reading", "Reading page %1 of %2").arg(pages.size()).arg(answer.pages));
        return characters <= MostCharacters;
    };
    const auto enough = [&] { return static_cast<int>(pages.size()) == answer.pages; };
    progress.report(0, 1, QCoreApplication::translate("reading", "Opening the PDF"));
    if (auto asked = askPdfReader(bytes, {u"text"_s}, answer, part, enough, limits, progress); !asked)
        return asked.error();
    if (!enough())
        return refusal(
            QCoreApplication::translate("reading", "This PDF could be read only in part: print it to a new PDF and import that."));

    Extract extract;
    extract.format = u"pdf"_s;
    extract.pages = answer.pages;
    extract.title = base::simplified(base::cleanText(answer.title));
    const std::vector<Line> lines = layOutPages(pages);
    std::size_t next = 0;
    for (int page = 1; page <= extract.pages; ++page) {
        const std::size_t first = next;
        while (next < lines.size() && lines[next].page == page)
            extract.lines.push_back(lines[next++]);
        if (next > first || std::ranges::find(blank, page) != blank.end())
            continue;
        extract.emptyPages.push_back(page);
        extract.lines.push_back(gapFor(page));
    }
    if (lines.empty()) {
        if (extract.emptyPages.empty())
            return refusal(QCoreApplication::translate("reading", "The pages of this PDF are blank: there is nothing to read."));
        return refusal(
            extract.pages == 1
                ? QCoreApplication::translate(
                      "reading",
                      "The page of this PDF is a picture without text: run text recognition (OCR) on it, then import the result.")
                : QCoreApplication::translate("reading",
                                              "All %1 pages of this PDF are pictures without text: run text recognition (OCR) on "
                                              "it, then import the result.")
                      .arg(extract.emptyPages.size()));
    }
    if (extract.emptyPages.size() == 1) {
        extract.notices << QCoreApplication::translate(
                               "reading", "Page %1 is a picture without text and stands as a gap: run text recognition (OCR) on the "
                                          "document and import it again to have its words.")
                               .arg(extract.emptyPages.front());
    } else if (!extract.emptyPages.empty()) {
        extract.notices << QCoreApplication::translate(
                               "reading", "Pages %1 are pictures without text and stand as gaps: run text recognition (OCR) on the "
                                          "document and import it again to have their words.")
                               .arg(pageList(extract.emptyPages));
    }
    return extract;
}

Result<QByteArray> pdfPagePicture(const QByteArray &bytes, int page, int width, const Progress &progress)
{
    PdfAnswer answer;
    ChildLimits limits;
    limits.longest = 30'000;
    const auto asked = askPdfReader(
        bytes, {u"picture"_s, QString::number(page), QString::number(width)}, answer, [](const QJsonObject &) { return false; },
        [] { return false; }, limits, progress);
    if (!asked)
        return asked.error();
    return answer.picture;
}

Result<std::vector<QSizeF>> pdfPageSizes(const QByteArray &bytes, const Progress &progress)
{
    PdfAnswer answer;
    std::vector<QSizeF> sizes;
    const auto part = [&](const QJsonObject &json) {
        for (const QJsonValue &value : json[u"sizes"_s].toArray())
            sizes.emplace_back(number(value[0]), number(value[1]));
        return sizes.size() <= static_cast<std::size_t>(answer.pages);
    };
    const auto asked = askPdfReader(
        bytes, {u"pages"_s}, answer, part, [] { return false; }, {}, progress);
    if (!asked)
        return asked.error();
    return sizes;
}

} // namespace entente::reading
