#pragma once

#include "core/model/pageplace.h"

#include <QAbstractScrollArea>
#include <QImage>

#include <optional>

namespace entente::ui {

class PagePictures;

/// The pages of a document as they were printed, below each other, as wide as the view; what is chosen is outlined on them.
class PageView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit PageView(PagePictures &pictures, QWidget *parent = nullptr);

    /// Outlines these places and brings the first of them into view.
    void showPlaces(std::vector<model::PagePlace> places);
    const std::vector<model::PagePlace> &places() const { return m_places; }
    int currentPage() const;

signals:
    /// A point on a page, in points from its top left corner.
    void clickedAt(int page, const QPointF &point);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layOut();
    double scaleOf(int page) const;
    QRect rectOf(int page) const; ///< In the viewport, `page` from 1.

    PagePictures &m_pictures;
    std::vector<model::PagePlace> m_places;
    std::vector<int> m_tops;
};

} // namespace entente::ui
