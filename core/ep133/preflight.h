// Before an archive goes to a machine: what the sample tool would refuse or pass over, what the machine would stop at, what would
// be silent. Each finding says where, and why in plain words; some can be mended, which is offered and never done unasked.
// Source: ep133.md 2.2, 2.3, 3.4, 13.
#pragma once

#include "ep133/contents.h"

namespace groovebench::ep133 {

// What can be done about a finding. Every one changes only the member it is about, unless it says so.
enum class Mend : u8 {
    none,
    slashes,         // "/" in front of every name, and no folder
    sound_name,      // "700 kick.wav"
    machine,         // a meta.json for any EP-133
    tempo,           // 120 BPM
    silent_pattern,  // a pattern without events in place of 0
    trailer,         // scene 1 is current; the song begins with it
    time_mode,       // stretching off
    trim,            // to the end of the sound
    whole_sound,     // all of the sound that lies in the slot
    unmoved_fader,   // as if it was never moved
    usual_level,     // 100
    sorted_events,   // by position
    sorted_members,  // patterns in front of scenes
    samples_last,    // of the chunks
    twenty_seconds,  // the sound cut there, and every pad that plays it
    machine_rate,    // the sound at 46,875 Hz, and every pad that plays it
};
std::string_view offer(Mend);  // "Set the tempo to 120 BPM"; empty for none

struct Finding {
    Problem problem;  // `file` is the archive's name, `path` goes through the archive: "projects[1].settings.tempo"
    Mend mend = Mend::none;
    std::string member;  // path of the member in the archive as a folder; empty where it is about the archive
};

// Of a backup or a project, at most `limit`. Notes are worth reading; errors stop the tool or the machine.
std::vector<Finding> preflight(std::string_view file_name, ByteView file, std::size_t limit = 1000);

// The archive with a finding mended. Refused: one that offers nothing, or that the archive no longer has.
Result<Bytes> mended(ByteView file, const Finding&);

// What is odd in any file of an EP-133; of an archive its preflight.
std::vector<Problem> check_file(FileKind, std::string_view file_name, ByteView, std::size_t limit = 1000);

}  // namespace groovebench::ep133
