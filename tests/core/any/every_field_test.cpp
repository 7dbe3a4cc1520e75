// One edit of every kind of field of every format of the EP-133 and the OP-Z: the file differs in that field only, and in what
// the format ties to it. That every field has a value in an example is tested here, too. Fields of members through their
// archives: every_archive_field_test.
#include <bit>
#include <cstring>
#include <set>

#include "edits.h"

using namespace groovebench;
using any::File;
using namespace groovebench::test;

namespace {

struct Range {
    std::size_t from, size;
};

// ---- what an edit may change besides its own bytes

// Fields that a format ties together, by the kind of the path, and what changes too: "^" is what the path lies in.
struct Tie {
    std::string_view format, kind, with;
};
constexpr Tie ties[] = {
    {"ep133 sound", "metadata.sound.rootnote", "sampler.unity_note"},  // ep133.md 3.2: one note in two places
    {"opz project", "chains[].patterns[]", "chains"},                  // opz.md 2: a chain is written whole
    {"opz project", "chains[].patterns[]", "active_chain"},            // the selected one plays
    {"opz project", "active_chain.patterns[]", "active_chain"},
    {"opz project", "active_chain.patterns[]", "selected_chain"},
    {"opz project", "selected_chain", "active_chain"},
    {"opz project", "patterns[].notes[].*[].note", "^"},                // opz.md 5.2: a note comes whole
    {"opz project", "patterns[].steps.*[].values.*", "^^.components"},  // opz.md 6: a value switches its component on
    {"opz project", "patterns[].steps.*[].components", "^.values"},
    {"opz project", "patterns[].steps.*[].locks.*", "^^.locked"},  // and a lock sets its flag
};

bool fits(std::string_view pattern, std::string_view kind) {
    while (!pattern.empty() && pattern.front() != '*') {
        if (kind.empty() || kind.front() != pattern.front()) return false;
        pattern.remove_prefix(1), kind.remove_prefix(1);
    }
    if (pattern.empty()) return kind.empty();
    pattern.remove_prefix(1);
    const std::size_t end = std::min(kind.find_first_of(".["), kind.size());
    return fits(pattern, kind.substr(end));
}

// Of "a.b.c": "^" is "a.b", "^.values" a neighbour, "other" what it says.
std::string tied_path(std::string_view with, std::string path) {
    while (with.starts_with('^')) {
        with.remove_prefix(1);
        const auto point = path.rfind('.');
        path.resize(point == path.npos ? 0 : point);
    }
    return with.starts_with('.') || with.empty() ? path + std::string(with) : std::string(with);
}

std::vector<Range> may_change(const File& file, const ValueRead& value) {
    std::vector<Range> all = {{value.offset, value.field->size}};
    const std::string kind = kind_of_path(value.path);
    for (const Tie& tie : ties) {
        if (tie.format != file.format()->name || !fits(tie.kind, kind)) continue;
        const auto other = file.read(tied_path(tie.with, value.path));
        if (!other) {
            ADD_FAILURE() << value.path << ": " << sentence(other.problem());
            continue;
        }
        const bool whole = other->field->is_array && !other->path.ends_with(']');
        all.push_back({other->offset, std::size_t(other->field->size) * (whole ? other->field->count : 1)});
    }
    return all;
}

// ---- looking at what changed

bool is_text(const File& file, std::string_view path) {
    const std::string_view format = file.format()->name;
    return format == "ep133 meta" || format == "opz kit" || format == "opz config" || path.starts_with("metadata.");
}

// All but the parts of the field keep their bits.
void expect_only_bits(const ValueRead& value, ByteView before, ByteView after) {
    const Field& field = *value.field;
    if (!field.bits) return;
    u64 changed = 0;
    for (u32 i = 0; i < field.size; i++) {
        const u32 at = field.big_endian ? i : field.size - 1 - i;
        changed = changed << 8 | u8(before[value.offset + at] ^ after[value.offset + at]);
    }
    if (field.kind == Kind::flags)
        EXPECT_EQ(std::popcount(changed), 1) << value.path;
    else
        EXPECT_EQ(changed & ~(((u64(1) << field.bits) - 1) << field.bit), 0u) << value.path;
}

std::vector<std::size_t> differing(ByteView before, ByteView after) {
    constexpr std::size_t step = 4096;
    std::vector<std::size_t> all;
    for (std::size_t from = 0; from < before.size(); from += step) {
        const std::size_t end = std::min(from + step, before.size());
        if (std::memcmp(before.data() + from, after.data() + from, end - from) == 0) continue;
        for (std::size_t i = from; i < end; i++)
            if (before[i] != after[i]) all.push_back(i);
    }
    return all;
}

void expect_only_bytes(const File& original, const File& file, const ValueRead& value) {
    const ByteView before = original.bytes(), after = file.bytes();
    ASSERT_EQ(before.size(), after.size()) << value.path;
    const auto allowed = may_change(original, value);
    const auto changed = differing(before, after);
    EXPECT_FALSE(changed.empty()) << value.path;
    for (const std::size_t offset : changed)
        EXPECT_TRUE(std::ranges::any_of(allowed, [&](const Range& one) { return offset - one.from < one.size; }))
            << original.name() << " " << value.path << " changed " << offset;
    expect_only_bits(value, before, after);
}

std::map<std::string, std::string> all_shown(const File& file) {
    std::map<std::string, std::string> all;
    EXPECT_TRUE(file.each("", [&](const ValueRead& value) { all[value.path] = value.shown; }));
    return all;
}

// A text may get longer or shorter: what is in front of the value stays but for the sizes of chunks, what is behind it too.
void expect_only_text(const File& original, const File& file, const ValueRead& value) {
    const std::string_view before = text_of(original.bytes()), after = text_of(file.bytes());
    ASSERT_EQ(before.substr(value.offset, value.json.size()), value.json) << value.path;
    int sizes = 0;
    for (std::size_t i = 0; i < value.offset; i++) sizes += before[i] != after[i];
    EXPECT_LE(sizes, 3 * 4) << value.path;
    if (is_text(original, "")) EXPECT_TRUE(sizes == 0 || original.format()->name == "opz kit") << value.path;
    const std::size_t behind = value.offset + value.json.size(), brace = before.rfind('}', before.rfind("data"));
    const std::string_view rest = before.substr(behind, brace == before.npos || brace < behind ? before.npos : brace + 1 - behind);
    if (original.format()->name == "opz kit")
        EXPECT_TRUE(after.ends_with(before.substr(before.rfind("SSND")))) << value.path;
    else if (original.format()->name == "ep133 sound")
        EXPECT_TRUE(after.find(rest, value.offset) != after.npos && after.ends_with(before.substr(before.rfind("data"))))
            << value.path;
    else
        EXPECT_TRUE(after.ends_with(before.substr(behind))) << value.path;
    auto was = all_shown(original), is = all_shown(file);
    ASSERT_EQ(was.size(), is.size()) << value.path;
    for (const auto& [path, shown] : was) {
        bool tied = path == value.path;
        for (const Tie& tie : ties) tied |= tie.kind == value.path && tie.with == path;
        if (!tied) EXPECT_EQ(is[path], shown) << value.path << " changed " << path;
    }
}

void edit_each_kind(const File& original) {
    int kinds = 0;
    const std::string_view format = original.format()->name;
    for (auto& [kind, paths] : paths_by_kind(original)) {
        kinds++;
        bool done = false;
        std::string refusal;
        const bool never = is_never_set(format, kind);
        if (never) paths.resize(1);
        File file = original;
        for (const std::string& path : paths) {
            const ValueRead value = *original.read(path);
            if (!set_to_another(file, value, refusal)) continue;
            done = true;
            if (format == "ep133 pattern" && path.ends_with(".position")) break;  // it moves: rules_test
            if (is_text(original, path))
                expect_only_text(original, file, value);
            else
                expect_only_bytes(original, file, value);
            EXPECT_FALSE(file.problem()) << path;
            // A whole project of an OP-Z takes a while to compare.
            if (original.bytes().size() < 10000 || kinds % 50 == 0) EXPECT_FALSE(original.differences(file)->empty()) << path;
            expect_the_way_back(file, value);
            break;
        }
        EXPECT_NE(done, never) << original.name() << " " << kind << ": " << refusal;
    }
    std::cout << original.name() << ": " << kinds << " kinds\n";
}

// The names of a format's page, from rows such as "| 0x8 | 8 × 2 | `start[1…24]` | …".
std::set<std::string> names_on_page(const any::Format& format) {
    std::set<std::string> names;
    const std::string page = format.page();
    const std::regex row(R"(\| `(?:….)?([^`\[]+)(\[[^`]*\])?(\.[a-z]+)?` \|)");
    for (std::sregex_iterator at(page.begin(), page.end(), row), end; at != end; ++at) names.insert((*at)[1]);
    names.erase("others");  // members that are only kept
    return names;
}

std::string without_brackets(std::string kind) {
    std::erase_if(kind, [](char c) { return c == '[' || c == ']'; });
    return kind;
}
// "notes.kick.velocity" has the parts "kick" and "kick.velocity".
bool has_part(const std::string& kind, const std::string& part) {
    return ("." + kind + ".").find("." + part + ".") != std::string::npos;
}

// The three projects of an OP-Z have the same fields: the fullest stands for all.
std::vector<File> examples_without_twins(const any::Format* format) {
    auto files = examples_of(format);
    std::erase_if(files, [](const File& file) { return file.name() == "project02.opz" || file.name() == "project03.opz"; });
    return files;
}

}  // namespace

class any_page : public testing::TestWithParam<const any::Format*> {};
INSTANTIATE_TEST_SUITE_P(each, any_page, testing::ValuesIn(formats_but({"opz import log"})), name_of_format);

TEST_P(any_page, every_field_on_it_has_a_value_in_an_example) {
    std::set<std::string> kinds;
    for (const File& file : examples_without_twins(GetParam()))
        ASSERT_TRUE(file.each("", [&](const ValueRead& value) { kinds.insert(without_brackets(kind_of_path(value.path))); }));
    for (const std::string& name : names_on_page(*GetParam()))
        EXPECT_TRUE(std::ranges::any_of(kinds, [&](const std::string& kind) { return has_part(kind, name); })) << name;
}

class any_field : public testing::TestWithParam<const any::Format*> {};
INSTANTIATE_TEST_SUITE_P(each, any_field, testing::ValuesIn(formats_but({"ep133 backup", "ep133 project", "opz import log"})),
                         name_of_format);

TEST_P(any_field, an_edit_of_every_kind_changes_it_and_what_is_tied_to_it_alone) {
    const auto files = examples_without_twins(GetParam());
    ASSERT_FALSE(files.empty());
    for (const File& file : files) edit_each_kind(file);
}
