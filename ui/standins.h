#pragma once
#include "core/document/document.h"
#include "ui/lens.h"
#include "ui/selection.h"
#include <QWidget>
namespace entente::ui {
class NetworkView : public QWidget { Q_OBJECT
public:
    NetworkView(SharedLens &, Selection &, QWidget *p = nullptr) : QWidget(p) {}
    void setDocument(entente::Document *) {}
public slots:
    void setLayout(const QString &) {}
    void zoomIn() {} void zoomOut() {} void zoomWhole() {} void fit() {}
signals:
    void passageRequested(const QString &id);
};
class TimelineView : public QWidget { Q_OBJECT
public:
    TimelineView(SharedLens &, Selection &, QWidget *p = nullptr) : QWidget(p) {}
    void setDocument(entente::Document *) {}
signals:
    void passageRequested(const QString &id);
    void importRequested();
};
class CoverageView : public QWidget { Q_OBJECT
public:
    CoverageView(SharedLens &, Selection &, QWidget *p = nullptr) : QWidget(p) {}
    void setDocument(entente::Document *) {}
signals:
    void passageRequested(const QString &id);
    void importRequested();
};
}
