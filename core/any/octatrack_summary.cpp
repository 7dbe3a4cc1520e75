#include "any/octatrack_summary.h"

#include "bytes/format.h"
#include "octatrack/arrangement.h"
#include "octatrack/blank.h"
#include "octatrack/lock_text.h"
#include "octatrack/parameters.h"
#include "octatrack/sample_settings.h"
#include "octatrack/sample_slots.h"
#include "octatrack/thumbnail.h"
#include "octatrack/trigs.h"
#include "schema/markdown.h"
#include "text/latin1.h"

namespace groovebench::any {
namespace {

using namespace octatrack;

std::string counted(int n, std::string_view noun) { return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s"); }

// "part 2, 16 steps, 12 trigs, 3 locks: T1 T3 M2"
std::string pattern_words(const Pattern& pattern) {
    const Thumbnail look = thumbnail(pattern);
    std::string tracks;
    for (int row = 0; row < 2 * track_count; row++)
        if (look.trigs[std::size_t(row)] | look.others[std::size_t(row)])
            tracks += " " + label(TrackRef{row >= track_count, row % track_count});
    return fmt::format("part {}, {}, {}, {}{}{}", pattern.tail.part + 1, counted(look.length, "step"),
                       counted(trig_total(pattern), "trig"), counted(lock_total(pattern), "lock"), tracks.empty() ? "" : ":",
                       tracks);
}

// "T1 FLEX F003, T2 THRU, …"
std::string part_words(const Part& part) {
    std::string words;
    for (int t = 0; t < track_count; t++) {
        const auto machine = word_of(machine_words, part.machines[t]);
        const auto slot = part_value(part, t, sample_lock);
        words += fmt::format("{}T{} {}{}{}", t ? ", " : "", t + 1, machine.empty() ? "?" : machine, slot ? " " : "",
                             slot ? slot_name(machine_of(part, t), *slot) : "");
    }
    return words;
}

std::vector<Told> bank_summary(std::string_view name, const Bank& bank) {
    const int index = bank_of(base_name(name)).value_or(0);
    const std::string place = fmt::format("Bank {}", bank_letter(index));
    std::vector<Told> lines;
    int untouched = 0;
    for (int p = 0; p < pattern_count; p++)
        if (is_untouched(bank.patterns[p]))
            untouched++;
        else
            lines.push_back({{place, pattern_name(index, p)}, pattern_words(bank.patterns[p]), fmt::format("patterns[{}]", p + 1)});
    if (untouched) lines.push_back({{place}, counted(untouched, "untouched pattern"), ""});
    for (int p = 0; p < part_count; p++)
        lines.push_back({{place, fmt::format("Part {} {}", p + 1, text::utf8_from_latin1(bank.part_names[p].text.view()))},
                         part_words(bank.parts[p]),
                         fmt::format("parts[{}]", p + 1)});
    return lines;
}

std::vector<Told> project_summary(ByteView bytes) {
    const auto project = open_project(bytes);
    const Position at = current_position(*project);
    std::vector<Told> lines = {
        {{"Project"}, fmt::format("OS {}", os_version(*project)), "meta.os_version"},
        {{"Project"},
         fmt::format("{} BPM{}", shown(*project, *find_setting("TEMPOx24")),
                     pattern_tempo(*project) ? ", patterns have their own" : ""),
         "settings.tempo"},
        {{"Project"}, fmt::format("at {}, part {}", pattern_name(at.bank, at.pattern), at.part + 1), "states.pattern"}};
    for (const SlotRow& row : sample_slots(*project, nullptr))
        if (row.filled()) lines.push_back({{"Project", label(row.slot)}, row.path, path_of(row.slot)});
    return lines;
}

std::string slot_words(const SlotMarkers& slot) {
    const int slices = used_slices(slot);
    return fmt::format("frames {} to {}{}", u32(slot.trim_start), u32(slot.trim_end),
                       slices ? ", " + counted(slices, "slice") : "");
}

std::vector<Told> markers_summary(const Markers& markers) {
    std::vector<Told> lines;
    const auto add = [&](SlotRef slot) {
        const SlotMarkers& record = markers_of(markers, slot);
        if (!is_empty(record)) lines.push_back({{"Markers", label(slot)}, slot_words(record), path_of(slot)});
    };
    for (int n = 1; n <= pool_slots + recorder_count; n++) add({Pool::flex, n});
    for (int n = 1; n <= pool_slots; n++) add({Pool::static_pool, n});
    if (lines.empty()) lines.push_back({{"Markers"}, "no slot has a record", ""});
    return lines;
}

std::string row_words(const Row& row) {
    if (row.type == u8(RowType::pattern)) {
        const auto& played = row_as<PatternRow>(row);
        const int pattern = played.pattern;
        return fmt::format("{}, {}", pattern_name(pattern / pattern_count, pattern % pattern_count),
                           counted(played.repetitions + 1, "time"));
    }
    if (row.type == u8(RowType::reminder)) return text::utf8_from_latin1(row_as<ReminderRow>(row).text.view());
    const auto word = word_of(row_type_words, row.type);
    if (word.empty()) return fmt::format("type {} (unknown)", u8(row.type));
    return fmt::format("{}: row {}, {}", word, row_as<LoopRow>(row).target + 1, counted(row_as<LoopRow>(row).count, "time"));
}

std::vector<Told> arrangement_summary(const Arrangement& file) {
    std::vector<Told> lines;
    const auto add = [&](const ArrangementBlock& block, std::string_view title, std::string_view path) {
        const int rows = used_rows(block);
        lines.push_back({{std::string(title)},
                         fmt::format("\"{}\", {}", text::utf8_from_latin1(block.title.view()), counted(rows, "row")),
                         std::string(path)});
        for (int i = 0; i < rows; i++)
            lines.push_back({{std::string(title), fmt::format("row {}", i + 1)},
                             row_words(block.rows[i]),
                             fmt::format("{}.rows[{}]", path, i + 1)});
    };
    add(file.current, "Arrangement", "current");
    add(file.stored, "Arrangement as it was saved", "stored");
    return lines;
}

std::vector<Told> settings_summary(ByteView file) {
    std::vector<Told> lines;
    for (const Field& field : schema<SampleSettings>.fields)
        if (!field.is_array && field.kind != Kind::record && field.name != "checksum") {
            const std::string_view unit = word(field.unit);
            const std::string value = shown({&field, field.offset}, file);
            lines.push_back({{"Sample settings"},
                             fmt::format("{}: {}{}{}", field.note, value, unit.empty() || value.ends_with(unit) ? "" : " ",
                                         value.ends_with(unit) ? "" : unit),
                             std::string(field.name)});
        }
    return lines;
}

}  // namespace

std::vector<Told> octatrack_summary(FileKind kind, std::string_view name, ByteView file) {
    switch (kind) {
        case FileKind::bank:
            return bank_summary(name, *overlay<Bank>(file));
        case FileKind::project:
            return project_summary(file);
        case FileKind::markers:
            return markers_summary(*overlay<Markers>(file));
        case FileKind::arrangement:
            return arrangement_summary(*overlay<Arrangement>(file));
        case FileKind::sample_settings:
            return settings_summary(file);
        case FileKind::other:
            break;
    }
    return {};
}

std::string project_page() {
    std::string out = "# project\n\nLines of text, ended by CR LF: `KEY=VALUE` in sections.\n\n";
    out +=
        "| section | key | field | meaning | range | a new project has | evidence |\n| --- | --- | --- | --- | --- | --- | --- |\n";
    for (const Setting& setting : settings())
        out += fmt::format("| {} | {} | `{}` | {} | {} | {} | {} |\n", tag(setting.section), setting.key, path_of(setting),
                           cell(meaning_words(setting.field)),
                           setting.field.kind == Kind::text ? "text" : cell(range_words(setting.field)), setting.initial,
                           word(setting.field.evidence));
    out +=
        "\n## SAMPLE\n\nA block a slot: `TYPE` is FLEX or STATIC, `SLOT` counts from 1; 129 to 136 of FLEX are the recorders. Of "
        "tempo, trim\n"
        "length and loop length the one that was set is stored, the others follow from it.\n\n"
        "| key | field | meaning | range | evidence |\n| --- | --- | --- | --- | --- |\n| PATH | `flex[n].path` | the audio file | "
        "text | verified |\n";
    for (const Attribute attribute : attributes) {
        const Field& field = attribute_field(attribute);
        out += fmt::format("| {} | `flex[n].{}` | {} | {} | {} |\n", text_key(attribute), field.name, cell(meaning_words(field)),
                           cell(range_words(field)), word(field.evidence));
    }
    return out;
}

}  // namespace groovebench::any
