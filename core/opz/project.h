// projectNN.opz: sixteen patterns behind what they share. Source: opz.md §1, 2.
//
// A file has no checksum and no tags but its first four bytes; old firmware left the last four out. Nothing is moved: an edit
// pokes its own bytes, and all that lies in empty slots, behind the end of a chain or under a cleared bit is kept.
#pragma once

#include "bytes/problem.h"
#include "opz/pattern.h"

namespace groovebench::opz {

inline constexpr int saved_chain_count = 15, chain_length = 32, chain_limit = 31;
inline constexpr u8 no_pattern = 255;

struct Chain {
    Ranged<0, 15, u8, no_pattern> patterns[chain_length];

    static constexpr auto name = "chain";
    static constexpr void describe(auto& field) {
        field(FIELD(Chain, patterns), Evidence::verified, "patterns in order, up to the first that is none; what follows is stale",
              Unit::plus_one);
    }
};
static_assert(sizeof(Chain) == 32 && whole<Chain>());

struct Mixer {
    u8 drums, synths, punch, master;

    static constexpr auto name = "mixer";
    static constexpr void describe(auto& field) {
        field(FIELD(Mixer, drums), Evidence::stated, "level of the drums");
        field(FIELD(Mixer, synths), Evidence::stated, "level of the synths");
        field(FIELD(Mixer, punch), Evidence::stated, "punch");
        field(FIELD(Mixer, master), Evidence::stated, "level of the master effect");
    }
};
static_assert(sizeof(Mixer) == 4 && whole<Mixer>());

struct Project {
    Constant<"I\0\0\0"> file_id;
    Chain chains[saved_chain_count];
    Chain active_chain;
    Mixer mixer;
    Ranged<40, 200, le16> tempo;
    Unknown<2> unknown_0x20A;
    MuteGroup mute_groups[mute_group_count];
    Unknown<1> unknown_0x234;
    u8 swing;
    u8 metronome_level;
    u8 metronome_sound;
    Ranged<0, 14, u8, 255> selected_chain;
    Unknown<3> unknown_0x239;
    Pattern patterns[pattern_count];

    static constexpr auto name = "project";
    static constexpr void describe(auto& field) {
        constexpr auto sure = Evidence::verified, told = Evidence::stated;
        field(FIELD(Project, file_id), sure, "what kind of file this is");
        field(FIELD(Project, chains), sure, "saved chains; the panel offers fourteen");
        field(FIELD(Project, active_chain), sure, "the chain that plays");
        field(FIELD(Project, mixer), told, "levels of the groups");
        field(FIELD(Project, tempo), sure, "tempo", Unit::bpm);
        field(FIELD(Project, unknown_0x20A), Evidence::unknown, "mostly 0; looks like a set of tracks");
        field(FIELD(Project, mute_groups), Evidence::inferred,
              "mute groups of the project; those of the pattern are the ones to edit");
        field(FIELD(Project, unknown_0x234), Evidence::unknown, "0, in a few files 1");
        field(FIELD(Project, swing), told, "swing; 127 is none");
        field(FIELD(Project, metronome_level), told, "level of the metronome; 0 is off");
        field(FIELD(Project, metronome_sound), told, "sound of the metronome, in six zones");
        field(FIELD(Project, selected_chain), sure, "saved chain that is the active one", Unit::plus_one);
        field(FIELD(Project, unknown_0x239), Evidence::unknown, "0 in every file");
        field(FIELD(Project, patterns), sure, "patterns");
    }
};
static_assert(sizeof(Project) == 342844 && offsetof(Project, patterns) == 572 && whole<Project>());

// What follows in all but the oldest files.
struct Trailer {
    le32 revision;

    static constexpr auto name = "trailer";
    static constexpr void describe(auto& field) {
        field(FIELD(Trailer, revision), Evidence::verified, "revision of the format, written by the firmware that saved the file");
    }
};
static_assert(sizeof(Trailer) == 4 && whole<Trailer>());
inline constexpr std::size_t project_size = sizeof(Project) + sizeof(Trailer), size_without_revision = sizeof(Project);

// The table of a file of this size: the oldest files have no revision.
const Schema& project_schema(std::size_t size);

// Checks the size alone. Another file id is a finding, id_problem(), and such a file is only read.
Result<const Project*> open_project(ByteView file);
std::optional<Problem> id_problem(const Project&);

// 2 for a file without one. Micro-timing has its unit by it.
u32 revision_of(ByteView project);
bool has_revision(ByteView project);

// A note slot of a track by track, step and voice, all from 0.
Note& note_of(Pattern&, int track, int step, int voice);
const Note& note_of(const Pattern&, int track, int step, int voice);

int chain_used(const Chain&);  // patterns up to the first that is none
bool is_muted(const MuteGroup&, int track);

}  // namespace groovebench::opz
