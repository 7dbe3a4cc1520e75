#include "messages/fields.h"

#include "messages/take.h"

namespace groovebench::app {
namespace {

using namespace taking;

std::vector<std::string> strings(const json& from) {
    std::vector<std::string> all;
    for (const json& one : from) all.push_back(one.is_string() ? one.get<std::string>() : "");
    return all;
}

json field_json(const OwnField& own) {
    json words = json::array();
    for (const Word& word : own.words) words.push_back({word.value, word.word});
    const Field& it = own.field;
    return {{"name", own.name},    {"note", own.note},    {"evidence", u8(it.evidence)},        {"unit", u8(it.unit)},
            {"kind", u8(it.kind)}, {"real", it.is_float}, {"range", {it.min, it.max, it.none}}, {"words", words}};
}

i64 whole(const json& from, std::size_t i) { return from.size() > i && from[i].is_number() ? from[i].get<i64>() : 0; }

std::unique_ptr<OwnField> own_field(const json& data) {
    auto own = std::make_unique<OwnField>();
    int evidence = 0, unit = 0, kind = 0;
    take(data, "name", own->name), take(data, "note", own->note);
    take(data, "evidence", evidence), take(data, "unit", unit), take(data, "kind", kind);
    take(data, "real", own->field.is_float);
    const json& words = list(data, "words");
    for (const json& one : words) own->texts.push_back(one.is_array() && one.size() == 2 && one[1].is_string() ? one[1] : "");
    for (std::size_t i = 0; i < words.size(); i++) own->words.push_back({whole(words[i], 0), own->texts[i]});
    Field& field = own->field;
    field.name = own->name, field.note = own->note, field.words = own->words;
    field.evidence = Evidence(std::min(evidence, int(Evidence::unknown))), field.unit = Unit(std::min(unit, int(Unit::seconds)));
    field.kind = Kind(std::min(kind, int(Kind::record)));
    const json& range = list(data, "range");
    field.min = whole(range, 0), field.max = whole(range, 1), field.none = whole(range, 2);
    return own;
}

json row_json(const ToldRow& row) {
    return {{"path", row.path}, {"name", row.name_at}, {"field", row.field}, {"at", row.offset}, {"size", row.size},
            {"flag", row.flag}, {"depth", row.depth},  {"folds", row.folds}, {"open", row.open}, {"words", row.words},
            {"n", row.number},  {"plain", row.plain},  {"note", row.note}};
}

ToldRow row_of(const json& data, std::size_t fields) {
    ToldRow row;
    take(data, "path", row.path), take(data, "name", row.name_at), take(data, "field", row.field), take(data, "size", row.size);
    take(data, "flag", row.flag), take(data, "depth", row.depth), take(data, "folds", row.folds), take(data, "open", row.open);
    take(data, "words", row.words), take(data, "plain", row.plain), take(data, "note", row.note);
    const auto whole_number = [&](const char* key, auto& into) {
        if (data.is_object() && data.contains(key) && data[key].is_number_integer()) into = data[key];
    };
    whole_number("at", row.offset), whole_number("n", row.number);
    row.name_at = std::min(row.name_at, row.path.size());
    if (row.field >= int(fields)) row.field = -1;
    return row;
}

}  // namespace

std::string json_of(const FieldsOrder& order) {
    return text_of({{"name", order.name}, {"unfolded", order.unfolded}, {"wanted", order.wanted}});
}

std::optional<FieldsOrder> fields_order(std::string_view text) {
    const json data = json::parse(text, nullptr, false);
    if (!data.is_object()) return {};
    FieldsOrder order{.unfolded = strings(list(data, "unfolded")), .wanted = strings(list(data, "wanted"))};
    take(data, "name", order.name);
    return order;
}

std::string json_of(const FieldsTold& told) {
    json fields = json::array(), rows = json::array();
    for (const auto& field : told.fields) fields.push_back(field_json(*field));
    for (const ToldRow& row : told.rows) rows.push_back(row_json(row));
    return text_of({{"format", told.format},
                    {"refused", told.refused},
                    {"locked", told.locked},
                    {"fields", std::move(fields)},
                    {"rows", std::move(rows)}});
}

std::optional<FieldsTold> fields_told(std::string_view text) {
    const json data = json::parse(text, nullptr, false);
    if (!data.is_object()) return {};
    FieldsTold told;
    take(data, "format", told.format), take(data, "refused", told.refused), take(data, "locked", told.locked);
    for (const json& one : list(data, "fields")) told.fields.push_back(own_field(one));
    for (const json& one : list(data, "rows")) told.rows.push_back(row_of(one, told.fields.size()));
    return told;
}

std::string json_of(const ValueOrder& order) {
    json data{{"name", order.name}, {"path", order.path}, {"typed", order.typed}};
    if (order.number) data["number"] = *order.number;
    return text_of(data);
}

std::optional<ValueOrder> value_order(std::string_view text) {
    const json data = json::parse(text, nullptr, false);
    if (!data.is_object()) return {};
    ValueOrder order;
    take(data, "name", order.name), take(data, "path", order.path), take(data, "typed", order.typed);
    take(data, "number", order.number);
    return order;
}

std::string json_of(const std::vector<Problem>& problems) {
    json all = json::array();
    for (const Problem& one : problems)
        all.push_back({{"severity", u8(one.severity)},
                       {"offset", one.offset},
                       {"path", one.path},
                       {"expected", one.expected},
                       {"found", one.found}});
    return text_of({{"problems", std::move(all)}});
}

std::vector<Problem> problems_told(std::string_view text) {
    const json data = json::parse(text, nullptr, false);
    std::vector<Problem> problems;
    for (const json& one : list(data, "problems")) {
        Problem problem;
        int severity = 0;
        take(one, "severity", severity), take(one, "path", problem.path);
        take(one, "expected", problem.expected), take(one, "found", problem.found);
        if (one.is_object() && one.contains("offset") && one["offset"].is_number_integer()) problem.offset = one["offset"];
        problem.severity = Severity(std::clamp(severity, 0, int(Severity::note)));
        problems.push_back(std::move(problem));
    }
    return problems;
}

std::string json_of(const std::vector<TextGroup>& groups) {
    json all = json::array();
    for (const TextGroup& group : groups) all.push_back({{"heading", group.heading}, {"lines", group.lines}});
    return text_of({{"groups", std::move(all)}});
}

std::vector<TextGroup> groups_told(std::string_view text) {
    const json data = json::parse(text, nullptr, false);
    std::vector<TextGroup> groups;
    for (const json& one : list(data, "groups")) {
        TextGroup group{.lines = strings(list(one, "lines"))};
        take(one, "heading", group.heading);
        groups.push_back(std::move(group));
    }
    return groups;
}

}  // namespace groovebench::app
