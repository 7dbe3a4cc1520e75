#include "octatrack/project_settings.h"

#include <format>

#include "octatrack/words.h"
#include "schema/values.h"

namespace groovebench::octatrack {
namespace {

constexpr auto sure = Evidence::verified, firmware = Evidence::firmware, stated = Evidence::stated, inferred = Evidence::inferred,
               open = Evidence::unknown;
constexpr auto meta = ProjectSection::meta, in_settings = ProjectSection::settings, states = ProjectSection::states;

constexpr Field value(std::string_view name, Kind kind, i64 min, i64 max, Evidence evidence, std::string_view note, Unit unit,
                      i64 none, std::span<const Word> list) {
    Field field;
    field.name = name, field.note = note, field.evidence = evidence, field.unit = unit, field.kind = kind;
    field.size = 4, field.big_endian = true, field.is_signed = true;
    field.min = min, field.max = max, field.none = none, field.words = list;
    return field;
}
constexpr Field ranged(std::string_view name, i64 min, i64 max, Evidence evidence, std::string_view note, Unit unit = Unit::none,
                       i64 none = no_none) {
    return value(name, Kind::ranged, min, max, evidence, note, unit, none, {});
}
constexpr Field choice(std::string_view name, std::span<const Word> list, Evidence evidence, std::string_view note) {
    return value(name, Kind::choice, list.front().value, list.back().value, evidence, note, Unit::none, no_none, list);
}
constexpr Field on_off(std::string_view name, std::string_view note, Evidence evidence = stated) {
    return choice(name, on_off_words, evidence, note);
}
constexpr Field level(std::string_view name, std::string_view note, Unit unit = Unit::none) {
    return ranged(name, 0, 127, stated, note, unit);
}
constexpr Field channel(std::string_view name, std::string_view note) {
    return ranged(name, 0, 15, sure, note, Unit::plus_one, -1);
}
constexpr Field mask(std::string_view name, std::string_view note) { return ranged(name, 0, 255, stated, note); }
constexpr Field text(std::string_view name, std::string_view note) {
    return value(name, Kind::text, 0, 0, sure, note, Unit::none, no_none, {});
}

constexpr Field trig_channel = channel("midi_trig_channels", "MIDI channel that plays an audio track; none is off");
constexpr Field trig_mode_midi = ranged("midi_trig_modes", 0, 127, open, "trig mode of a MIDI track; only 0 seen");

// clang-format off
constexpr Setting table[] = {
    {meta, "TYPE", "OCTATRACK DPS-1 PROJECT", text("type", "what kind of file this is")},
    {meta, "VERSION", "19", text("version", "of the text; another one must be upgraded on the device")},
    {meta, "OS_VERSION", "R0177     1.40B", text("os_version", "the system that wrote the project")},

    {in_settings, "WRITEPROTECTED", "0", on_off("write_protected", "the device refuses to save when on", firmware)},
    {in_settings, "TEMPOx24", "2880", ranged("tempo", 720, 7200, sure, "tempo of the project", Unit::beats_x24)},
    {in_settings, "PATTERN_TEMPO_ENABLED", "0", choice("tempo_source", tempo_source_words, sure, "whose tempo plays: the project's or each pattern's own")},
    {in_settings, "MIDI_CLOCK_SEND", "0", choice("midi_clock_send", sent_words, sure, "send clock; on is stored as 2")},
    {in_settings, "MIDI_CLOCK_RECEIVE", "0", on_off("midi_clock_receive", "follow clock")},
    {in_settings, "MIDI_TRANSPORT_SEND", "0", on_off("midi_transport_send", "send start and stop")},
    {in_settings, "MIDI_TRANSPORT_RECEIVE", "0", on_off("midi_transport_receive", "follow start and stop")},
    {in_settings, "MIDI_PROGRAM_CHANGE_SEND", "0", choice("midi_program_change_send", sent_words, firmware, "send program changes; on is stored as 2")},
    {in_settings, "MIDI_PROGRAM_CHANGE_SEND_CH", "-1", ranged("midi_program_change_send_channel", 0, 16, open, "raw; whether it counts from 0 or 1 is not known", Unit::none, -1)},
    {in_settings, "MIDI_PROGRAM_CHANGE_RECEIVE", "0", on_off("midi_program_change_receive", "follow program changes")},
    {in_settings, "MIDI_PROGRAM_CHANGE_RECEIVE_CH", "-1", ranged("midi_program_change_receive_channel", 0, 16, open, "raw; whether it counts from 0 or 1 is not known", Unit::none, -1)},
    {in_settings, "MIDI_TRIG_CH1", "0", trig_channel, 1}, {in_settings, "MIDI_TRIG_CH2", "1", trig_channel, 2},
    {in_settings, "MIDI_TRIG_CH3", "2", trig_channel, 3}, {in_settings, "MIDI_TRIG_CH4", "3", trig_channel, 4},
    {in_settings, "MIDI_TRIG_CH5", "4", trig_channel, 5}, {in_settings, "MIDI_TRIG_CH6", "5", trig_channel, 6},
    {in_settings, "MIDI_TRIG_CH7", "6", trig_channel, 7}, {in_settings, "MIDI_TRIG_CH8", "7", trig_channel, 8},
    {in_settings, "MIDI_AUTO_CHANNEL", "10", channel("midi_auto_channel", "MIDI channel that plays the active track; none is off")},
    {in_settings, "MIDI_SOFT_THRU", "0", on_off("midi_soft_thru", "pass what comes in")},
    {in_settings, "MIDI_AUDIO_TRK_CC_IN", "1", on_off("audio_track_cc_in", "audio tracks listen to control changes")},
    {in_settings, "MIDI_AUDIO_TRK_CC_OUT", "3", choice("audio_track_cc_out", routing_words, inferred, "knobs of audio tracks: inside, out over MIDI, or both; 1 and 3 seen")},
    {in_settings, "MIDI_AUDIO_TRK_NOTE_IN", "1", choice("audio_track_note_in", note_in_words, stated, "how notes play audio tracks, in the order of the menu")},
    {in_settings, "MIDI_AUDIO_TRK_NOTE_OUT", "3", choice("audio_track_note_out", routing_words, inferred, "notes of audio tracks: inside, out over MIDI, or both; 1 and 3 seen")},
    {in_settings, "MIDI_MIDI_TRK_CC_IN", "1", on_off("midi_track_cc_direct", "CC direct connect, by its place in the menu", inferred)},
    {in_settings, "PATTERN_CHANGE_CHAIN_BEHAVIOR", "0", ranged("chain_after", 0, 127, open, "raw; 0 is pattern length, the steps are not known")},
    {in_settings, "PATTERN_CHANGE_AUTO_SILENCE_TRACKS", "0", on_off("auto_silence_tracks", "silence tracks when the pattern changes")},
    {in_settings, "PATTERN_CHANGE_AUTO_TRIG_LFOS", "0", on_off("auto_trig_lfos", "trig LFOs when the pattern changes")},
    {in_settings, "LOAD_24BIT_FLEX", "0", on_off("load_24_bit_flex", "keep 24-bit flex samples at 24 bits")},
    {in_settings, "DYNAMIC_RECORDERS", "0", on_off("dynamic_recorders", "recorders take memory as they need it")},
    {in_settings, "RECORD_24BIT", "0", on_off("record_24_bit", "record at 24 bits")},
    {in_settings, "RESERVED_RECORDER_COUNT", "8", ranged("reserved_recorder_count", 0, 8, stated, "recorders that have memory reserved")},
    {in_settings, "RESERVED_RECORDER_LENGTH", "16", ranged("reserved_recorder_length", 0, 508, firmware, "memory of each reserved recorder; 508 s of stereo fill all of it", Unit::seconds)},
    {in_settings, "INPUT_DELAY_COMPENSATION", "0", on_off("input_delay_compensation", "line inputs up with playback")},
    {in_settings, "GATE_AB", "127", level("gate_ab", "noise gate of inputs A and B")},
    {in_settings, "GATE_CD", "127", level("gate_cd", "noise gate of inputs C and D")},
    {in_settings, "GAIN_AB", "64", level("gain_ab", "gain of inputs A and B", Unit::bipolar)},
    {in_settings, "GAIN_CD", "64", level("gain_cd", "gain of inputs C and D", Unit::bipolar)},
    {in_settings, "DIR_AB", "0", level("dir_ab", "inputs A and B straight to the main outputs")},
    {in_settings, "DIR_CD", "0", level("dir_cd", "inputs C and D straight to the main outputs")},
    {in_settings, "PHONES_MIX", "64", level("phones_mix", "main against cue in the headphones", Unit::bipolar)},
    {in_settings, "MAIN_TO_CUE", "0", on_off("main_to_cue", "main into the cue outputs")},
    {in_settings, "MASTER_TRACK", "0", on_off("master_track", "track 8 is the master track")},
    {in_settings, "CUE_STUDIO_MODE", "0", choice("cue_mode", cue_words, stated, "cue as usual, or studio mode")},
    {in_settings, "MAIN_LEVEL", "64", level("main_level", "level of the main outputs", Unit::bipolar)},
    {in_settings, "CUE_LEVEL", "64", level("cue_level", "level of the cue outputs", Unit::bipolar)},
    {in_settings, "METRONOME_TIME_SIGNATURE", "3", ranged("metronome_numerator", 0, 15, inferred, "beats of a bar", Unit::plus_one)},
    {in_settings, "METRONOME_TIME_SIGNATURE_DENOMINATOR", "2", choice("metronome_denominator", denominator_words, inferred, "what counts as a beat, a power of two")},
    {in_settings, "METRONOME_PREROLL", "0", ranged("metronome_preroll", 0, 16, inferred, "bars counted in", Unit::bars)},
    {in_settings, "METRONOME_CUE_VOLUME", "32", level("metronome_cue_volume", "metronome in the cue outputs")},
    {in_settings, "METRONOME_MAIN_VOLUME", "0", level("metronome_main_volume", "metronome in the main outputs")},
    {in_settings, "METRONOME_PITCH", "12", ranged("metronome_pitch", 0, 127, open, "pitch of the metronome, raw")},
    {in_settings, "METRONOME_TONAL", "1", on_off("metronome_tonal", "a tone instead of a click")},
    {in_settings, "METRONOME_ENABLED", "0", on_off("metronome", "metronome")},
    {in_settings, "TRIG_MODE_MIDI", "0", trig_mode_midi, 1, 0}, {in_settings, "TRIG_MODE_MIDI", "0", trig_mode_midi, 2, 1},
    {in_settings, "TRIG_MODE_MIDI", "0", trig_mode_midi, 3, 2}, {in_settings, "TRIG_MODE_MIDI", "0", trig_mode_midi, 4, 3},
    {in_settings, "TRIG_MODE_MIDI", "0", trig_mode_midi, 5, 4}, {in_settings, "TRIG_MODE_MIDI", "0", trig_mode_midi, 6, 5},
    {in_settings, "TRIG_MODE_MIDI", "0", trig_mode_midi, 7, 6}, {in_settings, "TRIG_MODE_MIDI", "0", trig_mode_midi, 8, 7},

    {states, "BANK", "0", ranged("bank", 0, 15, stated, "the bank in use, A is 1", Unit::plus_one)},
    {states, "PATTERN", "0", ranged("pattern", 0, 15, stated, "the pattern in use", Unit::plus_one)},
    {states, "ARRANGEMENT", "0", ranged("arrangement", 0, 7, stated, "the arrangement in use", Unit::plus_one)},
    {states, "ARRANGEMENT_MODE", "0", on_off("arranger", "the arranger is active")},
    {states, "PART", "0", ranged("part", 0, 3, stated, "the part in use", Unit::plus_one)},
    {states, "TRACK", "0", ranged("track", 0, 7, stated, "the selected track", Unit::plus_one)},
    {states, "TRACK_OTHERMODE", "0", ranged("track_other_mode", 0, 7, inferred, "the selected track of the other mode, audio or MIDI", Unit::plus_one)},
    {states, "SCENE_A_MUTE", "0", on_off("scene_a_mute", "scene A is muted")},
    {states, "SCENE_B_MUTE", "0", on_off("scene_b_mute", "scene B is muted")},
    {states, "TRACK_CUE_MASK", "0", mask("track_cues", "audio tracks in the cue, T1 is 1, T2 is 2, T3 is 4 …")},
    {states, "TRACK_MUTE_MASK", "0", mask("track_mutes", "muted audio tracks, T1 is 1, T2 is 2, T3 is 4 …")},
    {states, "TRACK_SOLO_MASK", "0", mask("track_solos", "audio tracks on solo, T1 is 1, T2 is 2, T3 is 4 …")},
    {states, "MIDI_TRACK_MUTE_MASK", "0", mask("midi_track_mutes", "muted MIDI tracks, M1 is 1, M2 is 2, M3 is 4 …")},
    {states, "MIDI_TRACK_SOLO_MASK", "0", mask("midi_track_solos", "MIDI tracks on solo, M1 is 1, M2 is 2, M3 is 4 …")},
    {states, "MIDI_MODE", "0", on_off("midi_mode", "the panel shows the MIDI tracks")},
};
// clang-format on

}  // namespace

std::string_view tag(ProjectSection section) {
    switch (section) {
        case ProjectSection::meta:
            return "META";
        case ProjectSection::settings:
            return "SETTINGS";
        case ProjectSection::states:
            return "STATES";
    }
    return "";
}

std::span<const Setting> settings() { return table; }

const Setting* find_setting(std::string_view key, u32 nth) {
    for (const Setting& setting : table)
        if (setting.key == key && setting.nth == nth) return &setting;
    return nullptr;
}

const Setting* find_setting_by_path(std::string_view path) {
    for (const Setting& setting : table)
        if (path_of(setting) == path) return &setting;
    return nullptr;
}

std::string path_of(const Setting& setting) {
    constexpr std::string_view roots[] = {"meta", "settings", "states"};
    std::string path = std::format("{}.{}", roots[std::size_t(setting.section)], setting.field.name);
    return setting.index ? std::format("{}[{}]", path, setting.index) : path;
}

bool editable(const Setting& setting) { return setting.section != ProjectSection::meta && groovebench::editable(setting.field); }

}  // namespace groovebench::octatrack
