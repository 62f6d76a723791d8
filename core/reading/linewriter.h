#pragma once

#include "core/reading/extract.h"

namespace entente::reading {

namespace limits {
constexpr std::size_t MostLines = 500'000;             ///< A book of 10,000 pages.
constexpr qsizetype MostCharacters = 64 * 1024 * 1024; ///< Of all lines together.
constexpr std::size_t DeepestParagraph = 32;           ///< Frames within frames.
} // namespace limits

/// Takes directional overrides and other invisible controls out of a text that cannot be trusted to show what it says; counts them.
QString withoutDirectionControls(const QString &text, int &removed);

/// The notices that cleaning leaves behind.
QStringList cleaningNotices(int directionControls, int unreadable);

Error tooManyLines();

/// Collects the text of paragraphs into lines: clean, whole, one a paragraph or manual line break. Paragraphs may stand within paragraphs (text
/// frames, notes); what they hold follows the paragraph around them.
class LineWriter
{
public:
    /// Opens a paragraph that looks like this.
    void begin(const Line &look);
    bool isOpen() const { return !m_open.empty(); }
    /// The look of the open paragraph.
    Line &look() { return m_open.back().look; }
    /// Written before the words of the open paragraph.
    void setNumber(const QString &number) { m_open.back().number = number; }

    /// The open paragraph is a line of a text that was wrapped.
    void setWrapped() { m_open.back().wrapped = true; }

    void text(const QString &words);
    /// Words that are not shown: they stand on a line of their own that is set aside.
    void hidden(const QString &words);
    /// What is printed raised: digits as such signs, apart from a word before them if they are the mark of a note.
    void raised(const QString &words, bool isMark);
    void lineBreak();
    void end();

    /// A page ends here, also within a paragraph.
    void pageBreak();
    int page() const { return m_page; }
    /// A line of its own that is no paragraph of the text; it follows the open paragraph.
    void addBehind(Line line);
    /// Words that are set aside on a line of their own.
    void aside(const QString &words, const QString &why);

    bool isFull() const { return m_count > limits::MostLines || m_characters > limits::MostCharacters; }
    std::vector<Line> take();
    QStringList notices() const { return cleaningNotices(m_directionControls, m_unreadable); }
    std::size_t count() const { return m_count; }

    /// The lines of whole paragraphs outside of any other, so far.
    std::vector<Line> &lines() { return m_lines; }

private:
    struct Paragraph
    {
        Line look;
        QString number;
        QString words;
        QString hidden;
        bool startsPage = false;
        bool wrapped = false;
        std::vector<Line> behind;
    };

    QString clean(const QString &text);
    void addPieces(const Paragraph &paragraph, std::vector<Line> &lines);

    std::vector<Paragraph> m_open;
    std::vector<Line> m_lines;
    std::size_t m_count = 0;
    qsizetype m_characters = 0;
    int m_page = 1;
    bool m_startsPage = false;
    bool m_blank = false;
    int m_directionControls = 0;
    int m_unreadable = 0;
};

} // namespace entente::reading
