#include <gtest/gtest.h>

#include <array>

#include "bytes/integers.h"

using namespace groovebench;

template <class T>
void expect_bytes(typename T::Value value, std::array<u8, sizeof(T)> bytes) {
    T stored;
    stored = value;
    EXPECT_TRUE(std::equal(bytes.begin(), bytes.end(), reinterpret_cast<const u8*>(&stored)));
    EXPECT_EQ(typename T::Value(stored), value);
}

TEST(integers, every_width_is_written_and_read_in_its_byte_order) {
    expect_bytes<be16>(0x1234, {0x12, 0x34});
    expect_bytes<be24>(0x123456, {0x12, 0x34, 0x56});
    expect_bytes<be32>(0x12345678, {0x12, 0x34, 0x56, 0x78});
    expect_bytes<be64>(0x0102030405060708, {1, 2, 3, 4, 5, 6, 7, 8});
    expect_bytes<le16>(0x1234, {0x34, 0x12});
    expect_bytes<le24>(0x123456, {0x56, 0x34, 0x12});
    expect_bytes<le32>(0x12345678, {0x78, 0x56, 0x34, 0x12});
    expect_bytes<le64>(0x0102030405060708, {8, 7, 6, 5, 4, 3, 2, 1});
}

TEST(integers, negative_numbers_survive_both_byte_orders) {
    expect_bytes<bei16>(-2, {0xFF, 0xFE});
    expect_bytes<lei16>(-2, {0xFE, 0xFF});
    expect_bytes<bei32>(-3, {0xFF, 0xFF, 0xFF, 0xFD});
    expect_bytes<lei32>(-3, {0xFD, 0xFF, 0xFF, 0xFF});
}

TEST(integers, a_float_is_a_little_endian_single) {
    expect_bytes<lef32>(120.0f, {0x00, 0x00, 0xF0, 0x42});
    expect_bytes<lef32>(-1.0f, {0x00, 0x00, 0x80, 0xBF});
}

TEST(overlay, a_structure_that_does_not_fit_is_null) {
    Bytes file(5);
    EXPECT_NE(overlay<be32>(file, 1), nullptr);
    EXPECT_EQ(overlay<be32>(file, 2), nullptr);
    EXPECT_EQ(overlay<be32>(file, 6), nullptr);
    EXPECT_EQ(overlay<be32>(file, std::size_t(-1)), nullptr);
}
