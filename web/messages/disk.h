// What the application and the workshop say to each other about the disk of an OP-Z as a whole: the application knows its files
// by name, the workshop what they are to each other; a project as a bundle with the kits it uses, and back onto a disk; what a
// kit holds. Paths are those on the disk.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bytes/problem.h"
#include "opz/disk.h"

namespace groovebench::app {

// The disk as it stands, with edits that are not written.
struct DiskOrder {
    struct File {
        std::string path;
        u64 size = 0;
        bool given = false;  // its bytes go along, one file behind the other
        bool operator==(const File&) const = default;
    };
    struct Project {
        std::string path;
        opz::Plugs plugs{};
        bool operator==(const Project&) const = default;
    };
    std::vector<File> files;
    std::vector<Project> projects;
    std::string project;   // of a bundle: which one
    int number = 0;        // of a bundle that comes in: 1 to 10; 0 the first that is free
    bool replace = false;  // where a project of that number is there
    bool operator==(const DiskOrder&) const = default;
};
std::string json_of(const DiskOrder&);
std::optional<DiskOrder> disk_order(std::string_view json);

// What its files are to each other.
struct DiskTold {
    struct Use {
        std::string track, name;  // "kick", "TeKicks.aif"
        std::string path;         // of the kit, if it is on the disk
        std::string patterns;     // "all patterns", "patterns 1 to 3, 7"
        std::string field;        // the first that says so: "patterns[1].tracks.kick.plug"
        u32 plug = 0;
        opz::PlugState state = opz::PlugState::none;
    };
    struct Project {
        std::string path;
        int number = 0;         // 1 to 10; 0 of one that is not in its place
        bool snapshot = false;  // project01f.opz
        std::vector<Use> uses;
    };
    struct Kit {
        std::string path;
        u32 plug = 0;
        u64 size = 0;
        bool reference = false;
    };
    std::vector<Project> projects;
    std::vector<Kit> kits;
    u64 used_space = 0;
    bool has_packs = false;  // its folder of kits is open too: else what is not here may be there
    std::vector<Problem> problems;
};
std::string json_of(const DiskTold&);
std::optional<DiskTold> disk_told(std::string_view json);

// What would be written to bring a bundle in.
struct BundleTold {
    struct Kit {
        std::string from, to;
        u64 size = 0;
        bool written = false, renamed = false;  // the disk has it already; its name was another one's
    };
    struct File {
        std::string path;
        u64 size = 0;
    };
    std::string project;
    std::vector<Kit> kits;
    std::vector<File> files;         // to be written, in this order
    std::vector<std::string> lines;  // what one should know
};
std::string json_of(const BundleTold&);
std::optional<BundleTold> bundle_told(std::string_view json);

// What a kit holds, in frames of 44.1 kHz.
struct KitTold {
    struct Slice {
        u32 start = 0, end = 0;
        bool reverse = false;
        std::string pitch;  // "+2", in semitones
    };
    u64 frames = 0;
    std::vector<Slice> slices;
};
std::string json_of(const KitTold&);
std::optional<KitTold> kit_told(std::string_view json);

}  // namespace groovebench::app
