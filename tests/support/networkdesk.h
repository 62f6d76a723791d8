#pragma once

#include "core/document/document.h"
#include "core/exchange/csv.h"
#include "ui/network/networkview.h"

#include <QTemporaryDir>
#include <QTest>

namespace entente::tests {

using namespace ui;
using namespace Qt::StringLiterals;

inline Lens firstView()
{
    Lens lens;
    lens.asOf = QDate(2026, 3, 1);
    return lens;
}

inline Model shippedRows()
{
    auto map = exchange::shippedMap();
    return map ? map.value() : Model();
}

/// A window's worth of things around a network view.
struct NetworkDesk
{
    QTemporaryDir directory;
    std::unique_ptr<entente::Document> document;
    SharedLens lens;
    Selection selection;
    NetworkView view{lens, selection};

    explicit NetworkDesk(const Model &rows, const Lens &start = firstView())
    {
        auto made = entente::Document::create(rows, {directory.path(), u"test"_s, false});
        if (made)
            document = std::move(made.value());
        lens.set(start);
        view.resize(900, 760);
        view.setDocument(document.get());
        view.show();
    }
    bool isReady() { return document && QTest::qWaitForWindowExposed(&view); }
    QPoint at(const QString &record) const { return view.viewportPoint(record).toPoint(); }
    bool isShown(const QString &record) const { return view.drawing() && view.drawing()->picture().box(record); }
    QRectF rectOf(const QString &record) const
    {
        const network::Box *box = view.drawing()->picture().box(record);
        return box ? box->rect : QRectF();
    }
    QHash<QString, QPointF> centres() const
    {
        QHash<QString, QPointF> centres;
        for (const network::Box &box : view.drawing()->picture().boxes)
            centres.insert(box.id, box.rect.center());
        return centres;
    }
};

} // namespace entente::tests
