#pragma once

#include "core/model/lens.h"

#include <QObject>

#include <vector>

namespace entente::ui {

/// The lens that the views of a window share. Views read it and listen; only user actions set it.
class SharedLens : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// A record that was looked at from near, and how many steps around it.
    struct Focus
    {
        QString record;
        int hops = 1;

        bool operator==(const Focus &) const = default;
    };
    static constexpr int MostHops = 20;

    const model::Lens &value() const { return m_lens; }
    /// Nothing is told where nothing changes.
    void set(const model::Lens &lens);
    void setAsOf(const QDate &date);
    /// From this day to the day of the lens; an invalid one: the day alone.
    void setFrom(const QDate &date);
    void setScope(model::Scope scope);

    /// Shows a record and what is at most `hops` lines away. The focus before it stays on the trail.
    void focusOn(const QString &record, int hops = 1);
    bool isFocused() const { return m_lens.scope == model::Scope::Neighbourhood; }
    /// The focuses before this one, the first one first.
    const std::vector<Focus> &trail() const { return m_trail; }
    /// Back to a focus of the trail; what came after it is forgotten.
    void backTo(std::size_t place);
    /// Back to the focus before, or to what was shown before the first.
    void leaveFocus();
    /// One step more or fewer around the record in focus, from 1 on.
    void changeHops(int by);

    /// Shows, or shows no longer, what is one line away from a record, besides all else.
    void expand(const QString &record, bool isExpanded);
    bool isExpanded(const QString &record) const;

    /// The first view as at first: no focus, filters, groups or range.
    void restore();
    /// Whether restore() would change anything.
    bool isLimited() const;

signals:
    void changed();

private:
    model::Lens restored() const;

    model::Lens m_lens;
    std::vector<Focus> m_trail;
    model::Scope m_before = model::Scope::FirstView; ///< What the first focus was taken from.
};

} // namespace entente::ui
