#include "ui/plain.h"

#include <QLabel>

namespace entente::ui {

using namespace Qt::StringLiterals;

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setText(text);
    return label;
}

QString plainToolTip(const QString &text)
{
    return text.isEmpty() ? QString() : u"<p style='white-space:pre-wrap'>"_s + text.toHtmlEscaped() + u"</p>"_s;
}

QString menuText(const QString &text)
{
    QString escaped = text;
    return escaped.replace(u'&', u"&&"_s);
}

QFont sizedFont(const QFont &font, double factor, bool bold)
{
    QFont sized = font;
    if (font.pointSizeF() > 0)
        sized.setPointSizeF(font.pointSizeF() * factor);
    else
        sized.setPixelSize(int(font.pixelSize() * factor + 0.5));
    sized.setBold(bold);
    return sized;
}

QColor linkColour(const QPalette &palette)
{
    return themeOf(palette) == Theme::Dark ? QColor(0x6C, 0x9B, 0xFA) : QColor(0x0B, 0x57, 0xC2);
}

} // namespace entente::ui
