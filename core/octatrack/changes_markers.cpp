// Changes of the markers in words: "Flex slot 14: 16 slices, trim 0–88 200".
#include <algorithm>
#include <cstring>

#include "bytes/format.h"
#include "octatrack/changes.h"
#include "octatrack/changes_words.h"
#include "octatrack/markers.h"

namespace groovebench::octatrack {
namespace {

constexpr std::size_t lines_per_file = 200;

// Thousands apart, as on screen: 88 200.
std::string frames(u32 n) {
    std::string text = std::to_string(n);
    for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, " ");
    return text;
}

std::string trim(const SlotMarkers& slot) { return fmt::format("trim {}–{}", frames(slot.trim_start), frames(slot.trim_end)); }

void add_slot(std::vector<std::string>& out, SlotRef ref, const SlotMarkers& before, const SlotMarkers& after) {
    if (!std::memcmp(&before, &after, sizeof before)) return;
    changes::Lines lines(out, changes::slot_title(ref) + ": ");
    if (is_empty(after)) return lines.add("markers removed");
    std::string line;
    const auto tell = [&](const std::string& words) { line += (line.empty() ? "" : ", ") + words; };
    const int slices = used_slices(after);
    if (used_slices(before) != slices)
        tell(changes::count(slices, "slice"));
    else if (std::memcmp(before.slices, after.slices, sizeof after.slices) != 0)
        tell("slices moved");
    if (before.trim_start != after.trim_start || before.trim_end != after.trim_end) tell(trim(after));
    if (before.loop_point != after.loop_point)
        tell("loop point " + (after.loop_point == no_loop ? "none" : frames(after.loop_point)));
    lines.add(line.empty() ? fmt::format("slice count {} → {}", u32(before.slice_count), u32(after.slice_count)) : line);
}

}  // namespace

std::vector<ChangeGroup> markers_changes(ByteView before_file, ByteView after_file) {
    const auto before = open_markers(before_file), after = open_markers(after_file);
    std::vector<std::string> lines;
    if (!before || !after) {
        if (!std::ranges::equal(before_file, after_file)) lines.push_back("the file was replaced");
    } else {
        const auto add = [&](SlotRef slot) { add_slot(lines, slot, markers_of(**before, slot), markers_of(**after, slot)); };
        for (int n = 1; n <= pool_slots + recorder_count; n++) add({Pool::flex, n});
        for (int n = 1; n <= pool_slots; n++) add({Pool::static_pool, n});
        if (std::memcmp(&(*before)->header, &(*after)->header, sizeof(Markers::header)) != 0)
            lines.push_back("the head of the file");
    }
    if (lines.empty()) return {};
    changes::Lines(lines, "").cap(0, lines_per_file);
    return {{"Markers", std::move(lines)}};
}

}  // namespace groovebench::octatrack
