#include "pages.h"

#include "align.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPdfDocument>
#include <QPdfSelection>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <vector>

namespace entente::extract {

using namespace Qt::StringLiterals;

namespace {

constexpr int Version = 1;
constexpr int MostPages = 20'000;
constexpr qsizetype MostCharacters = 400'000; ///< Of one page.
constexpr int MostQuestions = 4'000;          ///< About single lines, for the whole document; each takes some milliseconds.
constexpr qint64 LongestAsking = 8'000;       ///< Milliseconds.
constexpr std::size_t MostLookedAt = 24;      ///< Pages without text that are drawn to see whether they are blank.
constexpr int LeastWidth = 16;
constexpr int MostWidth = 4'000;
constexpr int MostHeight = 8'000;

bool say(const QJsonObject &object)
{
    return extract::say(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

double tenth(double value)
{
    return std::isfinite(value) ? std::round(std::clamp(value, -1e6, 1e6) * 10) / 10 : 0;
}

std::vector<QRectF> boxesOf(const QPdfSelection &selection)
{
    std::vector<QRectF> boxes;
    const QList<QPolygonF> bounds = selection.bounds();
    for (const QPolygonF &polygon : bounds)
        boxes.push_back(polygon.boundingRect());
    return boxes;
}

/// Whether nothing is drawn on a page.
bool isBlank(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        const auto *pixels = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        if (std::any_of(pixels, pixels + image.width(), [](QRgb pixel) { return qAlpha(pixel) > 8 && qGray(pixel) < 250; }))
            return false;
    }
    return !image.isNull();
}

bool sayText(QPdfDocument &document)
{
    std::vector<int> empty;
    int questions = MostQuestions;
    qint64 asking = 0;
    for (int page = 0; page < document.pageCount(); ++page) {
        const QPdfSelection all = document.getAllText(page);
        const QString text = all.text().left(MostCharacters);
        const auto ask = [&](qsizetype offset, qsizetype length) -> std::vector<QRectF> {
            if (asking > LongestAsking)
                return {};
            QElapsedTimer timer;
            timer.start();
            const QPdfSelection part = document.getSelectionAtIndex(page, static_cast<int>(offset), static_cast<int>(length));
            asking += timer.elapsed();
            // Where the count of characters has gone astray, the answer is about another stretch.
            return part.text() == QStringView(text).mid(offset, length) ? boxesOf(part) : std::vector<QRectF>();
        };
        QJsonArray lines;
        for (const TextLine &line : alignLines(text, boxesOf(all), ask, questions)) {
            QJsonArray one = {line.text};
            for (const Piece &piece : line.pieces) {
                one.append(QJsonArray{piece.start, tenth(piece.box.x()), tenth(piece.box.y()), tenth(piece.box.width()),
                                      tenth(piece.box.height())});
            }
            lines.append(one);
        }
        if (lines.isEmpty())
            empty.push_back(page);
        const QSizeF size = document.pagePointSize(page);
        if (!say(QJsonObject{
                {u"page"_s, page + 1}, {u"width"_s, tenth(size.width())}, {u"height"_s, tenth(size.height())}, {u"lines"_s, lines}}))
            return false;
    }
    // Last, since drawing is where documents break readers: whoever listens has all words by now.
    for (std::size_t n = 0; n < std::min(empty.size(), MostLookedAt); ++n) {
        if (isBlank(document.render(empty[n], QSize(80, 110))) && !say(QJsonObject{{u"blank"_s, empty[n] + 1}}))
            return false;
    }
    return true;
}

bool saySizes(QPdfDocument &document)
{
    QJsonArray sizes;
    for (int page = 0; page < document.pageCount(); ++page) {
        const QSizeF size = document.pagePointSize(page);
        sizes.append(QJsonArray{tenth(size.width()), tenth(size.height())});
    }
    return say(QJsonObject{{u"sizes"_s, sizes}});
}

bool sayPicture(QPdfDocument &document, int page, int width)
{
    if (page < 1 || page > document.pageCount())
        return say(QJsonObject{{u"error"_s, u"no such page"_s}});
    const QSizeF size = document.pagePointSize(page - 1);
    const double shape = size.width() > 0 && size.height() > 0 ? size.height() / size.width() : 1.4;
    width = std::clamp(width, LeastWidth, MostWidth);
    if (width * shape > MostHeight)
        width = std::max(LeastWidth, static_cast<int>(MostHeight / shape));
    const int height = std::clamp(static_cast<int>(std::lround(width * shape)), 1, MostHeight);
    const QImage drawn = document.render(page - 1, QSize(width, height));
    if (drawn.isNull())
        return say(QJsonObject{{u"error"_s, u"damaged"_s}});
    // Paper is white: PDFium paints on nothing.
    QImage picture(drawn.size(), QImage::Format_RGB32);
    picture.fill(Qt::white);
    for (int y = 0; y < picture.height(); ++y) {
        const auto *from = reinterpret_cast<const QRgb *>(drawn.constScanLine(y));
        auto *to = reinterpret_cast<QRgb *>(picture.scanLine(y));
        for (int x = 0; x < picture.width(); ++x) {
            const int paper = 255 - qAlpha(from[x]);
            const auto over = [&](int ink) { return std::min(255, ink * qAlpha(from[x]) / 255 + paper); };
            to[x] = qRgb(over(qRed(from[x])), over(qGreen(from[x])), over(qBlue(from[x])));
        }
    }
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    if (!picture.save(&buffer, "PNG", 80))
        return say(QJsonObject{{u"error"_s, u"damaged"_s}});
    return say(QJsonObject{{u"picture"_s, png.size()}}) &&
           std::fwrite(png.constData(), 1, static_cast<std::size_t>(png.size()), stdout) == static_cast<std::size_t>(png.size());
}

} // namespace

bool say(const QByteArray &json)
{
    const QByteArray line = json + '\n';
    return std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout) == static_cast<std::size_t>(line.size()) &&
           std::fflush(stdout) == 0;
}

int answer(const Task &task, QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    const auto fail = [](const QString &error) {
        say(QJsonObject{{u"error"_s, error}});
        return 1;
    };
    if (document.error() == QPdfDocument::Error::IncorrectPassword || document.error() == QPdfDocument::Error::UnsupportedSecurityScheme)
        return fail(u"encrypted"_s);
    if (document.status() != QPdfDocument::Status::Ready)
        return fail(u"damaged"_s);
    if (document.pageCount() < 1)
        return fail(u"empty"_s);
    if (document.pageCount() > MostPages)
        return fail(u"too many pages"_s);
    const QString title = document.metaData(QPdfDocument::MetaDataField::Title).toString().left(1'000);
    bool said = say(QJsonObject{{u"entente-extract"_s, Version}, {u"pages"_s, document.pageCount()}, {u"title"_s, title}});
    switch (task.mode) {
    case Mode::Text:
        said = said && sayText(document);
        break;
    case Mode::Pages:
        said = said && saySizes(document);
        break;
    case Mode::Picture:
        said = said && sayPicture(document, task.page, task.width);
        break;
    }
    return said && say(QJsonObject{{u"end"_s, true}}) ? 0 : 1;
}

} // namespace entente::extract
