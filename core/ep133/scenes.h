// The scenes of a project: rows of four patterns and a time signature, and since OS 2.0 the song.
// Source: ep133.md 9; 612 bytes before OS 2.0, 712 since.
#pragma once

#include "bytes/problem.h"
#include "schema/schema.h"

namespace groovebench::ep133 {

inline constexpr int max_scenes = 99, max_song_positions = 99;

struct Scene {
    Ranged<0, 99> patterns[4];
    u8 numerator, denominator;

    static constexpr auto name = "scene";
    static constexpr void describe(auto& field) {
        using enum Evidence;
        field(FIELD(Scene, patterns), verified, "pattern of group A to D; all 0 where no scene is");
        field(FIELD(Scene, numerator), verified, "beats in a bar");
        field(FIELD(Scene, denominator), verified, "note value of a beat");
    }
};
static_assert(sizeof(Scene) == 6 && whole<Scene>());

// What both forms begin with.
struct SceneList {
    Unknown<1> unknown_0;
    Ranged<0, 99> live_patterns[4];
    u8 live_numerator, live_denominator;
    Scene scenes[max_scenes];
    be32 current_scene;

    static constexpr auto name = "scenes";
    static constexpr void describe(auto& field) {
        using enum Evidence;
        field(FIELD(SceneList, unknown_0), unknown, "always 0");
        field(FIELD(SceneList, live_patterns), unknown, "live pattern of group A to D; 0 or 1 seen");
        field(FIELD(SceneList, live_numerator), verified, "live time signature: beats in a bar");
        field(FIELD(SceneList, live_denominator), verified, "live time signature: note value of a beat");
        field(FIELD(SceneList, scenes), verified, "scenes 1 to 99");
        field(FIELD(SceneList, current_scene), verified, "the scene that was current, not their number");
    }
};
static_assert(sizeof(SceneList) == 605 && whole<SceneList>());

struct Scenes612 {
    SceneList list;
    be32 scene_count;
    Unknown<3> unknown_609;

    static constexpr auto name = "scenes";
    static constexpr void describe(auto& field) {
        using enum Evidence;
        SceneList::describe(field);
        field(FIELD(Scenes612, scene_count), verified, "number of scenes");
        field(FIELD(Scenes612, unknown_609), unknown, "always 0");
    }
};
static_assert(sizeof(Scenes612) == 612 && whole<Scenes612>());

struct Scenes712 {
    SceneList list;
    Unknown<7> unknown_605;
    Ranged<1, max_song_positions> song_length;
    Ranged<0, max_scenes> song[max_song_positions];

    static constexpr auto name = "scenes";
    static constexpr void describe(auto& field) {
        using enum Evidence;
        SceneList::describe(field);
        field(FIELD(Scenes712, unknown_605), unknown, "always 0");
        field(FIELD(Scenes712, song_length), verified, "positions of the song; 1 where song mode was never used");
        field(FIELD(Scenes712, song), verified, "scene at each position of the song, 0 where unused");
    }
};
static_assert(sizeof(Scenes712) == 712 && whole<Scenes712>());

// The layout of a `scenes` member of this size, or null.
const Schema* scenes_schema(std::size_t size);

// The beginning that both forms share, also of the newer one with a tail; null where the member has another size.
const SceneList* scene_list(ByteView file);

// How many scenes are defined. The older form says so; in the newer one it is the last with a pattern.
int scene_count(ByteView file);

// Findings, among them what the machine answers with ERR PATTERN 189 and ERR SCENE 146.
std::vector<Problem> check_scenes(ByteView file);

// A `scenes` member of 712 bytes as OS 2.0.5 writes it; current_scene counts from 1.
Bytes write_scenes(std::span<const Scene> scenes, u32 current_scene);
Scene scene_of(int a, int b, int c, int d, int numerator = 4, int denominator = 4);

}  // namespace groovebench::ep133
