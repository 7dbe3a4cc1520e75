// Reading: from text to a document, with limits, without exceptions.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "bytes/format.h"
#include "schema/json.h"

namespace groovebench {
namespace {

constexpr std::size_t most_bytes = std::size_t(64) << 20, deepest = 32;

// What the parser calls: builds the document, and stops at a name that is there already and at what lies too deep.
class Builder {
public:
    Json root;
    std::optional<Problem> problem;

    bool null() { return add(nullptr); }
    bool boolean(bool value) { return add(value); }
    bool number_integer(i64 value) { return add(value); }
    bool number_unsigned(u64 value) { return add(value); }
    bool number_float(double value, const std::string&) { return add(value); }
    bool string(std::string& value) { return add(std::move(value)); }
    bool binary(Json::binary_t&) { return false; }
    bool start_object(std::size_t) { return enter(Json::object()); }
    bool start_array(std::size_t) { return enter(Json::array()); }
    bool end_object() { return leave(); }
    bool end_array() { return leave(); }
    bool key(std::string& name) {
        if (open.back()->contains(name)) return fail(name, "each name once", "twice in one object");
        next_key = std::move(name);
        return true;
    }
    bool parse_error(std::size_t position, const std::string& token, const Json::exception&) {
        problem = Problem{.offset = position, .path = "JSON", .expected = "JSON", .found = token.empty() ? "its end" : token};
        return false;
    }

private:
    bool fail(std::string path, std::string expected, std::string found) {
        problem = Problem{.path = std::move(path), .expected = std::move(expected), .found = std::move(found)};
        return false;
    }
    Json& put(Json value) {
        if (open.empty()) return root = std::move(value);
        if (open.back()->is_object()) return (*open.back())[next_key] = std::move(value);
        open.back()->push_back(std::move(value));
        return open.back()->back();
    }
    bool add(Json value) {
        put(std::move(value));
        return true;
    }
    bool enter(Json value) {
        if (open.size() == deepest) return fail("JSON", fmt::format("at most {} levels", deepest), "one more");
        open.push_back(&put(std::move(value)));
        return true;
    }
    bool leave() {
        open.pop_back();
        return true;
    }

    std::vector<Json*> open;  // a parent does not change while one of its children is open
    std::string next_key;
};

}  // namespace

Result<Json> parse_json(std::string_view text) {
    if (text.size() > most_bytes)
        return Problem{.offset = most_bytes,
                       .path = "JSON",
                       .expected = fmt::format("at most {} bytes", most_bytes),
                       .found = fmt::format("{} bytes", text.size())};
    // The parser takes a NUL for the end of the text, whatever follows.
    if (const auto nul = text.find('\0'); nul != text.npos)
        return Problem{.offset = nul, .path = "JSON", .expected = "JSON", .found = "a NUL"};
    Builder builder;
    const bool whole = Json::sax_parse(text, &builder);
    if (builder.problem) return *builder.problem;
    if (!whole) return Problem{.path = "JSON", .expected = "JSON", .found = "something else"};
    return std::move(builder.root);
}

}  // namespace groovebench
