#include "session/opening.h"

#include <nlohmann/json.hpp>

namespace groovebench::app {
namespace {

// A card is larger than a backup of one project, and projects pack 122 : 1: caps are absolute.
constexpr archive::ZipLimits card_limits{.entries = 100'000, .inflated_bytes = u64(2) << 30};

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

void open_zip_card(Session& session, const std::string& name, Bytes archive) {
    auto zip = archive::open_zip(archive, card_limits);
    if (!zip) {
        Problem problem = zip.problem();
        problem.file = name;
        session.close_card();
        const nlohmann::ordered_json why{{"text", sentence(problem)}};
        return session.requests.say("card_refused", name, why.dump(-1, ' ', false, nlohmann::detail::error_handler_t::replace));
    }
    std::vector<card::Entry> entries;
    for (const archive::ZipEntry& entry : zip->entries)
        if (!entry.folder) entries.push_back({entry.name, entry.size, 0});
    session.files.use_zip(std::move(archive), *std::move(zip));
    session.tree.add(entries);
    listed(session, 0);
}

}  // namespace groovebench::app
