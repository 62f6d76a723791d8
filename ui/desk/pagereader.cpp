#include "ui/desk/pagepictures.h"

// The pages of a PDF, as the reader's child process sees and paints them.
namespace entente::ui {

PageReader childProcessReader()
{
    PageReader reader;
    reader.sizes = [](const QByteArray &, Progress &) -> Result<std::vector<QSizeF>> {
        return refusal(PagePictures::tr("This build of the program shows no pages; the text stands under “Text”."));
    };
    reader.picture = [](const QByteArray &, int, int, Progress &) -> Result<QImage> {
        return refusal(PagePictures::tr("This page cannot be shown."));
    };
    return reader;
}

} // namespace entente::ui
