// The project somebody looks at: its files as they are open, and what is derived from them, kept until
// the file's revision moves on. Nothing here is a second truth: all of it can be thrown away.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "card/document.h"
#include "octatrack/bank.h"
#include "octatrack/markers.h"
#include "octatrack/project.h"
#include "octatrack/thumbnail.h"
#include "session/pattern_steps.h"
#include "session/slot_names.h"

namespace groovebench::app {

class ProjectState {
public:
    explicit ProjectState(const card::Document& of) : document(of) {}

    // Another project: `names` finds the path of one of its files as the card spells it, empty if absent.
    void look_at(std::string folder, const std::function<std::string(std::string_view name)>& path_of);
    void forget();

    const std::string& folder() const { return home; }
    std::string name() const;
    const std::string& text_path() const { return text_file; }
    const std::string& markers_path() const { return markers_file; }
    const std::string& bank_path(int bank) const { return bank_files[std::size_t(bank)]; }
    std::vector<std::string> paths() const;  // those that are on the card, text first

    // Null until the file has arrived, and when it is not what it should be.
    const octatrack::Project* text() const;
    const octatrack::Markers* markers() const;
    const octatrack::Bank* bank(int bank) const;
    const octatrack::Pattern* pattern(int bank, int pattern) const;
    const octatrack::Part* part_of(int bank, int pattern) const;  // the working part the pattern plays

    const std::vector<FilledSlot>& filled_slots(u8 machine) const;  // STATIC or FLEX

    struct PatternFacts {
        std::array<u64, 16> rows{};            // what is on each row, bit n is step n
        std::vector<octatrack::SlotUse> uses;  // slots that sound
        bool used = false, changed = false;
        int trigs = 0, locks = 0, length = 0;  // of the longest row
    };
    using BankFacts = std::array<PatternFacts, octatrack::pattern_count>;
    const BankFacts& facts(int bank) const;
    const PatternFacts& facts(int bank, int pattern) const { return facts(bank)[std::size_t(pattern)]; }
    int used_patterns(int bank) const;
    // Every step of a pattern that is there; until the next edit, or until another pattern is asked for.
    const PatternSteps& steps(int bank, int pattern) const;
    struct PatternAt {
        int bank = 0, pattern = 0;
    };
    const std::vector<PatternAt>& players(octatrack::SlotRef) const;  // patterns in which the slot sounds
    std::string part_name(int bank, int part) const;                  // UTF-8, never empty

private:
    const card::Document& document;
    std::string home, text_file, markers_file;
    std::array<std::string, octatrack::bank_count> bank_files;

    struct TextCache {
        u64 revision = 0;
        std::optional<octatrack::Project> project;
        octatrack::MasterTrack master = octatrack::MasterTrack::off;
        std::array<std::vector<FilledSlot>, 2> filled;  // by machine
    };
    struct BankCache {
        u64 revision = 0;
        octatrack::MasterTrack master = octatrack::MasterTrack::off;
        bool good = false;
        BankFacts facts{};
    };
    mutable TextCache text_cache;
    mutable std::array<BankCache, octatrack::bank_count> bank_cache;
    const BankCache& refreshed(int bank) const;
    struct StepCache {
        u64 revision = 0;
        int bank = 0, pattern = 0;
        PatternSteps steps;
    };
    mutable StepCache step_cache;
    struct PlayerCache {
        u64 revision = 0;
        std::map<octatrack::SlotRef, std::vector<PatternAt>> players;
    };
    mutable PlayerCache player_cache;
};

}  // namespace groovebench::app
