#include "octatrack/arrangement.h"

#include <algorithm>
#include <format>

#include "schema/walk.h"

namespace groovebench::octatrack {
namespace {

// Findings of a structure laid over one row, with their place in the file.
void check_row(const Arrangement& file, const Row& row, std::string_view block, int index, int rows,
               std::vector<Problem>& problems) {
    const auto at = std::size_t(reinterpret_cast<const char*>(&row) - reinterpret_cast<const char*>(&file));
    const std::string path = std::format("{}.rows[{}]", block, index + 1);
    for (Problem problem : validate(schema_of(row), std::as_bytes(std::span(&row, 1)))) {
        problem.path = path + "." + problem.path;
        problem.offset += at;
        problems.push_back(std::move(problem));
    }
    const bool loops = row.type == u8(RowType::loop);
    if (const int target = row_as<LoopRow>(row).target; loops && target >= rows)
        problems.push_back({.severity = Severity::warning,
                            .offset = at + 2,
                            .path = path + ".target",
                            .expected = std::format("row 1 to {}", rows),
                            .found = std::format("row {}", target + 1)});
}

}  // namespace

Result<const Arrangement*> open_arrangement(ByteView file) {
    if (auto outcome = check_container(file, sizeof(Arrangement), "ARRA", Header<"ARRA", 6>::known_version); !outcome)
        return outcome.problem();
    return overlay<Arrangement>(file);
}

const Schema& schema_of(const Row& row) {
    switch (row.type.as()) {
        case RowType::pattern:
            return schema<PatternRow>;
        case RowType::loop:
            return schema<LoopRow>;
        case RowType::reminder:
            return schema<ReminderRow>;
        default:
            return schema<Row>;
    }
}

Result<Place> find_value(const Arrangement& file, std::string_view path) {
    const auto whole = [&] { return find(schema<Arrangement>, path); };
    const auto bracket = path.find(".rows["), end = path.find("].");
    if (bracket == path.npos || end == path.npos || end < bracket) return whole();
    const auto row = find(schema<Arrangement>, std::string(path.substr(0, end + 2)) + "type");
    if (!row) return whole();
    const auto typed =
        find(schema_of(*overlay<Row>(std::as_bytes(std::span(&file, 1)), row->offset)), path.substr(end + 2), row->offset);
    return typed ? typed : whole();
}

int used_rows(const ArrangementBlock& block) { return std::min<int>(block.row_count, row_limit); }

Row new_pattern_row(int bank, int pattern) {
    Row row{};
    auto& fields = row_as<PatternRow>(row);
    fields.pattern = u8(bank * 16 + pattern);
    fields.scene_a = scene_unchanged;
    fields.scene_b = scene_unchanged;
    fields.end = 16;
    return row;
}

std::vector<Problem> arrangement_findings(const Arrangement& file) {
    std::vector<Problem> problems;
    for (const auto& [block, name] : {std::pair(&file.current, "current"), std::pair(&file.stored, "stored")}) {
        const int rows = used_rows(*block);
        if (block->row_count > row_limit)
            problems.push_back({.severity = Severity::warning,
                                .path = std::format("{}.row_count", name),
                                .expected = "0 to 256",
                                .found = std::to_string(block->row_count)});
        for (int i = 0; i < rows; i++) check_row(file, block->rows[i], name, i, rows, problems);
    }
    return problems;
}

}  // namespace groovebench::octatrack
