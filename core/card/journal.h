// The journal of edits: small records that a later visit replays, so that a dead tab loses nothing.
//
// A record is one line of JSON, and records are only ever appended:
//   {"file":3,"path":"SET/P/bank01.work","size":636113,"hash":"…"}       a file of the card that is about to be edited
//   {"file":9,"path":"SET/AUDIO/kick.wav","bytes":"…base64…"}            a file that is not on the card,
//                                                                       or not any more; "edited" if it must be sealed
//   {"edit":12,"label":"tempo","changes":[{"file":3,"at":77,"before":"…","after":"…"},
//                                         {"file":9,"add":"SET/AUDIO/kick.wav"}, {"file":3,"remove":"…"},
//                                         {"file":3,"rename":"old","to":"new"}]}
//   {"undo":12}  {"redo":12}        with label and changes too if the journal began after that edit
//   {"card":"SET/P/bank01.work","file":3,"size":…,"hash":…}              it was saved (or rolled back): this is there now;
//                                                                       "at", "before", "after" if our bytes differ from it
//   {"card":"SET/P/old.wav","gone":true}                                 it was removed from the card
//   {"allow":"SET/P/bank01.work"}                                        the user consented to edit a damaged file
// Files go by number, because their names change. An edit is journaled when its gesture or group ends.
#pragma once

#include <string>
#include <vector>

#include "card/document.h"

namespace groovebench::card {

// The records of what happened since the last call, to be appended.
std::vector<std::string> take_journal(Document&);

// Which files of the card the records speak of. Those that are still there must be opened in the document
// before replay; nothing else should be, and nothing edited.
std::vector<std::string> journal_files(const std::vector<std::string>& records);

struct Replayed {
    std::size_t edits = 0;           // in the history now, done and undone ones
    std::vector<std::string> files;  // that differ from the card now
    std::vector<std::string> lost;   // sentences: what could not be brought back, and why
    // So many records, from the first, are sound. If there are more, the journal must be cleared and these
    // appended anew before it goes on: what is appended behind a damaged record would be lost with it.
    std::size_t sound = 0;
};

// Brings back bytes and history. What cannot be brought back is left out, file by file; the others are complete.
// A damaged record, or one that does not fit those before it, ends the journal: what came before is brought back.
// Later records continue these: the same journal goes on.
Replayed replay(const std::vector<std::string>& records, Document&);

}  // namespace groovebench::card
