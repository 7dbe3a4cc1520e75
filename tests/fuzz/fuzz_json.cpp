// A document is refused with a sentence, or becomes a file that opens; and the document of that file is the file again.
// Seeds: `groovebench json` of new files.
#include <cstdlib>
#include <string_view>

#include "any/format.h"

using namespace groovebench;

extern "C" int LLVMFuzzerTestOneInput(const u8* data, std::size_t size) {
    const auto file = any::from_json({reinterpret_cast<const char*>(data), size});
    if (!file) return sentence(file.problem()).empty() ? std::abort(), 0 : 0;
    if (file->format->refusal(file->bytes)) std::abort();
    const auto json = file->format->json(file->bytes, JsonDetail::brief);
    const auto again = json ? any::from_json(*json) : Result<any::FromJson>(Problem{});
    if (!again || again->bytes != file->bytes) std::abort();
    return 0;
}
