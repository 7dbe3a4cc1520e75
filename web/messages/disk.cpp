#include "messages/disk.h"

#include "messages/take.h"

namespace groovebench::app {
namespace {

using namespace taking;

// Each of a list, read by a function that fills one.
template <class T>
void take_all(const json& data, const char* key, std::vector<T>& into, void (*read)(const json&, T&)) {
    for (const json& one : list(data, key)) read(one, into.emplace_back());
}

json plugs_json(const opz::Plugs& plugs) {
    json all = json::array();
    for (const auto& pattern : plugs)
        for (const u32 plug : pattern) all.push_back(plug);
    return all;
}

void read_project(const json& data, DiskOrder::Project& project) {
    take(data, "path", project.path);
    const json& plugs = list(data, "plugs");
    for (std::size_t i = 0; i < plugs.size() && i < opz::pattern_count * opz::track_count; i++)
        if (plugs[i].is_number_unsigned()) project.plugs[i / opz::track_count][i % opz::track_count] = plugs[i].get<u32>();
}

void read_file(const json& data, DiskOrder::File& file) {
    take(data, "path", file.path), take(data, "size", file.size), take(data, "given", file.given);
}

void read_use(const json& data, DiskTold::Use& use) {
    take(data, "track", use.track), take(data, "name", use.name), take(data, "path", use.path);
    take(data, "patterns", use.patterns), take(data, "field", use.field), take(data, "plug", use.plug);
    int state = 0;
    take(data, "state", state);
    use.state = opz::PlugState(std::clamp(state, 0, int(opz::PlugState::unknown)));
}

void read_told_project(const json& data, DiskTold::Project& project) {
    take(data, "path", project.path), take(data, "number", project.number), take(data, "snapshot", project.snapshot);
    take_all(data, "uses", project.uses, read_use);
}

void read_kit(const json& data, DiskTold::Kit& kit) {
    take(data, "path", kit.path), take(data, "plug", kit.plug);
    take(data, "size", kit.size), take(data, "reference", kit.reference);
}

void read_bundle_kit(const json& data, BundleTold::Kit& kit) {
    take(data, "from", kit.from), take(data, "to", kit.to), take(data, "size", kit.size);
    take(data, "written", kit.written), take(data, "renamed", kit.renamed);
}

void read_slice(const json& data, KitTold::Slice& slice) {
    take(data, "start", slice.start), take(data, "end", slice.end);
    take(data, "reverse", slice.reverse), take(data, "pitch", slice.pitch);
}

json told_json(const DiskTold::Project& project) {
    json uses = json::array();
    for (const DiskTold::Use& use : project.uses)
        uses.push_back({{"track", use.track},
                        {"name", use.name},
                        {"path", use.path},
                        {"patterns", use.patterns},
                        {"field", use.field},
                        {"plug", use.plug},
                        {"state", u8(use.state)}});
    return {{"path", project.path}, {"number", project.number}, {"snapshot", project.snapshot}, {"uses", std::move(uses)}};
}

}  // namespace

std::string json_of(const DiskOrder& order) {
    json files = json::array(), projects = json::array();
    for (const auto& file : order.files) files.push_back({{"path", file.path}, {"size", file.size}, {"given", file.given}});
    for (const auto& one : order.projects) projects.push_back({{"path", one.path}, {"plugs", plugs_json(one.plugs)}});
    return text_of({{"files", std::move(files)},
                    {"projects", std::move(projects)},
                    {"project", order.project},
                    {"number", order.number},
                    {"replace", order.replace}});
}

std::optional<DiskOrder> disk_order(std::string_view text) {
    const json data = json::parse(text, nullptr, false);
    if (!data.is_object()) return {};
    DiskOrder order;
    take_all(data, "files", order.files, read_file);
    take_all(data, "projects", order.projects, read_project);
    take(data, "project", order.project), take(data, "number", order.number), take(data, "replace", order.replace);
    return order;
}

std::string json_of(const DiskTold& told) {
    json projects = json::array(), kits = json::array(), problems = json::array();
    for (const auto& project : told.projects) projects.push_back(told_json(project));
    for (const auto& kit : told.kits)
        kits.push_back({{"path", kit.path}, {"plug", kit.plug}, {"size", kit.size}, {"reference", kit.reference}});
    for (const Problem& one : told.problems)
        problems.push_back({{"severity", u8(one.severity)},
                            {"file", one.file},
                            {"path", one.path},
                            {"expected", one.expected},
                            {"found", one.found}});
    return text_of({{"projects", std::move(projects)},
                    {"kits", std::move(kits)},
                    {"used_space", told.used_space},
                    {"has_packs", told.has_packs},
                    {"problems", std::move(problems)}});
}

std::optional<DiskTold> disk_told(std::string_view text) {
    const json data = json::parse(text, nullptr, false);
    if (!data.is_object()) return {};
    DiskTold told;
    take_all(data, "projects", told.projects, read_told_project);
    take_all(data, "kits", told.kits, read_kit);
    take(data, "used_space", told.used_space), take(data, "has_packs", told.has_packs);
    for (const json& one : list(data, "problems")) {
        Problem& problem = told.problems.emplace_back();
        int severity = 0;
        take(one, "severity", severity), take(one, "file", problem.file), take(one, "path", problem.path);
        take(one, "expected", problem.expected), take(one, "found", problem.found);
        problem.severity = Severity(std::clamp(severity, 0, int(Severity::note)));
    }
    return told;
}

std::string json_of(const BundleTold& told) {
    json kits = json::array(), files = json::array();
    for (const auto& kit : told.kits)
        kits.push_back(
            {{"from", kit.from}, {"to", kit.to}, {"size", kit.size}, {"written", kit.written}, {"renamed", kit.renamed}});
    for (const auto& file : told.files) files.push_back({{"path", file.path}, {"size", file.size}});
    return text_of({{"project", told.project}, {"kits", std::move(kits)}, {"files", std::move(files)}, {"lines", told.lines}});
}

std::optional<BundleTold> bundle_told(std::string_view text) {
    const json data = json::parse(text, nullptr, false);
    if (!data.is_object()) return {};
    BundleTold told;
    take(data, "project", told.project);
    take_all(data, "kits", told.kits, read_bundle_kit);
    for (const json& one : list(data, "files")) {
        auto& file = told.files.emplace_back();
        take(one, "path", file.path), take(one, "size", file.size);
    }
    for (const json& one : list(data, "lines")) told.lines.push_back(one.is_string() ? one.get<std::string>() : "");
    return told;
}

std::string json_of(const KitTold& told) {
    json slices = json::array();
    for (const auto& slice : told.slices)
        slices.push_back({{"start", slice.start}, {"end", slice.end}, {"reverse", slice.reverse}, {"pitch", slice.pitch}});
    return text_of({{"frames", told.frames}, {"slices", std::move(slices)}});
}

std::optional<KitTold> kit_told(std::string_view text) {
    const json data = json::parse(text, nullptr, false);
    if (!data.is_object()) return {};
    KitTold told;
    take(data, "frames", told.frames);
    take_all(data, "slices", told.slices, read_slice);
    return told;
}

}  // namespace groovebench::app
