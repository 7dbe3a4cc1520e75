#include "octatrack/blank.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "bytes/format.h"
#include "octatrack/new_file.h"
#include "octatrack/project_edit.h"

namespace groovebench::octatrack {
namespace {

constexpr u64 even_steps = 0xAAAAAAAAAAAAAAAA;
constexpr std::string_view default_part_names[] = {"ONE", "TWO", "THREE", "FOUR"};

template <class Record>
void fill(Record& record, u8 value) {
    std::memset(static_cast<void*>(&record), value, sizeof record);
}

// Six values in the order of the knobs, put over a page of six bytes.
template <class Page>
void put(Page& page, std::array<u8, 6> knobs) {
    static_assert(sizeof(Page) == 6);
    std::memcpy(static_cast<void*>(&page), knobs.data(), knobs.size());
}

template <class Track>
void make_blank_track(Track& track, int index) {
    fill(track, 0);
    write_constant(track.tag);
    track.index = u8(index);
    track.swing = even_steps;
    track.length = 16;
    track.scale = Scale::one_x;
    track.start_silent = StartSilent::project;
    fill(track.locks, no_lock);
}

void make_blank_sources(Part& part, int t) {
    for (SamplePage* page : {&part.source[t].static_machine, &part.source[t].flex}) put(*page, {64, 0, 0, 127, 0, 79});
    put(part.source[t].thru, {0, 64, 0, 0, 64, 0});
    put(part.source[t].pickup, {64, 2, 1, 127, 64, 1});
    for (SampleSetup* page : {&part.source_setup[t].static_machine, &part.source_setup[t].flex}) put(*page, {1, 0, 0, 0, 1, 64});
    put(part.source_setup[t].pickup, {0, 0, 0, 0, 1, 64});
    part.slots[t].static_machine = u8(t);
    part.slots[t].flex = u8(t);
    part.slots[t].pickup.bytes[0] = u8(pool_slots + t);
}

void make_blank_pages(Part& part, int t) {
    part.fx1[t] = EffectType::filter;
    part.fx2[t] = EffectType::delay;
    part.levels[t].main = 108;
    part.levels[t].cue = 108;
    put(part.pages[t].lfo, {32, 32, 32, 0, 0, 0});
    put(part.pages[t].amp, {0, 127, 127, 64, 64, 127});
    put(part.setup[t].amp, {1, 1, 0, 0, 0, 0});
    const EffectDefaults &filter = *effect_defaults(u8(EffectType::filter)), &delay = *effect_defaults(u8(EffectType::delay));
    put(part.pages[t].fx1, std::to_array(filter.page1));
    put(part.pages[t].fx2, std::to_array(delay.page1));
    put(part.setup[t].fx1, std::to_array(filter.page2));
    put(part.setup[t].fx2, std::to_array(delay.page2));
}

void make_blank_midi(MidiPage& page, MidiSetup& setup) {
    page.note = 48, page.vel = 100, page.len = 6;
    page.not2 = page.not3 = page.not4 = 64;
    page.lfo_spd1 = page.lfo_spd2 = page.lfo_spd3 = 32;
    page.arp_tran = 64, page.arp_spd = 5, page.arp_nlen = 6;
    page.pb = 64, page.cc1 = 127, page.cc4 = 64;
    setup.bank = setup.prog = setup.sbnk = 128;
    setup.arp_len = 7;
    setup.cc1_number = 7, setup.cc2_number = 1, setup.cc3_number = 2, setup.cc4_number = 10;
    setup.cc5_number = 71, setup.cc6_number = 72, setup.cc7_number = 73;
    setup.cc8_number = 74, setup.cc9_number = 75, setup.cc10_number = 76;
}

void make_blank_recorder(RecorderSetup& recorder, NewRecorderSource source) {
    recorder.inab = 1, recorder.incd = 1;
    recorder.rlen = 64;
    recorder.src3 = u8(source);
    recorder.loop = OnOff::on;
    recorder.qrec = recorder.qpl = RecorderQuantise::off;
}

}  // namespace

void make_blank(Pattern& pattern) {
    fill(pattern, 0);
    write_constant(pattern.tag);
    for (int t = 0; t < track_count; t++) make_blank_track(pattern.audio_tracks[t], t);
    for (int t = 0; t < track_count; t++) make_blank_track(pattern.midi_tracks[t], t);
    pattern.tail.master_length = u16(16);
    pattern.tail.master_scale = Scale::one_x;
    pattern.tail.length = 16;
    pattern.tail.scale = Scale::one_x;
    pattern.tail.tempo_x24 = u16(2880);
}

void make_blank(Part& part, int index, NewRecorderSource source) {
    fill(part, 0);
    write_constant(part.tag);
    part.index = u8(index);
    part.scene_b = 8;
    for (int t = 0; t < track_count; t++) {
        make_blank_sources(part, t);
        make_blank_pages(part, t);
        make_blank_midi(part.midi[t], part.midi_setup[t]);
        make_blank_recorder(part.recorders[t], source);
        part.arp_masks[t] = u16(0xFFFF);
    }
    fill(part.scenes, no_lock);
    fill(part.scene_levels, no_lock);
}

Bytes blank_bank(NewRecorderSource source) {
    Bytes file(sizeof(Bank));
    Bank& bank = *overlay<Bank>(file);
    write_header(bank.header);
    for (Pattern& pattern : bank.patterns) make_blank(pattern);
    for (int i = 0; i < part_count; i++) {
        make_blank(bank.parts[i], i, source);
        make_blank(bank.saved_parts[i], i, source);
        write_text(bank.part_names[i].text, default_part_names[i]);
    }
    seal(file);
    return file;
}

Bytes blank_markers() {
    Bytes file(sizeof(Markers));
    write_header(overlay<Markers>(file)->header);
    seal(file);
    return file;
}

Bytes blank_arrangement() {
    Bytes file(sizeof(Arrangement));
    write_header(overlay<Arrangement>(file)->header);
    seal(file);
    return file;
}

std::string blank_project() {
    const std::string ruler = std::string(28, '#') + "\r\n";
    std::string out;
    auto title = [&](std::string_view words) { out += ruler + "# " + std::string(words) + "\r\n" + ruler + "\r\n"; };
    auto section = [&](ProjectSection kind) {
        out += fmt::format("[{}]\r\n", tag(kind));
        for (const Setting& setting : settings())
            if (setting.section == kind) out += fmt::format("{}={}\r\n", setting.key, setting.initial);
        out += fmt::format("[/{}]\r\n\r\n", tag(kind));
    };
    title("Project Settings");
    section(ProjectSection::meta);
    section(ProjectSection::settings);
    title("Project States");
    section(ProjectSection::states);
    title("Samples");
    for (int n = 1; n <= recorder_count; n++) out += sample_block({Pool::flex, pool_slots + n}, empty_recorder()) + "\r\n";
    return out + ruler + "\r\n";
}

std::string bank_file_name(int bank) { return fmt::format("bank{:02}", bank + 1); }
std::string arrangement_file_name(int arrangement) { return fmt::format("arr{:02}", arrangement + 1); }

std::vector<std::string> project_file_names() {
    std::vector<std::string> names = {"project", "markers"};
    for (int i = 0; i < bank_count; i++) names.push_back(bank_file_name(i));
    for (int i = 0; i < arrangement_count; i++) names.push_back(arrangement_file_name(i));
    return names;
}

std::optional<int> bank_of(std::string_view file_name) {
    std::string lower(file_name);
    std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    for (int i = 0; i < bank_count; i++)
        if (lower == bank_file_name(i) + ".work" || lower == bank_file_name(i) + ".strd") return i;
    return std::nullopt;
}

std::vector<NewFile> blank_project_files() {
    const std::string project = blank_project();
    const ByteView text = bytes_of(project);
    std::vector<NewFile> files = {{"project.work", {text.begin(), text.end()}}, {"markers.work", blank_markers()}};
    for (int i = 0; i < bank_count; i++) files.push_back({bank_file_name(i) + ".work", blank_bank()});
    for (int i = 0; i < arrangement_count; i++) files.push_back({arrangement_file_name(i) + ".work", blank_arrangement()});
    return files;
}

}  // namespace groovebench::octatrack
