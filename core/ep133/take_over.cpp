// Taking differences over from the other side: fields where they stand, events one by one, members of an archive.
#include <algorithm>
#include <set>

#include "bytes/format.h"
#include "ep133/compare_detail.h"
#include "ep133/fields.h"
#include "ep133/json_paths.h"
#include "ep133/layout.h"
#include "ep133/sound_metadata.h"
#include "schema/copy_value.h"

namespace groovebench::ep133 {
namespace {

using List = std::vector<FileDifference>;

// Two members: the one that takes, and the other.
struct Sides {
    ByteView to, from;
    std::size_t into;  // which of the two in a difference is the one that takes
};

Bytes copy_of(ByteView bytes) { return {bytes.begin(), bytes.end()}; }

Problem only_one_has(std::string_view path) {
    return {.path = std::string(path),
            .expected = "a value that both files have; take all of the file over",
            .found = "one file that has it"};
}

// ---- fields

Result<std::string> text_with(std::string_view text, std::string_view other, std::string_view path) {
    const auto there = find_value(other, path);
    const auto keys = paths_below(other, "");
    if (!there || (!find_value(text, path) && std::ranges::find(keys, path) == keys.end())) return only_one_has(path);
    return with_value(text, path, other.substr(there->from, there->size));
}

Outcome put_in_metadata(Bytes& file, ByteView from, std::string_view path) {
    const auto here = open_sound(file), there = open_sound(from);
    if (!here->json || !there->json) return only_one_has(path);
    const auto text = text_with(here->json_text(file), there->json_text(from), path);
    if (!text) return text.problem();
    auto changed = with_metadata(file, *text);
    if (!changed) return changed.problem();
    file = *std::move(changed);
    return {};
}

Outcome put_field(FileKind kind, Bytes& file, ByteView from, std::string_view path) {
    constexpr std::string_view metadata = "metadata.";
    if (kind == FileKind::sound && path.starts_with(metadata)) return put_in_metadata(file, from, path.substr(metadata.size()));
    if (kind == FileKind::meta) {
        const auto text = text_with(text_of(file), text_of(from), path);
        if (!text) return text.problem();
        file = copy_of(bytes_of(*text));
        return {};
    }
    const auto here = Layout::of(kind, file), there = Layout::of(kind, from);
    if (!here || !there) return here ? there.problem() : here.problem();
    const auto to = locate(here->schema(), file, path, record_forms()), with = locate(there->schema(), from, path, record_forms());
    if (!to || !with || !to->is_value() || !with->is_value()) return only_one_has(path);
    copy_value(file, to->place(), from, with->place());
    return {};
}

// ---- events

void put_event_field(NoteEvent& event, const NoteEvent& other, std::string_view path) {
    const auto field = path.substr(std::min(path.find("]."), path.size() - 2) + 2);
    const auto place = find(schema_of(event_type(event)), field);
    if (place) copy_value(std::as_writable_bytes(std::span(&event, 1)), *place, std::as_bytes(std::span(&other, 1)), *place);
}

Result<Bytes> with_events(ByteView pattern, const std::vector<NoteEvent>& events) {
    const std::size_t first = open_pattern(pattern)->first;
    if (events.size() > 65535)
        return Problem{.path = "events", .expected = "65535 or fewer", .found = std::to_string(events.size())};
    Bytes out = copy_of(pattern.first(first));
    if (first == sizeof(PatternHeader))
        overlay<PatternHeader>(out)->event_count = u16(events.size());
    else
        overlay<PatternHeader6>(out)->event_count = u16(events.size());
    const ByteView bytes = std::as_bytes(std::span(events));
    out.insert(out.end(), bytes.begin(), bytes.end());
    return out;
}

// An event that comes goes behind those of its tick.
void insert(std::vector<NoteEvent>& events, const NoteEvent& event) {
    const auto later = [&](const NoteEvent& one) { return one.position > event.position; };
    events.insert(std::ranges::find_if(events, later), event);
}

Result<Bytes> put_in_pattern(const Sides& sides, const List& wanted) {
    Bytes file = copy_of(sides.to);
    const Pattern own = *open_pattern(sides.to), other = *open_pattern(sides.from);
    std::vector<std::optional<NoteEvent>> events(own.events.begin(), own.events.end());
    std::vector<NoteEvent> come, now;
    for (const FileDifference& one : wanted) {
        const int here = one.event[sides.into], there = one.event[1 - sides.into];
        if (here < 0 && there < 0) {
            if (Outcome good = put_field(FileKind::pattern, file, sides.from, one.path); !good) return good.problem();
        } else if (here < 0) {
            come.push_back(other.events[std::size_t(there)]);
        } else if (there < 0) {
            events[std::size_t(here)].reset();
        } else {
            put_event_field(*events[std::size_t(here)], other.events[std::size_t(there)], one.path);
        }
    }
    for (const auto& event : events)
        if (event) now.push_back(*event);
    for (const NoteEvent& event : come) insert(now, event);
    return with_events(file, now);
}

// ---- members

Result<Bytes> put(FileKind kind, const Sides& sides, const List& wanted) {
    if (kind == FileKind::pattern) return put_in_pattern(sides, wanted);
    Bytes file = copy_of(sides.to);
    for (const FileDifference& one : wanted)
        if (Outcome good = put_field(kind, file, sides.from, one.path); !good) return good.problem();
    return file;
}

using Taken = std::set<std::size_t>;

Result<Bytes> taken_in_member(FileKind kind, const Sides& sides, const List& all, const Taken& taken) {
    List wanted, left;
    for (std::size_t i = 0; i < all.size(); i++) (taken.contains(i) ? wanted : left).push_back(all[i]);
    if (left.empty()) return copy_of(sides.from);
    const bool whole = std::ranges::any_of(wanted, [](const FileDifference& one) { return one.path.empty(); });
    return whole ? put(kind, {sides.from, sides.to, 1 - sides.into}, left) : put(kind, sides, wanted);
}

struct Archives {
    const Contents &to, &from;
    std::size_t into;
};

Outcome take_member(const Archives& of, const MemberPair& pair, Taken taken, Contents::Edits& edits) {
    const Member *here = of.into == 0 ? pair.first : pair.second, *there = of.into == 0 ? pair.second : pair.first;
    if (!there) {
        edits[here->path] = std::nullopt;
        return {};
    }
    auto theirs = of.from.bytes(*there);
    if (!theirs) return theirs.problem();
    if (!here) {
        edits[there->path] = *std::move(theirs);
        return {};
    }
    const auto ours = of.to.bytes(*here);
    if (!ours) return ours.problem();
    List inside = pair.differences;
    const bool renamed = pair.renamed && taken.erase(inside.size() - 1);
    if (pair.renamed) inside.pop_back();
    auto bytes = taken.empty() ? *ours : taken_in_member(here->kind, {*ours, *theirs, of.into}, inside, taken);
    if (!bytes) return bytes.problem();
    if (renamed) edits[here->path] = std::nullopt;
    edits[renamed ? there->path : here->path] = *std::move(bytes);
    return {};
}

Result<Bytes> taken_in_archive(FileKind kind, ByteView first, ByteView second, std::size_t into, const Taken& taken) {
    const auto a = Contents::open(kind, first), b = Contents::open(kind, second);
    if (!a) return a.problem();
    if (!b) return b.problem();
    const Archives of{into == 0 ? *a : *b, into == 0 ? *b : *a, into};
    Contents::Edits edits;
    std::size_t begin = 0;
    for (const MemberPair& pair : member_pairs(*a, *b)) {
        Taken mine;
        for (std::size_t i = 0; i < pair.differences.size(); i++)
            if (taken.contains(begin + i)) mine.insert(i);
        begin += pair.differences.size();
        if (mine.empty()) continue;
        if (Outcome good = take_member(of, pair, std::move(mine), edits); !good) return good.problem();
    }
    return of.to.with(edits);
}

}  // namespace

Result<Bytes> taken_over(FileKind kind, ByteView first, ByteView second, Side into, std::span<const std::size_t> taken) {
    const std::size_t side = into == Side::first ? 0 : 1;
    const Taken places(taken.begin(), taken.end());
    if (is_archive(kind)) return taken_in_archive(kind, first, second, side, places);
    for (const ByteView file : {first, second})
        if (const auto problem = refusal(kind, file)) return *problem;
    const Sides sides = side == 0 ? Sides{first, second, 0} : Sides{second, first, 1};
    return taken_in_member(kind, sides, compare_members(kind, first, second), places);
}

}  // namespace groovebench::ep133
