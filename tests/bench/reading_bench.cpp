#include "core/reading/document.h"
#include "core/reading/extract.h"
#include "tests/support/zipped.h"

#include <benchmark/benchmark.h>

// From the bytes of a file to clauses, without a map. Budgets: 12 pages ≤ 1 s; 500 pages ≤ 20 s with ≤ 500 MB; a line of 10 MB in seconds.

using namespace entente;
using namespace entente::reading;
using namespace Qt::StringLiterals;

namespace {

constexpr int ArticlesOnPage = 3;

QString sentence(int number)
{
    return u"The Parties meet in the harbour of town %1 to speak of lamps, ropes and the keepers of both shores, and write down what they have agreed."_s.arg(number);
}

QByteArray textOf(int pages)
{
    QString text = u"AGREEMENT ON HARBOURS\n\n"_s;
    for (int article = 1; article <= pages * ArticlesOnPage; ++article) {
        text += u"Article %1\nHarbour %1\n1. %2\n2. %2 This concerns:\n"_s.arg(QString::number(article), sentence(article));
        for (const QChar letter : u"abc"_s)
            text += u"(%1) lamps of kind %2;\n"_s.arg(QString(letter), QString::number(article));
    }
    return text.toUtf8();
}

/// The same with automatic numbers, as Word writes it.
QByteArray docxOf(int pages)
{
    const QString space = u"xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""_s;
    const auto paragraph = [](const QString &words, int level) {
        return u"<w:p w:rsidR=\"00A77B3E\"><w:pPr><w:numPr><w:ilvl w:val=\"%1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:rPr><w:sz w:val=\"22\"/></w:rPr><w:t>%2</w:t></w:r></w:p>"_s
            .arg(QString::number(level), words);
    };
    QString body;
    for (int article = 1; article <= pages * ArticlesOnPage; ++article) {
        body += paragraph(u"Harbour %1"_s.arg(article), 0) + paragraph(sentence(article), 1) + paragraph(sentence(article) + u" This concerns:"_s, 1);
        for (int i = 0; i < 3; ++i)
            body += paragraph(u"lamps of kind %1;"_s.arg(article), 2);
    }
    const QString levels = u"<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"Article %1\"/></w:lvl>"
                           "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%2.\"/></w:lvl>"
                           "<w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"(%3)\"/></w:lvl>"_s;
    return test_support::zipped({
        {u"[Content_Types].xml"_s, "<Types/>"},
        {u"word/_rels/document.xml.rels"_s, "<Relationships><Relationship Id=\"r1\" Type=\"x/numbering\" Target=\"numbering.xml\"/></Relationships>"},
        {u"word/numbering.xml"_s, (u"<w:numbering "_s + space + u"><w:abstractNum w:abstractNumId=\"1\">"_s + levels +
                                   u"</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>"_s)
                                      .toUtf8()},
        {u"word/document.xml"_s, (u"<w:document "_s + space + u"><w:body>"_s + body + u"</w:body></w:document>"_s).toUtf8()},
    });
}

void readAll(benchmark::State &state, const QByteArray &bytes)
{
    std::size_t blocks = 0;
    for (auto _ : state) {
        Progress progress;
        auto extracted = extract(bytes, progress);
        if (!extracted) {
            state.SkipWithError(extracted.error().sentence.toUtf8().constData());
            return;
        }
        auto document = readExtract(std::move(*extracted), {}, progress);
        if (!document) {
            state.SkipWithError(document.error().sentence.toUtf8().constData());
            return;
        }
        blocks = document->blocks.size();
    }
    state.counters["pages"] = double(state.range(0));
    state.counters["blocks"] = double(blocks);
}

void readTextFile(benchmark::State &state)
{
    readAll(state, textOf(int(state.range(0))));
}
BENCHMARK(readTextFile)->Arg(12)->Arg(100)->Arg(500)->Unit(benchmark::kMillisecond);

void readWordFile(benchmark::State &state)
{
    readAll(state, docxOf(int(state.range(0))));
}
BENCHMARK(readWordFile)->Arg(12)->Arg(100)->Arg(500)->Unit(benchmark::kMillisecond);

/// One line of so many megabytes: nothing may be quadratic in its length.
void readLongLine(benchmark::State &state)
{
    QByteArray line;
    while (line.size() < state.range(0) * 1024 * 1024)
        line += sentence(static_cast<int>(line.size() % 97)).toUtf8() + ' ';
    readAll(state, line);
}
BENCHMARK(readLongLine)->Arg(1)->Arg(10)->Unit(benchmark::kMillisecond);

} // namespace
