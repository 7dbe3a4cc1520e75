#include "workshop/ppak_desk.h"

#include <chrono>

#include "bytes/format.h"
#include "convert/input.h"
#include "messages/ppak.h"
#include "workshop/asked.h"
#include "workshop/moment.h"

namespace groovebench::app {
namespace {

constexpr std::chrono::milliseconds piece{30};  // between two looks at whether somebody wants to stop

// The files of an order, opened. The bank is read where it lies.
struct Opened {
    const octatrack::Bank* bank = nullptr;
    octatrack::Project text;
    const octatrack::Markers* markers = nullptr;
};

Result<Opened> opened(const PpakOrder& order, ByteView files) {
    const u64 wanted = u64(order.bank_size) + order.text_size + order.markers_size;
    if (files.size() != wanted)
        return Problem{.expected = fmt::format("{} bytes of bank, project and markers", wanted),
                       .found = fmt::format("{} bytes", files.size())};
    if (order.pattern < 0 || order.pattern >= octatrack::pattern_count || order.bank < 0 || order.bank >= octatrack::bank_count)
        return Problem{.expected = "a pattern from A01 to P16",
                       .found = fmt::format("bank {} pattern {}", order.bank, order.pattern)};
    Opened all;
    const ByteView bank = files.first(order.bank_size);
    const auto good = octatrack::open_bank(bank);
    if (!good) return good.problem();
    all.bank = overlay<octatrack::Bank>(bank);
    auto text = octatrack::open_project(files.subspan(order.bank_size, order.text_size));
    if (!text) return text.problem();
    all.text = *std::move(text);
    if (order.markers_size) {
        const ByteView markers = files.last(order.markers_size);
        const auto known = octatrack::open_markers(markers);
        if (!known) return known.problem();
        all.markers = overlay<octatrack::Markers>(markers);
    }
    return all;
}

// Paths become those of the card, and what is known of each file is filled in.
Result<convert::Plan> planned(const PpakOrder& order, ByteView files) {
    const auto all = opened(order, files);
    if (!all) return all.problem();
    auto input = convert::input_of(*all->bank, order.bank, order.pattern, all->text, all->markers, order.project_name);
    for (const SlotFile& file : order.files) {
        const auto found = input.slots.find(file.slot);
        if (found == input.slots.end()) continue;
        convert::SlotSample& sample = found->second;
        sample.missing = file.missing;
        if (file.missing) continue;
        sample.path = file.path;
        sample.rate = file.rate, sample.channels = file.channels, sample.frames = file.frames;
    }
    return convert::plan_conversion(input, order.choices);
}

bool has_place(const convert::PlannedPad& pad) { return pad.number <= 12; }

// The label that nothing was tried on a device stands beside the button, not in the list.
std::vector<PpakPlan::Line> lines_of(const convert::Plan& plan) {
    std::vector<PpakPlan::Line> lines;
    for (const Problem& problem : convert::preflight(plan))
        if (problem.found != convert::unproven) lines.push_back({problem.severity, sentence(problem)});
    for (const convert::ReportLine& line : plan.report)
        if (line.text != convert::unproven) lines.push_back({line.severity, convert::sentence(line)});
    return lines;
}

PpakPlan shown(const convert::Plan& plan, const convert::Choices& choices) {
    PpakPlan view{.title = plan.title,
                  .file_name = plan.file_name,
                  .tempo = plan.tempo,
                  .bars = plan.bars,
                  .lines = lines_of(plan),
                  .memory_bytes = plan.memory_bytes,
                  .memory_known = plan.memory_known,
                  .can_build = convert::can_build(plan)};
    for (const convert::PlannedPad& pad : plan.pads) view.pads.push_back({pad.key, pad.group, pad.number, pad.sound, pad.choke});
    for (const convert::PlannedSound& sound : plan.sounds) view.sounds.push_back({sound.path, sound.name, sound.slot});
    const auto free = plan.pads.size() < 4 * 12;
    if (free && !std::ranges::all_of(plan.pads, has_place)) view.moved = convert::with_surplus_moved(plan, choices);
    return view;
}

}  // namespace

Reply PpakDesk::plan(std::string_view text, ByteView files) const {
    const auto order = ppak_order(text);
    if (!order) return refused("the order of a .ppak is no JSON object");
    const auto plan = planned(*order, files);
    return plan ? Reply{.json = json_of(shown(*plan, order->choices))} : refused(plan.problem());
}

Reply PpakDesk::begin(std::string_view text, ByteView files) {
    making.reset();
    const auto order = ppak_order(text);
    if (!order) return refused("the order of a .ppak is no JSON object");
    auto plan = planned(*order, files);
    if (!plan) return refused(plan.problem());
    making.emplace().plan = *std::move(plan);
    return {.json = text_of({{"needed", convert::needed_files(making->plan)}})};
}

Reply PpakDesk::add_sound(const std::string& path, ByteView file) {
    if (!making) return refused("no .ppak is being made");
    auto sound = audio::decode_sound(file);
    if (!sound) return refused(path + ": " + sentence(sound.problem()));
    making->sounds.insert_or_assign(path, *std::move(sound));
    return {};
}

Reply PpakDesk::step() {
    if (!making) return refused("no .ppak is being made");
    if (!making->building) {
        auto started = convert::Building::start(making->plan, making->sounds, moment_now());
        if (!started) return refused(started.problem());
        making->building = *std::move(started);
    }
    const auto until = std::chrono::steady_clock::now() + piece;
    bool more = true;
    while (more && std::chrono::steady_clock::now() < until) more = making->building->step();
    return {.json = text_of({{"more", more}, {"share", making->building->progress()}})};
}

Reply PpakDesk::end() {
    if (!making || !making->building) return refused("no .ppak is being made");
    const std::string name = making->building->plan().file_name;
    auto file = making->building->result();
    making.reset();
    return file ? Reply{.json = text_of({{"name", name}}), .bytes = *std::move(file)} : refused(file.problem());
}

Reply PpakDesk::forget() {
    making.reset();
    return {};
}

}  // namespace groovebench::app
