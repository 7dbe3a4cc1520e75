// Components of steps, and the units of notes.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "bytes/format.h"
#include "opz/values.h"
#include "opz/words.h"

namespace groovebench::opz {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, component_count> names = {
    "pulse",      "parameter spark", "jump",  "velocity",   "ramp up",  "ramp down",     "random",
    "portamento", "multiply",        "sweep", "pulse hold", "tonality", "trigger spark", "component spark"};
constexpr std::array<u8, component_count> defaults = {4, 2, 4, 5, 4, 4, 4, 4, 2, 2, 4, 4, 2, 2};

// The words of the values 1 to 10: keys 1 to 9 and 0.
constexpr std::string_view pulses[] = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "random"};
constexpr std::string_view jumps[] = {"start", "2/4", "3/4", "4/4", "forward", "back", "random", "stay", "align", "gate step"};
constexpr std::string_view velocities[] = {"-4", "-3", "-2", "-1", "default", "+1", "+2", "+3", "mute", "random"};
constexpr std::string_view ramps[] = {"2/1", "3/1", "4/1", "5/1", "6/1", "2/3", "3/3", "4/3", "5/3", "6/3"};
constexpr std::string_view glides[] = {"1", "2", "3", "4", "5", "6", "7", "8", "direct", "random"};
constexpr std::string_view multiplies[] = {"1", "2", "3", "4", "5", "6", "7", "8", "broken chord", "quantize"};
constexpr std::string_view sweeps[] = {"filter up",      "filter down",      "synth up",      "synth down",      "pan",
                                       "filter up long", "filter down long", "synth up long", "synth down long", "pan long"};
constexpr std::string_view tonalities[] = {"ignore chords", "transpose only", "octave",     "fifth",      "third",
                                           "chromatic up",  "chromatic down", "quantize 1", "quantize 2", "quantize 3"};

Words words_of(Component component) {
    using enum Component;
    switch (component) {
        case pulse:
        case pulse_hold:
            return pulses;
        case jump:
            return jumps;
        case velocity:
            return velocities;
        case ramp_up:
        case ramp_down:
        case random:
            return ramps;
        case portamento:
            return glides;
        case multiply:
            return multiplies;
        case sweep:
            return sweeps;
        case tonality:
            return tonalities;
        default:
            return {};
    }
}

// A spark has two nibbles: in which of how many passes.
constexpr u8 spark_random = 0x09, spark_reset = 0x0A;
bool is_spark_value(u8 value) {
    const int passes = value & 15, when = value >> 4;
    return value == spark_random || value == spark_reset || (when <= 2 && passes >= 1 && passes <= 8);
}

std::string spark_shown(u8 value) {
    const int passes = value & 15, when = value >> 4;
    if (!is_spark_value(value)) return fmt::format("{} (unknown)", value);
    if (value == spark_random) return "random";
    if (value == spark_reset) return "reset counter";
    return when == 0 ? fmt::format("{} of {}", passes, passes) : fmt::format("{} of {}", when == 1 ? "1" : "all but last", passes);
}

std::optional<u8> number_in(std::string_view text, int low, int high) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool good = error == std::errc() && end == text.data() + text.size() && value >= low && value <= high;
    return good ? std::optional(u8(value)) : std::nullopt;
}

std::optional<u8> spark_value(std::string_view shown) {
    for (int value = 0; value < 256; value++)
        if (is_spark_value(u8(value)) && same_word(spark_shown(u8(value)), shown)) return u8(value);
    const auto number = number_in(shown, 0, 255);
    return number && is_spark_value(*number) ? number : std::nullopt;
}

// Ticks of micro-timing are eighths from revision 4 on.
int parts_of_tick(u32 revision) { return revision >= 3 ? 8 : 1; }

std::string trimmed(double value, bool sign) {
    std::string text = sign ? fmt::format("{:+.3f}", value) : fmt::format("{:.3f}", value);
    while (text.ends_with('0')) text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    return text;
}

}  // namespace

std::string_view component_name(Component component) { return names[std::size_t(component)]; }
u8 component_default(Component component) { return defaults[std::size_t(component)]; }
bool is_spark(Component component) {
    return component == Component::parameter_spark || component == Component::trigger_spark ||
           component == Component::component_spark;
}

bool is_component_value(Component component, u8 value) {
    return is_spark(component) ? is_spark_value(value) : value >= 1 && value <= words_of(component).size();
}

std::string component_shown(Component component, u8 value) {
    if (is_spark(component)) return spark_shown(value);
    return is_component_value(component, value) ? std::string(words_of(component)[value - 1u]) : fmt::format("{} (unknown)", value);
}

std::optional<u8> component_value(Component component, std::string_view shown) {
    if (is_spark(component)) return spark_value(shown);
    if (const auto index = index_of(words_of(component), shown)) return u8(*index + 1);
    return {};
}

std::optional<Component> find_component(std::string_view words) {
    if (const auto index = index_of(names, words)) return Component(*index);
    for (int i = 0; i < component_count; i++)
        if (same_word(fields_of<ComponentValues>[std::size_t(i)].name, words)) return Component(i);
    return {};
}

// The longest duration is a hair short of sixteen steps; it reads as they do. What one of 0 or less lasts is not known.
std::string duration_shown(i32 duration) {
    if (duration == default_duration) return "default";
    if (duration <= 0) return fmt::format("{} (unknown)", duration);
    if (duration == longest_duration) return "16 steps";
    const std::string steps = trimmed(double(duration) / duration_of_step, false);
    return fmt::format("{} {}", steps, steps == "1" ? "step" : "steps");
}

std::optional<i32> duration_value(std::string_view shown) {
    if (same_word(shown, "default")) return default_duration;
    const auto steps = number_with(shown, "step");
    if (!steps || *steps <= 0 || *steps > 16) return {};
    return std::clamp(i32(std::lround(*steps * duration_of_step)), 1, longest_duration);
}

std::string micro_shown(i8 raw, u32 revision) {
    return raw == 0 ? "0" : trimmed(double(raw) / parts_of_tick(revision), true) + " ticks";
}

std::optional<i8> micro_value(std::string_view shown, u32 revision) {
    const auto ticks = number_with(shown, "ticks");
    const double raw = ticks ? *ticks * parts_of_tick(revision) : 1000;
    return raw >= -128 && raw <= 127 && raw == std::round(raw) ? std::optional(i8(raw)) : std::nullopt;
}

bool is_micro(i8 raw, u32 revision, int step_length) {
    if (parts_of_tick(revision) == 1) return raw >= -12 && raw <= 11;
    if (revision >= 7 && step_length > 1) return raw >= -96 && raw <= 95;
    return raw >= -96 && raw <= 88 && raw % 8 == 0;
}

std::string micro_range(u32 revision, int step_length) {
    if (parts_of_tick(revision) == 1 || revision < 7 || step_length <= 1) return "-12 to +11 ticks";
    return "-12 to +11.875 ticks, in eighths";
}

}  // namespace groovebench::opz
