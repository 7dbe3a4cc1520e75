// OP-Z projects and bundles. They are large and mostly blank, so the input is a list of changes to a project made here: three
// bytes of place and one of value each; an input of an odd length leaves the revision out. Whatever opens is checked,
// compared with what it was made of, edited where it was changed, and goes through JSON and a bundle unharmed.
#include <cstdlib>

#include "any/file.h"
#include "opz/blank.h"
#include "opz/bundle.h"
#include "opz/copy.h"
#include "opz/kit.h"
#include "schema/walk.h"

using namespace groovebench;
using namespace groovebench::opz;

namespace {

void look(const Bytes& changed, const Bytes& blank) {
    any::File file("project01.opz", changed);
    if (file.problem()) std::abort();
    for (const Problem& problem : file.check())
        if (problem.offset != Problem::nowhere && problem.offset >= changed.size()) std::abort();
    if (file.summary()->empty()) std::abort();
    const auto told = file.differences(any::File("project01.opz", blank));
    if (!told || told->empty() != (changed == blank)) std::abort();
}

void document(const Bytes& changed) {
    const auto back = any::from_json(*any::File("project01.opz", changed).json(JsonDetail::brief));
    if (!back || back->bytes != changed) std::abort();
}

// A value set by its path is refused, or reads back as it shows.
void edit(const Bytes& changed, std::size_t at, u8 raw) {
    const std::string path = path_at(project_schema(changed.size()), at);
    any::File file("project01.opz", changed);
    if (path.empty()) std::abort();
    (void)file.set(path, {.raw = raw});
    const auto value = file.read(path);
    if (!value) std::abort();
    const Bytes before(file.bytes().begin(), file.bytes().end());
    if (!value->shown.empty()) (void)file.set(path, {value->shown});
    if (file.bytes().size() != before.size()) std::abort();
}

void bundle(const Bytes& changed) {
    const Bytes kit = *make_drum_kit(std::vector<i16>(4), std::vector<NewSlice>{{0, 4}});
    const std::vector<DiskEntry> disk = {{"projects/project01.opz", changed}, {"samplepacks/1-kick/01/kick.aif", kit}};
    (void)disk_findings(disk);
    const auto packed = make_bundle(disk, "projects/project01.opz");
    if (!packed) std::abort();
    const auto plan = plan_bundle(packed->zip, disk);
    if (!plan || plan->files.back().bytes != changed) std::abort();
}

// Whatever a pattern holds, it can stand in another project, and its tracks beside one another.
void copy(const Bytes& changed, u8 which) {
    Bytes to = blank_project();
    if (which & 1) to.resize(size_without_revision);
    const auto whole = copy_pattern({changed, which % pattern_count}, to, 3);
    const auto one = copy_track({changed, which % pattern_count}, int(Track::module), to, {4, int(Track::bass)});
    any::File file("project01.opz", changed);
    if (bool(whole) == bool(file.locked()) || bool(one) != bool(whole) || to.size() % 4) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const u8* data, std::size_t size) {
    Bytes blank = blank_project();
    if (size % 2) blank.resize(size_without_revision);
    Bytes file = blank;
    std::size_t last = 0;
    for (std::size_t i = 0; i + 4 <= size; i += 4) {
        last = (std::size_t(data[i]) << 16 | std::size_t(data[i + 1]) << 8 | data[i + 2]) % file.size();
        file[last] = std::byte(data[i + 3]);
    }
    look(file, blank);
    edit(file, last, size ? data[size - 1] : u8(0));
    copy(file, size ? data[size - 1] : u8(0));
    // These take longer than all else.
    if (size && data[size - 1] % 16 == 0) bundle(file);
    if (size && data[size - 1] % 16 == 1) document(file);
    return 0;
}
