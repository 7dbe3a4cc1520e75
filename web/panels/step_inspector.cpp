// The inspector beside the pattern: with steps selected, knobs write p-locks on each of them; with none,
// they turn the part's working copy. Then the trig's own fields, the sample, and the bytes.
#include <imgui.h>

#include "bytes/format.h"
#include "octatrack/lock_text.h"
#include "panels/commands.h"
#include "panels/panels.h"
#include "session/part_edits.h"
#include "session/pattern_edits.h"
#include "session/slot_names.h"

namespace groovebench::app {
namespace {

using namespace octatrack;

struct Target {
    const Pattern& pattern;
    const Part& part;
    int row;
    u64 steps;
    bool midi() const { return row >= 8; }
};

constexpr const char* audio_pages[] = {"SRC", "AMP", "LFO", "FX1", "FX2"};
constexpr int audio_first[] = {0, 12, 6, 18, 24};
constexpr const char* midi_pages[] = {"NOTE", "ARP", "LFO", "CTRL1", "CTRL2"};

std::string knob_name(const Target& target, int index) {
    return std::string(target.midi() ? midi_lock_name(index) : lock_name(target.part, target.row, index));
}
std::optional<u8> own_value(const Target& target, int index) {
    return target.midi() ? midi_part_value(target.part, target.row - 8, index) : part_value(target.part, target.row, index);
}
std::string value_text(const Target& target, int index, u8 value) {
    return target.midi() ? midi_lock_shown(index, value) : lock_shown(target.part, target.row, index, value);
}

struct Common {
    u8 value = no_lock;
    bool locked = false, mixed = false;
};
// What the selected steps have in common for one parameter; the part's value where none is locked.
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

bool bipolar(const Target& target, int index) {
    const auto text = value_text(target, index, 64);
    return text == "0" || text == "0.0";
}

void knob(Session& session, const Target& target, int index) {
    const Common now = common_value(target, index);
    const std::string name = knob_name(target, index), shown = value_text(target, index, now.value);
    const std::string label = fmt::format("{}###knob-{}", name, index);
    const bool has_value = own_value(target, index).has_value() || target.steps;
    const ui::Edit edit = ui::knob(label.c_str(),
                                   {.value = now.value,
                                    .low = 0,
                                    .high = 127,
                                    .origin = bipolar(target, index) ? 64 : 0,
                                    .shown = shown,
                                    .enabled = has_value},
                                   {.bipolar = bipolar(target, index), .locked = now.locked, .mixed = now.mixed});
    if (edit.begun) session.document.begin_gesture();
    if (edit.changed && target.steps) set_lock(session, target.row, target.steps, index, u8(edit.value));
    if (edit.changed && !target.steps) set_part_value(session, target.row, index, u8(edit.value));
    if (edit.ended || edit.cancelled) session.document.end_gesture();
    if (edit.cleared && target.steps) clear_lock(session, target.row, target.steps, index);
}

void knobs(Session& session, const Target& target) {
    int& page = session.views.lock_page;
    ui::line(32);
    for (int i = 0; i < 5; i++) {
        if (i) ui::same(4);
        const char* words = target.midi() ? midi_pages[i] : audio_pages[i];
        const std::string label = fmt::format("{}###page-{}", words, audio_pages[i]);
        if (ui::chip_button(label.c_str(), page == i)) page = i;
    }
    const int first = audio_first[page];
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float column = ImGui::GetContentRegionAvail().x / 3;
    for (int i = 0; i < 6; i++) {
        const int index = first + i;
        if (knob_name(target, index) == "-") continue;
        ImGui::SetCursorScreenPos(
            {from.x + float(i % 3) * column + (column - ui::px(56)) / 2, from.y + ui::px(float(i / 3) * 82 + 4)});
        knob(session, target, index);
    }
    ImGui::SetCursorScreenPos({from.x, from.y + ui::px(170)});
    ImGui::Dummy({0, 0});
}

void trig_type(Session& session, const Target& target) {
    constexpr const char* words[] = {"none", "trig", "trigless trig", "trigless lock", "one-shot"};
    int type = -1;
    bool mixed = false;
    for (int step = 0; step < step_count; step++)
        if (target.steps >> step & 1) {
            const int here = int(trig_at(target.pattern, target.row, step));
            mixed |= type >= 0 && type != here;
            type = here;
        }
    ui::label_column("type");
    const auto edit = ui::choice("type###trig-type", std::span(words).first(target.midi() ? 4 : 5), mixed ? -1 : type,
                                 {.shown = mixed ? "mixed" : ""});
    if (edit && edit.value == 0)
        remove_steps(session, target.row, target.steps);
    else if (edit)
        place_trig(session, target.row, target.steps, TrigType(edit.value));
}

void condition_choice(Session& session, const Target& target, TrigWord word) {
    const char* words[std::size(condition_words)];
    for (std::size_t i = 0; i < std::size(condition_words); i++) words[i] = condition_words[i].word.data();
    ui::label_column("condition");
    const int now = condition(word);
    const auto edit =
        ui::choice("condition###trig-condition", words, now < int(std::size(words)) ? now : -1, {.shown = condition_word(now)});
    if (edit) set_trig_fields(session, target.row, target.steps, {.condition = edit.value});
}

void trig_number(Session& session, const Target& target, const char* words, const char* label, const ui::Number& number,
                 std::optional<int> TrigFields::* field) {
    ui::label_column(words);
    const auto edit = ui::number_field(label, number);
    TrigFields fields;
    fields.*field = edit.value;
    if (edit.begun) session.document.begin_gesture();
    if (edit.changed) set_trig_fields(session, target.row, target.steps, fields);
    if (edit.ended || edit.cancelled) session.document.end_gesture();
}

// Slots of the machine's pool that hold a sample, by name; the lock is the slot's number.
void sample_choice(Session& session, const Target& target) {
    const u8 machine = machine_of(target.part, target.row);
    if (machine > 1) return;
    const Common now = common_value(target, sample_lock);
    const auto slots = filled_slots(session, machine);
    std::vector<const char*> words;
    int current = -1;
    for (std::size_t i = 0; i < slots.size(); i++) {
        words.push_back(slots[i].words.c_str());
        if (slots[i].slot == now.value) current = int(i);
    }
    ui::label_column("sample");
    const std::string shown = now.mixed ? "mixed" : slot_words(session, machine, now.value);
    const auto edit =
        ui::choice("sample###sample-lock", words, current,
                   {.shown = shown,
                    .tip = now.locked ? "locked on the selected steps" : "the slot of the part's machine; choosing one locks it"});
    if (edit) set_lock(session, target.row, target.steps, sample_lock, slots[std::size_t(edit.value)].slot);
    if (!now.locked) return;
    ui::label_column("");
    if (ui::link("clear the sample lock###clear-sample-lock")) clear_lock(session, target.row, target.steps, sample_lock);
}

void trig_section(Session& session, const Target& target) {
    const int first = session.selection.first_step();
    const TrigWord word = trig_word_at(target.pattern, target.row, first);
    ui::heading("Trig");
    trig_type(session, target);
    condition_choice(session, target, word);
    const std::string micro = micro_timing_text(micro_timing(word));
    trig_number(session, target, "micro-timing", "micro-timing###trig-micro",
                {.value = micro_timing(word), .low = -23, .high = 23, .shown = micro, .tip = "1/384 of a whole note"},
                &TrigFields::micro_timing);
    const std::string count = std::to_string(repeats(word));
    trig_number(session, target, "repeats", "repeats###trig-repeats", {.value = repeats(word), .low = 1, .high = 8, .shown = count},
                &TrigFields::repeats);
    if (!target.midi()) sample_choice(session, target);
}

// Where the value of the knob the pointer is on comes from.
void origin_section(const Target& target, int lane) {
    const auto own = own_value(target, lane);
    const Common now = common_value(target, lane);
    ui::heading(fmt::format("Where {} comes from", knob_name(target, lane)));
    ui::label_column("p-lock");
    ui::text(now.locked ? value_text(target, lane, now.value) : "not locked", now.locked ? ui::Tone::lock : ui::Tone::faint);
    ui::label_column("part");
    ui::text(own ? value_text(target, lane, *own) : "none", ui::Tone::soft);
}

void bytes_section(const Session& session, const Target& target) {
    const int step = session.selection.first_step();
    const auto file = session.document.bytes(session.project.bank_path(session.selection.bank));
    const auto* record = target.midi() ? reinterpret_cast<const std::byte*>(&target.pattern.midi_tracks[target.row - 8].locks[step])
                                       : reinterpret_cast<const std::byte*>(&target.pattern.audio_tracks[target.row].locks[step]);
    const auto at = std::size_t(record - file.data());
    std::vector<ui::ByteMark> marks;
    for (std::size_t i = 0; i < 32; i++)
        if (u8(record[i]) != no_lock) marks.push_back({i, i + 1});
    ui::heading("Bytes");
    ui::text(fmt::format("bank{:02}.work + 0x{:X}", session.selection.bank + 1, at), ui::Tone::faint, ui::Face::mono_small);
    ui::hex_view("lock bytes###lock-bytes", file.subspan(at, 32), at, marks, 8, 4);
}

std::string title_of(const Selection& at) {
    const int count = std::popcount(at.steps);
    if (!count) return row_name(at.row) + " · part";
    return count == 1 ? fmt::format("{} step {}", row_name(at.row), at.first_step() + 1)
                      : fmt::format("{} steps of {}", count, row_name(at.row));
}

}  // namespace

void step_inspector(Session& session) {
    const Selection& at = session.selection;
    const Pattern* pattern = session.project.pattern(at.bank, at.pattern);
    const Part* part = session.project.part_of(at.bank, at.pattern);
    if (!pattern || !part) return;
    const Target target{*pattern, *part, at.row, at.steps};
    ui::line(24);
    ui::text(title_of(at), ui::Tone::text, ui::Face::bold, 0, "inspector-title");
    ui::from_right(ui::text_width(at.steps ? "knobs write p-locks" : "knobs turn the part", ui::Face::small));
    ui::text(at.steps ? "knobs write p-locks" : "knobs turn the part", ui::Tone::faint, ui::Face::small);
    knobs(session, target);
    // Knobs may have edited: look again before reading on.
    const Pattern* now = session.project.pattern(at.bank, at.pattern);
    const Part* now_part = session.project.part_of(at.bank, at.pattern);
    if (!at.steps || !now || !now_part) return;
    const Target after{*now, *now_part, at.row, at.steps};
    trig_section(session, after);
    const Pattern* last = session.project.pattern(at.bank, at.pattern);
    const Target shown{*last, *now_part, at.row, at.steps};
    if (session.views.lane < 30) origin_section(shown, session.views.lane);
    bytes_section(session, shown);
}

}  // namespace groovebench::app
