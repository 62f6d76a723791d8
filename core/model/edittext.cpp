#include "core/model/edittext.h"

#include "core/base/text.h"
#include "core/model/lookup.h"
#include "core/model/textblocks.h"

#include <QCoreApplication>

#include <algorithm>

namespace entente::model::edits {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("entente::model::edits", text);
}

} // namespace

const Paragraph *paragraphOf(const Model &model, const Clause &clause)
{
    const Instrument *instrument = model.find(clause.instrument);
    for (const Document &document : model.all<Document>()) {
        const bool holds = document.kind == DocumentKind::Instrument && document.instrument == clause.instrument
                           && (document.edition == clause.edition || (clause.edition.isEmpty() && instrument && document.edition == instrument->edition));
        if (!holds)
            continue;
        for (const Paragraph &paragraph : model.all<Paragraph>()) {
            if (paragraph.document == document.id && paragraph.role == ParagraphRole::Unit && paragraph.label == clause.label)
                return &paragraph;
        }
    }
    return nullptr;
}

Result<ChangeSet> correctText(const Model &model, const QString &paragraph, const QString &text)
{
    const auto *row = model.find<Paragraph>(paragraph);
    if (!row)
        return callError(tr("There is no paragraph “%1” in this map.").arg(paragraph.left(80)));
    TextBlocks corrected(model, row->document);
    Paragraph &block = corrected.blocks[std::size_t(corrected.indexOf(paragraph))];
    const QString words = cleanText(text).trimmed();
    if (words.isEmpty() && !block.text.isEmpty()) {
        const auto quotes = [&](const auto &quoting) {
            if (!(quoting.document == row->document))
                return false;
            const int quoted = quotedBlock(corrected.blocks, quoting.label, quoting.quote, quoting.offset);
            return quoted >= 0 && corrected.blocks[std::size_t(quoted)].id == row->id;
        };
        if (std::ranges::any_of(model.all<Passage>(), quotes))
            return callError(tr("These words are quoted in the map; a text that is quoted cannot become empty."));
    }
    block.text = words;
    return corrected.changes(tr("correct the words of %1").arg(row->label.isEmpty() ? row->text.left(30) : row->label));
}

} // namespace entente::model::edits
