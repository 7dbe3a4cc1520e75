#include "audio/chunks.h"

#include <algorithm>

#include "bytes/format.h"
#include "bytes/integers.h"

namespace groovebench::audio {

namespace {

constexpr u64 form_header = 12, chunk_header = 8;
constexpr std::size_t most_chunks = 1024;

u32 size_at(ByteView head, u64 at, std::endian order) {
    if (order == std::endian::big) return *overlay<be32>(head, std::size_t(at));
    return *overlay<le32>(head, std::size_t(at));
}

bool is_id_at(ByteView head, u64 at) {
    if (at > head.size() || head.size() - at < 4) return false;
    return std::ranges::all_of(head.subspan(std::size_t(at), 4),
                               [](std::byte b) { return b >= std::byte{' '} && b <= std::byte{'~'}; });
}

Problem size_finding(u64 offset, std::string path, u64 has, u64 says) {
    return {Severity::warning,
            "",
            std::size_t(offset),
            std::move(path),
            fmt::format("{} bytes", has),
            fmt::format("a size of {}", says),
            Cause::broken};
}

// A recorder that was switched off leaves a size of 0 or all ones in front of the samples: everything to
// the end of the file is theirs, unless another chunk follows.
u64 present(ByteView head, u64 file_size, const Chunk& chunk, bool is_audio) {
    const u64 rest = file_size - chunk.offset;
    const bool forgotten =
        is_audio && chunk.claimed == 0 && rest > chunk_header && chunk.offset + 4 <= head.size() && !is_id_at(head, chunk.offset);
    return forgotten ? rest : std::min(chunk.claimed, rest);
}

// Behind a chunk of odd size is a byte of padding, but some programs forget it.
u64 next_chunk(ByteView head, const Chunk& chunk) {
    const u64 end = chunk.offset + chunk.size;
    if (chunk.size % 2 == 0) return end;
    return is_id_at(head, end) && !is_id_at(head, end + 1) ? end : end + 1;
}

}  // namespace

const Chunk* ChunkList::find(std::string_view id) const {
    const auto found = std::ranges::find(chunks, id, &Chunk::id);
    return found == chunks.end() ? nullptr : &*found;
}

ChunkList walk_chunks(ByteView head, u64 file_size, std::endian order, std::string_view audio) {
    ChunkList list;
    const u64 form_end = chunk_header + u64(size_at(head, 4, order));
    if (form_end != file_size && form_end + form_end % 2 != file_size)
        list.findings.push_back(
            size_finding(4, text_of(head.first(4)) == "RIFF" ? "RIFF" : "FORM", file_size - chunk_header, form_end - chunk_header));
    u64 at = form_header;
    bool heard = false;
    while (at < file_size && file_size - at >= chunk_header && !(heard && at >= form_end)) {
        if (list.chunks.size() == most_chunks || (at < head.size() && head.size() - at >= 4 && !is_id_at(head, at))) {
            list.findings.push_back({Severity::warning, "", std::size_t(at), "", "a chunk", "other bytes", Cause::broken});
            break;
        }
        if (at > head.size() || head.size() - at < chunk_header) {
            list.needed = at + chunk_header;
            break;
        }
        Chunk chunk{std::string(text_of(head.subspan(std::size_t(at), 4))), at + chunk_header, 0, size_at(head, at + 4, order)};
        chunk.size = present(head, file_size, chunk, chunk.id == audio);
        if (chunk.size != chunk.claimed) list.findings.push_back(size_finding(at + 4, chunk.id, chunk.size, chunk.claimed));
        heard = heard || chunk.id == audio;
        at = next_chunk(head, chunk);
        list.chunks.push_back(std::move(chunk));
    }
    return list;
}

}  // namespace groovebench::audio
