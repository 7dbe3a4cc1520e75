#include "octatrack/part_clip.h"

#include <charconv>

#include "bytes/format.h"
#include "octatrack/blank.h"
#include "schema/walk.h"

namespace groovebench::octatrack {
namespace {

constexpr std::string_view first_line = "Groovebench Octatrack 1: part";
constexpr std::size_t largest_text = 1 << 20;

// What a part is compared with: the one of a new project.
Bytes new_part(int index) {
    Bytes bytes(sizeof(Part));
    make_blank(*overlay<Part>(bytes), index);
    return bytes;
}

std::string value_text(const Place& place, ByteView part) {
    if (place.field->kind != Kind::unknown) return std::to_string(number(place, part));
    std::string hex = "0x";
    for (const std::byte b : part.subspan(place.offset, place.field->size))
        fmt::format_to(std::back_inserter(hex), "{:02X}", u8(b));
    return hex;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.back() == '\r' || text.back() == ' ')) text.remove_suffix(1);
    while (text.starts_with(' ')) text.remove_prefix(1);
    return text;
}

bool put_hex(const Place& place, std::string_view digits, ByteSpan part) {
    if (!digits.starts_with("0x") || digits.size() != 2 + 2 * place.field->size) return false;
    for (std::size_t i = 0; i < place.field->size; i++) {
        unsigned value = 0;
        const char* at = digits.data() + 2 + 2 * i;
        if (std::from_chars(at, at + 2, value, 16).ptr != at + 2) return false;
        part[place.offset + i] = std::byte(value);
    }
    return true;
}

bool put_number(const Place& place, std::string_view digits, ByteSpan part) {
    i64 value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) return false;
    const Bytes bytes = encoded(place, part, value);
    std::ranges::copy(bytes, part.begin() + std::ptrdiff_t(place.offset));
    return number(place, part) == value;  // else it has no room there
}

// "pages[3].amp.vol=70": an empty string, or what was expected instead.
std::string put_line(std::string_view line, PartClip& clip) {
    const auto equals = line.find('=');
    if (equals == line.npos) return "a field and its value";
    const std::string_view path = trimmed(line.substr(0, equals)), value = trimmed(line.substr(equals + 1));
    if (path == "name") {
        clip.name = std::string(value);
        return {};
    }
    const auto place = find(schema<Part>, path);
    if (!place || place->field->kind == Kind::constant || place->field->name == "index") return "a field of a part";
    const bool done =
        place->field->kind == Kind::unknown ? put_hex(*place, value, clip.bytes) : put_number(*place, value, clip.bytes);
    return done ? std::string() : fmt::format("a value of {} byte(s)", place->field->size);
}

}  // namespace

std::string part_text(const Part& part, std::string_view name, std::string_view origin) {
    std::string out = fmt::format("{}\n", first_line);
    if (!origin.empty()) out += fmt::format("# {}\n", origin);
    if (!name.empty()) out += fmt::format("name={}\n", name);
    const ByteView bytes = std::as_bytes(std::span(&part, 1));
    for (const Difference& one : diff(schema<Part>, new_part(part.index), bytes))
        if (one.place.field->kind != Kind::constant) out += fmt::format("{}={}\n", one.path, value_text(one.place, bytes));
    return out;
}

bool looks_like_part(std::string_view text) { return trimmed(text.substr(0, text.find('\n'))) == first_line; }

Result<PartClip> parse_part(std::string_view text) {
    PartClip clip{{}, {}, new_part(0)};
    const auto problem = [](int line, std::string expected, std::string_view found) {
        return Problem{
            .path = fmt::format("line {}", line), .expected = std::move(expected), .found = std::string(found.substr(0, 60))};
    };
    if (!looks_like_part(text)) return problem(1, std::string(first_line), text.substr(0, text.find('\n')));
    if (text.size() > largest_text) return problem(1, "at most a megabyte", fmt::format("{} bytes", text.size()));
    for (int number = 1; !text.empty(); number++) {
        const auto end = text.find('\n');
        const std::string_view line = trimmed(text.substr(0, end));
        text = end == text.npos ? std::string_view() : text.substr(end + 1);
        if (number == 2 && line.starts_with("# ")) clip.origin = std::string(line.substr(2));
        if (number == 1 || line.empty() || line.starts_with('#')) continue;
        if (std::string expected = put_line(line, clip); !expected.empty()) return problem(number, std::move(expected), line);
    }
    return clip;
}

void paste_part(Part& part, const PartClip& clip) {
    const u8 index = part.index;
    part = *overlay<Part>(ByteView(clip.bytes));
    part.index = index;
}

}  // namespace groovebench::octatrack
