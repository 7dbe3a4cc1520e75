// The description of a kit, read: see kit.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ep133/pattern.h"
#include "ep133/scenes.h"

namespace groovebench::convert {

struct KitSound {
    int slot = 0;
    std::string file, name;  // name: as the device shows it
};
struct KitPad {
    int group = 0, number = 1;
    std::optional<int> slot;
    std::optional<u32> start, length;
    std::optional<double> pitch;
    std::vector<std::pair<std::string, std::string>> fields;  // as the machine shows them
};
struct KitPattern {
    int group = 0, number = 1, bars = 1;
    std::vector<ep133::Note> notes;
};
struct KitDescription {
    int project = 1;
    bool project_said = false;
    std::optional<double> tempo;
    std::vector<KitSound> sounds;
    std::vector<KitPad> pads;
    std::vector<KitPattern> patterns;
    std::vector<ep133::Scene> scenes;
    std::vector<int> song;
};

// Refused, by place: names nobody knows, values of another kind, numbers out of range, one slot or pad twice.
Result<KitDescription> read_kit(std::string_view json);

}  // namespace groovebench::convert
