#include "session/opening.h"

namespace groovebench::app {
namespace {

void show_first_project(Session& session) {
    if (!session.selection.project.empty()) return;
    for (const card::Set* set : session.tree.sets())
        for (const auto& [path, project] : set->projects) return session.look_at_project(path);
}

// Of another machine: a project, or whatever of it has fields; the folders to it are unfolded.
void show_first_file(Session& session) {
    if (!session.selection.project.empty() || !session.selection.file.empty()) return;
    const card::Entry* first = nullptr;
    for (const card::Entry* entry : session.tree.below("")) {
        if (!is_known_elsewhere(entry->path)) continue;
        const bool telling = entry->path.ends_with(".opz") || entry->path.ends_with("/settings");
        if (!first || telling) first = entry;
        if (telling) break;
    }
    if (!first) return;
    session.reveal_file(first->path);
}

}  // namespace

void listed(Session& session, double seconds) {
    session.tree.listed();
    session.card.listed = true;
    session.card.seconds = seconds;
    show_first_project(session);
    show_first_file(session);
    session.apply_look();
    if (const std::string words = session.tree.sentence(); !words.empty()) session.say(words);
}

}  // namespace groovebench::app
