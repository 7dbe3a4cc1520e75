// A document is refused with a sentence, or becomes a file that opens; and the document of that file is the file again.
// Seeds: `groovebench json` of new files.
#include <cstdlib>
#include <string_view>

#include "octatrack/file_json.h"

using namespace groovebench;
using namespace groovebench::octatrack;

extern "C" int LLVMFuzzerTestOneInput(const u8* data, std::size_t size) {
    const auto file = file_from_json({reinterpret_cast<const char*>(data), size});
    if (!file) return sentence(file.problem()).empty() ? std::abort(), 0 : 0;
    if (refusal(file->kind, file->bytes)) std::abort();
    const auto json = file_json(file->kind, file->bytes);
    const auto again = json ? file_from_json(*json) : Result<JsonFile>(Problem{});
    if (!again || again->bytes != file->bytes) std::abort();
    return 0;
}
