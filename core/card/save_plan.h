// What saving would do, as plain data, before anything is touched.
//
// The order is such that a card pulled out between two steps still loads. First the samples: nothing
// mentions them yet. Then their settings, then markers and banks and arrangements, which speak of slots by
// number only: a slot that the old project text does not fill is silent, not broken. The project text is the
// last of a project: the machine reads it first, it names the samples, and a slot it names without its markers
// plays nothing (octatrack.md §3.9). Stored copies follow when all working copies are whole, because they are
// what RELOAD falls back to. Removals come last, in the opposite order: first who mentions, then what is mentioned.
//
// Steps of one round may be done at once; the next round begins when they are on the card and read back.
//
// Only files that differ are written, each as a whole.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "card/document.h"
#include "card/tree.h"

namespace groovebench::card {

struct SaveStep {
    enum class Action : u8 { add, replace, remove };
    Action action = Action::replace;
    std::string path;
    std::string from;           // the open file whose sealed bytes are written: `path`, or the working copy of a stored one
    int round = 0;              // ascending for what is written; removals come after all of it, descending
    std::size_t size = 0;       // of the new file; of a removed one, what it was
    std::size_t differing = 0;  // bytes; all of an added or removed file
    std::string note;           // "636 KB · 39 bytes differ"
};
std::string_view word(SaveStep::Action);  // "add", "replace", "remove"

struct ChangeLines {
    std::string heading;  // "Bank A"
    std::vector<std::string> lines;
};

struct SaveOptions {
    bool writable =
        true;  // false: the folder was given for reading only, or there is none: the same plan, to be taken away as a zip
    // The working files of every project with edits also become its stored copies: the whole project, as SAVE
    // PROJECT on the machine does it. Single files would mix two moments, and RELOAD would bring back the mixture.
    bool with_stored = false;
    std::function<std::vector<ChangeLines>(std::string_view path)> words;  // the changes of a file, by name; may be empty
};

struct SavePlan {
    std::string card, title, where;  // "CARD", "Write 2 files to CARD", "LIVE_SET / TECHNO_05"
    bool writable = true;
    std::vector<std::string> blocked;  // sentences; the plan must not be carried out while there is one
    std::vector<ChangeLines> changes;
    std::vector<SaveStep> steps;       // in the order they are to be done
    std::vector<std::string> to_read;  // files to open in the document first; then plan anew
    std::size_t bytes = 0;             // to be written
};

SavePlan save_plan(const Document&, const Card&, const SaveOptions&);

// What a step writes.
Bytes planned_bytes(const Document&, const SaveStep&);

// "832 bytes", "636 KB", "1.2 MB"
std::string size_in_words(std::size_t bytes);

// How many bytes differ; of files of different size, those between the equal head and the equal tail.
std::size_t differing_bytes(ByteView a, ByteView b);

// Why a new file cannot have this path on a FAT card; empty if it can.
std::string forbidden_name(std::string_view path);

}  // namespace groovebench::card
