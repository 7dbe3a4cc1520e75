#include "opz/kit.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "bytes/format.h"
#include "bytes/integers.h"
#include "opz/kit_detail.h"

namespace groovebench::opz {
namespace {

constexpr std::string_view signature = "op-1";

bool is_form(ByteView file) {
    if (file.size() < 12 || groovebench::text_of(file.first(4)) != "FORM") return false;
    const std::string_view type = groovebench::text_of(file.subspan(8, 4));
    return type == "AIFF" || type == "AIFC";
}

const audio::Chunk* find_appl(ByteView file, const audio::ChunkList& list) {
    for (const audio::Chunk& chunk : list.chunks)
        if (chunk.id == "APPL" && chunk.size >= signature.size() &&
            groovebench::text_of(file.subspan(std::size_t(chunk.offset), signature.size())) == signature)
            return &chunk;
    return nullptr;
}

Problem no_kit(ByteView file) {
    if (!is_form(file))
        return {.offset = 0,
                .path = "FORM",
                .expected = "an AIFF file",
                .found = file.empty() ? "no bytes: a reference" : "another file"};
    return {.offset = 12, .path = "APPL", .expected = "a chunk APPL with op-1 in it", .found = "none: a sound, not a kit"};
}

template <class T>
T number_or(const Json& values, std::string_view path, T otherwise) {
    const Json* value = value_at(values, path);
    return value && value->is_number_integer() ? T(value->get<i64>()) : otherwise;
}

std::string text_or_empty(const Json& values, std::string_view name) {
    const Json* value = value_at(values, name);
    const auto* text = value ? value->get_ptr<const std::string*>() : nullptr;
    return text ? *text : std::string();
}

KitKind kind_of(const Json& values) {
    const std::string type = text_or_empty(values, "type");
    return type == "drum" ? KitKind::drum : type == "sampler" ? KitKind::synth : KitKind::snapshot;
}

Slice slice_of(const Json& values, int index) {
    const auto at = [&](std::string_view name, i64 otherwise) {
        return number_or<i64>(values, fmt::format("{}[{}]", name, index + 1), otherwise);
    };
    return {.start = at("start", 0),
            .end = at("end", 0),
            .pitch = at("pitch", 0),
            .volume = at("volume", 8192),
            .playmode = at("playmode", 8192),
            .reverse = at("reverse", 8192) >= 16384};
}

}  // namespace

std::string_view word(KitKind kind) {
    return kind == KitKind::drum ? "drum kit" : kind == KitKind::synth ? "synth sample" : "snapshot of an OP-1 engine";
}

bool is_kit(ByteView file) {
    return is_form(file) && find_appl(file, audio::walk_chunks(file, file.size(), std::endian::big, "SSND"));
}

Result<TextPlace> kit_text(ByteView file) {
    if (!is_form(file)) return no_kit(file);
    const auto list = audio::walk_chunks(file, file.size(), std::endian::big, "SSND");
    const auto* appl = find_appl(file, list);
    if (!appl) return no_kit(file);
    const std::size_t first = std::size_t(appl->offset) + signature.size();
    const std::string_view text = groovebench::text_of(file.subspan(first, std::size_t(appl->size) - signature.size()));
    const auto open = text.find('{'), close = text.rfind('}');
    if (open == text.npos || close == text.npos || close < open)
        return Problem{.offset = first, .path = "APPL", .expected = "a JSON object", .found = "none"};
    return TextPlace{first + open, close + 1 - open};
}

Bytes with_kit_text(ByteView file, TextPlace at, std::string_view text) {
    const auto list = audio::walk_chunks(file, file.size(), std::endian::big, "SSND");
    const audio::Chunk& appl = *find_appl(file, list);
    const std::size_t end = std::size_t(appl.offset + appl.size), size = std::size_t(appl.size) + text.size() - at.size;
    // Behind an odd chunk is a byte that it does not count, if anything follows.
    const bool had_pad = appl.size % 2 && end < file.size();
    Bytes out(file.begin(), file.begin() + std::ptrdiff_t(at.offset));
    const auto add = [&](ByteView bytes) { out.insert(out.end(), bytes.begin(), bytes.end()); };
    add(bytes_of(text));
    add(file.subspan(at.offset + at.size, end - at.offset - at.size));
    if (size % 2) out.push_back(had_pad ? file[end] : std::byte(0));
    add(file.subspan(end + had_pad));
    *overlay<be32>(out, std::size_t(appl.offset) - 4) = u32(size);
    be32& form = *overlay<be32>(out, 4);
    form = u32(form + out.size() - file.size());
    return out;
}

Result<Kit> open_kit(ByteView file) {
    if (const auto refused = refusal(kit_file(), file)) return *refused;
    auto sound = audio::inspect_sound(file, file.size());
    if (!sound) return sound.problem();
    const Json values = values_of(kit_file(), file);
    Kit kit{.kind = kind_of(values), .name = text_or_empty(values, "name"), .sound = *std::move(sound)};
    kit.version = number_or<int>(values, kit.kind == KitKind::drum ? "drum_version" : "synth_version", 0);
    for (int i = 0; kit.kind == KitKind::drum && i < kit_slices; i++) kit.slices.push_back(slice_of(values, i));
    return kit;
}

}  // namespace groovebench::opz
