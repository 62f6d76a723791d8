#include "tests/support/randomedits.h"

#include "core/model/relationtypes.h"

namespace entente::tests {

using namespace model;
using namespace Qt::StringLiterals;

QString RandomEdits::anyId(const Model &model)
{
    std::vector<QString> ids;
    forEachKind([&]<typename Row>() {
        for (const Row &row : model.all<Row>())
            ids.push_back(row.id.value);
    });
    return ids.empty() ? u"nobody"_s : ids[std::size_t(number(int(ids.size())))];
}

Result<ChangeSet> RandomEdits::next(const Model &model)
{
    const QString serial = QString::number(++m_count);
    switch (number(9)) {
    case 0:
        return edits::add(model, kindOf<Institution>, {{u"name_en"_s, u"Body "_s + serial}, {u"name_ko"_s, u"기관 "_s + serial}, {u"side"_s, u"ROK"_s}});
    case 1:
        return edits::add(model, kindOf<Dialogue>, {{u"name_en"_s, u"Dialogue "_s + serial}, {u"level"_s, u"directors"_s}, {u"months"_s, u"12"_s}});
    case 2: {
        const auto &dialogues = model.table<Dialogue>();
        if (dialogues.size() == 0)
            return edits::remove(model, u"nobody"_s);
        const auto dialogue = std::next(dialogues.begin(), number(int(dialogues.size())))->first;
        return edits::add(model, kindOf<Meeting>,
                          {{u"dialogue"_s, dialogue}, {u"ordinal"_s, serial}, {u"start"_s, u"20%1-0%2"_s.arg(10 + number(15)).arg(1 + number(9))}});
    }
    case 3: {
        const auto &types = relationTypes();
        return edits::add(model, kindOf<Relation>,
                          {{u"type"_s, types[std::size_t(number(int(types.size())))].word}, {u"source"_s, anyId(model)}, {u"target"_s, anyId(model)}});
    }
    case 4:
        return edits::remove(model, anyId(model));
    case 5:
        return edits::set(model, anyId(model), {{u"notes"_s, u"note %1 “quoted”, 메모\nsecond line"_s.arg(serial)}});
    case 6:
        return edits::set(model, anyId(model), {{u"name_en"_s, number(4) ? u"Renamed "_s + serial : QString()}});
    case 7: {
        QHash<QString, std::pair<double, double>> places;
        for (int i = 0; i < 1 + number(3); ++i)
            places.insert(anyId(model), {number(1000) / 3.0, -number(1000) / 7.0});
        return edits::move(model, u"ladder"_s, places, u"move"_s);
    }
    default:
        return edits::set(model, anyId(model), {{u"start"_s, u"2020-0%1-11"_s.arg(1 + number(9))}, {u"end"_s, u"2019"_s}});
    }
}

Model smallMap()
{
    Model model;
    const auto put = [&](Kind kind, const edits::FieldTexts &fields) {
        auto changes = edits::add(model, kind, fields);
        Q_ASSERT(changes);
        model.apply(*changes);
    };
    put(kindOf<Institution>, {{u"id"_s, u"eu"_s}, {u"name_en"_s, u"European Union"_s}, {u"side"_s, u"EU"_s}});
    put(kindOf<Institution>, {{u"id"_s, u"rok"_s}, {u"name_en"_s, u"Republic of Korea"_s}, {u"name_ko"_s, u"대한민국"_s}, {u"side"_s, u"ROK"_s}});
    put(kindOf<Institution>, {{u"id"_s, u"eeas"_s}, {u"name_en"_s, u"European External Action Service"_s}, {u"abbreviation"_s, u"EEAS"_s}, {u"side"_s, u"EU"_s}});
    put(kindOf<Area>, {{u"id"_s, u"area-cyber"_s}, {u"name_en"_s, u"Cyber"_s}, {u"number"_s, u"3"_s}});
    put(kindOf<Instrument>, {{u"id"_s, u"ins-x"_s}, {u"name_en"_s, u"Partnership"_s}, {u"adopted"_s, u"2024-11-04"_s}});
    put(kindOf<Clause>, {{u"instrument"_s, u"ins-x"_s}, {u"label"_s, u"15"_s}, {u"position"_s, u"1"_s}, {u"area"_s, u"area-cyber"_s}, {u"commitment"_s, u"deepen;explore"_s}});
    put(kindOf<Dialogue>, {{u"id"_s, u"dlg-cyber"_s}, {u"name_en"_s, u"Cyber Consultation"_s}, {u"months"_s, u"12"_s}});
    put(kindOf<Meeting>, {{u"id"_s, u"mtg-cyber-07"_s}, {u"dialogue"_s, u"dlg-cyber"_s}, {u"ordinal"_s, u"7"_s}, {u"start"_s, u"2025-05-20"_s}});
    put(kindOf<Attendance>, {{u"meeting"_s, u"mtg-cyber-07"_s}, {u"institution"_s, u"eeas"_s}});
    put(kindOf<Person>, {{u"id"_s, u"per-a"_s}, {u"name_en"_s, u"A. Person"_s}});
    put(kindOf<Post>, {{u"person"_s, u"per-a"_s}, {u"title"_s, u"Director"_s}, {u"institution"_s, u"eeas"_s}});
    put(kindOf<Head>, {{u"meeting"_s, u"mtg-cyber-07"_s}, {u"side"_s, u"EU"_s}, {u"person"_s, u"per-a"_s}, {u"name"_s, u"A. Person"_s}});
    put(kindOf<Source>, {{u"id"_s, u"src-1"_s}, {u"address"_s, u"https://example.org/a"_s}, {u"kind"_s, u"official"_s}});
    put(kindOf<Relation>, {{u"id"_s, u"rel-1"_s}, {u"type"_s, u"part of"_s}, {u"source"_s, u"eeas"_s}, {u"target"_s, u"eu"_s}});
    put(kindOf<Evidence>, {{u"subject"_s, u"rel-1"_s}, {u"origin"_s, u"src-1"_s}, {u"reason"_s, u"says so"_s}});
    return model;
}

} // namespace entente::tests
