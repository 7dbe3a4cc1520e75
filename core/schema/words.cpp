#include "bytes/format.h"
#include "schema/constant.h"

namespace groovebench {

std::string_view word(Evidence evidence) {
    switch (evidence) {
        case Evidence::verified:
            return "verified";
        case Evidence::firmware:
            return "firmware";
        case Evidence::tool:
            return "tool";
        case Evidence::stated:
            return "stated";
        case Evidence::inferred:
            return "inferred";
        case Evidence::unknown:
            return "unknown";
    }
    return "unknown";
}

std::string_view word(Unit unit) {
    switch (unit) {
        case Unit::none:
            return "";
        case Unit::frames:
            return "frames";
        case Unit::steps:
            return "steps";
        case Unit::bars:
            return "bars";
        case Unit::bars_x100:
            return "bars";
        case Unit::beats_x24:
            return "BPM";
        case Unit::bpm:
            return "BPM";
        case Unit::ticks:
            return "ticks";
        case Unit::note_384:
            return "1/384 note";
        case Unit::percent_50:
            return "%";
        case Unit::bipolar:
            return "";
        case Unit::gain_db:
            return "dB";
        case Unit::pitch:
            return "semitones";
        case Unit::plus_one:
            return "";
        case Unit::midi_note:
            return "";
        case Unit::slot:
            return "";
        case Unit::seconds:
            return "s";
    }
    return "";
}

std::string constant_text(const Field& field) {
    std::string text;
    for (char c : field.expected)
        if (c >= ' ' && c <= '~')
            text += c;
        else
            fmt::format_to(std::back_inserter(text), "\\x{:02X}", u8(c));
    return text;
}

}  // namespace groovebench
