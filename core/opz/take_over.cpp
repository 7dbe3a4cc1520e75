// Taking differences over from another project.
#include <algorithm>

#include "opz/compare.h"
#include "opz/layout.h"
#include "opz/place.h"
#include "schema/copy_value.h"
#include "schema/walk.h"

namespace groovebench::opz {
namespace {

void copy(Bytes& to, ByteView from, std::size_t offset, std::size_t size) {
    std::ranges::copy(from.subspan(offset, size), to.begin() + std::ptrdiff_t(offset));
}

// A slot that is empty on one side comes over whole; of two notes the note alone, their other bytes are differences of their own.
void copy_slot(Bytes& to, ByteView from, std::size_t offset) {
    const bool both = !overlay<Note>(to, offset)->is_empty() && !overlay<Note>(from, offset)->is_empty();
    if (both)
        overlay<Note>(to, offset)->note = overlay<Note>(from, offset)->note;
    else
        copy(to, from, offset, sizeof(Note));
}

void take(Bytes& to, ByteView from, const ProjectDifference& difference) {
    const auto found = locate(schema<Project>, to, difference.path, record_forms());
    if (!found) return;
    if (!found->is_value()) return copy_slot(to, from, found->offset);
    const Meaning meaning = meant_at(found->offset).meaning;
    if (meaning == Meaning::lock || meaning == Meaning::lock_flag) {
        const std::size_t value = found->offset - (meaning == Meaning::lock_flag ? parameter_count : 0);
        copy(to, from, value, 1);
        return copy(to, from, value + parameter_count, 1);
    }
    copy_value(to, found->place(), from, found->place());
}

}  // namespace

Bytes taken_over(ByteView to, ByteView from, const std::vector<ProjectDifference>& taken) {
    Bytes out(to.begin(), to.end());
    for (const ProjectDifference& difference : taken) {
        if (difference.path != "revision") {
            take(out, from, difference);
            continue;
        }
        out.resize(size_without_revision);
        out.insert(out.end(), from.begin() + std::ptrdiff_t(size_without_revision), from.end());
    }
    return out;
}

}  // namespace groovebench::opz
