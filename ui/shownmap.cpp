#include "ui/shownmap.h"

namespace entente::ui {

ShownMap::ShownMap(SharedLens &lens, QObject *parent)
    : QObject(parent)
    , m_lens(lens)
{
    connect(&m_lens, &SharedLens::changed, this, &ShownMap::changed);
}

void ShownMap::setDocument(entente::Document *document)
{
    if (m_document)
        disconnect(m_document, nullptr, this, nullptr);
    m_document = document;
    if (document) {
        connect(document, &entente::Document::changed, this, [this] {
            m_map = m_document->snapshot();
            emit changed();
        });
        connect(document, &QObject::destroyed, this, [this] { setMap(nullptr); });
    }
    setMap(document ? document->snapshot() : nullptr);
}

void ShownMap::setMap(std::shared_ptr<const model::Lookup> map)
{
    m_map = std::move(map);
    emit replaced();
    emit changed();
}

} // namespace entente::ui
