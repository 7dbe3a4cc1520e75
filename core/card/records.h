// Journal records as structures; only for journal.cpp and replay.cpp.
#pragma once

#include <optional>

#include "card/document.h"
#include "card/fingerprint.h"

namespace groovebench::card {

struct ChangeRecord {
    Change::Kind kind = Change::Kind::bytes;
    u64 file = 0;
    std::size_t offset = 0;
    Bytes before, after;
};

struct Record {
    enum class Kind : u8 { file, edit, undo, redo, card, allow };
    Kind kind = Kind::file;
    u64 number = 0;  // of the file or edit
    std::string path, label;
    bool there = true;  // of a file: it is on the card; of card: not gone
    std::optional<Fingerprint> print;
    bool edited = false;
    Bytes bytes;  // of a file that is not on the card
    bool has_changes = false;
    std::vector<ChangeRecord> changes;
    std::optional<ChangeRecord> ours;  // of card: how our bytes differ from those there
};

std::string base64(ByteView bytes);
std::optional<Bytes> from_base64(std::string_view text);

// Nothing for a line that is not a record.
std::optional<Record> read_record(std::string_view line);

}  // namespace groovebench::card
