// Changes of a project's text in words: settings by name, slots by what they hold.
#include <algorithm>
#include <cctype>
#include <set>

#include "bytes/format.h"
#include "octatrack/changes.h"
#include "octatrack/changes_words.h"
#include "octatrack/project.h"
#include "schema/values.h"
#include "text/latin1.h"

namespace groovebench::octatrack {
namespace {

constexpr std::size_t lines_per_file = 200;

void add_settings(std::vector<std::string>& lines, const Project& before, const Project& after) {
    for (const Setting& setting : settings()) {
        const bool same_line = !find_line(before, setting) == !find_line(after, setting);
        if (same_line && changes::setting_text(before, setting) == changes::setting_text(after, setting)) continue;
        lines.push_back(changes::setting_title(setting) + " " +
                        changes::from_to(changes::setting_reading(before, setting), changes::setting_reading(after, setting)));
    }
}

struct AttributeValue {
    Attribute attribute;
    i64 SampleAttributes::* member;
};
constexpr AttributeValue attribute_values[] = {{Attribute::timestretch, &SampleAttributes::timestretch},
                                               {Attribute::loop_mode, &SampleAttributes::loop_mode},
                                               {Attribute::gain, &SampleAttributes::gain},
                                               {Attribute::trig_quantise, &SampleAttributes::trig_quantise}};

Attribute attribute_of(Priority priority) {
    return priority == Priority::trim   ? Attribute::trim_length
           : priority == Priority::loop ? Attribute::loop_length
                                        : Attribute::tempo;
}

void add_slot(std::vector<std::string>& out, SlotRef slot, const Project& before, const Project& after) {
    const SampleBlock *was = find_sample(before, slot), *is = find_sample(after, slot);
    changes::Lines lines(out, changes::slot_title(slot) + ": ");
    if (!was || !is) return lines.add(is ? changes::file_of(*is) + " added" : changes::file_of(*was) + " removed");
    if (changes::block_text(before, *was) == changes::block_text(after, *is)) return;
    const std::size_t first = lines.size();
    if (was->values.path != is->values.path) lines.add(changes::from_to(changes::file_of(*was), changes::file_of(*is)));
    for (const std::string& line : changes::attribute_changes(was->values, is->values)) lines.add(line);
    if (lines.size() == first) lines.add("other text");
}

void add_slots(std::vector<std::string>& lines, const Project& before, const Project& after) {
    std::set<SlotRef> slots;
    for (const Project* project : {&before, &after})
        for (const SampleBlock& block : project->samples)
            if (block.known) slots.insert(block.slot);
    for (const SlotRef slot : slots) add_slot(lines, slot, before, after);
}

// The text without what is told above: values of known settings, blocks of known slots.
std::string untold_text(const Project& project) {
    std::set<std::size_t> known;
    for (const Setting& setting : settings())
        if (const text::Line* line = find_line(project, setting)) known.insert(line->offset);
    for (const SampleBlock& block : project.samples)
        if (const SampleBlock* first = find_sample(project, block.slot); first == &block) {
            const text::Section& section = project.text.sections[block.section];
            for (std::size_t i = section.first_line; i <= section.last_line; i++) known.insert(project.text.lines[i].offset);
        }
    std::string out;
    for (const text::Line& line : project.text.lines)
        if (line.kind != text::LineKind::blank && !known.contains(line.offset)) out += std::string(project.text.whole(line)) + "\n";
    return out;
}

}  // namespace

namespace changes {

std::string setting_title(const Setting& setting) {
    std::string name = changes::words_of(setting.field.name);
    name[0] = char(std::toupper(u8(name[0])));
    return setting.index ? fmt::format("{} {}", name, setting.index) : name;
}

std::string_view setting_text(const Project& project, const Setting& setting) {
    const text::Line* line = find_line(project, setting);
    return line ? project.text.value(*line) : std::string_view();
}

std::string setting_reading(const Project& project, const Setting& setting) {
    return find_line(project, setting) ? with_minus(shown(project, setting)) : std::string("not there");
}

std::string file_of(const SampleBlock& block) {
    const std::string_view path = block.values.path;
    return path.empty() ? "no file" : text::utf8_from_latin1(path.substr(path.rfind('/') + 1));
}

std::vector<std::string> attribute_changes(const SampleAttributes& before, const SampleAttributes& after) {
    std::vector<std::string> lines;
    const auto told = [](Attribute attribute, i64 value) { return with_minus(shown_number(attribute_field(attribute), value)); };
    const auto name = [](Attribute attribute) { return words_of(attribute_field(attribute).name); };
    const Attribute was = attribute_of(before.priority), is = attribute_of(after.priority);
    if (was != is || before.priority_value != after.priority_value)
        lines.push_back(fmt::format("{} {}", name(is),
                                    was == is ? from_to(told(was, before.priority_value), told(is, after.priority_value))
                                              : told(is, after.priority_value)));
    for (const auto& [attribute, member] : attribute_values)
        if (before.*member != after.*member)
            lines.push_back(name(attribute) + " " + from_to(told(attribute, before.*member), told(attribute, after.*member)));
    return lines;
}

std::string_view block_text(const Project& project, const SampleBlock& block) {
    const text::Section& section = project.text.sections[block.section];
    const std::size_t begin = project.text.begin_of(section);
    return text_of(project.text.bytes.subspan(begin, project.text.end_of(section) - begin));
}

}  // namespace changes

std::vector<ChangeGroup> project_changes(ByteView before_text, ByteView after_text) {
    if (std::ranges::equal(before_text, after_text)) return {};
    const auto before = open_project(before_text), after = open_project(after_text);
    std::vector<std::string> lines;
    if (before && after) {
        add_settings(lines, *before, *after);
        add_slots(lines, *before, *after);
        if (lines.empty() || untold_text(*before) != untold_text(*after)) lines.push_back("other lines of the text");
    } else {
        lines.push_back("the text was replaced");
    }
    changes::Lines(lines, "").cap(0, lines_per_file);
    return {{"Project", std::move(lines)}};
}

}  // namespace groovebench::octatrack
