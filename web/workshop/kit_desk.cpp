#include "workshop/kit_desk.h"

#include <algorithm>
#include <chrono>

#include "bytes/format.h"
#include "convert/kit_tables.h"
#include "convert/plan.h"
#include "text/latin1.h"
#include "workshop/moment.h"

namespace groovebench::app {
namespace {

using nlohmann::ordered_json;

constexpr std::chrono::milliseconds piece{30};  // between two looks at whether somebody wants to stop

enum class Role : u8 { sound, description, table, base, unknown };

Role role_of(std::string_view name) {
    const std::string folded = text::folded(name);
    const auto ends = [&](std::initializer_list<std::string_view> endings) {
        return std::ranges::any_of(endings, [&](std::string_view one) { return folded.ends_with(one); });
    };
    if (ends({".wav", ".aif", ".aiff"})) return Role::sound;
    if (ends({".json"})) return Role::description;
    if (ends({".csv"})) return Role::table;
    return ends({".ppak", ".pak", ".tar"}) ? Role::base : Role::unknown;
}

Problem one_only(std::string_view what, std::string_view first, std::string_view second) {
    return {.expected = fmt::format("one {}", what), .found = fmt::format("{} and {}", first, second)};
}

ordered_json line_json(Severity severity, std::string_view place, std::string_view words) {
    return {{"severity", severity == Severity::error     ? "error"
                         : severity == Severity::warning ? "warning"
                                                         : "note"},
            {"place", place},
            {"words", words}};
}

}  // namespace

Reply KitDesk::put(std::string name, Bytes file) {
    building.reset();
    if (role_of(name) == Role::unknown)
        return refused(Problem{.file = std::move(name),
                               .expected = "a WAV or AIFF, a description as JSON or CSV, or a backup",
                               .found = "another kind of file"});
    files[std::move(name)] = std::move(file);
    return {};
}

Reply KitDesk::remove(const std::string& name) {
    building.reset();
    files.erase(name);
    return {};
}

// As the command line takes it: a description, or tables, or the sounds in the order of their names.
Result<std::string> KitDesk::described(std::vector<std::string> sounds) const {
    std::string_view json;
    convert::KitTables tables;
    bool tabled = false;
    for (const auto& [name, file] : files) {
        const std::string own = text::folded(std::string_view(name).substr(name.rfind('/') + 1));
        if (role_of(name) == Role::description && !json.empty()) return one_only("description", json, name);
        if (role_of(name) == Role::description) json = name;
        if (role_of(name) != Role::table) continue;
        auto* table = own == "pads.csv"       ? &tables.pads
                      : own == "patterns.csv" ? &tables.patterns
                      : own == "scenes.csv"   ? &tables.scenes
                                              : nullptr;
        if (!table)
            return Problem{.file = name, .expected = "pads.csv, patterns.csv or scenes.csv", .found = "a table of another name"};
        *table = groovebench::text_of(file), tabled = true;
    }
    if (!json.empty()) return std::string(groovebench::text_of(files.at(std::string(json))));
    return tabled ? convert::description_of_tables(tables) : convert::description_of_sounds(sounds);
}

Result<convert::KitOrder> KitDesk::ordered() {
    convert::KitOrder order{.when = moment_now()};
    std::vector<std::string> sounds;
    std::string_view base;
    for (const auto& [name, file] : files) {
        if (role_of(name) == Role::base && !base.empty()) return one_only("backup that all goes into", base, name);
        if (role_of(name) == Role::base) base = name, order.base = file;
        if (role_of(name) == Role::sound) sounds.push_back(name), order.files[name] = file;
    }
    auto text = described(std::move(sounds));
    if (!text) return text.problem();
    description = *std::move(text);
    order.description = description;
    return order;
}

Reply KitDesk::plan() {
    building.reset();
    const auto order = ordered();
    ordered_json lines = ordered_json::array();
    if (!order) {
        lines.push_back(line_json(Severity::error, "The description", sentence(order.problem())));
        return {.json = text_of({{"lines", lines}, {"can_build", false}, {"proven", false}})};
    }
    const convert::KitPlan plan = convert::plan_kit(*order);
    for (const convert::KitLine& line : plan.lines) lines.push_back(line_json(line.severity, line.place, line.words));
    return {.json = text_of({{"lines", lines},
                             {"can_build", plan.can_build},
                             {"proven", plan.proven},
                             {"unproven", plan.proven ? std::string_view() : convert::unproven}})};
}

Reply KitDesk::begin() {
    const auto order = ordered();
    if (!order) return refused(order.problem());
    auto started = convert::KitBuilding::start(*order);
    if (!started) return refused(started.problem());
    building = *std::move(started);
    return {};
}

Reply KitDesk::step() {
    if (!building) return refused("no .ppak is being made");
    const auto until = std::chrono::steady_clock::now() + piece;
    bool more = true;
    while (more && std::chrono::steady_clock::now() < until) more = building->step();
    return {.json = text_of({{"more", more}, {"share", building->progress()}})};
}

Reply KitDesk::end() {
    if (!building) return refused("no .ppak is being made");
    auto kit = building->result();
    building.reset();
    if (!kit) return refused(kit.problem());
    ordered_json lines = ordered_json::array();
    for (const Problem& problem : kit->findings) lines.push_back(line_json(problem.severity, problem.path, sentence(problem)));
    return {.json = text_of({{"lines", lines}, {"proven", kit->proven}}), .bytes = std::move(kit->file)};
}

Reply KitDesk::forget() {
    building.reset();
    files.clear();
    return {};
}

}  // namespace groovebench::app
