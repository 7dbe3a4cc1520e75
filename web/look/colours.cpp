#include "look/colours.h"

#include <algorithm>
#include <cmath>

namespace groovebench::look {
namespace {

// 0xRRGGBB as one writes it in CSS; opacity beside it.
constexpr ImU32 rgb(unsigned hex, unsigned alpha = 255) { return IM_COL32(hex >> 16 & 255, hex >> 8 & 255, hex & 255, alpha); }
int channel(ImU32 colour, int shift) { return int(colour >> shift & 255); }

Colours dark() {
    Colours c{};
    c.base = rgb(0x0e1012), c.panel = rgb(0x15181b), c.raised = rgb(0x1d2125);
    c.well = rgb(0x0a0c0d), c.line = rgb(0x272c31), c.hover = rgb(0x262b31);
    c.text = rgb(0xe4e7ea), c.soft = rgb(0xa3adb6), c.faint = rgb(0x838e98);
    c.trig = rgb(0xff5142), c.oneshot = rgb(0xffc84a), c.lock = rgb(0x49c774), c.recorder = rgb(0xc084fc);
    c.swing = rgb(0x56b6f7), c.midi = rgb(0xb23a2d), c.on_led = rgb(0x1a0604), c.on_midi = rgb(0xffe9e6);
    c.trig_text = rgb(0xff7a6e), c.oneshot_text = c.oneshot, c.lock_text = c.lock;
    c.recorder_text = c.recorder, c.swing_text = c.swing;
    c.ok = rgb(0x49c774), c.warn = rgb(0xffc84a), c.bad = rgb(0xff7b7b);
    c.beat = rgb(0x171a1e), c.off_beat = rgb(0x121518), c.row = rgb(0xffffff, 8), c.ring = rgb(0xe4e7ea);
    c.shadow = rgb(0x000000, 110), c.veil = rgb(0x000000, 140);
    c.part = {rgb(0xff5c3d), rgb(0xffc84a), rgb(0x56b6f7), rgb(0xc084fc)};
    return c;
}

Colours light() {
    Colours c{};
    c.base = rgb(0xf4f5f6), c.panel = rgb(0xfbfbfc), c.raised = rgb(0xe7eaec);
    c.well = rgb(0xffffff), c.line = rgb(0xd3d8dc), c.hover = rgb(0xdde1e4);
    c.text = rgb(0x16191c), c.soft = rgb(0x47515a), c.faint = rgb(0x5c6670);
    c.trig = rgb(0xf25545), c.oneshot = rgb(0xf0b429), c.lock = rgb(0x2fae5f), c.recorder = rgb(0xa970ee);
    c.swing = rgb(0x3d9ee0), c.midi = rgb(0xb23a2d), c.on_led = rgb(0x1a0604), c.on_midi = rgb(0xffffff);
    c.trig_text = rgb(0xb32416), c.oneshot_text = rgb(0x7a5600), c.lock_text = rgb(0x14662f);
    c.recorder_text = rgb(0x6d28b8), c.swing_text = rgb(0x10598f);
    c.ok = rgb(0x14662f), c.warn = rgb(0x7a5600), c.bad = rgb(0xb01e1e);
    c.beat = rgb(0xdfe3e6), c.off_beat = rgb(0xe9ecee), c.row = rgb(0x000000, 12), c.ring = rgb(0x16191c);
    c.shadow = rgb(0x000000, 50), c.veil = rgb(0x30363c, 110);
    c.part = {rgb(0xe2492b), rgb(0xd99a00), rgb(0x2b88c9), rgb(0x9650e0)};
    return c;
}

Colours high_contrast() {
    Colours c = dark();
    c.base = c.panel = c.well = rgb(0x000000), c.raised = rgb(0x14171a);
    c.line = rgb(0x8a949d), c.hover = rgb(0x2d343a);
    c.text = rgb(0xffffff), c.soft = rgb(0xe2e7eb), c.faint = rgb(0xc3cbd2);
    c.trig = rgb(0xff6a5c), c.oneshot = rgb(0xffd866), c.lock = rgb(0x5ee08b), c.midi = rgb(0xff8a7e);
    c.on_led = rgb(0x000000), c.on_midi = rgb(0x000000);
    c.trig_text = rgb(0xff9389), c.oneshot_text = c.oneshot, c.lock_text = c.lock;
    c.ok = rgb(0x5ee08b), c.warn = rgb(0xffd866), c.bad = rgb(0xff9d9d);
    c.beat = rgb(0x24282c), c.off_beat = rgb(0x16191c), c.row = rgb(0xffffff, 22), c.ring = rgb(0xffffff);
    c.shadow = rgb(0x000000, 0), c.veil = rgb(0x000000, 190);
    return c;
}

void take_accent(Colours& c, Theme theme, Machine machine) {
    constexpr unsigned bright[] = {0xff5c3d, 0xff9a3c, 0x63d297};
    constexpr unsigned deep[] = {0xb83015, 0x944f00, 0x16693a};
    constexpr unsigned strong[] = {0xff8266, 0xffb066, 0x7be6ab};
    const auto m = int(machine);
    c.accent = rgb(theme == Theme::dark ? bright[m] : theme == Theme::light ? deep[m] : strong[m]);
    c.accent_soft = fade(c.accent, theme == Theme::light ? 0.14f : theme == Theme::dark ? 0.18f : 0.30f);
    c.on_accent = theme == Theme::light ? rgb(0xffffff) : rgb(0x160502);
}

float luminance(ImU32 colour) {
    const auto linear = [](int value) {
        const float v = float(value) / 255;
        return v <= 0.04045f ? v / 12.92f : std::pow((v + 0.055f) / 1.055f, 2.4f);
    };
    return 0.2126f * linear(channel(colour, IM_COL32_R_SHIFT)) + 0.7152f * linear(channel(colour, IM_COL32_G_SHIFT)) +
           0.0722f * linear(channel(colour, IM_COL32_B_SHIFT));
}

}  // namespace

Colours colours(Theme theme, Machine machine) {
    Colours c = theme == Theme::dark ? dark() : theme == Theme::light ? light() : high_contrast();
    take_accent(c, theme, machine);
    return c;
}

ImU32 mix(ImU32 a, ImU32 b, float share) {
    ImU32 mixed = 0;
    for (const int shift : {0, 8, 16, 24}) {
        const float from = float(channel(a, shift)), to = float(channel(b, shift));
        mixed |= ImU32(std::lround(from + (to - from) * share)) << shift;
    }
    return mixed;
}

ImU32 fade(ImU32 colour, float share) {
    const auto alpha = ImU32(std::lround(float(channel(colour, IM_COL32_A_SHIFT)) * share));
    return (colour & ~IM_COL32_A_MASK) | alpha << IM_COL32_A_SHIFT;
}

ImU32 over(ImU32 top, ImU32 below) { return mix(below, top | IM_COL32_A_MASK, float(channel(top, IM_COL32_A_SHIFT)) / 255); }

float contrast(ImU32 a, ImU32 b) {
    const float one = luminance(a), other = luminance(b);
    return (std::max(one, other) + 0.05f) / (std::min(one, other) + 0.05f);
}

}  // namespace groovebench::look
