#include "messages/ppak.h"

#include "messages/take.h"

namespace groovebench::app {
namespace {

using namespace taking;
using convert::Choices;
using octatrack::Pool;
using octatrack::SlotRef;

template <class T>
json or_null(const std::optional<T>& value) {
    return value ? json(*value) : json();
}

json of(SlotRef slot) { return {{"flex", slot.pool == Pool::flex}, {"number", slot.number}}; }
SlotRef slot_of(const json& data) {
    SlotRef slot;
    bool flex = true;
    take(data, "flex", flex);
    take(data, "number", slot.number);
    slot.pool = flex ? Pool::flex : Pool::static_pool;
    return slot;
}

json of(const convert::PadKey& key) { return {{"track", key.track}, {"slot", of(key.slot)}, {"slice", key.slice}}; }
convert::PadKey key_of(const json& data) {
    convert::PadKey key;
    take(data, "track", key.track);
    take(data, "slice", key.slice);
    if (data.is_object() && data.contains("slot")) key.slot = slot_of(data["slot"]);
    return key;
}

json of(const Choices& choices) {
    json pads = json::array(), slots = json::array(), names = json::array(), choke = json::array();
    for (const auto& [key, pad] : choices.pads)
        pads.push_back(
            {{"key", of(key)}, {"group", or_null(pad.group)}, {"number", or_null(pad.number)}, {"leave_out", pad.leave_out}});
    for (const auto& [path, slot] : choices.sound_slots) slots.push_back({{"path", path}, {"slot", slot}});
    for (const auto& [path, name] : choices.sound_names) names.push_back({{"path", path}, {"name", name}});
    for (const auto& track : choices.choke_track) choke.push_back({{"track", or_null(track)}});
    return {{"track_group", choices.track_group},
            {"pads", pads},
            {"choke", choke},
            {"first_slot", choices.first_slot},
            {"sound_slots", slots},
            {"sound_names", names},
            {"master_length", choices.unroll == convert::Unroll::master_length},
            {"project_number", choices.project_number},
            {"file_name", or_null(choices.file_name)}};
}

void take_pads(const json& data, Choices& choices) {
    for (const json& one : list(data, "pads")) {
        convert::PadChoice pad;
        take(one, "group", pad.group);
        take(one, "number", pad.number);
        take(one, "leave_out", pad.leave_out);
        if (one.is_object() && one.contains("key")) choices.pads[key_of(one["key"])] = pad;
    }
}

Choices choices_of(const json& data) {
    Choices choices;
    take_pads(data, choices);
    const json &groups = list(data, "track_group"), &choke = list(data, "choke");
    for (std::size_t i = 0; i < choices.track_group.size() && i < groups.size(); i++)
        if (groups[i].is_number()) choices.track_group[i] = std::clamp(groups[i].get<int>(), 0, 3);
    for (std::size_t i = 0; i < choices.choke_track.size() && i < choke.size(); i++)
        take(choke[i], "track", choices.choke_track[i]);
    for (const json& one : list(data, "sound_slots")) {
        std::string path;
        take(one, "path", path);
        take(one, "slot", choices.sound_slots[path]);
    }
    for (const json& one : list(data, "sound_names")) {
        std::string path;
        take(one, "path", path);
        take(one, "name", choices.sound_names[path]);
    }
    bool master_length = false;
    take(data, "master_length", master_length);
    if (master_length) choices.unroll = convert::Unroll::master_length;
    take(data, "first_slot", choices.first_slot);
    take(data, "project_number", choices.project_number);
    take(data, "file_name", choices.file_name);
    return choices;
}

json of(const SlotFile& file) {
    return {{"slot", of(file.slot)}, {"path", file.path},         {"missing", file.missing},
            {"rate", file.rate},     {"channels", file.channels}, {"frames", file.frames}};
}
SlotFile file_of(const json& data) {
    SlotFile file;
    if (data.is_object() && data.contains("slot")) file.slot = slot_of(data["slot"]);
    take(data, "path", file.path);
    take(data, "missing", file.missing);
    take(data, "rate", file.rate);
    take(data, "channels", file.channels);
    take(data, "frames", file.frames);
    return file;
}

PpakPlan::Pad pad_of(const json& data) {
    PpakPlan::Pad pad;
    if (data.is_object() && data.contains("key")) pad.key = key_of(data["key"]);
    take(data, "group", pad.group);
    take(data, "number", pad.number);
    take(data, "sound", pad.sound);
    take(data, "choke", pad.choke);
    return pad;
}

}  // namespace

std::string json_of(const PpakOrder& order) {
    json files = json::array();
    for (const SlotFile& file : order.files) files.push_back(of(file));
    return text_of({{"project", order.project_name},
                    {"bank", order.bank},
                    {"pattern", order.pattern},
                    {"bank_size", order.bank_size},
                    {"text_size", order.text_size},
                    {"markers_size", order.markers_size},
                    {"files", files},
                    {"choices", of(order.choices)}});
}

std::optional<PpakOrder> ppak_order(std::string_view text) {
    const json data = json::parse(text, nullptr, false);
    if (!data.is_object()) return {};
    PpakOrder order;
    take(data, "project", order.project_name);
    take(data, "bank", order.bank);
    take(data, "pattern", order.pattern);
    take(data, "bank_size", order.bank_size);
    take(data, "text_size", order.text_size);
    take(data, "markers_size", order.markers_size);
    for (const json& one : list(data, "files")) order.files.push_back(file_of(one));
    if (data.contains("choices")) order.choices = choices_of(data["choices"]);
    return order;
}

std::string json_of(const PpakPlan& plan) {
    json pads = json::array(), sounds = json::array(), lines = json::array();
    for (const PpakPlan::Pad& pad : plan.pads)
        pads.push_back(
            {{"key", of(pad.key)}, {"group", pad.group}, {"number", pad.number}, {"sound", pad.sound}, {"choke", pad.choke}});
    for (const PpakPlan::Sound& sound : plan.sounds)
        sounds.push_back({{"path", sound.path}, {"name", sound.name}, {"slot", sound.slot}});
    for (const PpakPlan::Line& line : plan.lines) lines.push_back({{"severity", int(line.severity)}, {"words", line.words}});
    return text_of({{"title", plan.title},
                    {"file_name", plan.file_name},
                    {"tempo", plan.tempo},
                    {"bars", plan.bars},
                    {"pads", pads},
                    {"sounds", sounds},
                    {"lines", lines},
                    {"memory_bytes", plan.memory_bytes},
                    {"memory_known", plan.memory_known},
                    {"can_build", plan.can_build},
                    {"moved", plan.moved ? of(*plan.moved) : json()}});
}

std::optional<PpakPlan> ppak_plan(std::string_view text) {
    const json data = json::parse(text, nullptr, false);
    if (!data.is_object()) return {};
    PpakPlan plan;
    take(data, "title", plan.title);
    take(data, "file_name", plan.file_name);
    take(data, "tempo", plan.tempo);
    take(data, "bars", plan.bars);
    take(data, "memory_bytes", plan.memory_bytes);
    take(data, "memory_known", plan.memory_known);
    take(data, "can_build", plan.can_build);
    for (const json& one : list(data, "sounds")) {
        PpakPlan::Sound& sound = plan.sounds.emplace_back();
        take(one, "path", sound.path);
        take(one, "name", sound.name);
        take(one, "slot", sound.slot);
    }
    for (const json& one : list(data, "pads"))
        if (PpakPlan::Pad pad = pad_of(one); pad.sound < plan.sounds.size()) plan.pads.push_back(pad);
    for (const json& one : list(data, "lines")) {
        PpakPlan::Line& line = plan.lines.emplace_back();
        int severity = int(Severity::note);
        take(one, "severity", severity);
        take(one, "words", line.words);
        line.severity = severity == 0 ? Severity::error : severity == 1 ? Severity::warning : Severity::note;
    }
    if (data.contains("moved") && data["moved"].is_object()) plan.moved = choices_of(data["moved"]);
    return plan;
}

}  // namespace groovebench::app
