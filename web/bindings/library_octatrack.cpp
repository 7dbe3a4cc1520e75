// What the library's machine objects ask of an Octatrack's files. Everything counts from 0 here, and is inside its range:
// shell/library sees to both.
#include "library_bindings.h"
#include "octatrack/bank_doctor.h"
#include "octatrack/lock_text.h"
#include "octatrack/part_rules.h"
#include "octatrack/project_check.h"
#include "octatrack/project_copy.h"
#include "octatrack/resolve.h"
#include "octatrack/slot_rules.h"
#include "octatrack/trigs.h"
#include "text/latin1.h"

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

// ---- slots

SlotRef slot_of(const std::string& pool, int number) {
    if (pool == "static") return {Pool::static_pool, number};
    return {Pool::flex, pool == "recorders" ? pool_slots + number : number};
}

std::string apply_slot(File& text, File* markers, const Result<SlotEdit>& edit) {
    if (!edit) return problem_answer(edit.problem());
    if (markers) {
        const Outcome allowed = markers->edit([&](Bytes& bytes) -> Outcome {
            apply(*edit, *overlay<Markers>(bytes));
            return {};
        });
        if (!allowed) return problem_answer(allowed.problem());
    }
    return answer(text.edit([&](Bytes& bytes) -> Outcome {
        auto changed = text::spliced(bytes, edit->text);
        if (!changed) return changed.problem();
        bytes = *std::move(changed);
        return {};
    }));
}

std::string load_sample(File& text, File* markers, const std::string& pool, int number, const std::string& path, double frames,
                        const File* ot) {
    if (const auto locked = text.locked()) return problem_answer(*locked);
    const auto project = open_project(text.bytes());
    if (!project) return problem_answer(project.problem());
    const auto latin1 = text::latin1_from_utf8(path);
    if (!latin1) return problem_answer({.path = "path", .expected = "characters of ISO 8859-1", .found = path});
    const auto settings = ot ? open_sample_settings(ot->bytes()) : Result<const SampleSettings*>(nullptr);
    if (!settings) return problem_answer(settings.problem());
    return apply_slot(text, markers, load_slot(*project, slot_of(pool, number), *latin1, u32(frames), *settings));
}

std::string empty_sample(File& text, File* markers, const std::string& pool, int number) {
    if (const auto locked = text.locked()) return problem_answer(*locked);
    const auto project = open_project(text.bytes());
    return project ? apply_slot(text, markers, empty_slot(*project, slot_of(pool, number))) : problem_answer(project.problem());
}

// ---- projects

struct Folder {
    std::vector<std::string> names;
    std::vector<Bytes> bytes;
    std::vector<NamedFile> files;
};
// From [name, Uint8Array] pairs.
Folder folder_from(const val& pairs) {
    Folder folder;
    const auto count = pairs["length"].as<unsigned>();
    for (unsigned i = 0; i < count; i++) {
        folder.names.push_back(pairs[i][0].as<std::string>());
        folder.bytes.push_back(bytes_from(pairs[i][1]));
    }
    for (unsigned i = 0; i < count; i++) folder.files.push_back({folder.names[i], folder.bytes[i]});
    return folder;
}

val pairs_of(const std::vector<NewFile>& files) {
    val out = val::array();
    for (const NewFile& file : files) {
        val pair = val::array();
        pair.call<void>("push", file.name, typed_array(file.bytes));
        out.call<void>("push", pair);
    }
    return out;
}

val blank_project_pairs() { return pairs_of(blank_project_files()); }

val sample_settings_bytes(double frames, double bpm) {
    const i64 tempo = i64(bpm * 24 + 0.5);
    return typed_array(write_sample_settings({.path = {}, .priority_value = tempo}, whole_sample(u32(frames))));
}

// `exists` is asked with a path on the card.
val copied_project(const val& pairs, const std::string& from, const std::string& to, bool template_only, const val& exists) {
    const Folder folder = folder_from(pairs);
    const CardLook look{[&](std::string_view path) { return exists(std::string(path)).as<bool>(); }, {}};
    const ProjectCopy copy =
        template_only ? project_from_template(folder.files, from, to, look) : duplicate_project(folder.files, from, to, look);
    Json samples = Json::array();
    for (const FileCopy& sample : copy.samples) samples.push_back({{"from", sample.from}, {"to", sample.to}});
    val out = val::object();
    out.set("files", pairs_of(copy.files));
    out.set("answer", value_answer({{"samples", samples}, {"findings", json_of(copy.findings)}}));
    return out;
}

// `state` answers "here", "missing" or "out of reach" for a sample's path; null where nobody looks.
std::string project_findings_of(const val& pairs, const val& state) {
    const Folder folder = folder_from(pairs);
    FindSample find;
    if (!state.isNull())
        find = [&](std::string_view path) {
            const auto word = state(std::string(path)).as<std::string>();
            return word == "here" ? SampleState::here : word == "missing" ? SampleState::missing : SampleState::out_of_reach;
        };
    return value_answer(json_of(check_project(folder.files, find)));
}

std::string compared_projects(const val& first, const val& second) {
    const Folder a = folder_from(first), b = folder_from(second);
    constexpr std::string_view presences[] = {"both", "only first", "only second"};
    Json out = Json::array();
    for (const ComparedFile& file : compare_projects(a.files, b.files)) {
        std::vector<Told> lines;
        for (const FileDifference& one : file.differences) lines.push_back({one.place, one.words, one.path});
        Json row = {{"name", file.name},
                    {"presence", presences[std::size_t(file.presence)]},
                    {"same", file.is_same},
                    {"differences", json_of(lines)}};
        if (file.problem) row["problem"] = json_of(*file.problem);
        out.push_back(std::move(row));
    }
    return value_answer(out);
}

// ---- the bank doctor

val rebuilt_bank(const File& file) {
    val out = val::object();
    const auto damage = examine_bank(file.bytes());
    if (!damage) {
        out.set("answer", problem_answer(damage.problem()));
        return out;
    }
    const bool sound = damage->is_sound();
    const RebuiltBank bank = sound ? RebuiltBank{} : rebuild_bank(file.bytes(), *damage);
    out.set("answer", value_answer({{"sound", sound},
                                    {"checksumIsRight", damage->checksum_is_right},
                                    {"findings", json_of(damage_findings(*damage))},
                                    {"notes", bank.notes}}));
    if (!sound) out.set("bytes", typed_array(bank.bytes));
    return out;
}

val mended_file(const File& file) {
    val out = val::object();
    const auto bytes = with_mended_checksum(file.bytes());
    out.set("answer", bytes ? value_answer(nullptr) : problem_answer(bytes.problem()));
    if (bytes) out.set("bytes", typed_array(*bytes));
    return out;
}

}  // namespace
}  // namespace groovebench::any

EMSCRIPTEN_BINDINGS(octatrack) {
    namespace here = groovebench::any;
    const auto pointers = emscripten::allow_raw_pointers();
    emscripten::function("step", &here::step);
    emscripten::function("removeStep", &here::remove_step);
    emscripten::function("setLock", &here::set_lock);
    emscripten::function("trackParameters", &here::track_parameters);
    emscripten::function("setParameter", &here::set_parameter);
    emscripten::function("sceneLocks", &here::scene_locks);
    emscripten::function("setSceneLock", &here::set_scene);
    emscripten::function("partAction", &here::part_action);
    emscripten::function("resolved", &here::resolved);
    emscripten::function("loadSample", &here::load_sample, pointers);
    emscripten::function("emptySample", &here::empty_sample, pointers);
    emscripten::function("blankProject", &here::blank_project_pairs);
    emscripten::function("sampleSettings", &here::sample_settings_bytes);
    emscripten::function("copiedProject", &here::copied_project);
    emscripten::function("projectFindings", &here::project_findings_of);
    emscripten::function("comparedProjects", &here::compared_projects);
    emscripten::function("rebuiltBank", &here::rebuilt_bank);
    emscripten::function("mendedFile", &here::mended_file);
}
