// Paths through an archive: to a member, and to what is in it.
#include <nlohmann/json.hpp>

#include "bytes/format.h"
#include "ep133/contents.h"
#include "ep133/fields.h"
#include "ep133/file_json.h"
#include "ep133/layout.h"
#include "ep133/meta.h"

namespace groovebench::ep133 {
namespace {

Problem no_such(std::string_view path) {
    return {.path = std::string(path),
            .expected = "a path such as projects[1].pads.a[7].amplitude, sounds[700] or meta",
            .found = "nothing of that name"};
}

std::string prefixed(const std::string& key, std::string_view path) {
    return path.empty() ? key : path.starts_with('[') ? key + std::string(path) : fmt::format("{}.{}", key, path);
}

// What follows `path` in a key, at least one piece: ".a[7]" of "pads.a[7]" for "pads". Nothing where the key lies elsewhere.
std::optional<std::string_view> below(std::string_view key, std::string_view path) {
    if (path.empty()) return key;
    if (key.size() <= path.size() || !key.starts_with(path) || (key[path.size()] != '.' && key[path.size()] != '[')) return {};
    return key.substr(path.size());
}

// "[7].x" or ".name[7]" up to its first end: one level.
std::string_view first_piece(std::string_view rest) {
    const auto end = rest[0] == '[' ? rest.find(']') + 1 : rest.find_first_of(".[", 1);
    return rest.substr(0, end);
}

struct Found {
    Contents contents;
    const Member* member;
    std::string_view rest;
    Bytes bytes;  // of the member
};

// Where a path leads: to a member or into it, or, with a null member, to several.
Result<Found> lead(FileKind kind, ByteView file, std::string_view path) {
    auto contents = Contents::open(kind, file);
    if (!contents) return contents.problem();
    Found found{std::move(*contents), nullptr, path, {}};
    found.member = found.contents.at_key(path, found.rest);
    if (!found.member) return found;
    auto bytes = found.contents.bytes(*found.member);
    if (!bytes) return bytes.problem();
    found.bytes = *std::move(bytes);
    return found;
}

Problem of_member(Problem problem, const Member& member) {
    problem.path = problem.path.empty() ? member.key : prefixed(member.key, problem.path);
    return problem;
}

bool opens(const Found& found) { return found.member->kind != FileKind::other && !refusal(found.member->kind, found.bytes); }

Result<ValueRead> read_group(FileKind kind, ByteView file, std::string_view path) {
    const auto json = parse_json(archive_json(kind, file, JsonDetail::full, 0));
    if (!json) return json.problem();
    const Json* at = &*json;
    for (std::string_view rest = path; !rest.empty();) {
        if (rest[0] == '.') rest.remove_prefix(1);
        const std::string_view piece = first_piece(rest);
        const std::string name(rest[0] == '[' ? piece.substr(1, piece.size() - 2) : piece);
        if (!at->is_object() || !at->contains(name)) return no_such(path);
        at = &(*at)[name];
        rest.remove_prefix(piece.size());
    }
    return ValueRead{.path = std::string(path), .json = at->dump(1, ' ', false, Json::error_handler_t::replace)};
}

}  // namespace

std::optional<Problem> refusal(FileKind kind, ByteView file) {
    const auto of = [](const auto& result) { return result ? std::nullopt : std::optional(result.problem()); };
    switch (kind) {
        case FileKind::backup:
            return of(open_backup(file));
        case FileKind::project:
            return of(open_project(file));
        case FileKind::meta:
            return of(open_meta(file));
        case FileKind::other:
            return Problem{.expected = "a file of an EP-133", .found = "another kind", .cause = Cause::unsupported};
        default:
            return of(Layout::of(kind, file));
    }
}

Result<ValueRead> read_field(FileKind kind, ByteView file, std::string_view path) {
    if (!is_archive(kind)) return read_member_field(kind, file, path);
    const auto found = lead(kind, file, path);
    if (!found) return found.problem();
    if (!found->member)
        return path.empty() ? ValueRead{.json = archive_json(kind, file, JsonDetail::full, 0)} : read_group(kind, file, path);
    const std::string& key = found->member->key;
    if (!opens(*found))
        return found->rest.empty() ? ValueRead{.path = key, .json = hex_object(found->bytes)} : Result<ValueRead>(no_such(path));
    auto value = read_member_field(found->member->kind, found->bytes, found->rest);
    if (!value) return of_member(value.problem(), *found->member);
    value->path = prefixed(key, value->path);
    return value;
}

Result<std::vector<Listed>> list_fields_of(FileKind kind, ByteView file, std::string_view path) {
    if (!is_archive(kind)) return list_member_fields(kind, file, path);
    const auto found = lead(kind, file, path);
    if (!found) return found.problem();
    std::vector<Listed> list;
    if (found->member) {
        if (!opens(*found)) return list;
        auto inside = list_member_fields(found->member->kind, found->bytes, found->rest);
        if (!inside) return of_member(inside.problem(), *found->member);
        for (Listed& one : *inside) one.path = prefixed(found->member->key, one.path);
        return inside;
    }
    for (const Member& member : found->contents.members()) {
        const auto rest = below(member.key, path);
        if (!rest) continue;
        std::string full = std::string(path) + std::string(first_piece(*rest));
        const bool known = std::ranges::any_of(list, [&](const Listed& one) { return one.path == full; });
        if (!known) list.push_back({std::move(full), 0, nullptr});
    }
    return list.empty() && !path.empty() ? Result<std::vector<Listed>>(no_such(path)) : list;
}

Outcome each_field(FileKind kind, ByteView file, std::string_view path, const VisitRead& visit) {
    if (!is_archive(kind)) return each_member_field(kind, file, path, visit);
    const auto found = lead(kind, file, path);
    if (!found) return found.problem();
    const auto inside = [&](const Member& member, ByteView bytes, std::string_view rest) -> Outcome {
        if (member.kind == FileKind::other || refusal(member.kind, bytes)) return {};
        const Outcome done = each_member_field(member.kind, bytes, rest, [&](ValueRead value) {
            value.path = prefixed(member.key, value.path);
            visit(value);
        });
        return done ? done : Outcome(of_member(done.problem(), member));
    };
    if (found->member) return inside(*found->member, found->bytes, found->rest);
    bool any = path.empty();
    for (const Member& member : found->contents.members()) {
        if (!below(member.key, path)) continue;
        any = true;
        if (const auto bytes = found->contents.bytes(member))
            if (const Outcome done = inside(member, *bytes, ""); !done) return done;
    }
    return any ? Outcome() : no_such(path);
}

Outcome set_field(FileKind kind, Bytes& file, std::string_view path, const Written& value) {
    if (!is_archive(kind)) return set_member_field(kind, file, path, value);
    auto found = lead(kind, file, path);
    if (!found) return found.problem();
    if (!found->member) return no_such(path);
    if (!opens(*found))
        return Problem{.path = std::string(path), .expected = "a member that opens", .found = "one that is only kept"};
    const Bytes before = found->bytes;
    if (const Outcome done = set_member_field(found->member->kind, found->bytes, found->rest, value); !done)
        return of_member(done.problem(), *found->member);
    if (found->bytes == before) return {};
    auto changed = found->contents.with({{found->member->path, found->bytes}});
    if (!changed) return changed.problem();
    file = *std::move(changed);
    return {};
}

}  // namespace groovebench::ep133
