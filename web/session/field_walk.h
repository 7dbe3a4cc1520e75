// Over all values of a file, as schema's walk goes, but one at a time: a search stops when the frame is over and goes on in
// the next one.
#pragma once

#include <string>
#include <vector>

#include "schema/schema.h"

namespace groovebench::app {

class FieldWalk {
public:
    explicit FieldWalk(const Schema& of) { levels.push_back({&of}); }

    // The next value, false behind the last one. Records are entered, not visited.
    bool next(ByteView file);

    const Field& field() const { return *value; }
    std::size_t offset() const { return at; }
    const std::string& path() const { return spelled; }

private:
    struct Level {
        const Schema* record;
        std::size_t at = 0, field = 0;
        u32 index = 0;
        std::size_t path_size = 0;
    };
    std::vector<Level> levels;
    const Field* value = nullptr;
    std::size_t at = 0;
    std::string spelled;
};

}  // namespace groovebench::app
