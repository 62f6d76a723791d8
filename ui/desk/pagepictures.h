#pragma once

#include "core/base/result.h"
#include "core/base/vocabulary.h"
#include "ui/job.h"

#include <QCache>
#include <QHash>
#include <QImage>
#include <QObject>
#include <QSizeF>

#include <functional>
#include <vector>

namespace entente::ui {

/// How pages become pictures; a test puts its own in. Both are called off the window's thread.
struct PageReader
{
    /// Points, page by page.
    std::function<Result<std::vector<QSizeF>>(const QByteArray &bytes, Progress &progress)> sizes;
    /// One page, `width` pixels wide.
    std::function<Result<QImage>(const QByteArray &bytes, int page, int width, Progress &progress)> picture;
};
/// The reader's child process.
PageReader childProcessReader();

/// The pictures of a document's pages, drawn in the reader's child process in the background from the file it was read from. As many are
/// kept as fit into a bounded memory.
class PagePictures : public QObject
{
    Q_OBJECT

public:
    explicit PagePictures(QObject *parent = nullptr);

    PageReader reader = childProcessReader();

    /// Reads the file in the background and makes sure that it is the one with this hash.
    void open(const QString &path, const QString &hash);
    void close();

    /// In points, page by page; empty until the file has been opened.
    const std::vector<QSizeF> &sizes() const { return m_sizes; }
    /// The page this many pixels wide, or one of another width until it is painted; null where there is none yet.
    QImage picture(int page, int width);
    /// Why a page could not be painted.
    QString whyMissing(int page) const { return m_refusals.value(page); }

signals:
    void opened();
    /// It is the right file: worth remembering.
    void openedFile(const QString &path, const QString &hash);
    /// The file is gone, is another one, or cannot be read.
    void failed(const entente::base::Error &error);
    void painted();

private:
    struct Opened
    {
        QByteArray bytes;
        std::vector<QSizeF> sizes;
    };
    void paintNext();

    Job m_opening;
    Job m_painting;
    QByteArray m_bytes;
    std::vector<QSizeF> m_sizes;
    QCache<int, QImage> m_pictures; ///< By page; the cost is in kilobytes.
    QHash<int, QString> m_refusals;
    std::vector<std::pair<int, int>> m_wanted; ///< Page and width, the last asked for first served.
    std::pair<int, int> m_current{0, 0};
};

} // namespace entente::ui
