#pragma once

#include "core/base/vocabulary.h"

#include <QHash>
#include <QString>

#include <vector>

/// How Korean texts write names: with or without spaces, and with particles stuck to their end.
namespace entente::reading {

/// Whether a text has Hangul in it.
bool hasHangul(const QString &text);

/// The letters and figures of a text, folded, without spaces and points: `한-EU 사이버정책협의회` is `한eu사이버정책협의회`.
QString squeezed(const QString &text);

/// Whether what follows a name in the same word only ties it into the sentence (`는`, `에서의`, `측은`) or makes an office of it (`장`, `차관`).
bool isParticle(const QString &ending);

/// A Korean word without the particle at its end. Nothing is taken where fewer than two syllables would be left.
QString withoutParticle(const QString &word);

/// Finds names with Hangul in a text. Spaces do not count, particles may follow, a longer word may not.
class KoreanFinder
{
public:
    void add(const QString &name, std::size_t entry);

    struct Found
    {
        std::size_t entry = 0;
        qsizetype offset = 0;
        qsizetype length = 0;
    };
    std::vector<Found> find(const QString &text) const;

private:
    QHash<QString, std::vector<std::pair<QString, std::size_t>>> m_byStart;
};

} // namespace entente::reading
