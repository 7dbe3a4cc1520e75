#include <algorithm>
#include <array>

#include "audio/readers.h"
#include "bytes/format.h"
#include "bytes/integers.h"

namespace groovebench::audio {

namespace {

struct WavFormat {
    le16 tag, channels;
    le32 rate, byte_rate;
    le16 block, bits;
};
static_assert(sizeof(WavFormat) == 16);

// What follows when the tag is 0xFFFE.
struct WavExtension {
    le16 size, valid_bits;
    le32 speakers;
    le16 tag;  // the first two bytes of a GUID; the rest is the same for all that have a tag
    u8 guid[14];
};
static_assert(sizeof(WavExtension) == 24);

constexpr u16 tag_pcm = 1, tag_float = 3, tag_extensible = 0xFFFE;
constexpr std::array<u8, 14> guid_rest = {0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71};

// The format tag, that of an extensible format looked up; 0xFFFE if there is none inside.
u16 tag_of(ByteView head, const Chunk& chunk, const WavFormat& format) {
    if (format.tag != tag_extensible || chunk.size < sizeof(WavFormat) + sizeof(WavExtension)) return format.tag;
    const auto* extension = overlay<WavExtension>(head, std::size_t(chunk.offset) + sizeof(WavFormat));
    return extension && std::ranges::equal(extension->guid, guid_rest) ? u16(extension->tag) : tag_extensible;
}

std::optional<Problem> read_format(ByteView head, const Chunk& chunk, SoundInfo& info) {
    const auto* format = overlay<WavFormat>(head, std::size_t(chunk.offset));
    if (!format || chunk.size < sizeof(WavFormat))
        return broken(chunk.offset, "fmt", "a format of 16 bytes or more", fmt::format("{}", chunk.size));
    const u16 tag = tag_of(head, chunk, *format);
    if (tag != tag_pcm && tag != tag_float)
        return unsupported(chunk.offset, "fmt", "PCM or float samples", fmt::format("format 0x{:X}", tag));
    info.rate = format->rate;
    info.channels = format->channels;
    info.bits = format->bits;
    info.sample_size = u16((info.bits + 7) / 8);
    info.coding = tag == tag_float ? Coding::float_little : info.sample_size == 1 ? Coding::unsigned_little : Coding::signed_little;
    if (auto problem = shape_problem(info, chunk.offset)) return problem;
    if (format->block != info.channels * info.sample_size)
        return broken(chunk.offset + 12, "fmt", fmt::format("{} bytes a frame", info.channels * info.sample_size),
                      fmt::format("{}", u16(format->block)));
    return std::nullopt;
}

}  // namespace

Result<SoundInfo> inspect_wav(ByteView head, u64 file_size) {
    ChunkList list = walk_chunks(head, file_size, std::endian::little, "data");
    SoundInfo info;
    info.findings = std::move(list.findings);
    const Chunk *format = list.find("fmt "), *data = list.find("data");
    const u64 format_end = format ? format->offset + std::min<u64>(format->size, 40) : 0;
    if (!format && !list.needed) return broken(12, "", "a \"fmt \" chunk", "none");
    if (!data && !list.needed) return broken(12, "", "a \"data\" chunk", "none");
    if (!format || format_end > head.size()) {
        info.head_needed = std::max(list.needed, format_end);
        return info;
    }
    if (auto problem = read_format(head, *format, info)) return *problem;
    if (data)
        set_frames(info, data->offset, data->size);
    else
        info.head_needed = list.needed;
    info.chunks = std::move(list.chunks);
    return info;
}

}  // namespace groovebench::audio
