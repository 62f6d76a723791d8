#include "ui/desk/deskview.h"

#include "ui/desk/originalfiles.h"
#include "ui/desk/pagepictures.h"
#include "ui/desk/pageview.h"
#include "ui/desk/textmodel.h"
#include "ui/desk/textview.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>

// The left of the desk: the pages of the file where it can be found, else why not; and the words.
namespace entente::ui {

using namespace Qt::StringLiterals;

void DeskView::connectPages()
{
    connect(m_sides, &QTabBar::tabBarClicked, this, [this](int side) { m_wantsPages = side == PagesSide; });
    connect(m_sides, &QTabBar::currentChanged, this, [this](int side) {
        m_stack->setCurrentWidget(side == TextSide ? static_cast<QWidget *>(m_text) : m_pictures->sizes().empty() ? m_stack->widget(2) : m_pages);
        showCurrent(nullptr);
    });
    connect(m_pictures, &PagePictures::opened, this, [this] {
        if (m_wantsPages)
            m_sides->setCurrentIndex(PagesSide);
        if (m_sides->currentIndex() == PagesSide)
            m_stack->setCurrentWidget(m_pages);
        showCurrent(nullptr);
    });
    connect(m_pictures, &PagePictures::failed, this, [this](const Error &error) { showPagesMissing(error.sentence); });
    connect(m_pages, &PageView::clickedAt, this, [this](int page, const QPointF &point) {
        for (int row = 0; m_document && row < m_model->rowCount(); ++row) {
            const Paragraph &paragraph = *m_model->at(row);
            for (const model::PagePlace &place : model::placesFromText(paragraph.place)) {
                if (place.page == page && place.box.adjusted(-2, -2, 2, 2).contains(point))
                    return choose(paragraph.id.value);
            }
        }
    });
    connect(m_locate, &QPushButton::clicked, this, [this] {
        if (const auto *document = shown())
            emit originalWanted(document->hash, document->fileName);
    });
}

bool DeskView::showsPages() const
{
    return m_stack->currentWidget() == m_pages && !m_pictures->sizes().empty();
}

void DeskView::openPages()
{
    m_pictures->close();
    const auto *document = shown();
    const bool paged = document && document->format == "pdf"_L1;
    m_sides->setVisible(paged);
    m_sides->setCurrentIndex(TextSide);
    m_stack->setCurrentWidget(m_text);
    if (!paged)
        return;
    const QString path = m_originals ? m_originals->placeOf(document->hash) : QString();
    if (path.isEmpty())
        showPagesMissing(tr("This machine does not know where “%1” lies.").arg(document->fileName));
    else
        openFile(path);
}

void DeskView::openFile(const QString &path)
{
    m_pagesMissing->setText(tr("Opening the pages…"));
    m_locate->hide();
    m_pictures->open(path, shown()->hash);
}

void DeskView::showPagesMissing(const QString &why)
{
    m_locate->show();
    m_pagesMissing->setText(why + u' ' + tr("The map holds the words, not the file. Find the file to see its pages; the words stand under “Text”."));
    if (m_sides->currentIndex() == PagesSide)
        m_stack->setCurrentIndex(2);
}

void DeskView::openOriginal(const QString &path)
{
    if (!shown() || path.isEmpty())
        return;
    m_wantsPages = true;
    openFile(path);
    m_sides->setCurrentIndex(PagesSide);
    if (m_pictures->sizes().empty())
        m_stack->setCurrentIndex(2);
}

} // namespace entente::ui
