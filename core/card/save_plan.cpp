#include "card/save_plan.h"

#include <algorithm>
#include <map>
#include <set>

#include "text/latin1.h"

namespace groovebench::card {

namespace {

using Action = SaveStep::Action;

// Smaller is written earlier.
int round_of(std::string_view path) {
    using Kind = ProjectFile::Kind;
    if (is_audio(path)) return 0;
    const auto file = project_file(path);
    if (!file) return path.ends_with(".ot") ? 2 : 1;
    const int kind = file->kind == Kind::markers ? 0 : file->kind == Kind::bank ? 1 : file->kind == Kind::arrangement ? 2 : 3;
    return 3 + kind + (file->stored ? 4 : 0);
}

bool comes_first(const SaveStep& a, const SaveStep& b) {
    const bool a_goes = a.action == Action::remove, b_goes = b.action == Action::remove;
    if (a_goes != b_goes) return b_goes;
    if (a.round != b.round) return a_goes ? a.round > b.round : a.round < b.round;
    return a.path < b.path;
}

std::string note_of(const SaveStep& step) {
    std::string note = size_in_words(step.size);
    if (step.action == Action::add) note += " · new";
    if (step.action == Action::remove) note += " · removed";
    if (step.action == Action::replace)
        note += " · " + std::to_string(step.differing) + (step.differing == 1 ? " byte differs" : " bytes differ");
    if (step.from != step.path && step.action != Action::remove) note += " · stored copy";
    return note;
}

struct Planner {
    const Document& document;
    const Card& card;
    const SaveOptions& options;
    SavePlan plan;

    void write(std::string path, std::string from) {
        const Bytes bytes = document.sealed(from);
        SaveStep step{.path = path, .from = std::move(from), .size = bytes.size(), .differing = bytes.size()};
        step.action = document.is_on_card(path) ? Action::replace : Action::add;
        if (step.action == Action::replace) step.differing = differing_bytes(document.on_card(path), bytes);
        if (step.action == Action::replace && step.differing == 0 && document.on_card(path).size() == bytes.size()) return;
        check(step);
        plan.bytes += step.size;
        plan.steps.push_back(std::move(step));
    }

    void check(const SaveStep& step) {
        const std::string_view reason = document.read_only(step.path);
        if (!reason.empty()) plan.blocked.push_back(step.path + " must not be written: " + std::string(reason));
        if (step.action != Action::add) return;
        if (std::string sentence = forbidden_name(step.path); !sentence.empty()) plan.blocked.push_back(std::move(sentence));
        const Entry* there = card.entry_like(step.path);
        if (there && !document.knows(there->path))
            plan.blocked.push_back(there->path + " is on the card already. Give " + step.path + " another name.");
    }

    void remove(const std::string& path) {
        const std::size_t size = document.on_card(path).size();
        plan.steps.push_back({.action = Action::remove, .path = path, .size = size, .differing = size});
    }

    // Two names that a FAT card takes for one: writing the second would replace the first, and removing it too.
    void check_names() {
        std::map<std::string, std::string> written;
        for (const SaveStep& step : plan.steps)
            if (step.action == Action::add) written.emplace(text::folded(step.path), step.path);
        const auto collide = [&](std::string_view path) {
            const auto found = written.find(text::folded(path));
            if (found == written.end() || found->second == path) return;
            plan.blocked.push_back(std::string(path) + " and " + found->second +
                                   " are the same name on a FAT card. Choose another one.");
        };
        if (written.empty()) return;
        for (std::string_view path : document.paths()) collide(path);
        for (const SaveStep& step : plan.steps)
            if (step.action == Action::remove) collide(step.path);
    }

    void store_projects() {
        std::set<std::string> projects;
        for (const std::string& path : document.changed_paths()) {
            const auto file = project_file(path);
            if (file && !file->stored) projects.emplace(folder_of(path));
        }
        for (const std::string& project : projects) store_project(project);
    }

    void store_project(const std::string& project) {
        using Kind = ProjectFile::Kind;
        std::vector<ProjectFile> all{{Kind::markers, 0, false}, {Kind::project, 0, false}};
        for (int n = 1; n <= 16; n++) all.push_back({Kind::bank, n, false});
        for (int n = 1; n <= 8; n++) all.push_back({Kind::arrangement, n, false});
        for (ProjectFile file : all) {
            const std::string work = spelled(project, file);
            file.stored = true;
            const std::string stored = spelled(project, file);
            if (work.empty() || !ready(work)) continue;
            if (!stored.empty() && !ready(stored)) continue;
            const std::string_view reason = document.read_only(work);
            if (!reason.empty()) plan.blocked.push_back(work + " must not become the stored copy: " + std::string(reason));
            write(stored.empty() ? joined(project, file_name(file)) : stored, work);
        }
    }

    // As the file is called in the document or on the card; empty when it is in neither.
    std::string spelled(const std::string& project, const ProjectFile& file) const {
        const std::string path = joined(project, file_name(file));
        if (document.is_open(path)) return path;
        const Entry* there = card.entry_like(path);
        if (!there) return document.is_on_card(path) ? path : std::string();
        const bool gone = document.knows(there->path) && !document.is_open(there->path) && !document.is_on_card(there->path);
        return gone ? std::string() : there->path;
    }

    // Whether its bytes are known here; if not, it has to be read first.
    bool ready(const std::string& path) {
        if (document.is_open(path) || document.is_on_card(path)) return true;
        plan.to_read.push_back(path);
        return false;
    }

    void describe() {
        for (const SaveStep& step : plan.steps) {
            if (step.action != Action::remove && step.from != step.path) continue;
            std::vector<ChangeLines> words = options.words ? options.words(step.path) : std::vector<ChangeLines>();
            if (words.empty()) words = plain_words(step);
            for (ChangeLines& group : words) add_lines(std::move(group));
        }
    }

    void add_lines(ChangeLines group) {
        if (group.lines.empty()) return;
        const auto same = std::find_if(plan.changes.begin(), plan.changes.end(),
                                       [&](const auto& there) { return there.heading == group.heading; });
        if (same == plan.changes.end()) return plan.changes.push_back(std::move(group));
        for (std::string& line : group.lines) same->lines.push_back(std::move(line));
    }

    std::vector<ChangeLines> plain_words(const SaveStep& step) const {
        const std::string folder(folder_of(step.path)), name(name_of(step.path));
        const std::string heading = folder.empty() ? card.name() : folder;
        const std::string_view former = document.name_on_card(step.path);
        if (step.action == Action::add && !former.empty()) return {{heading, {name + ": new name, was " + std::string(former)}}};
        if (step.action == Action::add) return {{heading, {name + ": new, " + size_in_words(step.size)}}};
        if (step.action == Action::replace) return {{heading, {name + ": " + note_of(step)}}};
        for (const SaveStep& other : plan.steps)
            if (document.name_on_card(other.path) == step.path) return {};
        return {{heading, {name + ": removed"}}};
    }

    void entitle() {
        const auto gone = std::size_t(
            std::count_if(plan.steps.begin(), plan.steps.end(), [](const auto& s) { return s.action == Action::remove; }));
        const std::size_t written = plan.steps.size() - gone;
        const auto files = [](std::size_t n) { return std::to_string(n) + (n == 1 ? " file" : " files"); };
        plan.card = card.name();
        plan.title = "Nothing to write: " + plan.card + " holds everything";
        if (written > 0) plan.title = "Write " + files(written) + " to " + plan.card;
        if (written > 0 && gone > 0) plan.title += ", remove " + std::to_string(gone);
        if (written == 0 && gone > 0) plan.title = "Remove " + files(gone) + " from " + plan.card;
        if (plan.steps.empty()) return;
        std::string_view common = folder_of(plan.steps.front().path);
        for (const SaveStep& step : plan.steps)
            while (!common.empty() && !(step.path.starts_with(common) && step.path[common.size()] == '/'))
                common = folder_of(common);
        for (char c : common) plan.where += c == '/' ? std::string(" / ") : std::string(1, c);
    }
};

}  // namespace

std::string_view word(Action action) { return action == Action::add ? "add" : action == Action::replace ? "replace" : "remove"; }

SavePlan save_plan(const Document& document, const Card& card, const SaveOptions& options) {
    Planner planner{document, card, options, {}};
    SavePlan& plan = planner.plan;
    plan.writable = options.writable;
    std::set<std::string, std::less<>> stored;
    if (options.with_stored) {
        planner.store_projects();
        for (const SaveStep& step : plan.steps) stored.insert(step.path);
    }
    for (const std::string& path : document.changed_paths()) {
        if (stored.contains(path)) continue;
        document.is_open(path) ? planner.write(path, path) : planner.remove(path);
    }
    for (SaveStep& step : plan.steps) step.round = round_of(step.path), step.note = note_of(step);
    std::sort(plan.steps.begin(), plan.steps.end(), comes_first);
    planner.check_names();
    planner.describe();
    planner.entitle();
    return std::move(planner.plan);
}

Bytes planned_bytes(const Document& document, const SaveStep& step) {
    return step.action == Action::remove ? Bytes() : document.sealed(step.from);
}

std::string size_in_words(std::size_t bytes) {
    if (bytes < 1000) return std::to_string(bytes) + (bytes == 1 ? " byte" : " bytes");
    if (bytes < 999'500) return std::to_string((bytes + 500) / 1000) + " KB";
    const std::size_t tenths = (bytes + 50'000) / 100'000;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

std::size_t differing_bytes(ByteView a, ByteView b) {
    const std::size_t most = std::min(a.size(), b.size());
    std::size_t head = 0, tail = 0, count = 0;
    if (a.size() == b.size()) {
        for (std::size_t i = 0; i < most; i++) count += a[i] != b[i];
        return count;
    }
    while (head < most && a[head] == b[head]) head++;
    while (tail < most - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) tail++;
    return std::max(a.size(), b.size()) - head - tail;
}

// octatrack.md §1.2; FAT itself drops a dot or a space at the end of a name.
std::string forbidden_name(std::string_view path) {
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string_view part = path.substr(at, end - at);
        at = end + 1;
        const std::string start = std::string(path) + " cannot be a name on the card: ";
        if (part.empty() || part == "." || part == "..") return start + "a part of it is empty.";
        if (part.back() == '.' || part.back() == ' ') return start + "a name must not end with a dot or a space.";
        for (char c : part)
            if (u8(c) < 0x20 || u8(c) == 0x7F)
                return start + "it has a control character.";
            else if (std::string_view("\\:*?\"<>|").find(c) != std::string_view::npos)
                return start + "a FAT card does not take " + c + ".";
    }
    return {};
}

}  // namespace groovebench::card
