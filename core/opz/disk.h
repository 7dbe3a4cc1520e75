// The content disk of an OP-Z: its projects, the kits of each track's slots, and which kits a project needs. Source: opz.md
// §10, 13.
//
// Paths are those on the disk, "samplepacks/1-kick/01/kick.aif"; nothing is read here, the bytes are the caller's. What a
// question does not need may be left unread: kits are known by their names.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "opz/project.h"

namespace groovebench::opz {

struct DiskEntry {
    std::string path;
    ByteView bytes;
    u64 unread = 0;  // bytes that lie there and were not read
    u64 size() const { return bytes.size() + unread; }
};

inline constexpr int sound_tracks = 8, slots_of_track = 10, most_projects = 10;
inline constexpr std::array<std::string_view, sound_tracks> pack_folders = {"1-kick", "2-snare", "3-perc",     "4-fx",
                                                                            "5-bass", "6-lead",  "7-arpeggio", "8-chord"};
inline constexpr u64 sample_space = u64(24) << 20;  // bytes of all kits together; references take none

struct DiskKit {
    int track = 0, slot = 1;      // track from 0, slot as its folder says
    std::string_view path, file;  // views into the entry
    ByteView bytes;
    u64 size = 0;  // bytes, read or not
    u32 plug = 0;
    bool reference = false;  // "~Name.aif", "~26.engine": what is stored elsewhere
};
struct DiskProject {
    int number = 1;         // 1 to 10
    bool snapshot = false;  // project01f.opz
    std::string_view path;
    ByteView bytes;
    bool is_read = true;
};
struct Disk {
    std::vector<DiskProject> projects;
    std::vector<DiskKit> kits;
    u64 used_space = 0;
};
Disk look_at_disk(std::span<const DiskEntry>);  // the entries must stay
std::string slot_path(int track, int slot, std::string_view file);

// ---- what a project needs
enum class PlugState : u8 {
    none,      // nothing: a sample that was deleted
    built_in,  // an engine or a kit of the factory
    here,      // a user's kit that is on the disk in full
    missing,   // one that is not
    unknown    // a small number nobody knows
};
std::string_view word(PlugState);
struct PlugUse {
    u32 plug = 0;
    PlugState state = PlugState::none;
    const DiskKit* kit = nullptr;  // of `here`
    struct At {
        int pattern, track;  // from 0
    };
    std::vector<At> at;  // in order
};
// The plug of every track in every pattern.
using Plugs = std::array<std::array<u32, track_count>, pattern_count>;
inline Plugs plugs_of(const Project& project) {
    Plugs plugs{};
    for (int p = 0; p < pattern_count; p++)
        for (int track = 0; track < track_count; track++)
            plugs[std::size_t(p)][std::size_t(track)] = project.patterns[p].tracks.at(track).plug;
    return plugs;
}
// Every one of them once, in the order in which they first occur.
std::vector<PlugUse> plugs_used(const Plugs&, const Disk&);
std::string plug_name(const PlugUse&, const Disk&);  // "saw", "kick.aif"
std::string plug_path(PlugUse::At);                  // of its field: "patterns[4].tracks.perc.plug"
std::vector<Problem> missing_kits(std::string_view project_path, std::span<const PlugUse>);

// Kits that are missing, names the device refuses, slots with more than one kit, kits in folders of another sort, too much of it.
// Of files that are not read only what their names tell.
std::vector<Problem> disk_findings(std::span<const DiskEntry>);

}  // namespace groovebench::opz
