// A project of an OP-Z with exactly the kits it uses, as a zip; and a zip of that kind onto another disk. Of the disk only the
// files are read that are needed: those that go in, and kits as large as one of the bundle, which may be the same.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "messages/disk.h"
#include "opz/bundle.h"
#include "workshop/reply.h"

namespace groovebench::app {

class BundleDesk {
public:
    // ---- out; order: a DiskOrder with the project, the bytes beside it those of the files that are given
    Reply begin(std::string_view order, Bytes given);  // {needed: [path]}
    Reply add_kit(const std::string& path, Bytes kit);
    Reply step();  // {more, share}
    Reply end();   // the zip; {name}
    Reply forget();

    // ---- in
    Reply open(const std::string& name, Bytes zip);     // {name, project, size}
    Reply needed(std::string_view order, Bytes given);  // {needed: [path]}, for the plan
    Reply know(const std::string& path, Bytes kit);
    Reply plan();           // a BundleTold
    Reply take(u64 index);  // the bytes of a file of the plan

private:
    struct Asked {
        DiskOrder order;
        Bytes given;
        std::vector<opz::DiskEntry> entries;  // views of `given` and of kits that were read
    };
    static Result<Asked> asked(std::string_view order, Bytes given);

    std::optional<Asked> making;
    std::map<std::string, Bytes> kits;  // of it
    Bytes made;

    std::string name;
    std::optional<Bytes> incoming;
    std::map<std::string, Bytes> known;  // kits of the disk that were read since it was opened
    std::optional<Asked> wanted;
    opz::BundlePlan planned;
};

}  // namespace groovebench::app
