// An archive as a folder of members: of a backup "meta.json", "sounds/700 kick.wav" and "projects/P01.tar/pads/a/p07", of a
// project "pads/a/p07". The ZIP around the TARs is handled here: who changes members sees files, and an archive with only those
// packed anew.
#pragma once

#include <map>

#include "ep133/backup.h"

namespace groovebench::ep133 {

struct Member {
    std::string path;  // as in a folder, without "/" in front
    std::string key;   // what its fields' paths begin with: "projects[1].pads.a[7]", "sounds[700]", "others[2]"
    FileKind kind = FileKind::other;
    u64 size = 0;
    std::size_t entry = 0;              // in the ZIP, of it or of its project; in a bare project 0
    std::optional<std::size_t> in_tar;  // its index in the project's TAR
};

// "a" and "b" as "a/b"; without a folder the name alone.
std::string joined_path(const std::string& folder, std::string_view name);

// A new entry of a backup where a device has it: projects by number, sounds by slot, anything else, meta.json at the end.
void add_entry(archive::ZipEdits&, const archive::Zip&, std::string name, ByteView bytes);

// An open archive. The file's bytes are borrowed: they must outlive it.
class Contents {
public:
    static Result<Contents> open(FileKind, ByteView file);  // of a backup or a project
    static Result<Contents> open(ByteView file);            // whichever it is

    Contents(Contents&&) = default;
    Contents& operator=(Contents&&) = default;

    // In the order of the archive, the members of a project in the place of it. A project that does not open is one member.
    const std::vector<Member>& members() const { return list; }
    const Member* at_path(std::string_view path) const;
    // The member that a path of a field leads into, with what is left of the path.
    const Member* at_key(std::string_view path, std::string_view& rest) const;
    Result<Bytes> bytes(const Member&) const;

    std::string zip_name(std::string_view path) const;  // of a member of the ZIP itself, there or not
    const archive::Zip* zip() const { return backup ? &backup->zip : nullptr; }
    const Backup* as_backup() const { return backup ? &*backup : nullptr; }
    ByteView tar(std::size_t entry) const;  // unpacked; of a bare project, entry 0 is the file

    // Of "projects/P01.tar", where it is a TAR that opens.
    std::optional<std::size_t> entry_of_project(std::string_view path) const;

    // The archive with members changed, added (a path that is not there) or removed (no bytes). Folders that a new member needs
    // and an order by name come by themselves, as does the "/" in front of names where the archive has it.
    using Edits = std::map<std::string, std::optional<Bytes>, std::less<>>;
    Result<Bytes> with(const Edits&) const;
    friend class Repacking;

private:
    Contents() = default;
    void add_zip_members();
    void add_tar_members(std::size_t entry, const std::string& path, const std::string& key);
    void add_other(std::string path, u64 size, std::size_t entry, std::optional<std::size_t> in_tar, const std::string& key);
    Result<Bytes> tar_with(std::size_t entry, const Edits&, const std::string& folder) const;

    ByteView file;
    std::optional<Backup> backup;
    std::map<std::size_t, Bytes> unpacked;         // of a backup: its projects by entry
    std::map<std::size_t, archive::Tar> projects;  // those that open
    std::map<std::string, int> others;             // counted by key
    std::vector<Member> list;
    std::map<std::string, std::size_t, std::less<>> by_path, by_key;
    std::string front;  // what stands before "projects/" in the archive: "/", or a folder
};

// `with` member by member of the ZIP. The archive is borrowed until the end.
class Repacking {
public:
    static Result<Repacking> begin(const Contents&, Contents::Edits);
    Repacking(Repacking&&) noexcept;
    Repacking& operator=(Repacking&&) noexcept;
    ~Repacking();

    bool step();           // false: none is left
    double share() const;  // 0 to 1
    Result<Bytes> end();   // once

private:
    struct State;
    explicit Repacking(std::unique_ptr<State>);
    std::unique_ptr<State> state;
};

// Whether two members hold the same bytes. Where both lie packed alike (an archive that was rewritten has the packed bytes of what
// did not change) they are not unpacked for it.
Result<bool> same_bytes(const Contents&, const Member&, const Contents& other, const Member& there);

}  // namespace groovebench::ep133
