// Plug ids: what sounds on a track. Engines and factory kits have small numbers, a user's kit the checksum of its file's name.
// Source: opz.md §10.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "bytes/bytes.h"

namespace groovebench::opz {

enum class PlugKind : u8 { engine, effect, track, factory_kit, factory_synth };
struct Plug {
    u32 id;
    std::string_view name;  // "saw"; of a kit its file on the disk, "TeKicks.aif"
    PlugKind kind;
};
std::span<const Plug> known_plugs();
const Plug* find_plug(u32 id);                 // or null
const Plug* find_plug(std::string_view name);  // letters in any case; or null

// The id of a user's kit by the name of its file, without the "~" of a reference, whatever folder it lies in.
u32 kit_id(std::string_view file_name);
bool may_be_kit_id(u32 id);  // too large for an engine

std::string plug_shown(u32 id);                         // "saw", "TeKicks.aif", "3796294660", "none"
std::optional<u32> plug_value(std::string_view shown);  // a name, a user's file name (.aif), or a number

}  // namespace groovebench::opz
