// The disk of an OP-Z as a whole: which engine or kit each track of its projects uses, where the kits lie, which are missing. The
// application knows the files and the plugs of the open projects, the workshop tells what they are to each other; it is asked
// again when a file comes or goes or a plug changes.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "messages/disk.h"

namespace groovebench::app {

class Session;

class Disk {
public:
    explicit Disk(Session& of) : session(of) {}

    void forget();
    void pump();  // once a frame

    bool is_open() const { return open; }  // the folder that is open is one of an OP-Z
    const DiskTold& told() const { return known; }
    const DiskTold::Project* project(std::string_view path) const;  // null: not one, or not told yet
    const DiskTold::Kit* kit(std::string_view path) const;
    const std::vector<Problem>* problems(const std::string& path) const;  // of a file, by the others; or null

    // Where a project of this number is or would be.
    static std::string project_path(int number);
    bool has_project(int number) const;
    int free_number() const;  // 1 to 10; 0: all are taken

    // The disk as it stands, and the bytes of the files that go along: projects, and what was edited.
    DiskOrder order() const;
    Bytes give(DiskOrder&) const;

private:
    std::vector<DiskOrder::File> files() const;
    void want_projects(const std::vector<DiskOrder::File>&);
    void answered(std::optional<DiskTold>);

    Session& session;
    bool open = false, asking = false;
    struct Key {
        u64 document = 0, tree = 0;
        bool operator==(const Key&) const = default;
    } seen;
    DiskOrder now, asked;
    DiskTold known;
    std::map<std::string, std::vector<Problem>> found;
};

}  // namespace groovebench::app
