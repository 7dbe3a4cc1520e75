#include "octatrack/bank_tags.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>

namespace groovebench::octatrack::tags {
namespace {

constexpr std::string_view letters[] = {"PTRN", "TRAC", "MTRA", "PART"};
constexpr std::size_t most_seen = 16384;  // a bank has 280: what is more is noise
constexpr std::size_t near_shifts = 64, far_shifts = 32;
constexpr i64 near = sizeof(Pattern) / 2;

constexpr std::array<Tag, tag_count> make_layout() {
    std::array<Tag, tag_count> all{};
    std::size_t n = 0;
    for (std::size_t p = 0; p < pattern_count; p++) {
        const std::size_t at = offsetof(Bank, patterns) + p * sizeof(Pattern);
        all[n++] = {Kind::pattern, 0, at};
        for (std::size_t t = 0; t < track_count; t++)
            all[n++] = {Kind::audio_track, int(t), at + offsetof(Pattern, audio_tracks) + t * sizeof(AudioTrack)};
        for (std::size_t t = 0; t < track_count; t++)
            all[n++] = {Kind::midi_track, int(t), at + offsetof(Pattern, midi_tracks) + t * sizeof(MidiTrack)};
    }
    for (std::size_t i = 0; i < 2 * part_count; i++)  // the saved parts follow the working ones
        all[n++] = {Kind::part, int(i % part_count), offsetof(Bank, parts) + i * sizeof(Part)};
    return all;
}
constexpr std::array<Tag, tag_count> all_tags = make_layout();

bool numbered(Kind kind) { return kind != Kind::pattern; }

bool is_at(ByteView file, i64 offset, Kind kind, int index) {
    constexpr std::size_t size = 8;
    if (offset < 0 || std::size_t(offset) + size + 1 > file.size()) return false;
    const std::byte* at = file.data() + offset;
    constexpr char zeros[4] = {};
    return !std::memcmp(at, letters[std::size_t(kind)].data(), 4) && !std::memcmp(at + 4, zeros, 4) &&
           (!numbered(kind) || at[size] == std::byte(index));
}

// All that looks like a tag, wherever it is.
std::vector<Tag> seen_in(ByteView file) {
    std::vector<Tag> seen;
    for (std::size_t at = 0; at + 9 <= file.size() && seen.size() < most_seen; at++)
        for (const Kind kind : {Kind::pattern, Kind::audio_track, Kind::midi_track, Kind::part}) {
            const int index = numbered(kind) ? int(file[at + 8]) : 0;
            if (char(file[at]) == letters[std::size_t(kind)][0] && index < 8 && is_at(file, i64(at), kind, index))
                seen.push_back({kind, index, at});
        }
    return seen;
}

// By how much tags are displaced, the most frequent first: bytes that move, move in long runs. Displacements of whole
// patterns are as frequent as true ones, since patterns look alike; so near ones have places of their own.
std::vector<i64> likely_shifts(ByteView file) {
    std::vector<i64> all;
    for (const Tag& seen : seen_in(file))
        for (const Tag& tag : all_tags)
            if (tag.kind == seen.kind && tag.index == seen.index) all.push_back(i64(seen.offset) - i64(tag.offset));
    std::ranges::sort(all);
    struct Run {
        i64 shift;
        std::size_t count;
    };
    std::vector<Run> runs;
    for (const i64 shift : all)
        if (runs.empty() || runs.back().shift != shift)
            runs.push_back({shift, 1});
        else
            runs.back().count++;
    std::ranges::stable_sort(runs, [](const Run& a, const Run& b) {
        return a.count != b.count ? a.count > b.count : std::abs(a.shift) < std::abs(b.shift);
    });
    std::vector<i64> shifts;
    std::size_t nears = 0, fars = 0;
    for (const Run& run : runs) {
        std::size_t& taken = std::abs(run.shift) < near ? nears : fars;
        if (taken++ < (&taken == &nears ? near_shifts : far_shifts)) shifts.push_back(run.shift);
    }
    return shifts;
}

// The best way to see the layout in the file: as many tags as possible, with as few changes of the displacement as
// possible. Each node is a tag that was found; the path to it is the best one that ends there.
class Alignment {
public:
    Alignment(ByteView bytes, std::vector<i64> all) : file(bytes), shifts(std::move(all)), last(shifts.size(), -1) {
        for (int i = 0; i < tag_count; i++) add(i);
    }
    std::vector<std::optional<i64>> path() const {
        std::vector<std::optional<i64>> found(tag_count);
        int at = -1;
        for (const int end : last)
            if (end >= 0 && (at < 0 || nodes[std::size_t(end)].score > nodes[std::size_t(at)].score)) at = end;
        for (; at >= 0; at = nodes[std::size_t(at)].before) {
            const Node& node = nodes[std::size_t(at)];
            found[std::size_t(node.tag)] = shifts[node.shift];
        }
        return found;
    }

private:
    struct Node {
        int tag, before, score;
        std::size_t shift;
        i64 offset;
    };
    // One change costs less than a tag gains and two cost more: a lone tag between two others is no reason to change.
    static constexpr int gain = 100, change = 60, far = 30;

    void add(int tag) {
        const Tag& wanted = all_tags[std::size_t(tag)];
        std::vector<Node> found;
        for (std::size_t k = 0; k < shifts.size(); k++)
            if (const i64 offset = i64(wanted.offset) + shifts[k]; is_at(file, offset, wanted.kind, wanted.index))
                found.push_back(best(tag, k, offset));
        for (const Node& node : found) {
            last[node.shift] = int(nodes.size());
            nodes.push_back(node);
        }
    }
    Node best(int tag, std::size_t shift, i64 offset) const {
        Node node{tag, -1, gain - cost(0, shifts[shift]), shift, offset};
        for (const int end : last) {
            if (end < 0) continue;
            const Node& before = nodes[std::size_t(end)];
            const int score = before.score + gain - cost(shifts[before.shift], shifts[shift]);
            if (before.offset >= offset || score < node.score) continue;
            // Of two ways that are as good, the one that leaves its place later: patterns bear no number to tell by.
            const bool later =
                node.before >= 0 && std::abs(shifts[before.shift]) < std::abs(shifts[nodes[std::size_t(node.before)].shift]);
            if (score > node.score || later) node.before = end, node.score = score;
        }
        return node;
    }
    static int cost(i64 from, i64 to) { return from == to ? 0 : std::abs(to - from) < near ? change : change + far; }

    ByteView file;
    std::vector<i64> shifts;
    std::vector<int> last;  // the last node of each shift
    std::vector<Node> nodes;
};

}  // namespace

std::span<const Tag, tag_count> layout() { return all_tags; }

std::vector<std::optional<i64>> displacements(ByteView file) { return Alignment(file, likely_shifts(file)).path(); }

}  // namespace groovebench::octatrack::tags
