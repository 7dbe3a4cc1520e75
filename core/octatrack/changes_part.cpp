// Changes of a part in words: machines, effects and knobs by the names the device gives them.
#include <array>
#include <cctype>
#include <cstring>
#include <format>
#include <memory>

#include "octatrack/changes_words.h"
#include "octatrack/lock_text.h"
#include "octatrack/parameters.h"
#include "octatrack/trigs.h"
#include "text/latin1.h"

namespace groovebench::octatrack::changes {
namespace {

constexpr std::size_t lines_per_part = 40;

std::string upper(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = c == '_' ? ' ' : char(std::toupper(u8(c)));
    return out;
}

std::string_view last_name(std::string_view path) { return path.substr(path.rfind('.') + 1); }

// Where a byte of a part lies: which array, which element, which byte of it.
struct Spot {
    std::string_view array;
    int element = 0;
    std::size_t byte = 0;
};
Spot spot_of(std::size_t offset) {
    for (const Field& field : schema<Part>.fields)
        if (offset - field.offset < std::size_t(field.size) * field.count)
            return {field.name, int((offset - field.offset) / field.size), (offset - field.offset) % field.size};
    return {};
}

std::string knob(const Part& part, int track, int machine, std::string_view name) {
    if (machine == machine_of(part, track) || machine >= int(std::size(machine_words)))
        return std::format("T{} {}", track + 1, name);
    return std::format("T{} {} of {}", track + 1, name, machine_words[machine].word);
}

std::string effect_word(u8 type) {
    const auto word = word_of(effect_words, type);
    return word.empty() ? std::format("unknown effect {}", type) : std::string(word);
}

// How many bytes were not.
int make_equal(void* told, const void* after, std::size_t size) {
    auto* a = static_cast<u8*>(told);
    const auto* b = static_cast<const u8*>(after);
    int n = 0;
    for (std::size_t i = 0; i < size; i++) n += a[i] != b[i];
    std::memcpy(told, after, size);
    return n;
}

// Another effect resets its twelve values: one line tells it.
void add_effects(Lines& lines, Part& told, const Part& after) {
    for (int t = 0; t < track_count; t++)
        for (int slot = 0; slot < 2; slot++) {
            auto& was = slot ? told.fx2[t] : told.fx1[t];
            const u8 is = slot ? after.fx2[t] : after.fx1[t];
            if (was == is) continue;
            const std::string line = std::format("FX{} of T{} {}", slot + 1, t + 1, from_to(effect_word(was), effect_word(is)));
            was = is;
            MainPage& page = told.pages[t];
            SetupPage& setup = told.setup[t];
            const int n = slot ? make_equal(&page.fx2, &after.pages[t].fx2, 6) + make_equal(&setup.fx2, &after.setup[t].fx2, 6)
                               : make_equal(&page.fx1, &after.pages[t].fx1, 6) + make_equal(&setup.fx1, &after.setup[t].fx1, 6);
            lines.add(n ? std::format("{} ({})", line, count(n, "value")) : line);
        }
}

void add_working(Lines& lines, const Part& before, const Part& after) {
    const auto told = std::make_unique<Part>(before);
    const std::size_t first = lines.size();
    add_effects(lines, *told, after);
    for (const Difference& difference : diff(schema<Part>, bytes_of_record(*told), bytes_of_record(after)))
        lines.add(part_field_title(after, difference) + " " +
                  from_to(part_field_value(*told, difference), part_field_value(after, difference)));
    lines.cap(first, lines_per_part);
}

void add_saved(Lines& lines, const Bank& before, const Bank& after, int i) {
    const Part &was = before.saved_parts[i], &is = after.saved_parts[i];
    if (!std::memcmp(&was, &is, sizeof was)) return;
    if (!std::memcmp(&is, &after.parts[i], sizeof is)) return lines.add("saved");
    const auto n = diff(schema<Part>, bytes_of_record(was), bytes_of_record(is)).size();
    lines.add(std::format("saved copy changed ({})", count(int(n), "value")));
}

}  // namespace

std::string part_field_title(const Part& part, const Difference& difference) {
    const Spot spot = spot_of(difference.place.offset);
    const int n = spot.element + 1, byte = int(spot.byte);
    if (spot.array == "machines") return std::format("machine of T{}", n);
    if (spot.array == "levels") return std::format("T{} {}", n, byte ? "cue level" : "level");
    if (spot.array == "source") return knob(part, spot.element, byte / 6, machine_knob(u8(byte / 6), byte % 6));
    if (spot.array == "source_setup") return knob(part, spot.element, byte / 6, machine_setup_knob(u8(byte / 6), byte % 6));
    if (spot.array == "slots") return knob(part, spot.element, byte, "slot");
    if (spot.array == "pages") return std::format("T{} {}", n, lock_title(part, spot.element, 6 + byte));
    if (spot.array == "setup" && byte >= 12 && byte < 24) {
        const u8 effect = byte < 18 ? part.fx1[spot.element] : part.fx2[spot.element];
        return std::format("T{} {} {} (setup)", n, byte < 18 ? "FX1" : "FX2", effect_names(effect).page2[byte % 6]);
    }
    if (spot.array == "setup")
        return std::format("T{} {} {}", n, byte >= 6 && byte < 12 ? "AMP" : "LFO", upper(last_name(difference.path)));
    if (spot.array == "midi" && byte < 30) return std::format("M{} {}", n, midi_lock_title(byte));
    if (spot.array == "scenes") return std::format("Scene {} · T{} {}", n, byte / 32 + 1, lock_title(part, byte / 32, byte % 32));
    if (spot.array == "scene_levels") return std::format("Scene {} · T{} XLV", n, byte + 1);
    return words_of(difference.path);
}

std::string part_field_value(const Part& part, const Difference& difference) {
    const ByteView bytes = bytes_of_record(part);
    const std::size_t at = difference.place.offset;
    const u8 raw = u8(bytes[at]);
    const Spot spot = spot_of(at);
    const int byte = int(spot.byte);
    if (spot.array == "slots" && byte < 2) return slot_name(u8(byte), raw);
    if (spot.array == "pages") return with_minus(lock_shown(part, spot.element, 6 + byte, raw));
    if (spot.array == "source" && byte / 6 == machine_of(part, spot.element))
        return with_minus(lock_shown(part, spot.element, byte % 6, raw));
    if (spot.array == "scenes") return with_minus(lock_shown(part, byte / 32, byte % 32, raw));
    if (spot.array == "midi" && byte < 30) return with_minus(midi_lock_shown(byte, raw));
    if (spot.array == "setup" && byte < 3) return lfo_destination(part, {false, spot.element}, raw);
    if (spot.array == "setup" && byte >= 12 && byte < 24)
        return effect_value_shown(byte < 18 ? part.fx1[spot.element] : part.fx2[spot.element], 6 + byte % 6, raw);
    return with_minus(shown(difference.place, bytes));
}

void add_part(std::vector<std::string>& out, const Bank& before, const Bank& after, int i) {
    const auto name = [&](const Bank& bank) { return text::utf8_from_latin1(bank.part_names[i].text.view()); };
    Lines plain(out, std::format("Part {}: ", i + 1)), lines(out, std::format("Part {} {}: ", i + 1, name(after)));
    if (name(before) != name(after)) plain.add("name " + from_to(name(before), name(after)));
    const bool changed = std::memcmp(&before.parts[i], &after.parts[i], sizeof(Part)) != 0;
    if (changed) add_working(lines, before.parts[i], after.parts[i]);
    add_saved(lines, before, after, i);
    // The bit follows an edit of the part; alone it is worth a line.
    const bool was = before.parts_edited.at(i), is = after.parts_edited.at(i);
    if (was != is && !(changed && is)) lines.add(is ? "marked as edited" : "no longer marked as edited");
    if (before.part_saved[i] != after.part_saved[i])
        lines.add(from_to(std::format("saved flag {}", u8(before.part_saved[i])), std::to_string(after.part_saved[i])));
}

}  // namespace groovebench::octatrack::changes
