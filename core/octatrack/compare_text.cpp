// Differences of two project texts: a line for each setting, a block for each slot.
#include <set>

#include "octatrack/changes_words.h"
#include "octatrack/compare_detail.h"
#include "octatrack/project_edit.h"

namespace groovebench::octatrack::compare {
namespace {

using changes::from_to;

struct Range {
    std::size_t offset = 0, size = 0;
};
Piece piece_of(Range first, Range second) { return {{first.offset, second.offset}, {first.size, second.size}}; }

std::string section_title(ProjectSection section) {
    return section == ProjectSection::meta ? "Meta" : section == ProjectSection::settings ? "Settings" : "States";
}

// Where the line of a setting is, or would be: behind the last one before it that is there.
Range line_range(const Project& project, const Setting& setting) {
    if (const text::Line* line = find_line(project, setting)) return {line->offset, line->end() - line->offset};
    const text::Section* section = text::find_section(project.text, tag(setting.section));
    if (!section) return {project.text.bytes.size(), 0};
    std::size_t at = project.text.lines[section->first_line].end();
    for (const Setting& one : settings()) {
        if (&one == &setting) break;
        if (const text::Line* line = find_line(project, one); line && one.section == setting.section) at = line->end();
    }
    return {at, 0};
}

void add_settings(std::vector<FileDifference>& list, const Project& first, const Project& second) {
    for (const Setting& setting : settings()) {
        const text::Line *a = find_line(first, setting), *b = find_line(second, setting);
        if (!a && !b) continue;
        if (a && b && changes::setting_text(first, setting) == changes::setting_text(second, setting)) continue;
        const Piece piece = a && b ? piece_of({a->value_offset, a->value_size}, {b->value_offset, b->value_size})
                                   : piece_of(line_range(first, setting), line_range(second, setting));
        list.push_back({{"Project", section_title(setting.section)},
                        changes::setting_title(setting) + " " +
                            from_to(changes::setting_reading(first, setting), changes::setting_reading(second, setting)),
                        path_of(setting),
                        {piece}});
    }
}

// The block with its blank line, or where it would stand.
Range block_range(const Project& project, SlotRef slot) {
    const SampleBlock* block = find_sample(project, slot);
    if (!block) return {place_for_block(project, slot), 0};
    const text::Section& section = project.text.sections[block->section];
    const std::size_t begin = project.text.begin_of(section);
    return {begin, end_of_block(project, *block) - begin};
}
Range bare_range(const Project& project, const SampleBlock& block) {
    const text::Section& section = project.text.sections[block.section];
    const std::size_t begin = project.text.begin_of(section);
    return {begin, project.text.end_of(section) - begin};
}

std::string slot_words(const SampleBlock* first, const SampleBlock* second) {
    if (!first || !second) return changes::file_of(first ? *first : *second) + (first ? " removed" : " added");
    std::string words;
    const auto add = [&](const std::string& more) { words += (words.empty() ? "" : ", ") + more; };
    if (first->values.path != second->values.path) add(from_to(changes::file_of(*first), changes::file_of(*second)));
    for (const std::string& line : changes::attribute_changes(first->values, second->values)) add(line);
    return words.empty() ? "other text" : words;
}

void add_slots(std::vector<FileDifference>& list, const Project& first, const Project& second) {
    std::set<SlotRef> slots;
    for (const Project* project : {&first, &second})
        for (const SampleBlock& block : project->samples)
            if (block.known) slots.insert(block.slot);
    for (const SlotRef slot : slots) {
        const SampleBlock *a = find_sample(first, slot), *b = find_sample(second, slot);
        if (a && b && changes::block_text(first, *a) == changes::block_text(second, *b)) continue;
        const Piece piece = a && b ? piece_of(bare_range(first, *a), bare_range(second, *b))
                                   : piece_of(block_range(first, slot), block_range(second, slot));
        list.push_back({{"Project", changes::slot_title(slot)}, slot_words(a, b), path_of(slot), {piece}});
    }
}

}  // namespace

void add_project(std::vector<FileDifference>& list, const Project& first, const Project& second) {
    add_settings(list, first, second);
    add_slots(list, first, second);
}

}  // namespace groovebench::octatrack::compare
