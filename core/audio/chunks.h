// Files made of chunks (RIFF and IFF): four letters, a size, the bytes, and one more where the size is odd.
#pragma once

#include <bit>
#include <string>
#include <vector>

#include "bytes/problem.h"

namespace groovebench::audio {

struct Chunk {
    std::string id;   // four letters: "fmt ", "data", "COMM"
    u64 offset = 0;   // of its bytes, behind the size
    u64 size = 0;     // how many of them there are: never more than the file has
    u64 claimed = 0;  // how many the file says there are
};

struct ChunkList {
    std::vector<Chunk> chunks;
    std::vector<Problem> findings;  // sizes that lie
    u64 needed = 0;                 // bytes of the file that must be at hand to go on; 0 if the walk is complete
    // The first chunk with these letters, or null.
    const Chunk* find(std::string_view id) const;
};

// Walks the chunks of a file of which only the head may be at hand. The first is at 12. `audio` is the
// chunk that holds the samples ("data", "SSND"): behind it and behind the size of the whole form, the
// walk ends.
ChunkList walk_chunks(ByteView head, u64 file_size, std::endian order, std::string_view audio);

}  // namespace groovebench::audio
