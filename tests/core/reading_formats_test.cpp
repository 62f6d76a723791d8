#include "reading_test.h"

#include "core/reading/extract.h"
#include "core/reading/numberformat.h"
#include "tests/support/zipped.h"

#include <QStringEncoder>

#include <map>

using namespace reading_test;
using test_support::zipped;

namespace {

QString fileName(const QString &name)
{
    return QString::fromUtf8(ENTENTE_TEST_DATA_DIR) + u"/formats/"_s + name;
}

Extract extracted(const QByteArray &bytes)
{
    base::Progress progress;
    auto result = extract(bytes, progress);
    EXPECT_TRUE(result) << (result ? QString() : result.error().sentence + u" | "_s + result.error().detail).toStdString();
    return result ? *result : Extract();
}

Error refused(const QByteArray &bytes)
{
    base::Progress progress;
    auto result = extract(bytes, progress);
    EXPECT_FALSE(result);
    if (result)
        return {};
    EXPECT_EQ(result.error().failure, Failure::Refused);
    EXPECT_TRUE(result.error().sentence.endsWith(u'.')) << result.error().sentence.toStdString();
    EXPECT_FALSE(result.error().sentence.contains(u'\n'));
    return result.error();
}

/// Lines as a text that a person can check: what the format says of each, and its words.
QString shown(const Extract &extract)
{
    static const QStringList parts = {u""_s, u"header "_s, u"footer "_s, u"note "_s, u"cell "_s};
    QString text;
    for (const Line &line : extract.lines) {
        text += parts[static_cast<int>(line.part)];
        if (line.headingLevel > 0)
            text += u"h%1 "_s.arg(line.headingLevel);
        if (line.listLevel > 0)
            text += u"l%1 "_s.arg(line.listLevel);
        if (!line.why.isEmpty())
            text += u'(' + line.why + u") "_s;
        text += u"| "_s + line.text + u'\n';
    }
    return text;
}

QStringList texts(const Extract &extract)
{
    QStringList list;
    for (const Line &line : extract.lines)
        list += line.text;
    return list;
}

QStringList sortedWords(const Extract &extract)
{
    QStringList words = wordsOf(texts(extract).join(u' '));
    words.sort();
    return words;
}

QStringList labels(const Extract &extract)
{
    base::Progress progress;
    auto document = readExtract(extract, {}, progress);
    EXPECT_TRUE(document);
    QStringList list;
    if (document) {
        for (const Block &block : document->blocks) {
            if (block.role == Role::Unit)
                list += block.label;
        }
    }
    return list;
}

const QString wordSpace = u"http://schemas.openxmlformats.org/wordprocessingml/2006/main"_s;

QByteArray wordPart(const QString &root, const QString &content)
{
    return u"<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:%1 xmlns:w=\"%2\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:r=\"r\">%3</w:%1>"_s
        .arg(root, wordSpace, content)
        .toUtf8();
}

using Parts = std::vector<std::pair<QString, QByteArray>>;

/// A Word file with this body, as small as Word would still read.
QByteArray docx(const QString &body, const Parts &more = {})
{
    QString relations;
    int id = 0;
    for (const auto &[name, content] : more) {
        QString type = name;
        while (!type.isEmpty() && !type.back().isLetter())
            type.chop(1);
        type = name.section(u'.', 0, 0);
        while (type.back().isDigit())
            type.chop(1);
        relations += u"<Relationship Id=\"r%1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%2\" Target=\"%3\"/>"_s.arg(
            QString::number(++id), type, name);
    }
    Parts parts = {
        {u"[Content_Types].xml"_s, "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
        {u"_rels/.rels"_s, "<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
                           "Target=\"word/document.xml\"/></Relationships>"},
        {u"word/_rels/document.xml.rels"_s, u"<Relationships>%1</Relationships>"_s.arg(relations).toUtf8()},
        {u"word/document.xml"_s, wordPart(u"document"_s, u"<w:body>"_s + body + u"</w:body>"_s)},
    };
    for (const auto &[name, content] : more)
        parts.emplace_back(u"word/"_s + name, content);
    return zipped(parts);
}

QString paragraph(const QString &words, const QString &properties = {})
{
    return u"<w:p><w:pPr>%1</w:pPr><w:r><w:t xml:space=\"preserve\">%2</w:t></w:r></w:p>"_s.arg(properties, words);
}

QString numbered(const QString &words, int list, int level = 0)
{
    return paragraph(words, u"<w:numPr><w:ilvl w:val=\"%1\"/><w:numId w:val=\"%2\"/></w:numPr>"_s.arg(level).arg(list));
}

QString level(int index, const QString &format, const QString &text, const QString &more = {})
{
    return u"<w:lvl w:ilvl=\"%1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%2\"/>%4<w:lvlText w:val=\"%3\"/></w:lvl>"_s.arg(QString::number(index), format,
                                                                                                                        text, more);
}

QString definition(int id, const QString &levels)
{
    return u"<w:abstractNum w:abstractNumId=\"%1\">%2</w:abstractNum>"_s.arg(id).arg(levels);
}

QString list(int id, int definition, const QString &overrides = {})
{
    return u"<w:num w:numId=\"%1\"><w:abstractNumId w:val=\"%2\"/>%3</w:num>"_s.arg(id).arg(definition).arg(overrides);
}

std::pair<QString, QByteArray> numbering(const QString &content)
{
    return {u"numbering.xml"_s, wordPart(u"numbering"_s, content)};
}

} // namespace

// What LibreOffice makes of one source

TEST(ReadingFormats, theSameTextGivesTheExpectedLinesInEveryFormat)
{
    for (const QString &name : {u"treaty"_s, u"korean"_s}) {
        for (const QString &format : {u"docx"_s, u"odt"_s, u"fodt"_s}) {
            SCOPED_TRACE((name + u'.' + format).toStdString());
            const Extract extract = extracted(bytesOf(fileName(name + u'.' + format)));
            EXPECT_EQ(extract.format, format == u"docx"_s ? u"docx"_s : u"odt"_s);
            const QString result = shown(extract);
            // To take over a change on purpose: run with ENTENTE_WRITE_EXPECTED=1 and read the diff.
            if (qEnvironmentVariableIsSet("ENTENTE_WRITE_EXPECTED") && format == u"docx"_s) {
                QFile file(fileName(name + u".lines.txt"_s));
                ASSERT_TRUE(file.open(QIODevice::WriteOnly));
                file.write(result.toUtf8());
            }
            EXPECT_EQ(result, QString::fromUtf8(bytesOf(fileName(name + u".lines.txt"_s))));
        }
    }
}

TEST(ReadingFormats, outlinesAndListsThatGoOnAreNumberedAsLibreOfficeNumbersThem)
{
    const QString expected = QString::fromUtf8(bytesOf(fileName(u"outline.words.txt"_s)));
    for (const QString &format : {u"fodt"_s, u"odt"_s, u"docx"_s}) {
        SCOPED_TRACE(format.toStdString());
        const Extract extract = extracted(bytesOf(fileName(u"outline."_s + format)));
        EXPECT_EQ(texts(extract).join(u'\n') + u'\n', expected);
        EXPECT_EQ(extract.pages, 2);
        EXPECT_EQ(extract.notices.size(), 2); // a deletion and a comment
    }
}

TEST(ReadingFormats, aWebPageOfTheSameTextHasTheSameWords)
{
    const Extract page = extracted(bytesOf(fileName(u"treaty.html"_s)));
    EXPECT_EQ(page.format, u"html"_s);
    EXPECT_EQ(page.title, u"Lighthouses"_s);
    EXPECT_EQ(sortedWords(page), sortedWords(extracted(bytesOf(fileName(u"treaty.docx"_s)))));
}

TEST(ReadingFormats, unitsHaveTheSameLabelsInEveryFormat)
{
    const QStringList treaty = {u"1"_s,       u"1.1"_s,     u"1.2"_s,    u"1.2(a)"_s, u"1.2(b)"_s, u"1.2(b)(i)"_s, u"1.2(b)(ii)"_s,
                                u"1.2(c)"_s, u"2"_s,       u"2.1"_s,    u"2.2"_s,    u"3"_s,      u"3.1"_s,       u"3.2"_s};
    for (const QString &format : {u"docx"_s, u"odt"_s, u"html"_s}) {
        SCOPED_TRACE(format.toStdString());
        EXPECT_EQ(labels(extracted(bytesOf(fileName(u"treaty."_s + format)))), treaty);
    }
    const QStringList korean = {u"제1조"_s,     u"제1조①"_s,    u"제1조②"_s, u"제1조②1"_s, u"제1조②2"_s, u"제1조②2가"_s, u"제1조②2나"_s,
                                u"제1조②3"_s, u"제2조"_s,     u"제2조①"_s, u"제2조②"_s, u"제3조"_s,   u"제3조①"_s};
    for (const QString &format : {u"docx"_s, u"odt"_s}) {
        SCOPED_TRACE(format.toStdString());
        EXPECT_EQ(labels(extracted(bytesOf(fileName(u"korean."_s + format)))), korean);
    }
}

// Word

TEST(ReadingFormats, wordNumbersAreWrittenAsWordDrawsThem)
{
    const QByteArray file =
        docx(numbered(u"a"_s, 1) + numbered(u"b"_s, 1, 1) + numbered(u"c"_s, 1, 1) + numbered(u"d"_s, 1, 2) + numbered(u"e"_s, 1, 3) + numbered(u"f"_s, 1) +
                 numbered(u"g"_s, 1, 1) + numbered(u"h"_s, 2) + numbered(u"i"_s, 3) + numbered(u"j"_s, 4),
             {numbering(definition(1, level(0, u"decimal"_s, u"제%1조"_s) + level(1, u"decimalEnclosedCircle"_s, u"%2"_s) + level(2, u"decimal"_s, u"%3."_s) +
                                          level(3, u"ganada"_s, u"%4."_s)) +
                        definition(2, level(0, u"upperRoman"_s, u"TITLE %1"_s)) + definition(3, level(0, u"bullet"_s, u"\uF0B7"_s)) +
                        definition(4, level(0, u"none"_s, u""_s)) + list(1, 1) + list(2, 2) + list(3, 3) + list(4, 4))});
    EXPECT_EQ(texts(extracted(file)), (QStringList{u"제1조 a"_s, u"① b"_s, u"② c"_s, u"1. d"_s, u"가. e"_s, u"제2조 f"_s, u"① g"_s, u"TITLE I h"_s, u"• i"_s, u"j"_s}));
}

TEST(ReadingFormats, listsOfOneDefinitionCountOnUnlessTheyStartAnew)
{
    const QString levels = level(0, u"decimal"_s, u"%1."_s) + level(1, u"lowerLetter"_s, u"%1(%2)"_s);
    const QByteArray file = docx(numbered(u"a"_s, 1) + numbered(u"b"_s, 1) + numbered(u"c"_s, 2) + paragraph(u"between"_s) + numbered(u"d"_s, 3) +
                                     numbered(u"e"_s, 3) + numbered(u"f"_s, 3, 1) + numbered(u"g"_s, 1),
                                 {numbering(definition(1, levels) + list(1, 1) + list(2, 1) +
                                            list(3, 1, u"<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"8\"/></w:lvlOverride>"_s))});
    EXPECT_EQ(texts(extracted(file)),
              (QStringList{u"1. a"_s, u"2. b"_s, u"3. c"_s, u"between"_s, u"8. d"_s, u"9. e"_s, u"9(a) f"_s, u"10. g"_s}));
}

TEST(ReadingFormats, aLevelStartsAnewWhereItsListSaysSo)
{
    // Paragraphs count through all articles: their level never starts anew.
    const auto file = [](const QString &restart) {
        return docx(numbered(u"a"_s, 1) + numbered(u"b"_s, 1, 1) + numbered(u"c"_s, 1) + numbered(u"d"_s, 1, 1),
                    {numbering(definition(1, level(0, u"decimal"_s, u"Article %1"_s) + level(1, u"decimal"_s, u"%2."_s, restart)) + list(1, 1))});
    };
    EXPECT_EQ(texts(extracted(file(u"<w:lvlRestart w:val=\"0\"/>"_s))), (QStringList{u"Article 1 a"_s, u"1. b"_s, u"Article 2 c"_s, u"2. d"_s}));
    EXPECT_EQ(texts(extracted(file({}))), (QStringList{u"Article 1 a"_s, u"1. b"_s, u"Article 2 c"_s, u"1. d"_s}));
}

TEST(ReadingFormats, stylesNumberParagraphsAndSayWhatIsAHeading)
{
    const QByteArray styles = wordPart(
        u"styles"_s,
        u"<w:style w:type=\"paragraph\" w:styleId=\"Art\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Para\"><w:basedOn w:val=\"Art\"/><w:pPr><w:outlineLvl w:val=\"9\"/><w:numPr><w:ilvl w:val=\"1\"/></w:numPr></w:pPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Round\"><w:basedOn w:val=\"Round\"/></w:style>"_s);
    const auto style = [](const QString &id, const QString &more = {}) { return u"<w:pStyle w:val=\"%1\"/>%2"_s.arg(id, more); };
    const QByteArray file = docx(paragraph(u"Scope"_s, style(u"Art"_s)) + paragraph(u"One."_s, style(u"Para"_s)) +
                                     paragraph(u"Off."_s, style(u"Para"_s, u"<w:numPr><w:numId w:val=\"0\"/></w:numPr>"_s)) + paragraph(u"Two."_s, style(u"Para"_s)) +
                                     paragraph(u"Circle."_s, style(u"Round"_s)),
                                 {numbering(definition(1, level(0, u"decimal"_s, u"Article %1"_s, u"<w:pStyle w:val=\"Art\"/>"_s) +
                                                              level(1, u"decimal"_s, u"%1.%2"_s, u"<w:pStyle w:val=\"Para\"/>"_s)) +
                                            list(1, 1)),
                                  {u"styles.xml"_s, styles}});
    const Extract extract = extracted(file);
    EXPECT_EQ(texts(extract), (QStringList{u"Article 1 Scope"_s, u"1.1 One."_s, u"Off."_s, u"1.2 Two."_s, u"Circle."_s}));
    EXPECT_EQ(extract.lines[0].headingLevel, 1);
    EXPECT_EQ(extract.lines[1].headingLevel, 0);
    EXPECT_EQ(extract.lines[1].listLevel, 2);
}

TEST(ReadingFormats, runsOfWordAreOneTextAndNothingOfTheMachineryIsRead)
{
    const QString body =
        u"<w:p><w:r><w:t>co</w:t></w:r><w:r><w:t>operation</w:t></w:r><w:r><w:tab/><w:t>first</w:t></w:r><w:r><w:noBreakHyphen/></w:r><w:r><w:t>rate re</w:t><w:softHyphen/><w:t>ports</w:t></w:r>"
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGEREF secret</w:instrText></w:r><w:r><w:t>code</w:t></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t> shown</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        "<w:hyperlink r:id=\"x\"><w:r><w:t> linked</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t> tagged</w:t></w:r></w:smartTag><w:sdt><w:sdtPr><w:alias w:val=\"no\"/></w:sdtPr><w:sdtContent><w:r><w:t> held</w:t></w:r></w:sdtContent></w:sdt>"
        "<mc:AlternateContent><mc:Choice Requires=\"x\"><w:r><w:t> once</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t> once</w:t></w:r></mc:Fallback></mc:AlternateContent>"
        "<w:r><w:sym w:font=\"Symbol\" w:char=\"F061\"/></w:r></w:p>"_s;
    EXPECT_EQ(texts(extracted(docx(body))), (QStringList{u"cooperation first-rate reports shown linked tagged held onceα"_s}));
}

TEST(ReadingFormats, trackedChangesKeepWhatWasInsertedAndSayWhatWasLeftOut)
{
    const QString body =
        u"<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:r><w:t>The Parties </w:t></w:r><w:del w:id=\"2\"><w:r><w:delText>may</w:delText></w:r></w:del>"
        "<w:ins w:id=\"3\"><w:r><w:t>shall</w:t></w:r></w:ins></w:p><w:p><w:r><w:t> meet.</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>They write.</w:t></w:r><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>"_s;
    const Extract extract = extracted(docx(body));
    EXPECT_EQ(texts(extract), (QStringList{u"The Parties shall meet."_s, u"They write."_s}));
    EXPECT_EQ(extract.notices.size(), 2);
}

TEST(ReadingFormats, hiddenWordsAreSetAsideAndFramesFollowTheirParagraph)
{
    const QString body = u"<w:p><w:r><w:t>Seen</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r><w:r><w:pict><w:txbxContent>"_s +
                         paragraph(u"framed"_s) + u"</w:txbxContent></w:pict></w:r><w:r><w:t> words</w:t></w:r></w:p>"_s + paragraph(u"last"_s);
    const Extract extract = extracted(docx(body));
    EXPECT_EQ(texts(extract), (QStringList{u"Seen words"_s, u"unseen"_s, u"framed"_s, u"last"_s}));
    EXPECT_EQ(extract.lines[1].why, u"hidden text"_s);
}

TEST(ReadingFormats, notesStandBehindTheirParagraphAndTheirMarkStandsApart)
{
    const QByteArray notes = wordPart(u"footnotes"_s, u"<w:footnote w:type=\"separator\" w:id=\"-1\">"_s + paragraph(u"---"_s) + u"</w:footnote><w:footnote w:id=\"7\">"_s +
                                                          paragraph(u"See there."_s) + u"</w:footnote>"_s);
    const Extract extract = extracted(docx(u"<w:p><w:r><w:t>The Convention</w:t></w:r><w:r><w:footnoteReference w:id=\"7\"/></w:r><w:r><w:t>, too.</w:t></w:r></w:p>"_s +
                                               paragraph(u"Next."_s),
                                           {{u"footnotes.xml"_s, notes}}));
    EXPECT_EQ(texts(extract), (QStringList{u"The Convention ¹ , too."_s, u"1 See there."_s, u"Next."_s}));
    EXPECT_EQ(extract.lines[1].part, Part::Note);
}

TEST(ReadingFormats, pagesAreCountedWhereWordBrokeThem)
{
    const QString printed = u"<w:lastRenderedPageBreak/>"_s;
    const QString hard = u"<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"_s;
    const Extract kept = extracted(docx(paragraph(u"one"_s) + hard + u"<w:p><w:r>"_s + printed + u"<w:t>two</w:t></w:r></w:p>"_s));
    EXPECT_EQ(kept.pages, 2);
    EXPECT_EQ(kept.lines[1].page, 2);
    EXPECT_TRUE(kept.lines[1].pageStart);
    EXPECT_EQ(extracted(docx(paragraph(u"one"_s) + hard + paragraph(u"two"_s))).pages, 2);
    EXPECT_EQ(extracted(docx(paragraph(u"one"_s))).pages, 0);
}

// Web pages

TEST(ReadingFormats, listsOfAPageGetTheNumbersThatABrowserDraws)
{
    const Extract extract = extracted("<html><body><ol start=3><li>c<li value=7>g<li>h</ol><ol type=a><li>x<ol type=i><li>y</ol></ol><ol reversed><li>two<li>one</ol>"
                                      "<ul><li>dot</ul><ol><li>1. own</ol><ul><li>(a) own</ul></body></html>");
    EXPECT_EQ(texts(extract), (QStringList{u"3. c"_s, u"7. g"_s, u"8. h"_s, u"a. x"_s, u"i. y"_s, u"2. two"_s, u"1. one"_s, u"• dot"_s, u"1. own"_s, u"(a) own"_s}));
    EXPECT_EQ(extract.lines[4].listLevel, 2);
}

TEST(ReadingFormats, whatOnlyLeadsAroundAPageIsSetAside)
{
    const Extract extract = extracted("<!doctype html><body><nav><a href=x>Home</a></nav><main><h2>News</h2><p>Word&nbsp;one<br>Two<p hidden>ghost</main><footer>Imprint</footer><script>no</script>");
    ASSERT_EQ(texts(extract), (QStringList{u"Home"_s, u"News"_s, u"Word one"_s, u"Two"_s, u"ghost"_s, u"Imprint"_s}));
    EXPECT_EQ(extract.lines[0].why, u"navigation"_s);
    EXPECT_EQ(extract.lines[1].headingLevel, 2);
    EXPECT_EQ(extract.lines[4].why, u"hidden text"_s);
    EXPECT_EQ(extract.lines[5].why, u"navigation"_s);
}

TEST(ReadingFormats, whatWasCopiedFromABrowserIsTheFragmentAlone)
{
    const QByteArray clipboard = "Version:0.9\r\nStartHTML:00000097\r\nEndHTML:00000250\r\nStartFragment:00000131\r\nEndFragment:00000214\r\n"
                                 "<html><body>before<ol><!--StartFragment--><li>외교부</li><!--EndFragment--></ol>after</body></html>";
    EXPECT_EQ(texts(extracted(clipboard)), (QStringList{u"1. 외교부"_s}));
    EXPECT_EQ(texts(extracted("<p>A pasted <b>piece</b></p><p>and another</p>")), (QStringList{u"A pasted piece"_s, u"and another"_s}));
    EXPECT_EQ(extracted("The tag <p> opens a paragraph.\n").format, u"text"_s);
}

TEST(ReadingFormats, pagesOfWordKeepTheirNumbersAndNotes)
{
    const Extract extract = extracted(
        "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><body><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]>"
        "<span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span><![endif]>The Parties meet<a href=\"#_ftn1\" name=\"_ftnref1\">"
        "<span class=MsoFootnoteReference><![if !supportFootnotes]>[1]<![endif]></span></a> yearly.</p><p class=MsoNormal>Area 5 km<sup>2</sup>, the 21<sup>st</sup> of May<o:p></o:p></p>"
        "<div id=ftn1><p class=MsoFootnoteText><a href=\"#_ftnref1\"><span class=MsoFootnoteReference>[1]</span></a> See there.</p></div></body></html>");
    EXPECT_EQ(texts(extract), (QStringList{u"1. The Parties meet [1] yearly."_s, u"Area 5 km², the 21st of May"_s, u"[1] See there."_s}));
    EXPECT_EQ(extract.lines[2].part, Part::Note);
}

TEST(ReadingFormats, pagesAreReadInTheEncodingTheyName)
{
    const QByteArray korean = "<html><head><meta charset=\"euc-kr\"></head><body><p>\xc1\xa6\x31\xc1\xb6</p></body></html>";
    EXPECT_EQ(texts(extracted(korean)), (QStringList{u"제1조"_s}));
    const QByteArray western = "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1252\"></head><p>\x93" "caf\xe9\x94</p>";
    EXPECT_EQ(texts(extracted(western)), (QStringList{u"“café”"_s}));
    QStringEncoder utf16(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    EXPECT_EQ(texts(extracted(utf16(u"<html><body><p>제1조</p></body></html>"_s))), (QStringList{u"제1조"_s}));
}

// Plain text

TEST(ReadingFormats, koreanAndWesternTextsAreToldApart)
{
    EXPECT_EQ(texts(extracted("\xc1\xa6\x31\xc1\xb6 \xb8\xf1\xc0\xfb\r\xa8\xe7 \xb0\xa1\xb3\xaa\x8c\x63")), (QStringList{u"제1조 목적"_s, u"① 가나똠"_s}));
    const Extract western = extracted("The caf\xe9 is closed, and the t\xe9l\xe9phone too.");
    EXPECT_EQ(texts(western), (QStringList{u"The café is closed, and the téléphone too."_s}));
    EXPECT_EQ(western.notices.size(), 1);
    QStringEncoder utf16(QStringConverter::Utf16BE);
    EXPECT_EQ(texts(extracted(utf16(u"제1조 목적\n① 가나다라 마바사\n"_s))), (QStringList{u"제1조 목적"_s, u"① 가나다라 마바사"_s}));
}

TEST(ReadingFormats, anyLineEndEndsALineAndSyllablesAreComposed)
{
    EXPECT_EQ(texts(extracted(u"a\rb\r\nc\u2028d\u0085e\vf\nHa\u0308 \u1112\u1161\u11AB"_s.toUtf8())),
              (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s, u"Hä 한"_s}));
}

TEST(ReadingFormats, signsThatDeceiveAreTakenOutAndSaid)
{
    const QString text = u"pay "_s + QChar(0x202E) + u"001 won"_s + QChar(0x202C) +
                         u" to the office and keep the receipt until the year is over, as the law of both sides says it must be.\n"_s;
    const Extract extract = extracted(text.toUtf8());
    EXPECT_EQ(texts(extract).front().left(11), u"pay 001 won"_s);
    EXPECT_EQ(extract.notices.size(), 1);
    EXPECT_EQ(extracted(docx(paragraph(text))).notices.size(), 1);
    EXPECT_EQ(extracted(QByteArray("<p>" + text.toUtf8() + "</p><p>b</p>")).notices.size(), 1);

    // A lone half of a letter, and a zero byte in a long text.
    QByteArray lone = "\xFF\xFE";
    lone += QByteArray::fromRawData("a\0\0\xD8z\0", 6);
    EXPECT_EQ(texts(extracted(lone)), (QStringList{u"a�z"_s}));
    QByteArray zero = text.left(0).toUtf8() + QByteArray(300, 'x') + '\0' + "y";
    EXPECT_EQ(texts(extracted(zero)).front(), QString(300, u'x') + u'y');
}

// What is refused

TEST(ReadingFormats, whatCannotBeReadIsRefusedByItsName)
{
    QByteArray compound("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    const auto wide = [](const QString &name) { return QByteArray(reinterpret_cast<const char *>(name.utf16()), name.size() * 2); };
    const std::map<QByteArray, QString> cases = {
        {QByteArray(), u"empty"_s},
        {compound + QByteArray(512, '\0') + wide(u"WordDocument"_s), u".doc"_s},
        {compound + QByteArray(512, '\0') + wide(u"EncryptedPackage"_s), u"password"_s},
        {compound + QByteArray(512, '\0') + "HWP Document File", u"HWP"_s},
        {zipped({{u"mimetype"_s, "application/hwp+zip"}, {u"Contents/section0.xml"_s, "<x/>"}}), u"HWP"_s},
        {zipped({{u"mimetype"_s, "application/vnd.oasis.opendocument.text"},
                 {u"META-INF/manifest.xml"_s, "<manifest:encryption-data/>"},
                 {u"content.xml"_s, "noise"}}),
         u"password"_s},
        {zipped({{u"[Content_Types].xml"_s, "<Types/>"}, {u"xl/workbook.xml"_s, "<x/>"}}), u"table"_s},
        {zipped({{u"[Content_Types].xml"_s, "<Types/>"}, {u"ppt/presentation.xml"_s, "<x/>"}}), u"slides"_s},
        {zipped({{u"letter.txt"_s, "words"}}), u"unpack"_s},
        {"{\\rtf1 words}", u"RTF"_s},
        {"\x89PNG\r\n\x1a\n", u"picture"_s},
        {QByteArray("\xFF\xD8\xFF\xE0\0\x10JFIF\0", 11), u"picture"_s},
    };
    for (const auto &[bytes, word] : cases) {
        SCOPED_TRACE(word.toStdString());
        EXPECT_TRUE(refused(bytes).sentence.contains(word, Qt::CaseInsensitive));
    }
    EXPECT_TRUE(refused(docx(u"<w:p><w:r><w:pict><v:imagedata xmlns:v=\"urn:schemas-microsoft-com:vml\"/></w:pict></w:r></w:p>"_s)).sentence.contains(u"OCR"_s));
}

TEST(ReadingFormats, damagedFilesAreRefusedWhereverTheyAreCut)
{
    const QByteArray whole = docx(paragraph(u"words"_s));
    for (qsizetype size = 4; size < whole.size(); size += 7)
        refused(whole.left(size));
    // One byte of the packed body is another.
    QByteArray other = whole;
    const qsizetype at = other.indexOf("word/document.xml") + 60;
    ASSERT_LT(at, other.size());
    other[at] = static_cast<char>(other[at] ^ 0x55);
    refused(other);
    refused(zipped({{u"[Content_Types].xml"_s, "<Types/>"}, {u"word/document.xml"_s, wordPart(u"document"_s, u"<w:body>"_s).chopped(20)}}));
    refused(zipped({{u"[Content_Types].xml"_s, "<Types/>"}}));
}

TEST(ReadingFormats, entitiesAndDocumentTypesAreRefused)
{
    const QByteArray bomb = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>"
                            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>";
    refused(zipped({{u"[Content_Types].xml"_s, "<Types/>"}, {u"word/document.xml"_s, bomb}}));
    refused(zipped({{u"mimetype"_s, "application/vnd.oasis.opendocument.text"}, {u"content.xml"_s, bomb}}));
    EXPECT_EQ(texts(extracted(docx(paragraph(u"A &amp; B &lt;c&gt; &#xAC00;"_s)))), (QStringList{u"A & B <c> 가"_s}));
}

TEST(ReadingFormats, bombsAreRefusedBeforeTheyUnfold)
{
    QByteArray zeros(96 * 1024 * 1024, ' ');
    refused(zipped({{u"[Content_Types].xml"_s, "<Types/>"}, {u"word/document.xml"_s, zeros}}));
    zeros.clear();
    Parts many = {{u"[Content_Types].xml"_s, "<Types/>"}, {u"word/document.xml"_s, wordPart(u"document"_s, paragraph(u"x"_s))}};
    for (int i = 0; i < 100'000; ++i)
        many.emplace_back(QString::number(i), QByteArray());
    refused(zipped(many));

    QString deep;
    for (int i = 0; i < 5000; ++i)
        deep += u"<w:sdt><w:sdtContent>"_s;
    refused(zipped({{u"[Content_Types].xml"_s, "<Types/>"}, {u"word/document.xml"_s, wordPart(u"document"_s, deep)}}));
    QByteArray wide = "<w:p";
    for (int i = 0; i < 100'000; ++i)
        wide += " a" + QByteArray::number(i) + "='1'";
    refused(zipped({{u"[Content_Types].xml"_s, "<Types/>"}, {u"word/document.xml"_s, wide + "/>"}}));
    refused("<html><body>" + QByteArray(100'000, ' ').replace(" ", "<div>") + "x");
    refused("<html><body x" + wide.mid(4) + ">x");
}

TEST(ReadingFormats, repeatedCellsAreBounded)
{
    const QByteArray cells = "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
                             "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"><office:body><office:text><table:table><table:table-row table:number-rows-repeated=\"1000000\">"
                             "<table:table-cell table:number-columns-repeated=\"1000000\"><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document>";
    EXPECT_LE(extracted(cells).lines.size(), 64U * 64U);
    EXPECT_GE(extracted(cells).lines.size(), 2U);
}

TEST(ReadingFormats, readingCanBeCancelledInEveryFormat)
{
    for (const QString &name : {u"treaty.docx"_s, u"treaty.odt"_s}) {
        base::Progress progress;
        progress.cancel();
        const auto result = extract(bytesOf(fileName(name)), progress);
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().failure, Failure::Cancelled);
    }
}

TEST(ReadingFormats, numbersAreWrittenInEveryFormat)
{
    const auto row = [](NumberFormat format, std::initializer_list<int> numbers) {
        QStringList list;
        for (const int number : numbers)
            list += numberText(number, format);
        return list.join(u' ');
    };
    EXPECT_EQ(row(NumberFormat::LowerLetter, {1, 26, 27, 53}), u"a z aa aaa"_s);
    EXPECT_EQ(row(NumberFormat::LowerAlphabet, {1, 26, 27, 28}), u"a z aa ab"_s);
    EXPECT_EQ(row(NumberFormat::UpperRoman, {1, 4, 9, 14, 40, 1999}), u"I IV IX XIV XL MCMXCIX"_s);
    EXPECT_EQ(row(NumberFormat::Circled, {1, 20, 21, 35, 36, 50, 51}), u"① ⑳ ㉑ ㉟ ㊱ ㊿ 51"_s);
    EXPECT_EQ(row(NumberFormat::Ganada, {1, 2, 14, 15}), u"가 나 하 가가"_s);
    EXPECT_EQ(row(NumberFormat::KoreanCounting, {1, 10, 12, 20, 105}), u"일 십 십이 이십 백오"_s);
    EXPECT_EQ(row(NumberFormat::KoreanDigits, {1, 12}), u"일 일이"_s);
    EXPECT_EQ(row(NumberFormat::Ordinal, {1, 2, 3, 11, 22}), u"1st 2nd 3rd 11th 22nd"_s);
    EXPECT_EQ(row(NumberFormat::OrdinalText, {1, 12, 20, 21}), u"First Twelfth Twentieth Twenty-first"_s);
}
