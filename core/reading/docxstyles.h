#pragma once

#include "core/base/result.h"
#include "core/base/vocabulary.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <functional>
#include <optional>

namespace entente::reading {

class XmlSource;

/// What a Word file says of the letters of a style or a run.
struct DocxLetters
{
    std::optional<bool> bold;
    std::optional<double> size; ///< In points.
    std::optional<bool> hidden;
    std::optional<bool> raised;
    QString style;
    bool removed = false; ///< Of a paragraph's mark: it was struck out, so the next paragraph goes on in this one.

    /// Takes over what `other` says and this does not.
    void complete(const DocxLetters &other);
};

/// What it says of a paragraph.
struct DocxParagraph
{
    QString style;
    std::optional<int> list; ///< 0: none, whatever the style says.
    std::optional<int> level;
    std::optional<int> outline; ///< 0 the highest heading, 9 body.
    std::optional<bool> pageBreakBefore;
    DocxLetters letters;

    void complete(const DocxParagraph &other);
};

/// Reads an element `rPr` to its end.
DocxLetters readLetters(XmlSource &xml);

/// The styles of a Word file, each with what it takes from the styles it is based on.
class DocxStyles
{
public:
    Result<void> read(const QByteArray &bytes);

    /// What a paragraph of this style is; an empty or unknown name is the default style.
    DocxParagraph paragraph(const QString &style) const;
    DocxLetters letters(const QString &style) const;
    /// The style and those it is based on, nearest first.
    QStringList chain(const QString &style) const;

private:
    struct Style
    {
        QString basedOn;
        DocxParagraph paragraph;
    };
    void readStyle(XmlSource &xml);

    QHash<QString, Style> m_styles;
    QString m_defaultParagraph;
    DocxLetters m_defaults;
};

/// Reads an element `pPr` to its end; a section in it is handed to `section`, which reads it to its end.
DocxParagraph readParagraph(XmlSource &xml, const std::function<void(XmlSource &)> &section);

} // namespace entente::reading
