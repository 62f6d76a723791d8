#include "ui/network/lenswords.h"

#include "core/base/partialdate.h"
#include "core/network/filters.h"
#include "core/network/scope.h"
#include "ui/words.h"

#include <QCoreApplication>

namespace entente::ui {

using namespace Qt::StringLiterals;
using model::Filter;
using model::Lens;
using model::Scope;

namespace {

constexpr qsizetype LongestName = 60;

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::ui", text);
}

QString nameOf(const model::Lookup *lookup, const QString &record)
{
    QString name = lookup && lookup->model().contains(record) ? lookup->shortTitle(record) : record;
    name = name.simplified();
    return name.size() > LongestName ? name.left(LongestName - 1) + u'…' : name;
}

QString groupInWords(const model::Lookup *lookup, const QString &entry)
{
    const QString kind = entry.section(u'=', 0, 0);
    if (!entry.contains(u'='))
        return tr("grouped %1").arg(groupingInWords(kind));
    const QString key = entry.section(u'=', 1);
    return tr("%1 as one box").arg(kind == u"side" ? shown(key) : nameOf(lookup, key));
}

} // namespace

QString fieldInWords(const QString &field)
{
    if (field == u"side")
        return tr("side");
    if (field == u"level")
        return tr("level");
    if (field == u"kind")
        return tr("kind");
    if (field == u"area")
        return tr("area");
    if (field == u"confidence")
        return tr("how sure");
    if (field == u"marking")
        return tr("marking");
    return field.left(LongestName);
}

QString valueInWords(const model::Lookup *lookup, const QString &field, const QString &value)
{
    if (field == u"area") {
        const auto *area = lookup ? lookup->model().find<model::Area>(value) : nullptr;
        return area && area->number ? u"%1 %2"_s.arg(*area->number).arg(nameOf(lookup, value)) : nameOf(lookup, value);
    }
    return field == u"marking" ? value.left(LongestName) : shown(value).left(LongestName);
}

QString groupingInWords(const QString &word)
{
    if (word == u"side")
        return tr("by side");
    if (word == u"ministry")
        return tr("by ministry or service");
    if (word == u"area")
        return tr("by area");
    if (word == u"instrument")
        return tr("by instrument");
    return word.left(LongestName);
}

QString timeInWords(const Lens &lens)
{
    if (!lens.asOf.isValid())
        return {};
    if (!network::isRange(lens))
        return lens.onlyInForce ? tr("in force on %1").arg(model::dateInWords(lens.asOf)) : tr("known on %1").arg(model::dateInWords(lens.asOf));
    const QString range = tr("%1 – %2").arg(model::dateInWords(lens.from), model::dateInWords(lens.asOf));
    return lens.onlyInForce ? tr("in force during %1").arg(range) : tr("rounds during %1").arg(range);
}

std::vector<LensLimit> limitsOf(const model::Lookup *lookup, const Lens &lens)
{
    std::vector<LensLimit> limits;
    if (lens.scope == Scope::FirstView) {
        const QString instrument = lookup ? chosenInstrument(lookup->model(), lens).value : QString();
        limits.push_back({LensLimit::Kind::Scope,
                          instrument.isEmpty() ? tr("first view") : tr("first view: %1").arg(nameOf(lookup, instrument)),
                          [](Lens &value) { value.scope = Scope::All; }});
    } else if (lens.scope == Scope::Neighbourhood) {
        limits.push_back({LensLimit::Kind::Focus,
                          lens.hops == 1 ? tr("focus: %1, 1 step").arg(nameOf(lookup, lens.focus))
                                         : tr("focus: %1, %2 steps").arg(nameOf(lookup, lens.focus)).arg(lens.hops),
                          [](Lens &value) {
                              value.scope = Scope::FirstView;
                              value.focus.clear();
                          }});
    }
    if (lens.asOf.isValid() && (lens.onlyInForce || network::isRange(lens)))
        limits.push_back({LensLimit::Kind::Time, timeInWords(lens), [isRange = network::isRange(lens)](Lens &value) {
                              if (isRange)
                                  value.from = {};
                              else
                                  value.onlyInForce = false;
                          }});
    for (const Filter &filter : lens.filters) {
        const QString words = filter.field == network::alsoAround
                                  ? tr("with all around %1").arg(nameOf(lookup, filter.value))
                                  : tr("%1: %2").arg(fieldInWords(filter.field), valueInWords(lookup, filter.field, filter.value));
        limits.push_back({LensLimit::Kind::Filter, words, [filter](Lens &value) { std::erase(value.filters, filter); }});
    }
    for (const QString &group : lens.groups)
        limits.push_back({LensLimit::Kind::Group, groupInWords(lookup, group), [group](Lens &value) { value.groups.removeAll(group); }});
    return limits;
}

QString filtersInWords(const model::Lookup &lookup, const Lens &lens)
{
    QStringList words;
    for (const LensLimit &limit : limitsOf(&lookup, lens)) {
        if (limit.kind == LensLimit::Kind::Filter || limit.kind == LensLimit::Kind::Group)
            words.append(limit.words);
    }
    return words.join(u"; "_s);
}

} // namespace entente::ui
