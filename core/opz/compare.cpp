#include "opz/compare.h"

#include <algorithm>
#include <cstring>

#include "bytes/format.h"
#include "opz/place.h"
#include "opz/values.h"
#include "schema/walk.h"

namespace groovebench::opz {
namespace {

using List = std::vector<ProjectDifference>;

struct Sides {
    ByteView first, second;
};

std::string from_to(std::string_view from, std::string_view to) { return fmt::format("{} → {}", from, to); }

std::string spaced(std::string_view name) {
    std::string words(name);
    std::ranges::replace(words, '_', ' ');
    return words;
}

std::string pattern_place(int pattern) { return fmt::format("Pattern {}", pattern + 1); }

// A path as words: "mute_groups[3].synths.bass" is "mute groups 3 synths bass".
std::string words_of(std::string_view path) {
    std::string words;
    for (const char c : path)
        if (c == '_' || c == '.' || c == '[')
            words += ' ';
        else if (c != ']')
            words += c;
    return words;
}

// A mask flag by flag: tracks of a routing, components of a step.
void add_flags(List& list, const Difference& difference, const Sides& sides, std::vector<std::string> place, const Meant& meant) {
    const u64 differing = u64(number(difference.place, sides.first)) ^ u64(number(difference.place, sides.second));
    const bool components = meant.meaning == Meaning::components;
    for (int flag = 0; flag < 16; flag++) {
        if (!(differing >> flag & 1)) continue;
        const Place bit{difference.place.field, difference.place.offset, flag};
        const std::string name =
            components ? flag < component_count ? std::string(component_name(Component(flag))) : std::to_string(flag + 1)
                       : fmt::format("{} {}", spaced(difference.place.field->name), track_names[std::size_t(flag)]);
        list.push_back({place, fmt::format("{} {}", name, from_to(shown(bit, sides.first), shown(bit, sides.second))),
                        fmt::format("{}[{}]", difference.path, flag + 1), difference.place.offset});
    }
}

std::string note_words(const Note& note) { return shown_number(fields_of<Note>[1], note.note); }

// The note of a slot came, went, or is another; its other bytes are told where there is one.
void add_note(List& list, const Sides& sides, std::size_t offset, const std::string& path, const Meant& meant) {
    const Note &was = *overlay<Note>(sides.first, offset), &is = *overlay<Note>(sides.second, offset);
    const std::vector<std::string> place = {pattern_place(meant.pattern), std::string(track_names[std::size_t(meant.track)]),
                                            fmt::format("step {}", meant.step + 1)};
    const auto tell = [&](std::string words) { list.push_back({place, std::move(words), path, offset}); };
    if (was.is_empty() && is.is_empty()) return tell(fmt::format("what is left in empty slot {}", meant.index + 1));
    if (was.is_empty()) return tell(fmt::format("note {} added", note_words(is)));
    if (is.is_empty()) return tell(fmt::format("note {} removed", note_words(was)));
    if (u8(was.note) != u8(is.note)) tell("note " + from_to(note_words(was), note_words(is)));
    for (const Difference& one :
         diff(schema<Note>, sides.first.subspan(offset, sizeof was), sides.second.subspan(offset, sizeof is))) {
        if (one.path == "note") continue;
        const Place at{one.place.field, offset + one.place.offset};
        list.push_back({place,
                        fmt::format("{} {}: {}", note_words(is), spaced(one.path),
                                    from_to(shown_value(at, sides.first), shown_value(at, sides.second))),
                        fmt::format("{}.{}", path, one.path), at.offset});
    }
}

// A lock counts with its flag.
std::string lock_shown(const Sides& sides, bool second, const Difference& difference, const Meant& meant) {
    const ByteView file = second ? sides.second : sides.first;
    const Step& step = overlay<Project>(file)->patterns[meant.pattern].steps.at(meant.track)[meant.step];
    if (step.locked.at(meant.index) != u8(Locked::yes)) return "not locked";
    const Place value{&fields_of<Locks>[std::size_t(meant.index)],
                      difference.place.offset - (meant.meaning == Meaning::lock_flag ? parameter_count : 0)};
    return shown_value(value, file);
}

// Whether the value of a lock differs along with its flag: it was told with the value.
bool is_told(const Difference& difference, const Sides& sides, const Meant& meant) {
    const std::size_t value = difference.place.offset - parameter_count;
    return meant.meaning == Meaning::lock_flag && sides.first[value] != sides.second[value];
}

void add_lock(List& list, const Difference& difference, const Sides& sides, std::vector<std::string> place, const Meant& meant) {
    if (is_told(difference, sides, meant)) return;
    const std::string was = lock_shown(sides, false, difference, meant), is = lock_shown(sides, true, difference, meant);
    const std::string title(parameter_title(Track(meant.track), Parameter(meant.index)));
    const std::string words =
        was == is ? fmt::format("{}: what is left of a lock", title) : fmt::format("{} {}", title, from_to(was, is));
    list.push_back({std::move(place), words, difference.path, difference.place.offset});
}

std::string title_of(const Difference& difference, const Meant& meant) {
    if (meant.meaning == Meaning::parameter) return std::string(parameter_title(Track(meant.track), Parameter(meant.index)));
    if (meant.meaning == Meaning::component) return std::string(component_name(Component(meant.index)));
    if (meant.track >= 0) return spaced(difference.place.field->name);
    const auto dot = meant.pattern >= 0 ? difference.path.find('.') : std::string::npos;
    return words_of(std::string_view(difference.path).substr(dot == std::string::npos ? 0 : dot + 1));
}

void add_value(List& list, const Difference& difference, const Sides& sides) {
    const Meant meant = meant_at(difference.place.offset);
    std::vector<std::string> place = {meant.pattern < 0 ? "Project" : pattern_place(meant.pattern)};
    if (meant.track >= 0) place.emplace_back(track_names[std::size_t(meant.track)]);
    if (meant.step >= 0) place.push_back(fmt::format("step {}", meant.step + 1));
    if (difference.place.field->kind == Kind::flags) return add_flags(list, difference, sides, std::move(place), meant);
    if (meant.meaning == Meaning::lock || meant.meaning == Meaning::lock_flag)
        return add_lock(list, difference, sides, std::move(place), meant);
    list.push_back({std::move(place),
                    fmt::format("{} {}", title_of(difference, meant),
                                from_to(shown_value(difference.place, sides.first), shown_value(difference.place, sides.second))),
                    difference.path, difference.place.offset});
}

bool is_in_slot(const Meant& meant) {
    return meant.meaning == Meaning::note || meant.meaning == Meaning::velocity || meant.meaning == Meaning::duration ||
           meant.meaning == Meaning::micro;
}

void add_revision(List& list, ByteView first, ByteView second) {
    const auto told = [](ByteView file) { return has_revision(file) ? std::to_string(revision_of(file)) : "none"; };
    if (told(first) != told(second))
        list.push_back({{"Project"}, "revision " + from_to(told(first), told(second)), "revision", size_without_revision});
}

}  // namespace

std::vector<ProjectDifference> compare_projects(ByteView first, ByteView second) {
    List list;
    const Sides sides{first, second};
    std::size_t slot = 0;  // the one whose note was told last
    for (const Difference& difference : diff(schema<Project>, first, second)) {
        const Meant meant = meant_at(difference.place.offset);
        if (!is_in_slot(meant)) {
            add_value(list, difference, sides);
            continue;
        }
        const std::size_t at = difference.place.offset - difference.place.field->offset;  // the field's place in its slot
        if (at == slot) continue;
        slot = at;
        add_note(list, sides, at, difference.path.substr(0, difference.path.rfind('.')), meant);
    }
    add_revision(list, first, second);
    return list;
}

}  // namespace groovebench::opz
