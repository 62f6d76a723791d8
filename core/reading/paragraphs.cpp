#include "core/reading/paragraphs.h"

#include <QRegularExpression>

#include <algorithm>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

/// The sign that opens a paragraph or point, and where its text begins.
struct Bullet
{
    QChar sign;
    qsizetype length = 0;
};

std::optional<Bullet> bulletOf(const QString &text)
{
    static const QRegularExpression pattern(uR"(^(?<sign>[□■◇◆▷▶▸○●ㅇ◦⚬º•‣◾▪※*＊·ㆍ∙–—-]|o(?= \p{Lu}))\s*(?=\S))"_s);
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QChar sign = match.captured(u"sign"_s).front();
    // "-5 degrees" is no point.
    if (u"-–—*·"_s.contains(sign) && match.capturedLength() == 1)
        return std::nullopt;
    return Bullet{sign, match.capturedLength()};
}

constexpr int NoteRank = 9; ///< Below whatever it is a note on.

/// Signs that look alike on one level.
int rankSign(QChar sign)
{
    if (u"□■◇◆"_s.contains(sign))
        return 0;
    if (u"○●ㅇ◦⚬ºo•‣▷▶▸◾▪"_s.contains(sign))
        return 1;
    if (u"-–—"_s.contains(sign))
        return 2;
    if (u"·ㆍ∙"_s.contains(sign))
        return 3;
    return -1; // ※ and *: a note on what stands above
}

/// Lines that were joined although a new point began: "… 하였다. ㅇ 특히 …". No word is lost.
void splitPoints(std::vector<Block> &blocks)
{
    static const QRegularExpression inner(
        uR"((?:(?<=[.\]):다함됨음임]) (?=[□■ㅇ○◦※] ?\S)|\n(?=[□■◇◆▷▶▸○●ㅇ◦⚬º•‣◾▪※*·ㆍ∙–—-] ?\S|o \S)))"_s);
    std::vector<Block> split;
    for (Block &block : blocks) {
        const bool text = block.role == Role::Prose || block.role == Role::Heading;
        qsizetype start = 0;
        if (text && (bulletOf(block.text) || block.text.contains(u'\n'))) {
            for (auto matches = inner.globalMatch(block.text); matches.hasNext();) {
                const auto match = matches.next();
                Block part = block;
                part.role = Role::Prose;
                part.text = block.text.mid(start, match.capturedStart() - start);
                if (start > 0)
                    part.places.clear();
                split.push_back(std::move(part));
                start = match.capturedEnd();
            }
        }
        if (start > 0) {
            block.text = block.text.mid(start);
            block.role = Role::Prose;
            block.places.clear();
        }
        split.push_back(std::move(block));
    }
    blocks = std::move(split);
}

} // namespace

void numberParagraphs(std::vector<Block> &blocks)
{
    const auto printsNumber = [](const Block &block) {
        return block.role == Role::Unit &&
               std::ranges::any_of(block.number, [](QChar c) { return c.isLetterOrNumber() && c != u'ㅇ' && c != u'o'; });
    };
    if (std::ranges::any_of(blocks, printsNumber))
        return;
    splitPoints(blocks);
    std::vector<int> ranks; // of the signs that are open, outermost first
    std::vector<int> counts;
    std::vector<QString> labels;
    for (Block &block : blocks) {
        const bool text = block.role == Role::Prose || block.role == Role::Unit;
        const auto bullet =
            block.role == Role::Unit && !block.number.isEmpty() ? std::optional(Bullet{block.number.front(), 0}) : bulletOf(block.text);
        // A point in note form ends like a heading: "□ 양측, 협력 방안 논의".
        if (!text && !(block.role == Role::Heading && bullet))
            continue;
        int rank = bullet ? rankSign(bullet->sign) : 0;
        if (rank < 0)
            rank = ranks.empty() ? 0 : NoteRank;
        int before = 0; // points of a lower rank that stood here already: a text may begin with its points
        while (!ranks.empty() && ranks.back() > rank) {
            before = counts.back();
            ranks.pop_back();
            counts.pop_back();
            labels.pop_back();
        }
        if (!ranks.empty() && ranks.back() == rank) {
            ++counts.back();
            labels.pop_back();
        } else {
            ranks.push_back(rank);
            counts.push_back(before + 1);
        }
        const QString parent = labels.empty() ? QString() : labels.back();
        const QString number = QString::number(counts.back());
        labels.push_back(parent.isEmpty() ? number : parent + u'(' + number + u')');
        block.role = Role::Unit;
        block.label = labels.back();
        block.parent = parent;
        block.depth = int(labels.size());
        if (bullet && bullet->length > 0) {
            block.number = bullet->sign;
            block.text = block.text.mid(bullet->length);
        }
    }
}

} // namespace entente::reading
