#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

/// PDF files written by hand, as small and as odd as a test needs them. Letters of ASCII only; fonts of the reader.
namespace entente::tests {

/// Something written on a page: the left end of its base line from the bottom left corner, in points.
struct PdfText
{
    double x = 0;
    double y = 0;
    double size = 11;
    QString text;
    double angle = 0;    ///< Degrees, against the clock.
    bool hidden = false; ///< As text recognition lays its words over a picture.
};

struct PdfSheet
{
    std::vector<PdfText> texts;
    double width = 595;
    double height = 842;
    int turned = 0; ///< Degrees by which viewers turn it clockwise.
};

/// A document of these pages. Each word is drawn by a command of its own when `wordByWord`, each text as a whole otherwise.
QByteArray writePdf(const std::vector<PdfSheet> &sheets, bool wordByWord = false);

/// A document of objects as they are; the first is the catalogue.
QByteArray pdfOfObjects(const std::vector<QByteArray> &objects);

/// An agreement with articles, paragraphs, points and running headers and footers that fills so many pages.
QByteArray longPdf(int pages);

} // namespace entente::tests
