#include "session/conversion.h"

#include <chrono>
#include <format>

#include "session/session.h"

namespace groovebench::app {
namespace {

convert::Moment moment_now() {
    using namespace std::chrono;
    const auto now = floor<milliseconds>(system_clock::now());
    const auto day = floor<days>(now);
    const year_month_day date(day);
    const hh_mm_ss time(now - day);
    return {int(date.year()),
            int(unsigned(date.month())),
            int(unsigned(date.day())),
            int(time.hours().count()),
            int(time.minutes().count()),
            int(time.seconds().count()),
            int(time.subseconds().count())};
}

constexpr std::chrono::milliseconds piece{6};  // of a frame

}  // namespace

void Conversion::begin() {
    cancel();
    choices = {};
    now = State::idle;
    words.clear();
    chosen();
}

// Paths become those of the card, and what is known of each file is filled in.
convert::ConversionInput Conversion::gathered() const {
    const Selection& at = session.selection;
    auto input = convert::input_of(*session.project.bank(at.bank), at.bank, at.pattern, *session.project.text(),
                                   session.project.markers(), session.project.name());
    for (auto& [slot, sample] : input.slots) {
        const card::Match match = session.sample_file(slot);
        sample.missing = match.status != card::Match::Status::found;
        if (sample.missing) continue;
        sample.path = match.path;
        const SoundFacts& facts = session.sounds.facts(match.path);
        if (facts.state == SoundFacts::State::failed) sample.missing = true;
        if (facts.state == SoundFacts::State::known)
            sample.rate = facts.info.rate, sample.channels = facts.info.channels, sample.frames = facts.info.frames;
    }
    return input;
}

const convert::Plan& Conversion::plan() {
    const Selection& at = session.selection;
    const Key key{
        session.document.revision(), session.tree.revision(), session.sounds.revision(), choice_count, at.bank, at.pattern};
    if (key == planned_for || !session.project.bank(at.bank) || !session.project.text()) return planned;
    planned_for = key;
    planned = convert::plan_conversion(gathered(), choices);
    return planned;
}

void Conversion::fail(std::string sentence) {
    cancel();
    now = State::failed;
    words = std::move(sentence);
}

void Conversion::cancel() {
    run++;
    building.reset();
    sounds.clear();
    to_read.clear();
    wanted = 0;
    now = State::idle;
}

void Conversion::build() {
    cancel();
    now = State::reading;
    to_read = convert::needed_files(plan());
    wanted = to_read.size();
    for (const std::string& path : to_read)
        session.files.read(path, 0, [this, path, mine = run](Answer& answer) {
            if (mine != run) return;
            if (!answer.ok) return fail(answer.message);
            auto sound = audio::decode_sound(answer.bytes);
            if (!sound) return fail(path + ": " + sentence(sound.problem()));
            sounds.emplace(path, *std::move(sound));
        });
}

void Conversion::start_building() {
    auto started = convert::Building::start(plan(), sounds, moment_now());
    if (!started) return fail(sentence(started.problem()));
    building = *std::move(started);
    now = State::building;
}

void Conversion::tick() {
    if (now == State::reading && sounds.size() == wanted) start_building();
    if (now != State::building) return;
    const auto until = std::chrono::steady_clock::now() + piece;
    while (building->step())
        if (std::chrono::steady_clock::now() > until) return;
    auto bytes = building->result();
    if (!bytes) return fail(sentence(bytes.problem()));
    const std::string name = building->plan().file_name;
    words = std::format("{} · {} · {}", name, card::size_in_words(bytes->size()), convert::unproven);
    session.requests.say("download", name, "{}", *std::move(bytes));
    building.reset();
    sounds.clear();
    now = State::done;
}

double Conversion::progress() const {
    if (now == State::reading) return wanted ? 0.3 * double(sounds.size()) / double(wanted) : 0.3;
    return now == State::building ? 0.3 + 0.7 * building->progress() : now == State::done ? 1 : 0;
}

}  // namespace groovebench::app
