#include "octatrack/container.h"

#include <format>

namespace groovebench::octatrack {
namespace {

constexpr std::size_t sum_from = 16, version_at = 21, head_size = 22;

std::string printable(ByteView bytes) {
    std::string text;
    for (std::byte b : bytes)
        if (char(b) >= ' ' && char(b) <= '~') text += char(b);
        else std::format_to(std::back_inserter(text), "\\x{:02X}", u8(b));
    return text;
}

}  // namespace

u16 checksum(ByteView file) {
    if (file.size() < sum_from + 2) return 0;
    // The sum is taken mod 65536, so lanes of 16 bits may wrap: that is what lets a compiler use SIMD.
    u16 sum = 0;
    for (std::byte b : file.subspan(sum_from, file.size() - sum_from - 2)) sum = u16(sum + u8(b));
    return sum;
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
    return Problem{.severity = Severity::warning, .offset = file.size() - 2, .path = "checksum",
                   .expected = std::format("0x{:04X}", sum), .found = std::format("0x{:04X}", stored)};
}

Outcome check_container(ByteView file, std::size_t size, std::string_view tag, u8 version) {
    const std::string magic = "DPS1" + std::string(tag);
    if (file.size() >= head_size) {
        if (text_of(file.first(4)) != "FORM") return Problem{.offset = 0, .path = "header.form", .expected = "FORM", .found = printable(file.first(4))};
        if (text_of(file.subspan(8, 8)) != magic) return Problem{.offset = 8, .path = "header.tag", .expected = magic, .found = printable(file.subspan(8, 8))};
        if (u8(file[version_at]) != version)
            return Problem{.offset = version_at, .path = "header.version", .expected = std::format("version {} (OS 1.40)", version),
                           .found = std::format("version {}", u8(file[version_at])), .cause = Cause::unsupported};
    }
    if (file.size() != size)
        return Problem{.offset = std::min(file.size(), size), .path = "size", .expected = std::format("{} bytes", size), .found = std::format("{} bytes", file.size())};
    return {};
}

}  // namespace groovebench::octatrack
