#include "session/opening.h"

namespace groovebench::app {
namespace {

void show_first_project(Session& session) {
    if (!session.selection.project.empty()) return;
    for (const card::Set* set : session.tree.sets())
        for (const auto& [path, project] : set->projects) return session.look_at_project(path);
}

}  // namespace

void listed(Session& session, double seconds) {
    session.tree.listed();
    session.card.listed = true;
    session.card.seconds = seconds;
    show_first_project(session);
    if (const std::string words = session.tree.sentence(); !words.empty()) session.say(words);
}

}  // namespace groovebench::app
