#include "audio/resample.h"

#include <samplerate.h>

#include <algorithm>
#include <cmath>

#include "audio/readers.h"
#include "bytes/format.h"

namespace groovebench::audio {

namespace {
SRC_STATE* as_state(void* state) { return static_cast<SRC_STATE*>(state); }
}  // namespace

void Resampling::Deleter::operator()(void* old) const { src_delete(as_state(old)); }

Resampling::Resampling(const Sound& sound, u32 rate, void* new_state)
    : source(&sound), state(new_state), ratio(double(rate) / sound.rate) {
    out.rate = rate;
    out.channels = sound.channels;
    out.frames = u64(std::llround(double(sound.frames) * ratio));
    out.bits = sound.bits;
    out.is_float = true;
    out.findings = sound.findings;
    out.samples.resize(std::size_t(out.frames * out.channels));
    done = out.frames == 0;
}

Result<Resampling> Resampling::start(const Sound& sound, u32 rate) {
    if (rate == 0 || sound.rate == 0 || !src_is_valid_ratio(double(rate) / sound.rate))
        return unsupported(Problem::nowhere, "", "rates within 1 : 256", fmt::format("{} Hz to {} Hz", sound.rate, rate));
    const double samples = double(sound.frames) * sound.channels * rate / sound.rate;
    if (samples > double(usual_sample_limit) * 8)
        return unsupported(Problem::nowhere, "", fmt::format("at most {} samples", usual_sample_limit * 8),
                           fmt::format("{:.0f}", samples));
    int error = 0;
    SRC_STATE* state = src_new(SRC_SINC_MEDIUM_QUALITY, sound.channels, &error);
    if (!state) return unsupported(Problem::nowhere, "", "a resampler", src_strerror(error));
    return Resampling(sound, rate, state);
}

// Behind the last frame follows silence, as much as the filter needs to give the last ones out.
bool Resampling::step(u64 frames) {
    if (done) return false;
    static constexpr u64 tail = 1024;
    const std::size_t channels = source->channels;
    const bool ended = used == source->frames;
    const std::vector<float> silence(ended ? tail * channels : 0);
    SRC_DATA data{};
    data.data_in = ended ? silence.data() : source->samples.data() + used * channels;
    data.input_frames = long(ended ? tail : std::min(frames, source->frames - used));
    data.data_out = out.samples.data() + made * channels;
    data.output_frames = long(std::min<u64>(out.frames - made, u64(double(data.input_frames) * ratio) + 4096));
    data.src_ratio = ratio;
    if (const int error = src_process(as_state(state.get()), &data)) {
        failure = unsupported(Problem::nowhere, "", "a resampled sound", src_strerror(error));
        done = true;
        return false;
    }
    if (!ended) used += u64(data.input_frames_used);
    made += u64(data.output_frames_gen);
    done = made == out.frames || (ended && ++tail_steps > most_tail_steps);
    return !done;
}

double Resampling::progress() const { return done || source->frames == 0 ? 1.0 : double(used) / double(source->frames); }

Result<Sound> Resampling::result() {
    if (failure) return *failure;
    return std::move(out);
}

Result<Sound> resample(const Sound& sound, u32 rate) {
    if (rate == sound.rate) return sound;
    auto work = Resampling::start(sound, rate);
    if (!work) return work.problem();
    while (work->step()) {
    }
    return work->result();
}

}  // namespace groovebench::audio
