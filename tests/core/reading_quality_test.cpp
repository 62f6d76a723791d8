#include "reading_test.h"

#include "core/exchange/csv.h"
#include "core/reading/importing.h"
#include "core/reading/links.h"

#include <cstdio>

using namespace reading_test;
using namespace entente::model;

/// What the proposals are worth, on read-outs of several dialogues that were written for it. Nothing in the program knows these texts.

namespace {

struct Expected
{
    QSet<QString> core;
    QSet<QString> acceptable; ///< With the core ones.
};

struct Case
{
    QString name;
    QString text;
    QString dialogue;
    QHash<QString, Expected> paragraphs;
};

std::vector<Case> cases()
{
    std::vector<Case> all;
    const QDir folder(QStringLiteral(ENTENTE_SUGGEST_CASES));
    for (const QString &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        Case one;
        one.name = name;
        one.text = QString::fromUtf8(bytesOf(folder.filePath(name + u"/input.txt"_s)));
        for (const QString &line : QString::fromUtf8(bytesOf(folder.filePath(name + u"/expected.txt"_s))).split(u'\n')) {
            const QString key = line.section(u':', 0, 0).trimmed();
            const QString value = line.section(u':', 1);
            if (line.startsWith(u'#') || key.isEmpty())
                continue;
            if (key == u"dialogue") {
                one.dialogue = value.trimmed();
                continue;
            }
            Expected expected;
            for (const QString &label : wordsOf(value.section(u'|', 0, 0)))
                expected.core.insert(u"ins-sdp/"_s + label);
            expected.acceptable = expected.core;
            for (const QString &label : wordsOf(value.section(u'|', 1)))
                expected.acceptable.insert(u"ins-sdp/"_s + label);
            one.paragraphs.insert(key, expected);
        }
        all.push_back(one);
    }
    return all;
}

struct Figures
{
    int core = 0;
    int found = 0;
    int proposed = 0;
    int good = 0;
    Figures &operator+=(const Figures &other)
    {
        core += other.core;
        found += other.found;
        proposed += other.proposed;
        good += other.good;
        return *this;
    }
    Figures operator-(const Figures &other) const { return {core - other.core, found - other.found, proposed - other.proposed, good - other.good}; }
    double recall() const { return core ? double(found) / core : 1; }
    double precision() const { return proposed ? double(good) / proposed : 1; }
};

Figures measure(const Model &model, const Case &one)
{
    const Lookup lookup(model);
    base::Progress progress;
    ReadOptions options;
    options.as = ReadOptions::As::Readout;
    const ReadDocument document = read(one.text, options);
    LinkPlace place;
    place.dialogue.value = one.dialogue;
    place.document.value = u"doc"_s;
    QHash<QString, QSet<QString>> raised;
    const ChangeSet links = proposeLinks(lookup, document, knownNames(lookup), place, progress);
    for (const auto &change : links.changes<Suggestion>()) {
        if (change.after->relation == u"raises" && change.after->target.value.startsWith(u"ins-sdp/"))
            raised[change.after->label].insert(change.after->target.value);
    }
    Figures figures;
    const bool verbose = qEnvironmentVariableIsSet("ENTENTE_SHOW_PAIRS");
    for (auto paragraph = one.paragraphs.constBegin(); paragraph != one.paragraphs.constEnd(); ++paragraph) {
        const QSet<QString> got = raised.value(paragraph.key());
        const QSet<QString> hit = QSet<QString>(got).intersect(paragraph->core);
        const QSet<QString> good = QSet<QString>(got).intersect(paragraph->acceptable);
        figures += {int(paragraph->core.size()), int(hit.size()), int(got.size()), int(good.size())};
        if (verbose) {
            QStringList missing = QSet<QString>(paragraph->core).subtract(got).values();
            QStringList wrong = QSet<QString>(got).subtract(paragraph->acceptable).values();
            if (!missing.isEmpty() || !wrong.isEmpty())
                std::printf("%s %s: missing %s; wrong %s\n", qPrintable(one.name), qPrintable(paragraph.key()), qPrintable(missing.join(u' ')), qPrintable(wrong.join(u' ')));
        }
    }
    if (verbose)
        std::printf("%s: core %d of %d, proposed %d, good %d\n", qPrintable(one.name), figures.found, figures.core, figures.proposed, figures.good);
    return figures;
}

void expectFigures(const Model &model)
{
    Figures all;
    std::vector<std::pair<QString, Figures>> parts;
    for (const Case &one : cases()) {
        parts.emplace_back(one.name, measure(model, one));
        all += parts.back().second;
    }
    ASSERT_GE(parts.size(), 5U);
    EXPECT_GE(all.recall(), 0.9) << all.found << " of " << all.core;
    EXPECT_GE(all.precision(), 0.6) << all.good << " of " << all.proposed;
    // No single text carries the figures.
    for (const auto &[name, part] : parts) {
        const Figures rest = all - part;
        EXPECT_GE(rest.recall(), 0.87) << "without " << name.toStdString();
        EXPECT_GE(rest.precision(), 0.6) << "without " << name.toStdString();
    }
}

} // namespace

TEST(SuggestionQuality, theShippedSummariesAreEnoughToFindTheClauses)
{
    const auto model = exchange::shippedMap();
    ASSERT_TRUE(model);
    expectFigures(*model);
}

TEST(SuggestionQuality, theTextOfThePartnershipFindsThemToo)
{
    const QDir folder(QStringLiteral(ENTENTE_DOCUMENTS_DIR));
    const QStringList partnership = folder.entryList({u"st14319*.txt"_s}, QDir::Files);
    if (QStringLiteral(ENTENTE_DOCUMENTS_DIR).isEmpty() || partnership.isEmpty())
        GTEST_SKIP() << "no folder with the real documents";
    Model model = *exchange::shippedMap();
    base::Progress progress;
    ImportOptions options;
    options.into = u"ins-sdp"_s;
    const auto report = readForImport(model, partnership.front(), bytesOf(folder.filePath(partnership.front())), options, progress);
    ASSERT_TRUE(report);
    model.apply(report->changes);
    expectFigures(model);
}
