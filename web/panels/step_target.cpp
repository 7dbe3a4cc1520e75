#include "panels/step_target.h"

#include "octatrack/lock_text.h"
#include "session/pattern_edits.h"

namespace groovebench::app {

using namespace octatrack;

std::string knob_name(const Target& target, int index) {
    return std::string(target.midi() ? midi_lock_name(index) : lock_name(target.part, target.row, index));
}
std::optional<u8> own_value(const Target& target, int index) {
    return target.midi() ? midi_part_value(target.part, target.row - 8, index) : part_value(target.part, target.row, index);
}
std::string value_text(const Target& target, int index, u8 value) {
    return target.midi() ? midi_lock_shown(index, value) : lock_shown(target.part, target.row, index, value);
}

Common common_value(const Target& target, int index) {
    Common common;
    bool first = true;
    for (int step = 0; step < step_count; step++) {
        if (!(target.steps >> step & 1)) continue;
        const u8 lock = lock_at(target.pattern, target.row, step, index);
        if (lock != no_lock) common.locked = true;
        if (first)
            common.value = lock, first = false;
        else if (common.value != lock)
            common.mixed = true;
    }
    if (common.value == no_lock) common.value = own_value(target, index).value_or(0);
    return common;
}

}  // namespace groovebench::app
