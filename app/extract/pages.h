#pragma once

#include <QByteArray>

/// What the process answers, one JSON document a line, each written out at once so that whoever waits sees that work goes on:
///
///     {"entente-extract":1,"pages":12,"title":"…"}
///     {"page":1,"width":595.3,"height":841.9,"lines":[["text",[start,x,y,w,h],…],…]}     (mode text; points from the top left corner)
///     {"blank":3}                                                                      (mode text, behind all pages: nothing is drawn on
///     this one)
///     {"sizes":[[595.3,841.9],…]}                                                      (mode pages)
///     {"picture":48213}  and so many bytes of PNG                                        (mode picture)
///     {"end":true}
/// or `{"error":"encrypted|damaged|empty|no such page|memory"}`. The reader checks what it gets: a document may have taken this process
/// over.
namespace entente::extract {

enum class Mode { Text, Pages, Picture };

struct Task
{
    Mode mode = Mode::Text;
    int page = 1;
    int width = 0; ///< Of the picture, in pixels.
};

/// Reads the document and writes the answer to standard output; gives the exit code.
int answer(const Task &task, QByteArray bytes);

/// Writes one line of the answer.
bool say(const QByteArray &json);

} // namespace entente::extract
