#include "session/journaling.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "bytes/format.h"
#include "card/journal.h"

namespace groovebench::app {
namespace {

bool settled(const Session& session, const std::string& path) {
    const FileState state = session.files.state(path);
    return state == FileState::open || state == FileState::failed || !session.tree.entry(path);
}

std::string sound_part(const std::vector<std::string>& records, std::size_t count) {
    nlohmann::ordered_json sound = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < count; i++) sound.push_back(records[i]);
    return sound.dump(-1, ' ', false, nlohmann::detail::error_handler_t::replace);
}

// Replays what an earlier visit left, once every file it needs has arrived.
void replay_when_ready(Session& session) {
    if (session.to_restore.empty()) return;
    const auto needed = card::journal_files(session.to_restore);
    if (!std::ranges::all_of(needed, [&](const std::string& path) { return settled(session, path); })) return;
    const std::vector<std::string> records = std::exchange(session.to_restore, {});
    const card::Replayed result = card::replay(records, session.document);
    for (const std::string& sentence : result.lost) session.say(sentence, true);
    // What is appended behind a record that cannot be replayed would be lost with it.
    if (result.sound < records.size()) session.requests.say("journal_rewrite", {}, sound_part(records, result.sound));
    session.requests.say("restored");
    session.say(fmt::format("{} edit{} brought back: kept in this browser only, not on the card yet", result.edits,
                            result.edits == 1 ? "" : "s"));
}

}  // namespace

void keep_journal(Session& session) {
    replay_when_ready(session);
    for (std::string& record : card::take_journal(session.document)) session.requests.say("journal", {}, std::move(record));
}

void restore(Session& session, const nlohmann::ordered_json& records) {
    if (!records.is_array()) return;
    for (const auto& record : records) session.to_restore.push_back(record.is_string() ? record.get<std::string>() : record.dump());
    for (const std::string& path : card::journal_files(session.to_restore))
        if (session.tree.entry(path)) session.files.want(path);
}

}  // namespace groovebench::app
