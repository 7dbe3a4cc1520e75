#include <algorithm>

#include "any/format.h"
#include "bytes/format.h"
#include "octatrack/file_json.h"

namespace groovebench::any {

std::span<const Format* const> formats() {
    static const std::vector<const Format*> all = [] {
        std::vector<const Format*> list;
        for (const Format& format : octatrack_formats()) list.push_back(&format);
        return list;
    }();
    return all;
}

const Format* format_named(std::string_view name) {
    const auto found = std::ranges::find(formats(), name, [](const Format* format) { return format->name; });
    return found == formats().end() ? nullptr : *found;
}

const Format* format_of(std::string_view file_name, ByteView file) {
    const auto found = std::ranges::find_if(formats(), [&](const Format* format) { return format->is(file_name, file); });
    return found == formats().end() ? nullptr : *found;
}

Problem unknown_format(std::string_view file_name) {
    std::string known;
    for (const Format* format : formats()) known += fmt::format("{}{}", known.empty() ? "" : ", ", format->name);
    return {.file = std::string(file_name),
            .expected = "a file of a known kind (" + known + ")",
            .found = "another",
            .cause = Cause::unsupported};
}

Result<FromJson> from_json(std::string_view document) {
    auto file = octatrack::file_from_json(document);
    if (!file) return file.problem();
    return FromJson{format_named(fmt::format("octatrack {}", octatrack::word(file->kind))), std::move(file->bytes)};
}

}  // namespace groovebench::any
