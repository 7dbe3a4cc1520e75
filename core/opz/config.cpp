#include "opz/config.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "bytes/format.h"
#include "schema/markdown.h"

namespace groovebench::opz {
namespace {

constexpr auto sure = Evidence::verified, said = Evidence::stated;

constexpr Field flag(std::string_view name, std::string_view note) {
    return {.name = name, .note = note, .evidence = said, .kind = Kind::ranged, .size = 1, .min = 0, .max = 1};
}
constexpr Field number(std::string_view name, std::string_view note, i64 min, i64 max, u32 count = 1, Unit unit = Unit::none) {
    return {.name = name,
            .note = note,
            .evidence = sure,
            .unit = unit,
            .kind = Kind::ranged,
            .size = 4,
            .count = count,
            .is_array = count > 1,
            .min = min,
            .max = max};
}
constexpr Field text(std::string_view name, std::string_view note) {
    return {.name = name, .note = note, .evidence = sure, .kind = Kind::text, .size = 255};
}

// Named by their paths without the indices.
constexpr Field config_fields[] = {
    flag("backlit_keys", "keys are lit"),
    flag("disable_headphone_db_reduction", "headphones at full level"),
    flag("disable_microphone_mode", "the microphone stays off"),
    flag("disable_param_page_reset", "the page of dials stays where it was"),
    flag("disable_start_sound", "no sound at power-on"),
    flag("disable_track_preview", "choosing a track is silent"),
    flag("generous_chords", "chords are found with wrong notes in them"),
    flag("latch_notes_with_shift", "SHIFT holds notes"),
    flag("legacy_input_select", "inputs are chosen as before"),
    flag("temp_param_add_fx_a", "a dial held for a moment adds fx1"),
    flag("alt_program_change", "program changes choose something else"),
    flag("channel_one_to_active", "MIDI channel 1 plays the active track"),
    flag("enable_program_change", "program changes choose patterns"),
    flag("incoming_midi", "MIDI comes in"),
    flag("midi_echo", "what comes in goes out again"),
    flag("outgoing_midi", "MIDI goes out"),
    flag("timing_clock_in", "follows a clock"),
    flag("timing_clock_out", "sends a clock"),
    number("parameter_cc_out", "controller number of each of sixteen parameters, track by track", 0, 127, 16),
    number("track_channels", "MIDI channel of each track", 0, 15, 16, Unit::plus_one),
    number("track_enable", "whether a track sends and hears MIDI", 0, 1, 16),
    text("profiles.name", "name of a kind of lamp"),
    text("profiles.channels",
         "what each of its DMX channels does: red, green, blue, white, color, intensity, fog, knob1 to knob8, on, "
         "off, another word, or a number"),
    number("config.fixture", "lamp", 1, 16),
    text("config.profile", "kind of the lamp"),
};

constexpr std::string_view telling_names[] = {"generous_chords", "backlit_keys", "parameter_cc_out"};
constexpr std::size_t most_fixtures = 16, most_channels = 128;

std::string without_indices(std::string_view path) {
    std::string out;
    bool inside = false;
    for (const char c : path) {
        if (c == '[') inside = true;
        if (!inside) out += c;
        if (c == ']') inside = false;
    }
    return out;
}

const Field* field_of(std::string_view path) {
    const auto found = std::ranges::find(config_fields, without_indices(path), &Field::name);
    return found == std::end(config_fields) ? nullptr : &*found;
}

Result<TextPlace> whole_text(ByteView file) {
    const std::string_view text = groovebench::text_of(file);
    const auto open = text.find('{'), close = text.rfind('}');
    if (open != text.npos && close != text.npos && close > open) return TextPlace{open, close + 1 - open};
    return Problem{.offset = 0, .path = "JSON", .expected = "a JSON object", .found = file.empty() ? "no bytes" : "none"};
}

Bytes with_text(ByteView file, TextPlace at, std::string_view text) {
    Bytes out(file.begin(), file.begin() + std::ptrdiff_t(at.offset));
    const ByteView middle = bytes_of(text), rest = file.subspan(at.offset + at.size);
    out.insert(out.end(), middle.begin(), middle.end());
    out.insert(out.end(), rest.begin(), rest.end());
    return out;
}

bool counts_from_one(std::string_view path) {
    const Field* field = field_of(path);
    return field && field->unit == Unit::plus_one;
}

std::string shown(std::string_view path, const Json& value) {
    if (counts_from_one(path) && value.is_number_integer()) return std::to_string(value.get<i64>() + 1);
    return plain_shown(value);
}

// Channels of a lamp by the name of its profile; nothing where there is no such profile.
std::optional<std::size_t> channels_of(const Json& whole, const Json& lamp) {
    const Json *named = value_at(lamp, "profile"), *profiles = value_at(whole, "profiles");
    if (!named || !named->is_string() || !profiles || !profiles->is_array()) return {};
    for (const Json& profile : *profiles) {
        const Json *name = value_at(profile, "name"), *channels = value_at(profile, "channels");
        if (name && *name == *named) return channels ? channels->size() : 0;
    }
    return {};
}

Result<Json> value(const Json& whole, std::string_view path, const Written& written) {
    const Json& now = *value_at(whole, path);
    auto made = plain_value(now, path, written);
    if (!made) return made;
    const Field* field = field_of(path);
    if (field && made->is_number()) {
        if (!made->is_number_integer()) return wrong_value(path, "a whole number", written);
        const i64 least = counts_from_one(path) && !written.raw ? 1 : 0, number = made->get<i64>() - least;
        if (number < field->min || number > field->max)
            return wrong_value(path, fmt::format("{} to {}", field->min + least, field->max + least), written);
        return Json(number);
    }
    const auto* word = made->get_ptr<const std::string*>();
    if (word && field && field->name == "config.profile" && !channels_of(whole, Json{{"profile", *word}}))
        return wrong_value(path, "the name of a profile", written);
    return made;
}

constexpr JsonFileKind kind{
    .format = "opz config", .text = whole_text, .with_text = with_text, .field = field_of, .shown = shown, .value = value};

void check_lamps(std::vector<Problem>& out, const Json& values) {
    const Json* lamps = value_at(values, "config");
    if (!lamps || !lamps->is_array()) return;
    const auto warn = [&](std::string path, std::string_view expected, std::string found) {
        out.push_back(
            {.severity = Severity::warning, .path = std::move(path), .expected = std::string(expected), .found = std::move(found)});
    };
    std::size_t channels = 0;
    for (std::size_t i = 0; i < lamps->size(); i++) {
        const auto count = channels_of(values, (*lamps)[i]);
        const Json* named = value_at((*lamps)[i], "profile");
        if (!count) warn(fmt::format("config[{}].profile", i + 1), "the name of a profile", named ? plain_shown(*named) : "none");
        channels += count.value_or(0);
    }
    if (lamps->size() > most_fixtures) warn("config", "at most 16 lamps", std::to_string(lamps->size()));
    if (channels > most_channels) warn("config", "at most 128 channels", std::to_string(channels));
}

}  // namespace

const JsonFileKind& config_file() { return kind; }

bool is_config(std::string_view name, ByteView file) {
    const auto slash = name.find_last_of('/');
    const std::string_view base = slash == name.npos ? name : name.substr(slash + 1);
    if (base == "general.json" || base == "midi.json" || base == "dmx.json") return true;
    constexpr std::size_t largest = 1 << 20;
    if (file.size() > largest || refusal(kind, file)) return false;
    const Json values = values_of(kind, file);
    if (values.contains("profiles") && values.contains("config")) return true;
    return std::ranges::any_of(telling_names, [&](std::string_view one) { return values.contains(one); });
}

std::vector<Problem> config_findings(ByteView file) {
    if (const auto refused = refusal(kind, file)) return {*refused};
    std::vector<Problem> out;
    const Json values = values_of(kind, file);
    each_leaf(values, "", [&](const std::string& path, const Json& value) {
        const Field* field = field_of(path);
        if (!field) out.push_back({.severity = Severity::note, .path = path, .expected = "a setting that is known", .found = path});
        if (!field || !value.is_number_integer()) return;
        if (const i64 number = value.get<i64>(); number < field->min || number > field->max)
            if (field->kind == Kind::ranged)
                out.push_back({.severity = Severity::warning,
                               .path = path,
                               .expected = fmt::format("{} to {}", field->min, field->max),
                               .found = std::to_string(number)});
    });
    check_lamps(out, values);
    return out;
}

std::vector<ValueDifference> compare_configs(ByteView first, ByteView second) {
    auto out = compare_values(kind, first, second, [](std::string_view) { return std::vector<std::string>{"Settings"}; });
    if (out.empty() && !std::ranges::equal(first, second)) out.push_back({{"Settings"}, "the same values, laid out otherwise", ""});
    return out;
}

std::string config_page() {
    std::string out =
        "# config\n\nJSON on the disk: `general.json`, `midi.json`, `dmx.json`. An invalid file is refused whole.\n\n"
        "| field | meaning | range | evidence |\n| --- | --- | --- | --- |\n";
    for (const Field& field : config_fields)
        out += fmt::format("| `{}` | {} | {} | {} |\n", field.name, cell(meaning_words(field)),
                           field.kind == Kind::text ? "text"
                           : field.max == 1         ? "on, off"
                                                    : cell(range_words(field)),
                           word(field.evidence));
    return out;
}

}  // namespace groovebench::opz
