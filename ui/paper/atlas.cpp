#include "ui/paper/atlas.h"

#include "core/model/marking.h"
#include "core/network/snapshot.h"
#include "ui/paint/fonts.h"
#include "ui/paper/atlasdrawing.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>

// An atlas: for each record a drawing of its neighbourhood with its facts, and before all of them a table of contents.

namespace entente::ui {

using namespace Qt::StringLiterals;

/// A drawing with its pages.
struct Atlas::Chapter
{
    std::unique_ptr<Drawing> drawing;
    std::unique_ptr<Pages> pages;
};

namespace {

QString wordsOf(AtlasBy by)
{
    switch (by) {
    case AtlasBy::Dialogues:
        return QCoreApplication::translate("entente::ui::Atlas", "Atlas of dialogues");
    case AtlasBy::Areas:
        return QCoreApplication::translate("entente::ui::Atlas", "Atlas of areas");
    case AtlasBy::Institutions:
        return QCoreApplication::translate("entente::ui::Atlas", "Atlas of institutions");
    }
    return {};
}

Kind kindOfAtlas(AtlasBy by)
{
    switch (by) {
    case AtlasBy::Dialogues:
        return kindOf<Dialogue>;
    case AtlasBy::Areas:
        return kindOf<Area>;
    case AtlasBy::Institutions:
        break;
    }
    return kindOf<Institution>;
}

/// Everything that a sheet names: its marking counts.
void addRecords(QStringList &records, const Sheet &sheet)
{
    const auto take = [&](const Runs &runs) {
        for (const Run &run : runs) {
            if (run.target.kind != Target::None && run.target.kind != Target::Address && run.target.kind != Target::Command)
                records.append(run.target.id);
        }
    };
    for (const SheetSection &section : sheet.sections) {
        take(section.aside);
        for (const SheetItem &item : section.items) {
            take(item.runs);
            take(item.head);
            take(item.aside);
        }
    }
}

/// Fills columns of a height from a place in the lines on; moves the place on.
std::vector<std::vector<FactLine>> takeColumns(const std::vector<FactLine> &lines, std::size_t &next, int columns, double height)
{
    std::vector<std::vector<FactLine>> result;
    for (int column = 0; column < columns && next < lines.size(); ++column) {
        std::vector<FactLine> taken;
        double left = height;
        while (next < lines.size()) {
            const FactLine &line = lines[next];
            const double before = taken.empty() ? 0 : line.before;
            // A heading stays with what it heads.
            const double after = line.isHead && next + 1 < lines.size() ? lines[next + 1].height + lines[next + 1].before : 0;
            if (!taken.empty() && before + line.height + after > left)
                break;
            left -= before + line.height;
            taken.push_back(line);
            ++next;
        }
        result.push_back(std::move(taken));
    }
    return result;
}

} // namespace

std::optional<AtlasBy> atlasByOf(const QString &word)
{
    if (word == u"dialogues")
        return AtlasBy::Dialogues;
    if (word == u"areas")
        return AtlasBy::Areas;
    if (word == u"institutions")
        return AtlasBy::Institutions;
    return {};
}

QStringList atlasRecords(const Lookup &lookup, const Lens &lens, AtlasBy by)
{
    const network::Snapshot shown = network::snapshot(lookup, lens);
    std::vector<const network::SnapshotNode *> nodes;
    for (const network::SnapshotNode &node : shown.nodes) {
        if (node.kind == kindOfAtlas(by))
            nodes.push_back(&node);
    }
    std::ranges::stable_sort(nodes, [&](const network::SnapshotNode *a, const network::SnapshotNode *b) {
        const auto rank = [&](const network::SnapshotNode *node) {
            switch (by) {
            case AtlasBy::Dialogues:
                return int(node->level) == 0 ? 1'000 : int(node->level);
            case AtlasBy::Areas:
                return node->number.value_or(1'000'000);
            case AtlasBy::Institutions:
                break;
            }
            return node->side == Side::Unknown ? 1'000 : int(node->side);
        };
        return rank(a) != rank(b) ? rank(a) < rank(b) : QString::compare(a->name, b->name, Qt::CaseInsensitive) < 0;
    });
    QStringList records;
    for (const network::SnapshotNode *node : nodes)
        records.append(node->id);
    return records;
}

Atlas::Atlas(const Lookup &lookup, const Lens &lens, AtlasBy by, const PageSetup &setup, const base::Progress &progress) : m_setup(setup)
{
    loadFonts();
    m_setup.columns = m_setup.rows = 1;
    m_setup.index = false;
    const auto *mapTitle = lookup.model().find<model::Property>(u"title"_s);
    const QString map = mapTitle && !mapTitle->value.isEmpty() ? mapTitle->value : tr("Map of cooperation");
    m_title = tr("%1 – %2", "map – atlas").arg(map, wordsOf(by));
    const QStringList records = atlasRecords(lookup, lens, by);
    // A hair less than the room, so that pages come out at full size.
    const QSizeF room = Pages::roomOn(m_setup) - QSizeF(0.5, 0.5);

    DrawingFacts common;
    common.title = map;
    common.asOf = lens.asOf.isValid() ? base::dateInWords(lens.asOf) : QString();
    DrawingFacts contentsFacts = common;
    contentsFacts.view = wordsOf(by);
    contentsFacts.shown = records.size() == 1 ? tr("1 record") : tr("%1 records").arg(records.size());
    if (records.isEmpty())
        contentsFacts.empty = by == AtlasBy::Dialogues ? tr("There is no dialogue to show. Add one, or choose another day.")
                              : by == AtlasBy::Areas   ? tr("There is no area to show. Add one, or choose another day.")
                                                       : tr("There is no institution to show. Add one, or choose another day.");

    struct Made
    {
        std::unique_ptr<AtlasDrawing> drawing;
        int record = 0;
        bool isFirst = true;
    };
    std::vector<Made> made;
    QStringList shown;
    for (qsizetype i = 0; i < records.size(); ++i) {
        progress.report(int(i), int(records.size()));
        if (progress.isCancelled())
            break;
        const QString &record = records[i];
        SheetOptions options;
        options.asOf = lens.asOf.isValid() ? lens.asOf : setup.drawn.date();
        // Every list in full: on paper nothing can be unfolded.
        for (const SheetSection &section : sheetOf(lookup, record, options).sections)
            options.unfolded.append(section.title);
        const Sheet sheet = sheetOf(lookup, record, options);
        Lens near = lens;
        near.scope = Scope::Neighbourhood;
        near.focus = record;
        near.hops = 1;
        NetworkOptions networkOptions;
        networkOptions.layout = u"stress"_s;
        networkOptions.userPlaces = false;
        networkOptions.aspect = (room.width() - AtlasDrawing::factsWidth(room)) / AtlasDrawing::factsHeight(room);
        const std::shared_ptr<const NetworkDrawing> network = networkDrawing(lookup, near, networkOptions, progress);
        DrawingFacts facts = network->facts();
        facts.title = sheet.title.simplified().left(120);
        facts.subtitle = sheet.kindLine.simplified();
        facts.view = wordsOf(by);
        facts.records.append(record);
        addRecords(facts.records, sheet);
        shown += facts.records;

        std::size_t next = 0;
        const std::vector<FactLine> lines = factLines(sheet, AtlasDrawing::factsWidth(room));
        auto columns = takeColumns(lines, next, 1, AtlasDrawing::factsHeight(room));
        made.push_back({std::make_unique<AtlasDrawing>(sheet, network, std::move(columns), room, facts), int(i), true});
        if (next == lines.size())
            continue;
        while (next < lines.size()) {
            facts.subtitle = tr("continued");
            auto further = takeColumns(lines, next, AtlasDrawing::factsColumns(room), AtlasDrawing::factsHeight(room));
            made.push_back({std::make_unique<AtlasDrawing>(sheet, nullptr, std::move(further), room, facts), int(i), false});
        }
    }
    m_records = int(records.size());
    shown.sort();
    shown.removeDuplicates();
    m_setup.marking = markingOf(lookup, shown);

    // Pages are counted twice: how many there are, then which one each is.
    const int capacity = ContentsDrawing::capacity(room);
    const int contentsPages = std::max(1, int((records.size() + capacity - 1) / capacity));
    std::vector<int> firstPages;
    std::vector<int> counts;
    int total = contentsPages;
    for (const Made &page : made) {
        if (page.isFirst)
            firstPages.push_back(total + 1);
        counts.push_back(Pages(*page.drawing, m_setup).count());
        total += counts.back();
    }
    int before = 0;
    const auto add = [&](std::unique_ptr<Drawing> drawing, int count) {
        PageSetup own = m_setup;
        own.pagesBefore = before;
        own.pagesInAll = total;
        auto chapter = std::make_unique<Chapter>();
        chapter->drawing = std::move(drawing);
        chapter->pages = std::make_unique<Pages>(*chapter->drawing, own);
        before += count;
        m_chapters.push_back(std::move(chapter));
    };
    for (int page = 0; page < contentsPages; ++page) {
        std::vector<ContentsEntry> entries;
        for (std::size_t i = std::size_t(page) * std::size_t(capacity); i < std::min(firstPages.size(), std::size_t(page + 1) * std::size_t(capacity)); ++i) {
            const QString &record = records[qsizetype(i)];
            const Sheet sheet = sheetOf(lookup, record, {lens.asOf, {}});
            entries.push_back({sheet.title.simplified(), sheet.korean.simplified(), firstPages[i]});
        }
        add(std::make_unique<ContentsDrawing>(std::move(entries), room, contentsFacts), 1);
    }
    for (std::size_t i = 0; i < made.size(); ++i)
        add(std::move(made[i].drawing), counts[i]);
    m_description = tr("Marking: %1. As of %2. %3.").arg(m_setup.marking, common.asOf, contentsFacts.shown);
}

Atlas::~Atlas() = default;

int Atlas::count() const
{
    int count = 0;
    for (const auto &chapter : m_chapters)
        count += chapter->pages->count();
    return count;
}

QSizeF Atlas::size() const
{
    return m_chapters.front()->pages->size();
}

void Atlas::paint(QPainter &painter, int index) const
{
    for (const auto &chapter : m_chapters) {
        if (index < chapter->pages->count())
            return chapter->pages->paint(painter, index);
        index -= chapter->pages->count();
    }
}

QString Atlas::title() const
{
    return m_title;
}

QString Atlas::description() const
{
    return m_description;
}

QString suggestedAtlasName(AtlasBy by, const QString &mapName)
{
    const QString base = QFileInfo(mapName).completeBaseName();
    switch (by) {
    case AtlasBy::Dialogues:
        return QCoreApplication::translate("entente::ui::Atlas", "%1 atlas of dialogues.pdf").arg(base);
    case AtlasBy::Areas:
        return QCoreApplication::translate("entente::ui::Atlas", "%1 atlas of areas.pdf").arg(base);
    case AtlasBy::Institutions:
        break;
    }
    return QCoreApplication::translate("entente::ui::Atlas", "%1 atlas of institutions.pdf").arg(base);
}

} // namespace entente::ui
