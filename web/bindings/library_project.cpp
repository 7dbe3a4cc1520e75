// Sample slots, whole projects, and the bank doctor. Numbers of slots count from 1, as the project's text has them.
#include "library_bindings.h"
#include "octatrack/bank_doctor.h"
#include "octatrack/project_check.h"
#include "octatrack/project_copy.h"
#include "octatrack/slot_rules.h"
#include "text/latin1.h"

namespace groovebench::any {
namespace {

using namespace octatrack;

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

Problem of_file(Problem problem, const File& file) {
    problem.file = file.name();
    return problem;
}

val rebuilt_bank(const File& file) {
    val out = val::object();
    const auto damage = examine_bank(file.bytes());
    if (!damage) {
        out.set("answer", problem_answer(of_file(damage.problem(), file)));
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
    out.set("answer", bytes ? value_answer(nullptr) : problem_answer(of_file(bytes.problem(), file)));
    if (bytes) out.set("bytes", typed_array(*bytes));
    return out;
}

}  // namespace
}  // namespace groovebench::any

EMSCRIPTEN_BINDINGS(project) {
    namespace here = groovebench::any;
    const auto pointers = emscripten::allow_raw_pointers();
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
