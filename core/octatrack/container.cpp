#include "octatrack/container.h"

#include <array>
#include <bit>
#include <numeric>

#include "bytes/format.h"

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace groovebench::octatrack {
namespace {

constexpr std::size_t sum_from = 16, version_at = 21, head_size = 22;

std::string printable(ByteView bytes) {
    std::string text;
    for (std::byte b : bytes)
        if (char(b) >= ' ' && char(b) <= '~')
            text += char(b);
        else
            fmt::format_to(std::back_inserter(text), "\\x{:02X}", u8(b));
    return text;
}

// Adds up as many bytes as fit whole blocks of 32, and says in `at` how far it came. The sum is taken mod 65536, so
// lanes may wrap; one instruction adds neighbouring bytes where compilers make several of a loop.
u32 sum_of_blocks(ByteView bytes, std::size_t& at) {
#if defined(__wasm_simd128__)
    v128_t even = wasm_i16x8_splat(0), odd = even;
    for (; at + 32 <= bytes.size(); at += 32) {
        even = wasm_i16x8_add(even, wasm_u16x8_extadd_pairwise_u8x16(wasm_v128_load(bytes.data() + at)));
        odd = wasm_i16x8_add(odd, wasm_u16x8_extadd_pairwise_u8x16(wasm_v128_load(bytes.data() + at + 16)));
    }
    u16 lanes[8];
    wasm_v128_store(lanes, wasm_i16x8_add(even, odd));
    return std::accumulate(std::begin(lanes), std::end(lanes), u32(0));
#elif defined(__SSE2__)
    const __m128i zero = _mm_setzero_si128();
    __m128i even = zero, odd = zero;
    const auto load = [&](std::size_t from) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes.data() + from)); };
    for (; at + 32 <= bytes.size(); at += 32) {
        even = _mm_add_epi64(even, _mm_sad_epu8(load(at), zero));
        odd = _mm_add_epi64(odd, _mm_sad_epu8(load(at + 16), zero));
    }
    const auto sums = std::bit_cast<std::array<u64, 2> >(_mm_add_epi64(even, odd));
    return u32(sums[0] + sums[1]);
#else
    (void)bytes, (void)at;
    return 0;
#endif
}

u16 sum_of(ByteView bytes) {
    std::size_t at = 0;
    u32 sum = sum_of_blocks(bytes, at);
    for (; at < bytes.size(); at++) sum += u8(bytes[at]);
    return u16(sum);
}

}  // namespace

u16 checksum(ByteView file) {
    if (file.size() < sum_from + 2) return 0;
    return sum_of(file.subspan(sum_from, file.size() - sum_from - 2));
}

u16 stored_checksum(ByteView file) {
    const auto* sum = file.size() < 2 ? nullptr : overlay<be16>(file, file.size() - 2);
    return sum ? u16(*sum) : u16(0);
}

void seal(ByteSpan file) {
    if (file.size() < sum_from + 2) return;
    *overlay<be16>(file, file.size() - 2) = checksum(file);
}

std::optional<Problem> checksum_problem(ByteView file) {
    const u16 sum = checksum(file), stored = stored_checksum(file);
    if (sum == stored) return {};
    return Problem{.severity = Severity::warning,
                   .offset = file.size() - 2,
                   .path = "checksum",
                   .expected = fmt::format("0x{:04X}", sum),
                   .found = fmt::format("0x{:04X}", stored)};
}

Outcome check_container(ByteView file, std::size_t size, std::string_view tag, u8 version) {
    const std::string magic = "DPS1" + std::string(tag);
    if (file.size() >= head_size) {
        if (text_of(file.first(4)) != "FORM")
            return Problem{.offset = 0, .path = "header.form", .expected = "FORM", .found = printable(file.first(4))};
        if (text_of(file.subspan(8, 8)) != magic)
            return Problem{.offset = 8, .path = "header.tag", .expected = magic, .found = printable(file.subspan(8, 8))};
        if (u8(file[version_at]) != version)
            return Problem{.offset = version_at,
                           .path = "header.version",
                           .expected = fmt::format("version {} (OS 1.40)", version),
                           .found = fmt::format("version {}", u8(file[version_at])),
                           .cause = Cause::unsupported};
    }
    if (file.size() != size)
        return Problem{.offset = std::min(file.size(), size),
                       .path = "size",
                       .expected = fmt::format("{} bytes", size),
                       .found = fmt::format("{} bytes", file.size())};
    return {};
}

}  // namespace groovebench::octatrack
