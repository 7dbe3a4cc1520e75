#include "schema/values.h"

#include <gtest/gtest.h>

#include <set>

using namespace groovebench;

namespace {

constexpr auto sure = Evidence::verified;

enum class Colour : u8 { red };
constexpr Word colour_words[] = {{0, "RED"}, {1, "2"}, {2, "GREEN"}, {255, "OFF"}};
constexpr std::span<const Word> words(Colour) { return colour_words; }

struct PairBits {
    static constexpr auto name = "pair";
    static constexpr void describe_bits(auto& bits) {
        bits("high", 5, sure, "", -16, 15, Unit::note_384, true);
        bits("low", 3, sure, "", 0, 7, Unit::plus_one);
    }
};

struct Sample {
    u8 plain;
    Ranged<2, 64> steps;
    Ranged<720, 7200, be32> tempo;
    Ranged<0, 127, u8, 255> bipolar;
    Ranged<0, 127> pitch;
    Ranged<0, 96, le16> gain;
    Ranged<0, 30> swing;
    Ranged<0, 127> note;
    Ranged<0, 1023, le24> bars;
    Choice<Colour> colour;
    Flags<12, be16> flags;
    Text<7> text;
    Constant<"TAG!"> tag;
    Unknown<3> unknown;
    Packed<PairBits, u8> packed;
    i8 small;
    lef32 real;
    u8 guessed;

    static constexpr auto name = "sample";
    static constexpr void describe(auto& field) {
        field(FIELD(Sample, plain), sure, "");
        field(FIELD(Sample, steps), sure, "", Unit::steps);
        field(FIELD(Sample, tempo), sure, "", Unit::beats_x24);
        field(FIELD(Sample, bipolar), sure, "", Unit::bipolar);
        field(FIELD(Sample, pitch), sure, "", Unit::pitch);
        field(FIELD(Sample, gain), sure, "", Unit::gain_db);
        field(FIELD(Sample, swing), sure, "", Unit::percent_50);
        field(FIELD(Sample, note), sure, "", Unit::midi_note);
        field(FIELD(Sample, bars), sure, "", Unit::bars_x100);
        field(FIELD(Sample, colour), sure, "");
        field(FIELD(Sample, flags), sure, "");
        field(FIELD(Sample, text), sure, "");
        field(FIELD(Sample, tag), sure, "");
        field(FIELD(Sample, unknown), sure, "");
        field(FIELD(Sample, packed), sure, "");
        field(FIELD(Sample, small), sure, "");
        field(FIELD(Sample, real), sure, "");
        field(FIELD(Sample, guessed), Evidence::unknown, "");
    }
};
static_assert(whole<Sample>());

struct File {
    Bytes bytes = Bytes(sizeof(Sample));
    Sample& sample = *overlay<Sample>(bytes);
};

Place at(std::string_view name, int flag = -1) {
    for (const Field& field : schema<Sample>.fields) {
        if (field.name == name) return {&field, field.offset, flag};
        if (field.kind != Kind::packed) continue;
        for (const Field& part : field.record->fields)
            if (part.name == name) return {&part, field.offset};
    }
    return {};
}

// What is shown after typing, or "!" and what would have been allowed.
std::string typed(File& file, std::string_view name, std::string_view text, int flag = -1) {
    const Place place = at(name, flag);
    const auto bytes = parsed(place, file.bytes, text);
    if (!bytes) return "!" + bytes.problem().expected;
    std::copy(bytes->begin(), bytes->end(), file.bytes.begin() + std::ptrdiff_t(place.offset));
    return shown(place, file.bytes);
}

}  // namespace

TEST(values, numbers_are_read_with_their_order_sign_and_bits) {
    File file;
    file.sample.tempo = 0x01020304, file.sample.bars = 0x0A0B0C, file.sample.small = -5, file.sample.packed = u8(0b11110'101);
    EXPECT_EQ(number(at("tempo"), file.bytes), 0x01020304);
    EXPECT_EQ(number(at("bars"), file.bytes), 0x0A0B0C);
    EXPECT_EQ(number(at("small"), file.bytes), -5);
    EXPECT_EQ(number(at("high"), file.bytes), -2);
    EXPECT_EQ(number(at("low"), file.bytes), 5);
}

TEST(values, writing_a_number_as_it_was_read_changes_no_byte) {
    for (int seed = 0; seed < 256; seed += 5) {
        File file;
        for (std::size_t i = 0; i < file.bytes.size(); i++) file.bytes[i] = std::byte(seed + int(i) * 37);
        for (const Field& field : schema<Sample>.fields) {
            if (field.kind == Kind::unknown || field.kind == Kind::text || field.kind == Kind::constant || field.is_float) continue;
            const Place place{&field, field.offset};
            const Bytes same = encoded(place, file.bytes, number(place, file.bytes));
            EXPECT_TRUE(std::equal(same.begin(), same.end(), file.bytes.begin() + field.offset)) << field.name;
        }
    }
}

TEST(values, a_part_of_a_packed_field_leaves_the_others) {
    File file;
    file.sample.packed = u8(0b10101'010);
    EXPECT_EQ(encoded(at("low"), file.bytes, 7)[0], std::byte(0b10101'111));
    EXPECT_EQ(encoded(at("high"), file.bytes, -16)[0], std::byte(0b10000'010));
    EXPECT_EQ(encoded(at("flags", 3), file.bytes, 1), (Bytes{std::byte(0), std::byte(8)}));
}

TEST(values, are_shown_in_their_units) {
    File file;
    file.sample.tempo = 2976, file.sample.bipolar = 0, file.sample.pitch = 54, file.sample.gain = 54, file.sample.swing = 8;
    file.sample.note = 61, file.sample.bars = 400, file.sample.packed = u8(0b11110'001), file.sample.real = 0.5f;
    const std::pair<const char*, const char*> expected[] = {
        {"tempo", "124.0"}, {"bipolar", "-64"}, {"pitch", "-2.0"}, {"gain", "+3.0 dB"}, {"swing", "58 %"}, {"note", "C#4"},
        {"bars", "4.00"},   {"high", "-2/384"}, {"low", "2"},      {"real", "0.50"},    {"colour", "RED"}, {"unknown", "00 00 00"}};
    for (const auto& [name, text] : expected) EXPECT_EQ(shown(at(name), file.bytes), text) << name;
    file.sample.bipolar = 255, file.sample.colour = u8(9);
    EXPECT_EQ(shown(at("bipolar"), file.bytes), "none");
    EXPECT_EQ(shown(at("colour"), file.bytes), "9 (unknown)");
}

TEST(values, what_is_shown_can_be_typed_for_every_value) {
    for (const char* name :
         {"steps", "bipolar", "pitch", "gain", "swing", "note", "bars", "colour", "high", "low", "plain", "small"}) {
        const Place place = at(name);
        const Field& field = *place.field;
        std::vector<i64> all;
        for (i64 v = field.min; v <= field.max && field.kind != Kind::choice; v++) all.push_back(v);
        for (const Word& word : field.words) all.push_back(word.value);
        for (const i64 value : all) {
            File file, other;
            const Bytes bytes = encoded(place, file.bytes, value);
            std::copy(bytes.begin(), bytes.end(), file.bytes.begin() + std::ptrdiff_t(place.offset));
            const auto back = parsed(place, other.bytes, shown(place, file.bytes));
            ASSERT_TRUE(back) << name << " " << value << " " << sentence(back.problem());
            EXPECT_EQ(*back, bytes) << name << " " << value;
        }
    }
}

TEST(values, typing_what_is_shown_keeps_bytes_that_the_reading_rounds_or_does_not_know) {
    File file;
    file.sample.tempo = 2881, file.sample.colour = u8(9), file.sample.steps = 200;
    EXPECT_EQ(typed(file, "tempo", "120.0"), "120.0");
    EXPECT_EQ(file.sample.tempo, 2881u);
    EXPECT_EQ(typed(file, "colour", "9 (unknown)"), "9 (unknown)");
    EXPECT_EQ(typed(file, "steps", "200"), "200");
}

TEST(values, a_number_is_taken_with_what_it_may_mean_behind_it) {
    File file;
    EXPECT_EQ(typed(file, "plain", "64 (1/16?)"), "64");
    EXPECT_EQ(typed(file, "steps", "70 (too many)"), "!2 to 64");
    EXPECT_EQ(typed(file, "plain", "64 (1/16?"), "!0 to 255");
    EXPECT_EQ(typed(file, "colour", "9 (unknown)"), "!a word of the list");  // kept where it stands, never chosen
}

TEST(values, tenths_of_a_tempo_are_stored_and_shown_as_the_machine_does) {
    File file;
    const u32 parts[] = {0, 3, 5, 8, 10, 13, 15, 18, 20, 23};  // of 24, for .0 to .9
    for (u32 tenth = 0; tenth < 10; tenth++) {
        const std::string text = "120." + std::to_string(tenth);
        EXPECT_EQ(typed(file, "tempo", text), text);
        EXPECT_EQ(file.sample.tempo, 2880 + parts[tenth]);
    }
    typed(file, "tempo", "95.0417");
    EXPECT_EQ(file.sample.tempo, 2281u);
}

TEST(values, a_person_may_type_units_words_and_notes) {
    File file;
    EXPECT_EQ(typed(file, "tempo", "126.5"), "126.5");
    EXPECT_EQ(typed(file, "tempo", "99 bpm"), "99.0");
    EXPECT_EQ(typed(file, "gain", "-3.5"), "-3.5 dB");
    EXPECT_EQ(typed(file, "swing", "66%"), "66 %");
    EXPECT_EQ(typed(file, "note", "a#3"), "A#3");
    EXPECT_EQ(typed(file, "note", "60"), "C4");
    EXPECT_EQ(typed(file, "colour", "green"), "GREEN");
    EXPECT_EQ(typed(file, "colour", "255"), "OFF");
    EXPECT_EQ(typed(file, "bipolar", "none"), "none");
    EXPECT_EQ(typed(file, "high", "+5/384"), "+5/384");
    EXPECT_EQ(typed(file, "flags", "on", 11), "on");
    EXPECT_EQ(file.sample.flags, 0x800);
}

TEST(values, a_word_of_the_list_goes_before_the_number_it_looks_like) {
    File file;
    EXPECT_EQ(typed(file, "colour", "2"), "2");
    EXPECT_EQ(file.sample.colour, 1);
}

TEST(values, what_a_field_does_not_allow_is_refused_with_what_it_does) {
    File file;
    const Bytes before = file.bytes;
    EXPECT_EQ(typed(file, "steps", "65"), "!2 to 64");
    EXPECT_EQ(typed(file, "steps", "x"), "!2 to 64");
    EXPECT_EQ(typed(file, "steps", "12 apples"), "!2 to 64");
    EXPECT_EQ(typed(file, "steps", "1e300"), "!2 to 64");
    EXPECT_EQ(typed(file, "steps", "nan"), "!2 to 64");
    EXPECT_EQ(typed(file, "bipolar", "+64"), "!-64 to +63 or none");
    EXPECT_EQ(typed(file, "note", "G#9"), "!C-1 to G9");
    EXPECT_EQ(typed(file, "note", "C99999999999999999999"), "!C-1 to G9");
    EXPECT_EQ(typed(file, "colour", "7"), "!a word of the list");
    EXPECT_EQ(typed(file, "colour", "1:9"), "!a word of the list");
    EXPECT_EQ(typed(file, "tempo", "29.9"), "!30.0 to 300.0");
    EXPECT_EQ(typed(file, "flags", "FFF"), "!one flag, such as trigs[5]");
    EXPECT_EQ(typed(file, "flags", "maybe", 0), "!on or off");
    EXPECT_EQ(typed(file, "tag", "ABCD"), "!a field that is only kept, not edited");
    EXPECT_EQ(typed(file, "unknown", "00"), "!a field that is only kept, not edited");
    EXPECT_EQ(typed(file, "guessed", "1"), "!a field that is only kept, not edited");
    EXPECT_EQ(file.bytes, before);
}

TEST(values, a_text_ends_with_a_nul_and_keeps_what_is_stale_behind_it) {
    File file;
    for (char& c : file.sample.text.bytes) c = 'x';
    EXPECT_EQ(typed(file, "text", "TWO"), "TWO");
    EXPECT_EQ(std::string_view(file.sample.text.bytes, 7), std::string_view("TWO\0xxx", 7));
    EXPECT_EQ(typed(file, "text", "SIXSIX"), "SIXSIX");
    EXPECT_EQ(typed(file, "text", "SEVENTY"), "!at most 6 characters");
    EXPECT_EQ(typed(file, "text", "Größe"), "Größe");
    EXPECT_EQ(u8(file.sample.text.bytes[2]), 0xF6);
    EXPECT_EQ(typed(file, "text", "日"), "!characters of ISO 8859-1");
}

TEST(values, a_float_that_is_none_reads_as_zero) {
    File file;
    file.sample.real.raw = 0x7FC00000;
    EXPECT_EQ(real(at("real"), file.bytes), 0);
    EXPECT_EQ(typed(file, "real", "-1.25"), "-1.25");
    EXPECT_EQ(float(file.sample.real), -1.25f);
}
