#include "schema/json.h"

#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>
#include <set>

#include "octatrack/bank.h"
#include "schema/markdown.h"

using namespace groovebench;

namespace {

struct Colour {
    enum class Name : u8 { red };
};
inline constexpr Word colour_words[] = {{0, "RED"}, {3, "BLUE"}};
constexpr std::span<const Word> words(Colour::Name) { return colour_words; }

struct Half {
    static constexpr auto name = "half";
    static constexpr void describe_bits(auto& bits) {
        bits("high", 3, Evidence::verified, "high", 0, 7);
        bits("low", 5, Evidence::verified, "low", -16, 15, Unit::none, true);
    }
};

// One field of each kind.
struct Everything {
    Constant<"TAG|"> tag;
    bei16 signed_number;
    lef32 real;
    Ranged<0, 10, u8, 255> ranged;
    Choice<Colour::Name> colour;
    Flags<12, be16> mask;
    Flags<64, be64> wide;
    Text<6> text;
    Unknown<3> unknown;
    Packed<Half, u8> halves[2];
    be32 numbers[3];

    static constexpr auto name = "everything";
    static constexpr void describe(auto& field) {
        constexpr auto sure = Evidence::verified;
        field(FIELD(Everything, tag), sure, "tag");
        field(FIELD(Everything, signed_number), sure, "signed");
        field(FIELD(Everything, real), sure, "real");
        field(FIELD(Everything, ranged), Evidence::inferred, "ranged", Unit::plus_one);
        field(FIELD(Everything, colour), sure, "colour");
        field(FIELD(Everything, mask), sure, "mask");
        field(FIELD(Everything, wide), sure, "wide");
        field(FIELD(Everything, text), sure, "text");
        field(FIELD(Everything, unknown), Evidence::unknown, "kept | whatever it is");
        field(FIELD(Everything, halves), sure, "halves");
        field(FIELD(Everything, numbers), sure, "numbers");
    }
};
static_assert(whole<Everything>());

Bytes some_bytes(u8 seed = 0) {
    Bytes bytes(sizeof(Everything));
    for (std::size_t i = 0; i < bytes.size(); i++) bytes[i] = std::byte(u8(i * 73 + seed * 41));
    std::ranges::copy(bytes_of("TAG|"), bytes.begin());
    return bytes;
}
std::string json_text(const Bytes& bytes) { return json_of(*locate(schema<Everything>, bytes, ""), bytes); }
Result<Bytes> bytes_from(std::string_view text) {
    const auto document = parse_json(text);
    if (!document) return document.problem();
    Bytes bytes(sizeof(Everything));
    if (const auto put = put_json(*document, schema<Everything>, bytes, 0); !put) return put.problem();
    return bytes;
}
std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    EXPECT_NE(at, text.npos) << from;
    return text.replace(at, from.size(), to);
}

constexpr std::string_view plain = R"({
 "tag": "TAG|",
 "signed_number": -2,
 "real": 120.5,
 "ranged": 255,
 "colour": 3,
 "mask": "0x0801",
 "wide": "0x8000000000000001",
 "text": "Ab\u0000)"
                                   "\xC3\xA9"
                                   R"(",
 "unknown": "00FF10",
 "halves": [
  {"high": 5, "low": -1},
  {"high": 0, "low": 0}
 ],
 "numbers": [1, 4294967295, 0]
})";

}  // namespace

TEST(json, each_kind_of_field_is_written_raw_and_readable) {
    const auto bytes = bytes_from(plain);
    ASSERT_TRUE(bytes) << sentence(bytes.problem());
    EXPECT_EQ(json_text(*bytes), plain);
    EXPECT_EQ(u8(overlay<Everything>(*bytes)->halves[0].raw), 0xBF);
    EXPECT_EQ(overlay<Everything>(*bytes)->text.bytes[3], '\xE9');
}

TEST(json, any_bytes_come_back_as_they_were) {
    for (int seed = 0; seed < 256; seed++) {
        const Bytes bytes = some_bytes(u8(seed));
        const auto back = bytes_from(json_text(bytes));
        ASSERT_TRUE(back) << sentence(back.problem());
        EXPECT_EQ(*back, bytes);
    }
}

TEST(json, floats_that_are_no_numbers_keep_their_bits) {
    Bytes bytes = some_bytes();
    for (const u32 bits : {0x7FC00001u, 0x7F800000u, 0x80000000u, 1u, 0x7F7FFFFFu, 0x3DCCCCCDu}) {
        overlay<Everything>(bytes)->real.raw = bits;
        const auto back = bytes_from(json_text(bytes));
        ASSERT_TRUE(back) << sentence(back.problem());
        EXPECT_EQ(*back, bytes) << bits;
    }
}

TEST(json, what_does_not_fit_is_refused_with_its_path) {
    const std::tuple<std::string_view, std::string_view, std::string_view> cases[] = {
        {"255", "256", "ranged: at 0xA: expected a number, 0 to 255, found 256"},
        {"255", "\"none\"", "ranged: at 0xA: expected a number, 0 to 255, found \"none\""},
        {"255", "1.5", "ranged: at 0xA: expected a number, 0 to 255, found 1.5"},
        {"-2", "-32769", "signed_number: at 0x4: expected a number, -32768 to 32767, found -32769"},
        {"120.5", "true", "real: at 0x6: expected a number, or 8 hex digits, found true"},
        {"\"0x0801\"", "2049", "mask: at 0xC: expected \"0x\" and 4 hex digits, found 2049"},
        {"0x0801", "0x08G1", "mask: at 0xC: expected \"0x\" and 4 hex digits, found \"0x08G1\""},
        {"00FF10", "00FF1", "unknown: at 0x1C: expected 6 hex digits, found \"00FF1\""},
        {"TAG|", "\xE2\x82\xAC", "tag: at 0x0: expected a text of at most 4 characters of ISO 8859-1, found \"\xE2\x82\xAC\""},
        {"TAG|", "TAGS|", "tag: at 0x0: expected a text of at most 4 characters of ISO 8859-1, found \"TAGS|\""},
        {"\"low\": -1", "\"low\": 16", "halves[1].low: at 0x1F: expected a number, -16 to 15, found 16"},
        {"\"low\": -1", "\"lower\": -1", "halves[1].low: at 0x1F: expected low, found nothing of that name"},
        {"1, 4294967295, 0", "1, 2", "numbers: at 0x21: expected an array of 3, found an array of 2"},
        {"1, 4294967295, 0", "1, [], 0", "numbers[2]: at 0x25: expected a number, 0 to 4294967295, found an array of 0"},
        {"\"colour\": 3", "\"color\": 3", "colour: at 0xB: expected colour, found nothing of that name"},
        {"\"colour\": 3", "\"colour\": 3, \"size\": 1", "at 0x0: expected a field of everything, found size"},
        {"\"colour\": 3", "\"colour\": 3, \"colour\": 3", "colour: expected each name once, found twice in one object"},
        {"\"colour\": 3", "\"colour\" 3", "JSON: at 0x53: expected JSON, found 3"},
    };
    for (const auto& [from, to, expected] : cases) {
        const auto bytes = bytes_from(replaced(std::string(plain), from, to));
        ASSERT_FALSE(bytes) << to;
        EXPECT_EQ(sentence(bytes.problem()), expected);
    }
}

TEST(json, hostile_documents_end_in_a_sentence) {
    EXPECT_FALSE(parse_json(std::string(1'000'000, '[')));
    EXPECT_FALSE(parse_json(""));
    EXPECT_FALSE(parse_json("{\"a\": 1} x"));
    EXPECT_FALSE(parse_json(std::string_view("{\"a\": 1}\0 x", 11)));  // the parser itself would stop at the NUL
    EXPECT_FALSE(parse_json("\"\xFF\""));
    EXPECT_FALSE(parse_json("1e999"));
    EXPECT_FALSE(bytes_from("[]"));
    EXPECT_FALSE(bytes_from("7"));
    EXPECT_EQ(sentence(parse_json(std::string(100, '[')).problem()), "JSON: expected at most 32 levels, found one more");
}

TEST(locate, names_values_flags_records_and_whole_arrays) {
    const Bytes bytes = *bytes_from(plain);
    const std::pair<std::string_view, std::string_view> parts[] = {
        {"ranged", "255"},
        {"mask", "\"0x0801\""},
        {"mask[1]", "1"},
        {"mask[2]", "0"},
        {"halves[1]", "{\"high\": 5, \"low\": -1}"},
        {"halves[1].low", "-1"},
        {"numbers[2]", "4294967295"},
        {"numbers", "[1, 4294967295, 0]"},
        {"halves", "[\n {\"high\": 5, \"low\": -1},\n {\"high\": 0, \"low\": 0}\n]"}};
    for (const auto& [path, expected] : parts) {
        const auto found = locate(schema<Everything>, bytes, path);
        ASSERT_TRUE(found) << path;
        EXPECT_EQ(json_of(*found, bytes), expected) << path;
    }
    for (const std::string_view path : {"numbers[4]", "number", "ranged.x", "mask[13]", "numbers.x", "halves[1].low.x", "ranged."})
        EXPECT_FALSE(locate(schema<Everything>, bytes, path)) << path;
}

TEST(markdown, tells_place_size_meaning_range_and_evidence) {
    const std::string page = markdown(schema<Everything>);
    for (const std::string_view row :
         {"# everything\n\n45 bytes.\n", "| 0x0 | 4 | `tag` | tag | always TAG\\| | verified |\n",
          "| 0xA | 1 | `ranged` | ranged | 0 to 10, shown as 1 to 11, 255 is none | inferred |\n",
          "| 0xB | 1 | `colour` | colour | 0 RED, 3 BLUE | verified |\n", "| 0xC | 2 | `mask` | mask | 12 flags | verified |\n",
          "| 0x1C | 3 | `unknown` | kept \\| whatever it is | kept | unknown |\n",
          "| 0x1F | 2 × 1 | `halves[1…2]` | halves | parts below | verified |\n",
          "|  | bits 5–7 | `….high` | high | 0 to 7 | verified |\n", "|  | bits 0–4 | `….low` | low | -16 to 15 | verified |\n"})
        EXPECT_NE(page.find(row), page.npos) << row << "\n" << page;
}

TEST(markdown, has_a_section_for_each_record_once_and_lists_long_choices_below) {
    const std::string page = markdown(schema<octatrack::Bank>);
    std::size_t sections = 0, tables = 0;
    for (auto at = page.find("## audio locks\n"); at != page.npos; at = page.find("## audio locks\n", at + 1)) sections++;
    for (auto at = page.find("| offset |"); at != page.npos; at = page.find("| offset |", at + 1)) tables++;
    EXPECT_EQ(sections, 1u);
    EXPECT_GT(tables, 20u);
    EXPECT_NE(page.find("`condition`: 0 none, 1 FILL"), page.npos);
}

// What a packed integer holds must all be in its parts: a bit outside of them would be lost on the way.
TEST(json, the_parts_of_packed_fields_cover_their_bits) {
    std::set<const Schema*> seen;
    walk(schema<octatrack::Bank>, 0, [&](const Visit& visit) {
        const Field* packed = visit.trail.up ? visit.trail.up->field : nullptr;
        if (!packed || packed->kind != Kind::packed || !seen.insert(packed->record).second) return;
        u32 bits = 0;
        for (const Field& part : packed->record->fields) bits += part.bits;
        EXPECT_EQ(bits, 8 * packed->size) << packed->name;
    });
    EXPECT_FALSE(seen.empty());
}

TEST(json, a_document_of_many_names_is_read_in_time_and_one_of_too_many_values_is_refused) {
    std::string text = "{\"n0\": 0";
    for (int i = 1; i < 100000; i++) text += ", \"n" + std::to_string(i) + "\": " + std::to_string(i);
    const auto many = parse_json(text + "}");
    ASSERT_TRUE(many);
    EXPECT_EQ(many->size(), 100000u);
    EXPECT_EQ((*many)["n99999"], 99999);
    EXPECT_EQ(parse_json(text + ", \"n7\": 0}").problem().path, "n7");
    text.assign(std::size_t(2) * ((std::size_t(8) << 20) + 1), ',');
    for (std::size_t i = 1; i < text.size(); i += 2) text[i] = '0';
    text.front() = '[';
    EXPECT_EQ(parse_json(text + "]").problem().found, "more");
}
