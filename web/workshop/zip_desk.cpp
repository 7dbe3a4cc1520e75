#include "workshop/zip_desk.h"

#include "text/latin1.h"

namespace groovebench::app {
namespace {

// A card is larger than a backup of one project, and projects pack 122 : 1: caps are absolute.
constexpr archive::ZipLimits card_limits{.entries = 100'000, .inflated_bytes = u64(2) << 30};

// Names are UTF-8 on the way to the screen. Old packers store them in another code page: as the machine spells
// names, that is ISO 8859-1.
std::string shown_name(const archive::ZipEntry& entry) {
    return archive::is_utf8(entry.name) ? entry.name : text::utf8_from_latin1(entry.name);
}

bool is_backup(std::string_view name) {
    const std::string folded = text::folded(name);
    return folded.ends_with(".ppak") || folded.ends_with(".pak") || folded.ends_with(".tar");
}

Reply refused(Problem problem, const std::string& name) {
    problem.file = name;
    return app::refused(problem);
}

archive::DosTime time_of(const Asked& when) {
    return archive::dos_time(int(when.number("year")), int(when.number("month")), int(when.number("day")), int(when.number("hour")),
                             int(when.number("minute")), int(when.number("second")));
}

}  // namespace

Reply ZipDesk::open(const std::string& name, Bytes archive) {
    forget_packing();
    zip.reset(), backup.reset();
    by_path.clear(), other.clear();
    bytes = std::move(archive);
    return is_backup(name) ? open_backup(name) : open_zip(name);
}

Reply ZipDesk::open_backup(const std::string& name) {
    auto opened = ep133::Contents::open(bytes);
    if (!opened) return refused(opened.problem(), name);
    backup.emplace(*std::move(opened));
    nlohmann::ordered_json entries = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < backup->members().size(); i++) {
        const ep133::Member& member = backup->members()[i];
        entries.push_back({{"path", member.path}, {"size", member.size}, {"index", i}});
    }
    return {.json = text_of({{"entries", entries}})};
}

Reply ZipDesk::open_zip(const std::string& name) {
    auto opened = archive::open_zip(bytes, card_limits);
    if (!opened) return refused(opened.problem(), name);
    zip = *std::move(opened);
    nlohmann::ordered_json entries = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < zip->entries.size(); i++) {
        const archive::ZipEntry& entry = zip->entries[i];
        if (entry.folder) continue;
        const std::string path = shown_name(entry);
        by_path[path] = i;
        entries.push_back({{"path", path}, {"size", entry.size}, {"index", i}});
    }
    return {.json = text_of({{"entries", entries}})};
}

Reply ZipDesk::open_beside(const std::string& name, Bytes archive) {
    const auto opened = ep133::Contents::open(archive);
    if (!opened) return refused(opened.problem(), name);
    other = std::move(archive);
    return {.json = text_of({{"name", name}})};
}

Reply ZipDesk::read(u64 index) {
    if (backup && index < backup->members().size()) {
        auto file = backup->bytes(backup->members()[index]);
        return file ? Reply{.bytes = *std::move(file)} : refused(file.problem());
    }
    if (!zip || index >= zip->entries.size()) return refused("it is not in the zip");
    auto file = archive::read_entry(*zip, zip->entries[index]);
    return file ? Reply{.bytes = *std::move(file)} : refused(file.problem());
}

Reply ZipDesk::put(std::string path, Bytes file) {
    files[std::move(path)] = std::move(file);
    return {};
}

Reply ZipDesk::remove(std::string path) {
    removed.insert(std::move(path));
    return {};
}

Result<Bytes> ZipDesk::packed_anew(const archive::DosTime& time) const {
    std::vector<archive::ZipMember> members;
    for (const auto& [path, file] : files) members.push_back({.name = path, .bytes = file, .time = time});
    return archive::write_zip(members);
}

Result<Bytes> ZipDesk::packed_onto_open(const archive::DosTime& time) const {
    archive::ZipEdits edits;
    for (const auto& [path, file] : files) {
        if (const auto found = by_path.find(path); found != by_path.end())
            edits.replaced[found->second] = {.bytes = file, .time = time};
        else
            edits.added.push_back({zip->entries.size(), {.name = path, .bytes = file, .time = time}});
    }
    for (const std::string& path : removed)
        if (const auto found = by_path.find(path); found != by_path.end()) edits.removed.insert(found->second);
    return archive::rewrite_zip(*zip, edits);
}

Result<Bytes> ZipDesk::packed_now(const Asked& how) const {
    return how.flag("onto_open") && zip ? packed_onto_open(time_of(how)) : packed_anew(time_of(how));
}

ep133::Contents::Edits ZipDesk::taken_edits() {
    ep133::Contents::Edits edits;
    for (auto& [path, file] : files) edits[path] = std::move(file);
    for (const std::string& path : removed) edits[path] = std::nullopt;
    files.clear(), removed.clear();
    return edits;
}

Reply ZipDesk::begin_packing(const Asked& how) {
    packing.reset(), packed.reset();
    if (how.flag("onto_open") && backup) {
        auto begun = BackupPacking::begin(*backup, taken_edits());
        if (!begun) return refused(begun.problem());
        packing.emplace(*std::move(begun));
        return {};
    }
    auto made = packed_now(how);
    files.clear(), removed.clear();
    if (!made) return refused(made.problem());
    packed = *std::move(made);
    return {};
}

Reply ZipDesk::step() {
    const bool more = packing && packing->step();
    return {.json = text_of({{"more", more}, {"share", more ? packing->share() : 1}})};
}

Reply ZipDesk::end_packing() {
    auto made = packing  ? packing->end()
                : packed ? Result<Bytes>(*std::move(packed))
                         : Problem{.expected = "a pack that was begun", .found = "none"};
    forget_packing();
    return made ? Reply{.bytes = *std::move(made)} : refused(made.problem());
}

Reply ZipDesk::forget_packing() {
    packing.reset(), packed.reset();
    files.clear(), removed.clear();
    return {};
}

Reply ZipDesk::pack(const Asked& how) {
    Reply begun = begin_packing(how);
    return begun.refusal.empty() ? end_packing() : begun;
}

}  // namespace groovebench::app
