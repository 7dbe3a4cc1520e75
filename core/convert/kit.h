// An archive for an EP-133 from sounds and a description of pads, patterns and scenes: into the user's own backup, of which
// everything the description does not name stays as it was, or, without one, into a project with the documented defaults, which
// is not yet proven on a device.
//
// The description is a JSON object; every part of it may be missing:
//   {"project": 1, "tempo": 120,
//    "sounds": [{"slot": 700, "file": "kick.wav", "name": "kick"}],
//    "pads": [{"pad": "A7", "sound": 700, "start": 0, "length": 9000, "pitch": -0.5, "pan": "-3", "play_mode": "key"}],
//    "patterns": [{"pattern": "A01", "bars": 2, "notes": [{"pad": 7, "at": 96, "note": 60, "velocity": 100, "duration": 24}]}],
//    "scenes": [{"patterns": [1, 1, 1, 1], "time": "3/4"}], "song": [1, 2]}
// A pad is a group and its number from the top left (A7 is key 1 of group A). Start and length are frames of the sound as it is
// stored, 46875 a second; without a length all of it plays. Other names of a pad are its fields (core/ep133/pad.h), each as the
// machine shows it. "at" and "duration" are ticks, 96 to a quarter. A sound without a slot takes the next from 700 on.
#pragma once

#include <map>

#include "convert/build.h"

namespace groovebench::convert {

struct KitOrder {
    std::string_view description;
    std::map<std::string, ByteView> files;  // of "sounds", by name: WAV or AIFF
    ByteView base;                          // a .ppak, a .pak or a project TAR; empty for none
    Moment when;
};
struct Kit {
    Bytes file;
    bool proven = false;            // on the user's own backup
    std::vector<Problem> findings;  // of the archive: nothing that would stop the tool or the machine
};

// Refused: what the description says that is not there or not allowed, by its place in it; what preflight calls an error.
Result<Kit> build_kit(const KitOrder&);

// The same in steps, a sound each, so that a page can show progress and stop. What the order borrows must outlive it.
class KitBuilding {
public:
    static Result<KitBuilding> start(KitOrder);

    bool step();              // true while there is more
    double progress() const;  // 0 to 1
    Result<Kit> result();     // after the last step

    KitBuilding(KitBuilding&&) noexcept;
    KitBuilding& operator=(KitBuilding&&) noexcept;
    ~KitBuilding();

private:
    struct State;
    explicit KitBuilding(std::unique_ptr<State>);
    std::unique_ptr<State> state;
};

// What of an order goes where, before anything is built: a line for every sound, pad and pattern, and for what is refused and
// why. What only the building can see (a length beyond the sound) is refused there.
struct KitLine {
    Severity severity = Severity::note;
    std::string place, words;  // "Group A · pad 7 (key 1)", "plays sound 700"
};
struct KitPlan {
    std::vector<KitLine> lines;  // errors first
    bool can_build = false;
    bool proven = false;  // on the user's own backup
};
KitPlan plan_kit(const KitOrder&);

}  // namespace groovebench::convert
