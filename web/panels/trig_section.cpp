// The trig's own fields: type, condition, micro-timing, repeats. What selected steps differ in is said one by one.

#include "octatrack/lock_text.h"
#include "panels/step_target.h"
#include "session/pattern_edits.h"

namespace groovebench::app {
namespace {

using namespace octatrack;

constexpr int told_apart = 3;  // so many values stand side by side

// One value if all selected steps have it, else each of a few.
template <class Words>
std::string each_of(const Target& target, Words&& words) {
    std::string all, first;
    bool same = true;
    int count = 0;
    for (int step = 0; step < step_count; step++) {
        if (!(target.steps >> step & 1)) continue;
        const std::string here = words(step);
        if (!count++) first = here;
        same &= here == first;
        all += (all.empty() ? "" : " · ") + here;
    }
    return same ? first : count > told_apart ? "mixed" : all;
}

TrigWord word_at(const Target& target, int step) { return trig_word_at(target.pattern, target.row, step); }

void trig_type(Session& session, const Target& target) {
    constexpr const char* words[] = {"none", "trig", "trigless trig", "trigless lock", "one-shot"};
    const auto type_at = [&](int step) { return int(trig_at(target.pattern, target.row, step)); };
    const std::string shown = each_of(target, [&](int step) { return std::string(words[type_at(step)]); });
    const int first = type_at(std::countr_zero(target.steps));
    const bool mixed = shown != words[first];
    ui::label_column("type");
    const auto edit = ui::choice("type###trig-type", std::span(words).first(target.midi() ? 4 : 5), mixed ? -1 : first,
                                 {.shown = mixed ? shown : ""});
    if (edit && edit.value == 0)
        remove_steps(session, target.row, target.steps);
    else if (edit)
        place_trig(session, target.row, target.steps, TrigType(edit.value));
}

void condition_choice(Session& session, const Target& target) {
    const std::string shown = each_of(target, [&](int step) { return condition_word(condition(word_at(target, step))); });
    const auto word_of_index = [](void*, int i) { return condition_words[std::size_t(i)].word.data(); };
    const int now = condition(word_at(target, std::countr_zero(target.steps)));
    ui::label_column("condition");
    const auto edit = ui::choice("condition###trig-condition", int(std::size(condition_words)), word_of_index, nullptr,
                                 now < int(std::size(condition_words)) ? now : -1, {.shown = shown});
    if (edit) set_trig_fields(session, target.row, target.steps, {.condition = edit.value});
}

void trig_number(Session& session, const Target& target, const char* label, const ui::Number& number,
                 std::optional<int> TrigFields::* field) {
    const auto edit = ui::number_field(label, number);
    TrigFields fields;
    fields.*field = edit.value;
    if (edit.begun) session.document.begin_gesture();
    if (edit.changed) set_trig_fields(session, target.row, target.steps, fields);
    if (edit.ended || edit.cancelled) session.document.end_gesture();
}

}  // namespace

void trig_section(Session& session, const Target& target) {
    const TrigWord word = word_at(target, std::countr_zero(target.steps));
    ui::heading("Trig");
    trig_type(session, target);
    condition_choice(session, target);
    const std::string micro = each_of(target, [&](int step) { return micro_timing_text(micro_timing(word_at(target, step))); });
    ui::label_column("micro-timing");
    trig_number(session, target, "micro-timing###trig-micro",
                {.value = micro_timing(word), .low = -23, .high = 23, .shown = micro, .tip = "1/384 of a whole note"},
                &TrigFields::micro_timing);
    const std::string count = each_of(target, [&](int step) { return std::to_string(repeats(word_at(target, step))); });
    ui::label_column("repeats");
    trig_number(session, target, "repeats###trig-repeats", {.value = repeats(word), .low = 1, .high = 8, .shown = count},
                &TrigFields::repeats);
}

}  // namespace groovebench::app
