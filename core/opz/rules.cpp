#include "opz/rules.h"

#include <algorithm>

namespace groovebench::opz {

void set_note(Note& slot, const NewNote& note) {
    slot.duration = note.duration;
    slot.note = note.note;
    slot.velocity = note.velocity;
    slot.micro_timing = note.micro_timing;
    slot.age.bytes[0] = 0;
}

void clear_note(Note& slot) { slot.note = no_note; }

int notes_on(const Pattern& pattern, int track, int step) {
    int notes = 0;
    for (int voice = 0; voice < note_slots[std::size_t(track)]; voice++) notes += !note_of(pattern, track, step, voice).is_empty();
    return notes;
}

std::optional<int> add_note(Pattern& pattern, int track, int step, const NewNote& note) {
    for (int voice = 0; voice < note_slots[std::size_t(track)]; voice++) {
        Note& slot = note_of(pattern, track, step, voice);
        if (!slot.is_empty()) continue;
        set_note(slot, note);
        return voice;
    }
    return {};
}

void set_lock(Step& step, Parameter parameter, u8 value) {
    step.locks.at(int(parameter)) = value;
    step.locked.at(int(parameter)) = Locked::yes;
}
void clear_lock(Step& step, Parameter parameter) { step.locked.at(int(parameter)) = Locked::no; }
bool is_locked(const Step& step, Parameter parameter) { return step.locked.at(int(parameter)) == u8(Locked::yes); }

void set_component(Step& step, Component component, u8 value) {
    step.values.at(int(component)) = value;
    step.components.put(int(component), true);
}
void clear_component(Step& step, Component component) { step.components.put(int(component), false); }
bool is_on(const Step& step, Component component) { return step.components.at(int(component)); }

void set_mute(MuteGroup& group, int track, bool muted) {
    u8& byte = element<u8>(group, track / 4);
    const u8 bit = u8(2 << 2 * (track % 4));
    byte = u8(muted ? byte | bit : byte & ~bit);
}

bool set_chain(Chain& chain, std::span<const u8> patterns) {
    if (int(patterns.size()) > std::max(chain_limit, chain_used(chain))) return false;
    if (std::ranges::any_of(patterns, [](u8 pattern) { return pattern >= pattern_count; })) return false;
    for (int i = 0; i < chain_length; i++) chain.patterns[i] = i < int(patterns.size()) ? patterns[std::size_t(i)] : no_pattern;
    return true;
}

void select_chain(Project& project, int saved) {
    project.selected_chain = u8(saved);
    if (saved < 0) return;
    // From the list, not the record: what is stale behind its end stays there.
    const Chain& from = project.chains[saved];
    const int used = chain_used(from);
    for (int i = 0; i < chain_length; i++) project.active_chain.patterns[i] = i < used ? u8(from.patterns[i]) : no_pattern;
}

bool set_saved_chain(Project& project, int saved, std::span<const u8> patterns) {
    if (!set_chain(project.chains[saved], patterns)) return false;
    if (project.selected_chain == saved) select_chain(project, saved);
    return true;
}

bool set_active_chain(Project& project, std::span<const u8> patterns) {
    if (!set_chain(project.active_chain, patterns)) return false;
    project.selected_chain = u8(255);
    return true;
}

}  // namespace groovebench::opz
