#include "opz/blank.h"

#include <algorithm>
#include <cstring>
#include <memory>

#include "opz/layout.h"
#include "opz/values.h"

namespace groovebench::opz {
namespace {

constexpr std::array<u16, track_count> plugs = {130, 131, 132, 133, 26, 65, 26, 31, 34, 35, 38, 39, 147, 148, 146, 149};

using SoundBytes = std::array<u8, parameter_count>;
constexpr SoundBytes drum_sound = {127, 0, 0, 0, 255, 0, 0, 0, 127, 0, 127, 128, 0, 128, 100, 255, 0, 0};
constexpr std::array<SoundBytes, track_count> sounds = {{
    drum_sound,
    drum_sound,
    drum_sound,
    drum_sound,
    {32, 0, 0, 55, 192, 20, 0, 50, 118, 18, 137, 128, 0, 219, 128, 8, 0, 0},
    {229, 241, 3, 62, 76, 29, 8, 1, 104, 114, 127, 115, 0, 127, 128, 232, 0, 96},
    {155, 255, 0, 55, 63, 14, 27, 96, 127, 17, 127, 113, 0, 219, 128, 8, 0, 120},
    {0, 0, 0, 75, 47, 137, 0, 0, 127, 0, 127, 128, 0, 199, 185, 200, 128, 0},
    {160, 200, 0, 127, 127, 127, 0, 0, 127, 0, 127, 255, 255, 128, 100, 255, 0, 0},
    {179, 127, 0, 127, 127, 255, 0, 0, 127, 0, 127, 255, 255, 128, 100, 255, 0, 0},
    {0, 127, 0, 127, 127, 127, 0, 0, 127, 0, 127, 255, 0, 127, 182, 232, 128, 0},
    {0, 0, 127, 127, 127, 255, 127, 127, 127, 0, 127, 128, 0, 127, 182, 232, 128, 0},
    {0, 0, 0, 0, 0, 127, 0, 0, 0, 255, 0, 255, 0, 128, 128, 8, 0, 0},
    {0, 0, 0, 20, 0, 127, 0, 0, 127, 127, 127, 128, 0, 0, 0, 0, 0, 0},
    {167, 124, 0, 20, 0, 127, 0, 0, 187, 255, 0, 255, 0, 128, 128, 8, 0, 0},
    {127, 127, 0, 0, 0, 0, 0, 0, 127, 127, 0, 0, 0, 128, 128, 8, 0, 0},
}};

void make_blank(TrackRecord& record, int track) {
    record = {};
    record.plug = plugs[std::size_t(track)];
    record.step_count = 16;
    record.unknown_0x05.bytes[0] = 5;
    record.step_length = 1;
    record.quantize = track == int(Track::arp) ? 255 : 0;
    record.note_length = 64;
    record.last_note = track == int(Track::bass) ? 36 : 60;
}

template <class Record>
bool is_same(ByteView bytes, const Record& record) {
    return bytes.size() == sizeof record && !std::memcmp(bytes.data(), &record, sizeof record);
}

const Step& blank_step() {
    static const Step step = [] {
        Step made;
        make_blank(made);
        return made;
    }();
    return step;
}

constexpr std::string_view blank = "blank", empty = "empty";

std::string_view word_of_record(const Schema& record, u32, ByteView bytes) {
    if (&record == &schema<Note>) return is_same(bytes, empty_slot) ? empty : std::string_view();
    if (&record == &schema<Step>) return is_same(bytes, blank_step()) ? empty : std::string_view();
    if (&record == &schema<Pattern>) return is_same(bytes, blank_pattern()) ? blank : std::string_view();
    return {};
}

template <class Record>
bool copied(const Record& from, ByteSpan bytes) {
    std::memcpy(bytes.data(), &from, sizeof from);
    return true;
}

bool make_record(const Schema& record, u32, std::string_view word, ByteSpan bytes) {
    if (&record == &schema<Note> && word == empty) return copied(empty_slot, bytes);
    if (&record == &schema<Step> && word == empty) return copied(blank_step(), bytes);
    return &record == &schema<Pattern> && word == blank && copied(blank_pattern(), bytes);
}

constexpr RecordForms forms{.word = word_of_record, .make = make_record};

}  // namespace

void make_blank(Step& step) {
    step = {};
    for (int i = 0; i < component_count; i++) step.values.at(i) = component_default(Component(i));
}

void make_blank(Pattern& pattern) {
    pattern = {};
    for (int track = 0; track < track_count; track++) {
        make_blank(pattern.tracks.at(track), track);
        for (Step& step : pattern.steps.at(track)) make_blank(step);
        copied(sounds[std::size_t(track)], std::as_writable_bytes(std::span(&pattern.sounds.at(track), 1)));
    }
    for (StepNotes& notes : pattern.notes)
        for (int slot = 0; slot < slots_of_step; slot++)
            copied(empty_slot, std::as_writable_bytes(std::span(&element<Note>(notes, slot), 1)));
    pattern.tape_routing = 0x00FF;
    pattern.master_routing = 0x00F0;
}

const Pattern& blank_pattern() {
    static const auto pattern = [] {
        auto made = std::make_unique<Pattern>();
        make_blank(*made);
        return made;
    }();
    return *pattern;
}

bool is_blank(const Pattern& pattern) { return !std::memcmp(&pattern, &blank_pattern(), sizeof pattern); }

Bytes blank_project() {
    Bytes file(project_size);
    Project& project = *overlay<Project>(file);
    std::ranges::copy(decltype(project.file_id)::expected.text, project.file_id.bytes);
    for (Chain& chain : project.chains) std::ranges::fill(chain.patterns, Ranged<0, 15, u8, no_pattern>{no_pattern});
    std::ranges::fill(project.active_chain.patterns, Ranged<0, 15, u8, no_pattern>{no_pattern});
    project.mixer = {128, 128, 0, 0};
    project.tempo = 120;
    project.swing = 127;
    project.metronome_level = 100;
    project.selected_chain = 255;
    for (Pattern& pattern : project.patterns) pattern = blank_pattern();
    overlay<Trailer>(file, sizeof(Project))->revision = blank_revision;
    return file;
}

const RecordForms& record_forms() { return forms; }

}  // namespace groovebench::opz
