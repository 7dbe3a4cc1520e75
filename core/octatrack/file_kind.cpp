#include "octatrack/file_kind.h"

#include <algorithm>

namespace groovebench::octatrack {
namespace {

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = char(c + 32);
    return out;
}

// Two digits behind the letters, from 01 to most.
bool is_numbered(std::string_view stem, std::string_view letters, int most) {
    if (!stem.starts_with(letters) || stem.size() != letters.size() + 2) return false;
    const char tens = stem[letters.size()], ones = stem[letters.size() + 1];
    if (tens < '0' || tens > '9' || ones < '0' || ones > '9') return false;
    const int number = (tens - '0') * 10 + ones - '0';
    return number >= 1 && number <= most;
}

}  // namespace

std::string_view base_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string copy_name(std::string_view path) {
    std::string name = lower(base_name(path));
    if (name.ends_with(".work") || name.ends_with(".strd")) name.resize(name.size() - 5);
    return name;
}

bool is_stored_copy(std::string_view path) { return lower(base_name(path)).ends_with(".strd"); }

FileKind kind_of(std::string_view path) {
    const std::string name = lower(base_name(path)), stem = copy_name(path);
    if (name.size() > 3 && name.ends_with(".ot")) return FileKind::sample_settings;
    if (stem.size() == name.size()) return FileKind::other;
    if (stem == "project") return FileKind::project;
    if (stem == "markers") return FileKind::markers;
    if (is_numbered(stem, "bank", 16)) return FileKind::bank;
    return is_numbered(stem, "arr", 8) ? FileKind::arrangement : FileKind::other;
}

}  // namespace groovebench::octatrack
