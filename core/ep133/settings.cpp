#include "ep133/settings.h"

#include "bytes/format.h"
#include "ep133/layout.h"
#include "ep133/rules.h"
#include "schema/walk.h"

namespace groovebench::ep133 {
namespace {

void check_tempo(const Settings220& settings, std::vector<Problem>& problems) {
    const float tempo = settings.tempo;
    const bool stops = stops_the_clock(tempo);
    if (stops || tempo < slowest_tempo || tempo > fastest_tempo)
        problems.push_back({.severity = stops ? Severity::error : Severity::warning,
                            .offset = 4,
                            .path = "tempo",
                            .expected = stops ? "a tempo (0 stops the machine with ERR CLOCK 43)" : "40 to 399 BPM",
                            .found = fmt::format("{}", tempo)});
}

void check_faders(ByteView file, std::vector<Problem>& problems) {
    for (std::size_t group = 0; group < 4; group++)
        for (const Field& fader : schema<GroupFaders>.fields) {
            const std::size_t offset = offsetof(Settings220, groups) + group * sizeof(GroupFaders) + fader.offset;
            const float value = *overlay<lef32>(file, offset);
            const std::string path = fmt::format("groups[{}].{}", group + 1, fader.name);
            if (value != -1.0f && !(value >= 0.0f && value <= 1.0f))
                problems.push_back({.severity = Severity::warning,
                                    .offset = offset,
                                    .path = path,
                                    .expected = "0 to 1, or -1 for never moved",
                                    .found = fmt::format("{}", value)});
            if (fader.name == "level" && value == 0.0f)
                problems.push_back({.severity = Severity::note,
                                    .offset = offset,
                                    .path = path,
                                    .expected = "a level (0 mutes the group)",
                                    .found = "0"});
        }
}

}  // namespace

const Schema* settings_schema(std::size_t size) {
    if (size == sizeof(Settings220)) return &schema<Settings220>;
    if (size == sizeof(Settings222)) return &schema<Settings222>;
    return size == sizeof(Settings224) ? &schema<Settings224> : nullptr;
}

const Settings220* settings_of(ByteView file) { return settings_schema(file.size()) ? overlay<Settings220>(file) : nullptr; }

std::vector<Problem> check_settings(ByteView file) {
    const auto layout = Layout::of(FileKind::settings, file);
    if (!layout) return {layout.problem()};
    std::vector<Problem> problems = validate(layout->schema(), file);
    check_tempo(*overlay<Settings220>(file), problems);
    check_faders(file, problems);
    return problems;
}

Bytes write_settings(float tempo) {
    Bytes file(sizeof(Settings222));
    auto& all = *overlay<Settings222>(file);
    all.settings.tempo = tempo;
    for (std::size_t at = 0; at < sizeof all.settings.groups; at += sizeof(lef32))
        *overlay<lef32>(file, offsetof(Settings220, groups) + at) = -1.0f;
    all.unknown_220.bytes[1] = 2;  // as on a new project; meaning unknown
    return file;
}

}  // namespace groovebench::ep133
