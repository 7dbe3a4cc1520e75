// Edits that keep a project as the machine makes it: each pokes its own bytes and leaves what is stale where it was.
// Source: opz.md §2, 5.2, 6, 11. Everything counts from 0 and is inside its range.
#pragma once

#include <optional>
#include <span>

#include "opz/project.h"

namespace groovebench::opz {

// ---- notes
struct NewNote {
    u8 note = 60;
    u8 velocity = 100;
    i32 duration = default_duration;
    i8 micro_timing = 0;
};
void set_note(Note&, const NewNote&);  // all eight bytes
void clear_note(Note&);                // as the device does: the note byte alone
int notes_on(const Pattern&, int track, int step);
// Into the first empty slot of the step; which it was, or nothing where all are taken.
std::optional<int> add_note(Pattern&, int track, int step, const NewNote&);

// ---- steps
void set_lock(Step&, Parameter, u8 value);
void clear_lock(Step&, Parameter);  // the value stays behind
bool is_locked(const Step&, Parameter);
void set_component(Step&, Component, u8 value);
void clear_component(Step&, Component);  // the value stays behind
bool is_on(const Step&, Component);
inline constexpr int tracks_with_components = 8;

// ---- mutes and routing
void set_mute(MuteGroup&, int track, bool muted);  // the lower bit stays

// ---- chains: at most 31 patterns, so that an end always fits; all 32 bytes are written
bool set_chain(Chain&, std::span<const u8> patterns);
// A saved chain becomes the one that plays, or with -1 none is selected; the active chain stays then.
void select_chain(Project&, int saved);
// Keeps what the machine keeps: while a saved chain is selected, the active one equals it.
bool set_saved_chain(Project&, int saved, std::span<const u8> patterns);
bool set_active_chain(Project&, std::span<const u8> patterns);

}  // namespace groovebench::opz
