#include "core/base/text.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace entente::base {

using namespace Qt::StringLiterals;

QString cleanText(const QString &text)
{
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\r') {
            if (i + 1 < text.size() && text[i + 1] == u'\n')
                continue;
            clean += u'\n';
        } else if (c == u'\v' || c == QChar(0x2028) || c == QChar(0x2029) || c == QChar(0x85)) {
            clean += u'\n';
        } else if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            clean += c;
            clean += text[++i];
        } else if (c.isSurrogate()) {
            clean += QChar::ReplacementCharacter;
        } else if (c == QChar(0xFEFF) || (c.category() == QChar::Other_Control && c != u'\n' && c != u'\t' && c != u'\f')) {
            continue;
        } else {
            clean += c;
        }
    }
    return clean.normalized(QString::NormalizationForm_C);
}

QString folded(const QString &text)
{
    // Most texts are plain Latin and composed Hangul, where only the case needs folding; taking them apart is ten times slower.
    const bool plain = std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80 || (c.unicode() >= 0xAC00 && c.unicode() <= 0xD7A3); });
    if (plain)
        return text.toCaseFolded();

    // Decompose to drop accents; compose again so that Hangul syllables are one character each.
    const QString decomposed = text.normalized(QString::NormalizationForm_KD);
    QString result;
    result.reserve(decomposed.size());
    for (const QChar c : decomposed) {
        if (c.category() == QChar::Mark_NonSpacing)
            continue;
        switch (c.unicode()) {
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0x2014:
        case 0x2212:
            result += u'-';
            break;
        case 0x2018:
        case 0x2019:
        case 0x02BC:
            result += u'\'';
            break;
        case 0x201C:
        case 0x201D:
        case 0x201E:
            result += u'"';
            break;
        case 0x00AD:
        case 0x200B:
            break;
        default:
            result += c;
        }
    }
    return result.normalized(QString::NormalizationForm_C).toCaseFolded();
}

QString simplified(const QString &text)
{
    return text.simplified();
}

QString contentKey(const QString &prefix, const QStringList &parts)
{
    const QByteArray bytes = parts.join(QChar(0x1f)).normalized(QString::NormalizationForm_C).toUtf8();
    const QByteArray digest = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    return prefix + u'-' + QString::fromLatin1(digest.first(12));
}

QString slug(const QString &text)
{
    QString result;
    for (const QChar c : folded(text)) {
        const bool latin = (c >= u'a' && c <= u'z') || c.isDigit();
        const bool hangul = c.unicode() >= 0xAC00 && c.unicode() <= 0xD7A3;
        if (latin || hangul)
            result += c;
        else if (!result.isEmpty() && !result.endsWith(u'-'))
            result += u'-';
    }
    while (result.endsWith(u'-'))
        result.chop(1);
    return result;
}

QString sentenceList(const QStringList &items)
{
    if (items.size() < 2)
        return items.join(QString());
    return QCoreApplication::translate("text", "%1 and %2").arg(items.first(items.size() - 1).join(u", "_s), items.last());
}

} // namespace entente::base
