// What all of the core is made of: bytes, and views of bytes.
// A file in memory is a Bytes; a part of one, or a borrowed whole, is a ByteView. Nothing here copies.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace groovebench {

using u8 = std::uint8_t;
using u16 = std::uint16_t;
using u32 = std::uint32_t;
using u64 = std::uint64_t;
using i8 = std::int8_t;
using i16 = std::int16_t;
using i32 = std::int32_t;
using i64 = std::int64_t;

using Bytes = std::vector<std::byte>;
using ByteView = std::span<const std::byte>;
using ByteSpan = std::span<std::byte>;

inline ByteView bytes_of(std::string_view text) { return std::as_bytes(std::span(text.data(), text.size())); }
inline std::string_view text_of(ByteView bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

// A structure laid over the bytes of a file, or null where it does not fit. The only place that
// casts: T is made of bytes, so alignment and aliasing hold (C++20 creates it implicitly).
template <class T>
const T* overlay(ByteView file, std::size_t at = 0) {
    static_assert(alignof(T) == 1 && std::is_trivially_copyable_v<T>);
    const bool fits = at <= file.size() && sizeof(T) <= file.size() - at;
    return fits ? reinterpret_cast<const T*>(file.data() + at) : nullptr;
}
template <class T>
T* overlay(ByteSpan file, std::size_t at = 0) {
    return const_cast<T*>(overlay<T>(ByteView(file), at));
}
template <class T>
T* overlay(Bytes& file, std::size_t at = 0) {
    return overlay<T>(ByteSpan(file), at);
}
template <class T>
const T* overlay(const Bytes& file, std::size_t at = 0) {
    return overlay<T>(ByteView(file), at);
}

}  // namespace groovebench
