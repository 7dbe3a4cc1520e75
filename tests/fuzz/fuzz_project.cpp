// Whatever opens as a project text can be shown, edited and joined with markers; an edit undone gives the same bytes.
#include <algorithm>
#include <cstdlib>

#include "octatrack/blank.h"
#include "octatrack/health.h"
#include "octatrack/project_edit.h"

using namespace groovebench;
using namespace groovebench::octatrack;

namespace {

void undone(ByteView file, const Result<text::Splice>& change) {
    if (!change) return;
    const auto edited = text::spliced(file, *change);
    if (!edited) std::abort();
    const auto back = text::spliced(*edited, {change->offset, change->after, change->before});
    if (!back || !std::ranges::equal(*back, file)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const u8* data, std::size_t size) {
    const ByteView file = std::as_bytes(std::span(data, size));
    const auto project = open_project(file);
    if (!project) return 0;
    for (const Setting& setting : settings()) (void)shown(*project, setting);
    for (const Problem& problem : project->findings)
        if (sentence(problem).empty()) std::abort();
    undone(file, change_setting(*project, *find_setting("TEMPOx24"), i64(2400)));
    undone(file, set_slot(*project, {Pool::flex, 1 + int(size % 136)}, {.path = "a.wav"}));
    undone(file, clear_slot(*project, {Pool::static_pool, 1 + int(size % 128)}));
    for (const SampleBlock& block : project->samples)
        undone(file, change_attribute(*project, block, Attribute::loop_length, i64(400)));
    (void)project_health({.project = &*project, .find_sample = [](std::string_view) { return SampleState::missing; }});
    return 0;
}
