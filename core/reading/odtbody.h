#pragma once

#include "core/base/progress.h"
#include "core/reading/linewriter.h"
#include "core/reading/odtlists.h"

#include <QHash>
#include <QSet>

namespace entente::reading {

class XmlSource;

/// Walks the parts of an OpenDocument text: first the styles with their headers and footers, then the content.
class OdtBody
{
public:
    explicit OdtBody(const Progress &progress);

    Result<void> read(const QByteArray &bytes);
    /// All lines: headers, body, footers.
    std::vector<Line> take();
    QStringList notices() const;
    int pages() const { return m_pageBreaks > 0 ? m_body.page() : 0; }
    bool holdsPicturesAlone() const { return m_body.count() == 0 && m_pictures > 0; }
    QString title() const { return m_title.simplified().left(1000); }

private:
    struct Style
    {
        QString parent;
        QString list;
        QString masterPage;
        std::optional<bool> hidden;
        std::optional<bool> bold;
        std::optional<bool> raised;
        std::optional<double> size;
        bool breakBefore = false;
        bool breakAfter = false;
    };
    struct Master
    {
        QString next;
        std::vector<Line> headers;
        std::vector<Line> footers;
    };
    struct Paragraph
    {
        Style style;
        bool anyBold = false;
        bool anyPlain = false;
        double size = 0;
    };

    void start();
    void finishElement();
    bool startTextElement(const QStringView name);
    bool startStructure(const QStringView name);
    void startParagraph(bool isHeading);
    void endParagraph();
    void readStyle();
    void skipTrackedChanges();
    void words(const QString &text);
    void repeatCells(std::size_t from, int times);
    /// What a style says, with what it takes from its parents.
    Style resolved(const QString &family, const QString &name) const;
    void useMaster(const QString &name);
    LineWriter &writer() { return m_inEdge ? m_edge : m_body; }

    const Progress &m_progress;
    XmlSource *m_xml = nullptr;
    OdtLists m_lists;
    LineWriter m_body;
    LineWriter m_edge; ///< Headers and footers.
    QHash<QString, Style> m_styles; // by family and name
    QHash<QString, Master> m_masters;
    QStringList m_masterOrder;
    QStringList m_used;
    QString m_master; ///< The one whose headers are being read.
    Part m_edgePart = Part::Header;
    bool m_inEdge = false;
    bool m_inBody = false;
    bool m_inTitle = false;
    QString m_title;

    std::vector<Paragraph> m_paragraphs;
    std::vector<Style> m_spans;
    std::vector<std::pair<std::size_t, int>> m_cells; ///< Where the lines of an open cell or row begin, and how often they come.
    std::vector<bool> m_hiddenSections;
    int m_coveredCells = 0;
    int m_tables = 0;
    int m_notes = 0; ///< Open bodies of notes.
    bool m_inCitation = false;
    QString m_citation;
    QString m_mark; ///< For the first paragraph of the note.
    QString m_ruby;
    bool m_inRuby = false;

    int m_pageBreaks = 0;
    int m_deletions = 0;
    int m_comments = 0;
    int m_pictures = 0;
    int m_objects = 0;
};

} // namespace entente::reading
