#include "app/tells.h"

#include <nlohmann/json.hpp>

#include "panels/commands.h"
#include "session/journaling.h"
#include "session/opening.h"
#include "session/saving.h"

namespace groovebench::app {
namespace {

using json = nlohmann::ordered_json;

std::string words(const json& data, const char* key) {
    return data.is_object() && data.contains(key) && data[key].is_string() ? data[key].get<std::string>() : std::string();
}
double real(const json& data, const char* key, double otherwise) {
    return data.is_object() && data.contains(key) && data[key].is_number() ? data[key].get<double>() : otherwise;
}
bool flag(const json& data, const char* key, bool otherwise) {
    return data.is_object() && data.contains(key) && data[key].is_boolean() ? data[key].get<bool>() : otherwise;
}
std::vector<std::string> list(const json& data, const char* key) {
    std::vector<std::string> all;
    if (!data.is_object() || !data.contains(key) || !data[key].is_array()) return all;
    for (const json& one : data[key])
        if (one.is_string()) all.push_back(one.get<std::string>());
    return all;
}

void preferences(Session& session, const json& data) {
    Views& views = session.views;
    views.side_width = std::clamp(float(real(data, "side_width", views.side_width)), 160.0f, 420.0f);
    views.inspector_width = std::clamp(float(real(data, "inspector_width", views.inspector_width)), 260.0f, 560.0f);
    views.bottom_height = std::clamp(float(real(data, "bottom_height", views.bottom_height)), 80.0f, 420.0f);
    views.side = flag(data, "side", views.side);
    views.inspector = flag(data, "inspector", views.inspector);
    session.set_look(data.is_object() && data.contains("theme") ? words(data, "theme") : session.theme,
                     std::clamp(float(real(data, "scale", session.scale)), 0.75f, 2.0f));
}

void entries(Session& session, const json& data) {
    std::vector<card::Entry> batch;
    if (!data.is_array()) return;
    for (const json& one : data)
        batch.push_back({words(one, "path"), u64(std::max(0.0, real(one, "size", 0))), i64(real(one, "modified", 0))});
    session.tree.add(batch);
}

void saved(Session& session, const json& data) {
    for (const std::string& path : list(data, "files")) session.document.saved(path, planned(session, path));
    for (const std::string& path : list(data, "removed")) session.document.removed_from_card(path);
    session.document.clear_journal();
    session.requests.say("journal_clear");
}

}  // namespace

void tell(Session& session, std::string_view event, const json& data) {
    if (event == "preferences") return preferences(session, data);
    if (event == "card")
        return session.begin_card({.id = words(data, "id"),
                                   .name = words(data, "name"),
                                   .kind = words(data, "kind"),
                                   .writable = flag(data, "writable", false)});
    if (event == "entries") return entries(session, data);
    if (event == "listed") return listed(session, real(data, "seconds", 0));
    if (event == "unlisted") return session.tree.unlisted(words(data, "path"), words(data, "message"));
    if (event == "restore") return restore(session, data);
    if (event == "saved") return saved(session, data);
    if (event == "rolled_back")
        for (const std::string& path : list(data, "files")) session.document.rolled_back(path);
    if (event == "changed_on_card")
        session.say(words(data, "path") + " has been changed by another program since it was opened", true);
    if (event == "not_kept") session.say(words(data, "message"), true);
    if (event == "played") session.sounds.stopped();
    if (event == "ppak_progress") session.conversion.progressed(real(data, "share", 0));
    if (event == "bundle_progress") session.bundle_out.progressed(real(data, "share", 0));
    if (event == "show_preflight") session.views.bottom = Views::Bottom::preflight;
    if (event == "command") run_command(session, words(data, "name"));
}

}  // namespace groovebench::app
