// The mends that preflight offers.
#include <algorithm>
#include <functional>

#include "audio/resample.h"
#include "audio/wav_out.h"
#include "bytes/format.h"
#include "ep133/preflight.h"
#include "ep133/rules.h"
#include "ep133/sound_metadata.h"

namespace groovebench::ep133 {
namespace {

constexpr float usual_tempo = 120;
constexpr u8 usual_level = 100;

Problem gone(const Finding& finding) {
    return {.path = finding.problem.path, .expected = "what was found when the archive was looked at", .found = "another archive"};
}

struct At {
    const Contents& contents;
    const Finding& finding;
    const Member* member;  // null where the finding is about the archive
    Bytes bytes;           // of the member

    Result<Bytes> changed() const { return contents.with({{member->path, bytes}}); }
    std::size_t offset() const { return finding.problem.offset; }
    template <class T>
    T* view(std::size_t at = 0) {
        return overlay<T>(bytes, at);
    }
};

Result<Bytes> renamed(const Contents& contents, auto new_name) {
    archive::ZipEdits edits;
    const auto& entries = contents.zip()->entries;
    for (std::size_t i = 0; i < entries.size(); i++)
        if (std::string name = new_name(entries[i]); name != entries[i].name) edits.renamed[i] = std::move(name);
    return archive::rewrite_zip(*contents.zip(), edits);
}

Result<Bytes> with_slashes(const Contents& contents) {
    const std::string& first = contents.zip()->entries[contents.as_backup()->projects[0].entry].name;
    const std::string front = first.substr(0, first.rfind("projects/"));
    return renamed(contents, [&](const archive::ZipEntry& entry) {
        const std::string_view name = entry.name;
        return "/" + std::string(name.starts_with(front) ? name.substr(front.size())
                                 : name.starts_with('/') ? name.substr(1)
                                                         : name);
    });
}

// A number from the name, and a slot that is free for one without.
int slot_for(std::string_view own, const Contents& contents) {
    int slot = 0;
    for (const char c : own)
        if (c >= '0' && c <= '9' && slot < 100)
            slot = slot * 10 + c - '0';
        else
            break;
    const auto taken = [&](int one) {
        return std::ranges::any_of(contents.as_backup()->sounds, [&](const SoundEntry& sound) { return sound.slot == one; });
    };
    if (slot >= 1 && slot <= max_slot && !taken(slot)) return slot;
    for (slot = 700; slot <= max_slot; slot++)
        if (!taken(slot)) return slot;
    return 0;
}

Result<Bytes> with_sound_name(const At& at) {
    const std::string own(last_parts(at.member->path, 1));
    const int slot = slot_for(own, at.contents);
    if (!slot) return Problem{.path = at.finding.problem.path, .expected = "a free slot", .found = "none"};
    const auto digits = std::min(own.find_first_not_of("0123456789"), own.size());
    const auto begin = std::min(own.find_first_not_of(" _-.", digits), own.size());
    const std::string name = device_name(begin < own.size() ? own.substr(begin) : own);
    return renamed(at.contents, [&](const archive::ZipEntry& entry) {
        if (&entry != &at.contents.zip()->entries[at.member->entry]) return entry.name;
        return fmt::format("{}{:03} {}.wav", entry.name.substr(0, entry.name.size() - own.size()), slot,
                           name.empty() ? "sound" : name);
    });
}

Result<Bytes> with_machine(const Contents& contents) {
    const Backup& backup = *contents.as_backup();
    Meta meta;
    meta.pak_type = backup.projects.size() == 1 ? "project" : "user";
    std::string path = "meta.json";
    for (const Member& member : contents.members()) {
        if (member.kind != FileKind::meta) continue;
        path = member.path;
        const auto bytes = contents.bytes(member);
        if (const auto now = bytes ? open_meta(*bytes) : Result<Meta>(Problem{})) meta.generated_at = now->generated_at;
    }
    return contents.with({{path, write_meta(meta)}});
}

Result<Bytes> with_silent_pattern(At& at) {
    const auto project = open_project(at.contents.tar(at.member->in_tar ? at.member->entry : 0));
    if (!project || at.offset() >= at.bytes.size() || at.offset() < offsetof(SceneList, scenes)) return gone(at.finding);
    const int group = int((at.offset() - offsetof(SceneList, scenes)) % sizeof(Scene));
    if (group > 3) return gone(at.finding);
    at.bytes[at.offset()] = std::byte(silent_pattern(*project, group));
    return at.changed();
}

Result<Bytes> with_trailer(At& at) {
    at.view<SceneList>()->current_scene = 1;
    if (auto* older = at.bytes.size() == sizeof(Scenes612) ? at.view<Scenes612>() : nullptr) {
        // The count is lost: the rows up to the last that is not as a blank one.
        int count = max_scenes;
        const Scene blank = scene_of(1, 1, 1, 1);
        while (count > 1 &&
               std::ranges::equal(std::as_bytes(std::span(&older->list.scenes[count - 1], 1)), std::as_bytes(std::span(&blank, 1))))
            count--;
        older->scene_count = u32(count);
    } else if (auto* newer = at.view<Scenes712>()) {
        newer->song_length = 1, newer->song[0] = 1;
    }
    return at.changed();
}

// The frames of the sound in a slot, where the archive has it.
u32 frames_in(const Contents& contents, int slot) {
    std::string_view rest;
    const Member* member = contents.at_key(fmt::format("sounds[{}]", slot), rest);
    const auto bytes = member ? contents.bytes(*member) : Result<Bytes>(Problem{});
    const auto sound = bytes ? open_sound(*bytes) : Result<Sound>(Problem{});
    return sound ? sound->frames : 0;
}

Result<Bytes> with_trim(At& at, bool whole) {
    auto& pad = *at.view<Pad26>();
    const u32 frames = frames_in(at.contents, pad.slot);
    if (!frames) return gone(at.finding);
    if (whole) pad.trim_start = 0;
    pad.trim_start = std::min<u32>(pad.trim_start, frames);
    pad.trim_length = frames - pad.trim_start;
    return at.changed();
}

Result<Bytes> with_patterns_first(const Contents& contents, const Member& member) {
    const auto tar = archive::open_tar(contents.tar(member.in_tar ? member.entry : 0));
    if (!tar) return tar.problem();
    std::vector<std::size_t> order(tar->members.size());
    for (std::size_t i = 0; i < order.size(); i++) order[i] = i;
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return tar->members[i].name; });
    Bytes out;
    for (const std::size_t i : order) {
        const u64 end = i + 1 < tar->members.size() ? tar->members[i + 1].header : tar->end;
        const ByteView whole = tar->file.subspan(tar->members[i].header, end - tar->members[i].header);
        out.insert(out.end(), whole.begin(), whole.end());
    }
    const ByteView rest = tar->file.subspan(tar->end);
    out.insert(out.end(), rest.begin(), rest.end());
    if (!contents.zip()) return out;
    archive::ZipEdits edits;
    edits.replaced[member.entry] = {.bytes = out, .time = {}};
    return archive::rewrite_zip(*contents.zip(), edits);
}

// A sound in place of the one that was found, and every pad that plays it as `change` leaves it.
Result<Bytes> with_sound_and_pads(const At& at, Bytes sound, const std::function<void(Pad26&)>& change) {
    Contents::Edits edits{{at.member->path, std::move(sound)}};
    const auto numbered = sound_of_name(last_parts(at.member->path, 1));
    for (const Member& member : at.contents.members()) {
        if (member.kind != FileKind::pad || !numbered) continue;
        const Bytes before = *at.contents.bytes(member);
        Bytes after = before;
        auto* pad = overlay<Pad26>(after);
        if (!pad || pad->slot != numbered->first) continue;
        change(*pad);
        if (after != before) edits[member.path] = std::move(after);
    }
    return at.contents.with(edits);
}

Result<Bytes> with_twenty_seconds(const At& at) {
    const auto sound = open_sound(at.bytes);
    if (!sound) return gone(at.finding);
    const u32 most = sound->rate * u32(max_sound_seconds);
    auto cut = with_frames(at.bytes, most);
    if (!cut) return cut;
    return with_sound_and_pads(at, *std::move(cut), [&](Pad26& pad) {
        if (u64(pad.trim_start) + pad.trim_length <= most) return;
        pad.trim_start = std::min<u32>(pad.trim_start, most);
        pad.trim_length = most - pad.trim_start;
    });
}

Result<Bytes> with_machine_rate(const At& at) {
    const auto sound = open_sound(at.bytes);
    const auto decoded = audio::decode_sound(at.bytes);
    if (!sound || !decoded) return gone(at.finding);
    const auto resampled = audio::resample(*decoded, u32(device_rate));
    if (!resampled) return resampled.problem();
    std::vector<i16> samples(resampled->samples.size());
    std::ranges::transform(resampled->samples, samples.begin(), audio::sample_16);
    auto changed = with_samples(at.bytes, samples, u32(device_rate));
    if (!changed) return changed;
    const auto moved = [&](u64 frame) {
        return u32(std::min(moved_frame(frame, sound->rate, u32(device_rate)), resampled->frames));
    };
    return with_sound_and_pads(at, *std::move(changed), [&](Pad26& pad) {
        const u64 start = pad.trim_start, end = start + pad.trim_length;
        pad.trim_start = moved(start);
        pad.trim_length = moved(end) - moved(start);
    });
}

Result<Bytes> of_member(At& at) {
    const auto fits = [&](FileKind kind, std::size_t size) { return at.member->kind == kind && at.bytes.size() >= size; };
    switch (at.finding.mend) {
        case Mend::tempo:
            if (!fits(FileKind::settings, sizeof(Settings220))) break;
            return at.view<Settings220>()->tempo = usual_tempo, at.changed();
        case Mend::unmoved_fader:
            if (!fits(FileKind::settings, at.offset() + 4)) break;
            return *at.view<lef32>(at.offset()) = -1.0f, at.changed();
        case Mend::silent_pattern:
            if (!fits(FileKind::scenes, sizeof(SceneList))) break;
            return with_silent_pattern(at);
        case Mend::trailer:
            if (!fits(FileKind::scenes, sizeof(SceneList))) break;
            return with_trailer(at);
        case Mend::time_mode:
            if (!fits(FileKind::pad, sizeof(Pad26))) break;
            return at.view<Pad26>()->time_mode = TimeMode::off, at.changed();
        case Mend::usual_level:
            if (!fits(FileKind::pad, sizeof(Pad26))) break;
            return at.view<Pad26>()->amplitude = usual_level, at.changed();
        case Mend::trim:
        case Mend::whole_sound:
            if (!fits(FileKind::pad, sizeof(Pad26))) break;
            return with_trim(at, at.finding.mend == Mend::whole_sound);
        case Mend::sorted_events:
            if (!fits(FileKind::pattern, sizeof(PatternHeader))) break;
            return sort_events(at.bytes), at.changed();
        case Mend::samples_last: {
            auto moved = with_samples_last(at.bytes);
            if (!moved) return moved;
            at.bytes = *std::move(moved);
            return at.changed();
        }
        case Mend::twenty_seconds:
            return with_twenty_seconds(at);
        case Mend::machine_rate:
            return with_machine_rate(at);
        default:
            break;
    }
    return gone(at.finding);
}

}  // namespace

Result<Bytes> mended(ByteView file, const Finding& finding) {
    const auto contents = Contents::open(file);
    if (!contents) return contents.problem();
    if (finding.mend == Mend::none)
        return Problem{.path = finding.problem.path, .expected = "a finding with an offer", .found = "one without"};
    const bool of_archive = finding.mend == Mend::slashes || finding.mend == Mend::machine;
    if (of_archive && !contents->as_backup()) return gone(finding);
    if (finding.mend == Mend::slashes) return with_slashes(*contents);
    if (finding.mend == Mend::machine) return with_machine(*contents);
    const Member* member = contents->at_path(finding.member);
    if (!member) return gone(finding);
    if (finding.mend == Mend::sorted_members) return with_patterns_first(*contents, *member);
    auto bytes = contents->bytes(*member);
    if (!bytes) return bytes.problem();
    At at{*contents, finding, member, *std::move(bytes)};
    if (finding.mend == Mend::sound_name) return contents->as_backup() ? with_sound_name(at) : Result<Bytes>(gone(finding));
    return of_member(at);
}

}  // namespace groovebench::ep133
