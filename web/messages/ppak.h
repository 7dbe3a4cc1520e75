// What the application and the workshop say to each other about making a .ppak. They are two modules with a
// page between them, so all of it goes as JSON, with the bytes of the open files beside it. Only structures
// are shared: whoever links this folder does not get the conversion with it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "convert/plan.h"

namespace groovebench::app {

// The file of a slot, as far as it is known: the application finds it on the card.
struct SlotFile {
    octatrack::SlotRef slot;
    std::string path;
    bool missing = false;
    u32 rate = 0;  // 0 until the file's head was read, as are channels and frames
    u16 channels = 0;
    u64 frames = 0;
};

// What to plan. The bytes beside it: the bank, the project text, the markers (if there are any), one behind
// the other.
struct PpakOrder {
    std::string project_name;
    int bank = 0, pattern = 0;  // from 0
    std::size_t bank_size = 0, text_size = 0, markers_size = 0;
    std::vector<SlotFile> files;
    convert::Choices choices;
};

// The plan as a person sees it.
struct PpakPlan {
    struct Pad {
        convert::PadKey key;
        int group = 0, number = 1;  // a number above 12 found no place in its group
        std::size_t sound = 0;
        bool choke = false;
    };
    struct Sound {
        std::string path, name;
        int slot = 0;
    };
    struct Line {
        Severity severity = Severity::note;
        std::string words;
    };
    std::string title, file_name;
    double tempo = 120;
    int bars = 1;
    std::vector<Pad> pads;
    std::vector<Sound> sounds;
    std::vector<Line> lines;  // what stands in the way, then what changes on the way
    u64 memory_bytes = 0;
    bool memory_known = true;
    bool can_build = false;
    std::optional<convert::Choices> moved;  // the choices that give pads without a place one elsewhere
};

std::string json_of(const PpakOrder&);
std::string json_of(const PpakPlan&);
// Nothing when it is not formed as it should be.
std::optional<PpakOrder> ppak_order(std::string_view json);
std::optional<PpakPlan> ppak_plan(std::string_view json);

}  // namespace groovebench::app
