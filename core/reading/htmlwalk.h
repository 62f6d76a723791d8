#pragma once

#include "core/reading/linewriter.h"
#include "core/reading/numberformat.h"

#include <QHash>

namespace entente::reading {

/// Makes lines of the elements and words of a web page, in their order.
///
/// Block elements part lines, inline elements do not. Lists get their numbers as a browser draws them, unless the page prints them itself. What is not
/// shown and what only leads around the site is set aside.
class HtmlWalk
{
public:
    using Attributes = QHash<QString, QString>;

    /// Names and keys of attributes in lower case.
    void start(const QString &name, const Attributes &attributes);
    void end(const QString &name);
    void text(const QString &words);
    void comment(const QString &words);

    /// How many items each list has, in order; lists that count down must know it beforehand.
    const std::vector<int> &listSizes() const { return m_listSizes; }
    void setListSizes(std::vector<int> sizes) { m_knownSizes = std::move(sizes); }

    bool isFull() const { return m_writer.isFull(); }
    QString title() const { return m_title.simplified().left(1000); }
    std::vector<Line> take();
    QStringList notices() const { return m_writer.notices(); }

private:
    enum class Raw { No, Dropped, Title };
    struct Element
    {
        QString name;
        Raw raw = Raw::No;
        bool hidden = false;
        QString why;
        Part part = Part::Body;
        int headingLevel = 0;
        bool preformatted = false;
        bool bold = false;
        bool link = false;
        bool mark = false;    ///< Refers to a note.
        bool ownMark = false; ///< The mark before a note.
        bool isList = false;
    };
    struct List
    {
        bool ordered = false;
        NumberFormat format = NumberFormat::Decimal;
        int next = 1;
        int step = 1;
        std::size_t index = 0;
    };

    Element now() const { return m_elements.empty() ? Element() : m_elements.back(); }
    void open();
    void close();
    void startList(const QString &name, const Attributes &attributes);
    void startItem(const Attributes &attributes);
    void addWords(const QString &words);
    void finishRaised();

    LineWriter m_writer;
    std::vector<Element> m_elements;
    std::vector<List> m_lists;
    std::vector<int> m_listSizes;
    std::vector<int> m_knownSizes;
    QString m_title;
    QString m_number; ///< Waits for the first words of its item.
    QString m_start;  ///< The first words of the open paragraph.
    QString m_raised;
    bool m_anyBold = false;
    bool m_anyPlain = false;
    bool m_brokeLine = false;
    bool m_raisedIsMark = false;
    int m_raisedDepth = 0;
    bool m_over = false; ///< Behind the fragment that was copied.
};

} // namespace entente::reading
