#include "session/session.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "octatrack/lock_text.h"
#include "session/checks.h"
#include "session/slot_names.h"
#include "text/latin1.h"
#include "widgets/popup.h"

namespace groovebench::app {

using json = nlohmann::ordered_json;

namespace {
// Notes are worth reading; they do not make a file a bad one.
bool is_no_note(const Problem& problem) { return problem.severity != Severity::note; }
}  // namespace

Session::Session() {
    document.seal = [](std::string_view path, ByteSpan bytes) { seal(path, bytes); };
    files.opened = [this](const std::string& path) { file_opened(path); };
}

void Session::begin_card(CardInfo info) {
    requests.forget();
    files.forget();
    sounds.forget();
    project.forget();
    conversion.begin();
    comparison.forget();
    doctor.forget();
    disk.forget();
    bundle_out.begin({});
    bundle_in.forget();
    kit.forget();
    archive.forget();
    preflight.forget();
    document.close();
    found.clear(), found_alone.clear(), checked.clear(), looked_into.clear(), told_changes.clear(), awaiting.clear(),
        refused_files.clear(), damaged.clear();
    tree = card::Card(info.name);
    selection = {};
    card = std::move(info);
    changes_at = samples_at = health_at = {};
    checks_under_way = 0;
    looked_at.clear();
    views.bottom = Views::Bottom::closed;
    views.unfolded.clear();
    views.file = {.bytes_width = views.file.bytes_width};
    views.compare = {};
}

void Session::close_card() { begin_card({}); }

void Session::look_at_project(std::string folder) {
    selection = {.project = folder};
    const card::Project* there = tree.project(folder);
    project.look_at(folder, [&](std::string_view name) {
        const card::Entry* entry = there ? tree.entry_like(card::joined(folder, name)) : nullptr;
        return entry ? entry->path : std::string();
    });
    for (const std::string& path : project.paths()) files.want(path);
    for (auto& [row, open] : views.unfolded)
        if (row.starts_with("project:")) open = false;  // one is looked at
    views.unfolded["project:" + selection.project] = true;
}

void Session::show_bank_map() { selection.view = View::project, selection.part.reset(); }
void Session::show_slots() { selection.view = View::slots, selection.part.reset(); }

FileShown Session::file_shown() const {
    return {selection.file, document.bytes(selection.file), document.file_revision(selection.file)};
}

void Session::show_file(std::string path) {
    selection.view = View::file, selection.part.reset();
    if (const card::Entry* entry = tree.entry(path); !entry || entry->size <= largest_shown) files.want(path);
    if (path == selection.file) return;
    selection.file = std::move(path);
    views.file = {.bytes_width = views.file.bytes_width};
}

void Session::reveal_file(std::string path) {
    for (std::string_view folder = card::folder_of(path); !folder.empty(); folder = card::folder_of(folder))
        views.unfolded["folder:" + std::string(folder)] = true;
    show_file(std::move(path));
}

void Session::show_field(std::string path) {
    FileView& view = views.file;
    view.page = FileView::Page::fields;
    view.filter.clear();
    view.rows.unfold_to(path);
    view.field = std::move(path);
    view.show_row = view.show_bytes = true;
}

void Session::show_byte(std::size_t offset) {
    const std::string path = views.file.rows.path_at(file_shown(), offset);
    if (!path.empty()) show_field(path);
    views.file.at = offset, views.file.size = 1;
}

void Session::show_pattern(int bank, int pattern) {
    const bool same = selection.bank == bank && selection.pattern == pattern;
    selection.view = View::pattern;
    selection.part.reset();
    selection.bank = bank, selection.pattern = pattern;
    if (!same) selection.steps = 0, selection.page = 0;
}

std::size_t Session::problem_count() const {
    std::size_t count = 0;
    for (const auto& [path, problems] : found) count += std::size_t(std::ranges::count_if(problems, is_no_note));
    return count;
}

bool Session::has_problem(std::string_view path) const {
    const auto problems = found.find(std::string(path));
    return problems != found.end() && std::ranges::any_of(problems->second, is_no_note);
}

void Session::show_problem(const std::string& path, const Problem& problem) {
    for (int bank = 0; bank < octatrack::bank_count; bank++) {
        if (project.bank_path(bank) != path || !project.bank(bank)) continue;
        int pattern = 0;
        if (std::sscanf(problem.path.c_str(), "patterns[%d]", &pattern) == 1)
            show_pattern(bank, std::clamp(pattern - 1, 0, 15));
        else
            selection.bank = bank, show_bank_map();
        return;
    }
    if (path == project.text_path() || path == project.markers_path()) return show_slots();
    show_file(path);
    if (!problem.path.empty()) show_field(problem.path);
    if (is_ep133_archive(path)) views.bottom = Views::Bottom::preflight;  // there its findings can be mended
}

std::vector<std::pair<std::string, std::string>> Session::read_only_files() const {
    std::vector<std::pair<std::string, std::string>> waiting;
    for (const auto& [path, reason] : awaiting)
        if (!document.read_only(path).empty()) waiting.emplace_back(path, reason);
    return waiting;
}

// A file is looked at once when it arrives. What cannot be shown, and what must not be sealed before
// somebody consents, is read-only.
void Session::file_opened(const std::string& path) {
    const ByteView bytes = document.bytes(path);
    const auto refused = refusal(kind_of(path), bytes);
    if (schema_of(kind_of(path)))
        looked_at[path] = {
            .name = std::string(card::name_of(path)), .opened = !refused, .checksum_right = !wrong_sum(kind_of(path), bytes)};
    if (refused) return refuse_or_allow(path);
    if (const auto problem = wrong_sum(kind_of(path), bytes)) {
        const std::string reason =
            "it arrived with a wrong checksum (" + sentence(*problem) + "); saving it would make the damage look valid";
        document.set_read_only(path, reason);
        awaiting[path] = reason;
    }
}

// What does not open is not edited; what opens again, because it was rebuilt or the damage undone, is.
void Session::refuse_or_allow(const std::string& path) {
    const auto refused = refusal(kind_of(path), document.bytes(path));
    damaged.erase(path);
    if (!refused) {
        if (refused_files.erase(path)) document.allow(path);
        return;
    }
    const bool other_version = refused->cause == Cause::unsupported;
    refused_files.insert(path);
    if (kind_of(path) == FileKind::bank && !other_version) damaged.insert(path);
    if (!document.read_only(path).empty()) return;
    document.set_read_only(path, other_version ? "it is of another version: upgrade it on the machine first"
                                               : "it is not what its name says: " + sentence(*refused));
}

// What arrived or was edited: whether it opens, which is quickly said; all that is odd in it, the workshop looks for.
void Session::check_files() {
    if (files.busy() || document.in_gesture()) return;
    forget_findings_of_gone();
    for (const std::string_view path : document.paths()) {
        u64& at = checked[std::string(path)];
        if (at == document.file_revision(path)) continue;
        at = document.file_revision(path);
        refuse_or_allow(std::string(path));
        if (kind_of(path) == FileKind::other && is_known_elsewhere(path)) ask_for_changes(std::string(path));
        if (!is_looked_into(path)) keep_findings(std::string(path), own_findings(path));
    }
    look_into_files();
}

void Session::tell_title() {
    const std::string title = json{{"changed", document.changed_paths().size()}, {"card", card.name}}.dump(
        -1, ' ', false, nlohmann::detail::error_handler_t::replace);
    if (title == told_title) return;
    told_title = title;
    requests.say("title", {}, title);
}

void Session::tick(double seconds) {
    now = seconds;
    files.pump();
    check_files();
    disk.pump();
    if (selection.view == View::compare) comparison.pump();
    if (selection.view == View::file) ask_for_rows(), kit.pump();
    tell_title();
    if (busy()) ui::keep_awake();
}

bool Session::busy() const {
    if (files.busy()) return true;
    for (const std::string_view path : document.paths()) {
        const auto at = checked.find(std::string(path));
        if (at == checked.end() || at->second != document.file_revision(path)) return true;
    }
    return false;
}

const std::vector<octatrack::ChangeGroup>& Session::changes() const {
    if (changes_at.document == document.revision()) return known_changes;
    changes_at.document = document.revision();
    known_changes.clear();
    for (const std::string& path : document.changed_paths())
        for (auto& group : changes_in(path)) known_changes.push_back(std::move(group));
    return known_changes;
}

card::Match Session::sample_file(octatrack::SlotRef slot) const {
    const octatrack::Project* text = project.text();
    const octatrack::SampleBlock* block = text ? octatrack::find_sample(*text, slot) : nullptr;
    if (!block || block->values.path.empty()) return {};
    return tree.find_file(project.folder(), block->values.path, document);
}

const std::vector<octatrack::HealthLine>& Session::health() const {
    const Cached at{document.revision(), tree.revision()};
    if (health_at.document == at.document && health_at.tree == at.tree) return known_health;
    health_at = at;
    known_health.clear();
    octatrack::HealthFacts facts{.project = project.text(), .markers = project.markers()};
    if (!facts.project) return known_health;
    facts.find_sample = [this](std::string_view path) {
        const auto latin1 = text::latin1_from_utf8(path);
        const card::Match match = latin1 ? tree.find_file(project.folder(), *latin1, document) : card::Match{};
        using Status = card::Match::Status;
        return match.status == Status::found     ? octatrack::SampleState::here
               : match.status == Status::missing ? octatrack::SampleState::missing
                                                 : octatrack::SampleState::out_of_reach;
    };
    for (const std::string& path : project.paths())
        if (const auto check = looked_at.find(path); check != looked_at.end()) facts.files.push_back(check->second);
    for (int bank = 0; bank < octatrack::bank_count; bank++)
        if (const octatrack::Bank* bytes = project.bank(bank)) facts.banks.push_back({bank, bytes});
    known_health = octatrack::project_health(facts);
    return known_health;
}

int Session::missing_samples() const {
    const octatrack::Project* text = project.text();
    if (!text || !card.listed) return 0;
    const Cached at{document.file_revision(project.text_path()), tree.revision()};
    if (samples_at.document == at.document && samples_at.tree == at.tree) return known_missing;
    samples_at = at;
    known_missing = 0;
    for (const octatrack::SampleBlock& block : text->samples)
        known_missing += block.known && !block.values.path.empty() &&
                         tree.find_file(project.folder(), block.values.path, document).status == card::Match::Status::missing;
    return known_missing;
}

void Session::remember_views() {
    const json look{{"theme", theme},
                    {"scale", scale},
                    {"side_width", views.side_width},
                    {"inspector_width", views.inspector_width},
                    {"bottom_height", views.bottom_height},
                    {"side", views.side},
                    {"inspector", views.inspector}};
    requests.say("preferences", {}, look.dump());
}

void Session::set_look(std::string wanted, float wanted_scale) {
    theme = std::move(wanted), scale = wanted_scale;
    apply_look();
    remember_views();
}

// Each machine has its accent.
void Session::apply_look() {
    const auto token = theme == "light" ? look::Theme::light : theme == "contrast" ? look::Theme::contrast : look::Theme::dark;
    const card::Chosen chosen = tree.chosen();
    const auto machine = chosen == card::Chosen::opz     ? look::Machine::opz
                         : chosen == card::Chosen::ep133 ? look::Machine::ep133
                                                         : look::Machine::octatrack;
    look::apply(ui::look(), token, machine, scale);
}

std::string_view Session::origin() const { return card.kind == "folder" ? "the card" : "what was opened"; }

void Session::undo() {
    const std::string label(document.undo_label());
    if (document.undo()) say("Undone: " + label);
}
void Session::redo() {
    const std::string label(document.redo_label());
    if (document.redo()) say("Done again: " + label);
}

void Session::audition() {
    if (!sounds.playing().empty()) return sounds.stop();
    if (selection.view == View::file) return kit.play(kit.chosen());
    std::optional<octatrack::SlotRef> slot = selection.slot;
    if (selection.view != View::slots) {
        const octatrack::Part* part = project.part_of(selection.bank, selection.pattern);
        if (!part || selection.midi() || octatrack::machine_of(*part, selection.track()) > 1) return;
        slot = playing_slot(*this, *part, selection);
    }
    if (slot) play_slot(*slot);
}

void Session::play_slot(octatrack::SlotRef slot) {
    const card::Match match = sample_file(slot);
    if (match.status == card::Match::Status::found)
        sounds.play(match.path, 0, 0, [this](std::string_view why) { say(why, true); });
    else
        say(octatrack::label(slot) + " has no sample that could be played");
}

void Session::say(std::string_view sentence, bool urgent) {
    if (sentence.empty()) return;
    ui::toast(sentence, urgent ? ui::Level::warning : ui::Level::note);
    requests.say("announce", {},
                 json{{"text", sentence}, {"level", urgent ? "assertive" : "polite"}}.dump(
                     -1, ' ', false, nlohmann::detail::error_handler_t::replace));
}

}  // namespace groovebench::app
