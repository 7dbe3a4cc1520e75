#include "convert/build.h"

#include <algorithm>

#include "audio/resample.h"
#include "audio/wav_out.h"
#include "bytes/format.h"
#include "convert/sounds.h"
#include "ep133/backup.h"

namespace groovebench::convert {
namespace {

struct Written {
    Bytes wav;
    u64 frames = 0;
};

// The part of a sound that is kept, at the rate of the file.
audio::Sound kept_part(const audio::Sound& source, Span kept) {
    audio::Sound part;
    part.rate = source.rate, part.channels = source.channels, part.bits = source.bits, part.is_float = source.is_float;
    part.frames = kept.end - kept.start;
    const auto first = source.samples.begin() + std::ptrdiff_t(kept.start * source.channels);
    part.samples.assign(first, first + std::ptrdiff_t(part.frames * source.channels));
    return part;
}

Written written(const audio::Sound& sound) {
    std::vector<i16> samples(sound.samples.size());
    std::ranges::transform(sound.samples, samples.begin(), audio::sample_16);
    return {ep133::write_sound(samples, sound.channels, sound.rate), sound.frames};
}

Result<Plan> with_true_lengths(Plan plan, const SoundsByPath& sounds) {
    for (PlannedSound& planned : plan.sounds) {
        const auto sound = sounds.find(planned.path);
        if (sound == sounds.end()) return Problem{.file = planned.path, .expected = "its audio", .found = "not loaded"};
        const audio::Sound& audio = sound->second;
        if (!audio.rate || audio.channels < 1 || audio.channels > 2 || audio.samples.size() < audio.frames * audio.channels)
            return Problem{.file = planned.path,
                           .expected = "audio of one or two channels",
                           .found = fmt::format("{} channels", audio.channels)};
        planned.rate = audio.rate, planned.channels = audio.channels, planned.frames = audio.frames;
    }
    // What depended on lengths is judged anew.
    std::erase_if(plan.limits, [](const Problem& limit) {
        return limit.path == "sounds" || (limit.severity != Severity::error &&
                                          (limit.path.starts_with("sounds[") || limit.path.find(".pads[") != std::string::npos));
    });
    fit_sounds(plan);
    return plan;
}

ep133::Pad27 device_pad(const PlannedPad& pad, const PlannedSound& sound, u64 frames) {
    const u64 end = std::min(scaled(pad.span.end ? pad.span.end : sound.frames, sound), frames);
    const u64 start = std::min(scaled(pad.span.start, sound), end);
    auto record = ep133::assigned_pad(sound.slot, u32(start), u32(end - start));
    if (pad.choke) record.pad.choke = ep133::Choke::yes;
    return record;
}

Result<Bytes> project_of(const Plan& plan, const std::vector<Written>& sounds) {
    ep133::NewProject project;
    project.tempo = plan.tempo;
    project.empty_bars = plan.bars;
    project.scenes = {ep133::scene_of(1, 1, 1, 1)};
    for (const PlannedPad& pad : plan.pads) {
        const auto record = device_pad(pad, plan.sounds[pad.sound], sounds[pad.sound].frames);
        if (record.pad.trim_length) project.pads[std::size_t(pad.group)][std::size_t(pad.number - 1)] = record;
    }
    for (int group = 0; group < 4; group++) {
        auto pattern = ep133::write_pattern(plan.bars, plan.notes[std::size_t(group)]);
        if (!pattern) return pattern.problem();
        project.patterns[ep133::pattern_name(group, 1)] = std::move(*pattern);
    }
    return ep133::write_project(project);
}

// What we made is opened by the reader everybody's files go through; an error there is ours, and stops.
Outcome proven(const Bytes& file) {
    const auto backup = ep133::open_backup(file);
    if (!backup) return backup.problem();
    for (const Problem& problem : ep133::check_backup(*backup))
        if (problem.severity == Severity::error) return problem;
    return {};
}

}  // namespace

struct Building::State {
    Plan plan;
    const SoundsByPath* sources;
    Moment when;
    std::vector<Written> sounds;
    audio::Sound part;  // that is being resampled
    std::optional<audio::Resampling> resampling;
    std::optional<Problem> failure;

    bool done() const { return failure || sounds.size() == plan.sounds.size(); }
    void finish_sound(Result<audio::Sound> sound) {
        resampling.reset();
        if (!sound)
            failure = sound.problem();
        else
            sounds.push_back(written(*sound));
    }
    void begin_sound() {
        const PlannedSound& planned = plan.sounds[sounds.size()];
        part = kept_part(sources->at(planned.path), planned.kept);
        if (part.rate == u32(ep133::device_rate)) return finish_sound(std::move(part));
        auto start = audio::Resampling::start(part, u32(ep133::device_rate));
        if (!start)
            failure = start.problem();
        else
            resampling.emplace(std::move(*start));
    }
};

std::string iso_text(const Moment& when) {
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", when.year, when.month, when.day, when.hour, when.minute,
                       when.second, when.millisecond);
}

Building::Building(std::unique_ptr<State> from) : state(std::move(from)) {}
Building::Building(Building&&) noexcept = default;
Building& Building::operator=(Building&&) noexcept = default;
Building::~Building() = default;

Result<Building> Building::start(Plan plan, const SoundsByPath& sounds, const Moment& when) {
    auto sized = with_true_lengths(std::move(plan), sounds);
    if (!sized) return sized.problem();
    for (const Problem& problem : preflight(*sized))
        if (problem.severity == Severity::error) return problem;
    auto state = std::make_unique<State>();
    state->plan = std::move(*sized), state->sources = &sounds, state->when = when;
    return Building(std::move(state));
}

bool Building::step() {
    if (state->done()) return false;
    if (!state->resampling)
        state->begin_sound();
    else if (!state->resampling->step())
        state->finish_sound(state->resampling->result());
    return !state->done();
}

double Building::progress() const {
    if (state->plan.sounds.empty()) return 1;
    const double inside = state->resampling ? state->resampling->progress() : 0;
    return (double(state->sounds.size()) + inside) / double(state->plan.sounds.size());
}

const Plan& Building::plan() const { return state->plan; }

Result<Bytes> Building::result() {
    if (state->failure) return *state->failure;
    const Plan& plan = state->plan;
    const auto project = project_of(plan, state->sounds);
    if (!project) return project.problem();
    const Moment& when = state->when;
    ep133::NewBackup backup{.project_number = plan.project_number, .project = *project};
    backup.meta.generated_at = iso_text(when);
    backup.time = archive::dos_time(when.year, when.month, when.day, when.hour, when.minute, when.second);
    for (std::size_t i = 0; i < plan.sounds.size(); i++)
        backup.sounds.push_back({plan.sounds[i].slot, plan.sounds[i].name, state->sounds[i].wav});
    auto file = ep133::write_backup(backup);
    if (!file) return file;
    if (Outcome good = proven(*file); !good) return good.problem();
    return file;
}

Result<Bytes> build_ppak(const Plan& plan, const SoundsByPath& sounds, const Moment& when) {
    auto building = Building::start(plan, sounds, when);
    if (!building) return building.problem();
    while (building->step()) continue;
    return building->result();
}

}  // namespace groovebench::convert
