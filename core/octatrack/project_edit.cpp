#include "octatrack/project_edit.h"

#include <algorithm>
#include <cmath>
#include <format>

#include "schema/values.h"

namespace groovebench::octatrack {
namespace {

constexpr double frames_per_second = 44100;
// Between 0.53 s (one-shot) and 2.00 s (loop) nobody has seen what the device decides; the longer is the safer sign of a loop.
constexpr double shortest_loop_seconds = 2.0;

Outcome writable(const Project& project) {
    if (!project.read_only) return {};
    return Problem{.path = "meta.version",
                   .expected = "version 19 (OS 1.40)",
                   .found = "another version, which is never edited",
                   .cause = Cause::unsupported};
}

// A field made for the text, with the four bytes it is read from and written to.
Result<Bytes> checked(const Field& field, i64 value, const std::string& path) {
    const Place place{&field, 0, -1};
    const Bytes zero(4);
    const bool listed =
        field.kind == Kind::choice ? !word_of(field.words, value).empty() : value >= field.min && value <= field.max;
    if (listed || (field.none != no_none && value == field.none)) return encoded(place, zero, value);
    return Problem{.path = path,
                   .expected = std::format("{} to {}", shown_number(field, field.min), shown_number(field, field.max)),
                   .found = std::to_string(value)};
}

Result<i64> typed_number(const Field& field, std::string_view typed, const std::string& path) {
    const Place place{&field, 0, -1};
    const Bytes zero(4);
    auto bytes = parsed(place, zero, typed);
    if (bytes) return number(place, *bytes);
    Problem problem = bytes.problem();
    problem.path = path, problem.offset = Problem::nowhere;
    return problem;
}

constexpr bool linked(Attribute attribute) { return attribute <= Attribute::loop_length; }

bool is_linked_line(const text::Line& line) {
    const bool one = line.key == text_key(Attribute::tempo) || line.key == text_key(Attribute::trim_length) ||
                     line.key == text_key(Attribute::loop_length);
    return line.kind == text::LineKind::entry && one;
}

// One line for the linked attribute in the place of the first one, the others taken out.
text::Splice switch_priority(const Project& project, const text::Section& section, const std::string& entry) {
    const auto& lines = project.text.lines;
    std::vector<std::size_t> found;
    for (std::size_t i = section.first_line; i <= section.last_line; i++)
        if (is_linked_line(lines[i])) found.push_back(i);
    if (found.empty()) {  // none: behind the opening line's PATH, where position 4 is, or at the end
        const text::Line* path = text::find_entry(project.text, section, "PATH");
        return text::insert_text(path ? path->end() : lines[section.first_line].end(), entry + "\r\n");
    }
    std::string kept;
    for (std::size_t i = found.front() + 1; i <= found.back(); i++)
        if (!is_linked_line(lines[i]))
            kept += std::string(text_of(project.text.bytes.subspan(lines[i].offset, lines[i].end() - lines[i].offset)));
    const text::Line &first = lines[found.front()], &last = lines[found.back()];
    if (found.size() == 1) return text::replace_range(project.text, first.offset, first.offset + first.size, entry);
    return text::replace_range(project.text, first.offset, last.end(), entry + "\r\n" + kept);
}

Outcome check_attributes(SlotRef slot, const SampleAttributes& values) {
    const std::pair<Attribute, i64> all[] = {{Attribute(values.priority), values.priority_value},
                                             {Attribute::timestretch, values.timestretch},
                                             {Attribute::loop_mode, values.loop_mode},
                                             {Attribute::gain, values.gain},
                                             {Attribute::trig_quantise, values.trig_quantise}};
    for (const auto& [attribute, value] : all) {
        const Field& field = attribute_field(attribute);
        if (auto bytes = checked(field, value, std::format("{}.{}", path_of(slot), field.name)); !bytes) return bytes.problem();
    }
    return values.path.empty() && slot.recorder() ? Outcome() : check_sample_path(values.path);
}

// The first block that belongs behind this slot, or null.
const SampleBlock* next_block(const Project& project, SlotRef slot) {
    const auto behind = [&](const SampleBlock& block) { return block.known && slot < block.slot; };
    const auto found = std::ranges::find_if(project.samples, behind);
    return found == project.samples.end() ? nullptr : &*found;
}

// Where the last ruler begins, if nothing but blank lines stands behind it; else the end of the file.
std::size_t closing_ruler(const text::KeyValueText& text) {
    for (std::size_t i = text.lines.size(); i-- > 0;) {
        if (text.lines[i].kind == text::LineKind::comment) return text.lines[i].offset;
        if (text.lines[i].kind != text::LineKind::blank) break;
    }
    return text.bytes.size();
}

}  // namespace

Result<text::Splice> change_setting(const Project& project, const Setting& setting, i64 value) {
    if (const Outcome allowed = writable(project); !allowed) return allowed.problem();
    const text::Line* line = find_line(project, setting);
    if (!line)
        return Problem{.path = path_of(setting), .expected = std::format("a line {}=", setting.key), .found = "no such line"};
    if (!editable(setting))
        return Problem{.path = path_of(setting), .expected = "a setting that is more than kept", .found = std::to_string(value)};
    if (auto bytes = checked(setting.field, value, path_of(setting)); !bytes) return bytes.problem();
    return text::replace_value(project.text, *line, std::to_string(value));
}

Result<text::Splice> change_setting(const Project& project, const Setting& setting, std::string_view typed) {
    if (!editable(setting))
        return Problem{.path = path_of(setting), .expected = "a setting that is more than kept", .found = std::string(typed)};
    const auto value = typed_number(setting.field, typed, path_of(setting));
    if (!value) return value.problem();
    return change_setting(project, setting, *value);
}

Result<text::Splice> change_attribute(const Project& project, const SampleBlock& block, Attribute attribute, i64 value) {
    if (const Outcome allowed = writable(project); !allowed) return allowed.problem();
    const Field& field = attribute_field(attribute);
    if (auto bytes = checked(field, value, std::format("{}.{}", path_of(block.slot), field.name)); !bytes) return bytes.problem();
    const text::Section& section = project.text.sections[block.section];
    const std::string entry = std::format("{}={}", text_key(attribute), value);
    if (linked(attribute)) return switch_priority(project, section, entry);
    if (const text::Line* line = text::find_entry(project.text, section, text_key(attribute)))
        return text::replace_value(project.text, *line, std::to_string(value));
    return text::insert_text(project.text.lines[section.last_line].offset, entry + "\r\n");
}

Result<text::Splice> change_attribute(const Project& project, const SampleBlock& block, Attribute attribute,
                                      std::string_view typed) {
    const Field& field = attribute_field(attribute);
    const auto value = typed_number(field, typed, std::format("{}.{}", path_of(block.slot), field.name));
    if (!value) return value.problem();
    return change_attribute(project, block, attribute, *value);
}

Result<text::Splice> change_path(const Project& project, const SampleBlock& block, std::string_view path) {
    if (const Outcome allowed = writable(project); !allowed) return allowed.problem();
    if (const Outcome good = check_sample_path(path); !good) return good.problem();
    const text::Line* line = text::find_entry(project.text, project.text.sections[block.section], "PATH");
    if (!line) return Problem{.path = path_of(block.slot) + ".path", .expected = "a line PATH=", .found = "no such line"};
    return text::replace_value(project.text, *line, path);
}

Result<text::Splice> set_slot(const Project& project, SlotRef slot, const SampleAttributes& values) {
    if (const Outcome allowed = writable(project); !allowed) return allowed.problem();
    if (!valid(slot))
        return Problem{.path = "samples", .expected = "slot 1 to 128, recorders 129 to 136", .found = std::to_string(slot.number)};
    if (const Outcome good = check_attributes(slot, values); !good) return good.problem();
    const text::KeyValueText& text = project.text;
    const std::string block = sample_block(slot, values);
    if (const SampleBlock* old = find_sample(project, slot)) {
        const text::Section& section = text.sections[old->section];
        return text::replace_range(text, text.begin_of(section), text.end_of(section), block);
    }
    const std::size_t at = place_for_block(project, slot);
    const bool unended = at == text.bytes.size() && !text.lines.empty() && text.lines.back().ending == 0;
    return text::insert_text(at, (unended ? "\r\n" : "") + block + "\r\n");
}

Result<text::Splice> clear_slot(const Project& project, SlotRef slot) {
    if (const Outcome allowed = writable(project); !allowed) return allowed.problem();
    if (slot.recorder()) return set_slot(project, slot, empty_recorder());
    const SampleBlock* block = find_sample(project, slot);
    if (!block) return Problem{.path = path_of(slot), .expected = "a slot with a sample", .found = "an empty slot"};
    const text::Section& section = project.text.sections[block->section];
    return text::replace_range(project.text, project.text.begin_of(section), end_of_block(project, *block), "");
}

std::size_t place_for_block(const Project& project, SlotRef slot) {
    const SampleBlock* next = next_block(project, slot);
    return next ? project.text.begin_of(project.text.sections[next->section]) : closing_ruler(project.text);
}

std::size_t end_of_block(const Project& project, const SampleBlock& block) {
    const text::KeyValueText& text = project.text;
    const text::Section& section = text.sections[block.section];
    const std::size_t next = section.last_line + 1;
    const bool blank = next < text.lines.size() && text.lines[next].kind == text::LineKind::blank;
    return blank ? text.lines[next].end() : text.end_of(section);
}

std::string sample_block(SlotRef slot, const SampleAttributes& values) {
    return std::format(
        "[SAMPLE]\r\nTYPE={}\r\nSLOT={:03}\r\nPATH={}\r\n{}={}\r\nTSMODE={}\r\nLOOPMODE={}\r\nGAIN={}\r\nTRIGQUANTIZATION={}\r\n[/"
        "SAMPLE]\r\n",
        slot.pool == Pool::flex ? "FLEX" : "STATIC", slot.number, values.path, text_key(Attribute(values.priority)),
        values.priority_value, values.timestretch, values.loop_mode, values.gain, values.trig_quantise);
}

i64 trim_bars_x100(u64 frames, i64 tempo_x24) {
    const double bars = double(frames) / frames_per_second * (double(tempo_x24) / 24) / 240;
    if (!(bars > 0)) return 0;
    const double power = std::clamp(std::round(std::log2(bars)), -6.0, 5.0);
    return i64(100 * std::exp2(power));
}

SampleAttributes loaded_sample(SlotRef slot, std::string path, u64 frames, i64 tempo_x24) {
    SampleAttributes values;
    values.path = std::move(path);
    if (double(frames) < shortest_loop_seconds * frames_per_second) return values;
    values.priority = Priority::trim;
    values.priority_value = trim_bars_x100(frames, tempo_x24);
    values.timestretch = i64(TimestretchMode::normal);
    values.loop_mode = slot.pool == Pool::flex ? i64(LoopMode::on) : i64(LoopMode::off);
    return values;
}

SampleAttributes empty_recorder() { return {.path = "", .timestretch = i64(TimestretchMode::normal), .gain = recorder_gain}; }

Outcome check_sample_path(std::string_view latin1) {
    auto refused = [&](std::string expected) {
        return Problem{.path = "path", .expected = std::move(expected), .found = std::string(latin1.substr(0, 100))};
    };
    if (latin1.empty()) return refused("the name of a sample");
    if (latin1.size() > 255) return refused("at most 255 characters");
    if (latin1.starts_with('/')) return refused("a path relative to the project's folder");
    if (latin1.find_first_of("\\\":*?<>|") != latin1.npos) return refused("a name without \\ \" : * ? < > |");
    if (std::ranges::any_of(latin1, [](char c) { return u8(c) < 0x20 || u8(c) == 0x7F; }))
        return refused("a name without control characters");
    return {};
}

}  // namespace groovebench::octatrack
