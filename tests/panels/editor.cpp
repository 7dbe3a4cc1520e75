#include "editor.h"

#include <nlohmann/json.hpp>

#include "bytes/format.h"
#include "octatrack/blank.h"
#include "octatrack/project_edit.h"
#include "octatrack/trigs.h"
#include "packed.h"

namespace groovebench {
namespace {

using nlohmann::ordered_json;

// A WAV of 100 frames of silence: 44.1 kHz, 16 bit, mono.
Bytes small_wav() {
    const std::string head(
        "RIFF\xEC\x00\x00\x00WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00\x44\xAC\x00\x00\x88\x58\x01\x00\x02\x00\x10\x00"
        "data\xC8\x00\x00\x00",
        44);
    Bytes bytes(244);
    std::ranges::copy(bytes_of(head), bytes.begin());
    return bytes;
}

Bytes project_with_sample() {
    const std::string blank = octatrack::blank_project();
    Bytes bytes(bytes_of(blank).begin(), bytes_of(blank).end());
    const auto project = octatrack::open_project(bytes);
    const auto splice = octatrack::set_slot(*project, {octatrack::Pool::flex, 1},
                                            octatrack::loaded_sample({octatrack::Pool::flex, 1}, "../AUDIO/kick.wav", 100, 2880));
    Bytes after(bytes.begin(), bytes.begin() + std::ptrdiff_t(splice->offset));
    after.insert(after.end(), splice->after.begin(), splice->after.end());
    after.insert(after.end(), bytes.begin() + std::ptrdiff_t(splice->offset + splice->before.size()), bytes.end());
    return after;
}

}  // namespace

std::map<std::string, Bytes> Editor::new_project() {
    std::map<std::string, Bytes> card;
    for (octatrack::NewFile& file : octatrack::blank_project_files()) card["SET/SONG/" + file.name] = std::move(file.bytes);
    card["SET/SONG/project.work"] = project_with_sample();
    card["SET/AUDIO/kick.wav"] = small_wav();
    Bytes& bank = card["SET/SONG/bank01.work"];
    octatrack::AudioTrack& track = overlay<octatrack::Bank>(bank)->patterns[0].audio_tracks[0];
    overlay<octatrack::Bank>(bank)->parts[0].machines[0] = octatrack::MachineType::flex;
    octatrack::place_trig(track, 0, octatrack::TrigType::trig);
    octatrack::seal(bank);
    return card;
}

Editor::Editor(std::map<std::string, Bytes> card) : files(std::move(card)), test([this] { draw(); }) {
    open(R"({"id":"x","name":"CARD","kind":"folder","writable":true})");
}

Editor::Editor(Archive archive) : test([this] { draw(); }) {
    const app::Reply opened = workshop.perform("zip_open", ordered_json{{"name", archive.name}}.dump(), std::move(archive.bytes));
    const auto listed = ordered_json::parse(opened.json);
    for (const auto& entry : listed["entries"])
        files[entry["path"]] = workshop.perform("zip_read", ordered_json{{"index", entry["index"]}}.dump(), {}).bytes;
    open(ordered_json{{"id", "x"}, {"name", archive.name}, {"kind", "zip"}, {"writable", false}}.dump());
}

void Editor::open(const std::string& card) {
    application.tell("card", card);
    ordered_json entries = ordered_json::array();
    for (const auto& [path, bytes] : files) entries.push_back({{"path", path}, {"size", bytes.size()}});
    application.tell("entries", entries.dump());
    application.tell("listed", R"({"count":1,"seconds":0})");
    test.frames(60);
}

Bytes Editor::packed() {
    const auto plan = ordered_json::parse(application.save_plan(false));
    for (const auto& step : plan["steps"]) {
        const std::string path = step["path"], json = ordered_json{{"path", path}}.dump();
        if (step["action"] == "remove")
            workshop.perform("pack_remove", json, {});
        else
            workshop.perform("pack_file", json, application.plan_bytes(path));
    }
    return test::packed(workshop, R"({"onto_open":true})").bytes;
}

const app::Request* Editor::last(std::string_view ask) const {
    for (auto request = made.rbegin(); request != made.rend(); ++request)
        if (request->ask == ask) return &*request;
    return nullptr;
}

void Editor::draw() {
    application.frame(now += 1.0 / 60);
    for (const app::Request& request : application.take_requests()) {
        made.push_back(request);
        perform(request);
    }
}

void Editor::answer(int id, app::Reply reply) {
    if (reply.refusal.empty())
        application.answer(id, reply.json, std::move(reply.bytes));
    else
        application.refuse(id, reply.refusal);
}

void Editor::perform(const app::Request& request) {
    if (!request.id) return;
    if (request.ask == "ppak_plan") return answer(request.id, workshop.perform("ppak_plan", request.json, request.bytes));
    for (const std::string_view work :
         {"compare", "take_over", "examine", "rebuild", "fields", "set_value", "check_file", "file_changes", "format_page",
          "preflight", "mend", "compare_beside", "take_from_beside", "preflight_file", "mend_file"})
        if (request.ask == work) return answer(request.id, workshop.perform(work, request.json, request.bytes));
    for (const std::string_view work : {"opz_disk", "opz_kit", "opz_blank", "bundle_take"})
        if (request.ask == work) return answer(request.id, workshop.perform(work, request.json, request.bytes));
    if (request.ask == "ppak_build") return make("ppak", request);
    if (request.ask == "bundle_build") return make("bundle", request);
    if (request.ask == "bundle_choose")
        return answer(request.id, workshop.perform("bundle_open", R"({"name":"song.zip"})", to_choose));
    if (request.ask == "beside_choose")
        return answer(request.id, workshop.perform("beside_open", R"({"name":"other.ppak"})", to_choose));
    if (request.ask == "bundle_plan") return plan_bundle(request);
    if (!request.bytes.empty()) return answer(request.id, workshop.perform(request.ask, request.json, request.bytes));
    const auto found = files.find(request.path);
    if (found == files.end()) return application.refuse(request.id, request.path + " is not on the card");
    if (request.ask == "read") return application.answer(request.id, "{}", found->second);
    const std::string size = fmt::format(R"({{"size":{}}})", found->second.size());
    if (request.ask == "sound_facts") return answer(request.id, workshop.perform("sound_facts", size, found->second));
    answer(request.id, workshop.perform(request.ask, request.json, found->second));
}

// As the page's maker.js does it.
void Editor::make(const std::string& kind, const app::Request& request) {
    app::Reply reply = workshop.perform(kind + "_begin", request.json, request.bytes);
    if (!reply.refusal.empty()) return application.refuse(request.id, reply.refusal);
    const auto begun = ordered_json::parse(reply.json);
    for (const std::string path : begun["needed"])
        reply = workshop.perform(kind + "_sound", ordered_json{{"path", path}}.dump(), files[path]);
    for (bool more = reply.refusal.empty(); more;) {
        reply = workshop.perform(kind + "_step", "{}", {});
        more = reply.refusal.empty() && ordered_json::parse(reply.json)["more"].get<bool>();
    }
    if (reply.refusal.empty()) reply = workshop.perform(kind + "_end", "{}", {});
    if (!reply.refusal.empty()) return application.refuse(request.id, reply.refusal);
    const std::string name = ordered_json::parse(reply.json)["name"];
    application.answer(request.id, ordered_json{{"name", name}, {"size", reply.bytes.size()}}.dump(), {});
    downloads[name] = std::move(reply.bytes);
}

// As the page's bundles.js does it.
void Editor::plan_bundle(const app::Request& request) {
    app::Reply reply = workshop.perform("bundle_needed", request.json, request.bytes);
    if (!reply.refusal.empty()) return application.refuse(request.id, reply.refusal);
    const auto wanted = ordered_json::parse(reply.json);
    for (const std::string path : wanted["needed"]) {
        read_for_bundle.push_back(path);
        workshop.perform("bundle_known", ordered_json{{"path", path}}.dump(), files[path]);
    }
    answer(request.id, workshop.perform("bundle_plan", "{}", {}));
}

}  // namespace groovebench
