#include "ui/desk/pagepictures.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kilobytesKept = 96 * 1024;
constexpr std::size_t mostWanted = 6;
constexpr qint64 largestFile = 256 * 1024 * 1024;

} // namespace

PagePictures::PagePictures(QObject *parent)
    : QObject(parent)
    , m_pictures(kilobytesKept)
{}

void PagePictures::close()
{
    m_opening.cancel();
    m_painting.cancel();
    m_bytes.clear();
    m_sizes.clear();
    m_pictures.clear();
    m_refusals.clear();
    m_wanted.clear();
    m_current = {0, 0};
}

void PagePictures::open(const QString &path, const QString &hash)
{
    close();
    using Answer = Result<Opened>;
    m_opening.start<Answer>(
        [path, hash, sizes = reader.sizes](Progress &progress) -> Answer {
            const QString name = QFileInfo(path).fileName();
            QFile file(path);
            if (!file.exists() || !file.open(QIODevice::ReadOnly))
                return refusal(tr("“%1” is no longer in %2.").arg(name, QFileInfo(path).absolutePath()));
            if (file.size() > largestFile)
                return refusal(tr("“%1” is too large to be shown.").arg(name));
            Opened opened{file.readAll(), {}};
            if (QString::fromLatin1(QCryptographicHash::hash(opened.bytes, QCryptographicHash::Sha256).toHex()) != hash)
                return refusal(tr("“%1” has changed since the text was read from it.").arg(name));
            auto read = sizes(opened.bytes, progress);
            if (!read)
                return read.error();
            opened.sizes = *std::move(read);
            return opened;
        },
        [this, path, hash](Answer answer) {
            if (!answer) {
                emit failed(answer.error());
                return;
            }
            m_bytes = answer->bytes;
            m_sizes = answer->sizes;
            emit opened();
            emit openedFile(path, hash);
        });
}

QImage PagePictures::picture(int page, int width)
{
    const QImage *kept = m_pictures.object(page);
    const std::pair wanted(page, width);
    if ((!kept || kept->width() != width) && !m_refusals.contains(page) && m_current != wanted) {
        std::erase_if(m_wanted, [&](const auto &other) { return other.first == page; });
        m_wanted.push_back(wanted);
        if (m_wanted.size() > mostWanted)
            m_wanted.erase(m_wanted.begin()); // Scrolled past.
        if (!m_painting.isRunning())
            QMetaObject::invokeMethod(this, &PagePictures::paintNext, Qt::QueuedConnection);
    }
    return kept ? *kept : QImage();
}

void PagePictures::paintNext()
{
    if (m_wanted.empty() || m_painting.isRunning() || m_bytes.isEmpty())
        return;
    m_current = m_wanted.back();
    m_wanted.pop_back();
    using Answer = Result<QImage>;
    m_painting.start<Answer>([bytes = m_bytes, at = m_current, paint = reader.picture](
                                 Progress &progress) { return paint(bytes, at.first, at.second, progress); },
                             [this](Answer answer) {
                                 const auto [page, width] = m_current;
                                 m_current = {0, 0};
                                 if (!answer) {
                                     m_refusals.insert(page, answer.error().sentence);
                                 } else {
                                     // Whatever width came, it stands for the one asked for: asking again would not end.
                                     QImage image = answer->width() == width ? *answer : answer->scaledToWidth(width, Qt::SmoothTransformation);
                                     const auto cost = int(std::min<qsizetype>(image.sizeInBytes() / 1024 + 1, kilobytesKept));
                                     m_pictures.insert(page, new QImage(std::move(image)), cost);
                                 }
                                 emit painted();
                                 paintNext();
                             });
}

} // namespace entente::ui
