#include "inkwidths.h"

#include <algorithm>

namespace entente::extract {

namespace {

/// Hangul, Han, kana and full-width forms fill their square.
bool fillsSquare(char16_t c)
{
    return (c >= 0x1100 && c <= 0x11FF) || (c >= 0x2E80 && c <= 0xD7FB) || (c >= 0xF900 && c < 0xFFF0);
}

} // namespace

double advanceOf(QChar character)
{
    const char16_t c = character.unicode();
    if (character.isSpace())
        return 0.26;
    if (character.isMark() || character.isLowSurrogate() || c < 0x20)
        return 0;
    if (fillsSquare(c))
        return 0.92;
    if (QStringView(u"iljI.,;:'|!’‘·").contains(character))
        return 0.26;
    if (QStringView(u"\xFFFE"
                    u"frt()[]{}-/\\\"“”°*ºª¹²³")
            .contains(character))
        return 0.36;
    if (QStringView(u"mwMW@%—…").contains(character))
        return 0.82;
    if (character.isUpper())
        return 0.67;
    if (c >= 0x2460 && c <= 0x27BF) // ① □ ※
        return 0.9;
    return 0.5;
}

Ink inkOf(QStringView text)
{
    text = text.trimmed();
    Ink ink;
    for (const QChar character : text) {
        const char16_t c = character.unicode();
        ink.width += advanceOf(character);
        double above = 0.46;
        double below = 0.01;
        if (fillsSquare(c)) {
            above = 0.80;
            below = 0.10;
        } else if (character.isSpace() || character.isMark()) {
            above = 0;
        } else if (QStringView(u"-–—·~=+<>\xFFFE").contains(character)) {
            above = 0.30;
            below = -0.2;
        } else if (QStringView(u".…_").contains(character)) {
            above = 0.1;
        } else if (c == u',' || c == u';') {
            above = c == u',' ? 0.1 : 0.46;
            below = 0.14;
        } else if (QStringView(u"()[]{}|@$").contains(character) || character == u'j') {
            above = 0.70;
            below = 0.20;
        } else if (QStringView(u"gpqyçµ").contains(character)) {
            below = 0.21;
        } else if (QStringView(u"/bdfhiklt!?:“”‘’'\"*&%#§£").contains(character) || character.isUpper() || character.isDigit() ||
                   c > 0xBF) {
            above = character == u':' ? 0.46 : 0.69;
        }
        ink.above = std::max(ink.above, above);
        ink.below = ink.below == 0 ? below : std::max(ink.below, below);
    }
    if (ink.height() < 0.08)
        ink.above = 0.08 - ink.below;
    return ink;
}

} // namespace entente::extract
