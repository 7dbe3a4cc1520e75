#include "octatrack/changes_words.h"

#include <algorithm>
#include <bit>

#include "bytes/format.h"
#include "octatrack/lock_text.h"
#include "octatrack/trigs.h"

namespace groovebench::octatrack::changes {

void Lines::cap(std::size_t first, std::size_t limit) {
    if (out.size() <= first + limit) return;
    const std::size_t more = out.size() - first - limit;
    out.resize(first + limit);
    out.push_back(before + fmt::format("and {} more", more));
}

std::string count(int n, std::string_view noun) { return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s"); }

std::string step_list(u64 steps) {
    std::string out;
    for (int step = 0; step < 64; step++) {
        if (!(steps >> step & 1)) continue;
        const int run = std::countr_one(steps >> step);
        if (!out.empty()) out += ", ";
        if (run < 3) {
            out += std::to_string(step + 1);
            continue;
        }
        fmt::format_to(std::back_inserter(out), "{}–{}", step + 1, step + run);
        step += run - 1;
    }
    return out;
}

std::string on_steps(u64 steps) {
    const int n = std::popcount(steps);
    return n == 1 ? "on step " + step_list(steps) : fmt::format("on {} steps ({})", n, step_list(steps));
}

std::string from_to(std::string_view before, std::string_view after) { return fmt::format("{} → {}", before, after); }

std::string with_minus(std::string text) {
    const bool negative = text.size() > 1 && text[0] == '-' && text[1] >= '0' && text[1] <= '9';
    return negative ? "−" + text.substr(1) : text;
}

std::string lock_title(const Part& part, int track, int index) {
    if (index == sample_lock) return "sample";
    const std::string name(lock_name(part, track, index));
    return index < 6 ? name : fmt::format("{} {}", lock_page(index), name);
}

std::string midi_lock_title(int index) {
    const std::string name(midi_lock_name(index));
    return index < 6 || index >= 18 ? name : fmt::format("{} {}", midi_lock_page(index), name);
}

std::string words_of(std::string_view name) {
    if (name.ends_with("_x24")) name.remove_suffix(4);  // shown in BPM
    std::string text(name);
    std::ranges::replace(text, '_', ' ');
    return text;
}

std::string slot_title(SlotRef slot) {
    if (slot.recorder()) return fmt::format("Recorder {}", slot.number - pool_slots);
    return fmt::format("{} slot {}", slot.pool == Pool::flex ? "Flex" : "Static", slot.number);
}

void add_difference(Lines& lines, const Difference& difference, ByteView before, ByteView after) {
    const auto shown_in = [&](ByteView file) { return with_minus(shown(difference.place, file)); };
    lines.add(words_of(difference.path) + " " + from_to(shown_in(before), shown_in(after)));
}

}  // namespace groovebench::octatrack::changes
