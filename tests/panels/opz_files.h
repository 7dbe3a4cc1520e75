// A disk of an OP-Z as the tests make it: projects and kits of our own writers.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "opz/blank.h"
#include "opz/kit.h"
#include "opz/plugs.h"

namespace groovebench {

inline Bytes kit_of(i16 level, std::size_t frames = 44100) {
    const auto half = u32(frames / 2);
    return *opz::make_drum_kit(std::vector<i16>(frames, level), std::vector<opz::NewSlice>{{0, half}, {half, u32(frames)}});
}

// With these kits in pattern 4, by track and file.
inline Bytes project_with(std::initializer_list<std::pair<int, std::string_view>> kits) {
    Bytes file = opz::blank_project();
    for (const auto& [track, name] : kits) overlay<opz::Project>(file)->patterns[3].tracks.at(track).plug = opz::kit_id(name);
    return file;
}
inline u32 plug_at(ByteView project, int track) { return overlay<opz::Project>(project)->patterns[3].tracks.at(track).plug; }

inline constexpr const char *song = "projects/project01.opz", *kick = "samplepacks/1-kick/01/kick.aif";

inline std::map<std::string, Bytes> an_opz_disk() {
    return {{song, project_with({{0, "kick.aif"}, {2, "gone.aif"}})},
            {"projects/project02.opz", opz::blank_project()},
            {kick, kit_of(1000)},
            {"samplepacks/1-kick/02/other.aif", kit_of(2000, 1000)},
            {"samplepacks/5-bass/01/~26.engine", {}},
            {"import.log", Bytes(1, std::byte{10})}};
}

}  // namespace groovebench
