// Projects for tests: one made here with something of everything, and those of real machines.
#pragma once

#include "../archive/fixture_files.h"
#include "opz/blank.h"
#include "opz/rules.h"

namespace groovebench::test {

// With stale bytes wherever a project may have them, and unknown ones that are not 0.
inline Bytes busy_project(u32 revision = 7) {
    using namespace opz;
    Bytes file = blank_project();
    Project& project = *overlay<Project>(file);
    overlay<Trailer>(file, sizeof(Project))->revision = revision;
    project.unknown_0x20A.bytes[0] = 0x13;
    project.unknown_0x234.bytes[0] = 1;
    project.unknown_0x239.bytes[2] = 9;
    set_chain(project.chains[2], std::array<u8, 3>{1, 1, 4});
    project.chains[5].patterns[20] = 77;  // behind the end of an empty chain
    Pattern& pattern = project.patterns[2];
    pattern.unknown_0x538D.bytes[1] = 3;
    for (int track = 0; track < track_count; track++) {
        pattern.tracks.at(track).unknown_0x05.bytes[0] = u8(track);
        add_note(pattern, track, track, {.note = u8(53 + track), .velocity = 80, .duration = duration_of_step, .micro_timing = 8});
        Note& stale = note_of(pattern, track, 15 - track, 0);
        if (stale.is_empty()) stale.velocity = 33, stale.duration = 7, stale.age.bytes[0] = 5;
    }
    Step& step = pattern.steps.at(0)[4];
    set_component(step, Component::jump, 7);
    set_component(step, Component::trigger_spark, 0x24);
    set_lock(step, Parameter::filter, 96);
    step.locks.at(3) = 200;  // behind a cleared flag
    step.values.reserved.bytes[0] = 8;
    set_mute(pattern.mute_groups[9], int(Track::bass), true);
    element<u8>(pattern.mute_groups[9], 2) |= 1;  // a low bit
    pattern.active_mute_group = 9;
    return file;
}
inline Bytes without_revision(Bytes file) {
    file.resize(opz::size_without_revision);
    return file;
}

struct NamedProject {
    std::string name;
    Bytes file;
};
// Those of real machines, with the ones made here in front.
inline std::vector<NamedProject> all_projects() {
    std::vector<NamedProject> all = {
        {"blank", opz::blank_project()}, {"busy", busy_project()}, {"without revision", without_revision(busy_project(2))}};
    for (const auto& path : fixtures("opz", ".opz")) all.push_back({path.filename().string(), load(path)});
    return all;
}

}  // namespace groovebench::test
