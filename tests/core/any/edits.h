// One edit of every kind of field of a file: which fields those are, and other values for them. The fields are those that the
// file itself lists, so a new one is covered as soon as an example has a value of it.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <string>
#include <vector>

#include "any/file.h"
#include "examples.h"

namespace groovebench::test {

// "patterns[3].notes[1].kick[2].note" → "patterns[].notes[].kick[].note"
inline std::string kind_of_path(std::string_view path) {
    std::string out;
    bool inside = false;
    for (const char c : path) {
        if (c == ']') inside = false;
        if (!inside) out += c;
        if (c == '[') inside = true;
    }
    return out;
}

// ---- values to try

inline std::vector<std::string> words_to_try(const ValueRead& value) {
    std::vector<std::string> all;
    const Field* field = value.field;
    const bool has_words = field && !field->words.empty();
    if (!has_words && (value.shown == "on" || value.shown == "off")) return {value.shown == "on" ? "off" : "on"};
    if (field)
        for (const Word& word : field->words) all.emplace_back(word.word);
    if (field && field->kind == Kind::text) all.push_back(value.shown + "x");
    if (field && field->is_float) all.insert(all.end(), {"0.25", "0.75", "100", "61.5"});
    if (all.empty() && value.json.starts_with('"')) all.insert(all.end(), {"none", value.shown + "x", "reverse", "50 %"});
    std::erase(all, value.shown);
    return all;
}

inline std::vector<i64> numbers_to_try(const ValueRead& value) {
    const Field* field = value.field;
    if (!field || field->kind == Kind::text || field->is_float) return {1, 0, 2};
    if (!field->words.empty()) return {};
    std::vector<i64> all = {field->min + 1, field->max, field->min, field->max / 2, 3, 0};
    std::erase_if(all, [&](i64 one) { return one < field->min || one > field->max; });
    return all;
}

// Sets the value to the first other one that the format takes there; else `refusal` says what was in the way.
inline bool set_to_another(any::File& file, const ValueRead& value, std::string& refusal) {
    const auto taken = [&](const Written& written) {
        const Outcome done = file.set(value.path, written);
        if (!done) refusal = sentence(done.problem());
        return done && file.edited();
    };
    for (const std::string& word : words_to_try(value))
        if (taken({word})) return true;
    for (const i64 number : numbers_to_try(value))
        if (taken({.shown = "", .raw = number})) return true;
    return false;
}

// ---- which fields

// Not what is only kept, nor what has one value.
inline bool can_change(const Field& field) {
    const bool one_value = field.min == field.max && field.none == no_none && field.kind == Kind::ranged && !field.is_float;
    return editable(field) && !one_value;
}

// The sixteen tracks of an OP-Z have the same records: five stand for all, but for the mutes, whose bits they share.
inline bool has_a_twin(std::string_view path) {
    constexpr std::string_view twins[] = {".snare", ".perc",   ".sample",  ".lead",   ".chord", ".fx2",
                                          ".tape",  ".master", ".perform", ".module", ".lights"};
    if (!path.starts_with("patterns[") || path.find(".mute_groups[") != path.npos) return false;
    return std::ranges::any_of(twins, [&](std::string_view twin) { return path.find(twin) != path.npos; });
}

// Of each kind the paths to try: a flag for a field of flags, the first few of the others.
using PathsByKind = std::map<std::string, std::vector<std::string>>;
inline PathsByKind paths_by_kind(const any::File& file) {
    constexpr std::size_t few = 40;
    PathsByKind all;
    EXPECT_TRUE(file.each("", [&](const ValueRead& value) {
        if (has_a_twin(value.path)) return;
        if (value.field ? !can_change(*value.field) : file.format()->name.starts_with("ep133")) return;  // an unknown key is kept
        auto& paths = all[kind_of_path(value.path)];
        if (paths.size() >= few) return;
        if (value.field && value.field->kind == Kind::flags && value.field->bits > 1)
            for (const int flag : {1, int(value.field->bits)}) paths.push_back(value.path + "[" + std::to_string(flag) + "]");
        else
            paths.push_back(value.path);
    }));
    return all;
}

// What nobody sets: it is written with the file, says what the file is, or means nothing on its track.
inline bool is_never_set(std::string_view format, const std::string& kind) {
    static const std::map<std::string_view, std::vector<std::string_view>> never = {
        {"ep133 pattern", {"event_count", "format"}},
        {"ep133 scenes", {"scene_count"}},
        {"ep133 sound",
         {"wave.format", "wave.channels", "wave.rate", "wave.byte_rate", "wave.block", "wave.bits", "sampler.loops",
          "sampler.data_bytes"}},
        {"opz project", {"revision"}},
        {"opz kit", {"type", "drum_version", "synth_version"}},
    };
    // Components work on the tracks that play notes: opz.md 6.1.
    static const std::regex without_components(R"(patterns\[\]\.steps\.(fx1|motion)\[\]\.)"
                                               R"((values\..*|components))");
    const auto found = never.find(format);
    if (found != never.end() && std::ranges::find(found->second, kind) != found->second.end()) return true;
    return format == "opz project" && std::regex_match(kind, without_components);
}

// What was shown can be written again, but for what nobody knows: that is kept, and never chosen.
inline void expect_the_way_back(any::File& file, const ValueRead& value) {
    if (value.shown.empty() || value.shown.ends_with("(unknown)")) return;
    const Outcome done = file.set(value.path, {value.shown});
    ASSERT_TRUE(done) << value.path << " = " << value.shown << ": " << sentence(done.problem());
    EXPECT_EQ(file.read(value.path)->shown, value.shown) << value.path;
}

// ---- the formats of the two machines, each a test of its own, so that they share the processors

inline std::vector<const any::Format*> formats_but(std::initializer_list<std::string_view> names) {
    std::vector<const any::Format*> all;
    for (const any::Format* format : any::formats())
        if (!format->name.starts_with("octatrack") && std::ranges::find(names, format->name) == names.end()) all.push_back(format);
    return all;
}
inline std::string name_of_format(const testing::TestParamInfo<const any::Format*>& info) {
    std::string name(info.param->name);
    std::ranges::replace(name, ' ', '_');
    return name;
}
inline std::vector<any::File> examples_of(const any::Format* format) {
    std::vector<any::File> files;
    for (auto& [name, bytes] : all_examples())
        if (any::format_of(name, bytes) == format) files.emplace_back(name, std::move(bytes));
    return files;
}

}  // namespace groovebench::test
