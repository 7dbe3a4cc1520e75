// The tree of files of the chosen folder, known by name only, growing while the folder is walked; and
// what it is: a card with its Sets, one Set, one project, loose samples, another machine's disk.
//
// Names are matched as a FAT card does it: letters in any case, accents composed or not. What operating
// systems and interrupted writes leave behind is counted and otherwise ignored.
#pragma once

#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "card/project_file.h"

namespace groovebench::card {

class Document;

struct Entry {
    std::string path;  // relative to the chosen folder, "/" separated, as the file system spells it
    u64 size = 0;      // bytes
    i64 modified = 0;  // milliseconds since 1970; the machine's own clock is often wrong
};

struct Project {
    std::string path, name;
    FileSet work, stored;                 // which of the 26 names are there as .work and as .strd
    std::size_t samples = 0, others = 0;  // audio files beside them, with sub-folders; and what is neither
    u64 sample_bytes = 0;
};

struct Pool {
    std::string path;                                   // "SET/AUDIO" as it is spelled; empty when there is none
    bool out_of_reach = false;                          // only the project folder was chosen
    std::size_t samples = 0, settings = 0, others = 0;  // audio, .ot, neither
    u64 bytes = 0;
};

struct Set {
    std::string path, name;                   // of a project chosen alone: ".." and no name
    std::map<std::string, Project> projects;  // by path
    Pool pool;
};

enum class Chosen : u8 { nothing, card, set, project, samples, opz, ep133, other };

struct Ignored {
    std::size_t system = 0;         // ._*, .DS_Store, .Trashes, System Volume Information …
    std::vector<std::string> swap;  // *.crswap, *.swp: left by a write that did not end
};

struct Match {
    enum class Status : u8 { found, missing, out_of_reach, not_yet_listed };
    Status status = Status::missing;
    std::string path;  // found: as the file system spells it; otherwise where it ought to be
};

class Card {
public:
    explicit Card(std::string name = {}) : folder(std::move(name)) {}
    Card(Card&&) = default;
    Card& operator=(Card&&) = default;

    // ---- while it is walked
    void add(std::span<const Entry> batch);  // a path that is there already gets the new size
    void remove(std::string_view path);
    void unlisted(std::string_view folder_path, std::string message);  // a folder that could not be read
    void listed() { complete = true; }
    bool is_listed() const { return complete; }
    u64 revision() const { return changes; }  // grows with every change

    // ---- what it is
    const std::string& name() const { return folder; }
    Chosen chosen() const;
    std::string sentence() const;  // what was recognised, for the user; empty for a card or Set
    const Ignored& ignored() const { return skipped; }
    const std::vector<std::pair<std::string, std::string>>& unlisted() const { return unreadable; }

    // ---- what is in it; pointers hold until the next add() or remove()
    std::vector<const Set*> sets() const;  // by name
    const Project* project(std::string_view path) const;
    const Set* set_of(std::string_view project_path) const;
    const Entry* entry(std::string_view path) const;       // exactly this spelling
    const Entry* entry_like(std::string_view path) const;  // as FAT would find it
    std::size_t size() const { return entries.size(); }
    u64 bytes() const { return total; }
    struct Children {
        std::vector<std::string> folders;  // names, sorted without regard to case
        std::vector<const Entry*> files;
    };
    Children children(std::string_view folder_path) const;
    std::vector<const Entry*> below(std::string_view folder_path) const;  // all files in it, sub-folders too

    // The file a project text names by PATH=, in the bytes of the text (ISO 8859-1).
    Match find_file(std::string_view project_path, std::string_view latin1_path) const;
    // The same with what was added, removed and renamed in the open document.
    Match find_file(std::string_view project_path, std::string_view latin1_path, const Document&) const;

private:
    void count(const Entry& entry, int sign);
    void count_in_project(Project& project, const Entry& entry, int sign);
    void count_in_pool(std::string_view set_path, std::string_view pool_path, const Entry& entry, int sign);
    void count_name(const Entry& entry, const ProjectFile& file, int sign);
    Project* project_around(std::string_view path);
    void begin_project(const std::string& path);
    void end_project(const std::string& path);
    bool ignore(std::string_view path);
    bool is_set(const Set& set) const;
    Set& set_at(std::string_view path);
    Match place(std::string_view project_path, std::string_view latin1_path) const;
    bool in_unreadable(std::string_view path) const;

    std::string folder;
    std::map<std::string, Entry, std::less<>> entries;
    std::unordered_multimap<std::string, const Entry*> by_folded;
    std::map<std::string, Set, std::less<>> sets_by_path;  // and folders that only might be one
    std::map<std::string, Set*, std::less<>> set_of_project;
    std::size_t audio = 0, opz_files = 0, ep133_files = 0;
    u64 total = 0, changes = 1;
    Ignored skipped;
    std::vector<std::pair<std::string, std::string>> unreadable;
    bool complete = false;
};

}  // namespace groovebench::card
