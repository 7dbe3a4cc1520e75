#include "session/slot_rows.h"

#include <algorithm>
#include <cmath>

#include "bytes/format.h"
#include "session/session.h"
#include "text/latin1.h"

namespace groovebench::app {
namespace {

using namespace octatrack;

std::string length_text(double seconds) {
    if (seconds <= 0) return "";
    return seconds < 60 ? fmt::format("{:.2f} s", seconds)
                        : fmt::format("{}:{:04.1f}", int(seconds) / 60, std::fmod(seconds, 60.0));
}

// Where the file is, and what its first bytes say.
void look_at_file(Session& session, SlotRow& row) {
    const card::Match match = session.sample_file(row.slot);
    using Status = card::Match::Status;
    if (match.status == Status::missing) row.state = "missing", row.bad = true;
    if (match.status == Status::out_of_reach) row.state = "out of reach: open the card";
    if (match.status != Status::found) return;
    row.file = match.path;
    const SoundFacts& facts = session.sounds.facts(match.path);
    if (facts.state == SoundFacts::State::failed) row.state = facts.failure, row.bad = true;
    if (facts.state != SoundFacts::State::known || !facts.info.rate) return;
    row.seconds = double(facts.info.frames) / facts.info.rate;
    row.length = length_text(row.seconds);
    if (facts.info.rate != 44100)
        row.state = fmt::format("{} Hz: plays at the wrong pitch", facts.info.rate);
    else
        row.state = fmt::format("{} bit {}", facts.info.bits, facts.info.channels == 1 ? "mono" : "stereo");
    const Markers* markers = session.project.markers();
    if (markers && is_empty(markers_of(*markers, row.slot))) row.state = "no markers: silent on the machine", row.bad = true;
}

bool wanted(const SlotView& view, const SlotRow& row) {
    if (view.used_only && row.path.empty() && !row.uses) return false;
    return view.filter.empty() || text::folded(row.name).find(text::folded(view.filter)) != std::string::npos;
}

bool before(const SlotRow& a, const SlotRow& b, int column) {
    switch (column) {
        case 1:
            return text::folded(a.name) < text::folded(b.name);
        case 3:
            return a.seconds < b.seconds;
        case 4:
            return a.gain < b.gain;
        case 5:
            return a.uses < b.uses;
        case 6:
            return std::pair(!a.bad, a.state) < std::pair(!b.bad, b.state);
        default:
            return a.slot.number < b.slot.number;
    }
}

}  // namespace

SlotRow slot_row_of(Session& session, SlotRef slot) {
    SlotRow row{.slot = slot};
    row.uses = int(session.project.players(slot).size());
    const Project* text = session.project.text();
    const SampleBlock* block = text ? find_sample(*text, slot) : nullptr;
    if (!block) {
        if (row.uses) row.state = "empty, but used", row.bad = true;
        return row;
    }
    row.path = text::utf8_from_latin1(block->values.path);
    row.name = row.path.substr(row.path.find_last_of('/') + 1);
    row.gain = fmt::format("{:+.1f} dB", double(block->values.gain - gain_zero_db) / 2);
    if (!block->values.path.empty()) look_at_file(session, row);
    return row;
}

const std::vector<SlotRow>& SlotList::rows(Session& session) {
    const Key at{session.document.revision(), session.tree.revision(), session.sounds.revision(), view};
    if (known_at == at) return known;
    known_at = at;
    known.clear();
    const int count = view.pool == Pool::flex ? pool_slots + recorder_count : pool_slots;
    for (int number = 1; number <= count; number++) {
        SlotRow row = slot_row_of(session, {view.pool, number});
        if (wanted(view, row)) known.push_back(std::move(row));
    }
    std::ranges::stable_sort(known, [&](const SlotRow& a, const SlotRow& b) {
        return view.downwards ? before(b, a, view.sorted_by) : before(a, b, view.sorted_by);
    });
    return known;
}

}  // namespace groovebench::app
