#include "schema/schema.h"

#include <gtest/gtest.h>

#include "octatrack/bank.h"
#include "octatrack/markers.h"

using namespace groovebench;

namespace {

constexpr auto sure = Evidence::verified;

struct Inner {
    u8 a;
    be16 b;
    [[maybe_unused]] static constexpr auto name = "inner";
    static constexpr void describe(auto& field) {
        field(FIELD(Inner, a), sure, "one byte");
        field(FIELD(Inner, b), sure, "two bytes", Unit::steps);
    }
};
static_assert(whole<Inner>());

struct Gap {
    u8 a;
    be16 b;
    u8 c;
    [[maybe_unused]] static constexpr auto name = "gap";
    static constexpr void describe(auto& field) {
        field(FIELD(Gap, a), sure, "");
        field(FIELD(Gap, c), sure, "");
    }
};
struct Swapped {
    u8 a;
    be16 b;
    [[maybe_unused]] static constexpr auto name = "swapped";
    static constexpr void describe(auto& field) {
        field(FIELD(Swapped, b), sure, "");
        field(FIELD(Swapped, a), sure, "");
    }
};
struct Short {
    u8 a;
    u8 b;
    [[maybe_unused]] static constexpr auto name = "short";
    static constexpr void describe(auto& field) { field(FIELD(Short, a), sure, ""); }
};
struct Loose {
    u16 a;
    [[maybe_unused]] static constexpr auto name = "loose";
    static constexpr void describe(auto& field) { field(FIELD(Loose, a), sure, ""); }
};

const Field& field_of(const Schema& in, std::string_view name) {
    for (const Field& field : in.fields)
        if (field.name == name) return field;
    ADD_FAILURE() << name;
    return in.fields[0];
}

// Every record once: each field inside its record, one behind the other, to the end.
void check_layout(const Schema& of) {
    std::size_t at = 0;
    for (const Field& field : of.fields) {
        EXPECT_EQ(field.offset, at) << of.name << "." << field.name;
        EXPECT_FALSE(field.name.empty()) << of.name;
        EXPECT_TRUE(field.is_array || field.count == 1) << of.name << "." << field.name;
        at += std::size_t(field.size) * field.count;
        if (field.kind == Kind::record) {
            EXPECT_EQ(field.record->size, field.size);
            check_layout(*field.record);
        }
    }
    EXPECT_EQ(at, of.size) << of.name;
}

}  // namespace

TEST(schema, a_list_with_a_gap_a_swap_or_a_missing_end_is_not_whole) {
    EXPECT_TRUE(whole<Inner>());
    EXPECT_FALSE(whole<Gap>());
    EXPECT_FALSE(whole<Swapped>());
    EXPECT_FALSE(whole<Short>());
    EXPECT_FALSE(whole<Loose>());
}

TEST(schema, every_record_of_a_bank_and_of_markers_is_laid_out_without_gaps) {
    check_layout(schema<octatrack::Bank>);
    check_layout(schema<octatrack::Markers>);
}

TEST(schema, a_field_knows_its_kind_limits_and_words_from_its_type) {
    using namespace octatrack;
    const Field& length = field_of(schema<PatternTail>, "master_length");
    EXPECT_EQ(length.kind, Kind::ranged);
    EXPECT_TRUE(length.big_endian && length.min == 2 && length.max == 1024 && length.none == 0xFFFF);
    const Field& scale = field_of(schema<PatternTail>, "scale");
    EXPECT_EQ(scale.kind, Kind::choice);
    EXPECT_EQ(scale.words.size(), 7u);
    const Field& mask = field_of(schema<AudioTrack>, "trigs");
    EXPECT_TRUE(mask.kind == Kind::flags && mask.bits == 64 && mask.size == 8);
    const Field& locks = field_of(schema<AudioTrack>, "locks");
    EXPECT_TRUE(locks.kind == Kind::record && locks.is_array && locks.count == 64 && locks.size == 32);
    EXPECT_EQ(field_of(schema<Pattern>, "tag").expected, "PTRN");
    EXPECT_TRUE(field_of(schema<LfoDesign>, "steps").is_signed);
}

TEST(schema, the_parts_of_a_packed_field_fill_its_bits_from_the_top) {
    const Field& word = field_of(schema<octatrack::AudioTrack>, "trig_words");
    ASSERT_EQ(word.kind, Kind::packed);
    int below = 16;
    for (const Field& part : word.record->fields) {
        EXPECT_EQ(part.bit + part.bits, below) << part.name;
        EXPECT_TRUE(part.big_endian && part.size == 2);
        below = part.bit;
    }
    EXPECT_EQ(below, 0);
}

TEST(schema, words_of_evidence_and_units_exist) {
    for (int i = 0; i <= int(Evidence::unknown); i++) EXPECT_FALSE(word(Evidence(i)).empty());
    EXPECT_EQ(word(Unit::gain_db), "dB");
}
