// Any bytes as each kind of file of an EP-133: what opens is asked everything, comes back through JSON as it is, and what an
// archive offers to mend can be done. The first byte chooses the kind.
#include <algorithm>
#include <cstdlib>

#include "any/format.h"
#include "ep133/preflight.h"

using namespace groovebench;

extern "C" int LLVMFuzzerTestOneInput(const u8* data, std::size_t size) {
    if (!size) return 0;
    const auto formats = any::ep133_formats();
    const any::Format& format = formats[data[0] % formats.size()];
    const ByteView file = std::as_bytes(std::span(data + 1, size - 1));
    if (const auto refused = format.refusal(file)) {
        if (sentence(*refused).empty()) std::abort();
        return 0;
    }
    (void)format.check("x.ppak", file);
    (void)format.summary("x.ppak", file);
    (void)format.each(file, "", [&](const ValueRead& value) {
        if (!format.read(file, value.path)) std::abort();
    });
    const auto json = format.json(file, JsonDetail::full);
    if (!json) std::abort();
    const auto back = any::from_json(*json);
    if (!back || !std::ranges::equal(back->bytes, file)) std::abort();
    if (ep133::Contents::open(file))
        for (const auto& finding : ep133::preflight("x.ppak", file, 10))
            if (finding.mend != ep133::Mend::none) (void)ep133::mended(file, finding);
    return 0;
}
