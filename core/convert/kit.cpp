#include "convert/kit.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "audio/resample.h"
#include "audio/wav_out.h"
#include "bytes/format.h"
#include "convert/kit_parts.h"
#include "ep133/fields.h"
#include "ep133/layout.h"
#include "ep133/preflight.h"
#include "ep133/rules.h"

namespace groovebench::convert {
namespace {

using namespace ep133;

Problem bad(std::string path, std::string expected, std::string found) {
    return {.path = std::move(path), .expected = std::move(expected), .found = std::move(found)};
}

// A project with nothing in it.
Result<Bytes> blank_archive(int number, const Moment& when) {
    NewProject blank;
    blank.scenes = {scene_of(1, 1, 1, 1)};
    const auto project = write_project(blank);
    if (!project) return project.problem();
    NewBackup backup{.project_number = number, .project = *project};
    backup.meta.generated_at = iso_text(when);
    backup.time = archive::dos_time(when.year, when.month, when.day, when.hour, when.minute, when.second);
    return write_backup(backup);
}

// What a sound's file becomes: the same bytes where the tool would take them as they are, else 16 bits at the machine's rate.
Result<Bytes> device_sound(ByteView file) {
    const auto already = open_sound(file);
    if (already && already->rate == u32(device_rate) && already->channels <= 2 && already->data_is_last && already->json)
        return Bytes(file.begin(), file.end());
    auto sound = audio::decode_sound(file);
    if (sound) sound = audio::resample(*sound, u32(device_rate));
    if (!sound) return sound.problem();
    if (sound->frames > u64(device_rate) * max_sound_seconds)
        return bad("", "at most 20 seconds", fmt::format("{:.1f} seconds", double(sound->frames) / device_rate));
    std::vector<i16> samples(sound->samples.size());
    std::ranges::transform(sound->samples, samples.begin(), audio::sample_16);
    return write_sound(samples, sound->channels, sound->rate);
}

class Making {
public:
    Making(const Contents& base, const KitDescription& kit_, const std::vector<Bytes>& wavs_)
        : contents(base), kit(kit_), wavs(wavs_) {
        folder = contents.zip() ? fmt::format("projects/P{:02}.tar/", kit.project) : "";
    }

    Result<Bytes> archive() {
        for (auto step : {&Making::sounds, &Making::tempo, &Making::pads, &Making::patterns, &Making::scenes})
            if (Outcome good = (this->*step)(); !good) return good.problem();
        return contents.with(edits);
    }

private:
    // The member as it is by now; empty where there is none.
    Bytes now(const std::string& path) const {
        if (const auto found = edits.find(path); found != edits.end()) return found->second.value_or(Bytes());
        const Member* member = contents.at_path(path);
        const auto bytes = member ? contents.bytes(*member) : Result<Bytes>(Problem{});
        return bytes ? *bytes : Bytes();
    }
    const Member* sound_in(int slot) const {
        std::string_view rest;
        return contents.at_key(fmt::format("sounds[{}]", slot), rest);
    }

    Outcome sounds() {
        for (std::size_t i = 0; i < kit.sounds.size(); i++) {
            const KitSound& one = kit.sounds[i];
            if (!contents.zip()) return bad(fmt::format("sounds[{}]", i + 1), "a backup to put sounds into", "a project alone");
            frames[one.slot] = open_sound(wavs[i])->frames;
            if (const Member* before = sound_in(one.slot)) {
                refit(one.slot, *before);
                edits[before->path] = std::nullopt;
            }
            edits[fmt::format("sounds/{:03} {}.wav", one.slot, one.name)] = wavs[i];
        }
        return {};
    }
    // Pads that play a sound which is another now: all of it where they played all, else no more than there is.
    void refit(int slot, const Member& before) {
        const auto bytes = contents.bytes(before);
        const auto sound = bytes ? open_sound(*bytes) : Result<Sound>(Problem{});
        for (const Member& member : contents.members()) {
            if (member.kind != FileKind::pad) continue;
            Bytes record = now(member.path);
            auto* pad = overlay<Pad26>(record);
            if (!pad || pad->slot != slot || !pad->trim_length) continue;
            const bool whole = sound && pad->trim_start == 0 && pad->trim_length == sound->frames;
            pad->trim_start = std::min<u32>(pad->trim_start, frames[slot]);
            const u32 left = frames[slot] - pad->trim_start;
            pad->trim_length = whole ? left : std::min<u32>(pad->trim_length, left);
            edits[member.path] = std::move(record);
        }
    }
    Outcome tempo() {
        if (!kit.tempo) return {};
        Bytes settings = now(folder + "settings");
        if (settings.empty()) settings = write_settings(float(*kit.tempo));
        const Outcome set = set_member_field(FileKind::settings, settings, "tempo", {fmt::format("{}", *kit.tempo)});
        if (!set) return bad("tempo", set.problem().expected, set.problem().found);
        edits[folder + "settings"] = std::move(settings);
        return {};
    }
    // The frames of a sound in the archive as it will be; nothing where it is not there.
    std::optional<u32> frames_in(int slot) {
        if (const auto found = frames.find(slot); found != frames.end()) return found->second;
        const Member* member = sound_in(slot);
        const auto bytes = member ? contents.bytes(*member) : Result<Bytes>(Problem{});
        const auto sound = bytes ? open_sound(*bytes) : Result<Sound>(Problem{});
        return sound ? std::optional(sound->frames) : std::nullopt;
    }
    Outcome pads() {
        for (std::size_t i = 0; i < kit.pads.size(); i++) {
            const KitPad& one = kit.pads[i];
            const std::string at = fmt::format("pads[{}]", i + 1);
            const std::string path = fmt::format("{}pads/{}/p{:02}", folder, char('a' + one.group), one.number);
            Bytes record = now(path);
            if (record.size() < sizeof(Pad26)) {
                const Pad27 blank = blank_pad(float(kit.tempo.value_or(120)));
                record.assign(std::as_bytes(std::span(&blank, 1)).begin(), std::as_bytes(std::span(&blank, 1)).end());
            }
            auto& pad = *overlay<Pad26>(record);
            if (one.slot) {
                const auto whole = frames_in(*one.slot);
                if (!whole && !one.length)
                    return bad(at + ".sound", "a sound of the archive, or a length", fmt::format("slot {}", *one.slot));
                assign(pad, *one.slot, whole.value_or(0));
                pad.trim_start = one.start.value_or(0);
                pad.trim_length = one.length.value_or(whole && *whole > pad.trim_start ? *whole - pad.trim_start : 0);
                if (whole && u64(pad.trim_start) + pad.trim_length > *whole)
                    return bad(at + ".length", fmt::format("an end within the {} frames of the sound", *whole),
                               std::to_string(u64(pad.trim_start) + pad.trim_length));
            }
            if (one.pitch)
                if (const Outcome good = set_pitch(record, *one.pitch); !good)
                    return bad(at + ".pitch", good.problem().expected, good.problem().found);
            for (const auto& [name, value] : one.fields)
                if (const Outcome set = set_member_field(FileKind::pad, record, name, {value}); !set)
                    return bad(at + "." + name, set.problem().expected, set.problem().found);
            edits[path] = std::move(record);
        }
        return {};
    }
    Outcome patterns() {
        for (std::size_t i = 0; i < kit.patterns.size(); i++) {
            const KitPattern& one = kit.patterns[i];
            auto made = write_pattern(one.bars, one.notes);
            if (!made) {
                Problem problem = made.problem();
                problem.path = fmt::format("patterns[{}].{}", i + 1, problem.path);
                return problem;
            }
            edits[fmt::format("{}patterns/{}", folder, pattern_name(one.group, one.number))] = *std::move(made);
        }
        return {};
    }
    Outcome scenes() {
        if (kit.scenes.empty()) return {};
        Bytes file = now(folder + "scenes");
        if (!scene_list(file)) file = write_scenes(kit.scenes, 1);
        auto& list = *overlay<SceneList>(file);
        const bool older = file.size() == sizeof(Scenes612);
        std::ranges::fill(list.scenes, older ? scene_of(1, 1, 1, 1) : scene_of(0, 0, 0, 0));
        std::ranges::copy(kit.scenes, list.scenes);
        list.current_scene = 1;
        if (older) overlay<Scenes612>(file)->scene_count = u32(kit.scenes.size());
        if (!kit.song.empty()) {
            if (older) return bad("song", "scenes of OS 2.0 or later", "those of an older OS, which have no song");
            auto& all = *overlay<Scenes712>(file);
            all.song_length = u8(kit.song.size());
            for (std::size_t i = 0; i < std::size_t(max_song_positions); i++)
                all.song[i] = u8(i < kit.song.size() ? kit.song[i] : 0);
        }
        edits[folder + "scenes"] = std::move(file);
        return {};
    }

    const Contents& contents;
    const KitDescription& kit;
    const std::vector<Bytes>& wavs;  // of the sounds of the kit, as the machine takes them
    std::string folder;
    Contents::Edits edits;
    std::map<int, u32> frames;  // of the new sounds, by slot
};

// A backup of another number: its only project takes the one that is wanted.
int project_of(const Contents& base, const KitDescription& kit, bool given) {
    const auto* backup = base.as_backup();
    const bool there =
        backup && std::ranges::any_of(backup->projects, [&](const ProjectEntry& one) { return one.number == kit.project; });
    return backup && given && !kit.project_said && !there ? backup->projects[0].number : kit.project;
}

}  // namespace

struct KitBuilding::State {
    KitOrder order;
    KitDescription kit;
    std::vector<Bytes> wavs;  // of the sounds so far
    std::optional<Problem> refusal;

    void convert(const KitSound& sound) {
        const std::string at = fmt::format("sounds[{}]", wavs.size() + 1);
        const auto file = order.files.find(sound.file);
        if (file == order.files.end()) return void(refusal = bad(at + ".file", "one of the files", sound.file));
        auto wav = device_sound(file->second);
        if (wav) return wavs.push_back(*std::move(wav));
        refusal = wav.problem();
        refusal->file = sound.file, refusal->path = at;
    }
};

KitBuilding::KitBuilding(std::unique_ptr<State> of) : state(std::move(of)) {}
KitBuilding::KitBuilding(KitBuilding&&) noexcept = default;
KitBuilding& KitBuilding::operator=(KitBuilding&&) noexcept = default;
KitBuilding::~KitBuilding() = default;

Result<KitBuilding> KitBuilding::start(KitOrder order) {
    auto kit = read_kit(order.description);
    if (!kit) return kit.problem();
    return KitBuilding(std::make_unique<State>(State{std::move(order), *std::move(kit), {}, {}}));
}

bool KitBuilding::step() {
    const auto more = [&] { return !state->refusal && state->wavs.size() < state->kit.sounds.size(); };
    if (more()) state->convert(state->kit.sounds[state->wavs.size()]);
    return more();
}

double KitBuilding::progress() const {
    return state->kit.sounds.empty() ? 1 : double(state->wavs.size()) / double(state->kit.sounds.size());
}

Result<Kit> KitBuilding::result() {
    auto& [order, kit, wavs, refusal] = *state;
    if (refusal) return *refusal;
    Bytes base(order.base.begin(), order.base.end());
    if (base.empty()) {
        auto blank = blank_archive(kit.project, order.when);
        if (!blank) return blank.problem();
        base = *std::move(blank);
    }
    const auto contents = Contents::open(base);
    if (!contents) return contents.problem();
    kit.project = project_of(*contents, kit, !order.base.empty());
    auto made = Making(*contents, kit, wavs).archive();
    if (!made) return made.problem();
    Kit out{*std::move(made), !order.base.empty(), {}};
    for (Finding& finding : ep133::preflight(contents->zip() ? "new.ppak" : "new.tar", out.file)) {
        // What the base had before is its owner's; what is new must not stop a machine.
        if (finding.problem.severity == Severity::error && order.base.empty()) return finding.problem;
        out.findings.push_back(std::move(finding.problem));
    }
    return out;
}

Result<Kit> build_kit(const KitOrder& order) {
    auto building = KitBuilding::start(order);
    if (!building) return building.problem();
    while (building->step()) continue;
    return building->result();
}

}  // namespace groovebench::convert
