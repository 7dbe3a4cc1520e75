// What the history is made of: an edit is some changes under one label, and a change is bytes before
// and after. Undoing one is putting the former bytes back; there is nothing else to get wrong.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "card/snippet.h"

namespace groovebench::card {

// A file of the document. It keeps its identity through a new name, and stays here, absent, while the
// history can bring it back.
struct File {
    std::string path;                       // its name now
    std::shared_ptr<Bytes> bytes;           // shared with `original` until the first edit
    std::shared_ptr<const Bytes> original;  // as opened, added or last saved
    std::string card_path;                  // where the card holds `original`; empty when it does not
    bool present = true;
    u64 revision = 0;
    std::string read_only;  // why it must not be edited; empty when it may
    u64 number = 0;         // from 1, its name in the journal
    u64 journal = 0;        // the journal that knows it

    // Whether it differs from the card, as found at the revision `known_at`.
    mutable u64 known_at = 0;
    mutable bool known_changed = false;
};

struct Change {
    enum class Kind : u8 { bytes, add, remove, rename };
    Kind kind = Kind::bytes;
    File* file = nullptr;
    std::size_t offset = 0;
    Snippet before, after;  // of a rename: the names; of an added or removed file: nothing, the file keeps them
};

// Takes away what is equal at the head and at the tail of before and after.
void trim(Change&);

struct Edit {
    std::string label;  // reads well behind "Undo"
    std::vector<Change> changes;
    u64 number = 0;   // from 1, its name in the journal
    u64 journal = 0;  // the journal that holds it: there its number is enough
};

std::size_t weight(const Edit&);  // bytes of memory

}  // namespace groovebench::card
