// Reading: from text to a document, with limits, without exceptions.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "bytes/format.h"
#include "schema/json.h"

namespace groovebench {
namespace {

// A backup of all of a device has its 64 MB of samples as hex digits, and may have them as they were packed, too. What takes memory
// is the number of values: a full bank has half a million.
constexpr std::size_t most_bytes = std::size_t(256) << 20, most_values = std::size_t(8) << 20, deepest = 32;

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
        if (!names.back().insert(name).second) return fail(name, "each name once", "twice in one object");
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
        // Behind the others: to look for it among them again would take ever longer.
        if (auto* object = open.back()->get_ptr<Json::object_t*>()) {
            Json::object_t::Container& pairs = *object;
            return pairs.emplace_back(std::move(next_key), std::move(value)).second;
        }
        open.back()->push_back(std::move(value));
        return open.back()->back();
    }
    bool add(Json value) {
        put(std::move(value));
        return ++values <= most_values || fail("JSON", fmt::format("at most {} values", most_values), "more");
    }
    bool enter(Json value) {
        if (open.size() == deepest) return fail("JSON", fmt::format("at most {} levels", deepest), "one more");
        open.push_back(&put(std::move(value)));
        names.emplace_back();
        return ++values <= most_values || fail("JSON", fmt::format("at most {} values", most_values), "more");
    }
    bool leave() {
        open.pop_back();
        names.pop_back();
        return true;
    }

    std::vector<Json*> open;                   // a parent does not change while one of its children is open
    std::vector<std::set<std::string>> names;  // of each that is open
    std::string next_key;
    std::size_t values = 0;
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
