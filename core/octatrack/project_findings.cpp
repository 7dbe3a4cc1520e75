#include "octatrack/project_findings.h"

#include <set>

#include "bytes/format.h"
#include "schema/values.h"

namespace groovebench::octatrack {
namespace {

constexpr std::size_t most_findings = 300;

struct List {
    const Project& project;
    std::vector<Problem> problems;

    void add(Severity severity, std::size_t offset, std::string path, std::string expected, std::string found,
             Cause cause = Cause::broken) {
        if (problems.size() < most_findings)
            problems.push_back({severity, {}, offset, std::move(path), std::move(expected), std::move(found), cause});
    }
};

bool allowed(const Field& field, i64 value) {
    if (value == field.none && field.none != no_none) return true;
    if (field.kind == Kind::choice) return !word_of(field.words, value).empty();
    return value >= field.min && value <= field.max;
}

std::string expectation(const Field& field) {
    if (field.kind == Kind::choice) {
        std::string list;
        for (const Word& word : field.words) list += fmt::format("{}{}", list.empty() ? "" : ", ", word.value);
        return list;
    }
    return field.none == no_none ? fmt::format("{} to {}", field.min, field.max)
                                 : fmt::format("{} to {}, or {} for none", field.min, field.max, field.none);
}

// The value of a line: a whole number within what the field allows.
void check_number(List& list, const text::Line& line, const Field& field, const std::string& path) {
    const std::string_view text = list.project.text.value(line);
    const auto value = text::whole_number(text);
    if (value && allowed(field, *value)) return;
    list.add(Severity::warning, line.value_offset, path, expectation(field), std::string(text.substr(0, 40)));
}

void check_version(List& list) {
    if (!list.project.read_only) return;
    const text::Line* line = find_line(list.project, *find_setting("VERSION"));
    list.add(
        Severity::warning, line ? line->value_offset : 0, "meta.version", "version 19 (OS 1.40)",
        line ? fmt::format("version {}, shown but not edited", list.project.text.value(*line)) : "no version, shown but not edited",
        Cause::unsupported);
}

void check_settings(List& list) {
    for (const Setting& setting : settings()) {
        if (setting.section == ProjectSection::meta) continue;
        const text::Line* line = find_line(list.project, setting);
        if (line)
            check_number(list, *line, setting.field, path_of(setting));
        else
            list.add(Severity::warning, Problem::nowhere, path_of(setting), std::string(setting.key), "no such line");
    }
}

void check_unknown_keys(List& list) {
    for (const ProjectSection kind : {ProjectSection::meta, ProjectSection::settings, ProjectSection::states}) {
        const text::Section* section = text::find_section(list.project.text, tag(kind));
        if (!section) continue;
        for (std::size_t i = section->first_line; i <= section->last_line; i++) {
            const text::Line& line = list.project.text.lines[i];
            if (line.kind == text::LineKind::entry && !find_setting(line.key))
                list.add(Severity::note, line.offset, std::string(line.key.substr(0, 60)), "",
                         "a key the references do not know; kept");
        }
    }
}

std::string block_path(const SampleBlock& block) { return block.known ? path_of(block.slot) : "samples"; }

void check_block_values(List& list, const SampleBlock& block) {
    const text::KeyValueText& text = list.project.text;
    const text::Section& section = text.sections[block.section];
    int linked = 0;
    for (std::size_t i = section.first_line; i <= section.last_line; i++)
        for (const Attribute attribute : attributes)
            if (const text::Line& line = text.lines[i]; line.kind == text::LineKind::entry && line.key == text_key(attribute)) {
                linked += attribute <= Attribute::loop_length;
                const bool other_direct = attribute == Attribute::trig_quantise && text.value(line) == "255";
                if (!other_direct)
                    check_number(list, line, attribute_field(attribute),
                                 block_path(block) + "." + std::string(attribute_field(attribute).name));
            }
    if (linked != 1)
        list.add(Severity::note, text.begin_of(section), block_path(block), "one of BPMx24, TRIM_BARSx100, LOOP_BARSx100",
                 fmt::format("{} of them", linked));
    if (!section.closed)
        list.add(Severity::warning, text.begin_of(section), block_path(block), "[/SAMPLE]", "a block without its end");
}

// Windows' characters and absolute paths: the machine writes neither.
void check_path(List& list, const SampleBlock& block) {
    const std::string_view path = block.values.path;
    const bool foreign = path.starts_with('/') || path.find_first_of("\\\":") != path.npos;
    if (foreign)
        list.add(Severity::warning, list.project.text.begin_of(list.project.text.sections[block.section]),
                 block_path(block) + ".path", "a path relative to the project, with /", std::string(path.substr(0, 100)));
}

void check_samples(List& list) {
    const text::KeyValueText& text = list.project.text;
    std::set<SlotRef> seen;
    SlotRef last{Pool::flex, 0};
    for (const SampleBlock& block : list.project.samples) {
        const std::size_t at = text.begin_of(text.sections[block.section]);
        check_block_values(list, block);
        check_path(list, block);
        if (!block.known) {
            list.add(Severity::warning, at, "samples", "TYPE FLEX or STATIC, SLOT 001 to 128 (FLEX to 136)",
                     "a block that names no slot");
            continue;
        }
        if (!seen.insert(block.slot).second)
            list.add(Severity::warning, at, path_of(block.slot), "one block", "another block for the same slot");
        else if (block.slot < last)
            list.add(Severity::note, at, path_of(block.slot), "slots in order, FLEX before STATIC",
                     fmt::format("{} after {}", label(block.slot), label(last)));
        last = std::max(last, block.slot);
    }
    for (int n = 1; n <= recorder_count; n++)
        if (const SlotRef slot{Pool::flex, pool_slots + n}; !seen.contains(slot))
            list.add(Severity::note, Problem::nowhere, path_of(slot), "a block for each recorder", "none");
}

void check_ending(List& list) {
    const text::KeyValueText& text = list.project.text;
    for (const text::Line& line : text.lines)
        if (line.ending == 1) {
            list.add(Severity::note, line.offset + line.size, "", "CR LF at the end of every line", "a lone LF");
            break;
        }
    const bool right = text.lines.size() >= 2 && text.lines.back().kind == text::LineKind::blank &&
                       text.lines[text.lines.size() - 2].kind == text::LineKind::comment;
    if (!right) list.add(Severity::note, text.bytes.size(), "", "a ruler and a blank line at the end", "another ending");
}

}  // namespace

std::vector<Problem> project_findings(const Project& project) {
    List list{project, {}};
    check_version(list);
    check_settings(list);
    check_unknown_keys(list);
    check_samples(list);
    check_ending(list);
    return std::move(list.problems);
}

}  // namespace groovebench::octatrack
