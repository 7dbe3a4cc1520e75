#include "any/ep133_summary.h"

#include <algorithm>

#include "bytes/format.h"
#include "ep133/compare.h"
#include "ep133/contents.h"
#include "ep133/fields.h"
#include "ep133/fx_settings.h"
#include "ep133/layout.h"
#include "ep133/rules.h"
#include "ep133/sound_metadata.h"
#include "schema/markdown.h"

namespace groovebench::any {
namespace {

using namespace ep133;

std::string counted(std::size_t n, std::string_view noun) { return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s"); }

std::string pad_words(ByteView file) {
    const auto& pad = *overlay<Pad26>(file);
    if (!pad.slot) return "empty";
    if (!pad.trim_length) return fmt::format("slot {}, its sound was deleted", int(pad.slot));
    const auto play = word_of(play_mode_words, pad.play_mode), time = word_of(time_mode_words, pad.time_mode);
    const double pitch = pitch_of(file);
    return fmt::format("slot {}, {} frames from {}, {}{}{}", int(pad.slot), u32(pad.trim_length), u32(pad.trim_start),
                       play.empty() ? "?" : play, pitch == 0.0 ? "" : fmt::format(", {:+.2f} semitones", pitch),
                       pad.time_mode == u8(TimeMode::off) ? "" : fmt::format(", stretched by {}", time));
}

std::string pattern_words(ByteView file) {
    const auto pattern = open_pattern(file);
    std::size_t notes = 0, faders = 0, midi = 0;
    for (const NoteEvent& event : pattern->events) {
        const EventType type = event_type(event);
        notes += type == EventType::note, midi += type == EventType::midi;
        faders += type == EventType::fader || type == EventType::fader_5;
    }
    const std::size_t others = pattern->events.size() - notes - faders - midi;
    std::string words = fmt::format("{}, {}", counted(std::size_t(pattern->bars), "bar"), counted(notes, "note"));
    if (faders) words += ", " + counted(faders, "fader move");
    if (midi) words += fmt::format(", {} recorded", counted(midi, "MIDI message"));
    if (others) words += fmt::format(", {} of a type we do not know", others);
    return words;
}

std::vector<Told> scenes_lines(ByteView file, const std::vector<std::string>& place, const std::string& key) {
    const SceneList& list = *scene_list(file);
    std::vector<Told> lines;
    const int count = scene_count(file);
    lines.push_back({place, fmt::format("{}, {} is current", counted(std::size_t(count), "scene"), u32(list.current_scene)),
                     key + "current_scene"});
    for (int i = 0; i < count; i++) {
        const Scene& scene = list.scenes[i];
        std::vector<std::string> at = place;
        at.push_back(fmt::format("scene {}", i + 1));
        lines.push_back({at,
                         fmt::format("A{:02} B{:02} C{:02} D{:02}, {}/{}", int(scene.patterns[0]), int(scene.patterns[1]),
                                     int(scene.patterns[2]), int(scene.patterns[3]), int(scene.numerator), int(scene.denominator)),
                         fmt::format("{}scenes[{}]", key, i + 1)});
    }
    if (file.size() < sizeof(Scenes712)) return lines;
    const auto& all = *overlay<Scenes712>(file);
    std::string song;
    for (int i = 0; i < std::min<int>(all.song_length, max_song_positions); i++) song += fmt::format(" {}", int(all.song[i]));
    lines.push_back({place, "song:" + song, key + "song"});
    return lines;
}

std::string settings_words(ByteView file) {
    const Settings220& settings = *overlay<Settings220>(file);
    std::string words = fmt::format("{:.2f} BPM; fader of", float(settings.tempo));
    for (int group = 0; group < 4; group++)
        words +=
            fmt::format("{} {}: {}", group ? "," : "", char('A' + group), word_of(fader_words, settings.fader_function[group]));
    return words;
}

std::string fx_words(ByteView file) {
    const auto& settings = *overlay<FxSettings144>(file);
    const int effect = settings.effect;
    const auto name = word_of(effect_words, effect);
    if (effect < 0 || effect > 15) return fmt::format("effect {}", effect);
    return fmt::format("{}, X {:.2f}, Y {:.2f}", name.empty() ? "?" : name, float(settings.x[effect]), float(settings.y[effect]));
}

std::string sound_words(ByteView file) {
    const auto sound = open_sound(file);
    return fmt::format("{:.2f} s, {} Hz, {}", double(sound->frames) / sound->rate, sound->rate,
                       sound->channels == 1 ? "mono" : "stereo");
}

std::string meta_words(ByteView file) {
    const auto meta = open_meta(file);
    const auto machine = machine_of(*meta);
    return fmt::format("{}: {} ({}), OS {}, of {}", meta->pak_type, machine.empty() ? "a machine we do not know" : machine,
                       meta->device_sku, meta->device_version, meta->generated_at);
}

void add_member(std::vector<Told>& lines, FileKind kind, ByteView file, const std::vector<std::string>& place,
                const std::string& key) {
    if (kind == FileKind::scenes) {
        const auto more = scenes_lines(file, place, key.empty() ? "" : key + ".");
        lines.insert(lines.end(), more.begin(), more.end());
        return;
    }
    const auto words = [&]() -> std::string {
        switch (kind) {
            case FileKind::pad:
                return pad_words(file);
            case FileKind::pattern:
                return pattern_words(file);
            case FileKind::settings:
                return settings_words(file);
            case FileKind::fx_settings:
                return fx_words(file);
            case FileKind::meta:
                return meta_words(file);
            case FileKind::sound:
                return sound_words(file);
            default:
                return counted(file.size(), "byte");
        }
    };
    lines.push_back({place, words(), key});
}

std::vector<Told> archive_summary(FileKind kind, ByteView file) {
    std::vector<Told> lines;
    const auto contents = Contents::open(kind, file);
    if (!contents) return lines;
    for (const Member& member : contents->members()) {
        const auto bytes = contents->bytes(member);
        std::vector<std::string> place = place_of(member.key);
        if (member.kind == FileKind::sound) place.back() += " " + sound_of_name(last_parts(member.path, 1))->second;
        if (!bytes)
            lines.push_back({place, sentence(bytes.problem()), member.key});
        else if (member.kind != FileKind::other && refusal(member.kind, *bytes))
            lines.push_back({place, "does not open: " + sentence(*refusal(member.kind, *bytes)), member.key});
        else if (member.kind != FileKind::pad || overlay<Pad26>(*bytes)->slot)
            add_member(lines, member.kind, *bytes, place, member.key);
        if (member.kind == FileKind::other) lines.back().words += ": " + member.path;
    }
    return lines;
}

std::string keys_page(std::string_view title, std::span<const Field> keys) {
    std::string out = fmt::format(
        "# {}\n\nJSON. Order and unknown keys are kept.\n\n| key | meaning | range | evidence |\n| --- | --- | --- | --- |\n",
        title);
    for (const Field& key : keys) {
        std::string range = key.kind == Kind::text ? "text" : key.kind == Kind::unknown ? "kept" : range_words(key);
        if (key.kind == Kind::choice) {
            range.clear();
            for (const Word& word : key.words) range += fmt::format("{}{}", range.empty() ? "" : ", ", word.word);
        } else if (key.kind == Kind::ranged) {
            range = fmt::format("{} to {}", key.min, key.max);
        }
        out += fmt::format("| `{}` | {} | {} | {} |\n", key.name, cell(meaning_words(key)), cell(range), word(key.evidence));
    }
    return out;
}

constexpr std::string_view backup_page =
    "# backup\n\nA ZIP of one project (`.ppak`) or of all of a device (`.pak`), and the sounds they use. Names begin with `/`.\n\n"
    "| path | member | file | evidence |\n| --- | --- | --- | --- |\n"
    "| `meta` | `/meta.json` | ep133 meta | verified |\n"
    "| `projects[1…9]` | `/projects/P01.tar` | ep133 project | verified |\n"
    "| `sounds[1…999]` | `/sounds/700 kick.wav` | ep133 sound | verified |\n"
    "| `others[n]` | anything else, in its order | kept | verified |\n";
constexpr std::string_view project_page_text =
    "# project\n\nA TAR, V7, members sorted by name. Members may be missing; the layout of one follows from its size.\n\n"
    "| path | member | file | evidence |\n| --- | --- | --- | --- |\n"
    "| `pads.a[1…12]` | `pads/a/p01`, from the top left: pad 7 is key 1 | ep133 pad | verified |\n"
    "| `patterns.a[1…99]` | `patterns/a01` | ep133 pattern | verified |\n"
    "| `scenes` | `scenes` | ep133 scenes | verified |\n"
    "| `settings` | `settings` | ep133 settings | verified |\n"
    "| `fx_settings` | `fx_settings` | ep133 fx settings | verified |\n"
    "| `others[n]` | anything else, in its order | kept | verified |\n";

}  // namespace

std::vector<Told> ep133_summary(FileKind kind, ByteView file) {
    if (is_archive(kind)) return archive_summary(kind, file);
    std::vector<Told> lines;
    add_member(lines, kind, file, {std::string(word(kind))}, "");
    return lines;
}

std::string ep133_page(FileKind kind) {
    constexpr const Schema* events[] = {&schema<NoteEvent>, &schema<FaderEvent>, &schema<MidiEvent>, &schema<Event>,
                                        &schema<PatternHeader6>};
    switch (kind) {
        case FileKind::backup:
            return std::string(backup_page);
        case FileKind::project:
            return std::string(project_page_text);
        case FileKind::meta:
            return keys_page("meta.json", meta_keys());
        case FileKind::sound: {
            constexpr const Schema* chunks[] = {&schema<SamplerChunk>, &schema<SampleLoop>};
            return "# sound\n\nA WAV of 16 bits whose samples are its last chunk.\n\n#" + markdown(schema<FormatChunk>, chunks) +
                   "\n#" + keys_page("metadata", metadata_keys());
        }
        case FileKind::pattern:
            return markdown(schema<PatternHeader>, events);
        default:
            return markdown(*schemas_of(kind).back());
    }
}

}  // namespace groovebench::any
