#include "session/step_words.h"

#include "bytes/format.h"
#include "octatrack/lock_text.h"
#include "session/pattern_edits.h"
#include "session/slot_names.h"

namespace groovebench::app {
namespace {

using namespace octatrack;

constexpr int named_locks = 3;  // the inspector has them all

std::string trig_words(const StepFacts& facts, int condition_number) {
    constexpr std::string_view types[] = {"no trig", "trig", "trigless trig", "trigless lock", "one-shot trig"};
    std::string words(types[std::size_t(facts.trig)]);
    if (facts.recorder) words += facts.trig == TrigType::none ? ", recorder trig" : " and recorder trig";
    if (condition_number) words += " · " + condition_word(condition_number);
    if (facts.micro_timing) words += " · " + micro_timing_text(facts.micro_timing);
    if (facts.repeats > 1) words += fmt::format(" · ×{}", facts.repeats);
    if (facts.slide) words += " · slide";
    if (facts.swing) words += " · swing";
    return words;
}

std::string lock_words(const Session& session, const Part& part, int row, int index, u8 value) {
    if (row >= 8) {
        const auto own = midi_part_value(part, row - 8, index);
        return fmt::format("{} {} locked (part: {})", midi_lock_name(index), midi_lock_shown(index, value),
                           own ? midi_lock_shown(index, *own) : "none");
    }
    if (index == sample_lock) return slot_words(session, machine_of(part, row), value);
    const auto own = part_value(part, row, index);
    return fmt::format("{} {} locked (part: {})", lock_name(part, row, index), lock_shown(part, row, index, value),
                       own ? lock_shown(part, row, index, *own) : "none");
}

}  // namespace

std::string step_words(const Session& session, int row, int step) {
    const Selection& at = session.selection;
    const Pattern* pattern = session.project.pattern(at.bank, at.pattern);
    if (!pattern) return {};
    const Part& part = *session.project.part_of(at.bank, at.pattern);
    const StepFacts& facts = session.project.steps(at.bank, at.pattern).rows[std::size_t(row)][std::size_t(step)];
    std::string words =
        fmt::format("{} step {} · {}", row_name(row), step + 1, trig_words(facts, condition(trig_word_at(*pattern, row, step))));
    int locks = 0;
    for (int index = 0; index < lock_count; index++) {
        const u8 value = lock_at(*pattern, row, step, index);
        if (value != no_lock && locks++ < named_locks) words += " · " + lock_words(session, part, row, index, value);
    }
    if (locks > named_locks) words += fmt::format(" · {} more locks", locks - named_locks);
    if (facts.dead) words += " · beyond the length: kept, silent";
    return words;
}

std::string pattern_words(const Session& session, int bank, int number) {
    const Pattern* pattern = session.project.pattern(bank, number);
    const std::string name = pattern_name(bank, number);
    if (!pattern) return name;
    const auto& facts = session.project.facts(bank, number);
    const int part = pattern->tail.part & 3;
    return fmt::format("{} · part {} {} · {} steps · {} trigs, {} locks", name, part + 1, session.project.part_name(bank, part),
                       facts.length, facts.trigs, facts.locks);
}

}  // namespace groovebench::app
