#include "convert/kit_parts.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <set>

#include "bytes/format.h"
#include "ep133/backup.h"
#include "schema/json.h"

namespace groovebench::convert {
namespace {

using namespace ep133;

// Reads values and keeps the first thing that is wrong.
class Reader {
public:
    std::optional<Problem> problem;

    bool fail(std::string path, std::string expected, const Json& found) {
        std::string text = found.is_null() ? "none" : found.dump(-1, ' ', false, Json::error_handler_t::replace).substr(0, 40);
        if (!problem) problem = Problem{.path = std::move(path), .expected = std::move(expected), .found = std::move(text)};
        return false;
    }
    i64 number(const Json& json, const std::string& path, i64 min, i64 max) {
        // A table of a spreadsheet has texts only.
        i64 value = min - 1;
        if (json.is_number_integer()) value = json.get<i64>();
        if (const auto* text = json.get_ptr<const std::string*>()) {
            const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
            if (error != std::errc() || end != text->data() + text->size()) value = min - 1;
        }
        if (value < min || value > max) fail(path, fmt::format("{} to {}", min, max), json);
        return value < min || value > max ? min : value;
    }
    double real(const Json& json, const std::string& path) {
        if (json.is_number()) return json.get<double>();
        const auto* text = json.get_ptr<const std::string*>();
        char* end = nullptr;
        const double value = text ? std::strtod(text->c_str(), &end) : 0;
        if (!text || text->empty() || *end) fail(path, "a number", json);
        return value;
    }
    std::string text(const Json& json, const std::string& path) {
        if (json.is_string()) return json.get<std::string>();
        if (json.is_number()) return json.dump();
        fail(path, "a text", json);
        return {};
    }
    // "A7", "d12": group and number.
    std::pair<int, int> place(const Json& json, const std::string& path, int most) {
        const auto* text = json.get_ptr<const std::string*>();
        const int group = text && !text->empty() ? ((*text)[0] | 32) - 'a' : -1;
        int number = 0;
        if (text && text->size() > 1) {
            const auto [end, error] = std::from_chars(text->data() + 1, text->data() + text->size(), number);
            if (error != std::errc() || end != text->data() + text->size()) number = 0;
        }
        if (group < 0 || group > 3 || number < 1 || number > most) fail(path, fmt::format("A1 to D{}", most), json);
        return {std::clamp(group, 0, 3), std::clamp(number, 1, most)};
    }
    // Every element of an array of objects, until something is wrong.
    void each(const Json& list, const std::string& path, auto visit) {
        if (!list.is_array()) return void(fail(path, "an array", list));
        for (std::size_t i = 0; i < list.size() && !problem; i++) {
            const std::string at = fmt::format("{}[{}]", path, i + 1);
            if (list[i].is_object())
                visit(list[i], at);
            else
                fail(at, "an object", list[i]);
        }
    }
};

KitSound sound_of(Reader& read, const Json& json, const std::string& at) {
    KitSound sound;
    for (const auto& [name, value] : json.items()) {
        if (name == "slot")
            sound.slot = int(read.number(value, at + ".slot", 1, max_slot));
        else if (name == "file")
            sound.file = read.text(value, at + ".file");
        else if (name == "name")
            sound.name = read.text(value, at + ".name");
        else
            read.fail(at, "slot, file or name", name);
    }
    if (sound.file.empty()) read.fail(at + ".file", "the name of a file", nullptr);
    sound.name = device_name(sound.name.empty() ? std::string(last_parts(sound.file, 1)) : sound.name + ".");
    if (sound.name.empty()) sound.name = "sound";
    return sound;
}

KitPad pad_of(Reader& read, const Json& json, const std::string& at) {
    KitPad pad;
    bool placed = false;
    for (const auto& [name, value] : json.items()) {
        const std::string path = at + "." + name;
        if (value.is_string() && value.get<std::string>().empty()) continue;  // an empty cell
        if (name == "pad")
            std::tie(pad.group, pad.number) = read.place(value, path, pads_in_a_group), placed = true;
        else if (name == "sound")
            pad.slot = int(read.number(value, path, 1, max_slot));
        else if (name == "start")
            pad.start = u32(read.number(value, path, 0, 0xFFFFFFFF));
        else if (name == "length")
            pad.length = u32(read.number(value, path, 0, 0xFFFFFFFF));
        else if (name == "pitch")
            pad.pitch = read.real(value, path);
        else
            pad.fields.emplace_back(name, read.text(value, path));
    }
    if (!placed) read.fail(at + ".pad", "A1 to D12", nullptr);
    return pad;
}

Note note_of(Reader& read, const Json& json, const std::string& at) {
    Note note;
    for (const auto& [name, value] : json.items()) {
        const std::string path = at + "." + name;
        if (name == "pad")
            note.pad = int(read.number(value, path, 1, pads_in_a_group));
        else if (name == "at")
            note.position = u32(read.number(value, path, 0, 65535));
        else if (name == "note")
            note.note = u8(read.number(value, path, 0, 127));
        else if (name == "velocity")
            note.velocity = u8(read.number(value, path, 1, 127));
        else if (name == "duration")
            note.duration = u16(read.number(value, path, 1, 65535));
        else
            read.fail(at, "pad, at, note, velocity or duration", name);
    }
    return note;
}

KitPattern pattern_of(Reader& read, const Json& json, const std::string& at) {
    KitPattern pattern;
    bool placed = false;
    for (const auto& [name, value] : json.items()) {
        if (name == "pattern")
            std::tie(pattern.group, pattern.number) = read.place(value, at + ".pattern", max_patterns), placed = true;
        else if (name == "bars")
            pattern.bars = int(read.number(value, at + ".bars", 1, max_bars));
        else if (name == "notes")
            read.each(value, at + ".notes",
                      [&](const Json& note, const std::string& where) { pattern.notes.push_back(note_of(read, note, where)); });
        else
            read.fail(at, "pattern, bars or notes", name);
    }
    if (!placed) read.fail(at + ".pattern", "A1 to D99", nullptr);
    return pattern;
}

Scene scene_of_json(Reader& read, const Json& json, const std::string& at) {
    Scene scene = scene_of(1, 1, 1, 1);
    for (const auto& [name, value] : json.items()) {
        if (name == "patterns" && value.is_array() && value.size() == 4) {
            for (std::size_t i = 0; i < 4; i++)
                scene.patterns[i] = u8(read.number(value[i], fmt::format("{}.patterns[{}]", at, i + 1), 1, max_patterns));
        } else if (name == "time") {
            const std::string time = read.text(value, at + ".time");
            const auto slash = std::min(time.find('/'), time.size());
            scene.numerator = u8(read.number(Json(time.substr(0, slash)), at + ".time", 1, 99));
            scene.denominator = u8(read.number(Json(time.substr(std::min(slash + 1, time.size()))), at + ".time", 1, 64));
        } else {
            read.fail(at, "patterns (four numbers) or time", name);
        }
    }
    return scene;
}

void number_slots(Reader& read, std::vector<KitSound>& sounds) {
    std::set<int> taken;
    for (std::size_t i = 0; i < sounds.size(); i++)
        if (sounds[i].slot && !taken.insert(sounds[i].slot).second)
            read.fail(fmt::format("sounds[{}].slot", i + 1), "each slot once", sounds[i].slot);
    int next = 700;
    for (KitSound& sound : sounds) {
        while (!sound.slot && taken.contains(next)) next++;
        if (!sound.slot) taken.insert(sound.slot = next);
        if (sound.slot > max_slot) read.fail("sounds", "at most 300 sounds without a slot", sounds.size());
    }
}

}  // namespace

Result<KitDescription> read_kit(std::string_view text) {
    const auto json = parse_json(text);
    if (!json) return json.problem();
    KitDescription kit;
    Reader read;
    if (!json->is_object()) read.fail("", "an object", *json);
    for (const auto& [name, value] : json->items()) {
        if (name == "project")
            kit.project = int(read.number(value, name, 1, 9)), kit.project_said = true;
        else if (name == "tempo")
            kit.tempo = read.real(value, name);
        else if (name == "sounds")
            read.each(value, name, [&](const Json& one, const std::string& at) { kit.sounds.push_back(sound_of(read, one, at)); });
        else if (name == "pads")
            read.each(value, name, [&](const Json& one, const std::string& at) { kit.pads.push_back(pad_of(read, one, at)); });
        else if (name == "patterns")
            read.each(value, name,
                      [&](const Json& one, const std::string& at) { kit.patterns.push_back(pattern_of(read, one, at)); });
        else if (name == "scenes")
            read.each(value, name,
                      [&](const Json& one, const std::string& at) { kit.scenes.push_back(scene_of_json(read, one, at)); });
        else if (name == "song" && value.is_array())
            for (std::size_t i = 0; i < value.size() && !read.problem; i++)
                kit.song.push_back(int(read.number(value[i], fmt::format("song[{}]", i + 1), 1, max_scenes)));
        else
            read.fail(name, "project, tempo, sounds, pads, patterns, scenes or song (an array)", name);
    }
    number_slots(read, kit.sounds);
    if (kit.scenes.size() > std::size_t(max_scenes)) read.fail("scenes", "at most 99", kit.scenes.size());
    if (kit.song.size() > std::size_t(max_song_positions)) read.fail("song", "at most 99 positions", kit.song.size());
    if (read.problem) return *read.problem;
    return kit;
}

}  // namespace groovebench::convert
