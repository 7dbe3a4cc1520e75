#include <algorithm>
#include <nlohmann/json.hpp>

#include "any/format.h"
#include "bytes/format.h"

namespace groovebench::any {

std::span<const Format* const> formats() {
    static const std::vector<const Format*> all = [] {
        std::vector<const Format*> list;
        for (const auto machine : {octatrack_formats(), ep133_formats(), opz_formats()})
            for (const Format& format : machine) list.push_back(&format);
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

namespace {

std::string known_names() {
    std::string known;
    for (const Format* format : formats()) known += fmt::format("{}{}", known.empty() ? "" : ", ", format->name);
    return known;
}

}  // namespace

Problem unknown_format(std::string_view file_name) {
    return {.file = std::string(file_name),
            .expected = "a file of an Octatrack, an EP-133 or an OP-Z",
            .found = "another kind",
            .cause = Cause::unsupported};
}

Result<FromJson> from_json(std::string_view text) {
    auto document = parse_json(text);
    if (!document) return document.problem();
    const auto named = document->is_object() ? document->find("format") : document->end();
    const auto* name = document->is_object() && named != document->end() ? named->get_ptr<const std::string*>() : nullptr;
    const Format* format = name ? format_named(*name) : nullptr;
    if (!format) return Problem{.path = "format", .expected = "one of " + known_names(), .found = name ? *name : "no such name"};
    auto bytes = format->from_json(*std::move(document));
    if (!bytes) return bytes.problem();
    return FromJson{format, *std::move(bytes)};
}

}  // namespace groovebench::any
