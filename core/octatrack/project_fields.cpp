#include "octatrack/project_fields.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "bytes/format.h"
#include "octatrack/file_json.h"
#include "octatrack/project_edit.h"
#include "octatrack/set_field.h"
#include "schema/values.h"
#include "text/latin1.h"

namespace groovebench::octatrack {
namespace {

constexpr std::string_view sample_path = "path";

Problem no_such(std::string_view path) {
    return {.path = std::string(path),
            .expected = "a setting, a state, or flex[n], recorders[n], static[n] and an attribute",
            .found = "no such field"};
}

bool is_pool(std::string_view path) { return path == "flex" || path == "recorders" || path == "static"; }

// "flex[3].gain": the slot, and the name behind the dot.
std::optional<std::pair<SlotRef, std::string_view>> slot_of_path(std::string_view path) {
    constexpr std::tuple<std::string_view, Pool, int> pools[] = {
        {"flex[", Pool::flex, 0}, {"recorders[", Pool::flex, pool_slots}, {"static[", Pool::static_pool, 0}};
    for (const auto& [start, pool, first] : pools) {
        const auto close = path.find(']');
        if (!path.starts_with(start) || close == path.npos) continue;
        int number = 0;
        const auto [end, error] = std::from_chars(path.data() + start.size(), path.data() + close, number);
        const SlotRef slot{pool, first + number};
        const bool inside = number >= 1 && number <= (first ? recorder_count : pool_slots);
        if (error != std::errc() || end != path.data() + close || !inside || !path.substr(close + 1).starts_with('.')) return {};
        return std::pair{slot, path.substr(close + 2)};
    }
    return {};
}

std::string shown_value(const Project& project, const ProjectField& field) {
    if (const auto* setting = std::get_if<const Setting*>(&field)) return shown(project, **setting);
    const auto& [slot, attribute] = std::get<SlotField>(field);
    const SampleBlock* block = find_sample(project, slot);
    if (!attribute) return text::utf8_from_latin1(block->values.path);
    const text::Line* line = text::find_entry(project.text, project.text.sections[block->section], text_key(*attribute));
    const auto number = text::whole_number(project.text.value(*line));
    return number ? shown_number(attribute_field(*attribute), *number) : text::utf8_from_latin1(project.text.value(*line));
}

const Field* field_of(const ProjectField& found) {
    if (const auto* setting = std::get_if<const Setting*>(&found)) return &(*setting)->field;
    const auto attribute = std::get<SlotField>(found).attribute;
    return attribute ? &attribute_field(*attribute) : nullptr;
}

Result<text::Splice> change(const Project& project, const Setting& setting, const Written& value) {
    return value.raw ? change_setting(project, setting, *value.raw) : change_setting(project, setting, value.shown);
}

Result<text::Splice> change(const Project& project, const SlotField& field, const Written& value, std::string_view path) {
    const SampleBlock* block = find_sample(project, field.slot);
    if (!block)
        return Problem{
            .path = std::string(path), .expected = "a slot with a sample", .found = fmt::format("{} is empty", label(field.slot))};
    if (field.attribute && value.raw) return change_attribute(project, *block, *field.attribute, *value.raw);
    if (field.attribute) return change_attribute(project, *block, *field.attribute, value.shown);
    const auto latin1 = text::latin1_from_utf8(value.shown);
    if (!latin1)
        return Problem{.path = std::string(path), .expected = "characters of ISO 8859-1", .found = std::string(value.shown)};
    return change_path(project, *block, *latin1);
}

}  // namespace

Result<ProjectField> find_project_field(std::string_view path) {
    if (const Setting* setting = find_setting_by_path(path)) return ProjectField(setting);
    const auto slot = slot_of_path(path);
    if (!slot) return no_such(path);
    if (slot->second == sample_path) return ProjectField(SlotField{slot->first, {}});
    for (const Attribute attribute : attributes)
        if (attribute_field(attribute).name == slot->second) return ProjectField(SlotField{slot->first, attribute});
    return no_such(path);
}

Result<ValueRead> read_project_value(ByteView bytes, std::string_view path) {
    const auto project = open_project(bytes);
    if (!project) return project.problem();
    if (path.empty()) return ValueRead{.json = project_json(bytes)};
    Json values = project_values(*project);
    const Json* found = value_at(values, path);
    if (!found || found->is_null()) return no_such(path);
    ValueRead read{.path = std::string(path), .json = found->dump(1)};
    const auto field = found->is_structured() ? no_such(path) : find_project_field(path);
    if (field) read.shown = shown_value(*project, *field), read.field = field_of(*field);
    return read;
}

Result<std::vector<Listed>> list_project_fields(ByteView bytes, std::string_view path) {
    const auto project = open_project(bytes);
    if (!project) return project.problem();
    Json values = project_values(*project);
    const Json* found = path.empty() ? &values : value_at(values, path);
    std::vector<Listed> list;
    if (!found && is_pool(path)) return list;  // all of its slots are empty
    if (!found) return no_such(path);
    if (!found->is_structured()) return list;
    std::size_t index = 0;
    for (const auto& [key, value] : found->items()) {
        index++;
        if (value.is_null()) continue;
        const std::string name = found->is_array() ? fmt::format("{}[{}]", path, index)
                                 : path.empty()    ? key
                                                   : fmt::format("{}.{}", path, key);
        const auto field = find_project_field(name);
        list.push_back({name, value.is_array() ? u32(value.size()) : 0, field ? field_of(*field) : nullptr});
    }
    return list;
}

Outcome set_project_field(Bytes& file, std::string_view path, const Written& value) {
    const auto project = open_project(file);
    if (!project) return project.problem();
    const auto field = find_project_field(path);
    if (!field) return field.problem();
    const auto* setting = std::get_if<const Setting*>(&*field);
    const auto splice = setting ? change(*project, **setting, value) : change(*project, std::get<SlotField>(*field), value, path);
    if (!splice) return splice.problem();
    auto bytes = text::spliced(file, *splice);
    if (!bytes) return bytes.problem();
    file = *std::move(bytes);
    return {};
}

}  // namespace groovebench::octatrack
