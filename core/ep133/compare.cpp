#include <algorithm>
#include <charconv>
#include <set>

#include "bytes/format.h"
#include "ep133/compare_detail.h"
#include "ep133/fields.h"
#include "ep133/layout.h"

namespace groovebench::ep133 {
namespace {

using List = std::vector<FileDifference>;

std::string plain_words(std::string_view name) {
    std::string words(name);
    std::ranges::replace(words, '_', ' ');
    return words;
}
std::string from_to(std::string_view before, std::string_view after) { return fmt::format("{} → {}", before, after); }
std::string with_unit(const Field& field, const std::string& shown) {
    const std::string_view unit = word(field.unit);
    return unit.empty() || field.unit == Unit::bpm ? shown : fmt::format("{} {}", shown, unit);
}
std::string value_words(const Place& place, ByteView file) { return with_unit(*place.field, shown(place, file)); }

std::string joined(std::string_view path, std::string_view name) {
    return path.empty() ? std::string(name) : fmt::format("{}.{}", path, name);
}

void add_fields(List& list, const Schema& schema, ByteView first, ByteView second, std::string_view path,
                const std::string& before) {
    for (const Difference& one : diff(schema, first, second))
        list.push_back({{},
                        fmt::format("{}{} {}", before, plain_words(one.path),
                                    from_to(value_words(one.place, first), value_words(one.place, second))),
                        joined(path, one.path)});
}

// An event is the same one if it stands at its tick and is of its pad and type.
struct Key {
    u16 position;
    u8 what;
    auto operator<=>(const Key&) const = default;
};
Key key_of(const NoteEvent& event) { return {event.position, event.what}; }
ByteView bytes_of_event(const NoteEvent& event) { return std::as_bytes(std::span(&event, 1)); }

void compare_patterns(List& list, ByteView first, ByteView second) {
    const Pattern a = *open_pattern(first), b = *open_pattern(second);
    if (a.bars != b.bars)
        list.push_back({{}, "length " + from_to(fmt::format("{} bars", a.bars), fmt::format("{} bars", b.bars)), "bars"});
    if (a.first == b.first)
        for (const Difference& one :
             diff(a.first == sizeof(PatternHeader) ? schema<PatternHeader> : schema<PatternHeader6>, first, second))
            if (one.path != "bars" && one.path != "event_count")
                list.push_back(
                    {{},
                     plain_words(one.path) + " " + from_to(value_words(one.place, first), value_words(one.place, second)),
                     one.path});
    std::multimap<Key, std::size_t> rest;
    for (std::size_t i = 0; i < a.events.size(); i++) rest.emplace(key_of(a.events[i]), i);
    for (std::size_t i = 0; i < b.events.size(); i++) {
        const auto path = fmt::format("events[{}]", i + 1);
        const auto [from, to] = rest.equal_range(key_of(b.events[i]));
        auto same = std::find_if(from, to, [&](const auto& one) {
            return std::ranges::equal(bytes_of_event(a.events[one.second]), bytes_of_event(b.events[i]));
        });
        if (same == to) same = from;
        if (from == to) {
            list.push_back({{}, "added: " + event_words(bytes_of_event(b.events[i])), path, {-1, int(i)}});
            continue;
        }
        const std::size_t before = list.size();
        add_fields(list, schema_of(event_type(b.events[i])), bytes_of_event(a.events[same->second]), bytes_of_event(b.events[i]),
                   path, event_words(bytes_of_event(b.events[i])) + ": ");
        for (FileDifference& one : std::span(list).subspan(before)) one.event = {int(same->second), int(i)};
        rest.erase(same);
    }
    for (const auto& [key, i] : rest)
        list.push_back({{}, "removed: " + event_words(bytes_of_event(a.events[i])), "events", {int(i), -1}});
    if (list.empty() && !std::ranges::equal(first, second))
        list.push_back({{}, "events of the same tick in another order", "events"});
}

void compare_tables(List& list, FileKind kind, ByteView first, ByteView second) {
    const Layout a = *Layout::of(kind, first), b = *Layout::of(kind, second);
    const Layout& shorter = a.schema().size <= b.schema().size ? a : b;
    if (first.size() != second.size())
        list.push_back({{}, "size " + from_to(fmt::format("{} bytes", first.size()), fmt::format("{} bytes", second.size())), ""});
    add_fields(list, shorter.schema(), first, second, "", "");
}

// By the paths of both: JSON, and a sound, whose fields stand wherever its chunks are.
void compare_values(List& list, FileKind kind, ByteView first, ByteView second) {
    std::map<std::string, std::string> before;
    std::vector<std::pair<std::string, std::string>> after;
    (void)each_member_field(kind, first, "", [&](const ValueRead& value) { before[value.path] = value.shown; });
    (void)each_member_field(kind, second, "", [&](const ValueRead& value) { after.emplace_back(value.path, value.shown); });
    for (const auto& [path, value] : after) {
        const auto found = before.find(path);
        const std::string was = found == before.end() ? "none" : found->second;
        if (was != value) list.push_back({{}, fmt::format("{} {}", path, from_to(was, value)), path});
        if (found != before.end()) before.erase(found);
    }
    for (const auto& [path, value] : before) list.push_back({{}, fmt::format("{} {}", path, from_to(value, "none")), path});
    if (kind != FileKind::sound) return;
    const auto a = open_sound(first), b = open_sound(second);
    if (!std::ranges::equal(first.subspan(a->data, a->data_size), second.subspan(b->data, b->data_size)))
        list.push_back({{},
                        a->frames == b->frames
                            ? "other samples"
                            : "samples " + from_to(fmt::format("{} frames", a->frames), fmt::format("{} frames", b->frames)),
                        ""});
}

void add_member(List& list, const Member& member, List inside) {
    for (FileDifference& one : inside) {
        one.place = place_of(member.key);
        one.path = joined(member.key, one.path);
        if (one.path.ends_with('.')) one.path.pop_back();
        list.push_back(std::move(one));
    }
}

Result<List> compare_archives(FileKind kind, ByteView first, ByteView second) {
    const auto a = Contents::open(kind, first), b = Contents::open(kind, second);
    if (!a) return a.problem();
    if (!b) return b.problem();
    List list;
    for (MemberPair& pair : member_pairs(*a, *b))
        add_member(list, pair.first ? *pair.first : *pair.second, std::move(pair.differences));
    return list;
}

List compare_in_archives(const Contents& a, const Member& one, const Contents& b, const Member& other) {
    const auto alike = same_bytes(a, one, b, other);
    if (!alike) return {{{}, "not read: " + sentence(alike.problem()), ""}};
    return *alike ? List() : compare_members(one.kind, *a.bytes(one), *b.bytes(other));
}

// "a[7]" → 'a' and 7; "[7]" → 0 and 7.
int number_in(std::string_view text) {
    const auto open = text.find('[');
    int number = 0;
    if (open != text.npos) std::from_chars(text.data() + open + 1, text.data() + text.size(), number);
    return number;
}

}  // namespace

List compare_members(FileKind kind, ByteView first, ByteView second) {
    List list;
    if (std::ranges::equal(first, second)) return list;
    if (kind == FileKind::other || refusal(kind, first) || refusal(kind, second)) {
        list.push_back({{}, "other bytes", ""});
        return list;
    }
    if (kind == FileKind::pattern)
        compare_patterns(list, first, second);
    else if (kind == FileKind::meta || kind == FileKind::sound)
        compare_values(list, kind, first, second);
    else
        compare_tables(list, kind, first, second);
    if (list.empty()) list.push_back({{}, "other bytes, none of a field", ""});
    return list;
}

std::vector<MemberPair> member_pairs(const Contents& a, const Contents& b) {
    std::vector<MemberPair> pairs;
    std::set<std::string> seen;
    std::string_view rest;
    for (const Member& member : a.members()) {
        seen.insert(member.key);
        const Member* other = b.at_key(member.key, rest);
        if (!other || !rest.empty()) {
            pairs.push_back({&member, nullptr, {{{}, "only in the first", ""}}});
            continue;
        }
        MemberPair pair{&member, other, compare_in_archives(a, member, b, *other), other->path != member.path};
        if (pair.renamed) pair.differences.push_back({{}, "name " + from_to(member.path, other->path), ""});
        if (!pair.differences.empty()) pairs.push_back(std::move(pair));
    }
    for (const Member& member : b.members())
        if (!seen.contains(member.key)) pairs.push_back({nullptr, &member, {{{}, "only in the second", ""}}});
    return pairs;
}

std::vector<std::string> place_of(std::string_view path) {
    std::vector<std::string> place;
    const auto take = [&](std::string_view what) { return path.starts_with(what); };
    if (take("projects[")) {
        place.push_back(fmt::format("Project {}", number_in(path)));
        path.remove_prefix(std::min(path.find("]"), path.size() - 1) + 1);
        if (path.starts_with('.')) path.remove_prefix(1);
    }
    const bool pads = take("pads."), patterns = take("patterns.");
    if (pads || patterns) {
        path.remove_prefix(pads ? 5 : 9);
        const int number = number_in(path);
        place.push_back(fmt::format("Group {}", char(path.empty() ? '?' : path[0] - 32)));
        place.push_back(pads ? fmt::format("pad {} (key {})", number, key_of_pad(number)) : fmt::format("pattern {}", number));
    } else if (take("scenes")) {
        place.push_back(take("scenes.scenes[") ? fmt::format("Scene {}", number_in(path)) : "Scenes");
    } else if (take("sounds[")) {
        place.push_back(fmt::format("Sound {}", number_in(path)));
    } else if (take("settings")) {
        place.push_back("Settings");
    } else if (take("fx_settings")) {
        place.push_back("Effect");
    } else if (take("meta")) {
        place.push_back("meta.json");
    } else if (take("others[")) {
        place.push_back(fmt::format("Other member {}", number_in(path)));
    }
    if (place.empty()) place.push_back("File");
    return place;
}

std::string event_words(ByteView bytes) {
    const auto& event = *overlay<NoteEvent>(bytes);
    const int at = event.position;
    const std::string where =
        fmt::format("at {}.{}.{}", at / ticks_per_bar + 1, at % ticks_per_bar / ticks_per_quarter + 1, at % ticks_per_quarter);
    switch (event_type(event)) {
        case EventType::note:
            return fmt::format("note of pad {} (key {}) {}", pad_of(event), key_of_pad(pad_of(event)), where);
        case EventType::fader:
        case EventType::fader_5: {
            const auto name = word_of(fader_words, overlay<FaderEvent>(bytes)->fader);
            return fmt::format("fader {} {}", name.empty() ? "?" : name, where);
        }
        case EventType::midi:
            return fmt::format("MIDI {:02X} {}", int(overlay<MidiEvent>(bytes)->status), where);
        default:
            return fmt::format("event of type {} {}", int(event_type(event)), where);
    }
}

Result<std::vector<FileDifference>> compare_files(FileKind kind, ByteView first, ByteView second) {
    if (is_archive(kind)) return compare_archives(kind, first, second);
    for (const ByteView file : {first, second})
        if (const auto problem = refusal(kind, file)) return *problem;
    List list = compare_members(kind, first, second);
    for (FileDifference& one : list)
        one.place = {kind == FileKind::pad ? "Pad" : kind == FileKind::pattern ? "Pattern" : std::string(word(kind))};
    return list;
}

}  // namespace groovebench::ep133
