#pragma once

#include "core/model/lookup.h"
#include "core/reading/alignment.h"
#include "core/reading/document.h"
#include "core/reading/names.h"

#include <QJsonObject>

/// From a document on disk to an edit of the map. Pure: the caller submits the changes.
namespace entente::reading {

/// What the user says about a document; empty: as the text says.
struct ImportOptions
{
    QString as = QStringLiteral("auto"); ///< auto, instrument or readout.
    QString into;                        ///< The instrument, meeting or dialogue that it belongs to.
    QString date;
    QString reference;
    QString title;
    QString marking;
};

/// What became of one unit where an edition met the one before it, and of what was attached to it.
struct EditionEntry
{
    Aligned unit;   ///< `from` is a label of the older edition, `to` labels of the newer one.
    int moved = 0;  ///< What moved along by itself.
    int queued = 0; ///< What waits as a suggestion of the kind `move`.
};

/// What was recognised, set aside and proposed, and the edit that takes it over.
struct ImportReport
{
    bool already = false; ///< The same document is in the map: nothing to do.
    model::Document document;
    ChangeSet changes;
    int clauses = 0;
    int paragraphs = 0;
    std::vector<Block> setAside;
    std::vector<Block> gaps;
    std::optional<Meeting> meeting; ///< The record that it was matched to, completed; else the proposal.
    bool meetingIsKnown = false;
    QJsonObject meetingJson;
    std::vector<FollowUp> followUps; ///< What a read-out says was agreed.
    std::optional<NextRound> nextRound;
    std::vector<Recognised> recognised;
    std::vector<std::pair<QString, QString>> unknownNames; ///< Name, label of the block.
    int suggestions = 0;
    std::vector<EditionEntry> alignment; ///< Where the instrument had a text already.
    QStringList notices; ///< Sentences for the user: an unknown marking, a missing year.

    QJsonObject toJson() const;
};

/// Reads a file's bytes for this map. Refuses unreadable bytes; a wrong option is a call error. Honours cancel.
Result<ImportReport> readForImport(const Model &model, const QString &fileName, const QByteArray &bytes, const ImportOptions &options,
                                   Progress &progress);

/// The names of all records, as texts may write them.
std::vector<KnownName> knownNames(const Lookup &lookup);

} // namespace entente::reading
