#pragma once

#include <QtGlobal>

#include <utility>
#include <vector>

namespace entente::network {

/// A small generator with the same numbers on every machine: std::shuffle and the distributions of the standard library differ
/// between its makers. SplitMix64 (Steele, Lea, Flood 2014).
class Random
{
public:
    explicit Random(quint64 seed) : m_state(seed) {}

    quint64 next()
    {
        quint64 z = (m_state += 0x9E3779B97F4A7C15u);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }

    /// 0 … bound − 1; the bias is below bound / 2³².
    int below(int bound) { return static_cast<int>(((next() >> 32) * static_cast<quint64>(bound)) >> 32); }

    /// 0 ≤ x < 1.
    double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

    template<typename T>
    void shuffle(std::vector<T> &items)
    {
        for (std::size_t i = items.size(); i > 1; --i)
            std::swap(items[i - 1], items[static_cast<std::size_t>(below(static_cast<int>(i)))]);
    }

private:
    quint64 m_state;
};

} // namespace entente::network
