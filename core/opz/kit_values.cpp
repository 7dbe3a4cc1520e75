// What the values of a kit mean, and what they may be.
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "bytes/format.h"
#include "opz/json_field.h"
#include "opz/kit.h"
#include "opz/kit_detail.h"
#include "opz/words.h"
#include "schema/markdown.h"

namespace groovebench::opz {
namespace {

constexpr i64 reverse_from = 16384, forward = 8192, unity = 8192, semitone = 512, most_pitch = 24576;

constexpr auto sure = Evidence::verified, said = Evidence::stated;
constexpr i64 any = 32767;
constexpr Field kit_fields[] = {
    json_number("drum_version", sure, "3 is written by an OP-Z, 1 and 2 by an OP-1 and tools", 1, 3),
    json_number("synth_version", said, "2, on newer devices 3", 1, 3),
    json_words("type", sure, "drum, sampler, or an engine of the OP-1"),
    json_words("name", sure, "its name on the device"),
    json_number("octave", sure, "octave", -4, 4),
    json_number("start", sure, "first frame of each slice; slice 1 is the lowest key", 0, last_position, kit_slices, Unit::frames),
    json_number("end", sure, "end of each slice; may lie behind the sound", 0, last_position, kit_slices, Unit::frames),
    json_number("pitch", sure, "pitch of each slice, 512 a semitone", -most_pitch, most_pitch, kit_slices),
    json_number("volume", sure, "volume of each slice, 8192 as recorded", 0, 16384, kit_slices),
    json_number("reverse", sure, "8192 forward; 16384 and more reverse", 0, 28672, kit_slices),
    json_number("playmode", Evidence::tool, "how a slice plays; what each number means on an OP-Z is not known", 0, 28672,
                kit_slices),
    json_number("dyna_env", sure, "envelope", -32768, any, 8),
    json_flag("fx_active", sure, "whether the effect works"),
    json_words("fx_type", sure, "effect"),
    json_number("fx_params", sure, "parameters of the effect", -32768, any, 8),
    json_flag("lfo_active", sure, "whether the LFO works"),
    json_words("lfo_type", sure, "LFO"),
    json_number("lfo_params", sure, "parameters of the LFO", -32768, any, 8),
    json_flag("editable", sure, "only an OP-Z writes it"),
    json_number("base_freq", said, "pitch of the sample in Hz", 1, 20000),
    json_number("adsr", said, "envelope", -32768, any, 8),
    json_number("knobs", said, "parameters of the engine", -32768, any, 8),
    json_number("fade", said, "cross-fade", -32768, any),
};

const Field* field_of(std::string_view path) {
    const auto found = std::ranges::find(kit_fields, base_of(path), &Field::name);
    return found == std::end(kit_fields) ? nullptr : &*found;
}

std::string trimmed(double value) {
    std::string text = fmt::format("{:+.2f}", value);
    while (text.ends_with('0')) text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    return text == "+0" || text == "-0" ? "0" : text;
}

std::string shown(std::string_view path, const Json& value) {
    const std::string_view base = base_of(path);
    if (!value.is_number_integer() || base == path) return plain_shown(value);
    const i64 number = value.get<i64>();
    if (base == "start" || base == "end") return std::to_string(frame_at(number));
    if (base == "pitch") return trimmed(double(number) / semitone);
    if (base == "volume") return fmt::format("{:.0f} %", double(number) * 100 / unity);
    if (base == "reverse") return number >= reverse_from ? "reverse" : "forward";
    return plain_shown(value);
}

std::optional<i64> frames_written(std::string_view text) {
    if (const auto ms = text.ends_with("ms") ? number_with(text, "ms") : std::nullopt)
        return *ms >= 0 ? std::optional(std::llround(*ms * kit_rate / 1000)) : std::nullopt;
    const auto frames = number_with(text, "frames");
    return frames && *frames >= 0 && *frames == std::floor(*frames) ? std::optional(i64(*frames)) : std::nullopt;
}

// What a person wrote for a value of a slice, as the file has it.
Result<Json> slice_value(std::string_view path, const Written& written) {
    const std::string_view base = base_of(path);
    if (base == "start" || base == "end") {
        const auto frame = frames_written(written.shown);
        if (frame && *frame <= most_drum_frames) return Json(position_of(u32(*frame)));
        return wrong_value(path, fmt::format("0 to {} frames, or 0 to 12000 ms", most_drum_frames), written);
    }
    if (base == "pitch") {
        const auto semitones = number_with(written.shown, "semitones");
        if (semitones && std::abs(*semitones) <= 48) return Json(i64(std::llround(*semitones * semitone)));
        return wrong_value(path, "-48 to +48 semitones", written);
    }
    if (base == "volume") {
        const auto percent = number_with(written.shown, "%");
        if (percent && *percent >= 0 && *percent <= 200) return Json(i64(std::llround(*percent * unity / 100)));
        return wrong_value(path, "0 to 200 %", written);
    }
    if (same_word(written.shown, "reverse")) return Json(reverse_from);
    if (same_word(written.shown, "forward")) return Json(forward);
    return wrong_value(path, "forward or reverse", written);
}

bool is_slice_value(std::string_view base) {
    return base == "start" || base == "end" || base == "pitch" || base == "volume" || base == "reverse";
}

// A slice must not end before it starts.
std::optional<Problem> order_problem(const Json& whole, std::string_view path, const Json& value) {
    const std::string_view base = base_of(path), index = path.substr(base.size());
    if (base != "start" && base != "end") return {};
    const bool is_start = base == "start";
    const Json* other = value_at(whole, fmt::format("{}{}", is_start ? "end" : "start", index));
    if (!other || !other->is_number_integer()) return {};
    const i64 limit = other->get<i64>(), position = value.get<i64>();
    if (is_start ? position <= limit : position >= limit) return {};
    return Problem{.path = std::string(path),
                   .expected = fmt::format("{} {} frames", is_start ? "at most its end," : "at least its start,", frame_at(limit)),
                   .found = fmt::format("{}", frame_at(position))};
}

Result<Json> value(const Json& whole, std::string_view path, const Written& written) {
    const std::string_view base = base_of(path);
    const Json& now = *value_at(whole, path);
    if (base == "type" || base == "drum_version" || base == "synth_version")
        return wrong_value(path, "a field that is yours to set", {"one that says what the file is"});
    auto made = !written.raw && is_slice_value(base) && base != path ? slice_value(path, written) : plain_value(now, path, written);
    if (!made) return made;
    const Field* field = field_of(path);
    if (field && made->is_number() && now.is_number_integer() && !made->is_number_integer())
        return wrong_value(path, "a whole number", written);
    if (field && made->is_number_integer() && (made->get<i64>() < field->min || made->get<i64>() > field->max))
        return wrong_value(path, fmt::format("{} to {}", field->min, field->max), written);
    if (const auto wrong = order_problem(whole, path, *made)) return *wrong;
    return made;
}

constexpr JsonFileKind kind{
    .format = "opz kit", .text = kit_text, .with_text = with_kit_text, .field = field_of, .shown = shown, .value = value};

}  // namespace

const JsonFileKind& kit_file() { return kind; }

u32 frame_at(i64 position) {
    const i64 held = std::clamp<i64>(position, 0, i64(1) << 31);
    return u32((held * most_drum_frames + (i64(1) << 30)) >> 31);
}

i64 position_of(u32 frame) { return std::min<i64>((i64(frame) << 31) / most_drum_frames, last_position); }

std::string kit_page() {
    std::string out =
        "# kit\n\nAn AIFF (mono, 16 bits, 44,100 Hz) whose chunk `APPL` holds `op-1` and a JSON object: drum kits of at most 12 "
        "seconds and "
        "synth samples of 6.\n`start` and `end` are `floor(frame · 2^31 / 529200)`.\n\n| field | meaning | range | evidence |\n| "
        "--- | --- | "
        "--- | --- |\n";
    for (const Field& field : kit_fields)
        out += fmt::format("| `{}{}` | {} | {} | {} |\n", field.name, field.is_array ? fmt::format("[1…{}]", field.count) : "",
                           cell(meaning_words(field)), field.kind == Kind::text ? "text" : cell(range_words(field)),
                           word(field.evidence));
    return out;
}

}  // namespace groovebench::opz
