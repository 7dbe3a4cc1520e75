// Kits, settings, import logs and bundles as they come. Whatever opens is checked and goes through JSON unharmed; an edit of a
// kit leaves a kit.
#include <cstdlib>

#include "any/file.h"
#include "opz/bundle.h"
#include "opz/kit.h"

using namespace groovebench;

namespace {

void look(const char* name, const Bytes& bytes) {
    const any::File file(name, bytes);
    if (file.problem()) return;
    (void)file.check();
    (void)file.summary();
    const auto json = file.json(JsonDetail::brief);
    if (!json) std::abort();
    // A name that stands twice or text that is no UTF-8 keeps a document from coming back, never changes it.
    const auto back = any::from_json(*json);
    if (back && back->bytes != bytes) std::abort();
}

void edit(const Bytes& bytes) {
    any::File file("kit.aif", bytes);
    if (file.problem()) return;
    for (const auto& [path, value] :
         {std::pair{"end[1]", "5000"}, std::pair{"pitch[2]", "-1"}, std::pair{"name", "longer than before"}})
        (void)file.set(path, {value});
    if (opz::is_kit(bytes) && file.problem()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const u8* data, std::size_t size) {
    const ByteView view = std::as_bytes(std::span(data, size));
    const Bytes bytes(view.begin(), view.end());
    for (const char* name : {"kit.aif", "midi.json", "import.log"}) look(name, bytes);
    edit(bytes);
    (void)opz::plan_bundle(bytes, {});
    return 0;
}
