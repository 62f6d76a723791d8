#include "core/reading/symbols.h"

#include <QHash>

namespace entente::reading {

using namespace Qt::StringLiterals;

QString symbolText(const QString &font, unsigned code)
{
    // Word moves the letters of symbol fonts to the private area.
    const unsigned letter = code >= 0xF000 && code <= 0xF0FF ? code - 0xF000 : code;
    if (font.compare("Symbol"_L1, Qt::CaseInsensitive) == 0) {
        static const QString capitals = u"ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"_s;
        static const QString smalls = u"αβχδεφγηιϕκλμνοπθρστυϖωξψζ"_s;
        static const QHash<unsigned, QChar> others = {
            {0xA3, u'≤'}, {0xB3, u'≥'}, {0xB0, u'°'}, {0xB1, u'±'}, {0xB4, u'×'}, {0xB7, u'•'}, {0xB8, u'÷'}, {0xB9, u'≠'}, {0xA7, u'♣'},
            {0xAB, u'↔'}, {0xAC, u'←'}, {0xAD, u'↑'}, {0xAE, u'→'}, {0xAF, u'↓'}, {0xBE, u'—'}, {0xD2, u'®'}, {0xD3, u'©'}, {0xD4, u'™'},
            {0xA2, u'′'}, {0xB2, u'″'}, {0xBC, u'…'}, {0x2D, u'−'},
        };
        if (letter >= 'A' && letter <= 'Z')
            return capitals[static_cast<qsizetype>(letter - 'A')];
        if (letter >= 'a' && letter <= 'z')
            return smalls[static_cast<qsizetype>(letter - 'a')];
        if (const auto found = others.constFind(letter); found != others.constEnd())
            return *found;
        return letter >= 0x20 && letter < 0x7F ? QString(QChar(static_cast<char16_t>(letter))) : u"•"_s;
    }
    if (font.startsWith("Wingdings"_L1, Qt::CaseInsensitive) || (code >= 0xF000 && code <= 0xF0FF)) {
        static const QHash<unsigned, QChar> signs = {
            {0x6F, u'□'}, {0x71, u'❑'}, {0xA8, u'□'}, {0x6E, u'■'}, {0xA7, u'▪'}, {0xFC, u'✓'}, {0xFE, u'☑'}, {0xFD, u'☒'}, {0xFB, u'✗'},
            {0x78, u'☒'}, {0xE0, u'→'}, {0xDF, u'←'}, {0xE8, u'➔'}, {0xD8, u'➢'}, {0x76, u'❖'}, {0x4A, u'☺'}, {0x28, u'☎'}, {0x2A, u'✉'},
        };
        return signs.value(letter, u'•');
    }
    if (code < 0x20 || code > 0xFFFF || QChar::isSurrogate(code))
        return u"•"_s;
    return QChar(static_cast<char16_t>(code));
}

} // namespace entente::reading
