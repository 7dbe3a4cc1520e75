#include "card/journal.h"

#include <nlohmann/json.hpp>
#include <set>

#include "card/records.h"

namespace groovebench::card {

namespace {

using Json = nlohmann::ordered_json;

Json print_of(Json record, ByteView bytes) {
    const Fingerprint print = fingerprint(bytes);
    record["size"] = print.size;
    record["hash"] = hex(print.hash);
    return record;
}

Json change_of(const Change& change) {
    const u64 file = change.file ? change.file->number : 0;
    switch (change.kind) {
        case Change::Kind::add:
            return {{"file", file}, {"add", text_of(change.after)}};
        case Change::Kind::remove:
            return {{"file", file}, {"remove", text_of(change.before)}};
        case Change::Kind::rename:
            return {{"file", file}, {"rename", text_of(change.before)}, {"to", text_of(change.after)}};
        case Change::Kind::bytes:
            break;
    }
    return {{"file", file}, {"at", change.offset}, {"before", base64(change.before)}, {"after", base64(change.after)}};
}

Json record_of_told(Event::Kind kind, const Told& told) {
    Json record = Json::object();
    if (kind == Event::Kind::allow) return {{"allow", told.path}};
    if (kind == Event::Kind::file) {
        record = {{"file", told.file}, {"path", told.path}};
        if (told.on_card) return print_of(std::move(record), *told.bytes);
        record["bytes"] = base64(*told.bytes);
        if (told.edited) record["edited"] = true;
        return record;
    }
    if (told.ours) record = change_of(*told.ours);
    record["card"] = told.path;
    if (!told.bytes) return record["gone"] = true, record;
    record["file"] = told.file;
    return print_of(std::move(record), *told.bytes);
}

Json record_of(const Event& event) {
    if (event.told) return record_of_told(event.kind, *event.told);
    Json record = Json::object();
    record[event.kind == Event::Kind::edit ? "edit" : event.kind == Event::Kind::undo ? "undo" : "redo"] = event.edit->number;
    if (!event.whole) return record;
    record["label"] = event.edit->label;
    Json changes = Json::array();
    for (const Change& change : event.edit->changes) changes.push_back(change_of(change));
    record["changes"] = std::move(changes);
    return record;
}

// ---- reading: every key may be missing or of another type

std::optional<std::string> text_in(const Json& json, const char* key) {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_string()) return {};
    return found->get<std::string>();
}
std::optional<u64> number_in(const Json& json, const char* key) {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_number_unsigned()) return {};
    return found->get<u64>();
}
std::optional<Bytes> bytes_in(const Json& json, const char* key) {
    const auto text = text_in(json, key);
    return text ? from_base64(*text) : std::nullopt;
}
Bytes name_bytes(const std::string& name) { return Bytes(bytes_of(name).begin(), bytes_of(name).end()); }

std::optional<Fingerprint> print_in(const Json& json) {
    const auto size = number_in(json, "size");
    const auto hash = text_in(json, "hash");
    if (!size || !hash || hash->size() != 16) return {};
    return Fingerprint{*size, std::strtoull(hash->c_str(), nullptr, 16)};
}

std::optional<ChangeRecord> change_in(const Json& json) {
    if (!json.is_object()) return {};
    ChangeRecord change{.file = number_in(json, "file").value_or(0)};
    const auto named = [&](Change::Kind kind, std::string before, std::string after) {
        change.kind = kind, change.before = name_bytes(before), change.after = name_bytes(after);
        return change;
    };
    const auto to = text_in(json, "to");
    if (const auto path = text_in(json, "add")) return named(Change::Kind::add, "", *path);
    if (const auto path = text_in(json, "remove")) return named(Change::Kind::remove, *path, "");
    if (const auto path = text_in(json, "rename"); path && to) return named(Change::Kind::rename, *path, *to);
    const auto at = number_in(json, "at");
    auto before = bytes_in(json, "before"), after = bytes_in(json, "after");
    if (!at || !before || !after) return {};
    change.offset = std::size_t(*at), change.before = std::move(*before), change.after = std::move(*after);
    return change;
}

bool read_changes(const Json& json, Record& record) {
    const auto changes = json.find("changes");
    if (changes == json.end()) return record.kind != Record::Kind::edit;
    if (!changes->is_array()) return false;
    record.has_changes = true;
    record.label = text_in(json, "label").value_or("");
    for (const Json& one : *changes) {
        auto change = change_in(one);
        if (!change || change->file == 0) return false;
        record.changes.push_back(std::move(*change));
    }
    return !record.changes.empty();
}

bool read_file(const Json& json, Record& record) {
    const auto path = text_in(json, "path");
    if (!path || record.number == 0) return false;
    record.path = *path;
    record.print = print_in(json);
    record.there = record.print.has_value();
    if (record.there) return true;
    auto bytes = bytes_in(json, "bytes");
    if (!bytes) return false;
    record.bytes = std::move(*bytes);
    record.edited = json.contains("edited");
    return true;
}

bool read_card(const Json& json, Record& record) {
    record.number = number_in(json, "file").value_or(0);
    record.there = !json.contains("gone");
    record.print = print_in(json);
    if (json.contains("at")) record.ours = change_in(json);
    return !record.there || record.print;
}

}  // namespace

std::string base64(ByteView bytes) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::size_t have = std::min<std::size_t>(3, bytes.size() - at);
        u32 word = 0;
        for (std::size_t i = 0; i < 3; i++) word = word << 8 | (i < have ? u32(bytes[at + i]) : 0);
        for (std::size_t i = 0; i < 4; i++) text += i <= have ? digits[word >> (18 - 6 * i) & 63] : '=';
    }
    return text;
}

std::optional<Bytes> from_base64(std::string_view text) {
    const auto digit = [](char c) -> int {
        if (c >= 'A' && c <= 'Z') return c - 'A';
        if (c >= 'a' && c <= 'z') return c - 'a' + 26;
        if (c >= '0' && c <= '9') return c - '0' + 52;
        return c == '+' ? 62 : c == '/' ? 63 : -1;
    };
    if (text.size() % 4 != 0) return {};
    for (int i = 0; i < 2 && text.ends_with('='); i++) text.remove_suffix(1);
    Bytes bytes;
    bytes.reserve(text.size() * 3 / 4);
    u32 word = 0;
    int bits = 0;
    for (char c : text) {
        if (digit(c) < 0) return {};
        word = word << 6 | u32(digit(c));
        if ((bits += 6) < 8) continue;
        bits -= 8;
        bytes.push_back(std::byte(word >> bits));
    }
    return bytes;
}

std::optional<Record> read_record(std::string_view line) {
    const Json json = Json::parse(line, nullptr, false);
    if (!json.is_object()) return {};
    Record record;
    const auto is = [&](const char* key, Record::Kind kind) {
        const auto number = number_in(json, key);
        if (number) record.kind = kind, record.number = *number;
        return number.has_value();
    };
    if (const auto path = text_in(json, "card")) {
        record.kind = Record::Kind::card, record.path = *path;
        return read_card(json, record) ? std::optional(std::move(record)) : std::nullopt;
    }
    if (const auto path = text_in(json, "allow")) {
        record.kind = Record::Kind::allow, record.path = *path;
        return record;
    }
    bool good = false;
    if (is("edit", Record::Kind::edit) || is("undo", Record::Kind::undo) || is("redo", Record::Kind::redo))
        good = read_changes(json, record);
    else if (is("file", Record::Kind::file))
        good = read_file(json, record);
    return good ? std::optional(std::move(record)) : std::nullopt;
}

std::vector<std::string> take_journal(Document& document) {
    std::vector<std::string> records;
    // A name that is not UTF-8 cannot be in a browser; should one come, its record must still be text.
    for (const Event& event : document.take_events())
        records.push_back(record_of(event).dump(-1, ' ', false, Json::error_handler_t::replace));
    return records;
}

std::vector<std::string> journal_files(const std::vector<std::string>& records) {
    std::set<std::string> paths;
    for (const std::string& line : records) {
        const auto record = read_record(line);
        if (!record) continue;
        const bool of_card = record->kind == Record::Kind::card || record->kind == Record::Kind::allow;
        if (of_card || (record->kind == Record::Kind::file && record->there)) paths.insert(record->path);
    }
    return {paths.begin(), paths.end()};
}

}  // namespace groovebench::card
