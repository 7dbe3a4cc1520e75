#include "octatrack/parameters.h"

#include <algorithm>
#include <cctype>

#include "bytes/format.h"
#include "octatrack/lock_text.h"
#include "octatrack/project.h"
#include "octatrack/trigs.h"
#include "schema/walk.h"

namespace groovebench::octatrack {
namespace {

constexpr int knobs = 6, machines = 5;

bool is_setup(Page page) { return page >= Page::source_setup && page <= Page::lfo_timing; }
bool is_locked_page(Page page) { return page <= Page::fx2; }
// The page whose setup it is.
int base_page(Page page) { return page == Page::lfo_timing ? 1 : int(page) % 5; }

bool good(TrackRef track, Parameter parameter) {
    if (track.index < 0 || track.index >= track_count || parameter.knob < 0 || parameter.page > Page::level) return false;
    if (parameter.page == Page::slot) return !track.midi && parameter.knob == 0;
    if (parameter.page == Page::level) return !track.midi && parameter.knob < 2;
    return parameter.knob < knobs;
}

std::string_view setup_name(const Part& part, TrackRef track, Parameter parameter) {
    constexpr std::string_view lfo[] = {"PMTR1", "PMTR2", "PMTR3", "WAVE1", "WAVE2", "WAVE3"};
    constexpr std::string_view timing[] = {"MULT1", "MULT2", "MULT3", "TRIG1", "TRIG2", "TRIG3"};
    constexpr std::string_view amp[] = {"AMP", "SYNC", "ATCK", "FX1", "FX2", "-"};
    constexpr std::string_view note[] = {"CHAN", "BANK", "PROG", "-", "SBNK", "-"};
    constexpr std::string_view arp[] = {"-", "-", "LEN", "-", "-", "KEY"};
    constexpr std::string_view ctrl1[] = {"-", "-", "CC1", "CC2", "CC3", "CC4"};
    constexpr std::string_view ctrl2[] = {"CC5", "CC6", "CC7", "CC8", "CC9", "CC10"};
    const int knob = parameter.knob, t = track.index;
    switch (parameter.page) {
        case Page::source_setup:
            return track.midi ? note[knob] : machine_setup_knob(machine_of(part, t), knob);
        case Page::lfo_setup:
            return lfo[knob];
        case Page::lfo_timing:
            return timing[knob];
        case Page::amp_setup:
            return track.midi ? arp[knob] : amp[knob];
        case Page::fx1_setup:
            return track.midi ? ctrl1[knob] : effect_names(part.fx1[t]).page2[knob];
        default:
            return track.midi ? ctrl2[knob] : effect_names(part.fx2[t]).page2[knob];
    }
}

// Where the page of six begins in the part. The machine has been checked.
std::size_t page_offset(const Part& part, TrackRef track, Page page) {
    const std::size_t t = std::size_t(track.index), step = knobs * std::size_t(base_page(page));
    const std::size_t timing = page == Page::lfo_timing ? 1 : 0;
    if (track.midi && is_setup(page)) return offsetof(Part, midi_setup) + t * sizeof(MidiSetup) + (timing ? 5 * knobs : step);
    if (track.midi) return offsetof(Part, midi) + t * sizeof(MidiPage) + step;
    const std::size_t machine = knobs * std::size_t(machine_of(part, track.index));
    if (page == Page::source) return offsetof(Part, source) + t * sizeof(SourcePage) + machine;
    if (page == Page::source_setup) return offsetof(Part, source_setup) + t * sizeof(SourceSetup) + machine;
    // The LFO's page comes first here: there is no SRC in these rows.
    if (is_setup(page)) return offsetof(Part, setup) + t * sizeof(SetupPage) + (timing ? 4 * knobs : step - knobs);
    return offsetof(Part, pages) + t * sizeof(MainPage) + step - knobs;
}

std::string lower(std::string_view words) {
    std::string out;
    for (char c : words) out += char(std::tolower(u8(c)));
    return out;
}

ByteView bytes_of_part(const Part& part) { return std::as_bytes(std::span(&part, 1)); }

}  // namespace

std::string label(TrackRef track) { return fmt::format("{}{}", track.midi ? 'M' : 'T', track.index + 1); }

std::vector<Parameter> parameters(const Part& part, TrackRef track) {
    std::vector<Parameter> list;
    for (int page = 0; page <= int(Page::level); page++)
        for (int knob = 0; knob < knobs; knob++)
            if (const Parameter one{Page(page), knob}; has_parameter(part, track, one)) list.push_back(one);
    return list;
}

bool has_parameter(const Part& part, TrackRef track, Parameter parameter) {
    if (!good(track, parameter)) return false;
    const bool by_machine = parameter.page == Page::source || parameter.page == Page::source_setup;
    if (!track.midi && by_machine && machine_of(part, track.index) >= machines) return false;
    if (parameter.page == Page::slot) return part_value(part, track.index, sample_lock).has_value();
    if (parameter.page == Page::level) return true;
    return parameter_name(part, track, parameter) != "-";
}

std::optional<std::size_t> offset_in_part(const Part& part, TrackRef track, Parameter parameter) {
    if (!has_parameter(part, track, parameter)) return {};
    const std::size_t t = std::size_t(track.index), knob = std::size_t(parameter.knob);
    if (parameter.page == Page::slot) return offsetof(Part, slots) + t * sizeof(SlotNumbers) + machine_of(part, track.index);
    if (parameter.page == Page::level) return offsetof(Part, levels) + t * sizeof(LevelPair) + knob;
    return page_offset(part, track, parameter.page) + knob;
}

std::optional<u8> value_in_part(const Part& part, TrackRef track, Parameter parameter) {
    const auto offset = offset_in_part(part, track, parameter);
    return offset ? std::optional(u8(bytes_of_part(part)[*offset])) : std::nullopt;
}

std::optional<int> lock_index(TrackRef track, Parameter parameter) {
    if (!good(track, parameter)) return {};
    if (parameter.page == Page::slot) return sample_lock;
    return is_locked_page(parameter.page) ? std::optional(knobs * int(parameter.page) + parameter.knob) : std::nullopt;
}

std::string parameter_page(TrackRef track, Parameter parameter) {
    if (parameter.page == Page::slot) return "SAMPLE";
    if (parameter.page == Page::level) return "LEVEL";
    const int index = knobs * base_page(parameter.page);
    const std::string page(track.midi ? midi_lock_page(index) : lock_page(index));
    return is_setup(parameter.page) ? page + " setup" : page;
}

std::string parameter_name(const Part& part, TrackRef track, Parameter parameter) {
    if (!good(track, parameter)) return "-";
    if (parameter.page == Page::slot) return "SLOT";
    if (parameter.page == Page::level) return parameter.knob ? "CUE" : "MAIN";
    if (is_setup(parameter.page)) return std::string(setup_name(part, track, parameter));
    const int index = *lock_index(track, parameter);
    return std::string(track.midi ? midi_lock_name(index) : lock_name(part, track.index, index));
}

std::string parameter_shown(const Part& part, TrackRef track, Parameter parameter, u8 value) {
    const auto offset = offset_in_part(part, track, parameter);
    if (!offset) return std::to_string(value);
    const int t = track.index, knob = parameter.knob;
    const Page page = parameter.page;
    if (const auto index = lock_index(track, parameter))
        return track.midi ? midi_lock_shown(*index, value) : lock_shown(part, t, *index, value);
    if (page == Page::lfo_setup && knob < 3) return lfo_destination(part, track, value);
    if (!track.midi && (page == Page::fx1_setup || page == Page::fx2_setup))
        return effect_value_shown(page == Page::fx1_setup ? part.fx1[t] : part.fx2[t], knobs + knob, value);
    if (!track.midi && page == Page::source_setup && knob == 2)
        if (const auto word = length_mode_word(slices_on(part, t), value); !word.empty()) return std::string(word);
    const auto place = find(schema<Part>, path_at(schema<Part>, *offset));
    return place ? shown_number(*place->field, value) : std::to_string(value);
}

std::optional<u8> parameter_value(const Part& part, TrackRef track, Parameter parameter, std::string_view typed) {
    const auto plain = [](std::string_view text) { return lower(text.starts_with('+') ? text.substr(1) : text); };
    const std::string wanted = plain(typed);
    const int most = parameter.page == Page::slot ? pool_slots + recorder_count - 1 : lock_index(track, parameter) ? 127 : 255;
    for (int value = 0; value <= most; value++)
        if (plain(parameter_shown(part, track, parameter, u8(value))) == wanted) return u8(value);
    return {};
}

std::optional<Parameter> find_parameter(const Part& part, TrackRef track, std::string_view words) {
    const std::string wanted = lower(words);
    if (wanted == "level" && !track.midi) return Parameter{Page::level, 0};
    if (wanted == "sample" && has_parameter(part, track, {Page::slot, 0})) return Parameter{Page::slot, 0};
    const auto list = parameters(part, track);
    for (const bool with_page : {true, false})  // the name alone finds the first page that has it
        for (const Parameter one : list) {
            const std::string name = parameter_name(part, track, one);
            if (lower(with_page ? parameter_page(track, one) + " " + name : name) == wanted) return one;
        }
    return {};
}

std::string lfo_destination(const Part& part, TrackRef track, u8 value) {
    if (value >= audio_unused_lock) return fmt::format("{} (unknown)", value);
    const Parameter to{Page(value / knobs), value % knobs};
    return parameter_page(track, to) + " " + parameter_name(part, track, to);
}

}  // namespace groovebench::octatrack
