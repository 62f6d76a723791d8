#pragma once

#include "core/document/document.h"
#include "ui/lens.h"

#include <QPointer>

#include <memory>

namespace entente::ui {

/// What a view shows: the rows of a document as they are now, seen through the shared lens. It listens to both, so that views need not.
class ShownMap : public QObject
{
    Q_OBJECT

public:
    explicit ShownMap(SharedLens &lens, QObject *parent = nullptr);

    /// The map that is shown; none with nullptr.
    void setDocument(entente::Document *document);
    /// The same for rows that no document holds.
    void setMap(std::shared_ptr<const model::Lookup> map);

    /// Null where no map is open.
    const std::shared_ptr<const model::Lookup> &map() const { return m_map; }
    const model::Lens &lens() const { return m_lens.value(); }

signals:
    /// Another map is shown, or none.
    void replaced();
    /// Rows or lens are not what they were. Follows `replaced` too.
    void changed();

private:
    SharedLens &m_lens;
    QPointer<entente::Document> m_document;
    std::shared_ptr<const model::Lookup> m_map;
};

} // namespace entente::ui
