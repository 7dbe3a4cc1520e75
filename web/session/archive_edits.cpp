#include "session/archive_edits.h"

#include <algorithm>

#include "session/session.h"
#include "text/latin1.h"

namespace groovebench::app {
namespace {

Bytes copy_of(ByteView bytes) { return {bytes.begin(), bytes.end()}; }

}  // namespace

bool is_ep133_archive(std::string_view name) {
    const std::string folded = text::folded(name);
    return folded.ends_with(".ppak") || folded.ends_with(".pak") || folded.ends_with(".tar");
}

bool ArchiveEdits::is_open() const { return session.card.kind == "zip" && is_ep133_archive(session.card.name); }

void ArchiveEdits::forget() {
    edited.clear();
    seen = 0, now++;
}

u64 ArchiveEdits::version() {
    const card::Document& document = session.document;
    if (seen == document.revision()) return now;
    seen = document.revision();
    auto was = std::exchange(edited, {});
    for (const std::string& path : document.changed_paths()) edited.emplace_back(path, document.file_revision(path));
    return now += edited != was;
}

ArchiveOrder ArchiveEdits::order() const {
    ArchiveOrder wanted{.name = session.card.name};
    for (const std::string& path : session.document.changed_paths()) {
        wanted.edits.push_back({path, {}});
        if (session.document.is_open(path)) wanted.edits.back().size = session.document.bytes(path).size();
    }
    return wanted;
}

Bytes ArchiveEdits::bytes() const {
    Bytes all;
    for (const std::string& path : session.document.changed_paths()) {
        const ByteView bytes = session.document.bytes(path);
        all.insert(all.end(), bytes.begin(), bytes.end());
    }
    return all;
}

bool ArchiveEdits::put(const MendTold& told, ByteView bytes, const std::string& label) {
    card::Document& document = session.document;
    struct Part {
        const MendTold::Change* change;
        ByteView was, is;
    };
    std::vector<Part> parts;
    for (const MendTold::Change& one : told.changes) {
        const auto take = [&](const auto& side) {
            const ByteView part = bytes.first(std::min(side ? side->size : 0, bytes.size()));
            bytes = bytes.subspan(part.size());
            return part;
        };
        const ByteView was = take(one.was), is = take(one.is);
        parts.push_back({&one, was, is});
        if (one.was && !document.is_open(one.was->path)) session.files.take(one.was->path, copy_of(was));
    }
    bool done = true;
    card::Group group(document, label);
    for (const auto& [change, was, is] : parts) {
        if (!change->was)
            done = done && document.add_file(change->is->path, copy_of(is), label);
        else if (!change->is)
            done = done && document.remove_file(change->was->path, label);
        else
            done = done && document.rename_file(change->was->path, change->is->path, label) &&
                   document.replace(change->is->path, is, label);
    }
    return done;
}

}  // namespace groovebench::app
