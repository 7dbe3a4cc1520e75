#include "demo/project_builder.h"

#include <cassert>
#include <charconv>
#include <cstring>

#include "octatrack/new_file.h"
#include "octatrack/project_edit.h"

namespace groovebench::demo {
namespace {

using namespace octatrack;

// Asserted in every build: the demo card must not be written with a step left out.
void must(bool done) {
    assert(done);
    if (!done) std::abort();
}

void splice(Bytes& text, const Result<text::Splice>& change) {
    must(bool(change));
    text = *text::spliced(text, *change);
}

// "5:60" and so on, steps from 0 in what is handed on.
template <class F>
void each_pair(std::string_view list, F use) {
    while (!list.empty()) {
        const std::string_view word = list.substr(0, list.find(' '));
        list.remove_prefix(std::min(list.size(), word.size() + 1));
        int step = 0, value = 0;
        const auto colon = std::from_chars(word.data(), word.data() + word.size(), step).ptr;
        must(colon != word.data() + word.size() && std::from_chars(colon + 1, word.data() + word.size(), value).ec == std::errc());
        use(step - 1, u8(value));
    }
}

void put_page(EffectPage& page, std::array<u8, 6> knobs) { std::memcpy(&page, knobs.data(), 6); }

void put_setup(EffectPage& page, u8 type) {
    const EffectDefaults* known = effect_defaults(type);
    put_page(page, known ? std::to_array(known->page2) : std::array<u8, 6>{});
}

}  // namespace

ProjectBuilder::ProjectBuilder(const std::vector<Sound>& all) : sounds(all) {
    for (NewFile& file : blank_project_files()) files[file.name] = std::move(file.bytes);
}

void ProjectBuilder::set(std::string_view key, i64 value) {
    Bytes& text = files["project.work"];
    splice(text, change_setting(*open_project(text), *find_setting(key), value));
}

void ProjectBuilder::put(SlotRef slot, const SampleAttributes& values, const SlotMarkers& record) {
    Bytes& text = files["project.work"];
    splice(text, set_slot(*open_project(text), slot, values));
    markers_of(*overlay<Markers>(files["markers.work"]), slot) = record;
}

void ProjectBuilder::load(SlotRef slot, std::string_view sound) {
    const u32 frames = find_sound(sounds, sound).frames();
    const i64 tempo = tempo_x24(*open_project(files["project.work"]));
    put(slot, loaded_sample(slot, "../AUDIO/" + std::string(sound), frames, tempo), whole_sample(frames));
}

void ProjectBuilder::load_loop(SlotRef slot, std::string_view sound, int bars, int slices) {
    SampleAttributes values{.path = "../AUDIO/" + std::string(sound), .priority = Priority::trim, .priority_value = 100 * bars};
    values.timestretch = i64(TimestretchMode::normal);
    values.loop_mode = i64(LoopMode::on);
    SlotMarkers record = whole_sample(find_sound(sounds, sound).frames());
    cut_into_slices(record, slices);
    put(slot, values, record);
}

void ProjectBuilder::load_lost(SlotRef slot, std::string path, u32 frames) {
    put(slot, {.path = std::move(path)}, whole_sample(frames));
}

Pattern& ProjectBuilder::pattern(int index, int pattern, int part, int length) {
    Pattern& view = bank(index).patterns[pattern];
    view.tail.part = u8(part);
    view.tail.length = u8(length);
    return view;
}

Part& ProjectBuilder::part(int index, int part, std::string_view name) {
    write_text(bank(index).part_names[part].text, name);
    return bank(index).parts[part];
}

Arrangement& ProjectBuilder::arrangement(int index, std::string_view title) {
    auto& file = *overlay<Arrangement>(files[arrangement_file_name(index) + ".work"]);
    write_text(file.current.title, title);
    return file;
}

void ProjectBuilder::save_parts() {
    for (int b = 0; b < bank_count; b++)
        for (int i = 0; i < part_count; i++) {
            bank(b).saved_parts[i] = bank(b).parts[i];
            bank(b).part_saved[i] = 1;
        }
}

std::map<std::string, Bytes> ProjectBuilder::finished() {
    for (auto& [name, bytes] : files)
        if (name != "project.work") seal(bytes);
    return files;
}

void steps(AudioTrack& track, std::string_view row) {
    for (int i = 0; i < int(row.size()); i++) switch (row[std::size_t(i)]) {
            case 'x':
                must(place_trig(track, i, TrigType::trig));
                break;
            case 'o':
                must(place_trig(track, i, TrigType::one_shot));
                break;
            case 't':
                must(place_trig(track, i, TrigType::trigless_trig));
                break;
            case 'r':
                must(place_trig(track, i, TrigType::trig) && place_recorder_trig(track, i));
                break;
            default:
                break;
        }
}

void lock(AudioTrack& track, int step, int knob, u8 value) { must(set_lock(track, step - 1, knob, value)); }

void locks(AudioTrack& track, int knob, std::string_view list) {
    each_pair(list, [&](int step, u8 value) { must(set_lock(track, step, knob, value)); });
}

void play(AudioTrack& track, int step, int repeats, int micro_timing, Condition condition) {
    must(set_trig_word(track, step - 1, repeats, micro_timing, condition));
}

void notes(MidiTrack& track, std::string_view list, u8 length) {
    each_pair(list, [&](int step, u8 pitch) {
        must(place_trig(track, step, TrigType::trig) && set_lock(track, step, note, pitch) &&
             set_lock(track, step, note_length, length));
    });
}

void machine(Part& part, int track, SlotRef slot) {
    const bool flex = slot.pool == Pool::flex;
    part.machines[track] = flex ? MachineType::flex : MachineType::static_machine;
    if (flex)
        part.slots[track].flex = u8(slot.number - 1);
    else
        part.slots[track].static_machine = u8(slot.number - 1);
}

void slicing(Part& part, int track, Slicing mode) {
    const u8 value = mode == Slicing::on;
    part.source_setup[track].flex.slic = value;
    part.source_setup[track].static_machine.slic = value;
}

void effect1(Part& part, int track, u8 type, std::array<u8, 6> knobs) {
    part.fx1[track] = type;
    put_page(part.pages[track].fx1, knobs);
    put_setup(part.setup[track].fx1, type);
}

void effect2(Part& part, int track, u8 type, std::array<u8, 6> knobs) {
    part.fx2[track] = type;
    put_page(part.pages[track].fx2, knobs);
    put_setup(part.setup[track].fx2, type);
}

}  // namespace groovebench::demo
