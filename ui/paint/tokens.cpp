#include "ui/paint/tokens.h"

#include <cmath>

namespace entente::ui {

namespace {

QColor hex(unsigned rgb)
{
    return QColor::fromRgb(rgb);
}

// The order of states is that of model::ProgressState: not applicable, not raised, mechanism only, raised, dormant, follow-up agreed,
// delivered, cannot tell.

Tokens lightTokens()
{
    Tokens t;
    t.theme = Theme::Light;
    t.canvas = hex(0xFFFFFF);
    t.ink = hex(0x1E242B);
    t.ink2 = hex(0x47505B);
    t.ink3 = hex(0x5F6873);
    t.hair = hex(0xD3D8DE);
    t.grid = hex(0xE8EBEF);
    t.eu = hex(0x1567C8);
    t.rok = hex(0xB24A0E);
    t.multilateral = hex(0x2F6048);
    t.third = hex(0x6F4275);
    t.laneEu = hex(0xF3F7FD);
    t.laneRok = hex(0xFDF6F1);
    t.laneOthers = hex(0xF6F6F4);
    t.pillarEu = hex(0xE2ECFA);
    t.pillarRok = hex(0xFAE5D9);
    t.selectionFill = hex(0xFFF0B3);
    t.selectionRing = hex(0x1E242B);
    t.responsible = hex(0xEDF1F5);
    t.reviews = hex(0xF8F9FB);
    t.missing = hex(0xD9DDE2);
    t.warn = hex(0x8A2D12);
    const QColor white = hex(0xFFFFFF);
    t.states[0] = {QColor(Qt::transparent), QColor(Qt::transparent), t.ink};
    t.states[1] = {white, t.ink, t.ink};
    t.states[2] = {white, t.ink, t.ink};
    t.states[3] = {hex(0xC6E5DB), t.ink, hex(0x1E242B)};
    t.states[4] = {hex(0xECE7DA), hex(0xB9AE90), hex(0x1E242B)};
    t.states[5] = {hex(0x237A67), hex(0x237A67), white};
    t.states[6] = {hex(0x0B4238), hex(0x0B4238), white};
    t.states[7] = {white, hex(0x957A2B), hex(0x7A5B00)};
    return t;
}

Tokens darkTokens()
{
    Tokens t;
    t.theme = Theme::Dark;
    t.canvas = hex(0x16191D);
    t.ink = hex(0xE8EBEF);
    t.ink2 = hex(0xB7BEC7);
    t.ink3 = hex(0xA0A8B2);
    t.hair = hex(0x3A4149);
    t.grid = hex(0x262B31);
    t.eu = hex(0x6C9BFA);
    t.rok = hex(0xEE7A45);
    t.multilateral = hex(0x8FDDA4);
    t.third = hex(0xB88FA9);
    t.laneEu = hex(0x171E2A);
    t.laneRok = hex(0x241B17);
    t.laneOthers = hex(0x1C1E20);
    t.pillarEu = hex(0x1D2A40);
    t.pillarRok = hex(0x3A251B);
    t.selectionFill = hex(0x3F360A);
    t.selectionRing = hex(0xFFE27A);
    t.responsible = hex(0x22272D);
    t.reviews = hex(0x1B1F24);
    t.missing = hex(0x3A4149);
    t.warn = hex(0xFF9D7A);
    const QColor dark = hex(0x16191D);
    t.states[0] = {QColor(Qt::transparent), QColor(Qt::transparent), t.ink};
    t.states[1] = {dark, t.ink, t.ink};
    t.states[2] = {dark, t.ink, t.ink};
    t.states[3] = {hex(0x1D4B41), t.ink, t.ink};
    t.states[4] = {hex(0x3A362A), hex(0x7A7152), t.ink};
    t.states[5] = {hex(0x4FB79D), hex(0x4FB79D), dark};
    t.states[6] = {hex(0xBFF3E4), hex(0xBFF3E4), dark};
    t.states[7] = {dark, hex(0xA89050), hex(0xE3C46A)};
    return t;
}

Tokens monoTokens()
{
    Tokens t;
    t.theme = Theme::Mono;
    const QColor white = hex(0xFFFFFF);
    const QColor black = hex(0x000000);
    t.canvas = white;
    t.ink = black;
    t.ink2 = hex(0x333333);
    t.ink3 = hex(0x555555);
    t.hair = hex(0xBBBBBB);
    t.grid = hex(0xE5E5E5);
    t.eu = t.rok = t.multilateral = t.third = black;
    t.laneEu = t.laneRok = hex(0xF5F5F5);
    t.laneOthers = white;
    t.pillarEu = t.pillarRok = hex(0xE9E9E9);
    t.selectionFill = hex(0xEEEEEE);
    t.selectionRing = black;
    t.responsible = hex(0xEEEEEE);
    t.reviews = white;
    t.missing = hex(0xBBBBBB);
    t.warn = black;
    t.states[0] = {QColor(Qt::transparent), QColor(Qt::transparent), black};
    t.states[1] = {white, black, black};
    t.states[2] = {white, black, black};
    t.states[3] = {hex(0xDDDDDD), black, black};
    t.states[4] = {white, hex(0x999999), black};
    t.states[5] = {hex(0x6E6E6E), hex(0x6E6E6E), white};
    t.states[6] = {black, black, white};
    t.states[7] = {white, black, hex(0x333333)};
    return t;
}

double luminance(const QColor &color)
{
    const auto linear = [](double channel) { return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

QColor Tokens::side(model::Side side) const
{
    switch (side) {
    case model::Side::Eu:
        return eu;
    case model::Side::Rok:
        return rok;
    case model::Side::Multilateral:
        return multilateral;
    case model::Side::Third:
        return third;
    case model::Side::Unknown:
        break;
    }
    return ink;
}

const Tokens &tokens(Theme theme)
{
    static const Tokens light = lightTokens();
    static const Tokens dark = darkTokens();
    static const Tokens mono = monoTokens();
    return theme == Theme::Dark ? dark : theme == Theme::Mono ? mono : light;
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace entente::ui
