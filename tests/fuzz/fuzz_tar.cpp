// Whatever opens as a tar is rewritten byte for byte, and an edit of it opens.
#include <algorithm>
#include <cstdlib>

#include "archive/tar.h"

using namespace groovebench;
using namespace groovebench::archive;

extern "C" int LLVMFuzzerTestOneInput(const u8* data, std::size_t size) {
    const ByteView file = std::as_bytes(std::span(data, size));
    const auto tar = open_tar(file, {256, 1 << 20});
    if (!tar) {
        if (sentence(tar.problem()).empty()) std::abort();
        return 0;
    }
    const auto same = rewrite_tar(*tar, {});
    if (!same || !std::ranges::equal(*same, file)) std::abort();
    TarEdits edits;
    edits.added = {{"patterns/zz", false, bytes_of("new")}};
    if (!tar->members.empty() && !tar->members[0].folder) edits.replaced[0] = bytes_of("replaced");
    if (const auto changed = rewrite_tar(*tar, edits))
        if (!open_tar(*changed)) std::abort();
    return 0;
}
