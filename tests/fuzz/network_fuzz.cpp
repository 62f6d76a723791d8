#include "core/exchange/networkfile.h"

#include <cstdint>
#include <cstdlib>

/// Any bytes are read as GEXF and as GraphML. Nothing crashes or hangs, and what is refused has its sentence. What is read can be written in both
/// forms; what becomes of it in a map is tested with the exchange.
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
    require(!toGexf(*network).isEmpty());
    require(!toGraphml(*network).isEmpty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    check(readGexf(bytes));
    check(readGraphml(bytes));
    return 0;
}
