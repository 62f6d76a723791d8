#include "core/reading/html.h"

#include "core/reading/decode.h"
#include "core/reading/document.h"
#include "core/reading/extract.h"
#include "core/reading/htmlwalk.h"
#include "core/reading/package.h"
#include "core/reading/xmlsource.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

#include <memory>

/// Web pages, by the event interface of libxml2's HTML parser: it closes what pages leave open, keeps no tree, and fetches nothing.
namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype HeadSize = 4096;     ///< In bytes; what says that a page is one stands there.
constexpr qsizetype LargestPage = 32 * 1024 * 1024;
constexpr int DeepestPage = 600;         ///< Elements within elements.

/// The head of a page as letters, whatever its encoding: zeros of UTF-16 left out.
QString headOf(const QByteArray &bytes)
{
    QByteArray head = bytes.left(HeadSize);
    head.removeIf([](char c) { return c == '\0'; });
    return QString::fromLatin1(head);
}

/// The encoding that the page names.
QString namedCharset(const QByteArray &bytes)
{
    static const QRegularExpression pattern(uR"(<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40}))"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QString head = headOf(bytes);
    // The head that Windows puts before what is on the clipboard promises UTF-8.
    if (head.startsWith("Version:"_L1))
        return u"utf-8"_s;
    return pattern.match(head).captured(1);
}

struct Session
{
    HtmlWalk &walk;
    const Progress &progress;
    xmlParserCtxt *parser = nullptr;
    int depth = 0;
    int events = 0;
    bool tooDeep = false;
    bool cancelled = false;

    /// Stops the parser when it should not go on.
    bool goesOn()
    {
        cancelled = cancelled || ((++events & 0xFFF) == 0 && progress.isCancelled());
        tooDeep = tooDeep || depth > DeepestPage;
        if (cancelled || tooDeep || walk.isFull())
            xmlStopParser(parser);
        return !cancelled && !tooDeep && !walk.isFull();
    }
};

QString fromXml(const xmlChar *text)
{
    return QString::fromUtf8(reinterpret_cast<const char *>(text));
}

void startElement(void *data, const xmlChar *name, const xmlChar **attributes)
{
    auto &session = *static_cast<Session *>(data);
    ++session.depth;
    if (!session.goesOn())
        return;
    QHash<QString, QString> values;
    for (const xmlChar **at = attributes; at && at[0]; at += 2)
        values.insert(fromXml(at[0]).toLower(), at[1] ? fromXml(at[1]) : QString());
    session.walk.start(fromXml(name).toLower(), values);
}

void endElement(void *data, const xmlChar *name)
{
    auto &session = *static_cast<Session *>(data);
    --session.depth;
    if (session.goesOn())
        session.walk.end(fromXml(name).toLower());
}

void characters(void *data, const xmlChar *text, int length)
{
    auto &session = *static_cast<Session *>(data);
    if (session.goesOn())
        session.walk.text(QString::fromUtf8(reinterpret_cast<const char *>(text), length));
}

void comment(void *data, const xmlChar *text)
{
    auto &session = *static_cast<Session *>(data);
    if (session.goesOn())
        session.walk.comment(fromXml(text));
}

struct FreeParser
{
    void operator()(xmlParserCtxt *parser) const
    {
        if (parser->myDoc)
            xmlFreeDoc(parser->myDoc);
        htmlFreeParserCtxt(parser);
    }
};

Error monstrousPage()
{
    return refusal(QCoreApplication::translate(
        "reading", "This web page is built like no other and was not read: copy its text from a browser and import that."));
}

Result<void> walkPage(const QByteArray &utf8, HtmlWalk &walk, const Progress &progress)
{
    const std::unique_ptr<xmlParserCtxt, FreeParser> parser(htmlNewParserCtxt());
    if (!parser || !parser->sax)
        return monstrousPage();
    Session session{walk, progress, parser.get()};
    htmlSAXHandler handler{};
    handler.startElement = startElement;
    handler.endElement = endElement;
    handler.characters = characters;
    handler.cdataBlock = characters;
    handler.ignorableWhitespace = characters;
    handler.comment = comment;
    *parser->sax = handler;
    parser->userData = &session;
    constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_IGNORE_ENC;
    if (xmlDoc *document = htmlCtxtReadMemory(parser.get(), utf8.constData(), static_cast<int>(utf8.size()), nullptr, "UTF-8", options))
        xmlFreeDoc(document);
    if (session.cancelled || progress.isCancelled())
        return cancelledError();
    if (session.tooDeep)
        return monstrousPage();
    if (walk.isFull())
        return tooManyLines();
    return {};
}

} // namespace

bool looksLikeHtml(const QByteArray &bytes)
{
    const QString head = headOf(bytes);
    static const QRegularExpression certain(uR"(^\W{0,8}\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html\b|head\b|body\b))"_s,
                                            QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression clipboard(uR"(^Version:\d\.\d\s+StartHTML:)"_s);
    if (certain.match(head).hasMatch() || clipboard.match(head).hasMatch() || head.contains("<!--StartFragment-->"_L1))
        return true;
    // A fragment begins with a tag and has more of them; a text may hold one or two as examples.
    static const QRegularExpression tag(
        uR"(</?(?:p|div|span|br|h[1-6]|ul|ol|li|table|tbody|tr|td|th|a|b|i|em|strong|section|article|main|header|blockquote|dl|dt|dd|meta|font)(?:\s[^<>]{0,2000})?/?>)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString trimmed = head.trimmed();
    if (!trimmed.startsWith(u'<'))
        return false;
    if (const auto first = tag.match(trimmed); !first.hasMatch() || first.capturedStart() > 0)
        return false;
    int tags = 0;
    for (auto matches = tag.globalMatch(trimmed); matches.hasNext() && tags < 4; matches.next())
        ++tags;
    return tags >= 2;
}

Result<Extract> extractHtml(const QByteArray &bytes, Progress &progress)
{
    if (bytes.size() > LargestPage)
        return tooManyLines();
    auto decoded = decode(bytes, namedCharset(bytes));
    if (!decoded)
        return decoded.error();
    QString page = decoded->text;
    if (page.startsWith("Version:"_L1)) // the clipboard's own head
        page.remove(0, std::max<qsizetype>(0, page.indexOf(u'<')));
    // What Word wraps around marks and bullets; the parser takes it for text.
    static const QRegularExpression condition(uR"(<!\[(?:if|endif|else)\b[^\]>]{0,200}\]>)"_s, QRegularExpression::CaseInsensitiveOption);
    page.remove(condition);
    const QByteArray utf8 = page.toUtf8();
    page.clear();
    if (hasMonstrousTag(utf8, true))
        return monstrousPage();
    HtmlWalk walk;
    if (utf8.contains("reversed")) {
        // Lists that count down must know how many items they have.
        HtmlWalk counting;
        if (auto counted = walkPage(utf8, counting, progress); !counted)
            return counted.error();
        walk.setListSizes(counting.listSizes());
    }
    if (auto walked = walkPage(utf8, walk, progress); !walked)
        return walked.error();
    Extract extract;
    extract.format = u"html"_s;
    extract.title = walk.title();
    extract.notices = decoded->notices + walk.notices();
    extract.lines = walk.take();
    return extract;
}

} // namespace entente::reading
