#include "tests/support/randomtexts.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace entente::tests {

using namespace Qt::StringLiterals;

namespace {

QString letter(std::size_t index)
{
    return QString(QChar(u'a' + char16_t(index)));
}

} // namespace

QString RandomText::asText(const QString &title) const
{
    QString text = title + u"\n\n"_s;
    for (std::size_t i = 0; i < items.size(); ++i) {
        text += QString::number(i + 1) + u". "_s + items[i].text + u'\n';
        for (std::size_t p = 0; p < items[i].points.size(); ++p)
            text += letter(p) + u". "_s + items[i].points[p].text + u'\n';
        text += u'\n';
    }
    return text;
}

std::vector<reading::AlignmentUnit> RandomText::units() const
{
    std::vector<reading::AlignmentUnit> units;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const QString label = QString::number(i + 1);
        units.push_back({label, {}, {}, items[i].text});
        for (std::size_t p = 0; p < items[i].points.size(); ++p)
            units.push_back({label + u'(' + letter(p) + u')', label, {}, items[i].points[p].text});
    }
    return units;
}

std::vector<std::pair<int, QString>> RandomText::labels() const
{
    std::vector<std::pair<int, QString>> list;
    const auto all = units();
    std::size_t next = 0;
    for (const TextItem &item : items) {
        list.emplace_back(item.id, all[next++].label);
        for (const TextItem &point : item.points)
            list.emplace_back(point.id, all[next++].label);
    }
    return list;
}

/// Common words often, rare ones seldom, as in any text.
QString RandomTexts::word()
{
    static const QStringList latin{u"ba"_s, u"cor"_s, u"den"_s, u"fi"_s, u"gal"_s, u"hum"_s, u"ket"_s, u"lo"_s, u"mar"_s, u"nis"_s, u"por"_s, u"sta"_s, u"tel"_s, u"vi"_s};
    static const QStringList hangul{u"가"_s, u"나"_s, u"도"_s, u"리"_s, u"만"_s, u"산"_s, u"선"_s, u"업"_s, u"정"_s, u"지"_s, u"치"_s, u"평"_s, u"항"_s, u"협"_s};
    const QStringList &syllables = m_korean ? hangul : latin;
    const double uniform = double(m_random() % 100000 + 1) / 100001.0;
    int rank = int(std::pow(900.0, uniform)); // 1 … 900, the low ones often
    QString word;
    for (int i = 0; i < 3; ++i) {
        word += syllables[rank % syllables.size()];
        rank = rank * 7 / 3 + 5;
    }
    static const QStringList endings{u"을"_s, u"의"_s, u"에"_s, u""_s, u"은"_s};
    return m_korean ? word + endings[number(int(endings.size()))] : word;
}

QString RandomTexts::sentence(int words)
{
    if (m_formulaic && number(5) != 0) {
        static const QStringList english{u"The parties shall cooperate in the field of %1, in particular through the exchange of %2 and %3."_s,
                                         u"The parties will promote the exchange of information and best practices on %1, with a view to improving %2 and %3."_s,
                                         u"To this end, the competent authorities for %1 shall inform each other of all measures on %2 and %3."_s,
                                         u"Each party shall take appropriate measures, in accordance with its laws, to ensure that %1 of %2 is free of %3."_s};
        static const QStringList korean{u"양측은 %1 분야에서 협력하며, 특히 %2 및 %3 교류를 확대한다."_s, u"양측의 관계 당국은 %1 관련 모든 조치를 %2 및 %3 기관에 지체 없이 통보한다."_s,
                                        u"각 당사국은 자국 법령에 따라 %1 및 %2 보호를 위하여 %3 조치를 취한다."_s};
        const QStringList &patterns = m_korean ? korean : english;
        return patterns[number(int(patterns.size()))].arg(word(), word(), word());
    }
    QStringList list{m_korean ? u"양측은"_s : u"The parties will"_s};
    for (int i = 0; i < words; ++i)
        list += word();
    return list.join(u' ') + u'.';
}

QString RandomTexts::unitText()
{
    static const QStringList formulas{u"The parties shall cooperate."_s, u"The parties will consult as appropriate."_s, u"양측은 필요한 경우 협의한다."_s};
    if (number(14) == 0)
        return m_korean ? formulas[2] : formulas[number(2)];
    QString text = sentence(7 + number(18));
    for (int more = number(3); more > 0; --more)
        text += u' ' + sentence(6 + number(12));
    return text;
}

TextItem RandomTexts::item(bool mayHavePoints)
{
    TextItem item;
    item.id = ++m_count;
    item.text = unitText();
    if (mayHavePoints && number(4) == 0) {
        for (int points = 2 + number(4); points > 0; --points) {
            TextItem point;
            point.id = ++m_count;
            point.text = sentence(3 + number(9));
            item.points.push_back(std::move(point));
        }
    }
    return item;
}

RandomText RandomTexts::text(int paragraphs, bool korean, bool formulaic)
{
    m_korean = korean;
    m_formulaic = formulaic;
    RandomText text;
    for (int i = 0; i < paragraphs; ++i)
        text.items.push_back(item(true));
    return text;
}

/// One word in eight is another.
QString RandomTexts::reworded(const QString &text)
{
    QStringList words = text.split(u' ');
    for (qsizetype changes = std::max<qsizetype>(1, words.size() / 8); changes > 0; --changes)
        words[number(int(words.size()))] = word();
    return words.join(u' ');
}

RandomText RandomTexts::nextEdition(const RandomText &text, int percent, std::vector<std::pair<int, Fate>> &fates)
{
    std::map<int, Fate> fate;
    for (const auto &[id, label] : text.labels())
        fate[id] = Fate::Kept;
    RandomText next;
    const auto longEnough = [](const TextItem &item) { return item.text.count(u' ') > 6; };
    for (std::size_t i = 0; i < text.items.size(); ++i) {
        TextItem kept = text.items[i];
        if (number(100) >= percent) {
            next.items.push_back(std::move(kept));
            continue;
        }
        switch (number(7)) {
        case 0:
            next.items.push_back(item(true));
            next.items.push_back(std::move(kept));
            break;
        case 1:
            fate[kept.id] = Fate::Removed;
            for (const TextItem &point : kept.points)
                fate[point.id] = Fate::Removed;
            break;
        case 2:
            if (longEnough(kept)) {
                kept.text = reworded(kept.text);
                fate[kept.id] = Fate::Reworded;
            }
            next.items.push_back(std::move(kept));
            break;
        case 3: {
            const qsizetype end = kept.text.indexOf(u". "_s);
            const bool apart = end > 0 && kept.points.empty() && longEnough(kept);
            TextItem rest;
            if (apart) {
                fate[kept.id] = Fate::Split;
                rest.id = ++m_count;
                rest.text = kept.text.mid(end + 2);
                kept.text = kept.text.left(end + 1);
            }
            next.items.push_back(std::move(kept));
            if (apart)
                next.items.push_back(std::move(rest));
            break;
        }
        case 4:
            if (!next.items.empty() && kept.points.empty() && next.items.back().points.empty() && longEnough(kept) && longEnough(next.items.back())
                && fate.contains(next.items.back().id) && fate[next.items.back().id] == Fate::Kept) {
                fate[kept.id] = Fate::Merged;
                fate[next.items.back().id] = Fate::Merged;
                next.items.back().text += u' ' + kept.text;
            } else {
                next.items.push_back(std::move(kept));
            }
            break;
        case 5:
            // To another place in the text.
            next.items.insert(next.items.begin() + number(int(next.items.size()) + 1), std::move(kept));
            break;
        default:
            if (!kept.points.empty() && kept.points.size() < 20) {
                TextItem point;
                point.id = ++m_count;
                point.text = sentence(4 + number(8));
                kept.points.insert(kept.points.begin() + number(int(kept.points.size()) + 1), std::move(point));
            }
            next.items.push_back(std::move(kept));
        }
    }
    fates.assign(fate.begin(), fate.end());
    return next;
}

} // namespace entente::tests
