#include "archive/names.h"

#include <algorithm>

namespace groovebench::archive {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

const char* part_fault(std::string_view part) {
    if (part.empty()) return "a name without empty parts";
    if (part == "..") return "a name that stays in its folder";
    if (part == ".") return "a name without \".\" parts";
    return nullptr;
}

// The length of the UTF-8 sequence at the front of the text, 0 if there is no valid one.
std::size_t sequence_length(std::string_view text) {
    const u8 first = u8(text[0]);
    const std::size_t length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (length == 0 || length > text.size()) return 0;
    for (std::size_t i = 1; i < length; i++)
        if ((u8(text[i]) & 0xC0) != 0x80) return 0;
    if (length < 3) return length;
    const u8 second = u8(text[1]);
    const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool outside = (first == 0xED && second > 0x9F) || (first == 0xF4 && second > 0x8F);
    return overlong || outside ? 0 : length;
}

}  // namespace

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t length = sequence_length(text);
        if (length == 0) return false;
        text.remove_prefix(length);
    }
    return true;
}

const char* name_fault(std::string_view name, RootNames root) {
    if (name.find('\0') != name.npos) return "a name without NUL";
    if (name.find('\\') != name.npos) return "a name without backslashes";
    if (name.starts_with('/')) {
        if (root == RootNames::refused) return "a name that does not start with \"/\"";
        name.remove_prefix(1);
    }
    if (name.size() >= 2 && is_letter(name[0]) && name[1] == ':') return "a name without a drive letter";
    if (name.size() > 1 && name.ends_with('/')) name.remove_suffix(1);
    for (;;) {
        const std::size_t slash = name.find('/');
        if (const char* fault = part_fault(name.substr(0, slash))) return fault;
        if (slash == name.npos) return nullptr;
        name.remove_prefix(slash + 1);
    }
}

std::string folded(std::string_view name) {
    if (name.starts_with('/')) name.remove_prefix(1);
    if (name.ends_with('/')) name.remove_suffix(1);
    std::string key(name);
    for (std::size_t i = 0; i < key.size(); i++) {
        const u8 c = u8(key[i]);
        if (c >= 'A' && c <= 'Z') key[i] = char(c + 32);
        // U+00C0 to U+00DE but for the multiplication sign U+00D7, as UTF-8.
        if (i > 0 && u8(key[i - 1]) == 0xC3 && c >= 0x80 && c <= 0x9E && c != 0x97) key[i] = char(c + 32);
    }
    return key;
}

void NameList::add(std::string_view name, Kind kind, std::size_t offset) {
    names.push_back({folded(name), std::string(name), kind, offset});
}

std::optional<Problem> NameList::clash() const {
    std::vector<const Name*> sorted;
    for (const Name& name : names) sorted.push_back(&name);
    const auto before = [](const Name* a, const Name* b) { return std::tie(a->key, a->offset) < std::tie(b->key, b->offset); };
    std::sort(sorted.begin(), sorted.end(), before);
    const auto report = [](const Name* at, std::string expected, const Name* found) {
        return Problem{Severity::error, "", at->offset, at->written, std::move(expected), found->written, Cause::broken};
    };
    for (std::size_t i = 0; i + 1 < sorted.size(); i++)
        if (sorted[i]->key == sorted[i + 1]->key)
            return report(sorted[i + 1], "a name that is not taken (upper and lower case count as one)", sorted[i]);
    for (const Name* name : sorted) {
        if (name->kind == Kind::folder) continue;
        const std::string inside = name->key + "/";
        const auto less = [](const Name* a, const std::string& key) { return a->key < key; };
        const auto next = std::lower_bound(sorted.begin(), sorted.end(), inside, less);
        if (next != sorted.end() && (*next)->key.starts_with(inside))
            return report(name, "a folder, because another member is in it", *next);
    }
    return std::nullopt;
}

}  // namespace groovebench::archive
