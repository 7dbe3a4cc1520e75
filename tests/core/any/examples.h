// Files of the EP-133 and the OP-Z made here, one or more of every format, in which every field we know has a value: what holds
// for any format is tested on these.
#pragma once

#include "../ep133/ep133_files.h"
#include "../opz/projects.h"
#include "ep133/sound_metadata.h"
#include "opz/kit.h"

namespace groovebench::test {

inline Bytes as_bytes_of(std::string_view text) {
    const ByteView bytes = bytes_of(text);
    return {bytes.begin(), bytes.end()};
}

// A sound with two loops in its sampler chunk and every key of the metadata.
inline Bytes sound_with_everything() {
    Bytes file = a_sound();
    const std::size_t sampler = *ep133::open_sound(file)->sampler, loops = 2 * sizeof(ep133::SampleLoop);
    file.insert(file.begin() + std::ptrdiff_t(sampler + sizeof(ep133::SamplerChunk)), loops, std::byte(0));
    overlay<ep133::SamplerChunk>(file, sampler)->loops = 2;
    *overlay<le32>(file, sampler - 4) = u32(sizeof(ep133::SamplerChunk) + loops);
    *overlay<le32>(file, 4) = u32(file.size() - 8);
    return *ep133::with_metadata(
        file, R"({"sound.playmode":"key","sound.rootnote":60,"sound.pitch":-1.50,"sound.pan":0,"sound.amplitude":100,)"
              R"("envelope.attack":0,"envelope.release":15,"time.mode":"bpm","sound.bpm":120.50,"sound.loopstart":3,)"
              R"("sound.loopend":90,"sample.mode":"multi","a key of ours":[1,{"b":null}],)"
              R"("regions":[{"sample.start":0,"sample.end":40,"sound.rootnote":48}]})");
}

// A project in which a note stands in every slot of pattern 1.
inline Bytes full_opz_project() {
    Bytes file = busy_project();
    auto& project = *overlay<opz::Project>(file);
    for (int track = 0; track < opz::track_count; track++)
        for (int step = 0; step < opz::step_count; step++)
            while (opz::add_note(project.patterns[0], track, step, {.note = 60})) {
            }
    opz::set_saved_chain(project, 0, std::array<u8, 2>{3, 4});
    return file;
}

inline Bytes drum_kit() {
    std::vector<i16> sound(4000);
    for (std::size_t i = 0; i < sound.size(); i++) sound[i] = i16(i * 37);
    return *opz::make_drum_kit(sound, std::vector<opz::NewSlice>{{0, 2500}, {2500, 4000}});
}
inline Bytes synth_kit() {
    const Bytes drum = drum_kit();
    return opz::kit_file().with_text(
        drum, *opz::kit_file().text(drum),
        R"({"adsr":[64,10746,32767,10000,4000,64,4000,4000],"base_freq":440,"fade":0,"fx_active":false,"fx_params":)"
        R"([8000,8000,8000,8000,8000,8000,8000,8000],"fx_type":"delay","knobs":[0,1,2,3,4,5,6,7],"lfo_active":false,)"
        R"("lfo_params":[16000,16000,16000,16000,0,0,0,0],"lfo_type":"tremolo","name":"a","octave":0,"synth_version":2,)"
        R"("type":"sampler"})");
}

inline std::string midi_settings() {
    std::string rows, channels, enabled;
    for (int track = 0; track < 16; track++) {
        rows += track ? ", [ 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 ]"
                      : "[ 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 ]";
        channels += (track ? ", " : "") + std::to_string(track);
        enabled += track ? ", true" : "true";
    }
    return "{\n\t\"alt_program_change\" : false,\n\t\"channel_one_to_active\" : false,\n\t\"enable_program_change\" : true,\n"
           "\t\"incoming_midi\" : true,\n\t\"midi_echo\" : false,\n\t\"outgoing_midi\" : true,\n\t\"parameter_cc_out\" : [ " +
           rows + " ],\n\t\"timing_clock_in\" : true,\n\t\"timing_clock_out\" : true,\n\t\"track_channels\" : [ " + channels +
           " ],\n\t\"track_enable\" : [ " + enabled + " ]\n}\n";
}

inline std::vector<NamedFile> opz_examples() {
    return {
        {"project01.opz", full_opz_project()},
        {"project02.opz", without_revision(busy_project(2))},
        {"project03.opz", opz::blank_project()},
        {"kit.aif", drum_kit()},
        {"synth.aif", synth_kit()},
        {"midi.json", as_bytes_of(midi_settings())},
        {"dmx.json",
         as_bytes_of("\n{\"profiles\":[{\"name\":\"rgb\",\"channels\":[\"red\",7]},{\"name\":\"rgbx\",\"channels\":[\"fog\"]}],"
                     "\"config\":[{\"fixture\":1,\"profile\":\"rgb\"}], \"ours\" : 1.5}\n")},
        {"general.json", as_bytes_of("{\n\t\"backlit_keys\" : false,\n\t\"disable_headphone_db_reduction\" : false,\n"
                                     "\t\"disable_microphone_mode\" : false,\n\t\"disable_param_page_reset\" : false,\n"
                                     "\t\"disable_start_sound\" : false,\n\t\"disable_track_preview\" : false,\n"
                                     "\t\"generous_chords\" : false,\n\t\"latch_notes_with_shift\" : false,\n"
                                     "\t\"legacy_input_select\" : false,\n\t\"temp_param_add_fx_a\" : true\n}\n")},
        {"import.log", as_bytes_of("[IMPORT STARTED]\n  importing a...INVALID\n  importing b...SUCCESS. New used space 7 kB\n\xFF\n"
                                   "[IMPORT COMPLETE]")}};
}

inline std::vector<NamedFile> all_examples() {
    auto all = ep133_examples();
    all.push_back({"sounds/701 all.wav", sound_with_everything()});
    all.push_back({"X/settings", as_bytes_of(text_of(ep133::write_settings(120)).substr(0, 220))});
    for (NamedFile& one : opz_examples()) all.push_back(std::move(one));
    return all;
}

}  // namespace groovebench::test
