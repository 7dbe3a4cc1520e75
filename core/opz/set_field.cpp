#include "opz/set_field.h"

#include <algorithm>

#include "bytes/format.h"
#include "opz/layout.h"
#include "opz/place.h"
#include "opz/rules.h"
#include "opz/values.h"

namespace groovebench::opz {
namespace {

struct Edit {
    Bytes& file;
    std::string_view path;
    Stretch at;
    Meant meant;
    Bytes value;  // of the element

    Project& project() const { return *overlay<Project>(file); }
    Pattern& pattern() const { return project().patterns[meant.pattern]; }
    Problem refused(std::string expected, std::string found) const {
        return {.offset = at.offset, .path = std::string(path), .expected = std::move(expected), .found = std::move(found)};
    }
    void poke() const { std::ranges::copy(value, file.begin() + std::ptrdiff_t(at.offset)); }
};

// The note decides whether there is one; the rest of a slot means nothing without it.
Outcome set_note_field(const Edit& edit) {
    Note& slot = note_of(edit.pattern(), edit.meant.track, edit.meant.step, edit.meant.index);
    if (edit.meant.meaning == Meaning::note) {
        const u8 note = u8(edit.value[0]);
        if (note != no_note && slot.is_empty())
            set_note(slot, {.note = note});
        else
            edit.poke();
        return {};
    }
    if (slot.is_empty()) return edit.refused("a slot with a note: set its note first", "an empty one");
    if (edit.meant.meaning == Meaning::micro) {
        const int length = edit.pattern().tracks.at(edit.meant.track).step_length;
        const u32 revision = revision_of(edit.file);
        const i8 raw = i8(edit.value[0]);
        if (!is_micro(raw, revision, length)) return edit.refused(micro_range(revision, length), micro_shown(raw, revision));
    }
    edit.poke();
    return {};
}

Outcome only_tracks_with_components(const Edit& edit) {
    if (edit.meant.track < tracks_with_components) return {};
    return edit.refused("a track from kick to chord: only they have components",
                        std::string(track_names[std::size_t(edit.meant.track)]));
}

Outcome set_component_field(const Edit& edit) {
    if (const Outcome right = only_tracks_with_components(edit); !right) return right;
    Step& step = edit.pattern().steps.at(edit.meant.track)[edit.meant.step];
    const auto component = Component(edit.meant.index);
    const u8 value = u8(edit.value[0]);
    if (!is_component_value(component, value))
        return edit.refused(expected_value(edit.meant, edit.at.place(), edit.file), std::to_string(value));
    set_component(step, component, value);
    return {};
}

// Switched on, each works with the value that is there, or the one of a new pattern where that is none.
Outcome set_components(const Edit& edit) {
    Step& step = edit.pattern().steps.at(edit.meant.track)[edit.meant.step];
    const u16 was = step.components, is = *overlay<le16>(edit.value), raised = u16(is & ~was);
    if (const Outcome right = only_tracks_with_components(edit); raised && !right) return right;
    edit.poke();
    for (int i = 0; i < component_count; i++)
        if (raised >> i & 1 && !is_component_value(Component(i), step.values.at(i)))
            step.values.at(i) = component_default(Component(i));
    return {};
}

Outcome set_lock_field(const Edit& edit) {
    set_lock(edit.pattern().steps.at(edit.meant.track)[edit.meant.step], Parameter(edit.meant.index), u8(edit.value[0]));
    return {};
}

// The list with one of its patterns changed, one more at its end, or cut there.
Outcome set_chain_field(const Edit& edit) {
    const std::size_t first = offsetof(Project, chains), index = (edit.at.offset - first) / sizeof(Chain);
    const bool active = edit.at.offset >= offsetof(Project, active_chain);
    const Chain& chain = active ? edit.project().active_chain : edit.project().chains[index];
    const int place = int((edit.at.offset - first) % sizeof(Chain)), used = chain_used(chain);
    const u8 pattern = u8(edit.value[0]);
    if (place > used)
        return edit.refused(fmt::format("at most entry {}, the one behind the end", used + 1), fmt::format("entry {}", place + 1));
    std::vector<u8> list(chain.patterns, chain.patterns + used);
    if (pattern == no_pattern)
        list.resize(std::size_t(place));
    else if (place == used)
        list.push_back(pattern);
    else
        list[std::size_t(place)] = pattern;
    if (active ? set_active_chain(edit.project(), list) : set_saved_chain(edit.project(), int(index), list)) return {};
    return edit.refused(fmt::format("at most {} patterns", chain_limit), fmt::format("{}", list.size()));
}

Outcome set_selected_chain(const Edit& edit) {
    const int saved = u8(edit.value[0]) == 255 ? -1 : int(u8(edit.value[0]));
    if (saved >= 0 && chain_used(edit.project().chains[saved]) == 0)
        return edit.refused("a saved chain with patterns in it", fmt::format("chain {}, an empty one", saved + 1));
    select_chain(edit.project(), saved);
    return {};
}

Outcome set_header_field(const Edit& edit) {
    if (edit.at.offset == offsetof(Project, selected_chain)) return set_selected_chain(edit);
    if (edit.path.starts_with("chains[") || edit.path.starts_with("active_chain.")) return set_chain_field(edit);
    edit.poke();
    return {};
}

// What is refused has changed nothing.
Outcome apply(const Edit& edit) {
    if (edit.meant.pattern < 0) return set_header_field(edit);
    switch (edit.meant.meaning) {
        case Meaning::note:
        case Meaning::velocity:
        case Meaning::duration:
        case Meaning::micro:
            return set_note_field(edit);
        case Meaning::components:
            return set_components(edit);
        case Meaning::component:
            return set_component_field(edit);
        case Meaning::lock:
            return set_lock_field(edit);
        default:
            edit.poke();
            return {};
    }
}

}  // namespace

Outcome set_project_field(Bytes& file, std::string_view path, const Written& value) {
    const auto opened = open_project(file);
    if (!opened) return opened.problem();
    if (const auto strange = id_problem(**opened)) return *strange;
    const auto found = locate(project_schema(file.size()), file, path, record_forms());
    if (!found) return found.problem();
    if (!found->is_value() || found->field->kind == Kind::packed)
        return Problem{.path = std::string(path), .expected = "one value", .found = "a record or an array"};
    if (path == "revision")
        return Problem{.offset = found->offset,
                       .path = std::string(path),
                       .expected = "a field that is yours to set",
                       .found = "one that the firmware writes"};
    const Place place = found->place();
    auto bytes = value.raw ? allowed(place, file, *value.raw) : written_value(place, file, value.shown);
    if (!bytes) {
        Problem problem = bytes.problem();
        problem.path = std::string(path);
        return problem;
    }
    if (std::ranges::equal(*bytes, ByteView(file).subspan(place.offset, bytes->size()))) {
        const bool adds = meant_at(place.offset).meaning == Meaning::lock || meant_at(place.offset).meaning == Meaning::component;
        if (!adds) return {};
    }
    return apply({file, path, *found, meant_at(found->offset), *std::move(bytes)});
}

}  // namespace groovebench::opz
