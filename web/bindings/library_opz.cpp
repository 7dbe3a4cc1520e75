// What only an OP-Z has: its words, blank projects, kits, the disk and bundles. Tracks and patterns count from 0 here.
#include "library_bindings.h"
#include "opz/blank.h"
#include "opz/bundle.h"
#include "opz/copy.h"
#include "opz/kit.h"
#include "opz/plugs.h"
#include "opz/project_json.h"
#include "opz/values.h"

namespace groovebench::any {
namespace {

using namespace opz;

Json words_of_track(int track) {
    Json parameters = Json::array();
    for (int i = 0; i < parameter_count; i++) {
        const auto parameter = Parameter(i);
        Json row = {{"field", fields_of<Sound>[std::size_t(i)].name}, {"title", parameter_title(Track(track), parameter)}};
        if (const auto dial = dial_of(Track(track), parameter)) row["page"] = dial->page, row["dial"] = dial->dial;
        parameters.push_back(std::move(row));
    }
    return {{"name", track_names[std::size_t(track)]},
            {"voices", note_slots[std::size_t(track)]},
            {"parameters", std::move(parameters)}};
}

// Names of tracks, parameters and components, for paths.
std::string opz_words() {
    Json tracks = Json::array(), components = Json::array();
    for (int track = 0; track < track_count; track++) tracks.push_back(words_of_track(track));
    for (int i = 0; i < component_count; i++)
        components.push_back({{"field", fields_of<ComponentValues>[std::size_t(i)].name}, {"title", component_name(Component(i))}});
    return value_answer({{"tracks", tracks}, {"components", components}});
}

val blank_bytes() { return typed_array(blank_project()); }
double id_of_kit(const std::string& file_name) { return kit_id(file_name); }

val new_kit(const val& samples, const std::string& slices) {
    const auto mono = emscripten::convertJSArrayToNumberVector<i16>(samples);
    std::vector<NewSlice> cuts;
    const auto list = parse_json(slices);
    for (const Json& cut : *list) cuts.push_back({cut.at(0).get<u32>(), cut.at(1).get<u32>()});
    const auto kit = make_drum_kit(mono, cuts);
    val out = val::object();
    out.set("answer", kit ? value_answer(nullptr) : problem_answer(kit.problem()));
    if (kit) out.set("bytes", typed_array(*kit));
    return out;
}

// ---- patterns and tracks

std::optional<Problem> not_copied(const File& file) {
    if (auto problem = file.problem()) return problem;
    if (auto locked = file.locked()) return locked;
    if (file.format()->name == project_format) return {};
    return Problem{.file = file.name(), .expected = std::string(project_format), .found = std::string(file.format()->name)};
}

// Answers with what could not come along as it was.
template <class Copy>
std::string copied(File& to, const File& from, const Copy& copy) {
    for (const File* file : {&from, static_cast<const File*>(&to)})
        if (const auto problem = not_copied(*file)) return problem_answer(*problem);
    Losses losses;
    const Outcome done = to.edit([&](Bytes& bytes) -> Outcome {
        auto told = copy(bytes);
        if (!told) return told.problem();
        losses = *std::move(told);
        return {};
    });
    for (Problem& loss : losses) loss.file = to.name();
    return done ? value_answer(json_of(losses)) : problem_answer(done.problem());
}
std::string pattern_copied(File& to, int pattern, const File& from, int source) {
    return copied(to, from, [&](Bytes& bytes) { return copy_pattern({from.bytes(), source}, bytes, pattern); });
}
std::string track_copied(File& to, int pattern, int track, const File& from, int source, int source_track) {
    return copied(to, from,
                  [&](Bytes& bytes) { return copy_track({from.bytes(), source}, source_track, bytes, {pattern, track}); });
}

// ---- the disk

struct Entries {
    std::vector<Bytes> bytes;
    std::vector<DiskEntry> list;
};
// From [path, Uint8Array] pairs.
Entries entries_from(const val& pairs) {
    Entries out;
    const auto count = pairs["length"].as<unsigned>();
    for (unsigned i = 0; i < count; i++) out.bytes.push_back(bytes_from(pairs[i][1]));
    for (unsigned i = 0; i < count; i++) out.list.push_back({pairs[i][0].as<std::string>(), out.bytes[i]});
    return out;
}

Json uses_of(const DiskProject& project, const Disk& disk) {
    Json out = Json::array();
    const auto opened = open_project(project.bytes);
    if (!opened) return out;
    for (const PlugUse& use : plugs_used(plugs_of(**opened), disk)) {
        Json tracks = Json::array();
        for (const PlugUse::At& at : use.at)
            tracks.push_back({{"pattern", at.pattern + 1}, {"track", track_names[std::size_t(at.track)]}});
        Json row = {{"plug", use.plug}, {"name", plug_name(use, disk)}, {"state", word(use.state)}, {"at", std::move(tracks)}};
        if (use.kit) row["path"] = use.kit->path;
        out.push_back(std::move(row));
    }
    return out;
}

std::string disk_contents(const val& pairs) {
    const Entries entries = entries_from(pairs);
    const Disk disk = look_at_disk(entries.list);
    Json projects = Json::array(), kits = Json::array();
    for (const DiskProject& project : disk.projects)
        projects.push_back({{"path", project.path},
                            {"number", project.number},
                            {"snapshot", project.snapshot},
                            {"plugs", uses_of(project, disk)}});
    for (const DiskKit& kit : disk.kits)
        kits.push_back({{"path", kit.path},
                        {"track", track_names[std::size_t(kit.track)]},
                        {"slot", kit.slot},
                        {"name", kit.file},
                        {"plug", kit.plug},
                        {"reference", kit.reference},
                        {"bytes", kit.bytes.size()}});
    return value_answer({{"projects", projects}, {"kits", kits}, {"usedSpace", disk.used_space}});
}

std::string findings_of_disk(const val& pairs) {
    const Entries entries = entries_from(pairs);
    return value_answer(json_of(disk_findings(entries.list)));
}

val bundle_of(const val& pairs, const std::string& project) {
    const Entries entries = entries_from(pairs);
    const auto bundle = make_bundle(entries.list, project);
    val out = val::object();
    out.set("answer", bundle ? value_answer({{"kits", bundle->kits}, {"findings", json_of(bundle->findings)}})
                             : problem_answer(bundle.problem()));
    if (bundle) out.set("bytes", typed_array(bundle->zip));
    return out;
}

Json json_of_plan(const BundlePlan& plan) {
    Json kits = Json::array();
    for (const BundlePlan::Kit& kit : plan.kits)
        kits.push_back({{"from", kit.from}, {"to", kit.to}, {"written", kit.written}, {"renamed", kit.old_plug != kit.new_plug}});
    return {{"project", plan.project}, {"kits", kits}, {"findings", json_of(plan.findings)}};
}

// number 0: the first that is free.
val bundle_plan(const val& zip, const val& pairs, int number, bool replace) {
    const Entries entries = entries_from(pairs);
    const auto plan = plan_bundle(bytes_from(zip), entries.list, {.number = number, .replace = replace});
    val out = val::object();
    out.set("answer", plan ? value_answer(json_of_plan(*plan)) : problem_answer(plan.problem()));
    if (!plan) return out;
    val files = val::array();
    for (const BundlePlan::File& file : plan->files) {
        val pair = val::array();
        pair.call<void>("push", file.path, typed_array(file.bytes));
        files.call<void>("push", pair);
    }
    out.set("files", files);
    return out;
}

}  // namespace
}  // namespace groovebench::any

EMSCRIPTEN_BINDINGS(opz) {
    namespace here = groovebench::any;
    emscripten::function("opzWords", &here::opz_words);
    emscripten::function("opzBlank", &here::blank_bytes);
    emscripten::function("opzKitId", &here::id_of_kit);
    emscripten::function("opzDrumKit", &here::new_kit);
    emscripten::function("opzCopyPattern", &here::pattern_copied);
    emscripten::function("opzCopyTrack", &here::track_copied);
    emscripten::function("opzDisk", &here::disk_contents);
    emscripten::function("opzDiskFindings", &here::findings_of_disk);
    emscripten::function("opzBundle", &here::bundle_of);
    emscripten::function("opzBundlePlan", &here::bundle_plan);
}
