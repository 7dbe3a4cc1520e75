// Steps, parts and scenes of a bank. Everything counts from 0 here, and is inside its range: shell/library sees to both.
#include "library_bindings.h"
#include "octatrack/clipboard.h"
#include "octatrack/lock_text.h"
#include "octatrack/part_rules.h"
#include "octatrack/resolve.h"
#include "octatrack/trigs.h"

namespace groovebench::any {
namespace {

using namespace octatrack;

struct At {
    int pattern = 0;
    bool midi = false;
    int track = 0, step = 0;
    TrackRef ref() const { return {midi, track}; }
};

const Part& part_of(const Bank& bank, const Pattern& pattern) {
    return bank.parts[std::min<int>(pattern.tail.part, part_count - 1)];
}

// Calls it with the track that is meant, audio or MIDI.
template <class Of, class Work>
auto with_track(Of& pattern, const At& at, const Work& work) {
    return at.midi ? work(pattern.midi_tracks[at.track]) : work(pattern.audio_tracks[at.track]);
}

const Bank* bank_of_file(const File& file) {
    return file.format() && file.format()->name == "octatrack bank" && !file.problem() ? overlay<Bank>(file.bytes()) : nullptr;
}

Problem no_bank(const File& file) {
    return file.problem().value_or(
        Problem{.file = file.name(), .expected = "octatrack bank", .found = std::string(file.format()->name)});
}

std::string_view word_of(TrigType type) {
    constexpr std::string_view words[] = {"none", "trig", "trigless trig", "trigless lock", "one-shot"};
    return words[std::size_t(type)];
}

// A parameter by its words, or a sentence about them.
Result<Parameter> parameter_of(const Part& part, TrackRef track, const std::string& words) {
    if (const auto found = find_parameter(part, track, words)) return *found;
    return Problem{
        .path = words, .expected = fmt::format("a parameter that {} has, such as AMP VOL", label(track)), .found = words};
}

// A value as it is shown, or the raw number.
Result<u8> value_of(const Part& part, TrackRef track, Parameter parameter, const std::string& shown, int raw) {
    if (raw >= 0) return u8(std::min(raw, 255));
    if (const auto value = parameter_value(part, track, parameter, shown)) return *value;
    return Problem{.path = parameter_page(track, parameter) + " " + parameter_name(part, track, parameter),
                   .expected = fmt::format("{} to {}, as the machine shows it", parameter_shown(part, track, parameter, 0),
                                           parameter_shown(part, track, parameter, 127)),
                   .found = shown};
}

std::string parameter_title(const Part& part, TrackRef track, Parameter parameter) {
    const std::string page = parameter_page(track, parameter), name = parameter_name(part, track, parameter);
    return page == name ? name : page + " " + name;
}

Json locks_of(const Part& part, TrackRef track, const std::function<u8(int)>& lock) {
    Json locks = Json::object();
    for (const Parameter parameter : parameters(part, track)) {
        const auto index = lock_index(track, parameter);
        const u8 value = index ? lock(*index) : no_lock;
        if (value != no_lock)
            locks[parameter_title(part, track, parameter)] = {{"raw", value},
                                                              {"shown", parameter_shown(part, track, parameter, value)}};
    }
    return locks;
}

std::string step(const File& file, int pattern, bool midi, int track, int step) {
    const Bank* bank = bank_of_file(file);
    if (!bank) return problem_answer(no_bank(file));
    const At at{pattern, midi, track, step};
    const Pattern& of = bank->patterns[pattern];
    return value_answer(with_track(of, at, [&](const auto& one) {
        const TrigWord word = one.trig_words[step];
        return Json{{"trig", word_of(trig_at(one, step))},
                    {"repeats", repeats(word)},
                    {"microTiming", micro_timing_text(micro_timing(word))},
                    {"condition", condition_word(condition(word))},
                    {"locks", locks_of(part_of(*bank, of), at.ref(), [&](int index) { return lock_at(one, step, index); })}};
    }));
}

template <class Rule>
std::string edit_bank(File& file, const Rule& rule) {
    if (!bank_of_file(file)) return problem_answer(no_bank(file));
    return answer(file.edit([&](Bytes& bytes) -> Outcome { return rule(*overlay<Bank>(bytes)); }));
}

Outcome done_or(bool done, std::string expected, std::string found) {
    return done ? Outcome() : Problem{.expected = std::move(expected), .found = std::move(found)};
}

std::string remove_step(File& file, int pattern, bool midi, int track, int step) {
    return edit_bank(file, [&](Bank& bank) {
        const auto remove = [&](auto& of) { return octatrack::remove_step(of, step); };
        return done_or(with_track(bank.patterns[pattern], At{pattern, midi, track, step}, remove), "a step", "none");
    });
}

// raw: the number of the file; -1 for the value that is shown so, -2 for none.
std::string set_lock(File& file, int pattern, bool midi, int track, int step, const std::string& words, const std::string& shown,
                     int raw) {
    return edit_bank(file, [&](Bank& bank) -> Outcome {
        const At at{pattern, midi, track, step};
        Pattern& of = bank.patterns[pattern];
        const Part& part = part_of(bank, of);
        const auto parameter = parameter_of(part, at.ref(), words);
        if (!parameter) return parameter.problem();
        const auto index = lock_index(at.ref(), *parameter);
        if (!index) return Problem{.path = words, .expected = "a parameter that can be locked", .found = words};
        if (raw == -2)
            return with_track(of, at, [&](auto& one) { return done_or(clear_lock(one, step, *index), "a lock", words); });
        const auto value = value_of(part, at.ref(), *parameter, shown, raw);
        if (!value) return value.problem();
        const auto set = [&](auto& one) { return octatrack::set_lock(one, step, *index, *value); };
        return done_or(with_track(of, at, set), fmt::format("{}: a value that can be locked", words), std::to_string(*value));
    });
}

std::string track_parameters(const File& file, int part, bool midi, int track) {
    const Bank* bank = bank_of_file(file);
    if (!bank) return problem_answer(no_bank(file));
    const Part& of = bank->parts[part];
    const TrackRef ref{midi, track};
    Json out = Json::object();
    for (const Parameter parameter : parameters(of, ref)) {
        const u8 value = *value_in_part(of, ref, parameter);
        out[parameter_title(of, ref, parameter)] = {{"raw", value}, {"shown", parameter_shown(of, ref, parameter, value)}};
    }
    return value_answer(out);
}

std::string set_parameter(File& file, int part, bool midi, int track, const std::string& words, const std::string& shown, int raw) {
    return edit_bank(file, [&](Bank& bank) -> Outcome {
        const TrackRef ref{midi, track};
        const auto parameter = parameter_of(bank.parts[part], ref, words);
        if (!parameter) return parameter.problem();
        const auto value = value_of(bank.parts[part], ref, *parameter, shown, raw);
        if (!value) return value.problem();
        return done_or(set_part_value(bank, part, ref, *parameter, *value), fmt::format("{}: a value that it has", words),
                       std::to_string(*value));
    });
}

std::string scene_locks(const File& file, int part, int scene, int track) {
    const Bank* bank = bank_of_file(file);
    if (!bank) return problem_answer(no_bank(file));
    const Part& of = bank->parts[part];
    const auto* values = reinterpret_cast<const u8*>(&of.scenes[scene].tracks[track]);
    Json locks = locks_of(of, {false, track}, [&](int index) { return index < audio_unused_lock ? values[index] : no_lock; });
    if (const u8 level = of.scene_levels[scene].tracks[track]; level != no_lock)
        locks["LEVEL"] = {{"raw", level}, {"shown", std::to_string(level)}};
    return value_answer(locks);
}

std::string set_scene(File& file, int part, int scene, int track, const std::string& words, const std::string& shown, int raw) {
    return edit_bank(file, [&](Bank& bank) -> Outcome {
        const Part& of = bank.parts[part];
        const auto parameter = parameter_of(of, {false, track}, words);
        if (!parameter) return parameter.problem();
        std::optional<u8> lock;
        if (raw != -2) {
            const auto value = value_of(of, {false, track}, *parameter, shown, raw);
            if (!value) return value.problem();
            lock = *value;
        }
        return done_or(set_scene_lock(bank, part, scene, track, *parameter, lock), fmt::format("{}: what a scene can lock", words),
                       lock ? std::to_string(*lock) : words);
    });
}

std::string part_action(File& file, int part, bool save) {
    return edit_bank(file, [&](Bank& bank) {
        return done_or(save ? save_part(bank, part) : reload_part(bank, part), "a part that was saved once", "one that never was");
    });
}

// From another bank, or another place of the same. The pattern keeps the part it plays.
std::string pattern_pasted(File& to, int pattern, const File& from, int source) {
    const Bank* bank = bank_of_file(from);
    if (!bank) return problem_answer(no_bank(from));
    return edit_bank(to, [&](Bank& into) {
        return done_or(paste_pattern(into.patterns[pattern], octatrack::copy_pattern(bank->patterns[source])), "a pattern", "none");
    });
}
std::string part_copied(File& to, int part, const File& from, int source) {
    const Bank* bank = bank_of_file(from);
    if (!bank) return problem_answer(no_bank(from));
    return edit_bank(to, [&](Bank& into) { return done_or(copy_part(into, part, bank->parts[source]), "a part", "none"); });
}

std::string resolved(const File& file, int pattern, bool midi, int track, int step, const std::string& words, int fader) {
    const Bank* bank = bank_of_file(file);
    if (!bank) return problem_answer(no_bank(file));
    const TrackRef ref{midi, track};
    const Part& part = part_of(*bank, bank->patterns[pattern]);
    const auto parameter = parameter_of(part, ref, words);
    if (!parameter) return problem_answer(parameter.problem());
    const auto found = resolve(*bank, pattern, ref, step, *parameter, {.position = fader});
    if (!found) return problem_answer({.path = words, .expected = "a parameter that the track has", .found = words});
    return value_answer({{"raw", found->value},
                         {"shown", parameter_shown(part, ref, *parameter, found->value)},
                         {"exact", found->exact},
                         {"origin", told(*found, step)},
                         {"evidence", word(found->evidence)}});
}

}  // namespace
}  // namespace groovebench::any

EMSCRIPTEN_BINDINGS(bank) {
    namespace here = groovebench::any;
    emscripten::function("step", &here::step);
    emscripten::function("removeStep", &here::remove_step);
    emscripten::function("setLock", &here::set_lock);
    emscripten::function("trackParameters", &here::track_parameters);
    emscripten::function("setParameter", &here::set_parameter);
    emscripten::function("sceneLocks", &here::scene_locks);
    emscripten::function("setSceneLock", &here::set_scene);
    emscripten::function("partAction", &here::part_action);
    emscripten::function("copyPattern", &here::pattern_pasted);
    emscripten::function("copyPart", &here::part_copied);
    emscripten::function("resolved", &here::resolved);
}
