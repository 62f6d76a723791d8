#include "core/exchange/csv.h"
#include "core/exchange/network.h"
#include "core/model/validation.h"

#include <cstdint>
#include <cstdlib>

/// Any bytes are read as GEXF and as GraphML. Nothing crashes or hangs; what is refused has its sentence; what is taken in makes a map without
/// problems, a second time nothing, and can be written and read again.
namespace {

using namespace entente;
using namespace entente::exchange;

void require(bool law)
{
    if (!law)
        std::abort();
}

void check(const Result<NetworkFile> &network)
{
    if (!network) {
        require(!network.error().sentence.isEmpty());
        return;
    }
    static const model::Model blank = blankMap();
    const auto taken = takeIn(blank, *network, QStringLiteral("file"));
    if (!taken) {
        require(!taken.error().sentence.isEmpty());
        return;
    }
    model::Model map = blank;
    map.apply(taken->changes);
    require(model::problemsOf(map).empty());
    const auto twice = takeIn(map, *network, QStringLiteral("file"));
    require(twice && twice->changes.isEmpty());
    const auto again = readNetwork(toGexf(networkOf(model::Lookup(map))));
    require(again && takeIn(map, *again, QStringLiteral("file"))->changes.isEmpty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    check(readGexf(bytes));
    check(readGraphml(bytes));
    return 0;
}
