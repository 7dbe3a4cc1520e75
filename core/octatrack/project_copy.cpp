#include "octatrack/project_copy.h"

#include <algorithm>
#include <format>
#include <map>

#include "octatrack/file_kind.h"
#include "octatrack/project_edit.h"
#include "text/latin1.h"

namespace groovebench::octatrack {
namespace {

std::string folder_of(std::string_view path) {
    const auto slash = path.rfind('/');
    return std::string(slash == path.npos ? std::string_view() : path.substr(0, slash));
}
std::string joined(std::string_view folder, std::string_view name) {
    return folder.empty() ? std::string(name) : std::format("{}/{}", folder, name);
}
// What lies behind "folder/", or nothing.
std::optional<std::string> below(std::string_view folder, std::string_view path) {
    if (folder.empty()) return std::string(path);
    const bool inside = path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
    return inside ? std::optional(std::string(path.substr(folder.size() + 1))) : std::nullopt;
}

// Where a path of a project's text leads from its folder; nothing if it leads out of the card.
std::optional<std::string> followed(std::string_view folder, std::string_view path) {
    if (path.empty() || path.front() == '/') return {};
    std::string at(folder);
    while (!path.empty()) {
        const auto slash = std::min(path.find('/'), path.size());
        const std::string_view part = path.substr(0, slash);
        path.remove_prefix(std::min(slash + 1, path.size()));
        if (part == "..") {
            if (at.empty()) return {};
            at = folder_of(at);
        } else if (!part.empty() && part != ".") {
            at = joined(at, part);
        }
    }
    return at;
}

std::string with_ending(std::string_view path, std::string_view ending) {
    const auto dot = path.rfind('.');
    const bool has = dot != path.npos && path.find('/', dot) == path.npos;
    return std::string(has ? path.substr(0, dot) : path) + std::string(ending);
}

class Copy {
public:
    Copy(std::string_view from_path, std::string_view to_path, const CardLook& card)
        : from(from_path), to(to_path), from_set(folder_of(from)), to_set(folder_of(to)), look(card) {}

    void add(const NamedFile& file, std::string_view name) {
        Bytes bytes(file.bytes.begin(), file.bytes.end());
        if (kind_of(file.name) == FileKind::project) bytes = rewritten(std::move(bytes), file.name);
        out.files.push_back({joined(to, name), std::move(bytes)});
    }
    bool has(std::string_view name) const {
        return std::ranges::any_of(out.files, [&](const NewFile& file) { return file.name == joined(to, name); });
    }
    void add_blank(NewFile blank) {
        blank.name = joined(to, blank.name);
        out.files.push_back(std::move(blank));
    }
    ProjectCopy result() { return std::move(out); }

private:
    // The text with the paths of its samples as they will be.
    Bytes rewritten(Bytes bytes, std::string_view name) {
        const auto slots = open_project(bytes);
        if (!slots) {
            out.findings.push_back(told(slots.problem(), name));
            return bytes;
        }
        std::vector<std::pair<SlotRef, std::string>> wanted;  // Latin-1, as the text has it
        for (const SampleBlock& block : slots->samples)
            if (block.known && !block.values.path.empty() && find_sample(*slots, block.slot) == &block)
                if (const auto path = new_path(block, name); path && *path != block.values.path)
                    wanted.emplace_back(block.slot, *path);
        for (const auto& [slot, path] : wanted) {  // places in the text move with every change
            const auto project = open_project(bytes);
            const auto change = change_path(*project, *find_sample(*project, slot), path);
            if (!change) {
                out.findings.push_back(told(change.problem(), name));
                return bytes;
            }
            bytes = *text::spliced(bytes, *change);
        }
        return bytes;
    }

    std::optional<std::string> new_path(const SampleBlock& block, std::string_view name) {
        const auto source = followed(from, text::utf8_from_latin1(block.values.path));
        if (!source) {
            out.findings.push_back(told({.severity = Severity::warning,
                                         .path = path_of(block.slot) + ".path",
                                         .expected = "a path that stays on the card",
                                         .found = text::utf8_from_latin1(block.values.path)},
                                        name));
            return {};
        }
        const std::string target = place_for(*source);
        const auto own = below(to, target), in_set = below(to_set, target);
        return text::latin1_from_utf8(own ? *own : "../" + *in_set);
    }

    // Where a sample will be: with the project, or where it is in the same set, or in the other set under the same path.
    const std::string& place_for(const std::string& source) {
        if (const auto known = places.find(source); known != places.end()) return known->second;
        std::string target = source;
        if (const auto own = below(from, source))
            target = joined(to, *own);
        else if (const auto in_set = below(from_set, source); in_set && from_set != to_set)
            target = joined(to_set, *in_set);
        else if (!in_set)
            target = joined(joined(to_set, "AUDIO"), base_name(source));
        if (target != source && look.exists(source))
            target = copied(source, target);
        else if (target != source)
            out.findings.push_back({.severity = Severity::warning, .file = source, .expected = "the sample", .found = "not there"});
        return places.emplace(source, target).first->second;
    }

    // The name itself, one that holds the same already, or the first that is free: "kick.wav", "kick 2.wav".
    std::string copied(const std::string& source, const std::string& wanted) {
        const std::string stem = with_ending(wanted, ""), ending = wanted.substr(stem.size());
        for (int n = 1;; n++) {
            const std::string target = n == 1 ? wanted : std::format("{} {}{}", stem, n, ending);
            if (std::ranges::any_of(out.samples, [&](const FileCopy& copy) { return copy.to == target; })) continue;
            if (look.exists(target)) {
                if (look.same && look.same(source, target)) return target;
                continue;
            }
            out.samples.push_back({source, target});
            if (const std::string ot = with_ending(source, ".ot"); look.exists(ot))
                if (const std::string beside = with_ending(target, ".ot"); !look.exists(beside))
                    out.samples.push_back({ot, beside});
            return target;
        }
    }

    Problem told(Problem problem, std::string_view name) const {
        problem.file = joined(from, name);
        return problem;
    }

    std::string from, to, from_set, to_set;
    const CardLook& look;
    std::map<std::string, std::string> places;
    ProjectCopy out;
};

}  // namespace

ProjectCopy duplicate_project(std::span<const NamedFile> files, std::string_view from, std::string_view to, const CardLook& look) {
    Copy copy(from, to, look);
    for (const NamedFile& file : files) copy.add(file, base_name(file.name));
    return copy.result();
}

ProjectCopy project_from_template(std::span<const NamedFile> files, std::string_view from, std::string_view to,
                                  const CardLook& look) {
    Copy copy(from, to, look);
    for (const bool stored : {false, true})  // a stored copy counts where there is no other
        for (const NamedFile& file : files) {
            const std::string name = copy_name(file.name) + ".work";
            const bool known = kind_of(file.name) != FileKind::other && kind_of(file.name) != FileKind::sample_settings;
            if (known && is_stored_copy(file.name) == stored && !copy.has(name)) copy.add(file, name);
        }
    for (NewFile& blank : blank_project_files())
        if (!copy.has(blank.name)) copy.add_blank(std::move(blank));
    return copy.result();
}

}  // namespace groovebench::octatrack
