#include "ui/paint/fonts.h"

#include <QDir>
#include <QFontDatabase>

namespace entente::ui {

using namespace Qt::StringLiterals;

void loadFonts()
{
    static bool loaded = false;
    if (loaded)
        return;
    loaded = true;
    const QDir fonts(u":/fonts"_s);
    for (const QString &file : fonts.entryList())
        QFontDatabase::addApplicationFont(fonts.filePath(file));
    // Noto Sans has no Hangul; this order keeps the text layer of PDFs exact.
    QFont::insertSubstitutions(u"Noto Sans"_s, {u"NanumGothic"_s});
}

QFont drawingFont(double pixels, bool bold)
{
    QFont font;
    font.setFamilies({u"Noto Sans"_s, u"NanumGothic"_s});
    // A point size is kept as a real number, a pixel size only as a whole one; drawings are made for 96 dpi.
    font.setPointSizeF(pixels * 72.0 / 96.0);
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    // Pictures are looked at on other screens than they were made for: no coloured rims.
    font.setStyleStrategy(QFont::StyleStrategy(QFont::PreferAntialias | QFont::NoSubpixelAntialias));
    // A ligature (the ffi of "Office") would stand as one sign in the text layer of a PDF, where nobody finds it. Spacing of any size, here a
    // sixty-fourth of a pixel, turns ligatures off; Qt 6.4 has no other way.
    font.setLetterSpacing(QFont::AbsoluteSpacing, 1.0 / 64.0);
    return font;
}

} // namespace entente::ui
