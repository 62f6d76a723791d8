#pragma once

#include "core/base/result.h"
#include "core/base/vocabulary.h"

#include <QBuffer>
#include <QXmlStreamReader>

namespace entente::reading {

namespace limits {
constexpr int DeepestElement = 200;
constexpr int MostAttributes = 400; ///< Of one element; finding doubles among them is quadratic.
} // namespace limits

/// Whether a tag has more attributes than any real one. Looks at bytes alone; `page` says that it is HTML, whose scripts may hold anything.
bool hasMonstrousTag(const QByteArray &bytes, bool page);

/// XML that nobody vouches for, piece by piece: no document type, no entities of its own, no endless nesting.
class XmlSource
{
public:
    explicit XmlSource(const QByteArray &bytes);
    XmlSource(const XmlSource &) = delete;
    XmlSource &operator=(const XmlSource &) = delete;

    /// Goes to the next token; false at the end and when something is wrong.
    bool next();
    /// Goes to the end of the element that just began, over all it holds; false when something is wrong.
    bool skip();
    /// Within the element that began at `depth`: the next child or text at any level below; false at its end.
    bool nextIn(int depth) { return next() && m_depth >= depth; }
    /// The same, but only starts of elements.
    bool nextStartIn(int depth);
    /// How deep the current element stands; for a start element itself included.
    int depth() const { return m_depth; }

    bool isStart() const { return m_reader.isStartElement(); }
    bool isEnd() const { return m_reader.isEndElement(); }
    QStringView name() const { return m_reader.name(); }
    QStringView space() const { return m_reader.namespaceUri(); }
    QStringView text() const { return m_reader.text(); }
    bool isText() const { return m_reader.isCharacters(); }
    /// The attribute of this local name; empty if there is none.
    QString attribute(QStringView local) const;
    bool hasAttribute(QStringView local) const;
    int number(QStringView local, int otherwise) const;
    /// Word's way of saying yes or no: present without a value is yes.
    bool isOn() const;

    /// Nothing, or why it cannot be read on.
    Result<void> finish() const;

private:
    QBuffer m_buffer;
    QXmlStreamReader m_reader;
    int m_depth = 0;
    bool m_leave = false; // the last token ended an element
    QString m_wrong;
};

} // namespace entente::reading
