#include "ui/searchfield.h"

#include "core/model/recordjson.h"
#include "ui/icons.h"
#include "ui/plain.h"
#include "ui/words.h"

#include <QAction>
#include <QKeyEvent>
#include <QListWidget>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t hitsShown = 40;
constexpr int popupWidth = 460;

} // namespace

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent)
{
    setPlaceholderText(tr("Search, or type a citation: SDP 14(c)"));
    setClearButtonEnabled(true);
    addAction(icon(Sign::Search), QLineEdit::LeadingPosition);
    setAccessibleName(tr("Search"));
    m_typing.setSingleShot(true);
    m_typing.setInterval(80);
    connect(&m_typing, &QTimer::timeout, this, &SearchField::find);
    connect(this, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
}

void SearchField::setDocument(entente::Document *document)
{
    m_job.cancel();
    m_document = document;
    m_hits.clear();
    clear();
    closePopup();
}

void SearchField::find()
{
    m_typing.stop();
    const QString words = text().trimmed();
    if (!m_document || words.isEmpty()) {
        m_hits.clear();
        closePopup();
        return;
    }
    if (const QString cited = model::resolve(m_document->lookup(), words).value_or(QString()); !cited.isEmpty()) {
        m_foundFor = words;
        show({{cited, singular(*m_document->model().kindOfRecord(cited)), tr("citation"), m_document->lookup().title(cited), {}, 0}});
        return;
    }
    const auto lookup = m_document->snapshot();
    // The index is made with the first search after a change and serves the next ones.
    using Answer = std::pair<std::shared_ptr<const exchange::SearchIndex>, std::vector<exchange::Hit>>;
    const auto present = m_index && m_index->lookup() == lookup ? m_index : nullptr;
    m_job.start<Answer>(
        [lookup, words, present](Progress &) {
            const auto index = present ? present : std::make_shared<const exchange::SearchIndex>(lookup);
            return Answer(index, index->find(words, hitsShown));
        },
        [this, words](Answer answer) {
            m_index = std::move(answer.first);
            m_foundFor = words;
            show(std::move(answer.second));
        });
}

void SearchField::show(std::vector<exchange::Hit> hits)
{
    m_hits = std::move(hits);
    if (m_chooseFirst) {
        m_chooseFirst = false;
        if (!m_hits.empty()) {
            choose(0);
            return;
        }
    }
    if (!hasFocus())
        return;
    if (!m_popup) {
        // A child of the window, not a window: the field keeps the focus while its hits are shown.
        m_popup = new QListWidget(window());
        m_popup->setFocusPolicy(Qt::NoFocus);
        m_popup->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_popup->setTextElideMode(Qt::ElideRight);
        m_popup->setAccessibleName(tr("Hits"));
        connect(m_popup, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) { choose(m_popup->row(item)); });
    }
    m_popup->clear();
    for (const exchange::Hit &hit : m_hits) {
        const QString title = m_document ? m_document->lookup().title(hit.id) : hit.id;
        QString words = title + u"  ·  "_s + shown(hit.kind);
        if (!hit.snippet.isEmpty() && hit.snippet != title)
            words += u'\n' + hit.snippet.simplified();
        m_popup->addItem(words);
    }
    if (m_hits.empty()) {
        m_popup->addItem(tr("Nothing found for “%1” in names, clauses, notes and texts.").arg(text().trimmed()));
        m_popup->item(0)->setFlags(Qt::NoItemFlags);
    } else {
        m_popup->setCurrentRow(0);
    }
    const QPoint under = mapTo(window(), QPoint(0, height()));
    const int wide = std::min(std::max(width(), popupWidth), window()->width() - 20);
    int high = 2 * m_popup->frameWidth();
    for (int row = 0; row < std::min(10, m_popup->count()); ++row)
        high += m_popup->sizeHintForRow(row);
    m_popup->setGeometry(std::min(under.x(), window()->width() - wide - 10), under.y() + 2, wide, high);
    m_popup->show();
    m_popup->raise();
}

void SearchField::choose(int row)
{
    if (row < 0 || row >= int(m_hits.size()))
        return;
    const exchange::Hit hit = m_hits[std::size_t(row)];
    const QString words = m_foundFor;
    closePopup();
    selectAll();
    if (!hit.label.isEmpty() || hit.kind == singular(kindOf<Paragraph>))
        emit wordsChosen(hit.id, hit.label, words);
    else
        emit recordChosen(hit.id);
}

void SearchField::closePopup()
{
    if (m_popup)
        m_popup->hide();
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    const bool open = m_popup && m_popup->isVisible();
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up: {
        if (!open || m_hits.empty())
            return find();
        const int step = event->key() == Qt::Key_Down ? 1 : -1;
        m_popup->setCurrentRow(std::clamp(m_popup->currentRow() + step, 0, m_popup->count() - 1));
        return;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (open && m_foundFor == text().trimmed()) {
            choose(m_popup->currentRow());
        } else {
            m_chooseFirst = true;
            find();
        }
        return;
    case Qt::Key_Escape:
        open ? closePopup() : clear();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void SearchField::focusOutEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::PopupFocusReason)
        closePopup();
    QLineEdit::focusOutEvent(event);
}

} // namespace entente::ui
