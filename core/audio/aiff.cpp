#include <algorithm>
#include <cmath>

#include "audio/readers.h"
#include "bytes/format.h"
#include "bytes/integers.h"

namespace groovebench::audio {

namespace {

struct AiffCommon {
    be16 channels;
    be32 frames;
    be16 bits;
    be16 exponent;  // of an 80-bit float: sign, 15 bits biased by 16383,
    be64 mantissa;  // and 64 bits with the leading one written out
};
static_assert(sizeof(AiffCommon) == 18);

struct AiffSamples {
    be32 offset, block;
};

// A rate is a whole number in every file we have seen; parts of a frame are rounded away. 0 for what
// cannot be a rate.
u32 rate_of(const AiffCommon& common) {
    const int exponent = (common.exponent & 0x7FFF) - 16383;
    if (common.exponent & 0x8000 || exponent < 0 || exponent > 30) return 0;
    return u32(std::llround(std::ldexp(double(u64(common.mantissa)), exponent - 63)));
}

// Sets the coding for the four letters of AIFC's compression, false if we do not know them.
bool set_coding(std::string_view letters, SoundInfo& info) {
    if (letters == "NONE" || letters == "twos")
        info.coding = Coding::signed_big;
    else if (letters == "sowt")
        info.coding = Coding::signed_little;
    else if (letters == "fl32" || letters == "FL32")
        info.coding = Coding::float_big;
    else
        return false;
    return true;
}

std::optional<Problem> read_common(ByteView head, const Chunk& chunk, SoundInfo& info) {
    const auto* common = overlay<AiffCommon>(head, std::size_t(chunk.offset));
    const std::size_t least = info.container == Container::aifc ? 22 : 18;
    if (!common || chunk.size < least || chunk.offset + least > head.size())
        return broken(chunk.offset, "COMM", fmt::format("{} bytes or more", least), fmt::format("{}", chunk.size));
    info.coding = Coding::signed_big;
    if (info.container == Container::aifc) {
        const std::string letters(text_of(head.subspan(std::size_t(chunk.offset) + 18, 4)));
        if (!set_coding(letters, info)) return unsupported(chunk.offset + 18, "COMM", "NONE, twos, sowt or fl32", letters);
    }
    info.channels = common->channels;
    info.bits = info.is_float() ? u16(32) : u16(common->bits);
    info.sample_size = u16((info.bits + 7) / 8);
    info.rate = rate_of(*common);
    info.frames = common->frames;
    return shape_problem(info, chunk.offset);
}

// COMM counts the frames, SSND has the bytes: what both agree on is usable.
std::optional<Problem> read_samples(ByteView head, const Chunk& chunk, SoundInfo& info) {
    const auto* samples = overlay<AiffSamples>(head, std::size_t(chunk.offset));
    if (!samples || chunk.size < sizeof(AiffSamples) || samples->offset > chunk.size - sizeof(AiffSamples))
        return broken(chunk.offset, "SSND", "samples within the chunk",
                      samples ? fmt::format("{} bytes behind its start", u32(samples->offset)) : "none");
    const u64 claimed = info.frames;
    const u64 before = sizeof(AiffSamples) + samples->offset;
    const u64 frame = u64(info.channels) * info.sample_size;
    set_frames(info, chunk.offset + before, std::min(chunk.size - before, claimed * frame));
    if (info.frames < claimed)
        info.findings.push_back({Severity::warning, "", std::size_t(chunk.offset), "SSND", fmt::format("{} frames", claimed),
                                 fmt::format("{}", info.frames), Cause::broken});
    return std::nullopt;
}

}  // namespace

Result<SoundInfo> inspect_aiff(ByteView head, u64 file_size) {
    ChunkList list = walk_chunks(head, file_size, std::endian::big, "SSND");
    SoundInfo info;
    info.container = text_of(head.subspan(8, 4)) == "AIFC" ? Container::aifc : Container::aiff;
    info.findings = std::move(list.findings);
    const Chunk *common = list.find("COMM"), *samples = list.find("SSND");
    if (!common && !list.needed) return broken(12, "", "a COMM chunk", "none");
    const u64 common_end = common ? common->offset + std::min<u64>(common->size, 22) : 0;
    if (!common || common_end > head.size()) {
        info.head_needed = std::max(list.needed, common_end);
        return info;
    }
    if (auto problem = read_common(head, *common, info)) return *problem;
    const bool silent = !samples && info.frames == 0;  // a file without frames needs no SSND
    if (!samples && !list.needed && !silent) return broken(12, "", "an SSND chunk", "none");
    if (samples && samples->offset + sizeof(AiffSamples) > head.size() && samples->size >= sizeof(AiffSamples))
        info.head_needed = samples->offset + sizeof(AiffSamples);
    else if (samples) {
        if (auto problem = read_samples(head, *samples, info)) return *problem;
    } else
        info.head_needed = list.needed;
    info.chunks = std::move(list.chunks);
    return info;
}

}  // namespace groovebench::audio
