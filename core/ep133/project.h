// A project of an EP-133: the TAR at /projects/PNN.tar of a backup, member by member; and writing a new
// one with the values a device uses. Source: ep133.md 4, 13.3; twelve TARs of real devices.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "archive/tar.h"
#include "ep133/file_kind.h"
#include "ep133/pad.h"
#include "ep133/scenes.h"
#include "ep133/settings.h"

namespace groovebench::ep133 {

// What a member of the TAR is, by its name.
struct Role {
    using Kind = FileKind;
    Kind kind = Kind::other;
    int group = 0;   // of a pad or pattern, from 0
    int number = 0;  // of a pad (1 to 12) or pattern (1 to 99)
};
Role role_of(std::string_view member_name);

// An open project. The bytes are borrowed: they must outlive it. To change it: archive::rewrite_tar,
// which keeps every member and header that is not touched.
struct Project {
    archive::Tar tar;
};
Result<Project> open_project(ByteView tar);

// The bytes of a member, empty where there is none.
ByteView pad_bytes(const Project&, int group, int number);
ByteView pattern_bytes(const Project&, int group, int number);
ByteView member_bytes(const Project&, std::string_view name);
const Pad26* pad_at(const Project&, int group, int number);  // null where there is none

// Frames of the sounds that lie beside the project, by slot; a slot that is not in it is not checked.
using SoundFrames = std::map<int, u32>;

// Findings of one pad; with the frames of its sound, of its trim, too.
std::vector<Problem> check_pad(ByteView pad, const SoundFrames& sounds = {});

// Findings of all members; `file` of each is the member's name.
std::vector<Problem> check_project(const Project&, const SoundFrames& sounds = {});

// What a new project holds. A pattern that a scene uses and that is not given becomes an empty one.
struct NewProject {
    float tempo = 120.0f;
    std::array<std::array<Pad27, pads_in_a_group>, groups> pads{};  // zeros are replaced by blank pads
    std::map<std::string, Bytes> patterns;                          // by pattern_name
    std::vector<Scene> scenes;
    int empty_bars = 1;  // length of an empty pattern
};
Result<Bytes> write_project(const NewProject&);

}  // namespace groovebench::ep133
