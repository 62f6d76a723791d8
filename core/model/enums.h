#pragma once

#include <QString>

#include <array>
#include <optional>
#include <string_view>

/// The closed sets of words in the records; each word is spelt once, here, as files and the command line spell it.
namespace entente::model {

enum class Side { Unknown, Eu, Rok, Multilateral, Third };
enum class Level {
    None,
    Summit,
    Ministers,
    ViceMinisters,
    DirectorsGeneral,
    Directors,
    Working,
    Operational,
    Track15,
    Parliament,
    Conference,
    Various
};
enum class DialogueStatus { Existing, Planned, Informal, Ended };
enum class MeetingFormat { Unknown, InPerson, Virtual, Hybrid };
enum class MeetingStatus { Held, Planned, Cancelled };
enum class Confidence { Stated, Inferred, Disputed };
enum class SourceKind { Official, Press };
enum class DocumentKind { Instrument, Readout, Other };
enum class ParagraphRole { Heading, Unit, Prose, SetAside, Gap, Note };
enum class CoverageLevel { None, Mentioned, Discussed, FollowUpAgreed, Delivered };
enum class SuggestionState { Open, Accepted, Rejected };
enum class CommitmentState { Open, Delivered, Dropped, CannotTell };
enum class NameUse { Alias, OfficialTitle, Abbreviation, Spelling, Former };
enum class ProgressState { NotApplicable, NotRaised, MechanismOnly, Raised, Dormant, FollowUpAgreed, Delivered, CannotTell };
/// Which records a view shows before filters: those of the rule of the first view around the chosen instrument; every one; or a focus and
/// what is at most so many lines away.
enum class Scope { FirstView, All, Neighbourhood };
enum class Knowledge { None, Inferred, Reported, Documented };

/// The words of an enum, in the order of its values.
template<typename Enum>
struct Words;

#define ENTENTE_WORDS(Enum, ...)                                                                                                           \
    template<>                                                                                                                             \
    struct Words<Enum>                                                                                                                     \
    {                                                                                                                                      \
        static constexpr auto list = std::to_array<std::string_view>({__VA_ARGS__});                                                       \
    };

ENTENTE_WORDS(Side, "", "EU", "ROK", "multilateral", "third")
ENTENTE_WORDS(Level, "", "summit", "ministers", "vice-ministers", "directors-general", "directors", "working", "operational", "track 1.5",
              "parliament", "conference", "various")
ENTENTE_WORDS(DialogueStatus, "existing", "planned", "informal", "ended")
ENTENTE_WORDS(MeetingFormat, "", "in-person", "virtual", "hybrid")
ENTENTE_WORDS(MeetingStatus, "held", "planned", "cancelled")
ENTENTE_WORDS(Confidence, "stated", "inferred", "disputed")
ENTENTE_WORDS(SourceKind, "official", "press")
ENTENTE_WORDS(DocumentKind, "instrument", "readout", "other")
ENTENTE_WORDS(ParagraphRole, "heading", "unit", "prose", "set aside", "gap", "note")
ENTENTE_WORDS(CoverageLevel, "none", "mentioned", "discussed", "follow-up agreed", "delivered")
ENTENTE_WORDS(SuggestionState, "open", "accepted", "rejected")
ENTENTE_WORDS(CommitmentState, "open", "delivered", "dropped", "cannot tell")
ENTENTE_WORDS(NameUse, "alias", "official title", "abbreviation", "spelling", "former")
ENTENTE_WORDS(ProgressState, "not applicable", "not raised", "mechanism only", "raised", "dormant", "follow-up agreed", "delivered",
              "cannot tell")
ENTENTE_WORDS(Scope, "first", "all", "neighbourhood")
ENTENTE_WORDS(Knowledge, "none", "inferred", "reported", "documented")
#undef ENTENTE_WORDS

/// The word of a value, as in files and on the command line.
template<typename Enum>
QString wordOf(Enum value)
{
    const auto index = static_cast<std::size_t>(value);
    const auto &words = Words<Enum>::list;
    return index < words.size() ? QString::fromUtf8(words[index].data(), qsizetype(words[index].size())) : QString();
}

/// The value of a word; case does not count.
template<typename Enum>
std::optional<Enum> fromWord(const QString &word)
{
    const auto &words = Words<Enum>::list;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (word.compare(QLatin1StringView(words[i].data(), qsizetype(words[i].size())), Qt::CaseInsensitive) == 0)
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

/// All words of an enum, joined for a message: `held, planned, cancelled`.
template<typename Enum>
QString allWords()
{
    QString text;
    for (const auto word : Words<Enum>::list) {
        if (word.empty())
            continue;
        if (!text.isEmpty())
            text += QLatin1StringView(", ");
        text += QLatin1StringView(word.data(), qsizetype(word.size()));
    }
    return text;
}

} // namespace entente::model
