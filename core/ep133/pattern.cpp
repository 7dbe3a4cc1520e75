#include "ep133/pattern.h"

#include <algorithm>

#include "bytes/format.h"
#include "schema/walk.h"

namespace groovebench::ep133 {
namespace {

constexpr std::size_t most_findings = 100;

Problem at_event(std::size_t index, std::size_t first, Severity severity, std::string field, std::string expected,
                 std::string found) {
    return {.severity = severity,
            .offset = first + index * sizeof(NoteEvent),
            .path = fmt::format("events[{}]{}", index + 1, field),
            .expected = std::move(expected),
            .found = std::move(found)};
}

void check_event(std::size_t index, const Pattern& pattern, ByteView file, std::vector<Problem>& problems) {
    const NoteEvent& event = pattern.events[index];
    const std::size_t first = pattern.first, at = first + index * sizeof(NoteEvent);
    const EventType type = event_type(event);
    for (Problem& problem : validate(schema_of(type), file.subspan(at, sizeof(NoteEvent)))) {
        if (problem.path == "what.type") problem.severity = Severity::note, problem.expected = "an event type we know; it is kept";
        problem.offset += at;
        problem.path = fmt::format("events[{}].{}", index + 1, problem.path);
        problems.push_back(std::move(problem));
    }
    if (type == EventType::note && event.duration == 0)
        problems.push_back(at_event(index, first, Severity::warning, ".duration", "1 tick or more", "0"));
    if (index && event.position < pattern.events[index - 1].position)
        problems.push_back(at_event(index, first, Severity::warning, ".position",
                                    fmt::format("{} or later", int(pattern.events[index - 1].position)),
                                    std::to_string(int(event.position))));
}

Outcome check_note(const Note& note, std::size_t index) {
    auto refuse = [&](const char* field, std::string expected, i64 found) {
        return Outcome(Problem{.path = fmt::format("notes[{}].{}", index + 1, field),
                               .expected = std::move(expected),
                               .found = std::to_string(found)});
    };
    if (note.position > 65535) return refuse("position", "0 to 65535 ticks", note.position);
    if (note.pad < 1 || note.pad > 12) return refuse("pad", "1 to 12", note.pad);
    if (note.note > 127) return refuse("note", "0 to 127", note.note);
    if (note.velocity < 1 || note.velocity > 127) return refuse("velocity", "1 to 127", note.velocity);
    if (note.duration < 1) return refuse("duration", "1 tick or more", note.duration);
    return {};
}

}  // namespace

const Schema& schema_of(EventType type) {
    if (type == EventType::fader || type == EventType::fader_5) return schema<FaderEvent>;
    if (type == EventType::midi) return schema<MidiEvent>;
    return type == EventType::note ? schema<NoteEvent> : schema<Event>;
}

Result<Pattern> open_pattern(ByteView file) {
    const auto* header = overlay<PatternHeader>(file);
    if (!header)
        return Problem{.offset = 0, .expected = "a pattern of 4 bytes or more", .found = fmt::format("{} bytes", file.size())};
    const auto* longer = overlay<PatternHeader6>(file);
    const bool ep40 = longer && longer->format == 1 && longer->unknown_2.bytes[0] == 0xFF && longer->unknown_2.bytes[1] == 0xFF;
    if (header->format != 0 && !ep40)
        return Problem{.offset = 0,
                       .path = "format",
                       .expected = "0",
                       .found = std::to_string(int(header->format)),
                       .cause = Cause::unsupported};
    const std::size_t count = ep40 ? longer->event_count : header->event_count;
    const std::size_t first = ep40 ? sizeof(PatternHeader6) : sizeof(PatternHeader), size = first + count * sizeof(NoteEvent);
    if (file.size() != size)
        return Problem{.offset = first - 2,
                       .path = "event_count",
                       .expected = fmt::format("{} bytes for {} events", size, count),
                       .found = fmt::format("{} bytes", file.size())};
    return Pattern{int(header->bars), first, std::span(overlay<NoteEvent>(file, first), count)};
}

std::vector<Problem> check_pattern(ByteView file) {
    const auto pattern = open_pattern(file);
    if (!pattern) return {pattern.problem()};
    std::vector<Problem> problems =
        validate(pattern->first == sizeof(PatternHeader) ? schema<PatternHeader> : schema<PatternHeader6>, file);
    for (std::size_t i = 0; i < pattern->events.size() && problems.size() < most_findings; i++)
        check_event(i, *pattern, file, problems);
    return problems;
}

Result<Bytes> write_pattern(int bars, std::span<const Note> notes) {
    if (bars < 1 || bars > max_bars) return Problem{.path = "bars", .expected = "1 to 99", .found = std::to_string(bars)};
    if (notes.size() > 65535)
        return Problem{.path = "event_count", .expected = "at most 65535", .found = std::to_string(notes.size())};
    for (std::size_t i = 0; i < notes.size(); i++)
        if (Outcome fits = check_note(notes[i], i); !fits) return fits.problem();
    std::vector<Note> sorted(notes.begin(), notes.end());
    std::ranges::stable_sort(sorted, {}, &Note::position);

    Bytes file(sizeof(PatternHeader) + sorted.size() * sizeof(NoteEvent));
    auto& header = *overlay<PatternHeader>(file);
    header.bars = u8(bars), header.event_count = u16(sorted.size());
    for (std::size_t i = 0; i < sorted.size(); i++) {
        auto& event = *overlay<NoteEvent>(file, sizeof(PatternHeader) + i * sizeof(NoteEvent));
        event.position = u16(sorted[i].position);
        event.what = pad_and_type(sorted[i].pad - 1, EventType::note);
        event.note = sorted[i].note, event.velocity = sorted[i].velocity;
        event.duration = sorted[i].duration;
    }
    return file;
}

std::string pattern_name(int group, int number) { return fmt::format("{}{:02}", char('a' + group), number); }

}  // namespace groovebench::ep133
