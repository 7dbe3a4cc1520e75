// Reading: the archive is put together as the layout has it, with what the document gives; what no longer fits there goes in as
// an edit of that archive.
#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "archive/zip_pack.h"
#include "bytes/format.h"
#include "ep133/archive_layout.h"
#include "ep133/file_json.h"

namespace groovebench::ep133 {
namespace {

Problem bad(std::string path, std::string expected, std::string found = "something else") {
    return {.path = std::move(path), .expected = std::move(expected), .found = std::move(found)};
}

using Named = std::map<std::string, Bytes>;  // by the name in the archive, as far as the document can know it

int number_of(const std::string& text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

Problem below(Problem problem, std::string key) {
    const bool bare = problem.path.empty() || problem.path.starts_with('[');
    problem.path = problem.path.empty() ? std::move(key) : fmt::format("{}{}{}", key, bare ? "" : ".", problem.path);
    return problem;
}

Outcome take(Named& into, const std::string& name, FileKind kind, const Json& json, const std::string& key) {
    auto bytes = member_from_json(kind, json);
    if (!bytes) return below(bytes.problem(), key);
    into[name] = *std::move(bytes);
    return {};
}

template <class Map>
Outcome take_others(Map& into, const Json& list) {
    if (!list.is_array()) return bad("others", "an array");
    for (const Json& one : list) {
        const bool good =
            one.is_object() && one.size() == 2 && one.contains("name") && one["name"].is_string() && one.contains("bytes");
        const auto bytes = good ? bytes_of_hex(one["bytes"]) : std::nullopt;
        constexpr bool may_be_null = !std::is_same_v<Map, Named>;
        if (!bytes && !(may_be_null && good && one["bytes"].is_null())) return bad("others", "objects of a name and bytes, as hex");
        if (bytes)
            into[one["name"].template get<std::string>()] = *bytes;
        else
            into[one["name"].template get<std::string>()];
    }
    return {};
}

// "pads" or "patterns": groups of members by number.
Outcome take_groups(Named& into, const std::string& what, const Json& groups) {
    const bool pads = what == "pads";
    if (!groups.is_object()) return bad(what, "an object with a to d");
    for (const auto& [letter, members] : groups.items()) {
        if (letter.size() != 1 || letter[0] < 'a' || letter[0] > 'd' || !members.is_object())
            return bad(what, "objects a to d", letter);
        for (const auto& [text, json] : members.items()) {
            const int number = number_of(text);
            const std::string key = fmt::format("{}.{}[{}]", what, letter, text);
            if (number < 1 || number > (pads ? pads_in_a_group : max_patterns)) return bad(key, pads ? "1 to 12" : "1 to 99", text);
            const std::string name =
                pads ? fmt::format("pads/{}/p{:02}", letter, number) : fmt::format("patterns/{}{:02}", letter, number);
            if (Outcome good = take(into, name, pads ? FileKind::pad : FileKind::pattern, json, key); !good) return good;
        }
    }
    return {};
}

Outcome take_project(Named& into, const Json& document) {
    for (const auto& [name, json] : document.items()) {
        Outcome good;
        if (name == "pads" || name == "patterns")
            good = take_groups(into, name, json);
        else if (name == "others")
            good = take_others(into, json);
        else if (const FileKind kind = role_of(name).kind; kind != FileKind::other)
            good = take(into, name, kind, json, name);
        else if (name != "layout")
            good = bad(name, "pads, patterns, scenes, settings, fx_settings, others or layout", name);
        if (!good) return good;
    }
    return {};
}

// ---- the TAR

struct TarBuild {
    Bytes out;
    std::map<std::string, Bytes> replaced;  // whose size is another than the layout has
    std::set<std::string> used, removed;
    archive::TarFamily family = archive::TarFamily::os2;
};

Outcome add_tar_row(TarBuild& build, const Named& members, const Json& row) {
    const bool full = row.is_array() && row.size() == 4 && row[0].is_string() && row[2].is_number_unsigned();
    if (!full && !row.is_string()) return bad("layout", "a name, or [name, header, size, padding]");
    std::string name = full ? row[0].get<std::string>() : row.get<std::string>();
    const bool folder = name.ends_with('/');
    if (folder) name.pop_back();
    const auto found = members.find(name);
    static const Bytes none;
    const Bytes& bytes = found == members.end() ? none : found->second;
    if (!folder) build.used.insert(name);
    if (!folder && found == members.end()) build.removed.insert(name);
    if (!full) {
        const Bytes made = fresh_header({.name = name, .folder = folder}, bytes, build.family, Problem::nowhere);
        if (made.size() < 1024) return bad("layout", "the name of a member", name);
        build.out.insert(build.out.end(), made.begin(), made.end() - 1024);
        return {};
    }
    const auto header = bytes_of_hex(row[1]), padding = bytes_of_hex(row[3]);
    const u64 size = row[2].get<u64>();
    if (!header || !padding || size > (u64(256) << 20)) return bad("layout", "[name, header, size, padding]", name);
    build.out.insert(build.out.end(), header->begin(), header->end());
    if (bytes.size() == size) {
        build.out.insert(build.out.end(), bytes.begin(), bytes.end());
    } else {
        build.out.resize(build.out.size() + size);
        if (found != members.end()) build.replaced[name] = bytes;
    }
    build.out.insert(build.out.end(), padding->begin(), padding->end());
    return {};
}

Result<Bytes> edited_tar(const TarBuild& build, const Named& members) {
    const auto contents = Contents::open(FileKind::project, build.out);
    if (!contents) return below(contents.problem(), "layout");
    Contents::Edits edits;
    for (const auto& [name, bytes] : build.replaced) edits[name] = bytes;
    for (const std::string& name : build.removed) edits[name] = std::nullopt;
    for (const auto& [name, bytes] : members)
        if (!build.used.contains(name)) edits[name] = bytes;
    return contents->with(edits);
}

Result<Bytes> tar_from(const Json& document) {
    Named members;
    if (Outcome good = take_project(members, document); !good) return good.problem();
    const auto layout = document.find("layout");
    if (layout == document.end()) {  // a document written by hand: as a new project is
        std::vector<archive::TarItem> items;
        std::set<std::string> folders;
        for (const auto& [name, bytes] : members) {
            for (auto slash = name.find('/'); slash != name.npos; slash = name.find('/', slash + 1))
                folders.insert(name.substr(0, slash));
            items.push_back({name, false, bytes});
        }
        for (const std::string& name : folders) items.push_back({name, true, {}});
        archive::sort_items(items);
        return archive::write_tar(items);
    }
    if (!layout->is_array() || layout->size() < 2 || !layout->back().is_number_unsigned() ||
        layout->back().get<u64>() > (u64(1) << 24))
        return bad("layout", "the generation, the members, and how many bytes end the file");
    TarBuild build;
    build.family = layout->front() == "before OS 2" ? archive::TarFamily::before_os2 : archive::TarFamily::os2;
    for (std::size_t i = 1; i + 1 < layout->size(); i++)
        if (Outcome good = add_tar_row(build, members, (*layout)[i]); !good) return good.problem();
    build.out.resize(build.out.size() + layout->back().get<std::size_t>());
    return edited_tar(build, members);
}

// ---- the ZIP

// What the document gives, by what it is; names come from the layout. Null is a member that could not be unpacked: it stays as
// the layout has it.
using Content = std::optional<Bytes>;
struct ZipContent {
    std::map<std::pair<FileKind, int>, Content> known;
    std::map<std::string, Content> others;
};

Result<Content> content_from(FileKind kind, const Json& json) {
    if (json.is_null()) return Content();
    auto bytes = member_from_json(kind, json);
    if (!bytes) return bytes.problem();
    return Content(*std::move(bytes));
}

Outcome take_numbered(ZipContent& content, FileKind kind, const std::string& what, const Json& list, int most) {
    if (!list.is_object()) return bad(what, "an object by number");
    for (const auto& [text, json] : list.items()) {
        const int number = number_of(text);
        const std::string key = fmt::format("{}[{}]", what, text);
        if (number < 1 || number > most) return bad(key, fmt::format("1 to {}", most), text);
        auto bytes = content_from(kind, json);
        if (!bytes) return below(bytes.problem(), key);
        content.known[{kind, number}] = *std::move(bytes);
    }
    return {};
}

Outcome take_backup(ZipContent& content, const Json& document) {
    for (const auto& [name, json] : document.items()) {
        Outcome good;
        if (name == "projects")
            good = take_numbered(content, FileKind::project, name, json, 99);
        else if (name == "sounds")
            good = take_numbered(content, FileKind::sound, name, json, max_slot);
        else if (name == "others")
            good = take_others(content.others, json);
        else if (name == "meta") {
            auto bytes = content_from(FileKind::meta, json);
            if (!bytes) return below(bytes.problem(), name);
            content.known[{FileKind::meta, 0}] = *std::move(bytes);
        } else if (name != "layout")
            good = bad(name, "meta, projects, sounds, others or layout", name);
        if (!good) return good;
    }
    return {};
}

struct Packed {
    std::size_t at = 0, size = 0;
    std::string how;
};

// The archive with the packed bytes that the layout keeps, and zeros where they are to be made.
Result<Bytes> skeleton(const Json& layout, std::map<std::string, Packed>& packed) {
    Bytes out;
    if (!layout.is_array()) return bad("layout", "an array");
    for (const Json& row : layout) {
        if (const auto bytes = bytes_of_hex(row)) {
            out.insert(out.end(), bytes->begin(), bytes->end());
            continue;
        }
        if (!row.is_array() || row.size() != 3 || !row[0].is_string() || !row[1].is_number_unsigned() || !row[2].is_string() ||
            row[1].get<u64>() > (u64(256) << 20))
            return bad("layout", "hex digits, or [name, bytes, how packed]");
        Packed one{out.size(), row[1].get<std::size_t>(), row[2].get<std::string>()};
        out.resize(out.size() + one.size);
        if (const auto kept = bytes_of_hex(row[2]); kept && kept->size() == one.size)
            std::ranges::copy(*kept, out.begin() + std::ptrdiff_t(one.at));
        packed[row[0].get<std::string>()] = std::move(one);
    }
    return out;
}

bool is_content_of(const archive::ZipEntry& entry, ByteView bytes) {
    Bytes scratch;
    return bytes.size() == entry.size && archive::append_packed(scratch, bytes, archive::Method::stored, 1).crc == entry.crc;
}

std::pair<FileKind, int> what_is(const Contents& contents, std::size_t entry) {
    for (const ProjectEntry& one : contents.as_backup()->projects)
        if (one.entry == entry) return {FileKind::project, one.number};
    for (const SoundEntry& one : contents.as_backup()->sounds)
        if (one.entry == entry) return {FileKind::sound, one.slot};
    return {contents.as_backup()->meta == entry ? FileKind::meta : FileKind::other, 0};
}

std::string new_name(FileKind kind, int number) {
    if (kind == FileKind::project) return fmt::format("projects/P{:02}.tar", number);
    return kind == FileKind::sound ? fmt::format("sounds/{:03} sound.wav", number) : "meta.json";
}

// The content for an entry: by what it is, or by its name where another has taken its number. Taken out: what is left at the
// end is new.
std::optional<Content> content_for(ZipContent& content, const Contents& contents, std::size_t entry) {
    const auto other = content.others.find(contents.zip()->entries[entry].name);
    if (other != content.others.end()) return std::move(content.others.extract(other).mapped());
    const auto known = content.known.find(what_is(contents, entry));
    if (known != content.known.end()) return std::move(content.known.extract(known).mapped());
    return {};
}

// What becomes of the archive that the layout describes.
struct ZipChanges {
    std::map<std::size_t, Bytes> replaced;  // by entry
    std::set<std::size_t> removed;
    std::map<std::string, Bytes> added;
};

// Puts what can be packed again to the same bytes where it stood; everything else is a change.
Result<ZipChanges> place(ZipContent& content, std::map<std::string, Packed>& packed, Bytes& file) {
    // Only names are asked here: packed bytes may be zeros still.
    const auto contents = Contents::open(FileKind::backup, file);
    if (!contents) return below(contents.problem(), "layout");
    ZipChanges changes;
    const auto& entries = contents->zip()->entries;
    for (std::size_t i = 0; i < entries.size(); i++) {
        const auto& entry = entries[i];
        if (entry.folder) continue;
        auto given = content_for(content, *contents, i);
        if (!given) changes.removed.insert(i);
        if (!given || !*given) continue;
        Bytes& bytes = **given;
        const std::string& how = packed[entry.name].how;
        const bool same = is_content_of(entry, bytes);
        const bool again = std::ranges::find(ways_to_pack, how) != std::end(ways_to_pack);
        const Bytes anew = same && again ? packed_by(how, bytes) : Bytes();
        if (same && again && anew.size() == entry.packed_size)
            std::ranges::copy(anew, file.begin() + std::ptrdiff_t(entry.data));
        else if (!same || again)
            changes.replaced[i] = std::move(bytes);
    }
    for (auto& [what, bytes] : content.known)
        if (bytes) changes.added[contents->zip_name(new_name(what.first, what.second))] = *std::move(bytes);
    for (auto& [name, bytes] : content.others)
        if (bytes) changes.added[name] = *std::move(bytes);
    return changes;
}

Result<Bytes> zip_from(const Json& document) {
    ZipContent content;
    if (Outcome good = take_backup(content, document); !good) return good.problem();
    const auto layout = document.find("layout");
    if (layout == document.end()) return bad("layout", "what the archive is made of (a new one: groovebench ppak)", "none");
    std::map<std::string, Packed> packed;
    auto file = skeleton(*layout, packed);
    if (!file) return file;
    const auto changes = place(content, packed, *file);
    if (!changes) return changes.problem();
    if (changes->replaced.empty() && changes->removed.empty() && changes->added.empty()) return file;
    const auto before = open_backup(*file);
    if (!before) return below(before.problem(), "layout");
    archive::ZipEdits edits{.replaced = {}, .renamed = {}, .removed = changes->removed, .added = {}};
    for (const auto& [i, bytes] : changes->replaced) edits.replaced[i] = {.bytes = bytes, .time = {}};
    for (const auto& [name, bytes] : changes->added) add_entry(edits, before->zip, name, bytes);
    return archive::rewrite_zip(before->zip, edits);
}

}  // namespace

Result<Bytes> archive_from_json(FileKind kind, const Json& document) {
    return kind == FileKind::project ? tar_from(document) : zip_from(document);
}

}  // namespace groovebench::ep133
