#include "octatrack/sample_attributes.h"

namespace groovebench::octatrack {
namespace {

constexpr Field value(std::string_view name, std::string_view note, i64 min, i64 max, Unit unit, std::span<const Word> words = {}) {
    Field field;
    field.name = name, field.note = note, field.unit = unit, field.kind = words.empty() ? Kind::ranged : Kind::choice;
    field.size = 4, field.big_endian = true, field.is_signed = true;
    field.min = min, field.max = max, field.words = words;
    return field;
}

struct Row {
    Attribute attribute;
    std::string_view key;
    Field field;
};
constexpr Row rows[] = {
    {Attribute::tempo, "BPMx24", value("tempo", "original tempo; stored only when it has priority", 720, 7200, Unit::beats_x24)},
    {Attribute::trim_length, "TRIM_BARSx100",
     value("trim_length", "length of the trim in bars; stored only when it has priority", 0, 100000, Unit::bars_x100)},
    {Attribute::loop_length, "LOOP_BARSx100",
     value("loop_length", "length of the loop in bars; stored only when it has priority", 0, 100000, Unit::bars_x100)},
    {Attribute::timestretch, "TSMODE", value("timestretch", "timestretch", 0, 3, Unit::none, timestretch_mode_words)},
    {Attribute::loop_mode, "LOOPMODE", value("loop_mode", "loop", 0, 2, Unit::none, loop_mode_words)},
    {Attribute::gain, "GAIN", value("gain", "gain", 0, 96, Unit::gain_db)},
    {Attribute::trig_quantise, "TRIGQUANTIZATION",
     value("trig_quantise", "trig quantise, in steps", -1, 16, Unit::none, text_quantise_words)},
};

}  // namespace

std::string_view text_key(Attribute attribute) { return rows[std::size_t(attribute)].key; }

const Field& attribute_field(Attribute attribute) { return rows[std::size_t(attribute)].field; }

}  // namespace groovebench::octatrack
