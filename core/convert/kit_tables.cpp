#include "convert/kit_tables.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "bytes/format.h"
#include "ep133/pad.h"

namespace groovebench::convert {
namespace {

using json = nlohmann::ordered_json;
using Cells = std::vector<std::string>;

constexpr int first_slot = 700;

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

// The next cell; `text` begins with what ended it, or is empty. Quotes hold commas and lines, and "" in them is one.
std::string take_cell(std::string_view& text, char comma) {
    if (text.starts_with('"')) {
        std::string cell;
        text.remove_prefix(1);
        for (; !text.empty(); text.remove_prefix(1)) {
            if (text[0] == '"' && !text.starts_with("\"\"")) break;
            if (text[0] == '"') text.remove_prefix(1);
            cell += text[0];
        }
        if (!text.empty()) text.remove_prefix(1);
        text.remove_prefix(std::min(text.find_first_of(std::string{comma, '\n'}), text.size()));
        return cell;
    }
    const std::string_view cell = text.substr(0, text.find_first_of(std::string{comma, '\n'}));
    text.remove_prefix(cell.size());
    return std::string(trimmed(cell));
}

std::vector<Cells> rows_of(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const std::string_view first = text.substr(0, text.find('\n'));
    const char comma = std::ranges::count(first, ';') > std::ranges::count(first, ',') ? ';' : ',';
    std::vector<Cells> rows;
    while (!text.empty()) {
        Cells row{take_cell(text, comma)};
        while (text.starts_with(comma)) text.remove_prefix(1), row.push_back(take_cell(text, comma));
        if (!text.empty()) text.remove_prefix(1);
        if (std::ranges::any_of(row, [](const std::string& cell) { return !cell.empty(); })) rows.push_back(std::move(row));
    }
    return rows;
}

// An object for each row, without its empty cells.
Result<json> table(std::string_view text, std::string_view what) {
    json all = json::array();
    const auto rows = rows_of(text);
    for (std::size_t i = 1; i < rows.size(); i++) {
        if (rows[i].size() > rows[0].size())
            return Problem{.path = fmt::format("{}, row {}", what, i + 1),
                           .expected = fmt::format("{} cells", rows[0].size()),
                           .found = std::to_string(rows[i].size())};
        json row = json::object();
        for (std::size_t at = 0; at < rows[i].size(); at++)
            if (!rows[i][at].empty()) row[rows[0][at]] = rows[i][at];
        all.push_back(std::move(row));
    }
    return all;
}

std::string taken(json& row, const char* name) {
    const std::string cell = row.contains(name) ? row[name].get<std::string>() : std::string();
    row.erase(name);
    return cell;
}

// A whole number as such, so that it reads like one; anything else is left to the reader of the description.
json number(const std::string& cell) {
    i64 value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    return error == std::errc() && end == cell.data() + cell.size() ? json(value) : json(cell);
}

// Slots for those that name none, from 700 on.
void number_sounds(json& sounds) {
    std::set<i64> known;
    for (const json& sound : sounds)
        if (sound["slot"].is_number()) known.insert(sound["slot"].get<i64>());
    i64 next = first_slot;
    for (json& sound : sounds) {
        while (sound["slot"] == 0 && known.contains(next)) next++;
        if (sound["slot"] == 0) known.insert(next), sound["slot"] = next;
    }
}

// The sounds that rows of pads name, each once; and the pads with the slots of theirs.
void add_pads(json rows, json& description) {
    json& sounds = description["sounds"] = json::array();
    std::map<std::string, std::size_t> by_file;
    std::vector<std::string> files;
    for (json& row : rows) {
        const std::string file = taken(row, "file"), slot = taken(row, "slot"), name = taken(row, "name");
        files.push_back(file);
        if (file.empty() && !slot.empty()) row["sound"] = slot;
        if (file.empty() || !by_file.emplace(file, sounds.size()).second) continue;
        sounds.push_back({{"file", file}, {"slot", slot.empty() ? json(0) : number(slot)}});
        if (!name.empty()) sounds.back()["name"] = name;
    }
    number_sounds(sounds);
    for (std::size_t i = 0; i < files.size(); i++)
        if (!files[i].empty()) rows[i]["sound"] = sounds[by_file[files[i]]]["slot"];
    description["pads"] = std::move(rows);
}

void add_patterns(json rows, json& description) {
    json& patterns = description["patterns"] = json::array();
    std::map<std::string, std::size_t> by_name;
    for (json& row : rows) {
        const std::string name = taken(row, "pattern"), bars = taken(row, "bars");
        const auto [at, fresh] = by_name.emplace(name, patterns.size());
        if (fresh) patterns.push_back({{"pattern", name}, {"bars", 1}, {"notes", json::array()}});
        json& pattern = patterns[at->second];
        if (!bars.empty()) pattern["bars"] = number(bars);
        if (!row.empty()) pattern["notes"].push_back(std::move(row));
    }
}

void add_scenes(json rows, json& description) {
    json& scenes = description["scenes"] = json::array();
    for (json& row : rows) {
        json patterns = json::array();
        for (const char* group : {"a", "b", "c", "d"}) patterns.push_back(row.contains(group) ? row[group] : json(nullptr));
        scenes.push_back({{"patterns", std::move(patterns)}, {"time", row.contains("time") ? row["time"] : json("4/4")}});
    }
}

std::string text_of(const json& description) { return description.dump(-1, ' ', false, json::error_handler_t::replace); }

}  // namespace

Result<std::string> description_of_tables(const KitTables& tables) {
    json description = json::object();
    auto pads = table(tables.pads, "pads"), patterns = table(tables.patterns, "patterns"), scenes = table(tables.scenes, "scenes");
    for (const auto* one : {&pads, &patterns, &scenes})
        if (!*one) return one->problem();
    add_pads(*std::move(pads), description);
    add_patterns(*std::move(patterns), description);
    add_scenes(*std::move(scenes), description);
    return text_of(description);
}

std::string description_of_sounds(const std::vector<std::string>& files) {
    json sounds = json::array(), pads = json::array();
    for (std::size_t i = 0; i < files.size(); i++) {
        const int slot = first_slot + int(i);
        sounds.push_back({{"file", files[i]}, {"slot", slot}});
        if (i < std::size_t(ep133::groups * ep133::pads_in_a_group))
            pads.push_back({{"pad", fmt::format("{}{}", char('A' + i / 12), i % 12 + 1)}, {"sound", slot}});
    }
    return text_of({{"sounds", std::move(sounds)}, {"pads", std::move(pads)}});
}

}  // namespace groovebench::convert
