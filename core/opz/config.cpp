#include "opz/config.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "bytes/format.h"
#include "opz/json_field.h"
#include "schema/markdown.h"

namespace groovebench::opz {
namespace {

constexpr auto sure = Evidence::verified, said = Evidence::stated;

// Named by their paths without the indices.
constexpr Field config_fields[] = {
    json_flag("backlit_keys", said, "keys are lit"),
    json_flag("disable_headphone_db_reduction", said, "headphones at full level"),
    json_flag("disable_microphone_mode", said, "the microphone stays off"),
    json_flag("disable_param_page_reset", said, "the page of dials stays where it was"),
    json_flag("disable_start_sound", said, "no sound at power-on"),
    json_flag("disable_track_preview", said, "choosing a track is silent"),
    json_flag("generous_chords", said, "chords are found with wrong notes in them"),
    json_flag("latch_notes_with_shift", said, "SHIFT holds notes"),
    json_flag("legacy_input_select", said, "inputs are chosen as before"),
    json_flag("temp_param_add_fx_a", said, "a dial held for a moment adds fx1"),
    json_flag("alt_program_change", said, "program changes choose something else"),
    json_flag("channel_one_to_active", said, "MIDI channel 1 plays the active track"),
    json_flag("enable_program_change", said, "program changes choose patterns"),
    json_flag("incoming_midi", said, "MIDI comes in"),
    json_flag("midi_echo", said, "what comes in goes out again"),
    json_flag("outgoing_midi", said, "MIDI goes out"),
    json_flag("timing_clock_in", said, "follows a clock"),
    json_flag("timing_clock_out", said, "sends a clock"),
    json_number("parameter_cc_out", sure, "controller number of each of sixteen parameters, track by track", 0, 127, 16),
    json_number("track_channels", sure, "MIDI channel of each track", 0, 15, 16, Unit::plus_one),
    json_number("track_enable", sure, "whether a track sends and hears MIDI", 0, 1, 16),
    json_words("profiles.name", sure, "name of a kind of lamp"),
    json_words("profiles.channels", sure,
               "what each of its DMX channels does: red, green, blue, white, color, intensity, fog, knob1 to knob8, on, "
               "off, another word, or a number"),
    json_number("config.fixture", sure, "lamp", 1, 16),
    json_words("config.profile", sure, "kind of the lamp"),
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
