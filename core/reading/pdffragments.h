#pragma once

#include "core/reading/pdflayout.h"

/// Stretches of writing that belong together within one line of a page.
namespace entente::reading {

struct Fragment
{
    QString text;
    QRectF box;
    double size = 0;        ///< Of its letters, in points; 0: not known.
    double baseline = 0;    ///< From the top of the page.
    bool slanted = false;   ///< Written aslant or up the page.
    bool opensNote = false; ///< Begins with the raised mark of a note.
};

/// Pages that are shown turned are told in the frame in which they were written: this turns the boxes until the writing is upright. Where
/// the writing is upright before the page is turned, nobody tells which way it is shown: it is laid out as written, and is not `placed`.
PdfPage upright(const PdfPage &page);

/// The text lines of an upright page as fragments, in the order of the page: parted where a wide gap parts cells or the halves of a header,
/// joined where a raised mark or the reader had parted a line; letters as people type them.
std::vector<Fragment> fragmentsOf(const PdfPage &page);

/// Ligatures taken apart, hyphens and spaces of all kinds as the common ones, NFC, no control characters.
QString typedText(const QString &text);

} // namespace entente::reading
