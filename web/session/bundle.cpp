#include "session/bundle.h"

#include <nlohmann/json.hpp>

#include "bytes/format.h"
#include "session/session.h"

namespace groovebench::app {
namespace {

using json = nlohmann::ordered_json;

std::string words_in(const json& data, const char* key) {
    return data.is_object() && data.contains(key) && data[key].is_string() ? data[key].get<std::string>() : std::string();
}

}  // namespace

// ---- out

void BundleOut::begin(std::string project) {
    cancel();
    path = std::move(project);
    words.clear();
}

void BundleOut::cancel() {
    if (now == State::working) session.requests.say("bundle_cancel");
    run++;
    share = 0;
    now = State::idle;
}

void BundleOut::build() {
    cancel();
    now = State::working;
    DiskOrder order = session.disk.order();
    order.project = path;
    Bytes given = session.disk.give(order);
    session.requests.ask("bundle_build", {}, json_of(order), std::move(given), [this, mine = run](Answer& answer) {
        if (mine != run) return;
        const json made = json::parse(answer.json, nullptr, false);
        now = answer.ok ? State::done : State::failed;
        words = answer.message;
        if (answer.ok) words = fmt::format("{} · {}", words_in(made, "name"), card::size_in_words(made.value("size", u64(0))));
    });
}

// ---- in

void BundleIn::forget() {
    run++;
    now = State::idle;
    zip.clear(), words.clear(), taken.clear();
    told = {};
}

void BundleIn::refuse(std::string sentence) { now = State::refused, words = std::move(sentence); }

void BundleIn::choose() {
    forget();
    now = State::choosing;
    session.requests.ask("bundle_choose", {}, "{}", [this, mine = run](Answer& answer) {
        if (mine != run) return;
        zip = words_in(json::parse(answer.json, nullptr, false), "name");
        if (!answer.ok) return session.say(answer.message, true), forget();
        if (zip.empty()) return forget();  // nothing was chosen
        session.views.bundle_in_open = true;
        plan_for(session.disk.free_number(), false);
    });
}

void BundleIn::plan_for(int number, bool replace) {
    now = State::planning;
    target = number;
    planned_at = session.document.position();
    DiskOrder order = session.disk.order();
    order.number = number, order.replace = replace;
    Bytes given = session.disk.give(order);
    session.requests.ask("bundle_plan", {}, json_of(order), std::move(given), [this, mine = ++run](Answer& answer) {
        if (mine != run) return;
        auto plan = answer.ok ? bundle_told(answer.json) : std::nullopt;
        if (!plan) return refuse(answer.ok ? "The plan could not be read." : answer.message);
        told = *std::move(plan);
        now = State::planned;
    });
}

double BundleIn::progress() const { return told.files.empty() ? 0 : double(taken.size()) / double(told.files.size()); }

void BundleIn::bring_in() {
    if (now != State::planned) return;
    now = State::taking;
    taken.clear();
    take_next();
}

// One file an answer: all of them at once would hold up a frame.
void BundleIn::take_next() {
    if (taken.size() == told.files.size()) return put();
    session.requests.ask("bundle_take", {}, json{{"index", taken.size()}}.dump(), [this, mine = run](Answer& answer) {
        if (mine != run) return;
        if (!answer.ok) return refuse(answer.message);
        taken.push_back(std::move(answer.bytes));
        take_next();
    });
}

void BundleIn::put() {
    if (session.document.position() != planned_at) return refuse("The disk was edited meanwhile: choose the bundle again.");
    const std::string label = fmt::format("bring in {}", zip);
    {
        const card::Group all(session.document, label);
        for (std::size_t i = 0; i < taken.size(); i++) {
            const std::string& path = told.files[i].path;
            if (session.tree.entry(path) || session.document.is_open(path))
                session.document.replace(path, taken[i], label);
            else
                session.document.add_file(path, std::move(taken[i]), label);
        }
    }
    if (const std::string why = session.document.take_refusal(); !why.empty()) return refuse(why);
    session.reveal_file(told.project);
    session.say(fmt::format("{} is on the disk as {}; saving writes it", zip, card::name_of(told.project)));
    now = State::done;
}

// ---- new

void add_blank_opz(Session& session, int number) {
    session.requests.ask("opz_blank", {}, "{}", [&session, path = Disk::project_path(number)](Answer& answer) {
        if (!answer.ok) return session.say(answer.message, true);
        const std::string label = fmt::format("new project {}", card::name_of(path));
        if (!session.document.add_file(path, std::move(answer.bytes), label))
            return session.say(session.document.take_refusal(), true);
        session.reveal_file(path);
    });
}

}  // namespace groovebench::app
