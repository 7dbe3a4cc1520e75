#include "workshop/any_desk.h"

#include <map>
#include <set>

#include "any/format.h"
#include "bytes/format.h"
#include "messages/fields.h"
#include "text/latin1.h"
#include "workshop/asked.h"

namespace groovebench::app {
namespace {

using any::Format;

constexpr std::size_t most_rows = 5000, most_lines = 12;

class RowMaker {
public:
    RowMaker(const Format& format, ByteView bytes, const FieldsOrder& order, FieldsTold& into)
        : of(format), file(bytes), unfolded(order.unfolded.begin(), order.unfolded.end()), wanted(order.wanted), told(into) {}

    void make() {
        if (wanted.empty()) return add_inside("", 0);
        const auto done = of.each(file, "", [&](const ValueRead& value) {
            if (told.rows.size() < most_rows && is_wanted(value)) add_value(value, 0, 0);
        });
        if (!done) told.refused = sentence(done.problem());
    }

private:
    // A field is told once, however many rows have it.
    int field_index(const Field* field) {
        if (!field) return -1;
        const auto [place, fresh] = fields.try_emplace(field, int(told.fields.size()));
        if (!fresh) return place->second;
        auto own = std::make_unique<OwnField>();
        own->name = field->name, own->note = field->note, own->field = *field;
        own->words.assign(field->words.begin(), field->words.end());
        told.fields.push_back(std::move(own));
        return place->second;
    }

    // What a field says of all its values; spelled out once, there are hundreds of thousands of them.
    const std::string& meaning_of(const Field* field) {
        const auto [place, fresh] = meanings.try_emplace(field);
        if (fresh && field)
            place->second = text::folded(fmt::format("{} {} {}", field->note, word(field->unit), word(field->evidence)));
        return place->second;
    }

    bool is_wanted(const ValueRead& value) {
        const std::string& meaning = meaning_of(value.field);
        std::string own;  // what only this value says
        return std::ranges::all_of(wanted, [&](const std::string& one) {
            if (meaning.find(one) != meaning.npos || value.path.find(one) != value.path.npos) return true;
            if (own.empty()) own = text::folded(fmt::format("{} {} {}", value.path, value.shown, value.note));
            return own.find(one) != own.npos;
        });
    }

    ToldRow& add_row(std::string path, std::size_t name_at, const Field* field, int depth) {
        ToldRow row{.path = std::move(path), .name_at = name_at, .field = field_index(field), .depth = depth};
        row.open = unfolded.contains(row.path);
        return told.rows.emplace_back(std::move(row));
    }

    void add_value(const ValueRead& value, std::size_t name_at, int depth) {
        ToldRow& row = add_row(value.path, name_at, value.field, depth);
        row.words = value.shown.empty() ? value.json : value.shown;
        row.offset = value.offset, row.size = value.field ? value.field->size : 0;
        const auto number = nlohmann::ordered_json::parse(value.json, nullptr, false);
        if (number.is_number_integer()) row.number = number.get<i64>();
        row.plain = value.field && row.words == shown_number(*value.field, row.number);
        row.note = value.note;
    }

    // All that a record, an array of records or the file itself holds.
    void add_inside(const std::string& path, int depth) {
        const auto inside = of.list(file, path);
        if (!inside) return;
        for (const Listed& one : *inside) {
            if (told.rows.size() >= most_rows) return;
            const std::size_t name_at = path.empty() ? 0 : path.size() + 1;
            if (one.count)
                add_array(one, name_at, depth);
            else
                add_one(one.path, name_at, one.field, depth);
        }
    }

    void add_array(const Listed& array, std::size_t name_at, int depth) {
        ToldRow& row = add_row(array.path, name_at, array.field, depth);
        const bool records = array.field && array.field->record && array.field->kind == Kind::record;
        row.folds = true;
        row.words =
            records ? fmt::format("{} × {}", array.count, array.field->record->name) : fmt::format("{} values", array.count);
        if (!row.open) return;
        for (u32 i = 1; i <= array.count && told.rows.size() < most_rows; i++)
            add_one(fmt::format("{}[{}]", array.path, i), name_at, array.field, depth + 1);
    }

    void add_one(const std::string& path, std::size_t name_at, const Field* field, int depth) {
        const auto inside = of.list(file, path);
        const bool folds = field ? field->record != nullptr : inside && !inside->empty();
        const auto value = of.read(file, path);
        if (!folds) {
            if (value) add_value(*value, name_at, depth);
            return;
        }
        ToldRow& row = add_row(path, name_at, field, depth);
        row.folds = true;
        if (value) row.offset = value->offset;
        if (field) row.words = field->record->name, row.size = field->size;
        if (row.open) add_inside(path, depth + 1);
    }

    const Format& of;
    ByteView file;
    const std::set<std::string> unfolded;
    const std::vector<std::string>& wanted;
    FieldsTold& told;
    std::map<const Field*, int> fields;
    std::map<const Field*, std::string> meanings;
};

Problem not_asked_so() { return {.expected = "an order about a file", .found = "something else"}; }

Result<const Format*> format_for(const std::string& name, ByteView file) {
    const Format* format = any::format_of(name, file);
    if (!format) return any::unknown_format(name);
    return format;
}

}  // namespace

Reply fields(std::string_view text, ByteView file) {
    const auto order = fields_order(text);
    if (!order) return refused(not_asked_so());
    FieldsTold told;
    if (const Format* format = any::format_of(order->name, file)) {
        told.format = format->name;
        if (const auto problem = format->refusal(file))
            told.refused = sentence(*problem);
        else if (RowMaker(*format, file, *order, told).make(); const auto reason = format->locked(file))
            told.locked = sentence(*reason);
    }
    return {.json = json_of(told)};
}

Reply set_value(std::string_view text, Bytes file) {
    const auto order = value_order(text);
    if (!order) return refused(not_asked_so());
    const auto format = format_for(order->name, file);
    if (!format) return refused(format.problem());
    if (const auto reason = (*format)->locked(file)) return refused(*reason);
    const Outcome done = (*format)->set(file, order->path, {.shown = order->typed, .raw = order->number});
    if (!done) return refused(done.problem());
    return {.bytes = std::move(file)};
}

Reply check_file(const std::string& name, ByteView file) {
    const Format* format = any::format_of(name, file);
    return {.json = json_of(format ? format->check(name, file) : std::vector<Problem>{})};
}

Reply file_changes(const std::string& name, std::size_t before_size, ByteView both) {
    const ByteView before = both.first(std::min(before_size, both.size())), now = both.subspan(before.size());
    const auto format = format_for(name, now);
    if (!format) return refused(format.problem());
    const auto differences = (*format)->differences(name, before, now);
    if (!differences) return refused(differences.problem());
    std::vector<TextGroup> groups;
    for (const any::Told& one : *differences) {
        std::string heading = one.place.empty() ? "" : one.place[0];
        for (std::size_t part = 1; part < one.place.size(); part++) heading += " · " + one.place[part];
        if (groups.empty() || groups.back().heading != heading) groups.push_back({.heading = heading});
        groups.back().lines.push_back(one.words);
    }
    for (TextGroup& group : groups)
        if (const std::size_t more = group.lines.size(); more > most_lines) {
            group.lines.resize(most_lines);
            group.lines.push_back(fmt::format("and {} more", more - most_lines));
        }
    return {.json = json_of(groups)};
}

Reply format_page(const std::string& name, ByteView file) {
    const auto format = format_for(name, file);
    if (!format) return refused(format.problem());
    return {.json = text_of({{"markdown", (*format)->page()}})};
}

}  // namespace groovebench::app
