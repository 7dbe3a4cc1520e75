#include "ep133/settings.h"

#include <cmath>

#include "bytes/format.h"
#include "schema/walk.h"

namespace groovebench::ep133 {
namespace {

// Limits of the tempo are not proven; other public programs use these.
constexpr float slowest = 40, fastest = 399;

void check_tempo(const Settings220& settings, std::vector<Problem>& problems) {
    const float tempo = settings.tempo;
    const bool stops = !std::isfinite(tempo) || tempo <= 0;
    if (stops || tempo < slowest || tempo > fastest)
        problems.push_back({.severity = stops ? Severity::error : Severity::warning,
                            .offset = 4,
                            .path = "tempo",
                            .expected = stops ? "a tempo (0 stops the machine with ERR CLOCK 43)" : "40 to 399 BPM",
                            .found = fmt::format("{}", tempo)});
}

void check_faders(const Settings220& settings, std::vector<Problem>& problems) {
    for (int group = 0; group < 4; group++)
        for (int i = 0; i < faders; i++) {
            const float value = settings.groups[group].value[i];
            const std::size_t offset = 24 + 48 * std::size_t(group) + 4 * std::size_t(i);
            const std::string path = fmt::format("groups[{}].value[{}]", group + 1, i + 1);
            if (value != -1.0f && !(value >= 0.0f && value <= 1.0f))
                problems.push_back({.severity = Severity::warning,
                                    .offset = offset,
                                    .path = path,
                                    .expected = "0 to 1, or -1 for never moved",
                                    .found = fmt::format("{}", value)});
            if (i == int(Fader::level) && value == 0.0f)
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
    const Schema* layout = settings_schema(file.size());
    if (!layout)
        return {{.severity = Severity::warning,
                 .expected = "220, 222 or 224 bytes",
                 .found = std::to_string(file.size()),
                 .cause = Cause::unsupported}};
    std::vector<Problem> problems = validate(*layout, file);
    check_tempo(*settings_of(file), problems);
    check_faders(*settings_of(file), problems);
    return problems;
}

Bytes write_settings(float tempo) {
    Bytes file(sizeof(Settings222));
    auto& all = *overlay<Settings222>(file);
    all.settings.tempo = tempo;
    for (GroupFaders& group : all.settings.groups)
        for (lef32& value : group.value) value = -1.0f;
    all.unknown_220.bytes[1] = 2;  // as on a new project; meaning unknown
    return file;
}

}  // namespace groovebench::ep133
