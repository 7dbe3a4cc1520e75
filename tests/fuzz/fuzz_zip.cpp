// Whatever opens as a zip can be read within its limits and is rewritten byte for byte; edits of it open.
#include <algorithm>
#include <cstdlib>

#include "archive/zip.h"

using namespace groovebench;
using namespace groovebench::archive;

extern "C" int LLVMFuzzerTestOneInput(const u8* data, std::size_t size) {
    const ByteView file = std::as_bytes(std::span(data, size));
    const auto zip = open_zip(file, {64, 1 << 20, RootNames::allowed});
    if (!zip) {
        if (sentence(zip.problem()).empty()) std::abort();
        return 0;
    }
    for (const ZipEntry& entry : zip->entries)
        if (const auto bytes = read_entry(*zip, entry))
            if (bytes->size() != entry.size) std::abort();
    const auto same = rewrite_zip(*zip, {});
    if (!same || !std::ranges::equal(*same, file)) std::abort();
    if (zip->entries.empty()) return 0;
    ZipEdits edits;
    edits.replaced[size % zip->entries.size()] = {bytes_of("replaced"), std::nullopt, 6};
    if (const auto changed = rewrite_zip(*zip, edits))
        if (!open_zip(*changed, zip->limits)) std::abort();
    return 0;
}
