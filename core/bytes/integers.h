// Integers and floats that carry their byte order and have alignment 1, so that a structure made of
// them is the layout of a file.
#pragma once

#include <bit>

#include "bytes/bytes.h"

namespace groovebench {

template <class T, std::endian Order, int Size = int(sizeof(T))>
struct Int {
    using Value = T;
    static constexpr std::endian order = Order;
    u8 bytes[Size];

    constexpr operator T() const {
        using U = std::make_unsigned_t<T>;
        U value = 0;
        for (int i = 0; i < Size; i++) value = U(U(value << 8 * (Size > 1)) | bytes[Order == std::endian::big ? i : Size - 1 - i]);
        return T(value);
    }
    constexpr Int& operator=(T value) {
        auto rest = std::make_unsigned_t<T>(value);
        for (int i = Size - 1; i >= 0; i--) {
            bytes[Order == std::endian::big ? i : Size - 1 - i] = u8(rest);
            rest = decltype(rest)(rest >> 8 * (Size > 1));
        }
        return *this;
    }
};

using be16 = Int<u16, std::endian::big>;
using be24 = Int<u32, std::endian::big, 3>;
using be32 = Int<u32, std::endian::big>;
using be64 = Int<u64, std::endian::big>;
using le16 = Int<u16, std::endian::little>;
using le24 = Int<u32, std::endian::little, 3>;
using le32 = Int<u32, std::endian::little>;
using le64 = Int<u64, std::endian::little>;
using bei16 = Int<i16, std::endian::big>;
using bei32 = Int<i32, std::endian::big>;
using lei16 = Int<i16, std::endian::little>;
using lei32 = Int<i32, std::endian::little>;

// An IEEE-754 single, little-endian.
struct lef32 {
    using Value = float;
    static constexpr std::endian order = std::endian::little;
    le32 raw;
    constexpr operator float() const { return std::bit_cast<float>(u32(raw)); }
    constexpr lef32& operator=(float value) {
        raw = std::bit_cast<u32>(value);
        return *this;
    }
};

static_assert(sizeof(be24) == 3 && sizeof(be64) == 8 && alignof(le32) == 1 && alignof(lef32) == 1);

}  // namespace groovebench
