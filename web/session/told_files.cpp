// Files of machines that the application has no tables of: their rows, their format page, what is odd in them and what differs from
// the card are asked of the workshop, with the bytes of the file, and shown when they are told.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "session/checks.h"
#include "session/session.h"

namespace groovebench::app {

using json = nlohmann::ordered_json;

namespace {
std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}
}  // namespace

// What the application has no table of, the workshop shows.
void Session::ask_for_rows() {
    if (views.file.page == FileView::Page::format && views.file.format.wants_page(views.file.rows.form())) ask_for_page();
    const auto order = views.file.rows.take_order();
    if (!order) return;
    const ByteView bytes = document.bytes(order->name);
    requests.ask("fields", order->name, json_of(*order), Bytes(bytes.begin(), bytes.end()),
                 [this, path = order->name, at = document.file_revision(order->name)](Answer& answer) {
                     auto told = answer.ok ? fields_told(answer.json) : std::nullopt;
                     if (path != selection.file) return;
                     if (!told)
                         told = FieldsTold{.refused = answer.ok ? "What the workshop said could not be read." : answer.message};
                     views.file.rows.told(*std::move(told), at);
                 });
}

void Session::ask_for_page() {
    views.file.format.page_asked(views.file.rows.form());
    const ByteView bytes = document.bytes(selection.file);
    requests.ask("format_page", selection.file, json{{"name", selection.file}}.dump(), Bytes(bytes.begin(), bytes.end()),
                 [this, path = selection.file](Answer& answer) {
                     const json told = json::parse(answer.json, nullptr, false);
                     if (!answer.ok || path != selection.file || !told.is_object() || !told.contains("markdown")) return;
                     views.file.format.told(told["markdown"].is_string() ? told["markdown"].get<std::string>() : "");
                 });
}

// ---- what is odd

std::vector<Problem> Session::own_findings(std::string_view path) const {
    return findings(path, document.bytes(path), document.changed(path) ? Sum::not_yet_written : Sum::checked);
}

void Session::keep_findings(const std::string& path, std::vector<Problem> problems) {
    found_alone[path] = std::move(problems);
    gather_findings(path);
}

// A file that is no longer there, since what added it was undone or it was removed, has none; it may come back by redo.
void Session::forget_findings_of_gone() {
    if (gone_at == document.revision()) return;
    gone_at = document.revision();
    std::vector<std::string> gone;
    for (const auto& [path, at] : checked)
        if (!document.is_open(path)) gone.push_back(path);
    for (const std::string& path : gone) {
        checked.erase(path), looked_into.erase(path);
        keep_findings(path, {});
    }
}

void Session::gather_findings(const std::string& path) {
    auto all = found_alone[path];
    if (const auto* others = disk.problems(path)) all.insert(all.end(), others->begin(), others->end());
    if (all.empty())
        found.erase(path);
    else
        found[path] = std::move(all);
}

// All that is odd in a file. The sum of an edited one is written when it is saved: until then there is nothing to check.
void Session::ask_for_check(const std::string& path) {
    const ByteView bytes = document.bytes(path);
    ++checks_under_way;
    requests.ask("check_file", path, json{{"name", path}}.dump(), Bytes(bytes.begin(), bytes.end()),
                 [this, path, at = document.file_revision(path)](Answer& answer) {
                     --checks_under_way;
                     if (document.file_revision(path) != at) return;
                     if (!answer.ok) return keep_findings(path, own_findings(path));
                     auto problems = problems_told(answer.json);
                     if (document.changed(path) && kind_of(path) != FileKind::other)
                         std::erase_if(problems, [](const Problem& problem) { return problem.path == "checksum"; });
                     for (Problem& problem : problems) problem.file = path;
                     keep_findings(path, std::move(problems));
                 });
}

// Whether the workshop has something to say: of a file that does not open the reason is all there is, and a project's text is
// read here.
bool Session::is_looked_into(std::string_view path) const {
    const FileKind kind = kind_of(path);
    if (kind == FileKind::other) return is_known_elsewhere(path);
    return kind != FileKind::project && !refused_files.contains(std::string(path));
}

// A few at once: the workshop need not wait for the next frame, and what the user asks it meanwhile need not wait for all of them.
void Session::look_into_files() {
    constexpr int at_once = 4;
    for (const std::string_view path : document.paths()) {
        if (checks_under_way >= at_once) return;
        if (!is_looked_into(path)) continue;
        u64& at = looked_into[std::string(path)];
        if (at == document.file_revision(path)) continue;
        at = document.file_revision(path);
        ask_for_check(std::string(path));
    }
}

// What differs from the card in a file that only the workshop knows.
void Session::ask_for_changes(const std::string& path) {
    told_changes.erase(path);
    if (!document.changed(path)) return;
    const ByteView before = document.original(path), now_there = document.bytes(path);
    Bytes both(before.begin(), before.end());
    both.insert(both.end(), now_there.begin(), now_there.end());
    requests.ask("file_changes", path, json{{"name", path}, {"before_size", before.size()}}.dump(), std::move(both),
                 [this, path, at = document.file_revision(path)](Answer& answer) {
                     if (!answer.ok || document.file_revision(path) != at) return;
                     changes_at = {};
                     auto& told = told_changes[path];
                     for (TextGroup& group : groups_told(answer.json)) {
                         const std::string place = group.heading.empty() ? "" : " · " + group.heading;
                         told.push_back({shown_name(path) + place, std::move(group.lines)});
                     }
                 });
}

std::vector<octatrack::ChangeGroup> Session::changes_in(const std::string& path) const {
    const std::string name = shown_name(path);
    if (path == archive_notes) return {{"The archive", lines_of(text_of(document.bytes(path)))}};
    if (!document.is_open(path)) {
        const auto has_moved = [&](std::string_view other) { return document.name_on_card(other) == path; };
        if (std::ranges::any_of(document.paths(), has_moved)) return {};
        return octatrack::file_changes(name, document.on_card(path), {});
    }
    std::vector<octatrack::ChangeGroup> groups;
    const std::string_view before = document.name_on_card(path);
    if (!before.empty() && before != path) groups.push_back({name, {"was called " + std::string(card::name_of(before))}});
    if (const auto told = told_changes.find(path); told != told_changes.end())
        groups.insert(groups.end(), told->second.begin(), told->second.end());
    else
        for (auto& group : octatrack::file_changes(card::name_of(path), document.original(path), document.bytes(path)))
            groups.push_back(std::move(group));
    return groups;
}

}  // namespace groovebench::app
