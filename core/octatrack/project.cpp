#include "octatrack/project.h"

#include <algorithm>

#include "bytes/format.h"
#include "octatrack/project_findings.h"
#include "schema/values.h"

namespace groovebench::octatrack {
namespace {

constexpr std::size_t largest_project = std::size_t(1) << 20;
constexpr std::string_view project_type = "OCTATRACK DPS-1 PROJECT";

const text::Section* section_of(const text::KeyValueText& text, const Setting& setting) {
    return text::find_section(text, tag(setting.section));
}

std::optional<i64> entry_number(const text::KeyValueText& text, const text::Section& section, std::string_view key) {
    const text::Line* line = text::find_entry(text, section, key);
    return line ? text::whole_number(text.value(*line)) : std::nullopt;
}

std::string_view entry_text(const text::KeyValueText& text, const text::Section& section, std::string_view key) {
    const text::Line* line = text::find_entry(text, section, key);
    return line ? text.value(*line) : std::string_view();
}

// The first of the three linked attributes that the block holds is the one with priority.
void read_priority(const text::KeyValueText& text, const text::Section& section, SampleAttributes& values) {
    for (std::size_t i = section.first_line; i <= section.last_line; i++)
        for (const Attribute attribute : {Attribute::tempo, Attribute::trim_length, Attribute::loop_length})
            if (text.lines[i].kind == text::LineKind::entry && text.lines[i].key == text_key(attribute)) {
                values.priority = Priority(attribute);
                values.priority_value = text::whole_number(text.value(text.lines[i])).value_or(0);
                return;
            }
}

SampleBlock read_block(const text::KeyValueText& text, std::size_t index) {
    const text::Section& section = text.sections[index];
    SampleBlock block{.section = index};
    const std::string_view type = entry_text(text, section, "TYPE");
    const i64 slot = entry_number(text, section, "SLOT").value_or(0);
    block.slot.pool = type == "STATIC" ? Pool::static_pool : Pool::flex;
    block.slot.number = slot >= 1 && slot <= pool_slots + recorder_count ? int(slot) : 0;
    block.known = (type == "FLEX" || type == "STATIC") && valid(block.slot);
    SampleAttributes& values = block.values;
    values.path = entry_text(text, section, "PATH");
    read_priority(text, section, values);
    auto read = [&](Attribute attribute, i64& value) { value = entry_number(text, section, text_key(attribute)).value_or(value); };
    read(Attribute::timestretch, values.timestretch);
    read(Attribute::loop_mode, values.loop_mode);
    read(Attribute::gain, values.gain);
    read(Attribute::trig_quantise, values.trig_quantise);
    if (values.trig_quantise == i64(SampleQuantise::direct)) values.trig_quantise = quantise_direct;
    return block;
}

}  // namespace

bool valid(SlotRef slot) { return slot.number >= 1 && slot.number <= pool_slots + (slot.pool == Pool::flex ? recorder_count : 0); }

std::string label(SlotRef slot) {
    if (slot.recorder()) return fmt::format("R{}", slot.number - pool_slots);
    return fmt::format("{}{:03}", slot.pool == Pool::flex ? 'F' : 'S', slot.number);
}

std::string path_of(SlotRef slot) {
    if (slot.recorder()) return fmt::format("recorders[{}]", slot.number - pool_slots);
    return fmt::format("{}[{}]", slot.pool == Pool::flex ? "flex" : "static", slot.number);
}

Result<Project> open_project(ByteView bytes) {
    if (bytes.size() > largest_project)
        return Problem{.offset = largest_project,
                       .path = "size",
                       .expected = fmt::format("at most {} bytes", largest_project),
                       .found = fmt::format("{} bytes", bytes.size())};
    Project project{.text = text::parse(bytes)};
    const text::Section* meta = text::find_section(project.text, "META");
    if (!meta || entry_text(project.text, *meta, "TYPE") != project_type)
        return Problem{.offset = 0,
                       .path = "meta.type",
                       .expected = std::string(project_type),
                       .found = meta ? std::string(entry_text(project.text, *meta, "TYPE").substr(0, 40)) : "no [META] section"};
    project.read_only = entry_text(project.text, *meta, "VERSION") != find_setting("VERSION")->initial;
    for (std::size_t i = 0; i < project.text.sections.size(); i++)
        if (project.text.sections[i].name == "SAMPLE") project.samples.push_back(read_block(project.text, i));
    project.findings = project_findings(project);
    return project;
}

const text::Line* find_line(const Project& project, const Setting& setting) {
    const text::Section* section = section_of(project.text, setting);
    return section ? text::find_entry(project.text, *section, setting.key, setting.nth) : nullptr;
}

std::optional<i64> number(const Project& project, const Setting& setting) {
    const text::Line* line = find_line(project, setting);
    return line ? text::whole_number(project.text.value(*line)) : std::nullopt;
}

i64 number_or_initial(const Project& project, std::string_view key, u32 nth) {
    const Setting* setting = find_setting(key, nth);
    if (!setting) return 0;
    return number(project, *setting).value_or(text::whole_number(setting->initial).value_or(0));
}

std::string shown(const Project& project, const Setting& setting) {
    const text::Line* line = find_line(project, setting);
    if (!line) return "missing";
    const auto value = number(project, setting);
    if (setting.field.kind == Kind::text || !value) return std::string(project.text.value(*line));
    return shown_number(setting.field, *value);
}

const SampleBlock* find_sample(const Project& project, SlotRef slot) {
    const auto same = [&](const SampleBlock& block) { return block.known && block.slot == slot; };
    const auto found = std::ranges::find_if(project.samples, same);
    return found == project.samples.end() ? nullptr : &*found;
}

std::string os_version(const Project& project) {
    const text::Line* line = find_line(project, *find_setting("OS_VERSION"));
    const std::string_view words = line ? project.text.value(*line) : std::string_view();
    const auto space = words.find_last_of(' ');
    return std::string(space == words.npos ? words : words.substr(space + 1));
}

i64 tempo_x24(const Project& project) { return number_or_initial(project, "TEMPOx24"); }
bool pattern_tempo(const Project& project) { return number_or_initial(project, "PATTERN_TEMPO_ENABLED") != 0; }
bool master_track(const Project& project) { return number_or_initial(project, "MASTER_TRACK") != 0; }
bool write_protected(const Project& project) { return number_or_initial(project, "WRITEPROTECTED") != 0; }

Position current_position(const Project& project) {
    auto at = [&](std::string_view key, i64 last) { return int(std::clamp(number_or_initial(project, key), i64(0), last)); };
    return {at("BANK", 15), at("PATTERN", 15), at("PART", 3)};
}

}  // namespace groovebench::octatrack
