#include "panels/field_value.h"

#include "bytes/format.h"
#include "schema/reading.h"
#include "schema/values.h"

namespace groovebench::app {
namespace {

// What a knob can travel over; a field of 32 bits may hold more.
constexpr i64 farthest = 1'000'000'000;

void choice_value(const FieldShown& it, const std::string& label, const std::function<void(i64)>& put) {
    const auto words = it.field.words;
    int current = -1;
    for (std::size_t i = 0; i < words.size(); i++)
        if (words[i].value == it.value) current = int(i);
    const auto word_at = [](void* data, int i) {
        return (*static_cast<const std::span<const Word>*>(data))[std::size_t(i)].word.data();
    };
    auto list = words;
    const auto edit = ui::choice(label.c_str(), int(words.size()), word_at, &list, current,
                                 {.width = it.width, .shown = it.shown, .tip = it.tip, .bare = it.bare});
    if (edit) put(words[std::size_t(edit.value)].value);
}

void put_at_the_end(const FieldShown& it, const ui::Edit& edit, const std::function<void(i64)>& put) {
    if (edit.changed) *it.held = edit.value;
    if (edit.cleared && it.field.none != no_none) *it.held = it.field.none;
    if (edit.cancelled) return it.held->reset();
    if ((edit.ended || edit.cleared) && *it.held) put(**it.held);
}

void number_value(Session& session, const FieldShown& it, const std::string& label, const std::function<void(i64)>& put) {
    const Field& field = it.field;
    const int low = int(std::max(field.min, -farthest)), high = int(std::min(field.max, farthest));
    const Reading reading = reading_of(field.unit);
    if (it.held && *it.held == it.value) it.held->reset();
    const bool holds = it.held && *it.held;
    const auto edit = ui::number_field(label.c_str(),
                                       {.value = int(std::clamp<i64>(holds ? **it.held : it.value, low, high)),
                                        .low = low,
                                        .high = high,
                                        .origin = int(reading.origin),
                                        .unit = reading.unit,
                                        .shown = holds ? shown_number(field, **it.held) : it.shown,
                                        .tip = it.tip},
                                       it.width, it.bare);
    if (it.held) return put_at_the_end(it, edit, put);
    if (edit.begun) session.document.begin_gesture();
    if (edit.changed) put(edit.value);
    if (edit.cleared && field.none != no_none) put(field.none);
    if (edit.ended || edit.cancelled) session.document.end_gesture();
}

}  // namespace

void field_value(Session& session, const FieldShown& it, const std::function<void(i64)>& put) {
    const std::string label = fmt::format("value###{}", it.name);
    if (it.field.kind == Kind::choice)
        choice_value(it, label, put);
    else
        number_value(session, it, label, put);
}

}  // namespace groovebench::app
