#include "core/network/rings.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

namespace entente::network {

namespace {

constexpr double Slack = 1.04; // boxes lie on a curve: what fits side by side on the average needs a little more
constexpr double HalfPi = std::numbers::pi / 2;

} // namespace

RingForm::RingForm(const QSizeF &usual, double aspect) : m_aspect(std::clamp(aspect, 0.4, 2.5)), m_usual(usual.expandedTo(QSizeF(1, 1)))
{
    m_bend = std::atan2(m_usual.width(), m_aspect * m_usual.height());
    m_quarter = std::sin(m_bend) / m_usual.height() + m_aspect * std::cos(m_bend) / m_usual.width();
}

QPointF RingForm::at(double turn, double radius) const
{
    const double quarters = 4 * (turn - std::floor(turn));
    const int quarter = std::min(3, static_cast<int>(quarters));
    // Odd quarters run backwards: from the top to the side.
    const double part = quarter % 2 == 0 ? quarters - quarter : quarter + 1 - quarters;
    const double boxes = part * m_quarter;
    const double upright = std::sin(m_bend) / m_usual.height();
    const double angle = boxes <= upright ? std::asin(std::min(1.0, boxes * m_usual.height()))
                                          : std::acos(std::clamp(std::cos(m_bend) - (boxes - upright) * m_usual.width() / m_aspect, 0.0, 1.0));
    const double x = m_aspect * radius * std::cos(angle);
    const double y = radius * std::sin(angle);
    return {quarter == 0 || quarter == 3 ? x : -x, quarter < 2 ? y : -y};
}

double RingForm::radiusOf(const QPointF &place) const
{
    return std::hypot(place.x() / m_aspect, place.y());
}

double RingForm::turnOf(const QPointF &place) const
{
    const double angle = std::atan2(std::abs(place.y()), std::abs(place.x()) / m_aspect);
    const double upright = std::sin(std::min(angle, m_bend)) / m_usual.height();
    const double level = angle > m_bend ? m_aspect * (std::cos(m_bend) - std::cos(angle)) / m_usual.width() : 0;
    const double part = (upright + level) / m_quarter;
    if (place.y() >= 0)
        return (place.x() >= 0 ? part : 2 - part) / 4;
    const double turn = (place.x() < 0 ? 2 + part : 4 - part) / 4;
    return turn >= 1 ? turn - 1 : turn;
}

double RingForm::separation(double turn, const QSizeF &room) const
{
    const QPointF place = at(turn, 1);
    const double across = std::abs(place.y());                        // |sin|: how far an angle goes sideways
    const double upright = std::abs(place.x()) / m_aspect;            // |cos|
    const double density = std::max(m_aspect * across / m_usual.width(), upright / m_usual.height()) / (4 * m_quarter);
    const double sideways = across > 1e-9 ? room.width() / (m_aspect * across) : std::numeric_limits<double>::infinity();
    const double above = upright > 1e-9 ? room.height() / upright : std::numeric_limits<double>::infinity();
    return std::min(sideways, above) * density;
}

double RingForm::need(const QSizeF &room) const
{
    const double width = std::max(room.width(), 1e-3);
    const double height = std::max(room.height(), 1e-3);
    return width * height / (4 * std::hypot(width, m_aspect * height));
}

Ring ringFor(double need, double least, double step, double stretch)
{
    need *= Slack;
    const auto outerOf = [&](int tracks) {
        const double radius = std::max(least, need / tracks - step * (tracks - 1) / 2);
        return radius + step * (tracks - 1);
    };
    double best = outerOf(1);
    int most = 1;
    while (outerOf(most + 1) < best)
        best = outerOf(++most);
    for (int tracks = 1; tracks <= most; ++tracks) {
        if (outerOf(tracks) <= best * stretch || tracks == most)
            return {outerOf(tracks) - step * (tracks - 1), step, tracks};
    }
    return {least, step, 1};
}

std::vector<double> spreadAround(std::span<const double> wishes, std::span<const QSizeF> boxes, double gap, const RingForm &form, double radius)
{
    const std::size_t n = wishes.size();
    std::vector<double> turns(wishes.begin(), wishes.end());
    if (n < 2)
        return turns;
    // Cut where the way to the next is longest, so that nothing is pressed over the cut.
    std::size_t cut = 0;
    double longest = -1;
    for (std::size_t i = 0; i < n; ++i) {
        const double way = i + 1 < n ? wishes[i + 1] - wishes[i] : wishes[0] + 1 - wishes[i];
        if (way > longest) {
            longest = way;
            cut = (i + 1) % n;
        }
    }
    const auto item = [&](std::size_t k) { return (cut + k) % n; };
    std::vector<double> wanted(n);
    for (std::size_t k = 0; k < n; ++k)
        wanted[k] = wishes[item(k)] + (item(k) < cut ? 1 : 0);
    std::vector<double> found = wanted;
    // The room needed depends on the place: a second pass takes it where the first one put them.
    for (int pass = 0; pass < 3; ++pass) {
        std::vector<double> before(n + 1, 0); // room from the first to the k-th; [n] = around to the first
        for (std::size_t k = 1; k <= n; ++k) {
            const QSizeF room = (boxes[item(k - 1)] + boxes[item(k % n)]) / 2 + QSizeF(gap, gap);
            const double middle = k < n ? (found[k - 1] + found[k]) / 2 : (found[n - 1] + found[0] + 1) / 2;
            before[k] = before[k - 1] + form.separation(middle, room) / radius;
        }
        if (before[n] >= 1) { // too many: shared out evenly
            const double scale = 1 / before[n];
            const double start = std::accumulate(wanted.begin(), wanted.end(), 0.0) / double(n)
                - scale * std::accumulate(before.begin(), before.end() - 1, 0.0) / double(n);
            for (std::size_t k = 0; k < n; ++k)
                found[k] = start + scale * before[k];
            continue;
        }
        // Least squares under the order: neighbours that would be too near become one block (pool adjacent violators, Ayer et al. 1955).
        struct Block
        {
            double sum;
            std::size_t count;
        };
        std::vector<Block> blocks;
        for (std::size_t k = 0; k < n; ++k) {
            blocks.push_back({wanted[k] - before[k], 1});
            while (blocks.size() > 1) {
                const Block last = blocks.back();
                const Block &previous = blocks[blocks.size() - 2];
                if (previous.sum / double(previous.count) <= last.sum / double(last.count))
                    break;
                blocks.pop_back();
                blocks.back().sum += last.sum;
                blocks.back().count += last.count;
            }
        }
        // Last and first must be apart too, around the cut.
        const double free = 1 - before[n];
        const double first = blocks.front().sum / double(blocks.front().count);
        const double last = blocks.back().sum / double(blocks.back().count);
        const double excess = std::max(0.0, last - first - free);
        std::size_t k = 0;
        for (const Block &block : blocks) {
            const double base = std::clamp(block.sum / double(block.count), first + excess / 2, last - excess / 2);
            for (std::size_t i = 0; i < block.count; ++i, ++k)
                found[k] = base + before[k];
        }
    }
    for (std::size_t k = 0; k < n; ++k)
        turns[item(k)] = found[k] - std::floor(found[k]);
    return turns;
}

std::vector<RingPlace> placeOnRing(std::span<const double> wishes, std::span<const QSizeF> boxes, double gap, const RingForm &form, const Ring &ring)
{
    const std::size_t n = wishes.size();
    std::vector<RingPlace> places(n);
    // Each goes to the track that lags most behind its share, which is as large as the track is long.
    const auto tracks = static_cast<std::size_t>(ring.tracks);
    double total = 0;
    for (std::size_t track = 0; track < tracks; ++track)
        total += ring.radius + ring.step * double(track);
    std::vector<double> debt(tracks, 0);
    std::vector<std::vector<std::size_t>> members(tracks);
    for (std::size_t i = 0; i < n; ++i) {
        std::size_t chosen = 0;
        for (std::size_t track = 0; track < tracks; ++track) {
            debt[track] += total > 0 ? (ring.radius + ring.step * double(track)) / total : 1;
            if (debt[track] > debt[chosen] + 1e-9)
                chosen = track;
        }
        debt[chosen] -= 1;
        members[chosen].push_back(i);
    }
    for (std::size_t track = 0; track < tracks; ++track) {
        const double radius = ring.radius + ring.step * double(track);
        std::vector<double> trackWishes;
        std::vector<QSizeF> trackBoxes;
        for (const std::size_t i : members[track]) {
            trackWishes.push_back(wishes[i]);
            trackBoxes.push_back(boxes[i]);
        }
        const std::vector<double> turns = spreadAround(trackWishes, trackBoxes, gap, form, std::max(radius, 1e-3));
        for (std::size_t k = 0; k < members[track].size(); ++k)
            places[members[track][k]] = {turns[k], radius};
    }
    return places;
}

double shiftByLeaning(std::span<const double> turns, std::span<const double> leaning)
{
    double x = 0;
    double y = 0;
    for (std::size_t i = 0; i < std::min(turns.size(), leaning.size()); ++i) {
        x += leaning[i] * std::cos(turns[i] * 2 * std::numbers::pi);
        y += leaning[i] * std::sin(turns[i] * 2 * std::numbers::pi);
    }
    return std::hypot(x, y) < 1e-6 ? 0 : -std::atan2(y, x) / (2 * std::numbers::pi);
}

Turning turningTo(std::span<const double> turns, std::span<const double> known)
{
    Turning best;
    double most = -1;
    for (const bool mirrored : {false, true}) {
        double x = 0;
        double y = 0;
        for (std::size_t i = 0; i < turns.size(); ++i) {
            const double angle = 2 * std::numbers::pi * (known[i] - (mirrored ? -turns[i] : turns[i]));
            x += std::cos(angle);
            y += std::sin(angle);
        }
        if (std::hypot(x, y) > most + 1e-9) {
            most = std::hypot(x, y);
            best = {std::atan2(y, x) / (2 * std::numbers::pi), mirrored};
        }
    }
    return best;
}

double widestGap(std::vector<double> turns)
{
    if (turns.empty())
        return 0;
    std::sort(turns.begin(), turns.end());
    double best = (turns.back() + turns.front() + 1) / 2;
    double widest = turns.front() + 1 - turns.back();
    for (std::size_t i = 1; i < turns.size(); ++i) {
        if (turns[i] - turns[i - 1] > widest) {
            widest = turns[i] - turns[i - 1];
            best = (turns[i] + turns[i - 1]) / 2;
        }
    }
    return best - std::floor(best);
}

QPointF roundedPlace(const QPointF &place)
{
    constexpr double Grain = 16;
    return {std::round(place.x() * Grain) / Grain, std::round(place.y() * Grain) / Grain};
}

} // namespace entente::network
