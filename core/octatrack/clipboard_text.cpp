// The clipboard's text: written from a Clip, and read back with every doubt named by its line.
#include <algorithm>
#include <bit>
#include <charconv>

#include "bytes/format.h"
#include "octatrack/clipboard.h"
#include "octatrack/clipboard_fields.h"
#include "octatrack/lock_text.h"

namespace groovebench::octatrack {
namespace {

constexpr std::string_view first_words = "Groovebench Octatrack ";
constexpr int text_version = 1;
constexpr std::size_t largest_text = 1 << 20;
constexpr std::string_view kind_words[] = {"steps", "track", "pattern"};

const Schema& track_schema(bool midi) { return midi ? schema<MidiTrack> : schema<AudioTrack>; }
const Schema& lock_schema(bool midi) { return midi ? schema<MidiLock> : schema<AudioLock>; }

// The names of the masks, in the order of Step::masks.
std::vector<std::string_view> mask_names(bool midi) {
    std::vector<std::string_view> names;
    for (const Field& field : track_schema(midi).fields)
        if (field.kind == Kind::flags) names.push_back(field.name);
    return names;
}

// "amp_vol"; bytes without a parameter are "byte_30".
std::string lock_field_name(bool midi, int index) {
    for (const Field& field : lock_schema(midi).fields)
        if (int(field.offset) == index && field.kind != Kind::unknown) return std::string(field.name);
    return fmt::format("byte_{}", index);
}

// ---- writing

std::string value_text(const Field& field, const Bytes& bytes) {
    if (field.kind != Kind::unknown) {
        Place place{&field, 0};
        return std::to_string(number(place, bytes));
    }
    std::string hex = "0x";
    for (std::byte b : bytes) fmt::format_to(std::back_inserter(hex), "{:02X}", u8(b));
    return hex;
}

void write_values(std::string& out, const Schema& of, const std::vector<ClipValue>& values) {
    std::string line;
    for (const ClipValue& value : values)
        if (const Field* field = clipboard::value_field(of, value.name))
            fmt::format_to(std::back_inserter(line), "{}{}={}", line.empty() ? "" : " ", value.name,
                           value_text(*field, value.bytes));
    if (!line.empty()) out += line + "\n";
}

// What stands in brackets is for people and must not hold one.
std::string word_note(u16 raw) {
    TrigWord word;
    word = raw;
    const auto listed = word_of(condition_words, condition(word));
    const std::string condition_text = listed.empty() ? std::to_string(condition(word)) : std::string(listed);
    return fmt::format("word=0x{:04X} ({} repeats, {}, {})", raw, repeats(word), micro_timing_text(micro_timing(word)),
                       condition_text);
}

std::string step_text(bool midi, const Step& step) {
    std::vector<std::string> groups(1);
    const auto names = mask_names(midi);
    for (std::size_t i = 0; i < names.size(); i++)
        if (step.masks >> i & 1) groups[0] += (groups[0].empty() ? "" : " ") + std::string(names[i]);
    std::string locks;
    for (int i = 0; i < lock_count; i++)
        if (const u8 value = step.locks[std::size_t(i)]; value != no_lock)
            fmt::format_to(std::back_inserter(locks), "{}{}={}", locks.empty() ? "" : " ", lock_field_name(midi, i), value);
    if (!locks.empty()) groups.push_back(locks);
    if (step.word) groups.push_back(word_note(step.word));
    if (step.unknown) groups.push_back(fmt::format("unknown={}", step.unknown));
    if (groups[0].empty()) groups.erase(groups.begin());
    std::string out;
    for (const std::string& group : groups) out += (out.empty() ? "" : "; ") + group;
    return out.empty() ? "empty" : out;
}

Step unlisted_step(bool midi, int step) {
    Step out;
    out.locks.fill(no_lock);
    const auto names = mask_names(midi);
    const auto swing = std::ranges::find(names, "swing") - names.begin();
    out.masks = u16((step & 1) << swing);
    return out;
}

void write_track(std::string& out, const TrackClip& clip, bool all_steps) {
    fmt::format_to(std::back_inserter(out), "{} track {}\n", clip.midi ? "midi" : "audio", clip.track + 1);
    write_values(out, track_schema(clip.midi), clip.values);
    for (int i = 0; i < step_count; i++) {
        const Step& step = clip.steps[std::size_t(i)];
        if (!(clip.selected >> i & 1) || (!all_steps && step == unlisted_step(clip.midi, i))) continue;
        fmt::format_to(std::back_inserter(out), "{}: {}\n", i + 1, step_text(clip.midi, step));
    }
}

// ---- reading

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blank = " \t\r";
    const auto begin = text.find_first_not_of(blank);
    return begin == text.npos ? std::string_view() : text.substr(begin, text.find_last_not_of(blank) - begin + 1);
}

std::optional<int> whole(std::string_view text, int min, int max) {
    int base = 10, value = 0;
    if (text.starts_with("0x")) base = 16, text.remove_prefix(2);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    const bool good = error == std::errc() && end == text.data() + text.size() && value >= min && value <= max;
    return good ? std::optional(value) : std::nullopt;
}

class Reader {
public:
    explicit Reader(std::string_view all) : rest(all) {}
    Result<Clip> read();

private:
    bool next();
    Problem problem(std::string expected, std::string_view found) const {
        return {.path = fmt::format("line {}", number_of_line),
                .expected = std::move(expected),
                .found = std::string(found.substr(0, 60))};
    }
    Outcome head();
    Outcome track_line();
    Outcome values_line(const Schema& of, std::vector<ClipValue>& values);
    Outcome step_line(std::size_t colon);
    Outcome token(Step& step, bool midi, std::string_view word);
    Outcome complete() const;

    std::string_view rest, line;
    int number_of_line = 0;
    Clip clip;
    bool in_tail = false;
};

// The next line that says something.
bool Reader::next() {
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        line = trimmed(rest.substr(0, end));
        rest = end == rest.npos ? std::string_view() : rest.substr(end + 1);
        number_of_line++;
        if (line.starts_with("# ") && number_of_line == 2) clip.origin = std::string(line.substr(2));
        if (!line.empty() && line[0] != '#') return true;
    }
    return false;
}

Outcome Reader::head() {
    if (!next() || !line.starts_with(first_words)) return problem("Groovebench Octatrack 1", line);
    const std::string_view after = line.substr(first_words.size());
    const auto colon = after.find(':');
    const auto version = whole(after.substr(0, colon), 0, 1000);
    if (!version) return problem("a version", after);
    if (*version != text_version) {
        Problem other = problem("version 1", after);
        other.cause = Cause::unsupported;
        return other;
    }
    const std::string_view word = trimmed(colon == after.npos ? std::string_view() : after.substr(colon + 1));
    const auto kind = std::ranges::find(kind_words, word);
    if (kind == std::end(kind_words)) return problem("steps, track or pattern", word);
    clip.kind = ClipKind(kind - std::begin(kind_words));
    return {};
}

Outcome Reader::track_line() {
    const bool midi = line.starts_with("midi");
    const auto index = whole(trimmed(line.substr(midi ? 10 : 11)), 1, track_count);
    if (!index) return problem("track 1 to 8", line);
    const std::size_t limit = clip.kind == ClipKind::pattern ? 2 * track_count : 1;
    if (clip.tracks.size() >= limit) return problem(fmt::format("at most {} tracks", limit), line);
    const int expected = int(clip.tracks.size()) % track_count;
    if (clip.kind == ClipKind::pattern && (*index != expected + 1 || midi != (clip.tracks.size() >= track_count)))
        return problem(fmt::format("{} track {}", clip.tracks.size() < track_count ? "audio" : "midi", expected + 1), line);
    TrackClip& track = clip.tracks.emplace_back();
    track.midi = midi, track.track = *index - 1;
    track.selected = clip.kind == ClipKind::steps ? 0 : ~u64(0);
    for (int step = 0; step < step_count; step++) track.steps[std::size_t(step)] = unlisted_step(midi, step);
    return {};
}

std::optional<Bytes> value_bytes(const Field& field, std::string_view text) {
    if (field.kind != Kind::unknown) {
        const i64 limit = (i64(1) << 8 * std::min(field.size, 2u)) - 1;
        const auto value = whole(text, 0, int(limit));
        const Bytes zero(field.size);
        return value ? std::optional(encoded({&field, 0}, zero, *value)) : std::nullopt;
    }
    if (!text.starts_with("0x") || text.size() != 2 + 2 * field.size) return {};
    Bytes bytes;
    for (std::size_t i = 2; i < text.size(); i += 2) {
        unsigned value = 0;
        const auto [end, error] = std::from_chars(text.data() + i, text.data() + i + 2, value, 16);
        if (error != std::errc() || end != text.data() + i + 2) return {};
        bytes.push_back(std::byte(value));
    }
    return bytes;
}

Outcome Reader::values_line(const Schema& of, std::vector<ClipValue>& values) {
    std::string_view left = line;
    while (!(left = trimmed(left)).empty()) {
        const std::string_view word = left.substr(0, left.find(' '));
        left.remove_prefix(word.size());
        const auto equals = word.find('=');
        const Field* field = clipboard::value_field(of, word.substr(0, equals));
        if (equals == word.npos || !field) return problem(fmt::format("a value of the {}", of.name), word);
        auto bytes = value_bytes(*field, word.substr(equals + 1));
        if (!bytes) return problem(fmt::format("a value of {} byte(s)", field->size), word);
        values.push_back({std::string(field->name), std::move(*bytes)});
    }
    return {};
}

Outcome Reader::token(Step& step, bool midi, std::string_view word) {
    if (word == "empty") return {};
    const auto equals = word.find('=');
    const std::string_view name = word.substr(0, equals), text = equals == word.npos ? std::string_view() : word.substr(equals + 1);
    if (equals == word.npos) {
        const auto names = mask_names(midi);
        const auto mask = std::ranges::find(names, name);
        if (mask == names.end()) return problem("a kind of trig", word);
        step.masks = u16(step.masks | 1 << (mask - names.begin()));
        return {};
    }
    const auto value = whole(text, 0, name == "word" ? 0xFFFF : 255);
    if (!value) return problem(name == "word" ? "0x0000 to 0xFFFF" : "0 to 255", word);
    if (name == "word")
        step.word = u16(*value);
    else if (name == "unknown" && !midi)
        step.unknown = u8(*value);
    else {
        int index = 0;
        while (index < lock_count && lock_field_name(midi, index) != name) index++;
        if (index == lock_count) return problem("a lock", word);
        step.locks[std::size_t(index)] = u8(*value);
    }
    return {};
}

Outcome Reader::step_line(std::size_t colon) {
    const auto index = whole(line.substr(0, colon), 1, step_count);
    if (!index) return problem("step 1 to 64", line);
    if (clip.tracks.empty() || in_tail) return problem("a track before its steps", line);
    TrackClip& track = clip.tracks.back();
    Step step;
    step.locks.fill(no_lock);
    std::string_view left = line.substr(colon + 1);
    while (!(left = trimmed(left)).empty()) {
        if (left[0] == '(') {  // what is said to the reader
            const auto end = left.find(')');
            left = end == left.npos ? std::string_view() : left.substr(end + 1);
            continue;
        }
        const std::string_view word = left.substr(0, left.find_first_of(" \t;"));
        left.remove_prefix(std::min(left.size(), word.size() + 1));
        if (word.empty()) continue;
        if (auto outcome = token(step, track.midi, word); !outcome) return outcome;
    }
    track.steps[std::size_t(*index - 1)] = step;
    track.selected |= u64(1) << (*index - 1);
    return {};
}

Outcome Reader::complete() const {
    const std::size_t expected = clip.kind == ClipKind::pattern ? 2 * track_count : 1;
    if (clip.tracks.size() != expected) return problem(fmt::format("{} track(s)", expected), std::to_string(clip.tracks.size()));
    if (clip.kind == ClipKind::steps && !clip.tracks[0].selected) return problem("at least one step", "none");
    return {};
}

Result<Clip> Reader::read() {
    if (rest.size() > largest_text) return problem("at most a megabyte", fmt::format("{} bytes", rest.size()));
    if (auto outcome = head(); !outcome) return outcome.problem();
    while (next()) {
        Outcome outcome;
        const auto colon = line.find(':');
        if (line.starts_with("audio track ") || line.starts_with("midi track "))
            outcome = track_line();
        else if (line == "pattern" && clip.kind == ClipKind::pattern)
            in_tail = true;
        else if (colon != line.npos)
            outcome = step_line(colon);
        else if (in_tail)
            outcome = values_line(schema<PatternTail>, clip.tail);
        else if (!clip.tracks.empty() && clip.kind != ClipKind::steps)
            outcome = values_line(track_schema(clip.tracks.back().midi), clip.tracks.back().values);
        else
            outcome = problem("a track or a step", line);
        if (!outcome) return outcome.problem();
    }
    if (auto outcome = complete(); !outcome) return outcome.problem();
    return std::move(clip);
}

}  // namespace

std::string clip_text(const Clip& clip) {
    std::string out = fmt::format("{}{}: {}\n", first_words, text_version, kind_words[std::size_t(clip.kind)]);
    if (!clip.origin.empty()) out += "# " + clip.origin.substr(0, clip.origin.find_first_of("\r\n")) + "\n";
    for (const TrackClip& track : clip.tracks) write_track(out, track, clip.kind == ClipKind::steps);
    if (clip.kind != ClipKind::pattern) return out;
    out += "pattern\n";
    write_values(out, schema<PatternTail>, clip.tail);
    return out;
}

Result<Clip> parse_clip(std::string_view text) { return Reader(text).read(); }

bool looks_like_clip(std::string_view text) { return text.starts_with(first_words); }

}  // namespace groovebench::octatrack
