// One project with exactly the kits it uses as a zip, and back onto a disk that has projects and kits of its own.
//
// Kits are known by their names alone (plugs.h), so a kit whose name is taken by another one comes under a new name, and the
// project that came with it is told. Nothing on the disk is changed: what is there already is used, the rest is added.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "opz/disk.h"

namespace groovebench::opz {

struct Bundle {
    Bytes zip;
    std::vector<std::string> kits;  // their paths
    std::vector<Problem> findings;  // kits that are missing
};
Result<Bundle> make_bundle(std::span<const DiskEntry> disk, std::string_view project_path);

struct BundleTarget {
    int number = 0;        // 1 to 10: projectNN.opz; 0 takes the first that is free
    bool replace = false;  // where a project of that number is there
};
struct BundlePlan {
    struct File {
        std::string path;
        Bytes bytes;
    };
    struct Kit {
        std::string from, to;  // paths in the bundle and on the disk
        bool written = false;  // false: the disk had it
        u32 old_plug = 0, new_plug = 0;
    };
    std::vector<File> files;  // to write: kits first, the project that names them last
    std::vector<Kit> kits;
    std::string project;
    std::vector<Problem> findings;
};
Result<BundlePlan> plan_bundle(ByteView zip, std::span<const DiskEntry> disk, const BundleTarget& = {});

}  // namespace groovebench::opz
