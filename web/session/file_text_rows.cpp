// A project's text as rows: every line with a value, by the name the references give it.
#include <map>

#include "bytes/format.h"
#include "octatrack/project_settings.h"
#include "session/file_rows.h"
#include "text/latin1.h"

namespace groovebench::app {
namespace {

using namespace octatrack;

std::string utf8(std::string_view latin1) { return text::utf8_from_latin1(latin1); }

class TextRows {
public:
    TextRows(const Project& of, const std::set<std::string, std::less<>>& open, bool everything)
        : project(of), unfolded(open), all(everything) {}

    std::vector<FileRow> made() {
        for (std::size_t i = 0; i < project.text.sections.size(); i++) add_section(i);
        return std::move(rows);
    }

private:
    // "SAMPLE F001 kick.wav" for a slot, else as the text has it.
    void add_section(std::size_t index) {
        const text::Section& section = project.text.sections[index];
        const SampleBlock* block = nullptr;
        for (const SampleBlock& one : project.samples)
            if (one.section == index && one.known) block = &one;
        FileRow row;
        row.path = block ? path_of(block->slot) : small_letters(utf8(section.name));
        if (const int again = seen[row.path]++) row.path += fmt::format(" ({})", again + 1);
        row.offset = project.text.begin_of(section), row.size = project.text.end_of(section) - row.offset;
        row.folds = true, row.open = all || unfolded.contains(row.path);
        row.words = block ? fmt::format("{} {}", label(block->slot), utf8(block->values.path)) : utf8(section.name);
        rows.push_back(row);
        keys.clear();
        for (std::size_t line = section.first_line; row.open && line <= section.last_line; line++)
            if (project.text.lines[line].kind == text::LineKind::entry) add_line(project.text.lines[line], row.path, block);
    }

    void add_line(const text::Line& line, const std::string& section, const SampleBlock* block) {
        FileRow row{section + ".", section.size() + 1, nullptr, line.offset, line.size};
        row.depth = 1, row.words = utf8(project.text.value(line));
        if (block)
            name_attribute(row, line, *block);
        else if (const Setting* setting = find_setting(line.key, u32(keys[std::string(line.key)]++)))
            row.path = path_of(*setting), row.field = &setting->field, row.key.setting = setting,
            row.words = shown(project, *setting), row.key.number = number(project, *setting).value_or(0);
        if (!row.field) row.path += utf8(line.key);
        row.name_at = row.path.find('.') + 1;
        rows.push_back(std::move(row));
    }

    void name_attribute(FileRow& row, const text::Line& line, const SampleBlock& block) const {
        for (const Attribute attribute : attributes) {
            if (line.key != text_key(attribute)) continue;
            row.field = &attribute_field(attribute);
            row.path += row.field->name;
            row.key.slot = block.slot, row.key.attribute = attribute;
            const auto value = text::whole_number(project.text.value(line));
            if (value) row.words = shown_number(*row.field, *value), row.key.number = *value;
        }
    }

    const Project& project;
    const std::set<std::string, std::less<>>& unfolded;
    bool all;
    std::map<std::string, int> seen, keys;
    std::vector<FileRow> rows;
};

}  // namespace

std::vector<FileRow> text_rows(ByteView file, const std::set<std::string, std::less<>>& unfolded, bool all) {
    const auto project = open_project(file);
    return project ? TextRows(*project, unfolded, all).made() : std::vector<FileRow>();
}

}  // namespace groovebench::app
