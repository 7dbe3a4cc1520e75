// The plan of a kit: what goes where, in words, and what is refused.
#include <algorithm>
#include <set>

#include "audio/sound.h"
#include "bytes/format.h"
#include "convert/kit.h"
#include "convert/kit_parts.h"
#include "ep133/compare.h"
#include "ep133/contents.h"

namespace groovebench::convert {
namespace {

using namespace ep133;

std::string counted(std::size_t n, std::string_view noun) { return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s"); }

std::string place_words(const std::string& path) {
    std::string words;
    for (const std::string& part : place_of(path)) words += (words.empty() ? "" : " · ") + part;
    return words;
}

class Planning {
public:
    explicit Planning(const KitOrder& of) : order(of) { plan.proven = !order.base.empty(); }

    KitPlan made() {
        look_at_base();
        if (const auto kit = read_kit(order.description)) {
            sounds(*kit), pads(*kit), patterns(*kit), scenes(*kit);
            left_out(*kit);
        } else {
            refuse("The description", kit.problem());
        }
        std::ranges::stable_sort(plan.lines, {}, &KitLine::severity);
        plan.can_build = std::ranges::find(plan.lines, Severity::error, &KitLine::severity) == plan.lines.end();
        return std::move(plan);
    }

private:
    void add(Severity severity, std::string place, std::string words) {
        plan.lines.push_back({severity, std::move(place), std::move(words)});
    }
    void refuse(std::string place, const Problem& problem) { add(Severity::error, std::move(place), sentence(problem)); }

    void look_at_base() {
        if (order.base.empty()) return;
        auto opened = Contents::open(order.base);
        if (!opened) return refuse("The backup below it", opened.problem());
        base.emplace(*std::move(opened));
    }
    void sounds(const KitDescription& kit) {
        for (const KitSound& one : kit.sounds) {
            const std::string place = fmt::format("Sound {:03} {}", one.slot, one.name);
            const auto file = order.files.find(one.file);
            if (base && !base->zip()) {
                add(Severity::error, place, "expected a backup to put sounds into, found a project alone");
            } else if (file == order.files.end()) {
                add(Severity::error, place, fmt::format("expected the file {}, found none of that name", one.file));
            } else if (const auto info = audio::inspect_sound(file->second, file->second.size())) {
                sound(place, one.file, *info);
            } else {
                refuse(place, info.problem());
            }
            slots.insert(one.slot);
        }
    }
    void sound(const std::string& place, const std::string& file, const audio::SoundInfo& info) {
        const double seconds = info.rate ? double(info.frames) / info.rate : 0;
        if (seconds > max_sound_seconds)
            return add(Severity::error, place, fmt::format("{}: expected at most 20 seconds, found {:.1f}", file, seconds));
        const std::string rate = info.rate == u32(device_rate) ? std::string() : fmt::format(", becomes {} Hz", device_rate);
        add(Severity::note, place,
            fmt::format("{}, {:.2f} s, {} Hz {}{}", file, seconds, info.rate, info.channels == 1 ? "mono" : "stereo", rate));
    }
    void pads(const KitDescription& kit) {
        for (const KitPad& one : kit.pads) {
            const std::string place = place_words(fmt::format("pads.{}[{}]", char('a' + one.group), one.number));
            std::string_view rest;
            const bool there = !one.slot || slots.contains(*one.slot) || one.length ||
                               (base && base->at_key(fmt::format("sounds[{}]", *one.slot), rest));
            std::string words = one.slot ? fmt::format("plays sound {:03}", *one.slot) : "keeps its sound";
            for (const auto& [name, value] : one.fields) words += fmt::format(", {} {}", name, value);
            if (there)
                add(Severity::note, place, words);
            else
                add(Severity::error, place, fmt::format("expected a sound of the archive, or a length, found slot {}", *one.slot));
        }
    }
    void patterns(const KitDescription& kit) {
        for (const KitPattern& one : kit.patterns)
            add(Severity::note, place_words(fmt::format("patterns.{}[{}]", char('a' + one.group), one.number)),
                fmt::format("{}, {}", counted(std::size_t(one.bars), "bar"), counted(one.notes.size(), "note")));
    }
    void scenes(const KitDescription& kit) {
        if (kit.tempo) add(Severity::note, "Settings", fmt::format("{} BPM", *kit.tempo));
        if (!kit.scenes.empty()) add(Severity::note, "Scenes", counted(kit.scenes.size(), "scene"));
        if (!kit.song.empty()) add(Severity::note, "Song", counted(kit.song.size(), "position"));
    }
    void left_out(const KitDescription& kit) {
        for (const auto& [name, bytes] : order.files)
            if (std::ranges::find(kit.sounds, name, &KitSound::file) == kit.sounds.end())
                add(Severity::warning, name, "the description does not name it: it is left out");
    }

    const KitOrder& order;
    KitPlan plan;
    std::optional<Contents> base;
    std::set<int> slots;  // of the new sounds
};

}  // namespace

KitPlan plan_kit(const KitOrder& order) { return Planning(order).made(); }

}  // namespace groovebench::convert
