#include "ui/network/networklook.h"

#include "ui/network/networkdrawing.h"
#include "ui/paint/tokens.h"

namespace entente::ui {

using namespace Qt::StringLiterals;

exchange::NetworkLook networkLook(const Lookup &lookup)
{
    exchange::NetworkLook look;
    for (const Side side : {Side::Unknown, Side::Eu, Side::Rok, Side::Multilateral, Side::Third})
        look.sideColours[std::size_t(side)] = tokens(Theme::Light).side(side).rgb() & 0xFFFFFF;
    Lens lens;
    lens.scope = Scope::All;
    lens.onlyInForce = false;
    const auto drawing = networkDrawing(lookup, lens, {.layout = u"stress"_s});
    for (const network::Box &box : drawing->picture().boxes)
        look.places.insert(box.id, box.rect.center());
    return look;
}

} // namespace entente::ui
