#include "session/conversion.h"

#include <nlohmann/json.hpp>

#include "bytes/format.h"
#include "session/session.h"

namespace groovebench::app {

void Conversion::begin() {
    cancel();
    choices = {};
    words.clear();
    planned.reset();
    chosen();
}

PpakOrder Conversion::order() const {
    const Selection& at = session.selection;
    PpakOrder wanted{.project_name = session.project.name(),
                     .bank = at.bank,
                     .pattern = at.pattern,
                     .bank_size = session.document.bytes(session.project.bank_path(at.bank)).size(),
                     .text_size = session.document.bytes(session.project.text_path()).size(),
                     .markers_size = session.project.markers() ? sizeof(octatrack::Markers) : 0,
                     .choices = choices};
    for (const octatrack::SampleBlock& block : session.project.text()->samples) {
        if (!block.known || block.values.path.empty()) continue;
        const card::Match match = session.sample_file(block.slot);
        SlotFile file{.slot = block.slot, .path = match.path, .missing = match.status != card::Match::Status::found};
        if (!file.missing) {
            const SoundFacts& facts = session.sounds.facts(match.path);
            file.missing = facts.state == SoundFacts::State::failed;
            file.rate = facts.info.rate, file.channels = facts.info.channels, file.frames = facts.info.frames;
        }
        wanted.files.push_back(std::move(file));
    }
    return wanted;
}

Bytes Conversion::open_files() const {
    Bytes all;
    const auto add = [&](ByteView bytes) { all.insert(all.end(), bytes.begin(), bytes.end()); };
    add(session.document.bytes(session.project.bank_path(session.selection.bank)));
    add(session.document.bytes(session.project.text_path()));
    if (session.project.markers()) add(session.document.bytes(session.project.markers_path()));
    return all;
}

const PpakPlan* Conversion::plan() {
    const Selection& at = session.selection;
    const Key key{
        session.document.revision(), session.tree.revision(), session.sounds.revision(), choice_count, at.bank, at.pattern};
    if (key != planned_for && session.project.bank(at.bank) && session.project.text()) {
        planned_for = key;
        session.requests.ask("ppak_plan", {}, json_of(order()), open_files(), [this, key](Answer& answer) {
            if (key != planned_for) return;  // another one is on its way
            planned = answer.ok ? ppak_plan(answer.json) : std::nullopt;
            if (!planned) fail(answer.ok ? "The plan could not be read." : answer.message);
        });
    }
    return planned ? &*planned : nullptr;
}

void Conversion::fail(std::string sentence) {
    cancel();
    now = State::failed;
    words = std::move(sentence);
}

void Conversion::cancel() {
    if (now == State::working) session.requests.say("ppak_cancel");
    run++;
    share = 0;
    now = State::idle;
}

void Conversion::build() {
    cancel();
    now = State::working;
    session.requests.ask("ppak_build", {}, json_of(order()), open_files(), [this, mine = run](Answer& answer) {
        if (mine != run) return;
        if (!answer.ok) return fail(answer.message);
        const auto made = nlohmann::ordered_json::parse(answer.json, nullptr, false);
        words = fmt::format("{} · {} · {}", made.value("name", std::string()), card::size_in_words(made.value("size", u64(0))),
                            convert::unproven);
        now = State::done;
    });
}

}  // namespace groovebench::app
