// Writing: the members of an archive by their keys, and the layout of what is around them.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "archive/zip_pack.h"
#include "bytes/format.h"
#include "ep133/archive_layout.h"
#include "ep133/contents.h"
#include "ep133/file_json.h"

namespace groovebench::ep133 {
namespace {

std::string json_text(std::string_view text) {
    return Json(std::string(text)).dump(-1, ' ', false, Json::error_handler_t::replace);
}

class Writer {
public:
    Writer(const Contents& of, JsonDetail how) : contents(of), detail(how) {}

    std::string backup(int depth) const {
        std::string out;
        JsonLines lines(out, '{', depth);
        const int inner = depth + 1;
        group(lines, "meta", FileKind::meta, {}, inner);
        lines.element("projects", projects(inner));
        numbered(lines, "sounds", "sounds", FileKind::sound, {}, inner);
        others(lines, {}, "", inner);
        lines.element("layout", zip_layout(inner));
        lines.close();
        return out;
    }
    std::string project(std::size_t entry, const std::string& key, int depth) const {
        std::string out;
        JsonLines lines(out, '{', depth);
        const int inner = depth + 1;
        lettered(lines, "pads", key, FileKind::pad, entry, inner);
        lettered(lines, "patterns", key, FileKind::pattern, entry, inner);
        for (const FileKind kind : {FileKind::scenes, FileKind::settings, FileKind::fx_settings})
            group(lines, key_word(kind), kind, entry, inner);
        others(lines, entry, key, inner);
        lines.element("layout", tar_layout(entry, inner));
        lines.close();
        return out;
    }

private:
    static std::string_view key_word(FileKind kind) { return kind == FileKind::fx_settings ? "fx_settings" : word(kind); }

    std::string json(const Member& member, int depth) const {
        const auto bytes = contents.bytes(member);
        return bytes ? member_json(member.kind, *bytes, detail, depth) : std::string("null");
    }
    bool is_of(const Member& member, FileKind kind, std::optional<std::size_t> entry) const {
        return member.kind == kind && (!entry || member.entry == *entry);
    }
    void group(JsonLines& lines, std::string_view name, FileKind kind, std::optional<std::size_t> entry, int depth) const {
        for (const Member& member : contents.members())
            if (is_of(member, kind, entry)) lines.element(name, json(member, depth));
    }
    // Those whose key begins so, as an object by number.
    void numbered(JsonLines& lines, std::string_view name, const std::string& key, FileKind kind, std::optional<std::size_t> entry,
                  int depth) const {
        std::string out;
        JsonLines inside(out, '{', depth);
        bool any = false;
        for (const Member& member : contents.members()) {
            if (!is_of(member, kind, entry) || !member.key.starts_with(key + "[")) continue;
            inside.element(member.key.substr(key.size() + 1, member.key.size() - key.size() - 2), json(member, depth + 1));
            any = true;
        }
        inside.close();
        if (any) lines.element(name, out);
    }
    void lettered(JsonLines& lines, const std::string& name, const std::string& key, FileKind kind, std::size_t entry,
                  int depth) const {
        std::string out;
        JsonLines inside(out, '{', depth);
        for (const char letter : {'a', 'b', 'c', 'd'})
            numbered(inside, std::string(1, letter), fmt::format("{}{}{}.{}", key, key.empty() ? "" : ".", name, letter), kind,
                     entry, depth + 1);
        inside.close();
        if (out.size() > 2) lines.element(name, out);
    }
    void others(JsonLines& lines, std::optional<std::size_t> entry, const std::string& key, int depth) const {
        std::string out;
        JsonLines inside(out, '[', depth);
        bool any = false;
        for (const Member& member : contents.members()) {
            if (member.kind != FileKind::other || (entry ? !member.in_tar || member.entry != *entry : member.in_tar.has_value()))
                continue;
            if (!member.key.starts_with(key)) continue;
            const auto bytes = contents.bytes(member);
            inside.element(fmt::format("{{\"name\": {}, \"bytes\": {}}}", json_text(name_in_archive(contents, member)),
                                       bytes ? hex_of(*bytes) : "null"));
            any = true;
        }
        inside.close();
        if (any) lines.element("others", out);
    }
    std::string projects(int depth) const {
        std::string out;
        JsonLines lines(out, '{', depth);
        for (const ProjectEntry& one : contents.as_backup()->projects) {
            const std::string key = fmt::format("projects[{}]", one.number);
            if (!contents.tar(one.entry).empty())
                lines.element(std::to_string(one.number), project(one.entry, key, depth + 1));
            else if (const Member* member = member_of_entry(contents, one.entry); member && member->kind == FileKind::project)
                lines.element(std::to_string(one.number), json(*member, depth + 1));
        }
        lines.close();
        return out;
    }

    // A name for a member whose header and padding can be made anew; else both as they are.
    std::string tar_layout(std::size_t entry, int depth) const {
        const ByteView file = contents.tar(entry);
        const archive::Tar tar = *archive::open_tar(file);
        const auto family = family_of(tar);
        std::string out;
        JsonLines lines(out, '[', depth);
        lines.element(family == archive::TarFamily::os2 ? "\"OS 2\"" : "\"before OS 2\"");
        for (std::size_t i = 0; i < tar.members.size(); i++) {
            const auto& member = tar.members[i];
            const TarSpan span = span_of(tar, i);
            if (fresh_header(member, tar.bytes(member), family, span.end - span.header) ==
                Bytes(file.begin() + std::ptrdiff_t(span.header), file.begin() + std::ptrdiff_t(span.end)))
                lines.element(json_text(member.folder ? member.name + "/" : member.name));
            else
                lines.element(fmt::format("[{}, {}, {}, {}]", json_text(member.folder ? member.name + "/" : member.name),
                                          hex_of(file.subspan(span.header, member.data - span.header)), member.size,
                                          hex_of(file.subspan(member.data + member.size, span.end - member.data - member.size))));
        }
        lines.element(std::to_string(file.size() - tar.end));
        lines.close();
        return out;
    }

    // In the order of the file: hex of what no member's packed bytes are, and for these ["name", bytes, how].
    std::string zip_layout(int depth) const {
        const archive::Zip& zip = *contents.zip();
        std::vector<const archive::ZipEntry*> entries;
        for (const auto& entry : zip.entries) entries.push_back(&entry);
        std::ranges::sort(entries, {}, &archive::ZipEntry::data);
        std::string out;
        JsonLines lines(out, '[', depth);
        u64 at = 0;
        for (const auto* entry : entries) {
            lines.element(hex_of(zip.file.subspan(at, entry->data - at)));
            lines.element(fmt::format("[{}, {}, {}]", json_text(entry->name), entry->packed_size, packed_as(zip, *entry)));
            at = entry->data + entry->packed_size;
        }
        lines.element(hex_of(zip.file.subspan(at)));
        lines.close();
        return out;
    }
    static std::string packed_as(const archive::Zip& zip, const archive::ZipEntry& entry) {
        const ByteView packed = zip.file.subspan(entry.data, entry.packed_size);
        const auto bytes = archive::read_entry(zip, entry);
        if (!bytes || entry.folder) return hex_of(packed);
        for (const std::string_view way : ways_to_pack)
            if (std::ranges::equal(packed_by(way, *bytes), packed)) return json_text(way);
        return hex_of(packed);
    }

    const Contents& contents;
    JsonDetail detail;
};

}  // namespace

const Member* member_of_entry(const Contents& contents, std::size_t entry) {
    const auto found =
        std::ranges::find_if(contents.members(), [&](const Member& one) { return !one.in_tar && one.entry == entry; });
    return found == contents.members().end() ? nullptr : &*found;
}

std::string name_in_archive(const Contents& contents, const Member& member) {
    if (!member.in_tar) return contents.zip()->entries[member.entry].name;
    return archive::open_tar(contents.tar(member.entry))->members[*member.in_tar].name;
}

archive::TarFamily family_of(const archive::Tar& tar) {
    for (const auto& member : tar.members)
        if (!member.folder)
            return u8(tar.file[std::size_t(member.header) + 100]) ? archive::TarFamily::os2 : archive::TarFamily::before_os2;
    return archive::TarFamily::os2;
}

TarSpan span_of(const archive::Tar& tar, std::size_t i) {
    const u64 end = i + 1 < tar.members.size() ? tar.members[i + 1].header : tar.end;
    return {std::size_t(tar.members[i].header), std::size_t(end)};
}

Bytes fresh_header(const archive::TarMember& member, ByteView bytes, archive::TarFamily family, std::size_t size) {
    auto made = archive::write_tar({{member.name, member.folder, bytes}}, family);
    if (!made) return {};
    made->resize(std::min(size, made->size()));
    return *std::move(made);
}

Bytes packed_by(std::string_view way, ByteView bytes) {
    Bytes out;
    if (way == "stored")
        out.assign(bytes.begin(), bytes.end());
    else
        archive::append_packed(out, bytes, archive::Method::deflated, way.back() - '0');
    return out;
}

std::string archive_json(FileKind kind, ByteView file, JsonDetail detail, int depth) {
    const auto contents = Contents::open(kind, file);
    if (!contents) return hex_object(file);
    const Writer writer(*contents, detail);
    return kind == FileKind::backup ? writer.backup(depth) : writer.project(0, "", depth);
}

}  // namespace groovebench::ep133
