#include "text/key_value.h"

#include <algorithm>
#include <charconv>

#include "bytes/format.h"

namespace groovebench::text {
namespace {

// Fills in what a line's characters say.
void classify(Line& line, std::string_view chars) {
    if (chars.empty()) {
        line.kind = LineKind::blank;
    } else if (chars.front() == '#') {
        line.kind = LineKind::comment;
    } else if (chars.front() == '[' && chars.back() == ']' && chars.size() > 2) {
        const bool closes = chars[1] == '/';
        line.kind = closes ? LineKind::close : LineKind::open;
        line.key = chars.substr(closes ? 2 : 1, chars.size() - (closes ? 3 : 2));
    } else if (const auto equals = chars.find('='); equals != chars.npos && equals > 0) {
        line.kind = LineKind::entry;
        line.key = chars.substr(0, equals);
        line.value_offset = line.offset + equals + 1;
        line.value_size = chars.size() - equals - 1;
    }
}

// The line that begins at `offset`; its end is CR LF, a lone LF, or the end of the file.
Line line_at(ByteView bytes, std::size_t offset) {
    const std::string_view rest = text_of(bytes.subspan(offset));
    const auto feed = rest.find('\n');
    Line line{.offset = offset, .size = feed == rest.npos ? rest.size() : feed, .ending = feed == rest.npos ? 0u : 1u};
    if (line.ending && line.size && rest[line.size - 1] == '\r') {
        line.size--;
        line.ending++;
    }
    classify(line, rest.substr(0, line.size));
    return line;
}

std::vector<Section> sections_of(const std::vector<Line>& lines) {
    std::vector<Section> sections;
    bool inside = false;
    for (std::size_t i = 0; i < lines.size(); i++) {
        if (lines[i].kind == LineKind::open) {
            sections.push_back({lines[i].key, i, i, false});
            inside = true;
        } else if (inside) {
            sections.back().last_line = i;
            sections.back().closed = lines[i].kind == LineKind::close && lines[i].key == sections.back().name;
            inside = !sections.back().closed;
        }
    }
    return sections;
}

Bytes copied(std::string_view chars) {
    const ByteView bytes = bytes_of(chars);
    return {bytes.begin(), bytes.end()};
}

}  // namespace

KeyValueText parse(ByteView bytes) {
    KeyValueText text{.bytes = bytes, .lines = {}, .sections = {}};
    for (std::size_t at = 0; at < bytes.size(); at = text.lines.back().end()) text.lines.push_back(line_at(bytes, at));
    text.sections = sections_of(text.lines);
    return text;
}

const Section* find_section(const KeyValueText& text, std::string_view name, std::size_t nth) {
    for (const Section& section : text.sections)
        if (section.name == name && nth-- == 0) return &section;
    return nullptr;
}

const Line* find_entry(const KeyValueText& text, const Section& section, std::string_view key, std::size_t nth) {
    for (std::size_t i = section.first_line; i <= section.last_line; i++) {
        const Line& line = text.lines[i];
        if (line.kind == LineKind::entry && line.key == key && nth-- == 0) return &line;
    }
    return nullptr;
}

Splice replace_value(const KeyValueText& text, const Line& entry, std::string_view value) {
    return {entry.value_offset, copied(text.value(entry)), copied(value)};
}

Splice insert_text(std::size_t offset, std::string_view lines) { return {offset, {}, copied(lines)}; }

Splice replace_range(const KeyValueText& text, std::size_t begin, std::size_t end, std::string_view lines) {
    return {begin, copied(text_of(text.bytes.subspan(begin, end - begin))), copied(lines)};
}

Result<Bytes> spliced(ByteView bytes, const Splice& splice) {
    const bool fits = splice.offset <= bytes.size() && splice.before.size() <= bytes.size() - splice.offset;
    if (!fits || !std::ranges::equal(bytes.subspan(splice.offset, splice.before.size()), splice.before))
        return Problem{.offset = splice.offset,
                       .expected = fmt::format("\"{}\"", text_of(splice.before)),
                       .found = "other text, which changed meanwhile"};
    Bytes out;
    out.reserve(bytes.size() - splice.before.size() + splice.after.size());
    const auto cut = bytes.begin() + std::ptrdiff_t(splice.offset);
    out.insert(out.end(), bytes.begin(), cut);
    out.insert(out.end(), splice.after.begin(), splice.after.end());
    out.insert(out.end(), cut + std::ptrdiff_t(splice.before.size()), bytes.end());
    return out;
}

std::optional<i64> whole_number(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    i64 value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace groovebench::text
