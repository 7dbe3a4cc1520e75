// Every key of a project's text: what it is called, what it may be, how sure that is, and what a new
// project holds. Source: octatrack.md §3.3 to §3.5.
#pragma once

#include <string>

#include "schema/schema.h"

namespace groovebench::octatrack {

enum class ProjectSection : u8 { meta, settings, states };
std::string_view tag(ProjectSection);  // "SETTINGS"

struct Setting {
    ProjectSection section;
    std::string_view key;      // as in the file
    std::string_view initial;  // the text of a new project
    Field field;               // name, note, evidence, unit, range, words; made for a signed 32-bit value
    u32 index = 0;             // of a field that is repeated, from 1; 0 for a single one
    u32 nth = 0;               // which line of this key, from 0: only TRIG_MODE_MIDI repeats
};

// In the order of the file, one for each line.
std::span<const Setting> settings();

const Setting* find_setting(std::string_view key, u32 nth = 0);
const Setting* find_setting_by_path(std::string_view path);

// "settings.tempo", "settings.midi_trig_channels[3]", "states.bank".
std::string path_of(const Setting&);
// The lines of [META] are kept, and so is what the references mark as unknown.
bool editable(const Setting&);

}  // namespace groovebench::octatrack
