#include "session/flex_memory.h"

#include <algorithm>

#include "session/session.h"

namespace groovebench::app {
namespace {

using namespace octatrack;

i64 setting(const Project& text, std::string_view key) {
    const Setting* found = find_setting(key);
    return found ? number(text, *found).value_or(0) : 0;
}

// Of stereo frames at 44.1 kHz, whatever is recorded into them.
u64 reserved_bytes(const Project& text) {
    const i64 recorders = std::clamp<i64>(setting(text, "RESERVED_RECORDER_COUNT"), 0, recorder_count);
    const i64 seconds = std::clamp<i64>(setting(text, "RESERVED_RECORDER_LENGTH"), 0, 508);
    return u64(recorders * seconds) * 44100 * 2 * (setting(text, "RECORD_24BIT") ? 3 : 2);
}

}  // namespace

const FlexMemory& FlexMemoryKept::now(Session& session) {
    const Project* project = session.project.text();
    const u64 text_now = session.document.file_revision(session.project.text_path());
    if (text == text_now && tree == session.tree.revision() && sounds == session.sounds.revision()) return known;
    text = text_now, tree = session.tree.revision(), sounds = session.sounds.revision();
    known = {.complete = true};
    if (!project) return known;
    known.reserved = reserved_bytes(*project);
    const bool keeps_24_bit = setting(*project, "LOAD_24BIT_FLEX");
    for (const SampleBlock& block : project->samples) {
        if (!block.known || block.slot.pool != Pool::flex || block.slot.recorder() || block.values.path.empty()) continue;
        const card::Match match = session.sample_file(block.slot);
        if (match.status != card::Match::Status::found) continue;
        const SoundFacts& facts = session.sounds.facts(match.path);
        if (facts.state == SoundFacts::State::waiting) known.complete = false;
        if (facts.state != SoundFacts::State::known) continue;
        const u64 bytes = facts.info.bits > 16 && keeps_24_bit ? 3 : 2;
        known.samples += facts.info.frames * facts.info.channels * bytes;
    }
    return known;
}

}  // namespace groovebench::app
