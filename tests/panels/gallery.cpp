#include "gallery.h"

#include <imgui_internal.h>

#include <cmath>
#include <cstdint>
#include <vector>

#include "widgets/widgets.h"

namespace groovebench {
namespace {

using namespace ui;

// The same "noise" in every run.
struct Noise {
    std::uint32_t state;
    float next() { return float((state = std::uint32_t(std::uint64_t(state) * 16807 % 2147483647)) % 100000) / 100000; }
};

std::vector<Peak> noise_wave(std::uint32_t seed, float decay) {
    Noise noise{seed};
    std::vector<Peak> peaks;
    for (int i = 0; i < 256; i++) {
        const float level = std::exp(-decay * float(i) / 256) * (0.35f + 0.65f * noise.next());
        peaks.push_back({-level, level});
    }
    return peaks;
}

void top_bar(Gallery& state, float width) {
    if (begin_panel("top", {0, 0}, {width, px(look::top_height)}, Surface::panel, Edge::bottom, {12, 0})) {
        line(look::top_height);
        text("Groovebench", Tone::accent, Face::bold);
        same(12);
        icon_button("Undo###undo", Icon::undo);
        same(0);
        icon_button("Redo###redo", Icon::redo, false);
        same(12);
        search_box("Go to###command", state.search, "Go to a pattern, sample, setting or command", "Ctrl K", px(380));
        from_right(text_width("CARD · LIVE_SET") + text_width("3 files differ from the card") + button_width("Save…", Icon::save) +
                   px(66));
        icon(Icon::card);
        same(8);
        text("CARD ·", Tone::soft);
        same(4);
        text("LIVE_SET");
        same(12);
        dot(Tone::warn);
        same(4);
        text("3 files differ from the card", Tone::warn);
        from_right(button_width("Save…", Icon::save));
        button("Save…###save", {.kind = Kind::go, .icon = Icon::save});
    }
    end_panel();
}

void side_parts(const Gallery& state) {
    space(16);
    line(16);
    at_column(8);
    heading("Parts of bank A", 0);
    space(6);
    const char* parts[] = {"INTRO", "DRUMS *", "BREAK", "PARTY"};
    for (int i = 0; i < 4; i++) {
        list_row(name("%s###part-%d", parts[i], i + 1), {.selected = i == 1, .height = 24});
        row_chip(8, name("%d", i + 1).words, i == 1);
        row_text(34, parts[i], i == 1 ? Tone::text : Tone::soft);
        if (i == 1) row_text_right(8, "7 patterns");
    }
    space(16);
    line(16);
    at_column(8);
    heading("Flex memory", 0);
    space(6);
    line(6);
    at_column(8);
    progress("Flex memory###flex-memory", 0.63f, Tone::soft, px(state.side - 32));
    space(4);
    line(16);
    at_column(8);
    text("31.4 MB free of 85.5", Tone::soft, Face::small);
}

void side(const Gallery& state, float top, float height) {
    if (begin_panel("card", {0, top}, {px(state.side), height}, Surface::panel, Edge::right, {8, 10})) {
        line(16);
        at_column(8);
        heading("Card", 0);
        space(6);
        tree_row("LIVE_SET###set", {.leaf = false, .open = true, .icon = Icon::folder, .tone = Tone::text});
        tree_row("TECHNO_05###project", {.depth = 1, .leaf = false, .open = true, .tone = Tone::text, .dot = true});
        tree_row("Bank A###bank-a", {.depth = 2, .leaf = false, .open = true, .note = "11"});
        tree_row("A01###a01", {.depth = 3, .aside = "intro"});
        tree_row("A02###a02", {.depth = 3});
        tree_row("A03###a03", {.depth = 3, .selected = true, .dot = true});
        tree_row("A04###a04", {.depth = 3});
        tree_row("Bank B###bank-b", {.depth = 2, .leaf = false, .note = "6"});
        tree_row("All banks###banks", {.depth = 2, .icon = Icon::grid});
        tree_row("Slots###slots", {.depth = 2, .icon = Icon::wave, .note = "2 missing", .note_tone = Tone::bad});
        tree_row("Arrangements###arrangements", {.depth = 2, .icon = Icon::link});
        tree_row("AMBIENT_01###ambient", {.depth = 1, .leaf = false});
        tree_row("SKETCHES###sketches", {.depth = 1, .leaf = false, .mark = Icon::warn});
        tree_row("AUDIO###audio", {.depth = 1, .leaf = false, .note = "1 204"});
        side_parts(state);
    }
    end_panel();
}

struct Track {
    const char *track, *machine, *sample;
    std::uint32_t trigs, oneshots, locks, plocks;
};
constexpr Track tracks[] = {
    {"T1", "FLEX", "kick_808", 0x1511, 0, 0x4, 0x1100},  {"T2", "FLEX", "snare_dry", 0x1010, 0x8000, 0, 0x1000},
    {"T3", "FLEX", "hats_chain", 0x5555, 0, 0x88, 0},    {"T4", "FLEX", "perc_metal", 0x848, 0, 0, 0x800},
    {"T5", "STATIC · 12 steps", "pad_long", 0, 1, 0, 1}, {"T6", "STATIC", "vox_phrase", 0x101, 0, 0x10, 0},
    {"T7", "THRU", "A B in", 0, 0, 0x1101, 0x1101},      {"T8", "NEIGHBOR", "of T7", 0, 0, 0, 0},
};

StepLook step_of(const Track& track, int row, int step) {
    const auto has = [&](std::uint32_t mask) { return (mask >> step & 1) != 0; };
    StepLook style;
    style.trig = has(track.oneshots) ? Trig::oneshot : has(track.trigs) ? Trig::trig : has(track.locks) ? Trig::lock : Trig::none;
    style.plocks = has(track.plocks);
    style.off_beat = step / 4 % 2 == 1;
    style.dead = row == 4 && step >= 12;
    style.selected = row == 2 && (step == 6 || step == 8 || step == 10);
    if (row == 2 && has(track.trigs)) style.words = step == 14 ? "50%" : step % 4 == 2 ? "s2" : "s1";
    if (row == 2 && step % 4 == 2) style.micro = 6;
    if (row == 0 && step == 10) style.micro = -6, style.words = "1:2";
    if (row == 1 && step == 15) style.repeats = 4, style.words = "FILL";
    if (row == 3 && step == 6) style.words = "PRE";
    return style;
}

void track_row(const Track& track, int row, float width, Gallery& state) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (row == 2) ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + width_left(), at.y + px(46)}, colours().row, px(4));
    line(46);
    at_column(6);
    track_badge(name("%s###t%d", track.track, row + 1), row == 2);
    const ImVec2 words{at.x + px(40), at.y + px(16)};
    draw_words(*ImGui::GetWindowDrawList(), words, track.sample, colours().text, Face::medium, px(100));
    draw_words(*ImGui::GetWindowDrawList(), {words.x, words.y + px(15)}, track.machine, colours().faint, Face::small, px(104));
    const StepGrid grid{.width = width - px(158), .count = 16};
    for (int step = 0; step < 16; step++) {
        at_column(0);
        ImGui::SetCursorScreenPos({at.x + px(152) + grid.x(step), ImGui::GetCursorScreenPos().y});
        const Name id = name("%s step %d###t%d-s%d", track.track, step + 1, row + 1, step + 1);
        if (step_cell(id, {grid.step_width(), px(look::step_height)}, step_of(track, row, step)).pressed)
            state.last_step = row * 16 + step;
    }
}

void pattern_head() {
    line(52);
    at_column(6);
    text("A03", Tone::text, Face::big);
    same(16);
    text("plays", Tone::soft);
    same(8);
    chip("Part 2 DRUMS", true);
    const std::pair<const char*, const char*> values[] = {
        {"length", "16/32"}, {"scale", "1x"}, {"tempo", "126.0"}, {"mode", "per track"}};
    for (const auto& [word, value] : values) {
        same(16);
        text(word, Tone::soft);
        same(4);
        number_field(name("%s###head-%s", word, word), {.value = 16, .shown = value}, 0, true);
    }
    from_right(px(4 * 27 + 12) + button_width("Play", Icon::play));
    for (int i = 0; i < 4; i++) {
        chip_button(name("%d###page-%d", i + 1, i + 1), i == 0, i < 2);
        same(4);
    }
    same(8);
    button("Play###play", {.icon = Icon::play, .small = true});
}

void lane(float width) {
    rule(8, 8);
    line(22);
    at_column(6);
    heading("T3 lane", 0);
    same(12);
    chip_button("AMP VOL###lane-vol", true);
    same(8);
    chip_button("SRC PTCH###lane-ptch", false);
    from_right(text_width("draw · ramp · scale", Face::small) + px(6));
    text("draw · ramp · scale", Tone::soft, Face::small);
    space(8);
    const StepGrid grid{.width = width - px(158), .count = 16};
    const float values[] = {.5f, 0, .42f, .3f, .5f, 0, .8f, .35f, .62f, 0, .7f, 0, .5f, 0, .3f, 0};
    const ImVec2 at = ImGui::GetCursorScreenPos();
    for (int i = 0; i < 16; i++) {
        ImGui::SetCursorScreenPos({at.x + px(152) + grid.x(i), at.y});
        const Name words = name("%+d", int(values[i] * 127) - 64);
        const BarLook style{.present = values[i] > 0,
                            .selected = i == 6 || i == 8 || i == 10,
                            .off_beat = i / 4 % 2 == 1,
                            .share = values[i],
                            .words = words.words};
        lane_bar(name("lane %d###lane-%d", i + 1, i + 1), {grid.step_width(), px(150)}, style);
    }
}

void pattern(Gallery& state, ImVec2 at, ImVec2 size) {
    if (begin_panel("pattern", at, size, Surface::base, Edge::none, {0, 0})) {
        const Tab tabs[] = {{"A03 pattern###tab-pattern"},
                            {"Part 2 DRUMS###tab-part", false, true},
                            {"Scenes###tab-scenes"},
                            {"Slots###tab-slots"},
                            {"hats_chain.wav###tab-sample", true}};
        const TabChoice choice = tab_bar("tabs", tabs, state.tab);
        if (choice.shown >= 0) state.tab = choice.shown;
        ImGui::Indent(px(8));
        ImGui::GetCurrentWindow()->WorkRect.Max.x -= px(8);
        pattern_head();
        for (int row = 0; row < 8; row++) track_row(tracks[row], row, size.x - px(16), state);
        lane(size.x - px(16));
    }
    end_panel();
}

void bank_map(Gallery&, ImVec2 at, ImVec2 size) {
    if (begin_panel("banks", at, size, Surface::base, Edge::none, {20, 10})) {
        line(40);
        text("TECHNO_05", Tone::text, Face::big);
        same(12);
        chip("1.40C");
        same(12);
        text("126.0 BPM · 32 patterns · 70 flex · 61 static", Tone::soft);
        from_right(button_width("Make .ppak…"));
        button("Make .ppak…###ppak", {.small = true});
        const float cell = std::floor((width_left() - px(64) - 15 * px(4)) / 16);
        Noise noise{11};
        for (int bank = 0; bank < 16; bank++) {
            line(44);
            text(name("%c", 'A' + bank).words, bank < 3 ? Tone::text : Tone::faint, Face::medium);
            at_column(64);
            for (int i = 0; i < 16; i++) {
                std::uint64_t rows[8] = {};
                for (auto& row : rows)
                    for (int step = 0; step < 16; step++) row |= std::uint64_t(noise.next() < 0.25f) << step;
                const bool used = bank < 3 && i < 9;
                pattern_cell(name("%c%02d###%c%02d", 'A' + bank, i + 1, 'a' + bank, i + 1), {cell, px(40)},
                             {.rows = rows,
                              .used = used,
                              .selected = bank == 0 && i == 2,
                              .changed = used && i == 2,
                              .part = colours().part[std::size_t(i / 4 % 4)]});
                same(4);
            }
            ImGui::NewLine();
        }
    }
    end_panel();
}

void full_pattern(ImVec2 at, ImVec2 size) {
    if (begin_panel("full", at, size, Surface::base, Edge::none, {8, 8})) {
        const StepGrid grid{.width = size.x - px(16), .count = 64};
        const ImVec2 corner = ImGui::GetCursorScreenPos();
        for (int row = 0; row < 16; row++)
            for (int step = 0; step < 64; step++) {
                ImGui::SetCursorScreenPos({corner.x + grid.x(step), corner.y + float(row) * px(42)});
                const StepLook style{
                    .trig = Trig(1 + (row + step) % 6), .plocks = true, .micro = 6, .words = "s1", .selected = step % 8 == 0};
                step_cell(name("T%d step %d###t%d-s%d", row + 1, step + 1, row + 1, step + 1), {grid.step_width(), px(38)}, style);
            }
    }
    end_panel();
}

void fields(Gallery& state) {
    heading("Trig");
    label_column("type");
    badge("trig", Tone::trig);
    label_column("condition");
    const char* conditions[] = {"—", "FILL", "PRE", "1:2", "50 %"};
    const Edit chosen = choice("condition###condition", conditions, state.choice, {.bare = true});
    if (chosen) state.choice = chosen.value;
    label_column("micro-timing");
    number_field("micro-timing###micro", {.value = 4, .shown = "+1/64", .tip = "4 of 384 of a bar"}, 0, true);
    label_column("sample");
    text("F014 hats_chain");
    label_column("stored copies");
    toggle("###stored", state.toggled);
    same(12);
    checkbox("Mono###mono", state.ticked);
    space(8);
    const std::vector<Peak> wave = noise_wave(77, 0.1f);
    const Region region{0.25f, 0.31f, Tone::accent};
    waveform("hats_chain###wave", {0, px(66)}, wave, {.regions = {&region, 1}});
    heading("Bytes");
    text("bank01.work + 0x143A6", Tone::faint, Face::mono_small);
    std::byte bytes[24];
    for (auto& byte : bytes) byte = std::byte{0xFF};
    bytes[0] = std::byte{0x36}, bytes[1] = std::byte{0x08};
    const ByteMark mark{0, 2, Tone::lock};
    hex_view("Bytes###bytes", bytes, 0x143A6, {&mark, 1});
}

void inspector(Gallery& state, ImVec2 at, ImVec2 size) {
    if (begin_panel("inspector", at, size, Surface::panel, Edge::left, {14, 12})) {
        line(20);
        text("3 steps of T3", Tone::text, Face::bold);
        same(8);
        chip("7, 9, 11");
        from_right(text_width("knobs write p-locks", Face::small));
        text("knobs write p-locks", Tone::faint, Face::small);
        space(10);
        const char* pages[] = {"SRC", "AMP", "LFO", "FX1", "FX2"};
        for (int i = 0; i < 5; i++) {
            if (chip_button(name("%s###page-%s", pages[i], pages[i]), i == state.page, true, 11)) state.page = i;
            if (i < 4) same(4);
        }
        space(6);
        const struct {
            const char *label, *shown;
            int value;
            KnobLook style;
        } knobs[] = {{"PTCH", "−2.0", 43, {.bipolar = true, .locked = true}},
                     {"STRT", "slice 5", 38, {.locked = true}},
                     {"LEN", "off", 0, {.off = true}},
                     {"RATE", "+63", 127, {.bipolar = true}},
                     {"RTRG", "0", 0, {.off = true}},
                     {"RTIM", "79", 79, {}}};
        const float third = width_left() / 3;
        for (int i = 0; i < 6; i++) {
            if (i % 3 > 0) same(0);
            ImGui::SetCursorPosX(px(14) + third * float(i % 3) + (third - px(56)) / 2);
            knob(name("%s###knob-%s", knobs[i].label, knobs[i].label), {.value = knobs[i].value, .shown = knobs[i].shown},
                 knobs[i].style);
            if (i % 3 == 2) space(6);
        }
        fields(state);
    }
    end_panel();
}

void status(float width, float top) {
    if (begin_panel("status", {0, top}, {width, px(look::status_height)}, Surface::panel, Edge::top, {12, 0})) {
        line(look::status_height);
        icon(Icon::warn, Tone::warn, 12);
        same(4);
        text("2 problems", Tone::soft, Face::small);
        same(16);
        text("14 changes", Tone::soft, Face::small);
        const std::string_view words = "T3 step 7 · trig · PTCH −2.0 locked (part: 0.0) · slice 5 of hats_chain";
        from_right(text_width(words, Face::small) + key_width("?") + text_width("keys", Face::small) + px(20));
        text(words, Tone::soft, Face::small);
        same(16);
        key("?");
        same(4);
        text("keys", Tone::soft, Face::small);
    }
    end_panel();
}

}  // namespace

void draw_gallery(Gallery& state) {
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    const float top = px(look::top_height), height = display.y - top - px(look::status_height);
    top_bar(state, display.x);
    side(state, top, height);
    const float left = px(state.side), right = display.x - px(state.inspector);
    if (state.full)
        full_pattern({left, top}, {right - left, height});
    else if (state.project)
        bank_map(state, {left, top}, {right - left, height});
    else
        pattern(state, {left, top}, {right - left, height});
    inspector(state, {right, top}, {px(state.inspector), height});
    splitter("###side-splitter", true, {left, top}, height, state.side, 180, 400);
    splitter("###inspector-splitter", true, {right, top}, height, state.inspector, 240, 480, true);
    status(display.x, display.y - px(look::status_height));
    draw_toasts();
}

}  // namespace groovebench
