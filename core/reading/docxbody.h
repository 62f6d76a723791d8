#pragma once

#include "core/base/progress.h"
#include "core/reading/docxnumbering.h"
#include "core/reading/docxstyles.h"
#include "core/reading/linewriter.h"

#include <QHash>
#include <QStringList>

namespace entente::reading {

/// How the notes of a file are counted.
struct DocxNoteCount
{
    NumberFormat format = NumberFormat::Decimal;
    int next = 1;
};

/// What the parts of one Word file share while they are read.
struct DocxFile
{
    DocxStyles styles;
    DocxNumbering numbering;
    QHash<QString, std::vector<Line>> footnotes; ///< By their identifier, without their marks.
    QHash<QString, std::vector<Line>> endnotes;
    DocxNoteCount footnoteCount;
    DocxNoteCount endnoteCount{NumberFormat::LowerRoman, 1};
    bool breaksAsPrinted = false; ///< Word kept where it broke the pages the last time.

    // What was met on the way.
    QStringList headers; ///< Relationships of the sections, in order.
    QStringList footers;
    int pageBreaks = 0;
    int deletions = 0;
    int comments = 0;
    int pictures = 0;
    int drawings = 0; ///< Diagrams and charts, whose words lie elsewhere.
    int embedded = 0; ///< Other files within this one.
};

/// Walks one part of a Word file (the body, a header, the notes) and writes its paragraphs.
class DocxBody
{
public:
    DocxBody(DocxFile &file, LineWriter &writer, const Progress &progress);

    /// What every line of the part is. Notes are gathered by their identifier into `notes`.
    Result<void> read(const QByteArray &bytes, Part part, QHash<QString, std::vector<Line>> *notes = nullptr);

private:
    struct Field
    {
        bool inCode = true;
    };

    void start();
    void finishElement();
    void startRunContent(QStringView name);
    void startParagraph();
    void endParagraph();
    void section();
    void startField(const QString &kind);
    void note(bool isEndnote);
    void words(const QString &text);
    bool inFieldCode() const;
    const DocxLetters &lettersNow() const { return m_letters.back(); }
    void finishNote();

    DocxFile &m_file;
    LineWriter &m_writer;
    const Progress &m_progress;
    XmlSource *m_xml = nullptr;
    Part m_part = Part::Body;

    /// What a paragraph within paragraphs needs to know.
    struct Open
    {
        DocxParagraph look;
        bool goesOn = false; ///< The mark of the paragraph before was struck out.
        bool anyBold = false;
        bool anyPlain = false;
        double size = 0; ///< Of its first words.
        std::vector<Field> fields;
    };
    std::vector<Open> m_paragraphs;
    std::vector<DocxLetters> m_letters;
    std::vector<bool> m_alternativeChosen;
    int m_tables = 0;
    int m_text = 0; // inside an element whose characters are words
    bool m_goesOn = false;
    bool m_breakAfter = false; // a section ended with this paragraph
    int m_rubyDepth = 0;
    QString m_ruby;
    QHash<QString, std::vector<Line>> *m_notes = nullptr;
    QString m_note;
};

} // namespace entente::reading
