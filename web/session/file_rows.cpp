#include "session/file_rows.h"

#include <algorithm>
#include <utility>

#include "bytes/format.h"
#include "schema/walk.h"
#include "session/checks.h"
#include "text/latin1.h"

namespace groovebench::app {
namespace {

constexpr std::size_t at_once = 20000;  // values a frame that a search looks at: some milliseconds

std::vector<std::string> words_of(std::string_view typed) {
    std::vector<std::string> words;
    while (!typed.empty()) {
        const auto space = std::min(typed.find(' '), typed.size());
        if (space) words.push_back(small_letters(typed.substr(0, space)));
        typed.remove_prefix(std::min(space + 1, typed.size()));
    }
    return words;
}

FileForm form_of(const FileShown& file) {
    const FileKind kind = kind_of(file.path);
    const auto problem = refusal(kind, file.bytes);
    if (problem) return {.refused = sentence(*problem)};
    return {.table = schema_of(kind), .is_text = kind == FileKind::project};
}

}  // namespace

bool is_known_elsewhere(std::string_view path) {
    const std::string folded = text::folded(path);
    constexpr std::string_view endings[] = {".opz", ".aif", ".aiff", ".json", "import.log", ".tar", ".ppak", ".pak"};
    const auto ends = [&](std::string_view ending) { return folded.ends_with(ending); };
    const bool in_backup = folded.find(".tar/") != folded.npos || (folded.starts_with("sounds/") && folded.ends_with(".wav"));
    return in_backup || std::ranges::any_of(endings, ends);
}

std::string small_letters(std::string_view words) {
    std::string text(words);
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = char(c + 32);
    return text;
}

const Schema& seen_through(const Schema& record, ByteView file, std::size_t at) {
    return octatrack::record_forms().seen(record, file.subspan(at, record.size));
}

const std::vector<FileRow>& FileRows::of(const FileShown& file, const std::string& filter) {
    stale = stale || made_for != file.path || revision != file.revision || filter_made_for != filter;
    if (stale) {
        made_for = file.path, filter_made_for = filter, revision = file.revision;
        wanted = words_of(filter);
        rebuild(file);
        stale = false;
    }
    if (walk) search(file);
    return rows;
}

void FileRows::rebuild(const FileShown& file) {
    walk.reset();
    passed = 0;
    if (kind_of(file.path) == FileKind::other && is_known_elsewhere(file.path)) return ask(file);
    rows.clear();
    known = form_of(file);
    if (known.is_text) {
        rows = text_rows(file.bytes, unfolded, !wanted.empty());
        const auto unwanted = [&](const FileRow& row) {
            const std::string text =
                small_letters(row.path + " " + row.words + " " + (row.field ? std::string(row.field->note) : ""));
            return row.folds || !std::ranges::all_of(wanted, [&](const auto& word) { return text.find(word) != text.npos; });
        };
        if (!wanted.empty()) std::erase_if(rows, unwanted);
    } else if (known.table && wanted.empty()) {
        add_fields(file, *known.table, 0, "", 0);
    } else if (known.table) {
        walk.emplace(*known.table);
    }
}

// What was told before stays on screen until the answer is there.
void FileRows::ask(const FileShown& file) {
    if (told_of != file.path) rows.clear(), own_fields.clear(), known = {}, told_of = file.path;
    order = {.name = std::string(file.path),
             .unfolded = {unfolded.begin(), unfolded.end()},
             .wanted = words_of(text::folded(filter_made_for))};
}

// One question at a time: what has changed meanwhile is asked behind it.
std::optional<FieldsOrder> FileRows::take_order() {
    if (asked || !order) return {};
    asked = true;
    return std::exchange(order, std::nullopt);
}

void FileRows::told(FieldsTold answer, u64 file_revision) {
    asked = false;
    if (order || file_revision != revision) return;
    known = {.refused = std::move(answer.refused), .format = std::move(answer.format), .locked = std::move(answer.locked)};
    rows.clear();
    own_fields = std::move(answer.fields);
    for (ToldRow& one : answer.rows) {
        FileRow row{std::move(one.path), one.name_at, one.field < 0 ? nullptr : &own_fields[std::size_t(one.field)]->field,
                    one.offset,          one.size,    one.flag,
                    one.depth,           one.folds,   one.open,
                    std::move(one.words)};
        row.told = true, row.number = one.number, row.plain = one.plain, row.note = std::move(one.note);
        rows.push_back(std::move(row));
    }
}

void FileRows::add_fields(const FileShown& file, const Schema& record, std::size_t at, const std::string& prefix, int depth) {
    for (const Field& field : seen_through(record, file.bytes, at).fields) add_field(file, field, at, prefix, depth);
}

void FileRows::add_field(const FileShown& file, const Field& field, std::size_t at, const std::string& prefix, int depth) {
    const std::string path = prefix + std::string(field.name);
    const std::size_t offset = at + field.offset;
    if (!field.is_array) return add_element(file, field, offset, path, prefix.size(), depth);
    FileRow row{path, prefix.size(), &field, offset, std::size_t(field.size) * field.count};
    row.depth = depth, row.folds = true, row.open = unfolded.contains(path);
    row.words = field.record ? fmt::format("{} × {}", field.count, field.record->name) : fmt::format("{} values", field.count);
    rows.push_back(row);
    for (u32 i = 0; row.open && i < field.count; i++)
        add_element(file, field, offset + std::size_t(i) * field.size, fmt::format("{}[{}]", path, i + 1), prefix.size(),
                    depth + 1);
}

void FileRows::add_element(const FileShown& file, const Field& field, std::size_t offset, std::string path, std::size_t name_at,
                           int depth) {
    const bool flags = field.kind == Kind::flags;
    FileRow row{std::move(path), name_at, &field, offset, field.size};
    row.depth = depth, row.folds = field.record || flags, row.open = row.folds && unfolded.contains(row.path);
    if (field.record) row.words = seen_through(*field.record, file.bytes, offset).name;
    rows.push_back(row);
    if (row.open && field.record) add_fields(file, *field.record, offset, row.path + ".", depth + 1);
    if (row.open && flags) add_flags(row);
}

void FileRows::add_flags(const FileRow& mask) {
    for (int flag = 0; flag < mask.field->bits; flag++) {
        FileRow row{fmt::format("{}[{}]", mask.path, flag + 1), mask.name_at, mask.field, mask.offset, mask.size};
        row.flag = flag, row.depth = mask.depth + 1;
        rows.push_back(std::move(row));
    }
}

bool FileRows::is_wanted(const std::string& path, const Field& field, std::size_t offset, ByteView file) const {
    std::string rest;  // what is only spelled out for words that the name does not hold
    for (const std::string& word : wanted) {
        if (path.find(word) != path.npos) continue;
        if (rest.empty())
            rest = small_letters(fmt::format("{} {} {} {}", field.note, groovebench::shown({&field, offset}, file),
                                             groovebench::word(field.unit), groovebench::word(field.evidence)));
        if (rest.find(word) == rest.npos) return false;
    }
    return true;
}

void FileRows::search(const FileShown& file) {
    for (std::size_t i = 0; i < at_once; i++, passed++) {
        if (rows.size() >= most_found || !walk->next(file.bytes)) return walk.reset();
        if (!is_wanted(walk->path(), walk->field(), walk->offset(), file.bytes)) continue;
        rows.push_back({walk->path(), 0, &walk->field(), walk->offset(), walk->field().size});
    }
}

void FileRows::fold(const FileRow& row) {
    if (const auto open = unfolded.find(row.path); open != unfolded.end())
        unfolded.erase(open);
    else
        unfolded.insert(row.path);
    stale = true;
}

void FileRows::unfold_to(std::string_view path) {
    for (std::size_t i = 0; i < path.size(); i++)
        if (path[i] == '.' || path[i] == '[') unfolded.emplace(path.substr(0, i));
    stale = true;
}

std::string FileRows::path_at(const FileShown& file, std::size_t offset) const {
    if (known.is_text) {
        for (const FileRow& row : text_rows(file.bytes, {}, true))
            if (!row.folds && offset >= row.offset && offset < row.offset + row.size) return row.path;
        return {};
    }
    if (!known.format.empty()) {
        for (const FileRow& row : rows)
            if (!row.folds && offset >= row.offset && offset - row.offset < row.size) return row.path;
        return {};
    }
    if (!known.table) return {};
    return groovebench::path_at(*known.table, offset, 0, file.bytes, octatrack::record_forms());
}

}  // namespace groovebench::app
