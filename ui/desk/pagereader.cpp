#include "core/reading/pdfpages.h"
#include "ui/desk/pagepictures.h"

// The pages of a PDF, as the reader's child process sees and paints them.
namespace entente::ui {

PageReader childProcessReader()
{
    PageReader reader;
    reader.sizes = [](const QByteArray &bytes, Progress &progress) { return reading::pdfPageSizes(bytes, progress); };
    reader.picture = [](const QByteArray &bytes, int page, int width, Progress &progress) -> Result<QImage> {
        const auto picture = reading::pdfPagePicture(bytes, page, width, progress);
        if (!picture)
            return picture.error();
        const QImage image = QImage::fromData(*picture, "PNG");
        if (image.isNull())
            return refusal(PagePictures::tr("This page cannot be shown."));
        return image;
    };
    return reader;
}

} // namespace entente::ui
