#include <QPainter> // 1: no Gui in core
#include <QTimerEvent>
#include <QString>
