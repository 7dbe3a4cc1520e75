#include "session/pattern_edits.h"

#include <bit>

#include "bytes/format.h"
#include "octatrack/blank.h"
#include "octatrack/lock_text.h"
#include "session/edits.h"

namespace groovebench::app {
namespace {

using octatrack::Pattern;
using octatrack::TrigType;

template <class F>
auto with_track(const Pattern& pattern, int row, F&& look) {
    return row < 8 ? look(pattern.audio_tracks[row]) : look(pattern.midi_tracks[row - 8]);
}

template <class F>
void each_step(u64 steps, F&& act) {
    for (int step = 0; step < octatrack::step_count; step++)
        if (steps >> step & 1) act(step);
}

// One edit of the selected pattern's track: "A03 T3: trig on step 7".
template <class Rule>
void edit_track(Session& session, int row, std::string_view what, Rule&& rule) {
    const Selection& at = session.selection;
    const Pattern* pattern = session.project.pattern(at.bank, at.pattern);
    if (!pattern) return;
    const std::string& path = session.project.bank_path(at.bank);
    const std::string label = fmt::format("{} {}: {}", octatrack::pattern_name(at.bank, at.pattern), row_name(row), what);
    const bool done =
        with_track(*pattern, row, [&](const auto& track) { return change(session.document, path, track, label, rule); });
    if (!done) session.say(session.document.take_refusal(), true);
}

std::string lock_label(const Session& session, int row, int index) {
    const auto* part = session.project.part_of(session.selection.bank, session.selection.pattern);
    if (!part) return "lock";
    return std::string(row < 8 ? octatrack::lock_name(*part, row, index) : octatrack::midi_lock_name(index));
}

constexpr std::string_view type_words[] = {"no trig", "trig", "trigless trig", "trigless lock", "one-shot trig"};

}  // namespace

std::string row_name(int row) { return fmt::format("{}{}", row < 8 ? 'T' : 'M', (row & 7) + 1); }

std::string steps_text(u64 steps) {
    const int count = std::popcount(steps);
    std::string list;
    each_step(steps, [&](int step) { list += fmt::format("{}{}", list.empty() ? "" : ", ", step + 1); });
    if (count == 1) return "step " + list;
    return count > 8 ? fmt::format("{} steps", count) : fmt::format("{} steps ({})", count, list);
}

TrigType trig_at(const Pattern& pattern, int row, int step) {
    return with_track(pattern, row, [&](const auto& track) { return octatrack::trig_at(track, step); });
}
u8 lock_at(const Pattern& pattern, int row, int step, int index) {
    return with_track(pattern, row, [&](const auto& track) { return octatrack::lock_at(track, step, index); });
}
bool any_lock(const Pattern& pattern, int row, int step) {
    return with_track(pattern, row, [&](const auto& track) { return octatrack::has_locks(track, step); });
}
octatrack::TrigWord trig_word_at(const Pattern& pattern, int row, int step) {
    return with_track(pattern, row, [&](const auto& track) { return track.trig_words[step]; });
}
int row_length(const Pattern& pattern, int row) {
    return with_track(pattern, row, [&](const auto& track) { return octatrack::effective_length(pattern, track); });
}
bool recorder_at(const Pattern& pattern, int row, int step) {
    return row < 8 && bool(octatrack::recorder_trig_at(pattern.audio_tracks[row], step));
}

void place_trig(Session& session, int row, u64 steps, TrigType type) {
    const auto what = fmt::format("{} on {}", type_words[int(type)], steps_text(steps));
    edit_track(session, row, what,
               [&](auto& track) { each_step(steps, [&](int step) { octatrack::place_trig(track, step, type); }); });
}

void remove_steps(Session& session, int row, u64 steps) {
    edit_track(session, row, "remove " + steps_text(steps), [&](auto& track) {
        each_step(steps, [&](int step) {
            octatrack::remove_step(track, step);
            if constexpr (requires { track.one_shots; }) octatrack::remove_recorder_trig(track, step);
        });
    });
}

void clear_track(Session& session, int row) {
    edit_track(session, row, "clear", [](auto& track) {
        for (int step = 0; step < octatrack::step_count; step++)
            octatrack::put_step(track, step, octatrack::empty_step(track, step));
    });
}

void clear_pattern(Session& session) {
    const Selection& at = session.selection;
    const Pattern* pattern = session.project.pattern(at.bank, at.pattern);
    if (!pattern) return;
    const auto blank = [](Pattern& copy) {
        const u8 part = copy.tail.part;
        octatrack::make_blank(copy);
        copy.tail.part = part;
    };
    const std::string label = "clear " + octatrack::pattern_name(at.bank, at.pattern);
    if (!change(session.document, session.project.bank_path(at.bank), *pattern, label, blank))
        session.say(session.document.take_refusal(), true);
}

void set_recorder(Session& session, int row, u64 steps, bool on) {
    if (row >= 8) return;
    const auto what = fmt::format("{}recorder trig on {}", on ? "" : "no ", steps_text(steps));
    edit_track(session, row, what, [&](auto& track) {
        if constexpr (requires { track.one_shots; })
            each_step(steps, [&](int step) {
                on ? octatrack::place_recorder_trig(track, step) : octatrack::remove_recorder_trig(track, step);
            });
    });
}

void flip_slide(Session& session, int row, u64 steps) {
    if (row >= 8) return;
    edit_track(session, row, "slide on " + steps_text(steps), [&](auto& track) {
        if constexpr (requires { track.slide; })
            each_step(steps, [&](int step) { octatrack::set_slide(track, step, !track.slide.at(step)); });
    });
}

void flip_swing(Session& session, int row, u64 steps) {
    edit_track(session, row, "swing of " + steps_text(steps),
               [&](auto& track) { each_step(steps, [&](int step) { octatrack::set_swing(track, step, !track.swing.at(step)); }); });
}

void set_lock(Session& session, int row, u64 steps, int index, u8 value) {
    const auto what = fmt::format("{} locked on {}", lock_label(session, row, index), steps_text(steps));
    edit_track(session, row, what,
               [&](auto& track) { each_step(steps, [&](int step) { octatrack::set_lock(track, step, index, value); }); });
}

void lock_slot(Session& session, int row, u64 steps, octatrack::SlotRef slot) {
    const auto* part = session.project.part_of(session.selection.bank, session.selection.pattern);
    if (!part || row >= 8) return;
    const u8 machine = octatrack::machine_of(*part, row), wanted = slot.pool == octatrack::Pool::flex ? 1 : 0;
    if (machine != wanted)
        return session.say(fmt::format("{} plays {}: {} is a slot of {}. Drop it on the track to change its machine.",
                                       row_name(row), word_of(octatrack::machine_words, machine), octatrack::label(slot),
                                       word_of(octatrack::machine_words, wanted)),
                           true);
    const auto what = fmt::format("{} locked on {}", octatrack::label(slot), steps_text(steps));
    edit_track(session, row, what, [&](auto& track) {
        each_step(steps, [&](int step) {
            if (octatrack::trig_at(track, step) == TrigType::none) octatrack::place_trig(track, step, TrigType::trig);
            octatrack::set_lock(track, step, octatrack::sample_lock, u8(slot.number - 1));
        });
    });
}

void clear_lock(Session& session, int row, u64 steps, int index) {
    const auto what = fmt::format("{} unlocked on {}", lock_label(session, row, index), steps_text(steps));
    edit_track(session, row, what,
               [&](auto& track) { each_step(steps, [&](int step) { octatrack::clear_lock(track, step, index); }); });
}

void clear_locks(Session& session, int row, u64 steps) {
    edit_track(session, row, "clear locks of " + steps_text(steps),
               [&](auto& track) { each_step(steps, [&](int step) { octatrack::clear_locks(track, step); }); });
}

void set_trig_fields(Session& session, int row, u64 steps, const TrigFields& fields) {
    const char* what = fields.condition ? "condition of " : fields.micro_timing ? "micro-timing of " : "repeats of ";
    edit_track(session, row, what + steps_text(steps), [&](auto& track) {
        each_step(steps, [&](int step) {
            const octatrack::TrigWord word = track.trig_words[step];
            octatrack::set_trig_word(track, step, fields.repeats.value_or(repeats(word)),
                                     fields.micro_timing.value_or(micro_timing(word)), fields.condition.value_or(condition(word)));
        });
    });
}

}  // namespace groovebench::app
