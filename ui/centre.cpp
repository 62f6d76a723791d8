#include "ui/centre.h"

#include "ui/desk/comparisonview.h"
#include "ui/desk/deskview.h"
#include "ui/desk/suggestionlist.h"
#include "ui/plain.h"
#include "ui/recordlist.h"

#include <QTabBar>
#include <QVBoxLayout>

namespace entente::ui {

using namespace Qt::StringLiterals;

Centre::Centre(QWidget &network, QWidget &legend, Selection &selection, QWidget *parent)
    : QTabWidget(parent)
    , m_desk(new DeskView(selection))
    , m_editions(new ComparisonView)
    , m_suggestions(new SuggestionList(selection))
    , m_list(new RecordList(selection))
{
    setDocumentMode(true);
    setTabBarAutoHide(true);
    setTabsClosable(true);
    setMovable(false);
    auto *drawn = new QWidget;
    auto *column = new QVBoxLayout(drawn);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(&network, 1);
    column->addWidget(&legend);
    addTab(drawn, tr("Network"));
    tabBar()->setTabButton(0, QTabBar::RightSide, nullptr);
    tabBar()->setTabButton(0, QTabBar::LeftSide, nullptr);
    for (QWidget *page : {static_cast<QWidget *>(m_desk), static_cast<QWidget *>(m_editions), static_cast<QWidget *>(m_suggestions), static_cast<QWidget *>(m_list)}) {
        page->setParent(this);
        page->hide();
    }
    connect(this, &QTabWidget::currentChanged, this, [this] { emit textShown(currentWidget() == m_desk); });
    connect(m_editions, &ComparisonView::decisionsWanted, this, [this](const QString &document) { showSuggestions(document, u"move"_s); });
    connect(m_editions, &ComparisonView::clauseWanted, this,
            [this](const QString &document, const QString &label) { showPlace({document, label, {}, 0}); });
    connect(this, &QTabWidget::tabCloseRequested, this, &Centre::close);
    connect(m_desk, &DeskView::titleChanged, this, [this](const QString &title) {
        if (const int index = indexOf(m_desk); index >= 0)
            setTabText(index, menuText(title.size() > 40 ? title.left(38) + u'…' : title));
    });
}

void Centre::setDocument(entente::Document *document)
{
    while (count() > 1)
        close(1);
    m_document = document;
    m_desk->setDocument(document);
    m_editions->setDocument(document);
    m_suggestions->setDocument(document);
    m_list->clear();
}

void Centre::open(QWidget *page, const QString &title)
{
    int index = indexOf(page);
    if (index < 0)
        index = addTab(page, menuText(title.size() > 40 ? title.left(38) + u'…' : title));
    setTabToolTip(index, plainToolTip(title));
    setCurrentIndex(index);
}

void Centre::close(int index)
{
    if (index <= 0)
        return;
    QWidget *page = widget(index);
    removeTab(index);
    page->setParent(this); // It is kept: opening it again is quick.
    page->hide();
}

bool Centre::showPlace(const TextPlace &place)
{
    if (place.document.isEmpty() || !m_document || !m_document->model().find<model::Document>(place.document))
        return false;
    open(m_desk, tr("Text"));
    const bool found = m_desk->showPassage(place.document, place.label, place.quote, place.offset);
    setTabText(indexOf(m_desk), menuText(m_desk->title().size() > 40 ? m_desk->title().left(38) + u'…' : m_desk->title()));
    return found;
}

void Centre::showEditions(const QString &instrument)
{
    m_editions->showInstrument(instrument);
    open(m_editions, m_editions->title());
    m_editions->setFocus();
}

void Centre::showSuggestions(const QString &documentId, const QString &kind)
{
    m_suggestions->showText(documentId, kind);
    open(m_suggestions, tr("Suggestions"));
    m_suggestions->setFocus();
}

void Centre::showList(const QString &title, const QStringList &records)
{
    if (!m_document)
        return;
    m_list->show(m_document->lookup(), title, records);
    open(m_list, tr("List"));
}

void Centre::keep(QWidget &page)
{
    page.setParent(this);
    page.hide();
}

void Centre::openPage(QWidget &page, const QString &title)
{
    if (m_document)
        open(&page, title);
}

void Centre::showNetwork()
{
    setCurrentIndex(0);
}

bool Centre::hasText() const
{
    return !m_desk->shownDocument().isEmpty();
}

void Centre::showText()
{
    if (hasText())
        open(m_desk, m_desk->title());
}

} // namespace entente::ui
