// The rules an edit of a part must keep, as functions that change a bank in place. A caller copies the bank, applies a
// rule, and puts the differing bytes into the document as one edit. Source: octatrack-bank.md §3.5, §6 and §7,
// octatrack-params.md §5. All counts from 0.
//
// A function that returns bool refuses what the device cannot hold (false: nothing has changed). An edit of a working part
// sets its bit in the edited mask.
#pragma once

#include "octatrack/bank.h"
#include "octatrack/parameters.h"

namespace groovebench::octatrack {

// The edited mask after a change of working part `part` (from 0): its bit set, nothing outside 0 to 15.
u8 with_part_edited(const Bank&, int part);
bool part_is_edited(const Bank&, int part);
// Whether a saved copy exists that a reload could bring back.
bool part_is_saved(const Bank&, int part);

// Which working part holds the byte at `offset` of a bank, or -1: an edit there must set the part's bit.
int part_at(std::size_t offset);

// SAVE PART: the saved copy becomes the working one. RELOAD PART the other way, refused for a part that was never saved.
bool save_part(Bank&, int part);
bool reload_part(Bank&, int part);

// A value the track has, within its range or list. A part keeps the values of machines and effects that are not in use.
bool set_part_value(Bank&, int part, TrackRef, Parameter, u8 value);
bool set_machine(Bank&, int part, int track, MachineType);
// Another effect comes with its own twelve values; the same one changes nothing. Refused: what the chooser of that slot
// does not offer.
bool set_effect(Bank&, int part, int track, EffectSlot, u8 type);
// The scenes on A and B.
bool set_scenes(Bank&, int part, u8 scene_a, u8 scene_b);
// A lock of a scene, or none. Refused: setup pages, samples, the cue level, MIDI tracks.
bool set_scene_lock(Bank&, int part, int scene, int track, Parameter, std::optional<u8> value);

// Up to six characters of ISO 8859-1; names are the bank's, so the part is not edited by it.
bool rename_part(Bank&, int part, std::string_view latin1);

// All of a part but its number, and all of one audio or MIDI track of it. A PICKUP stays with its own recorder.
bool copy_part(Bank&, int part, const Part& from);
bool copy_part_track(Bank&, int part, TrackRef to, const Part& from, TrackRef which);

}  // namespace groovebench::octatrack
