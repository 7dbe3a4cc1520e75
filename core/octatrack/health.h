// How a project is doing, in lines its owner understands. The text alone gives the first lines; the
// others come as markers, banks and stored copies are looked at.
#pragma once

#include <functional>

#include "octatrack/bank.h"
#include "octatrack/sample_slots.h"

namespace groovebench::octatrack {

enum class HealthLevel : u8 { ok, warn, bad };

struct HealthLine {
    HealthLevel level = HealthLevel::ok;
    std::string id;      // stable: "os", "checksums", "samples" …
    std::string title;   // "2 samples missing"
    std::string detail;  // "S014 rain_long.wav, F031 clap.wav"
};

// Where a sample is. Out of reach: in a folder that was not opened, so nobody can tell.
enum class SampleState : u8 { here, missing, out_of_reach };
using FindSample = std::function<SampleState(std::string_view path_utf8)>;

// A binary file of the project that was looked at.
struct FileCheck {
    std::string name;                    // "bank01.work"
    bool opened = true;                  // size, kind and version are right
    bool checksum_right = true;          // of a file that opened
    std::optional<bool> same_as_stored;  // against its .strd; nothing if there is none or it was not read
};

struct LoadedBank {
    int index = 0;  // from 0
    const Bank* bank = nullptr;
};

// What is known so far; what is missing gives no line.
struct HealthFacts {
    const Project* project = nullptr;  // required
    FindSample find_sample;
    const Markers* markers = nullptr;
    std::vector<FileCheck> files;
    std::vector<LoadedBank> banks;
};

std::vector<HealthLine> project_health(const HealthFacts&);

// Samples whose file is not there, or not within reach, in the order of the slots.
std::vector<SlotRef> samples_in_state(const Project&, const FindSample&, SampleState);

}  // namespace groovebench::octatrack
