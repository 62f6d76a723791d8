#include "pdf.h"

#include <QStringList>

#include <cmath>
#include <numbers>

namespace entente::tests {

using namespace Qt::StringLiterals;

namespace {

QByteArray number(double value)
{
    return QByteArray::number(value, 'f', 3);
}

QByteArray literal(const QString &text)
{
    QByteArray result = "(";
    for (const char c : text.toLatin1()) {
        if (c == '(' || c == ')' || c == '\\')
            result += '\\';
        result += c;
    }
    return result + ')';
}

/// About as wide as Helvetica, so that words do not overlap.
double advance(QChar c)
{
    if (u"iljI.,;:'| "_s.contains(c))
        return 0.278;
    if (u"frt()-/"_s.contains(c))
        return 0.33;
    return c.isUpper() || c == u'm' || c == u'w' ? 0.72 : 0.556;
}

QByteArray contentOf(const PdfSheet &sheet, bool wordByWord)
{
    QByteArray content = "BT\n";
    for (const PdfText &text : sheet.texts) {
        const double turn = text.angle * std::numbers::pi / 180;
        double along = 0;
        const QStringList parts = wordByWord ? text.text.split(u' ') : QStringList{text.text};
        for (const QString &part : parts) {
            content += "/F " + number(text.size) + " Tf " + (text.hidden ? "3" : "0") + " Tr " + number(std::cos(turn)) + ' ' +
                       number(std::sin(turn)) + ' ' + number(-std::sin(turn)) + ' ' + number(std::cos(turn)) + ' ' +
                       number(text.x + along * std::cos(turn)) + ' ' + number(text.y + along * std::sin(turn)) + " Tm " + literal(part) +
                       " Tj\n";
            for (const QChar c : part + u' ')
                along += advance(c) * text.size;
        }
    }
    return content + "ET";
}

} // namespace

QByteArray pdfOfObjects(const std::vector<QByteArray> &objects)
{
    QByteArray pdf = "%PDF-1.5\n";
    QByteArray table;
    for (std::size_t n = 0; n < objects.size(); ++n) {
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(n + 1) + " 0 obj\n" + objects[n] + "\nendobj\n";
    }
    const QByteArray count = QByteArray::number(objects.size() + 1);
    const QByteArray start = QByteArray::number(pdf.size());
    return pdf + "xref\n0 " + count + "\n0000000000 65535 f \n" + table + "trailer\n<</Size " + count + "/Root 1 0 R>>\nstartxref\n" +
           start + "\n%%EOF\n";
}

QByteArray writePdf(const std::vector<PdfSheet> &sheets, bool wordByWord)
{
    std::vector<QByteArray> objects = {
        "<</Type/Catalog/Pages 2 0 R>>", {}, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"};
    QByteArray kids;
    for (const PdfSheet &sheet : sheets) {
        const QByteArray page = QByteArray::number(objects.size() + 1);
        const QByteArray content = contentOf(sheet, wordByWord);
        kids += page + " 0 R ";
        objects.push_back("<</Type/Page/Parent 2 0 R/MediaBox[0 0 " + number(sheet.width) + ' ' + number(sheet.height) + "]/Rotate " +
                          QByteArray::number(sheet.turned) + "/Resources<</Font<</F 3 0 R>>>>/Contents " +
                          QByteArray::number(objects.size() + 2) + " 0 R>>");
        objects.push_back("<</Length " + QByteArray::number(content.size()) + ">>stream\n" + content + "\nendstream");
    }
    objects[1] = "<</Type/Pages/Kids[" + kids + "]/Count " + QByteArray::number(sheets.size()) + ">>";
    return pdfOfObjects(objects);
}

QByteArray longPdf(int pages)
{
    std::vector<PdfSheet> sheets;
    int article = 0;
    for (int page = 1; page <= pages; ++page) {
        PdfSheet sheet;
        sheet.texts.push_back({470, 800, 10, u"2345/26"_s});
        double y = 760;
        const auto line = [&](double x, const QString &text) {
            sheet.texts.push_back({x, y, 11, text});
            y -= 14;
        };
        while (y > 140) {
            line(270, u"Article %1"_s.arg(++article));
            y -= 6;
            for (int paragraph = 1; paragraph <= 2; ++paragraph) {
                line(72, u"%1. The Participants intend to keep each other informed, in good time and in"_s.arg(paragraph));
                line(72, u"writing, of what bears upon matter %1 of their common programme, and to"_s.arg(article));
                line(72, u"name those who answer for it on either side:"_s);
                line(90, u"(a) one person for ordinary questions, with a deputy;"_s);
                line(90, u"(b) one office that can be reached by day and by night."_s);
                y -= 6;
            }
        }
        sheet.texts.push_back({72, 60, 10, u"2345/26"_s});
        sheet.texts.push_back({290, 60, 10, QString::number(page)});
        sheet.texts.push_back({480, 60, 10, u"LIMITE"_s});
        sheets.push_back(std::move(sheet));
    }
    return writePdf(sheets, true);
}

} // namespace entente::tests
