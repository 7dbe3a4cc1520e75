#include "opz/import_log.h"

#include <nlohmann/json.hpp>

#include "bytes/format.h"
#include "text/latin1.h"

namespace groovebench::opz {
namespace {

constexpr std::string_view started = "[IMPORT STARTED]";

// "importing projects/project10.opz...SUCCESS": what, and how it went.
struct Parts {
    std::string_view what, result;
};
Parts parts_of(std::string_view line, std::string_view verb) {
    line.remove_prefix(verb.size());
    const auto dots = line.find("...");
    return dots == line.npos ? Parts{line, {}} : Parts{line.substr(0, dots), line.substr(dots + 3)};
}

struct Verb {
    std::string_view start, words;
    bool refused;
};
constexpr Verb verbs[] = {{"Ignoring file of wrong type: ", "left alone, of a type the device does not take: ", true},
                          {"removing ", "removed: ", false},
                          {"assigning ", "put into its slot: ", false},
                          {"Calculating used sample space...", "samples take ", false}};

void explain(LogLine& line) {
    const std::string_view text = line.text;
    if (text.starts_with("importing ")) {
        const auto [what, result] = parts_of(text, "importing ");
        line.refused = result.starts_with("INVALID") || result.starts_with("FAIL");
        line.words = line.refused ? fmt::format("refused as invalid: {}", what) : fmt::format("imported: {}", what);
        if (const auto space = result.find("New used space "); space != result.npos)
            line.words += fmt::format(" (samples now take {})", result.substr(space + 15));
        return;
    }
    for (const Verb& verb : verbs)
        if (text.starts_with(verb.start)) {
            line.words = fmt::format("{}{}", verb.words, text.substr(verb.start.size()));
            line.refused = verb.refused;
        }
}

}  // namespace

bool is_import_log(std::string_view name, ByteView file) {
    return name.ends_with("import.log") || text_of(file.first(std::min<std::size_t>(file.size(), 64))).starts_with(started);
}

std::vector<LogLine> log_lines(ByteView file) {
    std::vector<LogLine> lines;
    const std::string_view text = text_of(file);
    int import = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string_view one = text.substr(at, end - at);
        if (one.ends_with('\r')) one.remove_suffix(1);
        LogLine line{.offset = at};
        one.remove_prefix(std::min(one.find_first_not_of(' '), one.size()));
        line.text = one;
        if (one == started) import++;
        line.import = import;
        explain(line);
        lines.push_back(std::move(line));
        at = end + 1;
    }
    return lines;
}

std::vector<Problem> log_findings(ByteView file) {
    std::vector<Problem> out;
    for (const LogLine& line : log_lines(file))
        if (line.refused)
            out.push_back({.severity = Severity::note,
                           .offset = line.offset,
                           .path = fmt::format("import {}", line.import),
                           .expected = "a file that the device takes",
                           .found = text::utf8_from_latin1(line.words)});
    return out;
}

std::string log_json(ByteView file) {
    std::string out = "{\n \"format\": \"opz import log\",\n \"lines\": [";
    const std::string_view text = text_of(file);
    for (std::size_t at = 0, first = 1;; first = 0) {
        const auto end = text.find('\n', at);
        out += first ? "\n  " : ",\n  ";
        append_json_text(out, text.substr(at, end == text.npos ? end : end - at));
        if (end == text.npos) break;
        at = end + 1;
    }
    return out + "\n ]\n}\n";
}

Result<Bytes> log_from_json(const Json& document) {
    const auto lines = document.find("lines");
    if (lines == document.end() || !lines->is_array())
        return Problem{.path = "lines", .expected = "an array of lines", .found = "none"};
    std::string out;
    for (std::size_t i = 0; i < lines->size(); i++) {
        const auto* utf8 = (*lines)[i].get_ptr<const std::string*>();
        const auto line = utf8 ? text::latin1_from_utf8(*utf8) : std::nullopt;
        if (!line || line->find('\n') != line->npos)
            return Problem{.path = fmt::format("lines[{}]", i + 1), .expected = "a line of text", .found = "something else"};
        out += (i ? "\n" : "") + *line;
    }
    const ByteView bytes = bytes_of(out);
    return Bytes(bytes.begin(), bytes.end());
}

}  // namespace groovebench::opz
