#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/base/vocabulary.h"
#include "core/model/lens.h"
#include "core/model/lookup.h"
#include "ui/paper/page.h"

#include <memory>
#include <vector>

namespace entente::ui {

/// What an atlas has a page for.
enum class AtlasBy { Dialogues, Areas, Institutions };

/// "dialogues", "areas", "institutions"; nothing for another word.
std::optional<AtlasBy> atlasByOf(const QString &word);

/// The records that an atlas has a page for under a lens, in the order of its pages: dialogues by level, areas by number, institutions by side, then by name.
QStringList atlasRecords(const Lookup &lookup, const Lens &lens, AtlasBy by);

/// A page, or more where one is too small, for each record: its neighbourhood as it is drawn everywhere, and what the map knows of it: rounds, clauses,
/// commitments, sources. A table of contents stands before them.
class Atlas : public PageSource
{
    Q_DECLARE_TR_FUNCTIONS(entente::ui::Atlas)

public:
    /// All pages bear the highest marking of what stands on any of them. When cancelled, pages are missing.
    Atlas(const Lookup &lookup, const Lens &lens, AtlasBy by, const PageSetup &setup, const base::Progress &progress = base::Progress());
    ~Atlas() override;

    int count() const override;
    QSizeF size() const override;
    void paint(QPainter &painter, int index) const override;
    QString title() const override;
    QString description() const override;
    const PageSetup &setup() const override { return m_setup; }
    /// How many records have pages.
    int recordCount() const { return m_records; }

private:
    struct Chapter;

    PageSetup m_setup;
    QString m_title;
    QString m_description;
    std::vector<std::unique_ptr<Chapter>> m_chapters;
    int m_records = 0;
};

/// `eu-rok atlas of dialogues.pdf`
QString suggestedAtlasName(AtlasBy by, const QString &mapName);

} // namespace entente::ui
