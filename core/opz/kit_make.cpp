// A drum kit from nothing, as the OP-Z writes one.
#include <nlohmann/json.hpp>

#include "bytes/format.h"
#include "bytes/integers.h"
#include "opz/kit.h"

namespace groovebench::opz {
namespace {

constexpr std::string_view rate_80_bits("\x40\x0E\xAC\x44\0\0\0\0\0\0", 10);

void append(Bytes& out, ByteView bytes) { out.insert(out.end(), bytes.begin(), bytes.end()); }

template <class Int>
void append_number(Bytes& out, auto value) {
    Int number;
    number = value;
    append(out, std::as_bytes(std::span(&number, 1)));
}

void append_chunk(Bytes& out, std::string_view id, ByteView bytes) {
    append(out, bytes_of(id));
    append_number<be32>(out, u32(bytes.size()));
    append(out, bytes);
    if (bytes.size() % 2) out.push_back(std::byte(0));
}

template <class Of>
std::string listed(int count, const Of& of) {
    std::string text = "[ ";
    for (int i = 0; i < count; i++) text += fmt::format("{}{}", i ? ", " : "", of(i));
    return text + " ]";
}

// Names in order, as on the device; slices that are not used repeat the last one.
std::string drum_text(std::span<const NewSlice> slices) {
    const auto same = [](i64 value) { return [value](int) { return value; }; };
    const auto slice = [&](int i) { return slices.empty() ? NewSlice{} : slices[std::min(std::size_t(i), slices.size() - 1)]; };
    const std::string start = listed(kit_slices, [&](int i) { return position_of(slice(i).start); });
    const std::string end = listed(kit_slices, [&](int i) { return position_of(slice(i).end); });
    const std::string pitch = listed(kit_slices, same(0)), whole = listed(kit_slices, same(8192));
    const std::string fx = listed(8, same(8000)), lfo = listed(8, same(0));
    return fmt::format(
        "{{ \"drum_version\" : 3, \"dyna_env\" : [ 0, 8192, 0, 0, 0, 0, 0, 0 ], \"editable\" : true, \"end\" :  {}, \"fx_active\" "
        ": "
        "false, \"fx_params\" : {}, \"fx_type\" : \"delay\", \"lfo_active\" : false, \"lfo_params\" : {}, \"lfo_type\" : "
        "\"tremolo\", "
        "\"name\" : \"user\", \"octave\" : 0, \"pitch\" : {}, \"playmode\" :  {}, \"reverse\" :  {}, \"start\" :  {}, \"type\" : "
        "\"drum\", \"volume\" :  {} }} ",
        end, fx, lfo, pitch, whole, whole, start, whole);
}

}  // namespace

Result<Bytes> make_drum_kit(std::span<const i16> mono, std::span<const NewSlice> slices) {
    if (slices.size() > kit_slices)
        return Problem{
            .path = "slices", .expected = fmt::format("at most {}", kit_slices), .found = fmt::format("{}", slices.size())};
    if (mono.size() > most_drum_frames)
        return Problem{.path = "sound",
                       .expected = fmt::format("at most 12 seconds ({} frames)", most_drum_frames),
                       .found = fmt::format("{} frames", mono.size())};
    for (const NewSlice& slice : slices)
        if (slice.start > slice.end || slice.end > mono.size())
            return Problem{.path = "slices",
                           .expected = fmt::format("a slice within {} frames", mono.size()),
                           .found = fmt::format("{} to {}", slice.start, slice.end)};
    Bytes common, samples(8), out;
    append_number<be16>(common, u16(1));
    append_number<be32>(common, u32(mono.size()));
    append_number<be16>(common, u16(16));
    append(common, bytes_of(rate_80_bits));
    for (const i16 sample : mono) append_number<bei16>(samples, sample);
    append(out, bytes_of(std::string_view("FORM\0\0\0\0AIFF", 12)));
    append_chunk(out, "COMM", common);
    append_chunk(out, "APPL", bytes_of("op-1" + drum_text(slices)));
    append_chunk(out, "SSND", samples);
    *overlay<be32>(out, 4) = u32(out.size() - 8);
    return out;
}

}  // namespace groovebench::opz
