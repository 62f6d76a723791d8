#include "core/network/labels.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace entente::network {

using namespace Qt::StringLiterals;

namespace {

constexpr int LongestText = 400; // of a name, in characters: more cannot be read in a box and would only cost time
constexpr double CapitalHeight = 0.714;
constexpr double Leading = 12.5;

const QString Ellipsis = QStringLiteral("…");

} // namespace

QString elided(const QString &full, double width, double size, bool bold, const LabelMetrics &metrics)
{
    const QString text = full.left(LongestText);
    if (text.size() == full.size() && metrics(text, size, bold) <= width)
        return text;
    int low = 0;
    int high = int(text.size());
    while (low < high) {
        const int middle = (low + high + 1) / 2;
        if (metrics(text.left(middle).trimmed() + Ellipsis, size, bold) <= width)
            low = middle;
        else
            high = middle - 1;
    }
    QString start = text.left(low);
    if (start.endsWith(u' ') || start.isEmpty())
        return start.trimmed() + Ellipsis;
    if (start.back().isHighSurrogate())
        start.chop(1);
    // Better at a space, where little is lost by that.
    const qsizetype space = start.lastIndexOf(u' ');
    if (low < text.size() && text.at(low) != u' ' && space > start.size() * 2 / 3)
        start = start.left(space);
    static const QRegularExpression loose(u"[ /,;:(–-]+$"_s);
    return start.remove(loose) + Ellipsis;
}

Wrapped wrapped(const QString &full, double width, int mostLines, double size, bool bold, const LabelMetrics &metrics)
{
    Wrapped result;
    QString rest = simplified(full.left(LongestText * 2)).left(LongestText);
    result.shortened = rest.size() >= LongestText;
    while (!rest.isEmpty()) {
        if (result.lines.size() + 1 >= mostLines) {
            result.lines.append(result.shortened ? elided(rest + u' ' + full.right(LongestText), width, size, bold, metrics)
                                                 : elided(rest, width, size, bold, metrics));
            result.shortened = result.lines.constLast().endsWith(Ellipsis) && !rest.endsWith(Ellipsis);
            return result;
        }
        if (metrics(rest, size, bold) <= width) {
            result.lines.append(rest);
            return result;
        }
        qsizetype end = -1;
        for (qsizetype space = rest.indexOf(u' '); space >= 0; space = rest.indexOf(u' ', space + 1)) {
            if (metrics(rest.left(space), size, bold) > width)
                break;
            end = space;
        }
        if (end <= 0) {
            result.lines.append(elided(rest, width, size, bold, metrics));
            result.shortened = true;
            return result;
        }
        result.lines.append(rest.left(end));
        rest = rest.mid(end + 1);
    }
    return result;
}

QString placedName(const Snapshot &snapshot, const SnapshotNode &node)
{
    static const QRegularExpression sides(u"^(EU[-–]ROK|ROK[-–]EU|EU[-–]Korea|Republic of Korea|ROK|EU) +"_s);
    static const QRegularExpression country(u",? (of|in|to) the (Republic of Korea|European Union)\\b"_s);
    static const QRegularExpression bracket(u" *\\([^)]*\\)"_s);
    // The abbreviation of a dialogue is its name without what its place says.
    QString name = (node.kind == kindOf<Dialogue> && !node.abbreviation.isEmpty() ? node.abbreviation : node.name).left(LongestText * 2);
    const bool joint = node.kind == kindOf<Dialogue> || node.kind == kindOf<Instrument>;
    const bool ofSide = node.side == Side::Eu || node.side == Side::Rok;
    if (!joint && !ofSide)
        return name;
    const QString whole = name;
    name.remove(bracket);
    name.remove(sides);
    if (!joint || node.kind == kindOf<Dialogue>)
        name.remove(country);
    for (const QString &parent : joint ? QStringList() : node.parents) {
        const SnapshotNode *above = snapshot.node(parent);
        if (above && !above->abbreviation.isEmpty() && name.startsWith(above->abbreviation + u' '))
            name = name.mid(above->abbreviation.size() + 1);
    }
    name = simplified(name);
    if (name.isEmpty())
        return whole;
    if (name.front().isLower())
        name = name.front().toUpper() + name.mid(1);
    return name;
}

QString fullName(const SnapshotNode &node)
{
    QString text = node.name.left(LongestText);
    if (!node.abbreviation.isEmpty() && node.abbreviation != node.name && node.kind != kindOf<Dialogue> && node.kind != kindOf<Area>)
        text = QCoreApplication::translate("Network", "%1 (%2)").arg(text, node.abbreviation);
    if (!node.nameKo.isEmpty())
        text += u'\n' + node.nameKo.left(LongestText);
    if (!node.folded.isEmpty())
        text += u'\n' + QCoreApplication::translate("Network", "with %1").arg(sentenceList(node.folded));
    return text;
}

double blockHeight(const std::vector<BlockLine> &lines)
{
    if (lines.empty())
        return 0;
    return lines.front().size * CapitalHeight + Leading * double(lines.size() - 1);
}

void setBlock(Box &box, const std::vector<BlockLine> &lines, double x, Align align, double middle)
{
    if (lines.empty())
        return;
    double baseline = middle - blockHeight(lines) / 2 + lines.front().size * CapitalHeight;
    for (const BlockLine &line : lines) {
        box.texts.push_back({line.text, {x, baseline}, line.size, line.bold, line.ink, align, line.detail, 0});
        baseline += Leading;
    }
}

void tellApart(Picture &picture, const LabelMetrics &metrics)
{
    std::map<QString, std::vector<int>> same;
    for (std::size_t i = 0; i < picture.boxes.size(); ++i) {
        if (picture.boxes[i].shortened)
            same[picture.boxes[i].label].push_back(int(i));
    }
    for (const auto &[label, boxes] : same) {
        if (boxes.size() < 2)
            continue;
        for (const int index : boxes) {
            Box &box = picture.boxes[std::size_t(index)];
            const auto cut = std::ranges::find_if(box.texts, [](const Text &text) { return text.text.endsWith(Ellipsis); });
            if (cut == box.texts.end())
                continue;
            const double width = metrics(cut->text, cut->size, cut->bold);
            const QString name = box.full.section(u'\n', 0, 0);
            QString text;
            for (int keep = int(cut->text.size()); keep > 2; --keep) {
                text = cut->text.left(keep / 3).trimmed() + Ellipsis + name.right(keep - keep / 3).trimmed();
                if (metrics(text, cut->size, cut->bold) <= width)
                    break;
            }
            box.label.chop(cut->text.size());
            box.label += text;
            cut->text = text;
        }
    }
}

QString clauseRange(const QStringList &labels)
{
    static const QRegularExpression leadingNumber(u"^\\d+"_s);
    QStringList parts;
    for (qsizetype i = 0; i < labels.size();) {
        bool isNumber = false;
        const int first = labels.at(i).toInt(&isNumber);
        qsizetype end = i + 1;
        int last = first;
        // Points of a clause that is there itself go with it.
        while (isNumber && end < labels.size()) {
            const int number = leadingNumber.match(labels.at(end)).captured().toInt();
            if (number != last && number != last + 1)
                break;
            bool plain = false;
            labels.at(end).toInt(&plain);
            if (number == last + 1 && !plain)
                break;
            last = number;
            ++end;
        }
        parts.append(isNumber && last != first ? labels.at(i) + u'–' + QString::number(last) : labels.at(i));
        i = end;
    }
    return parts.join(u", "_s);
}

} // namespace entente::network
