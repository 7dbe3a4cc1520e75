// Dials: titles, pages, zones.
#include "opz/values.h"

#include <algorithm>
#include <charconv>

#include "bytes/format.h"
#include "opz/words.h"

namespace groovebench::opz {
namespace {

using enum Parameter;
using Words = std::span<const std::string_view>;

// In the order of the file; what differs by track stands in the functions below.
constexpr std::array<std::string_view, parameter_count> titles = {
    "parameter 1", "parameter 2", "attack", "decay",      "sustain",   "release",   "fx1 send",   "fx2 send",  "filter",
    "resonance",   "pan",         "level",  "portamento", "LFO depth", "LFO speed", "LFO target", "LFO shape", "note style"};

constexpr std::string_view lfo_targets[] = {"parameter 1", "parameter 2", "cutoff", "resonance",
                                            "attack",      "pitch",       "pan",    "volume"};
constexpr std::string_view lfo_shapes[] = {"sine",          "triangle",   "square",        "saw",
                                           "random",        "gyro",       "bell retrig",   "triangle retrig",
                                           "square retrig", "saw retrig", "random retrig", "single saw retrig"};
constexpr std::string_view drum_styles[] = {"retrig", "mono", "gate", "loop"};
constexpr std::string_view synth_styles[] = {"poly", "mono", "legato"};
constexpr std::string_view master_styles[] = {"latch", "free"};
constexpr std::string_view arp_patterns[] = {"manual", "up", "down", "up-down", "down-up", "random"};

bool has_lfo(TrackKind kind) { return kind == TrackKind::drum || kind == TrackKind::synth || kind == TrackKind::fx; }

// What the first two dials of page 1 are.
std::string_view first_dial(TrackKind kind, bool second) {
    switch (kind) {
        case TrackKind::drum:
            return second ? "reverse" : "pitch";
        case TrackKind::tape:
            return second ? "fine tune" : "speed";
        case TrackKind::master:
            return second ? "drive" : "chorus";
        case TrackKind::lights:
            return second ? "alternate color" : "color";
        default:
            return titles[second];
    }
}

std::string_view arp_dial(Parameter parameter) {
    switch (parameter) {
        case lfo_depth:
            return "arp speed";
        case lfo_speed:
            return "arp pattern";
        case lfo_target:
            return "arp style";
        case lfo_shape:
            return "arp range";
        default:
            return {};
    }
}

constexpr Parameter pages[4][4] = {{parameter_1, parameter_2, filter, resonance},
                                   {attack, decay, sustain, release},
                                   {lfo_depth, lfo_speed, lfo_target, lfo_shape},
                                   {fx1_send, fx2_send, pan, level}};

// The page and dial of a parameter where the track has all four pages.
Dial full_dial(Parameter parameter) {
    for (int page = 0; page < 4; page++)
        for (int dial = 0; dial < 4; dial++)
            if (pages[page][dial] == parameter) return {page + 1, dial + 1};
    return {0, parameter == note_style ? 2 : 4};
}

bool has_page(TrackKind kind, int page) {
    switch (kind) {
        case TrackKind::fx:
            return page == 1 || page == 3;
        case TrackKind::tape:
        case TrackKind::lights:
            return page == 1 || page == 4;
        case TrackKind::master:
            return page == 1;
        case TrackKind::perform:
            return false;
        default:
            return true;
    }
}

std::string_view motion_dial(Dial dial) {
    constexpr std::string_view controls[4][4] = {{"control 1", "control 2", "control 3", "control 4"},
                                                 {"control 5", "control 6", "control 7", "control 8"},
                                                 {"control 9", "control 10", "control 11", "control 12"},
                                                 {"control 13", "control 14", "control 15", "control 16"}};
    return controls[dial.page - 1][dial.dial - 1];
}

std::string_view lights_dial(Parameter parameter) {
    switch (parameter) {
        case filter:
            return "pattern speed";
        case resonance:
            return "intensity";
        case fx1_send:
            return "knob 5";
        case fx2_send:
            return "knob 6";
        case pan:
            return "knob 7";
        case level:
            return "knob 8";
        default:
            return {};
    }
}

}  // namespace

std::optional<double> number_with(std::string_view text, std::string_view unit) {
    if (text.starts_with('+')) text.remove_prefix(1);
    double value = 0;
    const std::string copy(text);
    char* end = nullptr;
    value = std::strtod(copy.c_str(), &end);
    if (end == copy.c_str() || !(value > -1e9 && value < 1e9)) return {};
    std::string_view rest = text.substr(std::size_t(end - copy.c_str()));
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    if (rest.ends_with('s') && unit.ends_with("step")) rest.remove_suffix(1);
    return rest.empty() || same_word(rest, unit) ? std::optional(value) : std::nullopt;
}

int zone_of(u8 value, int zones) { return std::min(zones - 1, value * zones / 256); }
u8 zone_centre(int zone, int zones) { return u8((2 * zone + 1) * 256 / (2 * zones)); }

Words zone_words(Track track, Parameter parameter) {
    const TrackKind kind = kind_of(track);
    if (parameter == note_style) {
        if (kind == TrackKind::drum) return drum_styles;
        if (kind == TrackKind::master) return master_styles;
        return kind == TrackKind::synth || kind == TrackKind::arp ? Words(synth_styles) : Words();
    }
    if (kind == TrackKind::arp && parameter == lfo_speed) return arp_patterns;
    if (has_lfo(kind) && parameter == lfo_target) return lfo_targets;
    if (has_lfo(kind) && parameter == lfo_shape) return lfo_shapes;
    return {};
}

std::string_view parameter_title(Track track, Parameter parameter) {
    const TrackKind kind = kind_of(track);
    const Dial dial = full_dial(parameter);
    if (kind == TrackKind::motion && dial.page) return motion_dial(dial);
    if (kind == TrackKind::lights && !lights_dial(parameter).empty()) return lights_dial(parameter);
    if (kind == TrackKind::arp && !arp_dial(parameter).empty()) return arp_dial(parameter);
    if (parameter == portamento && (track == Track::tape || track == Track::module)) return "dry level";
    if (parameter == parameter_1 || parameter == parameter_2) return first_dial(kind, parameter == parameter_2);
    return titles[std::size_t(parameter)];
}

std::optional<Dial> dial_of(Track track, Parameter parameter) {
    const TrackKind kind = kind_of(track);
    const Dial dial = full_dial(parameter);
    if (dial.page == 0 ? kind != TrackKind::perform : has_page(kind, dial.page)) return dial;
    return {};
}

std::string parameter_shown(Track track, Parameter parameter, u8 value) {
    const Words words = zone_words(track, parameter);
    return words.empty() ? std::to_string(value) : std::string(words[std::size_t(zone_of(value, int(words.size())))]);
}

std::optional<u8> parameter_value(Track track, Parameter parameter, std::string_view shown) {
    const Words words = zone_words(track, parameter);
    if (const auto zone = index_of(words, shown)) return zone_centre(*zone, int(words.size()));
    int value = 0;
    const auto [end, error] = std::from_chars(shown.data(), shown.data() + shown.size(), value);
    const bool good = error == std::errc() && end == shown.data() + shown.size() && value >= 0 && value <= 255;
    return good ? std::optional(u8(value)) : std::nullopt;
}

std::optional<Parameter> find_parameter(Track track, std::string_view words) {
    for (int i = 0; i < parameter_count; i++)
        if (same_word(parameter_title(track, Parameter(i)), words)) return Parameter(i);
    for (int i = 0; i < parameter_count; i++)
        if (same_word(fields_of<Sound>[std::size_t(i)].name, words)) return Parameter(i);
    return {};
}

}  // namespace groovebench::opz
